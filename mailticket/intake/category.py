"""Which kind of request a mail is, and how many problems it tells. Weighted words; the words are ``category_words``."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from mailticket.intake.category_words import WORDS
from mailticket.vocabulary import CATEGORIES, OUT_OF_SCOPE

MAX_TEXT = 6_000
DEFAULT = "service_availability"  # something fails and nothing says what
_SUBJECT_COUNTS = 2
_AT_MOST = 2  # how often one word counts
_CLEARLY = 4.0  # what out_of_scope needs before it may win

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SPOKEN_COUNT = re.compile(
    r"\b(two|three|four|2|3|4|zwei|drei|deux|trois|dos|tres)\s+(?:\w+\s+){0,2}?"
    r"(?:things|issues|problems|questions|requests|topics|tickets|items|matters|anliegen|probleme|fragen|problèmes|questions|problemas|asuntos)\b",
    re.I,
)
_COUNTS = {
    "two": 2,
    "2": 2,
    "zwei": 2,
    "deux": 2,
    "dos": 2,
    "three": 3,
    "3": 3,
    "drei": 3,
    "trois": 3,
    "tres": 3,
    "four": 4,
    "4": 4,
}
_CASE = re.compile(r"\n[ \t]{0,4}(?:issue|case|problem|ticket|request|fall|problème|caso)[ \t]{1,2}#?(\d)\b", re.I)
_FIRST = re.compile(r"(?:^|[.!?]\s|\n)\s*(?:first(?:ly)?|1st|erstens|premièrement|primero)\b", re.I)
_SECOND = re.compile(r"(?:^|[.!?:]\s|\n)\s*(?:second(?:ly)?|2nd|zweitens|deuxièmement|segundo)\b", re.I)
_ANOTHER = re.compile(
    r"(?:^|[.!?]\s|\n)\s*(?:also,? (?:a |an )?(?:separate|different|unrelated|another)|"
    r"unrelated(?: to (?:this|that))?|on (?:a|another) (?:separate|different|unrelated)|"
    r"(?:and )?another (?:thing|issue|problem|question)|separately|completely different)\b",
    re.I,
)
# Without one of these words in the text its pattern above cannot match.
_COUNTED = _COUNTS.keys()
_SECOND_WORDS = frozenset({"second", "secondly", "2nd", "zweitens", "deuxièmement", "segundo"})
_ANOTHER_WORDS = frozenset({"separate", "separately", "different", "unrelated", "another"})


def categorise(subject: str, text: str) -> tuple[str, int]:
    """The likeliest key of ``vocabulary.CATEGORIES`` and the number of separate problems, at least 1."""
    subject, text = subject[:300], text[:MAX_TEXT]
    told = _words(text)
    return _category(_words(subject), told), _issues(subject, text, frozenset(told))


def _category(subject: list[str], text: list[str]) -> str:
    scores = dict.fromkeys(CATEGORIES, 0.0)
    _count(subject, scores, _SUBJECT_COUNTS)
    _count(text, scores, 1)
    if scores[OUT_OF_SCOPE] < _CLEARLY:
        scores[OUT_OF_SCOPE] = 0
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] > 0 else DEFAULT


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _count(words: list[str], scores: dict[str, float], factor: float) -> None:
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


def _longest(words: list[str]) -> tuple[str, int]:
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


# ---------------------------------------------------------------- several problems


def issue_count(subject: str, text: str) -> int:
    """Separate problems the sender counts: "two things", "Case 1 … Case 2", first and second, "another issue"."""
    return _issues(subject, text, frozenset(_words(text)))


def _issues(subject: str, text: str, words: frozenset[str]) -> int:
    whole = f"\n{subject}\n{text}"
    cases = {found[1] for found in _CASE.finditer(whole)}
    if len(cases) >= 2:
        return len(cases)
    if found := words & _COUNTED and _SPOKEN_COUNT.search(whole):
        return _COUNTS[found[1].casefold()]
    if words & _SECOND_WORDS and _SECOND.search(text):
        return 2 if _FIRST.search(text) or re.search(r"\bSecond\s?:", text) else _another(text, words)
    return _another(text, words)


def _another(text: str, words: frozenset[str]) -> int:
    return 2 if words & _ANOTHER_WORDS and _ANOTHER.search(text) else 1
