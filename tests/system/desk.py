"""A desk for the system tests: configuration, mailbox, the program as a process, and its commands.

The program is entered by a user's doors only. Nothing here sleeps: what has to be waited for is a line of the log or
a mail that was sent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import PASSWORD, USER, Certificate
from dovecot import Dovecot
from mailboxes import DovecotMailbox, EmbeddedMailbox, Mailbox
from mails import AGENT, DESK, address, read

from mailticket.cli.main import cli
from mailticket.demo.servers import ImapServer, Mail, SmtpServer

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds; a busy machine may need a few of them
BOTH_SERVERS = ("embedded", pytest.param("dovecot", marks=pytest.mark.dovecot))
embedded_only = pytest.mark.parametrize("desk", ["embedded"], indirect=True)
Tables = dict[str, dict[str, object]]
Record = dict[str, Any]


# ---------------------------------------------------------------- the daemon


class Daemon:
    """``mailticket run`` as a process; its log is read as it is written."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self._changed = threading.Condition()
        self._records: list[Record] = []
        self._silent = False
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._changed:
                self._records.append(json.loads(line) if line.startswith("{") else {"message": line.rstrip()})
                self._changed.notify_all()
        with self._changed:
            self._silent = True
            self._changed.notify_all()

    @property
    def log(self) -> list[Record]:
        with self._changed:
            return list(self._records)

    def logged(self, fits: Callable[[Record], bool], seconds: float = PATIENCE) -> Record:
        """The first line of the log that fits, as soon as it is there."""
        with self._changed:
            self._changed.wait_for(lambda: self._silent or any(map(fits, self._records)), seconds)
            found = next(filter(fits, self._records), None)
            assert found is not None, f"not logged within {seconds} s or before the end: {self._records}"
            return found

    def says(self, words: str, seconds: float = PATIENCE) -> Record:
        return self.logged(lambda record: words in record["message"], seconds)

    def stop(self) -> int:
        """SIGTERM, and the exit code."""
        self.process.terminate()
        return self.ended()

    def ended(self) -> int:
        try:
            code = self.process.wait(PATIENCE)
        finally:
            self.process.kill()
        self._reader.join()
        assert self.process.stderr is not None
        self.process.stderr.close()
        return code


# ---------------------------------------------------------------- the desk


