"""Times, durations and field values in words, as a person reads them. English only; knows no ticket and no template."""

from __future__ import annotations

import math
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_datetime, get_timezone_name

from mailticket.model import FieldContent

_MOMENT = "EEEE d MMMM y, h:mm a"


@lru_cache(256)  # both first mails of a ticket name the same times
def moment(at: datetime, zone: ZoneInfo) -> str:
    """``Monday 23 November 2026, 10:00 AM EST``: an aware time on the wall clocks of this zone."""
    local = at.astimezone(zone)
    return f"{format_datetime(local, _MOMENT, locale='en_US')} {_zone_name(local)}"


def _zone_name(local: datetime) -> str:
    name = local.tzname() or ""
    if name.isalpha():
        return name
    offset = local.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}"


@lru_cache(256)
def zone(name: str) -> str:
    """``Eastern Time`` for "America/New_York"; the name itself where there is no such zone."""
    try:
        return get_timezone_name(ZoneInfo(name), locale="en_US")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return name


def zone_or(name: object, otherwise: str) -> ZoneInfo:
    """The IANA zone a requester named, else the other one; the name may be anything a mail contained."""
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(otherwise)


def value(content: FieldContent) -> str:
    """A field's value as text: lists joined by commas, presence as yes or no."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, tuple):
        return ", ".join(content)
    return str(content)


def percent(share: float) -> str:
    """``80 %``, ``79.9 %``: rounded down to a tenth, so that nothing reads as reached before it is."""
    tenths = math.floor(share * 1000 + 1e-9)
    return f"{tenths // 10} %" if tenths % 10 == 0 else f"{tenths / 10:.1f} %"
