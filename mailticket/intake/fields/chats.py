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
_ASKING = re.compile(
    r"(?:[A-ZÀ-Ý][\w'’-]{1,20}[- ])?(?:chat ?bot|bot|(?:live |support |virtual |chat )?(?:agent|assistant)|support|"
    r"operator|"
    r"system|techops|help ?desk)(?: \(?[A-ZÀ-Ý][a-zà-ÿ]{1,20}\)?)?",
    re.I,
)
_REQUEST = re.compile(r"\?\s*$|\b(?:please|tell|describe|provide|enter|share|give|bitte|merci|por favor)\b", re.I)
_LAST_SENTENCE = re.compile(r"[.!?]\s+(?=[^.!?]{3,}[.?!]?\s*$)")
_HEAD = 600  # characters of a line in which its speaker stands
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
    found = _TURN.match(text[:_HEAD]) if ":" in text[:_HEAD] or ">" in text[:_HEAD] else None
    return (found[1], text[found.start(2) :]) if found else None


def _is_chat(speakers: Counter[str]) -> bool:
    """Few speakers, of whom one is the desk's by what it is called, and that one and another speak more than once."""
    if speakers.total() < _FEWEST or not 2 <= len(speakers) <= _MOST_SPEAKERS:
        return False
    again = [name for name, count in speakers.items() if count > 1]
    return any(map(_ASKING.fullmatch, again)) and not all(map(_ASKING.fullmatch, again))


def _as_questions(lines: Sequence[Line], turns: Sequence[_Turn | None]) -> Iterator[Line]:
    answering, skipping = False, False
    for line, turn in zip(lines, turns, strict=True):
        if turn is None:
            if not skipping:
                yield Line(line.text, line.depth, "" if answering and line.text.strip() else line.label)
        elif _ASKING.fullmatch(turn[0]):
            question = _LAST_SENTENCE.split(turn[1])[-1].strip()
            answering, skipping = bool(_REQUEST.search(question)), True
            yield Line("")
            if answering:
                label = question.rstrip(" ?.!:")
                yield Line(f"{label}:", line.depth, label)
        else:
            skipping = False
            yield Line(turn[1], line.depth, "" if answering else None)
