"""The index of clocks: always what making it again from the log gives, and made again when its ground moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from houses import house_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailticket import measuring, reporting
from mailticket.decisions import Assign, OpenTicket, RecordEvent, SetFields
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address, Event, EventType, FieldValue
from mailticket.promises import put_on_record
from mailticket.store import contacts, measurements, policies, tickets
from mailticket.store.database import Unit

NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PAUSES = '[sla.pauses]\nfirst_response = ["waiting"]\n'
STRICTER = '[[sla.objectives]]\nname = "first response"\nshare = 0.99\n'
_KINDS = {
    EventType.AGENT_REPLIED: {"counts": True, "agent": "Kim", "why": "to the requester"},
    EventType.RECEIVED: {},
    EventType.SEVERITY_SET: {"severity": "A"},
    EventType.WAITING: {},
    EventType.RESUMED: {},
    EventType.CLOSED: {"agent": "Kim"},
    EventType.REOPENED: {},
    EventType.HANDED_OFF: {"upstream": "microsoft", "severity": "B"},
}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_at(tmp_path, NOW, PAUSES)


def take(house: House, unit: Unit, *later: tuple[EventType, datetime], partner: str = "Contoso") -> int:
    """A ticket of an hour and a half ago with its events."""
    begin = NOW - 90 * MINUTE
    value = FieldValue("partner_name", partner, "body")
    opening = (
        OpenTicket("matter", Address("a@b.test"), begin, frozenset(), "mail_flow", "C"),
        RecordEvent(Event(EventType.OPENED, begin, {"severity": "C", "category": "mail_flow"})),
        SetFields((value,), "requester", begin),
        Assign("Sam"),
        *(RecordEvent(Event(kind, at, _KINDS[kind])) for kind, at in later),
    )
    number = tickets.apply(unit, opening, None, None, 1001).ticket
    assert number is not None
    follow_up(house, unit, number, Posting(()))
    return number


def index(unit: Unit) -> list[tuple[object, ...]]:
    return list(unit.stream("select * from measurement order by ticket_id, measure, number, unpaused"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.sampled_from(sorted(_KINDS)), st.integers(0, 80)), max_size=6), max_size=4))
def test_the_index_is_what_making_it_again_gives(house, store, histories):
    with store.unit(NOW) as unit:
        for history in histories:
            take(house, unit, *((kind, NOW - minutes * MINUTE) for kind, minutes in history))
        kept = index(unit)

    measuring.make_again(house, store)

    with store.reading(NOW) as unit:
        assert index(unit) == kept


def test_an_index_that_was_lost_is_made_again(house, store):
    with store.unit(NOW) as unit:
        take(house, unit, (EventType.AGENT_REPLIED, NOW))
        kept = index(unit)
        unit.write("delete from measurement")
        assert not measuring.is_current(house, unit)

    measuring.make_again(house, store)

    with store.reading(NOW) as unit:
        assert (index(unit), measuring.is_current(house, unit)) == (kept, True)


def test_a_corrected_promise_makes_the_index_out_of_date(house, store):
    measuring.make_again(house, store)
    with store.unit(NOW) as unit:
        put_on_record(house, unit)
        assert measuring.is_current(house, unit)  # the first record is what held without any

        policies.record(unit, policies.in_force(unit)[0].text, NOW - timedelta(days=1), "the wrong hours")

        assert not measuring.is_current(house, unit)


def test_other_public_holidays_make_the_index_out_of_date(house, store):
    measuring.make_again(house, store)

    with store.reading(NOW) as unit:
        assert measurements.rests_on(unit, measuring.basis(house, unit))
        assert not measurements.rests_on(unit, measuring.basis(house, unit, public_holidays="0.1"))


def test_a_change_of_the_ticket_changes_its_line(house, store):
    with store.unit(NOW) as unit:
        number = take(house, unit)
        before = wanted(house, unit)
        tickets.apply(
            unit, (RecordEvent(Event(EventType.AGENT_REPLIED, NOW, _KINDS["agent_replied"])),), number, None, 1
        )
        follow_up(house, unit, number, Posting(()))
        after = wanted(house, unit)

    assert (before.total.pending, after.total.met) == (1, 1)
    assert (list(before.by_agent), list(after.by_agent)) == (["Sam"], ["Kim"])
    assert list(after.by_partner) == ["Contoso"]
    assert after.unpaused is not None


def test_an_objective_edited_today_is_asked_of_no_month_that_is_over(house, store, tmp_path):
    edited = house_at(tmp_path, NOW, PAUSES + STRICTER)
    with store.unit(NOW - timedelta(days=40)) as unit:
        put_on_record(house, unit)
    with store.unit(NOW) as unit:
        put_on_record(edited, unit)

    with store.reading(NOW) as unit:
        days = (date(2026, 10, 31), date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 30), None)
        shares = [reporting.objectives(edited, unit, day)[0].share for day in days]

    assert shares == [0.8, 0.8, 0.99, 0.99, 0.99]


def test_an_objective_holds_once_it_is_on_record_or_while_nothing_is(house, store, tmp_path):
    edited = house_at(tmp_path, NOW, PAUSES + STRICTER)
    with store.unit(NOW) as unit:
        before = reporting.objectives(edited, unit)
        put_on_record(house, unit)
        after = reporting.objectives(edited, unit)

    assert (before[0].share, after[0].share) == (0.99, 0.8)


def test_partners_are_called_as_they_are_configured(house, store, tmp_path):
    table = '[[partners]]\nname = "Contoso GmbH"\ndomains = ["b.test"]\n[[partners]]\nname = "Fabrikam"\n'
    known = house_at(tmp_path, NOW, PAUSES + table)
    with store.unit(NOW) as unit:
        for name in ("Contoso", "contoso  GMBH", "FABRIKAM"):
            take(house, unit, partner=name)
    measuring.make_again(house, store)
    with store.reading(NOW) as unit:
        as_written, current = list(wanted(house, unit).by_partner), measuring.is_current(known, unit)

    measuring.make_again(known, store)

    with store.reading(NOW) as unit:
        found = {name: group.total for name, group in wanted(known, unit).by_partner.items()}
    assert (as_written, current) == (["Contoso", "FABRIKAM", "contoso  GMBH"], False)
    assert found == {"Contoso GmbH": 2, "Fabrikam": 1}


def wanted(house: House, unit: Unit, name: str = "first response", **more: object):
    chosen = tuple(item for item in house.config.sla.objectives if item.name == name)
    return reporting.report(house, unit, reporting.Wanted(chosen, **more)).standings[0]


def test_only_so_many_breaches_are_told_in_full_but_all_are_counted(house, store):
    later = replace(house, now=lambda: NOW + timedelta(days=2))
    with store.unit(NOW) as unit:
        for _ in range(3):
            take(house, unit)
    with store.reading(NOW + timedelta(days=2)) as unit:
        few, every = wanted(later, unit, breaches=2), wanted(later, unit, breaches=None)

    assert (few.breach_count, [item.ticket for item in few.breaches]) == (3, [1003, 1002])
    assert [item.cause for item in every.breaches] == ["never assigned"] * 3


def test_calls_are_judged_from_what_was_logged(house, store):
    columns = [("phone", 30, 1), ("phone", 200, 1), ("chat", 10, 1), ("phone", 300, 0)]
    rows = [
        (channel, f"2026-11-18T14:0{n}:00.000000Z", seconds * 1000, answered, "Kim", None, f"{n}")
        for n, (channel, seconds, answered) in enumerate(columns)
    ]
    with store.unit(NOW) as unit:
        contacts.add_each(unit, rows)
        phone, chat = wanted(house, unit, "phone"), wanted(house, unit, "chat", since=date(2026, 11, 18))

    assert (phone.total.met, phone.total.missed, chat.total.met) == (1, 2, 1)
    assert [miss.cause for miss in phone.breaches] == ["given up after 5 minutes", "answered 80 seconds late"]


def test_an_event_of_a_long_ticket_writes_only_the_lines_it_changes(house, store):
    talk = ((EventType.RECEIVED, EventType.AGENT_REPLIED)[n % 2] for n in range(60))
    with store.unit(NOW) as unit:
        number = take(house, unit, *((kind, NOW - (80 - n) * MINUTE) for n, kind in enumerate(talk)))
        tickets.record(unit, number, Event(EventType.RECEIVED, NOW, {}), None)
        before = unit.value("select total_changes()")

        follow_up(house, unit, number, Posting(()))

        assert len(index(unit)) > 30
        assert unit.value("select total_changes()") - before <= 6
