"""What the sweep does about running clocks: tell each step of the ladder to its people, once. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mailticket.config import Config
from mailticket.config_sla import Step
from mailticket.desk.situation import agents_to_tell, reply_targets
from mailticket.model import Action, Automation, Event, EventType, QueueReply, RecordEvent, Reply, Ticket
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

_MISSED = 1.0  # the share of a target from which a promise is broken


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the ladder that one clock has yet to reach, and when it does."""

    clock: Clock
    step: Step
    at: datetime

    @property
    def event(self) -> EventType:
        return EventType.BREACHED if self.step.at >= _MISSED else EventType.WARNED

    @property
    def template(self) -> str:
        return "breach" if self.event is EventType.BREACHED else "warning"


@dataclass(frozen=True, slots=True)
class Watch:
    """A ticket with its clocks as they stand now."""

    ticket: Ticket
    clocks: tuple[Clock, ...]
    config: Config

    @property
    def milestones(self) -> Iterator[Milestone]:
        """What has not been told yet: past a step nobody is told of an earlier one any more."""
        for clock in self.clocks:
            if clock.is_open and clock.state is not ClockState.PAUSED:
                told = self._told(clock)
                yield from (
                    Milestone(clock, step, clock.reached(step.at)) for step in self.config.sla.ladder if step.at > told
                )

    def _told(self, clock: Clock) -> float:
        """The highest step of this clock that people have been told."""
        events = (item for item in self.ticket.events if item.type in (EventType.WARNED, EventType.BREACHED))
        return max((_step(item) for item in events if _is_about(item, clock)), default=0.0)


def _is_about(event: Event, clock: Clock) -> bool:
    """Events of the time before there were others are about the first response."""
    measure, number = event.data.get("measure", Measure.FIRST_RESPONSE), event.data.get("number", 1)
    return (measure, number) == (clock.measure, clock.number)


def _step(event: Event) -> float:
    step = event.data.get("step", _MISSED if event.type is EventType.BREACHED else 0.75)
    return float(step) if isinstance(step, int | float) else 0.0


def next_check(watch: Watch) -> datetime | None:
    """When this ticket has to be looked at again; None when nothing will be told any more."""
    return min((milestone.at for milestone in watch.milestones), default=None)


def overdue_notices(watch: Watch, now: datetime) -> tuple[Action, ...]:
    """The highest step reached of each clock."""
    reached: dict[tuple[Measure, int], Milestone] = {}
    for milestone in sorted(watch.milestones, key=lambda item: item.step.at):
        if milestone.at < now:
            reached[milestone.clock.measure, milestone.clock.number] = milestone
    return tuple(action for milestone in reached.values() for action in _told(watch, milestone, now))


def _told(watch: Watch, milestone: Milestone, now: datetime) -> tuple[Action, ...]:
    clock = milestone.clock
    data = {
        "measure": clock.measure,
        "number": clock.number,
        "step": milestone.step.at,
        "due": clock.due_at.isoformat(),
    }
    return RecordEvent(Event(milestone.event, now, data)), *_mail(watch, milestone.template)


def _mail(watch: Watch, template: str) -> tuple[Action, ...]:
    recipients = agents_to_tell(watch.config, watch.ticket)
    if not recipients:
        return ()
    reply_to = reply_targets(watch.config, watch.ticket.requester)
    reply = Reply(template, recipients, Automation.GENERATED, watch.ticket.thread[-1:], reply_to=reply_to, urgent=True)
    return (QueueReply(reply),)
