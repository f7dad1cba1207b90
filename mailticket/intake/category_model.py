"""What the words of a request weigh for each category, as learned from examples by bench/category_train.py.

The weights lie beside this file. Single words, their beginnings and pairs count, each once in the text and once in the
subject; which category it is, ``category`` decides together with the words people listed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

BEGINNING = 5  # letters of a longer word that count by themselves
FILE = "category_weights.json"


def told(words: Sequence[str]) -> frozenset[str]:
    """Everything of these words that may have a weight; numbers are one word, except those of three digits."""
    return frozenset(_told([word if not word.isdigit() or len(word) == 3 else "0" for word in words]))


def _told(words: Sequence[str]) -> Iterator[str]:
    yield from words
    for word in words:
        if len(word) > BEGINNING:
            yield word[:BEGINNING] + "*"
    for pair in pairwise(words):
        yield " ".join(pair)


@dataclass(frozen=True, slots=True)
class Weights:
    """Word -> its weight for each key of ``bias``, in units of 1/``scale``; ``bias`` is what a key has beforehand."""

    scale: float
    bias: Mapping[str, float]
    words: Mapping[str, Sequence[int]]


class Tally(NamedTuple):
    """What known words weigh together for each category, in the file's units, and how many they are."""

    totals: Sequence[int]
    rows: int

    def plus(self, other: Tally) -> Tally:
        return Tally([one + two for one, two in zip(self.totals, other.totals, strict=True)], self.rows + other.rows)


def tally(items: Iterable[str], weights: Weights) -> Tally:
    known = weights.words
    rows = [known[item] for item in items if item in known]
    return Tally([sum(column) for column in zip(*rows, strict=True)] or [0] * len(weights.bias), len(rows))


def weigh(subject: Sequence[str], text: Sequence[str], weights: Weights) -> dict[str, float]:
    """Category -> how much the words speak for it; a long text speaks no louder than a short one."""
    return scores(tally((*told(subject), *told(text)), weights), weights)


def scores(counted: Tally, weights: Weights) -> dict[str, float]:
    scale = weights.scale * louder(counted.rows)
    return {key: total / scale + base for (key, base), total in zip(weights.bias.items(), counted.totals, strict=True)}


def odds(counted: Tally, weights: Weights) -> dict[str, float]:
    """Category -> its probability."""
    found = scores(counted, weights)
    high = max(found.values())
    raised = {key: math.exp(score - high) for key, score in found.items()}
    whole = sum(raised.values())
    return {key: value / whole for key, value in raised.items()}


def louder(words: int) -> float:
    """What the sum over so many words is divided by."""
    return float(max(words, 1) ** 0.25)


@cache
def learned() -> Weights:
    """The weights of the file, read once."""
    return Weights(**json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8")))
