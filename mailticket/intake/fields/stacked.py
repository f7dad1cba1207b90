"""Forms that have each label on a line of its own and the answer under it: web forms, questionnaires, pasted cells.

Finds the labels by what they ask and then by how those stand: numbered, flush left, at the head of their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mailticket.intake.fields.guess import ENOUGH, asked_by, is_form
from mailticket.intake.fields.labels import OTHER, meaning, without_hint
from mailticket.intake.fields.lines import Line

MAX_HEAD = 100
_WORDS = 14
_SHORT = 7  # words of a label that is no question
_LONG_ANSWERS = frozenset(
    {"description", "error_messages", "steps_to_reproduce", "steps_taken", "user_accounts", "tools_used", "logs"}
)
_NUMBER = re.compile(r"^\s{0,6}[*_]{0,2}(?:Q(?:uestion)?\s?)?(\d{1,2})\s?[.):]\s{1,6}(?=\S)", re.I)
_BULLET = re.compile(r"^\s{0,9}(?:[*•●▪◦·–-]\s+|[*_#]{1,3}(?=\w))\s*")
_BOX = re.compile(r"^\s*(?:\[[\sxX✓✔_]?\]|\([\sxX✓]?\)|[☐☒☑✅○◉●])")
_NO_LABEL = re.compile(r"[@\t=]|\w[:;?!]\s|\s[-–—]{1,2}\s|\.{2}|\s{2}|\d{3}|https?:")
_ARROW = re.compile(r"^\s{0,9}(?:[-=]>|→|⇒|➜|»|>>|\.{2,3})\s+(?=\S)")  # before an answer
_ENDS = frozenset(".,;!…")
_ASKING = frozenset("?:-–—")
_MARKS = " \t*_#•●▪◦·–-"
_AROUND = " \t*_\xa0"  # what may stand behind a question set in bold
_BLANKS = 18
_NUMBERS = frozenset(".):")  # what ends one


class _Head(NamedTuple):
    """A line that may be a label: its words, the field it asks for or "", and how it stands."""

    at: int
    label: str
    key: str
    number: int
    indent: int
    foreign: bool  # a label of other forms
    first: bool  # a blank line or nothing above
    alone: bool  # a blank line below
    asks: bool


def unstacked(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, with those marked that are labels and the answers under them."""
    filled = [at for at, line in enumerate(lines) if line.text.strip() and line.label != ""]
    likely = (place for place, at in enumerate(filled[:-1]) if _begins_like_one(lines[at].text))
    heads = [head for place in likely if (head := _head(lines, filled, place))]
    seeds = _apart([head for head in heads if head.key], filled)
    if not is_form({head.key for head in seeds}):
        return _beside(lines, heads, filled)
    stands = _pattern(seeds, lines)
    kept = [head for head in heads if stands(head)]
    labels = {head.at: head for head in _apart(kept, filled)}
    return tuple(_marked(lines, labels))


def _beside(lines: tuple[Line, ...], heads: Sequence[_Head], filled: Sequence[int]) -> tuple[Line, ...]:
    """In a form of another layout, the labels among the lines that head their paragraph."""
    if sum(bool(line.label) or "\t" in line.text for line in lines) < ENOUGH:
        return lines
    sure = [head for head in heads if head.key and meaning(head.label)]
    stands = [head for head in sure if head.first or head.asks or _indented(lines, head)]
    labels = {head.at: head for head in _apart(stands, filled)}
    return tuple(_marked(lines, labels)) if labels else lines


def _head(lines: Sequence[Line], filled: Sequence[int], place: int) -> _Head | None:
    at, below = filled[place], filled[place + 1]
    text = lines[at].text
    if not _looks_like_one(text) or lines[at].label or lines[below].label:
        return None
    numbered = _NUMBER.match(text)
    bare = (text[numbered.end() :] if numbered else _BULLET.sub("", text, count=1)).strip(" *_#")
    asks = bare[-1:] in _ASKING
    if numbered and "?" in bare[:-1]:
        bare = f"{bare.partition('?')[0]}?"
        asks = True
    label = bare.rstrip(" ?:*-–—")
    if not _may_be(label, short=not (numbered or asks)) or (asks and _answered(lines[at + 1 : below + 1])):
        return None
    known = meaning(label)
    return _Head(
        at,
        label,
        asked_by(label, _answer(lines, below)) or "",
        int(numbered[1]) if numbered else 0,
        len(text) - len(text.lstrip()),
        known is not None and known.keys[0] == OTHER,
        at == 0 or not lines[at - 1].text.strip(),
        below > at + 1,
        asks,
    )


