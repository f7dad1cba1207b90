"""How the sender wants to be reached, in running text: number, time, zone. The way itself is ``ways``'s business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mailticket.intake.fields import phones
from mailticket.intake.fields import phrases_reach as phrases
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.times import MAX_TIMED, find_times
from mailticket.intake.fields.zones import zone_near

_DIGIT = re.compile(r"\d")
_NO_PHONE = re.compile(
    r"\b(?:fax|order|invoice|ticket|case|account|"
    r"case no\.?|bestellung|rechnung|facture|factura|pedido|serial|version|build|id|from ip|ip)\b[^\d]{0,12}$",
    re.I,
)
_LAST_RESORT = re.compile(
    r"\b(?:emergenc\w{0,4}|notf[aä]ll\w{0,2}|urgences?|emergencias?|hotline|box office|main office)\b[^\d]{0,14}$", re.I
)
_PHONE_CUE = re.compile(
    r"\b(?:call|ring|phone|reach|number|cell|mobile|bell|text|tel|telephone|contact|llám\w*|rappeler|appel\w*|anruf\w*|"
    r"erreich\w*|under|unter|au|at|al|on|telefon\w*|teléfono|line|direct|whatsapp|voice|dial|marcar|handy|móvil|joign\w*)\b",
    re.I,
)
_MAX_NUMBERS = 40
_MAX_ZONE = 600
_ZONE_SEARCHES = ((phrases.ZONE_AFTER_TIME, 0.6), (phrases.ZONE_LOOSE, 0.62), (phrases.PLACE, 0.5))


def phone(told: Sequence[Passage], context: FieldContext) -> Iterator[Found]:
    """The first number, and the first with a word before it that says so; numbers of other things do not count."""
    plain = False
    for match, before in islice(_numbers(told), _MAX_NUMBERS):
        if _LAST_RESORT.search(before):
            value = phones.normalised(match[0], context.region)
            yield from [Found("phone", value, match[0], 0.52)] if value else []
            continue
        cued = bool(_PHONE_CUE.search(before))
        likely = cued or (not plain and (context.is_reply or match[0].count("-") != 1 or len(match[0]) > 9))
        value = phones.normalised(match[0], context.region) if likely else None
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


# ---------------------------------------------------------------- when

_LONE_HOUR = re.compile(r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]m)?$", re.I)  # an hour nobody says before, after or until of
_TIMED = 0.6
_LIKELY = 2
_SHORT = 50


def time(told: Sequence[Passage]) -> Iterator[Found]:
    """The stretch of time that stands closest to words about being reached, the earlier one of equals."""
    rated = (
        (_about_contact(passage, start, end, before), stretch, passage)
        for before, passage in zip(("", *(item.text for item in told)), told, strict=False)
        if _may_tell(passage)
        for stretch, start, end in find_times(passage.text)
    )
    best = max(rated, key=lambda item: item[0], default=None)
    if best and best[0] >= _LIKELY:
        yield Found("preferred_contact_time", best[1], best[2].text, _TIMED)


def _may_tell(passage: Passage) -> bool:
    """Asked of every sentence, so by its words: a short one may be all time, a longer one also says what for."""
    if passage.words.isdisjoint(phrases.TIME_WORDS) and not _DIGIT.search(passage.text):
        return False
    return len(passage.text) < _SHORT or any(part in passage.folded for part in phrases.REACH_PARTS)


def _about_contact(passage: Passage, start: int, end: int, previous: str) -> int:
    """How clearly this stretch of time is one for being reached."""
    text = passage.text
    before, after = text[max(0, start - 70) : start], text[end : end + 50]
    if phrases.OTHER_TIME.search(before[-32:]) or phrases.PAST.search(text[start:end]):
        return -1
    zoned = phrases.ZONE.pattern.match(after.lstrip(" (,")) or phrases.ZONE_AFTER_TIME.pattern.match(
        text[end - 1 : end + 25]
    )
    place = zone_near(after[:24]) if after[:1] in ",( " else None
    if _LONE_HOUR.match(text[start:end]):
        return -1
    zone_before = phrases.ZONE.pattern.search(before[-18:]) or zone_near(before[-14:].rpartition(".")[2])
    value = 3 * bool(zoned or zone_before) + 2 * bool(place) + 2 * bool(phrases.REACHES.search(before))
    value += 2 * bool(phrases.REACHES_AFTER.search(after)) + bool(phrases.PRESENT.search(before))
    if not value and len(text) < MAX_TIMED and phrases.REACHES.search(text):
        value = 2 if len(text) < 160 else 1
    if value == 1 or (not value and len(text) < 50):
        value += bool(phrases.REACHES.search(previous[-120:]))
    return value


# ---------------------------------------------------------------- where


def zone(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    passage = passage.beginning(_MAX_ZONE)
    if (match := phrases.ZONE.search(passage)) and (name := zone_near(match[0])):
        yield Found("time_zone", name, match[0], 0.68)
    for wording, sure in _ZONE_SEARCHES:
        for match in wording.finditer(passage):
            if name := zone_near(match[1]):
                yield Found("time_zone", name, match[0], sure)
                break
    yield from _zone_beside(passage)


def _zone_beside(passage: Passage) -> Iterator[Found]:
    """A place or a bare zone in a sentence about when to reach somebody: "8-4, Chicago"; "Eastern"."""
    text = passage.text[:300]
    if passage.words.isdisjoint(phrases.ZONE_NAMES) and not any(letter.isupper() for letter in text[1:]):
        return
    for _, _, end in find_times(text):
        found = phrases.PLACE_AFTER.match(text[end : end + 40])
        if found and (name := zone_near(found[1])):
            yield Found("time_zone", name, found[1], 0.58)
            return
    for found in phrases.ZONE_NAMED.finditer(text):
        if name := zone_near(found[1]):
            yield Found("time_zone", name, found[0], 0.52)
            return
