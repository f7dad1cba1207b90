"""Answers that stand elsewhere: "same as above" in an earlier answer, a name in two halves. Reads no text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mailticket.intake.fields import values
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import FIRST_NAME, LAST_NAME
from mailticket.intake.fields.parts import Answer

_LONGEST = 60
_AGAIN = re.compile(
    r"\W{0,3}(?:(?:the |is )?same(?: (?:as|like) (?:above|before|the (?:above|requester|caller|contact)))?|ditto|"
    r"idem|dito|"
    r"as above|see above|s\. ?o\.|siehe oben|wie oben|voir (?:plus haut|ci-dessus)|comme ci-dessus|(?:le |la )?même|"
    r"lo mismo|el mismo|igual(?: que arriba)?|ver arriba|me|myself|the requester|requester)\W{0,3}(?:\([^()]*\))?$",
    re.I,
)


def referred(answers: Iterable[Answer], context: FieldContext) -> Iterator[Answer]:
    """The answers, "same as above" as the last one above that answers this field."""
    given: list[Answer] = []
    for answer in answers:
        text = answer.text
        if len(text) <= _LONGEST and _AGAIN.match(text):
            above = _above(answer.keys[0], given, context)
            yield replace(answer, lines=above.lines, exact=False) if above else answer
        else:
            given.append(answer)
            yield answer


def _above(key: str, given: Sequence[Answer], context: FieldContext) -> Answer | None:
    answers = (item for item in reversed(given) if key in item.keys)
    return next((item for item in answers if values.read(key, item.text, context) is not None), None)


def with_whole_names(answers: Iterable[Answer]) -> Iterator[Answer]:
    """First and last name, asked for apart, as one answer at the place of the later one."""
    halves: dict[str, Answer] = {}
    for answer in answers:
        half = answer.keys[0]
        if half not in (FIRST_NAME, LAST_NAME):
            yield answer
            continue
        halves[half] = answer
        if len(halves) == 2:
            name = " ".join(halves[key].text for key in (FIRST_NAME, LAST_NAME)).strip()
            yield replace(answer, keys=("contact_name",), lines=[name] if name else [])
            halves = {}
