"""The index of places in the database: who is ahead of whom, and what a list of the queue holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailticket.decisions import OpenTicket, RecordEvent, SetFields
from mailticket.desk.queue import Place
from mailticket.model import Address, Event, EventType, FieldValue, TicketStatus
from mailticket.store import queue, tickets
from mailticket.store.database import Store, Unit, create

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    create(tmp_path)
    store = Store(tmp_path)
    with store.unit(NOW) as opened:
        yield opened
    store.close()


def add(unit: Unit, place: Place | None, status: TicketStatus = TicketStatus.NEW) -> int:
    requester = Address("dana@customer.example", "Dana")
    opening = OpenTicket("Mail", requester, NOW, frozenset({requester.key}), None, None, status)
    fields = SetFields((FieldValue("cmp_id", "7", "text"),), "requester", NOW)
    number = tickets.apply(unit, (opening, RecordEvent(Event(EventType.OPENED, NOW)), fields), None, None, 1001).ticket
    assert number is not None
    tickets.set_index(unit, number, None, place)
    return number


def test_ahead_are_those_due_before_and_of_one_due_time_those_that_came_before(unit):
    urgent, sooner, same = Place(0, NOW + 9 * HOUR), Place(1, NOW + HOUR), Place(1, NOW + 2 * HOUR)
    numbers = [add(unit, place) for place in (same, urgent, sooner, same, Place(1, NOW + 3 * HOUR), None)]

    assert [queue.ahead(unit, same, number) for number in (numbers[0], numbers[3])] == [2, 3]
    assert queue.ahead(unit, urgent, numbers[1]) == 0


def test_a_ticket_that_has_no_place_yet_is_not_counted_itself(unit):
    number = add(unit, None)

    assert queue.ahead(unit, Place(1, NOW), number) == 0


def test_the_list_begins_with_what_is_to_be_answered_and_goes_on_with_the_newest(unit):
    answered = add(unit, None, TicketStatus.OPEN)
    later, sooner = add(unit, Place(1, NOW + HOUR)), add(unit, Place(1, NOW))
    closed = add(unit, None, TicketStatus.CLOSED)
    newest = add(unit, None, TicketStatus.WAITING)

    assert queue.numbers(unit, queue.OPEN, 100) == [sooner, later, newest, answered]
    assert queue.numbers(unit, queue.OPEN, 3) == [sooner, later, newest]
    assert queue.numbers(unit, (TicketStatus.CLOSED,), 3) == [closed]
    assert queue.count(unit, queue.OPEN) == 4


def test_many_tickets_are_loaded_as_each_alone(unit):
    numbers = [add(unit, None) for _ in range(3)]

    found = {ticket.id: ticket for ticket in tickets.load_many(unit, [*numbers, 9999])}

    assert found == {number: tickets.load(unit, number) for number in numbers}
