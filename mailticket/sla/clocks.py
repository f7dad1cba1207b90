"""Every clock of a ticket, computed from its events: what starts, retargets, pauses, stops and excuses which of them.

Only a person's answer to the requester meets the first-response clock, and each event says why it counted:
acknowledgements, requests for information, hand-offs, notes and mails to colleagues never do. Never asks the time;
computing again gives the same answer, because the terms are those that held when the ticket was received.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from mailticket.model import Event, EventType
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure, SlaPolicy, Version, Waiting
from mailticket.sla.running import Ending, Running, Start

CLOSED_WITHOUT_ANSWER = "closed without an answer"
OLDER = "older than the installation"
RECEIVED_BY_SERVER = "the mail server received the mail"


def clocks(events: Iterable[Event], policy: SlaPolicy, now: datetime) -> tuple[Clock, ...]:
    """Every clock as it stood at ``now``, the first response first: events after it have not happened yet.

    Events count in the order of their ``at``; one that a skewed clock dates before the start counts at the start.
    Raises ValueError when no event opens the ticket.
    """
    return clocks_at(events, policy, (now,))[0]


def clocks_at(
    events: Iterable[Event], policy: SlaPolicy, instants: Iterable[datetime]
) -> tuple[tuple[Clock, ...], ...]:
    """As ``clocks`` for each of these instants, given in the order of time: the log is read once for all of them."""
    log = _Log(events, policy)
    return tuple(log.read_until(now) for now in instants)


def unpaused(policy: SlaPolicy) -> SlaPolicy:
    """The same promises without any standing still, for the figure that is shown beside the paused one."""
    return SlaPolicy(tuple(replace(item, terms=replace(item.terms, pauses={})) for item in policy.versions))


def _order(event: Event) -> tuple[datetime, bool]:
    """By time; of one instant the answer comes first: "close" in an agent's answer closes an answered ticket."""
    return event.at, event.type is not EventType.AGENT_REPLIED


def _opening(log: Iterable[Event]) -> Event:
    for type_ in (EventType.OPENED, EventType.IMPORTED):
        for event in log:
            if event.type is type_:
                return event
    raise ValueError("no event opened this ticket: it has no clock")


