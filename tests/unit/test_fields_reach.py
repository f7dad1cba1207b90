"""Whose number, which way, when and in which zone: what people write of reaching them, in running text."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, permitted, read_fields
from mailticket.intake.quoting import split
from mailticket.model import Address, FieldContent, InboundMessage

NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
ABOUT = "our shared calendar lost its colours on Tuesday and nothing we did helps."


def read(sentence: str) -> dict[str, FieldContent]:
    text = f"Hello,\n\n{ABOUT}\n\n{sentence}\n\nAnn\n"
    message = InboundMessage("<1@x>", (Address("ann.lee@northgate.example", "Ann Lee"),), (), "Calendar", text)
    return {item.key: item.value for item in read_fields(message, split(text), NEW)}


# ---------------------------------------------------------------- which number


@pytest.mark.parametrize(
    "sentence",
    [
        "Call me on my cell, 404-555-0112. The office number 404-555-0100 is always busy.",
        "Our old provider's number was 404-555-0100; mine is 404-555-0112.",
        "Fax 404-555-0100, phone 404-555-0112.",
        "The client's number is 404-555-0100 but please call me at 404-555-0112.",
        "Reach her at 404-555-0100 if needed. I'm at 404-555-0112.",
        "Don't use 404-555-0100, that line is dead. Use 404-555-0112.",
        "Not 404-555-0100 but 404-555-0112.",
        "My colleague Bob (404-555-0100) saw it too. I'm on 404-555-0112.",
        "404-555-0112 is my direct line, 404-555-0100 the front desk.",
        "Front desk: 404-555-0100. Me: 404-555-0112.",
        "Emergency only: 404-555-0100. Otherwise 404-555-0112.",
        "The auto attendant at 404-555-0100 hangs up. You can get me on 404-555-0112.",
        "Our office manager is at 404-555-0100, but for this please call 404-555-0112.",
        "She runs the payroll, so call her directly at 404-555-0112.",
        "Please contact my colleague Dora Finch, her number is 404-555-0112.",
        "Please call HIM not us, his cell is 404-555-0112.",
        "Call her rather than the front desk. Her mobile is 404-555-0112.",
        "He prefers calls, his direct line is 404-555-0112.",
        "My neighbour of the phone shop (404-555-0100, he helped us once) blames it. Reach me on 404-555-0112.",
    ],
)
def test_the_number_that_is_the_writers_or_asked_to_be_dialled_wins(sentence: str) -> None:
    assert read(sentence)["phone"] == "+14045550112"


@pytest.mark.parametrize(
    "sentence",
    [
        "Microsoft support at 800-555-0100 sent me here.",
        "Calls from 404-555-0100 to 404-555-0101 fail.",
        "Our main number 404-555-0100 is being ported.",
        "Invoice 4045550100 is wrong.",
        "Order no. 555-0100-222 is stuck.",
        "He said to call 404-555-0100 for the scanner vendor.",
        "We want Teams calling for 404-555-0100 and 404-555-0101.",
        "It bounces with 550 5.7.133 and nothing else.",
        "His cell is 404-555-0100 and cannot forward to Teams.",
        "My neighbour (404-555-0100, he helped us once) blames the scanner.",
        "The vendor said his number is 404-555-0100.",
    ],
)
def test_numbers_of_others_and_of_papers_are_no_phone(sentence: str) -> None:
    assert "phone" not in read(sentence)


def test_somebody_else_who_is_named_as_the_one_to_contact_is_the_contact() -> None:
    assert read("Please contact my colleague Dora Finch about it.")["contact_name"] == "Dora Finch"
    assert read("If I am out, contact my colleague Dora Finch.")["contact_name"] == "Ann Lee"


# ---------------------------------------------------------------- which way


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Send it to this mail address.", "email"),
        ("A call is pointless; send your findings to this mailbox.", "email"),
        ("Senden Sie die Antwort bitte an diese Adresse.", "email"),
        ("Manden la respuesta a este correo.", "email"),
        ("I'm deaf, so no calls please.", "email"),
        ("Phoning makes no sense with the noise here.", "email"),
        ("Rejoignez-moi au 418-555-0153, l'après-midi.", "phone"),
        ("I live in Teams.", "teams"),
        ("Could somebody talk me through it?", "phone"),
        ("Drop me a line when it's done.", "email"),
        ("Replying to this mail is enough.", "email"),
        ("Please confirm in writing.", "email"),
        ("Bitte nur schriftlich.", "email"),
        ("Merci de répondre à ce message.", "email"),
        ("Pueden responder a este correo.", "email"),
        ("My phone is broken, so please write.", "email"),
        ("Give me a tinkle.", "phone"),
        ("I'd rather be called than written to.", "phone"),
        ("I'd rather talk than type.", "phone"),
        ("Would appreciate a callback.", "phone"),
        ("Can somebody ring the shop on 01632 960321?", "phone"),
        ("You can call as late as 9 pm.", "phone"),
        ("Un coup de fil suffit.", "phone"),
        ("Márquenme al 956-555-0134.", "phone"),
        ("01632 960321 gets me, I'm hopeless with mail.", "phone"),
        ("I would appreciate a Teams call.", "teams"),
        ("Teams chat is best.", "teams"),
        ("Texting is great.", "text"),
        ("Would Thursday at 2 work for a call?", "phone"),
        ("Please write to me rather than call.", "email"),
        ("Avísenme por mensaje de texto.", "text"),
        ("404-555-0112, call or e-mail, whichever.", "phone or email"),
    ],
)
def test_whole_phrases_ask_for_a_way_too(sentence: str, way: str) -> None:
    assert read(sentence)["preferred_contact_method"] == way


@pytest.mark.parametrize(
    "sentence",
    [
        "My phone is 404-555-0112.",
        "phone 404-555-0112, CMP 12345",
        "Customers call us and hear nothing.",
        "Calls drop every afternoon.",
        "Teams is not working this morning.",
        "He'll send you his phone number himself.",
        "The vendor said to email them.",
        "Please restore the mails she deleted.",
        "Please call the function in the script.",
        "He prefers Outlook over the web mail.",
        "Please move the reception to Teams.",
        "Please don't call, I share an office.",
    ],
)
def test_a_number_a_failing_thing_and_what_others_do_ask_for_no_way(sentence: str) -> None:
    assert "preferred_contact_method" not in read(sentence)


# ---------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("I'm available all day until it's fixed.", "all day until it's fixed"),
        ("I'm usually around from nine-ish to about four.", "from nine-ish to about four"),
        ("Half past eight to half past four is when I'm in.", "Half past eight to half past four"),
        ("Please get back to me by e-mail at any hour.", "any hour"),
        ("I'm around till 6 Eastern and again tomorrow from 8.", "till 6 Eastern and again tomorrow from 8"),
        ("404-555-0112 before 6 am or after dark", "before 6 am or after dark"),
        ("can u txt me b4 9 thx", "b4 9"),
        ("Rückruf bitte, ab sofort.", "ab sofort"),
        ("Disponible du lundi au vendredi de 8h30 à 17h.", "du lundi au vendredi de 8h30 à 17h"),
        ("I'm on the water in the morning so ring after twelve.", "after twelve"),
        ("Good evening, and call me after 3.", "after 3"),
        ("Meine Arbeitszeiten: Mo–Fr 8–12 Uhr.", "Mo–Fr 8–12 Uhr"),
        ("Pueden localizarme a partir de las 10.", "partir de las 10"),
        ("Kindly call on my mobile post 2 PM.", "post 2 PM"),
    ],
)
def test_a_time_to_be_reached_is_found_among_words_and_other_times(sentence: str, time: str) -> None:
    assert read(sentence)["preferred_contact_time"] == time


@pytest.mark.parametrize(
    "sentence",
    [
        "The outage started around 9 am and lasted until noon.",
        "The meeting is at 3 pm tomorrow and we need Teams by then.",
        "Folders from 2021 and 2022 are empty and nobody can tell me why.",
        "Our subscription is 3b7e91d4-08fa-4c26-a5b9-d16c70e2f893, call me.",
        "Hope you had a nice weekend!",
        "Harold always dealt with a man named Scott.",
        "My boss would like an answer by Friday noon.",
        "The sync takes from 1 to 3 hours.",
        "Mail arrives only the next morning.",
    ],
)
def test_what_happened_what_is_due_years_and_identifiers_are_no_time(sentence: str) -> None:
    assert "preferred_contact_time" not in read(sentence)


# ---------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("I'm in the UK, ring between 9 and 5.", "Europe/London"),
        ("9 to 5 my time (Arizona).", "America/Phoenix"),
        ("Ich sitze in Wien, erreichbar 9-12 Uhr.", "Europe/Vienna"),
        ("Zwischen 13 und 15 Uhr (Wiener Zeit) passt.", "Europe/Vienna"),
        ("De 9 à 12, heure de Montréal.", "America/Toronto"),
        ("De 9 a 12, hora de Colombia.", "America/Bogota"),
        ("9 AM - 5 PM (GMT-5)", "Etc/GMT+5"),
        ("UTC+05:30, 10 to 18", "Asia/Kolkata"),
        ("Phone me before noon please (Kansas).", "America/Chicago"),
        ("I live in Bend, Oregon.", "America/Los_Angeles"),
        ("Our head office is in Chicago but I'm in the Denver branch.", "America/Denver"),
    ],
)
def test_zones_are_read_from_places_brackets_and_offsets(sentence: str, zone: str) -> None:
    assert read(sentence)["time_zone"] == zone


@pytest.mark.parametrize(
    "sentence", ["The logs say 05:12 UTC.", "The customer is in Chicago.", "Our VM is in Central US."]
)
def test_the_clock_of_a_machine_and_the_place_of_somebody_else_are_no_zone(sentence: str) -> None:
    assert "time_zone" not in read(sentence)


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("E-mail: o.brandt@fenwick.example (no calls please)", "email"),
        ("Mail: o.brandt@fenwick.example, never by phone", "email"),
        ("Phone: 404-555-0131 (preferred)", "phone"),
        ("Phone: 404-555-0131, no e-mails please", "phone"),
    ],
)
def test_a_note_beside_an_address_or_a_number_tells_the_way(line: str, way: str) -> None:
    assert (
        read(f"Company: Fenwick Mutual\nContact: Odile Brandt\n{line}\nSeverity: B\nCMP: 44120")[
            "preferred_contact_method"
        ]
        == way
    )


@pytest.mark.parametrize(
    ("label", "answer", "way"),
    [
        ("May we text you?", "Yes, text is best", "text"),
        ("Can we call you?", "Yes", "phone"),
        ("OK to text?", "yes please", "text"),
        ("May we call?", "No, e-mail only", "email"),
        ("Is it ok to reach you on WhatsApp?", "sure", "whatsapp"),
        ("Dürfen wir Sie anrufen?", "Ja, vormittags", "phone"),
        ("Peut-on vous appeler ?", "oui", "phone"),
        ("Text ok?", "no", ""),
        ("May we text you?", "it depends", None),
        ("Can you receive e-mail?", "No", None),
        ("Did you call us before?", "Yes", None),
        ("Does Teams work?", "Yes", None),
        ("May we visit you?", "Yes", None),
        ("How to contact you?", "phone", None),
    ],
)
def test_a_yes_to_a_way_permits_it(label: str, answer: str, way: str | None) -> None:
    assert permitted.way(label, answer) == way


def test_a_form_that_asks_whether_a_way_is_welcome_tells_it() -> None:
    form = "Company: Northgate Tools\nName: Ann Lee\nMay we call?: No, e-mail only\nCMP ID: 41163\nUsers affected: 4"
    assert read(form)["preferred_contact_method"] == "email"


def test_way_and_time_are_read_beside_a_number_in_a_form_too() -> None:
    fields = read("Company: Northgate Tools\nPhone: 404-555-0112, cell is best, 8-4 Pacific\nCMP ID: 41163")
    found = [fields.get(key) for key in ("preferred_contact_method", "preferred_contact_time", "time_zone")]
    assert found == ["phone", "8-4 Pacific", "America/Los_Angeles"]


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Callback number: 404-555-0112", "phone"),
        ("When to call: mornings", "phone"),
        ("Preferred contact method: ( ) Phone (•) Email", "email"),
        ("Direct line: 404-555-0112", None),
    ],
)
def test_a_label_that_speaks_of_calling_back_tells_the_way(line: str, way: str | None) -> None:
    fields = read(f"Company: Northgate Tools\n{line}\nCMP ID: 41163\nSeverity: B")
    assert fields.get("preferred_contact_method") == way


@pytest.mark.parametrize("line", ["Reported at: 13:22", "Incident start: 07:58", "Wanted by: Friday", "Check: 10:05"])
def test_a_label_that_asks_when_something_happened_is_no_time_to_be_reached(line: str) -> None:
    assert "preferred_contact_time" not in read(f"Company: Northgate Tools\n{line}\nCMP ID: 41163\nSeverity: B")


def test_a_shop_is_rung_when_there_is_no_other_number() -> None:
    assert read("404-555-0112 is the shop, ask for me.")["phone"] == "+14045550112"
    assert read("404-555-0112 is our front desk. My cell is 404-555-0113.")["phone"] == "+14045550113"


@pytest.mark.parametrize(
    "sentence",
    [
        "The contact for this is Rita Olsen, her cell is 404-555-0112.",
        "Our contact person here is Rita Olsen, 404-555-0112.",
        "The best contact is Rita Olsen (404-555-0112).",
    ],
)
def test_the_contact_who_is_named_is_the_one_to_ring(sentence: str) -> None:
    fields = read(sentence)
    assert (fields["contact_name"], fields["phone"]) == ("Rita Olsen", "+14045550112")


@pytest.mark.parametrize(
    "sentence",
    ["Our contact at the bank is Rita Olsen, 404-555-0112.", "The contact is Microsoft Teams, it shows no picture."],
)
def test_contacts_elsewhere_and_programs_are_not_the_contact(sentence: str) -> None:
    assert read(sentence)["contact_name"] == "Ann Lee"


def test_whom_the_answer_is_for_is_the_contact_where_nobody_signs() -> None:
    def contact(text: str) -> FieldContent | None:
        message = InboundMessage("<1@x>", (Address("ap@northgate.example", "Accounts Payable"),), (), "Bill", text)
        return {item.key: item.value for item in read_fields(message, split(text), NEW)}.get("contact_name")

    assert contact("Please send the credit note to this address. Attn: Rita Olsen.") == "Rita Olsen"
    assert contact("Die Rechnung fehlt noch.\n\nz. Hd. Frau Rita Olsen") == "Rita Olsen"
    assert contact("Please send it on. Attn: Support Team") is None
