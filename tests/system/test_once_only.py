"""One mail, one ticket, one answer: under another UID, after a restart, in a rebuilt mailbox, on a mailbox in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta

import pytest
from desk import BOTH_SERVERS, Desk, embedded_only, opened
from mails import INCOMPLETE, address, answer, bounce, letter, new_customer

YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture(params=BOTH_SERVERS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Not started."""
    with opened(request, tmp_path_factory.mktemp("desk")) as made:
        yield made


def drain(desk: Desk) -> None:
    done = desk.run("run", "--once")
    assert done.returncode == 0, done.stderr


def test_the_same_mail_under_another_uid_changes_nothing(desk):
    customer = new_customer()
    mail = bytes(letter(customer, INCOMPLETE))
    desk.deliver(mail)
    desk.deliver(mail)

    drain(desk)

    assert len(desk.json("tickets")) == 1
    assert len(desk.queued_to(customer)) == 1
    assert desk.json("reconcile")["outcomes"] == {"ignored": 1, "ticket": 1}


@embedded_only
@pytest.mark.parametrize(("attached", "tickets"), [(b"one", 1), (b"other", 2)], ids=["the same", "another"])
def test_one_message_id_with_another_attachment_is_another_mail(desk, attached, tickets):
    first = letter(new_customer(), INCOMPLETE)
    copy = deepcopy(first)
    for mail, octets in ((first, b"one"), (copy, attached)):
        mail.add_attachment(octets, "application", "octet-stream", filename="log.bin")
    desk.deliver(first)
    desk.deliver(b"Received: from elsewhere.example; today\r\n" + bytes(copy))

    drain(desk)

    assert len(desk.json("tickets")) == tickets


@embedded_only
def test_a_copy_that_went_another_way_changes_nothing(desk):
    customer = new_customer()
    mail = bytes(letter(customer, INCOMPLETE))
    desk.deliver(mail)
    desk.deliver(b"Received: from elsewhere.example; today\r\n" + mail)

    drain(desk)

    assert len(desk.json("tickets")) == 1
    assert len(desk.queued_to(customer)) == 1


@embedded_only
def test_another_text_under_the_same_message_id_is_another_mail(desk):
    customer = new_customer()
    first, second = letter(customer, INCOMPLETE), letter(customer, "The printer of my mother is broken.\n", "printer")
    second.replace_header("Message-ID", first["Message-ID"])
    desk.deliver(first)
    desk.deliver(second)

    drain(desk)

    assert len(desk.json("tickets")) == 2


@embedded_only
def test_after_a_restart_nothing_is_done_again(desk):
    customer = new_customer()
    desk.start()
    desk.take(letter(customer, INCOMPLETE))
    desk.sent_to(customer)
    desk.stop()
    before = len(desk.smtp.mails)

    drain(desk)

    assert len(desk.smtp.mails) == max(before, 2)
    assert len(desk.json("outbox", "--all")) == 2


@pytest.mark.dovecot
@pytest.mark.parametrize("desk", ["dovecot"], indirect=True)
def test_a_folder_made_anew_with_the_same_mails_brings_no_ticket_and_no_answer(desk):
    desk.changes = {"imap": {"folder": "Support"}}
    desk.configure(desk.changes)
    mails = {new_customer(): YESTERDAY, new_customer(): None}
    octets = [bytes(letter(customer, INCOMPLETE)) for customer in mails]
    uidvalidity = []

    for _ in range(2):
        with desk.mailbox.client() as client:
            if client.folder_exists("Support"):
                client.delete_folder("Support")
            client.create_folder("Support")
            uidvalidity.append(client.folder_status("Support", ["UIDVALIDITY"])[b"UIDVALIDITY"])
        for mail in octets:
            desk.deliver(mail, "Support")
        drain(desk)

    assert uidvalidity[0] != uidvalidity[1]
    assert len(desk.json("tickets")) == 2
    assert all(len(desk.queued_to(customer)) == 1 for customer in mails)
    assert desk.json("reconcile") == {"outcomes": {"ignored": 2, "ticket": 2}, "unsettled": {"Support": []}}


# ---------------------------------------------------------------- a mailbox that was in use before


