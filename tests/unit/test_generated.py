"""A machine's mail that carries a request opens a ticket and is never answered; other machines stay machines."""

from __future__ import annotations

import pytest

from mailticket.intake.context import ReadingContext
from mailticket.intake.read import read
from mailticket.model import MessageKind, Reading

CONTEXT = ReadingContext("TechOps", "US", frozenset({"desk@desk.example"}))
CASE = """Caller: Dana Whitlock
Caller phone: 404-555-0132
Company: Northlake IT
Impact: 2 - Medium
Affected product: Exchange Online
Customer tenant: pinecrest.onmicrosoft.com
Users affected: 14
Description: Room mailboxes decline every booking since Monday.
"""
GENERATED = "Auto-Submitted: auto-generated"


def mail(subject: str, text: str, *headers: str) -> Reading:
    head = (
        "From: ITSM <itsm@client.example>",
        "To: desk@desk.example",
        f"Subject: {subject}",
        "Message-ID: <1@client.example>",
        'Content-Type: text/plain; charset="utf-8"',
        *headers,
    )
    return read(("\r\n".join(head) + "\r\n\r\n" + text).encode(), CONTEXT)


REQUESTS = {
    "ticket of another desk": mail("INC0042 assigned to vendor queue", f"INC0042 was assigned.\n\n{CASE}", GENERATED),
    "web form": mail("New form entry", f"Your support form received an entry.\n\n{CASE}", GENERATED),
    "marked by a generator": mail("Entry 12", CASE, "X-Auto-Generated: yes"),
    "with a suppressing field": mail("Entry 12", CASE, GENERATED, "X-Auto-Response-Suppress: All"),
    "alert": mail(
        "PROBLEM: backup",
        "Service: Azure Backup\nCustomer: Northlake IT\nTenant: pinecrest.onmicrosoft.com\nSeverity: B\n"
        "State: CRITICAL\nError message: UserErrorVmNotInDesirableState\n",
        GENERATED,
    ),
}


@pytest.mark.parametrize("reading", REQUESTS.values(), ids=REQUESTS.keys())
def test_a_generated_mail_that_tells_a_case_is_a_request_and_never_answered(reading: Reading) -> None:
    found = reading.classification

    assert (found.kind, found.answerable) == (MessageKind.PERSON, False)
    assert "RFC 3834" in found.answer_rule or "generator" in found.answer_rule
    assert reading.category


MACHINES = {
    "an answer": mail("Re: your mail", CASE, GENERATED, "In-Reply-To: <9@desk.example>"),
    "within a ticket of ours": mail("[TechOps #1042] Mail", CASE, GENERATED),
    "about a mail of ours": mail("[NL-4] New", f'"Re: [TechOps #1042] Mail" was entered.\n{CASE}', GENERATED),
    "promise": mail("[NL-4] New", f"One of our engineers will contact you within a day.\n{CASE}", GENERATED),
    "null reverse-path": mail("INC0042", CASE, GENERATED, "Return-Path: <>"),
    "auto-replied": mail("INC0042", CASE, "Auto-Submitted: auto-replied"),
    "responder": mail("INC0042", CASE, GENERATED, "X-Autoreply: yes"),
    "mailing list": mail("INC0042", CASE, GENERATED, "List-Id: <a.b.example>"),
    "receipt": mail("[NL-4]", f"Thank you for contacting us. Your request was registered as NL-4.\n{CASE}", GENERATED),
    "German receipt": mail("[NL-4]", f"Ihre Anfrage ist bei uns eingegangen.\n{CASE}", GENERATED),
    "French receipt": mail("[NL-4]", f"Votre demande a bien été enregistrée.\n{CASE}", GENERATED),
    "Spanish receipt": mail("[NL-4]", f"Hemos recibido su mensaje.\n{CASE}", GENERATED),
    "absence": mail("Out of office", f"I am out of the office.\n{CASE}", GENERATED),
    "recovery": mail("RECOVERY: Exchange connector", CASE, GENERATED),
    "closed": mail("INC0042 has been resolved", CASE, GENERATED),
    "state": mail("Alert 7", f"State: Resolved\n{CASE}", GENERATED),
    "backup report": mail("Backup job completed successfully", CASE, GENERATED),
    "without a case": mail("Weekly digest", "Three messages wait in your quarantine.", GENERATED),
}


@pytest.mark.parametrize("reading", MACHINES.values(), ids=MACHINES.keys())
def test_other_machines_stay_machines(reading: Reading) -> None:
    assert reading.classification.kind is MessageKind.AUTO_REPLY
    assert not reading.fields


@pytest.mark.parametrize("subject", ["Ticket not resolved", "Form completed by Dana", "Backup completed with errors"])
def test_words_of_an_end_need_one(subject: str) -> None:
    assert mail(subject, CASE, GENERATED).classification.kind is MessageKind.PERSON
