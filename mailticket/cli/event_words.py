"""What happened to a ticket, event by event, as a person tells it. Prints nothing; JSON has the log as it is.

Due times are on the desk's wall clock; words out of mails come on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.desk.readers import MISSED, names
from mailticket.model import Event, EventType, Ticket
from mailticket.outbound.clean import one_line
from mailticket.outbound.content import number
from mailticket.outbound.wording import value
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure
from mailticket.vocabulary import BY_KEY

_LONGEST = 500  # characters of one event
_VALUE = 60  # and of one value in it
_SET_BY_AN_AGENT = "set by an agent"  # says no more than the name beside it


def told(ticket: Ticket, clocks: Sequence[Clock], config: Config) -> Iterator[tuple[Event, str]]:
    """Each event with its sentence, in the order of the log; ``clocks`` are those of the ticket."""
    log = _Log(ticket, clocks, config)
    for event in ticket.events:
        yield event, one_line(_WORDS[event.type](log, event), _LONGEST)


def clock_name(clock: Clock) -> str:
    """``first response``, ``next response 2``, ``upstream response 1 of ingram``."""
    return _measure_name(clock.measure, clock.number) + (f" of {clock.upstream}" if clock.upstream else "")


def _as_response(clock: Clock) -> str:
    return f"the {clock_name(clock)}" if clock.measure is Measure.FIRST_RESPONSE else clock_name(clock)


def _measure_name(measure: str, number: object) -> str:
    several = measure in (Measure.NEXT_RESPONSE, Measure.UPSTREAM_RESPONSE)
    return measure.replace("_", " ") + (f" {number}" if several else "")


class _Log:
    """One ticket's events on their way into words: what severity and category were before is known from those read."""

    def __init__(self, ticket: Ticket, clocks: Sequence[Clock], config: Config) -> None:
        self.clocks, self.config = clocks, config
        self.called = names(config, ticket)
        self.severity = self.category = ""

    # ------------------------------------------------------------ what the ticket is about

    def opened(self, event: Event) -> str:
        self.severity, self.category = _text(event, "severity"), _spaced(_text(event, "category"))
        issues = event.data.get("issues")
        parts = [
            f"severity {self.severity or 'not stated'}",
            self.category or "no category",
            f"{issues} issues" if isinstance(issues, int) and issues > 1 else "",
            f"passed on by {_text(event, 'passed_on_by')}" if _text(event, "passed_on_by") else "",
        ]
        return f"opened: {', '.join(filter(None, parts))}{_unread(event)}"

    def imported(self, event: Event) -> str:
        return f"taken over, neither answered nor measured{_because(event)}"

    def fields_set(self, event: Event) -> str:
        by_agent = event.data.get("by") == "agent"
        lines = (line for line in _list(event, "fields") if isinstance(line, Mapping))
        said = ", ".join(_field(line, by_agent=by_agent) for line in lines)
        return f"fields {_SET_BY_AN_AGENT if by_agent else 'read from the mail'}: {said}"

    def severity_set(self, event: Event) -> str:
        former, self.severity = self.severity, _text(event, "severity")
        return f"severity {former or 'not stated'} → {self.severity or 'not stated'}{_by(event)}"

    def category_set(self, event: Event) -> str:
        former, self.category = self.category, _spaced(_text(event, "category"))
        return f"category {former or 'not known'} → {self.category or 'not known'}{_by(event)}"

    def linked(self, event: Event) -> str:
        ticket = event.data.get("ticket")
        return f"refers to {number(self.config, ticket) if isinstance(ticket, int) else ticket}{_because(event)}"

    # ------------------------------------------------------------ mails

    def received(self, event: Event) -> str:
        return f"mail from {_text(event, 'from') or 'the requester'}{_because(event)}{_unread(event)}"

    def acknowledged(self, _event: Event) -> str:
        return "acknowledged automatically"

    def requested(self, event: Event) -> str:
        asked = ", ".join(_label(key) for key in _list(event, "fields"))
        return f"asked automatically for {asked or 'what is missing'}"

    def withheld(self, event: Event) -> str:
        return f"no automatic answer{_because(event)}"

    def auto_reply(self, event: Event) -> str:
        return ": ".join(filter(None, ("automatic reply came", _text(event, "detail") or _text(event, "rule"))))

    def undelivered(self, event: Event) -> str:
        mail = f"the {_spaced(_text(event, 'template'))} mail" if event.data.get("template") else "a mail"
        return ": ".join(filter(None, (f"{mail} could not be delivered", _text(event, "detail"))))

    # ------------------------------------------------------------ answers

    def answered(self, event: Event) -> str:
        met = (Measure.FIRST_RESPONSE, Measure.NEXT_RESPONSE)
        return self._answer(event, _text(event, "agent") or "the desk", [c for c in self.clocks if c.measure in met])

    def upstream_replied(self, event: Event) -> str:
        upstream = _text(event, "upstream")
        return self._answer(event, upstream, [item for item in self.clocks if upstream and item.upstream == upstream])

    def _answer(self, event: Event, by: str, clocks: Sequence[Clock]) -> str:
        met = [item for item in clocks if item.met_at == max(event.at, item.started_at)]
        counted = " and ".join(_as_response(item) for item in met if item.state is not ClockState.EXCLUDED)
        if event.data.get("counts") is not True:
            effect = "does not count"
        elif counted:
            effect = f"counts as {counted}"
        else:
            effect = "counts, but no answer was owed" if met else "counts, but stops no clock"
        return f"answer by {by}, {effect}{_because(event)}"

    def noted(self, event: Event) -> str:
        return f"note by {_text(event, 'agent') or 'the desk'}, does not count{_because(event)}"

    # ------------------------------------------------------------ what people do

    def assigned(self, event: Event) -> str:
        return f"assigned to {_text(event, 'agent') or 'nobody'}{_by(event)}"

    def handed_off(self, event: Event) -> str:
        severity = _text(event, "severity")
        return f"handed to {_text(event, 'upstream')}" + (f", there as severity {severity}" if severity else "")

    def waits(self, event: Event) -> str:
        by = _text(event, "by")
        return f"waits for the requester{f', set by {by}' if by else ''}{_because(event)}"

    def resumed(self, event: Event) -> str:
        return f"waits no longer{_by(event)}{_because(event)}"

    def closed(self, event: Event) -> str:
        agent, excuse = _text(event, "agent"), _text(event, "no_answer_needed")
        return f"closed{f' by {agent}' if agent else ''}" + (f", no answer needed: {excuse}" if excuse else "")

    def reopened(self, event: Event) -> str:
        return f"opened again{_by(event)}{_because(event)}"

    # ------------------------------------------------------------ the ladder

    def warned(self, event: Event) -> str:
        """A step of the ladder: how much of which time was used, when it is due, and who was told."""
        clock = _measure_name(_text(event, "measure") or Measure.FIRST_RESPONSE, event.data.get("number", 1))
        state = "overdue" if event.type is EventType.BREACHED else "due soon"
        step = event.data.get("step")
        used = f", {step:.0%} of its time used".replace("%", " %") if _is_telling(step) else ""
        due = f", due {self._local(_text(event, 'due'))}" if event.data.get("due") else ""
        return f"{clock} {state}{due}{used}{self._audience(event)}{_because(event)}"

    def _audience(self, event: Event) -> str:
        told, later = (", ".join(map(self._name, _list(event, key))) for key in ("told", "later"))
        nobody = "; nobody told" if "told" in event.data and not later else ""
        return (f"; told {told}" if told else nobody) + (f"; to be told when awake: {later}" if later else "")

    def _name(self, address: object) -> str:
        return self.called.get(str(address).casefold(), str(address))

    def _local(self, instant: str) -> str:
        """``24 Nov 14:00`` on the desk's wall clock; as it is written where it is no time."""
        try:
            return datetime.fromisoformat(instant).astimezone(ZoneInfo(self.config.desk.time_zone)).strftime(_DUE)
        except ValueError:
            return instant


