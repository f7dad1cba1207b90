"""A transcript of a chat as questions with the visitor's answers under them. Changes layout only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mailticket.intake.fields.lines import Line

_CLOCK = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
_SPEAKER = r"([^\W\d_][\w .'’-]{0,28}?)"
_TURN = re.compile(
    rf"\s{{0,3}}(?:[\[(]?{_CLOCK}[\])]?,?\s?[-–]?\s)?{_SPEAKER}(?:,? ?[\[(]?{_CLOCK}[\])]?)?\s?[:>]\s(\S.*)$"
)
_ASKING = re.compile(r"\b(?:chat ?bot|bot|agent|assistant|support|operator|system|techops|virtual|help ?desk)\b", re.I)
_ANSWERING = re.compile(
    r"\b(?:visitor|customer|guest|user|client|you|me|besucher|kunde|visiteur|client|visitante)\b", re.I
)
_REQUEST = re.compile(r"\?\s*$|\b(?:please|tell|describe|provide|enter|share|give|bitte|merci|por favor)\b", re.I)
_LAST_SENTENCE = re.compile(r"[.!?]\s+(?=[^.!?]{3,}[.?!]?\s*$)")
_FEWEST = 4  # turns
_MOST_SPEAKERS = 4

_Turn = tuple[str, str]


def questioned(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without times and speakers, what the desk's side asked as labels; as they are when it is no chat."""
    turns = [_turn(line.text) for line in lines]
    speakers = Counter(turn[0].casefold() for turn in turns if turn)
    if not _is_chat(speakers):
        return lines
    return tuple(_as_questions(lines, turns))


def _turn(text: str) -> _Turn | None:
    found = _TURN.match(text[:600]) if ":" in text or ">" in text else None
    return (found[1], found[2]) if found else None


def _is_chat(speakers: Counter[str]) -> bool:
    """Few speakers with several turns, one of them the desk's and one the visitor, by what they are called."""
    if speakers.total() < _FEWEST or not 2 <= len(speakers) <= _MOST_SPEAKERS:
        return False
    return any(map(_ASKING.search, speakers)) and any(
        _ANSWERING.search(name) or (count > 1 and not _ASKING.search(name)) for name, count in speakers.items()
    )


def _as_questions(lines: Sequence[Line], turns: Sequence[_Turn | None]) -> Iterator[Line]:
    answering, skipping = False, False
    for line, turn in zip(lines, turns, strict=True):
        if turn is None:
            if not skipping:
                yield Line(line.text, line.depth, "" if answering and line.text.strip() else line.label)
        elif _ASKING.search(turn[0]):
            question = _LAST_SENTENCE.split(turn[1])[-1].strip()
            answering, skipping = bool(_REQUEST.search(question)), True
            yield Line("")
            if answering:
                label = question.rstrip(" ?.!:")
                yield Line(f"{label}:", line.depth, label)
        else:
            skipping = False
            yield Line(turn[1], line.depth, "" if answering else None)
