"""Which kind of request a mail is."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailticket.intake import category_model
from mailticket.intake.category import categorise
from mailticket.intake.category_model import Weights, learned, weigh
from mailticket.vocabulary import CATEGORIES, OUT_OF_SCOPE


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
    assert categorise(subject, text) == expected


def test_one_weak_word_does_not_put_a_request_out_of_scope() -> None:
    assert categorise("Teams meetings", "Audio is bad, also over VPN.") == "service_availability"


def test_a_mail_without_any_telling_word_still_has_a_category() -> None:
    assert categorise("", "") in CATEGORIES


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
    assert categorise(subject, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twenty seats lapse at the end of the term, we want to keep seventeen.", "licensing_subscription"),
        ("One more seat for the new cashier please, she starts on Monday.", "ordering_provisioning"),
        ("Would E5 be worth it for a clinic of thirty?", "licensing_planning"),
        ("Our bookkeeper finds an unknown amount on the bill.", "billing_invoicing"),
        ("He changed his phone and the approval still goes to the old one.", "access_account"),
        ("The notebooks hang while they set up the device.", "provisioning_deployment"),
        ("Appointments made on the phone are not shown on the PC.", "service_availability"),
        ("Clients tell us that our offers never reach them.", "mail_flow"),
        (
            "The certificate of the identity provider was exchanged, now the payroll tool refuses us.",
            "integration_deployment",
        ),
        ("Could you write us a small program for the till?", "out_of_scope"),
    ],
)
def test_the_problem_decides_where_no_listed_word_stands(text: str, expected: str) -> None:
    assert categorise("", text) == expected


def test_the_learned_weights_are_for_the_categories_and_small() -> None:
    weights = learned()

    assert tuple(weights.bias) == tuple(CATEGORIES)
    assert {len(row) for row in weights.words.values()} == {len(CATEGORIES)}
    assert Path(category_model.__file__).with_name(category_model.FILE).stat().st_size < 300_000


def test_a_text_without_known_words_weighs_nothing_but_the_bias() -> None:
    weights = Weights(1, {"a": 0.5, "b": 0.0}, {"known": [1, 2]})

    assert weigh([], ["unknown"], weights) == {"a": 0.5, "b": 0.0}
    assert weigh(["known"], [], weights) == {"a": 1.5, "b": 2.0}


@pytest.mark.parametrize(
    ("subject", "text"), [("see picture", ""), ("", ""), ("Hello", "Please help."), ("?", "see attached")]
)
def test_who_says_next_to_nothing_is_not_sent_away(subject: str, text: str) -> None:
    assert categorise(subject, text) != OUT_OF_SCOPE
