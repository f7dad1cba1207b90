"""A body taken apart line by line: what is new, what is quoted, what is signature. Linear; deletes nothing.

Quoted lines between answers go, the answers stay. A forwarded mail is content. Works on plain text, which HTML bodies
have become before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_lowercase

from mailticket.intake import quote_marks as marks
from mailticket.intake.signature import postscript_start, signature_start
from mailticket.model import BodyText
from mailticket.vocabulary import FORM_BEGINS

MAX_LINE = 400
MAX_INTRO = 600
INTRO_LINES = 7
HEADER_LINES = 9
LONG_LINE = 60
MAX_NOTE = 40
MAX_REQUEST = 120  # lines a request of ours has at most, with what stands above it
MAX_LABEL = 60  # characters a header label and the marks before it may take
_LETTERS = frozenset(ascii_lowercase)
_MARKED = 7  # characters a quote mark stands in
_ENDS_OF_INTRODUCTIONS = frozenset(":：*_> \u200b\ufeff")
_TRAILING = re.compile(r"[\s\u200b\ufeff*_]+$")
_FORWARD_SUBJECT = re.compile(r"\s*\[?(?:fwd?|wg|tr|rv|enc|i|vs|vl|doorst)\s?:", re.IGNORECASE)


@dataclass(slots=True)
class _Halves:
    """The lines so far, sorted."""

    new: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    words: int = 0  # of the new lines, as far as MAX_NOTE

    def keep(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.keep_line(line)

    def keep_line(self, line: str) -> None:
        self.new.append(line)
        if self.words <= MAX_NOTE:
            self.words += len(line.split())


def is_forward(subject: str) -> bool:
    """The subject says that the mail passes another one on ("Fwd:", "WG:"); Outlook marks it nowhere else."""
    return _FORWARD_SUBJECT.match(subject[:100]) is not None


def split(text: str, *, forwarded: bool = False) -> BodyText:
    """New text, signature and quotation of a body. ``forwarded``: header blocks in it begin content, not a quotation.

    Falls back to the whole text as new when nothing else would remain.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    halves = _sorted(lines, forwarded=forwarded)
    start = signature_start(halves.new)
    end = start + postscript_start(halves.new[start:])
    new = _joined(_without_rulers(halves.new[:start]))
    if not new:
        return BodyText(text.strip())
    more = _joined(halves.new[end:])
    return BodyText(f"{new}\n\n{more}" if more else new, _joined(halves.new[start:end]), _joined(halves.quoted))


def _sorted(lines: Sequence[str], *, forwarded: bool) -> _Halves:
    halves = _Halves()
    introductions = _near_introductions(lines)
    position = 0
    while position < len(lines):
        line = lines[position][:MAX_LINE]
        if position not in introductions and not _may_open(line):
            halves.keep_line(lines[position])
            position += 1
            continue
        if marks.FORWARDED.match(line):
            halves.keep(_content(lines[position:]))
            break
        length = _opening(lines, position, forwarded=forwarded)
        if length and not _passes_on(lines, position, halves):
            position = _take_quotation(lines, position, length, halves)
        elif marks.QUOTED.match(line):
            position = _take_quoted_lines(lines, position, halves)
        else:
            halves.keep_line(lines[position])
            position += 1
    return halves


def _near_introductions(lines: Sequence[str]) -> frozenset[int]:
    """The lines an introduction may begin on: a line that may end one stands there, or a few lines below."""
    ends = (
        at
        for at, line in enumerate(lines)
        if line and (line[-1] in _ENDS_OF_INTRODUCTIONS or len(line) > MAX_LINE) and not line.isspace()
    )
    return frozenset(start for at in ends for start in range(max(0, at - INTRO_LINES + 1), at + 1))


def _may_open(line: str) -> bool:
    """What costs little to ask before the patterns: a mark, a word or a label that may open a quotation."""
    if ">" in line[:_MARKED]:
        return True
    begins = line.lstrip()[:5].casefold()
    if begins[:1] in _LETTERS:
        return begins in marks.FORWARD_BEGINS or (":" in line[:MAX_LABEL] and begins[:2] in marks.HEADER_BEGINS)
    return begins != "" and not begins[0].isdigit()


def _content(lines: Sequence[str]) -> list[str]:
    """A forwarded mail; where its lines are quoted, without the quotation marks."""
    filled = [line for line in lines[1:20] if line.strip()]
    if filled and all(marks.QUOTED.match(line) for line in filled[:3]):
        return [re.sub(r"^\s{0,3}> ?", "", line) for line in lines]
    return list(lines)


# ---------------------------------------------------------------- where a quotation opens


def _opening(lines: Sequence[str], position: int, *, forwarded: bool) -> int:
    """How many lines introduce a quotation here; 0 when none do."""
    line = lines[position][:MAX_LINE]
    if marks.ORIGINAL.match(line) or marks.DASHED_INTRO.match(line):
        return 0 if forwarded else 1
    if length := _introduction(lines, position):
        return length
    return 0 if forwarded else _header_block(lines, position)


