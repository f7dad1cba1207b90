"""Subjects: the topic under prefixes and tags, and the numbers of our own tickets in them."""

from __future__ import annotations

import time

import pytest

from mailticket.intake.subject import ticket_numbers, topic


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Mail is refused", "mail is refused"),
        ("Re: Mail is refused", "mail is refused"),
        ("RE: AW: Fwd: Mail is refused", "mail is refused"),
        ("Re[2]: Mail is refused", "mail is refused"),
        ("Re (3): Mail is refused", "mail is refused"),
        ("SV：Mail is refused", "mail is refused"),
        ("Automatic reply: Mail is refused", "mail is refused"),
        ("Re: [TechOps #1042] Mail  is\trefused", "mail is refused"),
        ("[TechOps #1042] Re: Mail is refused", "mail is refused"),
        ("Reinstall: Mail", "reinstall: mail"),
        ("Regarding mail", "regarding mail"),
        ("Re:", ""),
        ("", ""),
    ],
)
def test_the_topic_is_what_is_left_without_prefixes_and_tags(subject, expected):
    assert topic(subject, "TechOps") == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: [TechOps #1042] Mail", (1042,)),
        ("TechOps #1042", (1042,)),
        ("about techops #1042, please", (1042,)),
        ("TechOps#1042 and TechOps # 1043", (1042, 1043)),
        ("[TechOps #1042] [TechOps #1042]", (1042,)),
        ("#1042", ()),
        ("OtherTechOps #1042", ()),
        ("TechOps #1042a", ()),
        ("TechOps #1234567890123", ()),
        ("", ()),
    ],
)
def test_numbers_count_only_as_this_desk_writes_them(subject, expected):
    assert ticket_numbers(subject, "TechOps") == expected


def test_a_desk_name_is_taken_literally():
    assert ticket_numbers("Desk (EU) #7", "Desk (EU)") == (7,)
    assert ticket_numbers("Desk EU #7", "Desk (EU)") == ()


def test_no_more_than_five_numbers_are_looked_up():
    subject = " ".join(f"TechOps #{number}" for number in range(1, 60))

    assert ticket_numbers(subject, "TechOps") == (1, 2, 3, 4, 5)


@pytest.mark.parametrize("words", ["re: " * 100_000, "TechOps # " * 100_000, "[" * 400_000, " " * 400_000])
def test_an_endless_subject_costs_no_more_than_a_long_one(words):
    before = time.process_time()

    topic(words, "TechOps")
    ticket_numbers(words, "TechOps")

    assert time.process_time() - before < 0.5
