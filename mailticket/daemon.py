"""The service: wires the loops and the sweep together, obeys signals, tells systemd the truth. Holds no rule.

Trap of APScheduler 3: by default a run that is a second late is dropped, hence the misfire settings.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler

from mailticket import systemd
from mailticket.config import password
from mailticket.desk.situation import Folder
from mailticket.errors import LoopEnded
from mailticket.house import House
from mailticket.loops import MailboxLoop, OutboxLoop, report
from mailticket.model import RawMessage
from mailticket.monthly import send_monthly
from mailticket.morning import send_digest
from mailticket.pipeline import check_clocks
from mailticket.settling import Settled
from mailticket.starting import started
from mailticket.store.database import Store

log = logging.getLogger(__name__)

STOP_WITHIN = 10.0  # seconds the loops have to finish what they are at
CHECK_PULSE = 10.0  # seconds between looks at the loops when systemd sets no pace


def run(house: House, on_ready: Callable[[], None] = lambda: None) -> None:
    """Runs until SIGTERM or SIGINT. Raises StateLocked when another daemon works on the same state."""
    for server, credential in ((house.config.imap, "imap-password"), (house.config.smtp, "smtp-password")):
        password(server, credential)  # one that cannot be read at the start is the configuration's fault
    stop = threading.Event()
    _obey_signals(stop)
    with started(house):
        outgoing = OutboxLoop(house)

        def settled(_raw: RawMessage, result: Settled) -> None:
            report(_raw, result)
            outgoing.queued.set()

        loops: list[MailboxLoop | OutboxLoop] = [outgoing, *_mailboxes(house, settled)]
        threads = [threading.Thread(target=loop.run, daemon=True) for loop in loops]
        scheduler = sweeping(house, outgoing)
        for thread in threads:
            thread.start()
        scheduler.start()
        systemd.notify("READY=1", "STATUS=watching")
        on_ready()
        stopped = _keep_watch(stop, loops, threads)
        systemd.notify("STOPPING=1")
        scheduler.shutdown(wait=True)
        _wind_up(loops, threads)
        if not stopped:
            raise LoopEnded("a loop of the daemon has ended on its own; the log says why")


def _mailboxes(house: House, settled: Callable[[RawMessage, Settled], None]) -> list[MailboxLoop]:
    inbox = MailboxLoop(house, Folder.INBOX, settled)
    sent = [MailboxLoop(house, Folder.SENT, settled, inbox)] if house.config.imap.sent_folder else []
    return [inbox, *sent]


def sweeping(house: House, outgoing: OutboxLoop) -> BackgroundScheduler:
    """A scheduler, not yet started, that looks after clocks every ``sla.sweep``."""
    scheduler = BackgroundScheduler(timezone="UTC")
    scheduler.add_job(
        lambda: sweep(house, outgoing),
        "interval",
        seconds=house.config.sla.sweep.total_seconds(),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.add_listener(_sweep_failed, EVENT_JOB_ERROR)
    return scheduler


def sweep(house: House, outgoing: OutboxLoop) -> None:
    store = Store(house.config.state.path)
    try:
        if check_clocks(house, store):
            outgoing.queued.set()
        if send_digest(house, store):
            outgoing.queued.set()
        if send_monthly(house, store):
            outgoing.queued.set()
    finally:
        store.close()


def _sweep_failed(event: JobExecutionEvent) -> None:
    log.error("checking the clocks failed, tried again at the next sweep: %s", event.exception)


def _obey_signals(stop: threading.Event) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())


def _keep_watch(stop: threading.Event, loops: list[MailboxLoop | OutboxLoop], threads: list[threading.Thread]) -> bool:
    """Feeds the watchdog only while every loop turns; False when one has ended, which nothing here can mend."""
    pace = systemd.watchdog_seconds()
    while not stop.wait(pace or CHECK_PULSE):
        if not all(thread.is_alive() for thread in threads):
            return False
        if not all(loop.pulse.beats() for loop in loops):
            log.error("a loop hangs")
        elif pace:
            systemd.notify("WATCHDOG=1")
    return True


def _wind_up(loops: list[MailboxLoop | OutboxLoop], threads: list[threading.Thread]) -> None:
    """What a loop is at may finish; a server that does not answer is not waited for: the outbox knows what was sent."""
    for loop in loops:
        loop.stop()
    deadline = time.monotonic() + STOP_WITHIN
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    log.info("stopped")
