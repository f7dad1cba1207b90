"""What of a mail was not read, in sentences for the agents, who then look themselves. Never for requesters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailticket.intake.fields.description import body
from mailticket.intake.fields.evidence import is_screenshot
from mailticket.intake.fields.lines import lines_of
from mailticket.intake.mime import MAX_TEXT, TEXT_CUT, UNOPENED
from mailticket.intake.parse import BY_HAND
from mailticket.intake.tree import MAX_PARTS, TOO_DEEP, TOO_MANY_PARTS
from mailticket.model import Attachment, InboundMessage, Reading

ENOUGH_WORDS = 8  # fewer of one's own tell no problem
ENOUGH_FIELDS = 3  # read by their labels, as when only our form was filled in
MAX_NOTES = 10
MAX_NAMES = 3

_OF_DEFECTS = (
    (TOO_DEEP, "Some parts of the mail are nested too deeply and were not read."),
    (TOO_MANY_PARTS, f"The mail has more than {MAX_PARTS} parts; the rest was not read."),
    (TEXT_CUT, f"The text of the mail is longer than {MAX_TEXT} characters; the rest was not read."),
    (BY_HAND, "The mail is damaged; only its beginning was read, as plain text."),
)
_TOO_LARGE = "The mail is too large to be read whole; only its beginning was read."
_ENCRYPTED = "is encrypted: nobody here can read it."
_SIGNED = "is signed in a form that hides its text, which was not read."
_PICTURES = "The mail holds pictures but hardly any text: what they show was not read."
_ATTACHED = "The mail holds hardly any text, and what is attached was not read"
_PKCS7 = ("application/pkcs7-mime", "application/x-pkcs7-mime")  # RFC 8551 §3.2
_LOCKED = ("multipart/encrypted", "application/pgp-encrypted", "application/x-microsoft-rpmsg-message")
_IN_THE_OPEN = re.compile(r"smime-type\s{0,3}=\s{0,3}\"?(?:signed|compressed)-data", re.IGNORECASE)
_PGP = "-----BEGIN PGP MESSAGE-----"
_DOCUMENT = re.compile(
    r"(?!ATT\d{3,6}\.).{0,200}"  # as Exchange calls the rest of a text
    r"\.(?:msg|pdf|doc[xm]?|xls[xmb]?|ppt[xm]?|od[tsp]|rtf|txt|html?|mht|one|xps|pages|numbers|vsdx?)$",
    re.IGNORECASE,
)
_PICTURE_MARK = re.compile(r"\[(?:cid|image):[^\]\n]{0,200}\]|<[^<>\n]{1,100}>", re.IGNORECASE)
_NO_BLANKS = "\u0e00"  # from here on lie the scripts that put no blanks between words
_LETTERS = 4  # of these make a word


def notes_of(reading: Reading) -> tuple[str, ...]:
    """One sentence for each thing that was left unread; none for a mail that was read whole."""
    return tuple(dict.fromkeys(_notes(reading)))[:MAX_NOTES]


def _notes(reading: Reading) -> Iterator[str]:
    message = reading.message
    if message.truncated:
        yield _TOO_LARGE
    for defect in message.defects:
        yield from (note for begins, note in _OF_DEFECTS if defect.startswith(begins))
        if defect.startswith(UNOPENED):
            yield f"{defect}."
    if locked := _locked(message):
        whole = _says_little(reading) or _PGP in reading.body.new
        yield f"{'The mail' if whole else 'A part of the mail'} {locked}"
    elif message.attachments and _says_little(reading):
        yield from _unread(message.attachments)


def _locked(message: InboundMessage) -> str:
    """What keeps the mail or a part of it from being read; "" when nothing does."""
    types = {message.content_type, *(item.content_type for item in message.attachments)}
    if types.intersection(_PKCS7):
        return _SIGNED if _IN_THE_OPEN.search(message.header("content-type")) else _ENCRYPTED
    rights = any(item.filename.lower().endswith(".rpmsg") for item in message.attachments)
    return _ENCRYPTED if rights or types.intersection(_LOCKED) or _PGP in message.text else ""


def _unread(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    if any(map(is_screenshot, attachments)):
        yield _PICTURES
    names = [item.filename or item.content_type for item in attachments if _tells_something(item)]
    if names:
        more = [f"{len(names) - MAX_NAMES} more"] if len(names) > MAX_NAMES else []
        yield f"{_ATTACHED} ({', '.join(names[:MAX_NAMES] + more)})."


def _tells_something(attachment: Attachment) -> bool:
    recorded = attachment.content_type.startswith(("audio/", "video/"))
    return recorded or _DOCUMENT.match(attachment.filename) is not None


def _says_little(reading: Reading) -> bool:
    """Hardly a word between greeting and closing, no mail attached that was read, and no fields filled in."""
    words = 0.0
    for line in body(lines_of(reading.body.new), reading.body.signature.split("\n")):
        words += sum(map(_words, _PICTURE_MARK.sub(" ", line).split()))
        if words >= ENOUGH_WORDS:
            return False
    filled_in = sum(item.evidence is not None and item.evidence.rule.startswith("label-") for item in reading.fields)
    return filled_in < ENOUGH_FIELDS and not reading.message.attached


def _words(token: str) -> float:
    """How many words stand between two blanks: addresses and numbers are none."""
    letters = [char for char in token if char.isalpha()]
    if not letters or "@" in token or "://" in token:
        return 0
    return sum(char >= _NO_BLANKS for char in letters) / _LETTERS or 1
