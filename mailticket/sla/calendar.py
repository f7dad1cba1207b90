"""Business-calendar arithmetic: when a desk is open, and how much open time lies between two instants.

A desk is open while a clock on its wall shows opening hours on a day that is no holiday: so an hour that summer time
skips does not count, and one that it repeats counts twice. Amounts are elapsed real time, exact to the microsecond.
Calendars may be joined (open whenever one of them is) and may follow one another in time: a change of hours from some
day on leaves every earlier instant as it was. Knows nothing of tickets or targets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias
from zoneinfo import ZoneInfo

from holidays import country_holidays

HORIZON_YEARS = 50  # no promise reaches further: an amount that does is a mistake in the configuration
FAR_OFF = datetime(9999, 1, 1, tzinfo=UTC)  # when what is never reached is due; every zone can still show it
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_TICK = timedelta(microseconds=1)
_SECOND = 10**6
_DAY = 86400 * _SECOND

Span: TypeAlias = tuple[time, time]
_Years: TypeAlias = "dict[int, _OpenYear]"
Ticks: TypeAlias = tuple[int, int]  # [begin, end) in microseconds since 1970 in UTC


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
    holidays are worked; ``special`` days have hours of their own (half days) whatever else is said of them.
    Raises ValueError for a week that is not one or an unknown region, ZoneInfoNotFoundError for an unknown zone.
    """

    zone: str
    week: tuple[tuple[Span, ...], ...]
    region: str = ""
    added: frozenset[date] = frozenset()
    removed: frozenset[date] = frozenset()
    special: tuple[tuple[date, tuple[Span, ...]], ...] = ()
    years: _Years = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("a week has seven days")
        days = (*self.week, *(spans for _, spans in self.special))
        if any(end != time(0) and end <= begin for day in days for begin, end in day):
            raise ValueError("a span of opening hours ends before it begins")
        ZoneInfo(self.zone)
        _public_holidays(self.region, _EPOCH.year)

    def is_holiday(self, day: date) -> bool:
        """Whether the desk is closed all of this local day, whatever its weekday."""
        return day in self.added or (day not in self.removed and day in _public_holidays(self.region, day.year))

    def hours(self, day: date) -> tuple[Span, ...]:
        """The wall-clock spans of this local day."""
        for special, spans in self.special:
            if special == day:
                return spans
        return () if self.is_holiday(day) else self.week[day.weekday()]

    @property
    def ever_opens(self) -> bool:
        return any(self.week)

    def stretches(self, year: int) -> Iterator[Ticks]:
        """Every span of the UTC year, in no order."""
        return _spans_of_year(self, year)


@dataclass(frozen=True, slots=True)
class Joint:
    """Open whenever one of its members is: desks in several zones that follow the sun."""

    members: tuple[Calendar, ...]
    years: _Years = field(default_factory=dict, compare=False, repr=False)

    @property
    def ever_opens(self) -> bool:
        return any(member.ever_opens for member in self.members)

    def stretches(self, year: int) -> Iterator[Ticks]:
        for member in self.members:
            opened = _open_year(member, year)
            yield from zip(opened.begins, opened.ends, strict=True)


@dataclass(frozen=True, slots=True)
class Succession:
    """Calendars one after another: each holds from its instant on, the first one also before its own."""

    versions: tuple[tuple[datetime, Calendar], ...]
    years: _Years = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.versions or any(later[0] <= earlier[0] for earlier, later in pairwise(self.versions)):
            raise ValueError("the versions of a calendar follow one another, each later than the one before")

    @property
    def ever_opens(self) -> bool:
        return any(version.ever_opens for _, version in self.versions)

    def stretches(self, year: int) -> Iterator[Ticks]:
        edges = [None, *(_ticks(begin) for begin, _ in self.versions[1:]), None]
        for (begin, end), (_, version) in zip(pairwise(edges), self.versions, strict=True):
            opened = _open_year(version, year)
            for opens, closes in zip(opened.begins, opened.ends, strict=True):
                cut = opens if begin is None else max(opens, begin), closes if end is None else min(closes, end)
                if cut[0] < cut[1]:
                    yield cut


