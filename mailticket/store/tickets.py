"""Tickets: load one as decisions need it, apply a decision to it. Decides nothing itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from mailticket.decisions import (
    Action,
    AddMessage,
    AddParticipants,
    Assign,
    OpenTicket,
    QueueReply,
    RecordEvent,
    Reply,
    SetFields,
    SetStatus,
)
from mailticket.desk.queue import Place
from mailticket.errors import NoSuchTicket
from mailticket.model import Address, Event, EventType, FieldValue, RawMessage, Reading, Ticket, TicketStatus
from mailticket.store import codec, messages
from mailticket.store.database import Unit


@dataclass(frozen=True, slots=True)
class Handled:
    """The mail a decision is about."""

    raw: RawMessage
    reading: Reading


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying a decision left to do: the replies to render, now that the ticket has its number."""

    ticket: int | None
    replies: tuple[Reply, ...]


# ---------------------------------------------------------------- loading


def load(unit: Unit, ticket: int) -> Ticket:
    """The ticket with its fields, events and thread; raises NoSuchTicket."""
    found = _loaded(unit, (ticket,))
    if not found:
        raise NoSuchTicket(ticket)
    return found[0]


def load_many(unit: Unit, numbers: Sequence[int]) -> Iterator[Ticket]:
    """These tickets as ``load`` gives each, in no order, a few hundred at a time; unknown numbers are left out."""
    for begin in range(0, len(numbers), _AT_ONCE):
        yield from _loaded(unit, numbers[begin : begin + _AT_ONCE])


def _loaded(unit: Unit, numbers: Sequence[int]) -> list[Ticket]:
    rows = _of_tickets(unit, "select * from ticket where id in ({})", numbers)
    parts = {name: _by_ticket(_of_tickets(unit, sql, numbers)) for name, sql in _PARTS.items()}
    return [_ticket(row, {name: found.get(row["id"], []) for name, found in parts.items()}) for row in rows]


_AT_ONCE = 500  # SQLite takes 32766 parameters, PostgreSQL 65535
_PARTS = {
    "fields": "select * from field where ticket_id in ({})",
    "people": "select ticket_id, address from participant where ticket_id in ({})",
    "events": "select ticket_id, type, at, data, message from event where ticket_id in ({}) order by id",
    "thread": "select ticket_id, message_id from message where ticket_id in ({}) and message_id <> '' order by id",
}


