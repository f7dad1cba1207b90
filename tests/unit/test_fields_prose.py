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
        ("Best before noon, MST (we don't do DST).", "America/Phoenix"),
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


def told(sentence: str) -> dict[str, FieldContent]:
    """The same, below a sentence that names no product."""
    text = f"Hello,\n\nit is broken since this morning and nobody knows why it is so.\n\n{sentence}\n\nThanks\nJ.\n"
    message = InboundMessage("<1@x>", (Address("jane@x.example", "Jane Roe"),), (), "Help", text)
    return {item.key: item.value for item in read_fields(message, split(text), NEW)}


@pytest.mark.parametrize(
    ("sentence", "users"),
    [
        ("Twenty-five people cannot work.", 25),
        ("The whole team (8 people) is down.", 8),
        ("There are about 40 of us on that floor.", 40),
        ("Roughly two dozen colleagues see it.", 24),
        ("We both get it.", 2),
        ("My wife and I have the same problem.", 2),
        ("It's not only me, my two colleagues have it as well.", 3),
        ("It happens to me only.", 1),
        ("Betroffen ist nur sie.", 1),
        ("Il est le seul dans ce cas.", 1),
        ("Solo me pasa a mí.", 1),
        ("Wir sind zu dritt.", 3),
        ("Das haben alle 18 im Kontor.", 18),
        ("Nous sommes une quinzaine à ne plus pouvoir travailler.", 15),
        ("Anna, Ben and Carla can't sign in.", 3),
        ("Three clerks and the owner see it, so four people.", 4),
        ("Its the office pc and mine so 2.", 2),
        ("About 1,150 brokers are locked out.", 1150),
        ("40 of 210 laptops fail.", 40),
        ("We're a team of nine and none of us can send.", 9),
        ("Forty-two of the drivers cannot sign in.", 42),
        ("Dreiundzwanzig Mitarbeiter sind betroffen.", 23),
        ("Treinta y seis empleados no pueden entrar.", 36),
        ("Three colleague have this error.", 3),
        ("It concerns 14 nos. users.", 14),
        ("Les sept médecins ne peuvent plus ouvrir leur agenda.", 7),
        ("More than 30 employees reported it broken.", 30),
        ("Mrs. Moss, Ben Reed and Cy Flint can't print.", 3),
        ("The users affected are Ann Moss, Ben Reed and Cy Flint.", 3),
        ("Only one teacher is affected.", 1),
    ],
)
def test_a_number_counts_people_by_what_stands_around_it(sentence: str, users: int) -> None:
    assert told(sentence)["users_impacted"] == users


@pytest.mark.parametrize(
    ("text", "users"),
    [
        ("We have 300 employees but only 12 of them are affected.", 12),
        ("We bought 50 licences and 3 users have no mailbox.", 3),
        ("14 people have it. I counted again: it is 17, not 14.", 17),
        ("17 users, no wait, 19 users can't log in.", 19),
        ("We run a yard with 28 people. It quit for the nine people in parts.", 9),
        ("We are 31 in the office but only four people have the fault.", 4),
        ("Eight nurses can't log in. The other 25 work normally.", 8),
        ("There are 17 of us here. Nobody can open Outlook.", 17),
        ("We are a six-person practice. The whole office is without mail.", 6),
    ],
)
def test_of_two_numbers_the_one_concerned_or_corrected_counts(text: str, users: int) -> None:
    assert told(text)["users_impacted"] == users


@pytest.mark.parametrize(
    "sentence",
    [
        "We pay for 25 seats.",
        "I have 5 years of mail in there.",
        "Please order 5 licences for new users.",
        "Microsoft 365 Business Standard is what we have.",
        "I removed two users from the group.",
        "Both selectors are in DNS.",
        "The workshop is for 45 people next week, can we record it?",
        "The invoice shows 18 users instead of our 16 licences.",
        "Our 90 users will be moved in March.",
    ],
)
def test_licences_years_and_names_count_nobody(sentence: str) -> None:
    assert "users_impacted" not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("I'd call it medium.", "B"),
        ("Category C I'd say.", "C"),
        ("B i guess.", "B"),
        ("It is not an emergency.", "C"),
        ("Not pressing.", "C"),
        ("Highest severity please.", "A"),
        ("Dringlichkeit niedrig.", "C"),
        ("Priorité haute.", "B"),
    ],
)
def test_words_for_a_grade_are_severities(sentence: str, severity: str) -> None:
    assert told(sentence)["severity"] == severity


@pytest.mark.parametrize(
    "sentence", ["I'm so angry!!! This is a disaster!!!", "We use Defender P2.", "Police (non-emergency)"]
)
def test_excitement_and_names_are_no_severity(sentence: str) -> None:
    assert "severity" not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I already have renewed the secret.",
        "My husband, who works in IT, ran the repair.",
        "New roll in, calibrated it twice, swapped the cable.",
        "The scanners were re-enrolled.",
        "Password was reset twice.",
        "Wir haben den Server stromlos gemacht und die Platten neu gesteckt.",
        "Mon gendre m'a fait changer mon mot de passe.",
        "Hemos parado y reanudado el lote.",
        "To date we have (a) re-registered two devices.",
    ],
)
def test_who_did_what_is_a_step_taken(sentence: str) -> None:
    assert told(sentence)["steps_taken"] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "I took over the books in June.",
        "I turned your list into a table.",
        "I put a screenshot in the attachment.",
        "Our bank already pulled both.",
        "Pouvez-vous vérifier s'il a bien été renouvelé ?",
        "They changed the router.",
        "We need the seats cancelled and re-issued.",
        "Did you change anything?",
        "Powered by a web shop.",
    ],
)
def test_questions_wishes_and_what_others_did_are_no_steps(sentence: str) -> None:
    assert "steps_taken" not in told(sentence)


