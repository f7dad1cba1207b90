"""How the sender wants to be reached, in running text: number, way, time, zone. Clear wordings only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phones, phrases, values
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.zones import zone_near

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
_ZONE_SEARCHES = ((phrases.ZONE_AFTER_TIME, 0.6), (phrases.ZONE_LOOSE, 0.62), (phrases.PLACE, 0.5))


def phone(passage: Passage, context: FieldContext) -> Iterator[Found]:
    text = passage.text
    for match in phones.written(text):
        before = text[max(0, match.start() - 45) : match.start()]
        value = None if _NO_PHONE.search(before) else phones.normalised(match[0], context.region)
        if value:
            yield Found("phone", value, match[0], 0.72 if _PHONE_CUE.search(before) else 0.6)


_WAY_WORDS = frozenset((
    "email", "e-mail", "mail", "emails", "emailing", "e-mailing", "call", "calls", "phone", "telephone", "text",
    "sms", "teams", "ring", "bell", "cell", "mobile", "whatsapp", "reply", "write", "chat", "rufen", "telefon",
    "telefonisch", "rückruf", "rappeler", "appeler", "joindre", "courriel", "téléphone", "llamen", "llámenme",
    "llamar", "llamarme", "teléfono", "correo", "per", "buzz", "line",
))  # fmt: skip


def method(told: Sequence[Passage]) -> Iterator[Found]:
    """The clearest wording anywhere; else a way named in a sentence about being reached."""
    about = [passage for passage in told if passage.words & _WAY_WORDS]
    for way, pattern in phrases.METHODS:
        if match := next((match for passage in about if (match := pattern.search(passage.text))), None):
            yield Found("preferred_contact_method", way, match[0], 0.65)
            return
    for passage in told:
        named = values.method(passage.text[:200]) if phrases.ASKS_CONTACT.search(passage.text) else None
        if named:
            yield Found("preferred_contact_method", named, passage.text, 0.5)
            return


_TIME_WORD = re.compile(
    r"\d|\b(?:morning|afternoon|evening|any ?time|all day|whole day|clock|hours|noon|lunch|journée|mañana|tarde|"
    r"matin|vormittag|nachmittag|weekday)",
    re.I,
)


def time(told: Sequence[Passage]) -> Iterator[Found]:
    timed = [
        passage
        for passage in told
        if _TIME_WORD.search(passage.text)
        and (phrases.CONTACT_WORDS.search(passage.text) or phrases.ZONE.search(passage.text))
    ]
    for pattern in phrases.TIMES:
        for passage in timed:
            for match in pattern.finditer(passage.text):
                if _about_contact(passage.text, match):
                    yield Found("preferred_contact_time", match[0].strip(" ,"), match[0], 0.6)
                    return
    for passage in timed:
        said = next((found for pattern in phrases.TIMES if (found := pattern.search(passage.text))), None)
        if said and phrases.ASKS_CONTACT.search(passage.text) and len(passage.text) < 200:
            yield Found("preferred_contact_time", said[0].strip(" ,"), passage.text, 0.5)
            return


def _about_contact(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
    if phrases.MEETS.search(before):
        return False
    zoned = phrases.ZONE.match(after.lstrip(" (,")) or phrases.ZONE_AFTER_TIME.match(
        text[max(0, match.end() - 1) : match.end() + 25]
    )
    return bool(zoned or phrases.CONTACT_WORDS.search(before) or phrases.CONTACT_WORDS.search(after))


def zone(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    text = passage.text[:600]
    if (match := phrases.ZONE.search(text)) and (name := zone_near(match[0])):
        yield Found("time_zone", name, match[0], 0.68)
    for pattern, sure in _ZONE_SEARCHES:
        for match in pattern.finditer(text):
            if name := zone_near(match[1]):
                yield Found("time_zone", name, match[0], sure)
                break
