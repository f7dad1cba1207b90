"""What share was reached, what the objective still allows, and why promises were broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailticket.config_sla import Objective
from mailticket.model import Event, EventType
from mailticket.outbound.report_words import lowered
from mailticket.sla import calls
from mailticket.sla.attainment import Attainment, Standing
from mailticket.sla.calendar import ALWAYS_OPEN, BusinessCalendar
from mailticket.sla.causes import Miss, of_ticket
from mailticket.sla.clock import ClockState
from mailticket.sla.clocks import clocks
from mailticket.sla.judging import LINES, Counts, Measured, Verdict
from mailticket.sla.measured import Facts, lines
from mailticket.sla.policy import Measure, Promise, SlaPolicy, Terms, Version, Waiting
from mailticket.sla.standing import allowed, attainment, in_order, judge, misses, standing
from mailticket.sla.window import Window, current

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NAME = "America/New_York"
ZONE = ZoneInfo(NAME)
DESK = BusinessCalendar(NAME, (((time(6), time(20)),),) * 5 + ((), ()), "US")
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
TERMS = Terms(
    promises={
        "A": Promise(HOUR, ALWAYS_OPEN, HOUR),
        "B": Promise(2 * HOUR, DESK, 2 * HOUR),
        "C": Promise(4 * HOUR, DESK, 4 * HOUR, resolution=20 * HOUR),
    },
    default_severity="C",
    upstreams={("microsoft", severity): Promise(HOUR, ALWAYS_OPEN) for severity in "ABC"},
    pauses={Measure.RESOLUTION: frozenset({Waiting.AGENT_WAITS})},
    unmeasured=frozenset({"out_of_scope"}),
)
POLICY = SlaPolicy((Version(1, SINCE, TERMS),))
NOVEMBER = Window(date(2026, 11, 1), date(2026, 11, 30), NAME)
IN_4_HOURS = Objective(name="first", within=4 * HOUR)
OWN_TARGET = Objective(name="own")


def at(hour: int, minute: int = 0, day: int = 18) -> datetime:
    """A time of November 2026 on the desk's clock; the 18th is a Wednesday, the 26th Thanksgiving."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


NOW = at(12, day=20)


def opened(when: datetime, severity: str = "C", **data: object) -> Event:
    return Event(EventType.OPENED, when, {"severity": severity, **data})


def assigned(when: datetime, agent: str = "Kim") -> Event:
    return Event(EventType.ASSIGNED, when, {"agent": agent, "by": "Lee"})


def replied(when: datetime, agent: str = "Kim") -> Event:
    return Event(EventType.AGENT_REPLIED, when, {"agent": agent, "counts": True, "why": "to the requester"})


def closed(when: datetime, **data: object) -> Event:
    return Event(EventType.CLOSED, when, data)


def facts(number: int, *events: Event, **named: str) -> Facts:
    return Facts(number, named.get("partner", ""), named.get("category", ""), named.get("assignee", ""), events)


def measured(
    tickets: Iterable[Facts],
    now: datetime = NOW,
    measure: Measure = Measure.FIRST_RESPONSE,
    policy: SlaPolicy = POLICY,
) -> Measured:
    """As the store would give the lines of these tickets."""
    codes = {"": 0}
    packed = b"".join(
        line.packed(lambda name: codes.setdefault(name, len(codes)))
        for item in tickets
        for line in lines(item, policy)
        if line.clock.measure is measure
    )
    return Measured(np.frombuffer(packed, dtype=LINES), tuple(codes), policy, NAME, now)


def figures(objective: Objective, *tickets: Facts, now: datetime = NOW, **given: Any) -> Standing:
    return standing(judge(objective, NOVEMBER, measured(tickets, now, **given)))


# ---------------------------------------------------------------- one verdict

PAST = at(9)
PAUSING = SlaPolicy((Version(1, SINCE, replace(TERMS, pauses={measure: frozenset(Waiting) for measure in Measure})),))


