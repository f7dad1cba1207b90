"""Labels that a form's layout proves: lines of one kind, most of which begin with something we ask for.

Marks the lines; what a label means and what an answer is worth, ``labelled`` says. Forms that have their labels on
lines of their own are ``stacked``'s, those made by machines ``records``'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mailticket.intake.fields.answers import offers_choice
from mailticket.intake.fields.bare import leading
from mailticket.intake.fields.guess import ENOUGH, asked_by, guess, is_form
from mailticket.intake.fields.labels import meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import split_label
from mailticket.intake.fields.records import unpacked
from mailticket.intake.fields.stacked import unstacked

_BEFORE, _AFTER = 4, 12  # lines around them that belong to the form
_MARK = r"^[^\w|\"'“„«(\[<{@#$&/\\+]{0,12}(?:\(?(?:[A-Z\d]\d?|[ivx]{1,4})[.)]\s+)?(?:\*\*|__)?¿?"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bracket", re.compile(r"^\s{0,6}\[([^\W\d][^\[\]@:]{1,40})\]\s{0,9}[:=-]?\s{1,9}(\S.*)$")),
    ("question", re.compile(_MARK + r"([^\W\d_][^?\t|<>@]{2,90})\?[\s:*_]{1,9}(\S.*)$")),
    (
        "colon",
        re.compile(
            _MARK + r"([^\W\d_][^:=\t|<>@#]{1,60}?)\s{0,9}"
            r"(?:\.{2,60}\s?[:=]?|:-|::|[=-]>|[:=：](?!//|(?<=\d:)\d))[\s*_]{0,9}(.*)$"
        ),
    ),
    ("dash", re.compile(_MARK + r"([^\W\d_][^:=\t|<>@?.–—]{1,50}?)(?:\s{1,9}[-–—]{1,2}\s{1,9}|\s?—\s?|–\s)(\S.*)$")),
    ("sign", re.compile(_MARK + r"([^\W\d_][^:=\t|<>@?.~»→/]{1,40}?)\s{1,9}(?:[/|~»→⇒➜]|>{1,3})\s{1,9}(\S.*)$")),
    ("semicolon", re.compile(_MARK + r"([^\W\d_][^:;=\t|<>@?.]{1,40}?)\s?;\s{0,9}(\S.*)$")),
    ("cells", re.compile(r"^([^\W\d_][^:;=,\t|<>@?.]{1,40}),(?=\S)(.*)$")),
    (
        "columns",
        re.compile(_MARK + r"([^\W\d_](?:[^\s|<>@]|\s(?!\s)){1,40}?):?\s{2,9}(?:[/|~>»]\s{1,9})?([^\s:=–—-].*)$"),
    ),
)
_LOOSE = frozenset(
    {"dash", "sign", "semicolon", "columns"}
)  # kinds that count for known labels where another is a form
_SIGNS = {
    "bracket": ("]",),
    "question": ("?",),
    "colon": (":", "=", "..", "->", "："),
    "dash": (" -", "– ", "—"),
    "sign": (" / ", " | ", " ~ ", " > ", " >> ", " >>> ", " » ", " → ", " ⇒ ", " ➜ "),
    "semicolon": (";",),
    "cells": (",",),
    "columns": ("  ",),
}
_MARGIN = 7  # characters in which a bracket opens
_CLOSED = frozenset({"bracket", "question", "columns", "cells"})  # kinds whose every line begins a label
_NUMBERED = re.compile(r"^\s{0,6}\d{1,2}[.)]\s")
_BULLETED = re.compile(r"\s{0,6}[*•●▪◦·–-]\s{1,4}(?=\S)")
_NARROW, _WIDE = 3, 8  # blanks before an answer that goes on; wider gaps were shortened
_Found = dict[int, tuple[str, str]]  # number of a line -> label and answer


def laid_out(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, with the labels marked that the layout proves."""
    lines = _one_label_each(lines)
    whole = "\n".join([text for text, _, _ in lines])
    for kind, pattern in _KINDS:
        if sum(whole.count(sign) for sign in _SIGNS[kind] if sign.strip()[:1] in whole) < _FEW:
            continue
        found = _of_kind(lines, kind, pattern)
        if len(found) >= ENOUGH and is_form(_asked(found)):
            lines = tuple(_marked(lines, found, kind))
        elif kind in _LOOSE and sum(bool(line.label) for line in lines) >= ENOUGH:
            known = {
                at: (label, text) for at, (label, text) in found.items() if meaning(label) and asked_by(label, text)
            }
            lines = tuple(_marked(lines, known, kind)) if known else lines
    return unstacked(lines)


