"""The three stories of the program: a mail comes in, a mail goes out, a clock runs out. Start reading here.

ingest       fetch → read → settle (one transaction) → mark as done on the server
deliver      claim → send → note the outcome
check_clocks due tickets → warn or tell the breach

The stations themselves are elsewhere: ``intake`` (what a mail says), ``desk`` (what to do about it), ``store`` (what
lasts), ``outbound`` (what goes out), ``sla`` (time). Nothing on the server changes before the commit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailticket.decisions import Outcome, RecordEvent
from mailticket.delivery import Attempt, claim_next, note, try_to_send
from mailticket.desk.situation import Folder
from mailticket.desk.watch import Watch, overdue_notices
from mailticket.errors import OutcomeNotNoted, SmtpUnavailable, StoreError
from mailticket.house import House
from mailticket.intake.fetch import Listed, MailboxSession
from mailticket.intake.worker import Reader
from mailticket.mailing import Posting, follow_up
from mailticket.model import MessageKey, RawMessage
from mailticket.outbound.send import Submission
from mailticket.settling import Arrival, Settled, is_older, settle, settle_safely
from mailticket.store import ledger, tickets
from mailticket.store.database import Store
from mailticket.store.outbox import Item
from mailticket.ticking import clocks_of

log = logging.getLogger(__name__)

LEFT_ALONE = "older than the installation: left alone"
_ROUND = 500  # mails listed at a time, so that a backlog of any size needs the same memory


@dataclass(frozen=True, slots=True)
class Intake:
    """An open folder with all it takes to empty it. ``told`` hears of each settled mail, ``expected`` how many come.

    A ``dry_run`` works on a store that is thrown away, and marks nothing on the server.
    """

    store: Store
    reader: Reader
    session: MailboxSession
    folder: Folder = Folder.INBOX
    dry_run: bool = False
    told: Callable[[RawMessage, Settled], None] = lambda _raw, _settled: None
    expected: Callable[[int], None] = lambda _mails: None
    stopping: Callable[[], bool] = lambda: False


# ---------------------------------------------------------------- a mail comes in


def ingest(house: House, intake: Intake, *, everything: bool = True) -> int:
    """Settles each mail of the folder that has no end in the ledger yet; returns how many.

    ``everything`` compares the whole folder with the ledger; otherwise only mails above the highest known UID are
    looked for, which is enough while one session lasts.
    """
    uids = _unsettled(house, intake) if everything else _newest(house, intake)
    intake.expected(len(uids))
    count = 0
    for begin in range(0, len(uids), _ROUND):
        listed = _leave_older(house, intake, intake.session.listing(uids[begin : begin + _ROUND]))
        count += _ingest_round(house, intake, listed)
    return count


def finish_interrupted(house: House, intake: Intake) -> None:
    """Marks mails that were settled when we were stopped before marking them; once for each new session."""
    session = intake.session
    with intake.store.reading(house.now()) as unit:
        settled = ledger.fetched_uids(unit, session.folder, session.uidvalidity)
    moves = house.config.imap.processed_folder and intake.folder is Folder.INBOX
    left = session.uids() if moves else session.unmarked(house.config.imap.keyword)
    _mark(house, intake, [uid for uid in left if uid in settled])


def _unsettled(house: House, intake: Intake) -> list[int]:
    with intake.store.reading(house.now()) as unit:
        known = ledger.uids(unit, intake.session.folder, intake.session.uidvalidity)
    return [uid for uid in intake.session.uids() if uid not in known]


def _newest(house: House, intake: Intake) -> list[int]:
    with intake.store.reading(house.now()) as unit:
        highest = ledger.highest_uid(unit, intake.session.folder, intake.session.uidvalidity)
    return intake.session.uids(highest)


def _leave_older(house: House, intake: Intake, listed: Sequence[Listed]) -> Sequence[Listed]:
    """On a mailbox in use before us: older mail gets its line in the ledger, unread, when so configured."""
    if house.config.imap.older_mail == "import":
        return listed
    session = intake.session
    with intake.store.unit(house.now()) as unit:
        older = [item for item in listed if is_older(house, unit, item.received_at)]
        for item in older:
            key = MessageKey(session.folder, session.uidvalidity, item.uid)
            ledger.enter(unit, ledger.Entry(key, item.received_at, Outcome.IGNORED, LEFT_ALONE))
    if older:
        log.info("%s: %d mails older than the installation left alone", session.folder, len(older))
    return [item for item in listed if item not in older]


def _ingest_round(house: House, intake: Intake, listed: Sequence[Listed]) -> int:
    waiting: list[int] = []
    count = 0
    for raw, reading in intake.reader.readings(_until_stopped(intake, listed)):
        settled = _settle(house, intake, Arrival(raw, reading, intake.folder))
        if settled is not None:
            intake.told(raw, settled)
        waiting.append(raw.key.uid)
        count += 1
        if len(waiting) >= house.config.imap.batch:
            _mark(house, intake, waiting)
            waiting = []
    _mark(house, intake, waiting)
    return count


def _settle(house: House, intake: Intake, arrival: Arrival) -> Settled | None:
    return settle_safely(arrival, lambda item: settle(house, intake.store.unit(house.now()), item))


def _until_stopped(intake: Intake, listed: Sequence[Listed]) -> Iterator[RawMessage]:
    for raw in intake.session.messages(listed, intake.store.folder / "spool"):
        if intake.stopping():
            return
        yield raw


def _mark(house: House, intake: Intake, uids: list[int]) -> None:
    if uids and not intake.dry_run:
        moved_to = house.config.imap.processed_folder if intake.folder is Folder.INBOX else ""
        intake.session.mark_done(uids, moved_to, house.config.imap.keyword)
        house.passed("ingest: marked")


# ---------------------------------------------------------------- a mail goes out


def deliver(house: House, store: Store, submission: Submission, stopping: Callable[[], bool]) -> int:
    """Sends every mail that is due and allowed by the rate; returns how many tries were made.

    Noting one outcome and claiming the next mail is one transaction. Ends early with a submission that is of no more
    use when a mail cost it the connection; raises SmtpUnavailable after giving the mail back.
    """
    tries = 0
    item = claim_next(house, store)
    while item is not None:
        house.passed("deliver: claimed")
        attempt = try_to_send(submission, item)
        house.passed("deliver: sent")
        tries += 1
        item = _noted(house, store, attempt, claim_another=submission.usable and not stopping())
        house.passed("deliver: noted")
    return tries


def _noted(house: House, store: Store, attempt: Attempt, *, claim_another: bool) -> Item | None:
    """As ``note``; what cannot be written down now goes back to the caller, who alone still knows it."""
    try:
        return note(house, store, attempt, claim_another=claim_another)
    except SmtpUnavailable:
        raise
    except Exception as error:
        raise OutcomeNotNoted(attempt, str(error)) from error


# ---------------------------------------------------------------- a clock runs out


def check_clocks(house: House, store: Store) -> int:
    """Tells the agents of every target about to be missed or missed, each once; returns how many tickets were due.

    What goes wrong with one ticket is logged, and the others go on; raises StoreError.
    """
    with store.reading(house.now()) as unit:
        due = tickets.due_for_check(unit)
    for number in due:
        try:
            _check_clock(house, store, number, house.now())
        except StoreError:
            raise
        except Exception:
            log.exception("ticket %d: looking at its clock failed", number, extra={"ticket": number})
    return len(due)


def _check_clock(house: House, store: Store, number: int, now: datetime) -> None:
    with store.unit(now) as unit:
        ticket = tickets.load(unit, number)
        watch = Watch(ticket, clocks_of(house, unit, ticket).now, house.config)
        actions = overdue_notices(watch, now)
        applied = tickets.apply(unit, actions, number, None, house.config.desk.first_ticket_number)
        follow_up(house, unit, number, Posting(applied.replies))
    for action in actions:
        if isinstance(action, RecordEvent):
            measure = str(action.event.data["measure"]).replace("_", " ")
            log.warning("ticket %d: %s %s", number, measure, action.event.type, extra={"ticket": number})
