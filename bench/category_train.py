"""Learns mailticket/intake/category_weights.json from sentences and mails; measures by leaving one set out.

    python bench/category_train.py FOLDER …            leave-one-set-out figures; each FOLDER has eml/ and truth.json
    python bench/category_train.py FOLDER … --write    learns from all of them and writes the weights

The sentences are category/requests.txt, which belong to this repository: without any FOLDER they alone are learned.
Multinomial logistic regression with L2, by gradient steps in a fixed order: the same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from mailticket.intake import category, category_model
from mailticket.intake.category_model import Weights
from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.issues import separate
from mailticket.intake.parse import parse
from mailticket.intake.quoting import is_forward, split
from mailticket.intake.read import matter
from mailticket.vocabulary import CATEGORIES

SENTENCES = Path(__file__).resolve().parent / "category" / "requests.txt"
WEIGHTS = Path(category_model.__file__).with_name(category_model.FILE)
OWN = frozenset({"techops@egroup-us.com"})
ROUNDS, STEP, DECAY = 20, 0.3, 0.003
ALSO = 0.2  # how much of an example goes to the other categories its truth accepts
SCALE = 40
SMALLEST = 12  # a word whose weights all lie closer together (in 1/SCALE) is left out
FEWEST = 3  # sets in which a word of mails alone must stand to be learned: names say nothing


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    subject: Sequence[str]
    text: Sequence[str]
    key: str
    accepted: tuple[str, ...] = ()
    scored: bool = False

    def items(self) -> list[str]:
        """In an order that is the same in every process."""
        return [*sorted(category_model.told(self.subject)), *sorted(category_model.told(self.text))]


@dataclass(frozen=True, slots=True)
class Learned:
    weights: dict[str, list[float]]
    bias: list[float]


def sentences() -> list[Example]:
    found, key = [], ""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("== "):
            key = line[3:]
        elif line:
            found.append(Example(SENTENCES.name, (), category.words(line), key))
    return found


def mails(folder: Path) -> list[Example]:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    found = []
    for name, record in truth.items():
        path = folder / "eml" / name
        if not record.get("category") or not path.exists():
            continue
        subject, text = told(path.read_bytes())
        also = tuple(record.get("accept_category") or ())
        found.append(
            Example(folder.name, subject, text, record["category"], also, scored=record["kind"] == "new_ticket")
        )
    return found


def told(octets: bytes) -> tuple[list[str], list[str]]:
    """The words of subject and text that the category is read from."""
    message = parse(octets)
    body = split(message.text, forwarded=is_forward(message.subject))
    opening = read_fields(message, body, FieldContext("US", OWN))
    subject, text = matter(message, body, opening, separate(message.subject, body.new))
    return category.words(subject[:300]), category.words(text[: category.MAX_TEXT])


def learn(examples: Sequence[Example]) -> Learned:
    """Adagrad over the examples in an order that only depends on the seed."""
    items = [example.items() for example in examples]
    zero = [0.0] * len(CATEGORIES)
    weights = {item: list(zero) for item in sorted(_general(examples, items))}
    known = [[weights[item] for item in told if item in weights] for told in items]
    squares = {id(row): [1e-6] * len(zero) for row in weights.values()}
    bias, wanted = list(zero), [_target(example) for example in examples]
    order = list(range(len(examples)))
    chance = random.Random(612)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            _step(known[at], squares, bias, wanted[at])
    return Learned(weights, bias)


def _general(examples: Sequence[Example], items: Sequence[Sequence[str]]) -> set[str]:
    """What stands in the sentences and once more, or in the mails of several sets."""
    pairs = {(item, example.source) for example, told in zip(examples, items, strict=True) for item in told}
    sets = Counter(item for item, _ in pairs)
    times = Counter(item for told in items for item in set(told))
    written = {item for item, source in pairs if source == SENTENCES.name}
    return {item for item, count in times.items() if (item in written and count >= 2) or sets[item] >= FEWEST}


def _target(example: Example) -> list[float]:
    target = dict.fromkeys(CATEGORIES, 0.0)
    target[example.key] = 1 - (ALSO if example.accepted else 0)
    for key in example.accepted:
        target[key] += ALSO / len(example.accepted)
    return [target[key] for key in CATEGORIES]


def _step(
    rows: Sequence[list[float]], squares: dict[int, list[float]], bias: list[float], wanted: Sequence[float]
) -> None:
    scale = category_model.louder(len(rows))
    scores = [sum(column) / scale for column in zip(*rows, strict=True)] or [0.0] * len(bias)
    high = max(score + base for score, base in zip(scores, bias, strict=True))
    odds = [math.exp(score + base - high) for score, base in zip(scores, bias, strict=True)]
    total = sum(odds)
    errors = [odd / total - want for odd, want in zip(odds, wanted, strict=True)]
    for at, error in enumerate(errors):
        bias[at] -= 0.01 * error
    slopes = [error / scale for error in errors]
    for row in rows:
        seen = squares[id(row)]
        for at, slope in enumerate(slopes):
            gradient = slope + DECAY * row[at]
            seen[at] += gradient * gradient
            row[at] -= STEP * gradient / math.sqrt(seen[at] + 0.1)


def rounded(learned: Learned) -> Weights:
    """Whole numbers, without the words that speak for nothing."""
    rows = {item: [round(weight * SCALE) for weight in row] for item, row in learned.weights.items()}
    kept = {item: row for item, row in rows.items() if max(row) - min(row) >= SMALLEST}
    bias = {key: round(base, 3) for key, base in zip(CATEGORIES, learned.bias, strict=True)}
    return Weights(SCALE, bias, kept)


def missed(examples: Iterable[Example], weights: Weights) -> int:
    """How many examples get a wrong category with these weights."""
    found = ((item, category.likeliest(item.subject, item.text, weights)) for item in examples)
    return sum(key not in (item.key, *item.accepted) for item, key in found)


def leave_one_out(sets: dict[str, list[Example]]) -> None:
    right = total = 0
    for name, examples in sets.items():
        others = [item for other, items in sets.items() if other != name for item in items]
        scored = [item for item in examples if item.scored]
        hits = len(scored) - missed(scored, rounded(learn([*sentences(), *others])))
        print(f"{name:10} {hits:4} of {len(scored)}")
        right, total = right + hits, total + len(scored)
    print(f"{'all':10} {right:4} of {total}: {right / total:.3f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    sets = {folder.name: mails(folder) for folder in given.folders}
    if not given.write:
        leave_one_out(sets)
        return
    weights = rounded(learn([*sentences(), *(item for items in sets.values() for item in items)]))
    WEIGHTS.write_text(json.dumps(asdict(weights), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{WEIGHTS.stat().st_size // 1024} KB, {len(weights.words)} words")


if __name__ == "__main__":
    main()
