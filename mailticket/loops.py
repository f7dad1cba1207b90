"""The loops that live as long as the daemon: one for each watched folder, one for the outbox. One thread each.

Whatever goes wrong is logged and tried again with back-off; nothing ends a loop but the order to stop.
"""

from __future__ import annotations

import logging
import math
import random
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from mailticket.config import password
from mailticket.delivery import Attempt, note, waits_for_rate
from mailticket.desk.situation import Folder
from mailticket.errors import FetchError, MailticketError, OutcomeNotNoted, SmtpUnavailable
from mailticket.house import House
from mailticket.intake.fetch import open_session
from mailticket.intake.fetch_idle import Wake
from mailticket.intake.worker import Reader, reader_for
from mailticket.model import RawMessage
from mailticket.outbound.retry import reconnect_delay
from mailticket.outbound.send import Submission, open_submission
from mailticket.pipeline import Intake, deliver, finish_interrupted, ingest
from mailticket.settling import Settled
from mailticket.store import outbox
from mailticket.store.database import Store

log = logging.getLogger(__name__)

RENEW_IDLE = 9 * 60.0  # RFC 2177 allows 29 minutes; address translators forget a silent connection much sooner
OPERATOR = 300.0  # seconds until a login that was refused is tried again: sooner would lock the account
LOOK_AGAIN = 5.0  # seconds after which mails queued by other processes are noticed
CALM = 1.0  # seconds without a new mail after which the outcomes of the last ones are synced to the disk
LINGER = 30.0  # seconds an SMTP connection is kept open for the next mail
SLOWEST_STEP = 900.0  # seconds one step may take before a loop counts as stuck (RFC 5321 grants 600 for one reply)


def report(raw: RawMessage, settled: Settled) -> None:
    """One log line for each mail."""
    decision = settled.decision
    log.info(
        "%s %d: %s%s (%s)",
        raw.key.mailbox,
        raw.key.uid,
        decision.outcome,
        f" {settled.ticket}" if settled.ticket else "",
        decision.rule,
        extra={"mailbox": raw.key.mailbox, "uid": raw.key.uid, "ticket": settled.ticket, "outcome": decision.outcome},
    )


def folder_name(house: House, folder: Folder) -> str:
    """What the server calls this folder."""
    return house.config.imap.folder if folder is Folder.INBOX else house.config.imap.sent_folder


class Pulse:
    """When a loop promised to show life again; the watchdog is fed only while every promise is kept."""

    def __init__(self) -> None:
        self._promised = time.monotonic() + SLOWEST_STEP

    def expect_within(self, seconds: float) -> None:
        self._promised = time.monotonic() + seconds

    def beats(self) -> bool:
        return time.monotonic() < self._promised


