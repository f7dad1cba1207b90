"""Running text as sentences with their words: each reader looks only where its words stand. Cuts, never judges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mailticket.model import FieldContent

MAX_PROSE = 6_000
SOFT_BREAK_FROM = 56  # a shorter line was ended by its writer, not by the mail program

_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”»)]))\s+(?=[\"“«(]?[^\W_])")
_WORD = re.compile(r"[^\W_][\w'’]*(?:-[\w'’]+)*")
_RULE = re.compile(r"^\W{0,4}(?:[-=_*~#]{3,}|##-)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence in one line, and its words in lower case, without a leading re-."""

    text: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A value a reader met in a sentence; where that was, ``prose`` adds."""

    key: str
    value: FieldContent
    written: str
    confidence: float


def passages(lines: Iterable[str]) -> tuple[Passage, ...]:
    """The sentences of the first ``MAX_PROSE`` characters; lines broken by a mail program are joined."""
    return tuple(
        Passage(text, frozenset(word.removeprefix("re-") for word in _WORD.findall(text.casefold())))
        for joined in _joined(lines)
        for text in sentences(joined)
    )


def sentences(text: str) -> list[str]:
    """Sentences of flowing text: they end at . ! ? before a space and a letter or digit."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def _joined(lines: Iterable[str]) -> Sequence[str]:
    whole: list[str] = []
    open_line, length = False, 0
    for line in lines:
        text = line.strip()
        length += len(text)
        if length > MAX_PROSE:
            whole.append(text[: max(0, MAX_PROSE - length + len(text))])
            break
        if open_line and text and not _RULE.match(text):
            whole[-1] = f"{whole[-1]} {text}"
        elif text and not _RULE.match(text):
            whole.append(text)
        open_line = bool(text) and len(line) >= SOFT_BREAK_FROM and not _RULE.match(text)
    return whole
