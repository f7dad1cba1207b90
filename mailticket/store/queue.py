"""Which tickets to show next, and how many are ahead of one: questions to the index of places. Loads no ticket."""

from __future__ import annotations

from mailticket.desk.queue import Place
from mailticket.model import TicketStatus
from mailticket.store import codec
from mailticket.store.database import Unit

OPEN = tuple(item for item in TicketStatus if item is not TicketStatus.CLOSED)


def ahead(unit: Unit, place: Place, ticket: int) -> int:
    """How many tickets are to be answered before this one stands at its place."""
    due = codec.time_text(place.due)
    return int(
        unit.value(
            "select count(*) from ticket where queue_due is not null and id <> ?"
            " and (queue_rank < ? or (queue_rank = ? and (queue_due < ? or (queue_due = ? and id < ?))))",
            ticket,
            place.rank,
            place.rank,
            due,
            due,
            ticket,
        )
    )


def count(unit: Unit, statuses: tuple[TicketStatus, ...]) -> int:
    return sum(int(unit.value("select count(*) from ticket where status = ?", status)) for status in statuses)


def numbers(unit: Unit, statuses: tuple[TicketStatus, ...], limit: int) -> list[int]:
    """At most ``limit`` tickets of these statuses: those to be answered next in their order, then the newest others."""
    marks = ", ".join("?" * len(statuses))
    owed = unit.rows(
        f"select id from ticket where queue_due is not null and status in ({marks})"  # noqa: S608  marks alone
        " order by queue_rank, queue_due, id limit ?",
        *statuses,
        limit,
    )
    others = unit.rows(
        f"select id from ticket where queue_due is null and status in ({marks}) order by id desc limit ?",  # noqa: S608
        *statuses,
        limit - len(owed),
    )
    return [row["id"] for row in (*owed, *others)]
