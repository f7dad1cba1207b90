"""Ways to be reached that the frame of a sentence tells: compared with another, asked for, beside a number to dial.

Knows the frames, not how people speak of a way otherwise: that is ``ways``'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailticket.intake.fields import phones
from mailticket.intake.fields import phrases_wishes as frames
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.phrases_numbers import NO_PHONE, REACHES_ME, THIRD_PERSON
from mailticket.intake.fields.phrases_ways import ALSO_REACHED, BY_OTHERS, NOT_ASKED, REACHED, REFUSED, TROUBLE

TURNED_DOWN = -5.0
_COMPARED, _WANTED, _JUDGED, _WRITE, _ORDERED = 2.6, 2.2, 2.2, 1.6, 1.9
_SPOKEN_OF = 1.5
_DIALLED, _SPOKEN, _BY_NUMBER, _AFTER_NUMBER = 1.9, 1.3, 1.3, 2.0
_MAX_NUMBERS = 4
_DIGIT = re.compile(r"\d")
ASKS_CONTACT = re.compile(
    r"\b(?:reach|contact|catch|get (?:hold of|in touch with|back to)|follow up with|coordinate with|work with|"
    r"deal with|"
    r"talk to|speak to|ask for|help) (?:me|us|him|her|them|my|our|[A-Z])",
)
_PIECES = re.compile(r"[,;]\s|[.!]?$")
_FRAMES = (
    (frames.WANTED, _WANTED),
    (frames.BY_YOU, _WANTED),
    (frames.JUDGED, _JUDGED),
    (frames.WRITE, _WRITE),
    (frames.ORDERED, _ORDERED),
    (frames.TALK, _SPOKEN_OF),
    (frames.ON_IT, _JUDGED),
    (frames.TOGETHER, _WANTED),
)


def wished(passage: Passage) -> Iterator[tuple[str, float]]:
    """Ways with how clearly the sentence wishes for them; below 0 for those it turns down."""
    yield from _compared(passage)
    for frame, value in _FRAMES:
        for found in frame.finditer(passage):
            if not _denied(passage.text, found):
                yield frames.way_of(_first(found)), value
    if _DIGIT.search(passage.text):
        yield from _beside_numbers(passage.text)
    if "," in passage.text or ";" in passage.text:
        yield from _listed(passage.text)


def _listed(text: str) -> Iterator[tuple[str, float]]:
    """ "Ann Lee, 808-555-0123, TZ Hawaii, e-mail": a way by itself among what somebody is reached at."""
    pieces = _PIECES.split(text)
    if any("@" in piece or next(phones.written(piece), None) for piece in pieces):
        yield from (
            (frames.way_of(told["first"]), _AFTER_NUMBER) for told in map(frames.ALONE.fullmatch, pieces) if told
        )


def _compared(passage: Passage) -> Iterator[tuple[str, float]]:
    for frame in frames.COMPARED:
        found = frame.search(passage)
        first, second = (frames.way_of(found["first"]), frames.way_of(found["second"])) if found else ("", "")
        if found and first != second and not _denied(passage.text, found):
            yield first, _COMPARED
            yield second, TURNED_DOWN
            return


def _denied(text: str, found: re.Match[str]) -> bool:
    begin = max(0, found.start() - 42)
    named = found.start("first" if found["first"] else next(name for name, form in found.groupdict().items() if form))
    befores = {text[begin : found.start()], text[begin:named]}
    return any(
        REFUSED.search(before) or TROUBLE.search(before) or BY_OTHERS.search(before) or NOT_ASKED.search(before)
        for before in befores
    )


def _first(found: re.Match[str]) -> str:
    return next(str(form) for form in found.groupdict().values() if form)


def gives_number(text: str) -> bool:
    """A number at which somebody may be called; no fax, order or number in trouble."""
    numbers = zip(phones.written(text), range(_MAX_NUMBERS), strict=False)
    befores = (text[max(0, found.start() - 90) : found.start()] for found, _ in numbers)
    return any(not (NO_PHONE.search(before) or REFUSED.search(before) or TROUBLE.search(before)) for before in befores)


def _beside_numbers(text: str) -> Iterator[tuple[str, float]]:
    """ "Call the shop at …", "… call or text", "you can catch me on …": what to do with a number that is given."""
    for found, _ in zip(phones.written(text), range(_MAX_NUMBERS), strict=False):
        before, after = text[max(0, found.start() - 90) : found.start()], text[found.end() : found.end() + 40]
        if NO_PHONE.search(before):
            continue
        if told := frames.AFTER_NUMBER.match(after):
            yield from ((frames.way_of(way), _AFTER_NUMBER) for way in told.groups() if way)
        if beside := frames.OR_AFTER_NUMBER.match(after):
            yield "phone", _AFTER_NUMBER
            yield frames.way_of(beside["first"]), _AFTER_NUMBER
        dialled = frames.DIALLED.search(before) or frames.DIALLED_ANYWHERE.search(before)
        if dialled and not REFUSED.search(before[: dialled.start("first")]) and not THIRD_PERSON.search(before):
            yield frames.way_of(dialled["first"]), _DIALLED
        if frames.SPOKEN.search(before) and not REFUSED.search(before):
            yield "phone", _SPOKEN
        reached = REACHED.search(before) or frames.REACHED_BY.search(before)
        if (
            (reached and not ALSO_REACHED.search(before[-60:]))
            or REACHES_ME.match(after)
            or frames.TIMED_NUMBER.match(after)
        ):
            yield "phone", _BY_NUMBER
