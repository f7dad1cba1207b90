"""The outbox: rendered mails waiting, being sent, sent or failed. A retry sends the same octets again.

Rows are claimed by a conditional UPDATE. A row found in ``sending`` when a daemon starts was interrupted: whether the
server took it is unknown, so it is sent again with the same Message-ID (at least once).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from mailticket.decisions import Reply
from mailticket.model import Event, EventType, OutgoingMail
from mailticket.store import codec
from mailticket.store.database import Unit


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Item:
    """A claimed mail: which try this is, when it was first queued, and what becomes true when it is sent."""

    id: int
    ticket: int | None
    template: str
    mail: OutgoingMail
    attempts: int
    created_at: datetime
    sent_events: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Queued:
    """A rendered mail to be sent: about which ticket, on which topic, and which of the ticket's messages it is."""

    ticket: int | None
    reply: Reply
    mail: OutgoingMail
    topic: str
    message: int | None = None


def queue(unit: Unit, queued: Queued) -> int:
    reply, mail = queued.reply, queued.mail
    sent_events = [
        {"type": item.type, "data": dict(item.data), "message": queued.message} for item in reply.sent_events
    ]
    return int(
        unit.value(
            "insert into outbox (ticket_id, template, automation, message_id, mail_from, rcpt_to, recipient, topic,"
            " subject, octets, urgent, state, next_attempt_at, created_at, on_sent)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            queued.ticket,
            reply.template,
            reply.automation,
            mail.message_id,
            mail.mail_from,
            codec.json_text(list(mail.rcpt_to)),
            reply.to[0].key,
            queued.topic,
            mail.subject,
            mail.octets,
            0 if reply.urgent else 1,
            State.QUEUED,
            codec.time_text(unit.now),
            codec.time_text(unit.now),
            codec.json_text(sent_events) if sent_events else "",
        )
    )


def claim(unit: Unit) -> Item | None:
    """The next due mail, now ours to send: urgent ones first, then the oldest."""
    row = unit.row(
        "update outbox set state = 'sending', attempts = attempts + 1 where id = ("
        "select id from outbox where state = 'queued' and next_attempt_at <= ?"
        " order by urgent, next_attempt_at, id limit 1) and state = 'queued' returning *",
        codec.time_text(unit.now),
    )
    return None if row is None else _item(row)


def _item(row: dict[str, Any]) -> Item:
    recipients = tuple(json.loads(row["rcpt_to"]))
    mail = OutgoingMail(row["message_id"], row["mail_from"], recipients, bytes(row["octets"]), row["subject"])
    return Item(
        row["id"],
        row["ticket_id"],
        row["template"],
        mail,
        row["attempts"],
        codec.time_value(row["created_at"]),
        tuple(json.loads(row["on_sent"] or "[]")),
    )


def mark_sent(unit: Unit, item: Item) -> tuple[Event, ...]:
    """Returns the events that are true from now on: once, also when some recipients need another try."""
    unit.write(
        "update outbox set state = 'sent', sent_at = ?, next_attempt_at = null, last_error = '', on_sent = ''"
        " where id = ?",
        codec.time_text(unit.now),
        item.id,
    )
    return tuple(
        Event(EventType(event["type"]), unit.now, event["data"], event["message"]) for event in item.sent_events
    )


def defer(unit: Unit, item: Item, until: datetime, reason: str) -> None:
    unit.write(
        "update outbox set state = 'queued', next_attempt_at = ?, last_error = ? where id = ?",
        codec.time_text(until),
        reason,
        item.id,
    )


def give_back(unit: Unit, item: Item, until: datetime, reason: str) -> None:
    """The server as a whole was away: nothing was tried on this mail, so it costs no attempt."""
    defer(unit, item, until, reason)
    unit.write("update outbox set attempts = attempts - 1 where id = ?", item.id)


def note_trouble(unit: Unit, reason: str) -> None:
    """Nothing can be sent at present: every mail that was not tried yet says why."""
    unit.write("update outbox set last_error = ? where state = 'queued' and attempts = 0", reason)


def fail(unit: Unit, item: Item, reason: str) -> None:
    unit.write(
        "update outbox set state = 'failed', next_attempt_at = null, last_error = ? where id = ?", reason, item.id
    )


def narrow(unit: Unit, item: Item, recipients: tuple[str, ...]) -> None:
    """Only these recipients still lack the mail."""
    unit.write("update outbox set rcpt_to = ? where id = ?", codec.json_text(list(recipients)), item.id)


def retry(unit: Unit, number: int) -> bool:
    """A person asks for another try of a failed or waiting mail; False when there is no such mail."""
    return bool(
        unit.write(
            "update outbox set state = 'queued', next_attempt_at = ? where id = ? and state in ('queued', 'failed')",
            codec.time_text(unit.now),
            number,
        )
    )


def recover(unit: Unit) -> int:
    """Puts interrupted mails back in the queue; only the sole daemon may call this. Returns how many."""
    return unit.write(
        "update outbox set state = 'queued', next_attempt_at = ?,"
        " last_error = 'interrupted while sending; sent again under the same Message-ID' where state = 'sending'",
        codec.time_text(unit.now),
    )


# ---------------------------------------------------------------- questions


def next_due(unit: Unit) -> datetime | None:
    """When the earliest waiting mail may be tried."""
    value = unit.value("select min(next_attempt_at) from outbox where state = 'queued'")
    return None if value is None else codec.time_value(value)


def sent_since(unit: Unit, moment: datetime) -> list[datetime]:
    """When mails were sent since this moment, oldest first: the rate limit survives a restart."""
    rows = unit.rows("select sent_at from outbox where sent_at > ? order by sent_at", codec.time_text(moment))
    return [codec.time_value(row["sent_at"]) for row in rows]


def acknowledged(unit: Unit, recipient: str, window: timedelta) -> list[str]:
    """The topics this address was acknowledged about within the window, one entry a mail."""
    rows = unit.rows(
        "select topic from outbox where recipient = ? and created_at > ? and template = 'acknowledgement'",
        recipient,
        codec.time_text(unit.now - window),
    )
    return [row["topic"] for row in rows]


def of_message(unit: Unit, message_id: str) -> dict[str, Any] | None:
    """The mail of ours with this Message-ID, as ``ticket_id`` and ``template``; None when it is not ours."""
    return unit.row("select ticket_id, template from outbox where message_id = ?", message_id)


def listing(unit: Unit, *states: State) -> list[dict[str, Any]]:
    """Mails in these states, oldest first, without their octets."""
    return [row for state in states for row in unit.rows(_LISTING, state)]


_LISTING = (
    "select id, ticket_id, template, rcpt_to, subject, state, attempts, next_attempt_at, last_error, created_at,"
    " sent_at from outbox where state = ? order by id"
)
