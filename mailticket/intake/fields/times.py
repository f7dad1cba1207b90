"""Stretches of a sentence that tell hours or days: "any day until 4:30", "montags ab 9 Uhr". Not what they are for.

Words decide, not patterns: a stretch is a run of time words with at least one hour, day or part of the day in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mailticket.intake.fields.lexicon_times import ALWAYS, BEFORE_HOUR, DAYS, LINKS, NUMBERS, PARTS_OF_DAY, UNITS, words

MAX_TIMED = 600
_MAX_WORDS = 26
_WORD = re.compile(r"24/7|(?<![\d.,])\d{1,4}(?:[:.h]\d\d)?(?![\d])|[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|[-–—&/,()+]|\S")
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?$|(?:0\d|1\d|2[0-3])[0-5]\d$")
_EXACT_HOUR = re.compile(r"\d{1,2}[:h][0-5]\d$|\d{1,2}\.[0-5]\d$")
_PHRASE = re.compile(
    r"\b(?:any ?time|any day|whole day|all day|every day|all hours|(?:business|office|working|work|school|opening|"
    r"desk) hours|"
    r"(?:around|round) the clock|heures (?:de bureau|d'ouverture|ouvr)|horario (?:de oficina|laboral)|"
    r"horas de oficina|cualquier hora|todo el día|fin de journée|toute heure|den ganzen tag|zu jeder zeit)\b"
)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\+?\(?\d{2,4}\)?(?:[-. ]\d{2,4}){2,5}")  # and phone numbers
_OFFSET = re.compile(r"(?:UTC|GMT)\s?[+−–-]?$", re.I)
_GOES_ON = re.compile(
    r"\s(?:you (?:like|want|can|wish|please)|it suits(?: you)?|suits(?: you)?|convenient|is (?:fine|ok|good))\b", re.I
)
_ONE_WORD = words("anytime bürozeiten geschäftszeiten tagsüber ganztags ganztägig")
_DASHES = frozenset("-–—")
_FILLED = frozenset("&/,()+") | _DASHES
_JOINING = words(
    "and or but to und oder bis et ou y o a à e the in at on of de la le les las los el der die das by um am im so is "
    "are en no not i me my , & / ( ) + - – — for with also"
)
_TO = words("to until till and through thru bis und a à et y e hasta - – — und")


class Word(NamedTuple):
    text: str  # without case and final dot
    start: int
    end: int


def find_times(text: str) -> list[tuple[str, int, int]]:
    """Every stretch with where it begins and ends, in the order of the text."""
    text = _DATE.sub(lambda date: "~" * len(date[0]), text[:MAX_TIMED])
    words = [
        Word(match[0].casefold().rstrip("."), match.start(), match.end()) for match in _WORD.finditer(text[:MAX_TIMED])
    ]
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(words):
        end = _run_end(words, at)
        kept = _trimmed(words[at:end]) if end > at else []
        if kept and _tells_time(kept) and not _OFFSET.search(text[max(0, kept[0].start - 6) : kept[0].start]):
            more = _GOES_ON.match(text[kept[-1].end :]) if kept[-1].text == "whenever" else None
            stop = kept[-1].end + (more.end() if more else 0)
            found.append((text[kept[0].start : stop].rstrip(" ,(-").removesuffix("."), kept[0].start, stop))
        at = max(end, at + 1)
    return found


def _run_end(words: Sequence[Word], at: int) -> int:
    end = at
    while end < len(words) and end - at < _MAX_WORDS and _belongs(words, end):
        end += 1
    return end


def _belongs(words: Sequence[Word], at: int) -> bool:
    text = words[at].text
    if len(text) == 4 and text.isdigit():  # "0900-1700", never a year or the end of a phone number
        beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
        return bool(_HOUR.match(text)) and any(word in _TO or word in UNITS or word in BEFORE_HOUR for word in beside)
    if text in LINKS or text in _FILLED or text in DAYS or text in PARTS_OF_DAY or text in ALWAYS or text in UNITS:
        return True
    return bool(_HOUR.match(text)) or text in NUMBERS


def _trimmed(run: Sequence[Word]) -> list[Word]:
    kept = list(run)
    while kept and kept[0].text in _JOINING and kept[0].text not in ("not", "no"):
        kept.pop(0)
    while kept and (kept[-1].text in _JOINING or (kept[-1].text in BEFORE_HOUR and kept[-1].text not in UNITS)):
        kept.pop()
    return kept


def _tells_time(kept: Sequence[Word]) -> bool:
    """A day, part of the day or word for always; or an hour that shows itself by what stands beside it."""
    if any(
        word.text in DAYS or word.text in PARTS_OF_DAY or word.text in ALWAYS or word.text in _ONE_WORD for word in kept
    ):
        return True
    if len(kept) > 1 and _PHRASE.search(" ".join(word.text for word in kept)):
        return True
    return any(_is_hour(kept, place) for place in range(len(kept)))


def _is_hour(run: Sequence[Word], at: int) -> bool:
    text = run[at].text
    if not (_HOUR.match(text) or text in NUMBERS):
        return False
    after = run[at + 1].text if at + 1 < len(run) else ""
    later = run[at + 2].text if at + 2 < len(run) else ""
    before = [word.text for word in run[max(0, at - 2) : at]]
    if after in UNITS or _EXACT_HOUR.match(text):
        return True
    if after in _TO and (_HOUR.match(later) or later in NUMBERS):
        return text in NUMBERS or _may_span(text, later)
    return any(word in BEFORE_HOUR for word in before) and len(text) <= 2


def _may_span(first: str, second: str) -> bool:
    """ "9-5" and "0900-1700", not "2026-11" or "12-400"."""
    return (first != second and (len(first) == 4) == (len(second) == 4)) or ":" in first + second
