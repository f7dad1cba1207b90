"""Business-calendar arithmetic: when a desk is open, and how much open time lies between two instants.

A desk is open while a clock on its wall shows opening hours on a day that is no holiday: so an hour that summer time
skips does not count, and one that it repeats counts twice. Amounts are elapsed real time, exact to the microsecond.
Knows nothing of tickets or targets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from holidays import country_holidays

from mailticket.config import Week

HORIZON_YEARS = 50  # no promise reaches further: an amount that does is a mistake in the configuration
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_TICK = timedelta(microseconds=1)
_SECOND = 10**6
_DAY = 86400 * _SECOND

Span = tuple[time, time]
Ticks = tuple[int, int]  # [begin, end) in microseconds since 1970 in UTC


@lru_cache(maxsize=512)
def _public_holidays(region: str, year: int) -> frozenset[date]:
    if not region:
        return frozenset()
    country, _, subdivision = region.partition("-")
    try:
        return frozenset(country_holidays(country, subdiv=subdivision or None, years=year, expand=False))
    except NotImplementedError as error:
        raise ValueError(f'no public holidays are known for "{region}"; write for example "US" or "DE-BY"') from error


@dataclass(frozen=True, slots=True)
class BusinessCalendar:
    """When a desk is open. ``week`` has the wall-clock spans of its seven days, Monday first, in ``zone``.

    A span holds its beginning, not its end; the end ``time(0)`` is 24:00; spans may touch, overlap and be out of order.
    ``region`` names public holidays ("US", "DE-BY", "" for none); ``added`` days are closed as well, ``removed``
    holidays are worked. Raises ValueError for a week that is not one or an unknown region,
    ZoneInfoNotFoundError for an unknown zone.
    """

    zone: str
    week: tuple[tuple[Span, ...], ...]
    region: str = ""
    added: frozenset[date] = frozenset()
    removed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("a week has seven days")
        if any(end != time(0) and end <= begin for day in self.week for begin, end in day):
            raise ValueError("a span of opening hours ends before it begins")
        ZoneInfo(self.zone)
        _public_holidays(self.region, _EPOCH.year)

    def is_holiday(self, day: date) -> bool:
        """Whether the desk is closed all of this local day, whatever its weekday."""
        return day in self.added or (day not in self.removed and day in _public_holidays(self.region, day.year))


ALWAYS_OPEN = BusinessCalendar("UTC", (((time(0), time(0)),),) * 7)


def from_week(week: Week, default_zone: str) -> BusinessCalendar:
    """The calendar a configuration describes; ``default_zone`` holds where the week names none."""
    return BusinessCalendar(
        zone=week.time_zone or default_zone,
        week=week.days,
        region=week.holidays,
        added=frozenset(week.holidays_added),
        removed=frozenset(week.holidays_removed),
    )


def is_open(calendar: BusinessCalendar, instant: datetime) -> bool:
    """Whether the desk is open at this aware instant."""
    opened, ticks = _open_year(calendar, _utc_year(instant)), _ticks(instant)
    return bisect_right(opened.begins, ticks) > bisect_right(opened.ends, ticks)


def open_intervals(calendar: BusinessCalendar, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The open stretches between two aware instants, cut to them, as UTC pairs in order; adjoining ones are one."""
    for opens, closes in _joined(_clipped(calendar, _ticks(begin), _ticks(end))):
        yield _instant(opens), _instant(closes)


def elapsed(calendar: BusinessCalendar, begin: datetime, end: datetime) -> timedelta:
    """How much open time lies between two aware instants; zero when ``end`` is not after ``begin``."""
    first, last = _ticks(begin), _ticks(end)
    if last <= first:
        return timedelta(0)
    years = range(_utc_year(begin), _utc_year(end) + 1)
    opened = [_open_year(calendar, year) for year in years]
    whole = sum(year.total for year in opened[:-1])
    return (whole + opened[-1].open_until(last) - opened[0].open_until(first)) * _TICK


def add(calendar: BusinessCalendar, begin: datetime, amount: timedelta) -> datetime:
    """The earliest instant (UTC) at which ``amount`` of open time has passed since ``begin``.

    Raises ValueError for a negative amount, and for one that is not reached within HORIZON_YEARS.
    """
    if amount < timedelta(0):
        raise ValueError(f"cannot add a negative amount of open time: {amount}")
    if not amount:
        return begin.astimezone(UTC)
    start = _utc_year(begin)
    wanted = amount // _TICK + _open_year(calendar, start).open_until(_ticks(begin))
    for year in range(start, start + HORIZON_YEARS):
        opened = _open_year(calendar, year)
        if wanted <= opened.total:
            return _instant(opened.reached_at(wanted))
        wanted -= opened.total
    raise ValueError(f"{amount} of open time is never reached: has the calendar any opening hours?")


