"""Structured header fields as damaged mails have them: addresses by hand, message identifiers, the return path."""

from __future__ import annotations

import base64
import re
from email.message import Message

from mailticket.intake.characters import encoded_words, one_line
from mailticket.model import Address

MAX_ADDRESSES = 500
MAX_IDENTIFIERS = 200
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:\\@=]{1,64}@[^\s<>()\[\]\"',;:\\@=]{1,255}")
_IDENTIFIER = re.compile(r"<([^<>]{1,900})>")
_ENCODED = re.compile(r"=\?(?!utf-?8\?)[^?\s]{1,40}\?[bq]\?[^?\s]{1,2000}\?=", re.IGNORECASE)


def joined_fields(part: Message, name: str, separator: str) -> str:
    """All fields of a name as one value: RFC 5322 §3.6 allows one, mails have several."""
    return separator.join(str(value) for value in part.get_all(name, []) if str(value).strip())


def transcoded(value: str) -> str:
    """Encoded words in UTF-8 instead of other charsets, whose characters mail-parser drops when the label is wrong."""

    def in_utf8(word: re.Match[str]) -> str:
        octets = encoded_words(word[0]).encode("utf-8", "replace")
        return f"=?utf-8?b?{base64.b64encode(octets).decode()}?="

    return _ENCODED.sub(in_utf8, value) if "=?" in value else value


def by_hand(value: str, known: tuple[Address, ...], *, single: bool) -> tuple[Address, ...]:
    """Addresses that stand in a value nobody could parse, beyond the known ones.

    ``single``: only when there is exactly one and none is known, so that nobody is taken for another.
    """
    keys = {address.key for address in known}
    found = {match[0].strip(".").casefold(): match[0].strip(".") for match in _ADDRESS.finditer(value)}
    extra = tuple(Address(one_line(addr)) for key, addr in found.items() if key not in keys)[:MAX_ADDRESSES]
    return extra if not single or (len(extra) == 1 and not known) else ()


def message_ids(value: str) -> tuple[str, ...]:
    """The msg-ids of RFC 5322 §3.6.4 in their order, in angle brackets even where the sender left them out."""
    found = ["".join(match[1].split()) for match in _IDENTIFIER.finditer(value)]
    if not found:
        words = value.replace("<", " ").replace(">", " ").split()
        found = [word for word in words if "@" in word[1:-1]] or words[:1] * (len(words) == 1)
    identifiers = (one_line(item).strip("<>")[:900] for item in found)
    return tuple(f"<{item}>" for item in dict.fromkeys(identifiers) if item)[:MAX_IDENTIFIERS]


def return_path(value: str | None) -> str | None:
    """The reverse-path (RFC 5321 §4.4) without brackets: "" is the null one, None says the field is absent."""
    return None if value is None else one_line(str(value)[:1000]).strip("<> ")
