"""Lines of measured clocks judged against an objective, all at once: verdicts, counted time, and groups of them.

Arrays of whole microseconds throughout, so that a million lines are judged exactly and within a blink. Reads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mailticket.config_sla import Objective
from mailticket.sla.calendar import Calendar, is_open, open_intervals, steady_stretches
from mailticket.sla.measured import CLOSED_SINCE, HAS_TWIN, IN_TIME, IS_TWIN, Stand, instant, ticks
from mailticket.sla.policy import SlaPolicy

Whole: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]
Lines: TypeAlias = NDArray[Any]  # of LINES

LINES = np.dtype(
    [
        *((name, "<i8") for name in ("ticket", "arrived", "due", "reached", "used", "target")),
        *((name, "<u4") for name in ("number", "severity", "partner", "category", "agent", "reason", "upstream")),
        ("terms", "<u2"),
        ("stand", "u1"),
        ("flags", "u1"),
    ]
)
ABANDONED_IN_TIME = "abandoned within the target"
_TICK = timedelta(microseconds=1)
_HOUR, _DAY, _WEEK = 3600 * 10**6, 86400 * 10**6, 7 * 86400 * 10**6


class Verdict(IntEnum):
    MET = 0
    MISSED = 1
    PENDING = 2
    EXCLUDED = 3


@dataclass(frozen=True)
class Measured:
    """Lines of one measure as they stand at ``now``; ``names`` are what the numbers in them stand for."""

    lines: Lines
    names: tuple[str, ...]
    policy: SlaPolicy
    zone: str
    now: datetime

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def arrived(self) -> Whole:
        return np.ascontiguousarray(self.lines["arrived"])

    @cached_property
    def stand(self) -> NDArray[np.uint8]:
        return np.ascontiguousarray(self.lines["stand"])

    @cached_property
    def elapsed(self) -> Whole:
        """Counted time to the end of each clock, or until now."""
        used: Whole = np.array(self.lines["used"])
        for chosen, calendar in self._by_calendar(np.flatnonzero(self.stand == Stand.RUNNING)):
            used[chosen] += counted(calendar, self.lines["reached"][chosen], ticks(self.now))
        return used

    def _by_calendar(self, places: Whole) -> Iterator[tuple[Whole, Calendar]]:
        """These places by the calendar in which each clock counts at the end."""
        kinds, kind = np.unique(self.lines[places][["terms", "severity", "upstream"]], return_inverse=True)
        for number, (terms, severity, upstream) in enumerate(kinds.tolist()):
            promise = self.policy.versions[terms].terms.promise(self.names[severity], self.names[upstream])
            if promise is not None:
                yield places[kind == number], promise.calendar

    @cached_property
    def hour(self) -> NDArray[np.uint8]:
        """The hour of arrival on the desk's wall clock."""
        return np.asarray(self._local % _DAY // _HOUR, dtype=np.uint8)

    @cached_property
    def week(self) -> NDArray[np.int32]:
        """The week of arrival there, from Monday to Sunday, numbered from that of 5 January 1970."""
        return np.asarray((self._local - 4 * _DAY) // _WEEK, dtype=np.int32)

    @property
    def _local(self) -> Whole:
        """Arrival as ticks since midnight of 1 January 1970 on the desk's wall clock; not kept, for it is large."""
        return self.arrived + offsets(self.zone, self.arrived)

    @cached_property
    def ordinary(self) -> Mask:
        return np.asarray(self.lines["flags"] & IS_TWIN == 0)

    @cached_property
    def never_paused(self) -> Mask:
        """Each clock once, as if it had not stood still."""
        return np.asarray(self.lines["flags"] & HAS_TWIN == 0)

    def code(self, name: str) -> int:
        """The number of a name, -1 for one that no line has."""
        return self.names.index(name) if name in self.names else -1

    def matching(self, objective: Objective) -> Mask:
        """Which lines the objective is about, twins included."""
        found = np.ones(len(self), dtype=np.bool_)
        for column in ("severity", "partner", "category", "upstream"):
            wanted: Sequence[str] = getattr(objective, column)
            if wanted:
                found &= np.isin(self.lines[column], [self.code(name) for name in wanted if self.code(name) >= 0])
        return found

    def within(self, since: datetime, until: datetime) -> Mask:
        return (self.arrived >= ticks(since)) & (self.arrived < ticks(until))

    def verdicts(self, objective: Objective) -> NDArray[np.uint8]:
        """The verdict on each line. Exactly at the end of the time is in time."""
        stand, late = self.stand, self._late(objective.within)
        found = np.full(len(self), Verdict.PENDING, dtype=np.uint8)
        found[(stand == Stand.ANSWERED) & ~late] = Verdict.MET
        found[late | (stand == Stand.UNANSWERED)] = Verdict.MISSED
        if objective.channel in ("phone", "chat"):
            found[(stand == Stand.UNANSWERED) & ~late] = Verdict.EXCLUDED  # they hung up before we owed an answer
        found[stand == Stand.EXCLUDED] = Verdict.EXCLUDED
        return found

    def _late(self, within: timedelta | None) -> Mask:
        """Whether the end came, or now is, after the instant at which the time was used up."""
        if within is not None:
            found = np.asarray(self.elapsed > within // _TICK)
            used_up = np.flatnonzero(self.elapsed == within // _TICK)
            found[used_up] = self._closed_since(used_up)
            return found
        due = self.lines["due"]
        overdue = (self.stand == Stand.RUNNING) & (due < ticks(self.now))
        stopped_overdue = (self.stand == Stand.PAUSED) & (due < self.lines["reached"])  # in time, its due time moves on
        answered_late = (self.stand == Stand.ANSWERED) & (self.lines["flags"] & IN_TIME == 0)
        over = (self.stand == Stand.PAUSED) & (self.elapsed > self.lines["target"])
        return np.asarray(answered_late | overdue | stopped_overdue | over)

    def _closed_since(self, places: Whole) -> Mask:
        """Whether the desk closed after the last counted time of these: what equals the time then came after it."""
        closed = np.asarray(self.lines["flags"] & CLOSED_SINCE != 0)
        going_on = (self.stand[places] == Stand.RUNNING) & (self.lines["reached"][places] < ticks(self.now))
        for chosen, calendar in self._by_calendar(places[going_on]):
            closed[chosen] = not is_open(calendar, self.now - _TICK)
        return closed[places]


# ---------------------------------------------------------------- calendars over arrays


def counted(calendar: Calendar, begins: Whole, end: int) -> Whole:
    """Open time from each instant until ``end``; zero where that is not later."""
    if not len(begins):
        return begins
    earliest = instant(min(int(begins.min()), end))
    spans = [(ticks(opens), ticks(closes)) for opens, closes in open_intervals(calendar, earliest, instant(end))]
    opens, closes = (
        (np.array(side, dtype=np.int64) for side in zip(*spans, strict=True)) if spans else (begins[:0],) * 2
    )
    before = np.concatenate(([0], np.cumsum(closes - opens)))

    def until(instants: Whole) -> Whole:
        place = np.searchsorted(opens, instants, side="right") - 1
        inside = np.minimum(instants, closes[place]) - opens[place] if len(opens) else 0
        return np.asarray(np.where(place >= 0, before[place] + inside, 0), dtype=np.int64)

    return np.asarray(before[-1] - until(np.minimum(begins, end)), dtype=np.int64)


def offsets(zone: str, instants: Whole) -> Whole:
    """What the clock on the wall is ahead of UTC at each instant."""
    if not len(instants):
        return instants
    years = range(instant(int(instants.min())).year, instant(int(instants.max())).year + 1)
    steady = [stretch for year in years for stretch in steady_stretches(zone, year)]
    begins = np.array([begin for begin, _, _ in steady])
    ahead = np.array([offset for _, _, offset in steady])
    return np.asarray(ahead[np.searchsorted(begins, instants, side="right") - 1], dtype=np.int64)


# ---------------------------------------------------------------- groups


@dataclass(frozen=True, slots=True)
class Counts:
    """How one group was judged; ``excluded`` by the number of the reason."""

    met: int
    missed: int
    pending: int
    excluded: Mapping[int, int]


def counts(groups: Whole, verdicts: NDArray[np.uint8], reasons: NDArray[Any]) -> dict[int, Counts]:
    """The counts for each number, 0 or above, among ``groups``; those without any line are left out."""
    found = np.bincount(groups * 4 + verdicts)
    table = np.append(found, np.zeros(-len(found) % 4, dtype=np.int64)).reshape(-1, 4)
    excluded = _excluded(groups, verdicts, reasons)
    present = np.flatnonzero(table.sum(axis=1))
    return {
        group: Counts(met, missed, pending, excluded.get(group, {}))
        for group, (met, missed, pending, _) in zip(present.tolist(), table[present].tolist(), strict=True)
    }


def _excluded(groups: Whole, verdicts: NDArray[np.uint8], reasons: NDArray[Any]) -> dict[int, dict[int, int]]:
    out = np.flatnonzero(verdicts == Verdict.EXCLUDED)
    pairs, numbers = np.unique(groups[out] << 32 | reasons[out], return_counts=True)
    found: dict[int, dict[int, int]] = {}
    for pair, number in zip(pairs.tolist(), numbers.tolist(), strict=True):
        found.setdefault(pair >> 32, {})[pair & 0xFFFFFFFF] = number
    return found
