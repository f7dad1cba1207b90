"""When the mailbox cannot be reached, or the configuration is wrong: clear words, the right exit code, no busy loop."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from door import door
from mails import INCOMPLETE, letter, new_customer


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def test_check_passes_on_a_sound_desk_and_says_what_it_looked_at(desk):
    done = desk.run("check")

    assert done.returncode == 0, done.stdout
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["ok", name] for name in ("configuration", "imap", "smtp", "database", "promises", "objectives", "templates")
    ]


def test_check_with_a_wrong_password_ends_with_69_and_names_the_login(desk):
    (desk.folder / "password").write_text("wrong")

    done = desk.run("check")

    (line,) = [line for line in done.stdout.splitlines() if line.startswith("FAIL")]
    assert done.returncode == 69
    assert "login refused" in line
    assert line.split()[1:3] == ["imap", "127.0.0.1:"]
    assert "wrong" not in line.partition("login refused")[2]  # the password itself


def test_check_says_which_days_a_calendar_with_few_of_them_is_closed_on(desk):
    desk.configure({"calendars.desk": {"thursday": "08:00-12:00", "friday": "08:00-12:00"}})

    told, planned = desk.tell("check"), desk.ask("calendar", "desk", "--planned")

    for said in (told, planned.stderr):
        assert "desk: closed on monday, tuesday, wednesday\n" in said


def test_one_mail_is_told_as_one(desk):
    desk.deliver(letter(new_customer(), INCOMPLETE))

    assert "INBOX holds 1 mail" in desk.tell("check")
    assert "holds 1 mails" not in desk.tell("check")


@pytest.mark.parametrize(("mode", "told"), [(0o644, True), (0o602, True), (0o640, False), (0o600, False)])
def test_check_warns_of_a_password_that_everybody_can_read_and_fails_nothing(desk, mode, told):
    (desk.folder / "password").chmod(mode)

    done = desk.ask("check")

    warned = [line for line in done.stdout.splitlines() if line.startswith("warn")]
    assert done.exit_code == 0
    assert [f"(mode {mode:04o})" in line and "/password is open to" in line for line in warned] == [True] * told


def test_run_once_without_a_mailbox_ends_with_69(desk):
    with door(desk.mailbox.server.port, is_open=False) as entrance:
        desk.configure({"imap": {"port": entrance.port}})

        done = desk.run("run", "--once")

    assert done.returncode == 69
    assert "imap 127.0.0.1" in done.stderr


def test_a_mailbox_that_is_away_is_tried_again_at_growing_distances(desk):
    with door(desk.mailbox.server.port, is_open=False) as entrance:
        desk.configure({"imap": {"port": entrance.port}})
        daemon = desk.launch()
        daemon.logged(lambda _: sum("tried again" in record["message"] for record in daemon.log) == 2)

        knocks = entrance.knocks
        entrance.open()
        customer = new_customer()
        desk.deliver(letter(customer, INCOMPLETE))
        desk.sent_to(customer)

    assert knocks == 2


def test_a_wrong_password_is_tried_again_and_no_reason_to_end(desk):
    (desk.folder / "password").write_text("wrong")
    daemon = desk.launch()
    refused = daemon.says("login refused")

    (desk.folder / "password").write_text(desk.mailbox.password)
    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE))
    desk.sent_to(customer)

    assert refused["level"] == "error"


def test_a_connection_that_breaks_while_waiting_is_made_anew_and_nothing_is_missed(desk):
    with door(desk.mailbox.server.port) as entrance:
        desk.configure({"imap": {"port": entrance.port}})
        desk.start()
        desk.take(letter(new_customer(), INCOMPLETE))

        entrance.cut()
        customer = new_customer()
        desk.deliver(letter(customer, INCOMPLETE))
        desk.sent_to(customer)
        desk.stop()

    assert len(desk.json("tickets")) == 2


def test_every_mistake_of_a_configuration_is_named_at_once(desk):
    text = desk.config.read_text().replace('"TechOps"', '""').replace("per_minute = 0", 'per_minute = "many"')
    desk.config.write_text(f'{text}\n[sla]\nsweep = "often"\n[fields]\nrequierd = ["phone"]\n')

    done = desk.run("check")

    assert done.returncode == 78
    for key in ("desk.name", "smtp.per_minute", "sla.sweep", "fields.requierd"):
        assert key in done.stderr


def test_a_missing_configuration_is_named_with_its_remedy(desk):
    desk.config.unlink()

    done = desk.run("run")

    assert done.returncode == 78
    assert "mailticket init" in done.stderr


def test_a_folder_that_does_not_exist_is_named_with_those_there_are(desk):
    desk.configure({"imap": {"folder": "Support"}})

    done = desk.run("check")

    assert done.returncode == 69
    assert 'no folder "Support"' in done.stdout
    assert "Archive" in done.stdout


def test_a_connection_that_breaks_again_and_again_is_made_anew_as_fast_as_the_first_time(desk):
    with door(desk.mailbox.server.port) as entrance:
        desk.configure({"imap": {"port": entrance.port}})
        daemon = desk.start()
        for _ in range(4):
            desk.take(letter(new_customer(), INCOMPLETE))
            entrance.cut()
        desk.take(letter(new_customer(), INCOMPLETE))

    waits = [record["message"] for record in daemon.log if "is tried again in" in record["message"]]
    assert len(waits) >= 4
    assert all(wait.endswith((" 0 s", " 1 s")) for wait in waits)


def test_the_death_of_the_idle_reading_process_costs_no_mail(desk):
    daemon = desk.start()
    desk.take(letter(new_customer(), INCOMPLETE))
    for child in _children(daemon.process.pid):
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(child, signal.SIGKILL)

    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE))

    assert len(desk.sent_to(customer)) == 1


def _children(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
