"""Learns mailticket/intake/issue_weights.json from mails of which it is known how many matters they tell.

    python bench/issues_train.py FOLDER …            leave-one-set-out figures; each FOLDER has eml/ and truth.json
    python bench/issues_train.py FOLDER … --write    learns from all of them and writes the weights

truth.json tells of each mail its ``issue_count`` and, where layout or words do not set the matters apart, ``issues``:
some of each one's own words. Logistic regression with L2 by Newton's steps: the same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from mailticket.intake import issue_model, issue_signs, issue_told, issues
from mailticket.intake.issue_parts import Place, parts
from mailticket.intake.issue_signs import Said, Turn
from mailticket.intake.issue_told import Told
from mailticket.intake.parse import parse
from mailticket.intake.quoting import is_forward, split

WEIGHTS = Path(issue_model.__file__).with_name(issue_model.FILE)
DECAY, STEPS = 2.0, 25


@dataclass(slots=True)
class Mail:
    told: Told
    count: int
    said: list[Said]
    begins: frozenset[int] | None  # the parts that begin another matter; None when that is not known


@dataclass(slots=True)
class Rows:
    names: list[str] = field(default_factory=list)
    signs: list[list[float]] = field(default_factory=list)
    begin: list[float] = field(default_factory=list)


def mails(folder: Path) -> list[Mail]:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    found = []
    for name, record in truth.items():
        path = folder / "eml" / name
        if record["kind"] == "new_ticket" and path.exists():
            message = parse(path.read_bytes())
            new = split(message.text, forwarded=is_forward(message.subject)).new
            told = issue_told.read(message.subject, new)
            said = issue_signs.said(parts(told.text.replace("’", "'")))
            count = record["issue_count"]
            found.append(Mail(told, count, said, _begins(told, said, record) if count > 1 else frozenset()))
    return found


def _begins(told: Told, said: Sequence[Said], record: dict[str, object]) -> frozenset[int] | None:
    """Where the matters after the first begin: at the paragraph or point that has their words, or at the sentence."""
    words = record.get("issues") or [issue.text[:40] for issue in issues.set_apart(told)]
    assert isinstance(words, list)
    marks = sorted({at for text in words if (at := _of(str(text), told, said)) is not None})
    if len(marks) != record["issue_count"]:
        return None
    return frozenset(_head(said, mark, before) for before, mark in pairwise(marks))


def _of(words: str, told: Told, said: Sequence[Said]) -> int | None:
    """The part in which these words begin, however their lines are broken."""
    wanted = r"\s+".join(map(re.escape, words.replace("’", "'").split()))
    found = re.search(wanted, told.text.replace("’", "'"), re.I)
    begun = [at for at, item in enumerate(said) if found and item.part.at <= found.start()]
    below = [at for at, item in enumerate(said) if found and found.start() <= item.part.at < found.end()]
    return begun[-1] if begun and not below else next(iter(below), None)


def _head(said: Sequence[Said], mark: int, before: int) -> int:
    at = mark
    while at > before + 1 and said[at].part.place is Place.WITHIN:
        at -= 1
    whole = said[at].part.place is not Place.WITHIN and said[at].part.block != said[before].part.block
    return at if whole and at > before else mark


def rows(found: Sequence[Mail]) -> Rows:
    """The signs of every part after the first of these mails, and whether another matter begins there."""
    kept = Rows()
    for mail in found:
        known = mail.begins
        if known is not None:

            def begins(at: int, turn: Turn, mail: Mail = mail, known: frozenset[int] = known) -> bool:
                signs = turn.signs(mail.told)
                kept.names = list(signs)
                kept.signs.append(list(signs.values()))
                kept.begin.append(float(at in known))
                return at in known

            issue_model.beginnings(mail.said, begins)
    return kept


def learn(sets: Sequence[Rows]) -> dict[str, float]:
    matrix = np.array([signs for item in sets for signs in item.signs])
    begin = np.array([value for item in sets for value in item.begin])
    weights = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (likely - begin) + DECAY * weights
        bend = (matrix * (likely * (1 - likely))[:, None]).T @ matrix + DECAY * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(value), 3) for name, value in zip(sets[0].names, weights, strict=True)}


def measure(found: Sequence[Mail], weights: dict[str, float]) -> str:
    """How many mails with several matters are recognised, by weights alone and in all, and how many wrongly."""
    alone = [mail.count > 1 for mail in found if issue_model.turned(mail.told, weights)]
    in_all = [mail.count > 1 for mail in found if issues.set_apart(mail.told) or issue_model.turned(mail.told, weights)]
    several = sum(mail.count > 1 for mail in found)
    said = (f"{sum(right)}/{several} and {len(right) - sum(right)} wrongly" for right in (alone, in_all))
    return "by weights {}; in all {}".format(*said)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    sets = {folder: mails(folder) for folder in given.folders}
    signs = {folder: rows(found) for folder, found in sets.items()}
    if given.write:
        WEIGHTS.write_text(json.dumps(learn(list(signs.values())), indent=1) + "\n", "utf-8")
        return
    for folder, found in sets.items():
        unknown = sum(mail.begins is None for mail in found)
        weights = learn([item for other, item in signs.items() if other != folder])
        print(f"{folder.name}: {measure(found, weights)} ({unknown} of unknown places)")


if __name__ == "__main__":
    main()