def _introduction(lines: Sequence[str], position: int) -> int:
    """ "On <date> <name> wrote:", which mail programs wrap over several lines."""
    joined = lines[position][:MAX_LINE]
    if _introduces(joined):
        return 1
    if not marks.INTRO_START.match(joined):
        return 0
    for offset in range(1, INTRO_LINES):
        following = lines[position + offset : position + offset + 1]
        if not following or len(joined) > MAX_INTRO or marks.INTRO_START.match(following[0][:MAX_LINE]):
            return 0
        joined = f"{joined} {following[0][:MAX_LINE].strip('> ')}".rstrip()
        if _introduces(joined):
            return offset + 1
    return 0


def _introduces(line: str) -> bool:
    if marks.DATE_AND_ADDRESS.match(line):
        return True
    ended = _TRAILING.sub("", line[-40:]).endswith((":", "："))
    return ended and marks.WROTE.search(line) is not None and marks.DATED.search(line) is not None


def _header_block(lines: Sequence[str], position: int) -> int:
    """The header of the quoted mail as Outlook prints it: author and two more of date, recipient and subject.

    Behind a colon it is an example the writer gives, not a quotation.
    """
    if not marks.HEADER_START.match(lines[position][:MAX_LINE]):
        return 0
    before = next((line for line in reversed(lines[max(0, position - 3) : position]) if line.strip()), "")
    if before.rstrip().endswith(":") and not marks.QUOTED.match(before):
        return 0
    found: dict[str, int] = {}
    for offset, line in enumerate(lines[position : position + HEADER_LINES]):
        for kind in _header_kinds(line[:MAX_LINE]):
            found.setdefault(kind, offset)
    return max(found.values()) + 1 if "from" in found and len(found) >= 3 else 0


@lru_cache(maxsize=64)
def _header_kinds(line: str) -> tuple[str, ...]:
    """Which labels of a header the line has; remembered, because the windows that are looked at overlap."""
    return tuple(kind for kind, pattern in marks.HEADER_LABELS.items() if ":" in line and pattern.search(line))


def _passes_on(lines: Sequence[str], position: int, halves: _Halves) -> bool:
    """A short note above an unmarked mail that says to read on: it was passed on, or the answers stand in it.

    Answers in our own form are found in the quotation as well, and the words around it are ours.
    """
    line = lines[position][:MAX_LINE]
    if any(FORM_BEGINS in below[:MAX_LINE].casefold() for below in lines[position : position + MAX_REQUEST]):
        return False
    if not (marks.HEADER_START.match(line) or marks.ORIGINAL.match(line)) or not 0 < halves.words <= MAX_NOTE:
        return False
    return marks.PASSED_ON.search(" ".join(" ".join(halves.new).split())[:MAX_LINE]) is not None


# ---------------------------------------------------------------- how far it goes


def _take_quotation(lines: Sequence[str], position: int, length: int, halves: _Halves) -> int:
    """Sort the lines from an introduction on; returns where to read on.

    Marked lines are taken one by one. Without marks everything below is quoted, unless the answer stands below the
    introduction: then only that goes.
    """
    after = position + length
    first = next((line for line in lines[after : after + 20] if line.strip()), "")
    marked = marks.QUOTED.match(first) or marks.QUOTED.match(lines[position])
    if marked or not first:
        halves.quoted += lines[position:after]
        return after
    if halves.words:
        halves.quoted += lines[position:]
        return len(lines)
    if marks.HEADER_START.match(lines[position][:MAX_LINE]):
        halves.keep(lines[position:])
        return len(lines)
    halves.quoted += lines[position:after]
    return after


def _take_quoted_lines(lines: Sequence[str], position: int, halves: _Halves) -> int:
    """A run of marked lines, with the ends of long lines that a mail program wrapped without marking them."""
    while position < len(lines) and (marks.QUOTED.match(lines[position]) or _wrapped(lines, position)):
        halves.quoted.append(lines[position])
        position += 1
    return position


def _wrapped(lines: Sequence[str], position: int) -> bool:
    if position + 1 >= len(lines) or not lines[position].strip():
        return False
    before, line, after = lines[position - 1 : position + 2]
    if not (marks.QUOTED.match(before) and marks.QUOTED.match(after)) or len(line) >= MAX_LINE:
        return False
    if marks.REST_OF_ADDRESS.match(line) and marks.ENDS_IN_ADDRESS.search(before[:MAX_LINE]):
        return True
    return len(before) >= LONG_LINE and line[:1].islower() and len(line) < LONG_LINE


def _without_rulers(lines: Sequence[str]) -> Sequence[str]:
    """Without the ruled lines a mail program puts above a quotation."""
    end = len(lines)
    while end and marks.NOTHING.match(lines[end - 1]):
        end -= 1
    return lines[:end]


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()