Calendar: TypeAlias = BusinessCalendar | Joint | Succession

ALWAYS_OPEN = BusinessCalendar("UTC", (((time(0), time(0)),),) * 7)


def in_succession(versions: Iterable[tuple[datetime, Calendar]]) -> Calendar:
    """Versions in the order of time as one calendar; neighbours that are the same are one."""
    kept: list[tuple[datetime, Calendar]] = []
    for begin, version in versions:
        if not kept or kept[-1][1] != version:
            kept.append((begin, version))
    return kept[0][1] if len(kept) == 1 else Succession(tuple(kept))


def is_open(calendar: Calendar, instant: datetime) -> bool:
    """Whether the desk is open at this aware instant."""
    opened, ticks = _open_year(calendar, _utc_year(instant)), _ticks(instant)
    return bisect_right(opened.begins, ticks) > bisect_right(opened.ends, ticks)


def open_intervals(calendar: Calendar, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The open stretches between two aware instants, cut to them, as UTC pairs in order; adjoining ones are one."""
    for opens, closes in _joined(_clipped(calendar, _ticks(begin), _ticks(end))):
        yield _instant(opens), _instant(closes)


def elapsed(calendar: Calendar, begin: datetime, end: datetime) -> timedelta:
    """How much open time lies between two aware instants; zero when ``end`` is not after ``begin``."""
    first, last = _ticks(begin), _ticks(end)
    if last <= first:
        return timedelta(0)
    years = range(_utc_year(begin), _utc_year(end) + 1)
    opened = [_open_year(calendar, year) for year in years]
    whole = sum(year.total for year in opened[:-1])
    return (whole + opened[-1].open_until(last) - opened[0].open_until(first)) * _TICK


def add(calendar: Calendar, begin: datetime, amount: timedelta) -> datetime:
    """The earliest instant (UTC) at which ``amount`` of open time has passed since ``begin``.

    Raises ValueError for a negative amount, and for one that is not reached within HORIZON_YEARS.
    """
    reached = _reached(calendar, begin, amount)
    if reached is None:
        raise ValueError(f"{amount} of open time is never reached: has the calendar any opening hours?")
    return reached


def due(calendar: Calendar, begin: datetime, amount: timedelta) -> datetime:
    """As ``add``, but FAR_OFF for what is never reached: a desk that closes for good still takes its mails in."""
    return _reached(calendar, begin, amount) or FAR_OFF


def _reached(calendar: Calendar, begin: datetime, amount: timedelta) -> datetime | None:
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
    return None


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


def _open_year(calendar: Calendar, year: int) -> _OpenYear:
    """Worked out once for each calendar and year; a calendar keeps its own."""
    found = calendar.years.get(year)
    if found is None:
        found = calendar.years[year] = _worked_out(calendar, year)
    return found


def _worked_out(calendar: Calendar, year: int) -> _OpenYear:
    stretches = list(_joined(sorted(calendar.stretches(year))))
    sums = tuple(accumulate((end - begin for begin, end in stretches), initial=0))
    begins, ends = tuple(begin for begin, _ in stretches), tuple(end for _, end in stretches)
    return _OpenYear(begins, ends, sums[:-1], sums[-1])


def _spans_of_year(calendar: BusinessCalendar, year: int) -> Iterator[Ticks]:
    """Every span of the UTC year. Cut at changes of the offset: between them wall time and UTC run in step."""
    for begin, end, offset in steady_stretches(calendar.zone, year):
        for number in range((begin + offset) // _DAY, (end + offset) // _DAY + 1):
            hours = calendar.hours(date.fromordinal(_EPOCH_DAY + number))
            midnight = number * _DAY - offset
            cut = (
                (max(begin, midnight + _since_midnight(opens)), min(end, midnight + (_since_midnight(closes) or _DAY)))
                for opens, closes in hours
            )
            yield from (span for span in cut if span[0] < span[1])


@lru_cache(maxsize=128)
def steady_stretches(zone: str, year: int) -> tuple[tuple[int, int, int], ...]:
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


def _clipped(calendar: Calendar, begin: int, end: int) -> Iterator[Ticks]:
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
