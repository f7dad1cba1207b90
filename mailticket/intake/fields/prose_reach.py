"""When the sender wants to be reached, in running text. Ways are ``ways``'s business, zones ``prose_zone``'s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mailticket.intake.fields import phrases_reach as phrases
from mailticket.intake.fields import phrases_zones
from mailticket.intake.fields.lexicon_times import DAYS, PARTS_OF_DAY
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.times import MAX_TIMED, find_times
from mailticket.intake.fields.zones import zone_near

_DIGIT = re.compile(r"\d")
_EATING = re.compile(r"(?:lunch|breakfast|dinner)\b", re.I)
_RISING = re.compile(r"up (?:at|by|around|from|before|since) ?\d|up \d", re.I)
_LONE_HOUR = re.compile(
    r"(?:up at )?\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]m)?$", re.I
)  # an hour nobody says before, after or until of
_NUMBER_BEFORE = re.compile(r"\d{2,4}[\s./-]?\d{2,4}[\s.-]?\d{2,4}\W{1,6}(?:\w{1,12} ){0,3}$")
_BOXES = frozenset("☐☒☑○◯⚪●◉⦿✓✔")
_TIMED = 0.6
_PERSONAL = re.compile(
    r"\b(?:call|ring|phone|reach|contact|catch|text|e-?mail|write) (?:to )?(?:me|us)\b|"
    r"\bi.m (?:\w+ )?(?:in|here|around|free|available)\b",
    re.I,
)
_LIKELY = 2
_SHORT = 50
_MIDDLING = 160
_ARTICLE = 3  # letters
_WHOLE = 0.8  # how much of a sentence is its time, when that is all it tells
_MOST = 12  # stretches of one sentence that are looked at


# "late in the day, say 4 to 5"; "not during lunch, but 2 to 4" tells less with its first half
_PRECISELY = re.compile(r"\b(?:say|so|i\.e\.|meaning|make it|or rather|sagen wir|also|disons|digamos)[:,]? $", re.I)
_EXCEPTS = re.compile(r"(?:not|nicht|pas) (?:during|on|at|in|over|am|im|pendant)\b", re.I)


class _Sentence(NamedTuple):
    """A sentence that tells times, and what it says as a whole."""

    text: str
    direct: bool  # speaks of the sender or asks to be reached
    reaches: bool  # has a word of reaching anywhere
    calls_then: tuple[int, ...]  # where it asks for a call then
    bias: int  # against all its times: it tells of trouble, or of somebody else
    previous: str


def time(told: Sequence[Passage], least: int = _LIKELY) -> Iterator[Found]:
    """The stretch of time that stands closest to words about being reached, the earlier one of equals.

    ``least``: how clear it has to be, less where the time was asked for.
    """
    rated = (
        _best_of(_sentence(passage.text, before, told), stretches)
        for before, passage in zip(("", *(item.text[-120:] for item in told)), told, strict=False)
        if (stretches := (*(_parted(passage.text) if _may_tell(passage) else ()), *_occasions(passage)))
    )
    best = max(rated, key=lambda item: item[0], default=None)
    if best and best[0] >= least:
        yield Found("preferred_contact_time", best[1], best[2], _TIMED)


def _best_of(sentence: _Sentence, stretches: Sequence[tuple[str, int, int]]) -> tuple[int, str, str]:
    """The clearest stretch of one sentence, of equals one with a clock, with how clear it is."""
    rated = [
        (_about_contact(sentence, start, end), _clocked(stretch), start, end)
        for stretch, start, end in stretches[:_MOST]
    ]
    value, _, start, end = max(rated, key=lambda item: (item[0] >= _LIKELY and item[1], *item[:2]))
    return value, with_zone(sentence.text, start, end), sentence.text


def _sentence(text: str, previous: str, told: Sequence[Passage]) -> _Sentence:
    """Where the mail names somebody else to be reached, what it says of him counts as well."""
    text = text[:MAX_TIMED]
    theirs = bool(phrases.THEIRS.search(text)) and _names_another(told)
    direct = theirs or bool(phrases.DIRECT.search(text))
    bias = -2 * bool(not direct and phrases.TROUBLED.search(text))
    bias -= 3 * bool(phrases.OF_THINGS.search(text) and not _PERSONAL.search(text))
    bias -= 2 * bool(
        not theirs
        and phrases.BY_OTHERS.match(text)
        and not (phrases.PRESENT.search(text) or phrases.AT_HAND.match(text))
    )
    return _Sentence(text, direct, direct or bool(phrases.REACHES.search(text)), _calls_then(text), bias, previous)


def _names_another(told: Sequence[Passage]) -> bool:
    return any(phrases.INSTEAD.search(passage.beginning(MAX_TIMED)) for passage in told)


def _calls_then(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in phrases.CALL_THEN.finditer(text))


def _clocked(stretch: str) -> bool:
    """An hour is told, which says more than a day."""
    return bool(phrases.CLOCKED.search(stretch))


def with_zone(text: str, start: int, end: int) -> str:
    """The stretch with the word or the zone that belongs to it: "before tea (10ish)", "9-4 Pacific", "8 to 3, so
    after that"."""
    before = text[max(0, start - 50) : start]
    begun = (
        phrases.OPENED.search(before[-30:])
        or phrases.TIED.search(before)
        or phrases.SINCE_THEN.search(before)
        or _denied(before, text[start:end])
    )
    start -= len(begun[0]) if begun else 0
    end += 1 if begun and text[end : end + 1] == ")" else 0
    more = phrases_zones.ZONE_BEHIND.match(text[end : end + 30]) or phrases.REST_OF_IT.match(text[end : end + 40])
    return text[start : end + (more.end() if more else 0)].rstrip(" ,(-").removesuffix(".")


