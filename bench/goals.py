"""Every goal of the reading in one table: how well the development mails and real replies are read, and at what cost.

    python bench/goals.py [FOLDER …]     FOLDER has eml/, truth.json and score.py; ../shared/fields when none is named

The development mails count in two halves: the odd one was read while the rules were made, the even one only when they
stood. Until then it had F1 .965 and what is missing exactly right on .80 of its mails: that, and what mails from
elsewhere have (FOLDER …, which count whole), are the honest figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fields_score
import reading

from mailticket.intake.html import html_to_text
from mailticket.intake.parse import parse
from mailticket.intake.quoting import split

REPLIES = fields_score.FOLDER.parent / "corpus"
STYLES = ("form", "prose", "reply", "forward", "multi")


@dataclass(frozen=True)
class Goal:
    """``least`` is a share to reach, or, with ``most``, an amount not to exceed."""

    what: str
    least: float | None = None
    most: float | None = None

    def line(self, figure: float) -> str:
        bound = f">= {self.least:.2f}" if self.least is not None else f"<= {self.most:.1f}"
        reached = figure >= self.least if self.least is not None else figure <= (self.most or 0)
        shown = f"{figure:.3f}" if self.least is not None else f"{figure:.2f}"
        return f"  {self.what:52} {shown:>8}   {bound:8} {'' if reached else 'not reached'}"


# ---------------------------------------------------------------- how well


def f1(counts: tuple[float, float, float] | list[float]) -> float:
    right, wrong, left_out = counts
    return 2 * right / (2 * right + wrong + left_out) if right else 0.0


def share(pair: list[int]) -> float:
    return pair[0] / pair[1] if pair[1] else 1.0


def well_read(result: dict[str, Any]) -> Iterator[str]:
    total = result["tot"]
    yield Goal("fields, micro F1", least=0.95).line(f1(result["micro"]))
    for style in STYLES:
        if result["sty"][style]["n"]:
            yield Goal(f"  of these {style}", least=0.90).line(f1(result["sty"][style]["c"]))
    missing = [a + b for a, b in zip(total["miss_new"], total["miss_reply"], strict=True)]
    yield Goal("required fields missing, exactly right", least=0.90).line(share(missing))
    yield Goal("kind", least=0.99).line(share(total["kind"]))
    yield Goal("category of new tickets", least=0.92).line(share(total["cat"]))
    yield Goal("several issues recognised", least=0.90).line(share(total["multi"]))


def new_text(kinds: tuple[str, ...] = ("reply-plain",)) -> tuple[float, float]:
    """Share of replies whose new text is exactly right, and the mean F1 of its words."""
    entries = json.loads((REPLIES / "manifest.json").read_text("utf-8"))["files"]
    pairs = [new_words(entry) for entry in entries if entry["kind"] in kinds]
    return sum(new == told for new, told in pairs) / len(pairs), sum(map(word_f1, pairs)) / len(pairs)


def new_words(entry: dict[str, str]) -> tuple[list[str], list[str]]:
    """The words found and wanted; "#sig#" is a mark of the corpus on lines of a signature."""
    found, wanted = ((REPLIES / entry[key]).read_text("utf-8", "replace") for key in ("file", "expected_file"))
    if entry["kind"] == "reply-html":
        found, wanted = html_to_text(found), html_to_text(wanted)
    return split(found.replace("#sig#", "")).new.split(), wanted.split()


def word_f1(pair: tuple[list[str], list[str]]) -> float:
    new, expected = map(Counter, pair)
    common = (new & expected).total()
    return 2 * common / (new.total() + expected.total()) if common else float(new == expected)


# ---------------------------------------------------------------- at what cost


def costs() -> Iterator[str]:
    for kind, make in reading.KINDS.items():
        if kind != "form":
            found = sum(reading.cost(work) for work in reading.stations(parse(make())).values())
            yield Goal(f"ms of CPU after parsing, 40 KB of {kind}", most=reading.LIMIT).line(found)
    for kind, text in (("prose", reading.prose), ("log", reading.log)):
        ratios = reading.doublings(text)
        yield Goal(f"doubling {kind} up to 1 MB costs at most, times", most=reading.RATIO).line(max(ratios))


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("folders", nargs="*", type=Path)
    given = arguments.parse_args()
    for folder in given.folders or [fields_score.FOLDER]:
        if not (folder / "truth.json").exists():
            sys.exit(f"no truth.json in {folder}")
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        whole = folder.resolve() != fields_score.FOLDER.resolve()
        halves = {"all": truth} if whole else {
            "odd half": fields_score.half(truth, odd=True),
            "even half": fields_score.half(truth, odd=False),
        }  # fmt: skip
        for name, mails in halves.items():
            print(f"{folder.name}, {name}: {len(mails)} mails", *well_read(fields_score.score(folder, mails)), sep="\n")
    if (REPLIES / "manifest.json").exists():
        exact, overlap = new_text()
        print("real replies", Goal("new text, exactly right", least=0.75).line(exact), sep="\n")
        print(Goal("new text, F1 of its words", least=0.92).line(overlap))
    print("cost", *costs(), sep="\n")


if __name__ == "__main__":
    main()