@pytest.mark.parametrize(
    ("events", "within_4_hours", "own_target"),
    [
        pytest.param((opened(PAST), replied(at(10))), "met", "met", id="answered soon"),
        pytest.param((opened(PAST), replied(at(13))), "met", "met", id="answered at the very end"),
        pytest.param((opened(PAST), replied(at(13, 1))), "missed", "missed", id="answered late"),
        pytest.param((opened(PAST, "A"), replied(at(11))), "met", "missed", id="in time for one, late for the other"),
        pytest.param((opened(at(17)), replied(at(7, day=19))), "met", "met", id="the night counts for nothing"),
        pytest.param((opened(at(16)), replied(at(22))), "missed", "missed", id="used up at closing, answered at night"),
        pytest.param((opened(at(16)), replied(at(20))), "met", "met", id="answered at closing, when it was used up"),
        pytest.param((opened(at(16)), replied(at(6, day=19))), "missed", "missed", id="used up at closing, then open"),
        pytest.param(
            (opened(at(9, day=19), "B"), replied(at(13, day=19))), "met", "missed", id="at the end, desk open"
        ),
        pytest.param((opened(PAST),), "missed", "missed", id="still open and over"),
        pytest.param((opened(at(11, day=20)),), "pending", "pending", id="still open and in time"),
        pytest.param((opened(at(10, day=20), "A"),), "pending", "missed", id="over its own target only"),
        pytest.param((opened(PAST), closed(at(10))), "missed", "missed", id="closed without an answer"),
        pytest.param(
            (opened(PAST), closed(at(10), no_answer_needed="spam")), "spam", "spam", id="closed as needing none"
        ),
        pytest.param(
            (opened(PAST, category="out_of_scope"), Event(EventType.ACKNOWLEDGED, PAST)),
            "out of scope: redirected by rule",
            "out of scope: redirected by rule",
            id="answered in full by rule",
        ),
        pytest.param(
            (opened(PAST), closed(at(10)), replied(at(12))), "met", "met", id="answered in time after closing"
        ),
    ],
)
def test_each_ticket_has_one_verdict(events, within_4_hours, own_target):
    ticket = facts(1, *events)

    found = [verdict(figures(objective, ticket).total) for objective in (IN_4_HOURS, OWN_TARGET)]

    assert found == [within_4_hours, own_target]


def verdict(total: Attainment) -> str:
    """The only one there is; the reason of an excluded one."""
    named = {"met": total.met, "missed": total.missed, "pending": total.pending, **total.excluded}
    ((name, count),) = ((name, count) for name, count in named.items() if count)
    assert count == total.total == 1
    return name


_LATER = {
    EventType.AGENT_REPLIED: {"counts": True, "agent": "Kim", "why": "to the requester"},
    EventType.RECEIVED: {},
    EventType.SEVERITY_SET: {"severity": "A"},
    EventType.WAITING: {},
    EventType.RESUMED: {},
    EventType.CLOSED: {"agent": "Kim"},
    EventType.REOPENED: {},
    EventType.HANDED_OFF: {"upstream": "microsoft", "severity": "B"},
    EventType.UPSTREAM_REPLIED: {"upstream": "microsoft", "counts": True},
    EventType.ACKNOWLEDGED: {},
    EventType.INFORMATION_REQUESTED: {},
}


@settings(max_examples=500, deadline=None)
@example(steps=[(EventType.SEVERITY_SET, 61)], begin=480, after=0, severity="B", policy=POLICY)
@given(
    steps=st.lists(st.tuples(st.sampled_from(sorted(_LATER)), st.integers(0, 900)), max_size=8),
    begin=st.integers(0, 14 * 1440),
    after=st.integers(0, 10000),
    severity=st.sampled_from("ABC"),
    policy=st.sampled_from([POLICY, PAUSING]),
)
def test_lines_tell_at_any_later_time_what_the_clocks_would(steps, begin, after, severity, policy):
    moment = at(0, day=2) + begin * MINUTE
    events = [opened(moment, severity)]
    for kind, minutes in steps:
        moment += minutes * MINUTE
        events.append(Event(kind, moment, _LATER[kind]))
    now = moment + after * MINUTE

    for clock in clocks(events, policy, now):
        objective = Objective(name="own", channel="upstream" if clock.upstream else "ticket")
        found = measured([facts(1, *events)], now, clock.measure, policy)
        place = int(np.flatnonzero((found.lines["number"] == clock.number) & found.ordinary)[0])

        assert int(found.elapsed[place]) * timedelta(microseconds=1) == clock.used
        assert found.verdicts(objective)[place] == _BY_STATE[clock.state]


