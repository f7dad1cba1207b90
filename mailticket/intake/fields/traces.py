"""Logs and traces pasted into a text: which lines they are, and the text without the length of them. Reads no field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

PASTED = 3  # such lines make a trace, and so many of a long one stay in the text
LONG = 8  # lines a stretch needs to be taken out
MAX_TELLING = 6  # lines of it that tell of an error and stay as well
_LINE = re.compile(
    r"^\s{0,8}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d:\d\d|"
    r"\d\d:\d\d:\d\d[.,]\d|at [\w.$]{3,120}\(|"
    r"[IWEFD]\d{4} \d\d:\d\d:\d\d\.|"
    r"Received: from |Traceback \(most|(?:ERROR|WARN|INFO|DEBUG|FATAL)\b)"
)
_BEGINS = frozenset("[0123456789aRTEWIDF")  # how such a line begins, cheaper to ask than the pattern
_TELLING = ("error", "fail", "exception", "denied", "refused", "fatal", "timeout", "timed out")


def is_trace(text: str) -> bool:
    """Begins with a time stamp, a level or a stack frame."""
    return text.lstrip()[:1] in _BEGINS and _LINE.match(text) is not None


def counted(lines: Iterable[str]) -> int:
    """How many such lines there are, counted as far as it matters."""
    return sum(1 for _ in islice(filter(is_trace, lines), PASTED))


def cut(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without the length of long traces, and what was taken out: nobody fills a form in there."""
    begins = {at for at, line in enumerate(lines) if line.lstrip()[:1] in _BEGINS and _LINE.match(line)}
    kept: list[str] = []
    taken: list[str] = []
    stretch: list[str] = []
    if not begins:
        return list(lines), taken
    for at, line in enumerate(lines):
        if at in begins or (stretch and line[:1] in "\t " and line.strip()):
            stretch.append(line)
        else:
            _close(stretch, kept, taken)
            stretch = []
            kept.append(line)
    _close(stretch, kept, taken)
    return kept, taken


def _close(stretch: list[str], kept: list[str], taken: list[str]) -> None:
    if len(stretch) < LONG:
        kept += stretch
        return
    below = stretch[PASTED:]
    telling = list(islice((line for line in below if any(word in line.casefold() for word in _TELLING)), MAX_TELLING))
    kept += (*stretch[:PASTED], *telling)
    taken += below
