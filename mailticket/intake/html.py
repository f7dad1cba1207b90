"""HTML bodies to plain text that keeps lines, table cells (tab), lists and quotation ("> "). One pass, linear.

No tree is built and no style computed: mail is tag soup, and a renderer that lays out columns takes seconds over a
wide table and mixes the lines of neighbouring cells. Nothing here makes HTML safe to show.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from mailticket.intake.characters import clean

MAX_HTML = 4_000_000
MAX_QUOTE_DEPTH = 20
MAX_LINE = 5000
RULE = "_" * 32

_TOKEN = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})([^<>]*)>|(!--)|[!?][^<>]*>)")
_REFERENCE = re.compile(r"&#?\w{1,32};?")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Tags that change neither lines nor text, taken out in one sweep; a span only when nothing in the mail is hidden.
_INLINE = r"</?(?:{names})\b[^<>]*>"
_STYLING = re.compile(
    _INLINE.format(names="font|b|i|u|s|em|strong|a|o:p|small|big|sub|sup|tt|code|img|meta|link"), re.IGNORECASE
)
_SPANS = re.compile(_INLINE.format(names="span"), re.IGNORECASE)
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_TIGHT = re.compile(r"\bMso|margin(?:-top)?\s{0,9}:\s{0,9}0", re.IGNORECASE)
_INDENTED = re.compile(r"border\s{0,9}:\s{0,9}(?:none|0)", re.IGNORECASE)
_CITED = re.compile(r"\b(?:gmail_quote|cite|type)\b", re.IGNORECASE)
_RAW = {
    name: re.compile(f"</{name}\\b", re.IGNORECASE) for name in ("script", "style", "title", "template", "noframes")
}
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "html",
        "main",
        "nav",
        "option",
        "pre",
        "section",
        "tbody",
        "tfoot",
        "thead",
    )
)
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_MAY_HIDE = frozenset(("div", "span", "p", "table", "tr", "td"))


def html_to_text(source: str) -> str:
    """The text of an HTML body, "" for none; a row of a table is one line, an item of a list one line."""
    page = _Page()
    source = _STYLING.sub("", clean(source[:MAX_HTML]))
    _render(source if _HIDDEN.search(source) else _SPANS.sub("", source), page)
    page.end_line()
    page.settle()
    return "\n".join(page.lines).strip("\n")


@dataclass(slots=True)
class _Page:
    """The lines so far, and the line being written. Breaks are due until text follows, so a cell can take one back."""

    lines: list[str] = field(default_factory=list)
    line: str = ""
    fresh: bool = True  # nothing was written since the line, the cell or the item began
    ended: bool = False  # a line break is due before the next text
    blank: bool = False  # and a blank line
    quote_depth: int = 0
    columns: list[int] = field(default_factory=list)  # the current column of each open table
    counters: list[int] = field(default_factory=list)  # the last number of each open list, -1 for bullets
    citations: list[bool] = field(default_factory=list)  # for each open blockquote: quotes, not only indents
    verbatim: bool = False

    def write(self, text: str) -> None:
        """Add a run of text; blanks collapse unless the text stands in <pre>."""
        if self.verbatim:
            for number, line in enumerate(_characters(text).split("\n")):
                if number:
                    self.hard_break()
                self._add(line)
            return
        text = _BLANKS.sub(" ", text)
        if self.fresh or self.ended or self.line.endswith(" "):
            text = text.removeprefix(" ")
        self._add(_characters(text))

    def _add(self, text: str) -> None:
        if not text:
            return
        self.settle()
        self.line += text
        self.fresh = False
        self.ended = len(self.line) > MAX_LINE

    def end_line(self) -> None:
        """Let the next text begin a new line, unless this one is still empty."""
        self.ended = self.ended or not self.fresh

    def paragraph(self) -> None:
        """As end_line, with a blank line between, except in a table, where it would tear a row apart."""
        self.end_line()
        self.blank = not self.columns

    def settle(self) -> None:
        """Make the breaks that are due."""
        if self.ended:
            self._break()
        if self.blank and not self.line and self.lines and self.lines[-1].strip("> "):
            self._break()
        self.blank = False

    def hard_break(self) -> None:
        self.settle()
        self._break()

    def _break(self) -> None:
        text = self.line.replace("\xa0", " ").rstrip()
        self.lines.append(("> " * min(self.quote_depth, MAX_QUOTE_DEPTH) + text).rstrip())
        self.line = "\t" if self.columns and self.columns[-1] > 1 else ""
        self.fresh, self.ended = True, False

    def row(self) -> None:
        """Begin or end a table row; one without text leaves no line, an empty last cell takes nothing with it."""
        self.ended = self.ended or bool(self.line.strip())
        self.end_line()
        self.settle()
        self.line, self.fresh = "", True
        if self.columns:
            self.columns[-1] = 0

    def cell(self) -> None:
        """Begin a table cell behind a tab, unless it is the first of its row."""
        self.columns = self.columns or [0]
        self.columns[-1] += 1
        if len(self.line) > MAX_LINE:
            self._break()
        elif self.columns[-1] > 1:
            self.ended = self.blank = False
            self.line = self.line.rstrip(" ") + "\t"
            self.fresh = True

    def item(self) -> None:
        """Begin a list item with its bullet or number."""
        self.end_line()
        self.settle()
        if self.counters and self.counters[-1] >= 0:
            self.counters[-1] += 1
            self.line += f"{self.counters[-1]}. "
        else:
            self.line += "* "
        self.fresh = True


def _characters(text: str) -> str:
    """Character references resolved; only short ones, because a long number is refused or costs quadratic time."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _render(source: str, page: _Page) -> None:
    position, hidden, nested = 0, "", 0
    while token := _TOKEN.search(source, position):
        if not hidden:
            page.write(source[position : token.start()])
        name = (token[2] or "").lower()
        position = _after(source, token, name)
        if hidden:
            nested += (1 if not token[1] else -1) if name == hidden else 0
            hidden = hidden if nested else ""
        elif name in _MAY_HIDE and not token[1] and _HIDDEN.search(token[3]):
            hidden, nested = name, 1
        elif name:
            _element(page, name, token[3], closing=bool(token[1]))
    if not hidden:
        page.write(source[position:])


