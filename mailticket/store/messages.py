"""Messages of tickets and the raw mails behind them. A raw mail is kept whole, once, under its SHA-256."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mailticket.decisions import AddMessage, Automation, Direction, Reply
from mailticket.errors import StoreError
from mailticket.model import Address, MessageKind, OutgoingMail, RawMessage, Reading
from mailticket.store import codec
from mailticket.store.database import Unit

_INSERT = (
    "insert into message (ticket_id, direction, kind, message_id, content_hash, sha256, sender, sender_name,"
    " recipients, subject, body, new_text, attachments, at)"
    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id"
)


def keep_raw(unit: Unit, raw: RawMessage) -> None:
    """Keeps the octets: a small mail as a row of this transaction, a large one as a file, safe before the commit."""
    path = None
    if raw.path is not None:
        path = f"raw/{raw.sha256}.eml"
        _move_durably(raw.path, unit.files / path)
    unit.write(
        "insert into raw (sha256, size, octets, path) values (?, ?, ?, ?) on conflict do nothing",
        raw.sha256,
        raw.size,
        raw.octets,
        path,
    )


def raw_octets(unit: Unit, sha256: str) -> bytes | None:
    """The raw mail, or None when it is not known."""
    row = unit.row("select octets, path from raw where sha256 = ?", sha256)
    if row is None:
        return None
    return (unit.files / row["path"]).read_bytes() if row["path"] else bytes(row["octets"])


def _move_durably(source: Path, target: Path) -> None:
    """rename(2), then fsync of the folder: the file's own octets were synced when it was written.

    May be repeated: a transaction that is undone leaves the file where it was moved to. Raises StoreError.
    """
    try:
        if source.exists() or not target.exists():
            os.replace(source, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise StoreError(f"a large mail cannot be kept as {target}: {error.strerror or error}") from error


def _sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def add_inbound(unit: Unit, ticket: int, action: AddMessage, raw: RawMessage, reading: Reading) -> int:
    message = reading.message
    return _insert(
        unit,
        (
            ticket,
            action.direction,
            action.kind,
            message.message_id,
            reading.content_hash,
            raw.sha256,
            message.author.addr,
            message.author.name,
            _recipients((*message.to, *message.cc)),
            message.subject,
            message.text,
            reading.body.new,
            codec.attachments_text(message.attachments),
            codec.time_text(raw.received_at),
        ),
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail of ours to the requester, with its text and in whose name it goes."""

    reply: Reply
    mail: OutgoingMail
    text: str
    sender: Address


def add_outbound(unit: Unit, ticket: int, sent: Sent) -> int:
    """Our own mail to the requester, as a message of the ticket."""
    kind = MessageKind.PERSON if sent.reply.automation is Automation.NO else MessageKind.OWN
    return _insert(
        unit,
        (
            ticket,
            Direction.OUTBOUND,
            kind,
            sent.mail.message_id,
            "",
            None,
            sent.sender.addr,
            sent.sender.name,
            _recipients(sent.reply.to),
            sent.mail.subject,
            sent.text,
            sent.text,
            "[]",
            codec.time_text(unit.now),
        ),
    )


def _insert(unit: Unit, values: tuple[object, ...]) -> int:
    return int(unit.value(_INSERT, *values))


def _recipients(addresses: Iterable[Address]) -> str:
    return codec.json_text([item.addr for item in addresses])


def of_ticket(unit: Unit, ticket: int) -> list[dict[str, Any]]:
    """A ticket's messages in the order they were taken in, without their raw octets; ``at`` as a datetime."""
    rows = unit.rows("select * from message where ticket_id = ? order by id", ticket)
    return [{**row, "at": codec.time_value(row["at"])} for row in rows]


def ticket_of_any(unit: Unit, message_ids: Iterable[str]) -> int | None:
    """The ticket one of these Message-IDs belongs to; the last one named wins, as the nearest ancestor.

    Mails to agents are no messages of the ticket, but an answer to one belongs to it all the same.
    """
    for message_id in reversed(tuple(message_ids)):
        found = unit.value(
            "select ticket_id from message where message_id = ? union all"
            " select ticket_id from outbox where message_id = ? and ticket_id is not null limit 1",
            message_id,
            message_id,
        )
        if found is not None:
            return int(found)
    return None


def ticket_with_content(unit: Unit, content_hash: str) -> int | None:
    """The ticket that already holds a message with this author, Message-ID, subject, text and files."""
    found = (
        unit.value("select ticket_id from message where content_hash = ? limit 1", content_hash)
        if content_hash
        else None
    )
    return None if found is None else int(found)
