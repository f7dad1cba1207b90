"""Every event of a ticket's log as a sentence: what happened, on the desk's clock, and what it meant for the clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from running_clock import HOUR, running_clock

from mailticket.cli import event_words
from mailticket.config import parse
from mailticket.model import Address, Event, EventType, Ticket, TicketStatus
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)  # 10:00 at the desk
CONFIG = parse(
    '[desk]\naddress = "t@desk.test"\nname = "TechOps"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n'
    '[[agents]]\nname = "Dana Fox"\nemail = "Dana@staff.test"\n',
    Path("config.toml"),
)
TICKET = Ticket(1042, "Mail", TicketStatus.OPEN, "B", None, Address("d@customer.example"), NOW)
RUNNING = running_clock(NOW, "B")
ANSWERED = replace(RUNNING, state=ClockState.MET, met_at=NOW, stopped_at=NOW)
ANSWER = {"agent": "Dana Fox", "counts": True, "why": "to the requester"}
DUE = {"measure": "first_response", "number": 1, "due": "2026-11-24T19:00:00+00:00", "told": ["dana@staff.test"]}


def told(kind: EventType, data: dict[str, object], *clocks: Clock, before: tuple[Event, ...] = ()) -> str:
    ticket = replace(TICKET, events=(*before, Event(kind, NOW, data)))
    return list(event_words.told(ticket, clocks, CONFIG))[-1][1]


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        (EventType.OPENED, {"severity": "B", "category": "mail_flow", "issues": 1}, "opened: severity B, mail flow"),
        (EventType.OPENED, {"issues": 3}, "opened: severity not stated, no category, 3 issues"),
        (EventType.IMPORTED, {"why": "old"}, "taken over, neither answered nor measured: old"),
        (EventType.RECEIVED, {"from": "d@customer.example"}, "mail from d@customer.example"),
        (
            EventType.FIELDS_SET,
            {"by": "requester", "fields": [{"key": "phone", "value": "+1"}, {"key": "cmp_id", "value": "7"}]},
            "fields read from the mail: Phone number, Customer CMP ID",
        ),
        (
            EventType.FIELDS_SET,
            {"by": "agent", "fields": [{"key": "logs", "value": True, "former": False}, {"key": "cmp_id", "value": 7}]},
            "fields set by an agent: Logs or traces no → yes, Customer CMP ID 7",
        ),
        (EventType.ACKNOWLEDGED, {}, "acknowledged automatically"),
        (EventType.INFORMATION_REQUESTED, {"fields": ["phone"]}, "asked automatically for Phone number"),
        (EventType.ANSWER_WITHHELD, {"why": "a robot wrote"}, "no automatic answer: a robot wrote"),
        (EventType.AGENT_NOTED, {"agent": "Dana Fox", "why": "to Lee"}, "note by Dana Fox, does not count: to Lee"),
        (EventType.AUTO_REPLY_RECEIVED, {"rule": "RFC 3834"}, "automatic reply came: RFC 3834"),
        (
            EventType.DELIVERY_FAILED,
            {"template": "agent_reply", "detail": "550 unknown"},
            "the agent reply mail could not be delivered: 550 unknown",
        ),
        (EventType.LINKED, {"ticket": 1001, "why": "named"}, "refers to TechOps #1001: named"),
        (EventType.ASSIGNED, {"agent": "Dana Fox", "by": "lee"}, "assigned to Dana Fox, by lee"),
        (EventType.HANDED_OFF, {"upstream": "ingram", "severity": "A"}, "handed to ingram, there as severity A"),
        (EventType.WAITING, {"by": "lee", "why": "set by an agent"}, "waits for the requester, set by lee"),
        (EventType.RESUMED, {"why": "the requester wrote"}, "waits no longer: the requester wrote"),
        (EventType.CLOSED, {"agent": "lee", "no_answer_needed": "spam"}, "closed by lee, no answer needed: spam"),
        (EventType.REOPENED, {"by": "lee", "why": "set by an agent"}, "opened again, by lee"),
        (
            EventType.WARNED,
            {**DUE, "step": 0.75},
            "first response due soon, due 24 Nov 14:00, 75 % of its time used; told Dana Fox",
        ),
        (
            EventType.BREACHED,
            {**DUE, "measure": "next_response", "number": 2, "step": 1.0, "told": [], "later": ["x@y.test"]},
            "next response 2 overdue, due 24 Nov 14:00; to be told when awake: x@y.test",
        ),
        (EventType.BREACHED, {}, "first response overdue"),
        (EventType.WARNED, {**DUE, "due": "soon", "told": []}, "first response due soon, due soon; nobody told"),
    ],
)
def test_each_event_is_a_sentence(kind, data, said):
    assert told(kind, data) == said


@pytest.mark.parametrize("kind", EventType)
def test_every_kind_of_event_has_a_sentence_also_when_nothing_stands_in_it(kind):
    assert told(kind, {})


@pytest.mark.parametrize(
    ("clocks", "said"),
    [
        ((ANSWERED,), "answer by Dana Fox, counts as the first response: to the requester"),
        (
            (ANSWERED, replace(ANSWERED, measure=Measure.NEXT_RESPONSE, number=2)),
            "answer by Dana Fox, counts as the first response and next response 2: to the requester",
        ),
        (
            (replace(ANSWERED, state=ClockState.EXCLUDED),),
            "answer by Dana Fox, counts, but no answer was owed: to the requester",
        ),
        ((replace(ANSWERED, met_at=NOW - HOUR),), "answer by Dana Fox, counts, but stops no clock: to the requester"),
    ],
)
def test_an_answer_says_which_response_it_was(clocks, said):
    assert told(EventType.AGENT_REPLIED, ANSWER, *clocks) == said


def test_an_answer_that_does_not_count_says_why():
    data = {"agent": "Dana Fox", "counts": False, "why": "not addressed to the requester"}

    said = told(EventType.AGENT_REPLIED, data, RUNNING)

    assert said == "answer by Dana Fox, does not count: not addressed to the requester"


def test_an_answer_of_an_upstream_desk_is_that_of_its_own_clock():
    theirs = replace(ANSWERED, measure=Measure.UPSTREAM_RESPONSE, upstream="ingram")
    other = replace(theirs, upstream="microsoft", number=2)

    said = told(EventType.UPSTREAM_REPLIED, {"upstream": "ingram", "counts": True}, ANSWERED, theirs, other)

    assert said == "answer by ingram, counts as upstream response 1 of ingram"


def test_a_change_says_what_was_before():
    opened = Event(EventType.OPENED, NOW, {"severity": "B", "category": "mail_flow"})
    raised = Event(EventType.SEVERITY_SET, NOW, {"severity": "A", "by": "requester"})

    assert told(EventType.SEVERITY_SET, {"severity": "A", "by": "lee"}, before=(opened,)) == "severity B → A, by lee"
    assert told(EventType.SEVERITY_SET, {"severity": "C"}, before=(opened, raised)) == "severity A → C"
    assert told(EventType.CATEGORY_SET, {"category": "out_of_scope"}, before=(opened,)) == (
        "category mail flow → out of scope"
    )


def test_words_out_of_mails_stay_on_one_short_line():
    said = told(EventType.DELIVERY_FAILED, {"detail": "550\n\x1b[31m" + "no " * 1000})

    assert said.startswith("a mail could not be delivered: 550 [31mno no")
    assert len(said) <= 500
