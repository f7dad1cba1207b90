"""What the sweep does about a running clock: warn before a target, tell the breach, once each. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailticket.config import Config
from mailticket.desk.situation import agents_to_tell, reply_targets
from mailticket.model import Action, Automation, Event, EventType, QueueReply, RecordEvent, Reply, Ticket
from mailticket.sla.clock import Clock, warn_due
from mailticket.sla.policy import SlaPolicy


@dataclass(frozen=True, slots=True)
class Watch:
    """A ticket, its clock now, and the policy it runs under."""

    ticket: Ticket
    clock: Clock
    policy: SlaPolicy

    @property
    def milestones(self) -> tuple[tuple[EventType, str, datetime], ...]:
        """What has not been told yet, in order: the event, the mail's template, and when."""
        if self.clock.stopped_at is not None:
            return ()
        told = {event.type for event in self.ticket.events}
        breach = (EventType.BREACHED, "breach", self.clock.due_at)
        if told & {EventType.WARNED, EventType.BREACHED}:
            return () if EventType.BREACHED in told else (breach,)
        return (EventType.WARNED, "warning", warn_due(self.clock, self.policy)), breach


def next_check(watch: Watch) -> datetime | None:
    """When this ticket has to be looked at again; None when nothing will be told any more."""
    return min((at for _, _, at in watch.milestones), default=None)


def overdue_notices(watch: Watch, config: Config, now: datetime) -> tuple[Action, ...]:
    """The notice that is due: past the breach nobody is warned of it any more."""
    reached = [(kind, template) for kind, template, at in watch.milestones if at < now]
    if not reached:
        return ()
    kind, template = reached[-1]
    return (RecordEvent(Event(kind, now, {"due": watch.clock.due_at.isoformat()})), *_mail(watch, config, template))


def _mail(watch: Watch, config: Config, template: str) -> tuple[Action, ...]:
    recipients = agents_to_tell(config, watch.ticket)
    if not recipients:
        return ()
    reply_to = reply_targets(config, watch.ticket.requester)
    reply = Reply(template, recipients, Automation.GENERATED, watch.ticket.thread[-1:], reply_to=reply_to, urgent=True)
    return (QueueReply(reply),)
