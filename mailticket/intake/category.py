"""Which kind of request a mail is. Weighted words; the words are ``category_words``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from mailticket.intake.category_model import Weights, learned, weigh
from mailticket.intake.category_words import WORDS
from mailticket.vocabulary import CATEGORIES, OUT_OF_SCOPE

MAX_TEXT = 2_500
_SUBJECT_COUNTS = 2
_AT_MOST = 2  # how often one word counts
_LISTED = 0.4  # what a listed weight is worth beside a learned one
_CLEARLY = 4.0  # what out_of_scope needs before it may win

_ENDINGS = (  # of compounds: their last word is what they are
    "drucker", "kopierer", "rechnung", "rechnungen", "lizenz", "lizenzen", "postfach", "postfächer",
    "abonnement", "konto", "kennwort", "passwort", "verlängerung", "bestellung", "zustellung",
    "synchronisierung", "synchronisation", "migration", "server", "anmeldung", "quarantäne", "weiterleitung",
    "bereitstellung", "kontingent", "freigabe", "gutschrift",
)  # fmt: skip
_ERROR_OF_SIGN_IN = "aadsts"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")

_ENOUGH_TOLD = 12  # words that a request without any listed one needs to be judged out of scope


def categorise(subject: str, text: str) -> str:
    """The likeliest key of ``vocabulary.CATEGORIES``."""
    return likeliest(words(subject[:300]), words(text[:MAX_TEXT]), learned())


def likeliest(subject: Sequence[str], text: Sequence[str], weights: Weights) -> str:
    """By the listed words and by what was learned, together; who says next to nothing is not sent away."""
    listed = dict.fromkeys(CATEGORIES, 0.0)
    _count(subject, listed, _SUBJECT_COUNTS)
    _count(text, listed, 1)
    if listed[OUT_OF_SCOPE] < _CLEARLY:
        listed[OUT_OF_SCOPE] = 0
    found = weigh(subject, text, weights)
    tells = len(subject) + len(text) >= _ENOUGH_TOLD or any(listed.values())
    judged = CATEGORIES if tells else tuple(key for key in CATEGORIES if key != OUT_OF_SCOPE)
    return max(judged, key=lambda key: found[key] + _LISTED * listed[key])


def words(text: str) -> list[str]:
    """The words as they are listed and learned."""
    return [_plain(word) for word in _WORD.findall(text.casefold().replace("’", "'"))]


def _plain(word: str) -> str:
    """Compounds as their last word, error codes of signing in as one word."""
    if len(word) < 9 or word in _sizes():
        return word
    if word.startswith(_ERROR_OF_SIGN_IN):
        return _ERROR_OF_SIGN_IN
    return next((ending for ending in _ENDINGS if word.endswith(ending)), word)


def _count(words: Sequence[str], scores: dict[str, float], factor: float) -> None:
    """Add the weights of the wordings among the words; at each place the longest one counts."""
    seen: Counter[str] = Counter()
    sizes, after = _sizes(), 0
    for at, word in enumerate(words):
        if word not in sizes or at < after:
            continue
        wording, size = _longest(words[at : at + sizes[word]])
        seen[wording] += 1
        after = at + size
        if size and seen[wording] <= _AT_MOST:
            for category, weight in _weights()[wording]:
                scores[category] += weight * factor


def _longest(words: Sequence[str]) -> tuple[str, int]:
    """The longest known wording these words begin with and its number of words; 0 for none."""
    for size in range(len(words), 0, -1):
        wording = " ".join(words[:size])
        if wording in _weights():
            return wording, size
    return "", 0


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    index: dict[str, tuple[tuple[str, float], ...]] = {}
    for category, by_weight in WORDS.items():
        for weight, wordings in by_weight.items():
            for wording in wordings:
                key = " ".join(_WORD.findall(wording.casefold()))
                index[key] = (*index.get(key, ()), (category, weight))
    return index


@cache
def _sizes() -> dict[str, int]:
    """First word of a wording -> how many words the longest wording with it has."""
    sizes: dict[str, int] = {}
    for wording in _weights():
        first, size = wording.split()[0], len(wording.split())
        sizes[first] = max(size, sizes.get(first, 0))
    return sizes
