"""``run --once`` empties mailbox and outbox and ends; ``run --dry-run`` rehearses and changes nothing."""

from __future__ import annotations

import logging
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mailticket.config import password
from mailticket.desk.situation import Folder
from mailticket.errors import FetchError
from mailticket.house import House
from mailticket.intake.fetch import open_session
from mailticket.intake.worker import Reader, reader_for
from mailticket.loops import OutboxLoop, folder_name, report
from mailticket.model import RawMessage
from mailticket.pipeline import Intake, check_clocks, finish_interrupted, ingest
from mailticket.settling import Settled
from mailticket.starting import started
from mailticket.store import outbox
from mailticket.store.database import Store, copy_to_try_on, create, exists

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Audience:
    """Who hears how far we are: ``expected`` mails in a folder, then ``told`` of each."""

    expected: Callable[[int], None] = lambda _mails: None
    told: Callable[[RawMessage, Settled], None] = report


@dataclass(frozen=True, slots=True)
class Drained:
    """What a single run did; ``problem`` says why the mailbox was not emptied, ``waiting`` mails are still queued."""

    mails: int
    waiting: int
    problem: FetchError | None = None


def run_once(house: House, audience: Audience) -> Drained:
    """Every folder once, with sending going on beside it; then the clocks; then the rest of the outbox."""
    with started(house) as store:
        outgoing = OutboxLoop(house)
        sender = threading.Thread(target=outgoing.run, daemon=True)
        sender.start()
        try:
            mails, problem = _drain_folders(house, store, audience, outgoing)
            check_clocks(house, store)
        finally:  # a mail that is being sent is finished whatever happens here
            outgoing.drain()
            sender.join()
        with store.reading(house.now()) as unit:
            waiting = len(outbox.listing(unit, outbox.State.QUEUED, outbox.State.SENDING))
    return Drained(mails, waiting, problem)


def _drain_folders(
    house: House, store: Store, audience: Audience, outgoing: OutboxLoop
) -> tuple[int, FetchError | None]:
    def told(raw: RawMessage, settled: Settled) -> None:
        outgoing.queued.set()
        audience.told(raw, settled)

    mails = 0
    with reader_for(house.config) as reader:
        try:
            for folder in watched(house):
                mails += _drain(house, store, reader, folder, Audience(audience.expected, told))
        except FetchError as error:
            return mails, error
    return mails, None


def watched(house: House) -> tuple[Folder, ...]:
    return (Folder.INBOX, Folder.SENT) if house.config.imap.sent_folder else (Folder.INBOX,)


def _drain(house: House, store: Store, reader: Reader, folder: Folder, audience: Audience) -> int:
    server = house.config.imap
    with open_session(server, password(server, "imap-password"), folder_name(house, folder)) as session:
        intake = Intake(store, reader, session, folder, told=audience.told, expected=audience.expected)
        finish_interrupted(house, intake)
        mails = ingest(house, intake)
        while more := ingest(house, intake, everything=False):
            mails += more
        return mails


def rehearse(house: House, audience: Audience) -> int:
    """Settles every waiting mail on a copy that is thrown away: a reply finds the ticket of the mail before it.

    Nothing changes on the server or in the database.
    """
    server = house.config.imap
    mails = 0
    with tempfile.TemporaryDirectory() as scratch, reader_for(house.config) as reader:
        store = _rehearsal_store(house, Path(scratch))
        try:
            for folder in watched(house):
                name = folder_name(house, folder)
                with open_session(server, password(server, "imap-password"), name, readonly=True) as session:
                    intake = Intake(store, reader, session, folder, True, audience.told, audience.expected)
                    mails += ingest(house, intake)
        finally:
            store.close()
    return mails


def _rehearsal_store(house: House, scratch: Path) -> Store:
    if exists(house.config.state.path):
        copy_to_try_on(house.config.state.path, scratch)
    else:
        create(scratch)
    return Store(scratch)
