"""One mail on its way out: claimed, tried, and its outcome noted. Joins the outbox with the SMTP edge.

A refusal of single recipients narrows the mail to them; a refusal for good is shown to the agents on the ticket.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from mailticket.decisions import Automation, Reply
from mailticket.desk.situation import TO_REQUESTER, agents_to_tell, reply_targets
from mailticket.errors import DeliveryError, SmtpUnavailable
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.model import Event, EventType
from mailticket.outbound.retry import next_attempt
from mailticket.outbound.send import Refusal, Submission
from mailticket.store import outbox, tickets
from mailticket.store.database import Store, Unit
from mailticket.store.outbox import Item

log = logging.getLogger(__name__)

RATE_WINDOW = timedelta(minutes=1)
SYNC_EVERY = 8  # mails
_PERMANENT = 500  # RFC 5321 §4.2.1: replies from here on are final


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of trying one mail: nothing wrong, an error for the whole mail, or recipients refused one by one."""

    item: Item
    error: DeliveryError | SmtpUnavailable | None = None
    refused: tuple[Refusal, ...] = ()

    @property
    def durable(self) -> bool:
        """A plain success may be forgotten in a power cut: the mail is then sent again, as after any crash in between.

        Every few it is synced all the same, so that a cut repeats only that many.
        """
        plain = self.error is None and not self.refused and not self.item.sent_events
        return not plain or self.item.id % SYNC_EVERY == 0


def claim_next(house: House, store: Store) -> Item | None:
    """The next mail that is due and allowed by the rate limit, claimed."""
    with store.unit(house.now()) as unit:
        return _claim(house, unit)


def try_to_send(submission: Submission, item: Item) -> Attempt:
    try:
        return Attempt(item, refused=tuple(submission.send(item.mail)))
    except (DeliveryError, SmtpUnavailable) as error:
        return Attempt(item, error)


def note(house: House, store: Store, attempt: Attempt, *, claim_another: bool) -> Item | None:
    """Writes down the outcome and claims the next mail in the same transaction.

    Raises SmtpUnavailable, after the mail went back to the outbox, when the server as a whole is away.
    """
    with store.unit(house.now(), durable=attempt.durable) as unit:
        _note(house, unit, attempt)
        away = isinstance(attempt.error, SmtpUnavailable)
        following = _claim(house, unit) if claim_another and not away else None
    if isinstance(attempt.error, SmtpUnavailable):
        raise attempt.error
    return following


def waits_for_rate(house: House, unit: Unit) -> timedelta:
    """How long the rate limit still forbids sending; zero when it does not."""
    limit = house.config.smtp.per_minute
    recent = outbox.sent_since(unit, unit.now - RATE_WINDOW) if limit else []
    return recent[-limit] + RATE_WINDOW - unit.now if limit and len(recent) >= limit else timedelta(0)


def _claim(house: House, unit: Unit) -> Item | None:
    return None if waits_for_rate(house, unit) else outbox.claim(unit)


def _note(house: House, unit: Unit, attempt: Attempt) -> None:
    item = attempt.item
    match attempt.error:
        case None:
            _record_sent(house, unit, item, outbox.mark_sent(unit, item))
            log.info("sent mail %d: %s%s", item.id, item.template, f" for ticket {item.ticket}" if item.ticket else "")
            _take_up_refusals(house, unit, attempt)
        case SmtpUnavailable():
            outbox.give_back(unit, item, unit.now, str(attempt.error))
        case DeliveryError(permanent=True):
            _fail(house, unit, item, attempt.error.reason)
        case DeliveryError():
            _defer(house, unit, item, attempt.error.reason)


def _record_sent(house: House, unit: Unit, item: Item, events: tuple[Event, ...]) -> None:
    """A person's answer counts from the moment a server has taken it: until then nobody has been answered."""
    if item.ticket is None or not events:
        return
    for event in events:
        tickets.record(unit, item.ticket, event, None)
    follow_up(house, unit, item.ticket, Posting(()))


def _take_up_refusals(house: House, unit: Unit, attempt: Attempt) -> None:
    """Others got the mail: only the refused recipients are tried again, or told about."""
    later = tuple(refused.addr for refused in attempt.refused if refused.code < _PERMANENT)
    never = [refused for refused in attempt.refused if refused.code >= _PERMANENT]
    if later:
        outbox.narrow(unit, attempt.item, later)
        _defer(house, unit, attempt.item, "; ".join(refused.text for refused in attempt.refused))
    for refused in never:
        reason = f"{refused.addr}: {refused.code} {refused.text}"
        log.error("mail %d: %s", attempt.item.id, reason)
        _show_failure(house, unit, attempt.item, reason)


def _defer(house: House, unit: Unit, item: Item, reason: str) -> None:
    until = next_attempt(item.attempts, unit.now, item.created_at, house.config.smtp.give_up_after)
    if until is None:
        _fail(house, unit, item, f"given up: {reason}")
        return
    outbox.defer(unit, item, until, reason)
    log.warning("mail %d waits until %s: %s", item.id, until.isoformat(timespec="seconds"), reason)


def _fail(house: House, unit: Unit, item: Item, reason: str) -> None:
    outbox.fail(unit, item, reason)
    log.error("mail %d to %s was refused: %s", item.id, ", ".join(item.mail.rcpt_to), reason)
    _show_failure(house, unit, item, reason)


def _show_failure(house: House, unit: Unit, item: Item, reason: str) -> None:
    """On the ticket for good, and by mail to the agents, unless it was a notice of their own that failed."""
    if item.ticket is None:
        return
    data = {"detail": reason, "template": item.template}
    tickets.record(unit, item.ticket, Event(EventType.DELIVERY_FAILED, unit.now, data), None)
    ticket = tickets.load(unit, item.ticket)
    recipients = agents_to_tell(house.config, ticket)
    if not recipients or item.template not in TO_REQUESTER:
        return
    notice = Reply(
        "delivery_failed",
        recipients,
        Automation.GENERATED,
        ticket.thread[-1:],
        text=reason,
        reference=item.mail.rcpt_to[0],
        reply_to=reply_targets(house.config, ticket.requester),
    )
    follow_up(house, unit, item.ticket, Posting((notice,)))
