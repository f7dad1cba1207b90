"""What agents are told of a mail that was not read whole; silence about all others."""

from __future__ import annotations

import pytest

from mailticket.intake.context import ReadingContext
from mailticket.intake.notes import MAX_NOTES, notes_of
from mailticket.intake.read import read
from mailticket.model import BodyText, Classification, InboundMessage, MessageKind, Reading

CONTEXT = ReadingContext("TechOps", "US", frozenset({"techops@desk.example"}))
PICTURES = "The mail holds pictures but hardly any text: what they show was not read."
ENCRYPTED = "is encrypted: nobody here can read it."
TELLING = "Since this morning nobody in our office can send any mail to Gmail addresses."


def notes(octets: bytes, *, truncated: bool = False) -> tuple[str, ...]:
    return read(octets, CONTEXT, truncated=truncated).notes


def mail(text: str, *parts: str, kind: str = "multipart/mixed") -> bytes:
    head = f'From: dana@client.example\r\nSubject: Help\r\nContent-Type: {kind}; boundary="b"\r\n\r\n'
    whole = (f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}", *parts)
    return (head + "".join(f"--b\r\n{part}\r\n" for part in whole) + "--b--\r\n").encode()


def attached(name: str, kind: str = "application/octet-stream", size: int = 30_000, more: str = "") -> str:
    return f'Content-Type: {kind}; name="{name}"\r\nContent-Disposition: attachment\r\n{more}\r\n{"x" * size}'


# ---------------------------------------------------------------- damaged, cut, too much


def test_a_mail_that_was_read_whole_has_no_notes() -> None:
    assert notes(mail(TELLING, attached("error.png", "image/png"), attached("report.pdf"))) == ()


def test_a_mail_too_large_is_told() -> None:
    assert notes(mail(TELLING), truncated=True) == (
        "The mail is too large to be read whole; only its beginning was read.",
    )


def nested(levels: int) -> str:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=n{at}\r\n\r\n--n{at}\r\n" for at in range(levels))
    return f"{opened}\r\nthe core"


@pytest.mark.parametrize(
    ("octets", "note"),
    [
        (mail(TELLING, nested(40)), "Some parts of the mail are nested too deeply and were not read."),
        (mail(TELLING, *["\r\nx"] * 1100), "The mail has more than 1000 parts; the rest was not read."),
        (mail("mail " * 210_000), "The text of the mail is longer than 1000000 characters; the rest was not read."),
        (
            mail(TELLING, attached("winmail.dat", "application/ms-tnef")),
            "winmail.dat could not be opened: it does not begin like one.",
        ),
    ],
    ids=["depth", "parts", "length", "winmail.dat"],
)
def test_what_was_left_out_is_told(octets: bytes, note: str) -> None:
    assert notes(octets) == (note,)


def test_a_mail_read_by_hand_is_told() -> None:
    assert noted(InboundMessage("", (), (), "", TELLING, defects=("read by hand: RecursionError",))) == (
        "The mail is damaged; only its beginning was read, as plain text.",
    )


def test_there_are_only_so_many_notes_each_of_them_once() -> None:
    defects = tuple(f"winmail.dat could not be opened: {at // 2}" for at in range(100))

    assert noted(InboundMessage("", (), (), "", TELLING, defects=defects)) == tuple(
        f"winmail.dat could not be opened: {at}." for at in range(MAX_NOTES)
    )


def noted(message: InboundMessage) -> tuple[str, ...]:
    person = Classification(MessageKind.PERSON, "no mark of a machine", answerable=True)
    return notes_of(Reading(message, person, BodyText(message.text)))


# ---------------------------------------------------------------- encrypted


