"""The clocks of one ticket of the store, or none where its log or the record of promises makes none.

Such a ticket is a fault to be told and mended, not a reason to stop: mails about it are taken in and sent all the
same, and every other ticket is watched. Joins the store's promises with the pure clocks.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from mailticket.house import House
from mailticket.model import Ticket
from mailticket.promises import UNREADABLE, policy
from mailticket.sla.clock import Clock
from mailticket.sla.clocks import clocks, clocks_at, unpaused
from mailticket.sla.measured import differs, end_of
from mailticket.store.database import Unit

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Every clock of a ticket, the first response first: as it stands ``now``, and at the ``end`` of the log."""

    now: tuple[Clock, ...] = ()
    end: tuple[Clock, ...] = ()


def clocks_of(house: House, unit: Unit, ticket: Ticket) -> Clocks:
    """The log is read once for both; none where none can be made of it, and the program's log says why."""
    end = end_of(ticket.events)
    try:
        first, last = clocks_at(ticket.events, policy(house, unit), sorted((end, unit.now)))
        return Clocks(last, first) if end <= unit.now else Clocks(first, last)
    except UNREADABLE:
        log.exception("ticket %d has no clocks", ticket.id, extra={"ticket": ticket.id})
        return Clocks()


def never_paused(house: House, unit: Unit, ticket: Ticket, stood: Sequence[Clock]) -> tuple[Clock, ...]:
    """Of these clocks those that standing still has changed, as they would be had they never stood still."""
    if not stood:
        return ()
    known = {(clock.measure, clock.number): clock for clock in stood}
    found = clocks(ticket.events, unpaused(policy(house, unit)), unit.now)
    return tuple(twin for twin in found if differs(twin, known.get((twin.measure, twin.number), twin)))
