"""The store on a real database: one transaction a unit, the ledger, the order of the outbox, migrations at once."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3

from mailticket.contacts import Channel, Contact
from mailticket.decisions import AddMessage, Automation, Direction, OpenTicket, Outcome, RecordEvent, Reply, SetFields
from mailticket.errors import NoSuchTicket, StateLocked, StoreError
from mailticket.model import (
    Address,
    BodyText,
    Classification,
    Event,
    EventType,
    FieldValue,
    InboundMessage,
    MessageKey,
    MessageKind,
    OutgoingMail,
    RawMessage,
    Reading,
)
from mailticket.store import contacts, ledger, messages, meta, outbox, policies, tickets
from mailticket.store.database import Store, Unit, copy_to_try_on, create, sole_daemon

CHECKOUT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DANA = Address("dana@customer.example", "Dana")
FIRST_NUMBER = 1001


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create(tmp_path)
    with closing(Store(tmp_path)) as opened:
        yield opened


def raw(
    octets: bytes = b"From: dana@customer.example\r\n\r\ntext", uid: int = 1, path: Path | None = None
) -> RawMessage:
    digest = hashlib.sha256(octets).hexdigest()
    kept = None if path else octets
    return RawMessage(MessageKey("INBOX", 7, uid), NOW, len(octets), digest, kept, path)


def reading(message_id: str = "<1@customer.example>") -> Reading:
    message = InboundMessage(message_id, (DANA,), (Address("techops@desk.test"),), "Mail", "text")
    person = Classification(MessageKind.PERSON, "no mark of a machine", answerable=True)
    return Reading(message, person, BodyText("text"), content_hash=f"hash of {message_id}")


def open_ticket(unit: Unit, *more: object) -> int:
    handled = tickets.Handled(raw(), reading())
    messages.keep_raw(unit, handled.raw)
    actions = (
        OpenTicket("Mail", DANA, NOW, frozenset({DANA.key}), "mail_flow", "B"),
        AddMessage(Direction.INBOUND, MessageKind.PERSON),
        RecordEvent(Event(EventType.OPENED, NOW, {"severity": "B"})),
        *more,
    )
    number = tickets.apply(unit, actions, None, handled, FIRST_NUMBER).ticket
    assert number is not None
    return number


def queue(unit: Unit, name: str, *, urgent: bool = False, template: str = "acknowledgement") -> int:
    reply = Reply(template, (DANA,), Automation.REPLIED, urgent=urgent)
    mail = OutgoingMail(f"<{name}@desk.test>", "", (DANA.addr,), name.encode(), f"subject {name}")
    return outbox.queue(unit, outbox.Queued(None, reply, mail, "mail"))


def claimed(unit: Unit) -> str | None:
    item = outbox.claim(unit)
    return item.mail.octets.decode() if item else None


# ---------------------------------------------------------------- units


def test_a_unit_that_fails_leaves_nothing_behind(store):
    def fails() -> None:
        with store.unit(NOW) as unit:
            open_ticket(unit)
            queue(unit, "a")
            ledger.enter(unit, ledger.Entry(MessageKey("INBOX", 7, 1), NOW, Outcome.TICKET, "rule"))
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fails()

    with store.reading(NOW) as unit:
        tables = [row["name"] for row in unit.rows("select name from sqlite_master where type = 'table'")]
        counts = {name: unit.value(f"select count(*) from {name}") for name in tables if not name.startswith("_")}
    assert set(counts.values()) == {0}, counts


def test_what_is_written_in_a_reading_view_is_forgotten(store):
    with store.reading(NOW) as unit:
        open_ticket(unit)

    with store.reading(NOW) as unit:
        assert tickets.numbers(unit) == []


def test_a_locked_database_is_a_store_error_in_one_line_and_holds_up_no_reader(store):
    with store.reading(NOW) as unit:
        unit.db.execute("pragma busy_timeout = 50")  # else it would be waited for a quarter of a minute
    with closing(sqlite3.connect(store.folder / "mailticket.db", isolation_level=None)) as other:
        other.execute("begin immediate")

        with pytest.raises(StoreError, match=r"mailticket\.db: database is locked"), store.unit(NOW):
            pass
        with store.reading(NOW) as unit:
            assert tickets.numbers(unit) == []


def test_a_file_that_is_no_database_is_a_store_error(tmp_path):
    (tmp_path / "mailticket.db").write_bytes(b"this is no database, and long enough to be seen as none" * 20)

    with pytest.raises(StoreError, match="not a database"):
        Store(tmp_path)


def test_a_folder_without_a_database_is_named_with_its_remedy(tmp_path):
    with pytest.raises(StoreError, match="mailticket init"):
        Store(tmp_path)


# ---------------------------------------------------------------- opening


def test_three_processes_may_make_the_state_at_once(tmp_path):
    script = "import sys; from pathlib import Path; from mailticket.store.database import create; sys.stdin.read(); "
    command = [sys.executable, "-c", script + "create(Path(sys.argv[1]))", str(tmp_path / "state")]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}

    started = [
        subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)
    ]
    for process in started:  # all wait here until their standard input ends
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    said = [process.communicate(timeout=60)[1] for process in started]

    assert [process.returncode for process in started] == [0, 0, 0], said
    with closing(Store(tmp_path / "state")) as store, store.unit(NOW) as unit:
        assert open_ticket(unit) == FIRST_NUMBER


def test_the_state_belongs_to_one_daemon_until_it_ends(tmp_path):
    with sole_daemon(tmp_path), pytest.raises(StateLocked, match=f"process {os.getpid()}"), sole_daemon(tmp_path):
        pass

    with sole_daemon(tmp_path):
        pass


def test_the_time_of_installation_is_noted_once(store):
    with store.unit(NOW) as unit:
        meta.installed_at(unit)
    with store.unit(NOW + SECOND) as unit:
        assert meta.installed_at(unit) == NOW


# ---------------------------------------------------------------- tickets


def test_a_ticket_comes_back_as_it_was_written(store):
    field = FieldValue("tenant_domains", ("a.example", "b.example"), "label", "a, b", 0.9)
    with store.unit(NOW) as unit:
        number = open_ticket(unit, SetFields((field,), "requester", NOW))

    with store.reading(NOW) as unit:
        ticket = tickets.load(unit, number)
    assert (ticket.id, ticket.subject, ticket.severity, ticket.category) == (FIRST_NUMBER, "Mail", "B", "mail_flow")
    assert (ticket.requester, ticket.opened_at, ticket.participants) == (DANA, NOW, frozenset({DANA.key}))
    assert ticket.fields["tenant_domains"].value == ("a.example", "b.example")
    assert [event.type for event in ticket.events] == [EventType.OPENED, EventType.FIELDS_SET]
    assert ticket.thread == ("<1@customer.example>",)


def test_the_former_value_of_a_field_stays_in_the_log(store):
    with store.unit(NOW) as unit:
        number = open_ticket(unit, SetFields((FieldValue("cmp_id", "1", "label"),), "requester", NOW))
        tickets.apply(
            unit, (SetFields((FieldValue("cmp_id", "2", "hand"),), "agent", NOW),), number, None, FIRST_NUMBER
        )

    with store.reading(NOW) as unit:
        ticket = tickets.load(unit, number)
    (change,) = ticket.events[-1].data["fields"]
    assert (change["former"], change["value"], ticket.fields["cmp_id"].by) == ("1", "2", "agent")


def test_numbers_count_on_from_the_first(store):
    with store.unit(NOW) as unit:
        numbers = [open_ticket(unit) for _ in range(3)]

    assert numbers == [1001, 1002, 1003]


def test_an_unknown_ticket_is_an_error_of_its_own(store):
    with store.reading(NOW) as unit, pytest.raises(NoSuchTicket):
        tickets.load(unit, 4711)


def test_the_nearest_ancestor_decides_which_ticket_is_meant(store):
    with store.unit(NOW) as unit:
        first = open_ticket(unit)
        handled = tickets.Handled(raw(b"other", 2), reading("<2@customer.example>"))
        messages.keep_raw(unit, handled.raw)
        opening = OpenTicket("Other", DANA, NOW, frozenset(), None, None)
        other = (opening, AddMessage(Direction.INBOUND, MessageKind.PERSON))
        second = tickets.apply(unit, other, None, handled, FIRST_NUMBER).ticket

        found = messages.ticket_of_any(unit, ["<1@customer.example>", "<2@customer.example>", "<unknown@x>"])

    assert (found, first) == (second, 1001)


def test_only_checks_that_are_due_are_listed(store):
    with store.unit(NOW) as unit:
        due, later, never = (open_ticket(unit) for _ in range(3))
        tickets.set_index(unit, due, NOW - SECOND, None)
        tickets.set_index(unit, later, NOW + SECOND, None)
        tickets.set_index(unit, never, None, None)

        assert tickets.due_for_check(unit) == [due]


# ---------------------------------------------------------------- raw mails


def test_raw_octets_are_kept_once_and_whole(store, tmp_path):
    large = tmp_path / "spool" / "large"
    large.write_bytes(b"large" * 1000)
    with store.unit(NOW) as unit:
        messages.keep_raw(unit, raw(b"small", 1))
        messages.keep_raw(unit, raw(b"small", 2))
        messages.keep_raw(unit, raw(b"large" * 1000, 3, large))

        found = [
            messages.raw_octets(unit, hashlib.sha256(octets).hexdigest()) for octets in (b"small", b"large" * 1000)
        ]
        rows = unit.value("select count(*) from raw")

    assert found == [b"small", b"large" * 1000]
    assert rows == 2
    assert not large.exists()


def test_a_large_mail_can_be_kept_after_a_transaction_that_was_undone(store, tmp_path):
    large = tmp_path / "spool" / "large"
    large.write_bytes(b"large")
    mail = raw(b"large", 1, large)
    with store.reading(NOW) as unit:
        messages.keep_raw(unit, mail)

    with store.unit(NOW) as unit:
        messages.keep_raw(unit, mail)

    with store.reading(NOW) as unit:
        assert messages.raw_octets(unit, mail.sha256) == b"large"


def test_a_large_mail_that_cannot_be_moved_is_a_store_error(store, tmp_path):
    with pytest.raises(StoreError, match=r"cannot be kept as .*No such file"), store.unit(NOW) as unit:
        messages.keep_raw(unit, raw(b"large", 1, tmp_path / "spool" / "missing"))


# ---------------------------------------------------------------- the ledger


def test_every_uid_has_one_end_for_its_mailbox_and_uidvalidity(store):
    with store.unit(NOW) as unit:
        for key in (
            MessageKey("INBOX", 7, 1),
            MessageKey("INBOX", 7, 5),
            MessageKey("INBOX", 8, 9),
            MessageKey("Sent", 7, 3),
        ):
            ledger.enter(unit, ledger.Entry(key, NOW, Outcome.IGNORED, "rule"))

        assert ledger.uids(unit, "INBOX", 7) == {1, 5}
        assert ledger.highest_uid(unit, "INBOX", 7) == 5
        assert ledger.highest_uid(unit, "Drafts", 7) == 0
        assert ledger.is_entered(unit, MessageKey("INBOX", 8, 9))
        assert not ledger.is_entered(unit, MessageKey("INBOX", 8, 1))
        assert ledger.outcomes(unit) == {"ignored": 4}


def test_a_uid_cannot_end_twice(store):
    def enters_twice() -> None:
        with store.unit(NOW) as unit:
            for _ in range(2):
                ledger.enter(unit, ledger.Entry(MessageKey("INBOX", 7, 1), NOW, Outcome.IGNORED, "rule"))

    with pytest.raises(sqlite3.IntegrityError):  # no StoreError: trying again would not help
        enters_twice()


def test_mail_that_was_left_alone_was_not_fetched(store):
    with store.unit(NOW) as unit:
        ledger.enter(unit, ledger.Entry(MessageKey("INBOX", 7, 1), NOW, Outcome.IGNORED, "left alone"))
        ledger.enter(unit, ledger.Entry(MessageKey("INBOX", 7, 2), NOW, Outcome.TICKET, "rule", "ab12"))

        assert ledger.fetched_uids(unit, "INBOX", 7) == {2}


def test_the_first_end_of_the_same_octets_is_remembered(store):
    with store.unit(NOW) as unit:
        number = open_ticket(unit)
        ledger.enter(unit, ledger.Entry(MessageKey("INBOX", 7, 1), NOW, Outcome.TICKET, "rule", "ab12", number))
    with store.unit(NOW + SECOND) as unit:
        ledger.enter(unit, ledger.Entry(MessageKey("INBOX", 7, 2), NOW, Outcome.IGNORED, "again", "ab12"))

        assert ledger.earlier(unit, "ab12") == {"outcome": "ticket", "ticket_id": number}
        assert ledger.earlier(unit, "cd34") is None


def test_a_mail_out_of_quarantine_gets_its_new_end(store):
    with store.unit(NOW) as unit:
        mail = raw()
        messages.keep_raw(unit, mail)
        number = ledger.quarantine(unit, mail, "too deep")
        ledger.enter(unit, ledger.Entry(mail.key, NOW, Outcome.QUARANTINED, "too deep", mail.sha256))

        claims = [ledger.claim_quarantined(unit, item) for item in (number, number, number + 1)]
        ledger.change_end(unit, mail.key, Outcome.IGNORED, "dismissed", None)

        assert claims == [True, False, False]
        assert ledger.quarantined(unit) == []
        assert ledger.outcomes(unit) == {"ignored": 1}


# ---------------------------------------------------------------- the outbox


def test_mails_are_claimed_urgent_ones_first_then_in_their_order(store):
    with store.unit(NOW) as unit:
        queue(unit, "first")
        queue(unit, "second")
        queue(unit, "urgent", urgent=True)

        assert [claimed(unit) for _ in range(4)] == ["urgent", "first", "second", None]


def test_a_deferred_mail_is_claimed_when_its_time_has_come_and_not_before(store):
    with store.unit(NOW) as unit:
        queue(unit, "a")
        item = outbox.claim(unit)
        outbox.defer(unit, item, NOW + SECOND, "451 later")
        assert outbox.claim(unit) is None
        assert outbox.next_due(unit) == NOW + SECOND

    with store.unit(NOW + SECOND) as unit:
        again = outbox.claim(unit)

    assert (again.mail, again.attempts) == (item.mail, 2)


def test_a_mail_given_back_has_cost_no_attempt(store):
    with store.unit(NOW) as unit:
        queue(unit, "a")
        outbox.give_back(unit, outbox.claim(unit), NOW, "away")

        assert outbox.claim(unit).attempts == 1


def test_interrupted_mails_are_sent_again_with_the_same_octets(store):
    with store.unit(NOW) as unit:
        for name in ("sent", "interrupted", "waiting"):
            queue(unit, name)
        outbox.mark_sent(unit, outbox.claim(unit))
        interrupted = outbox.claim(unit)

    with store.unit(NOW + SECOND) as unit:
        assert outbox.recover(unit) == 1
        again = [outbox.claim(unit), outbox.claim(unit)]
        rest = outbox.claim(unit)

    assert {item.mail.octets for item in again} == {b"interrupted", b"waiting"}
    assert interrupted.mail in [item.mail for item in again]
    assert rest is None


def test_two_senders_never_claim_the_same_mail(store):
    with store.unit(NOW) as unit:
        for number in range(40):
            queue(unit, f"mail-{number}")
    taken: list[str] = []

    def take() -> None:
        with closing(Store(store.folder)) as own:
            while True:
                with own.unit(NOW) as unit:
                    name = claimed(unit)
                if name is None:
                    return
                taken.append(name)

    senders = [threading.Thread(target=take) for _ in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(30)

    assert sorted(taken) == sorted(f"mail-{number}" for number in range(40))


def test_the_rate_and_the_loop_guard_look_back_over_their_window_only(store):
    with store.unit(NOW) as unit:
        queue(unit, "a")
        queue(unit, "b", template="notification")
        outbox.mark_sent(unit, outbox.claim(unit))

    with store.unit(NOW + timedelta(minutes=10)) as unit:
        assert outbox.sent_since(unit, NOW - SECOND) == [NOW]
        assert outbox.sent_since(unit, NOW) == []
        assert outbox.acknowledged(unit, DANA.key, timedelta(hours=1)) == ["mail"]
        assert outbox.acknowledged(unit, DANA.key, timedelta(minutes=5)) == []


def test_a_database_of_an_earlier_release_is_brought_up_by_whatever_opens_it_first(tmp_path: Path) -> None:
    create(tmp_path)
    with closing(sqlite3.connect(tmp_path / "mailticket.db")) as old:
        old.execute("alter table field drop column evidence")
        old.execute("delete from _sqlite_migrations where name = 'm002_evidence'")
        old.commit()

    with closing(Store(tmp_path)) as store, store.reading(datetime.now(UTC)) as unit:
        columns = [row["name"] for row in unit.rows("select name from pragma_table_info('field')")]

    assert "evidence" in columns


def test_a_copy_to_try_on_holds_what_decisions_rest_on_without_octets_and_waits_for_nobody(store, tmp_path):
    with store.unit(NOW) as unit:
        number = open_ticket(unit)
        queue(unit, "a")
        policies.record(unit, "{}", NOW)
    scratch = tmp_path / "scratch"

    with store.unit(NOW) as unit:
        open_ticket(unit)
        copy_to_try_on(store.folder, scratch)

    with closing(Store(scratch)) as copied, copied.unit(NOW) as unit:
        assert tickets.numbers(unit) == [number]
        assert tickets.load(unit, number).severity == "B"
        assert messages.ticket_of_any(unit, ["<1@customer.example>"]) == number
        assert len(policies.in_force(unit)) == 1
        assert claimed(unit) == ""
        assert open_ticket(unit) == number + 1
    with store.reading(NOW) as unit:
        assert messages.raw_octets(unit, raw().sha256) == raw().octets


def test_a_database_without_promises_on_record_gets_the_place_for_them_and_keeps_its_outbox(tmp_path: Path) -> None:
    create(tmp_path)
    with closing(Store(tmp_path)) as store, store.unit(NOW) as unit:
        queue(unit, "waiting")
    with closing(sqlite3.connect(tmp_path / "mailticket.db")) as old:
        old.execute("alter table outbox drop column on_sent")
        old.execute("drop table policy")
        old.execute("delete from _sqlite_migrations where name = 'm003_policies'")
        old.commit()

    with closing(Store(tmp_path)) as store, store.unit(NOW) as unit:
        item = outbox.claim(unit)
        promised = policies.in_force(unit)

    assert item is not None
    assert (item.mail.message_id, item.sent_events) == ("<waiting@desk.test>", ())
    assert promised == ()


# ---------------------------------------------------------------- what becomes true when a mail is sent


def test_an_answer_is_an_event_once_a_server_has_it_with_that_time(store):
    answer = Event(EventType.AGENT_REPLIED, NOW, {"agent": "Robin", "counts": True})
    reply = Reply("agent_reply", (DANA,), Automation.NO, sent_events=(answer,))
    mail = OutgoingMail("<answer@desk.test>", "", (DANA.addr,), b"answer", "Re: Mail")
    with store.unit(NOW) as unit:
        number = open_ticket(unit)
        outbox.queue(unit, outbox.Queued(number, reply, mail, "mail"))
    with store.unit(NOW + SECOND) as unit:
        item = outbox.claim(unit)
        recorded = tickets.load(unit, number).events
        outbox.defer(unit, item, NOW + 2 * SECOND, "greylisted")
    with store.unit(NOW + 5 * SECOND) as unit:
        sent = outbox.mark_sent(unit, outbox.claim(unit))

    assert [event.type for event in recorded] == [EventType.OPENED]
    assert sent == (Event(EventType.AGENT_REPLIED, NOW + 5 * SECOND, answer.data),)


def test_an_answer_that_some_recipients_still_lack_is_an_event_only_once(store):
    answer = Event(EventType.AGENT_REPLIED, NOW, {"agent": "Robin", "counts": True})
    reply = Reply("agent_reply", (DANA,), Automation.NO, sent_events=(answer,))
    mail = OutgoingMail("<answer@desk.test>", "", (DANA.addr, "cc@customer.example"), b"answer", "Re: Mail")
    with store.unit(NOW) as unit:
        outbox.queue(unit, outbox.Queued(None, reply, mail, "mail"))
        item = outbox.claim(unit)
        first = outbox.mark_sent(unit, item)
        outbox.narrow(unit, item, ("cc@customer.example",))
        outbox.defer(unit, item, NOW, "mailbox busy")
        again = outbox.mark_sent(unit, outbox.claim(unit))

    assert (len(first), again) == (1, ())


# ---------------------------------------------------------------- what was promised since when


def test_a_document_holds_until_the_next_one(store):
    with store.unit(NOW) as unit:
        policies.record(unit, "first", NOW - 3600 * SECOND)
    with store.unit(NOW + SECOND) as unit:
        policies.record(unit, "second", unit.now)
        held = policies.in_force(unit)

    assert [(item.text, item.valid_from) for item in held] == [
        ("first", NOW - 3600 * SECOND),
        ("second", NOW + SECOND),
    ]


def test_a_correction_supersedes_what_held_from_its_instant_on_and_stays_with_its_reason(store):
    with store.unit(NOW) as unit:
        policies.record(unit, "first", NOW)
        policies.record(unit, "wrong", NOW + SECOND)
        policies.record(unit, "right", NOW + SECOND, "the holiday was worked")

        held, history = policies.in_force(unit), policies.history(unit)

    assert [item.text for item in held] == ["first", "right"]
    assert [(item.text, item.why) for item in history] == [
        ("first", ""),
        ("wrong", ""),
        ("right", "the holiday was worked"),
    ]


# ---------------------------------------------------------------- contacts


def call(at: datetime = NOW, **more: object) -> Contact:
    return replace(Contact(Channel.PHONE, at, timedelta(milliseconds=120_001)), **more)


def test_a_contact_with_a_known_source_is_not_added_again_and_one_without_always_is(store):
    with store.unit(NOW) as unit:
        added = [contacts.add(unit, call(source=source)) for source in ("a", "a", "", "")]
        bulk = contacts.add_each(unit, map(contacts.columns, [call(source="a"), call(source="b")]))

    assert (added, bulk) == ([True, False, True, True], 1)


def test_contacts_between_two_instants_come_as_tuples_in_order_and_to_the_millisecond(store):
    with store.unit(NOW) as unit:
        for second in (2, 1, 0, 3):
            contacts.add(unit, call(NOW + second * SECOND, agent=f"agent {second}", answered=second != 1))

        found = list(contacts.between(unit, NOW, NOW + 2 * SECOND))
        listed = list(contacts.listing(unit, NOW, NOW + 2 * SECOND))

    assert found == [
        ("phone", NOW, 120.001, True, "agent 0"),
        ("phone", NOW + SECOND, 120.001, False, "agent 1"),
    ]
    assert [item.agent for item in listed] == ["agent 0", "agent 1"]
    assert listed[0] == call(agent="agent 0")


def test_a_contact_of_a_ticket_that_does_not_exist_is_not_stored(store):
    with pytest.raises(sqlite3.IntegrityError), store.unit(NOW) as unit:
        contacts.add(unit, call(ticket=4711))
