"""Which ticket a mail belongs to, and whether its sender may write to it. Looks at candidates; finds none itself.

References and In-Reply-To name mails only those in the conversation have seen; a number in a subject can be guessed,
so it counts only together with a sender who takes part in the ticket.
"""

from __future__ import annotations

from dataclasses import dataclass

from mailticket.model import InboundMessage, Ticket


@dataclass(frozen=True, slots=True)
class Match:
    """``ticket`` is None for a new one; ``trusted`` senders may change fields; ``points_at`` is a related number."""

    ticket: Ticket | None
    rule: str
    trusted: bool = False
    points_at: int | None = None


def match(
    message: InboundMessage, by_thread: Ticket | None, by_number: tuple[Ticket, ...], staff: frozenset[str]
) -> Match:
    """The ticket by thread, else by the number in the subject and a participating sender, else none.

    ``staff`` are the address keys of agents and of the desk itself. RFC 5322 §3.6.4 defines the threading fields.
    """
    writer = message.author.key
    if by_thread is not None:
        trusted = may_write(by_thread, writer, staff)
        return Match(by_thread, "References or In-Reply-To name a mail of this ticket", trusted)
    for ticket in by_number:
        if may_write(ticket, writer, staff):
            return Match(ticket, "the subject names the ticket and the sender takes part in it", trusted=True)
    if by_number:
        return Match(None, "the subject names a ticket the sender has no part in", points_at=by_number[0].id)
    return Match(None, "no earlier mail is referred to")


def may_write(ticket: Ticket, writer: str, staff: frozenset[str]) -> bool:
    """Participants and the desk's own people may."""
    return writer in ticket.participants or writer == ticket.requester.key or writer in staff
