"""Rows of cells with labels and their answers: HTML tables, tabs, bars. What an answer is worth, ``values`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields.answers import is_answer, tidy
from mailticket.intake.fields.guess import asked_by, guess, is_form
from mailticket.intake.fields.labels import OTHER, meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import Answer
from mailticket.intake.fields.tables import Row

FORM_FROM = 3  # labels a table needs before its unknown ones are guessed
_NUMBER = re.compile(r"\(?\d{1,2}[.):]?")
_BAR_RULE = re.compile(r"^[\s|:+=-]+$")


def read_rows(rows: Sequence[Row]) -> Iterator[Answer]:
    """Answers of a table: labels in a head row, label and answer side by side, or label over answer."""
    rows = _without_numbers(rows)
    taken = _taken(rows) if _is_form(rows) else None
    at = 0
    while at < len(rows):
        row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else ()
        if _is_head(row, below) and (len(row) > 2 or len(rows) == 2):
            yield from (_cell(label, value) for label, value in zip(row, below, strict=False))
            at += 2
        elif len(row) == 1 and len(below) == 1 and (over := _over(row[0], below[0], taken)):
            yield over
            at += 2
        else:
            yield from _side_by_side(row, taken)
            at += 1


def _without_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """Without a first column that only numbers the rows."""
    wide = [row for row in rows if len(row) > 2]
    numbered = sum(_NUMBER.fullmatch(row[0].strip()) is not None for row in wide)
    return (
        [row[1:] if len(row) > 2 else row for row in rows]
        if numbered >= FORM_FROM and numbered >= len(wide) - 1
        else rows
    )


def _is_form(rows: Sequence[Row]) -> bool:
    """Known labels before their answers, or enough that tell what they ask."""
    pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=False)]
    known = sum(bool(_known(row[0])) for row in rows if row)
    return known >= FORM_FROM or is_form({key for label, value in pairs if (key := asked_by(_bare(label), value))})


def tabbed_rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Lines with tabs or bars in them: how mail programs and people write a table as text."""
    rows = (_split(text) for text, _, _ in lines if ("\t" in text or text[:1] == "|") and is_row(text))
    return tuple(row for row in rows if row)


def is_row(text: str) -> bool:
    return ("\t" in text and "\t" in text.strip()) or (text[:1] == "|" and text.count("|") >= 3)


def _split(text: str) -> Row:
    if "\t" in text.strip():
        return tuple(cell.strip() for cell in text.split("\t")[:40])
    return () if _BAR_RULE.match(text) else tuple(cell.strip() for cell in text.strip().strip("|").split("|")[:40])


def _is_head(row: Row, below: Row) -> bool:
    labels = sum(bool(_known(cell)) for cell in row)
    known_below = sum(bool(_known(cell)) for cell in below)
    return len(row) >= 2 and len(below) == len(row) == labels and 2 * known_below < len(below) and not _known(below[0])


def _over(label: str, value: str, taken: frozenset[str] | None) -> Answer | None:
    """A label in a row of its own with the answer in the next."""
    if _known(value) and not _known(label):
        return None
    if _known(label):
        return _cell(label, value) if not _known(value) else None
    return _guessed(label, value, taken)


def _side_by_side(row: Row, taken: frozenset[str] | None) -> Iterator[Answer]:
    cells = [cell for cell in row if cell] if len(row) % 2 else list(row)
    for label, value in zip(cells[::2], cells[1::2], strict=False):
        if _known(label):
            yield _cell(label, value)
        elif found := _guessed(label, value, taken):
            yield found


def _bare(label: str) -> str:
    return label.strip(" :*=-?.\n").replace("\n", " ")


def _known(text: str) -> tuple[str, ...]:
    known = meaning(_bare(text))
    return known.keys if known else ()


def _taken(rows: Sequence[Row]) -> frozenset[str]:
    """The fields that have a known label of their own."""
    pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=False)]
    return frozenset(key for label, value in pairs if is_answer(tidy(value)) for key in _known(label)[:1])


def _guessed(label: str, value: str, taken: frozenset[str] | None) -> Answer | None:
    """What an unknown label asks for; nothing outside a form."""
    found = guess(_bare(label), value, taken) if taken is not None else None
    return Answer(found.keys, label.strip(" :*"), False, "cell", [value]) if found else None


def _cell(label: str, value: str) -> Answer:
    """A known label; when its answer does not look like one for it, a closer look at the words of the label helps."""
    known = meaning(_bare(label))
    keys = known.keys if known else (OTHER,)
    return Answer(keys, label.strip(" :*"), style="cell", lines=[value] if tidy(value) else [])
