"""Labels and the answers beside or under them, in lines of text and in table rows. Values are ``values``'s business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TypeAlias

from mailticket.intake.fields.guess import guess
from mailticket.intake.fields.labels import OTHER, Meaning, may_begin, meaning, words_of
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.phrases import CLOSING
from mailticket.intake.fields.values import is_answer

LONG = frozenset({"description", "error_messages", "steps_to_reproduce", "steps_taken", "logs", "user_accounts"})
_MARKS = 12  # characters of bullets and emphasis before a label
_WIDE = 60  # no line that is only a label is longer
WRAPPED_FROM = 58  # a line this long was probably broken by the mail program

_BULLET = re.compile(r"^\s*(?:[*•●▪◦·–-]\s+|\d{1,2}[.)]\s+|\*\*|__|[#*_]+(?=\w))\s*")
_SEPARATOR = re.compile(r"\s*(?:\.{3,}\s*[:=]?|:-|=>|[:=：](?!//)|\?)[\s*_]*")
_DASH = re.compile(r"\s+[-–—]+\s+")
_PARTS = re.compile(r"(\s*\|\s*|\s{2,}(?=[^\s:=]{2})|[;,]\s(?=[^:=;,|]{2,40}[:=]))")
_HINTED = re.compile(r"^([^():=|\t]{2,60}\([^()]{0,90}\))\s{0,4}:")  # a hint in parentheses has its own commas
_GOES_ON = re.compile(r"(?:and|und|et|y|but|aber|on|so|then|now|in|for) ", re.I)  # how a sentence begins, no label
_SENTENCE_OVER = re.compile(r"[.!?]\s+[A-Z]")
_RULE_LINE = re.compile(r"^\s*[-=_*~─━]{4,}\s*$")
_BOX = re.compile(r"^\s*(?:\[[\sxX✓✔_]?\]|\([\sxX✓]?\)|[☐☒☑✅])")


_Label: TypeAlias = tuple[str, Meaning, str]  # as written, what it means, what stands behind it
_Parts: TypeAlias = tuple[tuple[str, _Label | None], ...]


@dataclass(slots=True)
class Answer:
    """One label met and what stands for it. ``style`` says how it stood: line, cell, stacked, bare, form."""

    keys: tuple[str, ...]
    label: str
    exact: bool = True
    style: str = "line"
    lines: list[str] = field(default_factory=list)
    first: int = 0  # number of the line the label stands on
    last: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


# ---------------------------------------------------------------- one line


def split_label(part: str) -> _Label | None:
    """The label, its meaning and the rest, when the part begins with a label and a separator."""
    if not _may_separate(part[:130]):
        return None
    if not part[:1].isalpha():
        part = _BULLET.sub("", part, count=1)
        if not part.lstrip(" *_.")[:1].isalpha() and "#" not in part[:_MARKS]:
            return None
    hinted = _HINTED.match(part[:200])
    for pattern, strong in ((_SEPARATOR, True), (_DASH, False)):
        found = pattern.search(part, hinted.end(1) if hinted else 0, 160 if hinted else 110)
        if not found or not found.start():
            continue
        label = part[: found.start()].strip(" *_.")
        known = meaning(label) if (label[:1].isalpha() and not _GOES_ON.match(label)) or label[:1] == "#" else None
        if known and (strong or (known.exact and known.keys != (OTHER,))):
            return label, known, part[found.end() :].strip()
    return None


def _may_separate(text: str) -> bool:
    """Asked of every line, so without a loop."""
    return (
        ":" in text or "=" in text or "?" in text or " -" in text or "..." in text or "：" in text
        or " –" in text or " —" in text or "\t-" in text or "\xa0" in text
    )  # fmt: skip


def _parts(line: str) -> Iterator[tuple[str, _Label | None]]:
    """The pieces of a line that begin with a label each; what is no label stays with the piece before it."""
    pending, label = "", None
    pieces = _PARTS.split(line)[:80] if _has_gap(line) and not _HINTED.match(line) else [line]
    for at in range(0, len(pieces), 2):
        found = split_label(pieces[at])
        if found or (at == 0):
            if at:
                yield pending, label
            pending, label = pieces[at], found
        else:
            pending += pieces[at - 1] + pieces[at]
            label = (label[0], label[1], label[2] + pieces[at - 1] * bool(label[2]) + pieces[at]) if label else None
    yield pending, label


def _has_gap(line: str) -> bool:
    """Something between the pieces of a line; cheaper to ask than to split."""
    return ", " in line or "  " in line or "|" in line or "; " in line or "\t" in line or not line.isascii()


# ---------------------------------------------------------------- lines


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
        self.stacked = _is_stacked(lines)
        self.parts = _with_guesses(lines, _labelled_parts(lines))
        self.last_label = max(self.parts, default=-1)

    def read(self) -> tuple[Answer, ...]:
        for at, line in enumerate(self.lines):
            if not line.text.strip():
                self.blank = True
                continue
            if self.open or self.stacked or at in self.parts:
                self._take(at, line)
            self.blank = False
        return tuple(self.answers)

    def _take(self, at: int, line: Line) -> None:
        if _RULE_LINE.match(line.text):
            self.open = None
        elif at in self.parts:
            self._labels(at, line)
        elif self._is_bare_label(line):
            self._begin(at, line.text.strip(" *_"), Meaning(_bare(line.text)), "", "stacked")
        elif self.open and self._continues(at, line):
            self.open.lines += ["", line.text.rstrip()] if self.blank and self.open.lines else [line.text.rstrip()]
            self.open.last = at
        else:
            self.open = None

    def _labels(self, at: int, line: Line) -> None:
        for text, label in self.parts[at]:
            if label:
                self._begin(at, *label)
            elif self.open and self._continues(at, Line(text, line.depth)):
                self.open.lines.append(text)

    def _begin(self, at: int, label: str, known: Meaning, rest: str, style: str = "line") -> None:
        answer = Answer(known.keys, label, known.exact, style, [rest] if rest else [], at, at)
        self.open = answer
        self.answers.append(answer)

    def _is_bare_label(self, line: Line) -> bool:
        """In a form whose labels stand alone on their lines; right under an unanswered label it is its answer."""
        waiting = self.open is not None and not self.open.lines and not self.blank and not _BULLET.match(line.text)
        return self.stacked and bool(_bare(line.text)) and not waiting

    def _continues(self, at: int, line: Line) -> bool:
        assert self.open is not None
        if CLOSING.match(line.text):
            return False
        if self.in_quote:
            return self._answers_quoted(line)
        if not self.open.lines:
            return not self.blank or self._is_long or (self.open.style == "stacked" and self.stacked)
        if _BOX.match(line.text) and _BOX.match(self.open.lines[-1]):
            return not self.blank
        if self._is_long:
            return not self.blank or at < self.last_label or self.open.keys[0] == "description"
        return (
            not self.blank and _was_wrapped(self.lines[at - 1].text) and not _SENTENCE_OVER.search(self.open.lines[-1])
        )

    def _answers_quoted(self, line: Line) -> bool:
        assert self.open is not None
        label_depth = self.lines[self.open.first].depth
        if line.depth < label_depth:
            return True
        if self.open.lines:
            return not self.blank and _was_wrapped(self.open.lines[-1])
        return not self.blank and is_answer(line.text)

    @property
    def _is_long(self) -> bool:
        return self.open is not None and self.open.keys[0] in LONG


def _labelled_parts(lines: Sequence[Line]) -> dict[int, _Parts]:
    """The numbers of the lines that have a label, and their pieces."""
    found = ((at, tuple(_parts(line.text))) for at, line in enumerate(lines) if _may_separate(line.text))
    return {at: parts for at, parts in found if any(label for _, label in parts)}


_FORM_FROM = 4  # known labels before unknown ones between them are guessed
_UNKNOWN = re.compile(
    r"^[\s*•●▪◦·–>_-]{0,6}(?:\d{1,2}[.)]\s+)?(?:\*\*|__)?([^\W\d_][^:=\t|<>@#]{1,48}?)\s{0,9}(?:\.{3,60}\s?[:=]?|[:=：](?!//))[\s*_]{0,9}(.*)$"
)


def _with_guesses(lines: Sequence[Line], known: dict[int, _Parts]) -> dict[int, _Parts]:
    """The labels, with those between them that nobody listed; only in what is a form already."""
    keys = {label[1].keys[0] for parts in known.values() for _, label in parts if label and label[1].keys[0] != OTHER}
    if len(keys) < _FORM_FROM:
        return known
    first, last = min(known), max(known)
    guessed = {
        at: ((line.text, found),)
        for at, line in enumerate(lines[max(0, first - 4) : last + 12], max(0, first - 4))
        if at not in known and (found := _guessed(line.text, lines[at + 1 : at + 2], keys))
    }
    return known | guessed


def _guessed(text: str, below: Sequence[Line], taken: set[str]) -> _Label | None:
    """Fields that have a label of their own in this form are not what another label asks for."""
    found = _UNKNOWN.match(text[:200]) if _may_separate(text[:130]) else None
    if not found or found[1].count("(") != found[1].count(")"):
        return None
    answer = found[2] or (below[0].text if below else "")
    known = guess(found[1].strip(" *_."), answer, frozenset(taken))
    return (found[1].strip(" *_."), known, text[found.start(2) :].strip()) if known else None


def unknown_labels(lines: Sequence[Line]) -> tuple[str, ...]:
    """What stands like a label in these lines and has no meaning, each once: candidates for the lexicon."""
    found = (_UNKNOWN.match(line.text[:200]) for line in lines if _may_separate(line.text[:130]))
    labels = (match[1].strip(" *_.") for match in found if match)
    return tuple(dict.fromkeys(label for label in labels if meaning(label) is None))


def _was_wrapped(text: str) -> bool:
    return len(text) >= WRAPPED_FROM or text.rstrip().endswith((",", ";")) or text.endswith(" ")


def _bare(text: str) -> tuple[str, ...]:
    """The fields of a line that is nothing but a label; checkboxes and sentences are none."""
    text = _BULLET.sub("", text, count=1).strip(" *_")
    words = text.split(None, 1)
    if not words or len(text) > 50 or not may_begin(words[0]) or _BOX.match(text) or text.endswith((".", ",", "!")):
        return ()
    known = meaning(text)
    return known.keys if known and known.exact and known.keys[0] != OTHER else ()


def is_label(text: str) -> bool:
    """The whole text is nothing but a label: a point of a list, never an answer to the one above it."""
    return len(text) < _WIDE and bool(_bare(text)) and bool(_BULLET.match(text))


def _is_stacked(lines: Sequence[Line]) -> bool:
    """At least four labels stand alone on a line, each with something under it."""
    filled = [line for line in lines if line.text.strip()]
    followed = (line.text for line, below in pairwise(filled) if len(line.text) < _WIDE and not _bare(below.text))
    return len({keys[0] for text in followed if (keys := _bare(text))}) >= 4


# ---------------------------------------------------------------- labels without any separator

_BARE_RUN = 5  # labels in a row before they count without separators


def read_bare(lines: Sequence[Line]) -> tuple[Answer, ...]:
    """ "PHONE 07700 900142": lines that begin with a label and no separator, when at least five in a row do."""
    filled = [(at, line.text) for at, line in enumerate(lines) if line.text.strip()]
    best: list[Answer] = []
    for likely, likely_run in groupby(filled, lambda item: may_begin(item[1].split(None, 1)[0])):
        run = list(likely_run) if likely else []
        if len(run) >= _BARE_RUN:
            best = max(best, *_runs(run), key=len)
    return tuple(best) if len({answer.keys for answer in best}) >= _BARE_RUN else ()


def _runs(lines: Sequence[tuple[int, str]]) -> list[list[Answer]]:
    """The stretches of lines that each begin with a label."""
    runs: list[list[Answer]] = [[]]
    for at, text in lines:
        answer = _leading(text)
        if answer is None:
            runs.append([])
        else:
            answer.first = answer.last = at
            runs[-1].append(answer)
    return runs


def _leading(text: str) -> Answer | None:
    words = text.split()
    if split_label(text) or (meaning(text) and len(words_of(text)) == len(words)):
        return None
    for size in (3, 2, 1):
        known = meaning(" ".join(words[:size])) if len(words) > size else None
        if known and known.exact and known.keys != (OTHER,):
            return Answer(known.keys, " ".join(words[:size]), style="bare", lines=[" ".join(words[size:])])
    return None
