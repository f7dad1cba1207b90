"""Composed mails, read back with the standard library: headers, threading, envelope, encodings, hostile values."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailticket.decisions import Automation, Reply
from mailticket.errors import UnusableAddress
from mailticket.inline_image import InlineImage
from mailticket.model import Address, OutgoingMail
from mailticket.outbound.compose import REFERENCES, Rendered, Sender, ascii_address, compose, is_usable

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
DESK = Sender("TechOps", "TechOps@desk.example", "")
RENDERED = Rendered("[TechOps #1042] Received: Mail", "Hello,\n\nwe have it.\n", "<p>Hello</p>\n")
REPLY = Reply("acknowledgement", (Address("dana@customer.example", "Dana"),), Automation.REPLIED, ("<a@customer>",))
HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "X-Mailticket",
    "MIME-Version",
    "Content-Type",
]
INJECTIONS = [
    "x\r\nBcc: victim@other.example",
    "x\nBcc: victim@other.example",
    "x\rBcc: victim@other.example",
    "x\u2028Bcc: victim@other.example",
    "x\x85Bcc: victim@other.example",
    "x\x0bBcc: v\x00\r\n\r\nbody",
    "=?utf-8?q?x=0D=0ABcc:_victim=40other.example?=",
    "größe\r\n\r\n<html>",
    '"\r\n Bcc: v@other.example, "\\',
    "\ud800 lone \udfff",
]


def composed(reply: Reply = REPLY, rendered: Rendered = RENDERED, identity: Sender = DESK) -> OutgoingMail:
    return compose(reply, rendered, identity, NOW, "1042.unique")


def parsed(mail: OutgoingMail) -> EmailMessage:
    message = email.message_from_bytes(mail.octets, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def raw_header(mail: OutgoingMail, name: str) -> str:
    return str(email.message_from_bytes(mail.octets)[name])


def test_an_automatic_answer_says_what_it_is_and_what_it_answers() -> None:
    message = parsed(composed())

    assert message["From"] == "TechOps <TechOps@desk.example>"
    assert message["To"] == "dana@customer.example"
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["X-Mailticket"] == "acknowledgement/1042.unique"
    assert message["In-Reply-To"] == "<a@customer>"
    assert message["Message-ID"] == "<mailticket.1042.unique@desk.example>"
    assert message["Date"].datetime == NOW


def test_an_automatic_answer_has_the_null_reverse_path() -> None:
    mail = composed()

    assert (mail.mail_from, mail.rcpt_to) == ("", ("dana@customer.example",))


def test_an_automatic_answer_uses_the_configured_sender_where_the_null_reverse_path_is_refused() -> None:
    mail = composed(identity=replace(DESK, bounces="bounces@desk.example"))

    assert mail.mail_from == "bounces@desk.example"


def test_a_persons_mail_carries_no_mark_of_automation_and_bounces_to_the_desk() -> None:
    mail = composed(replace(REPLY, template="agent_reply", automation=Automation.NO))

    message = parsed(mail)
    assert mail.mail_from == "TechOps@desk.example"
    assert message["To"] == "Dana <dana@customer.example>"
    assert not {"Auto-Submitted", "X-Auto-Response-Suppress", "X-Mailticket"} & set(message.keys())


def test_a_notice_goes_to_every_agent_and_answers_go_to_the_requester() -> None:
    agents = (Address("ann@desk.example", "Ann Lee"), Address("bob@desk.example"), Address("ann@desk.example"))
    reply = replace(REPLY, automation=Automation.GENERATED, to=agents, reply_to=(Address("dana@customer.example"),))

    mail = composed(reply)

    assert mail.rcpt_to == ("ann@desk.example", "bob@desk.example")
    assert parsed(mail)["Reply-To"] == "dana@customer.example"
    assert parsed(mail)["Auto-Submitted"] == "auto-generated"


def test_a_notice_goes_out_even_when_the_requesters_address_cannot_be_used() -> None:
    hostile = Address("dana@customer.example\r\nBcc: victim@other.example")

    message = parsed(composed(replace(REPLY, reply_to=(hostile,))))

    assert message["Reply-To"] is None


def test_long_message_ids_survive_whole() -> None:
    long = f"<{'A1b2' * 40}@PROD.outlook.example>"

    mail = composed(replace(REPLY, answers=("<first@x>", long)))

    assert raw_header(mail, "In-Reply-To") == long
    assert raw_header(mail, "References").split() == ["<first@x>", long]


def test_references_keep_the_first_and_the_last_of_a_long_thread() -> None:
    answers = tuple(f"<{number}@x>" for number in range(100))

    kept = raw_header(composed(replace(REPLY, answers=answers)), "References").split()

    assert len(kept) == REFERENCES
    assert (kept[0], kept[1], kept[-1]) == ("<0@x>", "<81@x>", "<99@x>")


@pytest.mark.parametrize(
    "answer", ["", "no brackets", "<a b@x>", "<a@x>\r\nBcc: v@x", "<größe@x>", f"<{'a' * 2000}@x>"]
)
def test_what_is_no_message_id_is_not_referred_to(answer: str) -> None:
    message = parsed(composed(replace(REPLY, answers=(answer,))))

    assert message["In-Reply-To"] is None
    assert message["References"] is None


@pytest.mark.parametrize("hostile", INJECTIONS)
def test_no_text_can_add_or_change_a_header(hostile: str) -> None:
    reply = replace(REPLY, to=(Address("dana@customer.example", hostile),), automation=Automation.GENERATED)
    rendered = replace(RENDERED, subject=hostile)

    mail = composed(reply, rendered, replace(DESK, name=hostile))

    message = email.message_from_bytes(mail.octets)
    assert message.keys() == HEADERS
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert [str(parsed(mail)[name].addresses[0].addr_spec) for name in ("From", "To")] == [
        "TechOps@desk.example",
        "dana@customer.example",
    ]


@given(st.text(max_size=400), st.text(max_size=120), st.text(max_size=3000))
def test_any_text_gives_the_same_headers_and_short_lines(subject: str, name: str, text: str) -> None:
    reply = replace(REPLY, to=(Address("dana@customer.example", name),), automation=Automation.GENERATED)

    mail = composed(reply, Rendered(subject, text, text))

    names = email.message_from_bytes(mail.octets).keys()
    assert names == [name for name in HEADERS if name != "Subject" or mail.subject]
    assert max(map(len, mail.octets.split(b"\r\n"))) <= 998
    assert b"\n" not in mail.octets.replace(b"\r\n", b"")
    assert b"\r" not in mail.octets.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "subject",
    [
        "Mail does not arrive",
        "Größe der Postfächer: Fehler beim Ändern der Quota, und zwar immer wieder und für alle Benutzer im Mandanten",
        "日本語の件名" * 12,
        "a long subject " * 18,
        "literal =?utf-8?q?not_encoded?= text",
        "🙂 emoji",
        "[TechOps #1042] " + "plain " * 20 + "größe",
    ],
)
def test_subjects_arrive_as_written_on_lines_of_at_most_76(subject: str) -> None:
    mail = composed(rendered=replace(RENDERED, subject=subject.strip()))

    header = mail.octets.partition(b"\r\n\r\n")[0]
    assert parsed(mail)["Subject"] == subject.strip()
    assert mail.subject == subject.strip()
    assert max(map(len, header.split(b"\r\n"))) <= 76


@pytest.mark.parametrize("subject", ["x" * 150, "[TechOps #1042] " + "x" * 90 + " größe"], ids=["plain", "encoded"])
def test_a_subject_with_an_endless_word_arrives_as_written(subject: str) -> None:
    assert parsed(composed(rendered=replace(RENDERED, subject=subject)))["Subject"] == subject


def test_the_ticket_number_stays_readable_in_an_encoded_subject() -> None:
    mail = composed(rendered=replace(RENDERED, subject="[TechOps #1042] Received: Größe"))

    assert b"Subject: [TechOps #1042] Received: =?utf-8?" in mail.octets


@pytest.mark.parametrize(
    "name", ["Whitfield, Dana", 'Dana "DW" Whitfield', "O'Brien", "Zoë Müller", "山田太郎", "back\\slash", "=?x?="]
)
def test_display_names_arrive_as_written(name: str) -> None:
    mail = composed(replace(REPLY, to=(Address("dana@customer.example", name),), automation=Automation.NO))

    (address,) = parsed(mail)["To"].addresses
    assert (address.display_name, address.addr_spec) == (name, "dana@customer.example")


@pytest.mark.parametrize(
    "text",
    [
        "plain\n",
        "Größe\n",
        "a" * 5000 + "\n",
        "word " * 2000 + "\n",
        "--=_mailticket_1042.unique--\n",
        "Customer CMP ID: \n",
        ".\n..\nFrom here\n",
        "日本語\n",
    ],
)
def test_bodies_arrive_as_written(text: str) -> None:
    mail = composed(rendered=replace(RENDERED, text=text))

    plain, html = parsed(mail).iter_parts()
    assert plain.get_content().replace("\r\n", "\n") == text
    assert html.get_content_type() == "text/html"


def test_html_outside_ascii_becomes_character_references() -> None:
    mail = composed(rendered=replace(RENDERED, html="<p>Größe €</p>\n"))

    _, html = parsed(mail).iter_parts()
    assert html["Content-Transfer-Encoding"] == "7bit"
    assert "<p>Gr&#246;&#223;e &#8364;</p>" in html.get_content()


def test_a_domain_outside_ascii_is_sent_as_punycode() -> None:
    mail = composed(replace(REPLY, to=(Address("dana@bücher.example"),)))

    assert mail.rcpt_to == ("dana@xn--bcher-kva.example",)
    assert b"To: dana@xn--bcher-kva.example\r\n" in mail.octets


def test_a_local_part_outside_ascii_stays_as_utf8() -> None:
    mail = composed(replace(REPLY, to=(Address("zoë@bücher.example"),)))

    assert mail.rcpt_to == ("zoë@xn--bcher-kva.example",)
    assert "To: zoë@xn--bcher-kva.example\r\n".encode() in mail.octets


@pytest.mark.parametrize(
    "addr",
    [
        "",
        "dana",
        "@customer.example",
        "dana@",
        "a b@customer.example",
        "a@x.example, b@y.example",
        "a@x.example>\r\nBcc: <b@y.example",
        "a@x.example\r\nRCPT TO:<b@y.example>",
        "a@[1.2.3.4]evil",
        "a\x00@x.example",
        "a\u202e@x.example",
        "a@..example",
        "a" * 300 + "@x.example",
        '"a\r\n"@x.example',
    ],
)
def test_an_unusable_address_is_refused_before_anything_is_written(addr: str) -> None:
    with pytest.raises(UnusableAddress):
        composed(replace(REPLY, to=(Address(addr),)))

    assert not is_usable(addr)


@pytest.mark.parametrize("addr", ["a@x.example", "a.b+c@x.example", "o'neil@x", '"a b"@x.example', "a@[192.0.2.1]"])
def test_usual_addresses_are_kept_as_written(addr: str) -> None:
    assert ascii_address(addr) == addr


def test_a_mail_without_recipient_is_refused() -> None:
    with pytest.raises(UnusableAddress):
        composed(replace(REPLY, to=()))


def test_the_same_arguments_give_the_same_octets() -> None:
    assert composed() == composed()


# ---------------------------------------------------------------- images inside


def test_images_stand_beside_the_html_that_shows_them():
    images = tuple(InlineImage(name, "", octets, 600, 300) for name, octets in (("a", b"\x00=_\r\n." * 99), ("b", b"")))

    mail = parsed(composed(replace(REPLY, images=images)))

    plain, related = mail.iter_parts()
    html, *found = related.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert [item.get_content() for item in found] == [item.octets for item in images]
    assert [item["Content-ID"] for item in found] == [f"<{item.content_id}>" for item in images]
    assert mail.defects == related.defects == []


def test_an_image_is_called_by_its_content():
    one, same, other = (InlineImage("chart", "", octets, 1, 1) for octets in (b"x", b"x", b"y"))

    assert one.content_id == same.content_id != other.content_id
