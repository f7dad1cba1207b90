"""Killed at any point of taking in and sending: the next run finishes the work, loses nothing and doubles nothing."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, embedded_desk, environment
from mails import AGENT_ADDRESS, INCOMPLETE, address, letter, new_customer, read

STOP_AT = Path(__file__).with_name("stop_at.py")
POINTS = [
    ("ingest: begun", 2),
    ("ingest: written", 2),
    ("ingest: committed", 2),
    ("ingest: marked", 1),
    ("deliver: claimed", 2),
    ("deliver: sent", 2),
    ("deliver: noted", 2),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def kill_at(desk: Desk, point: str, times: int) -> int:
    command = [sys.executable, str(STOP_AT), str(desk.config), point, str(times)]
    return subprocess.run(command, cwd=desk.folder, env=environment(), capture_output=True, check=False).returncode


@pytest.mark.parametrize(("point", "times"), POINTS, ids=[point for point, _ in POINTS])
def test_killed_the_next_run_finishes_the_work(desk, point, times):
    customers = [new_customer() for _ in range(3)]
    for customer in customers:
        desk.deliver(letter(customer, INCOMPLETE))

    killed = kill_at(desk, point, times)
    done = desk.run("run", "--once")

    assert (killed, done.returncode) == (-9, 0), done.stderr
    tickets = desk.json("tickets")
    assert sorted(ticket["requester"] for ticket in tickets) == sorted(map(address, customers))
    assert all("$Mailticket" in mail.flags for mail in desk.mailbox.stored())
    assert desk.json("reconcile") == {"outcomes": {"ticket": 3}, "unsettled": {"INBOX": []}}
    assert desk.json("outbox") == []
    # the server took one and we could not write that down: sent once more, recognisable by its Message-ID
    doubled = 1 if point == "deliver: sent" else 0
    copies = Counter((mail.rcpt_tos[0], str(read(mail.octets)["Message-ID"])) for mail in desk.smtp.mails)
    assert sorted(copies.values()) == [1] * (6 - doubled) + [2] * doubled
    assert Counter(recipient for recipient, _ in copies) == {AGENT_ADDRESS: 3} | dict.fromkeys(
        map(address, customers), 1
    )


def test_killed_as_a_process_the_daemon_goes_on_where_it_was(desk):
    daemon = desk.start()
    customer = new_customer()
    desk.take(letter(customer, INCOMPLETE))
    desk.sent_to(AGENT_ADDRESS)

    daemon.process.kill()
    daemon.ended()
    other = new_customer()
    desk.deliver(letter(other, INCOMPLETE))
    desk.start()
    desk.sent_to(other)

    assert len(desk.queued_to(customer)) == 1
    assert len(desk.json("tickets")) == 2
