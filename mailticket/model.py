"""The nouns: messages, readings, tickets, events. Frozen values without IO; every datetime is aware UTC.

Header names follow RFC 5322, envelope names RFC 5321, automation RFC 3834, delivery status RFC 3464.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

# text, a count, present/absent, or an exhaustive list
FieldContent: TypeAlias = str | int | bool | tuple[str, ...]


# ---------------------------------------------------------------- what arrives


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of RFC 5322 §3.4: ``addr`` is the addr-spec as written, ``name`` may be empty."""

    addr: str
    name: str = ""

    @property
    def key(self) -> str:
        """The address for comparison: mail systems treat both parts without regard to case in practice."""
        return self.addr.casefold()

    @property
    def domain(self) -> str:
        return self.key.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class MessageKey:
    """Where a mail lies on the server: RFC 3501 §2.3.1.1, unique for one mailbox and UIDVALIDITY."""

    mailbox: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class RawMessage:
    """The octets of one mail and the server's word on when it came.

    Exactly one of ``octets`` and ``path`` is given: large mails lie in a spool file, never in memory.
    """

    key: MessageKey
    received_at: datetime
    size: int
    sha256: str
    octets: bytes | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A leaf part that is not the body text. Its payload stays in the raw mail; ``part`` is its IMAP-like number."""

    part: str
    filename: str
    content_type: str
    size: int
    sha256: str
    inline: bool = False
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """One per-recipient group of a delivery status notification (RFC 3464 §2.3), and what it was about."""

    final_recipient: str
    action: str
    status: str
    diagnostic_code: str = ""
    original_message_id: str = ""


@dataclass(frozen=True, slots=True)
class AttachedMessage:
    """A mail attached to another one (message/rfc822, RFC 2046 §5.2.1): its author, subject, text and attachments."""

    author: Address
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One parsed mail, whatever came in. Absent headers are empty; ``defects`` says what was wrong with it.

    ``return_path`` is None when the header is absent and "" for the null reverse-path ``<>``.
    ``headers`` are the unfolded fields in their order, names in lower case.
    ``text`` is the body as plain text (made from ``html`` when there is no text part); the text of ``attached``
    mails is no part of it. Mails returned in a delivery report are not attached.
    """

    message_id: str
    from_: tuple[Address, ...]
    to: tuple[Address, ...]
    subject: str
    text: str
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    sender: Address | None = None
    return_path: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    date: datetime | None = None
    html: str = ""
    content_type: str = "text/plain"
    attachments: tuple[Attachment, ...] = ()
    attached: tuple[AttachedMessage, ...] = ()
    delivery_status: tuple[DeliveryStatus, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    defects: tuple[str, ...] = ()
    truncated: bool = False

    @property
    def author(self) -> Address:
        """The first From mailbox; an empty address when there is none."""
        return self.from_[0] if self.from_ else Address("")

    def header(self, name: str) -> str:
        """The first field of this name (lower case), or ""."""
        return next((value for key, value in self.headers if key == name), "")

    def header_all(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.headers if key == name)


class MessageKind(StrEnum):
    """Who or what wrote a mail."""

    PERSON = "person"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    LIST = "list"
    SPAM = "spam"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Classification:
    """The kind, the rule that said so, and whether RFC 3834 lets us answer (and the rule, when it does not)."""

    kind: MessageKind
    rule: str
    answerable: bool
    answer_rule: str = ""


SURE = 0.5  # the confidence from which a field value is more than a guess
UNSURE = 0.65  # below it, about one value in ten is wrong: the requester is told how we understood it


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rule that read a value, and the words it stood in: characters ``begin`` to ``end`` of a part of the mail.

    ``part`` is "text" or "subject" (as ``InboundMessage`` holds them), the name of a header field, or
    "attachment 2" by the number of the MIME part; begin and end are 0 where a part has no characters.
    """

    rule: str
    part: str = ""
    begin: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One intake field as read: ``value`` normalised, ``written`` as it stood, ``source`` where it was found.

    ``confidence`` runs from 0 to 1; below ``SURE`` it is a guess that replaces no other value, below ``UNSURE`` a
    person should confirm it. ``evidence`` says which rule read it from where; None for what a person set.
    """

    key: str
    value: FieldContent
    source: str
    written: str = ""
    confidence: float = 1.0
    by: str = ""  # "agent" for what a person of the desk set; mails never overwrite that
    evidence: Evidence | None = None

    @property
    def is_guess(self) -> bool:
        return self.confidence < SURE

    @property
    def is_unsure(self) -> bool:
        return self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class BodyText:
    """A body taken apart: what is new, the signature under it, and what is quoted from earlier mails."""

    new: str
    signature: str = ""
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a mail as the readers saw it: text, form, quote, forwarded, signature, table or log."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Considered:
    """One value that a reader proposed, and why it became the field's value or did not."""

    field: FieldValue
    chosen: bool
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the fields of a mail were read, for people who tend the lexicon."""

    blocks: tuple[Block, ...]
    considered: tuple[Considered, ...]
    unknown_labels: tuple[str, ...] = ()  # what stands like a label in the text and means nothing to the lexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one mail says, before anybody decides what to do about it.

    A mail that looks like a reply is read as one; ``opening_fields`` are what it says as a new request, for the
    case that nobody here knows the conversation.
    """

    message: InboundMessage
    classification: Classification
    body: BodyText
    fields: tuple[FieldValue, ...] = ()
    opening_fields: tuple[FieldValue, ...] = ()
    category: str | None = None
    issues: tuple[str, ...] = ()  # a few of the mail's own words for each separate matter; none when there is one
    passed_on_for: Address | None = None  # whose mail an agent passes on: the requester of the ticket it opens
    is_reply: bool = False  # refers to an earlier mail, or names a ticket
    ticket_numbers: tuple[int, ...] = ()  # numbers of our own tickets named in the subject
    content_hash: str = ""  # same author, Message-ID, subject, text and attachments give the same hash
    explanation: Explanation | None = None  # only when it was asked for
    notes: tuple[str, ...] = ()  # sentences for the agents: what of the mail could not be read

    @property
    def issue_count(self) -> int:
        """How many separate matters the mail tells of, at least 1."""
        return len(self.issues) or 1


# ---------------------------------------------------------------- tickets and their history


class TicketStatus(StrEnum):
    NEW = "new"  # no agent has answered yet
    OPEN = "open"
    WAITING = "waiting"  # for the requester
    CLOSED = "closed"


class EventType(StrEnum):
    OPENED = "opened"
    IMPORTED = "imported"  # older than the installation: known, never answered, never measured
    RECEIVED = "received"
    FIELDS_SET = "fields_set"
    SEVERITY_SET = "severity_set"
    CATEGORY_SET = "category_set"
    ACKNOWLEDGED = "acknowledged"
    INFORMATION_REQUESTED = "information_requested"
    ANSWER_WITHHELD = "answer_withheld"
    AGENT_REPLIED = "agent_replied"
    AGENT_NOTED = "agent_noted"
    AUTO_REPLY_RECEIVED = "auto_reply_received"
    DELIVERY_FAILED = "delivery_failed"
    LINKED = "linked"
    ASSIGNED = "assigned"
    HANDED_OFF = "handed_off"  # to an upstream desk, whose own clock starts
    UPSTREAM_REPLIED = "upstream_replied"
    WAITING = "waiting"
    RESUMED = "resumed"
    CLOSED = "closed"
    REOPENED = "reopened"
    WARNED = "warned"
    BREACHED = "breached"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a ticket's append-only log. ``at`` is when it happened, not when it was written down."""

    type: EventType
    at: datetime
    data: Mapping[str, object] = field(default_factory=dict)
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it stands: the projection of its events that decisions need."""

    id: int
    subject: str
    status: TicketStatus
    severity: str | None
    category: str | None
    requester: Address
    opened_at: datetime
    assignee: str = ""
    participants: frozenset[str] = frozenset()  # address keys that may write to it
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    thread: tuple[str, ...] = ()  # Message-IDs of its messages, oldest first

    @property
    def issues(self) -> tuple[str, ...]:
        """The separate matters its first mail told of, in a few of its words; none when there was one."""
        opened = next((item for item in self.events if item.type is EventType.OPENED), None)
        titles = opened.data.get("issue_titles") if opened else None
        return tuple(map(str, titles)) if isinstance(titles, list) else ()


# ---------------------------------------------------------------- what goes out


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """A rendered mail with its envelope (RFC 5321): a retry sends the same octets again."""

    message_id: str
    mail_from: str  # "" is the null reverse-path
    rcpt_to: tuple[str, ...]
    octets: bytes
    subject: str = ""
