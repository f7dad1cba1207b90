"""Running text: the way and the time to be reached, zone, severity, users, steps, errors, company."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.fields.times import find_times
from mailticket.intake.quoting import split
from mailticket.model import Address, AttachedMessage, FieldContent, InboundMessage

NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
ABOUT = "since this morning the sync is broken in our office and the files do not come through."


def read(sentence: str, author: Address | None = None) -> dict[str, FieldContent]:
    text = f"Hello,\n\n{ABOUT}\n\n{sentence}\n\nThanks\nJ.\n"
    message = InboundMessage("<1@x>", (author or Address("jane@x.example", "Jane Roe"),), (), "Help", text)
    return {item.key: item.value for item in read_fields(message, split(text), NEW)}


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Please telephone me rather than write.", "phone"),
        ("Just ring.", "phone"),
        ("Bitte um Rückruf.", "phone"),
        ("Vous pouvez m'appeler au 04 65 71 02 38.", "phone"),
        ("You get me on 404-555-0132.", "phone"),
        ("No calls please, only e-mail.", "email"),
        ("Phone if you must, but honestly e-mail does it.", "email"),
        ("A written answer would be easiest.", "email"),
        ("Am besten per Mail antworten.", "email"),
        ("Shoot me a Teams message.", "teams"),
        ("Prefiero WhatsApp por la tarde.", "whatsapp"),
        ("Just text me.", "text"),
    ],
)
def test_the_way_that_is_asked_for_most_clearly_is_the_way(sentence: str, way: str) -> None:
    assert read(sentence)["preferred_contact_method"] == way


@pytest.mark.parametrize(
    "sentence", ["All our e-mail bounces.", "The phone app crashes.", "Teams is slow.", "The call quality is bad."]
)
def test_what_is_broken_is_no_way_to_be_reached(sentence: str) -> None:
    assert "preferred_contact_method" not in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("Any day until 4:30 is good, call me.", "Any day until 4:30"),
        ("Erreichbar bin ich montags bis donnerstags ab 9 Uhr.", "montags bis donnerstags ab 9 Uhr"),
        ("Llámenme de cuatro a siete.", "cuatro a siete"),
        ("Joignable aux heures de bureau.", "aux heures de bureau"),
        ("Ring me, but not before 10.", "not before 10"),
        ("8-4, Chicago.", "8-4"),
        ("I answer in the breaks, around 11 and around 3.", "around 11 and around 3"),
    ],
)
def test_times_to_be_reached_are_read_whole(sentence: str, time: str) -> None:
    assert read(sentence)["preferred_contact_time"] == time


@pytest.mark.parametrize(
    "text", ["since 2026-11-04", "order 4500-7781", "(UTC-05:00)", "version 5.010", "call 956 555 0133", "3 users"]
)
def test_dates_numbers_and_offsets_are_no_times(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("We are in Pittsburgh.", "America/New_York"),
        ("Call until 5 Central.", "America/Chicago"),
        ("We're on the West coast.", "America/Los_Angeles"),
        ("Wir sitzen hier, mitteleuropäische Zeit.", "Europe/Berlin"),
        ("Between 9 and 14 hours of Mexico City.", "America/Mexico_City"),
    ],
)
def test_zones_are_known_by_place_and_name(sentence: str, zone: str) -> None:
    assert read(sentence)["time_zone"] == zone


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("Please handle it as B.", "B"),
        ("I would call this a B.", "B"),
        ("Disons gravité B.", "B"),
        ("Stufe C reicht.", "C"),
        ("It isn't urgent.", "C"),
        ("Put C on it.", "C"),
        ("Please treat this as critical.", "A"),
    ],
)
def test_grades_in_a_sentence_are_severities(sentence: str, severity: str) -> None:
    assert read(sentence)["severity"] == severity


@pytest.mark.parametrize("sentence", ["A user cannot log in.", "Plan B is ready.", "We use type C cables."])
def test_a_lone_letter_is_no_severity_by_itself(sentence: str) -> None:
    assert "severity" not in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "users"),
    [
        ("So 26 dispatchers see no menus.", 26),
        ("Les 64 élèves ne voient rien.", 64),
        ("7 of the 31 users see it.", 7),
        ("It happens to me and to Stu.", 2),
        ("Betroffen sind 2 Arbeitsplätze.", 2),
        ("About a dozen people can't work.", 12),
    ],
)
def test_people_are_counted_whatever_they_are_called(sentence: str, users: int) -> None:
    assert read(sentence)["users_impacted"] == users


@pytest.mark.parametrize(
    "sentence",
    [
        "I already took the permission away and gave it back.",
        "Ich habe den Rechner neu gestartet.",
        "Il a aussi vérifié les licences.",
        "My attempts were another camera and a wired line.",
        "A new roll changed nothing.",
    ],
)
def test_deeds_are_steps_taken(sentence: str) -> None:
    assert read(sentence)["steps_taken"] == sentence


@pytest.mark.parametrize("sentence", ["We bought ten licenses in May.", "Since we moved the office it is slow."])
def test_what_happened_before_is_no_step(sentence: str) -> None:
    assert "steps_taken" not in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "error"),
    [
        ('Word has a yellow bar: "Unlicensed Product."', "Unlicensed Product."),
        ("It ends at 0xCAA50021.", "0xCAA50021"),
        ("The message reads: Your account is locked.", "Your account is locked."),
    ],
)
def test_messages_are_known_by_their_words(sentence: str, error: str) -> None:
    assert str(read(sentence)["error_messages"]).rstrip(".") == error.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "This is Jane at Cobalt Freight.",
        "We at Cobalt Freight use it daily.",
        "Cobalt Freight here.",
        "I look after IT at Cobalt Freight.",
        "Greetings from Cobalt Freight.",
    ],
)
def test_a_company_is_introduced_in_a_sentence(sentence: str) -> None:
    assert read(sentence)["partner_name"] == "Cobalt Freight"


@pytest.mark.parametrize(
    ("signature", "company"),
    [
        ("Jane Roe\nOffice Manager\nOak & Finch Interiors", "Oak & Finch Interiors"),
        ("Jane Roe | Finance | Cobalt Freight", "Cobalt Freight"),
        ("Jane Roe\nThe Corner Bookshop\nBoulder, CO", "The Corner Bookshop"),
    ],
)
def test_what_stands_under_the_name_is_the_company(signature: str, company: str) -> None:
    text = f"Hello,\n\n{ABOUT}\n\nRegards,\n{signature}\n"
    message = InboundMessage("<1@x>", (Address("jane.roe@gmail.com", "Jane Roe"),), (), "Help", text)

    found = {item.key: item.value for item in read_fields(message, split(text), NEW)}

    assert found["partner_name"] == company


def test_an_attached_mail_tells_the_problem() -> None:
    text = "Please see the attached mail of our customer.\n\nJane Roe\n"
    attached = AttachedMessage(Address("ann@y.example", "Ann"), "gone", 'Outlook says "Profile cannot be loaded".')
    message = InboundMessage("<1@x>", (Address("jane@x.example", "Jane Roe"),), (), "FYI", text, attached=(attached,))

    found = {item.key: item.value for item in read_fields(message, split(text), NEW)}

    assert "Profile cannot be loaded" in str(found["description"])
    assert found["error_messages"] == "Profile cannot be loaded"
    assert found["contact_name"] == "Jane Roe"


def test_an_hour_is_no_number_of_users() -> None:
    assert "users_impacted" not in read("Since about 9 we cannot send mail to Gmail addresses.")
    assert read("Since 9 we can't print, about 35 users are affected.")["users_impacted"] == 35
    assert read("Since 7 users cannot sign in, please look.")["users_impacted"] == 7


def test_the_way_that_fails_is_no_way_somebody_prefers() -> None:
    assert "preferred_contact_method" not in read("We cannot send mail to Gmail addresses any more.")
    assert read("We cannot send mail. Please call me.")["preferred_contact_method"] == "phone"
