"""Octets to an InboundMessage, whatever came in: content never raises, trouble is told in ``defects``.

mail-parser reads addresses and dates, from a view of those fields only; bodies and attachments come from the bounded
tree. Decides nothing about the mail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import mailparser

from mailticket.intake.addresses import by_hand, joined_fields, message_ids, return_path, transcoded
from mailticket.intake.attached import attached_messages
from mailticket.intake.characters import decoded, encoded_words, one_line
from mailticket.intake.delivery import delivery_status, failed_recipients
from mailticket.intake.mime import Content, content_of
from mailticket.intake.tree import Part, grow, unsealed
from mailticket.model import Address, DeliveryStatus, InboundMessage

MAX_VALUE = 4000
MAX_SUBJECT = 2000
BY_HAND = "read by hand"
_ADDRESS_FIELDS = ("from", "to", "cc", "reply-to", "sender")
_VIEWED_AS = {"sender": "bcc"}  # mail-parser takes Sender for plain text
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\r")


@dataclass(frozen=True, slots=True)
class _Fields:
    """What the library makes of the structured header fields."""

    addresses: dict[str, tuple[Address, ...]]
    date: datetime | None
    defects: tuple[str, ...]


def parse(octets: bytes, truncated: bool = False) -> InboundMessage:
    """The mail these octets hold. ``truncated``: they are only its beginning, the rest was too large to read."""
    try:
        root = grow(octets)
        return _message(root, content_of(root), truncated)
    except Exception as error:  # the last resort: the mail must become a ticket whatever a library stumbles over
        return _by_hand(octets, truncated, error)


def _message(root: Part, content: Content, truncated: bool) -> InboundMessage:
    fields = _read_fields(root)
    headers = tuple((name.lower(), one_line(unsealed(str(value)[:MAX_VALUE]))) for name, value in root.raw_items())
    return InboundMessage(
        message_id="".join(message_ids(_first(root, "message-id"))[:1]),
        from_=fields.addresses["from"],
        to=fields.addresses["to"],
        cc=fields.addresses["cc"],
        reply_to=fields.addresses["reply-to"],
        sender=next(iter(fields.addresses["sender"]), None),
        subject=encoded_words(_first(root, "subject")[:MAX_SUBJECT]),
        text=content.text,
        html=content.html,
        return_path=return_path(root.get("return-path")),
        in_reply_to=message_ids(joined_fields(root, "in-reply-to", " ")),
        references=message_ids(joined_fields(root, "references", " ")),
        date=fields.date,
        content_type=one_line(unsealed(root.get_content_type())),
        attachments=tuple(content.attachments),
        attached=() if content.reports else attached_messages(content),
        headers=headers,
        delivery_status=_reports(root, content),
        defects=(*content.defects, *fields.defects),
        truncated=truncated,
    )


def _first(root: Part, name: str) -> str:
    return str(root.get(name, ""))


def _reports(root: Part, content: Content) -> tuple[DeliveryStatus, ...]:
    found = delivery_status(content.reports, content.returned)
    values = tuple(one_line(str(value)[:MAX_VALUE]) for value in root.get_all("x-failed-recipients", []))
    return found or (failed_recipients(values, content.returned, content.text) if values else ())


def _read_fields(root: Part) -> _Fields:
    """Addresses and date by mail-parser; what it cannot read, or stumbles over, by hand."""
    values = {name: transcoded(joined_fields(root, name, ", ")) for name in _ADDRESS_FIELDS}
    try:
        view = _view(values, _first(root, "date"))
        read = {name: getattr(view, _attribute(name)) for name in _ADDRESS_FIELDS}
        date, defects = view.date, _library_defects(view)
    except Exception as error:  # mail-parser raised bare AttributeErrors on fuzzed mails
        read, date, defects = {}, None, [f"mail-parser: {type(error).__name__}"]
    addresses = {}
    for name, value in values.items():
        found = _clean(read.get(name) or [])
        extra = by_hand(value, found, single=name == "from") if not found or defects else ()
        defects += [f"{name}: address read by hand"] * bool(extra)
        addresses[name] = (*found, *extra)
    return _Fields(addresses, _utc(date), tuple(dict.fromkeys(defects)))


def _view(values: dict[str, str], date: str) -> mailparser.MailParser:
    """mail-parser on these fields alone: on a whole mail it costs ten times as much and merges attached messages."""
    view = Part()
    for name, value in values.items():
        if value:
            view.set_raw(_VIEWED_AS.get(name, name), value)
    if date:
        view.set_raw("date", date[:200])
    view.set_payload("")
    return mailparser.MailParser(view)


def _attribute(name: str) -> str:
    return "from_" if name == "from" else _VIEWED_AS.get(name, name).replace("-", "_")


def _library_defects(view: mailparser.MailParser) -> list[str]:
    told = (*view.address_header_defects, *view.date_header_defects)
    return [one_line(f"{defect['header']}: {defect['reason']}")[:200] for defect in told]


def _clean(pairs: list[tuple[str, str]]) -> tuple[Address, ...]:
    cleaned = (Address(one_line(addr), one_line(name)) for name, addr in pairs)
    return tuple(address for address in cleaned if address.addr)


def _utc(date: datetime | None) -> datetime | None:
    if date is None:
        return None
    try:
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    except (OverflowError, ValueError):  # years 1 and 9999 have hours that no other zone has
        return None


def _by_hand(octets: bytes, truncated: bool, error: Exception) -> InboundMessage:
    """The least that makes a ticket: subject, author and what follows the first blank line."""
    head, *rest = _BLANK_LINE.split(octets[:400_000], maxsplit=1)
    fields: dict[str, str] = {}
    for line in decoded(head[:64_000], "").split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip():
            fields.setdefault(name.strip().lower()[:100], one_line(value[:MAX_VALUE]))
    return InboundMessage(
        message_id="".join(message_ids(fields.get("message-id", ""))[:1]),
        from_=by_hand(fields.get("from", ""), (), single=True),
        to=by_hand(fields.get("to", ""), (), single=False),
        subject=encoded_words(fields.get("subject", "")[:MAX_SUBJECT]),
        text=decoded(b"".join(rest), ""),
        return_path=return_path(fields.get("return-path")),
        headers=tuple(fields.items()),
        defects=(f"{BY_HAND}: {type(error).__name__}",),
        truncated=truncated,
    )
