"""How the sender wants to be reached, in running text: number, way, time, zone. Clear wordings only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mailticket.intake.fields import phones, values
from mailticket.intake.fields import phrases_reach as phrases
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.zones import zone_near

_DIGIT = re.compile(r"\d")
_NO_PHONE = re.compile(
    r"\b(?:fax|order|invoice|ticket|case|emergenc\w{0,4}|account|"
    r"case no\.?)\b[^\d]{0,12}$",
    re.I,
)
_PHONE_CUE = re.compile(
    r"\b(?:call|ring|phone|reach|number|cell|mobile|bell|text|tel|contact|llám\w*|rappeler|appel\w*|anruf\w*|"
    r"erreich\w*|under|unter|au|at|al|on)\b",
    re.I,
)
_ABOUT = phrases.CONTACT_WORDS.pattern
_MAX_NUMBERS = 40
_MAX_ZONE = 600
_ZONE_SEARCHES = ((phrases.ZONE_AFTER_TIME, 0.6), (phrases.ZONE_LOOSE, 0.62), (phrases.PLACE, 0.5))


def phone(told: Sequence[Passage], context: FieldContext) -> Iterator[Found]:
    """The first number, and the first with a word before it that says so; numbers of other things do not count."""
    plain = False
    for match, before in islice(_numbers(told), _MAX_NUMBERS):
        cued = bool(_PHONE_CUE.search(before))
        value = phones.normalised(match[0], context.region) if cued or not plain else None
        if value:
            yield Found("phone", value, match[0], 0.72 if cued else 0.6)
            plain = True
        if value and cued:
            return


def _numbers(told: Sequence[Passage]) -> Iterator[tuple[re.Match[str], str]]:
    """What may be phone numbers, with the text before each."""
    for passage in told:
        for match in phones.written(passage.text) if _DIGIT.search(passage.text) else ():
            before = passage.text[max(0, match.start() - 45) : match.start()]
            if not _NO_PHONE.search(before):
                yield match, before


def method(told: Sequence[Passage]) -> Iterator[Found]:
    """The clearest wording anywhere; else a way named in a sentence about being reached."""
    for way, wording in phrases.METHODS:
        if match := next((match for passage in told if (match := wording.search(passage))), None):
            yield Found("preferred_contact_method", way, match[0], 0.65)
            return
    for passage in told:
        named = values.method(passage.text[:200]) if phrases.ASKS_CONTACT.search(passage) else None
        if named:
            yield Found("preferred_contact_method", named, passage.text, 0.5)
            return


def time(told: Sequence[Passage]) -> Iterator[Found]:
    timed = [passage for passage in told if phrases.CONTACT_WORDS.search(passage) or phrases.ZONE.search(passage)]
    for wording in phrases.TIMES:
        for passage in timed:
            for match in wording.finditer(passage):
                if _about_contact(passage.text, match):
                    yield Found("preferred_contact_time", match[0].strip(" ,"), match[0], 0.6)
                    return
    for passage in timed:
        said = next((found for wording in phrases.TIMES if (found := wording.search(passage))), None)
        if said and phrases.ASKS_CONTACT.search(passage) and len(passage.text) < 200:
            yield Found("preferred_contact_time", said[0].strip(" ,"), passage.text, 0.5)
            return


def _about_contact(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
    if phrases.MEETS.search(before):
        return False
    zoned = phrases.ZONE.pattern.match(after.lstrip(" (,")) or phrases.ZONE_AFTER_TIME.pattern.match(
        text[max(0, match.end() - 1) : match.end() + 25]
    )
    return bool(zoned or _ABOUT.search(before) or _ABOUT.search(after))


def zone(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    passage = passage.beginning(_MAX_ZONE)
    if (match := phrases.ZONE.search(passage)) and (name := zone_near(match[0])):
        yield Found("time_zone", name, match[0], 0.68)
    for wording, sure in _ZONE_SEARCHES:
        for match in wording.finditer(passage):
            if name := zone_near(match[1]):
                yield Found("time_zone", name, match[0], sure)
                break
