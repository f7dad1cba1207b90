"""The index of clocks: one line for each, replaced with every change of its ticket and read by the hundred thousand.

Never a second truth: whoever doubts it makes it again from the log. Computes no clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from mailticket.model import Address, Event, FieldValue
from mailticket.sla.measured import FORM, Facts, Line, ticks
from mailticket.store import codec, meta
from mailticket.store.database import Unit

_AT_A_TIME = 1000  # rows fetched together: more of them leave the processor's cache and take longer
_BASIS = "measurement_basis"


# ---------------------------------------------------------------- writing


class Labels:
    """Names to numbers, 0 for none; remembers what it has looked up. For one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._known = {"": 0}

    def __call__(self, name: str) -> int:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._number(name)
        return known

    def _number(self, name: str) -> int:
        self._unit.write("insert into label (name) values (?) on conflict (name) do nothing", name)
        return int(self._unit.value("select id from label where name = ?", name))


def replace(unit: Unit, ticket: int, lines: Iterable[Line], code: Callable[[str], int] | None = None) -> None:
    """These are the clocks of the ticket from now on; of a long ticket few lines change with an event."""
    code = code or Labels(unit)
    before = set(
        unit.stream("select measure, number, unpaused, started, line from measurement where ticket_id = ?", ticket)
    )
    wanted = {_row(line, code) for line in lines}
    unit.write_each(
        "delete from measurement where ticket_id = ? and measure = ? and number = ? and unpaused = ?",
        [(ticket, *row[:3]) for row in before - wanted],
    )
    unit.write_each(
        "insert into measurement (ticket_id, measure, number, unpaused, started, line) values (?, ?, ?, ?, ?, ?)",
        [(ticket, *row) for row in wanted - before],
    )


def _row(line: Line, code: Callable[[str], int]) -> tuple[object, ...]:
    clock = line.clock
    return str(clock.measure), clock.number, int(line.unpaused), ticks(clock.started_at), line.packed(code)


# ---------------------------------------------------------------- reading


def names(unit: Unit) -> tuple[str, ...]:
    """Every name at the place of its number; gaps are ""."""
    known = dict(unit.stream("select id, name from label"))
    return tuple(known.get(number, "") for number in range(max(known, default=0) + 1))


def packed(unit: Unit, measure: str, since: int, until: int) -> bytearray:
    """The lines of clocks of this measure that started from ``since`` until before ``until``, in ticks."""
    found = bytearray()
    cursor = unit.db.execute(
        "select line from measurement where measure = ? and started >= ? and started < ? order by started, line",
        (measure, since, until),
    )
    while rows := cursor.fetchmany(_AT_A_TIME):
        found += b"".join(chain.from_iterable(rows))
    return found


# ---------------------------------------------------------------- what the lines are made of


Called: TypeAlias = Callable[[FieldValue | None, Address], str]  # the partner, by what is named and who writes
Logs: TypeAlias = Mapping[int, tuple[Event, ...]]


def facts(unit: Unit, first: int, last: int, called: Called, known: Logs | None = None) -> Iterator[Facts]:
    """The tickets with these numbers, both included. ``known`` are their logs, where somebody has them already."""
    logs = _logs(unit, first, last) if known is None else known
    named = {
        ticket: FieldValue("partner_name", codec.content_value(value), source, confidence=confidence)
        for ticket, value, source, confidence in unit.stream(
            "select ticket_id, value, source, confidence from field"
            " where key = 'partner_name' and ticket_id between ? and ?",
            first,
            last,
        )
    }
    for number, category, assignee, requester in unit.stream(
        "select id, category, assignee, requester from ticket where id between ? and ? order by id", first, last
    ):
        partner = called(named.get(number), Address(requester))
        yield Facts(number, partner, category or "", assignee, logs.get(number, ()))


def _logs(unit: Unit, first: int, last: int) -> dict[int, tuple[Event, ...]]:
    found: dict[int, list[Event]] = {}
    keys = ("type", "at", "data", "message")
    for ticket, *row in unit.stream(
        "select ticket_id, type, at, data, message from event where ticket_id between ? and ? order by ticket_id, id",
        first,
        last,
    ):
        found.setdefault(ticket, []).append(codec.event_value(dict(zip(keys, row, strict=True))))
    return {ticket: tuple(events) for ticket, events in found.items()}


def ranges(unit: Unit, size: int) -> list[tuple[int, int]]:
    """All ticket numbers as stretches of at most ``size``."""
    first, last = unit.db.execute("select min(id), max(id) from ticket").fetchone()
    return [] if first is None else [(at, at + size - 1) for at in range(first, last + 1, size)]


# ---------------------------------------------------------------- what the index rests on


def basis(documents: Iterable[tuple[int, str, str]], *others: object) -> str:
    """A digest of everything beside the log that lines depend on: their form, each promise on record, and others."""
    return hashlib.sha256(repr((FORM, tuple(documents), *others)).encode()).hexdigest()


def rests_on(unit: Unit, wanted: str) -> bool:
    return meta.get(unit, _BASIS) == wanted


def note_basis(unit: Unit, resting_on: str) -> None:
    meta.put(unit, _BASIS, resting_on)
