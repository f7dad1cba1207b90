"""What a person of the desk does to a ticket from the shell: answer, close, assign, set fields. Pure."""

from __future__ import annotations

from datetime import datetime

from mailticket.config import Config
from mailticket.decisions import (
    Action,
    AddParticipants,
    Assign,
    Automation,
    QueueReply,
    RecordEvent,
    Reply,
    SetFields,
    SetStatus,
)
from mailticket.model import Address, Event, EventType, FieldContent, FieldValue, Ticket, TicketStatus
from mailticket.outbound.clean import one_line
from mailticket.vocabulary import BY_KEY, CATEGORIES, SEVERITIES

_STATUSES = (TicketStatus.WAITING, TicketStatus.OPEN)  # for the others there are commands and answers
_FORMED = (  # read as in a form; all the other texts are the agent's own words
    "email",
    "phone",
    "preferred_contact_method",
    "time_zone",
    "tenant_domains",
    "cmp_id",
    "subscription_id",
    "users_impacted",
    "user_accounts",
)
_TRUE, _FALSE = ("yes", "true", "1"), ("no", "false", "0")


def answer(ticket: Ticket, agent: str, text: str, now: datetime) -> tuple[Action, ...]:
    """A person's answer to the requester, which is a response once it is sent; threaded under their mail.

    Raises ValueError for a ticket whose requester nobody knows.
    """
    to = _requester(ticket)
    data = {"agent": agent, "counts": True, "why": f"written by hand to {to.addr}"}
    sent = Event(EventType.AGENT_REPLIED, now, data)
    reply = Reply("agent_reply", (to,), Automation.NO, ticket.thread, text=text, urgent=True, sent_events=(sent,))
    actions: tuple[Action, ...] = (QueueReply(reply),)
    if to is not ticket.requester:
        actions = (AddParticipants(frozenset({to.key})), *actions)  # so that their answer belongs to the ticket
    return (*actions, SetStatus(TicketStatus.OPEN)) if ticket.status is TicketStatus.NEW else actions


def _requester(ticket: Ticket) -> Address:
    """Who wrote, or where the mail names nobody, the address an agent has given."""
    if ticket.requester.addr:
        return ticket.requester
    given = ticket.fields.get("email")
    if given is None or given.by != "agent" or not given.value:
        raise ValueError(
            f"the requester of ticket {ticket.id} is unknown; "
            f"give their address with: mailticket set {ticket.id} email=ADDRESS"
        )
    return Address(str(given.value))


def close(ticket: Ticket, agent: str, no_answer_needed: str, now: datetime) -> tuple[Action, ...]:
    """Closing; ``no_answer_needed`` is the stated reason to leave the ticket out of the figures, "" for none."""
    if ticket.status is TicketStatus.CLOSED:
        return ()
    data = {"agent": agent} | ({"no_answer_needed": no_answer_needed} if no_answer_needed else {})
    return RecordEvent(Event(EventType.CLOSED, now, data)), SetStatus(TicketStatus.CLOSED)


def assign(agent: str, by: str, now: datetime) -> tuple[Action, ...]:
    return Assign(agent), RecordEvent(Event(EventType.ASSIGNED, now, {"agent": agent, "by": by}))


def known_agent(config: Config, written: str) -> str:
    """The configured agent of this name or address; raises ValueError naming those there are."""
    for agent in config.agents:
        if written.casefold() in (agent.name.casefold(), agent.email.casefold()):
            return agent.name
    names = ", ".join(agent.name for agent in config.agents) or "none"
    raise ValueError(f'no agent "{written}" is configured; there are: {names}')


def parse_assignments(written: tuple[str, ...], config: Config) -> tuple[FieldValue, ...]:
    """``key=value`` words as field values; raises ValueError naming the word and what is wrong with it.

    ``key=`` clears a value, except one that must be among a few.
    """
    return tuple(_assignment(word, config) for word in written)


def _assignment(word: str, config: Config) -> FieldValue:
    key, sign, text = word.partition("=")
    if not sign:
        raise ValueError(f'"{word}" is not key=value')
    if key == "status":
        return FieldValue(key, _among(key, text, _STATUSES), "set by an agent", text, by="agent")
    if key == "category":
        return FieldValue(key, _among(key, text, CATEGORIES), "set by an agent", text, by="agent")
    if key not in BY_KEY:
        raise ValueError(f'unknown field "{key}"; known are category, {", ".join(BY_KEY)}')
    return FieldValue(key, _content(key, text.strip(), config), "set by an agent", text, by="agent")


