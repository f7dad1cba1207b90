"""A mail that an agent passes on for a customer: the customer's mail, and what the agent says about it. Opens nothing.

The customer is the author of the one attached mail, or of the first mail below the agent's words. Where that is not
plain (an introduction, a header of which no author can be read, several authors) nobody is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailticket.intake import header_block, marks
from mailticket.intake.quote_marks import DATED, FORWARDED, NOTHING, ORIGINAL, WROTE
from mailticket.intake.quoting import is_forward, split
from mailticket.model import Address, AttachedMessage, BodyText, InboundMessage

MAX_LINES = 400  # in which the header block must begin
FEW_WORDS = 8  # above an attached mail that is passed on without saying so in the subject
_BELOW_MARK = 4  # lines in which the header follows a mark
_QUOTE_MARK = re.compile(r"^\s{0,3}>\s?")


@dataclass(frozen=True, slots=True)
class PassedOn:
    """``mail`` is the customer's own, under the Message-ID of the agent's; ``words`` are the agent's, unsigned."""

    mail: InboundMessage
    words: str


def passed_on(message: InboundMessage, body: BodyText, desk: frozenset[str]) -> PassedOn | None:
    """What is passed on; None when nobody is. ``desk`` are the address keys of agents and desk: no customers."""
    if message.author.key not in desk:
        return None
    words = _own_words(body.new)
    original = _attached(message, words) or (_forwarded(message.text) if is_forward(message.subject) else None)
    if original is None or original.author.key in desk or _nobody_reads(original.author):
        return None
    mail = replace(message, from_=(original.author,), text=original.text, html="", attached=())
    return PassedOn(mail, words)


def _attached(message: InboundMessage, words: str) -> AttachedMessage | None:
    """The attached mail when all of them have one author, and it is passed on rather than shown."""
    authors = {item.author.key for item in message.attached}
    if len(authors) != 1 or not any(authors) or not (is_forward(message.subject) or len(words.split()) <= FEW_WORDS):
        return None
    return message.attached[0]


def _nobody_reads(author: Address) -> bool:
    local = author.key.partition("@")[0]
    return any(pattern.match(local) for pattern in (marks.DAEMON, marks.UNREAD, marks.LIST_MANAGER))


def _own_words(new: str) -> str:
    """What the agent wrote above the mail passed on, without rulers and signature."""
    lines = new.split("\n")
    marked = next((at for at, line in enumerate(lines) if _is_mark(line)), len(lines))
    above = lines[: min(marked, _header(lines))]
    while above and NOTHING.match(above[-1]):
        above.pop()
    return split("\n".join(above)).new if above else ""


def _forwarded(text: str) -> AttachedMessage | None:
    """The first mail in the text; None where something above it may be the beginning of another."""
    lines = text.split("\n")
    start = _header(lines)
    author = header_block.author(lines[start]) if start < len(lines) else None
    if author is None or _is_deeper(lines, start):
        return None
    end = start + header_block.length(lines[start:])
    return AttachedMessage(author, header_block.subject(lines[start:end]), _unmarked(lines[end:]))


def _is_deeper(lines: Sequence[str], start: int) -> bool:
    for at, line in enumerate(lines[:start]):
        if (_is_mark(line) and start - at > _BELOW_MARK) or header_block.names_part(line):
            return True
        if WROTE.search(line[:400]) and DATED.search(line[:400]) and line.rstrip(" *_").endswith(":"):
            return True
    return False


def _is_mark(line: str) -> bool:
    return bool(FORWARDED.match(line[:400]) or ORIGINAL.match(line[:400]))


def _header(lines: Sequence[str]) -> int:
    """Where the first header block begins; the number of lines when none does."""
    return next((at for at in range(min(len(lines), MAX_LINES)) if header_block.begins(lines, at)), len(lines))


def _unmarked(lines: Sequence[str]) -> str:
    return "\n".join(_QUOTE_MARK.sub("", line) for line in lines).strip()
