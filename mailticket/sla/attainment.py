"""How the desk stands against its objectives: the figures of a report, as values. Computes nothing.

``sla.judging`` makes them from arrays of measured clocks; terminal, JSON, CSV and charts show them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mailticket.config_sla import Objective


@dataclass(frozen=True, slots=True)
class Attainment:
    """Counts of one group. ``share`` is met of met and missed, None while there are neither: never 100 % of nothing.

    ``excluded`` counts by reason. ``low`` and ``high`` bound the true share with 95 % confidence (Wilson's score
    interval; 0 and 1 while nothing is judged); ``small`` says that the objective lies between them, so that so few
    tickets cannot tell whether the desk keeps it; never of 100 %, which one miss decides. Pending ones, still in time,
    are in neither.
    """

    met: int = 0
    missed: int = 0
    pending: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    share: float | None = None
    low: float = 0.0
    high: float = 1.0
    small: bool = True

    @property
    def judged(self) -> int:
        return self.met + self.missed

    @property
    def left_out(self) -> int:
        """How many were excluded, for whatever reason."""
        return sum(self.excluded.values())

    @property
    def total(self) -> int:
        """Everything the objective matches: nothing is left out silently."""
        return self.judged + self.pending + self.left_out


@dataclass(frozen=True, slots=True)
class Budget:
    """How many misses the objective allows, exactly floor((1 - share) · tickets), and how fast they are used.

    ``allowed`` and ``left`` (below 0: missed) are of the tickets judged so far, ``used`` the misses among them.
    ``expected`` is how many will have been judged when the window ends on the local day ``left_until``, at the pace
    of the window so far; ``expected_allowed`` is what the objective allows of them and ``expected_left`` how many
    more misses that leaves. ``burn_rate`` is the rate of misses over the allowed one: at 1.0 the budget just lasts,
    None while nothing is judged and for an objective of 100 %, which allows none.
    ``missed_on`` is the first day on which, at that pace, the misses exceed what the whole window allows; None when
    that is not before its end. ``assumptions`` says in a sentence what that rests on. ``final``: the window is over,
    and nothing is foretold.
    """

    allowed: int
    used: int
    left: int
    burn_rate: float | None
    left_until: date
    expected: int
    expected_allowed: int
    expected_left: int
    missed_on: date | None
    assumptions: str
    final: bool = False


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Nearest rank over what is met or missed, as the share is; a miss that is unanswered ranks as the longest.

    None where the rank falls on one that has no answer, or there are none.
    """

    p50: timedelta | None
    p80: timedelta | None
    p95: timedelta | None


@dataclass(frozen=True, slots=True)
class Breach:
    """One miss, and its likeliest cause in a few words. Times are aware; None for what has not happened.

    ``first_seen`` is when a person of the desk first did anything about it. ``elapsed`` is counted time to the answer
    or until now, ``target`` what it had. A phone or chat contact has no ticket (0) and no severity.
    """

    ticket: int
    severity: str
    partner: str
    category: str
    agent: str
    arrived: datetime
    first_seen: datetime | None
    assigned: datetime | None
    answered: datetime | None
    due: datetime
    elapsed: timedelta
    target: timedelta
    cause: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One objective over one window, [``since``, ``until``), by when each ticket, mail or call arrived.

    ``unpaused`` is what ``total`` would be if no clock ever stood still; None unless the promises let clocks of this
    measure stand still. Groups stand as they are to be shown: severities from A on, others by size. The agent of a
    group is who answered, else the assignee, else ""; ``by_hour`` is the hour of arrival, "00" to "23", in the desk's
    zone; ``weeks`` are by the Monday they begin on, in order, without gaps.
    ``breaches`` are the latest ``breach_count`` or fewer, the latest first. ``lowered`` is how many that are not among
    them were past due before their severity was changed: a promise that was broken stays broken.
    """

    objective: Objective
    since: datetime
    until: datetime
    total: Attainment
    unpaused: Attainment | None
    budget: Budget
    percentiles: Percentiles
    by_severity: Mapping[str, Attainment]
    by_partner: Mapping[str, Attainment]
    by_category: Mapping[str, Attainment]
    by_agent: Mapping[str, Attainment]
    by_hour: Mapping[str, Attainment]
    weeks: tuple[tuple[date, Attainment], ...]
    breaches: Collection[Breach]
    breach_count: int
    lowered: int = 0

    @property
    def attained(self) -> bool | None:
        """Whether the share is reached by what is judged so far; None while nothing is."""
        return None if self.total.share is None else self.budget.left >= 0


@dataclass(frozen=True, slots=True)
class Report:
    """Every objective asked for, as it stood at ``now``. ``since`` and ``until`` span all their windows."""

    since: datetime
    until: datetime
    now: datetime
    standings: tuple[Standing, ...]
