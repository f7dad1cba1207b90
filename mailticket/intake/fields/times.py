"""Stretches of a sentence that tell hours or days: "any day until 4:30", "montags ab 9 Uhr". Not what they are for.

Words decide, not patterns: a stretch is a run of time words with at least one hour, day or part of the day in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mailticket.intake.fields.lexicon_times import (
    ALWAYS,
    BEFORE_HOUR,
    DAYS,
    LINKS,
    NUMBERS,
    PARTS_OF_DAY,
    SHORT_DAYS,
    UNITS,
    ZONE_WORDS,
    words,
)

MAX_TIMED = 600
_MAX_WORDS = 26
_WORD = re.compile(
    r"24/7|[bB]4(?=\s?\d)|(?<![\d.,])\d{1,4}(?:[:.h]\d\d)?(?![\d])|[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|[-–—&/,()+]|\S"
)
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?$|(?:0\d|1\d|2[0-3])[0-5]\d$")
_EXACT_HOUR = re.compile(r"\d{1,2}[:h][0-5]\d$|\d{1,2}\.[0-5]\d$")
_PHRASE = re.compile(
    r"\b(?:any ?time|any (?:day|hrs?|hours?|moment)|(?:whole|entire|rest of the|all) day|every day|all hours|"
    r"all the time|"
    r"right away|ab sofort|(?:after|before|during) (?:school|work|class|hours|lunch|dinner)|(?:business|office|"
    r"working|work|school|opening|"
    r"desk) hours|"
    r"(?:around|round) the clock|heures (?:de bureau|d'ouverture|ouvr)|horario (?:de oficina|laboral)|"
    r"horas de oficina|cualquier hora|todo el día|fin de journée|toute heure|den ganzen tag|zu jeder zeit)\b"
)
_UNTIL_DONE = re.compile(
    r"(?:,? ?\b(?:until|till|til|bis|jusqu.à ce qu[e’']|hasta que)) ?(?:it|this|that|they|the \w{2,12}|everything|es|"
    r"das|alles|wir|"
    r"c.est|ce soit|ça|il|esté|se|todo|we|you)(?:.s| is| has been| have it| are| was| got it| ist| wieder| soit| est|"
    r" está)?"
    r"(?: \w{2,10})? ?(?:fixed|solved|resolved|sorted|done|running|back|up|works?|working|behoben|gelöst|läuft|geht|"
    r"funktioniert|erledigt|résolu|réglé|marche|fonctionne|resuelto|solucion\w{1,4}|arregl\w{1,4}|"
    r"funcion\w{1,3})(?: again| wieder)?\b",
    re.I,
)
_MAY_BE_DONE = ("until ", "till ", "til ", "bis ", "jusqu", "hasta que")
_DATE = re.compile(
    r"[0-9a-fA-F]{8}-[0-9a-fA-F-]{13,27}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\+?\(?\d{2,4}\)?(?:[-. ]\d{2,4}){2,5}"
)  # and GUIDs, phone numbers
_OFFSET = re.compile(r"(?:UTC|GMT)\s?[+−–-]?$", re.I)
_GOES_ON = re.compile(
    r"\s(?:you (?:like|want|can|wish|please|get to it|(?:have|get|find) (?:the |a |some )?(?:time|minute|moment|"
    r"chance))|possible|it suits(?: you)?|suits(?: you)?|convenient|is (?:fine|ok|good))\b",
    re.I,
)
_ONE_WORD = words("anytime bürozeiten geschäftszeiten tagsüber ganztags ganztägig")
_DASHES = frozenset("-–—")
_FILLED = frozenset("&/,()+") | _DASHES
_JOINING = words(
    "and or but to und oder bis et ou y o a à e the in at on of de la le les las los el der die das by um am im so is "
    "are en no not i me my , & / ( ) + - – — for with also"
)
_SAID_AFTER = words(
    "please is are works work suits suit if when because so but as i i'm we you he that would should only preferred "
    "fine good ok "
    "bitte passt est sería me"
)
_SETS_IN = frozenset(["from", "till", "until", "til", "between", "before", "after", "around"])
_AND = frozenset(["and", "or", "und", "oder", "et", "ou", "y", "o", "&", ","])
_TO = words("to until till and through thru bis und a à et y e hasta - – — und")


class Word(NamedTuple):
    text: str  # without case and final dot
    start: int
    end: int


def find_times(text: str) -> list[tuple[str, int, int]]:
    """Every stretch with where it begins and ends, in the order of the text."""
    return list(_times(text[:MAX_TIMED]))


@lru_cache(maxsize=256)  # several readers ask for the same sentence
def _times(text: str) -> tuple[tuple[str, int, int], ...]:
    text = _DATE.sub(lambda date: "~" * len(date[0]), text)
    found = _stretches(text)
    return tuple(_with_ends(text, found) if any(part in text for part in _MAY_BE_DONE) else found)


def _with_ends(text: str, found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The stretches, with "until it is fixed" at the end of one or by itself."""
    done = _UNTIL_DONE.search(text)
    if done is None:
        return found
    start, end = done.start() + len(done[0]) - len(done[0].lstrip(" ,")), done.end()
    before = next((item for item in found if start - 2 <= item[2] <= end and item[1] < start), None)
    start = before[1] if before else start
    return [item for item in found if item is not before and not start <= item[1] < end] + [
        (text[start:end], start, end)
    ]


