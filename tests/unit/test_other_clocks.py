"""The clocks beside the first response: the next one, an upstream desk's, the resolution; each by a table of logs."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailticket.model import Event, EventType
from mailticket.sla.calendar import ALWAYS_OPEN
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.clocks import clocks, clocks_at, unpaused
from mailticket.sla.configured import EVER
from mailticket.sla.policy import Measure, Promise, SlaPolicy, Terms, Version, Waiting

HOUR = timedelta(hours=1)
BREACHED, EXCLUDED, MET, PAUSED, RUNNING = (
    ClockState.BREACHED,
    ClockState.EXCLUDED,
    ClockState.MET,
    ClockState.PAUSED,
    ClockState.RUNNING,
)
TERMS = Terms(
    promises={
        "A": Promise(HOUR, ALWAYS_OPEN, HOUR, 4 * HOUR),
        "C": Promise(4 * HOUR, ALWAYS_OPEN, 2 * HOUR, 8 * HOUR),
    },
    default_severity="C",
    upstreams={("microsoft", "A"): Promise(HOUR, ALWAYS_OPEN), ("microsoft", "C"): Promise(4 * HOUR, ALWAYS_OPEN)},
    pauses={
        Measure.RESOLUTION: frozenset({Waiting.AGENT_WAITS}),
        Measure.NEXT_RESPONSE: frozenset({Waiting.REQUESTED}),
    },
)
POLICY = SlaPolicy((Version(1, EVER, TERMS),))


def at(hour: float) -> datetime:
    return datetime(2026, 11, 18, tzinfo=UTC) + hour * HOUR


def opened(hour: float, severity: str = "C") -> Event:
    return Event(EventType.OPENED, at(hour), {"severity": severity})


def wrote(hour: float, why: str = "") -> Event:
    """A mail on the ticket; ``why`` is what decisions note of one that asks for nothing."""
    return Event(EventType.RECEIVED, at(hour), {"why": why} if why else {})


def answered(hour: float, *, counts: bool = True) -> Event:
    return Event(EventType.AGENT_REPLIED, at(hour), {"agent": "Kim", "counts": counts, "why": "to the requester"})


def handed(hour: float, upstream: str = "microsoft", severity: str | None = None) -> Event:
    return Event(EventType.HANDED_OFF, at(hour), {"upstream": upstream, "severity": severity})


def upstream_wrote(hour: float, upstream: str = "microsoft", *, counts: bool = True) -> Event:
    return Event(EventType.UPSTREAM_REPLIED, at(hour), {"upstream": upstream, "counts": counts, "why": "a person"})


def simply(type_: EventType, hour: float, **data: object) -> Event:
    return Event(type_, at(hour), data)


def closed(hour: float, **data: object) -> Event:
    return simply(EventType.CLOSED, hour, **data)


def reopened(hour: float) -> Event:
    return simply(EventType.REOPENED, hour)


def severity(hour: float, value: str) -> Event:
    return simply(EventType.SEVERITY_SET, hour, severity=value)


def found(measure: Measure, events: tuple[Event, ...], now: float) -> list[Clock]:
    return [item for item in clocks(events, POLICY, at(now)) if item.measure is measure]


def stands(item: Clock) -> tuple[datetime, datetime, timedelta, ClockState]:
    return item.started_at, item.due_at, item.used, item.state


# ---------------------------------------------------------------- the next response

FIRST = (opened(0), answered(1))
NEXT = {
    "none before the requester writes again": (FIRST, []),
    "none while the first answer is owed": ((opened(0), wrote(1), wrote(2)), []),
    "it starts with the mail after the first answer": ((*FIRST, wrote(9)), [(9, 11, 1, RUNNING)]),
    "it is late after its own target": ((*FIRST, wrote(7)), [(7, 9, 3, BREACHED)]),
    "further mails start none while one is outstanding": (
        (*FIRST, wrote(7), wrote(7.5), wrote(8), answered(8.5)),
        [(7, 9, 1.5, MET)],
    ),
    "each answer lets the next mail start another": (
        (*FIRST, wrote(2), answered(3), wrote(4), answered(7), wrote(9)),
        [(2, 4, 1, MET), (4, 6, 3, BREACHED), (9, 11, 1, RUNNING)],
    ),
    "an answer that does not count meets nothing": (
        (*FIRST, wrote(9), answered(9.5, counts=False)),
        [(9, 11, 1, RUNNING)],
    ),
    "a mail that asks for nothing starts none": ((*FIRST, wrote(9, why="an automatic answer")), []),
    "a stranger's mail starts none": ((*FIRST, wrote(9, why="the sender is not known on the ticket")), []),
    "an imported ticket owes an answer to what comes later": (
        (simply(EventType.IMPORTED, 0), opened(0), wrote(9)),
        [(9, 11, 1, RUNNING)],
    ),
    "closing in time excuses it": ((*FIRST, wrote(7), closed(8)), [(7, 9, 1, EXCLUDED)]),
    "closing late is a miss": ((*FIRST, wrote(6), closed(9)), [(6, 8, 3, BREACHED)]),
    "closing late for a reason is excused": (
        (*FIRST, wrote(6), closed(9, no_answer_needed="thanks only")),
        [(6, 8, 3, EXCLUDED)],
    ),
    "reopening lets a miss stay a miss": (
        (*FIRST, wrote(5), closed(8), reopened(9)),
        [(5, 7, 4, BREACHED)],
    ),
    "one excused by closing runs on when reopened": (
        (*FIRST, wrote(6), closed(7), reopened(9)),
        [(6, 10, 2, RUNNING)],
    ),
    "a mail that reopens starts none beside the one that runs on": (
        (*FIRST, wrote(6), closed(7), reopened(9), wrote(9)),
        [(6, 10, 2, RUNNING)],
    ),
    "an answered one stays answered when reopened, and the mail starts another": (
        (*FIRST, wrote(2), answered(3), closed(4), reopened(9), wrote(9)),
        [(2, 4, 1, MET), (9, 11, 1, RUNNING)],
    ),
    "a raised severity shortens it": ((*FIRST, wrote(8), severity(8.5, "A")), [(8, 9, 2, BREACHED)]),
    "asking for information lets it stand still until they write": (
        (*FIRST, wrote(5), simply(EventType.INFORMATION_REQUESTED, 6), wrote(9)),
        [(5, 10, 2, RUNNING)],
    ),
    "what an agent lets wait does not pause it": (
        (*FIRST, wrote(9), simply(EventType.WAITING, 9.5)),
        [(9, 11, 1, RUNNING)],
    ),
}


@pytest.mark.parametrize(("events", "expected"), NEXT.values(), ids=NEXT.keys())
def test_the_next_response(events: tuple[Event, ...], expected: list[tuple[float, float, float, ClockState]]) -> None:
    next_ones = found(Measure.NEXT_RESPONSE, events, 10)

    assert [stands(item) for item in next_ones] == [(at(a), at(b), c * HOUR, state) for a, b, c, state in expected]
    assert [item.number for item in next_ones] == list(range(1, len(expected) + 1))


def test_who_objects_to_being_redirected_by_rule_is_owed_an_answer() -> None:
    outside = Event(EventType.OPENED, at(0), {"severity": "C", "category": "out_of_scope"})
    log = (outside, simply(EventType.ACKNOWLEDGED, 0), wrote(2), answered(3))
    policy = SlaPolicy((Version(1, EVER, replace(TERMS, unmeasured=frozenset({"out_of_scope"}))),))

    told = {clock.measure: clock.state for clock in clocks(log[:2], policy, at(1))}
    objected = {clock.measure: clock.state for clock in clocks(log[:3], policy, at(2.5))}
    settled = {clock.measure: clock.state for clock in clocks(log, policy, at(9))}

    assert told == {Measure.FIRST_RESPONSE: ClockState.EXCLUDED, Measure.RESOLUTION: ClockState.EXCLUDED}
    assert (objected[Measure.NEXT_RESPONSE], settled[Measure.NEXT_RESPONSE]) == (RUNNING, MET)
    assert settled[Measure.FIRST_RESPONSE] is ClockState.EXCLUDED


# ---------------------------------------------------------------- an upstream desk

HANDED = (opened(0), handed(6))
UPSTREAM = {
    "none without a hand-off": ((opened(0), upstream_wrote(1)), []),
    "a hand-off starts it": (HANDED, [(6, 10, 4, RUNNING)]),
    "it is of the severity the other desk was given": (
        (opened(0), handed(9.5, severity="A")),
        [(9.5, 10.5, 0.5, RUNNING)],
    ),
    "without one it is of the ticket's severity": ((opened(0, "A"), handed(6)), [(6, 7, 4, BREACHED)]),
    "the ticket's later severity changes nothing": ((*HANDED, severity(7, "A")), [(6, 10, 4, RUNNING)]),
    "a reply that counts meets it": ((*HANDED, upstream_wrote(8)), [(6, 10, 2, MET)]),
    "a late reply is a miss": ((opened(0), handed(2), upstream_wrote(9)), [(2, 6, 7, BREACHED)]),
    "an acknowledgement by a machine does not": ((*HANDED, upstream_wrote(8, counts=False)), [(6, 10, 4, RUNNING)]),
    "another desk's reply does not": ((*HANDED, upstream_wrote(8, "ingram")), [(6, 10, 4, RUNNING)]),
    "the agent's answer does not": ((*HANDED, answered(8)), [(6, 10, 4, RUNNING)]),
    "the requester's mail does not": ((*HANDED, wrote(8)), [(6, 10, 4, RUNNING)]),
    "a desk that promises nothing has none": ((opened(0), handed(6, "ingram")), []),
    "a severity that is promised nothing has none": ((opened(0), handed(6, severity="B")), []),
    "each hand-off starts one": (
        (*HANDED, upstream_wrote(7), handed(9, severity="A")),
        [(6, 10, 1, MET), (9, 10, 1, RUNNING)],
    ),
    "one reply meets all that wait for that desk": (
        (*HANDED, handed(7), upstream_wrote(8)),
        [(6, 10, 2, MET), (7, 11, 1, MET)],
    ),
    "closing in time excuses it": ((*HANDED, closed(8)), [(6, 10, 2, EXCLUDED)]),
    "closing late is a miss": ((opened(0), handed(2), closed(8)), [(2, 6, 6, BREACHED)]),
    "waiting for the requester does not pause it": ((*HANDED, simply(EventType.WAITING, 7)), [(6, 10, 4, RUNNING)]),
}


@pytest.mark.parametrize(("events", "expected"), UPSTREAM.values(), ids=UPSTREAM.keys())
def test_an_upstream_desks_response(
    events: tuple[Event, ...], expected: list[tuple[float, float, float, ClockState]]
) -> None:
    upstream_ones = found(Measure.UPSTREAM_RESPONSE, events, 10)

    assert [stands(item) for item in upstream_ones] == [(at(a), at(b), c * HOUR, state) for a, b, c, state in expected]
    assert all(item.upstream == "microsoft" for item in upstream_ones)


def test_an_upstream_reply_is_no_answer_to_the_requester() -> None:
    (first,) = found(Measure.FIRST_RESPONSE, (*HANDED, upstream_wrote(7)), 8)

    assert first.met_at is None


# ---------------------------------------------------------------- the resolution

WAITS = simply(EventType.WAITING, 2)
RESOLUTION = {
    "it runs from receipt": ((opened(6),), 14, 4, RUNNING),
    "an answer does not end it": ((opened(6), answered(7)), 14, 4, RUNNING),
    "closing ends it": ((opened(4), answered(5), closed(9)), 12, 5, MET),
    "closing late is a miss": ((opened(0), answered(1), closed(9)), 8, 9, BREACHED),
    "closing without an answer is a resolution nevertheless": ((opened(4), closed(9)), 12, 5, MET),
    "what needs no answer needs none": ((opened(4), closed(9, no_answer_needed="spam")), 12, 5, EXCLUDED),
    "reopened it goes on; the time between does not count": ((opened(0), closed(4), reopened(8)), 12, 6, RUNNING),
    "and may be late then": ((opened(0), closed(7), reopened(8)), 9, 9, BREACHED),
    "reopening does not repair a miss": ((opened(0), closed(8.5), reopened(9)), 8, 9.5, BREACHED),
    "closed again it ends again": ((opened(0), closed(4), reopened(6), closed(9)), 10, 7, MET),
    "waiting lets it stand still": ((opened(0), WAITS), 16, 2, PAUSED),
    "until the agent goes on": ((opened(0), WAITS, simply(EventType.RESUMED, 6)), 12, 6, RUNNING),
    "no waiting remains when it is reopened": ((opened(0), WAITS, closed(4), reopened(6)), 12, 6, RUNNING),
    "a request for information does not": ((opened(6), simply(EventType.INFORMATION_REQUESTED, 7)), 14, 4, RUNNING),
    "a severity has its own": ((opened(4), severity(7, "A")), 8, 6, BREACHED),
}


@pytest.mark.parametrize(("events", "due", "used", "state"), RESOLUTION.values(), ids=RESOLUTION.keys())
def test_the_resolution(events: tuple[Event, ...], due: float, used: float, state: ClockState) -> None:
    (resolution,) = found(Measure.RESOLUTION, events, 10)

    assert stands(resolution)[1:] == (at(due), used * HOUR, state)


# ---------------------------------------------------------------- as if no clock ever stood still


@pytest.mark.parametrize(
    ("events", "paused", "never_paused"),
    [
        pytest.param((opened(0), WAITS, closed(9)), (2, MET), (9, BREACHED), id="a miss that waiting hid"),
        pytest.param((opened(0), WAITS, closed(5)), (2, MET), (5, MET), id="in time anyway"),
        pytest.param((opened(0), WAITS), (2, PAUSED), (10, BREACHED), id="still waiting"),
        pytest.param((opened(0), closed(4), reopened(8)), (6, RUNNING), (6, RUNNING), id="lying closed is no pause"),
    ],
)
def test_without_pauses_waiting_counts(
    events: tuple[Event, ...], paused: tuple[float, ClockState], never_paused: tuple[float, ClockState]
) -> None:
    def resolution(policy: SlaPolicy) -> tuple[float, ClockState]:
        (item,) = (one for one in clocks(events, policy, at(10)) if one.measure is Measure.RESOLUTION)
        return item.used / HOUR, item.state

    assert resolution(POLICY) == paused
    assert resolution(unpaused(POLICY)) == never_paused


def test_without_pauses_the_promises_stay() -> None:
    (version,) = unpaused(POLICY).versions

    assert version.terms.pauses == {}
    assert (version.number, version.valid_from) == (1, EVER)
    assert (version.terms.promises, version.terms.upstreams) == (TERMS.promises, TERMS.upstreams)


# ---------------------------------------------------------------- long logs


def talk(mails: int) -> list[Event]:
    """The requester writes and is answered, again and again."""
    return [opened(0), *(wrote(0.1 * n) if n % 2 else answered(0.1 * n) for n in range(1, mails))]


def calls(log: list[Event]) -> int:
    """How many functions it takes to compute every clock: what it costs, the same on every machine."""
    counted = 0

    def count(_frame: object, kind: str, _argument: object) -> None:
        nonlocal counted
        counted += kind == "call"

    sys.setprofile(count)
    try:
        clocks(log, POLICY, at(1000))
    finally:
        sys.setprofile(None)
    return counted


def test_a_ticket_ten_times_as_long_costs_ten_times_as_much() -> None:
    calls(talk(10))

    assert calls(talk(2000)) < 11 * calls(talk(200))


def test_several_instants_in_one_reading_are_the_clocks_of_each() -> None:
    log = [opened(0), handed(1), wrote(2), answered(3), wrote(4), Event(EventType.WAITING, at(5)), wrote(7)]
    instants = tuple(at(hour) for hour in (0, 2.5, 4.5, 6, 30))

    read_once = clocks_at(log, POLICY, instants)

    for found, now in zip(read_once, instants, strict=True):
        alone = clocks(log, POLICY, now)
        assert [replace(item, stretches=()) for item in found] == [replace(item, stretches=()) for item in alone]
        assert [item.intervals for item in found] == [item.intervals for item in alone]
