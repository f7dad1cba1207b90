"""One ticket, or one document on record, that makes no clock: mails come in and go out, and all others are watched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailticket import config as configuration
from mailticket.house import House, build
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address, Event, EventType, OpenTicket, RecordEvent
from mailticket.pipeline import check_clocks
from mailticket.sla.calendar import FAR_OFF
from mailticket.sla.configured import EVER, document, written
from mailticket.store import policies, tickets
from mailticket.store.database import Store, Unit, create

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.fixture
def house(tmp_path: Path) -> House:
    text = (
        '[desk]\naddress = "techops@desk.test"\n[imap]\nhost = "localhost"\n[smtp]\nhost = "localhost"\n'
        '[[agents]]\nname = "Robin Hale"\nemail = "robin@staff.test"\n'
    )
    return replace(build(configuration.parse(text, tmp_path / "config.toml")), now=lambda: NOW)


@pytest.fixture
def store(house: House) -> Iterator[Store]:
    create(house.config.state.path)
    opened = Store(house.config.state.path)
    yield opened
    opened.close()


def take(house: House, unit: Unit, opened: datetime = NOW, *events: Event) -> int:
    requester = Address("dana@customer.example", "Dana")
    opening = OpenTicket("Mail", requester, opened, frozenset({requester.key}), None, "C")
    first = Event(EventType.OPENED, opened, {"severity": "C"})
    number = tickets.apply(unit, (opening, *map(RecordEvent, (first, *events))), None, None, 1001).ticket
    assert number is not None
    follow_up(house, unit, number, Posting(()))
    return number


def index(unit: Unit, number: int) -> tuple[object, ...]:
    row = unit.row("select check_at, queue_rank, queue_due from ticket where id = ?", number)
    assert row is not None
    return tuple(row.values())


def test_a_desk_that_never_opens_again_takes_tickets_in_and_owes_them_an_answer_far_off(house, store):
    closed = json.loads(written(document(house.config)))
    closed["calendars"]["desk"].update(dict.fromkeys(DAYS, ""))

    with store.unit(NOW) as unit:
        policies.record(unit, json.dumps(closed), EVER)
        number = take(house, unit)
        check_at, _, due = index(unit, number)

    assert (str(check_at)[:10], str(due)[:10]) == (f"{FAR_OFF.date()}",) * 2
    assert check_clocks(house, store) == 0
