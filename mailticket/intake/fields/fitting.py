"""How an answer looks: which fields it may answer, and how much it shows of that by itself. Knows no label."""

from __future__ import annotations

import re
from collections.abc import Callable

from mailticket.intake.fields import companies, phones, values
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon_cues import COMMANDS
from mailticket.intake.fields.lexicon_deeds import DID
from mailticket.intake.fields.lexicon_telling import TROUBLE
from mailticket.intake.fields.products import named
from mailticket.intake.fields.prose_severity import said_of_haste
from mailticket.intake.fields.severities import severity
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone, zone_near

SURE, CLEAR, FAINT = 3, 2, 1  # what an answer may show of its field; 0 for one that fits, no more
_SHORT = 8  # words a short answer has at most
_TOLD = 5  # words of an answer that tells something
_UNNAMED = FieldContext()


def fits(key: str, answer: str) -> bool:
    """Whether this may be an answer to the field."""
    return key not in FITS or FITS[key](answer)


def shows(key: str, answer: str) -> int:
    """How much the answer shows that it is one to this field; 0 for nothing."""
    return _SHOWS[key](answer) if key in _SHOWS else 0


def _few(text: str, most: int = _SHORT) -> bool:
    return len(text.split()) <= most


def _is_time(text: str) -> bool:
    return bool(find_times(text[:200])) or bool(_VAGUE_TIME.search(text))


_VAGUE_TIME = re.compile(
    r"\b(?:whenever|any|always|jederzeit|immer|toujours|siempre|flexible|egal|asap|arvos?|mornings?|working)\b", re.I
)
_LETTER = re.compile(r"^\W{0,3}(?:sev(?:erity)?\s?|\d\s?=\s?)?[ABC]\W{0,3}(?:$|[-–—(,:=])", re.I)
_COUNTED = re.compile(
    r"^(?:about|around|approx\w*\.?|ca\.?|roughly|only|just|all|circa|etwa|rund|ungefähr|environ|unos|unas|a|~)?\s?"
    r"\d{1,5}(?:\s(?![ap]\.?m)(?:of us|[^\W\d]{3,}).{0,40})?$",
    re.I,
)
_WEEKLY = re.compile(
    r"\d\s?(?:min|hour|hr|day|week|month|year|stunde|tag|woche|monat|heure|jour|mois|h[oó]ra|d[ií]a)", re.I
)
_NAME = re.compile(
    r"^(?:[^\W\d_a-zß-ÿ][\w.'’-]{0,20}\s(?:(?:de|da|von|van|der|den|du|la|le|ní|al|el|bin|zu)\s){0,2}){1,3}[^\W\d_a-zß-ÿ][\w'’-]{1,20}\.?$"
)


def _zone(text: str) -> str | None:
    """An abbreviation in small letters is a word in any longer answer."""
    return zone(text) if _few(text, 4) else zone_near(text)


FITS: dict[str, Callable[[str], bool]] = {
    "severity": lambda text: _few(text, 12) and (severity(text) or said_of_haste(text)) is not None,
    "users_impacted": lambda text: _few(text, 14) and values.users(text) is not None,
    "phone": lambda text: phones.number(text, "US") is not None,
    "email": lambda text: values.address(text, _UNNAMED) is not None,
    "preferred_contact_method": lambda text: _few(text, 14) and bool(values.METHOD.search(plain(text))),
    "preferred_contact_time": lambda text: _few(text, 20) and _is_time(text),
    "time_zone": lambda text: _few(text, 12) and _zone(text) is not None,
    "tenant_domains": lambda text: values.domains(text) is not None,
    "cmp_id": lambda text: values.cmp(text) is not None and not values.GUID.search(text),
    "subscription_id": lambda text: values.subscription(text) is not None,
    "contact_name": lambda text: _few(text, 12) and values.person(text) is not None and " & " not in text,
    "partner_name": lambda text: _few(text, 12),
    "product": lambda text: _few(text, 14),
    "user_accounts": lambda text: "@" in text,
    "error_messages": lambda text: not text.casefold().startswith(("yes,", "yes ", "ja,", "oui,", "sí,")),
}


