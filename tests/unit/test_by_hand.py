"""What an agent does from the shell: the words typed, and the actions they become."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailticket.config import Agent, Config, Desk, Imap, Smtp
from mailticket.decisions import AddParticipants, Assign, Automation, QueueReply, RecordEvent, SetFields, SetStatus
from mailticket.desk import by_hand
from mailticket.model import Address, EventType, Ticket
from mailticket.model import TicketStatus as Status

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TICKET = Ticket(
    1042, "Mail", Status.NEW, "B", "mail_flow", Address("dana@customer.example"), NOW, thread=("<1@customer.example>",)
)
CONFIG = Config(
    desk=Desk(address="techops@desk.test"),
    imap=Imap(host="localhost"),
    smtp=Smtp(host="localhost"),
    agents=(Agent(name="Robin Hale", email="robin@staff.test"),),
)


@pytest.mark.parametrize(
    ("word", "key", "value"),
    [
        ("severity=a", "severity", "A"),
        ("category=mail_flow", "category", "mail_flow"),
        ("users_impacted=12", "users_impacted", 12),
        ("tenant_domains=a.example, b.example,", "tenant_domains", ("a.example", "b.example")),
        ("screenshots=yes", "screenshots", True),
        ("logs=No", "logs", False),
        ("description=it = broken", "description", "it = broken"),
        ("phone=", "phone", ""),
        ("users_impacted=", "users_impacted", ""),
        ("tenant_domains=", "tenant_domains", ()),
        ("phone=(212) 555-0101", "phone", "+12125550101"),
        ("time_zone=eastern", "time_zone", "America/New_York"),
        ("preferred_contact_method=Teams", "preferred_contact_method", "teams"),
        ("user_accounts=Sam Lee, jo@a.example", "user_accounts", ("Sam Lee", "jo@a.example")),
        ("partner_name=All Covered", "partner_name", "All Covered"),
        ("tools_used=unknown", "tools_used", "unknown"),
    ],
)
def test_an_assignment_is_read_as_its_field_is(word, key, value):
    (item,) = by_hand.parse_assignments((word,), CONFIG)

    assert (item.key, item.value, item.by) == (key, value, "agent")


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("severity", "key=value"),
        ("severity=D", "A, B, C"),
        ("category=cars", "mail_flow"),
        ("users_impacted=many", '"many" cannot be read as number of users'),
        ("users_impacted=-1", "cannot be read"),
        ("phone=abc", 'phone: "abc" cannot be read as phone number (with country code)'),
        ("time_zone=Mars", 'time_zone: "Mars" cannot be read as time zone'),
        ("email=nope", 'email: "nope" cannot be read as email'),
        ("email=techops@desk.test", "cannot be read"),
        ("preferred_contact_method=pigeon", "email, phone, Teams"),
        ("tenant_domains=a.example, nowhere", 'tenant_domains: "nowhere"'),
        ("logs=maybe", "yes"),
        ("colour=red", "partner_name"),
    ],
)
def test_a_wrong_assignment_is_refused_with_what_is_possible(word, named):
    with pytest.raises(ValueError) as caught:
        by_hand.parse_assignments((word,), CONFIG)

    assert named in str(caught.value)


def test_an_answer_goes_to_the_requester_as_a_persons_mail_and_counts():
    mail, status = by_hand.answer(TICKET, "Robin Hale", "It works again.", NOW)

    assert isinstance(mail, QueueReply)
    assert mail.reply.to == (TICKET.requester,)
    assert mail.reply.automation is Automation.NO
    assert mail.reply.answers == TICKET.thread
    (sent,) = mail.reply.sent_events
    assert (sent.type, sent.data["counts"]) == (EventType.AGENT_REPLIED, True)
    assert status == SetStatus(Status.OPEN)


def test_an_answer_leaves_a_ticket_that_is_no_longer_new_in_its_status():
    actions = by_hand.answer(replace(TICKET, status=Status.WAITING), "Robin Hale", "Still there?", NOW)

    assert not any(isinstance(action, SetStatus) for action in actions)


def test_closing_again_changes_nothing():
    assert by_hand.close(replace(TICKET, status=Status.CLOSED), "Robin Hale", "", NOW) == ()


@pytest.mark.parametrize("reason", ["", "spam"])
def test_closing_keeps_the_reason_only_when_one_is_stated(reason):
    event, status = by_hand.close(TICKET, "Robin Hale", reason, NOW)

    assert isinstance(event, RecordEvent)
    assert event.event.data.get("no_answer_needed", "") == reason
    assert ("no_answer_needed" in event.event.data) is bool(reason)
    assert status == SetStatus(Status.CLOSED)


def test_assigning_names_who_did_it():
    assign, event = by_hand.assign("Robin Hale", "root", NOW)

    assert assign == Assign("Robin Hale")
    assert isinstance(event, RecordEvent)
    assert dict(event.event.data) == {"agent": "Robin Hale", "by": "root"}


@pytest.mark.parametrize("written", ["Robin Hale", "robin hale", "ROBIN@staff.test"])
def test_an_agent_is_known_by_name_and_address(written):
    assert by_hand.known_agent(CONFIG, written) == "Robin Hale"


def test_an_unknown_agent_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="Robin Hale"):
        by_hand.known_agent(CONFIG, "Nobody")


def test_severity_and_category_leave_a_line_only_when_they_change():
    values = by_hand.parse_assignments(("severity=A", "category=mail_flow", "cmp_id=58213"), CONFIG)

    fields, *events = by_hand.set_fields(TICKET, "Robin Hale", values, NOW)

    assert isinstance(fields, SetFields)
    assert ([item.key for item in fields.values], fields.by) == (["severity", "cmp_id"], "agent")
    assert [event.event.type for event in events if isinstance(event, RecordEvent)] == [EventType.SEVERITY_SET]


def test_what_an_agent_has_set_already_is_recorded_no_second_time_and_what_a_mail_said_is_confirmed():
    (by_agent,) = by_hand.parse_assignments(("severity=B",), CONFIG)
    fields = {True: replace(by_agent), False: replace(by_agent, by="", source="label")}

    set_before, said_before = (replace(TICKET, fields={"severity": fields[by]}) for by in (True, False))

    assert by_hand.set_fields(set_before, "Robin Hale", (by_agent,), NOW) == ()
    assert by_hand.set_fields(said_before, "Robin Hale", (by_agent,), NOW) == (SetFields((by_agent,), "agent", NOW),)


def test_a_ticket_without_a_requester_is_answered_to_the_address_an_agent_gives():
    nobody = replace(TICKET, requester=Address(""))
    given = {item.key: item for item in by_hand.parse_assignments(("email=jo@customer.example",), CONFIG)}

    with pytest.raises(ValueError, match=r"requester of ticket 1042 is unknown; .*set 1042 email=ADDRESS"):
        by_hand.answer(nobody, "Robin Hale", "Hello", NOW)
    joined, mail, _ = by_hand.answer(replace(nobody, fields=given), "Robin Hale", "Hello", NOW)

    assert joined == AddParticipants(frozenset({"jo@customer.example"}))
    assert isinstance(mail, QueueReply)
    assert mail.reply.to == (Address("jo@customer.example"),)


# ---------------------------------------------------------------- waiting for the requester


@pytest.mark.parametrize(
    ("before", "word", "expected"),
    [
        pytest.param(Status.NEW, "status=waiting", EventType.WAITING, id="before the first answer"),
        pytest.param(Status.OPEN, "status=waiting", EventType.WAITING, id="after it"),
        pytest.param(Status.WAITING, "status=open", EventType.RESUMED, id="the wait ends"),
        pytest.param(Status.CLOSED, "status=open", EventType.REOPENED, id="reopened"),
    ],
)
def test_an_agent_lets_a_ticket_wait_and_go_on(before, word, expected):
    actions = by_hand.set_fields(
        replace(TICKET, status=before), "Robin Hale", by_hand.parse_assignments((word,), CONFIG), NOW
    )

    recorded, status = actions
    assert isinstance(recorded, RecordEvent)
    assert (recorded.event.type, recorded.event.data["by"]) == (expected, "Robin Hale")
    assert status == SetStatus(Status(word.removeprefix("status=")))


@pytest.mark.parametrize("status", [Status.WAITING, Status.OPEN])
def test_a_status_the_ticket_has_already_changes_nothing(status):
    values = by_hand.parse_assignments((f"status={status}",), CONFIG)

    assert by_hand.set_fields(replace(TICKET, status=status), "Robin Hale", values, NOW) == ()


@pytest.mark.parametrize(("before", "word"), [(Status.NEW, "status=open"), (Status.CLOSED, "status=waiting")])
def test_a_status_the_ticket_cannot_take_is_refused(before, word):
    with pytest.raises(ValueError, match=f"ticket 1042 is {before}"):
        by_hand.set_fields(
            replace(TICKET, status=before), "Robin Hale", by_hand.parse_assignments((word,), CONFIG), NOW
        )


def test_only_what_no_command_does_can_be_set_as_a_status():
    with pytest.raises(ValueError, match="waiting, open"):
        by_hand.parse_assignments(("status=closed",), CONFIG)
