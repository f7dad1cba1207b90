"""A customer's first mail: what goes back, what the agents hear, and what the queue then shows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk import BOTH_SERVERS, Desk, Record, embedded_only, opened
from mails import (
    AGENT,
    AGENT_ADDRESS,
    COMPLETE,
    DESK,
    INCOMPLETE,
    address,
    form,
    html,
    letter,
    new_customer,
    plain,
    read,
)

from mailticket.demo.servers import Mail
from mailticket.vocabulary import BY_KEY

CHANGES = {"imap": {"processed_folder": "Archive", "sent_folder": "Sent"}}


@pytest.fixture(scope="module", params=BOTH_SERVERS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Running, on both kinds of server; shared, so each test writes as a customer of its own."""
    with opened(request, tmp_path_factory.mktemp("desk"), CHANGES) as made:
        made.start()
        yield made


def acknowledged(desk: Desk, text: str) -> tuple[Record, Mail, str]:
    """The ticket of a new customer's mail, its acknowledgement, and who wrote."""
    customer = new_customer()
    taken = desk.take(letter(customer, text))
    (mail,) = desk.sent_to(customer)
    return desk.ticket(taken["ticket"]), mail, customer


def test_a_mail_is_acknowledged_within_seconds_although_polls_are_minutes_apart(desk):
    acknowledged(desk, INCOMPLETE)  # from here on the daemon waits in IDLE
    customer = new_customer()
    before = time.monotonic()

    desk.deliver(letter(customer, INCOMPLETE))
    desk.sent_to(customer)

    assert time.monotonic() - before < 10


def test_mails_that_come_while_another_is_being_marked_wait_for_no_poll(desk):
    taken = [desk.take(letter(new_customer(), INCOMPLETE)) for _ in range(12)]  # each as soon as the last is settled

    assert [record["outcome"] for record in taken] == ["ticket"] * 12


def test_there_is_one_acknowledgement_and_it_is_threaded_under_the_mail(desk):
    customer = new_customer()
    mail = letter(customer, INCOMPLETE, references="<first@customer.example>")

    desk.take(mail)
    (sent,) = desk.sent_to(customer)

    assert read(sent.octets)["In-Reply-To"] == mail["Message-ID"]
    assert read(sent.octets)["References"].split() == ["<first@customer.example>", mail["Message-ID"]]
    assert len(desk.queued_to(customer)) == 1


def test_the_acknowledgement_says_that_a_machine_wrote_it_and_asks_for_no_bounces(desk):
    _, sent, customer = acknowledged(desk, INCOMPLETE)

    mail = read(sent.octets)

    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert sent.mail_from == ""
    assert sent.rcpt_tos == (address(customer),)
    assert mail["From"].addresses[0].addr_spec == DESK


@embedded_only
def test_the_ticket_number_stands_in_the_subject_and_in_the_text(desk):
    ticket, sent, _ = acknowledged(desk, INCOMPLETE)

    assert ticket["number"] == f"TechOps #{ticket['id']}"
    assert f"[{ticket['number']}]" in read(sent.octets)["Subject"]
    assert ticket["number"] in plain(sent.octets)


def test_exactly_the_missing_required_fields_are_asked_for(desk):
    ticket, sent, _ = acknowledged(desk, INCOMPLETE)

    asked = [line.partition(" (")[0].rstrip(": ") for line in form(sent.octets)]

    assert asked == [BY_KEY[key].label for key in ticket["missing"]]
    assert {"partner_name", "phone", "cmp_id"} <= set(ticket["missing"])
    assert {"email", "description", "contact_name"} <= set(ticket["fields"])


@embedded_only
def test_a_mail_that_says_everything_is_asked_for_nothing(desk):
    ticket, sent, _ = acknowledged(desk, COMPLETE)

    assert ticket["missing"] == []
    assert form(sent.octets) == []
    assert ticket["severity"] == "B"
    assert ticket["fields"]["cmp_id"] == "58213"


@embedded_only
def test_the_promise_is_given_in_the_customers_own_zone(desk):
    ticket, sent, _ = acknowledged(desk, COMPLETE)  # the customer is in the Pacific zone, the desk in the Eastern

    due = datetime.fromisoformat(ticket["first_response_due"]).astimezone(ZoneInfo("America/Los_Angeles"))

    written = f"{due:%A} {due.day} {due:%B %Y}, {due:%I:%M %p}".replace(", 0", ", ")
    assert f"{written} {due:%Z}" in " ".join(plain(sent.octets).split())


def test_agents_hear_of_it_and_their_plain_reply_reaches_the_customer(desk):
    ticket, _, customer = acknowledged(desk, INCOMPLETE)

    (notice,) = desk.sent_to(AGENT, about=ticket["number"])

    assert read(notice.octets)["Auto-Submitted"] == "auto-generated"
    assert [item.addr_spec for item in read(notice.octets)["Reply-To"].addresses] == [address(customer), DESK]
    assert notice.rcpt_tos == (AGENT_ADDRESS,)


@embedded_only
def test_agents_hear_what_of_a_mail_could_not_be_read_and_the_customer_does_not(desk):
    customer, note = new_customer(), "The mail holds pictures but hardly any text: what they show was not read."
    mail = letter(customer, "Please see the screenshot.\n\nLee\n")
    mail.add_attachment(b"\x89PNG" * 5000, "image", "png", filename="error.png")

    taken = desk.take(mail)
    ticket = desk.ticket(taken["ticket"])
    (notice,), (acknowledgement,) = desk.sent_to(AGENT, about=ticket["number"]), desk.sent_to(customer)

    assert note in " ".join(plain(notice.octets).split())
    assert note in html(notice.octets)
    assert "pictures" not in plain(acknowledgement.octets) + html(acknowledgement.octets)
    assert ticket["events"][0]["notes"] == [note]
    assert "pictures" in desk.ask("show", str(ticket["id"])).stdout


@embedded_only
def test_the_queue_shows_the_ticket_as_new_with_its_requester(desk):
    ticket, _, customer = acknowledged(desk, INCOMPLETE)

    line = next(line for line in desk.json("tickets", "--status", "new") if line["id"] == ticket["id"])

    assert line["requester"] == address(customer)
    assert line["first_response_at"] is None
    assert line["objectives"][0]["state"] == "running"
    assert [message["direction"] for message in ticket["messages"]] == ["inbound", "outbound"]


@embedded_only
def test_severity_a_is_told_to_telephone(desk):
    _, sent, _ = acknowledged(desk, COMPLETE.replace("Severity: B", "Severity: A"))

    assert "+1 800 555 0100" in " ".join(plain(sent.octets).replace("\u00a0", " ").split())
    assert "severity A" in plain(sent.octets)


def test_every_mail_has_its_end_and_lies_in_the_folder_of_processed_mails(desk):
    acknowledged(desk, INCOMPLETE)
    desk.stop()  # what it is at is finished first: the mails are moved

    found = desk.json("reconcile")
    waiting, processed = desk.mailbox.stored("INBOX"), desk.mailbox.stored("Archive")
    desk.start()

    assert found["unsettled"] == {"INBOX": [], "Sent": []}
    assert waiting == []
    assert len(processed) == found["outcomes"]["ticket"]
    assert all("\\Seen" in mail.flags for mail in processed)
