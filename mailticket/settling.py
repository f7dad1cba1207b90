"""One mail, one transaction: its octets, its ticket, the events, the answers and its ledger line commit together.

Joins the store with the pure core; talks to no server.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from mailticket.decisions import Automation, Decision, Outcome, QueueReply, Reply, SetFields
from mailticket.desk import match
from mailticket.desk.decide import decide
from mailticket.desk.situation import Folder, Situation, agents_to_tell
from mailticket.errors import MailticketError, UnreadableMessage
from mailticket.house import House
from mailticket.intake.subject import topic
from mailticket.mailing import Posting, follow_up
from mailticket.model import InboundMessage, RawMessage, Reading
from mailticket.store import ledger, messages, meta, outbox, tickets
from mailticket.store.database import Unit

log = logging.getLogger(__name__)
SAME_AGAIN = "same octets again"

R = TypeVar("R")
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A mail as it reached us: its octets, what it says or why it could not be read, and from which folder."""

    raw: RawMessage
    reading: Reading | UnreadableMessage
    folder: Folder = Folder.INBOX


@dataclass(frozen=True, slots=True)
class Settled:
    """How a mail ended, and on which ticket."""

    decision: Decision
    ticket: int | None


def settle(house: House, transaction: AbstractContextManager[Unit], arrival: Arrival) -> Settled | None:
    """Decides about one mail and writes everything it causes; None when its UID has been settled before."""
    with transaction as unit:
        house.passed("ingest: begun")
        if ledger.is_entered(unit, arrival.raw.key):
            return None
        settled = settle_within(house, unit, arrival)
        house.passed("ingest: written")
    house.passed("ingest: committed")
    return settled


def settle_safely(arrival: Arrival, attempt: Callable[[Arrival], R]) -> R:
    """Settles by ``attempt``, a transaction; a fault of ours in it sets that mail aside, so that the others go on."""
    try:
        return attempt(arrival)
    except MailticketError:
        raise
    except Exception as error:
        log.exception(
            "deciding about %s %d failed; it goes to the quarantine", arrival.raw.key.mailbox, arrival.raw.key.uid
        )
        problem = UnreadableMessage(f"deciding about it failed: {type(error).__name__}: {error}")
        return attempt(replace(arrival, reading=problem))


def settle_within(house: House, unit: Unit, arrival: Arrival) -> Settled:
    """As ``settle``, inside an open transaction and for a UID that has no end yet."""
    raw = arrival.raw
    messages.keep_raw(unit, raw)
    decision = _same_again(unit, arrival) or _fresh(house, unit, arrival)
    ticket = _apply(house, unit, arrival, decision)
    entry = ledger.Entry(raw.key, raw.received_at, decision.outcome, decision.rule, raw.sha256, ticket)
    ledger.enter(unit, entry)
    return Settled(decision, ticket)


def settle_quarantined(house: House, unit: Unit, arrival: Arrival, number: int) -> Settled | None:
    """A mail that can be read after all takes its ordinary way; its line in the ledger gets the new end.

    None when it is in the quarantine no more: two of these at once open one ticket.
    """
    if not ledger.claim_quarantined(unit, number):
        return None
    decision = _known(unit, arrival.reading) or _fresh(house, unit, arrival)
    ticket = _apply(house, unit, arrival, decision)
    ledger.change_end(unit, arrival.raw.key, decision.outcome, decision.rule, ticket)
    return Settled(decision, ticket)


def is_older(house: House, unit: Unit, received_at: datetime) -> bool:
    """Came before this installation, with some grace for mail sent while it was being set up."""
    return received_at < meta.installed_at(unit) - house.config.imap.first_start_grace


def _same_again(unit: Unit, arrival: Arrival) -> Decision | None:
    """The same mail under another UID, or a copy of it that went another way, changes nothing."""
    before = ledger.earlier(unit, arrival.raw.sha256)
    if before is not None:
        return Decision(Outcome.IGNORED, f"{SAME_AGAIN}: {before['outcome']}", ticket=before["ticket_id"])
    return _known(unit, arrival.reading)


