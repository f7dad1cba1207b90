"""Labels and the answers beside or under them, in lines of text. Values are ``values``'s business."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from mailticket.intake.fields.answers import is_answer, tidy
from mailticket.intake.fields.bare import leading
from mailticket.intake.fields.fitting import fits
from mailticket.intake.fields.guess import guess
from mailticket.intake.fields.labels import OTHER, Meaning, may_begin, meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import BULLET, Answer, Parts, may_separate, parts_of
from mailticket.intake.fields.phrases import CLOSING

LONG = frozenset({"description", "error_messages", "steps_to_reproduce", "steps_taken", "logs", "user_accounts"})
_WIDE = 60  # no line that is only a label is longer
WRAPPED_FROM = 58  # a line this long was probably broken by the mail program

_SENTENCE_OVER = re.compile(r"[.!?]\s+[A-Z]")
_WALL = re.compile(r"^\s{0,9}([-=_*~#─━])\1{2,70}(?:\s?\w.{0,70}\1{3,70})?\s*$")
_BOX = re.compile(r"^\s*(?:\[[\sxX✓✔_]?\]|\([\sxX✓]?\)|[☐☒☑✅])")

_BOXES = frozenset("[(☐☒☑✅")  # how one begins
_WIDEST = 360  # characters of a line of boxes
_CHOICES = re.compile(r"^[\s*_>]{0,6}([^\W\d_][^\[\]()☐☒☑✅:]{1,40}?)[\s*_]{1,9}((?:\[[\sxX✓✔_]?\]|[☐☒☑✅]).{1,300})$")
_RULES = frozenset("-=_*~#─━")
_LISTS = frozenset({"tenant_domains", "user_accounts"})
_ITEM = re.compile(
    r"^\s*(?:[*•–-]\s+)?(?:[\w.+'-]{1,64}@)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?:\s\([^()]{1,60}\))?[\s,;]*$"
)


def read_lines(lines: Sequence[Line], *, in_quote: bool = False) -> tuple[Answer, ...]:
    """Every label in these lines with its answer.

    An answer ends at the next label, a line of rules, a closing, or a blank line it may not cross. In a quoted
    request a quoted line is an answer only right under its label; what is typed between quoted lines always is.
    """
    reader = _Lines(lines, in_quote)
    return reader.read()


class _Lines:
    def __init__(self, lines: Sequence[Line], in_quote: bool) -> None:
        self.lines = lines
        self.in_quote = in_quote
        self.answers: list[Answer] = []
        self.open: Answer | None = None
        self.blank = False
        self.parts = _labelled_parts(lines)
        self.starts = sorted(self.parts)
        self.walls = [at for at, line in enumerate(lines) if line.label is None and _is_wall(line.text)]

    def read(self) -> tuple[Answer, ...]:
        for at, line in enumerate(self.lines):
            if not line.text.strip():
                self.blank = True
                continue
            if self.open or at in self.parts:
                self._take(at, line)
            self.blank = False
        return tuple(self.answers)

    def _take(self, at: int, line: Line) -> None:
        if at in self.parts:
            self._labels(at, line)
        elif line.label is None and _is_wall(line.text):
            self.open = None
        elif self.open and self._continues(at, line):
            self.open.lines += ["", line.text.rstrip()] if self.blank and self.open.lines else [line.text.rstrip()]
            self.open.last = at
        else:
            self.open = None

    def _labels(self, at: int, line: Line) -> None:
        for text, label in self.parts[at]:
            if label:
                self._begin(at, *label, "stacked" if line.label and not label[2] else "line")
            elif self.open and self._continues(at, Line(text, line.depth)):
                self.open.lines.append(text)

    def _begin(self, at: int, label: str, known: Meaning, rest: str, style: str = "line") -> None:
        answer = Answer(known.keys, label, known.exact, style, [rest] if rest else [], at, at)
        self.open = answer
        self.answers.append(answer)

    def _continues(self, at: int, line: Line) -> bool:
        assert self.open is not None
        if line.label is not None:
            return not (self.in_quote and self.blank)
        if CLOSING.match(line.text):
            return False
        if self.in_quote:
            return self._answers_quoted(line)
        if self.blank:
            return self._is_long and (
                not self.open.lines or self._label_follows(at) or self.open.keys[0] == "description"
            )
        return not self.open.lines or self._is_long or self._belongs(at, line.text)

    def _label_follows(self, at: int) -> bool:
        """Another label of this form stands below, with no rule between."""
        label = bisect_right(self.starts, at)
        wall = bisect_right(self.walls, at)
        return label < len(self.starts) and not (wall < len(self.walls) and self.walls[wall] < self.starts[label])

    def _belongs(self, at: int, text: str) -> bool:
        """Under a short answer: another box, another item, or the end of a line the mail program broke."""
        assert self.open is not None
        last = self.open.lines[-1]
        if (_BOX.match(text) and _BOX.match(last)) or (self.open.keys[0] in _LISTS and _ITEM.match(text)):
            return True
        return _was_wrapped(self.lines[at - 1].text) and not _SENTENCE_OVER.search(last) and leading(text) is None

    def _answers_quoted(self, line: Line) -> bool:
        assert self.open is not None
        label_depth = self.lines[self.open.first].depth
        if line.depth < label_depth:
            return True
        if self.open.lines:
            return not self.blank and (self._is_long or _was_wrapped(self.open.lines[-1]))
        return not self.blank and is_answer(line.text)

    @property
    def _is_long(self) -> bool:
        return self.open is not None and self.open.keys[0] in LONG


def _labelled_parts(lines: Sequence[Line]) -> dict[int, Parts]:
    """The numbers of the lines that have a label, and their pieces."""
    found = {
        at: tuple(parts_of(text))
        for at, (text, _, label) in enumerate(lines)
        if label != "" and not (text[4:5] == "-" and text[:4].isdigit()) and may_separate(text)
    }
    known = {at: parts for at, parts in found.items() if any(label for _, label in parts)}
    known |= {at: parts for at, parts in _over_boxes(lines) if at not in known}
    known |= {at: parts for at, parts in _before_boxes(lines) if at not in known}
    proven = [at for at, line in enumerate(lines) if line.label]
    if proven:
        taken = frozenset(_sure_keys(lines, known))
        known |= {at: _proven(lines, at, known.get(at, ()), taken) for at in proven}
    return known


def _over_boxes(lines: Sequence[Line]) -> Iterator[tuple[int, Parts]]:
    """A label with nothing but boxes under it needs no sign behind it."""
    for at, (line, below) in enumerate(pairwise(lines)):
        if below.text.lstrip()[:1] in _BOXES and line.label is None and _BOX.match(below.text) and _bare(line.text):
            label = BULLET.sub("", line.text, count=1).strip(" *_:?")
            if known := meaning(label):
                yield at, ((line.text, (label, known, "")),)


def _before_boxes(lines: Sequence[Line]) -> Iterator[tuple[int, Parts]]:
    """ "Product   [ ] Exchange   [X] Teams": the first box parts the label from its choices."""
    for at, line in enumerate(lines):
        boxed = "[" in line.text or not line.text.isascii()
        if boxed and line.label is None and (found := _CHOICES.match(line.text[:_WIDEST])):
            known = meaning(found[1])
            if known and known.exact and known.keys != (OTHER,):
                yield at, ((line.text, (found[1], known, found[2])),)


def _sure_keys(lines: Sequence[Line], known: dict[int, Parts]) -> Iterator[str]:
    """The fields of the known labels; of a proven one only when the whole of it is known."""
    for at, parts in known.items():
        proven = lines[at].label
        if proven is None:
            yield from (
                label[1].keys[0] for _, label in parts if label and label[1].exact and _may_answer(label[1], label[2])
            )
        elif (whole := meaning(proven)) and _may_answer(whole, lines[at].text[len(proven) :].strip(" :")):
            yield whole.keys[0]


def _may_answer(known: Meaning, rest: str) -> bool:
    """An answer that fits none of the label's fields leaves them to other labels."""
    return not rest or any(fits(key, tidy(rest[:300])) for key in known.keys)


