"""What the desk promises: within what time, in which calendar, for which severity, and since when. Values, no rules.

A policy is a succession of terms. A ticket runs under the terms that held when it was received: what is promised to
the next one changes nothing for it. Calendars are the same for all terms: their hours change in time, for every ticket.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from mailticket.sla.calendar import Calendar


class Measure(StrEnum):
    """What a clock measures; each has events of its own that start and stop it."""

    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    UPSTREAM_RESPONSE = "upstream_response"
    RESOLUTION = "resolution"


class Waiting(StrEnum):
    """For what a ticket waits while a clock may stand still."""

    AGENT_WAITS = "waiting"  # an agent set it to wait for the requester
    REQUESTED = "information_requested"  # an automatic mail asked for missing fields


@dataclass(frozen=True, slots=True)
class Promise:
    """What a severity is promised, in open time of ``calendar``; None where nothing is."""

    first_response: timedelta
    calendar: Calendar
    next_response: timedelta | None = None
    resolution: timedelta | None = None

    def target(self, measure: Measure) -> timedelta | None:
        match measure:
            case Measure.FIRST_RESPONSE:
                return self.first_response
            case Measure.NEXT_RESPONSE:
                return self.next_response
            case Measure.RESOLUTION:
                return self.resolution
        raise ValueError(f"{measure} is promised by an upstream desk, not by this one")


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of the promises. ``upstreams`` maps (upstream, severity) to what that desk promises this one."""

    promises: Mapping[str, Promise]
    default_severity: str
    upstreams: Mapping[tuple[str, str], Promise] = field(default_factory=dict)
    pauses: Mapping[Measure, frozenset[Waiting]] = field(default_factory=dict)
    unmeasured: frozenset[str] = frozenset()  # categories whose automatic answer is all they need

    @property
    def desk_calendar(self) -> Calendar:
        """When somebody is at the desk: the calendar of the severity that nobody states."""
        return self.promises[self.default_severity].calendar

    def promise(self, severity: str, upstream: str = "") -> Promise | None:
        """The promise for this severity, of this desk or of an upstream one; None for an upstream without any.

        Raises ValueError for a severity the terms do not know.
        """
        if upstream:
            return self.upstreams.get((upstream, severity))
        if severity not in self.promises:
            raise ValueError(f'no target is defined for severity "{severity}"')
        return self.promises[severity]


@dataclass(frozen=True, slots=True)
class Version:
    """Terms with the number they are on record under and the instant from which they hold for what is received."""

    number: int
    valid_from: datetime
    terms: Terms


@dataclass(frozen=True, slots=True)
class SlaPolicy:
    """Every version of the terms in the order of time, the first one also for what was received before it."""

    versions: tuple[Version, ...]

    def at(self, received: datetime) -> Version:
        """The version that held at this instant."""
        index = bisect_right(self.versions, received, key=lambda version: version.valid_from)
        return self.versions[max(index - 1, 0)]
