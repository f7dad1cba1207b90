"""A mail as blocks to read: its text, a forwarded mail in it, the quoted request, the signature, its HTML tables.

Only cuts; it understands no field. Everything is capped, so hostile mails cost no more than large ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailticket.intake import header_block
from mailticket.intake.fields.chats import questioned
from mailticket.intake.fields.headings import headed
from mailticket.intake.fields.layouts import laid_out
from mailticket.intake.fields.lines import Line, as_lines, lines_of, raw_lines
from mailticket.intake.fields.own_form import own_form, own_mail
from mailticket.intake.fields.parts import split_label
from mailticket.intake.fields.slashed import unfolded
from mailticket.intake.fields.tables import Row, tables
from mailticket.intake.fields.traces import cut
from mailticket.intake.quote_marks import FORWARDED, ORIGINAL
from mailticket.intake.signature import signature_start
from mailticket.model import BodyText, InboundMessage
from mailticket.vocabulary import FORM_BEGINS

Lines = tuple[Line, ...]

MAX_FORWARDED_LINES = 300
_MARKED = re.compile(r"[\s>]*(?:-{2}|begin f|anfang d|début d|forwarded|weitergel)", re.I)
_LABELLED = re.compile(r"[\s>*_]{0,12}[^\W\d_]{2,12}\W{0,4}:")


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a mail; absent ones are empty. ``form`` is our own request sent back, wherever it stood;
    ``quote`` interleaves the first quoted mail with the answers typed into it, ``log`` is the rest of pasted traces."""

    subject: str
    text: tuple[Line, ...]
    form: tuple[Line, ...] = ()
    forwarded: tuple[Line, ...] = ()
    quote: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    tables: tuple[tuple[Row, ...], ...] = ()
    log: tuple[Line, ...] = ()

    def blocks(self) -> Iterator[tuple[str, str]]:
        """Kind and text of each block, in the order people read them."""
        for kind in ("text", "form", "quote", "forwarded", "signature", "log"):
            yield kind, "\n".join(line.text for line in getattr(self, kind))
        for table in self.tables:
            yield "table", "\n".join(" | ".join(row).replace("\n", " / ") for row in table)


def document(message: InboundMessage, body: BodyText, is_reply: bool) -> Document:
    """Take a parsed mail apart. In a reply older mails are quotes, else they are what is being forwarded."""
    raw, log = cut(raw_lines(body.new))
    new = headed(questioned(unfolded(as_lines(raw))))
    has_form = FORM_BEGINS in message.text.casefold()
    whole = lines_of(message.text) if is_reply or has_form else ()
    form, pasted = own_form(whole) if has_form else range(0), own_mail(new) if has_form else range(0)
    own = tuple(line for at, line in enumerate(new) if at not in pasted) if pasted else new
    forwarded: tuple[Line, ...] = ()
    signature = lines_of(body.signature)
    if is_reply and pasted:  # around our form stand our own words, below the header lines of our mail
        own, _ = _cut_forward(own)
    request: tuple[Line, ...] = ()
    if is_reply and not form:
        own, request = _cut_request(own)
    if not is_reply:
        own, signature, forwarded = _passed_on(own, signature)
        forwarded = forwarded or lines_of(body.quoted)[:MAX_FORWARDED_LINES]
    if message.attached and (not is_reply or not forwarded):
        forwarded = (*forwarded, *_attached(message))[:MAX_FORWARDED_LINES]
    return Document(
        message.subject,
        laid_out(own),
        tuple(whole[at] for at in form),
        laid_out(forwarded),
        (request or _quote(whole, body)) if is_reply and not form else (),
        signature,
        () if form else tables(message.html),
        as_lines(log),
    )


def _passed_on(own: Lines, signature: Lines) -> tuple[Lines, Lines, Lines]:
    """Words, signature and the mail under them: a signature that ends the whole belongs to whoever wrote that mail."""
    above, below = _cut_forward(own)
    if below:
        start = signature_start([line.text for line in above])
        return above[:start], above[start:], (*below, *signature)[:MAX_FORWARDED_LINES]
    signed, below = _cut_forward(signature)
    return own, signed, below


def _attached(message: InboundMessage) -> Iterator[Line]:
    """Attached mails as lines, each under its header lines like a forwarded one."""
    for item in message.attached:
        yield from lines_of(f"From: {item.author.name} <{item.author.addr}>\nSubject: {item.subject}\n")
        yield Line("")
        yield from lines_of(item.text)
        yield Line("")


def _cut_forward(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What the sender wrote, and the mail under it with its header lines."""
    at = next(_mails(lines), len(lines))
    return lines[:at], lines[at : at + MAX_FORWARDED_LINES]


def _cut_request(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What the sender wrote, and our own request left under it, in which the answers may stand."""
    own, below = _cut_forward(lines)
    asked = sum(split_label(line.text) is not None for line in below[_HEADER:])
    return (own, below) if asked >= _ASKED else (lines, ())


_HEADER = 5  # lines above a mail
_ASKED = 3  # labels that make it a request


def _mails(lines: Sequence[Line]) -> Iterator[int]:
    """Where a mail begins: at a forwarding mark, or at an author's label with more of a header close under it."""
    texts = [line.text for line in lines]
    for at, text in enumerate(texts):
        if ((":" in text and _LABELLED.match(text)) or _MARKED.match(text)) and (
            FORWARDED.match(text[:400]) or ORIGINAL.match(text[:400]) or header_block.begins(texts, at)
        ):
            yield at


def _quote(whole: Sequence[Line], body: BodyText) -> tuple[Line, ...]:
    """The first quoted mail with what stands in it."""
    first = next((at for at, line in enumerate(whole) if line.depth), None)
    if first is None:
        return _until_next_mail(lines_of(body.quoted))
    return tuple(line for line in _until_next_mail(whole[first:]) if line.depth <= 1)


def _until_next_mail(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The first quoted mail only: what older ones say, the ticket knows already."""
    starts = list(_mails(lines))
    heads = [at for at in starts if not any(0 < at - other <= 2 for other in starts)]
    later = [at for at in heads if at > 2]
    return tuple(lines[: later[0]] if later else lines)
