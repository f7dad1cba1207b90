"""The header section of a damaged mail made readable for the email package, which ends it at the first odd line.

Only the octets before the first blank line change; the rest of the mail is left as it is.
"""

from __future__ import annotations

import re

MAX_HEAD = 256 * 1024

_HEADER_START = re.compile(rb"(?:>?From |[!-9;-~]{1,80}[ \t]{0,9}:)")
_BLANK_LINE = re.compile(rb"\n\r?\n|\r\r")
_ODD_LINE = re.compile(rb"^(?![!-9;-~]{1,200}:|[ \t]|From )(?=[^\r\n])", re.MULTILINE)
_SPACED_NAME = re.compile(rb"^([!-9;-~]{1,80})[ \t]{1,9}:", re.MULTILINE)
_KNOWN_FIELD = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|received|return-path|reply-to|sender|in-reply-to|references|precedence"
    rb"|auto-submitted|mime-version|content-(?:type|transfer-encoding)|x-[a-z-]{1,60}|list-[a-z]{1,30}):",
    re.IGNORECASE | re.MULTILINE,
)


def mended(octets: bytes) -> bytes:
    """Without a byte order mark, blank lines and mbox quoting in front, CRs single, odd lines joined to a field.

    A line that is no field, no continuation and has known fields below it continues the field above (a wrapped
    header without its blank); with none below it the body has begun without a blank line.
    """
    octets = _trimmed(octets)
    end = _BLANK_LINE.search(octets, 0, MAX_HEAD)
    head = octets[: end.start() if end else MAX_HEAD]
    mended_head = _SPACED_NAME.sub(rb"\1:", head)
    last_known = max((match.start() for match in _KNOWN_FIELD.finditer(mended_head)), default=0)
    mended_head = _ODD_LINE.sub(b" ", mended_head[:last_known]) + mended_head[last_known:]
    return octets if mended_head == head else mended_head + octets[len(head) :]


def _trimmed(octets: bytes) -> bytes:
    stripped = octets.lstrip(b"\xef\xbb\xbf \t\r\n")
    if len(stripped) != len(octets) and _HEADER_START.match(stripped):
        octets = stripped
    if octets.startswith(b">From "):
        octets = octets.partition(b"\n")[2]
    return octets.replace(b"\r\r\n", b"\r\n") if b"\r\r\n" in octets[:2000] else octets
