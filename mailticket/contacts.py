"""Phone and chat contacts: the noun, and how a waiting time and a moment are read from what a person or a telephone
system wrote. Pure; which columns a table has is told in ``contact_csv``.

Each reader raises ValueError with the mistake and its remedy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from mailticket.config_values import duration
from mailticket.outbound.clean import one_line

MILLISECOND = timedelta(milliseconds=1)
LONGEST_WAIT = timedelta(hours=24)  # nobody waits longer on a line: such a number is a mistake
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)  # before it lie only the zeros of broken clocks

_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,9})?", re.A)
_CLOCK = re.compile(r"(?:(?P<h>\d{1,4}):)?(?P<m>\d{1,4}):(?P<s>\d\d(?:[.,]\d{1,9})?)", re.A)
_THOUSANDS = re.compile(r"\d+,\d{3}", re.A)
_MOMENT = re.compile(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)[T ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?"
    r"\s*([ap]\.?m\.?)?\s*(z|[+-]\d\d(?::?\d\d)?|[a-z]{2,5})?",
    re.A | re.I,
)


class Channel(StrEnum):
    PHONE = "phone"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Contact:
    """One call or chat. ``source`` is the import's own key of it, "" when it was logged by hand."""

    channel: Channel
    at: datetime  # when it began
    waited: timedelta  # until answered, or until given up; whole milliseconds
    answered: bool = True
    agent: str = ""
    ticket: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as it was understood; ``note`` says how, where a wall clock left a choice."""

    at: datetime
    note: str = ""
    zone: str = ""  # that a wall time without offset was read in


# ---------------------------------------------------------------- waiting times


def waiting_time(text: str, unit: timedelta = timedelta(seconds=1)) -> timedelta:
    """``95``, ``95.5``, ``95s``, ``2m``, ``1:35``, ``00:01:35``; a bare number counts ``unit``.

    Parts of a millisecond count as a whole one: rounding makes nobody's wait shorter.
    """
    waited = _span(text.strip(), unit)
    if waited > LONGEST_WAIT:
        raise ValueError(f'"{_quoted(text)}" is longer than a day; nobody waits that long')
    return waited


def _span(text: str, unit: timedelta) -> timedelta:
    if text.startswith(("-", "−")):
        raise ValueError(f'"{_quoted(text)}" is negative' if text[1:] else '"-" is no waiting time')
    if _NUMBER.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        return _milliseconds(Decimal(text.replace(",", ".")) * (unit // MILLISECOND))
    if clock := _CLOCK.fullmatch(text):
        return _clock_span(text, clock)
    try:
        return duration(text)
    except ValueError as error:
        raise ValueError(
            f'"{_quoted(text)}" is no waiting time; write for example "95", "95s", "2m" or "1:35"'
        ) from error


def _clock_span(text: str, clock: re.Match[str]) -> timedelta:
    hours, minutes, seconds = int(clock["h"] or 0), int(clock["m"]), Decimal(clock["s"].replace(",", "."))
    if seconds >= 60 or (clock["h"] and minutes >= 60):
        raise ValueError(f'"{text}" has more than 59 where minutes or seconds stand')
    return _milliseconds((hours * 3600 + minutes * 60 + seconds) * 1000)


def _milliseconds(count: Decimal) -> timedelta:
    return int(min(count, Decimal(10**12)).to_integral_value(ROUND_CEILING)) * MILLISECOND


# ---------------------------------------------------------------- moments


def moment(text: str, zone: ZoneInfo) -> Moment:
    """``2026-11-24 14:05``, with seconds, ``T``, AM/PM, an offset or an abbreviation of the zone if wanted.

    Without an offset it is a wall time of ``zone``: one that came twice is taken as the first, one that was skipped as
    if the clocks had not yet been put forward (PEP 495, fold 0); the note says so.
    """
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        raise ValueError(f'"{_quoted(text)}" is no date with a time of day; write for example "2026-11-24 14:05"')
    try:
        wall = _wall(match)
        return _placed(wall, match[10], zone)
    except (ValueError, OverflowError) as error:
        raise ValueError(f'"{_quoted(text)}": {error}') from error


def _wall(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute = (int(match[number]) for number in (1, 3, 4, 5, 6))
    if match[9]:
        if not 1 <= hour <= 12:
            raise ValueError(f"the hour {hour} has no AM or PM")
        hour = hour % 12 + (12 if match[9][0] in "pP" else 0)
    fraction = int((match[8] or "").ljust(6, "0")[:6])
    return datetime(year, month, day, hour, minute, int(match[7] or 0), fraction)  # noqa: DTZ001  placed by its caller


def _placed(wall: datetime, suffix: str | None, zone: ZoneInfo) -> Moment:
    if not suffix:
        return local(wall, zone)
    if suffix.upper() in ("Z", "UTC", "GMT"):
        return Moment(wall.replace(tzinfo=UTC))
    if suffix[0] in "+-":
        return Moment(datetime.fromisoformat(wall.isoformat() + suffix).astimezone(UTC))
    for fold in (0, 1):
        at = wall.replace(tzinfo=zone, fold=fold)
        if at.tzname() == suffix.upper():
            return Moment(at.astimezone(UTC))
    raise ValueError(f"{suffix} is not in force in {zone} then; write an offset such as -05:00")


def local(wall: datetime, zone: ZoneInfo) -> Moment:
    """A wall time without offset in ``zone``; the note says how it was taken where the zone changed its clocks."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    at = first.astimezone(UTC)
    before, after = first.utcoffset(), second.utcoffset()
    if before == after or before is None or after is None:
        return Moment(at, zone=str(zone))
    taken = f"{at.astimezone(zone):%H:%M %Z} ({at:%H:%M} UTC)"
    happened = "came twice" if before > after else "was skipped"
    which = f"as the first, {taken}" if before > after else f"as {taken}"
    return Moment(at, f"{wall:%Y-%m-%d %H:%M} {happened} in {zone} when the clocks changed; taken {which}", str(zone))


def check_begin(taken: Moment, now: datetime, written: str) -> datetime:
    """The instant in UTC; raises ValueError, with what was ``written``, when no contact can have begun then."""
    if EARLIEST <= taken.at <= now:
        return taken.at.astimezone(UTC)
    zone = f" ({taken.zone})" if taken.zone else ""
    wrong = "is in the future" if taken.at > now else f"is before {EARLIEST.year}"
    raise ValueError(f'"{_quoted(written)}"{zone} {wrong}')


def _quoted(text: str) -> str:
    return one_line(text, 40)
