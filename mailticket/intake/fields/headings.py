"""Ways of writing a label as a heading, made plain: "### Company", a rule under it, "Q: … A: …", a list of cells.

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
_ASKED = re.compile(r"^\s{0,3}Q(?:uestion|\d{0,2})?\s?[:.)]\s{0,3}(\S.{0,80}?)\s?[?:]?$", re.I)
_ANSWERED = re.compile(r"^\s{0,3}A(?:nswer|\d{0,2})?\s?[:.)]\s{0,3}(\S.*)$", re.I)
_CELLS = re.compile(r'^\s{0,3}"([^"]{2,50})"[,;]\s?"([^"]{0,600})"\s*$')
_OWN = frozenset({FORM_BEGINS, FORM_ENDS})  # the marks around our own request
_RULED = frozenset("-=~*#_+")
_HEADING = 60
_MIN_CELLS = 4


def headed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with headings as bare labels and pairs of quoted cells as label and answer."""
    if not any(line.text[:1] in '#-=~_*+hQq"' for line in lines if line.text):
        return lines
    celled = sum(bool(_CELLS.match(line.text)) for line in lines if line.text[:1] == '"') >= _MIN_CELLS
    asked = any(_ASKED.match(line.text) for line in lines if line.text[:1] in "Qq")
    return tuple(_plain(lines, celled=celled, asked=asked))


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
