"""Our own request, filled in and sent back: between its marks every line is a label we printed or an answer to one.

Reads only the first copy in a mail, whatever a mail program did to it: quote marks, blank lines, broken lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import Answer
from mailticket.intake.quote_marks import CLOSING
from mailticket.vocabulary import FIELDS, FORM_BEGINS, FORM_ENDS

_LABEL = re.compile(
    r"^[\s*_•·-]{0,6}([^\s:(*_][^:(]{1,60}?)[\s*_]{0,4}(?:\([^()]{0,80}\)[\s*_]{0,4})?"
    r":[\s*_]{0,6}(.*)$"
)
_GREETING = re.compile(r"[\s*_]{0,6}(?:hello|hi|dear|hallo|guten tag|bonjour|hola)\b[^.!?]{0,80},[\s*_]{0,4}$", re.I)
_LINES_ABOVE = 30  # of our mail between its greeting and the form
_LINES_BELOW = 8  # in which its end, its closing and its name stand
_KEYS = {plain(item.label): item.key for item in FIELDS}


def own_form(lines: Sequence[Line]) -> range:
    """The numbers of the lines between the marks; an empty range when the form is not there."""
    begin = next((at for at, line in enumerate(lines) if _is_mark(line, FORM_BEGINS)), None)
    if begin is None:
        return range(0)
    end = next((at for at in range(begin, len(lines)) if _is_mark(lines[at], FORM_ENDS)), len(lines))
    return range(begin + 1, end)


def own_mail(lines: Sequence[Line]) -> range:
    """The numbers of the lines of our mail around the form, which a mail program left unmarked: from the greeting
    above it to the closing below; an empty range when the form is not there."""
    form = own_form(lines)
    if not form:
        return form
    above = range(form.start - 1, max(-1, form.start - _LINES_ABOVE), -1)
    begin = next((at for at in above if _GREETING.match(lines[at].text)), form.start - 1)
    filled = [at for at in range(form.stop, min(len(lines), form.stop + _LINES_BELOW)) if lines[at].text.strip()]
    closed = len(filled) > 1 and CLOSING.match(lines[filled[1]].text)
    return range(begin, filled[2] + 1 if closed and len(filled) > 2 else filled[0] + 1 if filled else form.stop)


def read_form(lines: Sequence[Line]) -> tuple[Answer, ...]:
    """Each printed label with what stands beside it and under it, up to the next label."""
    answers: list[Answer] = []
    for line in _whole_labels(lines):
        found = _LABEL.match(line)
        key = _KEYS.get(plain(found[1])) if found else None
        if found and key:
            answers.append(Answer((key,), found[1].strip(), style="form", lines=[found[2]] if found[2] else []))
        elif answers and line.strip():
            answers[-1].lines.append(line.strip())
    return tuple(answers)


def _is_mark(line: Line, words: str) -> bool:
    return line.text.lstrip(" *_").startswith(("-", "–", "—")) and words in line.text.casefold()


def _whole_labels(lines: Sequence[Line]) -> list[str]:
    """The lines, with labels that a mail program broke inside their hint put together again."""
    whole: list[str] = []
    for line in lines:
        if whole and whole[-1].rfind("(") > whole[-1].rfind(")") and ")" in line.text:
            whole[-1] = f"{whole[-1].rstrip()} {line.text.strip()}"
        else:
            whole.append(line.text)
    return whole
