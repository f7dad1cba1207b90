"""What the sweep does about running clocks: tell each step of the ladder to its readers, once each. Pure.

The event of a step is recorded when it is passed and names who was told; who slept then is named as to be told later,
and an event of its own says when that was done. Past a step nobody is told of an earlier one any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from mailticket.config import Config
from mailticket.config_sla import Step
from mailticket.decisions import Action, Automation, Notice, QueueReply, RecordEvent, Reply
from mailticket.desk.readers import MISSED, Reader, is_awake, names, readers, wakes_at
from mailticket.desk.situation import reply_targets
from mailticket.model import Address, Event, EventType, Ticket
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

_TELLS = (EventType.WARNED, EventType.BREACHED)
_OLD_WARNING = 0.75  # the step of a warning that does not say which one it was


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the ladder that one clock has yet to pass, and when it does."""

    clock: Clock
    step: Step
    at: datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """A ticket with its clocks as they stand now."""

    ticket: Ticket
    clocks: tuple[Clock, ...]
    config: Config

    @property
    def running(self) -> Iterator[Clock]:
        """The clocks somebody has to act on."""
        return (clock for clock in self.clocks if clock.is_open and clock.state is not ClockState.PAUSED)

    def milestones(self, clock: Clock) -> Iterator[Milestone]:
        """What this clock has not passed yet, the nearest first."""
        passed = max((_step(event) for event in self.told(clock)), default=0.0)
        for step in sorted(self.config.sla.ladder, key=lambda step: step.at):
            if step.at > passed:
                yield Milestone(clock, step, clock.reached(step.at))

    def told(self, clock: Clock) -> tuple[Event, ...]:
        """The events by which people were told of this clock, as far as they still hold.

        A step that a change of severity has moved past the time of its event has not been passed.
        """
        events = (item for item in self.ticket.events if item.type in _TELLS and _is_about(item, clock))
        return tuple(item for item in events if "step" not in item.data or clock.reached(_step(item)) <= item.at)

    def owed(self, clock: Clock) -> Iterator[tuple[Step, tuple[Reader, ...]]]:
        """Who slept when a step was passed and has still to hear of it: of the highest one alone."""
        events = self.told(clock)
        heard: set[str] = set()
        for step in sorted(self.config.sla.ladder, key=lambda step: -step.at):
            of_step = [event for event in events if _step(event) == step.at]
            asleep = {key for event in of_step for key in _people(event, "later")}
            heard |= {key for event in of_step for key in _people(event, "told")}
            wanted = tuple(item for item in self._still(step, asleep, of_step) if item.key not in heard)
            heard |= asleep
            if wanted:
                yield step, wanted

    def _still(self, step: Step, asleep: set[str], events: Iterable[Event]) -> Iterable[Reader]:
        """Of those who slept the ones this step still concerns; when all are gone, whoever is in their place."""
        audience = readers(self.config, self.ticket, step) if asleep else ()
        steps = (item for item in self.config.sla.ladder if item.at <= step.at)
        lower = {reader.key: reader for item in steps for reader in readers(self.config, self.ticket, item)}
        found = tuple(reader for key, reader in lower.items() if key in asleep)
        nobody_knows = step.at >= MISSED and not any(_people(event, "told") for event in events)
        return found or (audience if nobody_knows else ())


def _is_about(event: Event, clock: Clock) -> bool:
    """Events of the time before there were others are about the first response."""
    measure, number = event.data.get("measure", Measure.FIRST_RESPONSE), event.data.get("number", 1)
    return (measure, number) == (clock.measure, clock.number)


def _step(event: Event) -> float:
    step = event.data.get("step", MISSED if event.type is EventType.BREACHED else _OLD_WARNING)
    return float(step) if isinstance(step, int | float) else 0.0


def _people(event: Event, key: str) -> tuple[str, ...]:
    found = event.data.get(key)
    return tuple(str(item).casefold() for item in found) if isinstance(found, list | tuple) else ()


# ---------------------------------------------------------------- when to look again


def next_check(watch: Watch, now: datetime) -> datetime | None:
    """The exact instant at which this ticket has to be looked at again; None when nothing will be told any more."""
    return min((at for clock in watch.running for at in _instants(watch, clock, now)), default=None)


def _instants(watch: Watch, clock: Clock, now: datetime) -> Iterator[datetime]:
    yield from (milestone.at for milestone in watch.milestones(clock))
    for _, sleepers in watch.owed(clock):
        yield from (wakes_at(watch.config, reader, clock.severity, now) for reader in sleepers)


# ---------------------------------------------------------------- what was told before there were steps


def passed_before(watch: Watch, now: datetime) -> tuple[Action, ...]:
    """The highest step each clock has passed, where a program that knew no steps told of the missed target.

    Recorded without a mail: nobody hears a second time of what is old. Who had only been warned still hears of more.
    """
    return tuple(RecordEvent(event) for clock in watch.running for event in _taken_over(watch, clock, now))


