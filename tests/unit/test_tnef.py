"""winmail.dat: what lies in it becomes attachments and text of the mail; junk and lies cost neither the mail nor time.

``stream`` and what it is made of write the format (MS-OXTNEF) by hand.
"""

from __future__ import annotations

import struct
import time
from base64 import encodebytes

import compressed_rtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailticket.intake.parse import parse
from mailticket.intake.tnef import MAX_ATTACHMENTS, MAX_OBJECTS, MAX_VALUES
from mailticket.model import Address, InboundMessage

# ---------------------------------------------------------------- the format

HEAD = b"\x78\x9f\x3e\x22\x01\x00"
MESSAGE, ATTACHMENT = 1, 2
CODEPAGE, SUBJECT, BODY, PROPERTIES = 0x9007, 0x8004, 0x800C, 0x9003
RENDERING, TITLE, DATA, MORE = 0x9002, 0x8010, 0x800F, 0x9005
INTEGER, OBJECT, STRING, UNICODE, BINARY = 0x3, 0xD, 0x1E, 0x1F, 0x102
LETTER_IID = bytes.fromhex("0703020000000000c000000000000046")
OLE_IID = bytes.fromhex("0b00000000000000c000000000000046")


def stream(*objects: bytes) -> bytes:
    return HEAD + b"".join(objects)


def item(level: int, name: int, data: bytes, length: int | None = None) -> bytes:
    """One object, which may lie about its length."""
    size = len(data) if length is None else length
    return struct.pack("<BHHI", level, name, 6, size) + data + struct.pack("<H", sum(data) & 0xFFFF)


def block(*properties: bytes, count: int | None = None) -> bytes:
    return struct.pack("<I", len(properties) if count is None else count) + b"".join(properties)


def value(tag: int, kind: int, content: int | bytes | str) -> bytes:
    if isinstance(content, int):
        return struct.pack("<HHI", kind, tag, content)
    octets = (content + "\0").encode("utf-16-le") if isinstance(content, str) else content
    return struct.pack("<HHII", kind, tag, 1, len(octets)) + octets + bytes(-len(octets) % 4)


def attached(title: bytes, data: bytes, *properties: bytes) -> bytes:
    more = item(ATTACHMENT, MORE, block(*properties)) if properties else b""
    named = item(ATTACHMENT, TITLE, title + b"\0")
    return item(ATTACHMENT, RENDERING, bytes(14)) + named + item(ATTACHMENT, DATA, data) + more


def body(*properties: bytes) -> bytes:
    return item(MESSAGE, PROPERTIES, block(*properties))


def plain(text: str) -> bytes:
    return value(0x1000, UNICODE, text)


def html(octets: bytes, codepage: int) -> bytes:
    return value(0x3FDE, INTEGER, codepage) + value(0x1013, BINARY, octets)


def rtf(text: str) -> bytes:
    return value(0x1009, BINARY, compressed_rtf.compress(b"{\\rtf1\\ansi " + text.encode() + b"}"))


def mail(winmail: bytes, text: str = "", kind: str = 'application/ms-tnef; name="winmail.dat"') -> InboundMessage:
    head = 'From: dana@client.example\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    part = f"--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return parse(f"{head}--b\r\n\r\n{text}\r\n{part}".encode() + encodebytes(winmail) + b"--b--\r\n")


WHOLE = stream(
    item(MESSAGE, CODEPAGE, struct.pack("<II", 1251, 0)),
    item(MESSAGE, SUBJECT, b"Mail does not arrive\0"),
    item(MESSAGE, 0x8005, b"\xff" * 14),  # a date that no calendar has
    body(plain("It does not arrive.")),
    attached(b"error.png", b"\x89PNG" * 500),
    attached("ошибка.txt".encode("cp1251"), b"550 no\0\0"),
)


# ---------------------------------------------------------------- attachments


def test_attachments_stand_in_the_place_of_the_winmail_under_its_number() -> None:
    message = mail(WHOLE, "Hello")

    assert [(item.part, item.filename, item.content_type, item.size) for item in message.attachments] == [
        ("2.1", "error.png", "image/png", 2000),
        ("2.2", "ошибка.txt", "text/plain", 8),
    ]
    assert message.defects == ()


@pytest.mark.parametrize(
    "kind", ["application/ms-tnef", "application/vnd.ms-tnef", 'application/octet-stream; name="winmail.dat"']
)
def test_a_winmail_is_known_by_its_type_or_by_how_it_begins(kind: str) -> None:
    assert [item.filename for item in mail(WHOLE, kind=kind).attachments] == ["error.png", "ошибка.txt"]