def test_the_points_under_a_heading_are_steps() -> None:
    steps = told(
        "Things we tried before writing to you:\n* SMB multichannel on and off\n* another endpoint\n\nCall me."
    )["steps_taken"]

    assert steps == "Things we tried before writing to you: * SMB multichannel on and off * another endpoint"


@pytest.mark.parametrize(
    ("sentence", "error"),
    [
        ("cant get on, says somthing went wrong.", "somthing went wrong"),
        ("It says the file is locked by another user.", "the file is locked by another user"),
        ("It shows 'Cannot connect to server' in red.", "Cannot connect to server"),
        ('A rule "FIN" exists, the page has "Device is not ready".', "Device is not ready"),
        ("It ends with java.lang.OutOfMemoryError: Java heap space", "java.lang.OutOfMemoryError: Java heap space"),
        ("The browser has NET::ERR_CERT_DATE_INVALID.", "NET::ERR_CERT_DATE_INVALID"),
        ("The portal answers with Forbidden (403).", "Forbidden (403)"),
    ],
)
def test_messages_are_read_without_quotes_and_as_codes(sentence: str, error: str) -> None:
    assert told(sentence)["error_messages"] == error


@pytest.mark.parametrize("sentence", ["My boss says it is not urgent.", "The statement says CMP 34471."])
def test_what_people_and_papers_say_is_no_error(sentence: str) -> None:
    assert "error_messages" not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Repro is easy: send an invite to anyone.",
        "You can ring the line and wait a while, then you hear it.",
        "To get it, just start a meeting.",
        "Nachstellen könnt ihr es so: Datei anklicken.",
    ],
)
def test_how_to_see_it_is_told_in_many_ways(sentence: str) -> None:
    assert told(sentence)["steps_to_reproduce"] == sentence


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Nuestro CMP es el 40118.", "40118"),
        ("The CMP number on our bill reads 40118.", "40118"),
        ("In your portal they are customer 40118 in CMP.", "40118"),
        ("Customer # with you guys is 40118", "40118"),
        ("The order CMP-O-77120 is for CMP customer 40118.", "40118"),
    ],
)
def test_the_cmp_number_is_told_in_many_ways(sentence: str, number: str) -> None:
    assert told(sentence)["cmp_id"] == number


@pytest.mark.parametrize(
    ("sentence", "domains"),
    [
        ("Tenant a.onmicrosoft.com, also b.example.", ("a.onmicrosoft.com", "b.example")),
        ("We changed our domain from a.example to b.example.", ("a.example", "b.example")),
        ("It is a.onmicrosoft.com (I had typed b.onmicrosoft.com).", ("a.onmicrosoft.com",)),
    ],
)
def test_domains_joined_to_a_tenants_are_its_own(sentence: str, domains: tuple[str, ...]) -> None:
    assert told(sentence)["tenant_domains"] == domains


@pytest.mark.parametrize(
    ("sentence", "product"),
    [
        ("Access denied is all we see in OneDrive.", "OneDrive"),
        ("teams wont let me join", "teams"),
        ("We move from Google Workspace to Exchange Online.", "Exchange Online"),
        ("Die SharePoint-Bibliothek ist leer.", "SharePoint"),
        ("every planner plan lost its labels", "planner"),
        ("the shifts app shows nobody", "shifts"),
        ("Single sign-on asks twice since the weekend.", "Single sign-on"),
        ("We pay for Planner and Project Plan 5 twice.", "Planner and Project Plan 5"),
        ("13 x Microsoft 365 G3", "Microsoft 365 G3"),
        ("The Zebra label printer jams.", "Zebra label printer"),
    ],
)
def test_products_are_known_by_their_neighbours(sentence: str, product: str) -> None:
    assert told(sentence)["product"] == product


def test_a_way_to_be_reached_is_no_product() -> None:
    assert "product" not in told("Teams is the quickest way to get me.")


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (
            "I was given this address by Pete.\n\nOur calendar shows every meeting one day late since Monday. "
            "Call me on 404-555-0132.",
            "Our calendar shows every meeting one day late since Monday.",
        ),
        (
            "Dr. Abbas cannot open the shared mailbox of the front desk any more. I restarted his PC and mine.",
            "Dr. Abbas cannot open the shared mailbox of the front desk any more.",
        ),
    ],
)
def test_a_description_begins_where_the_trouble_is_told(text: str, description: str) -> None:
    message = InboundMessage("<1@x>", (Address("j@x.example", "J"),), (), "Help", f"Hi,\n\n{text}\n\nThanks\n")
    found = {item.key: item.value for item in read_fields(message, split(message.text), NEW)}

    assert str(found["description"]).endswith(description)
    assert "Call me" not in str(found["description"])
