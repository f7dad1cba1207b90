"""The loops of the daemon against embedded servers: what one does when the other, or the database, is not ready."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

import pytest

from mailticket import config, house, starting
from mailticket.decisions import Automation, Reply
from mailticket.demo.imap_server import ImapServer
from mailticket.desk.situation import Folder
from mailticket.errors import OutcomeNotNoted, StoreError
from mailticket.loops import MailboxLoop, OutboxLoop
from mailticket.model import Address, OutgoingMail
from mailticket.store import outbox
from mailticket.store.database import Store

DANA = "dana@customer.example"


@pytest.fixture
def desk(tmp_path: Path, smtp_server) -> house.House:
    text = (
        '[desk]\naddress = "desk@desk.example"\n[imap]\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\n'
        f'[smtp]\nhost = "127.0.0.1"\nport = {smtp_server.port}\nsecurity = "none"\n'
    )
    return house.build(config.parse(text, tmp_path / "config.toml"))


def queued(desk: house.House, store: Store) -> None:
    mail = OutgoingMail("<1@desk.example>", "", (DANA,), b"Subject: hello\r\n\r\nhello\r\n", "hello")
    with store.unit(desk.now()) as unit:
        reply = Reply("acknowledgement", (Address(DANA),), Automation.REPLIED)
        outbox.queue(unit, outbox.Queued(None, reply, mail, ""))


def states(desk: house.House, store: Store) -> list[str]:
    with store.reading(desk.now()) as unit:
        return [row["state"] for row in outbox.listing(unit, *outbox.State)]


def test_an_outcome_the_database_did_not_take_is_noted_before_anything_else_is_sent(desk, smtp_server, monkeypatch):
    with starting.started(desk) as store:
        queued(desk, store)
        loop = OutboxLoop(desk)
        with monkeypatch.context() as full:
            full.setattr(outbox, "mark_sent", _disk_full)
            with pytest.raises(OutcomeNotNoted) as caught:
                loop._step(store)
        loop._unnoted = caught.value.attempt
        loop.draining.set()

        loop._step(store)

        assert states(desk, store) == ["sent"]
        assert len(smtp_server.mails) == 1


def _disk_full(*_: object) -> None:
    raise StoreError("database or disk is full")


def test_the_sent_folder_waits_until_the_inbox_has_looked_once_more(desk):
    inbox = MailboxLoop(desk, Folder.INBOX, lambda _raw, _settled: None)
    looked = threading.Event()

    waiting = threading.Thread(target=lambda: (inbox.look_first(), looked.set()))
    waiting.start()
    assert inbox.wake.wait(10)
    asked_in_vain = looked.is_set()
    with inbox._looks:
        inbox._begun = inbox._done = 1
        inbox._looks.notify_all()
    waiting.join(10)

    assert not asked_in_vain
    assert looked.is_set()


def test_the_wait_for_the_inbox_ends_with_the_order_to_stop(desk):
    inbox = MailboxLoop(desk, Folder.INBOX, lambda _raw, _settled: None)
    waiting = threading.Thread(target=inbox.look_first)
    waiting.start()
    assert inbox.wake.wait(10)

    inbox.stop()
    waiting.join(10)

    assert not waiting.is_alive()


class _AtOnce(logging.Handler):
    """Corrects the password the moment its refusal is logged, as an operator with the log open may."""

    def __init__(self, path: Path, password: str) -> None:
        super().__init__(logging.ERROR)
        self.path, self.password = path, password

    def emit(self, record: logging.LogRecord) -> None:
        self.path.write_text(self.password)
        os.utime(self.path, (1, 1))  # a clock too coarse to tell two writes apart must not decide


def test_a_password_corrected_while_its_refusal_is_being_told_is_tried_at_once(tmp_path: Path) -> None:
    with ImapServer({"desk": "right"}) as imap:
        (tmp_path / "password").write_text("wrong")
        text = (
            '[desk]\naddress = "desk@desk.example"\n[smtp]\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\n'
            f'[imap]\nhost = "127.0.0.1"\nport = {imap.port}\nsecurity = "none"\nusername = "desk"\n'
            'password_file = "password"\n'
        )
        desk = house.build(config.parse(text, tmp_path / "config.toml"))
        corrects = _AtOnce(tmp_path / "password", "right")
        logging.getLogger("mailticket.loops").addHandler(corrects)
        with starting.started(desk):
            loop = MailboxLoop(desk, Folder.INBOX, lambda _raw, _settled: None)
            watching = threading.Thread(target=loop.run)
            watching.start()
            in_vain = threading.Timer(30, loop.stop)
            in_vain.start()
            loop.look_first()
            seen = loop._done
            in_vain.cancel()
            loop.stop()
            watching.join(30)
        logging.getLogger("mailticket.loops").removeHandler(corrects)

    assert seen >= 1
