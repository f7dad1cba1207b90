"""How one objective stands over one window: shares, what is left of the budget, how long answers took, who missed.

From lines judged by ``sla.judging``; the breaches' causes are found elsewhere. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import sqrt
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from mailticket.config_sla import Objective
from mailticket.sla.attainment import Attainment, Budget, Percentiles, Standing
from mailticket.sla.judging import Counts, Measured, Verdict, Whole, counts
from mailticket.sla.measured import LOWERED, Stand, instant
from mailticket.sla.policy import Measure, SlaPolicy
from mailticket.sla.window import SHORTEST_PACE, Window

_TICK = timedelta(microseconds=1)
_95_PERCENT = 1.959963984540054  # standard deviations around the middle
_FIRST_MONDAY = date(1970, 1, 5)
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Judged:
    """Lines of one objective with their verdicts; ``chosen`` are the places of those of its window."""

    objective: Objective
    window: Window
    measured: Measured
    verdicts: Any
    chosen: Any
    never_paused: Any

    def of(self, places: Any, verdict: Verdict) -> Any:
        """Those among these places that were judged so."""
        return places[self.verdicts[places] == verdict]


def judge(objective: Objective, window: Window, measured: Measured) -> Judged:
    """Every line of the window that the objective is about, judged as of ``measured.now``."""
    about = measured.matching(objective) & measured.within(window.since, window.until)
    return Judged(
        objective,
        window,
        measured,
        measured.verdicts(objective),
        np.flatnonzero(about & measured.ordinary),
        np.flatnonzero(about & measured.never_paused),
    )


def misses(judged: Judged) -> tuple[int, ...]:
    """The places of all misses, the latest to arrive first."""
    missed = judged.of(judged.chosen, Verdict.MISSED)
    return tuple(missed[np.argsort(judged.measured.arrived[missed], kind="stable")[::-1]].tolist())


def standing(judged: Judged) -> Standing:
    """The figures without the breaches themselves."""
    objective, measured, places = judged.objective, judged.measured, judged.chosen
    total = _total(judged, places)
    calls = objective.channel in ("phone", "chat")

    def by(column: str) -> Mapping[str, Attainment]:
        return {} if calls and column != "agent" else in_order(column, _by_name(judged, measured.lines[column][places]))

    return Standing(
        objective=objective,
        since=judged.window.since,
        until=judged.window.until,
        total=total,
        unpaused=_total(judged, judged.never_paused) if _pauses(objective, measured.policy) else None,
        budget=_budget(judged, total),
        percentiles=_percentiles(judged),
        by_severity=by("severity"),
        by_partner=by("partner"),
        by_category=by("category"),
        by_agent=by("agent"),
        by_hour={f"{hour:02}": item for hour, item in _grouped(judged, measured.hour[places]).items()},
        weeks=_weeks(judged),
        breaches=(),
        breach_count=total.missed,
        lowered=_lowered(judged),
    )


def _lowered(judged: Judged) -> int:
    """How many that are no misses were past due before their severity was changed."""
    kept = judged.verdicts[judged.chosen] < Verdict.EXCLUDED
    flagged = judged.measured.lines["flags"][judged.chosen] & LOWERED != 0
    missed = judged.verdicts[judged.chosen] == Verdict.MISSED
    return int((flagged & kept & ~missed).sum())


def _pauses(objective: Objective, policy: SlaPolicy) -> bool:
    """Whether any version of the promises lets clocks of this measure stand still."""
    measure = Measure.UPSTREAM_RESPONSE if objective.channel == "upstream" else Measure(objective.measure)
    if objective.channel in ("phone", "chat"):
        return False
    return any(version.terms.pauses.get(measure) for version in policy.versions)


# ---------------------------------------------------------------- shares


def attainment(found: Counts, objective: Objective, names: tuple[str, ...] = ("",)) -> Attainment:
    """Wilson's score interval without continuity correction (Wilson 1927), at 95 %."""
    judged = found.met + found.missed
    excluded = dict(sorted((names[reason], number) for reason, number in found.excluded.items()))
    if not judged:
        return Attainment(pending=found.pending, excluded=excluded)
    share, z2 = found.met / judged, _95_PERCENT**2
    middle = (share + z2 / (2 * judged)) / (1 + z2 / judged)
    half = _95_PERCENT / (1 + z2 / judged) * sqrt(share * (1 - share) / judged + z2 / (4 * judged * judged))
    low, high = max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))
    small = objective.share < 1 and low <= objective.share <= high  # of 100 % one miss decides, and no number tells
    return Attainment(found.met, found.missed, found.pending, excluded, share, low, high, small)


def _total(judged: Judged, places: Any) -> Attainment:
    groups = np.zeros(len(places), dtype=np.int64)
    measured = judged.measured
    found = counts(groups, judged.verdicts[places], measured.lines["reason"][places])
    return attainment(found.get(0, Counts(0, 0, 0, {})), judged.objective, measured.names)


def _grouped(judged: Judged, groups: Whole) -> dict[int, Attainment]:
    reasons = judged.measured.lines["reason"][judged.chosen]
    found = counts(groups.astype(np.int64), judged.verdicts[judged.chosen], reasons)
    return {group: attainment(item, judged.objective, judged.measured.names) for group, item in found.items()}


