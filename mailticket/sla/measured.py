"""A clock as a line of fixed width, so that figures over a million of them need no objects: what it says, and its form.

A line tells how a clock stands at the last event of its ticket, a function of the log and the promises alone; how it
stands later follows from the line and the calendar. Pure; which number a name has is the store's.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from mailticket.model import Event, EventType
from mailticket.sla.calendar import is_open
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.clocks import clocks, clocks_at, unpaused
from mailticket.sla.policy import Measure, SlaPolicy

FORM = 4  # a new number wherever a line comes to be another: every line is then made again
LINE = struct.Struct("<6q7IHBB")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_PAUSING = frozenset({EventType.WAITING, EventType.INFORMATION_REQUESTED})


class Stand(IntEnum):
    """How a clock stands at the end of its ticket's log."""

    RUNNING = 0
    PAUSED = 1
    ANSWERED = 2
    UNANSWERED = 3  # ended all the same, by closing
    EXCLUDED = 4


IN_TIME = 1  # answered before its own target was over
HAS_TWIN = 2  # there is another line with what it would be had it never stood still
IS_TWIN = 4
CLOSED_SINCE = 8  # the desk closed after the last of its counted time: the time was used up before the end
LOWERED = 16  # it was past due when its severity was changed to one that was not


@dataclass(frozen=True, slots=True)
class Facts:
    """What the lines of one ticket are made of: its log, and what it is called by in groups ("" where unknown)."""

    ticket: int
    partner: str
    category: str
    assignee: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One clock of a ticket. ``terms`` is the place among the policy's versions of the one it runs under."""

    facts: Facts
    clock: Clock
    reached: datetime
    terms: int
    flags: int

    @property
    def unpaused(self) -> bool:
        return bool(self.flags & IS_TWIN)

    def packed(self, code: Callable[[str], int]) -> bytes:
        """``code`` gives the number of a name."""
        clock, facts = self.clock, self.facts
        excluded = clock.state is ClockState.EXCLUDED
        return LINE.pack(
            facts.ticket,
            ticks(clock.started_at),
            ticks(clock.due_at),
            ticks(self.reached),
            clock.used // _TICK,
            clock.target // _TICK,
            clock.number,
            code(clock.severity),
            code(facts.partner),
            code(facts.category),
            code(clock.upstream or clock.by or facts.assignee),
            code(clock.why if excluded else ""),
            code(clock.upstream),
            self.terms,
            stand(clock),
            self.flags
            | (IN_TIME if clock.state is ClockState.MET else 0)
            | (CLOSED_SINCE if _closed_at_end(clock) else 0),
        )


def _closed_at_end(clock: Clock) -> bool:
    """Whether the desk was closed when the clock last ran; what it stood still since does not matter."""
    ran = next((stretch for stretch in reversed(clock.stretches) if stretch.calendar is not None), None)
    return ran is not None and ran.calendar is not None and not is_open(ran.calendar, ran.end - _TICK)


def end_of(events: Iterable[Event]) -> datetime:
    """The last instant of a log: how its clocks stand then is what its lines tell."""
    return max((event.at for event in events), default=_EPOCH)


def lines(facts: Facts, policy: SlaPolicy, found: Sequence[Clock] = ()) -> Iterator[Line]:
    """Every clock of a ticket; those that stood still also as if they had not. ValueError when nothing opens it.

    ``found`` are its clocks as they stand at the end of its log, where somebody has computed them.
    """
    last = end_of(facts.events)
    found = found or clocks(facts.events, policy, last)
    place = _place(policy, found[0].started_at)
    twins = {(twin.measure, twin.number): twin for twin in _twins(facts, policy, last)}
    broken = _broken_before(facts, policy)

    def line(clock: Clock, flags: int) -> Line:
        reached = clock.stopped_at or max(last, clock.started_at)
        if clock.state is not ClockState.BREACHED and (clock.measure, clock.number) in broken:
            flags |= LOWERED
        return Line(facts, clock, reached, place, flags)

    for clock in found:
        twin = twins.get((clock.measure, clock.number), clock)
        apart = differs(twin, clock)
        yield line(clock, HAS_TWIN if apart else 0)
        if apart:
            yield line(twin, IS_TWIN)


def _broken_before(facts: Facts, policy: SlaPolicy) -> set[tuple[Measure, int]]:
    """The clocks that were past due just before a change of severity: a promise that was broken stays broken."""
    changes = sorted(event.at - _TICK for event in facts.events if event.type is EventType.SEVERITY_SET)
    stood = (clock for found in clocks_at(facts.events, policy, changes) for clock in found)
    return {(clock.measure, clock.number) for clock in stood if clock.is_open and _is_past_due(clock)}


def _is_past_due(clock: Clock) -> bool:
    return clock.state is ClockState.BREACHED and not clock.upstream


def _place(policy: SlaPolicy, received: datetime) -> int:
    held = policy.at(received)
    return next(place for place, version in enumerate(policy.versions) if version is held)


def _twins(facts: Facts, policy: SlaPolicy, last: datetime) -> Iterable[Clock]:
    if any(event.type in _PAUSING for event in facts.events):
        return clocks(facts.events, unpaused(policy), last)
    return ()


def differs(one: Clock, other: Clock) -> bool:
    """Whether standing still has changed what the clock says."""
    return (one.used, one.due_at, one.state, one.paused) != (other.used, other.due_at, other.state, other.paused)


def stand(clock: Clock) -> Stand:
    if clock.state is ClockState.EXCLUDED:
        return Stand.EXCLUDED
    if clock.met_at is not None:
        return Stand.ANSWERED
    if clock.stopped_at is not None:
        return Stand.UNANSWERED
    return Stand.PAUSED if clock.paused else Stand.RUNNING


def ticks(moment: datetime) -> int:
    """Whole microseconds since 1970 in UTC."""
    return (moment - _EPOCH) // _TICK


def instant(number: int) -> datetime:
    return _EPOCH + timedelta(microseconds=number)
