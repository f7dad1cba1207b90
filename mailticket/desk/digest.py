"""The mail of the morning: on which days it is due, and what stands in it. Pure; counts no tickets and sends nothing.

Once a day on which the desk opens, not on the day of installation, and not made up for when its morning is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.desk.queue import pressing
from mailticket.model import Address, Ticket
from mailticket.sla.calendar import Calendar, open_intervals
from mailticket.sla.clock import Clock

LONGEST = 20  # tickets named in one section; of the others only the number is told
_NOON = time(12)
_LOOK_BACK = timedelta(days=14)  # no desk is closed for longer without an operator who reads what came in


@dataclass(frozen=True, slots=True)
class Entry:
    """One ticket as the digest names it; ``due`` is when its pressing answer is due, None when none is owed."""

    ticket: Ticket
    severity: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Section:
    """Tickets under one heading: the first few of ``total``."""

    title: str
    total: int = 0
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole mail. ``budget`` has a sentence for each objective: what is left of it."""

    day: date
    sections: tuple[Section, ...] = ()
    budget: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Morning:
    """What the decision depends on: the desk's default calendar, when it was installed, the day last told."""

    calendar: Calendar
    installed_at: datetime
    last: date | None
    now: datetime


def due_day(config: Config, morning: Morning) -> date | None:
    """The local day whose digest is to be sent now; None when none is."""
    local = morning.now.astimezone(ZoneInfo(config.desk.time_zone))
    day, wall = local.date(), local.time()
    at = config.digest.at
    if at is None or wall < at or (at < _NOON <= wall):
        return None
    installed = morning.installed_at.astimezone(local.tzinfo).date()
    if day <= installed or (morning.last is not None and day <= morning.last):
        return None
    begin, end = bounds(config, day)
    return day if any(open_intervals(morning.calendar, begin, end)) else None


def bounds(config: Config, day: date) -> tuple[datetime, datetime]:
    """The local day as two instants."""
    zone = ZoneInfo(config.desk.time_zone)
    begin, end = (datetime.combine(item, time(0), zone) for item in (day, day + timedelta(days=1)))
    return begin.astimezone(UTC), end.astimezone(UTC)


def closed_since(config: Config, calendar: Calendar, now: datetime) -> datetime:
    """When the desk last closed before today: what came in since then came in overnight."""
    begin, _ = bounds(config, now.astimezone(ZoneInfo(config.desk.time_zone)).date())
    return max((end for _, end in open_intervals(calendar, begin - _LOOK_BACK, begin)), default=begin - _LOOK_BACK)


def entry(ticket: Ticket, clocks: Sequence[Clock]) -> Entry:
    clock = pressing(clocks)
    return Entry(ticket, clock.severity, clock.due_at if clock.is_open else None)


def recipients(config: Config) -> tuple[Address, ...]:
    """The whole team, managers as well."""
    return tuple(Address(agent.email, agent.name) for agent in config.agents)
