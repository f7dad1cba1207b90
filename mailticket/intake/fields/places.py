"""The zone of an address: city and state, postcode and town. Knows states by their letters; looks nothing up online."""

from __future__ import annotations

import re

from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.zones import PLACES

# zone -> states and provinces by their letters; those with several zones stand under that of most people
_STATES = {
    state: zone
    for zone, states in {
        "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
        "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        "America/Denver": "CO ID MT NM UT WY",
        "America/Phoenix": "AZ",
        "America/Los_Angeles": "CA NV OR WA",
        "America/Anchorage": "AK", "Pacific/Honolulu": "HI", "America/Puerto_Rico": "PR",
        "America/Toronto": "ON QC", "America/Winnipeg": "MB", "America/Regina": "SK", "America/Edmonton": "AB",
        "America/Vancouver": "BC", "America/Halifax": "NS NB PE", "America/St_Johns": "NL",
        "Australia/Sydney": "NSW ACT", "Australia/Melbourne": "VIC", "Australia/Brisbane": "QLD",
        "Australia/Hobart": "TAS",
    }.items()
    for state in states.split()
}  # fmt: skip
_DEGREES = frozenset(["MD", "MA", "PA", "MS", "DE"])  # "Kim Doe, MD" lives nowhere
_PARTED = frozenset(["FL", "IN", "KY", "MI", "KS", "ND", "NE", "SD", "TN", "TX", "ID", "OR"])
_CITY_STATE = re.compile(
    r"([A-ZÀ-Ý][\w.'’-]{1,20}(?: [A-ZÀ-Ý][\w.'’-]{1,20}){0,2})(,? )([A-Z]{2,3})(,? [\d]{4,5}(?:-\d{4})?)?(?=$|\s?[|"
    r"•·,;()–-])"
)
_POSTCODE = re.compile(r"(?:^|[\s,-])\d{4,5} ([A-ZÀ-Ý][\w.'’-]{2,20}(?: [a-zA-ZÀ-Ý][\w.'’-]{1,20}){0,2})")
_BETWEEN = re.compile(r"\s?[|•·,;()–]\s?|\s-\s")


def zone_of_address(text: str) -> str | None:
    """The zone of "Duluth, MN", "Duluth MN 55802", "18055 Rostock" or of a part that is nothing but a known place."""
    for found in _CITY_STATE.finditer(text):
        zone = _STATES.get(found[3])
        city = PLACES.get(plain(found[1]))
        comma = "," in found[2] and found[3] not in _DEGREES
        if zone and (comma or found[4] or city == zone):
            return city if city and found[3] in _PARTED and city.startswith("America/") else zone
    if coded := _POSTCODE.search(text):
        words = plain(coded[1]).split()
        return next((PLACES[name] for end in (3, 2, 1) if (name := " ".join(words[:end])) in PLACES), None)
    parts = [plain(part) for part in _BETWEEN.split(text)] if any(mark in text for mark in _MARKS) else [plain(text)]
    return next((PLACES[part] for part in reversed(parts) if part in PLACES), None)


_MARKS = ("|", "•", "·", ",", ";", "(", "–", " - ")
