"""The record of what was promised since when: documents as the daemon ran with them. Reads none of them.

Records are never changed: one that turns out wrong is superseded by a correction that says why and from when it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailticket.store import codec
from mailticket.store.database import Unit


@dataclass(frozen=True, slots=True)
class Recorded:
    """One document: it holds from ``valid_from`` until the next one. ``why`` is a correction's reason, else "".
    ``superseded_by`` is the number of the document that took its place from the beginning, None while it counts.
    """

    number: int
    valid_from: datetime
    recorded_at: datetime
    text: str
    why: str
    superseded_by: int | None = None


def in_force(unit: Unit) -> tuple[Recorded, ...]:
    """Every document that holds or held, in the order of time."""
    return _read(unit, "select * from policy where superseded_by is null order by valid_from, id")


def history(unit: Unit) -> tuple[Recorded, ...]:
    """Every document ever recorded, the superseded ones included, in the order of recording."""
    return _read(unit, "select * from policy order by id")


def _read(unit: Unit, sql: str) -> tuple[Recorded, ...]:
    return tuple(
        Recorded(
            row["id"],
            codec.time_value(row["valid_from"]),
            codec.time_value(row["recorded_at"]),
            row["document"],
            row["why"],
            row["superseded_by"],
        )
        for row in unit.rows(sql)
    )


def record(unit: Unit, text: str, valid_from: datetime, why: str = "") -> int:
    """Adds a document; every one that held from this instant or later is superseded by it."""
    begin = codec.time_text(valid_from)
    number = unit.value(
        "insert into policy (valid_from, recorded_at, document, why) values (?, ?, ?, ?) returning id",
        begin,
        codec.time_text(unit.now),
        text,
        why,
    )
    unit.write(
        "update policy set superseded_by = ? where superseded_by is null and valid_from >= ? and id <> ?",
        number,
        begin,
        number,
    )
    return int(number)