# ---------------------------------------------------------------- one year, ready for bisection


@dataclass(frozen=True, slots=True)
class _OpenYear:
    """The open stretches of one UTC year; ``before[i]`` is the open time of the year ahead of stretch ``i``."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]
    total: int

    def open_until(self, instant: int) -> int:
        """Open time from the start of the year until this instant of it."""
        index = bisect_right(self.begins, instant) - 1
        if index < 0:
            return 0
        return self.before[index] + min(instant, self.ends[index]) - self.begins[index]

    def reached_at(self, amount: int) -> int:
        """The earliest instant by which this much (above 0, at most ``total``) of the year was open."""
        index = bisect_left(self.before, amount) - 1
        return self.begins[index] + amount - self.before[index]


@lru_cache(maxsize=128)
def _open_year(calendar: BusinessCalendar, year: int) -> _OpenYear:
    stretches = list(_joined(sorted(_spans_of_year(calendar, year))))
    sums = tuple(accumulate((end - begin for begin, end in stretches), initial=0))
    begins, ends = tuple(begin for begin, _ in stretches), tuple(end for _, end in stretches)
    return _OpenYear(begins, ends, sums[:-1], sums[-1])


def _spans_of_year(calendar: BusinessCalendar, year: int) -> Iterator[Ticks]:
    """Every span of the UTC year. Cut at changes of the offset: between them wall time and UTC run in step."""
    hours = tuple(
        tuple((_since_midnight(begin), _since_midnight(end) or _DAY) for begin, end in day) for day in calendar.week
    )
    for begin, end, offset in _steady_stretches(calendar.zone, year):
        for number in range((begin + offset) // _DAY, (end + offset) // _DAY + 1):
            day = date.fromordinal(_EPOCH_DAY + number)
            if calendar.is_holiday(day):
                continue
            midnight = number * _DAY - offset
            cut = (
                (max(begin, midnight + opens), min(end, midnight + closes)) for opens, closes in hours[day.weekday()]
            )
            yield from (span for span in cut if span[0] < span[1])


@lru_cache(maxsize=128)
def _steady_stretches(zone: str, year: int) -> tuple[tuple[int, int, int], ...]:
    """(begin, end, offset) of each stretch of the UTC year with one UTC offset, in microseconds.

    Looks at every day: no zone changes its offset twice within 24 hours.
    """
    first, last = (_ticks(datetime(number, 1, 1, tzinfo=UTC)) for number in (year, year + 1))
    days = range(first, last, _DAY)
    changed = (day for day in days if _offset(zone, day) != _offset(zone, day + _DAY))
    edges = [first, *(_change_of_offset(zone, day) for day in changed)]
    ends = [*edges[1:], last]
    return tuple((begin, end, _offset(zone, begin)) for begin, end in zip(edges, ends, strict=True) if begin < end)


def _change_of_offset(zone: str, day: int) -> int:
    seconds = range(day, day + _DAY, _SECOND)
    before = _offset(zone, day)
    return day + _SECOND * bisect_left(seconds, True, key=lambda instant: _offset(zone, instant) != before)


def _offset(zone: str, instant: int) -> int:
    local = _instant(instant).astimezone(ZoneInfo(zone))
    return (local.utcoffset() or timedelta(0)) // _TICK


# ---------------------------------------------------------------- ticks


def _clipped(calendar: BusinessCalendar, begin: int, end: int) -> Iterator[Ticks]:
    if end <= begin:
        return
    for year in range(_utc_year(_instant(begin)), _utc_year(_instant(end)) + 1):
        opened = _open_year(calendar, year)
        first, last = bisect_right(opened.ends, begin), bisect_left(opened.begins, end)
        for index in range(first, last):
            yield max(begin, opened.begins[index]), min(end, opened.ends[index])


def _joined(spans: Iterable[Ticks]) -> Iterator[Ticks]:
    """Ordered spans, those that touch or overlap made one."""
    held: Ticks | None = None
    for begin, end in spans:
        if held and begin <= held[1]:
            held = held[0], max(held[1], end)
            continue
        if held:
            yield held
        held = begin, end
    if held:
        yield held


def _since_midnight(wall: time) -> int:
    return ((wall.hour * 60 + wall.minute) * 60 + wall.second) * _SECOND + wall.microsecond


def _ticks(moment: datetime) -> int:
    return (moment - _EPOCH) // _TICK


def _instant(ticks: int) -> datetime:
    return _EPOCH + timedelta(microseconds=ticks)


def _utc_year(moment: datetime) -> int:
    return moment.astimezone(UTC).year
