"""Whether two parts of a mail are of different kinds, and whether a part tells a matter at all."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from itertools import pairwise

from mailticket.intake import category
from mailticket.intake import issue_kind_words as say
from mailticket.intake.category_model import learned, odds, tally, told

# how much alike in category two parts may be, each of which is a matter
QUITE = 0.2  # when nothing else sets them apart
OTHER = 0.25  # when a word goes on: "also"
APART = 0.65  # when a word sets them apart: "last but not least"
SAME = 0.85  # above it they are steps or questions of one matter
TOLD_WORDS = 6  # words of a paragraph or sentence that may be one
_FEWEST = 4  # and of one that goes on
_SURELY = 0.5  # the probability of the category that a part is surely of
_FULL = 55  # characters of a line that may have been wrapped


def is_matter(block: str, *, plain: bool) -> bool:
    """Words that want something, and not the lines of a form."""
    lines = [line for line in block.split("\n")[1:] if line.strip()]
    form = sum(say.LABELLED.match(line) is not None for line in lines) * 2 > len(lines)
    wishes = plain or say.WISHES.search(block) is not None
    return wishes and not form and len(block.split()) >= TOLD_WORDS


def differ(parts: Sequence[str], limit: float) -> bool:
    """No two that follow each other are more alike than that."""
    return all(alike(one, two) <= limit for one, two in pairwise(parts))


def begins(part: str) -> bool:
    """It is neither what was done nor more of the same."""
    return len(part.split()) >= _FEWEST and not say.DID.match(part) and not say.GOES_ON.match(part)


def wishes(part: str) -> bool:
    """It tells a wish or trouble of its own."""
    return begins(part) and say.WISHES.search(part) is not None


def other(one: str, other: str, limit: float) -> bool:
    """Of another category, and each a wish or trouble; one that is surely of its category needs no word for it."""
    if alike(one, other) > limit:
        return False
    return all(say.WISHES.search(part) or max(_odds(part).values()) >= _SURELY for part in (one, other))


def alike(one: str, other: str) -> float:
    """How much two texts are of one category: the cosine of their odds, 1 for the same."""
    return cosine([*_odds(one).values()], [*_odds(other).values()])


def cosine(first: Sequence[float], second: Sequence[float]) -> float:
    """1 for two of the same direction, 0 for nothing in common; neither may be all zeros."""
    return _product(first, second) / math.sqrt(_product(first, first) * _product(second, second))


def _product(first: Sequence[float], second: Sequence[float]) -> float:
    return float(sum(map(operator.mul, first, second)))


def _odds(text: str) -> Mapping[str, float]:
    return odds(tally(told(category.words(text)), learned()), learned())


def wrapped(text: str, at: int) -> bool:
    """A line begins here only because the one before was full."""
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    return (
        text[at : at + 1] == "\n" and text[at + 1 : at + 2] != "\n" and len(line) >= _FULL and line[-1] not in ".!?:)"
    )
