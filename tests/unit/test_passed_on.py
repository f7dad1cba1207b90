"""An agent passes a customer's mail on: it is read as the customer's own, with the agent's words above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailticket.intake.context import ReadingContext
from mailticket.intake.passed_on import PassedOn, passed_on
from mailticket.intake.quoting import is_forward, split
from mailticket.intake.read import read
from mailticket.model import Address, AttachedMessage, InboundMessage

AGENT = Address("sam@desk.example", "Sam Agent")
DESK = frozenset({"sam@desk.example", "help@desk.example"})

OUTLOOK = """Please open one for her, it is sev B.

Sam

From: Jane Roe <jane@harbor.example>
Sent: Monday, November 2, 2026 9:01 AM
To: Sam Agent <sam@desk.example>
Subject: Teams is down

Nobody can join a meeting.

Jane
"""
GMAIL = """
---------- Forwarded message ---------
From: Jane Roe <jane@harbor.example>
Date: Mon, Nov 2, 2026 at 9:01 AM
Subject: Teams is down
To: Sam Agent <sam@desk.example>


Nobody can join a meeting.
"""
APPLE = """For you.

Begin forwarded message:

> From: Jane Roe <jane@harbor.example>
> Subject: Teams is down
> Date: November 2, 2026 at 9:01:00 AM EST
> To: sam@desk.example
>
> Nobody can join a meeting.
"""
GERMAN = """Bitte übernehmen.

Von: Jane Roe [mailto:jane@harbor.example]
Gesendet: Montag, 2. November 2026 09:01
An: Sam Agent
Betreff: Teams geht nicht

