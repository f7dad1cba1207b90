"""One clock: where a promise stands, and every stretch of time that counted towards it or did not. Values, no events.

Which events start and stop which clock is ``sla.clocks``; how one runs is ``sla.running``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mailticket.sla import calendar
from mailticket.sla.calendar import Calendar
from mailticket.sla.policy import Measure

DESK_CLOSED = "desk closed"


class ClockState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"  # waiting for the requester, where the policy lets that stand still
    MET = "met"
    BREACHED = "breached"  # answered too late, or not answered and past due
    EXCLUDED = "excluded"  # needs no answer; ``why`` says so


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time between two events of a clock: counted in ``calendar``, or not at all when that is None."""

    begin: datetime
    end: datetime
    calendar: Calendar | None
    why: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of a clock as people read it: whether it counts, and the event or rule that began it."""

    begin: datetime
    end: datetime
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Where one promise stands. ``used`` is counted time until it stopped or now; ``calendar`` the one it counts in.

    ``stopped_at`` is when it ended (answered, closed, excluded), None while it runs, also past its due time.
    ``due_at`` of a paused clock is when it would be due if it went on now. ``number`` tells clocks of one measure
    apart, from 1; ``by`` and ``message`` are who answered and in which of the ticket's messages; ``version`` is the
    number of the terms it runs under. ``begun_by`` says what started it. ``paused`` stays true of one that stands
    still after its time was used up, whose state is BREACHED.
    """

    measure: Measure
    number: int
    started_at: datetime
    due_at: datetime
    target: timedelta
    used: timedelta
    severity: str
    calendar: Calendar
    state: ClockState
    begun_by: str
    met_at: datetime | None = None
    stopped_at: datetime | None = None
    why: str = ""
    by: str = ""
    message: int | None = None
    upstream: str = ""
    version: int = 1
    paused: bool = False
    stretches: tuple[Stretch, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act; a clock past its due time is open until it is stopped."""
        return self.stopped_at is None

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """Every stretch taken apart into hours that count and hours that do not."""
        return tuple(_in_order(interval for stretch in self.stretches for interval in _parts(stretch)))

    def reached(self, share: float) -> datetime:
        """When this share of the target is used: in the calendars it ran and runs in.

        For a clock that has ended: when that was, or when it would have been had it gone on from its end.
        FAR_OFF for what its calendar never reaches.
        """
        wanted = self.target * share
        for stretch in self.stretches:
            counted = _counted(stretch)
            if stretch.calendar is not None and wanted <= counted:
                return calendar.add(stretch.calendar, stretch.begin, wanted)
            wanted -= counted
        known_until = self.stretches[-1].end if self.stretches else self.started_at
        return calendar.due(self.calendar, known_until, wanted)


def _counted(stretch: Stretch) -> timedelta:
    return calendar.elapsed(stretch.calendar, stretch.begin, stretch.end) if stretch.calendar else timedelta(0)


def _parts(stretch: Stretch) -> Iterator[Interval]:
    if stretch.calendar is None:
        yield Interval(stretch.begin, stretch.end, False, stretch.why)
        return
    until = stretch.begin
    for opens, closes in calendar.open_intervals(stretch.calendar, stretch.begin, stretch.end):
        if opens > until:
            yield Interval(until, opens, False, DESK_CLOSED)
        yield Interval(opens, closes, True, stretch.why)
        until = closes
    if stretch.end > until:
        yield Interval(until, stretch.end, False, DESK_CLOSED)


def _in_order(parts: Iterator[Interval]) -> Iterator[Interval]:
    """Neighbours of the same kind and reason are one."""
    held: Interval | None = None
    for part in parts:
        if held and (held.end, held.counts, held.why) == (part.begin, part.counts, part.why):
            held = Interval(held.begin, part.end, held.counts, held.why)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held
