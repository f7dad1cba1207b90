"""The queue as people see it: places in acknowledgements, the list at a terminal, waiting, the digest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from mails import AGENT, COMPLETE, INCOMPLETE, letter, new_customer, plain
from sqlite_utils.utils import sqlite3

PLACES = {"replies": {"queue_position": True}}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def words(desk: Desk, customer: str) -> str:
    return " ".join(plain(desk.sent_to(customer)[0].octets).split())


def test_a_customer_is_told_the_place_in_the_queue_where_it_is_configured(desk):
    desk.configure(PLACES)
    first, second, urgent = new_customer(), new_customer(), new_customer()
    desk.deliver(letter(first, INCOMPLETE))
    desk.deliver(letter(second, INCOMPLETE))
    desk.deliver(letter(urgent, f"{INCOMPLETE}\nSeverity: A\n", "nobody can sign in"))

    desk.run("run", "--once")

    assert "Your request is next in line." in words(desk, first)
    assert "Your request is number 2 in the queue." in words(desk, second)
    assert "in the queue" not in words(desk, urgent)


def test_without_configuration_nobody_is_told(desk):
    customer = new_customer()
    desk.deliver(letter(customer, COMPLETE))

    desk.run("run", "--once")

    assert "next in line" not in words(desk, customer)


def test_the_list_shows_the_open_tickets_and_for_programs_all(desk):
    for _ in range(3):
        desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    desk.tell("close", "1002", "--no-answer-needed", "spam")

    shown, everything = desk.tell("tickets"), desk.tell("tickets", "--all")

    assert ("#1001" in shown, "#1002" in shown, "#1003" in shown) == (True, False, True)
    assert "#1002" in everything
    assert [line["id"] for line in desk.json("tickets")] == [1001, 1003, 1002]
    assert [line["id"] for line in desk.json("tickets", "--status", "closed")] == [1002]
    assert "1 more; --all or --limit N shows them" in desk.tell("tickets", "--limit", "1")


def test_a_ticket_waits_for_its_requester_until_they_write_or_an_agent_says_so(desk):
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))

    desk.tell("set", "1001", "status=waiting", "--agent", "Robin Hale")
    waiting = desk.ticket(1001)
    shown = desk.tell("show", "1001")
    desk.tell("set", "1001", "status=open")

    assert waiting["status"] == "waiting"
    assert "waits for the requester since" in shown
    assert "set by Robin Hale" in shown
    assert desk.ticket(1001)["status"] == "open"
    assert [len(desk.events(1001, kind)) for kind in ("waiting", "resumed")] == [1, 1]
    refused = desk.ask("set", "1001", "status=closed")
    assert refused.exit_code == 64


def test_the_team_gets_one_digest_a_morning_however_often_the_daemon_starts(desk):
    always = dict.fromkeys(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "00:00-24:00"
    )
    ahead = (8 - datetime.now(UTC).hour + 11) % 24 - 11  # a zone where it is between eight and nine in the morning
    zone = f"Etc/GMT{-ahead:+}" if ahead else "Etc/GMT"
    morning = {
        "desk": {"time_zone": zone},
        "calendars.desk": {**always, "holidays": ""},
        "digest": {"at": "07:30"},
        "sla": {"sweep": "1s"},
    }
    desk.configure(morning)
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    installed_long_ago(desk)

    desk.start()
    (digest,) = desk.sent_to(AGENT, about="due today")
    desk.stop()
    desk.start()
    desk.take(letter(new_customer(), INCOMPLETE))
    desk.sent_to(AGENT, about="#1002]")

    assert "Unassigned (1)" in plain(digest.octets)
    assert "TechOps #1001" in plain(digest.octets)
    assert len([row for row in desk.queued_to(AGENT) if row["template"] == "digest"]) == 1


def installed_long_ago(desk: Desk) -> None:
    """On the day of installation there is no digest."""
    with closing(sqlite3.connect(desk.folder / "state" / "mailticket.db")) as database, database:
        before = (datetime.now(UTC) - timedelta(days=3)).isoformat(timespec="microseconds")
        database.execute(
            "insert into meta values ('installed_at', ?) on conflict (key) do update set value = excluded.value",
            (before.removesuffix("+00:00") + "Z",),
        )


def test_a_ticket_whose_log_makes_no_clock_stands_first_and_is_shown_in_full(desk):
    for _ in range(2):
        desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    with closing(sqlite3.connect(desk.folder / "state" / "mailticket.db")) as database, database:
        database.execute("delete from event where ticket_id = 1002 and type = 'opened'")

    listed = desk.tell("tickets").splitlines()

    assert (listed[1].split()[0], "no clock" in listed[1]) == ("#1002", True)
    assert [item["id"] for item in desk.json("tickets")] == [1002, 1001]
    assert desk.json("show", "1002")["objectives"] == desk.json("explain", "1002")["clocks"] == []
    for command in ("show", "explain"):
        assert "no clock can be made of its events" in desk.tell(command, "1002")
