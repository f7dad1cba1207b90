"""From the words of a label to the fields it may mean. Pure matching; the wordings are data in ``lexicon``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mailticket.intake.fields.lexicon import FILLERS, LABELS, OTHER_LABELS
from mailticket.vocabulary import FIELDS

OTHER = "other"  # a label of some form, but none of our fields
MAX_LABEL = 90
MAX_SPACES = 14
_TYPO_FROM = 8  # letters a wording needs before one typing error in it is forgiven
_UNKNOWN = 2  # words a typing error can spoil: a letter swapped with the space between two
_PARENTHESES = re.compile(r"\([^()]{0,80}\)?")
_NOT_WORD = re.compile(r"[\W_]+")


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
    bare = _PARENTHESES.sub(" ", label.replace("(s)", "").replace("(S)", "")) if "(" in label else label
    words = [word for word in plain(bare).split() if word not in _PLAIN_FILLERS]
    return tuple(_ABBREVIATIONS.get(word, word) for word in map(_singular, words))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_PLAIN_FILLERS = frozenset(map(plain, FILLERS))
_ABBREVIATIONS = {
    "no": "number",
    "nr": "number",
    "num": "number",
    "nbr": "number",
    "pref": "preferred",
    "dom": "domain",
}


@lru_cache(maxsize=4096)
def meaning(label: str) -> Meaning | None:
    """What this label asks for, or None when it is no label we know."""
    if not label or len(label) > MAX_LABEL or label.count(" ") > MAX_SPACES:
        return None
    words = words_of(label)
    if not words or len(words) > 8 or sum(word not in _known_words() for word in words) > _UNKNOWN:
        return None
    return _exact(words) or _alternatives(label) or _mistyped(" ".join(words))


@lru_cache(maxsize=4096)
def may_begin(word: str) -> bool:
    """Whether some label holds this word: cheap way to pass over running text."""
    words = words_of(word[:40])
    return not words or words[0] in _known_words()


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word for bag in _by_words() for word in bag.split())


def _exact(words: tuple[str, ...]) -> Meaning | None:
    keys = _by_words().get(_bag(words))
    return Meaning(keys) if keys else None


def _alternatives(label: str) -> Meaning | None:
    """ "Partner/Company", "Logs & traces": each part may be a label of its own."""
    parts = re.split(r"\s*[/&]\s*|\s+(?:or|and)\s+", label)
    found = [_exact(words_of(part)) for part in parts] if 1 < len(parts) <= 4 else []
    if not found or any(item is None for item in found):
        return None
    return Meaning(tuple(dict.fromkeys(key for item in found if item for key in item.keys)))


def _mistyped(text: str) -> Meaning | None:
    """One letter too many, too few, wrong or swapped: both words lose a letter somewhere and become equal."""
    if len(text) < _TYPO_FROM:
        return None
    keys = next((_by_shortened()[form] for form in _shortened(text) if form in _by_shortened()), None)
    return Meaning(keys, exact=False) if keys else None


def _bag(words: tuple[str, ...]) -> str:
    return " ".join(sorted(set(words)))


def _shortened(text: str) -> Iterator[str]:
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


def _wordings() -> Iterator[tuple[str, str]]:
    for item in FIELDS:
        yield item.key, item.label
    for key, languages in LABELS.items():
        for wordings in languages.values():
            yield from ((key, wording) for wording in wordings)
    yield from ((OTHER, wording) for wording in OTHER_LABELS)


@cache
def _by_words() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for key, wording in _wordings():
        bag = _bag(words_of(wording))
        index[bag] = tuple(dict.fromkeys((*index.get(bag, ()), key)))
    index.pop("", None)
    return index


@cache
def _by_shortened() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for _key, wording in _wordings():
        words = words_of(wording)
        text = " ".join(words)
        if len(text) >= _TYPO_FROM:
            index.update((form, _by_words()[_bag(words)]) for form in _shortened(text) if form not in index)
    return index
