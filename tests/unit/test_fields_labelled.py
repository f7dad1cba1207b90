"""Labelled forms in the shapes people send them, and our own request filled in and sent back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.fields.labels import meaning
from mailticket.intake.quoting import split
from mailticket.model import Address, BodyText, FieldContent, InboundMessage
from mailticket.vocabulary import FIELDS

GUID = "3f6c1a52-7b0e-4d0f-9a7b-51d2c8e4a911"
NEW = FieldContext()
REPLY = FieldContext(own_addresses=frozenset({"desk@desk.example"}), is_reply=True)


def mail(text: str, html: str = "", subject: str = "Help") -> InboundMessage:
    return InboundMessage("<1@x.example>", (Address("a@x.example"),), (), subject, text, html=html)


def values(text: str, context: FieldContext = NEW, html: str = "") -> dict[str, FieldContent]:
    return {item.key: item.value for item in read_fields(mail(text, html), split(text), context)}


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Phone", "phone"),
        ("PHONE NUMBER", "phone"),
        ("Phone #", "phone"),
        ("Number of Users Impacted", "users_impacted"),
        ("# of users affected", "users_impacted"),
        ("Partner/Company Name", "partner_name"),
        ("Company name", "partner_name"),
        ("Preffered contact method", "preferred_contact_method"),
        ("Subscripton ID (if applicable)", "subscription_id"),
        ("Téléphone", "phone"),
        ("Schweregrad", "severity"),
        ("Descripción del problema", "description"),
        ("Steps Taken During Troubleshooting", "steps_taken"),
    ],
)
def test_a_label_is_known_whatever_its_case_punctuation_or_a_typing_error(label: str, key: str) -> None:
    found = meaning(label)

    assert found is not None
    assert found.keys[0] == key


@pytest.mark.parametrize("label", ["", "Regards", "Since Tuesday all mail", "http", "x" * 200, "Invoice total"])
def test_what_is_no_label_means_nothing(label: str) -> None:
    assert meaning(label) is None


def test_every_field_of_the_vocabulary_is_known_by_its_own_label() -> None:
    found = {item.key: meaning(f"{item.label} ({item.hint})") for item in FIELDS}

    assert all(known is not None and key in known.keys for key, known in found.items())


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("CMP ID: 48213", id="colon"),
        pytest.param("CMP ID = 48213", id="equals"),
        pytest.param("CMP ID - 48213", id="dash"),
        pytest.param("CMP ID :- 48213", id="colon and dash"),
        pytest.param("CMP ID........: 48213", id="dots"),
        pytest.param("CMP ID\t48213", id="tab"),
        pytest.param("CMP ID:\n48213", id="next line"),
        pytest.param("  * CMP ID: 48213", id="bullet"),
        pytest.param("3. CMP ID: 48213", id="number"),
        pytest.param("**CMP ID:** 48213", id="bold"),
        pytest.param("Company: Northlake | CMP ID: 48213 | Users: 4", id="several in one line"),
        pytest.param("cmp_id=48213", id="machine made"),
    ],
)
def test_a_labelled_value_is_read_in_every_layout(line: str) -> None:
    assert values(f"Hello,\n\n{line}\n\nThanks")["cmp_id"] == "48213"


@pytest.mark.parametrize("answer", ["", "TBD", "unknown", "no idea", "?", "-", "N/A", "don't know", "not known", "..."])
def test_an_answer_that_says_nothing_is_missing(answer: str) -> None:
    assert "cmp_id" not in values(f"Company: Northlake\nCMP ID: {answer}\nUsers: 4")


@pytest.mark.parametrize("answer", ["N/A", "n/a", "na", "not applicable", "not applicable, it is a new order", "none"])
def test_a_subscription_may_be_not_applicable(answer: str) -> None:
    assert values(f"Subscription ID: {answer}\nUsers: 4")["subscription_id"] == "n/a"


def test_a_long_answer_runs_to_the_next_label() -> None:
    found = values("Description:\nMail is late.\n\nSince Tuesday.\n\nSteps to reproduce:\n1. Open\n2. Wait\nUsers: 3")

    assert found["description"] == "Mail is late.\n\nSince Tuesday."
    assert found["steps_to_reproduce"] == "1. Open\n2. Wait"
    assert found["users_impacted"] == 3


def test_a_checked_box_is_the_answer() -> None:
    found = values("Severity:\n[ ] A - critical\n[x] B - moderate\n\nTime zone:\n( ) Pacific  (x) Eastern")

    assert found["severity"] == "B"
    assert found["time_zone"] == "America/New_York"


def test_labels_without_separators_are_read_when_there_are_many() -> None:
    text = "COMPANY THORNBURY\nNAME ELEANOR MARSH\nPHONE 404 555 0132\nSEVERITY A\nUSERS 7\nCMP ID 81120"

    found = values(text)

    assert (found["partner_name"], found["severity"], found["users_impacted"]) == ("THORNBURY", "A", 7)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "<tr><td>Phone</td><td>404-555-0132</td></tr><tr><td>CMP ID</td><td>7</td></tr>", id="two columns"
        ),
        pytest.param("<tr><td>Phone</td><td>404-555-0132</td><td>CMP ID</td><td>77</td></tr>", id="four columns"),
        pytest.param("<tr><th>Phone<th>CMP ID<tr><td>404-555-0132<td>77", id="head row, tags left open"),
        pytest.param("<tr><td><b>Phone</b></td></tr><tr><td>404-555-0132</td></tr>", id="label over value"),
    ],
)
def test_a_table_in_the_html_is_read(rows: str) -> None:
    found = read_fields(mail("see table", f"<table>{rows}</table>"), BodyText("see table"), NEW)

    phone = next(item for item in found if item.key == "phone")
    assert phone.value == "+14045550132"
    assert phone.source == 'label "Phone" in an HTML table'


def test_a_table_in_quoted_html_is_not_read() -> None:
    html = "<p>hi</p><blockquote><table><tr><td>CMP ID</td><td>77</td></tr></table></blockquote>"

    assert "cmp_id" not in values("hi", REPLY, html)


# ---------------------------------------------------------------- our own request, sent back

ANSWERS: dict[str, tuple[str, FieldContent]] = {
    "partner_name": ("Northlake Managed IT", "Northlake Managed IT"),
    "contact_name": ("Dana Whitlock", "Dana Whitlock"),
    "email": ("dana@northlake.example", "dana@northlake.example"),
    "phone": ("(404) 555-0132", "+14045550132"),
    "preferred_contact_method": ("Phone", "phone"),
    "preferred_contact_time": ("9-12, not Fridays", "9-12, not Fridays"),
    "time_zone": ("Central", "America/Chicago"),
    "severity": ("B", "B"),
    "product": ("Exchange Online", "Exchange Online"),
    "description": ("Mail from one supplier is quarantined", "Mail from one supplier is quarantined"),
    "error_messages": ("550 5.7.1 quarantined", "550 5.7.1 quarantined"),
    "tenant_domains": ("pinecrest.onmicrosoft.com", ("pinecrest.onmicrosoft.com",)),
    "cmp_id": ("48213", "48213"),
    "subscription_id": (GUID, GUID),
    "users_impacted": ("14", 14),
    "user_accounts": ("intake@pinecrest.example", ("intake@pinecrest.example",)),
    "steps_to_reproduce": ("Send a message", "Send a message"),
    "steps_taken": ("Allow list", "Allow list"),
    "tools_used": ("Message Trace", "Message Trace"),
}
LABELS = [f"{item.label} ({item.hint}):" if item.hint else f"{item.label}:" for item in FIELDS if item.key in ANSWERS]
WRITTEN = [ANSWERS[item.key][0] for item in FIELDS if item.key in ANSWERS]
EXPECTED = {key: value for key, (_, value) in ANSWERS.items()}


def form(filled: Sequence[str], mark: str = "") -> str:
    lines = ["--- Please fill in and send back ---", *filled, "--- End of form ---", "", "Kind regards", "TechOps"]
    return "\n".join(mark + line for line in lines)


INTRODUCED = "On Tue, Nov 3, 2026 at 9:14 AM TechOps <desk@desk.example> wrote:\n\n"
OUTLOOK = "From: TechOps <desk@desk.example>\nSent: Tuesday, November 3, 2026\nTo: Dana\nSubject: Re: Help\n\nHi,\n\n"
BESIDE = [f"{label} {answer}" for label, answer in zip(LABELS, WRITTEN, strict=True)]
BELOW = [line for pair in zip(LABELS, WRITTEN, strict=True) for line in pair]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(form(BESIDE), id="pasted above"),
        pytest.param("Done.\n\n" + INTRODUCED + form(BESIDE, "> "), id="in the quote"),
        pytest.param("Done.\n\n" + INTRODUCED + form(BELOW, "> "), id="in the quote, below each label"),
        pytest.param("Done.\n\n" + OUTLOOK + form(BESIDE), id="in Outlook's unmarked quote"),
        pytest.param("Done.\n\n" + OUTLOOK + form([f"{line}\n" for line in BELOW]), id="Outlook, blank lines between"),
        pytest.param(
            INTRODUCED
            + "> --- Please fill in and send back ---\n"
            + "\n".join(f"> {label}\n\n{answer}\n" for label, answer in zip(LABELS, WRITTEN, strict=True))
            + "\n> --- End of form ---",
            id="answers typed between quoted labels",
        ),
    ],
)
def test_our_own_form_filled_in_reads_back_exactly(text: str) -> None:
    assert values(text, REPLY) == EXPECTED


def test_an_unanswered_form_gives_nothing() -> None:
    text = "I will ask.\n\n" + INTRODUCED + form([label for label in LABELS if label != "Email:"], "> ")

    assert values(text, REPLY) == {}


def test_a_label_broken_inside_its_hint_is_put_together() -> None:
    lines = ["Preferred time to contact (for example mornings,", "9-12): after lunch"]

    assert values("Done.\n\n" + INTRODUCED + form(lines, "> "), REPLY)["preferred_contact_time"] == "after lunch"


def test_what_the_requester_wrote_long_ago_is_not_read_again() -> None:
    older = "> > From: Dana\n> > Sent: Monday\n> > To: desk\n> > Subject: Help\n> > CMP ID: 111\n"

    assert "cmp_id" not in values("ok\n\n" + INTRODUCED + "> Thank you.\n>\n" + older, REPLY)


def test_our_form_is_read_in_a_new_mail_too() -> None:
    assert values(form(BESIDE)) == EXPECTED


@pytest.mark.parametrize("line", ["*\t*", "_\xa0_", "**\u3000**"], ids=["tab", "no-break space", "wide space"])
def test_a_line_of_emphasis_around_blanks_is_no_label(line: str) -> None:
    assert values(f"{line}\nPhone: 404-555-0132")["phone"] == "+14045550132"


@pytest.mark.parametrize(
    "answer",
    [
        "none, we are a direct customer: Bellweather Books",
        "N/A - direct customer, Bellweather Books",
        "n/a, we're the end customer, Bellweather Books",
    ],
)
def test_who_has_no_partner_is_a_customer_by_name(answer: str) -> None:
    assert values(f"Partner: {answer}\nContact: Rita Olsen\nSeverity: B")["partner_name"] == "Bellweather Books"


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("we don't use Azure, so none", "n/a"),
        ("they have no Azure", "n/a"),
        ("kein Azure", "n/a"),
        ("I don't know", None),
    ],
)
def test_without_azure_there_is_no_subscription(answer: str, value: str | None) -> None:
    assert values(f"Contact: Rita Olsen\nSubscription ID: {answer}\nSeverity: B").get("subscription_id") == value


@pytest.mark.parametrize("marks", ["a) b) c) d)", "A. B. C. D.", "(a) (b) (c) (d)"])
def test_labels_may_be_lettered(marks: str) -> None:
    a, b, c, d = marks.split()
    found = values(f"{a} company = Bellweather Books\n{b} how = call\n{c} tz = Mountain\n{d} users = 44")
    assert found["partner_name"] == "Bellweather Books"
    assert found["preferred_contact_method"] == "phone"
    assert found["time_zone"] == "America/Denver"
    assert found["users_impacted"] == 44


def test_boxes_need_no_sign_before_them() -> None:
    found = values("Company: Bellweather Books\nProduct   [ ] Exchange   [X] SharePoint   [ ] Other: ____\nUsers: 4")
    assert found["product"] == "SharePoint"


def test_paragraphs_in_the_order_of_the_request_answer_it() -> None:
    text = (
        "> To move your ticket forward we still need:\n>\n> - Phone number:\n> - Number of users impacted:\n"
        "> - Severity:\n> - Steps to reproduce:\n>\n> TechOps\n\nAnswers in the same order:\n\n404-555-0112\n\n"
        "Nine people in the shop.\n\nB\n\nScan any page to the folder\nfrom the machine upstairs.\n\nRita\n"
    )
    found = values(text, REPLY)
    assert found["phone"] == "+14045550112"
    assert found["users_impacted"] == 9
    assert found["severity"] == "B"
    assert found["steps_to_reproduce"] == "Scan any page to the folder\nfrom the machine upstairs."


def test_the_senders_grade_is_surer_than_that_of_the_form_passed_on() -> None:
    text = (
        "Form below. Don't use his severity, it's a C.\n\nFrom: Ed Roe <ed@x.example>\nSent: Monday\n"
        "To: a@x.example\nSubject: Help\n\nName: Ed Roe\nUrgency: A\nProgram: Outlook\nUsers: 3\n"
    )
    assert values(text)["severity"] == "C"


def test_a_blank_behind_the_last_box_leaves_the_choice_whole() -> None:
    found = values(
        "Company: Bellweather Books\nCMP ID: ______\nTime zone   [X] Eastern   [ ] other: ______\nUsers: 4\n"
        "Product   [ ] Exchange Online   [X] SharePoint   [ ] Teams   [ ] Power BI   [ ] Other: ______\n"
    )
    assert (found["product"], found["time_zone"]) == ("SharePoint", "America/New_York")