def _of_tickets(unit: Unit, sql: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
    return unit.rows(sql.format(", ".join("?" * len(numbers))), *numbers)


def _by_ticket(rows: Iterable[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["ticket_id"], []).append(row)
    return found


def _ticket(row: Mapping[str, Any], parts: Mapping[str, list[dict[str, Any]]]) -> Ticket:
    return Ticket(
        id=row["id"],
        subject=row["subject"],
        status=TicketStatus(row["status"]),
        severity=row["severity"],
        category=row["category"],
        requester=Address(row["requester"], row["requester_name"]),
        opened_at=codec.time_value(row["opened_at"]),
        assignee=row["assignee"],
        participants=frozenset(item["address"] for item in parts["people"]),
        fields={item["key"]: codec.field_value(item) for item in parts["fields"]},
        events=tuple(codec.event_value(item) for item in parts["events"]),
        thread=tuple(item["message_id"] for item in parts["thread"]),
    )


def find(unit: Unit, ticket: int) -> Ticket | None:
    return load(unit, ticket) if exists(unit, ticket) else None


def exists(unit: Unit, ticket: int) -> bool:
    return bool(unit.value("select 1 from ticket where id = ?", ticket))


def events(unit: Unit, ticket: int) -> tuple[Event, ...]:
    rows = unit.rows("select type, at, data, message from event where ticket_id = ? order by id", ticket)
    return tuple(codec.event_value(row) for row in rows)


def logs(unit: Unit, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[Event, ...]]]:
    """The events of each of these tickets, in their order, as often as it is named; a few hundred are held at once."""
    for begin in range(0, len(numbers), _AT_ONCE):
        some = numbers[begin : begin + _AT_ONCE]
        found = _by_ticket(_of_tickets(unit, _PARTS["events"], some))
        for number in some:
            yield number, tuple(map(codec.event_value, found.get(number, ())))


def numbers(unit: Unit, status: TicketStatus | None = None) -> list[int]:
    """Ticket numbers, oldest first, of one status or of all."""
    if status is None:
        return [row["id"] for row in unit.rows("select id from ticket order by opened_at, id")]
    return [row["id"] for row in unit.rows("select id from ticket where status = ? order by opened_at, id", status)]


def any_exist(unit: Unit) -> bool:
    return unit.value("select 1 from ticket limit 1") is not None


# ---------------------------------------------------------------- the index of clocks


def set_index(unit: Unit, ticket: int, check_at: datetime | None, place: Place | None) -> None:
    """When the sweep must look at this ticket again and where it stands in the queue.

    An index over the log, never a second truth.
    """
    unit.write(
        "update ticket set check_at = ?, queue_rank = ?, queue_due = ? where id = ?",
        check_at and codec.time_text(check_at),
        place and place.rank,
        place and codec.time_text(place.due),
        ticket,
    )


def due_for_check(unit: Unit) -> list[int]:
    now = codec.time_text(unit.now)
    return [row["id"] for row in unit.rows("select id from ticket where check_at < ? order by check_at", now)]


def unanswered(unit: Unit) -> list[int]:
    """Tickets whose clock may still run: the ones a changed policy has to be applied to."""
    return [row["id"] for row in unit.rows("select id from ticket where status <> 'closed' order by id")]


# ---------------------------------------------------------------- applying


def apply(unit: Unit, actions: Iterable[Action], ticket: int | None, handled: Handled | None, first: int) -> Applied:
    """Carries out the actions in their order inside the open transaction; ``first`` is the first ticket number."""
    message, replies = None, []
    for action in actions:
        if isinstance(action, OpenTicket):
            ticket = _open(unit, action, first)
        elif isinstance(action, QueueReply):
            replies.append(action.reply)
        elif isinstance(action, AddMessage) and handled is not None and ticket is not None:
            message = messages.add_inbound(unit, ticket, action, handled.raw, handled.reading)
        elif ticket is not None:
            _change(unit, ticket, action, message)
    return Applied(ticket, tuple(replies))


def _open(unit: Unit, action: OpenTicket, first_number: int) -> int:
    number = unit.value("select coalesce(max(id) + 1, ?) from ticket", first_number)
    unit.write(
        "insert into ticket (id, subject, status, severity, category, requester, requester_name, opened_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        action.subject,
        action.status,
        action.severity,
        action.category,
        action.requester.addr,
        action.requester.name,
        codec.time_text(action.opened_at),
    )
    add_participants(unit, number, action.participants)
    return int(number)


def _change(unit: Unit, ticket: int, action: object, message: int | None) -> None:
    match action:
        case SetFields():
            _set_fields(unit, ticket, action, message)
        case AddParticipants(keys=keys):
            add_participants(unit, ticket, keys)
        case SetStatus(status=status):
            unit.write("update ticket set status = ? where id = ?", status, ticket)
        case Assign(agent=agent):
            unit.write("update ticket set assignee = ? where id = ?", agent, ticket)
        case RecordEvent(event=event):
            record(unit, ticket, event, message)
            _mirror(unit, ticket, event)
        case _:
            raise TypeError(f"the store cannot apply {type(action).__name__} here")


def add_participants(unit: Unit, ticket: int, keys: Iterable[str]) -> None:
    for key in sorted(keys):
        unit.write("insert into participant (ticket_id, address) values (?, ?) on conflict do nothing", ticket, key)


def record(unit: Unit, ticket: int, event: Event, message: int | None) -> None:
    unit.write(
        "insert into event (ticket_id, type, at, recorded_at, data, message) values (?, ?, ?, ?, ?, ?)",
        ticket,
        event.type,
        codec.time_text(event.at),
        codec.time_text(unit.now),
        codec.json_text(dict(event.data)),
        event.message or message,
    )


def _set_fields(unit: Unit, ticket: int, action: SetFields, message: int | None) -> None:
    former = {row["key"]: json.loads(row["value"]) for row in _field_rows(unit, ticket)}
    for item in action.values:
        unit.write(
            "insert into field (ticket_id, key, value, written, source, confidence, set_by, evidence)"
            " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (ticket_id, key) do update set value = excluded.value,"
            " written = excluded.written, source = excluded.source, confidence = excluded.confidence,"
            " set_by = excluded.set_by, evidence = excluded.evidence",
            ticket,
            item.key,
            codec.json_text(item.value),
            item.written,
            item.source,
            item.confidence,
            action.by,
            codec.evidence_text(item.evidence),
        )
    changed = [_change_line(item, former) for item in action.values]
    record(unit, ticket, Event(EventType.FIELDS_SET, action.at, {"by": action.by, "fields": changed}), message)


def _field_rows(unit: Unit, ticket: int) -> Sequence[dict[str, Any]]:
    return unit.rows("select key, value from field where ticket_id = ?", ticket)


def _change_line(item: FieldValue, former: dict[Any, Any]) -> dict[str, object]:
    line: dict[str, object] = {
        "key": item.key,
        "value": item.value,
        "source": item.source,
        "confidence": item.confidence,
    }
    if item.evidence:
        line["evidence"] = asdict(item.evidence)
    return {**line, "former": former[item.key]} if item.key in former else line


def _mirror(unit: Unit, ticket: int, event: Event) -> None:
    """Severity and category stand on the ticket too, as their last event says."""
    if event.type is EventType.SEVERITY_SET:
        unit.write("update ticket set severity = ? where id = ?", event.data["severity"], ticket)
    elif event.type is EventType.CATEGORY_SET:
        unit.write("update ticket set category = ? where id = ?", event.data["category"], ticket)
