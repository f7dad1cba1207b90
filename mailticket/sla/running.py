"""A clock while its events are read in order: started, retargeted, paused, stopped, gone on. Never asks the time.

Time used stays used whatever the severity becomes; time that a ticket lay closed, or that the policy lets stand still,
does not count and moves the due time on, unless that had passed before. Where the present severity is promised nothing
the time counts all the same: another severity may be promised something.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mailticket.sla import calendar
from mailticket.sla.clock import Clock, ClockState, Stretch
from mailticket.sla.policy import Measure, Promise, Version

_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Start:
    """What began a clock, and under which terms. ``upstream`` names the desk whose promise it is, "" for this one."""

    measure: Measure
    at: datetime
    severity: str
    version: Version
    begun_by: str
    number: int = 1
    upstream: str = ""

    def promise(self, severity: str) -> Promise | None:
        return self.version.terms.promise(severity, self.upstream)

    def target(self, promise: Promise) -> timedelta | None:
        return promise.first_response if self.upstream else promise.target(self.measure)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a clock ended: ``met`` by somebody's answer, or else excused by ``no_answer_needed``, or else without."""

    at: datetime
    why: str
    met: bool = False
    no_answer_needed: bool = False
    by: str = ""
    message: int | None = None


class Running:
    """``until`` is how far its stretches reach, ``due_at`` the due time as known then; a ``target`` of None is none."""

    def __init__(self, start: Start) -> None:
        self.start = start
        self.severity = start.severity
        self.promise, self.target = self._promised(start.severity)
        self.until = start.at
        self.used = _NOTHING
        self.stretches: list[Stretch] = []
        self.ended: Ending | None = None
        self.pauses: dict[str, None] = {}
        self._due_from(start.at)

    def _promised(self, severity: str) -> tuple[Promise, timedelta | None]:
        promise = self.start.promise(severity)
        if promise is None:
            raise ValueError(f"{self.start.upstream} promises nothing for severity {severity}")
        return promise, self.start.target(promise)

    def retarget(self, at: datetime, severity: str) -> None:
        """What the new target leaves of the time used runs in the new calendar from now on, or since it was closed."""
        if severity == self.severity or self.is_final:
            return
        self._reach(at)
        self.severity = severity
        self.promise, self.target = self._promised(severity)
        self._due_from(self.until)

    def pause(self, at: datetime, why: str) -> None:
        if why not in self.pauses:
            self._reach(at)
            self.pauses[why] = None

    def resume(self, at: datetime, why: str) -> None:
        if why in self.pauses:
            self._reach(at)
            del self.pauses[why]

    def end(self, ending: Ending) -> None:
        """An answer after closing is measured as if the ticket had stayed open: closing early gains nothing."""
        if self.is_final or (self.ended and not ending.met):
            return
        self.ended = None
        self._reach(ending.at)
        self.ended = ending

    def go_on(self, at: datetime) -> None:
        """A clock that ended without an answer goes on: the time since then does not count, no waiting remains."""
        if self.ended is None or (self.ended.met and self.start.measure is not Measure.RESOLUTION):
            return
        self._stand_still(at, self.ended.why)
        self.ended = None
        self.pauses = {}

    def is_late(self, at: datetime) -> bool:
        self._reach(at)
        return at > self.due_at

    @property
    def is_answered(self) -> bool:
        return self.ended is not None and self.ended.met

    @property
    def is_final(self) -> bool:
        return self.ended is not None and (self.ended.met or self.ended.no_answer_needed)

    def _due_from(self, at: datetime) -> None:
        """Where more is used than there is, at once; far off where the calendar never opens so long again."""
        if self.target is None:
            self.due_at = calendar.FAR_OFF
        else:
            self.due_at = calendar.due(self.promise.calendar, at, max(self.target - self.used, _NOTHING))

    def _reach(self, at: datetime) -> None:
        """The stretch up to ``at``: counted unless it is paused or has ended."""
        if at <= self.until or self.ended:
            return
        if self.pauses:
            self._stand_still(at, next(iter(self.pauses)))
            return
        counted = self.promise.calendar
        self.stretches.append(Stretch(self.until, at, counted, f"counting, severity {self.severity}"))
        self.used += calendar.elapsed(counted, self.until, at)
        self.until = at

    def _stand_still(self, at: datetime, why: str) -> None:
        if at <= self.until:
            return
        in_time = self.until <= self.due_at and (self.target is None or self.used <= self.target)
        self.stretches.append(Stretch(self.until, at, None, why))
        self.until = at
        if in_time:
            self._due_from(at)

    def clock(self, now: datetime) -> Clock | None:
        """The clock as it stands at ``now``; None where nothing is promised."""
        if self.target is None:
            return None
        self._reach(now)
        state, why = self._verdict(now)
        ended = self.ended
        met = ended if ended and ended.met else None
        return Clock(
            measure=self.start.measure,
            number=self.start.number,
            started_at=self.start.at,
            due_at=self.due_at,
            target=self.target,
            used=self.used,
            severity=self.severity,
            calendar=self.promise.calendar,
            state=state,
            begun_by=self.start.begun_by,
            met_at=met.at if met else None,
            stopped_at=ended.at if ended else None,
            why=why,
            by=met.by if met else "",
            message=met.message if met else None,
            upstream=self.start.upstream,
            version=self.start.version.number,
            paused=bool(self.pauses) and ended is None,
            stretches=tuple(self.stretches),
        )

    def _verdict(self, now: datetime) -> tuple[ClockState, str]:
        ended = self.ended
        if ended is None:
            if now > self.due_at:
                return ClockState.BREACHED, "past due without an answer"
            return (ClockState.PAUSED, next(iter(self.pauses))) if self.pauses else (ClockState.RUNNING, "")
        if ended.no_answer_needed:
            return ClockState.EXCLUDED, ended.why
        if not ended.met:
            return ClockState.BREACHED, ended.why
        return (ClockState.MET, ended.why) if ended.at <= self.due_at else (ClockState.BREACHED, "answered late")
