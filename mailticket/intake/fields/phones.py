"""Phone numbers in text to ITU-T E.164, the extension kept. Which number is the right one is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

_SHAPE = re.compile(
    r"(?<![\w@./:-])(?:\+|00)?\(?\d(?:\(\d{1,5}\)|[\d)\s./\u2010-\u2015-]){5,22}\d(?:\s{0,2}(?:extension|ext|x|#|"
    r"dw)\.?\s{0,2}\d{1,6})?(?![\w@])",
    re.I,
)
_DATE = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?!\d)")
_SMTP = re.compile(r"[245]\d\d[ -][245]\.\d{1,3}\.\d{1,4}")  # a reply code with its enhanced one (RFC 3463)
_HOURS = re.compile(r"(?:0\d|1\d|2[0-3])[0-5]\d\s?[\u2010-\u2015-]\s?(?:0\d|1\d|2[0-3])[0-5]\d(?!\d)")  # "0700-1500"
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}\s*$")
MIN_DIGITS, MAX_DIGITS = 7, 15


def written(text: str) -> Iterator[re.Match[str]]:
    """Every stretch of the text that has the shape of a phone number and not that of a date or an IP address."""
    for found in _SHAPE.finditer(text):
        digits = [letter for letter in found[0] if letter.isdigit()]
        likely = MIN_DIGITS <= len(digits) <= MAX_DIGITS + 6 and len(set(digits)) > 1
        if likely and not any(other.match(found[0]) for other in (_SMTP, _DATE, _HOURS, _IP)):
            yield found


def number(text: str, region: str) -> str | None:
    """The first number in an answer: "+14045550132", "+13125550119 x204"; None without one.

    A number that cannot exist in ``region`` (ISO 3166) keeps the digits that were written.
    """
    found = next(written(text[:300]), None)
    return normalised(found[0], region) if found else None


def _without_country(parsed: phonenumbers.PhoneNumber) -> bool:
    """ "0470 …" read as North American, where no area begins so: a number of a country that was not written."""
    area = phonenumbers.national_significant_number(parsed)[:1]
    return parsed.country_code == _NORTH_AMERICA and area in ("0", "1")


_NORTH_AMERICA = 1


@lru_cache(maxsize=512)
def normalised(text: str, region: str) -> str | None:
    """One written number as E.164 with " x" and the extension."""
    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    extension = f" x{parsed.extension}" if parsed.extension else ""
    if phonenumbers.is_possible_number(parsed) and not _without_country(parsed):
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) + extension
    digits = re.sub(r"\D", "", text)
    return digits if MIN_DIGITS <= len(digits) <= MAX_DIGITS else None
