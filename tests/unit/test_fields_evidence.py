"""Each value knows the rule that read it and where its words stand; an explanation shows what lost, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailticket.intake.context import ReadingContext
from mailticket.intake.fields import FieldContext, explain_fields, read_fields
from mailticket.intake.fields.labels import extended, meaning
from mailticket.intake.fields.locate import located
from mailticket.intake.quoting import split
from mailticket.intake.read import read
from mailticket.model import Address, Attachment, Evidence, FieldValue, InboundMessage

CONTEXT = FieldContext(own_addresses=frozenset({"desk@desk.example"}))


def mail(text: str, **changes: object) -> InboundMessage:
    author = Address("jane@harbor.example", "Jane Roe")
    return replace(InboundMessage("<1@x>", (author,), (), "Help", text), **changes)  # type: ignore[arg-type]


def fields(message: InboundMessage) -> dict[str, FieldValue]:
    return {item.key: item for item in read_fields(message, split(message.text), CONTEXT)}


def words_of(item: FieldValue, message: InboundMessage) -> str:
    assert item.evidence is not None
    return message.text[item.evidence.begin : item.evidence.end]


TEXT = """Hello,

Severity: B
Steps taken: restarted Outlook on both machines, cleared the cache and then
waited for an hour
Product: Exchange Online

about 12 users cannot send since this morning

Jane
"""


@pytest.mark.parametrize(
    ("key", "rule", "words"),
    [
        ("severity", "label-line", "B"),
        ("product", "label-line", "Exchange Online"),
        ("users_impacted", "prose-users", "12 users"),
        (
            "steps_taken",
            "label-line",
            "restarted Outlook on both machines, cleared the cache and then\nwaited for an hour",
        ),
    ],
)
def test_a_value_stands_where_its_evidence_says(key: str, rule: str, words: str) -> None:
    message = mail(TEXT)

    item = fields(message)[key]

    assert item.evidence is not None
    assert (item.evidence.rule, item.evidence.part) == (rule, "text")
    assert words in words_of(item, message)


def test_words_that_a_quotation_broke_are_found_behind_its_marks() -> None:
    message = mail("> Please fill in\n> Error:\n\nthe connection was refused by\n> the other side of it\n")
    item = FieldValue("error_messages", "x", "in the text", "refused by the other side")

    found = located(item, message)

    assert words_of(found, message) == "refused by\n> the other side"


def test_values_outside_the_text_name_the_part_they_came_from() -> None:
    picture = Attachment("2", "screen.png", "image/png", 40_000, "0")
    found = fields(mail("It fails.", subject="SEV A: Teams down", attachments=(picture,)))

    assert found["email"].evidence == Evidence("from-address", "from")
    assert found["screenshots"].evidence == Evidence("attached", "attachment 2")
    assert found["severity"].evidence == Evidence("subject-severity", "subject", 0, 5)


def test_an_explanation_shows_the_winner_first_and_why_the_others_lost() -> None:
    message = mail("Severity: C\nProduct: Teams\n\nThis is critical for us, severity A really.\n")

    explained = explain_fields(message, split(message.text), CONTEXT)

    severities = [item for item in explained.considered if item.field.key == "severity"]
    assert [(item.field.value, item.chosen) for item in severities[:2]] == [("C", True), ("A", False)]
    assert severities[0].why == "the surest"
    assert severities[1].why == "less sure"


def test_an_explanation_names_the_labels_nobody_knows() -> None:
    text = "Company: Harbor\nPhone: 404-555-0132\nZorblax level: 7\nSeverity: B\nProduct: Teams\n"
    message = mail(text)

    assert "Zorblax level" in explain_fields(message, split(text), CONTEXT).unknown_labels


def test_a_reading_explains_itself_only_when_asked() -> None:
    octets = b"From: jane@harbor.example\nTo: desk@desk.example\nSubject: Help\nMessage-ID: <1@x>\n\nSeverity: B\n"

    assert read(octets, ReadingContext()).explanation is None
    explained = read(octets, ReadingContext(explain=True)).explanation
    assert explained is not None
    assert [block.kind for block in explained.blocks] == ["text"]


def test_a_desk_adds_its_own_wordings_for_the_time_of_a_reading() -> None:
    octets = b"From: j@h.example\nTo: desk@desk.example\nSubject: Help\n\nZorblax level: B\nCost centre: 7\n"

    found = read(octets, ReadingContext(labels=(("severity", "Zorblax level"), ("other", "Cost centre"))))

    assert [item.value for item in found.fields if item.key == "severity"] == ["B"]
    assert meaning("Zorblax level") is None


def test_a_wording_of_the_desk_goes_before_the_shipped_meaning() -> None:
    with extended((("cmp_id", "Reference"),)):
        found = meaning("Reference")

    assert found is not None
    assert found.keys[0] == "cmp_id"


def test_a_letter_is_found_behind_its_label_and_never_within_a_word() -> None:
    message = mail("Best of days,\n\nBluebird here. How bad: B\nProduct: Teams\n\nB\n", subject="Help B")
    item = FieldValue("severity", "B", 'label "How bad" in the text', "B")

    evidence = located(item, message).evidence

    assert evidence is not None
    assert message.text[evidence.begin - 9 : evidence.end] == "How bad: B"