class _Log:
    """The events of one ticket on their way through its clocks."""

    def __init__(self, events: Iterable[Event], policy: SlaPolicy) -> None:
        self.to_come = deque(sorted(events, key=_order))
        opened = _opening(self.to_come)
        self.started_at = opened.at
        self.version: Version = policy.at(opened.at)
        self.severity = _text(opened, "severity") or self.version.terms.default_severity
        self.category = _text(opened, "category")
        self.redirected = self.older = False
        self.first = self._started(Measure.FIRST_RESPONSE, opened.at, RECEIVED_BY_SERVER)
        self.resolution = self._started(Measure.RESOLUTION, opened.at, RECEIVED_BY_SERVER)
        self.next: list[Running] = []
        self.upstream: list[Running] = []
        self.open_next: list[Running] = []  # those of them that an event can still move
        self.open_upstream: list[Running] = []

    def read_until(self, now: datetime) -> tuple[Clock, ...]:
        now = max(now, self.started_at)
        while self.to_come and self.to_come[0].at <= now:
            event = self.to_come.popleft()
            if action := _ACTIONS.get(event.type):
                action(self, event, max(event.at, self.started_at))
        found = (item.clock(now) for item in (self.first, *self.next, *self.upstream, self.resolution))
        return tuple(self._excused(clock) for clock in found if clock is not None)

    def _movable(self) -> tuple[Running, ...]:
        """The clocks an event can still move, few however long the log: of those that are over only the ones that
        may go on.
        """
        self.open_next = [item for item in self.open_next if not item.is_final or item is self.next[-1]]
        self.open_upstream = [item for item in self.open_upstream if item.ended is None]
        return (self.first, *self.open_next, *self.open_upstream, self.resolution)

    def _started(self, measure: Measure, at: datetime, begun_by: str, number: int = 1) -> Running:
        return Running(Start(measure, at, self.severity, self.version, begun_by, number))

    def _excused(self, clock: Clock) -> Clock:
        """What the desk's rules answered by themselves owes nobody a person's answer, until somebody objects."""
        if clock.measure not in (Measure.FIRST_RESPONSE, Measure.RESOLUTION) or not self._owes_nothing:
            return clock
        why = f"{self.category.replace('_', ' ')}: redirected by rule"
        return replace(clock, state=ClockState.EXCLUDED, why=why, stopped_at=clock.stopped_at or self.started_at)

    @property
    def _owes_nothing(self) -> bool:
        return self.redirected and self.category in self.version.terms.unmeasured

    # ------------------------------------------------------------ what events do

    def imported(self, _event: Event, at: datetime) -> None:
        """History: only what the requester writes from now on is owed an answer."""
        self.older = True
        for clock in self._movable():
            clock.end(Ending(at, OLDER, no_answer_needed=True))

    def severity_set(self, event: Event, at: datetime) -> None:
        self.severity = _text(event, "severity") or self.version.terms.default_severity
        for clock in (item for item in self._movable() if not item.start.upstream):
            clock.retarget(at, self.severity)

    def category_set(self, event: Event, _at: datetime) -> None:
        self.category = _text(event, "category")

    def acknowledge(self, _event: Event, _at: datetime) -> None:
        """Only who was told so has been redirected: a category set later takes no ticket out of the figures."""
        self.redirected = self.redirected or self.category in self.version.terms.unmeasured

    def answered(self, event: Event, at: datetime) -> None:
        if event.data.get("counts") is not True:
            return
        ending = Ending(at, _text(event, "why"), met=True, by=_text(event, "agent"), message=event.message)
        for clock in (self.first, *self.next[-1:]):
            clock.end(ending)

    def received(self, event: Event, at: datetime) -> None:
        """A mail of the requester's side (no "why" says otherwise) asks for an answer, unless one is outstanding."""
        if "why" in event.data:
            return
        for clock in self._movable():
            clock.resume(at, Waiting.REQUESTED)
        first_is_open = not (self.first.is_answered or self.older or self._owes_nothing)
        if first_is_open or (self.next and not self.next[-1].ended):
            return
        started = self._started(Measure.NEXT_RESPONSE, at, "the requester wrote", len(self.next) + 1)
        self.next.append(started)
        self.open_next.append(started)

    def requested(self, _event: Event, at: datetime) -> None:
        self._pause(Waiting.REQUESTED, at)

    def waits(self, _event: Event, at: datetime) -> None:
        self._pause(Waiting.AGENT_WAITS, at)

    def resumed(self, _event: Event, at: datetime) -> None:
        for clock in self._movable():
            clock.resume(at, Waiting.AGENT_WAITS)

    def _pause(self, waiting: Waiting, at: datetime) -> None:
        for clock in self._movable():
            if waiting in self.version.terms.pauses.get(clock.start.measure, ()):
                clock.pause(at, waiting)

    def handed_off(self, event: Event, at: datetime) -> None:
        """The upstream desk's promise is of its own severity, and of the terms the ticket runs under."""
        upstream, severity = _text(event, "upstream"), _text(event, "severity") or self.severity
        if upstream and self.version.terms.promise(severity, upstream):
            begun_by = f"handed to {upstream}"
            number = len(self.upstream) + 1
            start = Start(Measure.UPSTREAM_RESPONSE, at, severity, self.version, begun_by, number, upstream)
            self.upstream.append(Running(start))
            self.open_upstream.append(self.upstream[-1])

    def upstream_replied(self, event: Event, at: datetime) -> None:
        if event.data.get("counts") is not True:
            return
        ending = Ending(at, _text(event, "why"), met=True, by=_text(event, "upstream"), message=event.message)
        for clock in self._movable():
            if clock.start.upstream and clock.start.upstream == ending.by:
                clock.end(ending)

    def closed(self, event: Event, at: datetime) -> None:
        excuse = _text(event, "no_answer_needed")
        ending = Ending(at, excuse or CLOSED_WITHOUT_ANSWER, no_answer_needed=bool(excuse))
        first, *others, resolution = self._movable()
        first.end(ending)
        for clock in others:
            clock.end(ending if excuse or clock.is_late(at) else Ending(at, "closed in time", no_answer_needed=True))
        resolution.end(ending if excuse else Ending(at, "closed", met=True, by=_text(event, "agent")))

    def reopened(self, _event: Event, at: datetime) -> None:
        for clock in (self.first, *self.next[-1:], self.resolution):
            if not self.older:
                clock.go_on(at)
                clock.retarget(at, self.severity)


_Action: TypeAlias = Callable[[_Log, Event, datetime], None]
_ACTIONS: Mapping[EventType, _Action] = {
    EventType.IMPORTED: _Log.imported,
    EventType.SEVERITY_SET: _Log.severity_set,
    EventType.CATEGORY_SET: _Log.category_set,
    EventType.ACKNOWLEDGED: _Log.acknowledge,
    EventType.AGENT_REPLIED: _Log.answered,
    EventType.RECEIVED: _Log.received,
    EventType.INFORMATION_REQUESTED: _Log.requested,
    EventType.WAITING: _Log.waits,
    EventType.RESUMED: _Log.resumed,
    EventType.HANDED_OFF: _Log.handed_off,
    EventType.UPSTREAM_REPLIED: _Log.upstream_replied,
    EventType.CLOSED: _Log.closed,
    EventType.REOPENED: _Log.reopened,
}

CONSIDERED = frozenset({EventType.OPENED, *_ACTIONS})  # every other event changes no clock


def _text(event: Event, key: str) -> str:
    value = event.data.get(key)
    return "" if value is None else str(value)
