"""Who wrote, as signature, display name and introductions tell it."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, phrases_sender, read_fields
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.places import zone_of_address
from mailticket.intake.quoting import is_forward, split
from mailticket.model import Address, FieldContent, InboundMessage

NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
ANN = Address("ann.lee@northgate.example", "Ann Lee")
ABOUT = "Hello,\n\nour shared calendar lost its colours and nothing we did helps.\n\n"


def read(text: str, author: Address = ANN, subject: str = "Calendar") -> dict[str, FieldContent]:
    message = InboundMessage("<1@x>", (author,), (), subject, text)
    body = split(text, forwarded=is_forward(subject))
    return {item.key: item.value for item in read_fields(message, body, NEW)}


@pytest.mark.parametrize(
    ("signature", "company"),
    [
        ("Best,\nAnn Lee / Northgate Tools", "Northgate Tools"),
        ("ann lee\nnorthgate tools\n404 555 0112", "northgate tools"),
        ("Thanks\n\nAnn Lee | Head of IT | Pinecrest Orchards\nO 404-555-0100", "Pinecrest Orchards"),
        ("Thanks\n\nAnn Lee, CPA\nPartner\nLee Hobbs & Marsh, P.C.\n12 Main St", "Lee Hobbs & Marsh, P.C."),
        ("Grüße aus Kiel\n\ni. V. Ann Lee\n\nBraunfels Optik GmbH & Co. KG, Kiel", "Braunfels Optik GmbH & Co. KG"),
        ("Saludos,\nAnn Lee\nJefa de sistemas\nAceites del Sur, S.L.", "Aceites del Sur, S.L."),
        ("-- \nAnn Lee\nNetwork Administrator\nCity of Marlow Springs", "City of Marlow Springs"),
        ("-- \nAnn Lee :: Northgate Labs :: Boston\nm 404-555-0112", "Northgate Labs"),
        ("Best\n\nAnn Lee\nNorthgate IT | Charleston SC\no: 404-555-0112", "Northgate IT"),
        ("Merci\n\nAnn Lee\nCoordonnatrice, Northgate Coop (Trois-Pistoles)", "Northgate Coop"),
        ("Ann Lee, Island Digital Inc.", "Island Digital Inc."),
        ("Ann, Island Digital Inc., Leeds", "Island Digital Inc."),
        ("Ann Lee\nSuðurljós Fiskur ehf.\n404-555-0112", "Suðurljós Fiskur ehf."),
        ("Ann Lee\nZlatý Strom s.r.o.", "Zlatý Strom s.r.o."),
        ("Ann Lee\nBłękitne Morze sp. z o.o.", "Błękitne Morze sp. z o.o."),
        ("Ann Lee\nBlue Sea Co., Ltd.", "Blue Sea Co., Ltd."),
    ],
)
def test_the_company_is_read_from_the_signature_without_the_town(signature: str, company: str) -> None:
    assert read(f"{ABOUT}{signature}\n")["partner_name"] == company


@pytest.mark.parametrize(
    ("sentence", "company"),
    [
        ("Grace from Bright Harbor Dental here.", "Bright Harbor Dental"),
        ("I work for the Larchmont Public Library.", "Larchmont Public Library"),
        ("Wir, die Müller Maschinenbau AG, haben ein Problem.", "Müller Maschinenbau AG"),
        ("Je vous écris de la part de Cabinet Lefort.", "Cabinet Lefort"),
        ("Trabajo en Clínica San Roque.", "Clínica San Roque"),
        ("I'm the closest thing to IT at North & Gate Law.", "North & Gate Law"),
    ],
)
def test_the_company_is_read_from_what_people_say_of_themselves(sentence: str, company: str) -> None:
    assert read(f"{ABOUT}{sentence}\n\nAnn\n")["partner_name"] == company


@pytest.mark.parametrize(
    ("domain", "sentence", "company"),
    [
        ("stxavier-lutheran.example", "St. Xavier Lutheran School moved last week.", "St. Xavier Lutheran School"),
        ("kolbbackstube.example", "Bei uns in der Backstube Kolb geht nichts.", "Backstube Kolb"),
        ("mtadamsclinic.example", "Since Friday Mt. Adams Clinic gets no mail.", "Mt. Adams Clinic"),
    ],
)
def test_the_company_spells_the_domain_in_whatever_order(domain: str, sentence: str, company: str) -> None:
    assert read(f"{ABOUT}{sentence}\n\nAnn\n", Address(f"ann@{domain}", "Ann Lee"))["partner_name"] == company


def test_the_address_of_who_filled_in_a_form_is_the_contacts() -> None:
    text = f"{ABOUT}Submitted 5:02 PM by odile@northgate.example\n"

    found = read(text, Address("robot@northgate.example", "Forms"))

    assert found["email"] == "odile@northgate.example"
    assert "user_accounts" not in found


def test_a_sentence_that_names_a_firm_is_no_firm() -> None:
    assert "partner_name" not in read(f"{ABOUT}The customer is Grover Works LLC.\n\nAnn\n")


@pytest.mark.parametrize(
    ("author", "text", "name"),
    [
        (
            Address("office@northgate.example", "Front Office"),
            "Off since noon.\n\nDora Finch\nOffice Manager\n",
            "Dora Finch",
        ),
        (Address("office@northgate.example", "The Northgate"), "Off since noon.\n\nBest\nDora Finch\n", "Dora Finch"),
        (Address("duty@northgate.example", "Network Duty (D. Finch-Hay)"), "It is down.\n", "D. Finch-Hay"),
        (Address("clerk@northgate.example", "Clerk, Village of Northgate"), "Off.\n\nBest\nDora Finch\n", "Dora Finch"),
        (
            Address("desk@northgate.example", "Northgate Service Desk"),
            "Dora Finch added a note:\n\nOff.\n",
            "Dora Finch",
        ),
        (Address("dora@northgate.example", "Dee"), "hey its dora finch from northgate, its off again\n", "dora finch"),
        (Address("dora@northgate.example", ""), "Hi, this is Dora Finch from Northgate.\nOff.\n", "Dora Finch"),
        (ANN, f"{ABOUT}Thanks\n\nAnn Lee, CPA\nNorthgate Tools\n", "Ann Lee"),
    ],
)
def test_a_shared_address_is_no_person_and_whoever_signs_or_says_so_is(author: Address, text: str, name: str) -> None:
    assert read(text, author)["contact_name"] == name


@pytest.mark.parametrize(
    ("signature", "phone"),
    [
        ("O 404-555-0100 | M 404-555-0112 | F 404-555-0199", "+14045550112"),
        ("main 404-555-0100\n404-555-0112 (direct)", "+14045550112"),
        ("Company no. 00000000\nHRB 4045550100\nT 404-555-0112", "+14045550112"),
        ("cell 404-555-0112 / shop 404-555-0100", "+14045550112"),
    ],
)
def test_the_direct_number_of_a_signature_wins(signature: str, phone: str) -> None:
    assert read(f"{ABOUT}Regards,\nAnn Lee\n{signature}\n")["phone"] == phone


def test_the_mobile_of_the_signature_wins_when_the_text_asks_for_it() -> None:
    assert (
        read(f"{ABOUT}Ring my mobile.\n\nRegards,\nAnn Lee\nD 404-555-0100\nM 404-555-0112\n")["phone"]
        == "+14045550112"
    )


def test_a_signature_below_a_forwarded_mail_is_not_the_forwarders() -> None:
    text = (
        "Please look.\n\nAnn Lee\nNorthgate Tools\n404-555-0112\n\n________________________________\n"
        "From: Bob Ray <bob@grover.example>\nSent: Monday\nTo: Ann Lee\nSubject: Off\n\nIt is off.\n\n"
        "Best regards\nBob Ray\nGrover Works Ltd\n404-555-0177\n"
    )
    fields = read(text, subject="FW: Off")
    assert (fields["partner_name"], fields["phone"]) == ("Northgate Tools", "+14045550112")


def test_a_disclaimer_under_the_signature_does_not_hide_it() -> None:
    legal = "This message is meant for the addressee alone and may not be passed on by anybody who is not. " * 2
    assert (
        read(f"{ABOUT}Kind regards,\n\nAnn Lee\nNorthgate Tools\nT 404-555-0112\n{legal}\n")["phone"] == "+14045550112"
    )


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("12 Main St, Duluth, MN 55802", "America/Chicago"),
        ("Portland, ME", "America/New_York"),
        ("Hafenstr. 12a, 18055 Rostock", "Europe/Berlin"),
        ("44 Kempt Street, Halifax", "America/Halifax"),
        ("Montrose, Scotland", "Europe/London"),
        ("Kim Doe, MD", None),
        ("Boston Dental Group", None),
    ],
)
def test_the_zone_of_an_address_is_that_of_its_state_or_town(text: str, zone: str | None) -> None:
    assert zone_of_address(text) == zone


@pytest.mark.parametrize(
    ("author", "signature", "name"),
    [
        (Address("rl@marlow.example", "Ruth Marlow"), "Ruth Marlow\nSenior Partner\nMARLOW LLP", "Ruth Marlow"),
        (Address("a.lee@northgate.example", "Prof. Ann Lee"), "Prof. Ann Lee\nNorthgate Institute", "Ann Lee"),
    ],
)
def test_owners_and_professors_are_called_by_their_names(author: Address, signature: str, name: str) -> None:
    assert read(f"{ABOUT}Best regards\n\n{signature}\n", author)["contact_name"] == name


@pytest.mark.parametrize(
    "text",
    [
        "I'm on 0700-1500 ET, desk line 404-555-0112.",
        "Please work with me, not with him: 404-555-0112, calls before noon.",
        "Call 404-555-0112.\n\nIf you received this message in error, call our compliance line at 404-555-0100.",
        "Reach me at 404-555-0112 (direct; the 404-555-0100 in the footer is only the front desk).",
        "Thank you.\n\nRegards\n\nAnn Lee\nNorthgate Ltd, registered in England 04045550\n404-555-0112",
    ],
)
def test_hours_registers_and_notices_hold_no_number_to_call(text: str) -> None:
    assert read(f"{ABOUT}{text}\n")["phone"] == "+14045550112"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Harbour Housing Co-operative, I am Desmond Ashe-Lowe, 404-555-0112.", "Desmond Ashe-Lowe"),
        ("I'm Desmond Ashe and I keep the mail here.", "Desmond Ashe"),
        ("Ich bin Desmond Ashe, zuständig für die IT.", "Desmond Ashe"),
        ("Ask for Desmond Ashe when you call.", "Desmond Ashe"),
        ("I am Global Admin here.", None),
        ("I am Very Sorry for this.", None),
        ("I'm Microsoft Certified, but this beats me.", None),
        ("I am Office Manager.", None),
        ("I am New York based.", None),
    ],
)
def test_who_says_his_name_under_a_shared_address_is_the_contact(sentence: str, name: str | None) -> None:
    assert read(f"{ABOUT}{sentence}\n", Address("it-team@harbour.example")).get("contact_name") == name


def test_the_person_above_the_numbers_of_a_form_is_the_contact_beside_the_firm() -> None:
    fields = read(
        "REQUESTOR:\nAnn Lee - Lead, Messaging - Northgate Cargo Plc\nT: 404-555-0112\nI work 8 to 5, Kenyan time.\n\n"
        "CMP ID: 41163\nSeverity: B\nBusiness effect: Moderate. It annoys. 31 people wait.\n"
    )
    assert (fields["contact_name"], fields["partner_name"]) == ("Ann Lee", "Northgate Cargo Plc")
    assert (fields["preferred_contact_time"], fields["time_zone"]) == ("8 to 5", "Africa/Nairobi")


def test_who_is_to_be_dealt_with_from_here_on_takes_the_ticket_over() -> None:
    takes = phrases_sender.TAKES_OVER
    assert takes.search(Passage("Gemma has left, so from here on please deal with me."))
    assert takes.search(Passage("Gemma is on leave and handed this to me, so write to me rather than her."))
    assert takes.search(Passage("I am covering for Gemma this month."))
    assert not takes.search(Passage("She handed the invoice to me rather than to the office."))
    assert not takes.search(Passage("From here on the sync fails."))
