"""The digest against a real database: what stands in it, and that a restart sends no second one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import standings
from houses import ROBIN, house_at

from mailticket.decisions import Assign, OpenTicket, RecordEvent, SetStatus
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address, Event, EventType, TicketStatus
from mailticket.morning import send_digest
from mailticket.sla.attainment import Standing
from mailticket.store import meta, outbox, tickets
from mailticket.store.database import Store

INSTALLED = datetime(2026, 11, 2, 15, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 13, tzinfo=UTC)  # a Tuesday, 08:00 at the desk
PAT = '[[agents]]\nname = "Pat Lead"\nemail = "pat@staff.test"\nrole = "manager"\n'
HOUR = timedelta(hours=1)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_at(tmp_path, MORNING, ROBIN + PAT)


@pytest.fixture
def store(store: Store) -> Store:
    with store.unit(INSTALLED) as unit:
        meta.installed_at(unit)
    return store


def add(house: House, store: Store, opened: datetime, *more: object) -> int:
    requester = Address("dana@customer.example", "Dana")
    opening = OpenTicket("Mail", requester, opened, frozenset({requester.key}), None, "C")
    actions = (opening, RecordEvent(Event(EventType.OPENED, opened, {"severity": "C"})), *more)
    with store.unit(MORNING) as unit:
        applied = tickets.apply(unit, actions, None, None, 1001)
        follow_up(house, unit, applied.ticket, Posting(()))
    assert applied.ticket is not None
    return applied.ticket


def digests(store: Store) -> list[str]:
    with store.reading(MORNING) as unit:
        rows = unit.rows("select octets, rcpt_to from outbox where template = 'digest' order by id")
        assert len(outbox.listing(unit, outbox.State.QUEUED)) == len(rows)
    return [" ".join(bytes(row["octets"]).decode().split("text/html")[0].split()) + row["rcpt_to"] for row in rows]


def test_it_names_what_is_overdue_due_waiting_unassigned_and_new(house, store):
    add(house, store, MORNING - 40 * HOUR)  # Sunday 16:00, due Monday 10:00
    add(house, store, MORNING - 2 * HOUR, Assign("Robin Hale"))  # today 6:00, due at 10:00
    waits = RecordEvent(Event(EventType.WAITING, MORNING - HOUR)), SetStatus(TicketStatus.WAITING)
    add(house, store, MORNING - 200 * HOUR, *waits)
    closed = RecordEvent(Event(EventType.CLOSED, MORNING - HOUR)), SetStatus(TicketStatus.CLOSED)
    add(house, store, MORNING - 3 * HOUR, *closed)

    sent = send_digest(house, store, lambda _house, _store: (standings.standing(standings.FIRST, 9, 1),))

    (mail,) = digests(store)
    assert sent
    assert "Subject: TechOps: Tuesday 24 November 2026, 2 overdue, 1 due today" in mail
    assert "Overdue (2) - TechOps #1003" in mail
    assert "Due today (1) - TechOps #1002, severity C, due Tuesday 24 November 2026, 10:00 AM EST, Robin Hale" in mail
    assert "Waiting for the requester (1) - TechOps #1003" in mail
    assert "Unassigned (1) - TechOps #1001" in mail
    assert "Came in since the desk closed (1) - TechOps #1002" in mail
    assert "first response stands at 90 %" in mail
    assert "#1004" not in mail
    assert mail.endswith('["robin@staff.test","pat@staff.test"]')


def test_it_is_sent_once_a_day_also_after_a_restart(house, store):
    assert send_digest(house, store)
    store.close()
    again = Store(house.config.state.path)

    assert not send_digest(house, again)
    assert not send_digest(replace(house, now=lambda: MORNING + HOUR), again)
    assert send_digest(replace(house, now=lambda: MORNING + 24 * HOUR), again)
    assert len(digests(again)) == 2
    again.close()


def test_without_agents_there_is_none(house, store):
    alone = replace(house, config=house.config.model_copy(update={"agents": ()}))

    assert not send_digest(alone, store)


def test_many_tickets_are_counted_and_only_the_first_named(house, store):
    for _ in range(23):
        add(house, store, MORNING - 2 * HOUR)

    send_digest(house, store)

    (mail,) = digests(store)
    assert "Due today (23)" in mail
    assert "and 3 more" in mail


def test_the_objectives_tell_what_they_still_allow(house, store):
    answered = Event(EventType.AGENT_REPLIED, MORNING - HOUR, {"counts": True, "why": "written", "agent": "Robin Hale"})
    add(house, store, MORNING - 2 * HOUR, RecordEvent(answered))

    send_digest(house, store)

    (mail,) = digests(store)
    assert "first response stands at 100 % (goal 80 %), 0 misses left in the budget until 30 November 2026 at" in mail
    assert "phone" not in mail


def test_figures_that_fail_keep_no_digest_from_being_sent(house, store):
    def broken(_house: House, _store: Store) -> tuple[Standing, ...]:
        raise ZeroDivisionError

    assert send_digest(house, store, broken)
    assert len(digests(store)) == 1
