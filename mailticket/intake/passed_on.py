"""A mail that an agent passes on for a customer, as if the customer had written it. Decides nothing about the ticket.

The customer is the author of the attached mail, or the From of the first header block below the agent's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailticket.intake import header_block
from mailticket.intake.quote_marks import FORWARDED, ORIGINAL
from mailticket.intake.quoting import is_forward
from mailticket.model import AttachedMessage, BodyText, InboundMessage

MAX_LINES = 400  # in which the header block must begin
_QUOTE_MARK = re.compile(r"^\s{0,3}>\s?")


def passed_on(message: InboundMessage, body: BodyText, desk: frozenset[str]) -> InboundMessage | None:
    """The mail with the customer as its author and the agent's words above theirs; None when nobody is passed on.

    ``desk`` are the address keys of the agents and of the desk itself: none of them is a customer.
    """
    if message.author.key not in desk:
        return None
    found = (*message.attached, *([_forwarded(message.text)] if is_forward(message.subject) else []))
    original = next((item for item in found if item and item.author.addr and item.author.key not in desk), None)
    if original is None:
        return None
    words = "\n\n".join(filter(None, (_own_words(body.new), original.text)))
    return replace(message, from_=(original.author,), text=words, html="", attached=())


def _own_words(new: str) -> str:
    """What the agent wrote above the header block or the mark of the mail passed on."""
    lines = new.split("\n")
    ends = (at for at, line in enumerate(lines) if FORWARDED.match(line[:400]) or ORIGINAL.match(line[:400]))
    return "\n".join(lines[: min(next(ends, len(lines)), _header(lines))]).strip()


def _forwarded(text: str) -> AttachedMessage | None:
    lines = text.split("\n")
    start = _header(lines)
    author = header_block.author(lines[start]) if start < len(lines) else None
    if author is None:
        return None
    end = start + header_block.length(lines[start:])
    return AttachedMessage(author, header_block.subject(lines[start:end]), _unmarked(lines[end:]))


def _header(lines: Sequence[str]) -> int:
    """Where the first header block begins; the number of lines when none does."""
    return next((at for at in range(min(len(lines), MAX_LINES)) if header_block.begins(lines, at)), len(lines))


def _unmarked(lines: Sequence[str]) -> str:
    return "\n".join(_QUOTE_MARK.sub("", line) for line in lines).strip()