class MailboxLoop:
    """Watches one folder: IDLE, and a look at the whole folder every ``imap.poll``.

    ``inbox`` is given for the Sent folder: an answer found there belongs to a ticket that the inbox opens, so the
    inbox looks first.
    """

    def __init__(
        self,
        house: House,
        folder: Folder,
        on_settled: Callable[[RawMessage, Settled], None],
        inbox: MailboxLoop | None = None,
    ) -> None:
        self.house, self.folder, self.on_settled, self.inbox = house, folder, on_settled, inbox
        self.pulse, self.wake, self.stopping = Pulse(), Wake(), threading.Event()
        self._looks = threading.Condition()
        self._begun = self._done = 0  # looks at the folder, counted
        self._failures = 0
        self._password_of: float | None = None  # when the password in use was written
        self.name = folder_name(house, folder)

    def stop(self) -> None:
        self.stopping.set()
        self.wake.set()
        with self._looks:
            self._looks.notify_all()

    def look_first(self) -> None:
        """Returns when this loop has looked at its folder once more, from now on, or was told to stop."""
        with self._looks:
            wanted = self._begun + 1
            self.wake.set()
            self._looks.wait_for(lambda: self._done >= wanted or self.stopping.is_set())

    def run(self) -> None:
        with reader_for(self.house.config) as reader:
            while not self.stopping.is_set():
                try:
                    self._session(reader)
                except FetchError as error:
                    self._failures += 1
                    log.error("%s: %s", self.name, error)
                    self._back_off(OPERATOR if not error.retry else 0.0)
                except MailticketError as error:
                    self._failures += 1
                    log.error("%s: %s", self.name, error)
                    self._back_off()
                except Exception:
                    self._failures += 1
                    log.exception("watching %s failed", self.name)
                    self._back_off()

    def _back_off(self, at_least: float = 0.0) -> None:
        """Waits, the longer the more often it failed; a password newer than the refused one is tried at once."""
        delay = max(at_least, reconnect_delay(self._failures, random.random()))  # noqa: S311  guards nothing
        log.info("%s is tried again in %.0f s", self.name, delay)
        self.pulse.expect_within(delay + SLOWEST_STEP)
        until = time.monotonic() + delay
        while not self.stopping.is_set() and time.monotonic() < until and not self._has_new_password():
            self.wake.wait(min(LOOK_AGAIN, max(0.0, until - time.monotonic())))
            self.wake.clear()

    def _has_new_password(self) -> bool:
        return self._password_changed_at() != self._password_of

    def _password_changed_at(self) -> float | None:
        path = self.house.config.imap.password_file
        try:
            return path.stat().st_mtime if path else None
        except OSError:
            return None

    def _session(self, reader: Reader) -> None:
        """One connection, for as long as it lasts."""
        server = self.house.config.imap
        self._password_of = self._password_changed_at()
        store = Store(self.house.config.state.path)
        try:
            with open_session(server, password(server, "imap-password"), self.name) as session:
                intake = Intake(
                    store,
                    reader,
                    session,
                    self.folder,
                    told=self._told,
                    expected=self._expect,
                    stopping=self.stopping.is_set,
                )
                log.info("watching %s on %s", self.name, server.host, extra={"mailbox": self.name})
                finish_interrupted(self.house, intake)
                self._watch(intake)
        finally:
            store.close()

    def _told(self, raw: RawMessage, settled: Settled) -> None:
        self.pulse.expect_within(SLOWEST_STEP)
        self.on_settled(raw, settled)

    def _expect(self, mails: int) -> None:
        """The server listed the folder: it is well, whatever comes after."""
        self._failures = 0
        if mails and self.inbox is not None:
            self.pulse.expect_within(math.inf)  # as long as the inbox needs; it has a pulse of its own
            self.inbox.look_first()

    def _look(self, intake: Intake, *, everything: bool) -> None:
        with self._looks:
            self._begun += 1
            this = self._begun
        self.pulse.expect_within(SLOWEST_STEP)
        self.wake.clear()
        ingest(self.house, intake, everything=everything)
        with self._looks:
            self._done = this
            self._looks.notify_all()

    def _watch(self, intake: Intake) -> None:
        poll = self.house.config.imap.poll.total_seconds()
        whole_folder_at = time.monotonic()
        while not self.stopping.is_set():
            now = time.monotonic()
            everything = now >= whole_folder_at
            if everything:
                whole_folder_at = now + poll
            self._look(intake, everything=everything)
            patience = max(1.0, min(RENEW_IDLE, whole_folder_at - time.monotonic()))
            self.pulse.expect_within(patience + SLOWEST_STEP)
            if not self.stopping.is_set():
                intake.session.wait(patience, self.wake)