@pytest.mark.parametrize(
    ("octets", "note"),
    [
        pytest.param(
            b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nMIAG",
            f"The mail {ENCRYPTED}",
            id="S/MIME",
        ),
        pytest.param(
            b'Content-Type: application/x-pkcs7-mime; smime-type="signed-data"; name=smime.p7m\r\n\r\nMIAG',
            "The mail is signed in a form that hides its text, which was not read.",
            id="S/MIME, only signed",
        ),
        pytest.param(
            mail(
                "",
                attached("", "application/pgp-encrypted"),
                attached("encrypted.asc"),
                kind="multipart/encrypted; protocol=x",
            ),
            f"The mail {ENCRYPTED}",
            id="PGP/MIME",
        ),
        pytest.param(
            b"\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA0 and a lot more of such words that look like some\r\n",
            f"The mail {ENCRYPTED}",
            id="PGP in the text",
        ),
        pytest.param(mail("", attached("message_v2.rpmsg")), f"The mail {ENCRYPTED}", id="rights management"),
        pytest.param(
            mail(TELLING, attached("smime.p7m", "application/pkcs7-mime")),
            f"A part of the mail {ENCRYPTED}",
            id="a part of it",
        ),
    ],
)
def test_what_is_encrypted_is_told(octets: bytes, note: str) -> None:
    assert notes(octets) == (note,)


def test_a_detached_signature_hides_nothing() -> None:
    assert notes(mail("See you", attached("smime.p7s", "application/pkcs7-signature"))) == ()


# ---------------------------------------------------------------- told elsewhere than in the text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hi team,\r\n\r\nplease see the screenshot\r\n\r\nBest regards\r\nDana Whitlock\r\nFabrikam, phone 555 0100",
        "[cid:image001.png@01D4870B.7E1607B0] <https://client.example/a/very/long/way> dana@client.example 2026",
        "添付をご覧ください。",
    ],
    ids=["nothing", "a greeting and a signature", "marks, links and numbers", "a script without blanks"],
)
def test_pictures_beside_hardly_any_text_are_told(text: str) -> None:
    assert notes(mail(text, attached("error.png", "image/png"))) == (PICTURES,)


@pytest.mark.parametrize(
    "text",
    [
        TELLING,
        "今朝からメールを送信できません。エラー画面を添付しますのでご確認をお願いいたします。",
        "Product: Exchange\r\nSeverity: B\r\nUsers: 40",
    ],
    ids=["a sentence", "a sentence without blanks", "a form"],
)
def test_pictures_beside_a_text_are_no_trouble(text: str) -> None:
    assert notes(mail(text, attached("error.png", "image/png"))) == ()


@pytest.mark.parametrize(
    ("part", "noted"),
    [
        (attached("logo.png", "image/png", 4000), False),
        (attached("image001.png", "image/png", 4000, "Content-ID: <i@x>\r\n"), False),
        (attached("image001.png", "image/png", 40_000, "Content-ID: <i@x>\r\n"), True),
        (attached("photo.jpg", "image/jpeg", 900_000), True),
    ],
    ids=["a logo", "a small one in the text", "a large one in the text", "a photo"],
)
def test_only_pictures_that_show_something_are_told(part: str, noted: bool) -> None:
    assert (notes(mail("see picture", part)) == (PICTURES,)) is noted


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("error.msg",), "error.msg"),
        (("Form.PDF", "b.docx", "c.xlsx", "d.txt", "e.html"), "Form.PDF, b.docx, c.xlsx, 2 more"),
        (("voice.wav",), "voice.wav"),
        (("ATT00001.txt", "cert.p7s", "trace.zip"), ""),
    ],
    ids=["a mail of Outlook", "many", "a recording", "what holds no words of the sender"],
)
def test_documents_beside_hardly_any_text_are_told_by_their_names(names: tuple[str, ...], shown: str) -> None:
    kinds = ("audio/wav" if name.endswith(".wav") else "application/octet-stream" for name in names)

    told = notes(mail("please see attached", *map(attached, names, kinds)))

    assert told == ((f"The mail holds hardly any text, and what is attached was not read ({shown}).",) if shown else ())


def test_our_form_filled_in_is_text_enough() -> None:
    answers = ("Phone number: +1 843 555 0123", "Customer CMP ID: CMP-77", "Time zone: Pacific")
    form = "\r\n".join(
        ("> --- Please fill in and send back ---", *(f"> {line}" for line in answers), "> --- End of form ---")
    )
    reply = mail(f"Thanks!\r\n\r\nTechOps wrote:\r\n{form}", attached("error.png", "image/png"))

    assert notes(b"In-Reply-To: <request@desk.example>\r\n" + reply) == ()


def test_an_attached_mail_that_was_read_is_text_enough() -> None:
    inner = f"Content-Type: message/rfc822\r\n\r\nSubject: Old\r\n\r\n{TELLING}"

    assert notes(mail("see below", inner, attached("error.png", "image/png"))) == ()
