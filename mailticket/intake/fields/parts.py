"""Labels within one line: "Phone: 12 | Users: 4". What stands behind a label is not judged here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from mailticket.intake.fields.labels import FIRST_NAME, LAST_NAME, OTHER, Meaning, meaning

_MARKS = 12  # characters of bullets and emphasis before a label

BULLET = re.compile(r"^\s*(?:[*•●▪◦·–-]\s+|\(?\d{1,2}[.)]\s+|\(?[A-Za-z][.)]\s+|\*\*|__|[#*_]+(?=\w))\s*")
_SEPARATOR = re.compile(r"\s*(?:\.{2,}\s*[:=]?|:-|::|[=-]>|[:=：](?!//)|\?)[\s*_]*")
_DASH = re.compile(r"\s+[-–—]+\s+")
_GLUED = re.compile(r"(?<=[^\W\d_])[-–—]\s+(?!(?:and|or|und|oder|bzw|et|ou|y|o)\b)(?=\S)")  # "phone- 404-555-0112"
_PARTS = re.compile(r"(\s*\|\s*|\s{2,}(?=[^\s:=][^\s:=])(?![-–—=.]{1,2}\s)|[;,]\s(?=[^:=;,|]{2,40}[:=]))")
_DASHED_PARTS = re.compile(rf"{_PARTS.pattern[:-1]}|(?:\s[-–—/·]{{1,2}}\s|\.\s)(?=[^:=;,|.]{{2,40}}[:=]))")
_NAMES = 4  # words no half of a name has
_COLONS = 2  # in a line, from which on a full stop may stand between labels
_HINTED = re.compile(r"^([^():=|\t]{2,60}\([^()]{0,90}\))\s{0,4}:")  # a hint in parentheses has its own commas
_GOES_ON = re.compile(r"(?:and|und|et|y|but|aber|on|so|then|now|in|for) ", re.I)  # how a sentence begins, no label

_SEPARATORS = ((_SEPARATOR, True), (_DASH, False), (_GLUED, False))

Label: TypeAlias = tuple[str, Meaning, str]  # as written, what it means, what stands behind it
Parts: TypeAlias = tuple[tuple[str, Label | None], ...]


@dataclass(slots=True)
class Answer:
    """One label met and what stands for it. ``style`` says how it stood: line, cell, stacked, bare, form."""

    keys: tuple[str, ...]
    label: str
    exact: bool = True
    style: str = "line"
    lines: list[str] = field(default_factory=list)
    first: int = 0  # number of the line the label stands on
    last: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def split_label(part: str) -> Label | None:
    """The label, its meaning and the rest, when the part begins with a label and a separator."""
    if not may_separate(part[:130]):
        return None
    if not part[:1].isalpha() or part[1:2] in (")", "."):
        part = BULLET.sub("", part, count=1)
        if not part.lstrip(" *_.")[:1].isalpha() and "#" not in part[:_MARKS]:
            return None
    hinted = _HINTED.match(part[:200])
    for pattern, strong in _SEPARATORS if _glued(part) else _SEPARATORS[:2]:
        found = pattern.search(part, hinted.end(1) if hinted else 0, 160 if hinted else 110)
        if not found or not found.start():
            continue
        label = part[: found.start()].strip(" *_.")
        known = meaning(label) if (label[:1].isalpha() and not _GOES_ON.match(label)) or label[:1] == "#" else None
        rest = part[found.end() :].strip()
        if known and (strong or (known.exact and known.keys != (OTHER,))) and not _counts(known, rest):
            return label, known, rest
    return None


def _counts(known: Meaning, rest: str) -> bool:
    """ "First: nobody can print." begins an enumeration; a first name is a word or two."""
    return known.keys[0] in (FIRST_NAME, LAST_NAME) and rest.count(" ") >= _NAMES


def _glued(text: str) -> bool:
    at = text.find("- ", 2, _GLUED_WITHIN)
    return at > 0 and text[at - 1].isalpha()


_GLUED_WITHIN = 24  # characters of a label with a dash right behind it


def may_separate(text: str) -> bool:
    """Asked of every line, so without a loop."""
    return (
        ":" in text or "=" in text or "?" in text or " -" in text or "：" in text
        or " –" in text or " —" in text or "\t-" in text or "\xa0" in text or ".." in text
        or _glued(text)
    )  # fmt: skip


def parts_of(line: str) -> Iterator[tuple[str, Label | None]]:
    """The pieces of a line that begin with a label each; what is no label stays with the piece before it."""
    pending, label = "", None
    pieces = [line] if "(" in line and _HINTED.match(line) else _pieces(line)
    for at in range(0, len(pieces), 2):
        found = split_label(pieces[at])
        if found or (at == 0):
            if at:
                yield pending, label
            pending, label = pieces[at], found
        else:
            pending += pieces[at - 1] + pieces[at]
            label = (label[0], label[1], label[2] + pieces[at - 1] * bool(label[2]) + pieces[at]) if label else None
    yield pending, label


def _pieces(line: str) -> list[str]:
    """Where a label may begin within the line; at a dash only behind a label with its answer."""
    colons = line.count(": ")
    if colons > _COLONS or (colons and (" - " in line or " – " in line or " / " in line or " · " in line)):
        pieces = _DASHED_PARTS.split(line)[:80]
        if len(pieces) > 1 and not meaning(pieces[0].strip(" *_")):
            return pieces
    return _PARTS.split(line)[:80] if _has_gap(line) else [line]


def _has_gap(line: str) -> bool:
    """Something between the pieces of a line; cheaper to ask than to split."""
    return ", " in line or "  " in line or "|" in line or "; " in line or "\t" in line or not line.isascii()
