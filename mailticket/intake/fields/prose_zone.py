"""In which zone the sender wants to be reached, in running text. When that is, is ``prose_reach``'s business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phones, phrases_reach
from mailticket.intake.fields import phrases_zones as phrases
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Found, Passage, Wording
from mailticket.intake.fields.places import zone_of_address
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import (
    ABBREVIATIONS,
    NAMES,
    PLACES,
    all_year,
    beside,
    may_be_said,
    zone_near,
    zone_of_number,
    zone_said,
)
from mailticket.intake.fields.zones import zone as zone_name

_MAX_ZONE = 600
_CLOCK = re.compile(r"\d:\d\d(?::\d\d)?\s?\(?$")
_MIN_PLACE = 3
_OF_MINE = 0.03  # "I'm in Denver" tells more than "our office is in Chicago"
_PLACE_ALONE = 36
_BY_NUMBER = 0.47  # what a signature names as the place tells more
_WORDS_TOO = words(
    "nice essen bergen tours porto regina jordan austin charlotte savannah sydney adelaide georgia virginia dallas "
    "madison orlando israel florence victoria vienna sofia santiago rosario jamaica cuba panama chile turkey lincoln"
)  # and people
_ZONE_SEARCHES = (
    (phrases.ZONE_AFTER_TIME, 0.6),
    (phrases.COAST, 0.6),
    (phrases.ZONE_LOOSE, 0.62),
    (phrases.ZONE_OF, 0.62),
    (phrases.PLACE, 0.5),
)


_SAYS_ZONE = (phrases.ZONE_LOOSE, phrases.ZONE_OF)  # only a zone is said so, whoever has the town's name


def zone(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    passage = passage.beginning(_MAX_ZONE)
    if len(passage.text) <= _PLACE_ALONE and (name := _place_alone(passage.text)):
        yield Found("time_zone", name, passage.text, 0.5)
    yield from _named(passage)
    for wording, sure in _ZONE_SEARCHES:
        yield from _placed(passage, wording, sure)
    for match in phrases.ZONE_LABEL.finditer(passage):
        if name := zone_name(match["zone"]) or zone_name(match["zone"].split()[0]):
            yield Found("time_zone", all_year(name, passage.text) or name, match[0], 0.67)
    yield from _apart(passage)
    yield from _zone_beside(passage)


def _named(passage: Passage) -> Iterator[Found]:
    """ "Eastern time", "CET", "UTC+2"."""
    match = phrases.ZONE.search(passage)
    if match is None or _logged(passage, match) or _shown(passage, match) or _of_state(passage.text, match):
        return
    if name := all_year(zone_near(match[0]), passage.text):
        yield Found("time_zone", name, match[0], 0.68)


def _placed(passage: Passage, wording: Wording, sure: float) -> Iterator[Found]:
    """A place or a people said to be where somebody is, or whose time it is."""
    for match in wording.finditer(passage):
        name = all_year(_place(match[1], said=wording in _SAYS_ZONE), passage.text)
        if name and not _shown(passage, match):
            own = _OF_MINE * match[0].startswith(("I", "i"))
            yield Found("time_zone", name, match[0], sure + own)
            if own:
                break


def _shown(passage: Passage, match: re.Match[str]) -> bool:
    """ "Meetings appear in Pacific time"."""
    return bool(phrases.SHOWN_IN.search(passage.text[max(0, match.start() - 50) : match.start()]))


def of_number(told: Sequence[Passage], context: FieldContext) -> Iterator[Found]:
    """ "9 to 5 our time", or the time of a town that is in no list: what is known of it is the number that is given."""
    said = next((item for item in told if phrases.ZONE_LOCAL.search(item) and _about_reach(item)), None)
    for item in told if said else ():
        for found in phones.written(item.text[:_MAX_ZONE]):
            if (number := phones.normalised(found[0], context.region)) and (name := zone_of_number(number)):
                yield Found("time_zone", name, said.text if said else "", _BY_NUMBER)
                return


def _about_reach(passage: Passage) -> bool:
    text = passage.text[:_MAX_ZONE]
    return bool(find_times(text)) and bool(phrases_reach.DIRECT.search(text) or phrases_reach.REACHES.search(text))


def _apart(passage: Passage) -> Iterator[Found]:
    """ "An hour ahead of London"."""
    for match in phrases.ZONE_APART.finditer(passage):
        hours = _HOURS.get(match["hours"], 1) * (-1 if match["side"] in _WEST else 1)
        if name := beside(_place(match["zone"]) or zone_name(match["zone"]), hours):
            yield Found("time_zone", name, match[0], 0.63)


_HOURS = {"two": 2, "2": 2, "three": 3, "3": 3}
_WEST = ("behind", "earlier than")


def _place_alone(text: str) -> str | None:
    """A sentence that is a place and no more: "Ireland."; "We're in Boston." has its own pattern."""
    bare = plain(text)
    told = text[:1].isupper() and text.endswith(".") and len(bare) > _MIN_PLACE and bare not in _WORDS_TOO
    return PLACES.get(bare) if told else None


def _place(text: str, *, said: bool = False) -> str | None:
    """The zone of "Denver", "Wiener" (before "Zeit") or "Bend, Oregon", whose state tells more than its town."""
    if said and not may_be_said(text):
        return None
    if said and (name := zone_said(text)):
        return name
    town, _, state = text.partition(", ")
    return zone_near(state) or zone_of_address(text) or zone_near(town) or zone_near(town.removesuffix("er"))


def _of_state(text: str, match: re.Match[str]) -> bool:
    return match[0] == "CT" and phrases.STATE.search(text[max(0, match.start() - 18) : match.end() + 5]) is not None


def _logged(passage: Passage, match: re.Match[str]) -> bool:
    """ "05:12 UTC": universal time behind an exact one is a machine's, unless the sentence is about reaching people."""
    before = passage.text[max(0, match.start() - 10) : match.start()]
    machine = match[0][:3] in ("UTC", "GMT") and _CLOCK.search(before)
    return (
        bool(machine)
        and not phrases_reach.DIRECT.search(passage.text)
        and not phrases_reach.REACHES.search(passage.text)
    )


