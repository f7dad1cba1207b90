"""Whose each phone number of the text is, and which one to dial. Finds nothing the shape of a number lacks.

A number speaks for itself by the words around it, up to the next number or the end of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from mailticket.intake.fields import phones
from mailticket.intake.fields import phrases_numbers as phrases
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.people import handed_over
from mailticket.intake.fields.phrases import BOILERPLATE
from mailticket.intake.fields.phrases_reach import INSTEAD

_DIGIT = re.compile(r"\d")
_AND = frozenset(["and", "or", "&", "/", "und", "oder", "et", "ou", "y", "o"])
_MAX_NUMBERS = 16
_BEFORE, _AFTER = 48, 34
_LOCAL = 9  # characters of a number without its area code
_INSTEAD = re.compile(r",? ?\b(?:not|rather than|instead of)(?: with| to| by)? (?:him|her|them)\b", re.I)
_SURE = {2: 0.72, 1: 0.66, 0: 0.6, -1: 0.52}
_WORST = -1  # what is rated lower is not given as the writer's number at all


_ABBREVIATED = re.compile(r"(?:[^\W\d]{1,20} )?\b(?:nos?|nr|num|ph|tel|tél|mob|ext|co|approx|ca|ref|inv)\.$", re.I)
_SHORTENED = (
    "no.",
    "nos.",
    "nr.",
    "num.",
    "ph.",
    "tel.",
    "tél.",
    "mob.",
    "ext.",
    "co.",
    "approx.",
    "ca.",
    "ref.",
    "inv.",
)


class Spot(NamedTuple):
    """A number with the words before and after it; ``asked``: the sentences there name somebody else to contact."""

    written: str
    before: str
    after: str
    asked: bool


def phone(told: Sequence[Passage], context: FieldContext) -> Iterator[Found]:
    """The number that is most clearly the writer's own, the earlier one of equals."""
    rated: list[tuple[int, Spot]] = []
    for spot in islice(_spots(told), _MAX_NUMBERS):
        listed = bool(rated) and spot.before.strip(" ,").casefold() in _AND
        rated.append((rated[-1][0] if listed else _rate(spot, context), spot))
    for value, spot in sorted(rated, key=lambda item: -item[0]):
        number = phones.normalised(spot.written, context.region) if value >= _WORST else None
        if number:
            yield Found("phone", number, spot.written, _SURE[min(value, 2)])
            return


def _spots(told: Sequence[Passage]) -> Iterator[Spot]:
    asked, previous = 0, ""
    for last_told, passage in zip((Passage(""), *told), told, strict=False):
        abbreviated = (
            _ABBREVIATED.search(previous) if previous.casefold().endswith(_SHORTENED) else None
        )  # "Order no. 4711-332": the dot ended no sentence
        text = f"{abbreviated[0]} {passage.text}" if abbreviated else passage.text
        previous = passage.text[-40:]
        asked = 2 if handed_over(passage) else max(0, asked - 1)
        if not _DIGIT.search(text) or BOILERPLATE.search(passage):
            continue
        found = list(phones.written(text))
        ends = [0, *(match.end() for match in found)]
        starts = [*(match.start() for match in found[1:]), len(text)]
        for match, last, following in zip(found, ends, starts, strict=False):
            after = text[match.end() : min(following, match.end() + _AFTER)]
            more = "#" if following < len(text) else ""  # what stands last there names the next number
            before = text[max(last, match.start() - 2 * _BEFORE) : match.start()]
            given = _given_for_other(before, (last_told, passage))
            yield Spot(match[0], before[-_BEFORE:], after + more, asked > 0 or given)


def _names_other(passage: Passage) -> bool:
    found = INSTEAD.search(passage)
    return found is not None and not phrases.REFUSED_BEFORE.search(passage.text[: found.start()][-_BEFORE:])


def _given_for_other(before: str, told: Sequence[Passage]) -> bool:
    """ "Call him, not us: his cell is …", in one sentence or two."""
    if not phrases.THEIR_NUMBER.search(before):
        return False
    return phrases.ASKED_THEIRS.search(before) is not None or any(map(_names_other, told))


def _rate(spot: Spot, context: FieldContext) -> int:
    """2 and more: the writer's own; 0: nothing said about it; below: the firm's, somebody else's, or no phone."""
    before, after = _INSTEAD.sub(" ", spot.before.rpartition(";")[2]), spot.after
    if phrases.NO_PHONE.search(before):
        return -9
    if spot.asked or phrases.ASKED_FOR_OTHER.search(before):
        return 3 if spot.asked else 1
    cued = bool(phrases.CUED.search(before))
    own = bool(phrases.OWN_BEFORE.search(before)) and not phrases.THIRD_PERSON.search(before)
    value = 2 * own + cued + 2 * bool(phrases.OWN_AFTER.match(after))
    value -= 4 * bool(phrases.REFUSED_BEFORE.search(before) or phrases.REFUSED_AFTER.match(after))
    named = before.endswith("(") and (phrases.PERSON_BEFORE.search(before) or phrases.NEARBY_PERSON.search(before))
    value -= 4 * bool(phrases.NEARBY_PERSON.search(before) and phrases.TOLD_OF_AFTER.match(after))
    if not own or named:
        value -= 3 * bool(named or phrases.OTHERS_BEFORE.search(before))
    if phrases.LAST_RESORT.search(before) or phrases.SHARED_AFTER.match(after):
        value = min(value, _WORST)
    if not value and not context.is_reply and spot.written.count("-") == 1 and len(spot.written) <= _LOCAL:
        return -9  # "555-0147" alone may number anything
    return value