def _content(key: str, text: str, config: Config) -> FieldContent:
    kind = BY_KEY[key].kind
    if key == "severity":
        return _among(key, text.upper(), SEVERITIES)
    if kind == "presence":
        return _among(key, text.lower(), (*_TRUE, *_FALSE)) in _TRUE
    if kind == "list":
        parts = [_formed(key, part.strip(), config) for part in text.split(",") if part.strip()]
        return tuple(dict.fromkeys(item for part in parts if isinstance(part, tuple) for item in part))
    return _formed(key, text, config) if text and key in _FORMED else text


def _formed(key: str, text: str, config: Config) -> FieldContent:
    """What a form's answer would give; raises ValueError for what it would give nothing for."""
    from mailticket.intake.fields import values  # noqa: PLC0415  the readers' wordings, which only ``set`` needs
    from mailticket.intake.fields.candidate import FieldContext  # noqa: PLC0415

    found = values.read(key, text, FieldContext(config.desk.region, config.own_addresses))
    if found is None:
        field = BY_KEY[key]
        hint = f" ({field.hint})" if field.hint else ""
        raise ValueError(f'{key}: "{one_line(text, 80)}" cannot be read as {field.label.lower()}{hint}')
    return found


def _among(key: str, text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise ValueError(f'{key}: "{text}" is none of {", ".join(allowed)}')
    return text


def unchanged(ticket: Ticket, values: tuple[FieldValue, ...]) -> tuple[FieldValue, ...]:
    """Those that an agent has set so before. A value that only a mail has given is changed by being confirmed."""
    now: dict[str, object] = {"status": ticket.status, "category": ticket.category}
    now |= {key: item.value for key, item in ticket.fields.items() if item.by == "agent"}
    return tuple(item for item in values if item.key in now and item.value == now[item.key])


def set_fields(ticket: Ticket, agent: str, values: tuple[FieldValue, ...], now: datetime) -> tuple[Action, ...]:
    """An agent's values win over every mail's; severity, category and status leave a line of their own for the clocks.

    What is so already leaves none. Raises ValueError for a status the ticket cannot take.
    """
    actions: list[Action] = []
    same = unchanged(ticket, values)
    fields = tuple(item for item in values if item.key not in ("category", "status") and item not in same)
    if fields:
        actions.append(SetFields(fields, "agent", now))
    kinds = {"severity": EventType.SEVERITY_SET, "category": EventType.CATEGORY_SET}
    former = {"severity": ticket.severity, "category": ticket.category}
    for item in values:
        if item.key in kinds and item.value != former[item.key]:
            actions.append(RecordEvent(Event(kinds[item.key], now, {item.key: item.value, "by": agent})))
        elif item.key == "status":
            actions.extend(_set_status(ticket, TicketStatus(str(item.value)), agent, now))
    return tuple(actions)


def _set_status(ticket: Ticket, status: TicketStatus, agent: str, now: datetime) -> tuple[Action, ...]:
    """Waiting for the requester begins or ends; a closed ticket that is opened again has been reopened."""
    if ticket.status is status:
        return ()
    kind = _TURNS.get((ticket.status, status))
    if kind is None:
        raise ValueError(f"status: ticket {ticket.id} is {ticket.status}; {_INSTEAD[ticket.status]}")
    return RecordEvent(Event(kind, now, {"by": agent, "why": "set by an agent"})), SetStatus(status)


_TURNS = {
    (TicketStatus.NEW, TicketStatus.WAITING): EventType.WAITING,
    (TicketStatus.OPEN, TicketStatus.WAITING): EventType.WAITING,
    (TicketStatus.WAITING, TicketStatus.OPEN): EventType.RESUMED,
    (TicketStatus.CLOSED, TicketStatus.OPEN): EventType.REOPENED,
}
_INSTEAD = {
    TicketStatus.NEW: "it becomes open with the first answer to the requester",
    TicketStatus.CLOSED: "open it first with status=open",
}
