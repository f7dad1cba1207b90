"""A rendered mail to the octets that are sent: RFC 5322 headers, RFC 2045 parts, RFC 3834 marks, RFC 5321 envelope.

Pure: time and the unique part of the Message-ID are passed in, the same arguments give the same octets. Written
without ``email.message``: its policies encode long Message-IDs beyond recognition and cost several times as much.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime

from mailticket.config import Config
from mailticket.decisions import Automation, Reply
from mailticket.errors import UnusableAddress
from mailticket.inline_image import InlineImage
from mailticket.model import Address, OutgoingMail
from mailticket.outbound.clean import one_line

MARKER = "X-Mailticket"
REFERENCES = 20  # Message-IDs kept: the first of the thread and the last ones
_PREFERRED_LINE = 76  # RFC 2047 §2 for encoded words; RFC 5322 §2.1.1 prefers 78 for all
_LONGEST_LINE = 998  # RFC 5322 §2.1.1
_LONGEST_PATH = 254  # RFC 5321 §4.5.3.1.3, without the angle brackets

_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_QUOTED_SPECIALS = re.compile(r'(["\\])')
_PLAIN = r"[^\s<>()\[\],;:\\\"@\x00-\x20\x7f-\x9f"  # in a set: what needs no quoting in an address
_LOCAL_PART = re.compile(_PLAIN + r']+|"(?:[^"\\\x00-\x1f\x7f-\x9f]|\\[ -~])+"')
_DOMAIN = re.compile(rf"{_PLAIN}.]+(?:\.{_PLAIN}.]+)*|\[[0-9A-Za-z:.]+\]")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template's output: one line of subject, the same content as plain text and as HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who our mails are from. ``bounces`` is the MAIL FROM of automatic mail, "" for the null reverse-path."""

    name: str
    address: str
    bounces: str

    @property
    def domain(self) -> str:
        return ascii_address(self.address).rpartition("@")[2]


def sender_of(config: Config) -> Sender:
    """The desk as a sender; ``automatic_sender = "<>"`` keeps answers to our answers away (RFC 3834 §3.3)."""
    return Sender(config.desk.name, config.desk.address, config.smtp.automatic_sender.strip("<>"))


def compose(reply: Reply, rendered: Rendered, identity: Sender, now: datetime, unique: str) -> OutgoingMail:
    """The mail ready for the outbox. ``unique`` is a never repeated word of [A-Za-z0-9.-] for its Message-ID.

    Values are cut to one line without controls, so no text can add a header. What cannot be used is left out of
    Reply-To (addresses), In-Reply-To and References (Message-IDs): a notice about a strange mail still goes out.
    Domains are sent in ASCII (punycode); a local part outside ASCII stays as UTF-8 and needs SMTPUTF8 (RFC 6531).
    Raises UnusableAddress when a recipient cannot be written, or there is none.
    """
    recipients = tuple(dict.fromkeys(ascii_address(address.addr) for address in reply.to))
    if not recipients:
        raise UnusableAddress("", "the mail has no recipient")
    subject = one_line(rendered.subject, 300)
    message_id = f"<mailticket.{unique}@{identity.domain}>"
    fields = (
        ("From", _mailbox(Address(identity.address, identity.name))),
        ("To", _mailboxes(_named(reply))),
        ("Reply-To", _mailboxes(address for address in reply.reply_to if is_usable(address.addr))),
        ("Subject", _unstructured(subject, "Subject")),
        ("Date", format_datetime(now)),
        ("Message-ID", message_id),
        *_thread(reply.answers),
        *_automation(reply, unique),
        ("MIME-Version", "1.0"),
    )
    octets = _header(fields) + _alternative(rendered, f"=_mailticket_{unique}", reply.images)
    mail_from = ascii_address(identity.address) if reply.automation is Automation.NO else identity.bounces
    return OutgoingMail(message_id, mail_from, recipients, octets, subject)


def ascii_address(addr: str) -> str:
    """The addr-spec with its domain in ASCII (RFC 5890); raises UnusableAddress for what is no addr-spec."""
    local, _, domain = addr.rpartition("@")
    visible = len(addr) <= _LONGEST_PATH and addr == one_line(addr, _LONGEST_PATH)
    if not visible or not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise UnusableAddress(one_line(addr), "is not a mail address")
    try:
        return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise UnusableAddress(one_line(addr), "has a domain that cannot be written in ASCII") from error


def is_usable(addr: str) -> bool:
    """Whether a mail can be written to this address."""
    try:
        return bool(ascii_address(addr))
    except UnusableAddress:
        return False


# ---------------------------------------------------------------- header fields


def _named(reply: Reply) -> tuple[Address, ...]:
    """A stranger's display name is not repeated by a machine (RFC 3834 §3.2); a person may address by name."""
    if reply.automation is Automation.REPLIED:
        return tuple(Address(address.addr) for address in reply.to)
    return reply.to