def _denied(before: str, stretch: str) -> re.Match[str] | None:
    """ "No calls before 10": the hours without their "no" would say the opposite."""
    return phrases.DENIED.search(before) if phrases.LIMITS.match(stretch) else None


def _parted(text: str) -> Iterator[tuple[str, int, int]]:
    """The stretches of a sentence; what follows on another, "until 12, then until 5", is one of its own."""
    for stretch, start, end in find_times(text):
        cut = phrases.THEN_WITHIN.search(stretch)
        if cut is None:
            yield stretch, start, end
        else:
            yield stretch[: cut.start()], start, start + cut.start()
            yield stretch[cut.end() :], start + cut.end(), end


def _occasions(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Times without a clock: "after the service", "before nap time ends at 2:30", behind a word of reaching."""
    passage = passage.beginning(MAX_TIMED)
    for found in phrases.OCCASION.finditer(passage):
        yield found["when"].rstrip(), found.start("when"), found.end("when")
    if told := phrases.SOON.search(passage):
        yield told["when"], told.start("when"), told.end("when")
    if told := phrases.ANY_TIME.search(passage):
        yield told[0], told.start(), told.end()


def _may_tell(passage: Passage) -> bool:
    """Asked of every sentence, so by its words: a short one may be all time, a longer one also says what for."""
    if passage.words.isdisjoint(phrases.TIME_WORDS) and not _DIGIT.search(passage.text):
        return False
    if not passage.text.isascii() and not _BOXES.isdisjoint(passage.text):
        return False  # the times that may be chosen
    return len(passage.text) < _SHORT or any(map(passage.folded.__contains__, phrases.REACH_PARTS))


def _about_contact(sentence: _Sentence, start: int, end: int) -> int:
    """How clearly this stretch of time is one for being reached."""
    text = sentence.text
    before, after, stretch = text[max(0, start - 70) : start], text[end : end + 50], text[start:end].removesuffix(".")
    called = next((start for start in sentence.calls_then if start >= end), None)
    then = 3 * (called is not None and not find_times(text[end:called]))
    if _is_lone(stretch) and not (then or _reached_then(before, after)):
        return -1
    tied = phrases.TIED.search(before) and (sentence.direct or phrases.REACHES.search(before))
    meant = tied or phrases.MEANT_BEFORE.search(before) or phrases.MEANT_AFTER.match(after)
    if (not tied and _of_something_else(before, stretch, after)) or (_LONE_HOUR.match(stretch) and not (then or meant)):
        return -1
    short = len(text) < _SHORT
    value = then + 2 * bool(meant) + _zoned(text, start, end)
    value += 2 * bool(sentence.reaches and phrases.REACHES.search(before))
    value += 2 * bool(phrases.REACHES_AFTER.search(after)) + bool(phrases.PRESENT.search(before))
    value += 2 * bool(
        phrases.TELLING.search(stretch) or phrases.ANY_TIME.pattern.match(stretch) or phrases.SAY.search(before)
    )
    value += 2 * _is_whole(text, stretch) + 2 * bool(phrases.MANNED.search(before))
    value += 2 * bool(phrases.THEN.search(before) and sentence.reaches)
    value -= 3 * bool(_EXCEPTS.match(stretch))
    value += 3 * bool(_PRECISELY.search(before))
    value += 2 * bool((sentence.direct or short) and _NUMBER_BEFORE.search(before))
    if value < _LIKELY and sentence.direct and len(text) < MAX_TIMED:
        value = 2 if len(text) < _MIDDLING else 1
    if value == 1 or (not value and short):
        value += bool(phrases.REACHES.search(sentence.previous))
    return value + sentence.bias


def _is_whole(text: str, stretch: str) -> bool:
    """The sentence tells hours or days and nothing else; in square brackets it would be an example."""
    told = _clocked(stretch) or stretch.endswith("s")
    return told and len(stretch) >= _WHOLE * len(text) and not text.endswith("]")


def _is_lone(stretch: str) -> bool:
    """One day or part of a day by its name, which may as well be when something happened."""
    word = stretch.casefold().strip(".,")
    return (word in DAYS or word in PARTS_OF_DAY) and not word.endswith("s")


def _reached_then(before: str, after: str) -> bool:
    clause = before[max(map(before.rfind, ",;:.(")) + 1 :]
    if phrases.OF_BEFORE.search(before) and phrases.NOUN_BEHIND.match(after):
        return False
    alone = len(clause.strip()) <= _ARTICLE and not after.lstrip()[:1].isalpha()
    return alone or bool(phrases.REACHES.search(clause) or phrases.SUITS_AFTER.match(after))


def _of_something_else(before: str, stretch: str, after: str) -> bool:
    """What happened or happens then, or a greeting."""
    if phrases.OTHER_TIME.search(before[-40:]) or phrases.EVENT_AFTER.match(after) or phrases.WORK_THEN.search(before):
        return True
    if _EATING.match(stretch) and phrases.AT_TABLE.search(before):
        return True
    if phrases.DURING.search(before) or (_RISING.match(stretch) and phrases.RISES.search(before)):
        return True
    goes_on = phrases.THEN.search(before) or phrases.SO.search(before)
    if (phrases.BUSY.search(before[-60:]) and not goes_on) or phrases.WAS.search(before):
        return not phrases.REST_OF_IT.match(after)
    first = stretch.split(maxsplit=1)[0].casefold().strip(".,!")
    greeted = (
        (first in PARTS_OF_DAY or first in DAYS)
        and phrases.GREETING_BEFORE.search(before)
        and not phrases.ASKED_THIS.search(before)
    )
    return bool(greeted) or bool(phrases.PAST.search(stretch))


def _zoned(text: str, start: int, end: int) -> int:
    """A zone or a place that stands right beside it."""
    before, after = text[max(0, start - 18) : start], text[end : end + 50]
    if phrases_zones.ZONE.pattern.match(after.lstrip(" (,")) or phrases_zones.ZONE_AFTER_TIME.pattern.match(
        text[end - 1 : end + 25]
    ):
        return 3
    if phrases_zones.ZONE.pattern.search(before) or zone_near(before[-14:].rpartition(".")[2]):
        return 3
    return 2 * bool(after[:1] in ",( " and zone_near(after[:24]))
