"""Ways of writing a label as a heading, made plain: "### Company", "[company]", a rule under it, "Q: …", cells.

Changes layout only; whether a heading is a label, ``labelled`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailticket.intake.fields.lines import Line
from mailticket.vocabulary import FORM_BEGINS, FORM_ENDS

_HASHES = re.compile(r"^\s{0,3}(?:#{1,6}|h[1-6]\.)\s+(\S.{0,60})$")
_BANNER = re.compile(r"^\s{0,3}([-=~*#_+])\1{1,20}\s{0,3}(\w[^\d:]{1,38}?)\s{0,3}\1{2,60}\s*$")
_RULE = re.compile(r"^\s{0,3}[-=~_*]{3,70}\s*$")
_BRACKETED = re.compile(
    r"^\s{0,3}(?:\[{1,2}\s?([^\W\d_][^\[\]@:=|]{1,40}?)\s?\]{1,2}|\{\s?([^\W\d_][^{}@:=|]{1,40}?)\s?\}"
    r"|<\s?([^\W\d_][^<>@:=|/.]{1,40}?)\s?>|[«‹]\s?([^\W\d_][^»›@:=|]{1,40}?)\s?[»›]"
    r"|[【「]\s?([^\W\d_][^】」@:=|]{1,40}?)\s?[】」]|\(\s?([^\W\d_][^()@:=|]{1,40}?)\s?\)|//\s?([^\W\d_][^/@:=|.]{1,40}?)(?:\s?//)?"
    r"|\|\s([^\W\d_][^@:=|]{1,40}?)\s\||::\s?([^\W\d_][^@:=|]{1,40}?)\s?::)\s{0,3}[:：]?\s*$"
)
_CLOSING_TAG = re.compile(r"\s*</[\w.-]{2,40}>\s*$")
_BRACKETS = frozenset("[{<«‹【「(/|:")
_MIN_BRACKETED = 4
_ASKED = re.compile(r"^\s{0,3}Q(?:uestion|\d{0,2})?\s?[:.)]\s{0,3}(\S.{0,80}?)\s?[?:]?$", re.I)
_ANSWERED = re.compile(r"^\s{0,3}A(?:nswer|\d{0,2})?\s?[:.)]\s{0,3}(\S.*)$", re.I)
_CELLS = re.compile(r'^\s{0,3}"([^"]{2,50})"\s?[,;:=]\s?"([^"]{0,600})"[,;]?\s*$')
_MAY_BEGIN = frozenset('#-=~_*+hQq"') | _BRACKETS
_OWN = frozenset({FORM_BEGINS, FORM_ENDS})  # the marks around our own request
_RULED = frozenset("-=~*#_+")
_HEADING = 60
_MIN_CELLS = 4


def headed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with headings as bare labels and pairs of quoted cells as label and answer."""
    if not any(line.text.lstrip()[:1] in _MAY_BEGIN for line in lines if line.text):
        return lines
    lines = _unbracketed(lines)
    celled = sum(bool(_CELLS.match(line.text)) for line in lines if line.text[:1] == '"') >= _MIN_CELLS
    asked = any(_ASKED.match(line.text) for line in lines if line.text[:1] in "Qq")
    return tuple(_plain(lines, celled=celled, asked=asked))


def _unbracketed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """ "[what happens]" over its answer as "What happens:", where there are several such lines."""
    likely = ((at, line.text) for at, line in enumerate(lines) if line.text.lstrip()[:1] in _BRACKETS)
    found = {at: next(filter(None, match.groups())) for at, text in likely if (match := _BRACKETED.match(text))}
    if len({label.casefold() for label in found.values()}) < _MIN_BRACKETED:
        return lines
    return tuple(
        Line(f"{found[at][:1].upper()}{found[at][1:]}:", line.depth) if at in found else line
        for at, line in enumerate(lines)
        if not _CLOSING_TAG.match(line.text)
    )


def _plain(lines: tuple[Line, ...], *, celled: bool, asked: bool) -> Iterator[Line]:
    for at, line in enumerate(lines):
        text = line.text
        if found := _HASHES.match(text):
            yield Line(found[1].strip(" #"), line.depth)
        elif text[:1] in _RULED and (found := _BANNER.match(text)) and found[2].casefold() not in _OWN:
            yield from (Line(""), Line(found[2][:1].upper() + found[2][1:], line.depth))
        elif celled and (found := _CELLS.match(text)):
            yield Line(f"{found[1]}: {found[2]}", line.depth)
        elif asked and (found := _ASKED.match(text)):
            yield Line(found[1] + ":", line.depth, found[1])
        elif asked and (found := _ANSWERED.match(text)):
            yield Line(found[1], line.depth, "")
        elif not (at and _RULE.match(text) and _underlines(text, lines[at - 1].text)):
            yield line


def _underlines(rule: str, above: str) -> bool:
    """A rule about as long as the short line above it."""
    above = above.strip()
    return 2 < len(above) < _HEADING and abs(len(rule.strip()) - len(above)) <= 4 and not above.endswith((".", ","))
