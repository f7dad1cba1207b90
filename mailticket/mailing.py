"""Replies to outbox rows: render, compose and queue, inside the transaction that caused them. Sends nothing."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from mailticket.decisions import Automation, Notice, Reply
from mailticket.desk.completeness import Missing, missing
from mailticket.desk.digest import Digest
from mailticket.desk.queue import Place, place
from mailticket.desk.situation import TO_REQUESTER
from mailticket.desk.watch import Watch, next_check
from mailticket.errors import TemplateError, UnusableAddress
from mailticket.house import House
from mailticket.measuring import measure
from mailticket.model import Address, Event, EventType, Ticket
from mailticket.outbound.compose import compose
from mailticket.outbound.content import Case, variables
from mailticket.promises import desk_calendar, policy
from mailticket.sla.attainment import Report
from mailticket.sla.calendar import is_open
from mailticket.sla.clock import Clock
from mailticket.store import messages, outbox, queue, tickets
from mailticket.store.database import Unit
from mailticket.ticking import clocks_of

LOOK_AGAIN = timedelta(hours=1)  # at a ticket without clocks: somebody may have mended it meanwhile
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Posting:
    """Replies to write about one ticket, or about none; the requester's new words and what they brought.

    ``changed`` are keys of fields, ``notes`` what of the mail could not be read.
    """

    replies: tuple[Reply, ...]
    words: str = ""
    changed: tuple[str, ...] = ()
    topic: str = ""
    notes: tuple[str, ...] = ()
    digest: Digest | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A ticket as it stands inside the open transaction, with its clocks, the first response's first.

    Without any when none can be made of its log. ``at_end`` are its clocks as they stand at the end of the log.
    """

    ticket: Ticket
    clocks: tuple[Clock, ...]
    at_end: tuple[Clock, ...]


def follow_up(house: House, unit: Unit, number: int | None, posting: Posting) -> None:
    """Queues every reply of the posting, notes when the sweep must look at the ticket next, and measures its clocks.

    What a reply records may stop or excuse a clock, so the ticket is looked at again after it.
    """
    subject = None if number is None else _subject(house, unit, number)
    for reply in posting.replies:
        _post(house, unit, subject, posting, reply)
    if subject is not None:
        _index(house, unit, _with_events(house, unit, subject, posting.replies))


def _with_events(house: House, unit: Unit, subject: Subject, replies: tuple[Reply, ...]) -> Subject:
    """The subject after what became true with the mails: an acknowledgement may be all the answer that is due."""
    if not any(reply.events for reply in replies):
        return subject
    return _subject(house, unit, subject.ticket.id)


def _index(house: House, unit: Unit, subject: Subject) -> None:
    watch = Watch(subject.ticket, subject.clocks, house.config)
    check_at = next_check(watch, unit.now) if subject.clocks else unit.now + LOOK_AGAIN
    tickets.set_index(unit, subject.ticket.id, check_at, _place(subject))
    measure(house, unit, subject.ticket, subject.at_end)


def _place(subject: Subject) -> Place | None:
    return place(subject.clocks) if subject.clocks else None


def _subject(house: House, unit: Unit, number: int) -> Subject:
    ticket = tickets.load(unit, number)
    found = clocks_of(house, unit, ticket)
    return Subject(ticket, found.now, found.end)


def _post(house: House, unit: Unit, subject: Subject | None, posting: Posting, reply: Reply) -> None:
    """A mail that cannot be written must not keep a ticket from being opened: the ticket then says why.

    A person who answers hears it at once instead: TemplateError or UnusableAddress undoes the whole unit.
    """
    number = subject.ticket.id if subject else None
    case = _case(house, unit, subject, posting, reply)
    try:
        rendered = house.renderer.render(reply.template, variables(reply, case, house.config))
        mail = compose(reply, rendered, house.sender, unit.now, f"{number or 0}.{house.unique()}")
    except (TemplateError, UnusableAddress) as error:
        if reply.automation is Automation.NO:
            raise
        log.error("the %s mail could not be written: %s", reply.template, error)
        if number is not None:
            event = Event(EventType.ANSWER_WITHHELD, unit.now, {"why": f"the {reply.template} mail: {error}"})
            tickets.record(unit, number, event, None)
        return
    desk = Address(house.config.desk.address, house.config.desk.name)
    message = _on_record(unit, number, messages.Sent(reply, mail, rendered.text, desk)) if number else None
    outbox.queue(unit, outbox.Queued(number, reply, mail, posting.topic, message))


def _on_record(unit: Unit, number: int, sent: messages.Sent) -> int | None:
    """Mails to the requester are messages of the ticket; what became true with a mail is recorded with it."""
    message = messages.add_outbound(unit, number, sent) if sent.reply.template in TO_REQUESTER else None
    for event in sent.reply.events:
        tickets.record(unit, number, event, message)
    return message


def _clock(subject: Subject, notice: Notice | None) -> Clock | None:
    """The clock a mail speaks of: the first response's unless its notice names another; None where there is none."""
    wanted = (notice.measure, notice.number) if notice else ()
    first = next(iter(subject.clocks), None)
    return next((item for item in subject.clocks if (item.measure, item.number) == wanted), first)


def _case(house: House, unit: Unit, subject: Subject | None, posting: Posting, reply: Reply) -> Case:
    ticket = subject.ticket if subject else None
    return Case(
        ticket,
        unit.now,
        clock=_clock(subject, reply.notice) if subject else None,
        missing=missing(ticket.fields, ticket.category, house.config.fields) if ticket else Missing(),
        text=posting.words,
        reference=reply.reference,
        changed=posting.changed,
        notes=posting.notes,
        digest=posting.digest,
        report=posting.report,
        desk_open=is_open(desk_calendar(house, unit), unit.now),
        ahead=_ahead(house, unit, subject, reply),
        redirected=ticket is not None and _acknowledges(posting) and _is_unmeasured(house, unit, ticket),
    )


def _is_unmeasured(house: House, unit: Unit, ticket: Ticket) -> bool:
    return ticket.category in policy(house, unit).at(ticket.opened_at).terms.unmeasured


def _acknowledges(posting: Posting) -> bool:
    return any(reply.template == "acknowledgement" for reply in posting.replies)


def _ahead(house: House, unit: Unit, subject: Subject | None, reply: Reply) -> int | None:
    """How many tickets are answered before this one; None where nobody is told."""
    told = house.config.replies.queue_position and reply.template == "acknowledgement"
    own = _place(subject) if subject and told else None
    return queue.ahead(unit, own, subject.ticket.id) if subject and own and own.rank else None
