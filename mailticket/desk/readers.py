"""Who is told of a step of the ladder, and at which hours each of them reads mail. Pure; knows no clock.

Nobody is woken for less than severity A: what passes at night waits for the beginning of the reader's own day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from mailticket.config import Agent, Config
from mailticket.config_sla import Step
from mailticket.config_values import Span
from mailticket.desk.partners import partner_of
from mailticket.model import Address, Ticket
from mailticket.sla import calendar
from mailticket.sla.calendar import ALWAYS_OPEN, BusinessCalendar, Calendar

MISSED = 1.0  # the share of a target from which a promise is broken
_ANY_HOUR = "A"  # the severity that is told at night as well
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody to tell, with the zone their day passes in. ``staff`` may answer the requester themselves."""

    address: Address
    zone: str
    staff: bool = True

    @property
    def key(self) -> str:
        return self.address.key


def readers(config: Config, ticket: Ticket, step: Step) -> tuple[Reader, ...]:
    """Everybody this step is told to, each once; of a broken promise somebody of the desk is always told."""
    by_role = {
        "assignee": _assignee(config, ticket),
        "team": _of_role(config, "agent"),
        "manager": _of_role(config, "manager"),
        "csm": _csm(config, ticket),
    }
    found = _once_each(reader for role in step.tell for reader in by_role[role])
    if step.at < MISSED or any(reader.staff for reader in found):
        return found
    return _once_each((*found, *(by_role["team"] or by_role["manager"])))


def names(config: Config, ticket: Ticket) -> Mapping[str, str]:
    """How people are called, by the key of their address."""
    everybody = (*(_reader(config, agent) for agent in config.agents), *_csm(config, ticket))
    return {reader.key: reader.address.name or reader.address.addr for reader in everybody}


def is_awake(config: Config, reader: Reader, severity: str, now: datetime) -> bool:
    return calendar.is_open(_waking(config, reader, severity), now)


def wakes_at(config: Config, reader: Reader, severity: str, now: datetime) -> datetime:
    """The first instant from ``now`` on at which this reader may be told."""
    return calendar.add(_waking(config, reader, severity), now, _TICK) - _TICK


def _waking(config: Config, reader: Reader, severity: str) -> Calendar:
    hours = config.sla.waking_hours
    return _days(reader.zone, hours) if hours and severity != _ANY_HOUR else ALWAYS_OPEN


@lru_cache(maxsize=256)
def _days(zone: str, hours: tuple[Span, ...]) -> Calendar:
    return BusinessCalendar(zone, (hours,) * 7)


def _once_each(found: Iterable[Reader]) -> tuple[Reader, ...]:
    return tuple({reader.key: reader for reader in reversed(tuple(found))}.values())[::-1]


def _reader(config: Config, agent: Agent) -> Reader:
    return Reader(Address(agent.email, agent.name), agent.time_zone or config.desk.time_zone)


def _of_role(config: Config, role: str) -> tuple[Reader, ...]:
    return tuple(_reader(config, agent) for agent in config.agents if agent.role == role)


def _assignee(config: Config, ticket: Ticket) -> tuple[Reader, ...]:
    wanted = ticket.assignee.casefold()
    holders = (agent for agent in config.agents if wanted in (agent.name.casefold(), agent.email.casefold()))
    return tuple(_reader(config, agent) for agent in holders)


def _csm(config: Config, ticket: Ticket) -> tuple[Reader, ...]:
    """Who looks after the ticket's partner; one who is also an agent of the desk is told as such."""
    partner = partner_of(ticket, config.partners)
    if partner is None or partner.csm is None:
        return ()
    address = Address(partner.csm)
    staff = address.key in config.agent_addresses
    return (Reader(address, partner.csm_time_zone or config.desk.time_zone, staff),)
