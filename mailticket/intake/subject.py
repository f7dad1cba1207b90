"""What a subject line says about conversations: its topic without prefixes, and ticket numbers of ours. Pure."""

from __future__ import annotations

import re

# Reply and forward prefixes that mail programs put before a subject, with their counters ("Re[2]:", "AW:", "Antw.:").
_PREFIX = re.compile(
    r"\s*(?:re|aw|antw|sv|vs|r|rif|res|fw|fwd|wg|tr|rv|enc|i|vl|doorst|auto|automatic reply|automatische antwort)"
    r"\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*",
    re.I,
)
_LONGEST = 998  # RFC 5322 §2.1.1
_MOST_NUMBERS = 5


def topic(subject: str, desk: str) -> str:
    """The subject for comparison: no prefixes, no ticket tag of this desk, blanks and case levelled."""
    return " ".join(without_prefixes(_tag(desk).sub(" ", subject[:_LONGEST])).casefold().split())


def without_prefixes(subject: str) -> str:
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject


def ticket_numbers(subject: str, desk: str) -> tuple[int, ...]:
    """The numbers written as this desk writes them (``TechOps #1042``, brackets or not), in order of appearance."""
    found = (int(match[1]) for match in _tag(desk).finditer(subject[:_LONGEST]))
    return tuple(dict.fromkeys(found))[:_MOST_NUMBERS]


def _tag(desk: str) -> re.Pattern[str]:
    return re.compile(rf"\[?\b{re.escape(desk)} ?# ?(\d{{1,12}})\b\]?", re.I)
