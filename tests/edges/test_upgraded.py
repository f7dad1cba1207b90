"""A state folder of the program before there were steps: nobody is told again what they have heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mailticket import config as configuration
from mailticket.decisions import OpenTicket, RecordEvent
from mailticket.house import build
from mailticket.model import Address, Event, EventType
from mailticket.pipeline import check_clocks
from mailticket.starting import started
from mailticket.store import outbox, tickets
from mailticket.store.database import Store, Unit, create

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
CONFIG = """
[desk]
address = "techops@desk.test"
[imap]
host = "localhost"
[smtp]
host = "localhost"
[[agents]]
name = "Robin Hale"
email = "robin@staff.test"
[[agents]]
name = "Pat Lead"
email = "pat@staff.test"
role = "manager"
"""


def test_an_open_ticket_told_of_its_breach_before_the_upgrade_is_not_told_of_again(tmp_path: Path) -> None:
    house = replace(build(configuration.parse(CONFIG, tmp_path / "config.toml")), now=lambda: NOW)
    create(house.config.state.path)
    store = Store(house.config.state.path)
    with store.unit(NOW) as unit:
        old = open_ticket(unit, NOW - 20 * HOUR, Event(EventType.BREACHED, NOW - 19 * HOUR, {"due": "then"}))
        warned = open_ticket(unit, NOW - 20 * HOUR, Event(EventType.WARNED, NOW - 19 * HOUR, {"due": "then"}))
        unwatched = open_ticket(unit, NOW - 20 * HOUR)
    store.close()

    with started(house) as own:
        check_clocks(house, own)
        with own.reading(NOW) as unit:
            about = {row["ticket_id"] for row in outbox.listing(unit, outbox.State.QUEUED)}
            steps = [event.data.get("step") for event in tickets.events(unit, old)]

    assert about == {warned, unwatched}  # nobody had been told of their breach
    assert steps == [None, None, 1.5]


def open_ticket(unit: Unit, opened: datetime, *events: Event) -> int:
    opening = OpenTicket("Mail", Address("dana@customer.example"), opened, frozenset(), None, "A")
    first = Event(EventType.OPENED, opened, {"severity": "A"})
    number = tickets.apply(unit, (opening, *map(RecordEvent, (first, *events))), None, None, 1001).ticket
    assert number is not None
    return number