def test_a_time_used_up_at_closing_is_over_in_the_night_for_an_objective_as_for_the_ticket():
    ticket = facts(1, opened(at(16)))

    in_time, in_the_night = (figures(IN_4_HOURS, ticket, now=now).total for now in (at(20), at(21)))

    assert (verdict(in_time), verdict(in_the_night)) == ("pending", "missed")


@pytest.mark.parametrize("objective", [IN_4_HOURS, OWN_TARGET], ids=["within", "own target"])
@pytest.mark.parametrize(("waits_from", "told"), [(at(19), "pending"), (at(22), "missed")], ids=["before", "after"])
def test_waiting_stops_only_what_was_not_used_up_before(objective, waits_from, told):
    ticket = facts(1, opened(at(16)), Event(EventType.WAITING, waits_from))

    assert verdict(figures(objective, ticket, policy=PAUSING).total) == told


_BY_STATE = {
    ClockState.RUNNING: Verdict.PENDING,
    ClockState.PAUSED: Verdict.PENDING,
    ClockState.MET: Verdict.MET,
    ClockState.BREACHED: Verdict.MISSED,
    ClockState.EXCLUDED: Verdict.EXCLUDED,
}


def test_a_promise_broken_before_the_severity_was_lowered_is_counted_and_told():
    lower = Event(EventType.SEVERITY_SET, at(10, 30), {"severity": "C"})
    too_late = facts(1, opened(PAST, "A"), lower, replied(at(12)))
    in_time = facts(2, opened(at(9, 45), "A"), lower, replied(at(12)))
    missed_anyway = facts(3, opened(PAST, "A"), lower, replied(at(14)))

    found = figures(OWN_TARGET, too_late, in_time, missed_anyway)

    assert (found.total.met, found.total.missed, found.lowered) == (2, 1, 1)
    assert lowered(found) == "Not counted as missed: 1 past due before the severity was changed."


# ---------------------------------------------------------------- shares


def answered(number: int, when: datetime, took: timedelta, **named: str) -> Facts:
    return facts(number, opened(when), replied(when + took, named.get("agent", "Kim")), **named)


def test_nothing_matched_is_never_a_hundred_percent():
    found = figures(IN_4_HOURS)

    assert (found.total, found.attained) == (Attainment(), None)
    assert (found.total.share, found.total.low, found.total.high, found.total.small) == (None, 0.0, 1.0, True)
    assert found.percentiles.p50 is found.budget.burn_rate is found.budget.missed_on is None
    assert (found.weeks, found.by_severity, found.breach_count) == ((), {}, 0)


def test_open_tickets_are_in_the_figures_as_pending_or_missed():
    found = figures(IN_4_HOURS, facts(1, opened(at(9))), facts(2, opened(at(11, day=20))), answered(3, at(9), HOUR))

    assert (found.total.met, found.total.missed, found.total.pending, found.total.share) == (1, 1, 1, 0.5)


@pytest.mark.parametrize(
    ("met", "missed", "small"),
    [
        pytest.param(8, 2, True, id="8 of 10"),
        pytest.param(10, 0, True, id="10 of 10 may be luck"),
        pytest.param(900, 100, False, id="900 of 1000"),
        pytest.param(0, 20, False, id="0 of 20"),
    ],
)
def test_few_tickets_cannot_tell(met, missed, small):
    """Wilson's bounds are where what was seen lies 1.96 standard deviations from the true share."""
    found, number = attainment(Counts(met, missed, 0, {}), IN_4_HOURS), met + missed

    for bound in (found.low, found.high):
        assert number * (met / number - bound) ** 2 == pytest.approx(1.959964**2 * bound * (1 - bound), abs=1e-5)
    assert found.low <= met / number <= found.high
    assert found.small is small


