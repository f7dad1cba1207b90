"""The first-response clock: what starts, counts, stops and excuses it, and that its intervals explain it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailticket.config import parse
from mailticket.errors import ConfigError
from mailticket.model import Event, EventType
from mailticket.sla.calendar import ALWAYS_OPEN, BusinessCalendar, is_open
from mailticket.sla.clock import Clock, ClockState, Interval, Stretch
from mailticket.sla.clocks import clocks
from mailticket.sla.configured import EVER, from_config
from mailticket.sla.policy import Measure, Promise, SlaPolicy, Terms, Version, Waiting

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
ZONE = ZoneInfo("America/New_York")
DESK = BusinessCalendar("America/New_York", (((time(6), time(20)),),) * 5 + ((), ()), "US")
TERMS = Terms(
    promises={
        "A": Promise(HOUR, ALWAYS_OPEN, HOUR),
        "B": Promise(2 * HOUR, DESK, 2 * HOUR),
        "C": Promise(4 * HOUR, DESK, 4 * HOUR),
    },
    default_severity="C",
)
POLICY = SlaPolicy((Version(1, EVER, TERMS),))


def at(hour: int, minute: int = 0, day: int = 18) -> datetime:
    """A time of November 2026 on the desk's clock; the 18th is a Wednesday, the 26th Thanksgiving."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def opened(when: datetime, severity: str | None = None) -> Event:
    return Event(EventType.OPENED, when, {"severity": severity})


def severity_set(when: datetime, severity: str) -> Event:
    return Event(EventType.SEVERITY_SET, when, {"severity": severity})


def replied(when: datetime, *, counts: bool = True) -> Event:
    return Event(EventType.AGENT_REPLIED, when, {"agent": "Kim", "counts": counts, "why": "to the requester"})


def closed(when: datetime, **data: object) -> Event:
    return Event(EventType.CLOSED, when, data)


def reopened(when: datetime) -> Event:
    return Event(EventType.REOPENED, when)


def clock(now: datetime, *events: Event) -> Clock:
    return clocks(events, POLICY, now)[0]


# ---------------------------------------------------------------- running


def test_a_clock_runs_from_receipt_in_desk_hours() -> None:
    running = clock(at(10, 30), opened(at(9)))

    assert running == Clock(
        measure=Measure.FIRST_RESPONSE,
        number=1,
        started_at=at(9),
        due_at=at(13),
        target=4 * HOUR,
        used=90 * MINUTE,
        severity="C",
        calendar=DESK,
        state=ClockState.RUNNING,
        begun_by="the mail server received the mail",
        stretches=(Stretch(at(9), at(10, 30), DESK, "counting, severity C"),),
    )
    assert running.intervals == (Interval(at(9), at(10, 30), True, "counting, severity C"),)


@pytest.mark.parametrize(
    ("severity", "start", "due"),
    [
        pytest.param("A", at(22), at(23), id="A counts at night"),
        pytest.param("B", at(22), at(8, day=19), id="B waits for the morning"),
        pytest.param("C", at(22), at(10, day=19), id="C waits for the morning"),
        pytest.param(None, at(22), at(10, day=19), id="none given counts as the default"),
        pytest.param("C", at(18, day=25), at(8, day=27), id="C waits over a holiday"),
        pytest.param("A", at(12, day=26), at(13, day=26), id="A counts on a holiday"),
    ],
)
def test_each_severity_is_due_in_its_own_calendar(severity: str | None, start: datetime, due: datetime) -> None:
    assert clock(start, opened(start, severity)).due_at == due


def test_closed_hours_are_shown_and_do_not_count() -> None:
    running = clock(at(7, day=19), opened(at(19)))

    assert running.used == 2 * HOUR
    assert running.intervals == (
        Interval(at(19), at(20), True, "counting, severity C"),
        Interval(at(20), at(6, day=19), False, "desk closed"),
        Interval(at(6, day=19), at(7, day=19), True, "counting, severity C"),
    )


@pytest.mark.parametrize(
    ("now", "state", "why"),
    [
        pytest.param(at(13), ClockState.RUNNING, "", id="exactly due"),
        pytest.param(
            at(13) + timedelta(microseconds=1), ClockState.BREACHED, "past due without an answer", id="past it"
        ),
    ],
)
def test_an_unanswered_clock_is_breached_once_it_is_past_due(now: datetime, state: ClockState, why: str) -> None:
    running = clock(now, opened(at(9)))

    assert (running.state, running.why, running.stopped_at) == (state, why, None)


