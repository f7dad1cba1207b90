"""Why a promise was broken, in a few words, from the log of its ticket. Pure; which ones were broken is told to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailticket.durations import in_words
from mailticket.model import Event, EventType
from mailticket.sla import calendar
from mailticket.sla.attainment import Breach
from mailticket.sla.calendar import Calendar
from mailticket.sla.clock import Clock
from mailticket.sla.clocks import CLOSED_WITHOUT_ANSWER, clocks
from mailticket.sla.policy import Measure, SlaPolicy
from mailticket.vocabulary import SEVERITIES

_NOTHING = timedelta(0)
_MUCH = 0.5  # the share of the time that must be gone for a raised severity to be the likeliest cause
_ALWAYS_A_PERSON = frozenset(
    {
        EventType.ASSIGNED,
        EventType.AGENT_NOTED,
        EventType.AGENT_REPLIED,
        EventType.HANDED_OFF,
        EventType.WAITING,
    }
)
_NOT_THE_DESK = (None, "", "requester", "mail")


@dataclass(frozen=True, slots=True)
class Miss:
    """What is known of a miss without its log. ``within`` is the time it had, None for its own target."""

    measure: Measure | None  # None for a call
    number: int
    ticket: int
    severity: str
    partner: str
    category: str
    agent: str
    arrived: datetime
    elapsed: timedelta
    answered: datetime | None
    within: timedelta | None


def of_call(miss: Miss) -> Breach:
    """A phone or chat contact: it was answered late, or given up after its time."""
    target = miss.within or _NOTHING
    late = _by_how_much(miss.elapsed - target)
    cause = f"answered {late} late" if miss.answered else f"given up after {in_words(miss.elapsed)}"
    return _breach(miss, cause, miss.arrived + target, target)


def of_ticket(miss: Miss, events: Sequence[Event], policy: SlaPolicy, now: datetime) -> Breach:
    """A clock of a ticket, by the ticket's log."""
    clock = next(
        item for item in clocks(events, policy, now) if (item.measure, item.number) == (miss.measure, miss.number)
    )
    target = miss.within or clock.target
    due = clock.due_at if miss.within is None else clock.reached(miss.within / clock.target)
    assigned = _first(event for event in events if event.type is EventType.ASSIGNED)
    broken = _Broken(clock, due, target, assigned, tuple(events))
    cause = _cause(broken, policy.at(clock.started_at).terms.desk_calendar)
    return replace(
        _breach(miss, cause, due, target),
        first_seen=_first(event for event in events if event.at >= clock.started_at and is_by_the_desk(event)),
        assigned=assigned,
        answered=clock.met_at,
    )


def _breach(miss: Miss, cause: str, due: datetime, target: timedelta) -> Breach:
    return Breach(
        ticket=miss.ticket,
        severity=miss.severity,
        partner=miss.partner,
        category=miss.category,
        agent=miss.agent,
        arrived=miss.arrived,
        first_seen=miss.answered,
        assigned=None,
        answered=miss.answered,
        due=due,
        elapsed=miss.elapsed,
        target=target,
        cause=cause,
    )


def _by_how_much(amount: timedelta) -> str:
    """Counted time, a second at least: what a closed desk let pass is none, and nobody is late by none."""
    return in_words(max(amount, timedelta(seconds=1)))


def _first(events: Iterable[Event]) -> datetime | None:
    return min((event.at for event in events), default=None)


def is_by_the_desk(event: Event) -> bool:
    """Whether a person of the desk did this: assigned, noted, replied, set or closed something."""
    if event.type in _ALWAYS_A_PERSON:
        return True
    if event.type in (EventType.FIELDS_SET, EventType.SEVERITY_SET, EventType.CATEGORY_SET):
        return event.data.get("by") not in _NOT_THE_DESK
    return event.type is EventType.CLOSED and bool(event.data.get("agent"))


# ---------------------------------------------------------------- the likeliest cause


@dataclass(frozen=True, slots=True)
class _Broken:
    clock: Clock
    due: datetime
    target: timedelta
    assigned: datetime | None
    events: tuple[Event, ...]

    @property
    def late(self) -> str:
        return _by_how_much(self.clock.used - self.target)


def _cause(broken: _Broken, desk: Calendar) -> str:
    clock, assigned = broken.clock, broken.assigned
    answered = clock.met_at
    if clock.upstream:
        return f"{clock.upstream} answered {broken.late} late" if answered else f"{clock.upstream} has not answered"
    if used := _used_when_raised(broken):
        return f"severity raised when {used:.0%} was used".replace("%", " %")
    if clock.calendar != desk and calendar.elapsed(desk, clock.started_at, broken.due) == _NOTHING:
        return "arrived when the desk was closed"
    if assigned and assigned > broken.due and (answered is None or assigned < answered):
        return "assigned after it was due"
    return f"answered {broken.late} late" if answered else _unanswered(broken)


def _unanswered(broken: _Broken) -> str:
    if broken.clock.stopped_at:
        return CLOSED_WITHOUT_ANSWER
    return "assigned, not answered" if broken.assigned else "never assigned"


def _used_when_raised(broken: _Broken) -> float:
    """The share of the time that was gone when the severity was last raised; 0 where that was not much, or never."""
    clock, severity, used = broken.clock, "", 0.0
    for event in sorted(broken.events, key=lambda item: item.at):
        if event.type is EventType.OPENED:
            severity = str(event.data.get("severity") or "")
        elif event.type is EventType.SEVERITY_SET:
            former, severity = severity, str(event.data.get("severity") or "")
            if clock.started_at < event.at <= broken.due and _is_higher(severity, former):
                used = _used_by(clock, event.at) / broken.target
    return used if used >= _MUCH else 0.0


def _is_higher(severity: str, former: str) -> bool:
    known = list(SEVERITIES)
    if severity not in known:
        return False
    return former not in known or known.index(severity) < known.index(former)


def _used_by(clock: Clock, at: datetime) -> timedelta:
    parts = (
        calendar.elapsed(stretch.calendar, stretch.begin, min(stretch.end, at))
        for stretch in clock.stretches
        if stretch.calendar is not None and stretch.begin < at
    )
    return sum(parts, _NOTHING)