@pytest.mark.parametrize(("met", "missed"), [(3, 0), (3000, 0), (3, 1)])
def test_a_goal_of_a_hundred_percent_is_never_too_few_tickets_to_tell(met, missed):
    found = attainment(Counts(met, missed, 0, {}), Objective(name="all", share=1.0, within=HOUR))

    assert not found.small


def test_groups_are_by_what_the_ticket_is_now_who_answered_and_when_it_came():
    found = figures(
        IN_4_HOURS,
        answered(1, at(9), HOUR, partner="Contoso", category="mail_flow", agent="Lee"),
        answered(2, at(9, 30), 5 * HOUR, partner="Fabrikam"),
        facts(3, opened(at(11, day=20), "B"), partner="Contoso", assignee="Sam"),
    )

    assert {name: (item.met, item.missed, item.pending) for name, item in found.by_partner.items()} == {
        "Contoso": (1, 0, 1),
        "Fabrikam": (0, 1, 0),
    }
    assert {name: item.share for name, item in found.by_agent.items()} == {"Kim": 0.0, "Lee": 1.0, "Sam": None}
    assert {name: item.total for name, item in found.by_hour.items()} == {"09": 2, "11": 1}
    assert list(found.by_category) == ["", "mail_flow"]
    assert list(found.by_agent) == ["Kim", "Lee", "Sam"]
    assert [group.total for group in found.by_severity.values()] == [1, 2]


def test_severities_stand_from_a_on_and_other_groups_by_size_then_name():
    many, few = Attainment(met=8), Attainment(pending=1)

    severities = in_order("severity", {"C": many, "": many, "A": few, "B": many})
    partners = in_order("partner", {"Small": few, "Contoso": many, "": few, "Adatum": many})

    assert list(severities) == ["A", "B", "C", ""]
    assert list(partners) == ["Adatum", "Contoso", "", "Small"]


def test_weeks_begin_on_monday_and_have_no_gaps():
    found = figures(IN_4_HOURS, answered(1, at(9, day=2), HOUR), answered(2, at(23, 59, day=22), HOUR))

    assert [(monday.isoformat(), item.total) for monday, item in found.weeks] == [
        ("2026-11-02", 1),
        ("2026-11-09", 0),
        ("2026-11-16", 1),
    ]


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        pytest.param({"severity": ("A",)}, 1, id="severity"),
        pytest.param({"partner": ("Contoso", "Nobody")}, 2, id="partner"),
        pytest.param({"category": ("mail_flow",)}, 0, id="a category nobody has"),
        pytest.param({"severity": ("A", "C"), "partner": ("Contoso",)}, 2, id="both"),
    ],
)
def test_an_objective_counts_what_it_is_about(chosen, count):
    tickets = (
        facts(1, opened(at(9), "A"), partner="Contoso"),
        facts(2, opened(at(9)), partner="Contoso"),
        facts(3, opened(at(9))),
    )

    assert figures(Objective(name="some", within=HOUR, **chosen), *tickets).total.total == count


def test_only_what_arrived_in_the_window_counts():
    edges = (at(0, day=1) - MINUTE, at(0, day=1), at(23, 59, day=30), at(23, 59, day=30) + MINUTE)

    found = figures(IN_4_HOURS, *(facts(number, opened(when)) for number, when in enumerate(edges)), now=at(0, day=30))

    assert found.total.total == 2


def test_the_figure_without_pauses_stands_beside_it():
    objective = Objective(name="done", measure="resolution", within=10 * HOUR)
    waited = facts(
        1,
        opened(at(9)),
        Event(EventType.WAITING, at(10)),
        Event(EventType.RESUMED, at(9, day=19)),
        closed(at(10, day=19)),
    )

    found = figures(objective, waited, facts(2, opened(at(9)), closed(at(10))), measure=Measure.RESOLUTION)

    assert (found.total.met, found.total.missed) == (2, 0)
    assert found.unpaused is not None
    assert (found.unpaused.met, found.unpaused.missed) == (1, 1)
    assert figures(IN_4_HOURS, waited).unpaused is None


# ---------------------------------------------------------------- how long it took


