"""Labels nobody listed, answers by number or in order, headings: forms of every make."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.fields.guess import guess
from mailticket.intake.quoting import split
from mailticket.model import Address, FieldContent, InboundMessage
from mailticket.vocabulary import FIELD_KEYS

OWN = frozenset({"desk@desk.example"})
LABELS = ("Phone number", "Preferred contact time", "Time zone", "Case severity (A, B or C)", "Customer CMP ID")
ANSWERS = ("404-555-0132", "9am - 3pm", "Eastern", "B", "41163")
KEYS = ("phone", "preferred_contact_time", "time_zone", "severity", "cmp_id")
VALUES = ("+14045550132", "9am - 3pm", "America/New_York", "B", "41163")
KNOWN = "Company: Harbor\nContact: Jane Roe\nCMP ID: 41163\nProduct: Teams\n"


def read(text: str, *, is_reply: bool = False) -> dict[str, FieldContent]:
    message = InboundMessage("<1@x>", (Address("jane@x.example", "Jane Roe"),), (), "Re: Help", text)
    return {item.key: item.value for item in read_fields(message, split(text), FieldContext("US", OWN, is_reply))}


@pytest.mark.parametrize(
    ("label", "answer", "key"),
    [
        ("Heads affected", "9", "users_impacted"),
        ("When to reach me", "08:30-17:00", "preferred_contact_time"),
        ("How to reach me", "Teams chat", "preferred_contact_method"),
        ("Stufe / Niveau", "B", "severity"),
        ("Zona", "Madrid", "time_zone"),
        ("Was ist los", "Der Bericht wird nicht mehr aktualisiert.", "description"),
        ("Wortlaut der Meldung", "Zugriff verweigert", "error_messages"),
        ("Slot", "13:00-18:00", "preferred_contact_time"),
    ],
)
def test_a_label_is_understood_by_its_words_and_its_answer(label: str, answer: str, key: str) -> None:
    found = guess(label, answer)

    assert found is not None
    assert found.keys[0] == key


def test_an_unknown_label_counts_only_inside_a_form() -> None:
    assert read(KNOWN + "Slot: 13:00-18:00\n")["preferred_contact_time"] == "13:00-18:00"
    assert "preferred_contact_time" not in read("Slot: 13:00-18:00\n\nNothing works in Teams today.")


def test_what_a_template_says_to_write_is_no_answer() -> None:
    found = read(KNOWN + "Time zone: [e.g. Eastern] CST\nBest time: [e.g. 9-12]\nSeverity: [A / B / C]\n")

    assert found["time_zone"] == "America/Chicago"
    assert "preferred_contact_time" not in found
    assert "severity" not in found


FORMS = {
    "hashes": "\n\n".join(f"### {label}\n{answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "ruled": "\n\n".join(
        f"{label}\n{'-' * len(label)}\n{answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)
    ),
    "apart": "\n\n".join(f"{label}\n\n{answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "asked": "\n".join(f"Q: {label}?\nA: {answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "bars": "\n".join(f"| {label} | {answer} |" for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "cells": "\n".join(f'"{label}","{answer}"' for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "arrows": "\n".join(f"{label} => {answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "slashes": " / ".join(f"{label}: {answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_every_make_of_form_is_read(text: str) -> None:
    found = read(f"Hello,\n\n{text}\n\nRegards\nJane\n")

    assert [found.get(key) for key in KEYS] == list(VALUES)


REQUEST = "\n\nOn Wed, Nov 4, 2026 at 11:02 AM Desk <desk@desk.example> wrote:\n" + "\n".join(
    f"> {line}" for line in ("Hello,", "we still need:", *(f"  {label}:" for label in LABELS), "Desk")
)
REPLIES = {
    "numbered": "\n".join(f"{number}. {answer}" for number, answer in enumerate(ANSWERS, 1)),
    "in order": "\n".join(ANSWERS),
    "dashes": "\n".join(f"- {answer}" for answer in ANSWERS),
    "labelled": "\n".join(f"{label}: {answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)),
    "sentences": "Eastern, and it's sev B. Call 404-555-0132 between 9am - 3pm, CMP is 41163.",
}


@pytest.mark.parametrize("text", REPLIES.values(), ids=REPLIES.keys())
def test_every_way_of_answering_a_request_is_read(text: str) -> None:
    found = read(text + "\n\nJane" + REQUEST, is_reply=True)

    time = str(found.pop("preferred_contact_time"))
    assert "9am - 3pm" in time
    assert [found.get(key) for key in KEYS if key != "preferred_contact_time"] == [
        value for value in VALUES if value != "9am - 3pm"
    ]


def test_points_of_a_request_do_not_answer_each_other() -> None:
    quoted = REQUEST
    for label in LABELS:
        quoted = quoted.replace(f">   {label}:", f"> - {label}")

    assert read("Will send it tomorrow.\n\nJane" + quoted, is_reply=True) == {}


def test_numbers_alone_follow_the_list_of_the_desk() -> None:
    answers = {"email": "jane@x.example", "phone": "404-555-0132", "severity": "C", "cmp_id": "41163"}
    lines = [f"{number}) {answers.get(key, 'nothing to add')}" for number, key in enumerate(FIELD_KEYS[:14], 1)]

    found = read("\n".join(lines))

    assert (found["severity"], found["cmp_id"], found["phone"]) == ("C", "41163", "+14045550132")


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        pytest.param("C i guess. theres 6 of us", "severity", "C", id="a grade with a doubt"),
        pytest.param("I would say put A.", "severity", "A", id="a grade to put down"),
        pytest.param("(Central), any afternoon this week.", "time_zone", "America/Chicago", id="a zone in parentheses"),
        pytest.param(
            "The CMP ID we got from your onboarding mail is 70915.", "cmp_id", "70915", id="an identifier in a sentence"
        ),
        pytest.param(
            "Call me any day until about 4:30, I sit next to it.",
            "preferred_contact_time",
            "any day until about 4:30",
            id="a time",
        ),
        pytest.param("Morning. Sorry for the delay!", "preferred_contact_time", None, id="a greeting is no time"),
        pytest.param("He will send you the time on Monday.", "preferred_contact_time", None, id="a promise is no time"),
        pytest.param("What is the difference between A, B and C?", "severity", None, id="a question back is no grade"),
    ],
)
def test_a_sentence_of_a_reply_answers_what_was_asked(text: str, key: str, value: FieldContent | None) -> None:
    assert read(text + REQUEST, is_reply=True).get(key) == value


def test_as_many_lines_of_running_text_as_points_are_no_list() -> None:
    text = (
        "Hello again,\nthe office line is the one to use and I sit next to it most of the day\n"
        "until four\nor so.\nThanks"
    )

    assert "contact_name" not in read(text + REQUEST, is_reply=True)
    assert "partner_name" not in read(text + REQUEST, is_reply=True)


def test_answers_in_our_request_left_unmarked_below_are_read_and_our_words_are_not() -> None:
    request = "\n\nFrom: Desk <desk@desk.example>\nSent: Monday, October 26, 2026 5:31 PM\nTo: Jane <jane@x.example>\n"
    request += "Subject: Re: Help\n\nWe still need:\n\nPhone number: 404-555-0132\nTime zone: Eastern\n"
    request += "Steps to reproduce:\n\n"

    found = read("My answers are in red below." + request + "Please fill in the lines above.\n", is_reply=True)

    assert found["phone"] == "+14045550132"
    assert found["time_zone"] == "America/New_York"
    assert "steps_to_reproduce" not in found
