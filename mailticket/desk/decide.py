"""(mail, ticket or none, policy, now) to a Decision: what to do about one mail. Pure; the store carries it out.

Only a person is ever answered (RFC 3834 §2); automatic mail changes no status and stops no clock.
"""

from __future__ import annotations

from collections.abc import Callable

from mailticket.decisions import Action, AddMessage, Decision, Direction, Outcome, RecordEvent
from mailticket.desk.conversation import agent_mail, bulk_mail, requester_reply
from mailticket.desk.opening import open_ticket
from mailticket.desk.situation import TO_REQUESTER, Folder, Situation, tell_agents
from mailticket.model import DeliveryStatus, Event, EventType, MessageKind


def decide(situation: Situation) -> Decision:
    """What to do about this mail; the first rule that fits."""
    if situation.folder is Folder.SENT:
        return _sent(situation)
    return _BY_KIND[situation.reading.classification.kind](situation)


def _person(situation: Situation) -> Decision:
    ticket = situation.match.ticket
    if ticket is None:
        return open_ticket(situation)
    return agent_mail(situation, ticket) if situation.from_staff else requester_reply(situation, ticket)


def _sent(situation: Situation) -> Decision:
    """The Sent folder shows what the desk's people wrote; our own mail lies there too on some servers."""
    ticket, kind = situation.match.ticket, situation.reading.classification.kind
    if kind is not MessageKind.PERSON:
        return Decision(Outcome.IGNORED, f"sent automatically: {situation.reading.classification.rule}")
    if ticket is None:
        return Decision(Outcome.IGNORED, "sent mail that belongs to no ticket")
    if not situation.from_staff:
        return Decision(Outcome.IGNORED, "in the Sent folder, but not written by the desk's own people")
    return agent_mail(situation, ticket)


def _bulk(situation: Situation) -> Decision:
    ticket = situation.match.ticket
    return bulk_mail(situation, ticket) if ticket and situation.match.trusted else _ignored(situation)


def _ignored(situation: Situation) -> Decision:
    return Decision(Outcome.IGNORED, situation.reading.classification.rule)


def _auto_reply(situation: Situation) -> Decision:
    return _on_record(situation, Outcome.AUTO_REPLY, EventType.AUTO_REPLY_RECEIVED, {})


def _bounce(situation: Situation) -> Decision:
    """A failed delivery is shown to the agents; a delay or a success is only written down (RFC 3464 §2.3.3)."""
    statuses = situation.message.delivery_status
    failed = tuple(item for item in statuses if item.action in ("failed", ""))
    text = "; ".join(_status_line(item) for item in failed or statuses) or situation.message.subject
    if statuses and not failed:
        return _on_record(situation, Outcome.BOUNCE, EventType.AUTO_REPLY_RECEIVED, {"detail": text})
    decision = _on_record(situation, Outcome.BOUNCE, EventType.DELIVERY_FAILED, {"detail": text})
    if decision.ticket is None or _was_for_agents(situation, failed):
        return decision
    notice = tell_agents(situation, "delivery_failed", text, failed[0].final_recipient if failed else "")
    return Decision(decision.outcome, decision.rule, (*decision.actions, *notice), decision.ticket)


def _was_for_agents(situation: Situation, failed: tuple[DeliveryStatus, ...]) -> bool:
    """A notice that an agent's notice was lost would be lost in the same way, and so for ever."""
    if situation.about:
        return situation.about not in TO_REQUESTER
    return any(item.final_recipient.casefold() in situation.config.agent_addresses for item in failed)


def _status_line(status: DeliveryStatus) -> str:
    return f"{status.final_recipient}: {status.status} {status.diagnostic_code}".strip()


def _on_record(situation: Situation, outcome: Outcome, event: EventType, data: dict[str, object]) -> Decision:
    """Automatic mail: kept with its ticket when it has one, otherwise in the ledger only."""
    ticket, classification = situation.match.ticket, situation.reading.classification
    if ticket is None:
        return Decision(outcome, classification.rule)
    written: tuple[Action, ...] = (
        AddMessage(Direction.INBOUND, classification.kind),
        RecordEvent(Event(event, situation.received_at, {"rule": classification.rule, **data})),
    )
    return Decision(outcome, classification.rule, written, ticket.id)


_BY_KIND: dict[MessageKind, Callable[[Situation], Decision]] = {
    MessageKind.PERSON: _person,
    MessageKind.AUTO_REPLY: _auto_reply,
    MessageKind.BOUNCE: _bounce,
    MessageKind.LIST: _bulk,
    MessageKind.SPAM: _bulk,
    MessageKind.OWN: _ignored,
}
