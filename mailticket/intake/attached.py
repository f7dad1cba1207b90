"""Mails attached to a mail, as author, subject, text and attachments, the nested ones after the one that holds them.

Bounded in number, size and depth; what they carry is named, not opened.
"""

from __future__ import annotations

from email.utils import parseaddr

from mailticket.intake.characters import encoded_words, one_line
from mailticket.intake.mime import Content, content_of
from mailticket.intake.tree import Part, grow
from mailticket.model import Address, AttachedMessage

MAX_MESSAGES = 4
MAX_OCTETS = 400_000
MAX_DEPTH = 3
MAX_TEXT = 40_000
MAX_ATTACHMENTS = 50


def attached_messages(content: Content) -> tuple[AttachedMessage, ...]:
    """The first few mails attached here, in their order."""
    return tuple(_found(content, MAX_DEPTH))[:MAX_MESSAGES]


def _found(content: Content, depth: int) -> list[AttachedMessage]:
    found: list[AttachedMessage] = []
    for octets in content.returned[:MAX_MESSAGES] if depth else ():
        root = grow(octets[:MAX_OCTETS])
        inner = content_of(root)
        if inner.text.strip():
            carried = tuple(inner.attachments[:MAX_ATTACHMENTS])
            found.append(AttachedMessage(_author(root), _subject(root), inner.text[:MAX_TEXT], carried))
        found += _found(inner, depth - 1)
        if len(found) >= MAX_MESSAGES:
            break
    return found


def _author(root: Part) -> Address:
    name, address = parseaddr(str(root.get("from", ""))[:1000])
    return Address(one_line(address), one_line(encoded_words(name)))


def _subject(root: Part) -> str:
    return encoded_words(str(root.get("subject", ""))[:1000])
