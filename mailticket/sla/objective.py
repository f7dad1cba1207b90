"""What share of tickets was answered in time, how many more misses the objective allows, and which ones missed it.

Judges clocks, never computes them; which tickets belong to a period is the caller's choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from mailticket.sla.clock import Clock, ClockState


@dataclass(frozen=True, slots=True)
class Objective:
    """The desk wants this ``share`` (0 to 1) of tickets to be answered ``within`` this time."""

    share: float
    within: timedelta


class Verdict(StrEnum):
    MET = "met"
    MISSED = "missed"
    PENDING = "pending"  # not answered, and still in time
    EXCLUDED = "excluded"  # needed no answer


@dataclass(frozen=True, slots=True)
class Measured:
    """One ticket with its clock. ``elapsed`` is the time to the answer, or until now, in the ticket's own calendar.

    ``partner`` and ``category`` are "" where nobody knows them; such tickets form a group of that name.
    """

    ticket: int
    severity: str
    partner: str
    category: str
    clock: Clock
    elapsed: timedelta


Judge: TypeAlias = Callable[[Measured], Verdict]


@dataclass(frozen=True, slots=True)
class Attainment:
    """Counts of one group. ``share`` is met of met and missed, None while there are neither.

    ``budget_left`` is how many more of the tickets judged so far could have missed; below 0 the objective is missed.
    ``excluded`` counts tickets by reason.
    """

    met: int
    missed: int
    pending: int
    excluded: Mapping[str, int]
    share: float | None
    budget_left: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One yardstick put to all tickets and to each group of them; groups in the order of their names.

    ``breaches`` are the tickets that missed it, by number.
    """

    overall: Attainment
    by_severity: Mapping[str, Attainment]
    by_partner: Mapping[str, Attainment]
    by_category: Mapping[str, Attainment]
    breaches: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """``within`` measures every ticket by the objective's time, ``targets`` each by its own severity's target."""

    objective: Objective
    within: Breakdown
    targets: Breakdown


def report(tickets: Iterable[Measured], objective: Objective) -> Report:
    """How these tickets stand against the objective and against their own targets."""
    measured = tuple(tickets)
    return Report(
        objective=objective,
        within=_breakdown(measured, lambda item: against_objective(item, objective.within), objective.share),
        targets=_breakdown(measured, against_target, objective.share),
    )


def against_objective(item: Measured, within: timedelta) -> Verdict:
    """Whether a ticket was answered within this time; exactly at its end is in time.

    One closed without an answer has missed, and so has one that still waits when the time is over.
    """
    clock = item.clock
    if clock.state is ClockState.EXCLUDED:
        return Verdict.EXCLUDED
    if item.elapsed > within:
        return Verdict.MISSED
    if clock.met_at is not None:
        return Verdict.MET
    return Verdict.PENDING if clock.stopped_at is None else Verdict.MISSED


_BY_STATE = {
    ClockState.RUNNING: Verdict.PENDING,
    ClockState.PAUSED: Verdict.PENDING,
    ClockState.MET: Verdict.MET,
    ClockState.BREACHED: Verdict.MISSED,
    ClockState.EXCLUDED: Verdict.EXCLUDED,
}


def against_target(item: Measured) -> Verdict:
    """Whether a ticket's own target was met, as its clock says."""
    return _BY_STATE[item.clock.state]


def budget_left(share: float, judged: int, missed: int) -> int:
    """How many more misses ``share`` allows among this many judged tickets: floor((1 - share) · judged) - missed.

    Decimal, because 1 - 0.8 in binary is a little less than 0.2 and would take a miss away.
    """
    return int((1 - Decimal(str(share))) * judged) - missed


def _breakdown(items: tuple[Measured, ...], judge: Judge, share: float) -> Breakdown:
    def grouped(key: Callable[[Measured], str]) -> dict[str, Attainment]:
        groups: dict[str, list[Measured]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        return {name: _attainment(groups[name], judge, share) for name in sorted(groups)}

    missed = (item for item in items if judge(item) is Verdict.MISSED)
    return Breakdown(
        overall=_attainment(items, judge, share),
        by_severity=grouped(lambda item: item.severity),
        by_partner=grouped(lambda item: item.partner),
        by_category=grouped(lambda item: item.category),
        breaches=tuple(sorted(missed, key=lambda item: item.ticket)),
    )


def _attainment(items: Iterable[Measured], judge: Judge, share: float) -> Attainment:
    judged = [(judge(item), item.clock.why) for item in items]
    counts = Counter(verdict for verdict, _ in judged)
    met, missed = counts[Verdict.MET], counts[Verdict.MISSED]
    return Attainment(
        met=met,
        missed=missed,
        pending=counts[Verdict.PENDING],
        excluded=dict(sorted(Counter(why for verdict, why in judged if verdict is Verdict.EXCLUDED).items())),
        share=met / (met + missed) if met + missed else None,
        budget_left=budget_left(share, met + missed, missed),
    )
