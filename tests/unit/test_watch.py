"""Warnings and breaches: once each, in their order, and nothing once a clock has ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mailticket.config import Agent, Config, Desk, Imap, Smtp
from mailticket.desk.watch import Watch, next_check, overdue_notices
from mailticket.model import Action, Address, Event, EventType, QueueReply, RecordEvent, Ticket, TicketStatus
from mailticket.sla.clock import first_response
from mailticket.sla.policy import from_config

OPENED = datetime(2026, 11, 23, 15, tzinfo=UTC)  # a Monday, 10:00 at the desk
MINUTE = timedelta(minutes=1)
AGENTS = (Agent(name="Robin Hale", email="robin@staff.test"), Agent(name="Kim Other", email="kim@staff.test"))


def config(*agents: Agent) -> Config:
    desk = Desk(address="techops@desk.test")
    return Config(desk=desk, imap=Imap(host="localhost"), smtp=Smtp(host="localhost"), agents=agents)


def watch(after: timedelta, *events: Event, assignee: str = "") -> Watch:
    """A ticket of severity A, due an hour after it was opened, as it stands so much later."""
    log = (Event(EventType.OPENED, OPENED, {"severity": "A"}), *events)
    ticket = Ticket(
        1042,
        "Mail",
        TicketStatus.NEW,
        "A",
        None,
        Address("dana@customer.example", "Dana"),
        OPENED,
        assignee=assignee,
        events=log,
        thread=("<1@customer.example>", "<2@desk.test>"),
    )
    policy = from_config(config())
    return Watch(ticket, first_response(log, policy, OPENED + after), policy)


def told(actions: tuple[Action, ...]) -> list[str]:
    """Events as they are, mails in brackets."""
    names = {RecordEvent: lambda item: str(item.event.type), QueueReply: lambda item: f"[{item.reply.template}]"}
    return [names[type(action)](action) for action in actions]


WARNED = Event(EventType.WARNED, OPENED + 45 * MINUTE)
BREACHED = Event(EventType.BREACHED, OPENED + 60 * MINUTE)
ANSWERED = Event(EventType.AGENT_REPLIED, OPENED + 30 * MINUTE, {"counts": True})
CLOSED = Event(EventType.CLOSED, OPENED + 30 * MINUTE)


@pytest.mark.parametrize(
    ("minutes", "events", "expected"),
    [
        pytest.param(44, (), [], id="too early"),
        pytest.param(45, (), [], id="on the minute is not past it"),
        pytest.param(46, (), ["warned", "[warning]"], id="three quarters used"),
        pytest.param(50, (WARNED,), [], id="warned already"),
        pytest.param(60, (WARNED,), [], id="due this very moment"),
        pytest.param(61, (WARNED,), ["breached", "[breach]"], id="past due"),
        pytest.param(61, (), ["breached", "[breach]"], id="past due without a warning: no warning any more"),
        pytest.param(600, (WARNED, BREACHED), [], id="told already"),
        pytest.param(600, (BREACHED,), [], id="no warning after the breach"),
        pytest.param(600, (ANSWERED,), [], id="answered"),
        pytest.param(600, (CLOSED,), [], id="closed"),
    ],
)
def test_agents_are_told(minutes, events, expected):
    after = minutes * MINUTE

    assert told(overdue_notices(watch(after, *events), config(*AGENTS), OPENED + after)) == expected


@pytest.mark.parametrize(
    ("events", "minutes"),
    [
        ((), 45),
        ((WARNED,), 60),
        ((BREACHED,), None),
        ((WARNED, BREACHED), None),
        ((ANSWERED,), None),
        ((CLOSED,), None),
    ],
    ids=["fresh", "warned", "breached", "both", "answered", "closed"],
)
def test_the_next_look_is_at_the_next_milestone(events, minutes):
    at = next_check(watch(0 * MINUTE if not events else 40 * MINUTE, *events))

    assert at == (None if minutes is None else OPENED + minutes * MINUTE)


def test_only_the_assigned_agent_is_told_and_a_reply_reaches_the_requester():
    actions = overdue_notices(watch(61 * MINUTE, assignee="Kim Other"), config(*AGENTS), OPENED + 61 * MINUTE)

    (reply,) = [action.reply for action in actions if isinstance(action, QueueReply)]
    assert [item.addr for item in reply.to] == ["kim@staff.test"]
    assert [item.addr for item in reply.reply_to] == ["dana@customer.example", "techops@desk.test"]
    assert reply.urgent


def test_without_agents_the_breach_is_written_down_all_the_same():
    assert told(overdue_notices(watch(61 * MINUTE), config(), OPENED + 61 * MINUTE)) == ["breached"]
