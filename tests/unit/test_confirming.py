"""What was read from running text is told back to the requester instead of being asked as if unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailticket import config as configuration
from mailticket.config import Fields
from mailticket.decisions import Automation, Reply
from mailticket.desk.completeness import missing, unsure
from mailticket.model import Address, FieldContent, FieldValue, Ticket, TicketStatus
from mailticket.outbound.content import Case, variables
from mailticket.outbound.render import Renderer

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
CONFIG = configuration.parse('[desk]\naddress = "d@desk.example"\n[imap]\nhost = "i"\n[smtp]\nhost = "s"\n', Path("c"))
POLICY = Fields()


def read(key: str, value: FieldContent, confidence: float) -> FieldValue:
    return FieldValue(key, value, "in the text", confidence=confidence)


def ticket(*values: FieldValue, severity: str | None = None) -> Ticket:
    fields = {item.key: item for item in values}
    requester = Address("dana@customer.example", "Dana")
    return Ticket(1042, "Mail", TicketStatus.NEW, severity, "mail_flow", requester, NOW, fields=fields)


def mail(template: str, subject: Ticket, changed: tuple[str, ...] = ()) -> str:
    reply = Reply(template, (subject.requester,), Automation.REPLIED)
    rendered = Renderer().render(template, variables(reply, Case(subject, NOW, changed=changed), CONFIG))
    return " ".join(rendered.text.split())


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (read("users_impacted", 12, 0.6), ("users_impacted",)),
        (read("users_impacted", 12, 0.95), ()),
        (read("description", "It fails.", 0.5), ()),
        (replace(read("product", "Teams", 1.0), by="agent"), ()),
    ],
    ids=["from running text", "from a label", "too long to tell back", "set by an agent"],
)
def test_only_short_values_that_were_not_stated_clearly_are_told_back(item: FieldValue, told: tuple[str, ...]) -> None:
    assert unsure({item.key: item}, POLICY) == told


def test_a_desk_chooses_what_is_told_back() -> None:
    item = read("users_impacted", 12, 0.6)

    assert unsure({item.key: item}, Fields(confirmed=("severity",))) == ()


def test_what_is_told_back_is_not_asked() -> None:
    item = read("users_impacted", 12, 0.4)

    assert "users_impacted" not in missing({item.key: item}, "mail_flow", POLICY).required


def test_the_acknowledgement_tells_how_the_words_were_understood() -> None:
    values = (read("users_impacted", 12, 0.6), read("time_zone", "America/Chicago", 0.6), read("severity", "B", 0.55))

    text = mail("acknowledgement", ticket(*values, severity="B"))

    assert "We treat it as severity B (urgent), as we understood your words; if that is not right" in text
    assert (
        "Some details we took from your words (time zone Central Time; number of users impacted 12). "
        "Please tell us if one is wrong." in text
    )


def test_a_second_request_tells_back_only_what_the_reply_brought() -> None:
    values = (read("users_impacted", 12, 0.6), read("product", "Teams", 0.6))

    text = mail("request", ticket(*values, severity="C"), changed=("product",))

    assert "(affected product Teams)" in text
    assert "users impacted 12" not in text


def test_a_severity_that_a_reply_names_is_told_back() -> None:
    assert "We treat it as severity B (urgent)." in mail("request", ticket(severity="B"), changed=("severity",))
