"""The daemon as systemd runs it: readiness, watchdog, an orderly end."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from mails import INCOMPLETE, letter, new_customer


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with embedded_desk(tmp_path) as made:
        yield made


def said(channel: socket.socket, word: str) -> str:
    """The next message with this word; the earlier ones are passed over."""
    while True:
        message = channel.recv(4096).decode()
        if word in message:
            return message


def test_it_says_when_it_is_ready_that_it_lives_and_when_it_stops(desk):
    path = desk.folder / "notify"
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as channel:
        channel.bind(str(path))
        channel.settimeout(20)

        desk.start(NOTIFY_SOCKET=str(path), WATCHDOG_USEC="1000000")
        ready = said(channel, "READY=1")
        said(channel, "WATCHDOG=1")
        said(channel, "WATCHDOG=1")
        code = desk.stop()
        said(channel, "STOPPING=1")

    assert ready.splitlines()[0] == "READY=1"
    assert code == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_within_seconds(desk, number):
    daemon = desk.start()
    desk.take(letter(new_customer(), INCOMPLETE))
    before = time.monotonic()

    daemon.process.send_signal(number)
    code = daemon.ended()

    assert code == 0
    assert time.monotonic() - before < 5
    assert daemon.log[-1]["message"] == "stopped"


def test_a_signal_ends_it_while_the_mailbox_is_away(desk):
    desk.configure({"imap": {"port": 1}})
    daemon = desk.launch()
    daemon.says("is tried again in")
    before = time.monotonic()

    code = daemon.stop()

    assert code == 0
    assert time.monotonic() - before < 5


def test_what_is_logged_names_no_words_of_a_mail(desk):
    daemon = desk.start()

    desk.take(letter(new_customer("Xaver Unusual"), INCOMPLETE, "A secret subject"))
    desk.stop()

    log = str(daemon.log)
    assert not any(word in log for word in ("Xaver", "xaver", "secret", "Gmail", desk.mailbox.password))
