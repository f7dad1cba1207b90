"""Labels and the answers beside or under them, in lines of text. Values are ``values``'s business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mailticket.intake.fields.answers import is_answer
from mailticket.intake.fields.bare import leading
from mailticket.intake.fields.guess import guess
from mailticket.intake.fields.labels import OTHER, Meaning, may_begin, meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import BULLET, Answer, Parts, may_separate, parts_of
from mailticket.intake.fields.phrases import CLOSING
from mailticket.vocabulary import FIELD_KEYS

LONG = frozenset({"description", "error_messages", "steps_to_reproduce", "steps_taken", "logs", "user_accounts"})
_WIDE = 60  # no line that is only a label is longer
WRAPPED_FROM = 58  # a line this long was probably broken by the mail program

_SENTENCE_OVER = re.compile(r"[.!?]\s+[A-Z]")
_RULE_LINE = re.compile(r"^\s*[-=_*~─━]{4,}\s*$")
_BOX = re.compile(r"^\s*(?:\[[\sxX✓✔_]?\]|\([\sxX✓]?\)|[☐☒☑✅])")


_LISTS = frozenset({"tenant_domains", "user_accounts"})
_ITEM = re.compile(
    r"^\s*(?:[*•–-]\s+)?(?:[\w.+'-]{1,64}@)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?:\s\([^()]{1,60}\))?[\s,;]*$"
)


# fields that seldom have two labels in one form
_ONCE = frozenset(FIELD_KEYS) - {"description", "error_messages", "steps_taken", "steps_to_reproduce", "tools_used"}


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
        self.last_label = max(self.parts, default=-1)

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
        elif _RULE_LINE.match(line.text) and line.label is None:
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
            return self._is_long and (not self.open.lines or at < self.last_label or self.open.keys[0] == "description")
        return not self.open.lines or self._is_long or self._belongs(at, line.text)

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
        at: tuple(parts_of(line.text)) for at, line in enumerate(lines) if line.label != "" and may_separate(line.text)
    }
    known = {at: parts for at, parts in found.items() if any(label for _, label in parts)}
    proven = [at for at, line in enumerate(lines) if line.label]
    if proven:
        taken = _ONCE & frozenset(_sure_keys(lines, known))
        known |= {at: _proven(lines, at, known.get(at, ()), taken) for at in proven}
    return known


def _sure_keys(lines: Sequence[Line], known: dict[int, Parts]) -> Iterator[str]:
    """The fields of the known labels; of a proven one only when the whole of it is known."""
    for at, parts in known.items():
        proven = lines[at].label
        if proven is None:
            yield from (label[1].keys[0] for _, label in parts if label and label[1].exact)
        elif whole := meaning(proven):
            yield whole.keys[0]


def _proven(lines: Sequence[Line], at: int, parts: Parts, taken: frozenset[str]) -> Parts:
    """The pieces of a line whose label the layout proves; fields that are ``taken`` have a label of their own."""
    label = lines[at].label or ""
    if parts and parts[0][1] and parts[0][1][0].endswith(label):
        return parts
    rest = lines[at].text[len(label) :].strip(" :")
    known = meaning(label) or guess(label, rest or "\n".join(_below(lines, at)), taken) or Meaning((OTHER,))
    return ((lines[at].text, (label, known, rest)),)


def _below(lines: Sequence[Line], at: int) -> Iterator[str]:
    """What stands under the label on this line, before the next one."""
    return (line.text for line in takewhile(lambda line: not line.label, lines[at + 1 : at + 12]))


_UNKNOWN = re.compile(
    r"^[\s*•●▪◦·–>_-]{0,6}(?:\d{1,2}[.)]\s+)?(?:\*\*|__)?([^\W\d_][^:=\t|<>@#]{1,48}?)\s{0,9}(?:\.{3,60}\s?[:=]?|[:=：](?!//))[\s*_]{0,9}(.*)$"
)


def unknown_labels(lines: Sequence[Line]) -> tuple[str, ...]:
    """What stands like a label in these lines and has no meaning, each once: candidates for the lexicon."""
    found = (_UNKNOWN.match(line.text[:200]) for line in lines if may_separate(line.text[:130]))
    labels = (match[1].strip(" *_.") for match in found if match)
    return tuple(dict.fromkeys(label for label in labels if meaning(label) is None))


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
