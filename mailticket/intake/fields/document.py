"""A mail as blocks to read: its text, a forwarded mail in it, the quoted request, the signature, its HTML tables.

Only cuts; it understands no field. Everything is capped, so hostile mails cost no more than large ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailticket.intake.fields.tables import Row, tables
from mailticket.model import BodyText, InboundMessage

MAX_TEXT = 200_000
MAX_LINES = 4_000
MAX_LINE = 2_000
FORM_BEGIN = "please fill in and send back"
FORM_END = "end of form"

_QUOTE_MARK = re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,20}")
_WIDE_GAP = re.compile(r"\s{9,}")  # shortened: patterns that look for gaps stay linear
_HEADER_LINE = re.compile(r"^\W{0,3}(?:From|Von|De|Da)\W{0,3}:\W{0,3}\s?\S")
_OTHER_HEADER = re.compile(
    r"^\W{0,3}(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Fecha|Para|Asunto)\W{0,3}:"
)
_FORWARD_MARK = re.compile(
    r"^[\s>]*(?:-{2,}\s?(?:Forwarded message|Original Message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|"
    r"Message transféré|Message d'origine|Mensaje (?:reenviado|original))|Begin forwarded message|"
    r"Anfang der weitergeleiteten|Début du message)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its quote marks; ``depth`` is how many it had."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a mail. Absent blocks are empty; ``quote`` interleaves the first quoted mail with answers in it."""

    subject: str
    text: tuple[Line, ...]
    forwarded: tuple[Line, ...] = ()
    quote: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    tables: tuple[tuple[Row, ...], ...] = ()


def document(message: InboundMessage, body: BodyText, is_reply: bool) -> Document:
    """Take a parsed mail apart. In a reply older mails are quotes, else they are what is being forwarded."""
    new = lines_of(body.new)
    if is_reply:
        return Document(message.subject, new, (), _quote(message, body), lines_of(body.signature), tables(message.html))
    own, forwarded = _cut_forward(new)
    return Document(
        message.subject, own, forwarded or lines_of(body.quoted), (), lines_of(body.signature), tables(message.html)
    )


def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(_line(line[:MAX_LINE]) for line in text[:MAX_TEXT].splitlines()[:MAX_LINES])


def _line(text: str) -> Line:
    text = _WIDE_GAP.sub(lambda gap: "\t" if "\t" in gap[0] else " " * 8, text)
    mark = _QUOTE_MARK.match(text)
    return Line(text[mark.end() :], mark[0].count(">")) if mark else Line(text)


def _cut_forward(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What the sender wrote, and the mail under it with its header lines."""
    at = next((at for at in range(len(lines)) if _begins_mail(lines, at)), len(lines))
    return lines[:at], lines[at:]


def _begins_mail(lines: tuple[Line, ...], at: int) -> bool:
    """A forwarding mark, or a From line with at least one more header line close under it."""
    if _FORWARD_MARK.match(lines[at].text):
        return True
    return bool(_HEADER_LINE.match(lines[at].text)) and any(
        _OTHER_HEADER.match(line.text) for line in lines[at + 1 : at + 5]
    )


def _quote(message: InboundMessage, body: BodyText) -> tuple[Line, ...]:
    """The request being answered: the marked form if it is there, else the first quoted mail with what stands in it."""
    whole = lines_of(message.text)
    form = _form(whole)
    if form:
        return form
    first = next((at for at, line in enumerate(whole) if line.depth), None)
    if first is None:
        return _until_next_mail(lines_of(body.quoted))
    return tuple(line for line in _until_next_mail(whole[first:]) if line.depth <= 1)


def _form(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines between the marks our request prints around its form, in the first copy that is there."""
    begin = next((at for at, line in enumerate(lines) if _is_mark(line, FORM_BEGIN)), None)
    if begin is None:
        return ()
    end = next((at for at in range(begin, len(lines)) if _is_mark(lines[at], FORM_END)), len(lines))
    return _whole_labels(lines[begin + 1 : end])


def _is_mark(line: Line, words: str) -> bool:
    return line.text.lstrip().startswith("-") and words in line.text.casefold()


def _whole_labels(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Labels a mail program broke inside their hint, put together again."""
    whole: list[Line] = []
    for line in lines:
        if whole and whole[-1].text.rfind("(") > whole[-1].text.rfind(")") and ")" in line.text:
            whole[-1] = Line(f"{whole[-1].text.rstrip()} {line.text.lstrip()}", whole[-1].depth)
        else:
            whole.append(line)
    return tuple(whole)


def _until_next_mail(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The first quoted mail only: what older ones say, the ticket knows already."""
    starts = [at for at in range(len(lines)) if _begins_mail(lines, at)]
    heads = [at for at in starts if not any(0 < at - other <= 2 for other in starts)]
    later = [at for at in heads if at > 2]
    return lines[: later[0]] if later else lines
