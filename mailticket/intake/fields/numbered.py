"""Answers by number: "1) … 2) …" to a numbered request, a list of labels or the desk's own list of fields.

Only numbers tie an answer to its question here; items that carry labels of their own are left to ``labelled``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailticket.intake.fields.fitting import fits
from mailticket.intake.fields.labelled import WRAPPED_FROM
from mailticket.intake.fields.labels import OTHER, meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import Answer, split_label
from mailticket.vocabulary import FIELD_KEYS

_ITEM = re.compile(r"^[\s>]{0,6}(?:#|no\.?\s|q)?(\d{1,2})\s?[.):–-]{1,2}\s{1,6}(\S.{0,600})$", re.I)
_LIST = re.compile(r"^[\s>]{0,6}(?:(\d{1,2})[.)]|[*•·–-])\s{1,6}(\S.{0,120})$")
_BULLET = re.compile(r"^\s{0,6}[*•·–-]\s{1,4}")
_SHORT = 90
_DIGITS = frozenset("0123456789")
_AND = re.compile(r"\s+(?:and|und|et|y)\s+|\s*/\s*")
MIN_ITEMS = 3
MIN_OF_OWN_LIST = 8  # numbers that must be there before they stand for the desk's list of fields
_OWN_EMAIL, _OWN_PHONE = FIELD_KEYS.index("email") + 1, FIELD_KEYS.index("phone") + 1


def read_numbered(lines: Sequence[Line], request: Sequence[Line]) -> tuple[Answer, ...]:
    """The answers, in their order; none when nothing says what the numbers stand for."""
    items = _items(lines) or (_in_order(lines, request) if request else {})
    if len(items) < MIN_ITEMS:
        return ()
    asked = _asked(request) if request else _own_list(items)
    found: list[Answer] = []
    for number, answer in items.items():
        if keys := asked.get(number):
            answer.keys = keys
            found += _shared(answer)
    return tuple(found)


def _shared(answer: Answer) -> list[Answer]:
    """ "Your name and phone number": each field reads the same answer."""
    return [
        Answer((key,), answer.label, style="numbered", lines=answer.lines, first=answer.first, last=answer.last)
        for key in answer.keys
    ]


def _items(lines: Sequence[Line]) -> dict[int, Answer]:
    """Items numbered upwards from 1, with the lines that go on under them."""
    items: dict[int, Answer] = {}
    open_item: Answer | None = None
    first = next((at for at, (text, _, _) in enumerate(lines) if "1" in text[:8]), len(lines))
    for at, line in enumerate(lines[first:], first):
        found = _ITEM.match(line.text[:700]) if _may_number(line.text) else None
        number = int(found[1]) if found else 0
        last = max(items, default=0)
        if found and last < number <= last + (3 if items else 1):
            if split_label(found[2]):
                return {}
            open_item = items[number] = Answer((OTHER,), found[1], lines=[found[2]], first=at, last=at)
        elif open_item and line.text.strip() and at == open_item.last + 1:
            open_item.lines.append(line.text.strip())
            open_item.last = at
    return items


def _may_number(text: str) -> bool:
    """Asked of every line: a digit among its first characters."""
    return not _DIGITS.isdisjoint(text[:8])


def _in_order(lines: Sequence[Line], request: Sequence[Line]) -> dict[int, Answer]:
    """As many short lines as points were asked for: one for each, when none of them is labelled."""
    filled = [(at, _BULLET.sub("", line.text).strip()) for at, line in enumerate(lines) if line.text.strip()]
    asked = _asked(request)
    if in_paragraphs := _paragraphs(lines, asked):
        return in_paragraphs
    while filled and len(filled[-1][1].split()) <= 2 and filled[-1][1][:1].isalpha() and len(filled) > len(asked):
        filled.pop()  # the writer's name
    if len(filled) < len(asked):
        filled = _on_one_line(filled, len(asked))
    if len(filled) != len(asked) or any(len(text) > _SHORT or split_label(text) for _, text in filled):
        return {}
    fitting = sum(fits(keys[0], text) for keys, (_, text) in zip(asked.values(), filled, strict=True))
    if 3 * fitting < 2 * len(filled) or sum(len(text) >= WRAPPED_FROM for _, text in filled) > 1:
        return {}  # flowing text that happens to have as many lines
    return {
        number: Answer((OTHER,), str(number), lines=[text], first=at, last=at)
        for number, (at, text) in enumerate(filled, 1)
    }


def _paragraphs(lines: Sequence[Line], asked: dict[int, tuple[str, ...]]) -> dict[int, Answer]:
    """A paragraph for each point when the writer says that they come in the same order."""
    lead = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    if lead == len(lines) or not _SAME_ORDER.search(lines[lead].text[:200]):
        return {}
    found: list[Answer] = []
    for at, line in enumerate(lines[lead + 1 :], lead + 1):
        if not (text := _BULLET.sub("", line.text).strip()):
            continue
        if found and found[-1].last == at - 1:
            found[-1].lines.append(text)
            found[-1].last = at
        else:
            found.append(Answer((OTHER,), str(len(found) + 1), lines=[text], first=at, last=at))
    fitting = sum(fits(keys[0], answer.text) for keys, answer in zip(asked.values(), found, strict=False))
    if not len(asked) <= len(found) <= len(asked) + 1 or 3 * fitting < 2 * len(asked):
        return {}
    return dict(zip(asked, found, strict=False))


_SAME_ORDER = re.compile(
    r"\b(?:same|your|that|given|asked|this) order\b|\border (?:you|as) |\bin order\b|"
    r"\b(?:gleicher|Ihrer|der) Reihenfolge\b|"
    r"\b(?:même|votre) ordre\b|\bmismo orden\b|\bone by one\b|\bpoint by point\b|\bder Reihe nach\b",
    re.I,
)


def _on_one_line(filled: Sequence[tuple[int, str]], asked: int) -> list[tuple[int, str]]:
    """ "In your order: Oak Print; 404-555-0132; mornings": the one line with as many pieces as were asked for."""
    for at, text in filled:
        pieces = [piece.strip(" .") for piece in text.rpartition(": ")[2].split(";")]
        if len(pieces) == asked:
            return [(at, piece) for piece in pieces]
    return []


def _own_list(items: dict[int, Answer]) -> dict[int, tuple[str, ...]]:
    """Our own list of fields, when an address and a phone number stand where it asks for them."""
    email, phone = items.get(_OWN_EMAIL), items.get(_OWN_PHONE)
    fits = (email is None or "@" in email.text) and (phone is None or any(map(str.isdigit, phone.text)))
    if len(items) < MIN_OF_OWN_LIST or not fits or email is phone is None:
        return {}
    return {number: (key,) for number, key in enumerate(FIELD_KEYS, 1)}


def _asked(request: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """The number of each point of a request with the fields it asks for."""
    asked: dict[int, tuple[str, ...]] = {}
    listed: list[tuple[str, ...]] = []
    for line in request:
        found = _LIST.match(line.text[:200])
        label = (found[2] if found else line.text).strip(" :?")
        if not (keys := _keys(label)):
            continue
        listed.append(keys)
        if found and found[1]:
            asked[int(found[1])] = keys
    return asked or (dict(enumerate(listed, 1)) if len(listed) >= MIN_ITEMS else {})


def _keys(label: str) -> tuple[str, ...]:
    """The fields of one point, which may be two joined ones; all of their wordings' first meanings."""
    known = meaning(label)
    if known:
        return () if known.keys[0] == OTHER else known.keys[:1]
    parts = [meaning(part) for part in _AND.split(label)]
    if len(parts) < 2 or any(part is None or part.keys[0] == OTHER for part in parts):
        return ()
    return tuple(dict.fromkeys(part.keys[0] for part in parts if part))
