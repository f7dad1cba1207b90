"""Targets and what happens as they run out. Targets are seconds here, so no clock has to be made up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from desk import Desk, Record, Tables, embedded_desk
from mails import AGENT, INCOMPLETE, address, letter, new_customer, plain
from sqlite_utils.utils import sqlite3

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SOON: Tables = {
    "sla": {"sweep": "1s", "waking_hours": "00:00-24:00", "objectives": [{"name": "in time"}]},
    "sla.targets.C": {"first_response": "6s", "calendar": "24x7"},
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def ran_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, int, int, int]]:
    """A desk with two tickets that ran out, one some looks at the clocks before the other, and one answered in time."""
    with embedded_desk(tmp_path_factory.mktemp("desk"), SOON) as desk:
        desk.start()
        first = desk.take(letter(new_customer(), INCOMPLETE))["ticket"]
        answered = desk.take(letter(new_customer(), INCOMPLETE))["ticket"]
        desk.tell("reply", str(answered), "--message", "It works again.", "--agent", "Robin Hale")
        desk.sent_to(AGENT, 3, about=f"#{first}]")
        second = desk.take(letter(new_customer(), INCOMPLETE))["ticket"]
        desk.sent_to(AGENT, 4, about=f"#{second}]")
        desk.stop()
        yield desk, first, answered, second


def test_agents_are_told_of_each_step_of_the_ladder_once(ran_out):
    desk, first, _, _ = ran_out

    told = [str(mail.octets) for mail in desk.sent_to(AGENT, 4, about=f"#{first}]")]
    steps = [(event["step"], event["told"]) for event in desk.events(first, "warned") + desk.events(first, "breached")]

    assert len(told) == 4
    assert "answer due soon" in told[1]
    assert "answer overdue" in told[2]
    assert steps == [(0.5, []), (0.75, [address(AGENT)]), (1.0, [address(AGENT)]), (1.5, [address(AGENT)])]
    assert desk.ticket(first)["objectives"][0]["state"] == "breached"


def test_explain_and_show_tell_of_each_step_on_the_clock_of_the_desk(ran_out):
    desk, first, _, _ = ran_out
    due = datetime.fromisoformat(desk.events(first, "breached")[0]["due"]).astimezone(ZoneInfo("America/New_York"))

    said = " ".join(desk.tell("show", str(first)).split())

    assert f"first response due soon, due {due:%-d %b %H:%M}, 75 % of its time used; told Robin Hale" in said
    assert f"first response overdue, due {due:%-d %b %H:%M}; told Robin Hale" in said
    assert "+00:00" not in said


def test_an_answered_ticket_is_not_told_about(ran_out):
    desk, _, answered, _ = ran_out

    assert [event for event in desk.events(answered, "warned") if event["told"]] == []
    assert desk.events(answered, "breached") == []
    assert desk.ticket(answered)["objectives"][0]["state"] == "met"


def test_the_report_names_every_miss(ran_out):
    desk, first, _, second = ran_out

    (objective,) = desk.json("report")["objectives"]

    assert (objective["met"], objective["missed"], objective["pending"]) == (1, 2, 0)
    assert {miss["ticket"] for miss in objective["breaches"]} == {first, second}
    assert desk.json("report", "--breaches", "all")["objectives"][0]["breaches"] == objective["breaches"]


def test_the_terminal_has_a_line_for_every_miss_or_for_the_latest(ran_out):
    desk, first, _, second = ran_out

    every = desk.tell("report", "--breaches", "all").splitlines()
    latest = desk.tell("report", "--breaches", "1").splitlines()

    shown = every[every.index("2 misses") :]
    assert shown[1].split() == ["ticket", "sev", "arrived", "took", "cause"]
    assert [line.split()[1] for line in shown[2:4]] == [f"#{second}", f"#{first}"]
    assert all(line.endswith("never assigned") for line in shown[2:4])
    assert "2 misses, the latest 1 of them" in latest


def test_what_ran_out_while_the_daemon_was_down_is_told_at_the_next_start(desk):
    desk.configure({**SOON, "sla.targets.C": {"first_response": "1s", "calendar": "24x7"}})
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    desk.start()

    (breach,) = [mail for mail in desk.sent_to(AGENT, 2) if "missed its target" in " ".join(plain(mail.octets).split())]

    assert "[TechOps #1001]" in str(breach.octets)
    assert desk.events(1001, "warned") == []  # nobody is warned of what has passed


def test_a_ticket_whose_clock_cannot_be_looked_at_silences_no_other(desk):
    desk.configure({**SOON, "sla.targets.C": {"first_response": "1s", "calendar": "24x7"}})
    for _ in range(2):
        desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    with closing(sqlite3.connect(desk.folder / "state" / "mailticket.db")) as database:
        odd = "new.ticket_id = 1001 and new.type = 'breached'"
        database.execute(f"create trigger t before insert on event when {odd} begin select raise(abort, 'odd'); end")

    daemon = desk.start()
    desk.sent_to(AGENT, 2, about="#1002]")

    assert daemon.says("ticket 1001: looking at its clock failed")["level"] == "error"
    assert len(desk.events(1002, "breached")) == 1


def test_a_target_that_is_changed_holds_for_what_is_received_from_then_on(desk):
    desk.start()
    before = desk.take(letter(new_customer(), INCOMPLETE))["ticket"]
    promised = desk.ticket(before)["first_response_due"]
    desk.stop()

    desk.configure(SOON)
    desk.start()
    desk.daemon.says("they hold from now on")
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))  # a mailbox knows its second only
    after = before + 1
    desk.sent_to(AGENT, 3, about=f"#{after}]")

    assert desk.ticket(before)["first_response_due"] == promised
    assert desk.events(before, "breached") == []
    assert time_left(desk.ticket(after)) == timedelta(seconds=6)


def test_a_configuration_changes_no_promise_before_the_daemon_runs_with_it(desk):
    desk.start()
    number = desk.take(letter(new_customer(), INCOMPLETE))["ticket"]
    desk.stop()
    promised = desk.ticket(number)["first_response_due"]

    desk.configure(SOON)

    assert desk.ticket(number)["first_response_due"] == promised


def test_at_night_severity_a_is_due_within_the_hour_and_all_else_when_the_desk_opens(desk):
    opens = WEEKDAYS[(datetime.now(UTC) + timedelta(days=2)).weekday()]
    week = {opens: "06:00-20:00", "holidays": "", "time_zone": "UTC"}
    desk.configure({"desk": {"time_zone": "UTC"}, "calendars.desk": week})
    calm, urgent = new_customer(), new_customer()
    desk.deliver(letter(calm, INCOMPLETE))
    desk.deliver(letter(urgent, f"{INCOMPLETE}\nSeverity: A\n", "nobody can sign in"))

    desk.run("run", "--once")

    left = {ticket["requester"]: time_left(ticket) for ticket in desk.json("tickets")}
    words = {customer: " ".join(plain(desk.sent_to(customer)[0].octets).split()) for customer in (calm, urgent)}
    assert left[address(urgent)] == timedelta(hours=1)
    assert left[address(calm)] > timedelta(hours=24)
    assert "closed at the moment" in words[calm]
    assert "Please also call" in words[urgent]


def time_left(ticket: Record) -> timedelta:
    due, opened_at = (datetime.fromisoformat(ticket[key]) for key in ("first_response_due", "opened_at"))
    return due - opened_at
