"""The octets of one mail to a Reading: everything it says, before anybody decides. Pure; one call for each station."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from mailticket.intake.category import categorise, issue_count
from mailticket.intake.classify import Identity, classify
from mailticket.intake.context import MARKER, ReadingContext
from mailticket.intake.fields import FieldContext, explain_fields, read_fields
from mailticket.intake.fields.labels import extended
from mailticket.intake.notes import notes_of
from mailticket.intake.parse import parse
from mailticket.intake.passed_on import passed_on
from mailticket.intake.quoting import is_forward, split
from mailticket.intake.subject import ticket_numbers
from mailticket.model import FieldValue, InboundMessage, MessageKind, Reading


def read(octets: bytes, context: ReadingContext, *, truncated: bool = False) -> Reading:
    """Never raises on content; ``truncated`` octets are the beginning of a mail too large to be read whole."""
    message = parse(octets, truncated)
    classification = classify(message, Identity(context.own_addresses, MARKER))
    body = split(message.text, forwarded=is_forward(message.subject))
    numbers = ticket_numbers(message.subject, context.desk)
    reading = Reading(
        message,
        classification,
        body,
        is_reply=_is_reply(message, numbers),
        ticket_numbers=numbers,
        content_hash=content_hash(message),
    )
    if classification.kind is MessageKind.PERSON:
        with extended(context.labels):
            reading = _with_fields(reading, context)
    return replace(reading, notes=notes_of(reading))


def _is_reply(message: InboundMessage, numbers: tuple[int, ...]) -> bool:
    """Refers to an earlier mail, or names a ticket of ours in its subject; a forward opens a matter of its own."""
    if is_forward(message.subject) and not numbers:
        return False
    return bool(message.in_reply_to or message.references or numbers)


def _with_fields(reading: Reading, context: ReadingContext) -> Reading:
    message, body = reading.message, reading.body
    for_customer = passed_on(message, body, context.agents | context.own_addresses)
    if for_customer:
        message, body = for_customer, split(for_customer.text)
    opening = read_fields(message, body, FieldContext(context.region, context.own_addresses, is_reply=False))
    answer = FieldContext(context.region, context.own_addresses, is_reply=True)
    fields = read_fields(message, body, answer) if reading.is_reply else opening
    category, _ = categorise(message.subject, _problem(opening) or body.new)
    issues = issue_count(message.subject, body.new)
    read = replace(
        reading,
        fields=fields,
        opening_fields=opening,
        category=category,
        issue_count=issues,
        passed_on_for=message.author if for_customer else None,
    )
    if not context.explain:
        return read
    as_what = replace(answer, is_reply=reading.is_reply)
    return replace(read, explanation=explain_fields(message, body, as_what))


_OF_THE_PROBLEM = ("product", "description", "error_messages", "steps_to_reproduce", "steps_taken")


def _problem(fields: Sequence[FieldValue]) -> str:
    """What the mail says of its problem, without its labels and its sender; "" when it describes none."""
    told = {item.key: str(item.value) for item in fields if item.key in _OF_THE_PROBLEM}
    return "\n".join(told.values()) if "description" in told else ""


def content_hash(message: InboundMessage) -> str:
    """The same for two copies of one mail that took different ways; "" when the mail carries nothing to tell by.

    Message-IDs are not unique (RFC 7352 §6): the same one on another text or attachment is another mail.
    """
    identity = message.message_id or (message.date.isoformat() if message.date else "")
    if not identity:
        return ""
    parts = (identity, message.author.key, message.subject, " ".join(message.text.split()), *_attached(message))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _attached(message: InboundMessage) -> tuple[str, ...]:
    """Of a truncated mail the last attachment is cut at a place that the way it took decides: only its name tells."""
    whole = message.attachments[:-1] if message.truncated else message.attachments
    cut = message.attachments[len(whole) :]
    return (*(item.sha256 for item in whole), *(item.filename for item in cut))
