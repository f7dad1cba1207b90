"""Values to the JSON other programs rely on. Pure: shapes only, nothing is looked up or printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from mailticket.config import Config
from mailticket.contacts import Contact
from mailticket.desk.completeness import missing
from mailticket.model import Considered, Event, Explanation, FieldContent, FieldValue, MessageKind, Reading, Ticket
from mailticket.outbound.content import number
from mailticket.sla.clock import Clock
from mailticket.vocabulary import FIELD_KEYS

_KINDS = {
    MessageKind.AUTO_REPLY: "auto_reply",
    MessageKind.OWN: "auto_reply",
    MessageKind.BOUNCE: "bounce",
    MessageKind.LIST: "list_mail",
    MessageKind.SPAM: "spam_or_marketing",
}


def moment(at: datetime | None) -> str | None:
    """UTC ISO 8601 to the second, with Z."""
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def content(value: FieldContent) -> Any:
    return list(value) if isinstance(value, tuple) else value


def values(fields: Iterable[FieldValue]) -> dict[str, Any]:
    """Field values by key, in the desk's order; a presence that is false is absent."""
    known = {item.key: content(item.value) for item in fields if item.value is not False}
    return {key: known[key] for key in FIELD_KEYS if key in known}


# ---------------------------------------------------------------- parse


def parsed(file: str, reading: Reading, config: Config) -> dict[str, Any]:
    """What ``mailticket parse --json`` prints for one mail."""
    person = reading.classification.kind is MessageKind.PERSON
    fields = {item.key: item for item in reading.fields}
    lacks = missing(fields, reading.category, config.fields).required if person else ()
    answer, why = _would_answer(reading)
    return {
        "file": file,
        "kind": parsed_kind(reading),
        "fields": values(reading.fields),
        "missing": list(lacks),
        "category": reading.category,
        "issue_count": reading.issue_count if person else 0,
        "issues": list(reading.issues),
        "new_text": reading.body.new,
        "sources": {item.key: item.source for item in reading.fields},
        "guesses": [item.key for item in reading.fields if item.is_unsure],
        "answer": answer,
        "why": why,
        "notes": list(reading.notes),
    }


def explained(explanation: Explanation) -> dict[str, Any]:
    """How the fields were read: the blocks of the mail, and every candidate with its evidence and its fate."""
    return {
        "blocks": [{"kind": block.kind, "text": block.text} for block in explanation.blocks],
        "considered": [_considered(item) for item in explanation.considered],
        "unknown_labels": list(explanation.unknown_labels),
    }


def _considered(item: Considered) -> dict[str, Any]:
    found = item.field
    return {
        "key": found.key,
        "value": content(found.value),
        "written": found.written,
        "confidence": found.confidence,
        "source": found.source,
        "evidence": asdict(found.evidence) if found.evidence else None,
        "chosen": item.chosen,
        "why": item.why,
    }


def unparsed(file: str, problem: str) -> dict[str, Any]:
    """The object of a mail that could not be read."""
    nothing: dict[str, Any] = {"kind": None, "fields": {}, "missing": [], "category": None, "issue_count": 0}
    silent: dict[str, Any] = {"issues": [], "new_text": "", "sources": {}, "guesses": [], "notes": []}
    return {"file": file, **nothing, **silent, "answer": False, "why": "unreadable", "error": problem}


def parsed_kind(reading: Reading) -> str:
    kind = reading.classification.kind
    if kind is MessageKind.PERSON:
        return "customer_reply" if reading.is_reply else "new_ticket"
    return _KINDS[kind]


def _would_answer(reading: Reading) -> tuple[bool, str]:
    classification = reading.classification
    if classification.kind is not MessageKind.PERSON:
        return False, classification.rule
    if not classification.answerable:
        return False, classification.answer_rule
    if reading.is_reply:
        return False, "part of a conversation: only what is still missing would be asked for"
    return True, classification.rule


# ---------------------------------------------------------------- tickets


def ticket_line(ticket: Ticket, clocks: Sequence[Clock], config: Config) -> dict[str, Any]:
    """One entry of ``mailticket tickets --json``."""
    partner = ticket.fields.get("partner_name")
    first = next(iter(clocks), None)
    return {
        "id": ticket.id,
        "number": number(config, ticket.id),
        "status": ticket.status,
        "severity": ticket.severity,
        "category": ticket.category,
        "requester": ticket.requester.addr,
        "partner": content(partner.value) if partner else None,
        "subject": ticket.subject,
        "assignee": ticket.assignee or None,
        "opened_at": moment(ticket.opened_at),
        "first_response_at": moment(first.met_at if first else None),
        "first_response_due": moment(first.due_at if first else None),
        "objectives": [objective(clock) for clock in clocks],
        "fields": values(ticket.fields.values()),
        "sources": {key: item.source for key, item in ticket.fields.items()},
        "guesses": [key for key, item in ticket.fields.items() if item.is_unsure],
        "missing": list(missing(ticket.fields, ticket.category, config.fields).required),
    }


def whole_ticket(
    line: Mapping[str, Any], messages: Sequence[Mapping[str, Any]], events: Iterable[Event]
) -> dict[str, Any]:
    """What ``mailticket show --json`` prints."""
    return {**line, "messages": [message(row) for row in messages], "events": [event(item) for item in events]}


def objective(clock: Clock) -> dict[str, Any]:
    return {
        "name": clock.measure,
        "number": clock.number,
        "upstream": clock.upstream or None,
        "severity": clock.severity,
        "started_at": moment(clock.started_at),
        "target_seconds": seconds(clock.target),
        "used_seconds": seconds(clock.used),
        "due_at": moment(clock.due_at),
        "met_at": moment(clock.met_at),
        "state": clock.state,
        "why": clock.why,
        "by": clock.by or None,
        "message": clock.message,
        "begun_by": clock.begun_by,
        "policy_version": clock.version,
    }


def explanation(
    ticket: Ticket, clocks: Sequence[Clock], config: Config, never_paused: Sequence[Clock] = ()
) -> dict[str, Any]:
    """What ``mailticket explain --json`` prints: each clock with every stretch of it, and those that standing still
    has changed as they would be without."""
    return {
        "ticket": ticket.id,
        "number": number(config, ticket.id),
        "clocks": [_explained(item) for item in clocks],
        "never_paused": [objective(item) for item in never_paused],
    }


def _explained(clock: Clock) -> dict[str, Any]:
    intervals = [
        {"begin": moment(item.begin), "end": moment(item.end), "counts": item.counts, "why": item.why}
        for item in clock.intervals
    ]
    return {**objective(clock), "intervals": intervals}


def message(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "direction": row["direction"],
        "kind": row["kind"],
        "from": row["sender"],
        "to": json.loads(row["recipients"]),
        "subject": row["subject"],
        "message_id": row["message_id"],
        "at": moment(row["at"]),
        "text": row["new_text"],
        "attachments": json.loads(row["attachments"]),
    }


def event(item: Event) -> dict[str, Any]:
    return {"type": item.type, "at": moment(item.at), **item.data}


def seconds(amount: timedelta) -> int:
    return int(amount.total_seconds())


# ---------------------------------------------------------------- contacts


def contact(item: Contact) -> dict[str, Any]:
    """One line of ``mailticket contact list --json``."""
    return {
        "channel": str(item.channel),
        "at": moment(item.at),
        "waited_seconds": item.waited.total_seconds(),
        "answered": item.answered,
        "agent": item.agent,
        "ticket": item.ticket,
        "imported": bool(item.source),
    }