def _thread(answers: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    """In-Reply-To and References of RFC 5322 §3.6.4, one Message-ID a line so that no length breaks them."""
    known = tuple(dict.fromkeys(answer for answer in answers if _MESSAGE_ID.fullmatch(answer)))
    if not known:
        return ()
    kept = known if len(known) <= REFERENCES else (known[0], *known[1 - REFERENCES :])
    return (("In-Reply-To", known[-1]), ("References", "\r\n ".join(kept)))


def _automation(reply: Reply, unique: str) -> Iterable[tuple[str, str]]:
    """RFC 3834 §5 for all, X-Auto-Response-Suppress for Exchange (MS-OXCMAIL §2.1.3.2.20), our mark for ourselves."""
    if reply.automation is Automation.NO:
        return ()
    return (
        ("Auto-Submitted", reply.automation.value),
        ("X-Auto-Response-Suppress", "All"),
        (MARKER, f"{reply.template}/{unique}"),
    )


def _header(fields: Iterable[tuple[str, str]]) -> bytes:
    """The fields that have a value, each on its own line."""
    return "".join(f"{name}: {value}\r\n" for name, value in fields if value).encode("utf-8")


def _mailboxes(addresses: Iterable[Address]) -> str:
    return ",\r\n ".join(_mailbox(address) for address in addresses)


def _mailbox(address: Address) -> str:
    """A mailbox of RFC 5322 §3.4, its name as a phrase, a quoted string or encoded words."""
    addr, name = ascii_address(address.addr), one_line(address.name, 100)
    if not name:
        return addr
    if not _needs_encoding(name):
        phrase = name if _ATOMS.fullmatch(name) else '"' + _QUOTED_SPECIALS.sub(r"\\\1", name) + '"'
    else:
        phrase = _encoded(name, "Reply-To")  # the longest field name that holds a mailbox
    return f"{phrase}\r\n <{addr}>" if len(phrase) + len(addr) > 60 else f"{phrase} <{addr}>"


def _unstructured(text: str, field: str) -> str:
    """Encoded from the first word that needs it, so that the ticket number stays readable to any program."""
    if not _needs_encoding(text):
        return _folded(text, len(field) + 2)
    words = text.split(" ")
    first = next((at for at, word in enumerate(words) if _needs_encoding(word)), 0)
    header = Header(" ".join(words[:first]), "us-ascii", _PREFERRED_LINE, field)
    header.append(" ".join(words[first:]), "utf-8")
    return header.encode(linesep="\r\n").lstrip()


def _needs_encoding(text: str) -> bool:
    """Outside ASCII, or ASCII that a reader would take for an encoded word."""
    return not text.isascii() or "=?" in text


def _encoded(text: str, field: str) -> str:
    return Header(text, "utf-8", header_name=field, maxlinelen=_PREFERRED_LINE).encode(linesep="\r\n")


def _folded(text: str, used: int) -> str:
    """Folded before blanks (RFC 5322 §2.2.3); ``used`` columns of the first line are taken."""
    words = text.split(" ")
    line = used + len(words[0])
    parts = [words[0]]
    for word in words[1:]:
        fits = line + 1 + len(word) <= _PREFERRED_LINE
        line = line + 1 + len(word) if fits else 1 + len(word)
        parts.append((" " if fits else "\r\n ") + word)
    return "".join(parts)


# ---------------------------------------------------------------- body


def _alternative(rendered: Rendered, boundary: str, images: tuple[InlineImage, ...]) -> bytes:
    """multipart/alternative, plain text first (RFC 2046 §5.1.4); images stand beside the HTML that shows them."""
    html = _part("html", _ascii_html(rendered.html))
    rich = _related(html, images, f"{boundary}_r") if images else html
    return _multipart("alternative", boundary, (_part("plain", rendered.text), rich))


def _related(html: bytes, images: tuple[InlineImage, ...], boundary: str) -> bytes:
    """multipart/related with the HTML as its root (RFC 2387)."""
    parts = (html, *(_image(item) for item in images))
    return _multipart('related; type="text/html"', boundary, parts) + b"\r\n"


def _multipart(kind: str, boundary: str, parts: Iterable[bytes]) -> bytes:
    """No body can hold ``=_``: it would be encoded."""
    opening = f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n\r\n'.encode()
    mark = f"--{boundary}".encode()
    return opening + b"".join(mark + b"\r\n" + part for part in parts) + mark + b"--\r\n"


def _image(image: InlineImage) -> bytes:
    """Base64 of RFC 2045 §6.8; the name is what is offered when somebody saves it."""
    fields = (
        ("Content-Type", f'image/png; name="{image.name}.png"'),
        ("Content-Transfer-Encoding", "base64"),
        ("Content-ID", f"<{image.content_id}>"),
        ("Content-Disposition", f'inline; filename="{image.name}.png"'),
    )
    return _header(fields) + b"\r\n" + base64.encodebytes(image.octets).replace(b"\n", b"\r\n") + b"\r\n"


def _ascii_html(html: str) -> str:
    """Signs outside ASCII as character references, which no mail program and no relay can misread."""
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _part(subtype: str, text: str) -> bytes:
    charset, encoding, octets = _transfer(text)
    kind = f'Content-Type: text/{subtype}; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    return kind.encode() + octets + b"\r\n"


def _transfer(text: str) -> tuple[str, str, bytes]:
    """Charset, encoding and octets: as is when that is safe on any way, else quoted-printable (RFC 2045 §6.7)."""
    octets = text.encode("utf-8", "replace").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if octets.isascii() and b"=_" not in octets and b"\0" not in octets and _short_lines(octets):
        return "us-ascii", "7bit", octets.replace(b"\n", b"\r\n")
    quoted = binascii.b2a_qp(octets, istext=True)
    return "utf-8", "quoted-printable", quoted.replace(b"\n", b"\r\n")


def _short_lines(octets: bytes) -> bool:
    return max(map(len, octets.split(b"\n"))) <= _LONGEST_LINE