def test_pending_tickets_rank_nowhere():
    took = [answered(number, at(9), number * 10 * MINUTE) for number in range(1, 11)]
    pending = [facts(number, opened(NOW - MINUTE)) for number in (11, 12)]

    found = figures(IN_4_HOURS, *took, *pending).percentiles

    assert (found.p50, found.p80, found.p95) == (50 * MINUTE, 80 * MINUTE, 100 * MINUTE)


def test_unanswered_tickets_rank_as_the_longest():
    took = [answered(number, at(9), number * 10 * MINUTE) for number in range(1, 10)]

    found = figures(IN_4_HOURS, *took, facts(10, opened(at(9)))).percentiles

    assert (found.p50, found.p80, found.p95) == (50 * MINUTE, 80 * MINUTE, None)


# ---------------------------------------------------------------- the budget


@pytest.mark.parametrize(
    ("share", "judged", "misses_allowed"),
    [
        (0.8, 10, 2),
        (0.8, 9, 1),
        (0.8, 5, 1),
        (0.9, 10, 1),
        (0.95, 19, 0),
        (0.95, 20, 1),
        (0.999, 1000, 1),
        (1.0, 10, 0),
    ],
)
def test_the_allowed_misses_are_exact(share, judged, misses_allowed):
    assert allowed(share, judged) == misses_allowed


