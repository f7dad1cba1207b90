"""When and in which zone the sender wants to be reached, in running text. Ways are ``ways``'s business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mailticket.intake.fields import phrases_reach as phrases
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon_times import DAYS, PARTS_OF_DAY
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.places import zone_of_address
from mailticket.intake.fields.times import MAX_TIMED, find_times
from mailticket.intake.fields.zones import ABBREVIATIONS, NAMES, PLACES, zone_near

_DIGIT = re.compile(r"\d")
_MAX_ZONE = 600
_ZONE_SEARCHES = ((phrases.ZONE_AFTER_TIME, 0.6), (phrases.ZONE_LOOSE, 0.62), (phrases.PLACE, 0.5))


# ---------------------------------------------------------------- when

_LONE_HOUR = re.compile(r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]m)?$", re.I)  # an hour nobody says before, after or until of
_NUMBER_BEFORE = re.compile(r"\d{2,4}[\s./-]?\d{2,4}[\s.-]?\d{2,4}\W{1,6}(?:\w{1,12} ){0,3}$")
_BOXES = frozenset("☐☒☑○◯⚪●◉⦿✓✔")
_TIMED = 0.6
_LIKELY = 2
_SHORT = 50
_MIDDLING = 160
_MOST = 12  # stretches of one sentence that are looked at


class _Sentence(NamedTuple):
    """A sentence that tells times, and what it says as a whole."""

    text: str
    direct: bool  # speaks of the sender or asks to be reached
    reaches: bool  # has a word of reaching anywhere
    bias: int  # against all its times: it tells of trouble, or of somebody else
    previous: str


def time(told: Sequence[Passage]) -> Iterator[Found]:
    """The stretch of time that stands closest to words about being reached, the earlier one of equals."""
    rated = (
        (_about_contact(sentence, start, end), stretch, sentence.text)
        for before, passage in zip(("", *(item.text[-120:] for item in told)), told, strict=False)
        if _may_tell(passage) and (stretches := find_times(passage.text))
        for sentence in (_sentence(passage.text, before),)
        for stretch, start, end in stretches[:_MOST]
    )
    best = max(rated, key=lambda item: item[0], default=None)
    if best and best[0] >= _LIKELY:
        yield Found("preferred_contact_time", best[1], best[2], _TIMED)


def _sentence(text: str, previous: str) -> _Sentence:
    text = text[:MAX_TIMED]
    direct = bool(phrases.DIRECT.search(text))
    bias = -2 * bool(not direct and phrases.TROUBLED.search(text))
    bias -= 2 * bool(phrases.BY_OTHERS.match(text) and not phrases.PRESENT.search(text))
    return _Sentence(text, direct, direct or bool(phrases.REACHES.search(text)), bias, previous)


def _may_tell(passage: Passage) -> bool:
    """Asked of every sentence, so by its words: a short one may be all time, a longer one also says what for."""
    if passage.words.isdisjoint(phrases.TIME_WORDS) and not _DIGIT.search(passage.text):
        return False
    if not passage.text.isascii() and not _BOXES.isdisjoint(passage.text):
        return False  # the times that may be chosen
    return len(passage.text) < _SHORT or any(part in passage.folded for part in phrases.REACH_PARTS)


def _about_contact(sentence: _Sentence, start: int, end: int) -> int:
    """How clearly this stretch of time is one for being reached."""
    text = sentence.text
    before, after, stretch = text[max(0, start - 70) : start], text[end : end + 50], text[start:end]
    if _of_something_else(before, stretch, after):
        return -1
    short = len(text) < _SHORT
    value = _zoned(text, start, end) + 2 * bool(sentence.reaches and phrases.REACHES.search(before))
    value += 2 * bool(phrases.REACHES_AFTER.search(after)) + bool(phrases.PRESENT.search(before))
    value += 2 * bool(phrases.TELLING.search(stretch))
    value += 2 * bool((sentence.direct or short) and _NUMBER_BEFORE.search(before))
    if value < _LIKELY and sentence.reaches and len(text) < MAX_TIMED:
        value = 2 if len(text) < _MIDDLING else 1
    if value == 1 or (not value and short):
        value += bool(phrases.REACHES.search(sentence.previous))
    return value + sentence.bias


def _of_something_else(before: str, stretch: str, after: str) -> bool:
    """What happened or happens then, a greeting, or an hour of which nobody says before, after or until."""
    if phrases.OTHER_TIME.search(before[-40:]) or phrases.EVENT_AFTER.match(after) or _LONE_HOUR.match(stretch):
        return True
    if phrases.BUSY.search(before[-60:]):
        return True
    first = stretch.split(maxsplit=1)[0].casefold().strip(".,!")
    greeted = (first in PARTS_OF_DAY or first in DAYS) and phrases.GREETING_BEFORE.search(before)
    return bool(greeted) or bool(phrases.PAST.search(stretch))


def _zoned(text: str, start: int, end: int) -> int:
    """A zone or a place that stands right beside it."""
    before, after = text[max(0, start - 18) : start], text[end : end + 50]
    if phrases.ZONE.pattern.match(after.lstrip(" (,")) or phrases.ZONE_AFTER_TIME.pattern.match(
        text[end - 1 : end + 25]
    ):
        return 3
    if phrases.ZONE.pattern.search(before) or zone_near(before[-14:].rpartition(".")[2]):
        return 3
    return 2 * bool(after[:1] in ",( " and zone_near(after[:24]))


# ---------------------------------------------------------------- where


def zone(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    passage = passage.beginning(_MAX_ZONE)
    match = phrases.ZONE.search(passage)
    if match and not _logged(passage, match) and (name := zone_near(match[0])):
        yield Found("time_zone", name, match[0], 0.68)
    for wording, sure in _ZONE_SEARCHES:
        for match in wording.finditer(passage):
            if name := _place(match[1]):
                own = _OF_MINE * match[0].startswith(("I", "i"))
                yield Found("time_zone", name, match[0], sure + own)
                if own:
                    break
    yield from _zone_beside(passage)


_OF_MINE = 0.03  # "I'm in Denver" tells more than "our office is in Chicago"


def _place(text: str) -> str | None:
    """The zone of "Denver", "Wiener" (before "Zeit") or "Bend, Oregon", whose state tells more than its town."""
    town, _, state = text.partition(", ")
    return zone_near(state) or zone_of_address(text) or zone_near(town) or zone_near(town.removesuffix("er"))


_CLOCK = re.compile(r"\d:\d\d(?::\d\d)?\s?\(?$")


def _logged(passage: Passage, match: re.Match[str]) -> bool:
    """ "05:12 UTC": universal time behind an exact one is a machine's, unless the sentence is about reaching people."""
    before = passage.text[max(0, match.start() - 10) : match.start()]
    machine = match[0][:3] in ("UTC", "GMT") and _CLOCK.search(before)
    return bool(machine) and not phrases.DIRECT.search(passage.text) and not phrases.REACHES.search(passage.text)


