"""Forms that programs write: JSON objects and indented keys as lines of label and answer. Layout only."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailticket.intake.fields.guess import asked_by, is_form
from mailticket.intake.fields.labels import meaning
from mailticket.intake.fields.lines import Line

MAX_JSON = 60_000
MAX_DEPTH = 6
_KEY = re.compile(r"^(\s{0,24})(?:- )?([A-Za-z_][\w.-]{0,40}):(?:\s+(.*))?$")
_KEYS = 5  # lines that are keys before text is a record
_ITEM = re.compile(r"^\s{0,24}-\s+(.*)$")
_BLOCK = frozenset({">", "|", ">-", "|-"})
_NOTHING = frozenset({"~", "null", "none", "[]", "{}", "''", '""'})


def unpacked(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with records in them as labels and answers."""
    begin = next((at for at, (text, _, _) in enumerate(lines) if "{" in text and text.lstrip()[:1] == "{"), None)
    if begin is not None and (found := _objects(lines, begin)):
        return found
    if found := _tagged(lines) or _separated(lines):
        return found
    if sum(":" in line.text and bool(_KEY.match(line.text)) for line in lines) >= _KEYS and _is_nested(lines):
        return tuple(_keyed(lines))
    return lines


# ---------------------------------------------------------------- JSON


def _objects(lines: Sequence[Line], begin: int) -> tuple[Line, ...]:
    """The object that begins here, as long as it ends on a line of its own."""
    end = next((at for at in range(len(lines) - 1, begin - 1, -1) if lines[at].text.rstrip()[-1:] == "}"), None)
    text = "\n".join(line.text for line in lines[begin : end + 1]) if end is not None else ""
    try:
        read = json.loads(text) if 0 < len(text) <= MAX_JSON else None
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict) or end is None:
        return ()
    return (*lines[:begin], *_pairs(read, (), MAX_DEPTH), *lines[end + 1 :])


def _pairs(item: object, path: tuple[str, ...], depth: int) -> Iterator[Line]:
    if isinstance(item, dict) and depth:
        for key, value in item.items():
            yield from _pairs(value, (*path, str(key)), depth - 1)
    elif isinstance(item, list) and depth and any(isinstance(entry, dict) for entry in item):
        for entry in item:
            yield from _pairs(entry, path, depth - 1)
    elif path:
        text = ", ".join(map(str, item)) if isinstance(item, list) else "" if item is None else str(item)
        yield from _answer(path, text.split("\n"))


def _answer(path: Sequence[str], lines: Sequence[str]) -> Iterator[Line]:
    label = _label(path)
    yield Line(f"{label}: {lines[0]}".rstrip(), 0, label)
    yield from (Line(text, 0, "") for text in lines[1:])


def _label(path: Sequence[str]) -> str:
    """A key by itself when it tells something, else with the one it belongs to ("contact", "first")."""
    joined = " ".join(path[-2:])
    known = meaning(joined) if len(path) > 1 else None
    return joined if known and known.exact else path[-1]


# ---------------------------------------------------------------- tags, cells


def _tagged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """ "<phone>404-555-0131</phone>": a line for each element, when there are as many as a record has."""
    found = {at: match for at, (text, _, _) in enumerate(lines) if "</" in text and (match := _ELEMENT.match(text))}
    if len(found) < _KEYS:
        return ()
    return tuple(
        Line(f"{found[at][1]}: {found[at][2].strip()}", line.depth, found[at][1]) if at in found else line
        for at, line in enumerate(lines)
    )


_ELEMENT = re.compile(r"^\s{0,24}<([A-Za-z][\w.-]{1,40})>([^<>]{0,600})</\1>\s*$")


def _separated(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Two lines of as many cells, the first of labels: how a table of one row is exported."""
    for at, (head, values) in enumerate(pairwise(lines)):
        sign = next((sign for sign in ",;" if head.text.count(sign) >= _KEYS <= values.text.count(sign)), "")
        if not sign:
            continue
        labels, cells = next(csv.reader([head.text], delimiter=sign)), next(csv.reader([values.text], delimiter=sign))
        if len(labels) == len(cells) and is_form(
            {key for pair in zip(labels, cells, strict=True) if (key := asked_by(*pair))}
        ):
            pairs = (line for label, cell in zip(labels, cells, strict=True) for line in _answer([label], [cell]))
            return (*lines[:at], *pairs, *lines[at + 2 :])
    return ()


# ---------------------------------------------------------------- indented keys


def _is_nested(lines: Sequence[Line]) -> bool:
    """A key without a value has deeper ones or items under it, which people do not write in their letters; and no
    label of several words stands over its answer, which programs do not write."""
    if any(text.rstrip()[-1:] == ":" and not _KEY.match(text) for text, _, _ in lines):
        return False
    for line, below in pairwise(lines):
        found = _KEY.match(line.text) if line.text.rstrip().endswith((":", ">", "|")) else None
        if found and (not found[3] or found[3] in _BLOCK) and len(found[1]) < _indent(below.text):
            return True
    return False


def _keyed(lines: Sequence[Line]) -> Iterator[Line]:
    path: list[tuple[int, str]] = []
    inside = False
    for line in lines:
        found = _KEY.match(line.text)
        if found and (not path or not inside or len(found[1]) <= path[-1][0] or not found[3] or found[3] in _BLOCK):
            inside = False
        if found and not inside:
            path = [*(item for item in path if item[0] < len(found[1])), (len(found[1]), found[2])]
            inside = bool(found[3]) and found[3] in _BLOCK
            yield from _answer([key for _, key in path], [_scalar(found[3] or "")])
        elif path and line.text.strip() and _indent(line.text) > path[-1][0]:
            item = _ITEM.match(line.text)
            yield Line(_scalar(item[1] if item else line.text), line.depth, "")
        else:
            yield line


def _scalar(text: str) -> str:
    text = text.strip()
    if text in _BLOCK or text.casefold() in _NOTHING:
        return ""
    if text[:1] == "[" and text[-1:] == "]":
        return ", ".join(part.strip(" \"'") for part in text[1:-1].split(","))
    return text.strip("\"'") if text[:1] in "\"'" and text[-1:] == text[:1] else text


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip()) if text.strip() else 0