class OutboxLoop:
    """Sends what is due, at the allowed rate, over one connection kept open while there is work."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.pulse, self.queued, self.stopping = Pulse(), threading.Event(), threading.Event()
        self.draining = threading.Event()  # end as soon as nothing is due any more
        self._interrupted = threading.Event()
        self._submission: Submission | None = None
        self._last_used = 0.0
        self._unsynced = False
        self._unnoted: object = None

    def stop(self) -> None:
        self.stopping.set()
        self._interrupted.set()
        self.queued.set()

    def drain(self) -> None:
        self.draining.set()
        self._interrupted.set()
        self.queued.set()

    def run(self) -> None:
        failures = 0
        store: Store | None = None
        try:
            while not self.stopping.is_set():
                self.pulse.expect_within(SLOWEST_STEP)
                try:
                    store = store or Store(self.house.config.state.path)
                    if self._step(store):
                        return
                    failures = 0
                except OutcomeNotNoted as error:
                    failures += 1
                    self._unnoted = error.attempt
                    log.error("%s", error)
                except MailticketError as error:
                    failures += 1
                    log.error("%s; mails wait in the outbox", error)
                except Exception:
                    failures += 1
                    log.exception("sending failed; mails wait in the outbox")
                if failures and self._give_up(failures):
                    return
        finally:
            self._hang_up()
            if store is not None:
                self._close(store)

    def _note_late(self, store: Store) -> None:
        """What came of a mail while the database could not be written: before anything else is sent."""
        if isinstance(self._unnoted, Attempt):
            note(self.house, store, self._unnoted, claim_another=False)
            self._unnoted = None

    def _close(self, store: Store) -> None:
        try:
            self._note_late(store)
            store.flush()
        except MailticketError as error:
            log.error("%s; the last outcomes may be forgotten in a power cut, and their mails sent again", error)
        store.close()

    def _step(self, store: Store) -> bool:
        """Sends what may be sent now, else waits; True when the loop has nothing left to do."""
        self._note_late(store)
        pause = self._pause(store)
        if pause is None and self.draining.is_set():
            return True
        if pause is None or pause > timedelta(0):
            self._wait(store, LOOK_AGAIN if pause is None else min(LOOK_AGAIN, pause.total_seconds()))
            return False
        self._send(store)
        return False

    def _pause(self, store: Store) -> timedelta | None:
        """How long until a mail may be sent; None when none waits (for a drain: none that is due now)."""
        with store.reading(self.house.now()) as unit:
            due = outbox.next_due(unit)
            if due is None or (self.draining.is_set() and due > unit.now):
                return None
            return max(due - unit.now, waits_for_rate(self.house, unit))

    def _wait(self, store: Store, seconds: float) -> None:
        if self._unsynced and not self.queued.wait(CALM):
            store.flush()
            self._unsynced = False
        if time.monotonic() - self._last_used > LINGER:
            self._hang_up()
        self.queued.wait(seconds)
        self.queued.clear()

    def _send(self, store: Store) -> None:
        kept_open = self._submission
        self._unsynced = True
        try:
            self._submission = kept_open or self._connect()
            deliver(self.house, store, self._submission, self._tick)
            if not self._submission.usable:
                self._hang_up()
        except SmtpUnavailable as error:
            self._hang_up()
            if kept_open is None:  # else the server only closed a connection that was idle for long
                with store.unit(self.house.now()) as unit:
                    outbox.note_trouble(unit, str(error))
                raise
        self._last_used = time.monotonic()

    def _connect(self) -> Submission:
        server = self.house.config.smtp
        return open_submission(server, password(server, "smtp-password"))

    def _tick(self) -> bool:
        self.pulse.expect_within(SLOWEST_STEP)
        return self.stopping.is_set()

    def _give_up(self, failures: int) -> bool:
        """Backs off; a drain connects once more, as the mail before may have cost the connection, and does not wait."""
        self._hang_up()
        if self.draining.is_set():
            return failures > 1
        delay = reconnect_delay(failures, random.random())  # noqa: S311  spreads reconnections, guards nothing
        self.pulse.expect_within(delay + SLOWEST_STEP)
        self._interrupted.wait(delay)
        return False

    def _hang_up(self) -> None:
        if self._submission is not None:
            self._submission.close()
            self._submission = None