def _by_name(judged: Judged, codes: Whole) -> dict[str, Attainment]:
    return {judged.measured.names[code]: item for code, item in _grouped(judged, codes).items()}


def in_order(kind: str, groups: Mapping[str, Attainment]) -> Mapping[str, Attainment]:
    """As every report shows them: severities from A on, what is unknown last; others by size, then by name."""
    if kind == "severity":
        return dict(sorted(groups.items(), key=lambda pair: (pair[0] == "", pair[0])))
    return dict(sorted(groups.items(), key=lambda pair: (-pair[1].total, pair[0])))


def _weeks(judged: Judged) -> tuple[tuple[date, Attainment], ...]:
    found = _grouped(judged, np.maximum(judged.measured.week[judged.chosen], 0))
    weeks = range(min(found), max(found) + 1) if found else ()
    return tuple((_FIRST_MONDAY + week * _WEEK, found.get(week, Attainment())) for week in weeks)


# ---------------------------------------------------------------- how long it took


def _percentiles(judged: Judged) -> Percentiles:
    measured, places = judged.measured, judged.chosen
    verdicts = judged.verdicts[places]
    counted = places[(verdicts == Verdict.MET) | (verdicts == Verdict.MISSED)]
    answered = measured.elapsed[counted[measured.stand[counted] == Stand.ANSWERED]]
    ranks = [-(-percent * len(counted) // 100) for percent in (50, 80, 95)]
    known = [rank - 1 for rank in ranks if 0 < rank <= len(answered)]
    answered.partition(np.array(known, dtype=np.intp))
    p50, p80, p95 = (int(answered[rank - 1]) * _TICK if rank - 1 in known else None for rank in ranks)
    return Percentiles(p50, p80, p95)


# ---------------------------------------------------------------- the budget


def allowed(share: float, judged: int) -> int:
    """How many misses ``share`` allows among this many: floor((1 - share) · judged).

    Decimal, because 1 - 0.8 in binary is a little less than 0.2 and would take a miss away.
    """
    return int((1 - Decimal(str(share))) * judged)


@dataclass(frozen=True, slots=True)
class _Pace:
    """What arrived during ``length``: how many that are or will be judged, and the misses among them."""

    length: timedelta
    tickets: int
    missed: int


def _budget(judged: Judged, total: Attainment) -> Budget:
    """What is expected is what the window holds so far and, for the rest of it, as many as at the present pace.

    That pace is of the window so far, or of the last 7 days where that is longer: the first hours of a month tell
    nothing. Whole tickets are counted, those still pending too, as each of them will be judged.
    """
    now, window, share = judged.measured.now, judged.window, judged.objective.share
    pace, rest = _pace(judged), max(window.until - max(now, window.since), timedelta(0))
    expected = total.judged + total.pending + pace.tickets * (rest // _TICK) // (pace.length // _TICK)
    of_all, of_judged = allowed(share, expected), allowed(share, total.judged)
    missed_on = _missed_on(judged, total.missed, of_all, pace)
    rate = total.missed / total.judged / float(1 - Decimal(str(share))) if total.judged and share < 1 else None
    return Budget(
        allowed=of_judged,
        used=total.missed,
        left=of_judged - total.missed,
        burn_rate=rate,
        left_until=window.last_day,
        expected=expected,
        expected_allowed=of_all,
        expected_left=of_all - total.missed,
        missed_on=missed_on,
        assumptions=_assumptions(judged, pace),
        final=now >= window.until,
    )


def _pace(judged: Judged) -> _Pace:
    now, measured = judged.measured.now, judged.measured
    since = min(judged.window.since, now - SHORTEST_PACE)
    about = measured.matching(judged.objective) & measured.ordinary & measured.within(since, now)
    found = np.bincount(judged.verdicts[about], minlength=len(Verdict))
    return _Pace(now - since, int(found[: Verdict.EXCLUDED].sum()), int(found[Verdict.MISSED]))


def _missed_on(judged: Judged, missed: int, of_all: int, pace: _Pace) -> date | None:
    """The local day of the first miss too many: when that ticket arrived, or when it is to be expected."""
    zone, now = ZoneInfo(judged.window.zone), judged.measured.now
    if missed > of_all:
        arrivals = np.sort(judged.measured.arrived[judged.of(judged.chosen, Verdict.MISSED)])
        return instant(int(arrivals[of_all])).astimezone(zone).date()
    if not pace.missed:
        return None
    after = pace.length // _TICK * (of_all + 1 - missed) // pace.missed  # whole numbers: no date is too far for them
    return (now + after * _TICK).astimezone(zone).date() if after < (judged.window.until - now) // _TICK else None


def _assumptions(judged: Judged, pace: _Pace) -> str:
    if judged.measured.now >= judged.window.until:
        return "the window is over; pending ones are counted among what is expected"
    basis = "the window so far" if pace.length > SHORTEST_PACE else "the last 7 days"
    return (
        f"{pace.tickets} arrived and {pace.missed} of them missed in {basis}; both are taken to go on at that pace "
        f"until {judged.window.last_day}"
    )