@dataclass
class Desk:
    """A configured desk in a folder. ``changes`` are tables laid over the usual configuration."""

    folder: Path
    mailbox: Mailbox
    smtp: SmtpServer
    changes: Tables = field(default_factory=dict)
    daemon: Daemon | None = None

    def __post_init__(self) -> None:
        (self.folder / "password").write_text(self.mailbox.password)
        (self.folder / "password").chmod(0o600)
        self.configure(self.changes)

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def configure(self, changes: Tables) -> None:
        tables: Tables = {
            "desk": {"name": "TechOps", "address": DESK, "phone": "+1 800 555 0100"},
            "imap": {**self.mailbox.settings, "password_file": "password"},
            "smtp": {"host": self.smtp.host, "port": self.smtp.port, "security": "none", "per_minute": 0},
        }
        for name, table in changes.items():
            tables[name] = {**tables.get(name, {}), **table}
        person, _, mailbox = AGENT.rstrip(">").partition(" <")
        agents = f'\n[[agents]]\nname = "{person}"\nemail = "{mailbox}"\n'
        self.config.write_text("\n".join(_toml(name, table) for name, table in tables.items()) + agents)

    # -- the program

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "mailticket", "--config", str(self.config), *words]

    def run(self, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        """A command as a process of its own, for its exit code and what it says."""
        done = subprocess.run(
            self.command(*words), cwd=self.folder, env=environment(), input=stdin, capture_output=True, check=False
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode()
        )

    def ask(self, *words: str) -> Result:
        """A command run in this process, which spares a second each."""
        result = CliRunner().invoke(cli, ["--config", str(self.config), *words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def tell(self, *words: str) -> str:
        """What a command that must succeed prints."""
        result = self.ask(*words)
        assert result.exit_code == 0, result.output
        return result.stdout

    def json(self, *words: str) -> Any:
        """What a command prints for other programs."""
        return json.loads(self.ask(*words, "--json").stdout)

    def start(self, **more: str) -> Daemon:
        """Starts the daemon; returns when it watches every folder."""
        self.daemon = self.launch(**more)
        folders = {str(self.changes.get("imap", {}).get(key, usual)) for key, usual in _FOLDERS.items()} - {""}
        for folder in folders:
            self.daemon.logged(lambda record, name=folder: record["message"].startswith(f"watching {name} "))
        return self.daemon

    def launch(self, **more: str) -> Daemon:
        """Starts the daemon and waits for nothing; ``more`` goes into its environment."""
        self.daemon = Daemon(self.command("run"), self.folder, environment(**more))
        return self.daemon

    def stop(self) -> int:
        assert self.daemon is not None
        code, self.daemon = self.daemon.stop(), None
        return code

    def close(self) -> None:
        if self.daemon is not None:
            self.daemon.process.kill()
            self.daemon.ended()

    # -- mail

    def deliver(self, mail: EmailMessage | bytes, folder: str = "INBOX", received_at: datetime | None = None) -> int:
        return self.mailbox.deliver(mail if isinstance(mail, bytes) else bytes(mail), folder, received_at)

    def take(self, mail: EmailMessage | bytes, folder: str = "INBOX") -> Record:
        """Delivers a mail to the running desk; returns its line of the log: ``outcome``, ``ticket``."""
        uid = self.deliver(mail, folder)
        return self.settled(uid, folder)

    def settled(self, uid: int, folder: str = "INBOX") -> Record:
        assert self.daemon is not None
        return self.daemon.logged(lambda record: (record.get("mailbox"), record.get("uid")) == (folder, uid))

    def sent_to(self, mailbox: str, count: int = 1, about: str = "") -> list[Mail]:
        """The mails that recipient got, with these words in the subject, once there are ``count``."""
        until = time.monotonic() + PATIENCE
        while True:
            everything = self.smtp.mails
            found = [mail for mail in everything if address(mailbox) in mail.rcpt_tos and about in subject(mail)]
            if len(found) >= count:
                return found
            self.smtp.wait_for(len(everything) + 1, until - time.monotonic())

    def queued_to(self, mailbox: str) -> list[Record]:
        """Every mail ever meant for that recipient, sent or not."""
        return [row for row in self.json("outbox", "--all") if address(mailbox) in row["rcpt_to"]]

    # -- what the commands show

    def ticket(self, number: int) -> Any:
        return self.json("show", str(number))

    def events(self, number: int, kind: str) -> list[Record]:
        return [event for event in self.ticket(number)["events"] if event["type"] == kind]


@contextmanager
def opened(request: pytest.FixtureRequest, folder: Path, changes: Tables | None = None) -> Iterator[Desk]:
    """A desk on the kind of server the fixture is asked for."""
    if request.param == "embedded":
        with embedded_desk(folder, changes) as desk:
            yield desk
    else:
        servers = request.getfixturevalue("dovecot"), request.getfixturevalue("certificate")
        with dovecot_desk(folder, *servers, changes) as desk:
            yield desk


@contextmanager
def embedded_desk(folder: Path, changes: Tables | None = None) -> Iterator[Desk]:
    """A desk, not started, with servers of its own."""
    with ImapServer({USER: PASSWORD}, ("Archive", "Sent")) as imap, SmtpServer() as smtp:
        desk = Desk(folder, EmbeddedMailbox(imap), smtp, changes or {})
        try:
            yield desk
        finally:
            desk.close()


@contextmanager
def dovecot_desk(
    folder: Path, server: Dovecot, certificate: Certificate, changes: Tables | None = None
) -> Iterator[Desk]:
    """A desk, not started, on a new mailbox of Dovecot."""
    with SmtpServer() as smtp:
        desk = Desk(folder, DovecotMailbox(server, certificate), smtp, changes or {})
        try:
            yield desk
        finally:
            desk.close()


_FOLDERS = {"folder": "INBOX", "sent_folder": ""}


def subject(mail: Mail) -> str:
    return str(read(mail.octets)["Subject"])


def environment(**more: str) -> dict[str, str]:
    """As it is on a user's machine, where modules are compiled once."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**usual, "PYTHONPATH": str(CHECKOUT), **more}


def _toml(name: str, table: Mapping[str, object]) -> str:
    """JSON's words for text, numbers, truth and lists are TOML's too."""
    return f"[{name}]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in table.items())


def _value(value: object) -> str:
    """A value as TOML writes it; JSON writes all but tables the same."""
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(item)}' for key, item in value.items())} }}"
    return json.dumps(value)