def _zone_in_brackets(text: str) -> str | None:
    """Brackets that hold a zone or a place and nothing else, in a sentence with a time or with words to be reached."""
    for found in phrases.BRACKETS.finditer(text):
        inner = plain(found[1])
        name = NAMES.get(inner) or PLACES.get(inner) or ABBREVIATIONS.get(found[1])
        if name and (find_times(text) or phrases.DIRECT.search(text)):
            return name
    return None


def _zone_beside(passage: Passage) -> Iterator[Found]:
    """A place or a bare zone in a sentence about when to reach somebody: "8-4, Chicago"; "(Kansas)"; "Eastern"."""
    text = passage.text[:300]
    if "(" in text and (name := _zone_in_brackets(text)):
        yield Found("time_zone", name, text, 0.57)
        return
    if passage.words.isdisjoint(phrases.ZONE_NAMES) and not any(letter.isupper() for letter in text[1:]):
        return
    for _, _, end in find_times(text):
        found = phrases.PLACE_AFTER.match(text[end : end + 40])
        universal = found and found[1] in ("UTC", "GMT") and not phrases.DIRECT.search(text)
        if found and not universal and (name := zone_near(found[1])):
            yield Found("time_zone", name, found[1], 0.58)
            return
    for found in phrases.ZONE_NAMED.finditer(text):
        if name := zone_near(found[1]):
            yield Found("time_zone", name, found[0], 0.52)
            return
