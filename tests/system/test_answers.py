"""The request block filled in and sent back, in the shapes mail programs give it; and how often it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest
from desk import BOTH_SERVERS, Desk, Record, embedded_only, opened
from mails import AGENT, INCOMPLETE, address, answer, filled, form, html, letter, new_customer, plain, read

from mailticket.demo.servers import Mail

ANSWERS = {
    "Partner name": "Harborlight Dental",
    "Phone number": "503-555-0142",
    "Time zone": "Pacific",
    "Case severity": "B",
    "Affected product": "Exchange Online",
    "Impacted tenant domains": "harborlight.onmicrosoft.com",
    "Number of users impacted": "12",
}
REST = {
    "Preferred contact method": "phone",
    "Preferred time to contact": "before noon",
    "Customer CMP ID": "58213",
    "Error messages": "550 5.7.708 Service unavailable",
    "Steps to reproduce": "send any mail to a Gmail address",
    "Steps taken so far": "none yet",
}
READ = {
    "partner_name": "Harborlight Dental",
    "phone": "+15035550142",
    "time_zone": "America/Los_Angeles",
    "severity": "B",
    "product": "Exchange Online",
    "tenant_domains": ["harborlight.onmicrosoft.com"],
    "users_impacted": 12,
}


@pytest.fixture(scope="module", params=BOTH_SERVERS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened(request, tmp_path_factory.mktemp("desk")) as made:
        made.start()
        yield made


def asked(desk: Desk) -> tuple[str, Record, Mail]:
    """A new customer, their ticket, and the mail that asks them for what is missing."""
    customer = new_customer()
    taken = desk.take(letter(customer, INCOMPLETE))
    (request,) = desk.sent_to(customer)
    return customer, taken, request


def whole_text(request: bytes, answers: dict[str, str]) -> list[str]:
    """The lines of our mail with the form filled in, as a mail program quotes them."""
    lines = dict(zip(form(request), filled(form(request), answers), strict=True))
    return [lines.get(line, line) for line in plain(request).splitlines()]


def quoted(customer: str, request: bytes) -> EmailMessage:
    text = "\n".join(f"> {line}".rstrip() for line in whole_text(request, ANSWERS))
    return answer(customer, request, f"Hi, see below, thanks!\n\nOn Monday, TechOps wrote:\n{text}\n")


def as_outlook_does(customer: str, request: bytes) -> EmailMessage:
    ours = read(request)
    head = f"From: {ours['From']}\nSent: Monday, November 23, 2026 9:00 AM\nTo: Lee\nSubject: {ours['Subject']}\n"
    body = "\n".join(whole_text(request, ANSWERS))
    return answer(customer, request, f"Please see my answers below.\n\nLee\n\n{head}\n{body}\n")


def above_the_quote(customer: str, request: bytes) -> EmailMessage:
    lines = "\n".join(filled(form(request), ANSWERS))
    text = "\n".join(f"> {line}".rstrip() for line in plain(request).splitlines())
    return answer(customer, request, f"{lines}\n\nOn Monday, TechOps wrote:\n{text}\n")


def only_html(customer: str, request: bytes) -> EmailMessage:
    mail, page = answer(customer, request, ""), html(request)
    for label, value in ANSWERS.items():
        before, found, after = page.partition(f"<div>{label}")
        assert found, label
        line, end, rest = after.partition("</div>")
        page = f"{before}{found}{line} {value}{end}{rest}"
    mail.set_content(f"<p>See below.</p><blockquote type='cite'>{page}</blockquote>", subtype="html")
    return mail


@pytest.mark.parametrize(
    "write", [quoted, as_outlook_does, above_the_quote, only_html], ids=["quoted", "outlook", "above", "html"]
)
def test_the_filled_in_block_sets_the_fields_of_the_same_ticket(desk, write: Callable[[str, bytes], EmailMessage]):
    customer, taken, request = asked(desk)

    answered = desk.take(write(customer, request.octets))

    ticket = desk.ticket(taken["ticket"])
    assert (answered["outcome"], answered["ticket"]) == ("reply", taken["ticket"])
    assert {key: ticket["fields"].get(key) for key in READ} == READ
    assert ticket["severity"] == "B"
    assert "cmp_id" in ticket["missing"]


def test_what_is_still_missing_is_asked_once_more_and_never_a_third_time(desk):
    customer, taken, request = asked(desk)

    desk.take(quoted(customer, request.octets))
    second = desk.sent_to(customer, 2)[1]
    desk.take(answer(customer, second.octets, "Partner name: Harborlight Dental Group\n"))
    desk.sent_to(AGENT, 3, about=f"#{taken['ticket']}]")

    still = [line.partition(" (")[0].rstrip(": ") for line in form(second.octets)]
    assert set(still) <= set(REST)
    assert "Customer CMP ID" in still
    assert read(second.octets)["Auto-Submitted"] == "auto-replied"
    assert len(desk.queued_to(customer)) == 2
    assert len(desk.events(taken["ticket"], "information_requested")) == 2


@embedded_only
def test_a_mere_thank_you_is_not_met_with_a_form(desk):
    customer, taken, request = asked(desk)

    desk.take(answer(customer, request.octets, "Thank you!\n\nLee\n"))

    assert len(desk.queued_to(customer)) == 1
    inbound = [item["text"] for item in desk.ticket(taken["ticket"])["messages"] if item["direction"] == "inbound"]
    assert any(text.startswith("Thank you!") for text in inbound)


@embedded_only
def test_agents_hear_what_an_answer_brought(desk):
    customer, taken, request = asked(desk)

    desk.take(quoted(customer, request.octets))
    update = desk.sent_to(AGENT, 2, about=f"#{taken['ticket']}]")[1]

    assert "Harborlight Dental" in plain(update.octets)
    assert "replied to" in plain(update.octets)


@embedded_only
def test_an_answer_that_lost_its_threading_is_found_by_the_number_in_its_subject(desk):
    customer, taken, _ = asked(desk)

    answered = desk.take(letter(customer, "CMP ID: 58213\n", f"RE: [TechOps #{taken['ticket']}] cannot send mail"))

    assert answered["ticket"] == taken["ticket"]
    assert desk.ticket(taken["ticket"])["fields"]["cmp_id"] == "58213"


@embedded_only
def test_a_stranger_who_names_the_number_gets_a_ticket_of_their_own(desk):
    _, taken, _ = asked(desk)
    stranger = new_customer("Mallory Strange")

    answered = desk.take(letter(stranger, "CMP ID: 99999\n", f"Re: [TechOps #{taken['ticket']}] cannot send mail"))

    assert answered["outcome"] == "ticket"
    assert answered["ticket"] != taken["ticket"]
    assert "cmp_id" not in desk.ticket(taken["ticket"])["fields"]
    assert desk.events(answered["ticket"], "linked")[0]["ticket"] == taken["ticket"]


@embedded_only
def test_a_stranger_who_answers_our_mail_changes_no_fields(desk):
    _, taken, request = asked(desk)
    stranger = new_customer("Mallory Strange")

    answered = desk.take(answer(stranger, request.octets, "CMP ID: 99999\n"))

    ticket = desk.ticket(taken["ticket"])
    assert answered["ticket"] == taken["ticket"]
    assert "cmp_id" not in ticket["fields"]
    assert address(stranger) in [message["from"] for message in ticket["messages"]]
    assert desk.queued_to(stranger) == []


@embedded_only
def test_an_answer_to_a_closed_ticket_opens_it_again(desk):
    customer, taken, request = asked(desk)
    desk.tell("close", str(taken["ticket"]))

    desk.take(answer(customer, request.octets, "It still does not work.\n"))

    ticket = desk.ticket(taken["ticket"])
    assert ticket["status"] == "open"
    assert [event["type"] for event in ticket["events"] if event["type"] in ("closed", "reopened")] == [
        "closed",
        "reopened",
    ]


@embedded_only
def test_agents_hear_what_of_an_answer_could_not_be_read(desk):
    customer, taken, request = asked(desk)
    reply = answer(customer, request.octets, "Here it is.")
    reply.add_attachment(b"%PDF" * 5000, "application", "pdf", filename="report.pdf")

    desk.take(reply)
    notices = desk.sent_to(AGENT, count=2, about=f"#{taken['ticket']}]")

    assert "what is attached was not read (report.pdf)" in " ".join(plain(notices[-1].octets).split())
