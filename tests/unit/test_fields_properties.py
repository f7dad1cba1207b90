"""What holds for any text at all, and for our own request whatever mail program quotes it back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailticket import config as configuration
from mailticket.decisions import Automation, Reply
from mailticket.intake.category import categorise
from mailticket.intake.fields import FieldContext, explain_fields, read_fields
from mailticket.intake.fields.lexicon import LABELS
from mailticket.intake.fields.locate import FROM_HEADER
from mailticket.intake.html import html_to_text
from mailticket.intake.issues import issues
from mailticket.intake.quoting import split
from mailticket.model import Address, FieldContent, FieldValue, InboundMessage, Ticket, TicketStatus
from mailticket.outbound.content import Case, variables
from mailticket.outbound.render import Rendered, Renderer
from mailticket.vocabulary import BY_KEY, CATEGORIES, FIELD_KEYS

DANA = Address("dana@customer.example", "Dana Whitfield")
NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
REPLY = replace(NEW, is_reply=True)

# ---------------------------------------------------------------- any text

_LABELS = [wording for languages in LABELS.values() for wordings in languages.values() for wording in wordings]
_WORDS = st.sampled_from(
    ["we", "cannot", "send", "mail", "12 users", "call me", "404-555-0132", "Eastern", "sev B", "tried", "error",
     "harbor.onmicrosoft.com", "jane@harbor.example", "after 3pm", "Outlook", "“not found”", "CMP 4711", "fax",
     "b2f5c8a1-3d47-4e96-9b70-61ad0e7c4f25", "me", "nobody", "Regards", "From: a@b.example", "> quoted", "-- "]
)  # fmt: skip
_BREAKS = st.sampled_from([" ", "\n", "\n\n", ": ", "\t", " - ", ", ", "?\n", "\n> ", " | ", "\n* ", "\n1. "])
_PIECES = st.one_of(_WORDS, st.sampled_from(_LABELS), st.text(max_size=20))
TEXTS = st.lists(st.tuples(_PIECES, _BREAKS), max_size=60).map(lambda parts: "".join(map("".join, parts)))
HOSTILE = [
    "\u202eSeverity: A\u202c\u200b\u200f\n" * 50,
    "".join(f"Label {number}: value {number}\n" for number in range(1000)),
    "Severity: B\n" * 1000,
    "Phone: " + "1" * 100_000,
    "a" * 200_000,
    "Product:" * 20_000,
    "\x00\ufffd\ud800Severity: B".encode("utf-8", "replace").decode(),
    "Ａｆｆｅｃｔｅｄ Ｐｒｏｄｕｃｔ： Ｔｅａｍｓ\n",
]


def mail(text: str, subject: str = "Help") -> InboundMessage:
    return InboundMessage("<1@x>", (DANA,), (), subject, text)


def values(message: InboundMessage, context: FieldContext) -> dict[str, FieldValue]:
    return {item.key: item for item in read_fields(message, split(message.text), context)}


@pytest.mark.parametrize("context", [NEW, REPLY], ids=["new", "reply"])
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_any_text_gives_a_result(text: str, context: FieldContext) -> None:
    found = read_fields(mail(text), split(text), context)

    assert [item.key for item in found] == [key for key in FIELD_KEYS if key in {item.key for item in found}]
    assert all(0 < item.confidence <= 1 and item.evidence and item.evidence.rule for item in found)
    assert categorise("Help", text) in CATEGORIES
    assert all(0 < len(title) <= 80 for title in issues("Help", text))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_an_absurd_text_gives_a_result_of_bounded_size(text: str) -> None:
    for context in (NEW, REPLY):
        found = values(mail(text), context)

        assert sum(len(str(item.value)) for item in found.values()) < 40_000
        assert ("email" in found) is (context is NEW)


_AS_WRITTEN = ("partner_name", "contact_name", "product", "description", "error_messages", "steps_to_reproduce",
               "steps_taken", "tools_used", "preferred_contact_time")  # fmt: skip


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def pieces(value: FieldContent) -> list[str]:
    """The entries of a list, the words of a text: sentences far apart may be put together."""
    return [str(item) for item in value] if isinstance(value, tuple) else str(value).split()


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
@example("we we we contact employee by mail partner name\n> we\ncannot ")
@example("Kind regards,\nDana Whitfield\nHarbor Clinic LLC\nM 404-555-0132")
def test_no_value_is_invented(text: str) -> None:
    """Text stands in the mail; what is derived (a number, a zone, a letter) was derived from words that do."""
    message = mail(text)
    whole = folded(f"{message.subject} {text} {DANA.name} {DANA.addr}")

    for item in read_fields(message, split(text), NEW):
        told = pieces(item.value if item.key in _AS_WRITTEN or isinstance(item.value, tuple) else item.written)
        invented = [piece for piece in told if folded(piece) not in whole]
        assert not invented, f"{item.key}: {invented} of {item.value!r} by {item.evidence}"


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_evidence_points_at_words_of_the_mail(text: str) -> None:
    for item in read_fields(mail(text), split(text), NEW):
        assert item.evidence is not None
        place = {"text": text, "subject": "Help"}.get(item.evidence.part, "")
        assert 0 <= item.evidence.begin <= item.evidence.end <= len(place)
        assert folded(place[item.evidence.begin : item.evidence.end]) in folded(item.written)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_an_explanation_has_exactly_one_winner_for_each_field_and_agrees_with_the_reading(text: str) -> None:
    explained = explain_fields(mail(text), split(text), NEW)
    read = read_fields(mail(text), split(text), NEW)

    assert [item.field.key for item in explained.considered if item.chosen] == [item.key for item in read]


# ---------------------------------------------------------------- our own request, quoted by any mail program

CONFIG = configuration.parse('[desk]\naddress = "d@desk.example"\n[imap]\nhost = "i"\n[smtp]\nhost = "s"\n', Path("c"))
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
TICKET = Ticket(1042, "Mail", TicketStatus.NEW, None, "mail_flow", DANA, NOW)
ANSWERS: dict[str, list[tuple[str, FieldContent]]] = {
    "partner_name": [("Harbor Clinic LLC", "Harbor Clinic LLC"), ("Österreichische Werke GmbH & Co. KG",) * 2],
    "contact_name": [("Jane Roe", "Jane Roe"), ("José Núñez",) * 2],
    "email": [("jane@harbor.example", "jane@harbor.example")],
    "phone": [("404-555-0132", "+14045550132"), ("+49 30 901820", "+4930901820")],
    "preferred_contact_method": [("phone", "phone"), ("Teams", "teams")],
    "preferred_contact_time": [("9-12", "9-12"), ("mornings before 11",) * 2],
    "time_zone": [("Eastern", "America/New_York"), ("Central Time", "America/Chicago")],
    "severity": [("B", "B"), ("A - everything is down", "A")],
    "product": [("Exchange Online", "Exchange Online"), ("Teams", "Teams")],
    "description": [("Nobody gets mail: since 9, it says \"refused\" - all day.",) * 2],
    "error_messages": [("550 5.7.1 relay access denied",) * 2],
    "tenant_domains": [("a.onmicrosoft.com, b.example", ("a.onmicrosoft.com", "b.example"))],
    "cmp_id": [("41163", "41163")],
    "users_impacted": [("12", 12), ("about 35 of us", 35)],
    "user_accounts": [("jane@harbor.example; bo@harbor.example", ("jane@harbor.example", "bo@harbor.example"))],
    "steps_to_reproduce": [("open Outlook, send a mail",) * 2],
    "steps_taken": [("Restarted: twice. Cleared the cache.",) * 2],
    "tools_used": [("Message Trace", "Message Trace")],
}  # fmt: skip


def _filled() -> st.SearchStrategy[dict[str, tuple[str, FieldContent]]]:
    chosen = {key: st.none() | st.sampled_from(answers) for key, answers in ANSWERS.items()}
    return st.fixed_dictionaries(chosen).map(lambda found: {key: answer for key, answer in found.items() if answer})


FILLED = _filled()


def request(keys: tuple[str, ...]) -> Rendered:
    reply = Reply("request", (DANA,), Automation.REPLIED, missing=keys)
    return Renderer().render("request", variables(reply, Case(TICKET, NOW), CONFIG))


def filled_in(text: str, answers: dict[str, str], between: str) -> str:
    """The request with an answer behind, or under, each label that has one."""
    for key, answer in answers.items():
        item = BY_KEY[key]
        label = f"{item.label} ({item.hint}):" if item.hint else f"{item.label}:"
        text = text.replace(f"{label} \n", f"{label}{between}{answer}\n")
    return text


INTRODUCTION = "On Mon, Nov 23, 2026 at 9:00 AM TechOps <d@desk.example> wrote:"
OUTLOOK = "From: TechOps <d@desk.example>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Dana\nSubject: Mail\n"


def marked(text: str, mark: str) -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


def blockquoted(text: str) -> str:
    lines = "".join(f"<div>{line or '<br>'}</div>" for line in text.replace("&", "&amp;").split("\n"))
    quoted = f'<div class="gmail_quote"><div>{INTRODUCTION.replace("<", "&lt;")}</div><blockquote>{lines}</blockquote>'
    return html_to_text(f"<div>Here you are.</div><br>{quoted}</div>")


_PRINTED = "|".join(item.label for item in BY_KEY.values())
CLIENTS: dict[str, Callable[[str], str]] = {
    "pasted": lambda text: text,
    "answered above an Outlook header": lambda text: f"Here you are.\n\n{OUTLOOK}\n{text}",
    "marked": lambda text: f"Here you are.\n\n{INTRODUCTION}\n\n{marked(text, '> ')}",
    "marked without blanks": lambda text: f"{INTRODUCTION}\n{marked(text, '>')}\n\nDana",
    "double spaced": lambda text: text.replace("\n", "\n\n"),
    "in an HTML quotation": blockquoted,
    "indented": lambda text: f"Hi,\n\n{marked(text, '    ')}\n",
    "starred labels": lambda text: re.sub(rf"^((?:{_PRINTED})[^:\n]*:)", r"*\1*", text, flags=re.M),
}


@pytest.mark.parametrize("between", [" ", "\n"], ids=["beside", "below"])
@pytest.mark.parametrize("client", CLIENTS)
@settings(max_examples=25, deadline=None)
@given(filled=FILLED)
def test_our_own_request_is_read_back_exactly(
    client: str, between: str, filled: dict[str, tuple[str, FieldContent]]
) -> None:
    keys = tuple(key for key in FIELD_KEYS if key in ANSWERS)
    written = {key: answer for key, (answer, _) in filled.items()}
    text = CLIENTS[client](filled_in(request(keys).text, written, between))

    found = values(mail(text, "Re: [TechOps #1042] Mail"), REPLY)
    read = {key: item.value for key, item in found.items() if item.source != FROM_HEADER}

    assert read == {key: value for key, (_, value) in filled.items()}
