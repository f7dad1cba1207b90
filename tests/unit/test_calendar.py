"""Business-calendar arithmetic, by tables of known days and against a reference that looks at every minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailticket.config_sla import Sla, Week
from mailticket.sla.calendar import (
    ALWAYS_OPEN,
    BusinessCalendar,
    Span,
    add,
    elapsed,
    is_open,
    open_intervals,
)
from mailticket.sla.configured import EVER, Document, OnRecord, calendars_of, written

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def daily(zone: str, *spans: Span) -> BusinessCalendar:
    return BusinessCalendar(zone, (spans,) * 7)


def working_week(zone: str, begin: int, end: int, region: str = "") -> BusinessCalendar:
    return BusinessCalendar(zone, (((time(begin), time(end)),),) * 5 + ((), ()), region)


def local(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone)).astimezone(UTC)


DESK = working_week("America/New_York", 6, 20, "US")
NEW_YORK = "America/New_York"
LONDON = "Europe/London"
SYDNEY = "Australia/Sydney"
LORD_HOWE = "Australia/Lord_Howe"
KATHMANDU = "Asia/Kathmandu"
WHOLE_DAY = (time(0), time(0))


# ---------------------------------------------------------------- summer time


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        pytest.param(NEW_YORK, date(2026, 3, 8), 23, id="New York springs forward"),
        pytest.param(NEW_YORK, date(2026, 11, 1), 25, id="New York falls back"),
        pytest.param(LONDON, date(2026, 3, 29), 23, id="London springs forward"),
        pytest.param(LONDON, date(2026, 10, 25), 25, id="London falls back"),
        pytest.param(SYDNEY, date(2026, 10, 4), 23, id="Sydney springs forward in October"),
        pytest.param(SYDNEY, date(2026, 4, 5), 25, id="Sydney falls back in April"),
        pytest.param(LORD_HOWE, date(2026, 10, 4), 23.5, id="Lord Howe springs forward by half an hour"),
        pytest.param(LORD_HOWE, date(2026, 4, 5), 24.5, id="Lord Howe falls back by half an hour"),
        pytest.param(KATHMANDU, date(2026, 3, 8), 24, id="Kathmandu keeps its 5:45"),
        pytest.param("Pacific/Apia", date(2011, 12, 30), 0, id="Samoa had no 30 December 2011"),
        pytest.param("America/Sao_Paulo", date(2018, 2, 17), 25, id="Sao Paulo repeats the last hour of a day"),
        pytest.param("Atlantic/Azores", date(2026, 10, 25), 25, id="Azores repeat the first hour of a day"),
    ],
)
def test_a_day_has_the_hours_its_zone_gives_it(zone: str, day: date, hours: float) -> None:
    around = frozenset(day + number * DAY for number in (-2, -1, 1, 2))
    only_that_day = BusinessCalendar(zone, ((WHOLE_DAY,),) * 7, added=around)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    opened = elapsed(only_that_day, noon - 36 * HOUR, noon + 36 * HOUR)

    assert opened == hours * HOUR


GAP = date(2026, 3, 8)  # New York: 02:00 to 03:00 does not exist
FOLD = date(2026, 11, 1)  # New York: 01:00 to 02:00 comes twice


@pytest.mark.parametrize(
    ("day", "begin", "end", "hours"),
    [
        pytest.param(GAP, time(2, 30), time(10), 7, id="a span that begins in the gap begins at its end"),
        pytest.param(GAP, time(0), time(2, 30), 2, id="a span that ends in the gap ends at its beginning"),
        pytest.param(GAP, time(2, 15), time(2, 45), 0, id="a span within the gap does not happen"),
        pytest.param(GAP, time(1), time(4), 2, id="a span over the gap is an hour shorter"),
        pytest.param(GAP, time(6), time(20), 14, id="the desk's hours do not notice"),
        pytest.param(FOLD, time(1, 30), time(10), 9, id="a span that begins in the fold has its first half hour twice"),
        pytest.param(FOLD, time(0), time(1, 30), 2, id="a span that ends in the fold has its last half hour twice"),
        pytest.param(FOLD, time(1, 15), time(1, 45), 1, id="a span within the fold happens twice"),
        pytest.param(FOLD, time(0), time(3), 4, id="a span over the fold is an hour longer"),
        pytest.param(FOLD, time(2), time(4), 2, id="a span that begins as the fold ends happens once"),
        pytest.param(FOLD, time(0), time(1), 1, id="a span that ends as the fold begins happens once"),
    ],
)
def test_a_span_is_open_while_the_wall_clock_shows_it(day: date, begin: time, end: time, hours: float) -> None:
    calendar = daily(NEW_YORK, (begin, end))
    midnight = local(NEW_YORK, day.year, day.month, day.day)
    next_midnight = local(NEW_YORK, day.year, day.month, day.day + 1)

    assert elapsed(calendar, midnight, next_midnight) == hours * HOUR


def test_a_span_within_the_fold_is_two_intervals() -> None:
    calendar = daily(NEW_YORK, (time(1, 15), time(1, 45)))

    intervals = list(open_intervals(calendar, local(NEW_YORK, 2026, 11, 1), local(NEW_YORK, 2026, 11, 2)))

    assert intervals == [
        (datetime(2026, 11, 1, 5, 15, tzinfo=UTC), datetime(2026, 11, 1, 5, 45, tzinfo=UTC)),
        (datetime(2026, 11, 1, 6, 15, tzinfo=UTC), datetime(2026, 11, 1, 6, 45, tzinfo=UTC)),
    ]


def test_four_hours_over_the_gap_are_four_real_hours() -> None:
    due = add(daily(NEW_YORK, WHOLE_DAY), local(NEW_YORK, 2026, 3, 8, 0, 30), 4 * HOUR)

    assert due == local(NEW_YORK, 2026, 3, 8, 5, 30)


# ---------------------------------------------------------------- due times


@pytest.mark.parametrize(
    ("begin", "hours", "due"),
    [
        pytest.param((2026, 11, 18, 9, 0), 4, (2026, 11, 18, 13, 0), id="within a day"),
        pytest.param(
            (2026, 11, 18, 16, 0), 4, (2026, 11, 18, 20, 0), id="reached as the desk closes, not next morning"
        ),
        pytest.param((2026, 11, 18, 19, 0), 4, (2026, 11, 19, 9, 0), id="over night"),
        pytest.param((2026, 11, 18, 5, 0), 4, (2026, 11, 18, 10, 0), id="before opening"),
        pytest.param((2026, 11, 20, 19, 0), 4, (2026, 11, 23, 9, 0), id="over a weekend"),
        pytest.param((2026, 11, 25, 18, 0), 4, (2026, 11, 27, 8, 0), id="over Thanksgiving"),
        pytest.param((2026, 7, 2, 19, 0), 2, (2026, 7, 6, 7, 0), id="over an observed holiday and a weekend"),
        pytest.param((2026, 12, 31, 19, 0), 2, (2027, 1, 4, 7, 0), id="over the year's end"),
        pytest.param((2024, 2, 28, 19, 0), 2, (2024, 2, 29, 7, 0), id="into a leap day"),
        pytest.param((2023, 2, 28, 19, 0), 2, (2023, 3, 1, 7, 0), id="no leap day"),
        pytest.param((2026, 3, 6, 19, 0), 2, (2026, 3, 9, 7, 0), id="over a weekend that springs forward"),
        pytest.param((2026, 11, 18, 9, 0, 1), 4, (2026, 11, 18, 13, 0, 1), id="to the second"),
    ],
)
def test_a_target_is_due_after_that_much_open_time(begin: tuple[int, ...], hours: int, due: tuple[int, ...]) -> None:
    assert add(DESK, local(NEW_YORK, *begin), hours * HOUR) == local(NEW_YORK, *due)


def test_nothing_added_is_due_at_once_even_when_closed() -> None:
    night = local(NEW_YORK, 2026, 11, 18, 3)

    assert add(DESK, night, timedelta(0)) == night


def test_open_time_adds_up_over_years() -> None:
    begin, end = datetime(2020, 6, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
    parts = sum(
        (elapsed(DESK, datetime(y, 6, 1, tzinfo=UTC), datetime(y + 1, 6, 1, tzinfo=UTC)) for y in range(2020, 2026)),
        timedelta(0),
    )

    whole = elapsed(DESK, begin, end)

    assert whole == parts == sum((closes - opens for opens, closes in open_intervals(DESK, begin, end)), timedelta(0))
    assert elapsed(DESK, begin, add(DESK, begin, whole)) == whole


def test_an_open_year_end_is_one_interval() -> None:
    begin, end = datetime(2024, 12, 30, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC)

    assert list(open_intervals(ALWAYS_OPEN, begin, end)) == [(begin, end)]


def test_no_time_lies_between_an_instant_and_an_earlier_one() -> None:
    noon = local(NEW_YORK, 2026, 11, 18, 12)

    assert elapsed(DESK, noon, noon - HOUR) == timedelta(0)
    assert list(open_intervals(DESK, noon, noon - HOUR)) == []


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    "calendar",
    [
        pytest.param(BusinessCalendar("UTC", ((),) * 7), id="no opening hours"),
        pytest.param(
            BusinessCalendar(
                "UTC",
                (((time(9), time(10)),),) + ((),) * 6,
                added=frozenset(date.fromordinal(number) for number in range(735000, 765000)),
            ),
            id="closed every day for a lifetime",
        ),
    ],
)
def test_a_calendar_that_never_opens_is_an_error_not_a_loop(calendar: BusinessCalendar) -> None:
    with pytest.raises(ValueError, match="never reached"):
        add(calendar, datetime(2026, 1, 1, tzinfo=UTC), HOUR)


def test_open_time_cannot_be_taken_away() -> None:
    with pytest.raises(ValueError, match="negative"):
        add(ALWAYS_OPEN, datetime(2026, 1, 1, tzinfo=UTC), -HOUR)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(("UTC", ((),) * 6), "seven days", id="six days"),
        pytest.param(("UTC", (((time(9), time(8)),),) * 7), "ends before", id="backwards span"),
        pytest.param(("UTC", ((),) * 7, "QQ"), "no public holidays", id="unknown country"),
        pytest.param(("UTC", ((),) * 7, "US-QQ"), "no public holidays", id="unknown state"),
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused(arguments: tuple[object, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        BusinessCalendar(*arguments)


# ---------------------------------------------------------------- from the configuration


def from_week(week: Week, zone: str) -> BusinessCalendar:
    """The calendar of a configured week, by way of the record."""
    text = written(Document(time_zone=zone, calendars={"desk": week}, sla=Sla()))
    made = calendars_of((OnRecord(1, EVER, text),))["desk"]
    assert isinstance(made, BusinessCalendar)
    return made


def test_a_week_takes_its_zone_from_the_desk() -> None:
    assert from_week(Week(), "Asia/Kathmandu").zone == "Asia/Kathmandu"
    assert from_week(Week(time_zone="Europe/London"), "Asia/Kathmandu").zone == "Europe/London"


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        pytest.param(date(2026, 11, 26), True, id="Thanksgiving"),
        pytest.param(date(2031, 11, 27), True, id="Thanksgiving of a later year"),
        pytest.param(date(2021, 12, 31), True, id="New Year observed in the year before"),
        pytest.param(date(2026, 11, 27), True, id="the desk's own day"),
        pytest.param(date(2026, 10, 12), False, id="a holiday the desk works"),
        pytest.param(date(2026, 11, 25), False, id="an ordinary day"),
    ],
)
def test_holidays_are_the_regions_with_the_desks_own_changes(day: date, closed: bool) -> None:
    week = Week(holidays="US", holidays_added=(date(2026, 11, 27),), holidays_removed=(date(2026, 10, 12),))

    assert from_week(week, NEW_YORK).is_holiday(day) is closed


def test_spans_in_any_order_and_overlapping_count_once() -> None:
    calendar = daily("UTC", (time(13), time(17)), (time(9), time(12)), (time(11), time(14)))
    midnight = datetime(2026, 11, 18, tzinfo=UTC)

    intervals = list(open_intervals(calendar, midnight, midnight + DAY))

    assert intervals == [(midnight + 9 * HOUR, midnight + 17 * HOUR)]


# ---------------------------------------------------------------- against a reference that looks at every minute


def shows_opening_hours(calendar: BusinessCalendar, instant: datetime) -> bool:
    wall = instant.astimezone(ZoneInfo(calendar.zone))
    spans = () if calendar.is_holiday(wall.date()) else calendar.week[wall.weekday()]
    return any(begin <= wall.time() and (wall.time() < end or end == time(0)) for begin, end in spans)


def minutes_open(calendar: BusinessCalendar, begin: datetime, minutes: int) -> timedelta:
    return MINUTE * sum(shows_opening_hours(calendar, begin + number * MINUTE) for number in range(minutes))


def minutes_to_times(numbers: tuple[int, int]) -> Span:
    begin, end = sorted(numbers)
    return time(*divmod(begin, 60)), time(*divmod(end % 1440, 60))


ZONES = st.sampled_from([NEW_YORK, LONDON, SYDNEY, LORD_HOWE, KATHMANDU, "America/Sao_Paulo", "Pacific/Apia", "UTC"])
SPANS = (
    st.tuples(st.integers(0, 1440), st.integers(0, 1440)).filter(lambda pair: pair[0] != pair[1]).map(minutes_to_times)
)
DAYS = st.lists(SPANS, max_size=3).map(tuple)
# the days around which something happens: changes of the clocks, leap days, year ends, holidays
ANCHORS = st.sampled_from(
    [
        *(date(2026, month, day) for month, day in ((3, 7), (3, 28), (4, 4), (7, 3), (10, 3), (10, 24), (10, 31))),
        *(date(2024, 2, 28), date(2024, 12, 31), date(2025, 12, 24)),
        *(date(2011, 12, 29), date(2018, 2, 17)),
    ]
)
CALENDARS = st.builds(
    BusinessCalendar,
    zone=ZONES,
    week=st.tuples(*[DAYS] * 7),
    region=st.sampled_from(["", "US", "GB-ENG", "DE-BY"]),
    added=st.frozensets(ANCHORS, max_size=2),
    removed=st.frozensets(st.sampled_from([date(2025, 1, 1), date(2025, 12, 25), date(2026, 7, 3)])),
)
BEGINS = st.builds(
    lambda day, minute: datetime(day.year, day.month, day.day, tzinfo=UTC) + minute * MINUTE,
    ANCHORS,
    st.integers(0, 1439),
)


@settings(max_examples=60, deadline=None)
@given(CALENDARS, BEGINS)
def test_a_desk_is_open_when_its_wall_clock_shows_opening_hours(calendar: BusinessCalendar, instant: datetime) -> None:
    assert is_open(calendar, instant) is shows_opening_hours(calendar, instant)


@settings(max_examples=120, deadline=None)
@given(CALENDARS, BEGINS, st.integers(0, 2 * 1440))
def test_elapsed_is_what_counting_minutes_gives(calendar: BusinessCalendar, begin: datetime, minutes: int) -> None:
    end = begin + minutes * MINUTE

    assert elapsed(calendar, begin, end) == minutes_open(calendar, begin, minutes)


@settings(max_examples=60, deadline=None)
@given(CALENDARS, BEGINS, st.integers(0, 2 * 1440))
def test_open_intervals_are_ordered_apart_and_add_up(calendar: BusinessCalendar, begin: datetime, minutes: int) -> None:
    end = begin + minutes * MINUTE

    intervals = list(open_intervals(calendar, begin, end))

    edges = [edge for pair in intervals for edge in pair]
    assert edges == sorted(set(edges))
    assert all(begin <= edge <= end for edge in edges)
    assert sum((closes - opens for opens, closes in intervals), timedelta(0)) == elapsed(calendar, begin, end)


@settings(max_examples=120, deadline=None)
@given(CALENDARS.filter(lambda calendar: any(calendar.week)), BEGINS, st.integers(1, 600))
def test_add_finds_the_earliest_instant_with_that_much_open_time(
    calendar: BusinessCalendar, begin: datetime, minutes: int
) -> None:
    due = add(calendar, begin, minutes * MINUTE)

    assert elapsed(calendar, begin, due) == minutes * MINUTE
    assert shows_opening_hours(calendar, due - MINUTE)


@settings(max_examples=60, deadline=None)
@given(CALENDARS, BEGINS, st.integers(0, 10**12), st.integers(0, 10**12))
def test_elapsed_time_can_be_split_anywhere(
    calendar: BusinessCalendar, begin: datetime, first: int, second: int
) -> None:
    middle = begin + timedelta(microseconds=first)
    end = middle + timedelta(microseconds=second)

    assert elapsed(calendar, begin, middle) + elapsed(calendar, middle, end) == elapsed(calendar, begin, end)
