"""Lines of a body without their quote marks, capped in number and length. Knows nothing of blocks or fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

MAX_TEXT = 200_000
MAX_LINES = 300
MAX_LINE = 2_000

_QUOTE_MARK = re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,20}")
_WIDE_GAP = re.compile(r"\s{9,}")  # shortened: patterns that look for gaps stay linear


class Line(NamedTuple):
    """One line without its quote marks; ``depth`` is how many it had.

    ``label`` is what the layout proves: the label the text begins with, "" for an answer that goes on.
    """

    text: str
    depth: int = 0
    label: str | None = None


def lines_of(text: str) -> tuple[Line, ...]:
    return as_lines(raw_lines(text))


def raw_lines(text: str) -> list[str]:
    """Every line of as much of the text as is looked at."""
    return text[:MAX_TEXT].splitlines()


def as_lines(raw: Sequence[str]) -> tuple[Line, ...]:
    return tuple(map(_line, raw[:MAX_LINES]))


def _line(text: str) -> Line:
    text = text[:MAX_LINE]
    if "  " in text or "\t" in text or not text.isascii():
        text = _WIDE_GAP.sub(lambda gap: "\t" if "\t" in gap[0] else " " * 8, text)
    mark = _QUOTE_MARK.match(text) if ">" in text[:4] else None
    return Line(text[mark.end() :], mark[0].count(">")) if mark else Line(text)
