"""The report beside what it would be under other terms: the clocks of its tickets run again from their logs.

Joins the store with the pure assumptions. Reads only: neither the log nor the index of clocks is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from mailticket import measuring, promises, reporting
from mailticket.config_sla import Objective
from mailticket.house import House
from mailticket.reporting import Wanted
from mailticket.sla.attainment import Report
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.clocks import clocks
from mailticket.sla.judging import LINES, Measured
from mailticket.sla.measured import Line, lines
from mailticket.sla.policy import SlaPolicy
from mailticket.sla.what_if import Supposed, replayed, suppose
from mailticket.store import measurements
from mailticket.store.database import Unit

OWN_TARGETS = "own targets"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same objectives, really and under the assumptions ``said``."""

    really: Report
    supposed: Report
    said: tuple[str, ...]


def compare(house: House, unit: Unit, wanted: Wanted, assumptions: tuple[str, ...]) -> Comparison:
    """Both reports, without their misses; raises BadAssumption."""
    supposed = suppose(assumptions, promises.records(house, unit))
    asked = replace(wanted, breaches=0, objectives=(*wanted.objectives, *_own_targets(wanted.objectives)))
    otherwise = replace(asked, objectives=tuple(supposed.objective(item) for item in asked.objectives))
    really = reporting.report(house, unit, asked)
    what_if = reporting.report(house, unit, otherwise, _Again(house, unit, supposed, measuring.naming(house)))
    return Comparison(really, what_if, supposed.said)


def _own_targets(objectives: tuple[Objective, ...]) -> Iterator[Objective]:
    """Where no objective asks for each ticket's own target, one more does: the assumptions are about targets."""
    about_tickets = [item for item in objectives if item.channel == "ticket" and item.measure == "first_response"]
    if about_tickets and all(item.within for item in about_tickets):
        first = about_tickets[0]
        yield Objective(name=OWN_TARGETS, share=first.share, window=first.window)


@dataclass(frozen=True, slots=True)
class _Again:
    """Reads the lines of the same tickets under the terms supposed. Calls have no terms: theirs stay."""

    house: House
    unit: Unit
    supposed: Supposed
    called: measurements.Called

    def __call__(self, source: str, since: datetime, until: datetime) -> Measured:
        found = reporting.measured(self.house, self.unit, source, since, until)
        if source in ("phone", "chat"):
            return found
        numbers, octets = _Numbers(), bytearray()
        for ticket in np.unique(found.lines["ticket"]).tolist():
            octets += b"".join(line.packed(numbers) for line in self._lines(ticket) if line.clock.measure == source)
        again = np.frombuffer(octets, dtype=LINES)
        return Measured(again, numbers.names, self.supposed.policy, found.zone, found.now)

    def _lines(self, ticket: int) -> Iterator[Line]:
        usual = promises.policy(self.house, self.unit)
        for facts in measurements.facts(self.unit, ticket, ticket, self.called):
            for line in lines(facts, self.supposed.policy):
                yield _restaffed(line, usual, self.supposed)


class _Numbers:
    """Names to numbers for lines that nobody stores."""

    def __init__(self) -> None:
        self._known = {"": 0}

    def __call__(self, name: str) -> int:
        return self._known.setdefault(name, len(self._known))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._known)


def _restaffed(line: Line, usual: SlaPolicy, supposed: Supposed) -> Line:
    clock, staffing = line.clock, supposed.staffing
    if staffing is None or clock.state is ClockState.EXCLUDED or line.unpaused:
        return line
    events = replayed(line.facts.events, clock, usual.at(clock.started_at).terms.desk_calendar, staffing)
    if events == line.facts.events:
        return line
    last = max(event.at for event in events)
    moved = next((item for item in clocks(events, supposed.policy, last) if _is_same(item, clock)), clock)
    return replace(line, clock=moved, reached=moved.stopped_at or last)


def _is_same(one: Clock, other: Clock) -> bool:
    return (one.measure, one.number) == (other.measure, other.number)