def _stretches(text: str) -> list[tuple[str, int, int]]:
    words = [Word(match[0].casefold().rstrip("."), match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(words):
        end = _run_end(words, at)
        kept = _trimmed(words[at:end]) if end > at else []
        spoken = end == len(words) or not words[end].text.isalpha() or words[end].text in _SAID_AFTER
        if kept and _tells_time(kept, spoken) and not _OFFSET.search(text[max(0, kept[0].start - 6) : kept[0].start]):
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
    if text in ZONE_WORDS:
        return 0 < at < len(words) - 2 and words[at + 1].text in _AND
    if len(text) == 4 and text.isdigit():  # "0900-1700", never a year or the end of a phone number
        if text[:2] in ("19", "20") and not (at + 1 < len(words) and words[at + 1].text in UNITS):
            return any(_spans(words, place) for place in (at, at - 2))
        beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
        return bool(_HOUR.match(text)) and any(word in _TO or word in UNITS or word in BEFORE_HOUR for word in beside)
    if text in SHORT_DAYS and _short_day(words, at):
        return True
    if text in LINKS or text in _FILLED or text in DAYS or text in PARTS_OF_DAY or text in ALWAYS or text in UNITS:
        return True
    return bool(_HOUR.match(text)) or text in NUMBERS


def _short_day(words: Sequence[Word], at: int) -> bool:
    """ "Mo-Fr", "L–V": one of two days with a dash between them."""
    texts = [word.text for word in words[max(0, at - 2) : at + 3]]
    here = min(at, 2)
    after = here + 2 < len(texts) and texts[here + 1] in _DASHES and texts[here + 2] in SHORT_DAYS
    return after or (here == 2 and texts[1] in _DASHES and texts[0] in SHORT_DAYS)


def _spans(words: Sequence[Word], at: int) -> bool:
    """Two hours of four digits with a dash between them: "0800-2000"; no two years."""
    if not 0 <= at < len(words) - 2 or words[at + 1].text not in _TO:
        return False
    first, second = words[at].text, words[at + 2].text
    clocks = all(len(text) == 4 and _HOUR.match(text) for text in (first, second))
    return clocks and not all(text[:2] in ("19", "20") for text in (first, second))


def _trimmed(run: Sequence[Word]) -> list[Word]:
    kept = list(run)
    while kept and (kept[0].text in _JOINING or kept[0].text == "best") and kept[0].text not in ("not", "no"):
        kept.pop(0)
    while kept and (
        kept[-1].text in _JOINING
        or kept[-1].text in ZONE_WORDS
        or (kept[-1].text in BEFORE_HOUR and kept[-1].text not in UNITS)
    ):
        kept.pop()
    if len(kept) > 2 and kept[-1].text in ("hora", "heure", "time") and not kept[-2].text.isalpha():
        return _trimmed(kept[:-1])
    if len(kept) > 2 and kept[-1].text in ("hora", "heure") and kept[-2].text in UNITS:
        return _trimmed(kept[:-1])
    while len(kept) > 1 and _only_leads(kept[0].text, kept[1].text):
        kept.pop(0)
    return kept


def _only_leads(first: str, second: str) -> bool:
    """ "work 7 to 3", "around till 6": the first word is about the sender, not of the time."""
    if first in ("work", "open", "office"):
        return bool(_HOUR.match(second))
    return first in ("around", "about", "usually", "mostly") and second in _SETS_IN


def _tells_time(kept: Sequence[Word], spoken: bool) -> bool:
    """A day, part of the day or word for always; or an hour that shows itself by what stands beside it."""
    if any(
        word.text in DAYS or word.text in PARTS_OF_DAY or word.text in ALWAYS or word.text in _ONE_WORD for word in kept
    ):
        return True
    if len(kept) > 1 and _PHRASE.search(" ".join(word.text for word in kept)):
        return True
    return any(_is_hour(kept, place, spoken) for place in range(len(kept)))


def _is_hour(run: Sequence[Word], at: int, spoken: bool) -> bool:
    """``spoken``: nothing stands behind the run that a number could count."""
    text = run[at].text
    if not (_HOUR.match(text) or text in NUMBERS):
        return False
    after = run[at + 1].text if at + 1 < len(run) else ""
    later = run[at + 2].text if at + 2 < len(run) else ""
    before = [word.text for word in run[max(0, at - 3) : at]]
    if after in UNITS or _EXACT_HOUR.match(text):
        return True
    if after in _TO and (_HOUR.match(later) or later in NUMBERS):
        return text in NUMBERS or _may_span(text, later)
    return any(word in BEFORE_HOUR for word in before) and (len(text) <= 2 or (spoken and text in NUMBERS))


def _may_span(first: str, second: str) -> bool:
    """ "9-5" and "0900-1700", not "2026-11", "4-08" or "12-400"."""
    if ":" in first + second:
        return True
    padded = second[:1] == "0" and first[:1] != "0" and len(first) == 1
    return first != second and not padded and (len(first) == 4) == (len(second) == 4)