def test_a_mail_may_be_nothing_but_a_winmail() -> None:
    message = parse(
        b"Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encodebytes(WHOLE)
    )

    assert message.text == "It does not arrive."
    assert [item.part for item in message.attachments] == ["1.1", "1.2"]


def test_long_names_come_before_short_ones_and_pictures_in_the_text_are_inline() -> None:
    names = (value(0x3704, STRING, b"SCREEN~1.PNG\0"), value(0x3707, UNICODE, "../Größe 日本.png"))

    (found,) = mail(stream(attached(b"SCREEN~1.PNG", b"x", *names, value(0x3712, UNICODE, "i1@x")))).attachments

    assert (found.filename, found.content_id, found.inline) == ("Größe 日本.png", "i1@x", True)


def test_an_object_of_another_program_is_listed_without_its_kind() -> None:
    (found,) = mail(stream(attached(b"Sheet", b"", value(0x3701, OBJECT, OLE_IID + b"\xd0\xcf\x11\xe0")))).attachments

    assert (found.filename, found.content_type, found.size) == ("Sheet", "application/octet-stream", 4)


def test_a_mail_as_a_file_is_an_attached_mail() -> None:
    message = mail(stream(attached(b"old.eml", b"From: lee@client.example\r\nSubject: Old\r\n\r\nIt began here.")))

    assert [(item.author.addr, item.subject, item.text) for item in message.attached] == [
        ("lee@client.example", "Old", "It began here.")
    ]


def test_a_mail_within_the_stream_is_an_attached_mail_named_after_its_subject() -> None:
    sender = (
        value(0x42, UNICODE, "Lee Örtiz"),
        value(0x65, UNICODE, "/o=X/cn=lee"),
        value(0x5D02, UNICODE, "lee@x.example"),
    )
    inner = stream(
        item(MESSAGE, SUBJECT, b"Old topic\0"), body(plain("It began here."), *sender), attached(b"a.txt", b"x")
    )

    message = mail(stream(attached(b"Untitled", b"", value(0x3701, OBJECT, LETTER_IID + inner))), "See below")

    assert [(item.part, item.filename, item.content_type) for item in message.attachments] == [
        ("2.1", "Old topic.eml", "message/rfc822")
    ]
    (found,) = message.attached
    assert (found.author, found.subject, found.text) == (
        Address("lee@x.example", "Lee Örtiz"),
        "Old topic",
        "It began here.",
    )


# ---------------------------------------------------------------- the body


@pytest.mark.parametrize(
    ("winmail", "text"),
    [
        pytest.param(stream(body(plain("plain"), html(b"<p>rich</p>", 65001))), "plain", id="plain before HTML"),
        pytest.param(
            stream(body(html("<p>шесть</p>".encode("koi8-r"), 20866), rtf("x"))), "шесть", id="HTML before RTF"
        ),
        pytest.param(stream(body(rtf("Mail\\par does not arrive"))), "Mail\ndoes not arrive", id="RTF alone"),
        pytest.param(
            stream(item(MESSAGE, CODEPAGE, struct.pack("<I", 1251)), item(MESSAGE, BODY, "почта\0".encode("cp1251"))),
            "почта",
            id="the old form of the body",
        ),
        pytest.param(
            stream(item(MESSAGE, CODEPAGE, struct.pack("<I", 99999)), body(value(0x1000, STRING, b"caf\xe9\0"))),
            "café",
            id="a charset nobody knows",
        ),
    ],
)
def test_the_body_of_the_winmail_is_the_text_of_a_mail_without_any(winmail: bytes, text: str) -> None:
    message = mail(winmail)

    assert (message.text.strip(), message.attachments, message.defects) == (text, (), ())


def test_the_text_of_the_mail_itself_comes_first() -> None:
    message = mail(stream(body(plain("other"), html(b"<p>other</p>", 1252))), "mine")

    assert (message.text, message.html, message.attachments) == ("mine", "", ())


# ---------------------------------------------------------------- what cannot be read


@pytest.mark.parametrize(
    "winmail", [b"", b"junk" * 50, HEAD + b"\x07" * 40], ids=["empty", "junk", "junk behind the head"]
)
def test_a_winmail_that_cannot_be_opened_stays_an_attachment_and_says_why(winmail: bytes) -> None:
    message = mail(winmail, "Hello")

    assert [(item.part, item.filename) for item in message.attachments] == [("2", "winmail.dat")]
    assert [item.partition(": ")[0] for item in message.defects] == ["winmail.dat could not be opened"]


