"""Forms whose layout shows what is a label, whoever made them: columns, questions, records, answers under labels."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.fields.labels import meaning
from mailticket.intake.fields.layouts import laid_out
from mailticket.intake.fields.lines import Line
from mailticket.intake.html import html_to_text
from mailticket.intake.quoting import split
from mailticket.model import Address, FieldContent, InboundMessage

OWN = frozenset({"desk@desk.example"})
ASKED = {
    "partner_name": "Fenwick Mutual",
    "contact_name": "Odile Brandt",
    "phone": "+14045550131",
    "preferred_contact_method": "email",
    "preferred_contact_time": "9-12",
    "time_zone": "America/New_York",
    "severity": "B",
    "cmp_id": "44120",
    "users_impacted": 14,
}
LABELS = (
    "Reporting organisation",
    "Reported by",
    "Direct dial",
    "How to get hold of us",
    "During which hours",
    "Local time",
    "Grade of urgency",
    "CMP reference",
    "Persons concerned",
)
ANSWERS = ("Fenwick Mutual", "Odile Brandt", "404-555-0131", "mail", "9-12", "Eastern", "B", "44120", "14")
PAIRS = tuple(zip(LABELS, ANSWERS, strict=True))


def read(text: str, html: str = "") -> dict[str, FieldContent]:
    message = InboundMessage("<1@x>", (Address("portal@firm.example", "Portal"),), (), "Help", text, html=html)
    return {item.key: item.value for item in read_fields(message, split(text), FieldContext("US", OWN))}


MADE = {
    "padded columns": "\n".join(f"{label:24}{answer}" for label, answer in PAIRS),
    "two blanks": "\n".join(f"{label}  {answer}" for label, answer in PAIRS),
    "columns with colons": "\n".join(f"{label + ':':26}{answer}" for label, answer in PAIRS),
    "right-aligned labels": "\n".join(f"{label:>24}: {answer}" for label, answer in PAIRS),
    "two dots": "\n".join(f"{label} .. {answer}" for label, answer in PAIRS),
    "dashes": "\n".join(f"{label} - {answer}" for label, answer in PAIRS),
    "arrows": "\n".join(f"* {label} -> {answer}" for label, answer in PAIRS),
    "colon and dash": "\n".join(f"{label} :- {answer}" for label, answer in PAIRS),
    "brackets": "\n".join(f"[{label}] {answer}" for label, answer in PAIRS),
    "letters": "\n".join(f"{chr(65 + at)}. {label}: {answer}" for at, (label, answer) in enumerate(PAIRS)),
    "questions": "\n".join(f"{label}? {answer}" for label, answer in PAIRS),
    "numbered questions": "\n".join(f"{at}. {label}? {answer}" for at, (label, answer) in enumerate(PAIRS, 1)),
    "numbered, answer under it": "\n".join(f"{at}. {label}\n{answer}\n" for at, (label, answer) in enumerate(PAIRS, 1)),
    "bold numbers": "\n".join(f"*{at}. {label}*\n{answer}" for at, (label, answer) in enumerate(PAIRS, 1)),
    "indented answers": "\n".join(f"{label}\n    {answer}" for label, answer in PAIRS),
    "paragraphs": "\n\n".join(f"{label}\n{answer}" for label, answer in PAIRS),
    "every line a paragraph": "\n\n".join(f"{label}\n\n{answer}" for label, answer in PAIRS),
    "bare lines": "\n".join(f"{label}\n{answer}" for label, answer in PAIRS),
    "blanks filled in": "\n".join(f"{label} ____{answer}_____________" for label, answer in PAIRS),
    "a row each": "\n".join(f"{label}\t{answer}" for label, answer in PAIRS),
    "numbered rows": "\n".join(f"{at}\t{label}\t{answer}" for at, (label, answer) in enumerate(PAIRS, 1)),
    "typing errors": "Compny: Fenwick Mutual\nContct nmae: Odile Brandt\nPhne nubmer: 404-555-0131\n"
    "Prefered contct methd: mail\nBest tiem: 9-12\nTme zone: Eastern\nSeverty: B\nCPM ID: 44120\n# of usrs: 14",
    "dashes between labels": "Company: Fenwick Mutual - Contact: Odile Brandt - Cell: 404-555-0131\nReach by: mail - "
    "Hours: 9-12"
    " - TZ: Eastern - Sev: B\nCMP: 44120 - Users: 14",
    "full stops between labels": "Company: Fenwick Mutual. Contact: Odile Brandt. Phone: 404-555-0131. Reach by: "
    "mail. Hours: 9-12. TZ: Eastern. Sev: B. CMP: 44120. Users: 14.",
    "pairs of columns": "COMPANY   Fenwick Mutual   CONTACT   Odile Brandt\nPHONE   404-555-0131   REACH BY   mail\n"
    "HOURS   9-12   TZ   Eastern\nSEV   B   CMP   44120\nUSERS   14   FAX   none",
    "JSON": '{"partner": "Fenwick Mutual",\n"contact": {"first": "Odile", "last": "Brandt",\n"phone": "404-555-0131",'
    '"preferredMethod": "email", "hours": "9-12"},\n"timeZone": "Eastern", "severity": "B", "cmpId": "44120",\n'
    '"users": 14\n}',
    "headings in brackets": "\n".join(f"[{label}]\n{answer}" for label, answer in PAIRS),
    "small headings in brackets": "\n".join(f"[ {label.lower()} ]\n  {answer}" for label, answer in PAIRS),
    "headings in angles": "\n".join(f"<{label}>\n{answer}\n" for label, answer in PAIRS),
    "headings in guillemets": "\n".join(f"« {label} »\n\n{answer}\n" for label, answer in PAIRS),
    "headings in bars": "\n".join(f"| {label} |\n{answer}" for label, answer in PAIRS),
    "headings behind slashes": "\n".join(f"// {label}\n{answer}" for label, answer in PAIRS),
    "tags over several lines": "\n".join(
        f"<{label}>\n{answer}\n</{label.replace(' ', '-')}>" for label, answer in PAIRS
    ),
    "leaders below a rule": f"WORK SHEET\n{'-' * 60}\n"
    + "\n".join(f"{label} {'.' * (30 - len(label))} {answer}" for label, answer in PAIRS)
    + f"\n{'-' * 60}\nSent by the desk",
    "columns below a rule": f"WORK SHEET\n{'=' * 60}\n" + "\n".join(f"{label:30}{answer}" for label, answer in PAIRS),
    "colons below a rule": f"Sheet 4711\n{'*' * 60}\n" + "\n".join(f"{label}: {answer}" for label, answer in PAIRS),
    "double arrows": "\n".join(f"{label} >> {answer}" for label, answer in PAIRS),
    "answers behind arrows": "\n".join(f"{label}\n  -> {answer}" for label, answer in PAIRS),
    "quoted pairs": "\n".join(f'"{label}": "{answer}",' for label, answer in PAIRS),
    "cells with semicolons": "\n".join(f"{label};{answer}" for label, answer in PAIRS),
    "cells with commas": "\n".join(f"{label},{answer}" for label, answer in PAIRS),
    "keys": "request:\n  company: Fenwick Mutual\n  contact:\n    first: Odile\n    last: Brandt\n    phone: "
    "404-555-0131\n"
    "    channel: email\n    hours: 9-12\n  tz: Eastern\n  sev: B\n  cmp_id: 44120\n  users: 14",
}


@pytest.mark.parametrize("text", MADE.values(), ids=MADE.keys())
def test_a_layout_that_shows_its_labels_is_read(text: str) -> None:
    found = read(f"Hello,\n\n{text}\n\nRegards\nO. B.\n")

    assert {key: found.get(key) for key in ASKED} == ASKED


def test_a_dash_glued_to_a_label_parts_it_from_its_answer() -> None:
    found = read("nmae- Ann Lee\nfone- 404-555-0112\ntiem- after 6pm\ntz- central\ncmp- 41163\nuser- just me\n")
    assert (found["phone"], found["preferred_contact_time"]) == ("+14045550112", "after 6pm")
    assert found["time_zone"] == "America/Chicago"
    told = read("Our phone- and mail-system is down.\nTime- and cost-sheets are gone.\nSign-in fails.\n")
    assert "phone" not in told
    assert "preferred_contact_time" not in told


def test_a_known_label_may_fill_its_column() -> None:
    text = "\n".join(f"{label:24}{answer}" for label, answer in PAIRS[:4])

    found = read(
        f"{text}\nTroubleshooting so far  Restarted it\nImpacted tenant domains fenwick.onmicrosoft.com\n{text}"
    )

    assert found["tenant_domains"] == ("fenwick.onmicrosoft.com",)


def test_an_answer_goes_on_under_its_own_column() -> None:
    found = read(
        "\n".join(f"{label:24}{answer}" for label, answer in PAIRS)
        + "\nIssue                   Calls drop\n"
        + " " * 24
        + "every day."
    )

    assert found["description"] == "Calls drop\nevery day."


def test_an_answer_goes_on_behind_an_empty_cell() -> None:
    rows = "\n".join(f"{label}\t{answer}" for label, answer in PAIRS)

    found = read(f"{rows}\nRemarks\tThe queue is full and\n\tnobody empties it.\nBuilding\tAnnex\n")

    assert found["description"] == "The queue is full and nobody empties it."


def test_a_clause_in_lower_case_is_no_label_among_dashed_ones_with_capitals() -> None:
    form = "\n".join(f"{label} - {answer}" for label, answer in PAIRS)

    found = read(f"{form}\n\nDONE\n  rebooted the gateway - reinstalled its driver - no change\n")

    assert "rebooted the gateway" in str(found["steps_taken"])


def test_a_few_words_in_brackets_are_no_labels() -> None:
    found = read("[external]\nMail does not sync since Monday.\n[image]\n[B]\nPlease help.\n")

    assert "severity" not in found


TROUBLE = "Since Monday the mail on our phones does not sync and nobody gets an error."


def test_the_details_of_a_firm_describe_no_problem() -> None:
    found = read(f"{TROUBLE}\n\nOur details: Fenwick Mutual, CMP ID is 44120, Boston.\n")

    assert found["description"] == TROUBLE
    assert found["cmp_id"] == "44120"


def test_a_label_nobody_knows_ends_the_answer_above_it_where_the_layout_proves_it() -> None:
    text = "\n\n".join(f"{label}\n{answer}" for label, answer in PAIRS)

    found = read(f"{text}\n\nWhat happens\nCalls drop.\n\nWarehouse\nB 12\n\nTools used\nfiddler\n")

    assert found["description"] == "Calls drop."


def test_running_text_with_colons_is_no_form() -> None:
    found = read(
        "Summary of the meeting:\nAttendees: Bob, Ann\nRoom: 4\nTopic: migration\nOwner: Bob\n\nMail does not sync.\n"
    )

    assert "contact_name" not in found
    assert "product" not in found


def test_a_sentence_before_a_colon_is_no_label_of_the_form_below_it() -> None:
    form = "\n".join(f"{label}: {answer}" for label, answer in PAIRS)

    found = read(f"Passing this form on. I am the partner contact: Uma Stein, Monsoon MSP, noon only.\n\n{form}\n")

    assert found["partner_name"] == "Fenwick Mutual"
    assert found["contact_name"] == "Odile Brandt"


@pytest.mark.parametrize(
    "label",
    ["Customer's own contact (for information, please do not call)", "Reported by (end user)", "Alternate phone"],
)
def test_what_is_asked_of_somebody_else_means_none_of_our_fields(label: str) -> None:
    found = meaning(label)

    assert found is not None
    assert found.keys == ("other",)


def test_the_same_as_above_is_the_answer_above() -> None:
    text = (
        "Company: Fenwick Mutual\nRequested by: Odile Brandt\nPerson to call: same as above\nPhone: "
        "404-555-0131\nUsers: 3\n"
    )

    assert read(text)["contact_name"] == "Odile Brandt"


def test_what_the_signature_tells_is_taken_from_it() -> None:
    text = (
        "Company: Fenwick Mutual\nTime zone: see signature\nHours: see signature\nCMP: 44120\nUsers: 3\n\n-- "
        "\nOdile Brandt\nMon-Fri 8-4 Central\n"
    )

    found = read(text)

    assert found["time_zone"] == "America/Chicago"
    assert found["preferred_contact_time"] == "Mon-Fri 8-4 Central"


def test_a_sentence_below_the_form_corrects_it() -> None:
    text = (
        "Company: Fenwick Mutual\nContact: Odile Brandt\nSeverity: C\nCMP: 44120\nUsers: 3\n\nEdit: please make "
        "it severity B.\n"
    )

    assert read(text)["severity"] == "B"


def test_first_and_last_name_asked_apart_are_one_name() -> None:
    assert read("First name: Odile\nSurname: Brandt\nCompany: Fenwick\n")["contact_name"] == "Odile Brandt"


def test_the_likelier_of_several_labels_for_one_field_counts() -> None:
    found = read(
        "Impact: 1 - High\nUrgency: 2 - Medium\nPriority: 3 - Moderate\nService: Microsoft 365\nConfiguration item: "
        "Power BI\n"
    )

    assert found["severity"] == "C"
    assert found["product"] == "Power BI"


HTML = "<table>{rows}</table>"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "".join(f"<tr><td>{a}</td><td>{b}</td><td></td></tr>" for a, b in PAIRS), id="an empty third column"
        ),
        pytest.param(
            "<tr><th>Item</th><th>Answer</th></tr>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in PAIRS),
            id="a head row that names the columns",
        ),
        pytest.param(
            "".join(
                f"<tr><td colspan=2>{at}. {a}</td></tr><tr><td colspan=2>{b}</td></tr>"
                for at, (a, b) in enumerate(PAIRS, 1)
            ),
            id="label and answer in rows of their own",
        ),
    ],
)
def test_html_tables_of_every_make_are_read(rows: str) -> None:
    html = HTML.format(rows=rows)

    found = read(html_to_text(html), html)

    assert {key: found.get(key) for key in ASKED} == ASKED
    assert "product" not in found


def test_a_row_that_ends_with_an_empty_cell_keeps_its_text() -> None:
    assert html_to_text("<table><tr><td>a</td><td>b</td><td></td></tr><tr><td>c</td></tr></table>") == "a\tb\nc"


def test_a_line_of_nothing_but_blanks_holds_no_cells() -> None:
    lines = (Line("Hello,"), Line("       "), Line("the mailbox is full."))

    assert laid_out(lines) == lines