def _after(source: str, token: re.Match[str], name: str) -> int:
    """Where to read on: behind the comment or the element whose content is no text; at the end when it stays open."""
    if token[4]:
        end = source.find("-->", token.end())
        return end + 3 if end >= 0 else len(source)
    if name in _RAW and not token[1]:
        found = _RAW[name].search(source, token.end())
        return found.start() if found else len(source)
    return token.end()


def _element(page: _Page, name: str, attributes: str, *, closing: bool) -> None:
    """What one tag does to the page."""
    if name in ("table", "tr", "td", "th"):
        _table(page, name, closing=closing)
    elif name in ("ul", "ol", "li"):
        _list(page, name, closing=closing)
    elif name == "blockquote":
        _quotation(page, attributes, closing=closing)
    elif name == "br":
        page.hard_break()
    elif name == "hr":
        page.end_line()
        page.write(RULE)
        page.end_line()
    elif name in _PARAGRAPHS and not _TIGHT.search(attributes) and not closing:
        page.paragraph()
    elif name in _BLOCKS or name in _PARAGRAPHS:
        page.end_line()
        page.verbatim = page.verbatim if name != "pre" else not closing


def _table(page: _Page, name: str, *, closing: bool) -> None:
    if name in ("td", "th"):
        if not closing:
            page.cell()
    elif name == "tr":
        page.row()
    elif closing:
        page.row()
        del page.columns[-1:]
    else:
        page.end_line()
        page.columns.append(0)


def _list(page: _Page, name: str, *, closing: bool) -> None:
    page.end_line()
    if name == "li":
        if not closing:
            page.item()
    elif closing:
        del page.counters[-1:]
    else:
        page.counters.append(0 if name == "ol" else -1)


def _quotation(page: _Page, attributes: str, *, closing: bool) -> None:
    """A blockquote without a border and not marked as a citation is how mail programs indent."""
    page.end_line()
    page.settle()
    if not closing:
        cited = not _INDENTED.search(attributes) or bool(_CITED.search(attributes))
        page.citations.append(cited)
        page.quote_depth += cited
    elif page.citations:
        page.quote_depth -= page.citations.pop()