def test_on_a_mailbox_in_use_older_mail_is_left_alone(desk):
    older, newer = new_customer(), new_customer()
    for _ in range(3):
        desk.deliver(letter(older, INCOMPLETE), received_at=YESTERDAY)
    desk.deliver(letter(newer, INCOMPLETE))

    drain(desk)

    assert [ticket["requester"] in newer for ticket in desk.json("tickets")] == [True]
    assert desk.queued_to(older) == []
    assert [bool(mail.flags - {"\\Recent"}) for mail in desk.mailbox.stored()] == [False, False, False, True]
    assert desk.json("reconcile")["unsettled"] == {"INBOX": []}


def test_on_a_mailbox_in_use_older_mail_can_be_imported_without_answers(desk):
    desk.configure({"imap": {"older_mail": "import"}})
    older = new_customer()
    desk.deliver(letter(older, INCOMPLETE), received_at=YESTERDAY)
    desk.deliver(letter(new_customer(), INCOMPLETE))

    drain(desk)

    imported = next(ticket for ticket in desk.json("tickets") if ticket["requester"] in older)
    assert (imported["status"], imported["objectives"][0]["state"]) == ("closed", "excluded")
    assert desk.queued_to(older) == []
    assert len(desk.json("outbox", "--all")) == 2  # about the new one


@embedded_only
def test_an_older_conversation_is_imported_whole_and_wakes_nobody(desk):
    desk.configure({"imap": {"older_mail": "import"}})
    older = new_customer()
    first = bytes(letter(older, INCOMPLETE))
    desk.deliver(first, received_at=YESTERDAY)
    desk.deliver(answer(older, first, "Customer CMP ID: 58213\nAny news?\n"), received_at=YESTERDAY)
    desk.deliver(bounce(address(older), first), received_at=YESTERDAY)

    drain(desk)

    (ticket,) = desk.json("tickets")
    assert ticket["status"] == "closed"
    assert len(desk.ticket(ticket["id"])["messages"]) == 3
    assert desk.json("outbox", "--all") == []


@embedded_only
def test_mail_that_waited_out_a_long_outage_becomes_a_ticket_without_an_answer(desk):
    drain(desk)  # installed before the mail came …
    desk.configure({"replies": {"max_age": "1h"}, "imap": {"first_start_grace": "2d"}})
    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE), received_at=YESTERDAY)  # … by the grace

    drain(desk)

    (ticket,) = desk.json("tickets")
    assert ticket["status"] == "new"
    assert desk.queued_to(customer) == []
    assert "max_age" in desk.events(ticket["id"], "answer_withheld")[0]["why"]


@embedded_only
def test_a_dry_run_shows_decisions_and_changes_nothing(desk):
    desk.deliver(letter(new_customer(), INCOMPLETE))

    done = desk.run("run", "--dry-run")

    assert done.returncode == 0, done.stderr
    assert "opens a ticket for" in done.stdout
    assert "mails acknowledgement to" in done.stdout
    assert not (desk.folder / "state" / "mailticket.db").exists()
    assert desk.mailbox.stored()[0].flags - {"\\Recent"} == frozenset()
    assert desk.smtp.mails == []


@embedded_only
def test_a_dry_run_knows_the_tickets_of_its_own_batch_and_those_there_are(desk):
    before, new = new_customer(), new_customer()
    desk.deliver(letter(before, INCOMPLETE))
    desk.run("run", "--once")
    (acknowledgement,) = desk.sent_to(before)
    known, sent = sorted((desk.folder / "state").iterdir()), len(desk.smtp.mails)
    first = bytes(letter(new, INCOMPLETE))
    for mail in (first, answer(new, first, "CMP ID: 58213"), answer(before, acknowledgement.octets, "Hello?"), first):
        desk.deliver(mail)

    done = [desk.run("run", "--dry-run") for _ in range(2)]

    outcomes = re.findall(r"^INBOX \d+: ([a-z]+) ", done[0].stdout, re.M)
    assert outcomes == ["ticket", "reply", "reply", "ignored"]
    assert done[0].stdout == done[1].stdout
    assert len(desk.json("tickets")) == 1
    assert sorted((desk.folder / "state").iterdir()) == known
    assert len(desk.smtp.mails) == sent
