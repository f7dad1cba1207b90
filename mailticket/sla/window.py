"""Which stretch of time an objective is judged over: its own current week, month or 30 days, or the days asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

SHORTEST_PACE = timedelta(days=7)  # a pace is never taken from less
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Local days of ``zone``, both included."""

    first_day: date
    last_day: date
    zone: str

    @property
    def since(self) -> datetime:
        return _midnight(self.first_day, self.zone)

    @property
    def until(self) -> datetime:
        """The end of the last day, not included."""
        return _midnight(self.last_day + _DAY, self.zone)

    def reaches_back_to(self, now: datetime) -> datetime:
        """From when on tickets are needed, those for the pace included."""
        return min(self.since, now - SHORTEST_PACE)


def current(kind: Literal["week", "month", "30 days"], now: datetime, zone: str) -> Window:
    """The week from Monday, the calendar month, or the 30 days that end with today."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if kind == "week":
        monday = today - today.weekday() * _DAY
        return Window(monday, monday + 6 * _DAY, zone)
    if kind == "30 days":
        return Window(today - 29 * _DAY, today, zone)
    first = today.replace(day=1)
    return Window(first, (first + 31 * _DAY).replace(day=1) - _DAY, zone)


def between(since: date | None, until: date | None, now: datetime, zone: str) -> Window:
    """The days asked for: from the first of the last day's month, and until today, where one is not named."""
    last = until or now.astimezone(ZoneInfo(zone)).date()
    return Window(since or last.replace(day=1), last, zone)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)
