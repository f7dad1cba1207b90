"""A mail that opens a ticket: what is recorded, and whether and what the requester is answered. Pure."""

from __future__ import annotations

from mailticket.decisions import (
    Action,
    AddMessage,
    Automation,
    Decision,
    Direction,
    OpenTicket,
    Outcome,
    QueueReply,
    RecordEvent,
    Reply,
    SetFields,
)
from mailticket.desk.completeness import Missing, missing
from mailticket.desk.situation import Situation, tell_agents
from mailticket.model import Event, EventType, TicketStatus

NO_SUBJECT = "(no subject)"


def open_ticket(situation: Situation) -> Decision:
    """A new ticket with everything the mail says, an answer to its author where one is due, a notice to the agents."""
    if situation.older:
        rule = "older than the installation: known, not answered"
        return Decision(Outcome.TICKET, rule, _imported(situation))
    lacks = _lacks(situation)
    actions = (
        *_recorded(situation, TicketStatus.NEW),
        *_answer(situation, lacks),
        *tell_agents(situation, "notification"),
    )
    return Decision(Outcome.TICKET, situation.match.rule, actions)


def severity_read(situation: Situation) -> str | None:
    """The severity the requester named, None when there is none or it is a guess."""
    values = (item for item in situation.reading.opening_fields if item.key == "severity" and not item.is_guess)
    return next((str(item.value) for item in values), None)


def _imported(situation: Situation) -> tuple[Action, ...]:
    event = Event(EventType.IMPORTED, situation.received_at, {"why": "older than the installation"})
    return (*_recorded(situation, TicketStatus.CLOSED), RecordEvent(event))


def _recorded(situation: Situation, status: TicketStatus) -> tuple[Action, ...]:
    reading, at = situation.reading, situation.received_at
    subject = situation.message.subject or NO_SUBJECT
    severity = severity_read(situation)
    opened: dict[str, object] = {
        "severity": severity,
        "category": reading.category,
        "issues": reading.issue_count,
        **situation.unread,
    }
    if reading.issues:
        opened["issue_titles"] = list(reading.issues)
    if reading.passed_on_for:
        opened["passed_on_by"] = situation.message.author.addr
    actions: list[Action] = [
        OpenTicket(subject, situation.requester, at, situation.outsiders, reading.category, severity, status),
        AddMessage(Direction.INBOUND, reading.classification.kind),
        RecordEvent(Event(EventType.OPENED, at, opened)),
    ]
    if reading.opening_fields:
        actions.append(SetFields(reading.opening_fields, "requester", at))
    if situation.match.points_at is not None:
        linked = {"ticket": situation.match.points_at, "why": situation.match.rule}
        actions.append(RecordEvent(Event(EventType.LINKED, at, linked)))
    return tuple(actions)


def _lacks(situation: Situation) -> Missing:
    fields = {item.key: item for item in situation.reading.opening_fields}
    return missing(fields, situation.reading.category, situation.config.fields)


def _answer(situation: Situation, lacks: Missing) -> tuple[Action, ...]:
    if why := withheld(situation):
        return (RecordEvent(Event(EventType.ANSWER_WITHHELD, situation.now, {"why": why})),)
    asked = lacks.required if situation.config.replies.max_requests else ()
    acknowledged = Event(EventType.ACKNOWLEDGED, situation.now)
    reply = Reply(
        "acknowledgement",
        (situation.message.author,),
        Automation.REPLIED,
        situation.answers,
        missing=asked,
        urgent=severity_read(situation) == "A",
        events=(acknowledged, requested(situation, asked)) if asked else (acknowledged,),
    )
    return (QueueReply(reply),)


def requested(situation: Situation, asked: tuple[str, ...]) -> Event:
    return Event(EventType.INFORMATION_REQUESTED, situation.now, {"fields": list(asked)})


def withheld(situation: Situation) -> str:
    """Why no acknowledgement goes out; "" when one does (RFC 3834 §2)."""
    replies = situation.config.replies
    unanswerable = why_unanswerable(situation)
    rules = (
        (not replies.acknowledge, "acknowledgements are switched off"),
        (bool(unanswerable), unanswerable),
        (
            situation.acknowledged.count(situation.topic) >= replies.same_subject_per_hour,
            "this sender was acknowledged about this subject replies.same_subject_per_hour times within an hour",
        ),
        (
            len(situation.acknowledged) >= replies.per_sender_per_hour,
            "this sender was acknowledged replies.per_sender_per_hour times within an hour",
        ),
    )
    return next((why for holds, why in rules if holds), "")


def why_unanswerable(situation: Situation) -> str:
    """Why this mail gets no automatic answer of any kind; "" when it may have one (RFC 3834 §2)."""
    classification = situation.reading.classification
    age = situation.now - situation.received_at
    rules = (
        (not classification.answerable, classification.answer_rule),
        (situation.from_staff, "written by the desk's own people"),
        (age > situation.config.replies.max_age, "the mail is older than replies.max_age"),
    )
    return next((why for holds, why in rules if holds), "")
