"""Agents answer by mail: with a copy to the desk, or straight from the desk's mailbox, found in its Sent folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk import BOTH_SERVERS, Desk, Record, embedded_only, opened
from mails import AGENT, AGENT_ADDRESS, DESK, INCOMPLETE, absence, address, answer, letter, new_customer

from mailticket.demo.servers import Mail

REPLY = "Hello,\n\nthe connector was blocked; I have released it.\n\nRobin\n"


@pytest.fixture(scope="module", params=BOTH_SERVERS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened(request, tmp_path_factory.mktemp("desk"), {"imap": {"sent_folder": "Sent"}}) as made:
        made.start()
        yield made


def opened_ticket(desk: Desk) -> tuple[str, int, Mail]:
    """A new customer, their ticket's number, and the notice the agents got."""
    customer = new_customer()
    taken = desk.take(letter(customer, INCOMPLETE))
    (notice,) = desk.sent_to(AGENT, about=f"#{taken['ticket']}]")
    return customer, taken["ticket"], notice


def responses(desk: Desk, number: int) -> list[Record]:
    return [event for event in desk.events(number, "agent_replied") if event["counts"]]


def test_an_answer_with_a_copy_to_the_desk_is_the_first_response(desk):
    customer, number, notice = opened_ticket(desk)

    taken = desk.take(answer(AGENT, notice.octets, REPLY, address(customer), cc=DESK))

    ticket = desk.ticket(number)
    assert (taken["outcome"], taken["ticket"]) == ("reply", number)
    assert ticket["first_response_at"] is not None
    assert (ticket["status"], ticket["objectives"][0]["state"]) == ("open", "met")
    assert responses(desk, number)[0]["agent"] == "Robin Hale"
    assert len(desk.queued_to(customer)) == 1  # the customer had the answer from the agent


def test_an_answer_found_in_the_sent_folder_is_the_first_response(desk):
    customer, number, notice = opened_ticket(desk)

    desk.take(answer(f"TechOps <{DESK}>", notice.octets, REPLY, address(customer)), "Sent")

    assert desk.ticket(number)["first_response_at"] is not None
    assert len(responses(desk, number)) == 1


def test_the_same_answer_in_both_folders_counts_once(desk):
    customer, number, notice = opened_ticket(desk)
    mail = bytes(answer(AGENT, notice.octets, REPLY, address(customer), cc=DESK))

    desk.take(mail, "Sent")
    copy = desk.take(b"Return-Path: <robin@staff.test>\r\nReceived: by mx.test; today\r\n" + mail)

    assert copy["outcome"] == "ignored"
    assert len(responses(desk, number)) == 1
    assert [item["from"] for item in desk.ticket(number)["messages"]].count(AGENT_ADDRESS) == 1


@embedded_only
def test_an_agents_mail_to_the_desk_alone_is_a_note(desk):
    customer, number, notice = opened_ticket(desk)

    desk.take(answer(AGENT, notice.octets, "Looks like the connector again.\n", DESK))

    assert desk.ticket(number)["first_response_at"] is None
    assert len(desk.events(number, "agent_noted")) == 1
    assert len(desk.queued_to(customer)) == 1


@embedded_only
def test_an_agents_mail_to_somebody_else_is_no_response(desk):
    _, number, notice = opened_ticket(desk)

    desk.take(answer(AGENT, notice.octets, REPLY, "support@upstream.example", cc=DESK))

    assert desk.ticket(number)["first_response_at"] is None
    assert desk.ticket(number)["status"] == "new"


@embedded_only
def test_an_agents_absence_notice_is_no_response(desk):
    customer, number, notice = opened_ticket(desk)
    mail = absence(AGENT, notice.octets)
    mail.replace_header("To", address(customer))
    mail["Cc"] = DESK

    taken = desk.take(mail)

    assert taken["outcome"] == "auto-reply"
    assert desk.ticket(number)["first_response_at"] is None
    assert len(desk.queued_to(customer)) == 1


def test_our_own_mails_seen_in_the_sent_folder_are_no_response(desk):
    customer, number, _ = opened_ticket(desk)
    (acknowledgement,) = desk.sent_to(customer)

    taken = desk.take(acknowledgement.octets, "Sent")

    assert taken["outcome"] == "ignored"
    assert desk.ticket(number)["first_response_at"] is None


@embedded_only
def test_what_the_desk_sent_to_others_is_no_ticket(desk):
    taken = desk.take(letter(f"TechOps <{DESK}>", "Lunch?\n", "Lunch", "friend@elsewhere.example"), "Sent")

    assert taken["outcome"] == "ignored"
    assert desk.queued_to("friend@elsewhere.example") == []


@embedded_only
def test_a_late_customer_answer_does_not_undo_the_response(desk):
    customer, number, notice = opened_ticket(desk)
    desk.take(answer(AGENT, notice.octets, REPLY, address(customer), cc=DESK))
    met = desk.ticket(number)["first_response_at"]

    desk.take(answer(customer, notice.octets, "Thank you, it works.\n"))

    assert desk.ticket(number)["first_response_at"] == met


def test_a_customers_mail_that_an_agent_passes_on_opens_the_customers_ticket(desk):
    customer = new_customer("Ida Berg")
    text = (
        f"Sev B for her, please.\n\nFrom: Ida Berg <{address(customer)}>\nSent: Monday\nTo: Robin Hale\n\n{INCOMPLETE}"
    )

    taken = desk.take(letter(AGENT, text, subject="FW: cannot send mail"))

    ticket = desk.ticket(taken["ticket"])
    assert (ticket["requester"], ticket["severity"]) == (address(customer), "B")
    assert ticket["fields"]["contact_name"] == "Ida Berg"
    assert desk.queued_to(customer) == []
