"""Octets to a MIME tree whose size, depth and headers are bounded before the email package works on them.

Nothing is decoded here. Attached messages stay sealed: they are leaves of type ``x-message/…``, so neither their
depth nor their text can reach the mail that carries them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.errors import MessageDefect
from email.message import Message
from email.parser import BytesFeedParser
from typing import Any

from mailticket.intake.characters import repaired
from mailticket.intake.mend import mended

MAX_DEPTH = 30
MAX_PARTS = 1000
MAX_FIELDS = 1000
MAX_FIELD_LENGTH = 64_000
MAX_PARAMETERS = 60
MAX_CONTENT_FIELD = 4000
SEALED = "x-message/"
TOO_DEEP = f"parts nested deeper than {MAX_DEPTH}"
TOO_MANY_PARTS = f"more than {MAX_PARTS} parts"

_CHUNK = 64 * 1024
_FOLD = re.compile(r"\r\n?|\n")
_BOUNDARY = re.compile(r'boundary\s{0,9}=\s{0,9}"?([^";\r\n]{1,200})', re.IGNORECASE)


class TooManyParts(Exception):
    """The octets read so far hold more parts than anybody looks at."""


class Part(Message):
    """A MIME entity that keeps its header section small and says so in ``defects``."""

    depth = 0
    _root: Part | None = None
    _parts = 1

    def set_raw(self, name: str, value: Any) -> None:
        """Take a field as it comes from the parser: unfolded, as Unicode, cut at a length nobody needs."""
        if len(self) >= MAX_FIELDS:
            note(self, f"more than {MAX_FIELDS} header fields")
            return
        text = repaired(_FOLD.sub("", str(value[:MAX_FIELD_LENGTH])).replace("\0", ""))
        if len(value) > MAX_FIELD_LENGTH:
            note(self, f"field {name[:40]} longer than {MAX_FIELD_LENGTH}")
        if name.lower() in ("content-type", "content-disposition"):
            text = self._content_field(name.lower(), text)
        super().set_raw(name, text)

    def _content_field(self, name: str, value: str) -> str:
        """Parameters cost the email package quadratic time, so only so many are left to it."""
        if value.count(";") > MAX_PARAMETERS or len(value) > MAX_CONTENT_FIELD:
            note(self, f"{name} with too many parameters")
            boundary = _BOUNDARY.search(value)
            value = value[:100].partition(";")[0] + (f'; boundary="{boundary[1].strip()}"' if boundary else "")
        if name != "content-type":
            return value
        kind = value.lstrip().lower()
        if kind.startswith("multipart/") and self.depth >= MAX_DEPTH:
            note(self, TOO_DEEP)
            return "application/octet-stream"
        return "x-" + value.lstrip() if kind.startswith("message/") else value

    def set_default_type(self, ctype: str) -> None:
        """Parts of a digest are messages (RFC 2046 §5.1.5): sealed like all others."""
        super().set_default_type(f"x-{ctype}" if ctype.startswith("message/") else ctype)

    def attach(self, payload: Any) -> None:
        """Count every part in the root as the parser hangs it in."""
        root = self._root or self
        root._parts += 1
        if root._parts > MAX_PARTS:
            raise TooManyParts
        payload.depth, payload._root = self.depth + 1, root
        super().attach(payload)


def unfold(leaf: Part, parts: Iterable[Part]) -> None:
    """Hang what lies in a leaf under it: these parts count like all others, and what is too many is left out."""
    leaf.set_payload([])
    try:
        for part in parts:
            leaf.attach(part)
    except TooManyParts:
        note(leaf, TOO_MANY_PARTS)


def unsealed(value: str) -> str:
    """A content type as the sender wrote it."""
    return value[2:] if value[: len(SEALED)].lower() == SEALED else value


def note(part: Message, text: str) -> None:
    """Add a defect in our own words, once."""
    if all(str(defect) != text for defect in part.defects):
        part.defects.append(MessageDefect(text))


def defects_of(part: Message) -> list[str]:
    """The defects of one part in words."""
    return [str(item) if type(item) is MessageDefect else type(item).__name__ for item in part.defects]


def grow(octets: bytes) -> Part:
    """The tree of these octets; a mail of too many parts is read as far as the cap allows."""
    parser = BytesFeedParser(_factory=Part)
    octets = mended(octets)
    for offset in range(0, len(octets), _CHUNK):
        try:
            parser.feed(octets[offset : offset + _CHUNK])
        except TooManyParts:
            return _cut(octets, offset)
    try:
        return parser.close()
    except TooManyParts:
        return _cut(octets, len(octets) // 2)


def _cut(octets: bytes, end: int) -> Part:
    """The tree of the octets before ``end``, which are known to hold fewer parts, or of the header section alone."""
    root = grow(octets[:end]) if end else _headers_only(octets)
    note(root, TOO_MANY_PARTS)
    return root


def _headers_only(octets: bytes) -> Part:
    parser = BytesFeedParser(_factory=Part)
    parser._set_headersonly()  # type: ignore[attr-defined]  # what email.parser.HeaderParser does itself
    parser.feed(octets[:_CHUNK])
    return parser.close()


def fields_of(octets: bytes) -> Part:
    """The header section alone, for example of an attached message; at most 64 KB of it."""
    return _headers_only(mended(octets[:_CHUNK]))
