"""When mails cannot be sent: the ticket stands, the mail waits or fails in sight of the agents, none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from door import door
from mails import AGENT, AGENT_ADDRESS, INCOMPLETE, address, letter, new_customer, plain

from mailticket.demo.servers import DROP_AFTER_ACCEPT


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def test_while_the_server_is_away_mails_wait_and_are_sent_once_it_is_back(desk):
    with door(desk.smtp.port, is_open=False) as entrance:
        desk.configure({"smtp": {"port": entrance.port, "timeout": "5s"}})
        daemon = desk.start()
        customer = new_customer()
        taken = desk.take(letter(customer, INCOMPLETE))
        daemon.says("mails wait in the outbox")
        waiting = desk.json("outbox")
        before = desk.ticket(taken["ticket"])

        entrance.open()
        desk.sent_to(customer)
        desk.sent_to(AGENT)
        desk.stop()

    assert [row["state"] for row in waiting] == ["queued", "queued"]
    assert before["status"] == "new"
    assert len(desk.smtp.mails) == 2
    assert desk.json("outbox") == []


def test_a_connection_lost_before_the_mail_was_taken_sends_it_once(desk):
    with door(desk.smtp.port) as entrance:
        desk.configure({"smtp": {"port": entrance.port}})
        desk.start()
        first, second = new_customer(), new_customer()
        desk.take(letter(first, INCOMPLETE))
        desk.sent_to(AGENT)

        entrance.cut()  # the connection kept open for the next mail
        desk.take(letter(second, INCOMPLETE))
        desk.sent_to(second)
        desk.sent_to(AGENT, 2)
        desk.stop()

    assert len(desk.smtp.mails) == 4


def test_a_refusal_for_good_is_shown_on_the_ticket_and_told_to_the_agents(desk):
    desk.smtp.fail("RCPT", "550 5.1.1 no such user here")
    customer = new_customer()
    desk.start()

    taken = desk.take(letter(customer, INCOMPLETE))
    notice = next(mail for mail in desk.sent_to(AGENT, 2) if "could not be delivered" in plain(mail.octets))
    desk.stop()

    (failed,) = desk.json("outbox")
    (event,) = desk.events(taken["ticket"], "delivery_failed")
    assert (failed["state"], failed["rcpt_to"]) == ("failed", [address(customer)])
    assert "no such user here" in failed["last_error"]
    assert "no such user here" in event["detail"]
    assert address(customer) in plain(notice.octets)


def test_a_notice_that_failed_causes_no_other_whatever_the_agents_address_looks_like(desk):
    desk.config.write_text(desk.config.read_text("utf-8").replace(AGENT_ADDRESS, "robin@bücher.example"), "utf-8")
    for _ in range(3):
        desk.smtp.fail("RCPT", "550 5.1.1 no such user here")
    desk.deliver(letter(new_customer(), INCOMPLETE))

    desk.run("run", "--once")

    written = desk.json("outbox", "--all")
    assert sorted(row["template"] for row in written) == ["acknowledgement", "delivery_failed", "notification"]
    assert {row["state"] for row in written} == {"failed"}
    assert len(desk.events(written[0]["ticket_id"], "delivery_failed")) == 3


def test_what_could_not_be_written_is_not_on_record_as_sent(desk):
    own = desk.folder / "own" / "mail" / "acknowledgement"
    own.mkdir(parents=True)
    (own / "body.txt.j2").write_text("{{ 1 // 0 }}")
    desk.configure({"replies": {"templates": "own"}})
    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE))

    desk.run("run", "--once")

    (ticket,) = desk.json("tickets")
    recorded = [event["type"] for event in desk.ticket(ticket["id"])["events"]]
    assert "answer_withheld" in recorded
    assert not {"acknowledged", "information_requested"} & set(recorded)
    assert desk.queued_to(customer) == []
    assert len(desk.sent_to(AGENT)) == 1


def test_a_refusal_for_now_is_shown_with_its_reason_and_can_be_tried_at_once(desk):
    desk.smtp.fail("RCPT", "451 4.7.1 greylisted, come back later")
    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE))
    first = desk.run("run", "--once")
    (deferred,) = desk.json("outbox")

    desk.tell("outbox", "retry", str(deferred["id"]))
    second = desk.run("run", "--once")

    assert (first.returncode, second.returncode) == (75, 0)
    assert "1 mail still in the outbox" in first.stderr
    assert (deferred["state"], deferred["attempts"]) == ("queued", 1)
    assert "greylisted" in deferred["last_error"]
    assert deferred["next_attempt_at"] is not None
    assert len(desk.sent_to(customer)) == 1
    assert desk.json("outbox") == []


def test_a_recipient_that_makes_the_server_hang_up_holds_up_no_other_mail(desk):
    desk.smtp.fail("RCPT", "421 4.7.0 come back later")
    desk.deliver(letter(new_customer(), INCOMPLETE))
    desk.deliver(letter(new_customer(), INCOMPLETE))

    done = desk.run("run", "--once")

    (deferred,) = desk.json("outbox")
    assert done.returncode == 75
    assert (deferred["state"], deferred["attempts"]) == ("queued", 1)
    assert "come back later" in deferred["last_error"]
    assert len(desk.smtp.mails) == 3


def test_a_mail_that_may_have_been_taken_is_sent_again_under_its_own_message_id(desk):
    desk.smtp.fail("END", DROP_AFTER_ACCEPT)
    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE))
    desk.run("run", "--once")
    (uncertain,) = desk.json("outbox")

    desk.tell("outbox", "retry", str(uncertain["id"]))
    desk.run("run", "--once")

    first, second = desk.sent_to(customer, 2)
    assert "no answer after the whole mail" in uncertain["last_error"]
    assert first.octets == second.octets


def test_the_rate_limit_holds_mails_back(desk):
    desk.configure({"smtp": {"per_minute": 3}})
    with ExitStack() as after:
        desk.start()
        after.callback(desk.stop)
        for _ in range(2):
            desk.take(letter(new_customer(), INCOMPLETE))
        desk.smtp.wait_for(3)

        waiting = [row for row in desk.json("outbox") if row["state"] == "queued"]

    assert [row["attempts"] for row in waiting] == [0]
    assert len(desk.smtp.mails) == 3


def test_severity_a_overtakes_what_waits(desk):
    desk.smtp.fail("MAIL", "421 4.3.2 not now")
    calm, urgent = new_customer(), new_customer()
    desk.deliver(letter(calm, INCOMPLETE))
    desk.deliver(letter(urgent, f"{INCOMPLETE}\nSeverity: A\n", "URGENT: nobody can sign in"))

    desk.run("run", "--once")
    done = desk.run("run", "--once")

    assert done.returncode == 0, done.stderr
    assert desk.smtp.mails[0].rcpt_tos == (address(urgent),)
