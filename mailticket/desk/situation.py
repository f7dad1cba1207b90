"""Everything a decision about one mail may look at, as one value; and the short questions all decisions ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailticket.config import Config
from mailticket.decisions import Automation, QueueReply, Reply
from mailticket.desk.match import Match
from mailticket.model import Address, InboundMessage, Reading, Ticket

TO_REQUESTER = frozenset({"acknowledgement", "request", "agent_reply"})  # templates; all others are for agents


class Folder(StrEnum):
    INBOX = "inbox"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Situation:
    """One mail and what is known around it.

    ``older``: it came before this installation. ``acknowledged``: topics of the acknowledgements its author had within
    the last hour. ``topic``: its own subject for comparison. ``about``: the template of the mail of ours that it
    returns or answers, "" when that is none of ours.
    """

    reading: Reading
    match: Match
    received_at: datetime
    now: datetime
    config: Config
    folder: Folder = Folder.INBOX
    older: bool = False
    acknowledged: tuple[str, ...] = ()
    topic: str = ""
    about: str = ""

    @property
    def message(self) -> InboundMessage:
        return self.reading.message

    @property
    def unread(self) -> dict[str, object]:
        """What of the mail could not be read, as an event keeps it; nothing when all was."""
        return {"notes": list(self.reading.notes)} if self.reading.notes else {}

    @property
    def from_staff(self) -> bool:
        """Written by an agent, or in the desk's own name."""
        return self.message.author.key in self.config.agent_addresses | self.config.own_addresses

    @property
    def requester(self) -> Address:
        """Whose ticket a new one is: the author's, or the customer's whose mail an agent passes on."""
        return self.reading.passed_on_for or self.message.author

    @property
    def answers(self) -> tuple[str, ...]:
        """The References of an answer to this mail (RFC 5322 §3.6.4)."""
        own = (self.message.message_id,) if self.message.message_id else ()
        return (*self.message.references, *own)

    @property
    def outsiders(self) -> frozenset[str]:
        """Everybody named in the mail who is not of the desk."""
        authors = frozenset(item.key for item in (*self.message.from_, self.requester))
        return self.addressed | (authors - self.config.agent_addresses - self.config.own_addresses)

    @property
    def addressed(self) -> frozenset[str]:
        """Everybody the mail went to who is not of the desk."""
        named = (*self.message.to, *self.message.cc)
        return frozenset(item.key for item in named) - self.config.agent_addresses - self.config.own_addresses


def agents_to_tell(config: Config, ticket: Ticket | None) -> tuple[Address, ...]:
    """The agent a ticket is assigned to, else all of them."""
    everybody = tuple(Address(agent.email, agent.name) for agent in config.agents)
    if ticket is None or not ticket.assignee:
        return everybody
    assigned = tuple(item for item in everybody if ticket.assignee.casefold() in (item.key, item.name.casefold()))
    return assigned or everybody


def tell_agents(situation: Situation, template: str, text: str = "", reference: str = "") -> tuple[QueueReply, ...]:
    """A notice to the agents, none about older mail; a plain Reply reaches the requester, with a copy to the desk."""
    ticket = situation.match.ticket
    recipients = agents_to_tell(situation.config, ticket)
    if situation.older or not recipients:
        return ()
    requester = ticket.requester if ticket else situation.requester
    notice = Reply(
        template,
        recipients,
        Automation.GENERATED,
        situation.answers,
        text=text,
        reference=reference,
        reply_to=reply_targets(situation.config, requester),
    )
    return (QueueReply(notice),)


def reply_targets(config: Config, requester: Address) -> tuple[Address, ...]:
    """Where an agent's plain Reply to a notice goes: to the requester, with the desk's copy for the clock."""
    desk = Address(config.desk.address, config.desk.name)
    return (requester, desk) if requester.addr and requester.key not in config.own_addresses else (desk,)
