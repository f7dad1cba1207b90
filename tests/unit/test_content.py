"""What templates may print: numbers, names, times in the right zone, questions; nothing hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailticket import config as configuration
from mailticket.decisions import Automation, Reply
from mailticket.desk.completeness import Missing
from mailticket.model import Address, Event, EventType, FieldContent, FieldValue, Ticket, TicketStatus
from mailticket.outbound import clean
from mailticket.outbound.content import Case, number, samples, subject_tag, variables
from mailticket.sla.calendar import ALWAYS_OPEN
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

CONFIG = configuration.parse(
    '[desk]\naddress = "techops@desk.example"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n', Path("config.toml")
)
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
CLOCK = Clock(
    measure=Measure.FIRST_RESPONSE,
    number=1,
    started_at=NOW,
    due_at=NOW + timedelta(hours=1),
    target=timedelta(hours=2),
    used=timedelta(hours=1),
    severity="B",
    calendar=ALWAYS_OPEN,
    state=ClockState.RUNNING,
    begun_by="the mail server received the mail",
)
TICKET = Ticket(
    id=1042,
    subject="Mail does not arrive",
    status=TicketStatus.NEW,
    severity="B",
    category="mail_flow",
    requester=Address("dana@customer.example", "Dana Whitfield"),
    opened_at=NOW,
)
REPLY = Reply("acknowledgement", (Address("dana@customer.example"),), Automation.REPLIED)


def given_fields(**values: FieldContent) -> dict[str, FieldValue]:
    return {key: FieldValue(key, value, "label in the text") for key, value in values.items()}


def words(ticket: Ticket | None = TICKET, reply: Reply = REPLY, **case: object) -> dict[str, object]:
    return variables(reply, Case(ticket, NOW, **case), CONFIG)  # type: ignore[arg-type]


def test_the_number_and_the_tag_carry_the_desks_name() -> None:
    assert number(CONFIG, 1042) == "TechOps #1042"
    assert subject_tag(CONFIG, 1042) == "[TechOps #1042]"


def test_the_matters_of_the_first_mail_are_printed_clean() -> None:
    opened = Event(EventType.OPENED, NOW, {"issues": 2, "issue_titles": ["Mail\u202e is\nlate", "x" * 200]})

    assert words(replace(TICKET, events=(opened,)))["issues"] == ("Mail is late", "x" * 79 + "…")
    assert words()["issues"] == ()


@pytest.mark.parametrize(
    ("contact", "display", "greeting"),
    [
        pytest.param("Ann Lee", "Dana Whitfield", "Ann Lee", id="the given name counts before the From header"),
        pytest.param("", "Dana Whitfield", "Dana Whitfield", id="display name"),
        pytest.param("", "Whitfield, Dana", "Dana Whitfield", id="last name first"),
        pytest.param("", "", "", id="no name"),
        pytest.param("", "Zoë Müller-O’Brien", "Zoë Müller-O’Brien", id="letters of other languages"),
        pytest.param("", "अनिता शर्मा", "अनिता शर्मा", id="combining vowel signs"),
        pytest.param("", "dana@customer.example", "", id="an address is no name"),
        pytest.param("", "Win at www.evil.example", "", id="a link is no name"),
        pytest.param("", "J. Smith", "J. Smith", id="initial"),
        pytest.param("", "Ticket 4711", "", id="digits"),
        pytest.param("", "x" * 61, "", id="too long"),
        pytest.param("", "Dana\r\nBcc: v@x", "", id="header injection"),
        pytest.param("", "\u202eanaD", "anaD", id="direction override"),
        pytest.param("https://evil.example", "Dana", "Dana", id="a link in the field"),
    ],
)
def test_the_greeting_is_a_persons_name_or_none(contact: str, display: str, greeting: str) -> None:
    fields = given_fields(contact_name=contact) if contact else {}

    ticket = replace(TICKET, requester=Address("dana@customer.example", display), fields=fields)

    assert words(ticket)["greeting"] == greeting


def test_a_guessed_name_does_not_greet() -> None:
    guess = FieldValue("contact_name", "Perhaps Somebody", "signature", confidence=0.3)

    assert words(replace(TICKET, fields={"contact_name": guess}))["greeting"] == "Dana Whitfield"


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        pytest.param(None, "Monday 23 November 2026, 10:00 AM EST", id="the desk's zone"),
        pytest.param("America/Los_Angeles", "Monday 23 November 2026, 7:00 AM PST", id="Pacific"),
        pytest.param("Europe/Berlin", "Monday 23 November 2026, 4:00 PM CET", id="Berlin"),
        pytest.param("Asia/Kathmandu", "Monday 23 November 2026, 8:45 PM UTC+05:45", id="a zone without letters"),
        pytest.param("Australia/Sydney", "Tuesday 24 November 2026, 2:00 AM AEDT", id="the next day"),
        pytest.param("../../etc/passwd", "Monday 23 November 2026, 10:00 AM EST", id="no zone"),
        pytest.param("somewhere", "Monday 23 November 2026, 10:00 AM EST", id="unknown zone"),
    ],
)
def test_the_due_time_is_in_the_requesters_zone(zone: str | None, due: str) -> None:
    fields = given_fields(time_zone=zone) if zone else {}

    shown = words(replace(TICKET, fields=fields), clock=CLOCK)

    assert (shown["due"], shown["due_desk"]) == (due, "Monday 23 November 2026, 10:00 AM EST")
    assert (shown["late"], shown["left"]) == (False, "1 hour")


@pytest.mark.parametrize("state", [ClockState.MET, ClockState.EXCLUDED])
def test_no_promise_is_printed_when_none_is_open(state: ClockState) -> None:
    assert words(clock=replace(CLOCK, state=state))["due"] == ""


def test_a_due_time_that_has_passed_is_late() -> None:
    assert words(clock=replace(CLOCK, due_at=NOW))["late"] is True


@pytest.mark.parametrize(
    ("severity", "printed", "stated", "critical"),
    [("A", "A (critical)", True, True), ("B", "B (urgent)", True, False), (None, "C (minimum impact)", False, False)],
)
def test_the_severity_is_printed_as_understood(
    severity: str | None, printed: str, stated: bool, critical: bool
) -> None:
    shown = words(replace(TICKET, severity=severity))

    assert (shown["severity"], shown["severity_stated"], shown["critical"]) == (printed, stated, critical)


def test_questions_are_label_hint_and_colon_in_the_order_asked() -> None:
    shown = words(reply=replace(REPLY, missing=("time_zone", "cmp_id")))

    assert shown["request"] == ("Time zone (for example Eastern):", "Customer CMP ID:")


def test_fields_are_listed_in_the_desks_order_with_source_and_doubt() -> None:
    fields = given_fields(users_impacted=12, tenant_domains=("a.example", "b.example"), logs=True)
    fields["product"] = FieldValue("product", "Exchange\r\nOnline", "product name in the text", confidence=0.4)

    shown = words(replace(TICKET, fields=fields), changed=("logs",))

    rows = [(row.label, row.value, row.guess) for row in shown["rows"]]  # type: ignore[attr-defined]
    assert rows == [
        ("Affected product", "Exchange Online", True),
        ("Impacted tenant domains", "a.example, b.example", False),
        ("Number of users impacted", "12", False),
        ("Logs or traces", "yes", False),
    ]
    assert [row.label for row in shown["changed"]] == ["Logs or traces"]  # type: ignore[attr-defined]


def test_what_is_missing_is_named_by_its_labels() -> None:
    shown = words(missing=Missing(("cmp_id",), ("tools_used",)))

    assert (shown["required"], shown["helpful"]) == (("Customer CMP ID",), ("Tools used",))


def test_what_was_not_read_is_printed_on_one_line_each() -> None:
    assert words(notes=("The mail is\r\nencrypted.", "x" * 900))["notes"] == ("The mail is encrypted.", "x" * 499 + "…")


def test_the_text_of_a_person_is_printed_whole_and_that_of_a_requester_shortened() -> None:
    long = "word " * 5000

    assert len(str(words(reply=replace(REPLY, text=long))["text"])) == len(long.strip())
    assert str(words(text=long)["text"]).endswith("[…]")
    assert len(str(words(text=long)["text"])) < 2010


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: AW: Fwd: Mail", "Mail"),
        ("RE[2]: Mail", "Mail"),
        ("[TechOps #1042] Re: Mail [TechOps #1042]", "Mail"),
        ("Report: totals", "Report: totals"),
        ("two\r\nlines\tand   blanks", "two lines and blanks"),
        ("x" * 500, "x" * 149 + "…"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("Re: " * 40 + "Mail", "Mail"),
    ],
    ids=lambda value: value[:20],
)
def test_a_title_is_one_clean_line_without_prefixes_and_tag(subject: str, title: str) -> None:
    assert words(replace(TICKET, subject=subject))["title"] == title


@given(st.text(), st.text())
def test_whatever_a_mail_says_its_words_come_out_printable(subject: str, text: str) -> None:
    shown = words(replace(TICKET, subject=subject), text=text)

    assert "\n" not in str(shown["title"])
    assert clean.one_line(str(shown["title"])) == shown["title"]
    assert clean.paragraphs(str(shown["text"])) == shown["text"]


def test_every_sample_has_the_same_variables() -> None:
    first, *others = samples(CONFIG)

    assert all(other.keys() == first.keys() for other in others)
