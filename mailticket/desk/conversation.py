"""A person's mail on a ticket that exists: the requester answers, a colleague joins in, an agent replies. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from mailticket.decisions import (
    Action,
    AddMessage,
    AddParticipants,
    Automation,
    Decision,
    Direction,
    Outcome,
    QueueReply,
    RecordEvent,
    Reply,
    SetFields,
    SetStatus,
)
from mailticket.desk.completeness import missing
from mailticket.desk.opening import requested, why_unanswerable
from mailticket.desk.situation import Situation, tell_agents
from mailticket.model import Event, EventType, FieldValue, MessageKind, Ticket, TicketStatus

# ---------------------------------------------------------------- the requester's side


def requester_reply(situation: Situation, ticket: Ticket) -> Decision:
    """Adds what is new, wakes a sleeping ticket, and asks once more for what is still missing.

    A mail older than the installation is history: kept, without any effect.
    """
    kept: tuple[Action, ...] = (AddMessage(Direction.INBOUND, MessageKind.PERSON), _received(situation))
    effects = () if situation.older else _effects(situation, ticket)
    return Decision(Outcome.REPLY, situation.match.rule, (*kept, *effects), ticket.id)


def _effects(situation: Situation, ticket: Ticket) -> tuple[Action, ...]:
    values = news(situation.reading.fields, ticket.fields) if situation.match.trusted else ()
    people = situation.outsiders - ticket.participants if situation.match.trusted else frozenset()
    actions: list[Action] = []
    if people:
        actions.append(AddParticipants(people))
    if values:
        actions.append(SetFields(values, "requester", situation.received_at))
        actions.extend(_severity_event(situation, ticket, values))
    actions.extend(_woken(situation, ticket))
    actions.extend(_request(situation, ticket, values))
    actions.extend(tell_agents(situation, "update"))
    return tuple(actions)


def news(read: tuple[FieldValue, ...], known: Mapping[str, FieldValue]) -> tuple[FieldValue, ...]:
    """The values that change something: a guess never replaces a value, nothing replaces an agent's.

    A guess that is now said is news, though the value stays what it was.
    """
    return tuple(item for item in read if _is_news(item, known.get(item.key)))


def _is_news(item: FieldValue, former: FieldValue | None) -> bool:
    if former is None:
        return True
    return former.by != "agent" and not item.is_guess and (item.value != former.value or former.is_guess)


def _received(situation: Situation) -> RecordEvent:
    data: dict[str, object] = {"from": situation.message.author.addr, **situation.unread}
    if situation.older:
        data["why"] = "older than the installation: kept, without any effect"
    elif not situation.match.trusted:
        data["why"] = "the sender takes no part in the ticket: kept as a message, fields not read"
    return RecordEvent(Event(EventType.RECEIVED, situation.received_at, data))


def _severity_event(situation: Situation, ticket: Ticket, values: tuple[FieldValue, ...]) -> tuple[Action, ...]:
    stated = (item for item in values if item.key == "severity" and not item.is_guess)
    changed = (item for item in stated if item.value != ticket.severity)
    return tuple(
        RecordEvent(Event(EventType.SEVERITY_SET, situation.received_at, {"severity": item.value, "by": "requester"}))
        for item in changed
    )


def _woken(situation: Situation, ticket: Ticket) -> tuple[Action, ...]:
    woken = {TicketStatus.CLOSED: EventType.REOPENED, TicketStatus.WAITING: EventType.RESUMED}.get(ticket.status)
    if woken is None:
        return ()
    event = Event(woken, situation.received_at, {"why": "the requester wrote"})
    return (RecordEvent(event), SetStatus(TicketStatus.OPEN))


def _request(situation: Situation, ticket: Ticket, values: tuple[FieldValue, ...]) -> tuple[Action, ...]:
    """Asks again only who has just answered something: a mere "thank you" is not met with a form."""
    fields = {**ticket.fields, **{item.key: item for item in values}}
    lacks = missing(fields, ticket.category, situation.config.fields)
    asked = sum(event.type is EventType.INFORMATION_REQUESTED for event in ticket.events)
    may_ask = 0 < asked < situation.config.replies.max_requests and not why_unanswerable(situation)
    if not (values and lacks.required and may_ask):
        return ()
    to = (situation.message.author,)
    event = requested(situation, lacks.required)
    reply = Reply("request", to, Automation.REPLIED, situation.answers, missing=lacks.required, events=(event,))
    return (QueueReply(reply),)


def bulk_mail(situation: Situation, ticket: Ticket) -> Decision:
    """Somebody of the ticket wrote through a list or past a filter: the agents judge it, it has no effect of its own.

    Agents are not told of their own mail: a notice that comes back by a list must not cause the next one.
    """
    rule, author = situation.reading.classification.rule, situation.message.author.addr
    direction = Direction.INTERNAL if situation.from_staff else Direction.INBOUND
    actions: tuple[Action, ...] = (
        AddMessage(direction, situation.reading.classification.kind),
        RecordEvent(
            Event(EventType.RECEIVED, situation.received_at, {"from": author, "why": rule, **situation.unread})
        ),
        *(() if situation.from_staff else tell_agents(situation, "update")),
    )
    return Decision(Outcome.REPLY, rule, actions, ticket.id)


# ---------------------------------------------------------------- the desk's side


def agent_mail(situation: Situation, ticket: Ticket) -> Decision:
    """A person of the desk wrote: to the requester it is a response, to anybody else a note."""
    reached = situation.addressed & _requester_addresses(ticket)
    against = _why_no_answer(situation, ticket, reached)
    direction = Direction.OUTBOUND if reached else Direction.INTERNAL
    why = against or f"a person of the desk wrote to {', '.join(sorted(reached))}"
    data = {"agent": _agent_name(situation), "counts": not against, "why": why}
    kind = EventType.AGENT_NOTED if against else EventType.AGENT_REPLIED
    actions: list[Action] = [
        AddMessage(direction, MessageKind.PERSON),
        RecordEvent(Event(kind, situation.received_at, data)),
    ]
    if not against and ticket.status is TicketStatus.NEW and not situation.older:
        actions.append(SetStatus(TicketStatus.OPEN))
    return Decision(Outcome.REPLY, situation.match.rule, tuple(actions), ticket.id)


def _requester_addresses(ticket: Ticket) -> frozenset[str]:
    """The requester's own address and the one given as the way to reach them."""
    email = ticket.fields.get("email")
    return frozenset({ticket.requester.key} | ({str(email.value).casefold()} if email else set()))