def test_rtf_that_cannot_be_read_matters_only_where_it_is_the_only_text() -> None:
    winmail = stream(body(value(0x1009, BINARY, b"no RTF at all, and not compressed")), attached(b"a.png", b"x"))

    assert mail(winmail, "Hello").defects == ()
    assert mail(winmail).defects == ("winmail.dat could not be opened whole: its RTF text cannot be read",)
    assert [item.filename for item in mail(winmail).attachments] == ["a.png"]


def test_cut_anywhere_it_is_read_as_far_as_it_goes() -> None:
    for end in range(len(WHOLE)):
        message = mail(WHOLE[:end], "Hello")

        assert message.text == "Hello"
        assert len(message.attachments) <= 2
        assert all(item.startswith("winmail.dat could not be opened") for item in message.defects)


MANY = 0xFFFFFFFF
LIES = {
    "an object longer than the stream": item(MESSAGE, PROPERTIES, block(plain("x")), MANY),
    "more properties than there are": item(MESSAGE, PROPERTIES, block(plain("x"), count=MANY)),
    "nothing but a count": item(MESSAGE, PROPERTIES, block(count=MANY)),
    "more values than there are": body(struct.pack("<HHI", 0x1002, 0x6000, MANY) + bytes(5_000_000)),
    "more strings than there are": body(struct.pack("<HHI", STRING, 0x6000, MANY) + bytes(5_000_000)),
    "a string longer than the stream": body(struct.pack("<HHII", STRING, 0x6000, 1, MANY)) + bytes(5_000_000),
    "a name longer than the stream": body(struct.pack("<HH16sII", INTEGER, 0x8001, bytes(16), 1, MANY), bytes(100)),
    "an unknown kind of property": body(value(0x6000, 0x7777, 1)),
    "no property block": item(MESSAGE, PROPERTIES, b"\1"),
    "data of no attachment": item(ATTACHMENT, DATA, b"x"),
    "100,000 objects": item(MESSAGE, 0x7000, bytes(41)) * 100_000,
    "100,000 attachments": item(ATTACHMENT, RENDERING, bytes(41)) * 100_000,
    "100,000 properties": item(MESSAGE, PROPERTIES, block(*[value(0x6000, INTEGER, 1)] * 1000)) * 100,
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_a_stream_says_of_itself_is_not_believed(lie: bytes) -> None:
    begin = time.process_time()

    message = mail(stream(attached(b"a.png", b"x"), lie), "Hello")

    assert time.process_time() - begin < 2
    assert (message.text, message.attachments[0].filename) == ("Hello", "a.png")
    assert len(message.attachments) <= MAX_ATTACHMENTS


@pytest.mark.parametrize(
    ("objects", "why"),
    [
        (item(MESSAGE, 0x7000, b"") * (MAX_OBJECTS + 1), f"it has more than {MAX_OBJECTS} objects"),
        (attached(b"a", b"x") * (MAX_ATTACHMENTS + 1), f"it has more than {MAX_ATTACHMENTS} attachments"),
        (body(*[value(0x6000, INTEGER, 1)] * MAX_VALUES) * 2, f"it has more than {MAX_VALUES} properties"),
        (body(plain("x"), value(0x6000, 0x7777, 1)), "not all of its properties can be read"),
        (item(ATTACHMENT, DATA, b"x", 100), "it ends early"),
    ],
    ids=["objects", "attachments", "properties", "a property of no known kind", "a length behind the end"],
)
def test_what_was_not_read_is_told(objects: bytes, why: str) -> None:
    assert mail(stream(attached(b"a.png", b"x"), objects)).defects == (f"winmail.dat could not be opened whole: {why}",)


def test_winmails_within_each_other_are_opened_to_a_depth_only() -> None:
    nested = stream()
    for _ in range(300):
        nested = stream(attached(b"winmail.dat", nested))

    (found,) = mail(nested).attachments

    assert (found.filename, found.part.count(".") < 10) == ("winmail.dat", True)


def test_a_hundred_winmails_hold_no_more_parts_than_a_mail_may_have() -> None:
    full = encodebytes(stream(attached(b"a", b"x") * 100)).decode()
    part = f"--b\r\nContent-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n{full}\r\n"

    message = parse(f"Content-Type: multipart/mixed; boundary=b\r\n\r\n{part * 100}--b--".encode())

    assert len(message.attachments) <= 1000
    assert "more than 1000 parts" in message.defects


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_no_change_of_octets_keeps_a_mail_from_being_read(position: int, octets: bytes) -> None:
    message = mail(WHOLE[:position] + octets + WHOLE[position + len(octets) :], "Hello")

    assert message.text == "Hello"
    assert not any("by hand" in item for item in message.defects)
