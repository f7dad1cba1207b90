"""Whole mails: prose, signatures, attachments, forwards, and what a reply may not override."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from mailticket.intake.category import categorise
from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.fields.evidence import is_log, is_screenshot
from mailticket.intake.quoting import split
from mailticket.model import Address, Attachment, BodyText, FieldValue, InboundMessage

NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
REPLY = replace(NEW, is_reply=True)
AUTHOR = Address("tamsin@pebblebrook.example", "Tamsin Eldridge")


def mail(text: str, **changes: object) -> InboundMessage:
    return replace(InboundMessage("<1@x>", (AUTHOR,), (), "Help", text), **changes)  # type: ignore[arg-type]


def fields(text: str, context: FieldContext = NEW, **changes: object) -> dict[str, FieldValue]:
    return {item.key: item for item in read_fields(mail(text, **changes), split(text), context)}


PROSE = """Hi all,

since Thursday OneDrive shows our files twice, about 12 users see it (tenant pebblebrook.onmicrosoft.com,
CMP ID 41163). The client says "Sync is pending". I tried signing out and in again, no change. Not urgent.

Please call me at 828-555-0113, mornings are best, Eastern time.

Best,
Tamsin

--
Tamsin Eldridge | Operations | Pebblebrook Interiors
"""


def test_prose_gives_what_it_clearly_says() -> None:
    found = {key: item.value for key, item in fields(PROSE).items()}

    assert found["phone"] == "+18285550113"
    assert found["preferred_contact_method"] == "phone"
    assert found["time_zone"] == "America/New_York"
    assert found["severity"] == "C"
    assert found["product"] == "OneDrive"
    assert found["tenant_domains"] == ("pebblebrook.onmicrosoft.com",)
    assert found["cmp_id"] == "41163"
    assert found["users_impacted"] == 12
    assert found["error_messages"] == "Sync is pending"
    assert found["partner_name"] == "Pebblebrook Interiors"
    assert "signing out" in str(found["steps_taken"])


def test_every_value_says_where_it_was_found() -> None:
    found = fields("Phone: 404-555-0132\n\nIt is broken.")

    assert found["phone"].source == 'label "Phone" in the text'
    assert found["email"].source == "From header"
    assert found["phone"].confidence > found["email"].confidence


def test_the_description_is_the_text_without_greeting_and_closing() -> None:
    found = fields("Hello team,\n\nOneDrive shows every file twice.\n\nKind regards,\nTamsin Eldridge")

    assert found["description"].value == "OneDrive shows every file twice."


def test_a_reply_brings_no_description_and_nothing_from_header_or_signature() -> None:
    found = fields("Thanks, will do.\n\n-- \nTamsin Eldridge\n828-555-0113", REPLY)

    assert found == {}


def test_a_signature_answers_what_a_quoted_request_asked_but_only_as_a_guess() -> None:
    text = "See below.\n\n-- \nTamsin Eldridge\n828-555-0113"
    body = BodyText("See below.", "Tamsin Eldridge\n828-555-0113", "Phone number:\n\nCustomer CMP ID:\n")

    found = {item.key: item for item in read_fields(mail(text), body, REPLY)}

    assert found["phone"].value == "+18285550113"
    assert found["phone"].confidence < 0.5
    assert "email" not in found


def test_a_program_is_no_contact_person() -> None:
    robot = Address("noreply@portal.example", "Support Portal")

    assert "contact_name" not in fields("It is broken.", from_=(robot,))


def test_a_forwarded_mail_tells_the_problem_but_not_who_we_talk_to() -> None:
    text = (
        "Please see below. Call me at 484-555-0120.\n\n---------- Forwarded message ---------\n"
        "From: Lorna <lorna@dovetail.example>\nDate: Monday\nSubject: gone\nTo: me\n\n"
        "Company: Dovetail\nPhone: 610-555-0198\nCMP ID: 41163\nThe recordings are gone."
    )

    found = {item.key: item.value for item in read_fields(mail(text), BodyText(text), NEW)}

    assert found["phone"] == "+14845550120"
    assert found["cmp_id"] == "41163"
    assert "partner_name" not in found


@pytest.mark.parametrize(
    ("attachment", "screenshot", "log"),
    [
        pytest.param(Attachment("2", "quarantine.png", "image/png", 2182, ""), True, False, id="attached image"),
        pytest.param(Attachment("2", "image001.png", "image/png", 146, "", True, "<1>"), False, False, id="logo"),
        pytest.param(Attachment("2", "image001.png", "image/png", 90_000, "", True, "<1>"), True, False, id="pasted"),
        pytest.param(Attachment("2", "sync.log", "application/octet-stream", 12, ""), False, True, id="log"),
        pytest.param(Attachment("2", "trace.har", "application/json", 12, ""), False, True, id="browser trace"),
        pytest.param(Attachment("2", "offer.pdf", "application/pdf", 12, ""), False, False, id="document"),
    ],
)
def test_attachments_prove_screenshots_and_logs(attachment: Attachment, screenshot: bool, log: bool) -> None:
    assert (is_screenshot(attachment), is_log(attachment)) == (screenshot, log)


def test_saying_that_a_screenshot_is_attached_proves_nothing() -> None:
    assert "screenshots" not in fields("Screenshots: attached\nUsers: 3")


# ---------------------------------------------------------------- hostile texts

HOSTILE = {
    "labels": "CMP ID: 1\n",
    "colons": ":::::::::",
    "spaces": "a" + " " * 50 + "b",
    "tabs and spaces": " \t \t \tx",
    "pipes": "Phone: 1 | ",
    "parentheses": "((((((",
    "quotes": '"error "',
    "digits": "404-555-",
    "at signs": "a@b.a@",
    "dots": "a.b.c.",
    "tags": "<td <a ",
    "checkboxes": "[x] [ ] ",
    "letters": "i have been ",
    "hyphens": "re-" * 3,
}


def reading_cost(piece: str, size: int) -> float:
    """Seconds of process time, the best of three: other work on the machine only ever adds."""
    line = (piece * (1_500 // len(piece))) + "\n"
    text = (line * (size // len(line) + 1))[:size]
    message, times = mail(text, html="<table>" + text), []
    for _ in range(3):
        start = time.process_time()
        body = split(text)
        read_fields(message, body, NEW)
        categorise(text[:900], body.new)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_no_more_than_its_size_lets_expect(piece: str) -> None:
    reading_cost(piece, 1_000)

    small, large = reading_cost(piece, 25_000), reading_cost(piece, 400_000)

    assert large < 48 * max(small, 0.001), f"16 times the text took {large / small:.0f} times as long"
