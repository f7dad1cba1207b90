"""What people say in passing: beside a number, among facts, in a chat, in the subject, by a role or a machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailticket.intake.context import ReadingContext
from mailticket.intake.fields import FieldContext, permitted, read_fields
from mailticket.intake.fields.chats import questioned
from mailticket.intake.fields.lines import lines_of
from mailticket.intake.quoting import split
from mailticket.intake.read import read
from mailticket.model import Address, Attachment, FieldContent, InboundMessage

NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
DANA = Address("dana@oakworks.example", "Dana Whit")
ABOUT = "The shared calendar lost its colours on Tuesday."


def told(sentence: str, author: Address = DANA, attachments: tuple[Attachment, ...] = ()) -> dict[str, FieldContent]:
    text = f"{ABOUT} {sentence}"
    message = InboundMessage("<1@x>", (author,), (), "Calendar", text, attachments=attachments)
    return {item.key: item.value for item in read_fields(message, split(text), NEW)}


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("Time zone is Mountain by the way.", "America/Denver"),
        ("The time zone would be Pacific.", "America/Los_Angeles"),
        ("Reach me at 808-555-0123, TZ Hawaii.", "Pacific/Honolulu"),
        ("I am on Eastern so mornings are good.", "America/New_York"),
        ("We sit in Hartford CT.", "America/New_York"),
        ("Mornings CT please.", "America/Chicago"),
        ("\n\nPat Odell\nIT Administrator\n757-555-0182 (direct)\nOffice hours 8-5 Eastern", "America/New_York"),
        ("\n\nPat Odell\nOakworks\nStamford, CT 06901", "America/New_York"),
    ],
)
def test_a_zone_is_told_by_its_label_beside_hours_and_never_by_a_state_s_letters(sentence: str, zone: str) -> None:
    assert told(sentence)["time_zone"] == zone


def test_a_setting_of_the_time_zone_tells_no_zone() -> None:
    assert "time_zone" not in told("The time zone setting is wrong on all phones.")


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Please e-mail this address, we are in Monday to Wednesday.", "email"),
        ("My number is 412 555 0181 but an e-mail answer is totally fine.", "email"),
        ("Work with me first: 843-555-0131 or Teams.", "phone or teams"),
        ("Reported by Pat Odell, pat@oakworks.example, 808-555-0123, e-mail", "email"),
        ("An e-mail reply is fine.", "email"),
    ],
)
def test_a_way_is_told_beside_a_number_and_among_facts(sentence: str, way: str) -> None:
    assert told(sentence)["preferred_contact_method"] == way


@pytest.mark.parametrize(
    ("sentence", "users"),
    [
        ("About 25 of their workstations prompt for a password each time.", 25),
        ("I tried to install it on 12 PCs and it stops on all of them.", 12),
        ("Outlook on 4 PCs asks for the password all the time.", 4),
        ("Our receptionist cannot log in.", 1),
        ("Our brewer (m.eder@oakworks.example) can't sign in any more.", 1),
        ("Seit gestern kann sich unser Braumeister (m.eder@oakworks.example) nicht mehr anmelden.", 1),
    ],
)
def test_machines_in_trouble_and_one_person_by_his_role_are_counted(sentence: str, users: int) -> None:
    assert told(sentence)["users_impacted"] == users


@pytest.mark.parametrize(
    "sentence",
    [
        "Does it matter for the price if 10 of them are seasonal?",
        "Our printer cannot print.",
        "Our website can't load.",
    ],
)
def test_suppositions_and_things_count_nobody(sentence: str) -> None:
    assert "users_impacted" not in told(sentence)


@pytest.mark.parametrize(
    ("line", "name", "firm"),
    [
        ("Requested by: Cora Lind (Elm & Oak Realty Group)", "Cora Lind", "Elm & Oak Realty Group"),
        ("Reported by: Ninebridge IT / Warren Lind, 808-555-0123", "Warren Lind", "Ninebridge IT"),
        ("Contact: Cora Lind, Lark and Vale Events", "Cora Lind", "Lark and Vale Events"),
    ],
)
def test_a_person_and_a_firm_on_one_line_are_told_apart(line: str, name: str, firm: str) -> None:
    found = told(f"\n\n{line}\nProduct: Exchange\nSeverity: B", Address("relay@hub.example", "Relay"))
    assert (found["contact_name"], found["partner_name"]) == (name, firm)


def test_a_function_in_the_display_name_gives_way_to_who_signs() -> None:
    author = Address("infra@oakworks.example", "Build Engineer")
    assert told("\n\nMina Farrow\nOakworks Publishing", author)["contact_name"] == "Mina Farrow"


def test_a_chat_s_questions_are_labels_of_what_the_visitor_answers() -> None:
    chat = (
        "Chat transcript\n\n[10:01] Visitor: hello our invoice is wrong\n[10:01] Bot: Sure! What is your name and "
        "company?\n"
        "[10:02] Visitor: Cora Lind, Lark and Vale Events\n[10:02] Bot: How can we reach you?\n"
        "[10:03] Visitor: cora@larkvale.example or 503-555-0184, email better\n[10:05] Bot: Do you know your CMP ID?\n"
        "[10:06] Visitor: 64129\n[10:06] Bot: Thanks, an agent will reply."
    )
    message = InboundMessage("<1@x>", (Address("chat@hub.example", "Chat"),), (), "Chat", chat)
    found = {item.key: item.value for item in read_fields(message, split(chat), NEW)}
    assert found["contact_name"] == "Cora Lind"
    assert found["cmp_id"] == "64129"
    assert str(found["preferred_contact_method"]).startswith("email")


@pytest.mark.parametrize(
    "text",
    [
        "Ann: it fails\nBob: same here\nAnn: since Monday\nBob: yes",
        "Client: Northgate Ltd\nOperator: Kim Park\nSeverity: B\nUsers: 12",
        "Ticket system: Autotask\nClient: Northgate Ltd\nSeverity: B\nUsers: 12",
        "Support level: premium\nCustomer: Northgate\nProblem: nobody can print\nUsers: 12",
        "Problem: Outlook cannot send mail\nUser: kim@x.example\nSupport contract: gold\nSystem: Windows 11",
    ],
)
def test_a_talk_between_people_and_a_form_are_no_chat_with_the_desk(text: str) -> None:
    lines = lines_of(text)
    assert questioned(lines) is lines


def test_a_long_turn_of_a_chat_is_read_to_its_end() -> None:
    told_at_length = "Visitor: " + "it is slow and " * 60 + "37 users are affected"
    turns = ["Bot: What happens?", told_at_length, "Bot: Anything else?", "Visitor: no"]
    assert any(line.text.endswith("37 users are affected") for line in questioned(lines_of("\n".join(turns))))


def test_a_mail_without_a_text_says_in_its_subject_what_it_wants() -> None:
    octets = (
        b"From: Jo <jo@oakworks.example>\r\nTo: desk@desk.example\r\nMessage-ID: <1@x>\r\n"
        b"Subject: Need password reset for frontdesk@oakworks.example, patients waiting - 617-555-0143\r\n\r\n"
        b"\r\nSent from my iPhone\r\n"
    )
    found = {item.key: item.value for item in read(octets, ReadingContext("TechOps", "US", frozenset())).fields}
    assert found["phone"] == "+16175550143"
    assert str(found["description"]).startswith("Need password reset")


def test_a_form_that_says_there_is_no_error_has_none() -> None:
    found = told(
        '\n\nProduct: Teams\nDescription: The order shows "Completed" but nothing is there\nErrors: none\nSeverity: C'
    )
    assert "error_messages" not in found


def test_a_long_answer_that_begins_like_a_promise_is_an_answer() -> None:
    text = (
        "I share a project folder with an outside engineer and he gets Access Denied though his address is on the list."
    )
    assert told(f"\n\nProduct: SharePoint\nDescription: {text}\nSeverity: C")["description"] == text


def picture(name: str) -> Attachment:
    return Attachment("2", name, "image/png", 4_000, "0" * 64, inline=True, content_id="image001@x")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is grey, picture below.\n\n[cid:image001@x]\n\nPat", True),
        ("It is grey.\n\n[cid:image001@x]\n\nRegards\nDana", True),
        ("It is grey.\n\nRegards\nDana Whit\n[cid:image001@x]", False),
    ],
)
def test_a_small_picture_in_the_letter_is_of_the_screen_and_one_under_it_a_logo(text: str, shown: bool) -> None:
    assert ("screenshots" in told(f"\n\n{text}", attachments=(picture("image001.png"),))) is shown


def test_the_mark_of_a_picture_is_no_account() -> None:
    text = "FYI, see below.\n\nFrom: Pam Lee <pam@oakworks.example>\nSent: Monday\nTo: Dana\nSubject: files\n\n"
    text += (
        "All files have red crosses.\n\n[cid:image001.png@01DC5A2F.7B3E9C10<mailto:image001.png@01DC5A2F.7B3E9C10>]\n"
    )
    message = InboundMessage("<1@x>", (DANA,), (), "Fw: files", text)
    found = {item.key: item.value for item in read_fields(message, split(text, forwarded=True), NEW)}
    assert "user_accounts" not in found


@pytest.mark.parametrize(("text", "product"), [("Can you look at our big office printer?", "printer")])
def test_a_machine_called_by_what_it_is_is_what_it_is_about(text: str, product: str) -> None:
    message = InboundMessage("<1@x>", (DANA,), (), "help", text)
    assert {item.key: item.value for item in read_fields(message, split(text), NEW)}["product"] == product


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("1) Fifteen people get an error when they mail outside.\n\n2) The invoice lists 40 seats, no rush.", None),
        ("1) How do we upgrade ten licences? Not urgent.\n\n2) Our sign-in is down, this is very critical.", "A"),
        ("1) Nobody prints in colour.\n\n2) The invoice lists 40 seats. None of this is urgent.", "C"),
        ("1) Nobody prints.\n\n2) The invoice is wrong. Severity C for this one please.", "C"),
    ],
)
def test_that_there_is_no_rush_with_one_of_several_matters_grades_the_mail_by_the_others(
    text: str, severity: str | None
) -> None:
    message = InboundMessage("<1@x>", (DANA,), (), "two things", text)
    found = read_fields(message, split(text), replace(NEW, several=True, apart=True))
    assert {item.key: item.value for item in found}.get("severity") == severity


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Our first step was to restart Outlook, which hangs.", "severity"),
        ("Our second grade teachers cannot open OneNote.", "severity"),
        ("Your first tier licence plan is missing from the portal.", "severity"),
        ("Priority: we hope to get it fixed today. Outlook hangs.", "severity"),
        ("CMP shows 1450 licences instead of the ones we ordered.", "cmp_id"),
        ("Nobody can log in to CMP since 0815 this morning.", "cmp_id"),
        ("Since yesterday the CMP portal shows us a balance of 3200 dollars.", "cmp_id"),
        ("Call me at 709-722-0110 between 9 and 5 our time.", "time_zone"),
        ("We called Victoria hours ago and she said she can't log in.", "time_zone"),
        ("Chandler time off requests cannot be opened.", "time_zone"),
        ("Lincoln hours are missing in Excel.", "time_zone"),
    ],
)
def test_what_only_sounds_like_a_value_is_none(sentence: str, key: str) -> None:
    assert key not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("Call me 9-5 London time, not your clocks please.", "Europe/London"),
        ("Call me 9-5 Eastern, not our clock-in hours.", "America/New_York"),
        ("Call me 9-5 Central, don't change the clocks.", "America/Chicago"),
    ],
)
def test_clocks_that_are_spoken_of_change_no_zone(sentence: str, zone: str) -> None:
    assert told(sentence)["time_zone"] == zone


def test_a_yes_to_one_of_two_ways_tells_neither() -> None:
    assert permitted.way("Do you prefer email or phone?", "yes") is None
    assert permitted.way("Do you mind if we call you", "yes") is None
    assert permitted.way("May we text you?", "yes") == "text"