def test_the_budget_reaches_to_the_end_of_the_window():
    """15 days gone, 15 to come (the 1st has 25 hours): 20 tickets, 3 missed, as many again to be expected."""
    tickets = [answered(number, at(9, day=2 + number // 4), HOUR) for number in range(17)]
    late = [answered(number, at(9, day=3), 6 * HOUR) for number in range(17, 20)]

    budget = figures(IN_4_HOURS, *tickets, *late, now=at(0, day=16)).budget

    assert (budget.allowed, budget.used, budget.left) == (4, 3, 1)
    assert (budget.expected, budget.expected_allowed, budget.expected_left) == (39, 7, 4)
    assert budget.burn_rate == pytest.approx(0.75)
    assert (budget.left_until, budget.missed_on) == (date(2026, 11, 30), None)


@pytest.mark.parametrize(
    ("missed", "missed_on"),
    [
        pytest.param(3, None, id="the budget lasts"),
        pytest.param(6, date(2026, 11, 21), id="8 of 39 are one too many: 2 more take 5 days at 6 in 15"),
        pytest.param(8, date(2026, 11, 12), id="exceeded already by the eighth, which came on the 12th"),
    ],
)
def test_the_day_the_budget_is_used_up_is_foretold(missed, missed_on):
    late = [
        answered(number, at(9, day=day), 6 * HOUR) for number, day in enumerate((2, 3, 4, 5, 6, 9, 10, 12)[:missed])
    ]
    tickets = [answered(number, at(9, day=12), HOUR) for number in range(100, 120 - missed)]

    assert figures(IN_4_HOURS, *late, *tickets, now=at(0, day=16)).budget.missed_on == missed_on


def test_a_window_of_a_thousand_years_is_foretold_like_any_other():
    window = Window(date(2026, 11, 1), date(9000, 12, 31), NAME)
    tickets = [facts(number, opened(PAST), replied(at(10))) for number in range(999)]

    found = standing(judge(IN_4_HOURS, window, measured([*tickets, facts(1000, opened(PAST))])))

    assert found.budget.expected > 100_000_000
    assert found.budget.missed_on is None


def test_the_first_days_of_a_window_take_their_pace_from_the_last_seven():
    last_month = [answered(number, at(9, day=2) - 4 * DAY, HOUR) for number in range(14)]

    found = figures(IN_4_HOURS, *last_month, answered(20, at(0, day=2), HOUR), now=at(12, day=2))

    assert found.total.total == 1
    assert found.budget.expected == 1 + 15 * 28 * 24 // (7 * 24) + 1  # 28 days and 12 hours are to come
    assert "the last 7 days" in found.budget.assumptions


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("week", date(2026, 11, 16), date(2026, 11, 22)),
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("30 days", date(2026, 10, 22), date(2026, 11, 20)),
    ],
)
def test_each_objective_has_its_own_current_window(kind, first, last):
    window = current(kind, NOW, NAME)

    assert (window.first_day, window.last_day) == (first, last)


# ---------------------------------------------------------------- calls


def test_a_call_given_up_in_time_is_left_out_and_a_later_one_missed():
    rows = [
        (at(9), 30.0, True, "Kim"),
        (at(9), 120.0, True, "Kim"),
        (at(9), 120.001, True, "Lee"),
        (at(9), 119.0, False, ""),
        (at(9), 300.0, False, ""),
    ]
    objective = Objective(name="phone", channel="phone", within=timedelta(seconds=120))

    found = standing(judge(objective, NOVEMBER, calls.measured(rows, POLICY, NAME, NOW)))

    assert (found.total.met, found.total.missed) == (2, 2)
    assert found.total.excluded == {"abandoned within the target": 1}
    assert {name: (item.met, item.missed) for name, item in found.by_agent.items()} == {
        "": (0, 1),
        "Kim": (2, 0),
        "Lee": (0, 1),
    }
    assert (found.by_severity, found.percentiles.p50) == ({}, timedelta(seconds=120))


# ---------------------------------------------------------------- causes


@pytest.mark.parametrize(
    ("events", "cause"),
    [
        pytest.param((opened(at(9)),), "never assigned", id="nobody took it"),
        pytest.param((opened(at(9)), assigned(at(10))), "assigned, not answered", id="taken and left"),
        pytest.param((opened(at(9)), assigned(at(15))), "assigned after it was due", id="taken too late"),
        pytest.param(
            (opened(at(9)), assigned(at(14)), replied(at(15))), "assigned after it was due", id="and then answered"
        ),
        pytest.param((opened(at(9)), replied(at(13, 12))), "answered 12 minutes late", id="answered late"),
        pytest.param((opened(at(9)), closed(at(10))), "closed without an answer", id="closed"),
        pytest.param((opened(at(21), "A"),), "arrived when the desk was closed", id="in the night"),
        pytest.param(
            (opened(at(9), "B"), Event(EventType.SEVERITY_SET, at(9, 48), {"severity": "A"})),
            "severity raised when 80 % was used",
            id="raised",
        ),
    ],
)
def test_each_miss_has_a_cause(events, cause):
    found = breach(events)

    assert found.cause == cause


def breach(events: tuple[Event, ...], measure: Measure = Measure.FIRST_RESPONSE) -> Any:
    miss = Miss(measure, 1, 1, "C", "", "", "", events[0].at, HOUR, None, None)
    return of_ticket(miss, events, POLICY, NOW)


def test_an_upstream_desk_is_named():
    handed = Event(EventType.HANDED_OFF, at(10), {"upstream": "microsoft", "severity": "C"})

    assert breach((opened(at(9)), handed), Measure.UPSTREAM_RESPONSE).cause == "microsoft has not answered"


def test_a_breach_says_who_saw_it_when():
    found = breach((opened(at(9)), Event(EventType.AGENT_NOTED, at(11)), assigned(at(12)), replied(at(14))))

    assert (found.first_seen, found.assigned, found.answered, found.due) == (at(11), at(12), at(14), at(13))


def test_breaches_come_with_the_latest_first():
    tickets = [facts(number, opened(at(hour))) for number, hour in ((1, 10), (2, 8), (3, 11))]
    judged = judge(IN_4_HOURS, NOVEMBER, measured(tickets))

    assert [int(judged.measured.lines["ticket"][place]) for place in misses(judged)] == [3, 1, 2]


# ---------------------------------------------------------------- promises that change


def test_what_is_promised_from_december_on_changes_nothing_in_november():
    later = Version(2, at(0, day=30) + DAY, Terms({name: Promise(MINUTE, ALWAYS_OPEN) for name in "ABC"}, "C"))
    tickets = (facts(1, opened(at(9)), replied(at(12))), facts(2, opened(at(11, day=20))))

    before = figures(OWN_TARGET, *tickets)
    after = figures(OWN_TARGET, *tickets, policy=SlaPolicy((*POLICY.versions, later)))

    assert (after.total, after.budget, after.percentiles) == (before.total, before.budget, before.percentiles)
