"""The words of the morning's digest as its templates print them. Pure: looks nothing up, renders nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from babel.dates import format_date

from mailticket.config import Config
from mailticket.desk.digest import Digest, Entry, Section
from mailticket.outbound import clean, wording

_DAY = "EEEE d MMMM y"
_TITLE = 80  # characters of a subject


@dataclass(frozen=True, slots=True)
class Line:
    """One ticket: ``TechOps #1042``, its severity's letter, when its answer is due, who has it, subject and author."""

    number: str
    severity: str
    due: str
    assignee: str
    title: str
    requester: str


@dataclass(frozen=True, slots=True)
class Part:
    """One section; ``more`` is how many of its tickets are not named."""

    title: str
    total: int
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Words:
    """The whole digest: ``overdue`` and ``due`` are the totals that stand in the subject."""

    day: str
    sections: tuple[Part, ...] = ()
    budget: tuple[str, ...] = ()
    overdue: int = 0
    due: int = 0


def words(digest: Digest | None, config: Config, today: date) -> Words:
    """Of a mail that is no digest: the day alone."""
    digest = digest or Digest(today)
    totals = {section.title: section.total for section in digest.sections}
    return Words(
        format_date(digest.day, _DAY, locale="en_US"),
        tuple(_part(section, config) for section in digest.sections),
        tuple(clean.one_line(sentence, 300) for sentence in digest.budget),
        totals.get("Overdue", 0),
        totals.get("Due today", 0),
    )


def _part(section: Section, config: Config) -> Part:
    lines = tuple(_line(entry, config) for entry in section.entries)
    return Part(section.title, section.total, lines, section.total - len(lines))


def _line(entry: Entry, config: Config) -> Line:
    ticket = entry.ticket
    number = f"{config.desk.name} #{ticket.id}"
    due = wording.moment(entry.due, ZoneInfo(config.desk.time_zone)) if entry.due else ""
    return Line(
        number,
        entry.severity,
        due,
        clean.one_line(ticket.assignee, 80),
        clean.title(ticket.subject, f"[{number}]", _TITLE),
        clean.one_line(ticket.requester.name, 80) or clean.one_line(ticket.requester.addr),
    )