def _one_label_each(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with those cut that hold several labels, and records as lines; each way only where its signs are."""
    whole = "\n".join([text for text, _, _ in lines])
    if "\t" in whole:
        lines = _cells_apart(_rows_rejoined(lines))
    if "___" in whole:
        lines = _filled_in(lines)
    if ":" in whole or "</" in whole or "," in whole or ";" in whole:
        lines = unpacked(lines)
    return _side_by_side(lines) if whole.count("  ") >= _SOME else lines


def _of_kind(lines: Sequence[Line], kind: str, pattern: re.Pattern[str]) -> _Found:
    found: _Found = {}
    for at in _likely(lines, kind):
        text = lines[at].text
        match = pattern.match(text[:300])
        if match and match[1].count("(") == match[1].count(")"):
            found[at] = match[1].strip(" *_."), text[match.start(2) :].strip()
    return found


def _likely(lines: Sequence[Line], kind: str) -> list[int]:
    """Asked of every line before a pattern is."""
    if kind == "colon":
        return [
            at
            for at, (text, _, label) in enumerate(lines)
            if label is None and (":" in text or "=" in text or ".." in text or "->" in text or "：" in text)
        ]
    if kind == "dash":
        return [
            at
            for at, (text, _, label) in enumerate(lines)
            if label is None and (" -" in text or "– " in text or "—" in text)
        ]
    if kind == "sign":
        return [
            at
            for at, (text, _, label) in enumerate(lines)
            if label is None and any(map(text.__contains__, _SIGNS[kind]))
        ]
    if kind == "bracket":
        return [at for at, (text, _, label) in enumerate(lines) if label is None and "[" in text[:_MARGIN]]
    if kind == "cells":  # a blank behind the comma is a sentence's
        return [
            at for at, (text, _, label) in enumerate(lines) if label is None and text[text.find(",") + 1 :][:1] > " "
        ]
    sign = _SIGNS[kind][0]
    return [at for at, (text, _, label) in enumerate(lines) if label is None and sign in text]


def _asked(found: _Found) -> set[str]:
    keys = (asked_by(label, answer) for label, answer in found.values() if answer)
    return {key for key in keys if key}


def _marked(lines: Sequence[Line], found: _Found, kind: str) -> Iterator[Line]:
    if kind == "columns":
        found |= _aligned(lines, found)
    telling = [at for at, (label, answer) in found.items() if asked_by(label, answer)]
    first, last = telling[0] - _BEFORE, telling[-1] + _AFTER
    begins = _beginning(lines[at].text for at in telling)
    capital = kind == "dash" and all(found[at][0][:1].isupper() for at in telling if meaning(found[at][0]))
    open_at, column = -9, 0
    for at, line in enumerate(lines):
        label, answer = found.get(at, ("", ""))
        if capital and label[:1].islower():
            label = ""
        begun = kind in _CLOSED or (bool(begins) and line.text.startswith(begins)) or offers_choice(answer)
        if label and first <= at <= last and (begun or _tells(label, answer, lines[at + 1 : at + 2])):
            yield Line(f"{label}: {answer}", line.depth, label)
            open_at, column = at, line.text.find(answer) if kind == "columns" else 0
        elif open_at == at - 1 and _goes_on(line, column, numbered=bool(_NUMBERED.match(lines[open_at].text))):
            yield Line(line.text.strip(), line.depth, "")
            open_at = at
        else:
            yield line


def _beginning(texts: Iterable[str]) -> str:
    """The mark before most of the labels, with the blanks around it; "" for none."""
    marks = [found[0] for text in texts if (found := _BULLETED.match(text))]
    common = max(set(marks), key=marks.count, default="")
    return common if marks.count(common) > len(marks) // 2 and marks.count(common) >= ENOUGH else ""


def _aligned(lines: Sequence[Line], found: _Found) -> _Found:
    """Known labels that fill their column, so that one blank is left before the answer."""
    split = {at: answer for at, line in enumerate(lines) if at not in found and (answer := leading(line.text))}
    return {at: (answer.label, answer.text) for at, answer in split.items() if min(found) < at < max(found)}


def _tells(label: str, answer: str, below: Sequence[Line]) -> bool:
    known = meaning(label)
    return known is not None or bool(guess(label, answer or (below[0].text if below else "")))


def _goes_on(line: Line, column: int, *, numbered: bool) -> bool:
    """Under its own column, or without a number in a numbered list."""
    text = line.text
    if line.label is not None or not text.strip():
        return False
    indent = len(text) - len(text.lstrip())
    under = column > _NARROW and (abs(indent - column) <= 2 or indent >= _WIDE)
    return under or (numbered and not _NUMBERED.match(text))


# ---------------------------------------------------------------- several columns


def _rows_rejoined(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Rows with tabs together with the end of their last cell, when the mail program broke it off."""
    if sum("\t" in line.text for line in lines) < ENOUGH:
        return lines
    whole: list[Line] = []
    for line in lines:
        above = whole[-1].text if whole else ""
        broken = "\t" not in line.text and len(above) >= _WRAPPED_FROM
        if "\t" in above and line.text.strip() and (broken or _is_under_answer(line.text, above)):
            whole[-1] = Line(f"{above} {line.text.strip()}", line.depth)
        else:
            whole.append(line)
    return tuple(whole)


def _is_under_answer(text: str, above: str) -> bool:
    """Its first cell is empty, though a row's is not: the answer goes on."""
    return text[:1] == "\t" and "\t" not in text.strip() and above[:1] not in "\t "


def _cells_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """ "Name: Jane Roe<tab>Phone: 12": a line for each cell that has a label of its own."""
    return tuple(piece for line in lines for piece in (_labelled_cells(line) if "\t" in line.text else (line,)))


def _labelled_cells(line: Line) -> tuple[Line, ...]:
    cells = [cell.strip() for cell in line.text.split("\t") if cell.strip()]
    if len(cells) < 2 or not all(map(split_label, cells)):
        return (line,)
    return tuple(Line(cell, line.depth) for cell in cells)


_WRAPPED_FROM = 56  # characters of a row that the mail program may have broken

_GAP = re.compile(r"\s{2,9}")


def _side_by_side(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """ "CONTACT   Jane Roe   PHONE   404-555-0131": a line for each label when all of them are known."""
    split = {
        at: cells
        for at, line in enumerate(lines)
        if line.label is None and line.text.count("  ") >= _SOME and (cells := _cells(line.text))
    }
    if len(split) < _FEW:
        return lines
    return tuple(
        piece for at, line in enumerate(lines) for piece in (_pairs(split[at], line.depth) if at in split else (line,))
    )


_FEW = 2


def _cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in _GAP.split(text.strip())]
    labels = [cell.rstrip(" :") for cell in cells[::2] if cell[:1].isalnum()]
    return cells if len(cells) >= ENOUGH and len(cells) == 2 * len(labels) and all(map(meaning, labels)) else []


def _pairs(cells: Sequence[str], depth: int) -> Iterator[Line]:
    for label, answer in zip(cells[::2], cells[1::2], strict=True):
        yield Line(f"{label.rstrip(' :')}: {answer}", depth, label.rstrip(" :"))


# ---------------------------------------------------------------- blanks to be filled in

_BLANK = re.compile(r"([^_\n]{0,60}?)[\s:]{0,4}_{2,80}\s?([^_\n]{0,300}?)\s?(?:_{2,80}|$)")
_SOME = 3


def _filled_in(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """ "Name ____Jane Roe____ Ext. __12__": a line for each blank, the label before it."""
    if sum("___" in line.text and any(map(str.isalpha, line.text)) for line in lines) < _SOME:
        return lines
    return tuple(piece for line in lines for piece in (_blanks(line) if _has_blank(line.text) else (line,)))


def _has_blank(text: str) -> bool:
    """A choice between boxes is none, though its last may be left to be filled in: "[X] Teams [ ] other: ___"."""
    return "__" in text and "[ ]" not in text


def _blanks(line: Line) -> Iterator[Line]:
    for found in _BLANK.finditer(line.text):
        label, answer = found[1].strip(" :"), found[2].strip()
        if label or answer:
            yield Line(f"{label}: {answer}" if label else answer, line.depth, label)
