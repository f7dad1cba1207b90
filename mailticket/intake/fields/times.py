"""Stretches of a sentence that tell hours or days: "any day until 4:30", "montags ab 9 Uhr". Not what they are for.

Words decide, not patterns: a stretch is a run of time words with at least one hour, day or part of the day in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mailticket.intake.fields.clocks import (
    AT,
    DASHES,
    HOUR,
    LEAVING,
    Word,
    clock_digits,
    counts_span,
    is_clock,
    is_hour,
    short_day,
)
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
    r"24/7|[bB]4(?=\s?\d)|(?<![\d.,])\d{1,4}(?:[:.hH]\d\d)?(?!\d|[A-Za-z]\d)|\d+(?:[A-Za-z]\d+)?|"
    r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|[-–—&/,()+]|\S"
)
_PHRASE = re.compile(
    r"\b(?:any ?time|any (?:day|hrs?|hours?|moment)|(?:whole|entire|rest of the|all) (?:day|week)|(?:day|hour|"
    r"time)s? this week|next week|most (?:of the )?(?:days?|mornings|afternoons|evenings)|during the day|"
    r"every day|all hours|"
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
_OF_ZONE = words("time zeit ortszeit")
_FILLED = frozenset("&/,()+") | DASHES
_JOINING = words(
    "and or but to und oder bis et ou y o a à e the in at on of de la le les las los el der die das by um am im so is "
    "are en no not i me my this del dieser diese cette esta , & / ( ) + - – — for with also"
)
_SAID_AFTER = words(
    "please is are works work suits suit if when because so but as i i'm we you he that would should only preferred "
    "fine good ok "
    "bitte passt est sería me"
)
_PARTS = ZONE_WORDS | {",", "(", ")"}
_SETS_IN = frozenset(["from", "till", "until", "til", "between", "before", "after", "around"])
_OF_WORK = frozenset(["after", "before", "at", "during", "from", "to", "till", "until", "of", "for"])
_DAY_FOLLOWS = frozenset(["on", "any", "every", "most", "all", "weekdays", "daily"]) | DAYS
_AND = frozenset(["and", "or", "und", "oder", "et", "ou", "y", "o", "&", ","])


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
        if (
            kept
            and _tells_time(kept, _spoken(words, kept[-1], end))
            and not _OFFSET.search(text[max(0, kept[0].start - 6) : kept[0].start])
        ):
            more = _GOES_ON.match(text[kept[-1].end :]) if kept[-1].text == "whenever" else None
            stop = kept[-1].end + (more.end() if more else 0)
            found.append((text[kept[0].start : stop].rstrip(" ,(-").removesuffix("."), kept[0].start, stop))
        at = max(end, at + 1)
    return found


def _spoken(words: Sequence[Word], last: Word, end: int) -> bool:
    """Nothing that a number could count stands behind the stretch, or a comma or a zone parts it from that."""
    if last is not words[end - 1] and (words[words.index(last, max(0, end - _MAX_WORDS)) + 1].text in _PARTS):
        return True
    if end == len(words) or not words[end].text.isalpha() or words[end].text in _SAID_AFTER:
        return True
    return end + 1 < len(words) and words[end + 1].text in _OF_ZONE  # "till half past four Dublin time"


def _run_end(words: Sequence[Word], at: int) -> int:
    end = at
    while end < len(words) and end - at < _MAX_WORDS and _belongs(words, end):
        end += 1
    return end


def _belongs(words: Sequence[Word], at: int) -> bool:
    text = words[at].text
    if text in ZONE_WORDS:
        return 0 < at < len(words) - 2 and (words[at + 1].text in _AND or words[at + 1].text in _DAY_FOLLOWS)
    if text.isdigit() and (len(text) > 2 or counts_span(words, at)):
        return len(text) in (3, 4) and clock_digits(words, at)
    if text in ("this", "next"):
        return at + 1 < len(words) and words[at + 1].text == "week"
    if text == "say" or text in LEAVING:
        return 0 < at < len(words) - 2 and is_clock(words, at + 1 + (words[at + 1].text in AT))
    return _is_word_of_time(text) or (text in SHORT_DAYS and short_day(words, at))


def _is_word_of_time(text: str) -> bool:
    lists = (LINKS, _FILLED, DAYS, PARTS_OF_DAY, ALWAYS, UNITS, NUMBERS)
    return any(text in known for known in lists) or bool(HOUR.match(text))


def _trimmed(run: Sequence[Word]) -> list[Word]:
    kept = list(run)
    while kept and (kept[0].text in _JOINING or kept[0].text == "best") and kept[0].text not in ("not", "no", "bis"):
        kept.pop(0)
    while (
        kept
        and not _is_half_day(kept)
        and (
            kept[-1].text in _JOINING
            or kept[-1].text in ZONE_WORDS
            or (kept[-1].text in BEFORE_HOUR and kept[-1].text not in UNITS)
        )
    ):
        kept.pop()
    if (
        len(kept) > 2
        and kept[-1].text in ("hora", "heure", "time")
        and (not kept[-2].text.isalpha() or kept[-2].text in _AND)
    ):
        return _trimmed(kept[:-1])
    if len(kept) > 2 and kept[-1].text in ("hora", "heure") and kept[-2].text in UNITS:
        return _trimmed(kept[:-1])
    if len(kept) > 1 and kept[-1].text in ("work", "works") and kept[-2].text not in _OF_WORK:
        return _trimmed(kept[:-1])
    while len(kept) > 1 and _only_leads(kept[0].text, kept[1].text):
        kept.pop(0)
    return kept


def _is_half_day(kept: Sequence[Word]) -> bool:
    """ "6 am", where "am" is no German word."""
    return len(kept) > 1 and kept[-1].text in ("am", "a.m") and bool(HOUR.match(kept[-2].text))


def _only_leads(first: str, second: str) -> bool:
    """ "work 7 to 3", "around till 6": the first word is about the sender, not of the time."""
    if first in ("work", "open", "office"):
        return bool(HOUR.match(second))
    return first in ("away", "say") or (first in ("around", "about", "usually", "mostly") and second in _SETS_IN)


def _tells_time(kept: Sequence[Word], spoken: bool) -> bool:
    """A day, part of the day or word for always; or an hour that shows itself by what stands beside it."""
    if any(
        word.text in DAYS or word.text in PARTS_OF_DAY or word.text in ALWAYS or word.text in _ONE_WORD for word in kept
    ):
        return True
    if len(kept) > 1 and _PHRASE.search(" ".join(word.text for word in kept)):
        return True
    return any(is_hour(kept, place, spoken) for place in range(len(kept)))