def _share(part: str | None, text: str) -> int:
    """How much of the answer the part is: all of it, most of it, some."""
    if not part:
        return 0
    return SURE if len(part) >= 0.6 * len(text) else CLEAR if len(part) >= 0.3 * len(text) else FAINT


def _address(text: str) -> int:
    found = values.ADDRESS.findall(text)
    return _share(found[0], text) if len(found) == 1 else 0


def _phone(text: str) -> int:
    found = next(phones.written(text[:200]), None)
    return _share(found[0], text) if found else 0


def _method(text: str) -> int:
    if not _few(text, 14) or not values.METHOD.search(plain(text)):
        return 0
    if " " in (product := next(iter(named(text, 1)), "")) and plain(product) != "microsoft teams":
        return 0
    first = plain(text).split()[0]
    whole = values.METHOD.fullmatch(first) and _few(text, 4)
    return SURE if whole else CLEAR if _few(text, 5) else FAINT


def _time(text: str) -> int:
    return max((_share(found[0], text) for found in find_times(text[:200])), default=0)


def _people(text: str) -> int:
    return CLEAR if _COUNTED.match(text) and not _WEEKLY.search(text) and values.users(text) is not None else 0


def _person(text: str) -> int:
    name = values.person(text) or ""
    return CLEAR if _NAME.match(name) and not values.names_company(name) and not named(name) else 0


def _company(text: str) -> int:
    first = text.partition("\n")[0]
    if not _few(first) or "@" in first or first[:1].islower() or named(first):
        return 0
    return CLEAR * (companies.BELONGS.search(first) is not None or " & " in first)


def _product(text: str) -> int:
    name = next(iter(named(text, 1)), "")
    return CLEAR if name and (_few(text, 5) or text.startswith(name)) and _few(text, 10) else 0


def _trouble(text: str) -> int:
    words = plain(text).split()
    return (
        0
        if len(words) < _TOLD
        else CLEAR
        if not TROUBLE.isdisjoint(text.casefold().replace("'", "").split())
        else FAINT
    )


def _deed(text: str) -> int:
    first = (plain(text).split() or [""])[0]
    return CLEAR if first in DID or (first.endswith("ed") and len(first) > 4) else 0


def _command(text: str) -> int:
    return CLEAR if (plain(text).split() or [""])[0] in COMMANDS and not _few(text, 2) else 0


_NUMBERED = re.compile(r"(?:CMP[\s#:-]{0,3})?[A-Z]{0,4}-?\d{4,8}", re.I)
_MESSAGE = re.compile(r"\b0x[0-9a-f]{6,8}\b|\b[A-Z]{2,10}\d{4,10}\b|\b[45]\d\d [45]\.\d|\b\w{4,}(?:Error|Exception)\b")
_SHOWS: dict[str, Callable[[str], int]] = {
    "severity": lambda text: SURE if _LETTER.match(text) else CLEAR * (_few(text, 4) and severity(text) is not None),
    "users_impacted": _people,
    "phone": _phone,
    "email": _address,
    "preferred_contact_method": _method,
    "preferred_contact_time": _time,
    "time_zone": lambda text: (SURE if _few(text, 4) else CLEAR) if _few(text, 12) and _zone(text) else 0,
    "tenant_domains": lambda text: SURE * (".onmicrosoft.com" in text and "@" not in text and _few(text, 6)),
    "cmp_id": lambda text: CLEAR * (_NUMBERED.fullmatch(text) is not None),
    "subscription_id": lambda text: SURE * (values.GUID.fullmatch(text.strip()) is not None),
    "contact_name": _person,
    "partner_name": _company,
    "product": _product,
    "user_accounts": lambda text: SURE if len(values.ADDRESS.findall(text[:300])) > 1 else FAINT * ("@" in text),
    "description": _trouble,
    "error_messages": lambda text: CLEAR * (_MESSAGE.search(text) is not None),
    "steps_taken": _deed,
    "steps_to_reproduce": _command,
}
