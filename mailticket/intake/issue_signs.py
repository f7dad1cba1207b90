"""What speaks for and against another matter beginning at a part of a mail, as numbers. Weighs nothing."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mailticket.intake import category
from mailticket.intake import issue_kind_words as tell
from mailticket.intake import issue_kinds as kinds
from mailticket.intake import issue_words as say
from mailticket.intake.category_model import Tally, learned, odds, tally, told
from mailticket.intake.fields.products import named
from mailticket.intake.issue_parts import Part, Place
from mailticket.intake.issue_told import Told
from mailticket.intake.issue_topics import topics

_TURNS = re.compile(
    r"\W*(?:oh|also|and also|another|one more|second|secondly|next|then|plus|besides|apart|aside|separately|unrelated|"
    r"different|ps|p\.s|by the way|btw|while|additionally|in addition|furthermore|further|lastly|finally|last|other|"
    r"außerdem|ausserdem|zudem|noch|ferner|weiter|zweitens|par ailleurs|autre|aussi|de plus|en outre|enfin|además|"
    r"también|"
    r"otra|por otro|aparte)\b",
    re.I,
)
_REACHED = re.compile(
    r"\d{3}[-. ]\d{4}|\b(?:call|reach|ring|contact|phone|e-?mail|reply|available|desk|office hours|eastern|central|"
    r"pacific|"
    r"mountain|best time|my (?:cell|number|mobile))\b",
    re.I,
)
_QUOTES = re.compile(r"[\"“«„][^\"”»]{4,200}[\"”»]|AADSTS|0x|\berror\b|\d{3} \d\.\d", re.I)
_NAMES = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]{2,20}(?: [A-Z][a-z]{1,20}){0,4}")
_HALF = 0.5  # how alike texts are of which one names no topic
_SHORT, _HARDLY = 6, 8  # words
_MANY = 6  # points
_COUNTED = 3  # names and words of reaching count that often at most


@dataclass(frozen=True, slots=True)
class Side:
    """What several parts tell together."""

    words: int
    reached: int
    wishes: bool
    quotes: bool
    names: frozenset[str]
    products: frozenset[str]
    topics: tuple[int, ...]
    tally: Tally

    def __add__(self, other: Side) -> Side:
        return Side(
            self.words + other.words,
            self.reached + other.reached,
            self.wishes or other.wishes,
            self.quotes or other.quotes,
            self.names | other.names,
            self.products | other.products,
            tuple(map(operator.add, self.topics, other.topics)),
            self.tally.plus(other.tally),
        )


@lru_cache(maxsize=4096)
def _wishes(word: str) -> bool:
    return tell.WISHES.search(word) is not None


class Said:
    """A part with what is asked of it, at first asking; ``turns`` as ``turning`` has them."""

    def __init__(self, part: Part, turns: Sequence[float]) -> None:
        self.part = part
        self.turns = turns

    @cached_property
    def side(self) -> Side:
        text = self.part.text
        words = category.words(text)
        return Side(
            len(words),
            len(_REACHED.findall(text)),
            any(map(_wishes, words)),
            _QUOTES.search(text) is not None,
            frozenset(_NAMES.findall(text)),
            frozenset(name.casefold() for name in named(text)),
            topics(words),
            tally(told(words), learned()),
        )


def said(parts: Iterable[Part]) -> list[Said]:
    """The parts, those joined to the one before that stand within its block and do not turn."""
    kept: list[tuple[Part, tuple[float, ...]]] = []
    for part in parts:
        turns = turning(part.text)
        if kept and part.place is Place.WITHIN and not any(turns):
            before, turned = kept[-1]
            kept[-1] = before._replace(text=f"{before.text} {part.text}"), turned
        else:
            kept.append((part, turns))
    return [Said(part, turns) for part, turns in kept]


def turning(text: str) -> tuple[float, ...]:
    """Words at its beginning that set it apart: any, strongly, as a second one, as another one."""
    begun = "\n" + text[:200]
    also = say.ALSO.match(begun)
    signs = (_TURNS.match(text), also and also[1], say.SECOND.match(begun), say.ANOTHER.match(begun))
    return tuple(float(bool(sign)) for sign in signs)


@dataclass(frozen=True, slots=True)
class Turn:
    """A part at which another matter may begin: what was said of the present one, and what follows in its block."""

    first: Said
    before: Side
    after: Side
    known: frozenset[str]  # names met so far
    points: int  # of the mail's lists
    later: bool  # not the first turn of the mail

    def signs(self, told: Told) -> dict[str, float]:
        place = self.first.part.place
        any_turn, strongly, second, another = self.first.turns
        return {
            "": 1.0,
            "point": float(place is Place.ITEM),
            "points": float(place is Place.ITEM) * min(_MANY, self.points) / _MANY,
            "within": float(place is Place.WITHIN),
            "later": float(self.later),
            "counted": float(told.count != 0),
            "turn": any_turn,
            "strong turn": strongly,
            "second": second,
            "another": another,
            "goes on": float(tell.GOES_ON.match(self.first.part.text) is not None),
            "short": float(self.first.side.words < _SHORT),
            "hardly begun": float(self.before.words < _HARDLY),
            **self._told(),
            **self._alike(),
        }

    def _told(self) -> dict[str, float]:
        """What stands before and behind, by itself."""
        return {
            "wishes": float(self.after.wishes),
            "wished": float(self.before.wishes),
            "reached": min(_COUNTED, self.after.reached) / _COUNTED,
            "names": min(_COUNTED, len(self.after.names - self.known)) / _COUNTED,
            "both quote": float(self.after.quotes and self.before.quotes),
        }

    def _alike(self) -> dict[str, float]:
        """How much what stands before and behind is about the same."""
        one, other = ([*odds(side.tally, learned()).values()] for side in (self.before, self.after))
        had, has = self.before.topics, self.after.topics
        new = any(now and not then for then, now in zip(had, has, strict=True))
        return {
            "alike": kinds.cosine(one, other),
            "surely": max(other),
            "topics": kinds.cosine(had, has) if any(had) and any(has) else _HALF,
            "same topics": float(any(has) and not new),
            "no topic": float(not any(self.first.side.topics)),
            "first product": float(bool(self.after.products and not self.before.products)),
            "no product": float(not self.after.products),
        }
