"""One ticket, or one document on record, that makes no clock: mails come in and go out, and all others are watched."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from houses import ROBIN, house_at

from mailticket.decisions import Automation, OpenTicket, RecordEvent, Reply
from mailticket.desk import by_hand
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address, Event, EventType, OutgoingMail
from mailticket.morning import send_digest
from mailticket.outbound.send import Refusal
from mailticket.pipeline import check_clocks, deliver
from mailticket.sla.calendar import FAR_OFF
from mailticket.sla.configured import EVER, document, written
from mailticket.starting import started
from mailticket.store import meta, policies, tickets
from mailticket.store.database import Unit

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_at(tmp_path, NOW, ROBIN)


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


# ---------------------------------------------------------------- a ticket whose log opens nothing


def unopened(house: House, unit: Unit) -> int:
    """A ticket that lost the event that opened it."""
    number = take(house, unit)
    unit.write("delete from event where ticket_id = ?", number)
    return number


def answered_by_command(house: House, unit: Unit, number: int) -> None:
    actions = by_hand.answer(tickets.load(unit, number), "Robin Hale", "It works again.", NOW)
    follow_up(house, unit, number, Posting(tickets.apply(unit, actions, number, None, 1001).replies))


def test_an_outcome_is_noted_for_a_ticket_without_clocks_and_the_next_mail_goes_out(house, store, caplog):
    with store.unit(NOW) as unit:
        first, second = take(house, unit), take(house, unit)
        for number in (first, second):
            answered_by_command(house, unit, number)
        unit.write("delete from event where ticket_id = ? and type = 'opened'", first)

    tries = deliver(house, store, Willing(), lambda: False)

    with store.reading(NOW) as unit:
        states = [row["state"] for row in unit.rows("select state from outbox order by id")]
    assert (tries, states) == (2, ["sent", "sent"])
    assert f"ticket {first} has no clocks" in caplog.text


class Willing:
    """A server that takes every mail."""

    usable = True

    def send(self, _mail: OutgoingMail) -> tuple[Refusal, ...]:
        return ()


def test_the_sweep_looks_at_a_ticket_without_clocks_again_only_after_a_while(house, store):
    with store.unit(NOW) as unit:
        number = unopened(house, unit)
        unit.write("update ticket set check_at = ? where id = ?", "2026-11-24T14:00:00.000000Z", number)

    looks = [check_clocks(house, store), check_clocks(house, store)]

    assert looks == [1, 0]
    with store.reading(NOW) as unit:
        assert str(index(unit, number)[0]).startswith("2026-11-24T16:00")


def test_the_daemon_starts_with_such_a_ticket_and_moves_the_others_to_new_targets(house, store):
    with store.unit(NOW) as unit:
        unopened(house, unit)
        other = take(house, unit)
    store.close()

    with started(house) as own, own.reading(NOW) as unit:
        assert index(unit, other)[0] is not None
        assert policies.in_force(unit)


def test_the_digest_counts_such_a_ticket_and_names_the_others(house, store):
    with store.unit(NOW) as unit:
        broken, other = unopened(house, unit), take(house, unit)
        meta.put(unit, "installed_at", "2026-11-02T15:00:00.000000Z")

    assert send_digest(house, store, lambda _house, _store: ())

    with store.reading(NOW) as unit:
        mail = bytes(unit.value("select octets from outbox where template = 'digest'")).decode()
    assert "Unassigned (2)" in mail
    assert (f"#{broken}" in mail, f"#{other}" in mail) == (False, True)


# ---------------------------------------------------------------- a document on record that cannot be read


def test_mails_are_taken_in_and_set_aside_while_the_record_cannot_be_read(house, store):
    with store.unit(NOW) as unit:
        policies.record(unit, "no document", EVER)
        meta.put(unit, "installed_at", "2026-11-02T15:00:00.000000Z")
        number = take(house, unit)
        answered_by_command(house, unit, number)
        notice = Reply("quarantine", (Address("robin@staff.test"),), Automation.GENERATED, text="too deep")
        follow_up(house, unit, None, Posting((notice,)))
        queued = [row["template"] for row in unit.rows("select template from outbox order by id")]

    assert queued == ["agent_reply", "quarantine"]
    assert deliver(house, store, Willing(), lambda: False) == 2
    assert check_clocks(house, store) == 0
    assert send_digest(house, store, lambda _house, _store: ())
