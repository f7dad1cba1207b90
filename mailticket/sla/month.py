"""A month of a calendar day by day: which hours count, and why a day is not like the others of its weekday. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from holidays import country_holidays

from mailticket.sla import calendar
from mailticket.sla.calendar import BusinessCalendar, Calendar, Joint, Succession

_NOTHING = timedelta(0)
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


@dataclass(frozen=True, slots=True)
class Day:
    """One local day. ``spans`` are wall-clock times in ``zone``, the end 24:00 being ``time(0)``; ``hours`` real ones.

    ``shift`` is by how much clocks are put forward (above zero) or back on this day; ``why`` says what is special.
    """

    day: date
    zone: str
    spans: tuple[tuple[time, time], ...]
    hours: timedelta
    shift: timedelta = _NOTHING
    why: tuple[str, ...] = ()


def days(whole: Calendar, first: date, recorded: Mapping[datetime, int] | None = None) -> Iterator[Day]:
    """Every day of the month that begins on ``first``, each in the zone the calendar has on it.

    ``recorded`` says which version of the promises began when: a change of hours names it. A year of which the
    neighbours cannot be computed raises ValueError.
    """
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        raise ValueError(f"the year {first.year} is beyond what can be computed")
    day = first
    while day.month == first.month:
        yield _day(whole, day, recorded or {})
        day += timedelta(days=1)


def zone_of(whole: Calendar, day: date) -> str:
    return _own(whole, _noon(day, ZoneInfo("UTC"))).zone


def _day(whole: Calendar, day: date, recorded: Mapping[datetime, int]) -> Day:
    zone = ZoneInfo(zone_of(whole, day))
    begin, end = (datetime.combine(item, time(0), zone) for item in (day, day + timedelta(days=1)))
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    spans = tuple(
        (opens.astimezone(zone).time(), closes.astimezone(zone).time())
        for opens, closes in calendar.open_intervals(whole, begin, end)
    )
    return Day(
        day=day,
        zone=zone.key,
        spans=spans,
        hours=calendar.elapsed(whole, begin, end),
        shift=timedelta(days=1) - (end - begin),
        why=(*_changed(whole, begin, end, recorded), *_reasons(whole, day, begin, end)),
    )


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(12), zone)


def _version(whole: Calendar, at: datetime) -> Calendar:
    """The calendar that holds at this instant, without its history."""
    while isinstance(whole, Succession):
        begun = [version for begin, version in whole.versions if begin <= at]
        whole = begun[-1] if begun else whole.versions[0][1]
    return whole


def _own(whole: Calendar, at: datetime) -> BusinessCalendar:
    """The hours written under the calendar's own name: of a joint one the first."""
    found = _version(whole, at)
    while not isinstance(found, BusinessCalendar):
        found = _version(found.members[0] if isinstance(found, Joint) else found, at)
    return found


def _reasons(whole: Calendar, day: date, begin: datetime, end: datetime) -> Iterator[str]:
    own = _own(whole, begin)
    name = _holiday(own.region, day)
    if any(special == day for special, _ in own.special):
        yield "special hours" + (f" on {name}" if name else "")
    elif day in own.added:
        yield "closed as configured" + (f", {name}" if name else "")
    elif name and day in own.removed:
        yield f"{name}, worked"
    elif name:
        yield name
    found = _version(whole, begin)
    if isinstance(found, Joint) and calendar.elapsed(own, begin, end) != calendar.elapsed(whole, begin, end):
        yield "with joined calendars"


def _changed(whole: Calendar, begin: datetime, end: datetime, recorded: Mapping[datetime, int]) -> Iterator[str]:
    for change in _changes(whole, begin):
        if begin <= change < end:
            yield f"hours of version {recorded[change]} begin" if change in recorded else "hours change as planned"


def _changes(whole: Calendar, at: datetime) -> Iterator[datetime]:
    """When the calendar becomes another one, as far as that is written in the version that holds now."""
    while isinstance(whole, Succession):
        yield from (begin for begin, _ in whole.versions[1:])
        begun = [version for begin, version in whole.versions if begin <= at]
        whole = begun[-1] if begun else whole.versions[0][1]


def _holiday(region: str, day: date) -> str:
    if not region:
        return ""
    country, _, subdivision = region.partition("-")
    known = country_holidays(country, subdiv=subdivision or None, years=day.year, expand=False)
    return str(known.get(day) or "")
