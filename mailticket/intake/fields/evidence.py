"""Screenshots and logs: what the attachments and pasted lines show. A label alone proves neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.parts import Answer
from mailticket.intake.fields.traces import PASTED, counted
from mailticket.model import Attachment, InboundMessage

LOGO_BELOW = 10_000  # bytes of an inline image that is rather part of a signature
_LOG_NAME = re.compile(
    r"\.(?:log|txt|zip|7z|gz|tgz|tar|har|etl|saz|evtx|evt|csv|tsv|json|jsonl|xml|cab|dmp|pcap|pcapng|nettrace|trc|"
    r"out|ips|blg|diagsession)$",
    re.I,
)
_NO_SCREEN = re.compile(
    r"logo|banner|signature|icon|facebook|linkedin|twitter|instagram|badge|^image\d{3}\.|^outlook-\w{3,12}\.", re.I
)
_SCREEN = re.compile(r"screen|capture|snip|bildschirm|capture|pantalla|error|unbenannt|untitled", re.I)
SMALLEST = 1_000  # bytes a picture of a screen has at least
TOLD_LINE = 40  # characters of a line that tells something


def read_evidence(message: InboundMessage, document: Document, answers: Sequence[Answer]) -> Iterator[Candidate]:
    """Candidates for screenshots and logs; their value is always True."""
    carried = (item for mail in message.attached for item in mail.attachments)
    for attachment in (*message.attachments[:200], *carried):
        if is_screenshot(attachment) or _among_text(attachment, document):
            yield _attached("screenshots", attachment)
        elif is_log(attachment):
            yield _attached("logs", attachment)
    yield from _pasted(document, answers)


def is_screenshot(attachment: Attachment) -> bool:
    """An image that is not a small inline one with a logo's or a generated name."""
    if not attachment.content_type.startswith("image/"):
        return False
    if _SCREEN.search(attachment.filename):
        return True
    if attachment.inline or attachment.content_id:
        return attachment.size >= LOGO_BELOW or not _NO_SCREEN.search(attachment.filename or "image001.")
    return not (_NO_SCREEN.search(attachment.filename) and attachment.size < LOGO_BELOW)


def _among_text(attachment: Attachment, document: Document) -> bool:
    """A picture shown between lines of text, so no part of a signature; generated names and small sizes say nothing."""
    if not attachment.content_id or not attachment.content_type.startswith("image/") or attachment.size < SMALLEST:
        return False
    mark = f"cid:{attachment.content_id}"
    for block, signature in ((document.text, document.signature), (document.forwarded, ())):
        lines = [line.text for line in block]
        if (at := next((at for at, text in enumerate(lines) if mark in text), None)) is not None:
            below = lines[at + 1 :]
            ends = [*below, *(line.text for line in signature)][:_SOON]
            telling = sum(len(text) >= TOLD_LINE for text in below) >= 2
            return telling or any(map(phrases.CLOSING.match, ends)) or _announced(lines[:at])
    return False


def _announced(above: Sequence[str]) -> bool:
    """ "Picture below": the last line that tells something says that one comes."""
    last = next((text for text in reversed(above) if text.strip()), "")
    return _PICTURED.search(last) is not None


_SOON = 3  # lines below a picture in which the letter ends
_PICTURED = re.compile(
    r"\b(?:picture|image|screen ?(?:shot|grab|capture)|photo|bild|screenshot|capture|imagen|pantallazo)s?\b.{0,30}"
    r"\b(?:below|follow\w{0,3}|here|attached|unten|anbei|ci-dessous|abajo)|:\s*$",
    re.I,
)


def is_log(attachment: Attachment) -> bool:
    return bool(_LOG_NAME.search(attachment.filename)) and not attachment.content_type.startswith(
        ("image/", "message/")
    )


def _attached(key: str, attachment: Attachment) -> Candidate:
    return Candidate(
        key, True, attachment.filename, 0.9, f"attachment {attachment.filename or attachment.part}", "attached"
    )


def _pasted(document: Document, answers: Sequence[Answer]) -> Iterator[Candidate]:
    """Lines with timestamps or stack frames: one under a label for logs, several anywhere else."""
    labelled = next((answer for answer in answers if "logs" in answer.keys and _shows(answer, document)), None)
    lines = [line.text for part in (document.text, document.forwarded) for line in part]
    if labelled:
        yield Candidate("logs", True, labelled.text[:200], 0.9, f'label "{labelled.label}" in the text', "pasted")
    elif counted(lines) >= PASTED:
        yield Candidate("logs", True, "", 0.7, "trace pasted into the text", "pasted")


def _shows(answer: Answer, document: Document) -> bool:
    """Trace lines under the label, or as many lines of values as a log has where the answer points below."""
    if counted(answer.lines):
        return True
    below = document.text[answer.last + 1 : answer.last + 12] if _BELOW.search(answer.text[:80]) else ()
    return sum(_VALUES.match(line.text) is not None for line in below) >= PASTED


_BELOW = re.compile(r"\b(?:below|pasted|follows?|unten|ci-dessous|abajo)\b", re.I)
_VALUES = re.compile(r"(?=.{0,200}\d)[^\s,;|\t]{1,60}(?:[,;|\t][^,;|\t]{0,60}){2,20}$")
