"""Calendars that are joined, follow one another or have days of their own hours, over the nights clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailticket.sla.calendar import (
    ALWAYS_OPEN,
    BusinessCalendar,
    Calendar,
    Joint,
    Span,
    Succession,
    add,
    elapsed,
    in_succession,
    is_open,
    open_intervals,
)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NEW_YORK, LONDON, SYDNEY = "America/New_York", "Europe/London", "Australia/Sydney"
WHOLE_DAY = (time(0), time(0))
NIGHT = ((time(0), time(6)),)
EVENING = ((time(20), time(0)),)


def daily(zone: str, *spans: Span, special: dict[date, tuple[Span, ...]] | None = None) -> BusinessCalendar:
    return BusinessCalendar(zone, (spans,) * 7, special=tuple((special or {}).items()))


def midnight(zone: str, day: date) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)


def hours_of(calendar: Calendar, zone: str, day: date) -> float:
    return elapsed(calendar, midnight(zone, day), midnight(zone, day + DAY)) / HOUR


SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)  # New York: 02:00 becomes 03:00, and 02:00 becomes 01:00
US_NIGHT = daily(NEW_YORK, *NIGHT)

# ---------------------------------------------------------------- joined

FOLLOWING_THE_SUN = Joint((daily(NEW_YORK, (time(6), time(20))), daily(SYDNEY, (time(8), time(18)))))


@pytest.mark.parametrize(
    ("calendar", "day", "hours"),
    [
        pytest.param(Joint((US_NIGHT, daily(NEW_YORK, (time(4), time(8))))), SPRING, 7, id="an overlap counts once"),
        pytest.param(Joint((US_NIGHT, US_NIGHT)), AUTUMN, 7, id="the same twice is the same"),
        pytest.param(Joint((US_NIGHT, daily(NEW_YORK, *EVENING))), AUTUMN, 11, id="the hour repeated counts twice"),
        pytest.param(Joint((US_NIGHT, ALWAYS_OPEN)), SPRING, 23, id="always open, a day of 23 hours"),
        pytest.param(Joint((US_NIGHT, ALWAYS_OPEN)), AUTUMN, 25, id="always open, a day of 25 hours"),
        # Sydney's 08:00-18:00 in New York: 16:00-02:00, and from 8 March 17:00-03:00, from 5 April 18:00-04:00
        pytest.param(FOLLOWING_THE_SUN, date(2026, 3, 7), 20, id="the day before either changes"),
        pytest.param(FOLLOWING_THE_SUN, SPRING, 20, id="one member's clocks go forward"),
        pytest.param(FOLLOWING_THE_SUN, date(2026, 3, 9), 21, id="the members lie otherwise to each other then"),
        pytest.param(FOLLOWING_THE_SUN, date(2026, 4, 6), 22, id="once the other has changed too"),
        # from 4 October 17:00-03:00 again, and from 1 November 16:00-02:00
        pytest.param(FOLLOWING_THE_SUN, date(2026, 10, 31), 21, id="the day before it goes back"),
        pytest.param(FOLLOWING_THE_SUN, AUTUMN, 21, id="one member's clocks go back"),
        pytest.param(FOLLOWING_THE_SUN, date(2026, 11, 2), 20, id="the day after"),
    ],
)
def test_a_joint_is_open_whenever_a_member_is(calendar: Calendar, day: date, hours: float) -> None:
    assert hours_of(calendar, NEW_YORK, day) == hours


# ---------------------------------------------------------------- one after another


def changing(at: datetime, before: Calendar, after: Calendar) -> Calendar:
    return in_succession(((datetime(1970, 1, 1, tzinfo=UTC), before), (at, after)))


CLOSED = daily(NEW_YORK)
NEVER_TWICE = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)  # 01:30 in New York, the first of two
AGAIN = NEVER_TWICE + HOUR  # the second


@pytest.mark.parametrize(
    ("calendar", "day", "hours"),
    [
        pytest.param(changing(midnight(NEW_YORK, SPRING), CLOSED, US_NIGHT), SPRING, 5, id="from the short day on"),
        pytest.param(changing(midnight(NEW_YORK, SPRING + DAY), US_NIGHT, CLOSED), SPRING, 5, id="until its end"),
        pytest.param(changing(midnight(NEW_YORK, SPRING), US_NIGHT, CLOSED), SPRING, 0, id="until its begin"),
        pytest.param(changing(midnight(NEW_YORK, AUTUMN), CLOSED, US_NIGHT), AUTUMN, 7, id="from the long day on"),
        pytest.param(changing(NEVER_TWICE, US_NIGHT, CLOSED), AUTUMN, 1.5, id="within the hour that comes twice"),
        pytest.param(changing(AGAIN, US_NIGHT, CLOSED), AUTUMN, 2.5, id="within its second time"),
        pytest.param(changing(AGAIN, CLOSED, US_NIGHT), AUTUMN, 4.5, id="from its second time on"),
        pytest.param(
            changing(midnight(NEW_YORK, SPRING), daily(NEW_YORK, WHOLE_DAY), daily(LONDON, WHOLE_DAY)),
            SPRING,
            23,
            id="another zone leaves no hole",
        ),
        pytest.param(
            changing(midnight(NEW_YORK, SPRING), CLOSED, Joint((US_NIGHT, daily(NEW_YORK, *EVENING)))),
            SPRING,
            9,
            id="by a joint",
        ),
    ],
)
def test_each_calendar_of_a_succession_holds_from_its_instant_on(calendar: Calendar, day: date, hours: float) -> None:
    assert hours_of(calendar, NEW_YORK, day) == hours


def test_a_target_runs_from_one_calendar_into_the_next() -> None:
    calendar = changing(midnight(NEW_YORK, SPRING), daily(NEW_YORK, *EVENING), US_NIGHT)
    begin = datetime(2026, 3, 7, 22, tzinfo=ZoneInfo(NEW_YORK))

    due = add(calendar, begin, 5 * HOUR)

    assert due == datetime(2026, 3, 8, 4, tzinfo=ZoneInfo(NEW_YORK))  # 2 hours of the evening, 3 real ones of the night
    assert list(open_intervals(calendar, begin, due)) == [(begin, due)]


def test_neighbours_that_are_the_same_are_one() -> None:
    assert changing(NEVER_TWICE, US_NIGHT, daily(NEW_YORK, *NIGHT)) == US_NIGHT


@pytest.mark.parametrize("order", [(AGAIN, NEVER_TWICE), (AGAIN, AGAIN)], ids=["back in time", "twice at once"])
def test_calendars_out_of_order_are_refused(order: tuple[datetime, datetime]) -> None:
    with pytest.raises(ValueError, match="follow one another"):
        Succession(((order[0], US_NIGHT), (order[1], CLOSED)))


# ---------------------------------------------------------------- days of their own hours


@pytest.mark.parametrize(
    ("spans", "day", "hours"),
    [
        pytest.param(NIGHT, SPRING, 5, id="a night with a gap"),
        pytest.param(NIGHT, AUTUMN, 7, id="a night with an hour twice"),
        pytest.param(((time(2), time(3)),), SPRING, 0, id="nothing but the hour that is skipped"),
        pytest.param(((time(1, 30), time(2)),), AUTUMN, 1, id="half of the hour that comes twice"),
        pytest.param((WHOLE_DAY,), SPRING, 23, id="the whole short day"),
        pytest.param((WHOLE_DAY,), AUTUMN, 25, id="the whole long day"),
        pytest.param((), AUTUMN, 0, id="closed on the long day"),
    ],
)
def test_special_hours_are_those_of_the_wall_clock(spans: tuple[Span, ...], day: date, hours: float) -> None:
    calendar = daily(NEW_YORK, (time(9), time(17)), special={day: spans})

    assert hours_of(calendar, NEW_YORK, day) == hours
    assert hours_of(calendar, NEW_YORK, day - DAY) == hours_of(calendar, NEW_YORK, day + DAY) == 8


def test_special_hours_count_on_a_holiday_too() -> None:
    thanksgiving = date(2026, 11, 26)
    week = (((time(9), time(17)),),) * 7

    own = BusinessCalendar(NEW_YORK, week, "US", special=((thanksgiving, NIGHT),))

    assert hours_of(BusinessCalendar(NEW_YORK, week, "US"), NEW_YORK, thanksgiving) == 0
    assert hours_of(own, NEW_YORK, thanksgiving) == 6


# ---------------------------------------------------------------- any of them

ZONES = st.sampled_from([NEW_YORK, LONDON, SYDNEY, "Australia/Lord_Howe"])
SPANS = st.lists(st.integers(0, 47), max_size=4, unique=True).map(
    lambda halves: tuple(
        (time(begin // 2, begin % 2 * 30), time(end // 2, end % 2 * 30))
        for begin, end in zip(sorted(halves)[::2], sorted(halves)[1::2], strict=False)
    )
)
SPECIAL = st.dictionaries(st.sampled_from([SPRING, AUTUMN, date(2026, 4, 5), date(2026, 10, 25)]), SPANS)
SIMPLE = st.builds(lambda zone, spans, special: daily(zone, *spans, special=special), ZONES, SPANS, SPECIAL)
JOINTS = st.lists(SIMPLE, min_size=1, max_size=3).map(lambda members: Joint(tuple(members)))
NEAR_A_CHANGE = st.builds(
    lambda day, minutes: midnight("UTC", day) + timedelta(minutes=15 * minutes),
    st.sampled_from([SPRING, AUTUMN, date(2026, 3, 29), date(2026, 4, 5), date(2026, 10, 4), date(2026, 10, 25)]),
    st.integers(-96, 192),
)


def counted(is_open_at: list[bool], step: timedelta) -> timedelta:
    return sum(is_open_at) * step


@settings(deadline=None, max_examples=100)
@given(SIMPLE | JOINTS, SIMPLE | JOINTS, NEAR_A_CHANGE, NEAR_A_CHANGE)
def test_any_succession_of_any_joints_counts_what_its_quarter_hours_show(
    before: Calendar, after: Calendar, change: datetime, begin: datetime
) -> None:
    calendar = changing(change, before, after)
    quarters = [begin + number * HOUR / 4 for number in range(3 * 96)]

    shown = [is_open(after if quarter >= change else before, quarter) for quarter in quarters]

    assert [is_open(calendar, quarter) for quarter in quarters] == shown
    assert elapsed(calendar, begin, begin + 3 * DAY) == counted(shown, HOUR / 4)


@settings(deadline=None, max_examples=100)
@given(st.lists(SIMPLE, min_size=1, max_size=3), NEAR_A_CHANGE)
def test_any_joint_counts_the_quarter_hours_in_which_a_member_is_open(
    members: list[BusinessCalendar], begin: datetime
) -> None:
    quarters = [begin + number * HOUR / 4 for number in range(2 * 96)]

    shown = [any(wall_is_open(member, quarter) for member in members) for quarter in quarters]

    assert elapsed(Joint(tuple(members)), begin, begin + 2 * DAY) == counted(shown, HOUR / 4)


def wall_is_open(calendar: BusinessCalendar, instant: datetime) -> bool:
    """By looking at the clock on the wall."""
    local = instant.astimezone(ZoneInfo(calendar.zone))
    return any(begin <= local.time() < end for begin, end in calendar.hours(local.date()))
