"""Which kind of request a mail is, and how many problems it tells."""

from __future__ import annotations

import pytest

from mailticket.intake.category import categorise, issue_count
from mailticket.vocabulary import CATEGORIES


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("Renewal", "How do we renew the 40 licenses of our subscription?", "licensing_subscription"),
        ("Where is my order?", "I placed an order on Friday and nothing was delivered.", "ordering_provisioning"),
        ("Advice", "Which plan would you recommend, and what would it cost?", "licensing_planning"),
        ("October invoice", "We were billed twice, please send a credit note.", "billing_invoicing"),
        ("Locked out", "I cannot sign in, the MFA phone is lost.", "access_account"),
        ("Azure quota", "The deployment of the VM fails, we have zero quota.", "provisioning_deployment"),
        ("Teams down", "Teams is completely down for everybody.", "service_availability"),
        ("NDR", "Outgoing mail bounces, SPF and DKIM are fine.", "mail_flow"),
        ("Entra Connect", "The directory sync shows export errors since the migration.", "integration_deployment"),
        ("Printer", "The printer has a paper jam.", "out_of_scope"),
    ],
)
def test_a_request_gets_its_category(subject: str, text: str, expected: str) -> None:
    assert categorise(subject, text)[0] == expected


def test_one_weak_word_does_not_put_a_request_out_of_scope() -> None:
    assert categorise("Teams meetings", "Audio is bad, also over VPN.")[0] == "service_availability"


def test_a_mail_without_any_telling_word_still_has_a_category() -> None:
    category, issues = categorise("", "")

    assert category in CATEGORIES
    assert issues == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Teams is down.", 1, id="one"),
        pytest.param("Two unrelated things today:\n1) mail\n2) invoice", 2, id="counted in words"),
        pytest.param("Case 1\nMail\n\nCase 2\nTeams\n\nCase 3\nBill", 3, id="numbered cases"),
        pytest.param("First, the site is read-only.\n\nSecond, guests cannot enter.", 2, id="first and second"),
        pytest.param("Mail is down.\n\nAnother issue: the invoice is wrong.", 2, id="another issue"),
        pytest.param("Steps:\n1. Open Outlook\n2. Wait\n3. It crashes", 1, id="numbered steps are no issues"),
    ],
)
def test_separate_problems_are_counted(text: str, expected: int) -> None:
    assert issue_count("Help", text) == expected


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        pytest.param("3 items - client", "Details below.", 3, id="counted in the subject"),
        pytest.param("a few things", "Two things please.", 2, id="an exact number before a few"),
        pytest.param("Help", "ISSUE A\nMail is late.\n\nISSUE B\nTeams is slow.", 2, id="lettered"),
        pytest.param("Help", "Mail is late.\n\nOh and another thing, Marco left.", 2, id="another thing"),
        pytest.param(
            "Help",
            "Hi,\n1. Our invoice shows the wrong number of seats.\n2. Please unlock the account of our nurse.\n",
            2,
            id="listed requests",
        ),
        pytest.param(
            "Help",
            "To reproduce:\n1. Open the calendar of somebody else.\n2. Click on any appointment there.\n",
            1,
            id="steps",
        ),
    ],
)
def test_requests_are_counted_as_people_list_them(subject: str, text: str, expected: int) -> None:
    assert issue_count(subject, text) == expected


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("Kassendrucker", "Er zieht das Papier schief ein.", "out_of_scope"),
        ("App wanted", "Would your developers write us a phone app?", "out_of_scope"),
        ("Rechnung", "Auf der Oktoberrechnung fehlt unsere Nummer.", "billing_invoicing"),
        ("Sign-in", "They land on AADSTS53003 when they sign in.", "access_account"),
        ("vCPU", "Please raise the quota from 10 to 64 cores.", "provisioning_deployment"),
    ],
)
def test_compounds_codes_and_other_languages_tell_the_category(subject: str, text: str, expected: str) -> None:
    assert categorise(subject, text)[0] == expected
