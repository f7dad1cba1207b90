"""Content-Transfer-Encoding (RFC 2045 §6) undone, damaged or not, and format=flowed (RFC 3676) joined. No charsets."""

from __future__ import annotations

import binascii
import re

from mailticket.intake.tree import Part

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def octets_of(part: Part) -> bytes:
    """The payload of a leaf as octets; what cannot be decoded is read as far as it goes, or as it stands."""
    encoding = (str(part.get("content-transfer-encoding", "")).split() or [""])[0].strip(";\"'").lower()
    if encoding == "base64":
        return _base64(str(part.get_payload() or "").encode("ascii", "ignore"))
    payload = part.get_payload(decode=True)  # without decode the email package replaces what is not ASCII
    return payload if isinstance(payload, bytes) else b""


def _base64(raw: bytes) -> bytes:
    """Decode the alphabet and skip everything else (RFC 2045 §6.8); a missing end is left out."""
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        letters = _NOT_BASE64.sub(b"", raw)
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def unflowed(text: str, *, delete_space: bool) -> str:
    """Lines that end in a space joined with the next of the same quote depth (RFC 3676 §4); "-- " stays a line."""
    joined: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        body = line.lstrip(">")
        depth = len(line) - len(body)
        body = body.removeprefix(" ")
        flows = body.endswith(" ") and body != "-- "
        start = f"{'>' * depth} " if depth else ""
        kept = body[:-1] if flows and delete_space else body
        if depth == open_depth and body != "-- ":
            joined.append(kept)
        else:
            joined.append(f"\n{start}{kept}")
        open_depth = depth if flows else -1
    return "".join(joined)[1:]
