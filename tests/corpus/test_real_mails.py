"""Real mails that nobody of this project wrote: parsed, classified and taken apart, with floors for how well."""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import goals
import pytest

from mailticket.intake.classify import Identity, classify
from mailticket.intake.parse import parse
from mailticket.model import Classification, InboundMessage, MessageKind

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CORPUS = SHARED / "corpus"
FIELDS = SHARED / "fields"
IDENTITY = Identity(frozenset({"techops@egroup-us.com"}), "x-mailticket")
DIRTY = re.compile("[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f]")
AUTOMATIC = ("bounce", "delivery-delay", "dsn-success", "feedback-report", "mdn", "vacation", "auto-reply")
KINDS = {
    "auto_reply": {MessageKind.AUTO_REPLY},
    "bounce": {MessageKind.BOUNCE},
    "list_mail": {MessageKind.LIST, MessageKind.SPAM},
    "spam_or_marketing": {MessageKind.SPAM, MessageKind.LIST},
}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="needs ../shared/corpus")


@cache
def manifest() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads((CORPUS / "manifest.json").read_text("utf-8"))["files"])


@cache
def mails() -> tuple[tuple[str, str, InboundMessage, Classification], ...]:
    entries = [(entry["file"], entry["label"]) for entry in manifest() if entry["kind"] == "mail"]
    read = ((name, label, parse((CORPUS / name).read_bytes())) for name, label in entries)
    return tuple((name, label, message, classify(message, IDENTITY)) for name, label, message in read)


def test_every_real_mail_gives_clean_strings() -> None:
    dirty = [
        name
        for name, _, message, _ in mails()
        if DIRTY.search(
            "".join((message.subject, message.text, message.html, *(value for _, value in message.headers)))
        )
    ]

    assert dirty == []


def test_no_real_mail_needs_reading_by_hand() -> None:
    assert [name for name, _, message, _ in mails() if any("by hand: " in item for item in message.defects)] == []


def test_a_real_winmail_is_opened() -> None:
    message = parse((CORPUS / "mail/mimekit/tnef__ukr.eml").read_bytes())

    assert (message.attachments, message.defects) == ((), ())


def test_no_bounce_or_other_automatic_mail_is_answered() -> None:
    answered = [(label, name) for name, label, _, found in mails() if label in AUTOMATIC and found.answerable]

    assert answered == []


def test_bounces_are_recognised() -> None:
    kinds = Counter(found.kind for _, label, _, found in mails() if label == "bounce")

    assert kinds[MessageKind.BOUNCE] >= 0.99 * kinds.total(), kinds


def test_vacations_and_automatic_replies_are_recognised() -> None:
    kinds = Counter(found.kind for _, label, _, found in mails() if label in ("vacation", "auto-reply"))

    assert kinds[MessageKind.AUTO_REPLY] >= 0.8 * kinds.total(), kinds


def test_mails_of_people_are_not_taken_for_machines() -> None:
    normal = [(name, found) for name, label, _, found in mails() if label == "normal"]
    taken = [(name, found.rule) for name, found in normal if found.kind is not MessageKind.PERSON]

    assert len(taken) < 0.005 * len(normal), f"{len(taken)} of {len(normal)}: {taken}"


def test_people_are_only_left_unanswered_by_an_explicit_rule() -> None:
    """Mails without an author cannot be answered; those with a machine's address or the null path must not be."""
    explicit = ("From address", "nobody reads", "reverse-path", "list manager", "Precedence")
    people = [
        (name, found) for name, label, _, found in mails() if label == "normal" and found.kind is MessageKind.PERSON
    ]
    silenced = [
        (name, found.answer_rule)
        for name, found in people
        if not found.answerable and not any(rule in found.answer_rule for rule in explicit)
    ]

    assert len(silenced) < 0.005 * len(people), f"{len(silenced)} of {len(people)}: {silenced}"


def test_list_mails_are_never_answered_often() -> None:
    kinds = Counter(found.answerable for _, label, _, found in mails() if label == "list")

    assert kinds[True] == 0, kinds


def test_a_real_mail_is_parsed_in_milliseconds() -> None:
    octets = [(CORPUS / entry["file"]).read_bytes() for entry in manifest() if entry["kind"] == "mail"]
    sample = [item for item in octets if 20_000 < len(item) < 80_000]
    begin = time.process_time()

    for item in sample:
        parse(item)

    assert (time.process_time() - begin) / len(sample) < 0.02


def test_mutations_of_real_mails_are_parsed() -> None:
    chance = random.Random(3834)
    names = chance.sample([entry["file"] for entry in manifest() if entry["kind"] == "mail"], 150)
    failed = []

    for name in names:
        octets = bytearray((CORPUS / name).read_bytes()[:20_000])
        for _ in range(1 + len(octets) // 200):
            octets[chance.randrange(len(octets))] = chance.randrange(256)
        message = parse(bytes(octets))
        if DIRTY.search("".join((message.subject, message.text, *(value for _, value in message.headers)))):
            failed.append(name)

    assert failed == []


@pytest.mark.skipif(not FIELDS.is_dir(), reason="needs ../shared/fields")
def test_the_noise_of_the_fields_set_is_sorted() -> None:
    truth = json.loads((FIELDS / "truth.json").read_text("utf-8"))
    wrong = []

    for path in sorted((FIELDS / "eml").glob("*[13579].eml")):
        kind = classify(parse(path.read_bytes()), IDENTITY).kind
        if kind not in KINDS.get(truth[path.name]["kind"], {MessageKind.PERSON}):
            wrong.append((path.name, kind))

    assert wrong == []


@pytest.mark.parametrize(
    ("kinds", "exactly", "words"),
    [
        (("reply-plain",), 0.9, 0.95),
        (("reply-plain", "reply-html", "reply-signature"), 0.85, 0.94),
    ],
    ids=["plain", "all"],
)
def test_the_new_text_of_replies_is_found(kinds: tuple[str, ...], exactly: float, words: float) -> None:
    """Those in HTML keep the closing of the letter in their truth, which counts as signature here."""
    exact, overlap = goals.new_text(kinds)

    assert exact >= exactly, f"exact {exact:.3f}"
    assert overlap >= words, f"word F1 {overlap:.3f}"
