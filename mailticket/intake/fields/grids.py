"""Rows of cells with labels and their answers: HTML tables, tabs, bars. What an answer is worth, ``values`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields.guess import guess, votes
from mailticket.intake.fields.labelled import Answer
from mailticket.intake.fields.labels import OTHER, Meaning, meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.tables import Row
from mailticket.intake.fields.values import tidy

FORM_FROM = 3  # labels a table needs before its unknown ones are guessed
_BAR_RULE = re.compile(r"^[\s|:+=-]+$")


def read_rows(rows: Sequence[Row]) -> Iterator[Answer]:
    """Answers of a table: labels in a head row, label and answer side by side, or label over answer."""
    known = sum(bool(_known(row[0])) for row in rows if row)
    at = 0
    while at < len(rows):
        row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else ()
        if _is_head(row, below):
            yield from (_cell(label, value) for label, value in zip(row, below, strict=False))
            at += 2
        elif len(row) == 1 and len(below) == 1 and (over := _over(row[0], below[0], known >= FORM_FROM)):
            yield over
            at += 2
        else:
            yield from _side_by_side(row, known >= FORM_FROM)
            at += 1


def tabbed_rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Lines with tabs or bars in them: how mail programs and people write a table as text."""
    rows = (_split(line.text) for line in lines if is_row(line.text))
    return tuple(row for row in rows if row)


def is_row(text: str) -> bool:
    return ("\t" in text and "\t" in text.strip()) or (text[:1] == "|" and text.count("|") >= 3)


def _split(text: str) -> Row:
    if "\t" in text.strip():
        return tuple(cell.strip() for cell in text.split("\t")[:40])
    return () if _BAR_RULE.match(text) else tuple(cell.strip() for cell in text.strip().strip("|").split("|")[:40])


def _is_head(row: Row, below: Row) -> bool:
    labels = sum(bool(_known(cell)) for cell in row)
    return len(row) >= 2 and len(below) == len(row) and labels == len(row) and not all(map(_known, below))


def _over(label: str, value: str, in_form: bool) -> Answer | None:
    """A label in a row of its own with the answer in the next."""
    if _known(value) and not _known(label):
        return None
    if _known(label):
        return _cell(label, value) if not _known(value) else None
    return _guessed(label, value) if in_form else None


def _side_by_side(row: Row, in_form: bool) -> Iterator[Answer]:
    cells = [cell for cell in row if cell] if len(row) % 2 else list(row)
    for label, value in zip(cells[::2], cells[1::2], strict=False):
        if _known(label):
            yield _cell(label, value)
        elif in_form and (found := _guessed(label, value)):
            yield found


def _bare(label: str) -> str:
    return label.strip(" :*=-?.\n").replace("\n", " ")


def _known(text: str) -> tuple[str, ...]:
    known = meaning(_bare(text))
    return known.keys if known else ()


def _guessed(label: str, value: str) -> Answer | None:
    found: Meaning | None = guess(_bare(label), value) if votes(_bare(label)) else None
    return Answer(found.keys, label.strip(" :*"), False, "cell", [value]) if found else None


def _cell(label: str, value: str) -> Answer:
    """A known label; when its answer does not look like one for it, a closer look at the words of the label helps."""
    known = meaning(_bare(label))
    keys = known.keys if known else (OTHER,)
    return Answer(keys, label.strip(" :*"), style="cell", lines=[value] if tidy(value) else [])