def _begins_like_one(text: str) -> bool:
    first = text[:1]
    if first.isdigit():
        return text[1:2] in _NUMBERS or text[2:3] in _NUMBERS
    return not first.islower() or text[-1:] in _ASKING


def _looks_like_one(text: str) -> bool:
    """Asked of every line, so without a pattern."""
    last = text[-1:] if text[-1:] not in _AROUND else text.rstrip(_AROUND)[-1:]
    asked = last == "." and "? " in text and text[:1].isdigit()  # "5. Is there a message? Copy it exactly."
    if len(text) > MAX_HEAD or (last in _ENDS and not asked) or text.count(" ") > _BLANKS:
        return False
    first = text[:1] if text[:1].isalnum() else text.lstrip(_MARKS)[:1]
    return first.isdigit() or last in _ASKING or (first.isupper() and text.count(" ") < _SHORT + 2)


def _bare(label: str) -> str:
    return " ".join(without_hint(label).split()) if "(" in label else label


def _may_be(label: str, *, short: bool) -> bool:
    words = label.split()
    if not words or not label[0].isalpha() or _NO_LABEL.search(_bare(label)) or _BOX.match(label):
        return False
    if len(words) > (_SHORT if short else _WORDS) and len(_bare(label).split()) > (_SHORT if short else _WORDS):
        return False
    return not short or label[0].isupper()


def _answered(below: Sequence[Line]) -> bool:
    """The next line is another open label, so this one has no answer."""
    return bool(below) and below[-1].text.rstrip().endswith((":", "?"))


def _answer(lines: Sequence[Line], below: int) -> str:
    """The line under a label, with the boxes under that."""
    text = lines[below].text
    if _BOX.match(text):
        end = next((at for at in range(below, min(below + 12, len(lines))) if not lines[at].text.strip()), below + 12)
        return "\n".join(line.text for line in lines[below:end])
    return text


def _apart(heads: Sequence[_Head], filled: Sequence[int]) -> list[_Head]:
    """No line right under a label is one itself, unless it has a number like the one above it."""
    place = {at: number for number, at in enumerate(filled)}
    kept: list[_Head] = []
    for head in heads:
        above = kept[-1] if kept else None
        if above is None or place[head.at] > place[above.at] + 1:
            kept.append(head)
        elif (head.key and not above.key) or (head.number and head.number == above.number + 1):
            kept[-1] = head
    return kept


def _pattern(seeds: Sequence[_Head], lines: Sequence[Line]) -> Callable[[_Head], bool]:
    """What most of the known labels have in common."""

    def most(has: Callable[[_Head], bool]) -> bool:
        return sum(map(has, seeds)) >= 0.75 * len(seeds)

    if most(lambda head: head.number > 0):
        return lambda head: head.number > 0
    if most(lambda head: _indented(lines, head)):
        return lambda head: _indented(lines, head)
    if most(lambda head: head.first and head.alone):
        return lambda head: head.first and (head.alone or bool(head.key))
    if most(lambda head: head.first):
        return lambda head: head.first and not head.alone
    return lambda head: bool(head.key) or head.foreign


def _indented(lines: Sequence[Line], head: _Head) -> bool:
    below = lines[head.at + 1].text if head.at + 1 < len(lines) else ""
    return len(below) - len(below.lstrip()) > head.indent


def _marked(lines: Sequence[Line], labels: dict[int, _Head]) -> Iterator[Line]:
    """Each label with a colon, what belongs to it marked, the blank lines between them left out."""
    last = max(labels)
    head: _Head | None = None
    answered, over = False, False
    for at, line in enumerate(lines):
        if at in labels:
            head, answered, over = labels[at], False, False
            yield Line(f"{head.label}:", line.depth, head.label)
        elif head is None or over or line.label is not None:
            head = None if line.label else head
            yield line
        elif line.text.strip():
            yield Line((line.text if answered else _ARROW.sub("", line.text, count=1)).strip(), line.depth, "")
            answered = True
        elif answered or not head.alone:
            over = at > last or head.key not in _LONG_ANSWERS
            yield line