def _zone_in_brackets(text: str) -> str | None:
    """Brackets that hold a zone or a place and nothing else, in a sentence with a time or with words to be reached."""
    for found in phrases.BRACKETS.finditer(text):
        inner = plain(found[1])
        name = NAMES.get(inner) or PLACES.get(inner) or ABBREVIATIONS.get(found[1]) or zone_said(inner)
        alone = phrases.IN_BRACKETS_ALONE.match(text)
        if name and (alone or find_times(text) or phrases_reach.DIRECT.search(text)):
            return name
    return None


def _zone_beside(passage: Passage) -> Iterator[Found]:
    """A place or a bare zone in a sentence about when to reach somebody: "8-4, Chicago"; "(Kansas)"; "Eastern"."""
    text = passage.text[:300]
    if "(" in text and (name := _zone_in_brackets(text)):
        yield Found("time_zone", name, text, 0.57)
        return
    if passage.words.isdisjoint(phrases.ZONE_NAMES) and text[1:].islower():
        return
    for _, _, end in find_times(text):
        found = phrases.PLACE_AFTER.match(text[end : end + 40])
        universal = found and found[1] in ("UTC", "GMT") and not phrases_reach.DIRECT.search(text)
        if found and not universal and (name := zone_near(found[1])):
            yield Found("time_zone", name, found[1], 0.58)
            return
    last = plain(text.rpartition(",")[2])
    if last in PLACES and find_times(text):
        yield Found("time_zone", PLACES[last], text, 0.55)
        return
    for found in phrases.ZONE_NAMED.finditer(text):
        if name := zone_near(found[1]):
            yield Found("time_zone", name, found[0], 0.52)
            return
