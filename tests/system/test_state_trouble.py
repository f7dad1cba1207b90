"""When the state folder cannot be written, or is somebody else's: nothing is marked as done, and it heals by itself."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from mails import INCOMPLETE, letter, new_customer
from sqlite_utils.utils import sqlite3

NOTHING = frozenset[str]()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def flags(desk: Desk) -> list[frozenset[str]]:
    return [mail.flags - {"\\Recent"} for mail in desk.mailbox.stored()]


def test_a_second_daemon_on_the_same_state_ends_with_75_and_names_the_first(desk):
    daemon = desk.start()

    second = desk.run("run")

    assert second.returncode == 75
    assert second.stderr.count("\n") == 1
    assert f"process {daemon.process.pid}" in second.stderr
    assert desk.stop() == 0


def test_a_full_disk_marks_nothing_as_done_and_heals_by_itself(desk):
    daemon = desk.start()
    desk.take(letter(new_customer(), INCOMPLETE))
    desk.sent_to("robin@staff.test")
    written = (desk.folder / "state" / "mailticket.db-wal").stat().st_size

    # files cannot grow any more: what the kernel answers is, but for its number, what a full disk answers
    resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (written, resource.RLIM_INFINITY))
    customer = new_customer()
    desk.deliver(letter(customer, INCOMPLETE))
    failed = daemon.says("mailticket.db: ")
    daemon.says("is tried again in")
    during = flags(desk)
    resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    desk.sent_to(customer)
    desk.stop()

    assert failed["level"] == "error"
    assert during[1] == NOTHING
    assert "$Mailticket" in flags(desk)[1]
    assert len(desk.json("tickets")) == 2


@pytest.mark.slow
def test_a_database_locked_by_somebody_else_marks_nothing_as_done_and_heals_by_itself(desk):
    daemon = desk.start()
    with closing(sqlite3.connect(desk.folder / "state" / "mailticket.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        customer = new_customer()
        desk.deliver(letter(customer, INCOMPLETE))
        piped = desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))  # waits as long as the daemon
        daemon.says("database is locked")
        during = flags(desk)
        other.execute("rollback")
    desk.sent_to(customer)
    desk.stop()

    assert (piped.returncode, piped.stdout) == (75, "")
    assert "database is locked" in piped.stderr
    assert during == [NOTHING]
    assert len(desk.json("tickets")) == 1


def test_a_state_folder_that_cannot_be_made_ends_with_75_and_names_it(desk):
    (desk.folder / "state").write_text("a file where the folder should be")

    done = desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))

    assert done.returncode == 75
    assert str(desk.folder / "state") in done.stderr
