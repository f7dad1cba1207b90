"""Assumptions as people write them, and what they make of the promises and of the answers given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailticket import config as configuration
from mailticket.config_sla import OBJECTIVES
from mailticket.errors import BadAssumption
from mailticket.model import Event, EventType
from mailticket.sla import calendar
from mailticket.sla.clocks import clocks
from mailticket.sla.configured import EVER, OnRecord, document, policy_of, written
from mailticket.sla.what_if import Supposed, replayed, suppose, week_of

BASE = '[desk]\naddress = "d@desk.example"\ntime_zone = "UTC"\n[imap]\nhost = "i"\n[smtp]\nhost = "s"\n'
CHANGING = BASE + (
    '[calendars.desk]\nholidays = "US"\n'
    '[[calendars.desk.changes]]\nvalid_from = 2026-06-01\nmonday = "10:00-12:00"\n'
    "[[sla.changes]]\nvalid_from = 2026-06-01\n[sla.changes.targets.A]\n"
    'first_response = "2h"\ncalendar = "24x7"\n'
)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
HOUR = timedelta(hours=1)


def records(text: str = CHANGING) -> tuple[OnRecord, ...]:
    return (OnRecord(1, EVER, written(document(configuration.parse(text, Path("config.toml"))))),)


def supposed(*assumptions: str) -> Supposed:
    return suppose(assumptions, records())


def test_a_target_changes_in_every_version() -> None:
    policy = supposed("A=30m").policy

    assert [version.terms.promises["A"].first_response for version in policy.versions] == [HOUR / 2] * 2
    assert policy.versions[0].terms.promises["B"].first_response == 2 * HOUR


def test_a_calendar_counts_everything() -> None:
    terms = supposed("calendar=24x7").policy.at(MONDAY).terms

    assert {promise.calendar for promise in terms.promises.values()} == {calendar.ALWAYS_OPEN}
    assert {promise.calendar for promise in terms.upstreams.values()} == {calendar.ALWAYS_OPEN}


def test_hours_of_a_weekday_change_in_every_period() -> None:
    counted = supposed("desk.monday=08:00-18:00").policy.at(MONDAY).terms.promises["C"].calendar

    assert calendar.elapsed(counted, MONDAY, MONDAY + 24 * HOUR) == 10 * HOUR
    may = datetime(2026, 5, 4, tzinfo=UTC)
    assert calendar.elapsed(counted, may, may + 24 * HOUR) == 10 * HOUR


def test_what_is_not_supposed_stays_as_it_is_on_record() -> None:
    assert suppose((), records()).policy == policy_of(records())


def test_assumptions_add_up_and_are_said() -> None:
    found = supposed("A=30m", "calendar=24x7", "staffing=08:00-18:00")

    assert found.targets == {"A": HOUR / 2}
    assert [sentence.split(":")[0] for sentence in found.said] == [
        "a first answer to severity A is due within 30m",
        "everything is counted in the calendar 24x7",
        "the desk is staffed 08",
    ]
    assert "every answer takes the desk's working time that it took" in found.said[2]


def test_staff_that_never_sleeps_knows_no_holidays() -> None:
    found = supposed("hours=24x7")

    assert found.staffing is not None
    christmas = datetime(2026, 12, 25, tzinfo=UTC)
    assert calendar.elapsed(found.staffing, christmas, christmas + 24 * HOUR) == 24 * HOUR
    assert "holidays" not in found.said[0]


def test_an_objective_of_one_severity_asks_for_the_target_supposed() -> None:
    found = supposed("A=30m")

    assert [found.objective(item).within for item in OBJECTIVES[:3]] == [4 * HOUR, HOUR / 2, 2 * HOUR]


@pytest.mark.parametrize(
    ("assumption", "reason"),
    [
        ("nonsense", "write for example"),
        ("=1h", "write for example"),
        ("D=30m", 'nothing is called "D"; write for example A, B, C, calendar, hours, desk.monday'),
        ("A=soon", '"soon" is no duration'),
        ("A=0s", "a target cannot be zero"),
        ("calendar=moon", 'no calendar "moon" is defined; known are 24x7, desk'),
        ("desk.someday=08:00-18:00", '"someday" is no weekday'),
        ("desk.monday=8-18", '"8-18" is no span of hours'),
        ("24x7.monday=08:00-18:00", 'nothing is called "24x7.monday"'),
        ("hours=whenever", '"whenever" are no hours'),
        ("hours=Foo 08:00-18:00", '"Foo" is no weekday'),
        ("hours=Mon 18:00-08:00", "ends before it begins"),
        ("hours=", "are no hours"),
        ("staffing=Mon-Fri", '"Mon-Fri" are no hours'),
    ],
)
def test_a_bad_assumption_is_named_with_its_reason(assumption: str, reason: str) -> None:
    with pytest.raises(BadAssumption) as caught:
        supposed("A=30m", assumption)

    assert str(caught.value).startswith(f'--what-if "{assumption}": ')
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_calendar_that_would_never_open_is_refused() -> None:
    closed = [f"desk.{day}=" for day in ("monday", "tuesday", "wednesday", "thursday", "friday")]

    with pytest.raises(BadAssumption, match="would never open"):
        supposed(*closed)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("08:00-18:00", ["monday", "tuesday", "wednesday", "thursday", "friday"]),
        ("Mon-Fri 08:00-18:00", ["monday", "tuesday", "wednesday", "thursday", "friday"]),
        ("Sat-Mon 08:00-18:00", ["saturday", "sunday", "monday"]),
        ("wed 08:00-12:00, 13:00-17:00", ["wednesday"]),
        ("Monday-Tuesday 08:00-18:00; Sun 10:00-12:00", ["monday", "tuesday", "sunday"]),
    ],
)
def test_staffing_hours_are_read_as_people_write_them(text: str, days: list[str]) -> None:
    assert list(week_of(text)) == days


# ---------------------------------------------------------------- other staffing


def log(received: datetime, answered: datetime | None, *more: Event) -> tuple[Event, ...]:
    answer = (Event(EventType.AGENT_REPLIED, answered, {"counts": True, "agent": "Ann"}),) if answered else ()
    return (Event(EventType.OPENED, received, {"severity": "C"}), *answer, *more)


def moved(events: tuple[Event, ...], staffing: str) -> datetime | None:
    found = supposed(f"hours={staffing}")
    usual = policy_of(records(BASE))
    now = MONDAY + 200 * HOUR
    clock = clocks(events, usual, now)[0]
    assert found.staffing is not None
    events = replayed(events, clock, usual.at(MONDAY).terms.promises["C"].calendar, found.staffing)
    return clocks(events, found.policy, now + 200 * HOUR)[0].met_at


@pytest.mark.parametrize(
    ("received", "answered", "staffing", "then"),
    [
        (7, 9, "Mon-Fri 08:00-18:00", 10),  # two hours of work begin when the staff comes
        (7, 9, "Mon-Fri 06:00-20:00", 9),
        (16, 19, "Mon-Fri 08:00-18:00", 24 + 9),  # the third hour is tomorrow's
        (3, 7, "24x7", 4),  # an hour of work after six begins at three
        (3, 7, "Mon-Fri 05:00-06:00", 6),
    ],
)
def test_an_answer_takes_the_working_time_it_took(received: int, answered: int, staffing: str, then: int) -> None:
    events = log(MONDAY + received * HOUR, MONDAY + answered * HOUR)

    assert moved(events, staffing) == MONDAY + then * HOUR


def test_an_answer_given_while_the_desk_was_closed_stays() -> None:
    assert moved(log(MONDAY + 21 * HOUR, MONDAY + 22 * HOUR), "Mon-Fri 08:00-18:00") == MONDAY + 22 * HOUR


def test_what_has_no_answer_stays_without_one() -> None:
    assert moved(log(MONDAY, None), "24x7") is None


def test_a_ticket_closed_after_its_answer_is_measured_to_the_answer_moved() -> None:
    closed = Event(EventType.CLOSED, MONDAY + 9.5 * HOUR, {})

    assert moved(log(MONDAY + 7 * HOUR, MONDAY + 9 * HOUR, closed), "08:00-18:00") == MONDAY + 10 * HOUR
