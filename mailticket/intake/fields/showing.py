"""Whether a sentence shows how a problem can be seen: said so, or a row of things to do at a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases_trouble as trouble
from mailticket.intake.fields.lexicon_showing import (
    ABROAD,
    ASIDE,
    AT_SCREEN,
    BEGINS,
    DO,
    IMPERATIVES,
    NEEDS,
    NO_OBJECT,
    WISHES,
)
from mailticket.intake.fields.passages import Passage

_LONGEST = 600
_ROW = 2  # things to do one after the other
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[,;:()&>–]")
_PARTS = frozenset(",;:()&>–") | {"and", "then", "und", "et", "y", "dann", "puis", "or"}


def shows(passage: Passage, *, is_deed: bool = False) -> bool:
    """A deed ("restarted it, put it back") shows nothing, unless it is said to."""
    if trouble.REPRODUCE.search(passage):
        return not (passage.text.endswith("?") and _ASKS.search(passage.text))
    return not is_deed and (_in_english(passage) or _abroad(passage))


_ASKS = re.compile(r"(?:^|[,;:–-] |\b(?:also|but|and) )(?:what|which|how|why|who|do you|should|must|need)\b", re.I)


def _in_english(passage: Passage) -> bool:
    """ "You open the page, pick a service, then it goes white": two verbs without time or wish, each begins a part."""
    if len(passage.words & DO) < _ROW or passage.words.isdisjoint(AT_SCREEN) or passage.text.endswith("?"):
        return False
    words = [match[0].casefold() for match in _TOKEN.finditer(passage.text[:_LONGEST].rpartition(": ")[2])]
    found = list(_row(words)) if WISHES.isdisjoint(words) else []
    return len(found) >= _ROW and not AT_SCREEN.isdisjoint(found)


def _row(words: Sequence[str]) -> Iterator[str]:
    """The verbs at the beginnings of parts."""
    for at, word in enumerate(words):
        if word in DO and _begins(words, at) and _has_object(word, words[at + 1 : at + 4]):
            yield word


def _begins(words: Sequence[str], at: int) -> bool:
    """Nothing between it and the beginning of the part but "just", "then", or who does it."""
    before = next((word for word in reversed(words[max(0, at - 4) : at]) if word not in ASIDE), "")
    return before in _PARTS or (not before and at <= 4) or (before in BEGINS and _is_start(words, at))


def _is_start(words: Sequence[str], at: int) -> bool:
    """ "You have to open": of the words that begin such a part each may stand before the verb."""
    place = at - 1
    while place >= 0 and (words[place] in BEGINS or words[place] in ASIDE):
        place -= 1
    return (place < 0 or words[place] in _PARTS) and words[place + 1] != "to"


def _has_object(word: str, after: Sequence[str]) -> bool:
    return NO_OBJECT.isdisjoint(after) and (word not in NEEDS or not NEEDS[word].isdisjoint(after[:1]))


def _abroad(passage: Passage) -> bool:
    """Two infinitives or commands of another language, and no wish."""
    for verbs, wishes in ABROAD:
        found = passage.words & verbs
        if len(found) >= _ROW and passage.words.isdisjoint(wishes):
            return True
    return len(passage.words & IMPERATIVES) >= _ROW and passage.words.isdisjoint(WISHES)
