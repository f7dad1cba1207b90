"""A mail's own text as parts in which a matter may begin: sentences, with how each stands. Judges nothing.

Greetings, closings, header lines of mails passed on and short answers to labels are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from mailticket.intake import header_block
from mailticket.intake.fields import phrases
from mailticket.intake.fields.passages import sentences

MOST = 40
_ANSWER = 40  # characters an answer to a label has that may tell a matter
_MARK = re.compile(r"\W{0,3}(?:-{3,}|_{4,}|begin forwarded|\[cid)", re.I)  # between mails, or of a picture
_ITEM = re.compile(
    r"\s{0,8}(?:[-*•–—·+o~▪●○→►✓]\s|[-=]>|\(?(?:\d{1,2}|[a-fA-F]|i{1,3}|iv)\s?[.):\]/-]{1,2}\s|#\d\s)\s{0,4}(?=\S)"
)
_LABELLED = re.compile(r"\W{0,4}(?=[A-ZÀ-Þ])([\w /.,()&#-]{2,60}?)\s?[:=]\s{1,20}(?=\S)")
_LABEL_WORDS = 6


class Place(Enum):
    """How a part stands: first of its paragraph, of a point in a list, of a label's answer, or behind another part."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ANSWER = "answer"
    WITHIN = "within"


class Part(NamedTuple):
    """One sentence; ``block`` numbers the paragraph, point or answer it is of, ``at`` is its place in the text."""

    text: str
    place: Place
    block: int
    at: int


class _Block(NamedTuple):
    place: Place
    at: int
    lines: list[str]


def parts(text: str) -> tuple[Part, ...]:
    """The parts of the text in their order, ``MOST`` at most."""
    found = (part for number, block in enumerate(_blocks(text)) for part in _cut(block, number))
    kept = (part for part in found if not phrases.GREETING.match(part.text) and not phrases.CLOSING.match(part.text))
    return tuple(part for part, _ in zip(kept, range(MOST), strict=False))


def _blocks(text: str) -> Iterator[_Block]:
    """Lines that belong together; a point of a list and an answer each begin one."""
    block: _Block | None = None
    at = 0
    for line in text.split("\n"):
        begun = _begun(line, at)
        if begun or not line.strip() or header_block.is_line(line) or _MARK.match(line):
            if block:
                yield block
            block = begun if begun and not _is_short(begun) else None
        elif block:
            block.lines.append(line)
        else:
            block = _Block(Place.PARAGRAPH, at, [line])
        at += len(line) + 1
    if block:
        yield block


def _begun(line: str, at: int) -> _Block | None:
    """The block a mark or a label at the head of the line begins."""
    if found := _ITEM.match(line):
        return _Block(Place.ITEM, at + found.end(), [line[found.end() :]])
    found = None if header_block.is_line(line) else _LABELLED.match(line[:80])
    if found and len(found[1].split()) <= _LABEL_WORDS:
        return _Block(Place.ANSWER, at + found.end(), [line[found.end() :]])
    return None


def _is_short(block: _Block) -> bool:
    return block.place is Place.ANSWER and len(block.lines[0]) < _ANSWER


def _cut(block: _Block, number: int) -> Iterator[Part]:
    """The sentences of a block, each with its place in the text as far as line breaks let it be told."""
    text = "\n".join(block.lines)
    after, place = 0, block.place
    for sentence in sentences(" ".join(" ".join(block.lines).split())):
        begin = text.find(sentence.split(" ", 1)[0], after)
        after = max(begin, after)
        yield Part(sentence, place, number, block.at + after)
        after += 1
        place = Place.WITHIN