def _why_no_answer(situation: Situation, ticket: Ticket, reached: frozenset[str]) -> str:
    """Why this is no response to the requester; "" when it is one."""
    if not reached:
        return "not addressed to the requester"
    others = _others_written_to(situation, ticket)
    if others:
        return f"written to {', '.join(sorted(others))}, the requester has a copy"
    return "nothing but the quoted mail" if _says_nothing(situation.message.text) else ""


def _others_written_to(situation: Situation, ticket: Ticket) -> frozenset[str]:
    """Whom a mail was written to that the requester has in copy only: neither the desk nor of the requester's side."""
    theirs = _requester_addresses(ticket)
    written_to = frozenset(item.key for item in situation.message.to)
    if written_to & theirs:
        return frozenset()
    domains = {address.rpartition("@")[2] for address in theirs}
    outside = written_to - situation.config.agent_addresses - situation.config.own_addresses
    return frozenset(address for address in outside if address.rpartition("@")[2] not in domains)


def _says_nothing(text: str) -> bool:
    """Every line is quoted; who answers with a file alone quotes nothing and has said something."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and all(line.lstrip().startswith(">") for line in lines)


def _agent_name(situation: Situation) -> str:
    author = situation.message.author
    names = {agent.email.casefold(): agent.name for agent in situation.config.agents}
    return names.get(author.key, author.name or author.addr)
