"""The first-response clock of one ticket, computed from its events. Knows calendars and targets; never asks the time.

Only an agent's answer to the requester meets it: acknowledgements, requests for information and waiting for the
requester neither meet nor pause it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mailticket.model import Event, EventType
from mailticket.sla import calendar
from mailticket.sla.policy import SlaPolicy

CLOSED_WITHOUT_ANSWER = "closed without an answer"
OLDER = "older than the installation"


class ClockState(StrEnum):
    RUNNING = "running"
    MET = "met"
    BREACHED = "breached"  # answered too late, or not answered and past due
    EXCLUDED = "excluded"  # needs no answer; ``why`` says so


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of a clock: whether it counts, and the event or rule that began it."""

    begin: datetime
    end: datetime
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Where one promise stands. ``used`` is counted time until ``met_at`` or now.

    ``stopped_at`` is when it ended (answered, closed, excluded), None while it runs, also past its due time.
    """

    started_at: datetime
    due_at: datetime
    target: timedelta
    used: timedelta
    severity: str
    state: ClockState
    met_at: datetime | None = None
    why: str = ""
    intervals: tuple[Interval, ...] = ()
    stopped_at: datetime | None = None


def first_response(events: Iterable[Event], policy: SlaPolicy, now: datetime) -> Clock:
    """The clock as it stood at ``now``: events after it have not happened yet.

    It starts with OPENED, at the server's time of receipt. Events count in the order of their ``at``; one that a
    skewed clock dates before the start counts at the start. Raises ValueError when no event opens the ticket.
    """
    log = sorted(events, key=_order)
    run = _Run(_opening(log), policy)
    if any(event.type is EventType.IMPORTED for event in log):
        run.exclude(run.started_at, OLDER)
        return run.clock(run.started_at)
    for event in log:
        if event.at <= max(now, run.started_at) and run.met_at is None:
            run.take(event)
    return run.clock(max(now, run.started_at))


def warn_due(clock: Clock, policy: SlaPolicy) -> datetime:
    """When ``policy.warn_at`` of the clock's target is used, in the calendars it ran and runs in.

    For a clock that has ended: when that was, or when it would have been had it gone on from its end.
    """
    wanted = clock.target * policy.warn_at
    for interval in clock.intervals:
        length = interval.end - interval.begin if interval.counts else timedelta(0)
        if wanted <= length:
            return interval.begin + wanted
        wanted -= length
    known_until = clock.intervals[-1].end if clock.intervals else clock.started_at
    return calendar.add(policy.promise(clock.severity).calendar, known_until, wanted)


def _order(event: Event) -> tuple[datetime, bool]:
    """By time; of one instant the answer comes first: "close" in an agent's answer closes an answered ticket."""
    return event.at, event.type is not EventType.AGENT_REPLIED


def _opening(log: list[Event]) -> Event:
    for type_ in (EventType.OPENED, EventType.IMPORTED):
        for event in log:
            if event.type is type_:
                return event
    raise ValueError("no event opened this ticket: it has no clock")


class _Run:
    """The clock while its events are read in order; ``until`` is how far its intervals reach."""

    def __init__(self, opened: Event, policy: SlaPolicy) -> None:
        self.policy = policy
        self.started_at = self.until = opened.at
        self.severity = _severity(opened) or policy.default_severity
        self.promise = policy.promise(self.severity)
        self.due_at = calendar.add(self.promise.calendar, opened.at, self.promise.first_response)
        self.used = timedelta(0)
        self.intervals: list[Interval] = []
        self.met_at: datetime | None = None
        self.stopped_at: datetime | None = None
        self.no_answer_needed = ""
        self.why = ""

    def take(self, event: Event) -> None:
        at = max(event.at, self.started_at)
        match event.type:
            case EventType.SEVERITY_SET:
                self.retarget(at, _severity(event) or self.policy.default_severity)
            case EventType.AGENT_REPLIED if event.data.get("counts") is True:
                self.answer(at, str(event.data.get("why", "")))
            case EventType.CLOSED:
                self.close(at, str(event.data.get("no_answer_needed") or ""))
            case EventType.REOPENED:
                self.reopen(at)

    def retarget(self, at: datetime, severity: str) -> None:
        """Time used stays used; what the new target leaves of it runs in the new calendar from now on."""
        if severity == self.severity:
            return
        if self.stopped_at is None:
            self.count_until(at)
        self.severity, self.promise = severity, self.policy.promise(severity)
        left = max(self.promise.first_response - self.used, timedelta(0))
        self.due_at = calendar.add(self.promise.calendar, at, left)

    def answer(self, at: datetime, why: str) -> None:
        """An answer after closing is measured as if the ticket had stayed open: closing early gains nothing."""
        if self.no_answer_needed:
            return
        self.count_until(at)
        self.met_at = self.stopped_at = at
        self.why = why

    def close(self, at: datetime, no_answer_needed: str) -> None:
        if self.stopped_at is not None:
            return
        self.count_until(at)
        self.stopped_at = at
        self.no_answer_needed = no_answer_needed
        self.why = no_answer_needed or CLOSED_WITHOUT_ANSWER

    def exclude(self, at: datetime, why: str) -> None:
        self.stopped_at, self.no_answer_needed, self.why = at, why, why

    def reopen(self, at: datetime) -> None:
        """A clock that ended without an answer goes on; how long the ticket lay closed does not count."""
        if self.stopped_at is None:
            return
        self.pause_until(at, self.why)
        self.stopped_at, self.no_answer_needed, self.why = None, "", ""
        left = self.promise.first_response - self.used
        if left > timedelta(0):
            self.due_at = calendar.add(self.promise.calendar, at, left)

    def count_until(self, at: datetime) -> None:
        """Append the stretches up to ``at``: open hours count, the others do not."""
        for opens, closes in calendar.open_intervals(self.promise.calendar, self.until, at):
            self.pause_until(opens, "desk closed")
            self.intervals.append(Interval(opens, closes, True, f"counting, severity {self.severity}"))
            self.used += closes - opens
            self.until = closes
        self.pause_until(at, "desk closed")

    def pause_until(self, at: datetime, why: str) -> None:
        if at > self.until:
            self.intervals.append(Interval(self.until, at, False, why))
            self.until = at

    def clock(self, now: datetime) -> Clock:
        if self.stopped_at is None:
            self.count_until(now)
        state, why = self.verdict(now)
        return Clock(
            started_at=self.started_at,
            due_at=self.due_at,
            target=self.promise.first_response,
            used=self.used,
            severity=self.severity,
            state=state,
            met_at=self.met_at,
            why=why,
            intervals=tuple(self.intervals),
            stopped_at=self.stopped_at,
        )

    def verdict(self, now: datetime) -> tuple[ClockState, str]:
        if self.no_answer_needed:
            return ClockState.EXCLUDED, self.why
        if self.met_at is not None:
            in_time = self.met_at <= self.due_at
            return (ClockState.MET, self.why) if in_time else (ClockState.BREACHED, "answered late")
        if self.stopped_at is not None:
            return ClockState.BREACHED, self.why
        return (ClockState.BREACHED, "past due without an answer") if now > self.due_at else (ClockState.RUNNING, "")


def _severity(event: Event) -> str | None:
    severity = event.data.get("severity")
    return None if severity is None else str(severity)
