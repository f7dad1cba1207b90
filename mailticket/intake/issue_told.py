"""What a mail says of its matters as the finders see it, and one matter with its title. Finds none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mailticket.intake import issue_words as say

MAX_TEXT = 4_000
MAX_TITLE = 80
MOST = 6
TOLD_ITEM = 12  # characters of an item that something announces
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”)]?\s+(?=[\"“(A-ZÀ-Þ¿¡])|\n\s*\n")
_THANKS = re.compile(
    r"\W*(?:first of all,? |first,? )?(?:many |a big )?(?:thanks|thank you|thx|danke|merci|"
    r"gracias)\b[^.!?]{0,120}[.!?]\s+",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^[\s\W]*(?:(?:first|second|third|1st|2nd)(?:ly)?(?: (?:one|off|of all|thing|issue|problem))?[,:]|"
    r"(?:completely |totally )?(?:separately|unrelated)[,:]|also[,:]|and |so )?[\s\W]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Issue:
    """One matter: ``title`` in at most 80 characters of the mail's own words, ``text`` all it says of it.

    ``apart`` is whether layout sets it apart; else words do, or what it is about.
    """

    title: str
    text: str
    apart: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A mail's subject, its text, both together, each behind a line break, its words; ``count`` matters are named.

    -1 stands for "a few", 0 for none.
    """

    subject: str
    text: str
    whole: str
    words: frozenset[str]
    count: int

    @property
    def flat(self) -> str:
        return flat(self.whole)


def read(subject: str, text: str) -> Told:
    """The mail's own text as far as it is looked at."""
    text = f"\n{text[:MAX_TEXT]}"
    whole = f"\n{headed(subject)}{text}"
    spoken = " ".join(set(whole.casefold().replace("’", "'").split()))
    words = frozenset(_WORD.findall(spoken))
    return Told(subject, text, whole, words, _spoken(whole, words))


def headed(subject: str) -> str:
    """The subject, its halves below each other."""
    return subject[:300].replace(" / ", "\n")


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.replace("’", "'").split())


def _spoken(whole: str, words: frozenset[str]) -> int:
    """The first exact number said of matters; -1 for "a few"; 0 for none."""
    if not (words & say.COUNTED and words & say.MATTERS):
        return 0
    said = [found[1].casefold() for found in say.SPOKEN.finditer(flat(whole))]
    return next((say.COUNTS[word] for word in said if word in say.COUNTS), -1 if said else 0)


def are_one(told: Told) -> bool:
    """The sender says that all of it is one matter."""
    return bool(told.words & say.ONE_WORDS) and say.ONE.search(told.flat) is not None


def are_apart(told: Told) -> bool:
    return bool(told.words & say.APART_WORDS) and say.APART.search(told.flat) is not None


def between(starts: Sequence[int], text: str) -> list[Issue]:
    parts = [text[begin:end] for begin, end in pairwise([*starts, len(text)])]
    return [Issue(title(part), part) for part in map(str.strip, parts) if len(part) >= TOLD_ITEM]


def title(text: str) -> str:
    """The beginning of a matter on one line, its first sentence, cut at a word."""
    plain = _LEADING.sub("", _THANKS.sub("", text[: MAX_TITLE * 6], count=1), count=1)
    ends = (match.start() for match in SENTENCE_END.finditer(plain) if match.start() >= TOLD_ITEM)
    sentence = plain[: next(ends, len(plain))]
    line = " ".join(sentence.split()).rstrip(" .,;:-–—*=")
    if len(line) <= MAX_TITLE:
        return line
    return line[:MAX_TITLE].rpartition(" ")[0].rstrip(" .,;:-–—") or line[:MAX_TITLE]
