"""What can be decided about a mail or a ticket: small frozen actions for the store, and the mails to be written.

Values without IO; ``desk`` makes them, ``store`` and ``mailing`` carry them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from mailticket.inline_image import InlineImage
from mailticket.model import Address, Event, FieldValue, MessageKind, TicketStatus


class Outcome(StrEnum):
    """What became of one UID; the ledger knows no other end."""

    TICKET = "ticket"
    REPLY = "reply"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto-reply"
    IGNORED = "ignored"
    QUARANTINED = "quarantined"


class Direction(StrEnum):
    INBOUND = "inbound"
    OUTBOUND = "outbound"
    INTERNAL = "internal"  # an agent's note to the desk, never seen by the requester


class Automation(StrEnum):
    """The Auto-Submitted value a mail of ours carries (RFC 3834 §5)."""

    REPLIED = "auto-replied"
    GENERATED = "auto-generated"
    NO = "no"  # a person wrote it


@dataclass(frozen=True, slots=True)
class OpenTicket:
    subject: str
    requester: Address
    opened_at: datetime
    participants: frozenset[str]
    category: str | None
    severity: str | None
    status: TicketStatus = TicketStatus.NEW


@dataclass(frozen=True, slots=True)
class AddMessage:
    """Store the mail being handled as a message of the ticket."""

    direction: Direction
    kind: MessageKind


@dataclass(frozen=True, slots=True)
class AddParticipants:
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class SetFields:
    """Set these fields; the store keeps the former values in the events."""

    values: tuple[FieldValue, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SetStatus:
    status: TicketStatus


@dataclass(frozen=True, slots=True)
class Assign:
    agent: str


@dataclass(frozen=True, slots=True)
class RecordEvent:
    event: Event


@dataclass(frozen=True, slots=True)
class Notice:
    """Which clock of its ticket a mail is about, and in which zone its readers live.

    ``others`` are the names of who else knows of it, ``later`` of who hears of it when their day begins.
    """

    measure: str
    number: int
    zone: str
    others: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A mail to be written: which template, for whom, about what. Rendered after the ticket has its number.

    ``answers`` are the Message-IDs it replies to, oldest first; the last one is its In-Reply-To. ``events`` become
    true with the mail: they are recorded once it is written, and not when it cannot be.
    """

    template: str
    to: tuple[Address, ...]
    automation: Automation
    answers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    text: str = ""
    reference: str = ""  # a quarantine number, or the address that could not be reached
    reply_to: tuple[Address, ...] = ()
    urgent: bool = False
    events: tuple[Event, ...] = ()
    sent_events: tuple[Event, ...] = ()  # true once a server has taken the mail: recorded then, with that time
    notice: Notice | None = None  # None: about the ticket's first response
    images: tuple[InlineImage, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueReply:
    reply: Reply


Action: TypeAlias = (
    OpenTicket | AddMessage | AddParticipants | SetFields | SetStatus | Assign | RecordEvent | QueueReply
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about one mail: actions in order, how its UID ends in the ledger, and the rule behind it."""

    outcome: Outcome
    rule: str
    actions: tuple[Action, ...] = ()
    ticket: int | None = None  # None with OpenTicket among the actions: the store gives the number
