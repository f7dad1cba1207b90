"""From the words of a label to the fields it may mean. Pure matching; the wordings are data in ``lexicon``.

A desk's own wordings are added for the time of one reading (``extended``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from mailticket.intake.fields.lexicon import (
    ABBREVIATIONS,
    FILLERS,
    FIRST_NAMES,
    LABELS,
    LAST_NAMES,
    OTHER_LABELS,
)
from mailticket.intake.fields.lexicon_scope import counted_people
from mailticket.vocabulary import FIELDS

OTHER = "other"  # a label of some form, but none of our fields
FIRST_NAME, LAST_NAME = "first name", "last name"  # halves of a contact's name, asked for apart
MAX_LABEL = 90
MAX_SPACES = 14
_REMEMBERED = 4096  # labels whose meaning is kept
_TYPO_FROM = 8  # letters a wording needs before one typing error in it is forgiven
_UNKNOWN = 2  # words a typing error can spoil: a letter swapped with the space between two
_PARENTHESES = re.compile(r"\([^()]{0,80}\)?")
_OF_OTHERS = re.compile(
    r"\([^()]{0,40}\b(?:end.?user|for information|do not (?:call|contact)|customer.?s own|client side)\b", re.I
)
# whose details these are, not those of a problem
_OF_US = re.compile(
    r"(?:our|my|contact|company|customer|client|firm|business|sender)(?:.s)?(?: (?:contact|company|full|firm))?"
    r" (?:details|data|info|information|particulars)",
    re.I,
)
_NOT_WORD = re.compile(r"[\W_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TYPO_WORD = 4  # letters a word needs before a typing error in it is forgiven


@dataclass(frozen=True, slots=True)
class Meaning:
    """The fields a label may stand for, the likeliest first; ``exact`` is False after a forgiven typing error."""

    keys: tuple[str, ...]
    exact: bool = True


def plain(text: str) -> str:
    """Case, accents and punctuation taken off: what two wordings are compared by."""
    text = text.casefold().replace("'", "").replace("’", "").replace("#", " number ")
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", text).strip()


def words_of(label: str) -> tuple[str, ...]:
    """The telling words of a label: no hints in parentheses, no fillers, no plural s."""
    bare = without_hint(label).replace("/s", "").replace("og-in", "ogin").replace("og-on", "ogin")
    words = [word for word in plain(bare).split() if word not in _PLAIN_FILLERS]
    return tuple(ABBREVIATIONS.get(word, word) for word in map(_singular, words))


def without_hint(label: str) -> str:
    """A label without its parentheses, "contactName" as two words."""
    bare = _PARENTHESES.sub(" ", label.replace("(s)", "").replace("(S)", "")) if "(" in label else label
    return bare if bare.islower() or bare.isupper() or " " in bare.strip() else _HUMP.sub(" ", bare)


def meaning(label: str) -> Meaning | None:
    """What this label asks for, or None when it is no label we know."""
    if not label or len(label) > MAX_LABEL or label.count(" ") > MAX_SPACES:
        return None
    return _labels(_in_use.get()).meaning(label)


def exactly(words: Sequence[str]) -> tuple[str, ...]:
    """The fields of a label that is these words and nothing else, without a thought of typing errors."""
    return _labels(_in_use.get()).exactly(tuple(words))


def intended(word: str) -> str:
    """The word of a label that this one abbreviates or is a typing error of; "" for none."""
    return ABBREVIATIONS.get(word) or _labels(_in_use.get()).intended(word)


def may_begin(word: str) -> bool:
    """Whether some label holds this word: cheap way to pass over running text."""
    return _labels(_in_use.get()).may_begin(word)


@contextmanager
def extended(wordings: tuple[tuple[str, str], ...]) -> Iterator[None]:
    """Within this, labels are also known by these (field key, wording)."""
    token = _in_use.set(wordings)
    try:
        yield
    finally:
        _in_use.reset(token)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_PLAIN_FILLERS = frozenset(map(plain, FILLERS))


def _bag(words: tuple[str, ...]) -> str:
    return " ".join(sorted(set(words)))


def _shortened(text: str) -> Iterator[str]:
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


class _Typed:
    """Words by their letters less one, to find the word a mistyped one was meant to be."""

    def __init__(self, words: Iterable[str]) -> None:
        self.by_shortened: dict[str, tuple[str, ...]] = {}
        for word in sorted(words, key=lambda word: (len(word), word)):
            if len(word) >= _TYPO_WORD and word.isalpha():
                for form in dict.fromkeys(_shortened(word)):
                    self.by_shortened[form] = (*self.by_shortened.get(form, ()), word)

    def meant(self, word: str) -> str:
        """The known word that becomes this one by one letter too many, too few, wrong or swapped; else ""."""
        if len(word) < _TYPO_WORD - 1 or not word.isalpha():
            return ""
        near = (known for form in _shortened(word) for known in self.by_shortened.get(form, ()))
        return next((known for known in near if _is_typo(word, known)), "")


def _is_typo(word: str, known: str) -> bool:
    """The first letter is seldom the wrong one, and short words have too many neighbours."""
    if sorted(word) == sorted(known):
        return True
    if word[0] != known[0]:
        return False
    return len(known) >= (_TYPO_WORD if len(word) < len(known) else _TYPO_WORD + 1 + (len(word) == len(known)))


class _Labels:
    """Wordings indexed by their words, in any order, and by their letters less one; what was asked is remembered."""

    def __init__(self, wordings: Iterable[tuple[str, str]]) -> None:
        self.by_words: dict[str, tuple[str, ...]] = {}
        texts: list[tuple[str, str]] = []
        for key, wording in wordings:
            words = words_of(wording)
            bag = _bag(words)
            if bag:
                self.by_words[bag] = tuple(dict.fromkeys((*self.by_words.get(bag, ()), key)))
                texts.append((" ".join(words), bag))
        self.known = frozenset(word for bag in self.by_words for word in bag.split())
        self.typed = _Typed(self.known)
        self.by_shortened: dict[str, str] = {}
        for text, bag in texts:
            if len(text) >= _TYPO_FROM:
                for form in _shortened(text):
                    self.by_shortened.setdefault(form, bag)
        self.meaning = lru_cache(_REMEMBERED)(self._meaning)
        self.may_begin = lru_cache(_REMEMBERED)(self._may_begin)
        self.exactly = lru_cache(_REMEMBERED)(self._exactly)
        self.intended = lru_cache(_REMEMBERED)(self.typed.meant)

    def _may_begin(self, word: str) -> bool:
        words = words_of(word[:40])
        return not words or words[0] in self.known

    def _exactly(self, words: tuple[str, ...]) -> tuple[str, ...]:
        telling = words_of(" ".join(words))
        return self.by_words.get(_bag(telling), ()) if telling and telling[0] in self.known else ()

    def _meaning(self, label: str) -> Meaning | None:
        words = words_of(label)
        if not words or len(words) > 8:
            return None
        if ("(" in label and _OF_OTHERS.search(label)) or _OF_US.fullmatch(label.strip()):
            return Meaning((OTHER,))
        unknown = sum(word not in self.known for word in words)
        found = self._exact(words) or self._alternatives(label) if unknown <= _UNKNOWN else None
        if found or not unknown:
            return found
        return self._corrected(words) or (self._mistyped(" ".join(words)) if unknown <= _UNKNOWN else None)

    def _corrected(self, words: tuple[str, ...]) -> Meaning | None:
        """ "Prefered contct methd": each unknown word as the known one it is a typing error of."""
        right = tuple(word if word in self.known else self.typed.meant(word) for word in words)
        keys = self.by_words.get(_bag(tuple(word for word in right if word not in _PLAIN_FILLERS)))
        return Meaning(keys, exact=False) if keys and all(right) else None

    def _exact(self, words: tuple[str, ...]) -> Meaning | None:
        keys = self.by_words.get(_bag(words))
        return Meaning(keys) if keys else None

    def _alternatives(self, label: str) -> Meaning | None:
        """ "Partner/Company", "Logs & traces": each part may be a label of its own."""
        parts = re.split(r"\s*[/&]\s*|\s+(?:or|and)\s+", label)
        found = [self._exact(words_of(part)) for part in parts] if 1 < len(parts) <= 4 else []
        if not found or any(item is None for item in found):
            return None
        return Meaning(tuple(dict.fromkeys(key for item in found if item for key in item.keys)))

    def _mistyped(self, text: str) -> Meaning | None:
        """One letter too many, too few, wrong or swapped: both words lose a letter somewhere and become equal."""
        if len(text) < _TYPO_FROM:
            return None
        bag = next((self.by_shortened[form] for form in _shortened(text) if form in self.by_shortened), None)
        return Meaning(self.by_words[bag], exact=False) if bag else None


def _shipped() -> Iterator[tuple[str, str]]:
    for item in FIELDS:
        yield item.key, item.label
    for key, languages in LABELS.items():
        for wordings in languages.values():
            yield from ((key, wording) for wording in wordings)
    yield from (("users_impacted", wording) for wording in counted_people())
    yield from ((FIRST_NAME, wording) for wording in FIRST_NAMES)
    yield from ((LAST_NAME, wording) for wording in LAST_NAMES)
    yield from ((OTHER, wording) for wording in OTHER_LABELS)


@lru_cache(8)
def _labels(own: tuple[tuple[str, str], ...]) -> _Labels:
    """A desk's own wordings come first: they may give a shipped one another meaning."""
    return _Labels((*own, *_shipped()))


_in_use: ContextVar[tuple[tuple[str, str], ...]] = ContextVar("a desk's own wordings", default=())
