"""Mails of several people that one mail passes on, each a matter; a thread passed on as a whole is one."""

from __future__ import annotations

from itertools import pairwise

from mailticket.intake import header_block
from mailticket.intake.issue_told import TOLD_ITEM, Issue, Told, title
from mailticket.intake.quote_marks import FORWARDED
from mailticket.intake.subject import without_prefixes

# without one of them no mail is passed on under a mark
_WORDS = frozenset((
    "forwarded", "weitergeleitete", "weitergeleiteten", "transféré", "réexpédié", "reenviado", "encaminhada",
    "reencaminhada", "inoltrato", "doorgestuurd", "vidarebefordrat", "videresendt", "przekazana",
))  # fmt: skip
_MARK = 400  # characters of a line that may be a mark


def forwards(told: Told) -> list[Issue]:
    """The mails behind the marks of a mail program, when each has a subject of its own."""
    if told.words.isdisjoint(_WORDS):
        return []
    lines = told.text.split("\n")
    marks = [at for at, line in enumerate(lines) if FORWARDED.match(line[:_MARK])]
    found = [_mail(lines[at + 1 : end]) for at, end in pairwise([*marks, len(lines)])]
    subjects = {subject for subject, _ in found if subject}
    if len(found) < 2 or len(subjects) != len(found) or any(len(text) < TOLD_ITEM for _, text in found):
        return []
    return [Issue(title(text), text) for _, text in found]


def _mail(lines: list[str]) -> tuple[str, str]:
    """Its subject without prefixes, and its text below the header."""
    head = header_block.length(lines)
    subject = without_prefixes(header_block.subject(lines[:head]))
    return subject.strip().casefold(), "\n".join(lines[head:]).strip()
