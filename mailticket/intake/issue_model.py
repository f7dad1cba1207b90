"""Where another matter begins that nothing but its content sets apart, by weights learned from examples.

The weights of ``issue_signs`` lie beside this file; bench/issues_train.py learns them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

from mailticket.intake.issue_parts import Part, Place, parts
from mailticket.intake.issue_signs import Said, Turn, said
from mailticket.intake.issue_told import Issue, Told, title

FILE = "issue_weights.json"
LIKELY = 0.4  # the probability from which a part begins another matter
_BLOCK = 12  # parts of what follows that are compared
_NOTHING = Said(Part("", Place.PARAGRAPH, 0, 0), ()).side


def turned(told: Told, weights: Mapping[str, float] | None = None) -> list[Issue]:
    """The matters that begin where the weights, the learned ones if none are given, believe in it; none for one."""
    known = weights or learned()
    kept = said(parts(told.text.replace("’", "'")))
    if len(kept) < 2:
        return []
    starts = beginnings(kept, lambda _, turn: _probability(turn.signs(told), known) >= LIKELY)
    if not starts:
        return []
    places = [*(kept[at].part.at for at in (0, *starts)), len(told.text)]
    texts = (told.text[begin:end].strip() for begin, end in pairwise(places))
    return [Issue(title(text), text, apart=False) for text in texts]


def beginnings(kept: Sequence[Said], begins: Callable[[int, Turn], bool]) -> list[int]:
    """The parts at which another matter begins, as ``begins`` judges each after the first; there is one at least."""
    points = sum(item.part.place is Place.ITEM for item in kept)
    starts: list[int] = []
    before, known = kept[0].side, frozenset[str]()
    for at, item in enumerate(kept[1:], 1):
        known |= kept[at - 1].side.names
        block = (other.side for other in kept[at : at + _BLOCK] if other.part.block == item.part.block)
        if begins(at, Turn(item, before, sum(block, _NOTHING), known, points, bool(starts))):
            starts.append(at)
            before = item.side
        else:
            before = before + item.side
    return starts


def _probability(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in signs.items())))


@cache
def learned() -> Mapping[str, float]:
    """The weights of the file, read once."""
    found: dict[str, float] = json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))
    return found
