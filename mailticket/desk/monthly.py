"""When the report of the last month is due. Pure; makes no report and sends nothing.

From the hour of the digest on, on the first day of a month on which the desk opens; made up for during a week, as a
machine may be off on that day. Never for a month that ended before the installation.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.desk.digest import Morning, bounds
from mailticket.sla.calendar import open_intervals

USUAL_HOUR = time(7, 30)  # where no digest is sent
MADE_UP_FOR = timedelta(days=7)
_DAY = timedelta(days=1)


def due_month(config: Config, morning: Morning) -> date | None:
    """The first day of the month whose report is to be sent now; None when none is. ``last`` is the one last sent."""
    zone = ZoneInfo(config.desk.time_zone)
    first = morning.now.astimezone(zone).date().replace(day=1)
    wanted = (first - _DAY).replace(day=1)
    if morning.last is not None and morning.last >= wanted:
        return None
    if morning.installed_at.astimezone(zone).date() >= first or not config.reports.monthly_to:
        return None
    begin = _opening(config, morning, first)
    return wanted if begin is not None and begin <= morning.now < begin + MADE_UP_FOR else None


def _opening(config: Config, morning: Morning, first: date) -> datetime | None:
    """The hour of the report on the first day of the month on which the desk opens; None where it never does."""
    for day in (first + at * _DAY for at in range(28)):
        if any(open_intervals(morning.calendar, *bounds(config, day))):
            zone = ZoneInfo(config.desk.time_zone)
            return datetime.combine(day, config.digest.at or USUAL_HOUR, zone)
    return None


def last_day(first: date) -> date:
    """The last day of the month that begins on ``first``."""
    return (first + 31 * _DAY).replace(day=1) - _DAY
