"""Phone and chat contacts: added one by one or by the file, and listed by when they began. Measures nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypeAlias

from mailticket.contacts import MILLISECOND, Channel, Contact
from mailticket.store import codec
from mailticket.store.database import Unit

# channel, when it began, seconds waited, answered or abandoned, agent
Waited: TypeAlias = tuple[str, datetime, float, bool, str]
# channel, at, waited_ms, answered, agent, ticket_id, source: as the table has them, and as JSON can hold them
Columns: TypeAlias = tuple[str, str, int, int, str, int | None, str]

_INSERT = (
    "insert into contact (channel, at, waited_ms, answered, agent, ticket_id, source, recorded_at)"
    " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
)
_BETWEEN = " from contact where at >= ? and at < ? order by at, id"


def columns(contact: Contact) -> Columns:
    return (
        str(contact.channel),
        codec.time_text(contact.at),
        contact.waited // MILLISECOND,
        int(contact.answered),
        contact.agent,
        contact.ticket,
        contact.source,
    )


def add(unit: Unit, contact: Contact) -> bool:
    """False when the contact has a source that is known already: then nothing is changed. The ticket must exist."""
    return add_each(unit, [columns(contact)]) == 1


def add_each(unit: Unit, rows: Iterable[Columns]) -> int:
    """Adds contacts as they come, holding none; returns how many were new, by their source."""
    now = codec.time_text(unit.now)
    return unit.write_each(_INSERT, ((*row, now) for row in rows))


def listing(unit: Unit, since: datetime, until: datetime) -> Iterator[Contact]:
    """Contacts that began from ``since`` until before ``until``, oldest first, read as they are asked for."""
    names = "channel, at, waited_ms, answered, agent, ticket_id, source"
    for channel, at, waited, answered, agent, ticket, source in unit.stream(
        f"select {names}{_BETWEEN}",
        codec.time_text(since),
        codec.time_text(until),
    ):
        span = timedelta(milliseconds=waited)
        yield Contact(Channel(channel), codec.time_value(at), span, bool(answered), agent, ticket, source)


def between(unit: Unit, since: datetime, until: datetime) -> Iterator[Waited]:
    """The same contacts as plain tuples, for figures over very many of them.

    ``waited`` is in seconds, exact to the millisecond; of an abandoned contact it is how long they had patience.
    """
    rows = unit.stream(
        f"select channel, at, waited_ms, answered, agent{_BETWEEN}",
        codec.time_text(since),
        codec.time_text(until),
    )
    for channel, at, waited, answered, agent in rows:
        yield channel, codec.time_value(at), waited / 1000, answered == 1, agent
