"""Which tickets to show next, and how many are ahead of one: questions to the index of places. Loads no ticket."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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


# ---------------------------------------------------------------- what a morning looks at


@dataclass(frozen=True, slots=True)
class Few:
    """How many tickets there are, and the first of them."""

    total: int
    numbers: tuple[int, ...]


def due(unit: Unit, since: datetime | None, until: datetime, limit: int) -> Few:
    """Open tickets whose answer is due within [since, until), in the order they are to be answered."""
    begin = codec.time_text(since) if since else ""
    return _few(unit, "queue_due >= ? and queue_due < ?", (begin, codec.time_text(until)), limit)


def waiting(unit: Unit, limit: int) -> Few:
    return _few(unit, "status = ?", (TicketStatus.WAITING,), limit)


def unassigned(unit: Unit, limit: int) -> Few:
    """Open tickets that nobody has taken; those waiting for the requester are told of elsewhere."""
    return _few(unit, "status in (?, ?) and assignee = ''", (TicketStatus.NEW, TicketStatus.OPEN), limit)


def opened_since(unit: Unit, since: datetime, limit: int) -> Few:
    return _few(unit, "opened_at >= ? and status <> ?", (codec.time_text(since), TicketStatus.CLOSED), limit)


def _few(unit: Unit, condition: str, values: tuple[object, ...], limit: int) -> Few:
    total = unit.value(f"select count(*) from ticket where {condition}", *values)  # noqa: S608  conditions of this module
    rows = unit.rows(
        f"select id from ticket where {condition}"  # noqa: S608
        " order by queue_due is null, queue_rank, queue_due, id limit ?",
        *values,
        limit,
    )
    return Few(int(total), tuple(row["id"] for row in rows))
