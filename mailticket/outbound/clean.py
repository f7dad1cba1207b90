"""Other people's text made safe to print: no controls, no invisible direction changes, no endless lines.

Says nothing about HTML (the templates escape) or about header syntax (``compose`` encodes).
"""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 without TAB and LF, soft hyphen, bidi controls (UAX #9), zero-width space, word joiner and kin,
# lone surrogates, BOM, interlinear marks, tag characters. The joiners U+200C and U+200D belong to words.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")
_REPLY_PREFIX = re.compile(r"(?:re|aw|wg|sv|vs|tr|rv|fw|fwd|antw|ref)\s?(?:\[\d{1,3}\])?:\s*", re.I)
_LINKABLE = re.compile(r"\w\w\.\w")  # mail programs make a link of such a word
_NAME_SIGNS = frozenset(" .,'’-\u200c\u200d")


def one_line(text: str, limit: int = 200) -> str:
    """The text on one line of at most ``limit`` characters, its whitespace collapsed."""
    flat = " ".join(_UNPRINTABLE.sub("", _LINE_ENDS.sub(" ", text[: limit * 8])).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def paragraphs(text: str) -> str:
    """The whole text with LF line ends, without controls, trailing blanks and runs of blank lines."""
    plain = _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text)).expandtabs(4)
    lines = "\n".join(line.rstrip() for line in plain.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def beginning(text: str, limit: int = 2000) -> str:
    """At most ``limit`` characters of the text as paragraphs; a cut is marked."""
    tidy = paragraphs(text[: limit * 4])
    return tidy if len(tidy) <= limit and len(text) <= limit * 4 else tidy[:limit].rstrip() + " […]"


def title(subject: str, tag: str, limit: int = 150) -> str:
    """A subject without reply prefixes (Re:, AW:, Fwd: …) and without our own ticket tag, on one line."""
    rest = one_line(subject.replace(tag, " ") if tag else subject, limit + 50)
    while match := _REPLY_PREFIX.match(rest):
        rest = rest[match.end() :]
    return one_line(rest, limit)


def person_name(name: str) -> str:
    """The name when it looks like a person's (up to six words of letters, 60 characters), else "".

    An automatic answer repeats nothing else of a stranger: no address, link or sentence (RFC 3834 §3.2).
    """
    line = one_line(name, 80)
    return line if _is_person_name(line) else ""


def _is_person_name(line: str) -> bool:
    letters = all(sign in _NAME_SIGNS or unicodedata.category(sign)[0] in "LM" for sign in line)
    return letters and line[:1].isalpha() and len(line) <= 60 and line.count(" ") < 6 and not _LINKABLE.search(line)
