"""Octets and damaged text to clean text: no lone surrogates, no control characters. Knows nothing of MIME structure.

The charset labels follow the WHATWG Encoding Standard, which maps each label to the superset senders really use.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header

NAME_LENGTH = 120

_SUPERSETS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "tis-620": "cp874",
    "x-mac-roman": "mac-roman",
    "cp-850": "cp850",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "windows-1252http-equivcontent-type": "cp1252",
}
# ASCII says nothing when octets above 127 follow; the others are Python's own, two of them quadratic.
_NOT_CHARSETS = frozenset(
    {"", "us-ascii", "ascii", "7bit", "8bit", "binary", "unknown", "unknown-8bit", "x-unknown", "default"}
    | {"idna", "punycode", "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape", "undefined"}
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRTY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")
_CLEANED: dict[int, str | None] = dict.fromkeys((*range(9), *range(0x0E, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF))
_CLEANED |= {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
# C1 controls in mail are Windows characters that were labelled Latin-1.
_CLEANED |= {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}


def clean(text: str) -> str:
    """Text of several lines: newlines are LF, tabs stay, other control characters go."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if _DIRTY.search(text):
        text = text.replace("\r\n", "\n").translate(_CLEANED)
    return text


def one_line(text: str) -> str:
    """Text of a header field: one line, runs of blanks made one."""
    return _BLANKS.sub(" ", clean(text)).strip()


def repaired(value: str) -> str:
    """A header value that the email package read as ASCII with surrogate escapes, read as UTF-8 or Windows-1252."""
    if not _SURROGATE.search(value):
        return value
    return decoded(value.encode("utf-8", "surrogateescape"), "")


def decoded(octets: bytes, charset: str) -> str:
    """Octets as clean text. The declared charset is tried first, then UTF-8; a wrong label never raises.

    A text with few undecodable octets keeps its declared charset; Windows-1252 reads whatever is left.
    """
    declared = _codec(charset)
    for codec in (declared, "utf-8"):
        if codec and (text := _strict(octets, codec)) is not None:
            return clean(text)
    for codec in (declared, "utf-8"):
        if codec and (text := _lenient(octets, codec)) is not None:
            return clean(text)
    return clean(octets.decode("latin-1"))


def _codec(charset: str) -> str:
    """The codec for this label, or "" when it names none that reads text."""
    label = charset.strip().strip("\"'").lower()
    if label in _NOT_CHARSETS:
        return ""
    try:
        return codecs.lookup(_SUPERSETS.get(label, label)).name
    except (LookupError, ValueError):
        return ""


def _strict(octets: bytes, codec: str) -> str | None:
    try:
        return octets.decode(codec)
    except (LookupError, ValueError):
        return None


def _lenient(octets: bytes, codec: str) -> str | None:
    """The text with replacement characters, if they are few."""
    try:
        text = octets.decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") * 20 <= len(text) else None


def encoded_words(value: str) -> str:
    """A header value with its encoded words (RFC 2047 §2) decoded, on one line."""
    if "=?" not in value:
        return one_line(value)
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return one_line(value)
    return one_line("".join(_piece(text, charset) for text, charset in pieces))


def _piece(text: bytes | str, charset: str | None) -> str:
    if isinstance(text, str):
        return text
    # Unencoded runs come as Latin-1 or raw-unicode-escape octets of text that was already decoded once.
    return decoded(text, charset) if charset else text.decode("raw-unicode-escape", "replace")


def display_name(filename: str) -> str:
    """A file name that is safe to show: no path, no control, bidirectional or zero-width characters.

    It is a label only: nothing is ever stored under it.
    """
    last = re.split(r"[/\\]", encoded_words(filename))[-1]
    shown = "".join(char for char in last if unicodedata.category(char)[0] != "C").strip(" .")
    if len(shown) <= NAME_LENGTH:
        return shown
    stem, dot, extension = shown.rpartition(".")
    return f"{stem[: NAME_LENGTH - 20]}{dot}{extension[:19]}" if dot else shown[:NAME_LENGTH]
