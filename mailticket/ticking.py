"""The clocks of one ticket of the store, or none where its log or the record of promises makes none.

Such a ticket is a fault to be told and mended, not a reason to stop: mails about it are taken in and sent all the
same, and every other ticket is watched. Joins the store's promises with the pure clocks.
"""

from __future__ import annotations

import logging

from mailticket.house import House
from mailticket.model import Ticket
from mailticket.promises import UNREADABLE, policy
from mailticket.sla.clock import Clock
from mailticket.sla.clocks import clocks
from mailticket.store.database import Unit

log = logging.getLogger(__name__)


def clocks_of(house: House, unit: Unit, ticket: Ticket) -> tuple[Clock, ...]:
    """Every clock as it stands now, the first response first; none where none can be made, and the log says why."""
    try:
        return clocks(ticket.events, policy(house, unit), unit.now)
    except UNREADABLE as error:
        log.error("ticket %d has no clocks: %s", ticket.id, _brief(error), extra={"ticket": ticket.id})
        return ()


def _brief(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