def _taken_over(watch: Watch, clock: Clock, now: datetime) -> Iterator[Event]:
    told = watch.told(clock)
    passed = [milestone for milestone in watch.milestones(clock) if milestone.at < now]
    if passed and any(event.type is EventType.BREACHED and "step" not in event.data for event in told):
        telling = Telling(clock, passed[-1].step, ())
        yield Event(telling.event, now, {**telling.data, "why": "told before the upgrade"})


# ---------------------------------------------------------------- what to tell now


def overdue_notices(watch: Watch, now: datetime) -> tuple[Action, ...]:
    """For each clock the highest step passed, to whoever is awake; and to who has woken what was passed at night."""
    return tuple(action for clock in watch.running for action in _notices(watch, clock, now))


def _notices(watch: Watch, clock: Clock, now: datetime) -> Iterator[Action]:
    passed = [milestone for milestone in watch.milestones(clock) if milestone.at < now]
    audience = _audience(watch, passed)
    hear_more = {reader.key for reader in audience}
    if passed:
        awake = _awake(watch, audience, clock, now)
        later = tuple(reader for reader in audience if reader not in awake)
        yield from _tell(watch, Telling(clock, passed[-1].step, awake, later), now)
    for step, sleepers in watch.owed(clock):
        woken = tuple(item for item in _awake(watch, sleepers, clock, now) if item.key not in hear_more)
        if woken:
            yield from _tell(watch, Telling(clock, step, woken), now)


def _audience(watch: Watch, passed: Iterable[Milestone]) -> tuple[Reader, ...]:
    """The readers of every step passed since the last look: after an outage nobody is left out of what came together.

    Nobody to tell, or nobody awake: the step is recorded all the same.
    """
    found = {item.key: item for milestone in passed for item in readers(watch.config, watch.ticket, milestone.step)}
    return tuple(found.values())


def _awake(watch: Watch, found: Iterable[Reader], clock: Clock, now: datetime) -> tuple[Reader, ...]:
    return tuple(reader for reader in found if is_awake(watch.config, reader, clock.severity, now))


@dataclass(frozen=True, slots=True)
class Telling:
    """A step of a clock, who is told of it now and who when they wake."""

    clock: Clock
    step: Step
    told: tuple[Reader, ...]
    later: tuple[Reader, ...] = ()

    @property
    def event(self) -> EventType:
        return EventType.BREACHED if self.step.at >= MISSED else EventType.WARNED

    @property
    def template(self) -> str:
        """As the clock stands: who slept through a warning may wake to a breach."""
        missed = self.event is EventType.BREACHED or self.clock.state is ClockState.BREACHED
        return "breach" if missed else "warning"

    @property
    def data(self) -> dict[str, object]:
        asleep = {"later": [reader.address.addr for reader in self.later]} if self.later else {}
        return {
            "measure": self.clock.measure,
            "number": self.clock.number,
            "step": self.step.at,
            "due": self.clock.due_at.isoformat(),
            "told": [reader.address.addr for reader in self.told],
            **asleep,
        }


def _tell(watch: Watch, telling: Telling, now: datetime) -> Iterator[Action]:
    """One event, and a mail to all whose day passes in the same zone."""
    yield RecordEvent(Event(telling.event, now, telling.data))
    ordered = sorted(telling.told, key=_together)
    for _, group in groupby(ordered, key=_together):
        yield QueueReply(_mail(watch, telling, tuple(group)))


def _together(reader: Reader) -> tuple[bool, str]:
    return not reader.staff, reader.zone


def _mail(watch: Watch, telling: Telling, group: tuple[Reader, ...]) -> Reply:
    clock, ticket = telling.clock, watch.ticket
    called = names(watch.config, ticket)
    here = {reader.key for reader in group}
    earlier = (event for event in watch.told(clock) if _step(event) == telling.step.at)
    knowing = (*(key for event in earlier for key in _people(event, "told")), *(item.key for item in telling.told))
    notice = Notice(
        clock.measure,
        clock.number,
        group[0].zone,
        tuple(called.get(key, key) for key in dict.fromkeys(knowing) if key not in here),
        tuple(called.get(item.key, item.key) for item in telling.later),
    )
    return Reply(
        telling.template,
        tuple(reader.address for reader in group),
        Automation.GENERATED,
        ticket.thread[-1:],
        reply_to=_reply_to(watch, clock, group[0]),
        urgent=True,
        notice=notice,
    )


def _reply_to(watch: Watch, clock: Clock, reader: Reader) -> tuple[Address, ...]:
    """Who owes the answer may give it by a plain Reply; what others write about it is a note for the desk."""
    if reader.staff and clock.measure is not Measure.UPSTREAM_RESPONSE:
        return reply_targets(watch.config, watch.ticket.requester)
    return (Address(watch.config.desk.address, watch.config.desk.name),)
