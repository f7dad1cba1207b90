"""Mails that machines wrote: never answered, each with its end in the ledger; bounces of ours are shown to agents."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from desk import BOTH_SERVERS, Desk, Record, embedded_only, opened
from mails import AGENT, DESK, INCOMPLETE, absence, address, answer, bounce, letter, new_customer, plain

from mailticket.demo.servers import Mail


@pytest.fixture(scope="module", params=BOTH_SERVERS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened(request, tmp_path_factory.mktemp("desk")) as made:
        made.start()
        yield made


def acknowledged(desk: Desk) -> tuple[str, Record, Mail]:
    customer = new_customer()
    taken = desk.take(letter(customer, INCOMPLETE))
    (mail,) = desk.sent_to(customer)
    return customer, taken, mail


def from_a_list(sender: str) -> EmailMessage:
    return letter(sender, INCOMPLETE, list_id="<weekly.customer.example>", precedence="list")


def from_a_responder(sender: str) -> EmailMessage:
    return letter(sender, "I am away.\n", "Out of office", auto_submitted="auto-replied")


def from_a_monitor(sender: str) -> EmailMessage:
    return letter(sender, "Disk is 91 % full.\n", "[alert] disk", auto_submitted="auto-generated")


def from_ourselves(sender: str) -> EmailMessage:
    return letter(f"TechOps <{DESK}>", INCOMPLETE, auto_submitted="auto-generated", reply_to=sender)


def from_a_filter(sender: str) -> EmailMessage:
    return letter(sender, "Cheap pills\n", "Cheap pills", x_spam_flag="YES")


@pytest.mark.parametrize(
    ("write", "outcome"),
    [
        (from_a_list, "ignored"),
        (from_a_responder, "auto-reply"),
        (from_a_monitor, "auto-reply"),
        (from_ourselves, "ignored"),
        (from_a_filter, "ignored"),
    ],
    ids=["list", "responder", "monitor", "own", "spam"],
)
@embedded_only
def test_what_a_machine_wrote_opens_no_ticket_and_is_not_answered(desk, write, outcome):
    sender = new_customer()

    taken = desk.take(write(sender))

    assert (taken["outcome"], taken["ticket"]) == (outcome, None)
    assert desk.queued_to(sender) == []


@embedded_only
def test_a_sender_nobody_reads_gets_a_ticket_but_no_answer(desk):
    taken = desk.take(letter("Shop <no-reply@shop.example>", INCOMPLETE))

    assert taken["outcome"] == "ticket"
    assert desk.queued_to("no-reply@shop.example") == []
    assert "nobody reads" in desk.events(taken["ticket"], "answer_withheld")[0]["why"]


def test_an_absence_notice_is_kept_with_its_ticket_and_changes_nothing_there(desk):
    customer, taken, mail = acknowledged(desk)

    notice = desk.take(absence(customer, mail.octets))

    ticket = desk.ticket(taken["ticket"])
    assert (notice["outcome"], notice["ticket"]) == ("auto-reply", taken["ticket"])
    assert (ticket["status"], ticket["objectives"][0]["state"]) == ("new", "running")
    assert len(desk.queued_to(customer)) == 1


def test_a_bounce_of_ours_shows_on_the_ticket_and_agents_are_told(desk):
    customer, taken, mail = acknowledged(desk)

    report = desk.take(bounce(address(customer), mail.octets))
    notice = desk.sent_to(AGENT, 2, about=f"#{taken['ticket']}]")[1]

    (event,) = desk.events(taken["ticket"], "delivery_failed")
    assert (report["outcome"], report["ticket"]) == ("bounce", taken["ticket"])
    assert "mailbox full" in event["detail"]
    assert address(customer) in plain(notice.octets)
    assert len(desk.queued_to(customer)) == 1


@embedded_only
def test_a_bounce_of_an_agents_notice_shows_on_the_ticket_and_causes_no_other_notice(desk):
    _, taken, _ = acknowledged(desk)
    (notice,) = desk.sent_to(AGENT, about=f"#{taken['ticket']}]")
    before = len(desk.queued_to(AGENT))

    report = desk.take(bounce("robin@forwarded.example", notice.octets))

    assert (report["outcome"], report["ticket"]) == ("bounce", taken["ticket"])
    assert len(desk.events(taken["ticket"], "delivery_failed")) == 1
    assert len(desk.queued_to(AGENT)) == before


@embedded_only
def test_a_customers_answer_that_a_filter_marked_reaches_the_ticket_and_the_agents(desk):
    customer, taken, mail = acknowledged(desk)

    marked = desk.take(answer(customer, mail.octets, "It still does not work.\n", x_spam_flag="YES"))
    desk.sent_to(AGENT, 2, about=f"#{taken['ticket']}]")

    assert (marked["outcome"], marked["ticket"]) == ("reply", taken["ticket"])
    assert "It still does not work." in desk.ticket(taken["ticket"])["messages"][-1]["text"]
    assert len(desk.queued_to(customer)) == 1


@embedded_only
def test_a_bounce_that_is_about_no_mail_of_ours_ends_in_the_ledger(desk):
    stranger = bytes(letter(DESK, "Hello\n", to="somebody@elsewhere.example"))

    report = desk.take(bounce("somebody@elsewhere.example", stranger))

    assert (report["outcome"], report["ticket"]) == ("bounce", None)


@embedded_only
def test_a_robot_that_hides_its_nature_is_answered_a_few_times_only(desk):
    robot = new_customer("Robot Roberta")
    rounds = [desk.take(letter(robot, f"Your request {number} was received.\n", "Received")) for number in range(6)]

    assert {taken["outcome"] for taken in rounds} == {"ticket"}
    assert len(desk.queued_to(robot)) == 3  # replies.same_subject_per_hour


@embedded_only
def test_a_robot_that_answers_every_answer_is_not_answered_for_ever(desk):
    robot, taken, mail = acknowledged(desk)

    for number in range(4):
        desk.take(answer(robot, mail.octets, f"CMP ID: 5821{number}\nWe received your mail.\n"))

    assert len(desk.queued_to(robot)) <= 2
    assert len(desk.events(taken["ticket"], "received")) == 4
