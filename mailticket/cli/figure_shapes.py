"""The report on objectives as the JSON and the CSV table that other programs rely on. Shapes only: counts nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from mailticket.cli.shapes import moment
from mailticket.sla.attainment import Attainment, Breach, Budget, Percentiles, Report, Standing

_GROUPS = ("severity", "partner", "category", "agent", "hour")


def report(figures: Report) -> dict[str, Any]:
    """What ``mailticket report --json`` prints; ``objective`` and what stands beside it are of the first objective.

    The misses are iterators, to be written as lists: there may be very many.
    """
    first = figures.standings[0] if figures.standings else None
    return {
        "since": moment(figures.since),
        "until": moment(figures.until),
        "now": moment(figures.now),
        "objective": _first(first) if first else None,
        "by_severity": _groups(first.by_severity) if first else {},
        "by_partner": _groups(first.by_partner) if first else {},
        "by_category": _groups(first.by_category) if first else {},
        "breaches": map(_breach, first.breaches) if first else [],
        "objectives": [standing(item) for item in figures.standings],
    }


def _first(item: Standing) -> dict[str, Any]:
    return {**_objective(item), **attainment(item.total), "budget_left": item.budget.left}


def _objective(item: Standing) -> dict[str, Any]:
    wanted = item.objective
    return {
        "name": wanted.name,
        "channel": wanted.channel,
        "measure": wanted.measure,
        "share": wanted.share,
        "within_seconds": _seconds(wanted.within),
        "window": wanted.window,
        "severity": list(wanted.severity),
        "partner": list(wanted.partner),
        "category": list(wanted.category),
        "upstream": list(wanted.upstream),
    }


def standing(item: Standing) -> dict[str, Any]:
    """One objective over its window, everything about it."""
    return {
        **_objective(item),
        "since": moment(item.since),
        "until": moment(item.until),
        "tickets": item.total.total,
        "reached": item.attained,
        **attainment(item.total),
        "unpaused": attainment(item.unpaused) if item.unpaused else None,
        "budget": _budget(item.budget),
        "percentiles": _percentiles(item.percentiles),
        **{f"by_{name}": _groups(getattr(item, f"by_{name}")) for name in _GROUPS},
        "weeks": [{"week": monday.isoformat(), **attainment(week)} for monday, week in item.weeks],
        "breach_count": item.breach_count,
        "past_due_before_severity_changed": item.lowered,
        "breaches": map(_breach, item.breaches),
    }


def attainment(item: Attainment) -> dict[str, Any]:
    """``low`` and ``high`` bound the true share; ``small_sample`` says that they hold the objective between them."""
    return {
        "met": item.met,
        "missed": item.missed,
        "pending": item.pending,
        "excluded": dict(item.excluded),
        "attained": item.share,
        "low": item.low,
        "high": item.high,
        "small_sample": item.small,
    }


def _groups(groups: Mapping[str, Attainment]) -> dict[str, Any]:
    return {name: attainment(item) for name, item in groups.items()}


def _budget(item: Budget) -> dict[str, Any]:
    return {
        "allowed": item.allowed,
        "used": item.used,
        "left": item.left,
        "burn_rate": item.burn_rate,
        "left_until": item.left_until.isoformat(),
        "expected": item.expected,
        "expected_allowed": item.expected_allowed,
        "expected_left": item.expected_left,
        "missed_on": _day(item.missed_on),
        "assumptions": item.assumptions,
    }


def _percentiles(item: Percentiles) -> dict[str, Any]:
    return {"p50_seconds": _seconds(item.p50), "p80_seconds": _seconds(item.p80), "p95_seconds": _seconds(item.p95)}


def _breach(item: Breach) -> dict[str, Any]:
    return {
        "ticket": item.ticket or None,
        "severity": item.severity,
        "partner": item.partner,
        "category": item.category,
        "agent": item.agent,
        "arrived_at": moment(item.arrived),
        "first_seen_at": moment(item.first_seen),
        "assigned_at": moment(item.assigned),
        "due_at": moment(item.due),
        "answered_at": moment(item.answered),
        "elapsed_seconds": _seconds(item.elapsed),
        "target_seconds": _seconds(item.target),
        "cause": item.cause,
    }


def _seconds(amount: timedelta | None) -> int | None:
    return None if amount is None else amount // timedelta(seconds=1)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


# ---------------------------------------------------------------- CSV

_COLUMNS = ("objective", "since", "until", "group", "name", "met", "missed", "pending", "excluded", "attained")


def table(figures: Report) -> Iterator[tuple[object, ...]]:
    """A heading, then a line for each objective as a whole and for each of its groups."""
    yield (*_COLUMNS, "low", "high", "objective_share")
    for item in figures.standings:
        named = (item.objective.name, moment(item.since), moment(item.until))
        for group, name, counts in _lines(item):
            numbers = (counts.met, counts.missed, counts.pending, counts.left_out, counts.share)
            yield (*named, group, _as_text(name), *numbers, counts.low, counts.high, item.objective.share)


def _lines(item: Standing) -> Iterator[tuple[str, str, Attainment]]:
    yield "total", "", item.total
    if item.unpaused:
        yield "unpaused", "", item.unpaused
    for group in _GROUPS:
        yield from ((group, name, counts) for name, counts in getattr(item, f"by_{group}").items())
    yield from (("week", monday.isoformat(), counts) for monday, counts in item.weeks)


def _as_text(name: str) -> str:
    """A name out of a mail never becomes a formula of a spreadsheet (OWASP: CSV injection).

    Programs pass over blanks before it, and take the full-width signs of East Asian keyboards for the plain ones.
    """
    return f"'{name}" if name[:1] in _CONTROLS or name.strip()[:1] in _FORMULAS else name


_FORMULAS = tuple("=+-@＝＋－＠")
_CONTROLS = ("\t", "\r", "\n")