def _proven(lines: Sequence[Line], at: int, parts: Parts, taken: frozenset[str]) -> Parts:
    """The pieces of a line whose label the layout proves; fields that are ``taken`` have a label of their own."""
    label = lines[at].label or ""
    if parts and parts[0][1] and parts[0][1][0].endswith(label):
        return parts
    rest = lines[at].text[len(label) :].strip(" :")
    known = meaning(label) or guess(label, rest or "\n".join(_below(lines, at)), taken) or Meaning((OTHER,))
    return ((lines[at].text, (label, known, rest)),)


def _below(lines: Sequence[Line], at: int) -> Iterator[str]:
    """What stands under the label on this line, before the next one or a blank line below it."""
    under = [line for line in takewhile(lambda line: not line.label, lines[at + 1 : at + 12])]
    start = next((number for number, line in enumerate(under) if line.text.strip()), 0)
    return (line.text for line in takewhile(lambda line: bool(line.text.strip()), under[start:]))


_UNKNOWN = re.compile(
    r"^[\s*•●▪◦·–>_-]{0,6}(?:\d{1,2}[.)]\s+)?(?:\*\*|__)?([^\W\d_][^:=\t|<>@#]{1,48}?)\s{0,9}(?:\.{3,60}\s?[:=]?|[:=：](?!//))[\s*_]{0,9}(.*)$"
)


def unknown_labels(lines: Sequence[Line]) -> tuple[str, ...]:
    """What stands like a label in these lines and has no meaning, each once: candidates for the lexicon."""
    found = (_UNKNOWN.match(line.text[:200]) for line in lines if may_separate(line.text[:130]))
    labels = (match[1].strip(" *_.") for match in found if match)
    return tuple(dict.fromkeys(label for label in labels if meaning(label) is None))


def _is_wall(text: str) -> bool:
    """A rule across the page, with a heading in it or without."""
    return text.lstrip()[:1] in _RULES and _WALL.match(text) is not None


def _was_wrapped(text: str) -> bool:
    return len(text) >= WRAPPED_FROM or text.rstrip().endswith((",", ";")) or text.endswith(" ")


def _bare(text: str) -> tuple[str, ...]:
    """The fields of a line that is nothing but a label; checkboxes and sentences are none."""
    text = BULLET.sub("", text, count=1).strip(" *_")
    words = text.split(None, 1)
    if not words or len(text) > 50 or not may_begin(words[0]) or _BOX.match(text) or text.endswith((".", ",", "!")):
        return ()
    known = meaning(text)
    return known.keys if known and known.exact and known.keys[0] != OTHER else ()


def is_label(text: str) -> bool:
    """The whole text is nothing but a label: a point of a list, never an answer to the one above it."""
    return len(text) < _WIDE and bool(_bare(text)) and bool(BULLET.match(text))
