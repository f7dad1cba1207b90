"""Calendars against a slow reference: a clock on the wall, read minute by minute, by another method than the core's.

Seeded, so that a failure can be repeated: the number of the case is in its message. Every edge in here lies on a whole
minute, so reading the wall once a minute is exact; begins and ends are taken to the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from mailticket.sla.calendar import (
    BusinessCalendar,
    Calendar,
    Joint,
    Span,
    Succession,
    add,
    elapsed,
    is_open,
    open_intervals,
)

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
DAYS = 3
# each zone with days on which something happens to it
ZONES = {
    "America/New_York": ("2026-03-07", "2026-10-31", "2024-02-28"),
    "Europe/London": ("2026-03-28", "2026-10-24", "2025-12-30"),
    "Australia/Sydney": ("2026-04-04", "2026-10-03", "2024-12-31"),
    "Australia/Lord_Howe": ("2026-04-04", "2026-10-03", "2024-02-28"),
    "Pacific/Chatham": ("2026-04-04", "2026-09-26", "2025-12-31"),
    "Pacific/Apia": ("2011-12-29", "2011-12-30", "2012-03-31"),
    "America/St_Johns": ("2006-04-01", "2006-10-28", "2026-10-31"),
    "America/Sao_Paulo": ("2018-02-17", "2018-11-03", "2024-12-30"),
    "Atlantic/Azores": ("2026-03-28", "2026-10-24", "2024-02-28"),
    "Africa/Casablanca": ("2026-02-14", "2026-03-21", "2025-12-31"),
    "Asia/Kathmandu": ("2026-03-07", "2024-02-28", "2023-12-31"),
    "UTC": ("2024-02-28", "2024-12-30", "2026-06-15"),
}
Reads = Callable[[datetime], bool]


@dataclass(frozen=True)
class Case:
    """A calendar, the same as a question to the wall, and a begin from which DAYS days are looked at."""

    calendar: Calendar
    reads: Reads
    begin: datetime


# ---------------------------------------------------------------- random desks


def wall_reader(calendar: BusinessCalendar) -> Reads:
    zone, special = ZoneInfo(calendar.zone), dict(calendar.special)

    def is_shown(instant: datetime) -> bool:
        wall = instant.astimezone(zone)
        day, now = wall.date(), wall.hour * 60 + wall.minute
        if day in special:
            spans = special[day]
        elif day in calendar.added:
            spans = ()
        else:
            spans = calendar.week[day.weekday()]
        return any(_minutes(begin) <= now < (_minutes(end) or 1440) for begin, end in spans)

    return is_shown


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute


def random_spans(random: Random, most: int = 3) -> tuple[Span, ...]:
    spans = []
    for _ in range(random.randint(0, most)):
        near = random.choice(((0, 240), (0, 1440), (1200, 1440)))  # where clocks change, anywhere, before midnight
        begin, end = sorted(random.sample(range(near[0], near[1] + 1), 2))
        spans.append((time(*divmod(begin, 60)), time(*divmod(end % 1440, 60))))
    return tuple(spans)


def random_calendar(random: Random, around: date, zone: str) -> tuple[Calendar, Reads]:
    days = [around + timedelta(days=number) for number in range(-1, DAYS + 2)]
    made = BusinessCalendar(
        zone,
        tuple(random_spans(random) for _ in range(7)),
        added=frozenset(random.sample(days, random.choice((0, 0, 1)))),
        special=tuple((day, random_spans(random)) for day in sorted(random.sample(days, random.choice((0, 0, 1, 2))))),
    )
    return made, wall_reader(made)


def random_case(number: int) -> Case:
    random = Random(number)
    zone = random.choice(tuple(ZONES))
    around = date.fromisoformat(random.choice(ZONES[zone]))
    begin = datetime(around.year, around.month, around.day, tzinfo=UTC) + random.randrange(86400) * SECOND
    one, reads_one = random_calendar(random, around, zone)
    other, reads_other = random_calendar(random, around, random.choice((zone, *ZONES)))
    change = (begin + random.randrange(DAYS * 1440) * MINUTE).replace(second=0)
    match random.randrange(4):
        case 0:
            return Case(Joint((one, other)), lambda instant: reads_one(instant) or reads_other(instant), begin)
        case 1:
            versions = ((begin - timedelta(days=9), one), (change, other))
            return Case(Succession(versions), lambda now: reads_other(now) if now >= change else reads_one(now), begin)
        case _:
            return Case(one, reads_one, begin)


# ---------------------------------------------------------------- the slow reference


def open_seconds(case: Case) -> Iterator[tuple[datetime, datetime]]:
    """The open parts of the window, cut at whole minutes: no two of them are joined."""
    last, now = case.begin + timedelta(days=DAYS), case.begin
    while now < last:
        following = min(now.replace(second=0) + MINUTE, last)
        if case.reads(now):
            yield now, following
        now = following


def joined(parts: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    found: list[tuple[datetime, datetime]] = []
    for begin, end in parts:
        if found and found[-1][1] == begin:
            found[-1] = found[-1][0], end
        else:
            found.append((begin, end))
    return found


def counted(parts: list[tuple[datetime, datetime]], begin: datetime, end: datetime) -> timedelta:
    return sum((max(min(stop, end) - max(start, begin), timedelta(0)) for start, stop in parts), timedelta(0))


def reached(parts: list[tuple[datetime, datetime]], begin: datetime, amount: timedelta) -> datetime:
    left = amount
    for start, stop in parts:
        here = max(stop - max(start, begin), timedelta(0))
        if here >= left:
            return max(start, begin) + left
        left -= here
    raise AssertionError("not within the window")


@pytest.mark.parametrize("block", range(8))
def test_a_calendar_says_what_a_clock_on_the_wall_shows(block: int) -> None:
    for number in range(block * 125, block * 125 + 125):
        case = random_case(number)
        random = Random(-number)
        minutes = list(open_seconds(case))
        parts, last = joined(minutes), case.begin + timedelta(days=DAYS)

        assert list(open_intervals(case.calendar, case.begin, last)) == parts, number
        for _ in range(5):
            begin, end = sorted(case.begin + random.randrange(DAYS * 86400) * SECOND for _ in range(2))
            open_time = counted(parts, begin, end)
            assert elapsed(case.calendar, begin, end) == open_time, (number, begin, end)
            assert is_open(case.calendar, begin) is case.reads(begin), (number, begin)
            if open_time:
                wanted = random.randint(1, int(open_time / SECOND)) * SECOND
                assert add(case.calendar, begin, wanted) == reached(parts, begin, wanted), (number, begin, wanted)
