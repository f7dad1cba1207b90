"""Octets to InboundMessage: the traps of real mail, one case each, and any octets at all."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailticket.intake.parse import parse
from mailticket.intake.read import content_hash
from mailticket.model import Address, InboundMessage

DIRTY = re.compile("[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f]")


def mail(*fields: str, body: str = "Hello") -> bytes:
    return ("\r\n".join((*fields, "", body))).encode("utf-8")


def multipart(kind: str, *parts: str, fields: tuple[str, ...] = ()) -> bytes:
    body = "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n"
    return mail(*fields, f'Content-Type: multipart/{kind}; boundary="b"', body=body)


def strings(message: InboundMessage) -> list[str]:
    addresses = (*message.from_, *message.to, *message.cc, *message.reply_to)
    return [
        message.message_id,
        message.subject,
        message.text,
        message.html,
        message.content_type,
        message.return_path or "",
        *message.in_reply_to,
        *message.references,
        *message.defects,
        *(text for address in addresses for text in (address.addr, address.name)),
        *(text for item in message.attachments for text in (item.filename, item.content_type, item.content_id)),
        *(text for field in message.headers for text in field),
    ]


# ---------------------------------------------------------------- header fields


def test_a_plain_mail_is_read_as_it_stands() -> None:
    octets = mail(
        "Return-Path: <dana@client.example>",
        "From: Dana Whitlock <dana@client.example>",
        "To: desk@desk.example, Zed <zed@client.example>",
        "Subject: Mail does not arrive",
        "Date: Mon, 09 Nov 2026 08:12:00 -0500",
        "Message-ID: <one@client.example>",
    )

    message = parse(octets)

    assert message.author == Address("dana@client.example", "Dana Whitlock")
    assert [address.addr for address in message.to] == ["desk@desk.example", "zed@client.example"]
    assert (message.subject, message.text) == ("Mail does not arrive", "Hello")
    assert message.date == datetime(2026, 11, 9, 13, 12, tzinfo=UTC)
    assert (message.message_id, message.return_path) == ("<one@client.example>", "dana@client.example")
    assert message.defects == ()


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        pytest.param(b"=?utf-8?q?h=C3=B6?= x", "h\u00f6 x", id="encoded word"),
        pytest.param(b"=?utf-8?q?a=C3?= =?utf-8?q?=A9b?=", "a\u00e9b", id="character split over two words"),
        pytest.param(b"=?iso-8859-1?q?caf=92s?=", "caf\u2019s", id="Windows characters called Latin-1"),
        pytest.param(b"=?gb2312?b?6UY=?=", "\u9555", id="GBK called GB2312"),
        pytest.param("Gr\u00f6\u00dfe".encode("latin-1"), "Gr\u00f6\u00dfe", id="raw Latin-1"),
        pytest.param("Gr\u00f6\u00dfe \u2713".encode(), "Gr\u00f6\u00dfe \u2713", id="raw UTF-8"),
        pytest.param(b"=?utf-8?q?a=0D=0ABcc:_x=00?=", "a Bcc: x", id="line break and NUL in a word"),
        pytest.param(b"=?x-nothing?q?a=E9?=", "a\u00e9", id="unknown charset"),
        pytest.param(b"=?utf-8?b?4pyT", "=?utf-8?b?4pyT", id="word without its end"),
        pytest.param(b"folded\r\n  here", "folded here", id="folded"),
    ],
)
def test_subjects_are_one_clean_line(raw: bytes, subject: str) -> None:
    assert parse(b"Subject: " + raw + b"\r\n\r\nx").subject == subject


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("boss@corp <evil@x.example>", ["evil@x.example"]),
        ("Foo, Bar <foo@bar.example>", ["foo@bar.example"]),
        ("foo@bar.example (Foo Bar)", ["foo@bar.example"]),
        ("<foo@bar.example", ["foo@bar.example"]),
        ("mailto:foo@bar.example", ["foo@bar.example"]),
        ("a@b.example and c@d.example", []),
        ("a@b.example, d@e.example", ["a@b.example", "d@e.example"]),
        ("root", []),
        ("(" * 5000, []),
    ],
)
def test_damaged_authors_are_read_only_when_they_are_certain(value: str, addresses: list[str]) -> None:
    message = parse(mail(f"From: {value}"))

    assert [address.addr for address in message.from_] == addresses


def test_two_from_fields_are_two_authors() -> None:
    message = parse(mail("From: a@b.example", "From: c@d.example"))

    assert [address.addr for address in message.from_] == ["a@b.example", "c@d.example"]


def test_names_in_mislabelled_charsets_keep_their_characters() -> None:
    message = parse(mail("From: =?gb2312?b?6UY=?= <a@b.example>"))

    assert message.author == Address("a@b.example", "\u9555")


@pytest.mark.parametrize(
    ("value", "identifiers"),
    [
        ("<a@b>\r\n <c@d>", ("<a@b>", "<c@d>")),
        ("a@b c@d", ("<a@b>", "<c@d>")),
        ('Your mail of Monday <a@b> "x"', ("<a@b>",)),
        ("<abc\r\n def@b>", ("<abcdef@b>",)),
        ("", ()),
    ],
    ids=["folded", "without brackets", "with a phrase", "folded inside", "empty"],
)
def test_references_keep_their_brackets(value: str, identifiers: tuple[str, ...]) -> None:
    message = parse(mail(f"References: {value}", f"In-Reply-To: {value}"))

    assert message.references == message.in_reply_to == identifiers


@pytest.mark.parametrize(
    ("field", "expected"),
    [("Return-Path: <>", ""), ("X-Other: 1", None), ("Return-Path: <a@b.example>", "a@b.example")],
)
def test_the_null_return_path_differs_from_none(field: str, expected: str | None) -> None:
    assert parse(mail(field)).return_path == expected


@pytest.mark.parametrize("date", ["Mon, 99 Foo 99999 08:12:00 -99999", "yesterday", "Fri, 31 Dec 9999 23:59:59 -1200"])
def test_impossible_dates_are_none(date: str) -> None:
    assert parse(mail(f"Date: {date}")).date is None


@pytest.mark.parametrize(
    "octets",
    [
        b"\xef\xbb\xbfSubject: seen\r\n\r\nx",
        b"\r\n\r\nSubject: seen\r\n\r\nx",
        b">From a Mon Jan 1\nSubject: seen\n\nx",
        b"Subject : seen\r\n\r\nx",
        b"X-Long: first\r\nwrapped without a blank\r\nSubject: seen\r\n\r\nx",
        b"X-A: 1\r\r\nSubject: seen\r\r\n\r\r\nx",
        b"X-A: 1\rSubject: seen\r\rx",
        b"Subject: seen\r\nSubject: again\r\n\r\nx",
    ],
    ids=["BOM", "blank lines", "mbox", "blank before colon", "odd line", "doubled CR", "CR only", "twice"],
)
def test_damaged_header_sections_are_mended(octets: bytes) -> None:
    message = parse(octets)

    assert (message.subject, message.text.strip()) == ("seen", "x")


# ---------------------------------------------------------------- bodies


@pytest.mark.parametrize(
    ("charset", "octets", "text"),
    [
        ("utf-8", b"caf\xe9", "caf\u00e9"),
        ("iso-8859-1", b"it\x92s", "it\u2019s"),
        ("us-ascii", b"caf\xc3\xa9", "caf\u00e9"),
        ("x-unknown-thing", b"caf\xe9", "caf\u00e9"),
        ("utf-8\0", b"caf\xc3\xa9", "caf\u00e9"),
        ("idna", b"caf\xc3\xa9", "caf\u00e9"),
        (
            "utf-8",
            b"a long enough text with one broken octet \xff in it",
            "a long enough text with one broken octet \ufffd in it",
        ),
    ],
)
def test_wrongly_named_charsets_are_read(charset: str, octets: bytes, text: str) -> None:
    head = f'Content-Type: text/plain; charset="{charset}"\r\n\r\n'.encode()

    assert parse(head + octets).text == text


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        ("base64", "SGVsbG8", "Hello"),
        ("base64", "SGVsbG8gd29ybGQ=X", "Hello world"),
        ("base64", "SGV*sbG8=\r\n", "Hello"),
        ("quoted-printable", "a=3Db=zz=", "a=b=zz"),
        ("nonsense", "Hello", "Hello"),
    ],
)
def test_damaged_transfer_encodings_are_tolerated(encoding: str, body: str, text: str) -> None:
    assert parse(mail(f"Content-Transfer-Encoding: {encoding}", body=body)).text == text


def test_flowed_text_is_joined() -> None:
    octets = mail("Content-Type: text/plain; format=flowed", body="one \ntwo\n> quoted \n> on\n-- \nme")

    assert parse(octets).text == "one two\n> quoted on\n-- \nme"


def test_of_alternatives_the_plain_one_is_the_text_and_html_is_kept() -> None:
    octets = multipart("alternative", "\r\nplain", "Content-Type: text/html\r\n\r\n<p>rich</p>")

    message = parse(octets)

    assert (message.text, message.html) == ("plain", "<p>rich</p>")


def test_an_empty_plain_part_gives_way_to_the_html() -> None:
    octets = multipart("alternative", "\r\n  \r\n", "Content-Type: text/html\r\n\r\n<p>rich</p>")

    assert parse(octets).text == "rich"


def test_text_parts_of_a_mixed_mail_are_joined() -> None:
    octets = multipart("mixed", "\r\none", "Content-Type: image/png; name=a.png\r\n\r\nx", "\r\ntwo")

    message = parse(octets)

    assert message.text == "one\ntwo"
    assert [(item.part, item.filename) for item in message.attachments] == [("2", "a.png")]


def test_attachments_carry_their_decoded_size_and_digest() -> None:
    part = "Content-Type: image/png\r\nContent-ID: <i1>\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8="

    (item,) = parse(multipart("related", "\r\nx", part)).attachments

    assert (item.size, item.inline, item.content_id) == (5, True, "i1")
    assert item.sha256 == "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('filename="../../etc/passwd"', "passwd"),
        ('filename="C:\\\\temp\\\\a.exe"', "a.exe"),
        ('filename="invoice\u202efdp.exe"', "invoicefdp.exe"),
        ('filename="a\u200b.pdf"', "a.pdf"),
        ("filename*=utf-8''%C3%A4.txt; filename=a.txt", "\u00e4.txt"),
        ('filename="=?utf-8?q?=C3=A4?=.txt"', "\u00e4.txt"),
        (f'filename="{"a" * 300}.pdf"', f"{'a' * 100}.pdf"),
    ],
    ids=["path", "drive", "bidi", "zero width", "RFC 2231", "RFC 2047", "long"],
)
def test_file_names_are_safe_to_show(header: str, name: str) -> None:
    octets = multipart("mixed", "\r\nx", f"Content-Disposition: attachment; {header}\r\n\r\ny")

    (item,) = parse(octets).attachments

    assert item.filename == name


def test_an_attached_mail_is_one_attachment_named_after_its_subject() -> None:
    inner = "Subject: Old/ topic\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nsecret\r\n--i--"

    message = parse(multipart("mixed", "\r\nmine", f"Content-Type: message/rfc822\r\n\r\n{inner}"))

    assert message.text == "mine"
    assert [(item.filename, item.content_type) for item in message.attachments] == [
        ("Old- topic.eml", "message/rfc822")
    ]


def test_an_answer_to_an_invitation_shows_its_method() -> None:
    octets = multipart("alternative", "\r\nyes", "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR")

    (item,) = parse(octets).attachments

    assert item.content_type == "text/calendar; method=REPLY"


def test_a_delivery_report_is_read_with_the_mail_it_is_about() -> None:
    status = "Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    octets = multipart(
        "report; report-type=delivery-status",
        "\r\nIt failed.",
        f"Content-Type: message/delivery-status\r\n\r\n{status}Diagnostic-Code: smtp; 550 no\r\n such user",
        "Content-Type: message/rfc822\r\n\r\nMessage-ID: <mine@desk.example>\r\n\r\nold",
    )

    (found,) = parse(octets).delivery_status

    assert (found.final_recipient, found.action, found.status) == ("a@b.example", "failed", "5.1.1")
    assert found.diagnostic_code == "550 no such user"
    assert found.original_message_id == "<mine@desk.example>"


def test_exim_names_the_failed_recipients_in_the_header() -> None:
    octets = mail("X-Failed-Recipients: a@b.example", body="Failed.\n\n  Message-ID: <mine@desk.example>\n")

    (found,) = parse(octets).delivery_status

    assert (found.final_recipient, found.original_message_id) == ("a@b.example", "<mine@desk.example>")


def test_truncation_is_told() -> None:
    assert parse(mail("Subject: x"), truncated=True).truncated


# ---------------------------------------------------------------- hostile mails


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(3000))
HOSTILE = {
    "long Content-Type": b"Content-Type: text/plain" + b";" * 14_000 + b"\n\nHello",
    "quote in Content-Type": b'Content-Type: text/plain; x="' + b";a" * 10_000 + b"\n\nHello",
    "nested messages": b"Content-Type: message/rfc822\n\n" * 1000,
    "nested parts": NESTED + b"Hello",
    "many parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
    "many fields": b"X-A: b\n" * 100_000 + b"\nHello",
    "parentheses": b"From: " + b"(" * 60_000 + b"\n\n",
    "encoded words": b"Subject: " + b"=?a?q?" * 10_000 + b"\n\n",
    "recipients": b"To: " + b"a@b.example, " * 5000 + b"\n\n",
    "open tags": b"Content-Type: text/html\n\n" + b"<td>x" * 100_000,
    "deep tags": b"Content-Type: text/html\n\n" + b"<div>" * 100_000,
    "long reference": b"Content-Type: text/html\n\n&#" + b"1" * 100_000 + b";",
    "report groups": b"Content-Type: message/delivery-status\n\n" + b"Final-Recipient: rfc822; a@b\n\n" * 20_000,
}


@pytest.mark.parametrize("octets", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_mails_cost_little(octets: bytes) -> None:
    begin = time.process_time()

    message = parse(octets)

    assert time.process_time() - begin < 3
    assert not any("by hand: " in defect for defect in message.defects)


@pytest.mark.parametrize("kind", ["long Content-Type", "many parts", "many fields"])
def test_what_was_cut_is_a_defect(kind: str) -> None:
    assert parse(HOSTILE[kind]).defects


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2000))
@example(b"")
@example(b"\xff\xfe\x00")
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\n--\n")
def test_any_octets_give_clean_strings(octets: bytes) -> None:
    message = parse(octets)

    assert [text for text in strings(message) if DIRTY.search(text)] == []
    assert [text for field in message.headers for text in field if "\n" in text] == []


FIELDS = (
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "References",
    "Content-Type",
    "Content-Disposition",
    "Return-Path",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.text(max_size=80)), max_size=8), st.text(max_size=200))
def test_any_field_values_give_clean_strings(fields: list[tuple[str, str]], body: str) -> None:
    octets = "".join(f"{name}: {value}\n" for name, value in fields).encode("utf-8", "surrogatepass")

    message = parse(octets + b"\n" + body.encode("utf-8", "surrogatepass"))

    assert [text for text in strings(message) if DIRTY.search(text)] == []
    assert "\n" not in message.subject


# ---------------------------------------------------------------- whether two mails are one


@pytest.mark.parametrize(
    ("names", "contents", "truncated", "same"),
    [
        pytest.param(("a", "b"), ("1", "2"), False, True, id="the same"),
        pytest.param(("a", "b"), ("1", "3"), False, False, id="another last attachment"),
        pytest.param(("a", "b"), ("1", "3"), True, True, id="the last one is cut elsewhere"),
        pytest.param(("a", "c"), ("1", "2"), True, False, id="the last one is cut and has another name"),
        pytest.param(("a", "b"), ("3", "2"), True, False, id="another whole attachment"),
        pytest.param(("a",), ("1",), False, False, id="one attachment less"),
    ],
)
def test_two_mails_are_one_when_their_attachments_are_too(
    names: tuple[str, ...], contents: tuple[str, ...], truncated: bool, same: bool
) -> None:
    def carrying(names: tuple[str, ...], contents: tuple[str, ...]) -> str:
        parts = (
            f"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename={name}\r\n\r\n{text}"
            for name, text in zip(names, contents, strict=True)
        )
        text = "Content-Type: text/plain\r\n\r\nHello"
        return content_hash(parse(multipart("mixed", text, *parts, fields=("Message-ID: <1@x>",)), truncated))

    assert (carrying(names, contents) == carrying(("a", "b"), ("1", "2"))) is same
