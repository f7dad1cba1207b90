"""Values as people write them in the configuration ("4h", "40MB", "06:00-20:00") to typed ones. No IO but zone data.

Each reader raises ValueError with the mistake and its remedy; where in the file it stood is added elsewhere.
"""

from __future__ import annotations

import re
from datetime import time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, Strict

from mailticket.vocabulary import CATEGORIES, FIELD_KEYS, SEVERITIES

Span: TypeAlias = tuple[time, time]

_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_SIZES = {"": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3}
_LONGEST = 10 * 365 * 86400
_MIDNIGHT = time(0)


def duration(text: object) -> timedelta:
    """``"4h"``, ``"1h30m"``, ``"90s"``, ``"2d"`` to a timedelta of at most ten years; ValueError for anything else."""
    if isinstance(text, timedelta):
        return text
    parts = re.findall(r"(\d{1,12})\s*([dhms])", str(text))
    if not parts or re.sub(r"(\d{1,12})\s*([dhms])|\s", "", str(text)):
        raise ValueError(f'"{text}" is no duration; write for example "4h", "1h30m" or "90s"')
    seconds = sum(int(number) * _UNITS[unit] for number, unit in parts)
    if seconds > _LONGEST:
        raise ValueError(f'"{text}" is longer than ten years; write a shorter duration')
    return timedelta(seconds=seconds)


def _some_time(value: timedelta) -> timedelta:
    if not value:
        raise ValueError('cannot be zero; write for example "30s"')
    return value


def size(text: object) -> int:
    """``"40MB"``, ``"512 KB"``, ``"1GB"`` or a plain number of octets, at least one; units are powers of 1024."""
    match = re.fullmatch(r"(\d{1,15})\s*(KB|MB|GB)?", str(text).strip(), re.IGNORECASE)
    if not match or int(match[1]) == 0:
        raise ValueError(f'"{text}" is no size; write for example "40MB"')
    return int(match[1]) * _SIZES[(match[2] or "").upper()]


def hours(text: object) -> tuple[Span, ...]:
    """``"06:00-20:00"`` or ``"09:00-12:00, 13:00-17:00"``; "" is a closed day, "24:00" ends a whole one.

    Spans come in order and do not overlap; an end of 24:00 is ``time(0)``.
    """
    if isinstance(text, tuple):
        return text
    spans = tuple(_span(part.strip()) for part in str(text).split(",") if part.strip())
    if any(after[0] < before[1] or before[1] == _MIDNIGHT for before, after in pairwise(spans)):
        raise ValueError(f'"{text}" has spans that overlap or are out of order; write them from morning to evening')
    return spans


def hours_text(spans: tuple[Span, ...]) -> str:
    """The spans as they are written."""
    return ", ".join(f"{begin:%H:%M}-{f'{end:%H:%M}' if end != _MIDNIGHT else '24:00'}" for begin, end in spans)


def _span(text: str) -> Span:
    match = re.fullmatch(r"(\d{1,2}:\d\d)\s*-\s*(\d{1,2}:\d\d)", text)
    if not match:
        raise ValueError(f'"{text}" is no span of hours; write for example "06:00-20:00"')
    begin, end = _clock(match[1]), _MIDNIGHT if match[2] == "24:00" else _clock(match[2])
    if match[2] != "24:00" and end <= begin:
        raise ValueError(f'"{text}" ends before it begins; a night belongs half to each day, as in "20:00-24:00"')
    return begin, end


def _clock(text: str) -> time:
    hour, minute = map(int, text.split(":"))
    if hour > 23 or minute > 59:
        raise ValueError(f'"{text}" is no time of day; write 00:00 to 23:59, or 24:00 as an end')
    return time(hour, minute)


def _time_of_day(text: object) -> time | None:
    if isinstance(text, time):
        return text
    if text == "" or text is None:
        return None
    if not re.fullmatch(r"\d{1,2}:\d\d", str(text)):
        raise ValueError(f'"{text}" is no time of day; write for example "07:30"')
    return _clock(str(text))


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # an unknown name, a folder of zones, an unusable name
        raise ValueError(f'"{name}" is no known time zone; write an IANA name such as "America/New_York"') from error
    return name


def _matching(pattern: str, remedy: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f'"{value}" {remedy}')
        return value

    return AfterValidator(check)


def _among(allowed: tuple[str, ...]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f'"{value}" is not known; write one of {", ".join(allowed)}')
        return value

    return AfterValidator(check)


def _nothing(value: object) -> object:
    return None if value == "" else value


OptionalPath = Annotated[Path | None, BeforeValidator(_nothing)]
_AsWritten = PlainSerializer(lambda value: f"{value // timedelta(seconds=1)}s", when_used="json")
Duration = Annotated[timedelta, BeforeValidator(duration), _AsWritten]
SomeTime = Annotated[timedelta, BeforeValidator(duration), AfterValidator(_some_time), _AsWritten]
OptionalTime = Annotated[SomeTime | None, BeforeValidator(_nothing)]
OptionalClock = Annotated[time | None, BeforeValidator(_time_of_day)]
Size = Annotated[int, BeforeValidator(size)]
Hours = Annotated[tuple[Span, ...], BeforeValidator(hours), PlainSerializer(hours_text, when_used="json")]
Zone = Annotated[str, AfterValidator(_zone)]
OptionalZone = Annotated[Zone | None, BeforeValidator(_nothing)]
Email = Annotated[
    str, _matching(r"[^@\s<>,;]+@[^@\s<>,;]+", "is no mail address; write it bare, as in desk@example.com")
]
OptionalEmail = Annotated[Email | None, BeforeValidator(_nothing)]
ReversePath = Annotated[
    str, _matching(r"<>|[^@\s<>,;]+@[^@\s<>,;]+", 'is neither "<>" nor a mail address; write one of them')
]
Region = Annotated[str, _matching(r"[A-Z]{2}", 'is no country; write its two capital letters, such as "US"')]
HolidayRegion = Annotated[
    str,
    _matching(r"([A-Z]{2}(-[A-Z0-9]{1,3})?)?", 'is no country or state; write for example "US", "US-CA" or "DE-BY"'),
]
# a keyword is an atom: RFC 3501 §9
Keyword = Annotated[
    str,
    _matching(
        r'[^(){%*"\\\]\x00-\x20\x7f-\U0010ffff]+', 'is no IMAP keyword; write letters and digits, such as "$Mailticket"'
    ),
]
FieldKey = Annotated[str, _among(FIELD_KEYS)]
CategoryKey = Annotated[str, _among(CATEGORIES)]
Severity = Annotated[str, _among(SEVERITIES)]
Text = Annotated[str, Field(min_length=1)]
Flag = Annotated[bool, Strict()]
Port = Annotated[int, Strict(), Field(ge=1, le=65535)]
Positive = Annotated[int, Strict(), Field(ge=1)]
Natural = Annotated[int, Strict(), Field(ge=0)]
Share = Annotated[float, Strict(), Field(gt=0, le=1)]
Above0 = Annotated[float, Strict(), Field(gt=0)]
