"""The demonstration: servers on loopback, the real daemon as a process of its own, an account of what happened."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from mailticket import measuring, reporting
from mailticket.cli import display, figure_display
from mailticket.config import load
from mailticket.demo.customers import AGENT, CUSTOMERS, DESK, Sample, answers, first_mails
from mailticket.demo.servers import ImapServer, Mail, SmtpServer
from mailticket.errors import MailticketError
from mailticket.house import House, build
from mailticket.promises import policy
from mailticket.sla.attainment import Report
from mailticket.sla.clocks import clocks
from mailticket.store import ledger, outbox, tickets
from mailticket.store.database import Store, Unit, create

USER, SECRET = "techops", "demo"
PATIENCE = 60.0  # seconds without any progress after which the demonstration is a failure


class Stalled(MailticketError):
    """The daemon made no progress."""


def run(console: Console, *, stay: bool) -> int:
    """Shows it all; returns 0, or 1 when something did not happen that should have."""
    with (
        tempfile.TemporaryDirectory(prefix="mailticket-demo-") as folder,
        ImapServer({USER: SECRET}, folders=("Sent",)) as imap,
        SmtpServer() as smtp,
    ):
        path = _write_configuration(Path(folder), imap.port, smtp.port)
        stage = Stage(console, build(load(path)), imap, smtp)
        create(stage.house.config.state.path)
        with _daemon(path):
            try:
                stage.play()
            except Stalled as error:
                console.print(f"[bold red]{error}")
                return 1
            stage.account()
            if stay:
                _stay(console, path, imap.port)
    return 0


class Stage:
    """The servers and the daemon's state, and how far the play has come."""

    def __init__(self, console: Console, house: House, imap: ImapServer, smtp: SmtpServer) -> None:
        self.console, self.house, self.imap, self.smtp = console, house, imap, smtp
        self.delivered = 0

    def play(self) -> None:
        self.console.print(Rule("Mails arrive"))
        self._deliver(first_mails(datetime.now(UTC)))
        acknowledgements = {mail.rcpt_tos[0]: mail.octets for mail in self.smtp.mails if mail.rcpt_tos[0] in CUSTOMERS}
        self.console.print(Rule("Customers, their machines and an agent answer"))
        self._deliver(answers(acknowledgements, datetime.now(UTC)))

    def _deliver(self, samples: tuple[Sample, ...]) -> None:
        for sample in samples:
            self.imap.deliver(USER, sample.octets)
            self.delivered += 1
            self.console.print(f"  → {sample.story}")
        self._await_quiet()

    def _await_quiet(self) -> None:
        """Until every mail has its end in the ledger and the outbox is empty; woken by each mail that goes out."""
        before, idle = (-1, -1), 0.0
        while not self._quiet():
            now = self._progress()
            idle = 0.0 if now != before else idle + 0.25
            before = now
            if idle > PATIENCE:
                raise Stalled(f"the daemon stopped making progress: {now[0]} mails settled, {now[1]} sent")
            self._await_mail(now[1] + 1)

    def _progress(self) -> tuple[int, int]:
        return sum(self._outcomes().values()), len(self.smtp.mails)

    def _quiet(self) -> bool:
        if sum(self._outcomes().values()) < self.delivered:
            return False
        with _reading(self.house) as (unit, _):
            return not outbox.listing(unit, outbox.State.QUEUED, outbox.State.SENDING)

    def _outcomes(self) -> dict[str, int]:
        with _reading(self.house) as (unit, _):
            return ledger.outcomes(unit)

    def _await_mail(self, count: int) -> None:
        """Until that many mails have gone out, or a quarter of a second has passed: not every mail is answered."""
        with suppress(TimeoutError):
            self.smtp.wait_for(count, 0.25)

    # ------------------------------------------------------------ the account

    def account(self) -> None:
        """What became of it all, as the desk and as the customers see it."""
        console = self.console
        console.print(Rule("What the customers and the agents got"))
        for mail in self.smtp.mails:
            console.print(_letter(mail))
        console.print(Rule("The queue"))
        with _reading(self.house) as (unit, house):
            found = [tickets.load(unit, number) for number in tickets.numbers(unit)]
            promised = policy(house, unit)
        pairs = [(ticket, clocks(ticket.events, promised, house.now())) for ticket in found]
        console.print(display.queue(pairs, house.config, house.now()))
        answered = next((pair for pair in pairs if pair[1][0].met_at), pairs[0])
        console.print(Rule("Why a clock stands where it stands"))
        console.print(display.explanation(*answered, house.config))
        console.print(Rule("How every mail ended"))
        console.print(", ".join(f"{mails} {outcome}" for outcome, mails in self._outcomes().items()))
        console.print(Rule("The objectives"))
        # the table at a glance; what `report` tells of each in full is too long here
        console.print(figure_display.overview(_figures(self.house), self.house.config))


@contextmanager
def _reading(house: House) -> Iterator[tuple[Unit, House]]:
    store = Store(house.config.state.path)
    try:
        with store.reading(house.now()) as unit:
            yield unit, house
    finally:
        store.close()


def _figures(house: House) -> Report:
    """How the desk stands against its objectives, as ``mailticket report`` has it."""
    store = Store(house.config.state.path)
    try:
        measuring.bring_up_to_date(house, store)
        with store.reading(house.now()) as unit:
            return reporting.report(house, unit, reporting.Wanted(reporting.objectives(house, unit)))
    finally:
        store.close()


def _letter(mail: Mail) -> Panel:
    message = BytesParser(policy=default).parsebytes(mail.octets)
    body = message.get_body(("plain",))
    assert body is not None
    shown = ("To", "Subject", "Auto-Submitted")
    head = "\n".join(f"{name}: {message[name]}" for name in shown if message[name])
    return Panel(Text(f"{head}\n\n{body.get_content().strip()}"), width=84, title="mail", title_align="left")


@contextmanager
def _daemon(path: Path) -> Iterator[None]:
    """``mailticket run`` on this configuration, its log beside the configuration, ended with SIGTERM."""
    command = [sys.executable, "-m", "mailticket", "--config", str(path), "run"]
    with (path.parent / "daemon.log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # noqa: S603
        try:
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _write_configuration(folder: Path, imap_port: int, smtp_port: int) -> Path:
    (folder / "password").write_text(SECRET)
    path = folder / "config.toml"
    name, _, address = AGENT.rstrip(">").partition(" <")
    path.write_text(
        f"""\
[desk]
address = "{DESK}"
phone = "+1 800 555 0100"
knowledge_base_url = "https://kb.egroup-us.com/"
[imap]
host = "127.0.0.1"
port = {imap_port}
security = "none"
username = "{USER}"
password_file = "password"
sent_folder = "Sent"
[smtp]
host = "127.0.0.1"
port = {smtp_port}
security = "none"
per_minute = 0
[[agents]]
name = "{name}"
email = "{address}"
"""
    )
    return path


def _stay(console: Console, path: Path, imap_port: int) -> None:
    console.print(Rule("Still running; Ctrl-C ends it"))
    console.print(f"The mailbox: IMAP on 127.0.0.1:{imap_port}, user {USER}, password {SECRET}, no TLS.")
    console.print(f"Its commands: {sys.executable} -m mailticket --config {path} tickets")
    console.print('and in place of tickets: show 1001, explain 1001, report, outbox, reply 1002 -m "We look into it."')
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        signal.pause()
    except KeyboardInterrupt:
        console.print("ended")
    finally:
        signal.signal(signal.SIGINT, previous)
