"""The order in which tickets are answered: severity A at once, everything else by when its answer is due. Pure.

The store keeps each ticket's ``Place`` as an index over its events, so that nobody has to load them all to count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mailticket.model import Ticket, TicketStatus
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

AT_ONCE = "A"  # the severity that is worked whatever else waits
_ANSWERS = (Measure.FIRST_RESPONSE, Measure.NEXT_RESPONSE)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a ticket that is owed an answer stands: the lower the sooner. ``rank`` is 0 for severity A, else 1."""

    rank: int
    due: datetime


def pressing(clocks: Sequence[Clock]) -> Clock:
    """The clock a person has to act on next: the answer that is due first, else how the first response ended."""
    waiting = [item for item in clocks if item.is_open and item.measure in _ANSWERS]
    return min(waiting, key=lambda item: item.due_at, default=clocks[0])


def place(clocks: Sequence[Clock]) -> Place | None:
    """None when nobody owes an answer now: it was given, needs none, or waits for the requester."""
    clock = pressing(clocks)
    if not clock.is_open or clock.state is ClockState.PAUSED:
        return None
    return Place(0 if clock.severity == AT_ONCE else 1, clock.due_at)


def urgency(pair: tuple[Ticket, Sequence[Clock]]) -> tuple[bool, bool, bool, int, datetime, int]:
    """The order of the queue: open before closed, owed an answer before the others, then by place.

    First of all what has no clocks: nobody is reminded of it.
    """
    ticket, clocks = pair
    closed = ticket.status is TicketStatus.CLOSED
    if not clocks:
        return closed, False, False, -1, ticket.opened_at, ticket.id
    clock, own = pressing(clocks), place(clocks)
    return closed, own is None, not clock.is_open, own.rank if own else 0, clock.due_at, ticket.id
