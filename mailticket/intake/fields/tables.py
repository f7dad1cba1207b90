"""The tables of an HTML body as rows of cell texts. Layout only: what a cell means, ``labelled`` says."""

from __future__ import annotations

import re
from html import unescape
from typing import TypeAlias

Row: TypeAlias = tuple[str, ...]

MAX_HTML = 500_000
MAX_CELLS = 2_000
MAX_CELL = 4_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})[^<>]*>|<[!?/][^<>]*>")
_BREAKS = frozenset({"br", "p", "div", "li", "tr"})
_QUOTED = re.compile(
    r"<blockquote|class=\"?gmail_quote|id=\"?(?:divRplyFwdMsg|appendonsend)|class=\"?moz-cite-prefix", re.I
)


def tables(html: str) -> tuple[tuple[Row, ...], ...]:
    """Rows of every table above the first quoted mail; nested tables are read as part of the cell they stand in."""
    html = html[:MAX_HTML]
    lowered = html.lower()
    start = lowered.find("<table")
    if start < 0 or ("<td" not in lowered and "<th" not in lowered):
        return ()
    quoted = _QUOTED.search(html)
    return _Scan().read(html[start : quoted.start() if quoted else None])


class _Scan:
    """One pass over the tags: rows end at </tr> or the next <tr>, cells at the next <td>, </td> or row end."""

    def __init__(self) -> None:
        self.found: list[tuple[Row, ...]] = []
        self.rows: list[Row] = []
        self.row: list[str] = []
        self.cell: list[str] | None = None
        self.cells = 0

    def read(self, html: str) -> tuple[tuple[Row, ...], ...]:
        at = 0
        for tag in _TAG.finditer(html):
            if self.cell is not None:
                self.cell.append(html[at : tag.start()])
            at = tag.end()
            self._step((tag[2] or "").lower(), closing=bool(tag[1]))
            if self.cells > MAX_CELLS:
                break
        self._end_table()
        return tuple(self.found)

    def _step(self, name: str, *, closing: bool) -> None:
        if name in ("td", "th"):
            self._end_cell()
            self.cell = None if closing else []
        elif name == "tr":
            self._end_row()
        elif name == "table" and closing:
            self._end_table()
        elif name in _BREAKS and self.cell is not None:
            self.cell.append("\n")

    def _end_cell(self) -> None:
        if self.cell is not None:
            self.row.append(_cell_text("".join(self.cell)))
            self.cells += 1
            self.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self.row:
            self.rows.append(tuple(self.row))
            self.row = []

    def _end_table(self) -> None:
        self._end_row()
        if self.rows:
            self.found.append(tuple(self.rows))
            self.rows = []


def _cell_text(text: str) -> str:
    lines = (" ".join(line.split()) for line in unescape(text[:MAX_CELL]).split("\n"))
    return "\n".join(line for line in lines if line)