Nobody can join a meeting.
"""


def mail(text: str, subject: str = "FW: Teams is down", author: Address = AGENT) -> InboundMessage:
    return InboundMessage("<1@x>", (author,), (), subject, text)


def result(message: InboundMessage) -> PassedOn | None:
    return passed_on(message, split(message.text, forwarded=is_forward(message.subject)), DESK)


@pytest.mark.parametrize("text", [OUTLOOK, GMAIL, APPLE, GERMAN], ids=["outlook", "gmail", "apple", "german"])
def test_the_author_of_the_mail_passed_on_becomes_its_author(text: str) -> None:
    found = result(mail(text))

    assert found is not None
    assert found.mail.author == Address("jane@harbor.example", "Jane Roe")
    assert found.mail.text.startswith("Nobody can join a meeting.")


def test_the_agents_own_words_are_kept_apart_without_their_signature() -> None:
    signed = "It is sev B.\n\nBest regards\nSam Agent\nPhone: +1 843 555 0199\n________________________________\n"

    found = result(mail(signed + OUTLOOK.split("Sam\n\n", 1)[1]))

    assert found is not None
    assert found.words == "It is sev B."


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Jane Roe <jane@harbor.example>", Address("jane@harbor.example", "Jane Roe")),
        ("Jane (eve@x.example) <jane@harbor.example>", Address("jane@harbor.example", "Jane (eve@x.example)")),
        (
            '"old@other.example via Portal" <jane@harbor.example>',
            Address("jane@harbor.example", "old@other.example via Portal"),
        ),
        ("jane.o’brien@harbor.example", None),
        ("jane@harbor.example and eve@other.example", None),
        ("jane@harbor.example", Address("jane@harbor.example")),
    ],
)
def test_the_address_is_the_one_in_brackets_or_the_only_one(author: str, expected: Address | None) -> None:
    found = result(mail(f"From: {author}\nSent: Monday\nTo: Sam\nSubject: Help\n\nIt fails.\n"))

    assert (found.mail.author if found else None) == expected


def test_an_attached_mail_is_passed_on_as_well() -> None:
    attached = AttachedMessage(Address("jane@harbor.example", "Jane Roe"), "Teams is down", "Nobody can join.")

    found = result(replace(mail("See attached."), attached=(attached,)))

    assert found is not None
    assert (found.mail.author.addr, found.mail.text) == ("jane@harbor.example", "Nobody can join.")


DEEPER = "From: Eve <eve@other.example>\nSent: Friday\nTo: Jane\nSubject: old\n\nolder\n"
SHOWN = AttachedMessage(Address("spam@evil.example"), "Win", "Buy")
ASKS = "We get a lot of these lately and I attach one as an example. Can you tell me how to report them?"


@pytest.mark.parametrize(
    "message",
    [
        mail(OUTLOOK, author=Address("partner@reseller.example")),
        mail(OUTLOOK, subject="Teams is down"),
        mail(OUTLOOK.replace("jane@harbor.example", "help@desk.example")),
        mail(OUTLOOK.replace("jane@harbor.example", "mailer-daemon@harbor.example")),
        mail("Please look into this.\n"),
        mail("From: somebody unnamed\nSent: today\n\ntext\n"),
        mail(f"See below.\n\nOn Mon, Nov 2, 2026, Jane <jane@harbor.example> wrote:\n> hello\n\n{DEEPER}"),
        mail(f"---------- Forwarded message ----------\nDate: Monday\nVan wie: Jane\n\nHello\n\n{DEEPER}"),
        mail(f"See below.\n\nOd kogo: Jane <jane@harbor.example>\nTemat: Help\n\nHello\n\n{DEEPER}"),
        replace(mail(ASKS, subject="Spam"), attached=(SHOWN,)),
        replace(mail("Two for you"), attached=(SHOWN, replace(SHOWN, author=Address("jane@harbor.example")))),
    ],
    ids=[
        "by a partner",
        "not a forward",
        "of the desk itself",
        "of a machine",
        "nothing below",
        "without an address",
        "a mail inside a quoted one",
        "a mark whose author cannot be read",
        "labels of another language",
        "an attachment that is only shown",
        "attached mails of two authors",
    ],
)
def test_nobody_is_passed_on(message: InboundMessage) -> None:
    assert result(message) is None


def test_the_whole_is_read_as_the_customers_and_the_agent_says_only_what_the_case_is() -> None:
    octets = (
        b"From: Sam Agent <sam@desk.example>\nTo: help@desk.example\nSubject: FW: Teams is down\nMessage-ID: <1@x>\n\n"
        b"Please take it, severity B.\n\nBest regards\nSam Agent\nPhone: +1 843 555 0199\nTime zone: Pacific\n\n"
        b"________________________________\nFrom: Jane Roe <jane@harbor.example>\nSent: Monday\nTo: Sam Agent\n"
        b"Subject: Teams is down\n\nNobody can join a meeting, 12 users are affected. Call me at 404-555-0132.\n\n"
        b"Thanks\nJane Roe\n"
    )

    reading = read(
        octets, ReadingContext(own_addresses=frozenset({"help@desk.example"}), agents=frozenset({AGENT.addr}))
    )

    found = {item.key: item.value for item in reading.opening_fields}
    assert reading.passed_on_for == Address("jane@harbor.example", "Jane Roe")
    assert (found["severity"], found["users_impacted"], found["phone"]) == ("B", 12, "+14045550132")
    assert found["email"] == "jane@harbor.example"
    assert "time_zone" not in found
    assert "join a meeting" in str(found["description"])
    assert all(item.evidence and not item.evidence.end for item in reading.opening_fields)


def test_an_explanation_of_a_mail_passed_on_explains_the_customers_mail_as_a_new_one() -> None:
    octets = (
        b"From: Sam Agent <sam@desk.example>\nTo: help@desk.example\nSubject: FW: [TechOps #7] Teams is down\n"
        b"Message-ID: <1@x>\n\nFrom: Jane Roe <jane@harbor.example>\nSent: Monday\nTo: Sam Agent\n"
        b"Subject: Teams is down\n\nNobody can join a meeting, 12 users are affected.\n"
    )

    reading = read(octets, ReadingContext(agents=frozenset({AGENT.addr}), explain=True))

    assert reading.explanation is not None
    chosen = {item.field.key for item in reading.explanation.considered if item.chosen}
    assert chosen == {item.key for item in reading.fields}
    assert "description" in chosen