@pytest.mark.parametrize(
    "type_",
    [
        EventType.ACKNOWLEDGED,
        EventType.INFORMATION_REQUESTED,
        EventType.WAITING,
        EventType.AGENT_NOTED,
        EventType.RECEIVED,
    ],
)
def test_nothing_but_an_answer_stops_or_pauses_it(type_: EventType) -> None:
    events = (opened(at(9)), Event(type_, at(9, 5)))

    assert clock(at(12), *events) == clock(at(12), opened(at(9)))


# ---------------------------------------------------------------- answered


@pytest.mark.parametrize(
    ("when", "state", "why"),
    [
        pytest.param(at(10), ClockState.MET, "to the requester", id="in time"),
        pytest.param(at(13), ClockState.MET, "to the requester", id="exactly in time"),
        pytest.param(at(13, 1), ClockState.BREACHED, "answered late", id="a minute late"),
    ],
)
def test_an_answer_meets_the_clock_until_it_is_due(when: datetime, state: ClockState, why: str) -> None:
    answered = clock(at(18), opened(at(9)), replied(when))

    assert (answered.state, answered.why, answered.met_at, answered.stopped_at) == (state, why, when, when)
    assert answered.used == when - at(9)


def test_only_the_first_answer_that_counts_meets_it() -> None:
    answered = clock(at(18), opened(at(9)), replied(at(9, 30), counts=False), replied(at(11)), replied(at(12)))

    assert answered.met_at == at(11)


def test_nothing_after_the_answer_changes_it() -> None:
    answered = (opened(at(9)), replied(at(10)))

    later = clock(
        at(18),
        *answered,
        severity_set(at(11), "A"),
        closed(at(12)),
        reopened(at(13)),
        closed(at(14), no_answer_needed="spam"),
    )

    assert later == clock(at(18), *answered)


def test_an_answer_in_a_mail_that_closes_comes_first() -> None:
    answered = clock(at(18), opened(at(9)), closed(at(10)), replied(at(10)))

    assert (answered.state, answered.met_at) == (ClockState.MET, at(10))


def test_an_answer_dated_before_the_start_counts_at_the_start() -> None:
    answered = clock(at(18), opened(at(9)), replied(at(8, 59)))

    assert (answered.state, answered.met_at, answered.used) == (ClockState.MET, at(9), timedelta(0))


# ---------------------------------------------------------------- severity changes


@pytest.mark.parametrize(
    ("first", "change", "second", "due"),
    [
        pytest.param("C", at(10), "B", at(11), id="C to B leaves one of two hours"),
        pytest.param("C", at(9, 30), "A", at(10), id="C to A leaves half an hour"),
        pytest.param("C", at(12), "A", at(12), id="C to A with more than its hour used is due at once"),
        pytest.param("B", at(10), "C", at(13), id="B to C gains two hours"),
        pytest.param("A", at(9, 30), "C", at(13), id="A to C gains three hours"),
        pytest.param("A", at(11), "C", at(13), id="a breached A corrected to C is in time again"),
        pytest.param(None, at(10), "C", at(13), id="naming the default changes nothing"),
        pytest.param("B", at(15), "B", at(11), id="the same again changes nothing, even when late"),
    ],
)
def test_a_severity_change_keeps_the_time_used(first: str | None, change: datetime, second: str, due: datetime) -> None:
    assert clock(at(16), opened(at(9), first), severity_set(change, second)).due_at == due


def test_time_used_counts_as_it_was_counted_then() -> None:
    changed = clock(at(8, day=21), opened(at(19, day=20), "C"), severity_set(at(7, 30, day=21), "A"))

    assert changed.used == HOUR + 30 * MINUTE
    assert changed.due_at == at(7, 30, day=21)
    assert changed.intervals == (
        Interval(at(19, day=20), at(20, day=20), True, "counting, severity C"),
        Interval(at(20, day=20), at(7, 30, day=21), False, "desk closed"),
        Interval(at(7, 30, day=21), at(8, day=21), True, "counting, severity A"),
    )


def test_what_is_left_runs_in_the_new_calendar() -> None:
    changed = clock(at(22), opened(at(19, 30), "A"), severity_set(at(20), "C"))

    assert changed.due_at == at(9, 30, day=19)


def test_a_severity_nobody_promised_anything_for_is_an_error() -> None:
    with pytest.raises(ValueError, match='severity "X"'):
        clock(at(10), opened(at(9), "X"))


# ---------------------------------------------------------------- closed, reopened, excluded