_DUE = "%-d %b %H:%M"
_Words: TypeAlias = Callable[[_Log, Event], str]
_WORDS: Mapping[EventType, _Words] = {
    EventType.OPENED: _Log.opened,
    EventType.IMPORTED: _Log.imported,
    EventType.RECEIVED: _Log.received,
    EventType.FIELDS_SET: _Log.fields_set,
    EventType.SEVERITY_SET: _Log.severity_set,
    EventType.CATEGORY_SET: _Log.category_set,
    EventType.ACKNOWLEDGED: _Log.acknowledged,
    EventType.INFORMATION_REQUESTED: _Log.requested,
    EventType.ANSWER_WITHHELD: _Log.withheld,
    EventType.AGENT_REPLIED: _Log.answered,
    EventType.AGENT_NOTED: _Log.noted,
    EventType.AUTO_REPLY_RECEIVED: _Log.auto_reply,
    EventType.DELIVERY_FAILED: _Log.undelivered,
    EventType.LINKED: _Log.linked,
    EventType.ASSIGNED: _Log.assigned,
    EventType.HANDED_OFF: _Log.handed_off,
    EventType.UPSTREAM_REPLIED: _Log.upstream_replied,
    EventType.WAITING: _Log.waits,
    EventType.RESUMED: _Log.resumed,
    EventType.CLOSED: _Log.closed,
    EventType.REOPENED: _Log.reopened,
    EventType.WARNED: _Log.warned,
    EventType.BREACHED: _Log.warned,
}


# ---------------------------------------------------------------- what stands in an event


def _text(event: Event, key: str) -> str:
    found = event.data.get(key)
    return "" if found is None else str(found)


def _list(event: Event, key: str) -> Sequence[object]:
    found = event.data.get(key)
    return found if isinstance(found, list | tuple) else ()


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _by(event: Event) -> str:
    by = _text(event, "by")
    return f", by {'the requester' if by == 'requester' else by}" if by else ""


def _because(event: Event) -> str:
    why = _text(event, "why")
    return f": {why}" if why and why != _SET_BY_AN_AGENT else ""


def _unread(event: Event) -> str:
    notes = "; ".join(map(str, _list(event, "notes")))
    return f" ({notes})" if notes else ""


def _is_telling(step: object) -> bool:
    """At 100 % "overdue" says it all."""
    return isinstance(step, int | float) and step != MISSED


def _label(key: object) -> str:
    item = BY_KEY.get(str(key))
    return item.label if item else str(key)


def _field(line: Mapping[str, object], *, by_agent: bool) -> str:
    """What was changed or confirmed is told with its value; of what a mail says first, which fields they were."""
    label, new = _label(line.get("key")), _content(line.get("value"))
    if "former" in line and line["former"] == line.get("value"):
        return f"{label} {new} confirmed"
    if "former" in line:
        return f"{label} {_content(line['former'])} → {new}"
    return f"{label} {new}" if by_agent else label


def _content(found: object) -> str:
    words = value(tuple(map(str, found))) if isinstance(found, list) else value(found)  # type: ignore[arg-type]
    return one_line(words, _VALUE)
