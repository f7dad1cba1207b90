"""Calendars and the record of promises, by the operator's commands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from mails import INCOMPLETE, letter, new_customer

from mailticket.store import policies
from mailticket.store.database import Store

THIS_YEAR = datetime.now(UTC).year
LAST_MARCH, NEXT_MARCH = f"{THIS_YEAR - 1}-03", f"{THIS_YEAR + 1}-03"
NIGHTS = {
    "calendars.nights": {"monday": "20:00-24:00"},
    "calendars.desk": {"special_hours": {f"{march}-02": "10:00-11:00" for march in (LAST_MARCH, NEXT_MARCH)}},
}
QUICK = {"sla.targets.C": {"first_response": "30m", "calendar": "24x7"}}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def test_the_calendars_are_listed_with_who_uses_them(desk):
    listed = {item["name"]: item["used_by"] for item in desk.json("calendar")}

    assert listed["desk"] == ["severity B", "severity C"]
    assert "severity A" in listed["24x7"]
    assert "severity B" in desk.tell("calendar")


def test_a_month_shows_every_day_and_the_total(desk):
    found = desk.json("calendar", "desk", "--month", "2026-11")
    shown = desk.tell("calendar", "desk", "--month", "2026-11")

    assert len(found["days"]) == 30
    assert found["days"][25] == {
        "date": "2026-11-26",
        "weekday": "thursday",
        "time_zone": "America/New_York",
        "open": [],
        "seconds": 0,
        "clock_shift_seconds": 0,
        "why": ["Thanksgiving Day"],
    }
    assert found["seconds"] == sum(day["seconds"] for day in found["days"]) == 19 * 14 * 3600
    assert "Thanksgiving Day" in shown
    assert "clocks go back 1:00" in shown
    assert "266:00 hours count" in shown


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("calendar", "desks"), "there are desk, 24x7"),
        (("calendar", "desk", "--month", "2026-13"), "not a month"),
        (("calendar", "desk", "--month", "9999-12"), "beyond what can be computed"),
        (("calendar", "--month", "2026-12"), "needs a calendar"),
    ],
)
def test_what_is_not_known_is_one_line_on_the_error_channel(desk, words, named):
    refused = desk.run(*words)

    assert refused.returncode == 64
    assert named in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""


def test_a_changed_configuration_is_told_apart_from_the_record_until_the_next_start(desk):
    desk.run("run", "--once")
    desk.configure(QUICK)

    said = desk.ask("check").stdout
    before = desk.json("policy")
    desk.run("run", "--once")
    after = desk.json("policy")

    assert "warn  promises       the configuration differs from version 1" in said
    assert (len(before["versions"]), before["differs"]) == (1, True)
    assert (len(after["versions"]), after["differs"]) == (2, False)
    assert after["versions"][0]["valid_from"] is None
    assert "ok    promises       version 2" in desk.ask("check").stdout


def test_an_edited_calendar_is_shown_as_planned_until_the_daemon_starts_with_it(desk):
    desk.run("run", "--once")
    desk.configure(NIGHTS)
    words = ("calendar", "desk", "--month", NEXT_MARCH)

    held, to_come = desk.ask(*words), desk.ask(*words, "--planned")
    shape = desk.json(*words, "--planned")
    desk.run("run", "--once")
    after = desk.ask(*words, "--planned")

    assert "special hours" not in held.stdout
    assert held.stderr == (
        "mailticket: calendar: the configuration differs from the record: it holds from the next start of the daemon; "
        "--planned shows it\n"
    )
    assert "10:00-11:00" in to_come.stdout
    assert "from the configuration, not yet on record" in to_come.stdout
    assert to_come.stderr == ""
    assert (shape["planned"], shape["days"][1]["open"]) == (True, [["10:00", "11:00"]])
    assert desk.json(*words)["days"][1] == shape["days"][1]
    assert "not yet on record" not in after.stdout
    assert "nothing is planned" in after.stderr


def test_hours_that_are_planned_change_nothing_that_is_over(desk):
    desk.run("run", "--once")
    desk.configure(NIGHTS)
    words = ("calendar", "desk", "--month", LAST_MARCH)

    held, to_come = desk.json(*words), desk.json(*words, "--planned")

    assert to_come["days"] == held["days"]


def test_a_calendar_that_only_the_configuration_knows_is_named_with_the_way_to_see_it(desk):
    desk.run("run", "--once")
    desk.configure(NIGHTS)

    refused = desk.run("calendar", "nights")
    shown = desk.tell("calendar", "nights", "--planned", "--month", NEXT_MARCH)

    assert (refused.returncode, refused.stdout) == (64, "")
    assert "it takes effect when the daemon starts; --planned shows it" in refused.stderr
    assert "20:00-24:00" in shown
    assert "nights" in desk.tell("calendar", "--planned")
    assert "nights" not in desk.tell("calendar")


def test_before_the_first_start_what_is_shown_is_from_the_configuration(desk):
    desk.configure(NIGHTS)

    shown = desk.ask("calendar", "--planned")

    assert "from the configuration, not yet on record" in shown.stdout
    assert "nights" in desk.tell("calendar")
    assert shown.stderr == "mailticket: calendar: nights: closed on tuesday, wednesday, thursday, friday\n"


def test_a_correction_holds_from_its_day_says_why_and_moves_open_clocks(desk):
    desk.run("run", "--once")
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    former = desk.ticket(1001)["objectives"][0]["target_seconds"]
    desk.configure(QUICK)
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()

    said = desk.tell("policy", "correct", "--since", f"{yesterday}", "--because", "the contract says half an hour")

    record = desk.json("policy")["versions"]
    assert (former, desk.ticket(1001)["objectives"][0]["target_seconds"]) == (4 * 3600, 1800)
    assert "the clocks of open tickets (1) follow it" in said
    assert [(item["version"], item["why"], item["superseded_by"]) for item in record] == [
        (1, None, None),
        (2, "the contract says half an hour", None),
    ]
    assert "the contract says half an hour" in " ".join(desk.tell("policy").split())
    assert not desk.json("policy")["differs"]


def test_a_correction_supersedes_what_was_recorded_after_its_day(desk):
    for changes in ({}, QUICK):
        desk.configure(changes)
        desk.run("run", "--once")
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()

    desk.tell("policy", "correct", "--since", f"{yesterday}", "--because", "recorded too late")

    assert [item["superseded_by"] for item in desk.json("policy")["versions"]] == [None, 3, None]


def test_what_is_on_record_already_is_not_corrected_again(desk):
    desk.run("run", "--once")
    day = (datetime.now(UTC) - timedelta(days=2)).date()
    correction = ("policy", "correct", "--because", "the contract says half an hour", "--since")
    as_recorded = desk.tell(*correction, f"{day}")
    desk.configure(QUICK)
    desk.tell(*correction, f"{day}")

    again, later = desk.tell(*correction, f"{day}"), desk.tell(*correction, f"{day + timedelta(days=1)}")
    count = len(desk.json("policy")["versions"])
    desk.tell(*correction, f"{day - timedelta(days=1)}")

    assert as_recorded == f"nothing to correct: what is on record since {day} is what the configuration says\n"
    assert (again, "nothing to correct" in later) == (as_recorded, True)
    assert (count, len(desk.json("policy")["versions"])) == (2, 3)


def test_a_document_that_cannot_be_read_stops_no_mail_and_is_named_until_it_is_corrected(desk):
    desk.run("run", "--once")
    yesterday = datetime.now(UTC) - timedelta(days=1)
    store = Store(desk.folder / "state")
    with store.unit(yesterday) as unit:
        policies.record(unit, '{"sla": {}}', yesterday)
    store.close()

    taken = desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    said = desk.ask("check").stdout
    corrected = desk.ask("policy", "correct", "--since", f"{yesterday.date()}", "--because", "it was damaged")

    assert taken.returncode == 0
    assert desk.ticket(1001)["objectives"][0]["target_seconds"] == 4 * 3600
    assert "FAIL  promises       version 2 on record cannot be read: time_zone: is required" in said
    assert corrected.exit_code == 0
    assert "ok    promises       version 3" in desk.ask("check").stdout


def test_a_correction_of_what_is_to_come_is_refused(desk):
    desk.run("run", "--once")
    to_come = (datetime.now(UTC) + timedelta(days=3)).date()

    refused = desk.ask("policy", "correct", "--since", f"{to_come}", "--because", "x")

    assert refused.exit_code == 65
    assert len(desk.json("policy")["versions"]) == 1


def test_check_warns_of_an_objective_for_a_partner_nobody_named(desk):
    desk.configure({})
    desk.config.write_text(desk.config.read_text() + '\n[[sla.objectives]]\nname = "one"\npartner = ["Fabricam"]\n')

    said = desk.ask("check")

    assert 'warn  objectives     "one" chooses the partner "Fabricam", whom no [[partners]] table names' in said.stdout


def test_explain_names_the_version_of_the_targets_alone_as_hours_change_for_every_ticket(desk):
    desk.run("run", "--once")
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))

    shown = desk.tell("explain", "1001")

    assert "targets of version 1" in shown
    assert "calendars of version" not in shown


def test_explain_shows_what_a_clock_would_be_had_it_never_stood_still(desk):
    desk.configure({"sla": {"pauses": {"first_response": ["information_requested"]}}})
    desk.run("run", "--once")
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    desk.run("run", "--once")

    shown, shape = desk.tell("explain", "1001"), desk.json("explain", "1001")

    assert "had it never stood still: first response running" in " ".join(shown.split())
    (twin,) = shape["never_paused"]
    assert (twin["state"], shape["clocks"][0]["state"]) == ("running", "paused")