def _known(unit: Unit, reading: Reading | UnreadableMessage) -> Decision | None:
    """What has its place already under other octets."""
    if isinstance(reading, UnreadableMessage):
        return None
    return _own_mail(unit, reading) or _known_copy(unit, reading)


def _own_mail(unit: Unit, reading: Reading) -> Decision | None:
    """What we sent ourselves and see again in the Sent folder; Microsoft's servers may replace its Message-ID."""
    message = reading.message
    for message_id in (message.message_id, message.header("x-microsoft-original-message-id")):
        if own := outbox.of_message(unit, message_id):
            return Decision(Outcome.IGNORED, "our own mail: its Message-ID is in the outbox", ticket=own["ticket_id"])
    return None


def _known_copy(unit: Unit, reading: Reading) -> Decision | None:
    ticket = messages.ticket_with_content(unit, reading.content_hash)
    known = "a copy of a mail already on the ticket"
    return None if ticket is None else Decision(Outcome.IGNORED, known, ticket=ticket)


def _fresh(house: House, unit: Unit, arrival: Arrival) -> Decision:
    if isinstance(arrival.reading, UnreadableMessage):
        return _set_aside(house, unit, arrival.raw, arrival.reading)
    return decide(situation_of(house, unit, arrival.raw, arrival.reading, arrival.folder))


def _set_aside(house: House, unit: Unit, raw: RawMessage, problem: UnreadableMessage) -> Decision:
    number = ledger.quarantine(unit, raw, str(problem))
    recipients = agents_to_tell(house.config, None)
    notice = Reply("quarantine", recipients, Automation.GENERATED, text=str(problem), reference=str(number))
    return Decision(Outcome.QUARANTINED, str(problem), (QueueReply(notice),) if recipients else ())


def situation_of(house: House, unit: Unit, raw: RawMessage, reading: Reading, folder: Folder) -> Situation:
    """The mail with everything a decision may look at."""
    config, message = house.config, reading.message
    own_topic = topic(message.subject, config.desk.name)
    return Situation(
        reading=reading,
        match=_matched(house, unit, reading),
        received_at=raw.received_at,
        now=unit.now,
        config=config,
        folder=folder,
        older=is_older(house, unit, raw.received_at),
        acknowledged=tuple(outbox.acknowledged(unit, message.author.key, _HOUR)),
        topic=own_topic,
        about=_about(unit, message),
    )


def _matched(house: House, unit: Unit, reading: Reading) -> match.Match:
    message = reading.message
    by_thread = messages.ticket_of_any(unit, _named(message))
    by_number = (tickets.find(unit, number) for number in reading.ticket_numbers)
    return match.match(
        message,
        None if by_thread is None else tickets.load(unit, by_thread),
        tuple(ticket for ticket in by_number if ticket is not None),
        house.config.agent_addresses | house.config.own_addresses,
    )


def _named(message: InboundMessage) -> list[str]:
    """The earlier mails a mail refers to, the nearest last."""
    returned = (status.original_message_id for status in message.delivery_status)
    return [item for item in (*message.references, *message.in_reply_to, *returned) if item]


def _about(unit: Unit, message: InboundMessage) -> str:
    named = _named(message)
    own = outbox.of_message(unit, named[-1]) if named else None
    return own["template"] if own else ""


def _apply(house: House, unit: Unit, arrival: Arrival, decision: Decision) -> int | None:
    handled = None if isinstance(arrival.reading, UnreadableMessage) else tickets.Handled(arrival.raw, arrival.reading)
    first = house.config.desk.first_ticket_number
    applied = tickets.apply(unit, decision.actions, decision.ticket, handled, first)
    words = handled.reading.body.new if handled else ""
    notes = handled.reading.notes if handled else ()
    own_topic = topic(handled.reading.message.subject, house.config.desk.name) if handled else ""
    changed = tuple(item.key for action in decision.actions if isinstance(action, SetFields) for item in action.values)
    follow_up(house, unit, applied.ticket, Posting(applied.replies, words, changed, own_topic, notes))
    return applied.ticket
