"""Compressed RTF (MS-OXRTFCP), Outlook's own form of a body, to plain text. Neither pictures nor formatting.

Two of striprtf's patterns take cubic time, for links and for fonts. Neither meets what it looks for here: links lose
their address, and a table of the fonts that are not Western is written for it.
"""

from __future__ import annotations

import re

from compressed_rtf import decompress
from striprtf.striprtf import rtf_to_text

from mailticket.intake.characters import clean

MAX_COMPRESSED = 1_000_000  # octets; they grow to eight times as many at most
_SLOW = re.compile(r"\\(?:fldinst|fonttbl)", re.IGNORECASE)
_IGNORED = r"\\private"  # a destination that holds no text either
_FONT = re.compile(r"\\f(\d{1,5})\b[^;{}]{0,60}?\\fcharset(\d{1,3})\b")
_FONTS_WITHIN = 60_000  # characters from the beginning
MAX_FONTS = 200
_NOT_WESTERN = 128  # and above: the charsets that striprtf's table names as Windows code pages


def text_of(compressed: bytes) -> str:
    """Raises whatever the libraries stumble over, ValueError when there is more than anybody reads."""
    if len(compressed) > MAX_COMPRESSED:
        raise ValueError(f"longer than {MAX_COMPRESSED} octets")
    rtf = decompress(compressed).decode("latin-1")
    fonts = "".join(f"{{\\f{number}\\fcharset{charset} x;}}\n" for number, charset in _fonts(rtf))
    quick = _SLOW.sub(_IGNORED, rtf).replace("{", f"{{{{\\fonttbl\n{fonts}}}", 1)
    return clean(rtf_to_text(quick, errors="replace"))  # type: ignore[no-untyped-call]


def _fonts(rtf: str) -> list[tuple[str, str]]:
    found = _FONT.findall(rtf[:_FONTS_WITHIN])[:MAX_FONTS]
    return [(number, charset) for number, charset in found if int(charset) >= _NOT_WESTERN]
