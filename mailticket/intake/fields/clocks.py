"""Which numbers among words are hours of the day, and which are years, lengths of time or counts. Cuts no stretch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mailticket.intake.fields.lexicon_times import BEFORE_HOUR, NUMBERS, SHORT_DAYS, UNITS, words

HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?$|(?:0\d|1\d|2[0-3])[0-5]\d$|[1-9](?:00|15|30|45)$")
_EXACT_HOUR = re.compile(r"\d{1,2}[:h][0-5]\d$|\d{1,2}\.[0-5]\d$")
DASHES = frozenset("-–—")
_SPANS = words(
    "day days hour hours minute minutes min week weeks month months year years second seconds tage tagen jour jours"
)
LEAVING = words("gone leaving leave home back off")
AT = words("by at from after around again until till")
_BEFORE_SHORT = words("before after until till til to by from b4 around past and - – or")
_TO = words("to until till and through thru bis und a à et y e hasta - – — und")


class Word(NamedTuple):
    text: str  # without case and final dot
    start: int
    end: int


def clock_digits(words: Sequence[Word], at: int) -> bool:
    """ "0900-1700", "after 330"; never a year, an error, a street or the end of a phone number."""
    text = words[at].text
    if not HOUR.match(text):
        return False
    if len(text) == 3:
        return at > 0 and words[at - 1].text in _BEFORE_SHORT
    if text[:2] in ("19", "20") and not (at + 1 < len(words) and words[at + 1].text in UNITS):
        return any(_spans(words, place) for place in (at, at - 2))
    beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
    return any(word in _TO or word in UNITS or word in BEFORE_HOUR for word in beside)


def counts_span(words: Sequence[Word], at: int) -> bool:
    """ "the 7-day window"."""
    return at + 2 < len(words) and words[at + 1].text == "-" and words[at + 2].text in _SPANS


def is_clock(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and bool(HOUR.match(words[at].text) or words[at].text in NUMBERS | BEFORE_HOUR)


def short_day(words: Sequence[Word], at: int) -> bool:
    """ "Mo-Fr", "L–V": one of two days with a dash between them."""
    texts = [word.text for word in words[max(0, at - 2) : at + 3]]
    here = min(at, 2)
    after = here + 2 < len(texts) and texts[here + 1] in DASHES and texts[here + 2] in SHORT_DAYS
    return after or (here == 2 and texts[1] in DASHES and texts[0] in SHORT_DAYS)


def _spans(words: Sequence[Word], at: int) -> bool:
    """Two hours of four digits with a dash between them: "0800-2000"; no two years."""
    if not 0 <= at < len(words) - 2 or words[at + 1].text not in _TO:
        return False
    first, second = words[at].text, words[at + 2].text
    clocks = all(len(text) == 4 and HOUR.match(text) for text in (first, second))
    return clocks and not all(text[:2] in ("19", "20") for text in (first, second))


def is_hour(run: Sequence[Word], at: int, spoken: bool) -> bool:
    """``spoken``: nothing stands behind the run that a number could count."""
    text = run[at].text
    if not (HOUR.match(text) or text in NUMBERS):
        return False
    after = run[at + 1].text if at + 1 < len(run) else ""
    later = run[at + 2].text if at + 2 < len(run) else ""
    before = [word.text for word in run[max(0, at - 3) : at]]
    if before and before[-1] == "the" and not after and before[-2:-1] and before[-2] in ("about", "around"):
        return False  # "about the 8"
    if after in UNITS or _EXACT_HOUR.match(text):
        return not _lasts(text, after, later, before)
    if after in _TO and (HOUR.match(later) or later in NUMBERS):
        return text in NUMBERS or _may_span(text, later) or (text == later and after not in DASHES)
    if before and before[-1] == "half" and text in NUMBERS:
        return True
    return any(word in BEFORE_HOUR for word in before) and (len(text) <= 2 or (spoken and text in NUMBERS))


def _lasts(text: str, unit: str, later: str, before: Sequence[str]) -> bool:
    """ "3 hrs", "2 heures" with nothing that makes an hour of the day of it."""
    if (len(text) > 2 and text not in NUMBERS) or later in _TO or (before and before[-1] in _TO):
        return False
    return unit in _ENGLISH_HOURS or (unit in _OTHER_HOURS and (not before or before[-1] not in _OF_DAY))


_ENGLISH_HOURS = words("hr hrs hour hours")
_OTHER_HOURS = words("heures horas")
_OF_DAY = (BEFORE_HOUR | words("à a las les am um")) - words("about around than early past")


def _may_span(first: str, second: str) -> bool:
    """ "9-5" and "0900-1700", not "2026-11", "4-08" or "12-400"."""
    if ":" in first + second:
        return True
    padded = second[:1] == "0" and first[:1] != "0" and len(first) == 1
    return first != second and not padded and (len(first) == 4) == (len(second) == 4)