def test_closing_without_an_answer_is_a_miss() -> None:
    missed = clock(at(18), opened(at(9)), closed(at(10)))

    assert (missed.state, missed.why) == (ClockState.BREACHED, "closed without an answer")
    assert (missed.used, missed.met_at, missed.stopped_at) == (HOUR, None, at(10))


def test_a_reopened_clock_runs_on() -> None:
    running = clock(at(13), opened(at(9)), closed(at(10)), reopened(at(12)))

    assert (running.state, running.used, running.due_at) == (ClockState.RUNNING, 2 * HOUR, at(15))
    assert running.intervals == (
        Interval(at(9), at(10), True, "counting, severity C"),
        Interval(at(10), at(12), False, "closed without an answer"),
        Interval(at(12), at(13), True, "counting, severity C"),
    )


def test_reopening_does_not_repair_a_breach() -> None:
    reopened_late = clock(at(19), opened(at(9)), closed(at(14)), reopened(at(18)))

    assert (reopened_late.state, reopened_late.due_at) == (ClockState.BREACHED, at(13))


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        pytest.param(at(10, 5), ClockState.MET, id="in time"),
        pytest.param(at(14), ClockState.BREACHED, id="too late"),
    ],
)
def test_an_answer_after_closing_is_measured_as_if_it_had_stayed_open(reply: datetime, state: ClockState) -> None:
    answered = clock(at(18), opened(at(9)), closed(at(10)), replied(reply))

    assert (answered.state, answered.used, answered.met_at) == (state, reply - at(9), reply)


def test_what_needs_no_answer_is_excluded_with_its_reason() -> None:
    excluded = clock(at(18), opened(at(9)), closed(at(16), no_answer_needed="spam"))

    assert (excluded.state, excluded.why, excluded.stopped_at) == (ClockState.EXCLUDED, "spam", at(16))


def test_what_was_excluded_wrongly_runs_on_when_reopened() -> None:
    running = clock(at(13), opened(at(9)), closed(at(10), no_answer_needed="spam"), reopened(at(12)))

    assert (running.state, running.used, running.why) == (ClockState.RUNNING, 2 * HOUR, "")
    assert running.intervals[1] == Interval(at(10), at(12), False, "spam")


def test_an_answer_to_what_needed_none_leaves_it_excluded() -> None:
    excluded = clock(at(18), opened(at(9)), closed(at(10), no_answer_needed="spam"), replied(at(11)))

    assert (excluded.state, excluded.met_at) == (ClockState.EXCLUDED, None)


def test_mail_older_than_the_installation_is_never_measured() -> None:
    imported = Event(EventType.IMPORTED, at(9))

    with_opening = clock(at(18), opened(at(8)), imported, replied(at(10)))
    alone = clock(at(18), imported)

    assert (with_opening.state, with_opening.why) == (ClockState.EXCLUDED, "older than the installation")
    assert (with_opening.met_at, with_opening.stopped_at) == (None, at(9))
    assert (alone.state, alone.started_at) == (ClockState.EXCLUDED, at(9))


def test_a_ticket_nothing_opened_has_no_clock() -> None:
    with pytest.raises(ValueError, match="no event opened"):
        clock(at(18), replied(at(10)))


# ---------------------------------------------------------------- what time it is


def test_what_happens_later_has_not_happened_yet() -> None:
    events = (opened(at(9)), severity_set(at(10), "B"), replied(at(12)))

    assert clock(at(9, 30), *events) == clock(at(9, 30), opened(at(9)))


def test_a_clock_that_starts_in_the_future_has_used_nothing() -> None:
    running = clock(at(8), opened(at(9)))

    assert (running.state, running.used, running.intervals, running.due_at) == (
        ClockState.RUNNING,
        timedelta(0),
        (),
        at(13),
    )


# ---------------------------------------------------------------- warnings


@pytest.mark.parametrize(
    ("events", "now", "due"),
    [
        pytest.param((opened(at(9)),), at(9), at(12), id="three of four hours"),
        pytest.param((opened(at(9)),), at(18), at(12), id="the same when it is over"),
        pytest.param((opened(at(18)),), at(18), at(7, day=19), id="over night"),
        pytest.param((opened(at(17)),), at(22), at(20), id="used up as the desk closes"),
        pytest.param(
            (opened(at(8)), severity_set(at(9), "A")), at(9), at(8, 45), id="already behind after an increase"
        ),
        pytest.param((opened(at(9)), closed(at(10)), reopened(at(12))), at(12), at(14), id="closing pauses it"),
    ],
)
def test_a_warning_is_due_when_its_share_of_the_target_is_used(
    events: tuple[Event, ...], now: datetime, due: datetime
) -> None:
    assert clock(now, *events).reached(0.75) == due


