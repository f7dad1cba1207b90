"""Patterns that take no notice of case, made quick: the text is lowered once instead of each letter at every try.

``re.IGNORECASE`` finds the same, several times as slowly where a pattern has many alternatives. Missed are only the few
letters that it equates with others although they are in lower case themselves (the long s, the dotless i).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SYNTAX_OR_LETTERS = re.compile(r"\\.|\(\?P<\w+>|[^\W\d_]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Caseless:
    """``lowered`` finds a place in the text without capitals, ``pattern`` reads what the text says there."""

    pattern: re.Pattern[str]
    lowered: re.Pattern[str]

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        plain = _lowered(text)
        if len(plain) != len(text):
            return self.pattern.search(text, pos, endpos)
        while place := self.lowered.search(plain, pos, endpos):
            if found := self.pattern.match(text, place.start(), endpos):
                return found
            pos = place.start() + 1
        return None

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self.pattern.match(text, pos)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        pos = 0
        while found := self.search(text, pos):
            yield found
            pos = max(found.end(), found.start() + 1)


def caseless(pattern: str) -> Caseless:
    """Case counts in "(?-i:…)", which may not stand in a lookahead or lookbehind that forbids."""
    without = _SYNTAX_OR_LETTERS.sub(_lower, pattern.replace("(?-i:", "(?:"))
    return Caseless(re.compile(pattern, re.IGNORECASE), re.compile(without))


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    """Many patterns look through one sentence, one after the other."""
    return text.lower()


def _lower(part: re.Match[str]) -> str:
    return part[0].lower() if part[0].isalpha() else part[0]
