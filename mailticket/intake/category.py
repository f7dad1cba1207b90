"""Which kind of request a mail is, and how many problems it tells. Weighted words; the words are ``category_words``."""

from __future__ import annotations

import re
from functools import cache

from mailticket.intake.category_words import WORDS
from mailticket.vocabulary import CATEGORIES, OUT_OF_SCOPE

MAX_TEXT = 8_000
DEFAULT = "service_availability"  # something fails and nothing says what
_SUBJECT_COUNTS = 2
_AT_MOST = 2  # how often one word counts
_CLEARLY = 4.0  # what out_of_scope needs before it may win

_SPOKEN_COUNT = re.compile(
    r"\b(two|three|four|2|3|4|zwei|drei|deux|trois|dos|tres)\s+(?:\w+\s+){0,2}?"
    r"(?:things|issues|problems|questions|requests|topics|tickets|items|matters|anliegen|probleme|fragen|problèmes|questions|problemas|asuntos)\b",
    re.I,
)
_COUNTS = {"two": 2, "2": 2, "zwei": 2, "deux": 2, "dos": 2, "three": 3, "3": 3, "drei": 3, "trois": 3, "tres": 3, "four": 4, "4": 4}
_NUMBERED = re.compile(r"^[ \t]{0,4}(?:issue|case|problem|question|request|#)?[ \t]?#?(\d)\s?[).:][ \t]{0,3}\S", re.I | re.M)
_CASE = re.compile(r"^[ \t]{0,4}(?:issue|case|problem|ticket|request|fall|problème|caso)[ \t]{1,2}#?(\d)\b", re.I | re.M)
_FIRST = re.compile(r"(?:^|[.!?]\s|\n)\s*(?:first(?:ly)?|1st|erstens|premièrement|primero)\b", re.I)
_SECOND = re.compile(r"(?:^|[.!?:]\s|\n)\s*(?:second(?:ly)?|2nd|zweitens|deuxièmement|segundo)\b", re.I)
_ANOTHER = re.compile(
    r"(?:^|[.!?]\s|\n)\s*(?:also,? (?:a |an )?(?:separate|different|unrelated|another)|unrelated(?: to (?:this|that))?|on (?:a|another) (?:separate|different|unrelated)|"
    r"(?:and )?another (?:thing|issue|problem|question)|separately|completely different)\b",
    re.I,
)
_NOT_ISSUES = re.compile(r"\b(?:steps|reproduce|tried|repro|what we did|troubleshoot|schritte|pasos)\b[^\n]{0,60}\n?[^\n]{0,10}$", re.I)


def categorise(subject: str, text: str) -> tuple[str, int]:
    """The likeliest key of ``vocabulary.CATEGORIES`` and the number of separate problems, at least 1."""
    text = text[:MAX_TEXT]
    return _category(subject[:300], text), issue_count(subject[:300], text)


def _category(subject: str, text: str) -> str:
    scores = dict.fromkeys(CATEGORIES, 0.0)
    _count(subject, scores, _SUBJECT_COUNTS)
    _count(text, scores, 1)
    if scores[OUT_OF_SCOPE] < _CLEARLY:
        scores[OUT_OF_SCOPE] = 0
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] > 0 else DEFAULT


def _count(text: str, scores: dict[str, float], factor: float) -> None:
    seen: dict[str, int] = {}
    for found in _pattern().finditer(text):
        word = _canonical(found[0])
        seen[word] = seen.get(word, 0) + 1
        if seen[word] <= _AT_MOST:
            for category, weight in _weights().get(word, ()):
                scores[category] += weight * factor


def _canonical(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("’", "'").split())


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    index: dict[str, tuple[tuple[str, float], ...]] = {}
    for category, by_weight in WORDS.items():
        for weight, words in by_weight.items():
            for word in words:
                key = _canonical(word)
                index[key] = (*index.get(key, ()), (category, weight))
    return index


@cache
def _pattern() -> re.Pattern[str]:
    """All words in one pattern, the longer first: "mail flow" is not also "mail"."""
    words = sorted(_weights(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:%s)(?!\w)" % "|".join(re.escape(word).replace(r"\ ", r"[\s-]{1,3}") for word in words), re.I)


# ---------------------------------------------------------------- several problems


def issue_count(subject: str, text: str) -> int:
    """Separate problems the sender counts: "two things", "Case 1 … Case 2", first and second, "another issue"."""
    whole = f"{subject}\n{text}"
    cases = {found[1] for found in _CASE.finditer(whole)}
    if len(cases) >= 2:
        return len(cases)
    if found := _SPOKEN_COUNT.search(whole):
        return _COUNTS[found[1].casefold()]
    if _SECOND.search(text) and (_FIRST.search(text) or re.search(r"\bSecond\s?:", text)):
        return 2
    return 2 if _ANOTHER.search(text) else 1