# ---------------------------------------------------------------- the policy


CONFIG = """
[desk]
address = "desk@example.org"
[imap]
host = "mail.example.org"
[smtp]
host = "mail.example.org"
"""


def test_the_default_policy_is_the_desks_guide() -> None:
    policy = from_config(parse(CONFIG, Path("config.toml")))

    (version,) = policy.versions
    hours = {"ingram": (4, 4, 4), "microsoft": (1, 2, 4)}
    assert version.terms == replace(
        TERMS,
        upstreams={
            (name, severity): Promise(target * HOUR, ALWAYS_OPEN)
            for name, targets in hours.items()
            for severity, target in zip("ABC", targets, strict=True)
        },
        pauses={**dict.fromkeys(Measure, frozenset()), Measure.RESOLUTION: frozenset({Waiting.AGENT_WAITS})},
        unmeasured=frozenset({"out_of_scope"}),
    )


@pytest.mark.parametrize(
    ("calendars", "problem"),
    [
        pytest.param(
            '[calendars.desk]\nmonday = "9:00-17:00"\nholidays = "QQ"',
            "calendars.desk: no public holidays",
            id="unknown country",
        ),
        pytest.param('[calendars.desk]\nmonday = ""', "calendars.desk: has no opening hours", id="no hours"),
    ],
)
def test_a_calendar_that_cannot_be_kept_is_a_configuration_error(calendars: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        from_config(parse(CONFIG + calendars, Path("config.toml")))


# ---------------------------------------------------------------- whatever happens


MINUTES = st.integers(0, 3 * 1440)
START = at(17, day=24)  # two hours before closing, two days before Thanksgiving
EVENTS = st.lists(
    st.one_of(
        st.builds(severity_set, MINUTES.map(lambda number: START + number * MINUTE), st.sampled_from("ABC")),
        st.builds(reopened, MINUTES.map(lambda number: START + number * MINUTE)),
        st.builds(closed, MINUTES.map(lambda number: START + number * MINUTE)),
        st.builds(replied, MINUTES.map(lambda number: START + number * MINUTE), counts=st.booleans()),
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(EVENTS, st.sampled_from("ABC"), MINUTES)
def test_the_intervals_explain_the_clock(events: list[Event], severity: str, minutes: int) -> None:
    now = START + minutes * MINUTE

    result = clock(now, opened(START, severity), *events)

    edges = [result.started_at, *(interval.end for interval in result.intervals)]
    assert [interval.begin for interval in result.intervals] == edges[:-1]
    assert edges[-1] == (result.stopped_at or max(now, START))
    assert result.used == sum((item.end - item.begin for item in result.intervals if item.counts), timedelta(0))
    assert (result.state is ClockState.MET) == (result.met_at is not None and result.met_at <= result.due_at)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(MINUTES, st.sampled_from("ABC")), max_size=4, unique_by=lambda pair: pair[0]), MINUTES)
def test_a_clock_is_what_looking_at_every_minute_gives(changes: list[tuple[int, str]], minutes: int) -> None:
    events = [severity_set(START + minute * MINUTE, severity) for minute, severity in changes]

    result = clocks([opened(START), *events], POLICY, START + minutes * MINUTE)[0]

    severities = dict(changes)
    severity, used = "C", timedelta(0)
    for minute in range(minutes + 1):
        severity = severities.get(minute, severity)
        used += MINUTE * (minute < minutes and is_open(TERMS.promises[severity].calendar, START + minute * MINUTE))
    assert (result.severity, result.used) == (severity, used)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(MINUTES, st.sampled_from("ABC")), max_size=4, unique_by=lambda pair: pair[0]), MINUTES)
def test_the_order_in_the_log_does_not_matter(changes: list[tuple[int, str]], minutes: int) -> None:
    events = [severity_set(START + minute * MINUTE, severity) for minute, severity in changes]
    events += [opened(START), replied(START + 500 * MINUTE)]

    assert clock(START + minutes * MINUTE, *events) == clock(START + minutes * MINUTE, *reversed(events))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from("ABC"), MINUTES, MINUTES)
def test_a_warning_does_not_move_as_time_passes(severity: str, first: int, second: int) -> None:
    clocks = [clock(START + minutes * MINUTE, opened(START, severity)) for minutes in (first, second)]

    assert clocks[0].reached(0.75) == clocks[1].reached(0.75) <= clocks[0].due_at == clocks[1].due_at
