"""The octets of one mail to a Reading: everything it says, before anybody decides. Pure; one call for each station."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from mailticket.intake import generated
from mailticket.intake.category import categorise
from mailticket.intake.classify import Identity, classify, generated_only
from mailticket.intake.context import MARKER, ReadingContext
from mailticket.intake.fields import FieldContext, explain_fields, read_fields
from mailticket.intake.fields.labels import extended
from mailticket.intake.issue_told import Issue
from mailticket.intake.issues import separate
from mailticket.intake.notes import notes_of
from mailticket.intake.parse import parse
from mailticket.intake.passed_on import PassedOn, passed_on
from mailticket.intake.quote_marks import DEVICE
from mailticket.intake.quoting import is_forward, split
from mailticket.intake.subject import ticket_numbers
from mailticket.model import BodyText, Evidence, FieldValue, InboundMessage, MessageKind, Reading
from mailticket.vocabulary import FIELD_KEYS

MAX_MENTION = 50_000  # characters in which an answer names our ticket, or quotes a notice that does


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
        read_whole = _with_fields(reading, context)
    else:
        read_whole = _request_of_a_machine(reading, context) or reading
    return replace(read_whole, notes=notes_of(read_whole))


def _request_of_a_machine(reading: Reading, context: ReadingContext) -> Reading | None:
    """What a generator's mail says when it turns out to be somebody's request; None when it is not."""
    message, found = reading.message, reading.classification
    if not generated_only(message, found) or not generated.may_request(message):
        return None
    if reading.is_reply or ticket_numbers(message.text[:MAX_MENTION], context.desk):
        return None  # it answers us, or quotes a notice of ours
    read_as_request = _with_fields(reading, context)
    if not generated.tells_a_case(read_as_request.opening_fields):
        return None
    return replace(read_as_request, classification=generated.as_request(found))


def _is_reply(message: InboundMessage, numbers: tuple[int, ...]) -> bool:
    """Refers to an earlier mail, or names a ticket of ours in its subject; a forward opens a matter of its own."""
    if is_forward(message.subject) and not numbers:
        return False
    return bool(message.in_reply_to or message.references or numbers)


def _with_fields(reading: Reading, context: ReadingContext) -> Reading:
    with extended(context.labels):
        return _told(reading, context)


def _told(reading: Reading, context: ReadingContext) -> Reading:
    message, body = reading.message, reading.body
    passed = passed_on(message, body, context.agents | context.own_addresses)
    if passed:
        message, body = passed.mail, split(passed.mail.text)
    body = _with_subject(message, body)
    answers = reading.is_reply and not passed
    issues = separate(message.subject, body.new, answers=answers)
    apart = any(issue.apart for issue in issues)
    as_new = FieldContext(context.region, context.own_addresses, is_reply=False, several=bool(issues), apart=apart)
    answer = replace(as_new, is_reply=True)
    opening = read_fields(message, body, as_new)
    if passed:
        opening = _unplaced(_with_agents_words(opening, passed, as_new))
    fields = read_fields(message, body, answer) if answers else opening
    read = replace(
        reading,
        fields=fields,
        opening_fields=opening,
        category=categorise(*matter(message, body, opening, issues)),
        issues=tuple(item.title for item in issues),
        passed_on_for=passed.mail.author if passed else None,
    )
    if not context.explain:
        return read
    return replace(read, explanation=explain_fields(message, body, answer if answers else as_new))


def _with_subject(message: InboundMessage, body: BodyText) -> BodyText:
    """A mail whose text is empty, or no more than what a telephone adds, says in its subject what it wants."""
    told = any(line.strip() and not DEVICE.match(line) for line in body.new.splitlines())
    if told or body.quoted.strip() or message.attached or len(message.subject.split()) < _TELLING:
        return body
    return replace(body, new=message.subject)


_TELLING = 3  # words of a subject that may be a request


_AGENTS_MAY_SAY = frozenset({"severity", "product", "tenant_domains", "cmp_id", "subscription_id", "users_impacted"})


def _with_agents_words(
    opening: tuple[FieldValue, ...], passed: PassedOn, context: FieldContext
) -> tuple[FieldValue, ...]:
    """What the agent says of the case goes before what the customer wrote; of the customer's person it says nothing."""
    note = replace(passed.mail, text=passed.words, attachments=())
    said = {
        item.key: item for item in read_fields(note, BodyText(passed.words), context) if item.key in _AGENTS_MAY_SAY
    }
    known = {item.key: item for item in opening} | said
    return tuple(known[key] for key in FIELD_KEYS if key in known)


def _unplaced(fields: tuple[FieldValue, ...]) -> tuple[FieldValue, ...]:
    """The text these were read from is kept nowhere, so their evidence is the rule alone."""
    return tuple(replace(item, evidence=Evidence(item.evidence.rule)) if item.evidence else item for item in fields)


def matter(
    message: InboundMessage, body: BodyText, opening: Sequence[FieldValue], issues: Sequence[Issue]
) -> tuple[str, str]:
    """The subject and the words that tell what kind of request it is: of several matters those of the first."""
    return ("", issues[0].text) if issues else (message.subject, _problem(opening) or body.new)


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
