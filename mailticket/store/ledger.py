"""The ledger: how every UID the server ever showed ended; and the quarantine of mails that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mailticket.decisions import Outcome
from mailticket.model import MessageKey, RawMessage
from mailticket.store import codec
from mailticket.store.database import Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    key: MessageKey
    received_at: datetime
    outcome: Outcome
    rule: str
    sha256: str | None = None
    ticket: int | None = None


def enter(unit: Unit, entry: Entry) -> None:
    unit.write(
        "insert into ledger (mailbox, uidvalidity, uid, sha256, outcome, rule, ticket_id, received_at, recorded_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.key.mailbox,
        entry.key.uidvalidity,
        entry.key.uid,
        entry.sha256,
        entry.outcome,
        entry.rule,
        entry.ticket,
        codec.time_text(entry.received_at),
        codec.time_text(unit.now),
    )


def is_entered(unit: Unit, key: MessageKey) -> bool:
    sql = "select 1 from ledger where mailbox = ? and uidvalidity = ? and uid = ?"
    return unit.value(sql, key.mailbox, key.uidvalidity, key.uid) is not None


def uids(unit: Unit, mailbox: str, uidvalidity: int) -> set[int]:
    """Every UID of this mailbox that has its end."""
    rows = unit.rows("select uid from ledger where mailbox = ? and uidvalidity = ?", mailbox, uidvalidity)
    return {row["uid"] for row in rows}


def fetched_uids(unit: Unit, mailbox: str, uidvalidity: int) -> set[int]:
    """The UIDs whose mails were read and stored: those that were left alone stay untouched on the server."""
    sql = "select uid from ledger where mailbox = ? and uidvalidity = ? and sha256 is not null"
    return {row["uid"] for row in unit.rows(sql, mailbox, uidvalidity)}


def highest_uid(unit: Unit, mailbox: str, uidvalidity: int) -> int:
    sql = "select coalesce(max(uid), 0) from ledger where mailbox = ? and uidvalidity = ?"
    return int(unit.value(sql, mailbox, uidvalidity))


def earlier(unit: Unit, sha256: str) -> dict[str, Any] | None:
    """The first entry of a mail with the same octets, whatever UID it had: ``outcome``, ``ticket_id``."""
    return unit.row(
        "select outcome, ticket_id from ledger where sha256 = ? order by recorded_at, mailbox, uid limit 1", sha256
    )


def outcomes(unit: Unit) -> dict[str, int]:
    """How many mails ended in which way."""
    rows = unit.rows("select outcome, count(*) as mails from ledger group by outcome order by outcome")
    return {row["outcome"]: row["mails"] for row in rows}


# ---------------------------------------------------------------- quarantine


def quarantine(unit: Unit, raw: RawMessage, reason: str) -> int:
    """Sets a mail aside; returns the number a person calls it by."""
    return int(
        unit.value(
            "insert into quarantine (sha256, mailbox, uidvalidity, uid, reason, received_at, created_at)"
            " values (?, ?, ?, ?, ?, ?, ?) on conflict (sha256) do update set reason = excluded.reason returning id",
            raw.sha256,
            raw.key.mailbox,
            raw.key.uidvalidity,
            raw.key.uid,
            reason,
            codec.time_text(raw.received_at),
            codec.time_text(unit.now),
        )
    )


def quarantined(unit: Unit) -> list[dict[str, Any]]:
    return unit.rows(
        "select quarantine.*, raw.size from quarantine join raw using (sha256) where settled_at is null order by id"
    )


def quarantined_mail(unit: Unit, number: int) -> dict[str, Any] | None:
    return unit.row("select quarantine.*, raw.size from quarantine join raw using (sha256) where id = ?", number)


def claim_quarantined(unit: Unit, number: int) -> bool:
    """Takes a mail off the list; False when it is not there (any more), so that it ends once only."""
    sql = "update quarantine set settled_at = ? where id = ? and settled_at is null"
    return unit.write(sql, codec.time_text(unit.now), number) == 1


def change_end(unit: Unit, key: MessageKey, outcome: Outcome, rule: str, ticket: int | None) -> None:
    """A mail in quarantine was read after all, or dismissed by a person: its line gets its new end."""
    unit.write(
        "update ledger set outcome = ?, rule = ?, ticket_id = ? where mailbox = ? and uidvalidity = ? and uid = ?",
        outcome,
        rule,
        ticket,
        key.mailbox,
        key.uidvalidity,
        key.uid,
    )
