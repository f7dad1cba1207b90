"""An agent passes a customer's mail on: it is read as the customer's own, with the agent's words above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailticket.intake.passed_on import passed_on
from mailticket.intake.quoting import is_forward, split
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


def result(message: InboundMessage) -> InboundMessage | None:
    return passed_on(message, split(message.text, forwarded=is_forward(message.subject)), DESK)


@pytest.mark.parametrize("text", [OUTLOOK, GMAIL, APPLE, GERMAN], ids=["outlook", "gmail", "apple", "german"])
def test_the_author_of_the_mail_passed_on_becomes_its_author(text: str) -> None:
    found = result(mail(text))

    assert found is not None
    assert found.author == Address("jane@harbor.example", "Jane Roe")
    assert "Nobody can join a meeting." in found.text
    assert "From:" not in found.text
    assert ">" not in found.text


def test_the_agents_own_words_stay_above() -> None:
    found = result(mail(OUTLOOK))

    assert found is not None
    assert found.text.startswith("Please open one for her, it is sev B.")


def test_an_attached_mail_is_passed_on_as_well() -> None:
    attached = AttachedMessage(Address("jane@harbor.example", "Jane Roe"), "Teams is down", "Nobody can join.")

    found = result(replace(mail("See attached."), attached=(attached,)))

    assert found is not None
    assert found.author.addr == "jane@harbor.example"
    assert found.text == "See attached.\n\nNobody can join."


@pytest.mark.parametrize(
    "message",
    [
        mail(OUTLOOK, author=Address("partner@reseller.example")),
        mail(OUTLOOK, subject="Teams is down"),
        mail(OUTLOOK.replace("jane@harbor.example", "help@desk.example")),
        mail("Please look into this.\n"),
        mail("From: somebody unnamed\nSent: today\n\ntext\n"),
    ],
    ids=["by a partner", "not a forward", "of the desk itself", "nothing below", "without an address"],
)
def test_nobody_is_passed_on(message: InboundMessage) -> None:
    assert result(message) is None
