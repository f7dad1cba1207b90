"""What the desk promises: per severity a time and the calendar it is counted in. Built once from the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from mailticket.config import ALWAYS, Config
from mailticket.errors import ConfigError
from mailticket.sla.calendar import ALWAYS_OPEN, BusinessCalendar, from_week


@dataclass(frozen=True, slots=True)
class Promise:
    """A person answers within ``first_response`` of open time of ``calendar``."""

    first_response: timedelta
    calendar: BusinessCalendar


@dataclass(frozen=True, slots=True)
class Objective:
    """The desk wants this ``share`` (0 to 1) of tickets to be answered ``within`` this time."""

    share: float
    within: timedelta


@dataclass(frozen=True, slots=True)
class SlaPolicy:
    """Everything clocks and reports need to know. ``warn_at`` is the share of a target after which agents are warned.

    ``zone`` is the desk's, for printing times.
    """

    promises: Mapping[str, Promise]
    default_severity: str
    warn_at: float
    objective: Objective
    zone: str

    def promise(self, severity: str) -> Promise:
        """The promise for this severity; raises ValueError for one the policy does not know."""
        if severity not in self.promises:
            raise ValueError(f'no first-response target is defined for severity "{severity}"')
        return self.promises[severity]


def from_config(config: Config) -> SlaPolicy:
    """The policy a configuration describes; raises ConfigError for calendars that cannot be kept."""
    calendars = {ALWAYS: ALWAYS_OPEN, **_calendars(config)}
    promises = {
        severity: Promise(target.first_response, calendars[target.calendar])
        for severity, target in config.sla.targets.items()
    }
    objective = Objective(config.sla.objective.share, config.sla.objective.within)
    return SlaPolicy(promises, config.sla.default_severity, config.sla.warn_at, objective, config.desk.time_zone)


def _calendars(config: Config) -> dict[str, BusinessCalendar]:
    calendars: dict[str, BusinessCalendar] = {}
    problems: list[str] = []
    for name, week in config.calendars.items():
        try:
            calendars[name] = from_week(week, config.desk.time_zone)
        except ValueError as error:
            problems.append(f"calendars.{name}: {error}")
    used = {target.calendar for target in config.sla.targets.values()}
    problems += [
        f"calendars.{name}: has no opening hours" for name in used & calendars.keys() if not any(calendars[name].week)
    ]
    if problems:
        raise ConfigError("configuration", tuple(sorted(problems)))
    return calendars
