"""Reports made up for the tests: none, one, five hundred tickets, and names out of hostile mails."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from math import sqrt

from mailticket.config_sla import OBJECTIVES, Objective
from mailticket.sla.attainment import Attainment, Breach, Budget, Percentiles, Report, Standing

SINCE = datetime(2026, 10, 1, 4, tzinfo=UTC)
UNTIL = datetime(2026, 11, 1, 4, tzinfo=UTC)
NOW = datetime(2026, 11, 2, 12, 45, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOSTILE = (
    '<script src="https://evil.example/x.js">alert(1)</script> & $\\frac{1}{0}$ \x1b[31m\u202e GmbH & Co. KG, Nürnberg'
)


def group(met: int, missed: int, pending: int = 0, excluded: Mapping[str, int] | None = None) -> Attainment:
    """Counts with their share and Wilson's interval."""
    judged = met + missed
    if not judged:
        return Attainment(pending=pending, excluded=excluded or {})
    share, z2 = met / judged, 1.96**2
    centre = (share + z2 / (2 * judged)) / (1 + z2 / judged)
    half = 1.96 * sqrt(share * (1 - share) / judged + z2 / (4 * judged**2)) / (1 + z2 / judged)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Attainment(met, missed, pending, excluded or {}, share, low, high, small=low < 0.8 < high)


def budget(objective: Objective, judged: int, missed: int) -> Budget:
    allowed = int((1 - objective.share) * judged + 1e-9)
    rate = missed / judged / (1 - objective.share) if judged else None
    left, last, assumed = allowed - missed, date(2026, 10, 31), "the window is over"
    return Budget(allowed, missed, left, rate, last, judged, allowed, left, None, assumed, final=True)


def breach(number: int, cause: str = "nobody had taken it", partner: str = "Fabrikam Cloud Partners") -> Breach:
    arrived = SINCE + number * HOUR
    return Breach(
        ticket=1000 + number,
        severity="ABC"[number % 3],
        partner=partner,
        category="mail_flow",
        agent="Ann Lee" if number % 2 else "",
        arrived=arrived,
        first_seen=arrived + 2 * HOUR,
        assigned=None,
        answered=arrived + 5 * HOUR if number % 2 else None,
        due=arrived + 4 * HOUR,
        elapsed=5 * HOUR,
        target=4 * HOUR,
        cause=cause,
    )


CAUSES = ("nobody had taken it", "arrived outside opening hours", "severity raised late", HOSTILE)


def standing(objective: Objective, met: int, missed: int, pending: int = 0) -> Standing:
    """One objective with so many tickets, spread over weeks, hours and partners."""
    total = group(met, missed, pending, {"out of scope: redirected by rule": 3} if met else None)
    some = bool(total.judged)
    partners = (
        {"Fabrikam Cloud Partners": total}
        if total.judged < 3
        else {
            "": group(met // 3, missed // 2),
            "Fabrikam Cloud Partners": group(met // 2, missed // 3, pending),
            HOSTILE: group(met - met // 3 - met // 2, missed - missed // 2 - missed // 3),
            **{f"Partner {at:02}": group(met // 40, at % 3) for at in range(20 if met > 100 else 0)},
        }
    )
    hours = {f"{hour:02}": group((hour * 7) % 13, hour % 4, hour % 2) for hour in range(6, 20)} if some else {}
    weeks = tuple(
        (date(2026, 9, 28) + timedelta(weeks=at), group(met // 5, missed // 5) if at != 2 else group(0, 0))
        for at in range(5)
    )
    spread = Percentiles(HOUR / 2, 3 * HOUR, None if pending else 9 * HOUR)
    return Standing(
        objective=objective,
        since=SINCE,
        until=UNTIL,
        total=total,
        unpaused=group(met - 1, missed + 1) if met > 100 else None,
        budget=budget(objective, total.judged, missed),
        percentiles=spread if some else Percentiles(None, None, None),
        by_severity={"A": group(met // 4, 0), "B": group(met // 4, missed)} if some else {},
        by_partner=partners if some else {},
        by_category={"mail_flow": total} if some else {},
        by_agent={"": group(0, missed), "Ann Lee": group(met, 0)} if some else {},
        by_hour=hours,
        weeks=weeks if some else (),
        breaches=tuple(
            breach(at, CAUSES[at % 4], HOSTILE if at % 5 == 0 else "Fabrikam") for at in range(min(missed, 40))
        ),
        breach_count=missed,
    )


def report(*standings: Standing) -> Report:
    return Report(SINCE, UNTIL, NOW, standings)


FIRST, SEVERITY_A, PHONE = OBJECTIVES[0], OBJECTIVES[1], OBJECTIVES[4]
NONE = report(standing(FIRST, 0, 0))
ONE = report(standing(FIRST, 1, 0))
MANY = report(
    standing(FIRST, 460, 40, 7),
    standing(SEVERITY_A, 31, 12),
    standing(OBJECTIVES[2], 9, 2, 1),
    standing(PHONE, 0, 0),
)
EMPTY = report()
