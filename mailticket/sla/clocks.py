"""Every clock of a ticket, computed from its events: what starts, retargets, pauses, stops and excuses which of them.

Only a person's answer to the requester meets the first-response clock, and each event says why it counted:
acknowledgements, requests for information, hand-offs, notes and mails to colleagues never do. Never asks the time;
computing again gives the same answer, because the terms are those that held when the ticket was received.
"""

from __future__ import annotations

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
    return _Log(events, policy, now, tuple(Measure)).read()


def first_response(events: Iterable[Event], policy: SlaPolicy, now: datetime) -> Clock:
    """The first-response clock alone, as ``clocks`` gives it."""
    return _Log(events, policy, now, (Measure.FIRST_RESPONSE,)).read()[0]


def unpaused(policy: SlaPolicy) -> SlaPolicy:
    """The same promises without any standing still, for the figure that is shown beside the paused one."""
    return SlaPolicy(tuple(replace(item, terms=replace(item.terms, pauses={})) for item in policy.versions))


def _order(event: Event) -> tuple[datetime, bool]:
    """By time; of one instant the answer comes first: "close" in an agent's answer closes an answered ticket."""
    return event.at, event.type is not EventType.AGENT_REPLIED


def _opening(log: list[Event]) -> Event:
    for type_ in (EventType.OPENED, EventType.IMPORTED):
        for event in log:
            if event.type is type_:
                return event
    raise ValueError("no event opened this ticket: it has no clock")


class _Log:
    """The events of one ticket on their way through its clocks. ``first`` is None once nobody can wait for it."""

    def __init__(
        self, events: Iterable[Event], policy: SlaPolicy, now: datetime, measures: tuple[Measure, ...]
    ) -> None:
        log = sorted(events, key=_order)
        opened = _opening(log)
        self.started_at = opened.at
        self.now = max(now, opened.at)
        self.measures = measures
        self.events = [event for event in log if event.at <= self.now]
        self.version: Version = policy.at(opened.at)
        self.severity = _text(opened, "severity") or self.version.terms.default_severity
        self.category = _text(opened, "category")
        self.redirected = self.older = False
        self.first = self._started(Measure.FIRST_RESPONSE, opened.at, RECEIVED_BY_SERVER)
        self.resolution = self._started(Measure.RESOLUTION, opened.at, RECEIVED_BY_SERVER)
        self.next: list[Running] = []
        self.upstream: list[Running] = []

    def read(self) -> tuple[Clock, ...]:
        for event in self.events:
            if action := _ACTIONS.get(event.type):
                action(self, event, max(event.at, self.started_at))
        found = (item.clock(self.now) for item in self._all())
        return tuple(self._excused(clock) for clock in found if clock is not None)

    def _all(self) -> list[Running]:
        whole = (self.first, *self.next, *self.upstream, self.resolution)
        return [item for item in whole if item is not None]

    def _started(self, measure: Measure, at: datetime, begun_by: str, number: int = 1) -> Running | None:
        if measure not in self.measures:
            return None
        return Running(Start(measure, at, self.severity, self.version, begun_by, number))

    def _excused(self, clock: Clock) -> Clock:
        """What the desk's rules answered in full by themselves owes nobody a person's answer."""
        if clock.upstream or not self.redirected or self.category not in self.version.terms.unmeasured:
            return clock
        why = f"{self.category.replace('_', ' ')}: redirected by rule"
        return replace(clock, state=ClockState.EXCLUDED, why=why, stopped_at=clock.stopped_at or self.started_at)

    # ------------------------------------------------------------ what events do

    def imported(self, _event: Event, at: datetime) -> None:
        """History: only what the requester writes from now on is owed an answer."""
        self.older = True
        for clock in self._all():
            clock.end(Ending(at, OLDER, no_answer_needed=True))

    def severity_set(self, event: Event, at: datetime) -> None:
        self.severity = _text(event, "severity") or self.version.terms.default_severity
        for clock in (item for item in self._all() if not item.start.upstream):
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
            if clock is not None:
                clock.end(ending)

    def received(self, event: Event, at: datetime) -> None:
        """A mail of the requester's side (no "why" says otherwise) asks for an answer, unless one is outstanding."""
        if "why" in event.data:
            return
        for clock in self._all():
            clock.resume(at, Waiting.REQUESTED)
        first_is_open = self.first is not None and not (self.first.is_answered or self.older)
        if first_is_open or (self.next and not self.next[-1].ended):
            return
        started = self._started(Measure.NEXT_RESPONSE, at, "the requester wrote", len(self.next) + 1)
        self.next.extend([started] if started else [])

    def requested(self, _event: Event, at: datetime) -> None:
        self._pause(Waiting.REQUESTED, at)

    def waits(self, _event: Event, at: datetime) -> None:
        self._pause(Waiting.AGENT_WAITS, at)

    def resumed(self, _event: Event, at: datetime) -> None:
        for clock in self._all():
            clock.resume(at, Waiting.AGENT_WAITS)

    def _pause(self, waiting: Waiting, at: datetime) -> None:
        for clock in self._all():
            if waiting in self.version.terms.pauses.get(clock.start.measure, ()):
                clock.pause(at, waiting)

    def handed_off(self, event: Event, at: datetime) -> None:
        """The upstream desk's promise is of its own severity, and of the terms the ticket runs under."""
        upstream, severity = _text(event, "upstream"), _text(event, "severity") or self.severity
        measured = Measure.UPSTREAM_RESPONSE in self.measures and upstream
        if measured and self.version.terms.promise(severity, upstream):
            begun_by = f"handed to {upstream}"
            number = len(self.upstream) + 1
            self.upstream.append(
                Running(Start(Measure.UPSTREAM_RESPONSE, at, severity, self.version, begun_by, number, upstream))
            )

    def upstream_replied(self, event: Event, at: datetime) -> None:
        if event.data.get("counts") is not True:
            return
        ending = Ending(at, _text(event, "why"), met=True, by=_text(event, "upstream"), message=event.message)
        for clock in self.upstream:
            if clock.start.upstream == ending.by and clock.ended is None:
                clock.end(ending)

    def closed(self, event: Event, at: datetime) -> None:
        excuse = _text(event, "no_answer_needed")
        ending = Ending(at, excuse or CLOSED_WITHOUT_ANSWER, no_answer_needed=bool(excuse))
        if self.first:
            self.first.end(ending)
        for clock in (*self.next, *self.upstream):
            clock.end(ending if excuse or clock.is_late(at) else Ending(at, "closed in time", no_answer_needed=True))
        if self.resolution:
            self.resolution.end(ending if excuse else Ending(at, "closed", met=True, by=_text(event, "agent")))

    def reopened(self, _event: Event, at: datetime) -> None:
        for clock in (self.first, *self.next[-1:], self.resolution):
            if clock is not None and not self.older:
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
