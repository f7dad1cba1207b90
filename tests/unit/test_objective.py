"""What share was answered in time, and what the objective still allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.objective import (
    Attainment,
    Measured,
    Verdict,
    against_objective,
    against_target,
    budget_left,
    report,
)
from mailticket.sla.policy import Objective

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
START = datetime(2026, 11, 18, 14, tzinfo=UTC)
OBJECTIVE = Objective(0.8, 4 * HOUR)


def measured(ticket: int, state: ClockState, elapsed: timedelta, ended: str = "answered", **named: str) -> Measured:
    """A ticket whose clock ended as said: "answered", "closed", or "" while it runs."""
    end = START + elapsed
    target = 4 * HOUR
    clock = Clock(
        started_at=START,
        due_at=START + target,
        target=target,
        used=elapsed,
        severity=named.get("severity", "C"),
        state=state,
        met_at=end if ended == "answered" else None,
        why=named.get("why", ""),
        stopped_at=end if ended else None,
    )
    return Measured(
        ticket, named.get("severity", "C"), named.get("partner", ""), named.get("category", ""), clock, elapsed
    )


@pytest.mark.parametrize(
    ("item", "verdict", "by_target"),
    [
        pytest.param(measured(1, ClockState.MET, HOUR), Verdict.MET, Verdict.MET, id="answered soon"),
        pytest.param(measured(1, ClockState.MET, 4 * HOUR), Verdict.MET, Verdict.MET, id="answered at the very end"),
        pytest.param(
            measured(1, ClockState.BREACHED, 4 * HOUR + SECOND), Verdict.MISSED, Verdict.MISSED, id="answered late"
        ),
        pytest.param(
            measured(1, ClockState.BREACHED, 3 * HOUR),
            Verdict.MET,
            Verdict.MISSED,
            id="late for A, in time for the objective",
        ),
        pytest.param(
            measured(1, ClockState.MET, 5 * HOUR), Verdict.MISSED, Verdict.MET, id="in time for a generous target only"
        ),
        pytest.param(measured(1, ClockState.RUNNING, HOUR, ""), Verdict.PENDING, Verdict.PENDING, id="waiting"),
        pytest.param(
            measured(1, ClockState.BREACHED, 2 * HOUR, ""),
            Verdict.PENDING,
            Verdict.MISSED,
            id="waiting, past its own target",
        ),
        pytest.param(
            measured(1, ClockState.RUNNING, 5 * HOUR, ""),
            Verdict.MISSED,
            Verdict.PENDING,
            id="waiting, past the objective",
        ),
        pytest.param(
            measured(1, ClockState.BREACHED, HOUR, "closed"),
            Verdict.MISSED,
            Verdict.MISSED,
            id="closed without an answer",
        ),
        pytest.param(
            measured(1, ClockState.EXCLUDED, 9 * HOUR, "closed"),
            Verdict.EXCLUDED,
            Verdict.EXCLUDED,
            id="needed no answer",
        ),
    ],
)
def test_a_ticket_is_judged_by_the_objective_and_by_its_target(
    item: Measured, verdict: Verdict, by_target: Verdict
) -> None:
    assert against_objective(item, OBJECTIVE.within) is verdict
    assert against_target(item) is by_target


@pytest.mark.parametrize(
    ("share", "judged", "missed", "left"),
    [
        pytest.param(0.8, 10, 0, 2, id="two in ten, although 1 - 0.8 is less than 0.2 in binary"),
        pytest.param(0.8, 10, 2, 0, id="used up"),
        pytest.param(0.8, 10, 3, -1, id="overspent"),
        pytest.param(0.8, 9, 0, 1, id="rounded down"),
        pytest.param(0.8, 0, 0, 0, id="nothing judged"),
        pytest.param(0.9, 10, 0, 1, id="one in ten"),
        pytest.param(0.995, 1000, 0, 5, id="five in a thousand"),
        pytest.param(1.0, 100, 1, -1, id="no miss allowed at all"),
    ],
)
def test_the_budget_is_what_the_objective_still_allows(share: float, judged: int, missed: int, left: int) -> None:
    assert budget_left(share, judged, missed) == left


TICKETS = (
    *(measured(number, ClockState.MET, HOUR, partner="Acme", category="mail_flow") for number in range(1, 8)),
    measured(8, ClockState.BREACHED, 3 * HOUR, severity="A", partner="Acme", category="mail_flow"),
    measured(11, ClockState.BREACHED, HOUR, "closed", partner="Blue", why="closed without an answer"),
    measured(9, ClockState.BREACHED, 6 * HOUR, severity="A", partner="Blue", category="access_account"),
    measured(10, ClockState.RUNNING, HOUR, "", partner="Blue"),
    measured(12, ClockState.EXCLUDED, HOUR, "closed", why="spam"),
    measured(13, ClockState.EXCLUDED, HOUR, "closed", why="older than the installation"),
    measured(14, ClockState.EXCLUDED, HOUR, "closed", why="spam"),
)


def test_pending_and_excluded_tickets_are_counted_apart() -> None:
    overall = report(TICKETS, OBJECTIVE).within.overall

    assert overall == Attainment(
        met=8, missed=2, pending=1, excluded={"older than the installation": 1, "spam": 2}, share=0.8, budget_left=0
    )


def test_tickets_are_grouped_by_severity_partner_and_category() -> None:
    within = report(TICKETS, OBJECTIVE).within

    assert {name: (group.met, group.missed) for name, group in within.by_severity.items()} == {"A": (1, 1), "C": (7, 1)}
    assert list(within.by_partner) == ["", "Acme", "Blue"]
    assert within.by_partner["Blue"].share == 0.0
    assert within.by_category["mail_flow"].share == 1.0


def test_each_clocks_own_target_is_reported_beside_the_objective() -> None:
    targets = report(TICKETS, OBJECTIVE).targets

    assert (targets.overall.met, targets.overall.missed) == (7, 3)
    assert (targets.by_severity["A"].share, targets.by_severity["C"].share) == (0.0, 7 / 8)


def test_breaches_are_listed_by_number() -> None:
    result = report(TICKETS, OBJECTIVE)

    assert [item.ticket for item in result.within.breaches] == [9, 11]
    assert [item.ticket for item in result.targets.breaches] == [8, 9, 11]


def test_nothing_judged_has_no_share() -> None:
    empty = report((), OBJECTIVE).within

    assert empty.overall == Attainment(met=0, missed=0, pending=0, excluded={}, share=None, budget_left=0)
    assert (empty.by_partner, empty.breaches) == ({}, ())


def test_tickets_may_come_from_a_generator() -> None:
    assert report((item for item in TICKETS), OBJECTIVE) == report(TICKETS, OBJECTIVE)
