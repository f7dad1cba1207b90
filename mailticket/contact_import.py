"""A telephone system's table taken into the store: read whole, then written in one transaction, or not at all.

What was read waits in an unnamed file, so that neither memory nor the database is held while the table still arrives.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import IO, TypeAlias
from zoneinfo import ZoneInfo

from mailticket import contact_csv
from mailticket.contact_csv import Note, Problem, Read, Stranger, Terms
from mailticket.contacts import Channel, Contact
from mailticket.errors import StoreError
from mailticket.house import House
from mailticket.store import contacts, tickets
from mailticket.store.contacts import Columns
from mailticket.store.database import Store

Told: TypeAlias = Problem | Note | Stranger


@dataclass(frozen=True, slots=True)
class Wish:
    """How a table is to be taken. ``channel`` and ``time_format`` are for tables that leave them open."""

    skip_bad: bool = False
    dry_run: bool = False
    channel: Channel | None = None
    time_format: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the rows; one that was known already, by its source, is changed in nothing."""

    taken: int
    known: int
    refused: int


def terms(house: House, store: Store, wish: Wish) -> Terms:
    @lru_cache(maxsize=10_000)
    def knows_ticket(number: int) -> bool:
        with store.reading(house.now()) as unit:
            return tickets.exists(unit, number)

    config = house.config
    spellings = {word.casefold(): agent.name for agent in config.agents for word in (agent.name, agent.email)}
    zone = ZoneInfo(config.desk.time_zone)
    return Terms(zone, house.now(), knows_ticket, spellings, wish.channel, wish.time_format)


def take(house: House, store: Store, lines: Iterable[str], wish: Wish, tell: Callable[[Told], None]) -> Taken:
    """Takes every row or, unless bad ones are to be skipped, none; ``tell`` hears of each problem as it is met.

    Raises UnusableTable by the header, and StoreError when there is no room.
    """
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8", dir=store.folder) as waiting:
            good, refused = _set_aside(contact_csv.read(lines, terms(house, store, wish)), waiting, tell)
            if refused and not wish.skip_bad:
                return Taken(0, 0, refused)
            taken = _write(house, store, _set_aside_rows(waiting), wish)
    except OSError as error:
        raise StoreError(f"{store.folder}: {error.strerror or error}") from error
    return Taken(taken, good - taken, refused)


def _set_aside(reading: Iterable[Read], waiting: IO[str], tell: Callable[[Told], None]) -> tuple[int, int]:
    good = refused = 0
    for item in reading:
        if isinstance(item, Contact):
            waiting.write(json.dumps(contacts.columns(item)) + "\n")
            good += 1
        else:
            tell(item)
            refused += isinstance(item, Problem)
    return good, refused


def _set_aside_rows(waiting: IO[str]) -> Iterator[Columns]:
    waiting.seek(0)
    for line in waiting:
        yield json.loads(line)


def _write(house: House, store: Store, rows: Iterator[Columns], wish: Wish) -> int:
    opened = store.reading if wish.dry_run else store.unit  # what is written in a reading view is forgotten
    with opened(house.now()) as unit:
        return contacts.add_each(unit, rows)
