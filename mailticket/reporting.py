"""The report on the objectives: which lines each needs, how it stands, and what became of the breaches shown.

Joins the store with the pure figures; the index must be current (``measuring``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import TypeAlias

import numpy as np

from mailticket.config_sla import Objective
from mailticket.house import House
from mailticket.promises import policy, records
from mailticket.sla import calls
from mailticket.sla.attainment import Breach, Report, Standing
from mailticket.sla.causes import Miss, of_call, of_ticket
from mailticket.sla.configured import latest
from mailticket.sla.judging import LINES, Measured
from mailticket.sla.measured import Stand, instant, ticks
from mailticket.sla.policy import Measure, SlaPolicy
from mailticket.sla.standing import Judged, judge, misses, standing
from mailticket.sla.window import Window, between, current
from mailticket.store import contacts, measurements, tickets
from mailticket.store.database import Unit

_TICK = timedelta(microseconds=1)
_CALLS = ("phone", "chat")
SHOWN = 50  # breaches of each objective, unless asked for others


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is asked for. Without days each objective is shown over its own current window.

    ``breaches`` is how many of each objective are told in full, None for all of them.
    """

    objectives: tuple[Objective, ...]
    since: date | None = None
    until: date | None = None
    breaches: int | None = SHOWN

    def window(self, objective: Objective, now: datetime, zone: str) -> Window:
        if self.since is None and self.until is None:
            return current(objective.window, now, zone)
        return between(self.since, self.until, now, zone)


def objectives(house: House, unit: Unit, last: date | None = None) -> tuple[Objective, ...]:
    """What the desk had set itself at the end of this day, or now where that is to come; now without any.

    As it is on record, so that an objective edited today is asked of no month that is over.
    """
    zone = house.config.desk.time_zone
    until = between(last, last, unit.now, zone).until - _TICK if last else unit.now
    found = records(house, unit)
    held = tuple(item for item in found if item.valid_from <= min(until, unit.now))
    return latest(held or found[:1]).sla.objectives


Read: TypeAlias = Callable[[str, datetime, datetime], Measured]


def report(house: House, unit: Unit, wanted: Wanted, read: Read | None = None) -> Report:
    """How the desk stands now. Lines of one measure are read once, for all objectives about it.

    ``read`` gives the lines of a source (a measure, or a channel of calls) from elsewhere than the index. The misses
    are told from their logs whenever they are asked for, as long as the unit is open; ``kept`` tells them once.
    """
    read = read or (lambda *source: measured(house, unit, *source))
    now, zone = unit.now, house.config.desk.time_zone
    windows = [(item, wanted.window(item, now, zone)) for item in wanted.objectives]
    since: dict[str, datetime] = {}
    until: dict[str, datetime] = {}
    for item, window in windows:
        source, back = _source(item), window.reaches_back_to(now)
        since[source] = min(since.get(source, back), back)
        until[source] = max(until.get(source, window.until), window.until)

    @cache
    def lines(source: str) -> Measured:
        return read(source, since[source], until[source])

    standings = tuple(_told(house, unit, judge(item, window, lines(_source(item))), wanted) for item, window in windows)
    return Report(
        since=min((item.since for item in standings), default=now),
        until=max((item.until for item in standings), default=now),
        now=now,
        standings=standings,
    )


def _source(objective: Objective) -> str:
    """What has to be read for an objective: the measure of its clocks, or the channel of its calls."""
    if objective.channel == "ticket":
        return objective.measure
    return Measure.UPSTREAM_RESPONSE.value if objective.channel == "upstream" else objective.channel


def measured(house: House, unit: Unit, source: str, since: datetime, until: datetime) -> Measured:
    """What began from ``since`` until before ``until``, from the index of clocks or from the contacts."""
    promised, zone = policy(house, unit), house.config.desk.time_zone
    if source in _CALLS:
        found = (row[1:] for row in contacts.between(unit, since, until) if row[0] == source)
        return calls.measured(found, promised, zone, unit.now)
    octets = measurements.packed(unit, source, ticks(since), ticks(until))
    return Measured(np.frombuffer(octets, dtype=LINES), measurements.names(unit), promised, zone, unit.now)


# ---------------------------------------------------------------- breaches


def _told(house: House, unit: Unit, judged: Judged, wanted: Wanted) -> Standing:
    shown = misses(judged)[: wanted.breaches]
    return replace(standing(judged), breaches=_Misses(unit, policy(house, unit), judged, shown))


def kept(report: Report) -> Report:
    """The same with its misses held in memory, for whoever needs them after the reading, or more than once."""
    return replace(report, standings=tuple(replace(item, breaches=tuple(item.breaches)) for item in report.standings))


@dataclass(frozen=True, slots=True)
class _Misses(Collection[Breach]):
    """The misses of one objective: each is told from its log when it is asked for, so that none is held."""

    unit: Unit
    policy: SlaPolicy
    judged: Judged
    places: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, item: object) -> bool:
        return any(item == miss for miss in self)

    def __iter__(self) -> Iterator[Breach]:
        name = self.judged.measured.names.__getitem__
        found = (_miss(self.judged, place, name) for place in self.places)
        if _source(self.judged.objective) in _CALLS:
            return map(of_call, found)
        numbers = self.judged.measured.lines["ticket"][list(self.places)].tolist()
        logs = tickets.logs(self.unit, numbers)
        return (of_ticket(miss, log, self.policy, self.unit.now) for miss, (_, log) in zip(found, logs, strict=True))


def _miss(judged: Judged, place: int, name: Callable[[int], str]) -> Miss:
    line, source = judged.measured.lines[place], _source(judged.objective)
    answered = int(line["stand"]) == Stand.ANSWERED
    return Miss(
        measure=None if source in _CALLS else Measure(source),
        number=int(line["number"]),
        ticket=int(line["ticket"]),
        severity=name(line["severity"]),
        partner=name(line["partner"]),
        category=name(line["category"]),
        agent=name(line["agent"]),
        arrived=instant(int(line["arrived"])),
        elapsed=int(judged.measured.elapsed[place]) * _TICK,
        answered=instant(int(line["reached"])) if answered else None,
        within=judged.objective.within,
    )
