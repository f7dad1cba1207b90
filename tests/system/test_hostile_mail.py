"""Mails too large to be read, or too large for anything: set aside or kept whole, and never in the way of others."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path

import pytest
from desk import BOTH_SERVERS, Desk, environment, opened
from mails import AGENT, INCOMPLETE, address, letter, new_customer, plain
from sqlite_utils.utils import sqlite3

from mailticket.store.database import create

MB = 1024**2
LITTLE = {"intake": {"read_memory": "100MB"}}  # enough for ordinary mails, not for one of 30 MB


@pytest.fixture(params=BOTH_SERVERS[:1])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """Not started."""
    with opened(request, tmp_path) as made:
        yield made


def heavy(sender: str, megabytes: int) -> EmailMessage:
    mail = letter(sender, INCOMPLETE)
    mail.add_attachment(
        bytes(range(256)) * (megabytes * MB // 256 * 3 // 4), "application", "octet-stream", filename="x"
    )
    return mail


def test_a_mail_that_cannot_be_read_is_kept_whole_and_the_next_one_goes_on(desk):
    octets = bytes(heavy(new_customer(), 30))
    desk.configure(LITTLE)
    desk.start()
    other = new_customer()

    taken, again = desk.take(octets), desk.take(octets)
    desk.take(letter(other, INCOMPLETE))
    desk.sent_to(other)
    notices = desk.sent_to(AGENT, 2)
    shown = subprocess.run(desk.command("quarantine", "show", "1"), env=environment(), capture_output=True, check=True)

    (line,) = desk.json("quarantine")
    told = [mail for mail in notices if "could not be read" in " ".join(plain(mail.octets).split())]
    assert [taken["outcome"], again["outcome"]] == ["quarantined", "ignored"]
    assert "intake.read_memory" in line["reason"]
    assert line["size"] == len(octets)
    assert shown.stdout == octets
    assert len(told) == 1
    assert desk.json("reconcile")["outcomes"] == {"ignored": 1, "quarantined": 1, "ticket": 1}


def test_a_mail_out_of_quarantine_takes_its_ordinary_way(desk):
    customer = new_customer()
    desk.configure(LITTLE)
    taken = desk.run("ingest", stdin=bytes(heavy(customer, 30)))
    desk.configure({})

    again = desk.run("quarantine", "retry", "1")

    assert taken.stdout.startswith("quarantined ("), taken
    assert again.stdout.startswith("mail 1: ticket TechOps #1001"), again
    assert [ticket["requester"] for ticket in desk.json("tickets")] == [address(customer)]
    assert len(desk.queued_to(customer)) == 1
    assert desk.json("quarantine") == []


# ---------------------------------------------------------------- mails our program fails over


def be_at_fault(desk: Desk, octets: bytes) -> None:
    """From now on these octets can be set aside, but settled in no other way."""
    odd = f"new.sha256 = '{hashlib.sha256(octets).hexdigest()}' and new.outcome <> 'quarantined'"
    create(desk.folder / "state")
    with closing(sqlite3.connect(desk.folder / "state" / "mailticket.db")) as database:
        database.execute(f"create trigger t before insert on ledger when {odd} begin select raise(abort, 'odd'); end")


@pytest.mark.parametrize("megabytes", [0, 2])
def test_a_fault_in_deciding_sets_the_mail_aside_and_the_next_one_goes_on(desk, megabytes):
    octets = bytes(heavy(new_customer(), megabytes))
    be_at_fault(desk, octets)
    desk.deliver(octets)
    desk.deliver(letter(new_customer(), INCOMPLETE))

    done = desk.run("run", "--once")

    (line,) = desk.json("quarantine")
    assert done.returncode == 0, done.stderr
    assert "deciding about it failed: IntegrityError: odd" in line["reason"]
    assert line["size"] == len(octets)
    assert desk.json("reconcile") == {"outcomes": {"quarantined": 1, "ticket": 1}, "unsettled": {"INBOX": []}}


def test_a_fault_in_deciding_about_a_mail_from_a_pipe_sets_it_aside(desk):
    octets = bytes(letter(new_customer(), INCOMPLETE))
    be_at_fault(desk, octets)

    done = desk.run("ingest", stdin=octets)

    assert (done.returncode, done.stdout[:13]) == (0, "quarantined ("), done.stderr
    assert len(desk.json("quarantine")) == 1


def test_a_mail_leaves_the_quarantine_once(desk):
    octets = bytes(letter(new_customer(), INCOMPLETE))
    be_at_fault(desk, octets)
    desk.run("ingest", stdin=octets)

    done = [desk.run("quarantine", word, "1") for word in ("retry", "retry", "dismiss")]

    assert [result.returncode for result in done] == [0, 65, 65]
    assert "in the quarantine no more" in done[1].stderr
    assert len(desk.json("tickets")) == 1
    assert desk.json("reconcile")["outcomes"] == {"ticket": 1}


def test_a_dismissed_mail_cannot_be_read_again(desk):
    octets = bytes(letter(new_customer(), INCOMPLETE))
    be_at_fault(desk, octets)
    desk.run("ingest", stdin=octets)

    done = [desk.run("quarantine", word, "1") for word in ("dismiss", "retry")]

    assert [result.returncode for result in done] == [0, 65]
    assert desk.json("tickets") == []


def test_a_mail_in_quarantine_whose_copy_was_taken_in_opens_no_second_ticket(desk):
    octets = bytes(letter(new_customer(), INCOMPLETE))
    be_at_fault(desk, octets)
    desk.run("ingest", stdin=octets)
    desk.run("ingest", stdin=b"Received: from elsewhere.example; today\r\n" + octets)

    done = desk.run("quarantine", "retry", "1")

    assert done.stdout.startswith("mail 1: ignored TechOps #1001 (a copy of"), done
    assert len(desk.json("tickets")) == 1


def test_a_mail_of_the_sent_folder_stays_one_in_quarantine(desk):
    desk.configure({"imap": {"sent_folder": "Sent"}})
    octets = bytes(letter(new_customer(), INCOMPLETE))
    be_at_fault(desk, octets)
    desk.deliver(octets, "Sent")
    desk.run("run", "--once")

    done = desk.run("quarantine", "retry", "1")

    assert done.stdout.startswith("mail 1: ignored"), done
    assert desk.json("tickets") == []


# ---------------------------------------------------------------- mails that are large


@pytest.mark.parametrize("desk", BOTH_SERVERS, indirect=True)
def test_a_mail_of_30_mb_stays_whole(desk):
    octets = bytes(heavy(new_customer(), 30))
    desk.deliver(octets)

    done = desk.run("run", "--once")

    (ticket,) = desk.json("tickets")
    (attachment,) = desk.ticket(ticket["id"])["messages"][0]["attachments"]
    (kept,) = (desk.folder / "state" / "raw").iterdir()
    assert done.returncode == 0, done.stderr
    assert kept.name == f"{hashlib.sha256(octets).hexdigest()}.eml"
    assert kept.read_bytes() == octets
    assert attachment["size"] == 30 * MB * 3 // 4
    assert list((desk.folder / "state" / "spool").iterdir()) == []


def test_a_mail_over_the_limit_becomes_a_ticket_from_its_beginning(desk):
    desk.configure({"intake": {"max_size": "2MB"}})
    desk.deliver(heavy(new_customer(), 5))

    desk.run("run", "--once")

    (ticket,) = desk.json("tickets")
    assert "Gmail" in ticket["fields"]["description"]


@pytest.mark.parametrize("desk", BOTH_SERVERS[1:], indirect=True)  # the embedded server does not survive it
def test_a_bomb_of_nested_parts_is_a_ticket_or_in_quarantine_and_the_next_mail_goes_on(desk):
    head = bytes(letter(new_customer(), "")).partition(b"Content-Type")[0]
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(20_000))
    desk.deliver(head + nested)
    desk.deliver(letter(new_customer(), INCOMPLETE))

    done = desk.run("run", "--once")

    outcomes = desk.json("reconcile")["outcomes"]
    assert done.returncode == 0, done.stderr
    assert sum(outcomes.values()) == 2
    assert outcomes["ticket"] >= 1
