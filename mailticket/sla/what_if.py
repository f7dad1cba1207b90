"""Assumptions as people write them ("A=30m", "desk.monday=08:00-18:00") to another policy and other staffing hours.

Pure. Nothing here is history: each document on record is changed in a copy, so that what held when keeps its order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from mailticket import config_values as written
from mailticket.config_sla import ALWAYS, Objective
from mailticket.errors import BadAssumption
from mailticket.model import Event, EventType
from mailticket.sla import calendar
from mailticket.sla.calendar import Calendar
from mailticket.sla.clock import Clock
from mailticket.sla.configured import OnRecord, calendars_of, policy_of
from mailticket.sla.policy import Measure, SlaPolicy

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
STAFFING = ("hours", "staffing")
REPLAYED = (
    "every answer takes the desk's working time that it took, counted from the same mail, in the hours supposed; "
    "an answer given while the desk was closed stays where it is, and what has no answer stays without one"
)
_TICK = timedelta(microseconds=1)
_STAFF = "staff as supposed"  # a name that no configuration of ours has to avoid: it lives in a copy
_GROUP = re.compile(r"(?:([A-Za-z]{3})[a-z]*(?:\s*-\s*([A-Za-z]{3})[a-z]*)?\s+)?([\d:,\s-]+)")


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is taken for granted. ``staffing`` is None while answers stay where they are; ``said`` is for people."""

    policy: SlaPolicy
    staffing: Calendar | None = None
    targets: Mapping[str, timedelta] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    def objective(self, item: Objective) -> Objective:
        """One about a single severity asks for the target supposed; any other asks what it always asked."""
        if item.channel != "ticket" or item.measure != "first_response" or item.within is None:
            return item
        supposed = self.targets.get(item.severity[0]) if len(item.severity) == 1 else None
        return item.model_copy(update={"within": supposed}) if supposed else item


def suppose(assumptions: Sequence[str], records: Sequence[OnRecord]) -> Supposed:
    """The promises under these assumptions, in order; raises BadAssumption that names the one nobody can follow."""
    copies = _Copies(records)
    for text in assumptions:
        copies.take(text)
    changed = tuple(
        OnRecord(item.number, item.valid_from, json.dumps(data))
        for item, data in zip(records, copies.documents, strict=True)
    )
    calendars = calendars_of(changed)
    for name, text in copies.touched.items():
        if not calendars[name].ever_opens:
            raise BadAssumption(text, "the calendar would never open")
    staffing = calendars[_STAFF] if copies.staffed else None
    return Supposed(policy_of(changed), staffing, copies.targets, tuple(copies.said))


class _Copies:
    """The documents as they are changed by one assumption after another."""

    def __init__(self, records: Sequence[OnRecord]) -> None:
        self.documents: list[dict[str, Any]] = [json.loads(item.text) for item in records]
        self.targets: dict[str, timedelta] = {}
        self.touched: dict[str, str] = {}  # calendar, by which assumption
        self.said: list[str] = []
        self.staffed = False

    @property
    def latest(self) -> dict[str, Any]:
        return self.documents[-1]

    def take(self, text: str) -> None:
        key, sign, value = (part.strip() for part in text.partition("="))
        if not sign or not key:
            raise BadAssumption(text, 'write for example "A=30m", "calendar=24x7" or "hours=Mon-Fri 08:00-18:00"')
        try:
            self._kind(key)(key, value, text)
        except ValueError as error:
            raise BadAssumption(text, str(error)) from error

    def _kind(self, key: str) -> Callable[[str, str, str], None]:
        if key in self._severities():
            return self._target
        if key == "calendar":
            return self._calendar
        if key in STAFFING:
            return self._staff
        name, dot, _ = key.rpartition(".")
        if dot and name in self.latest["calendars"]:
            return self._weekday
        known = (*self._severities(), "calendar", "hours", *(f"{item}.monday" for item in self.latest["calendars"]))
        raise ValueError(f'nothing is called "{key}"; write for example {", ".join(known)}')

    def _severities(self) -> tuple[str, ...]:
        return tuple(self.latest["sla"]["targets"])

    def _target(self, severity: str, value: str, _text: str) -> None:
        target = written.duration(value)
        if not target:
            raise ValueError("a target cannot be zero")
        for item in self._promises("targets"):
            if severity in item:
                item[severity]["first_response"] = f"{target // timedelta(seconds=1)}s"
        self.targets[severity] = target
        self.said.append(f"a first answer to severity {severity} is due within {value}")

    def _promises(self, *tables: str) -> Iterator[dict[str, Any]]:
        """Tables from severity to target, those of planned changes included."""
        for data in self.documents:
            for holder in (data["sla"], *data["sla"]["changes"]):
                for table in tables:
                    found = holder.get(table, {})
                    yield from (found,) if table == "targets" else found.values()

    def _calendar(self, _key: str, name: str, _text: str) -> None:
        known = (ALWAYS, *self.latest["calendars"])
        if name not in known:
            raise ValueError(f'no calendar "{name}" is defined; known are {", ".join(known)}')
        for data in self.documents if name != ALWAYS else ():
            data["calendars"].setdefault(name, self.latest["calendars"][name])
        for item in self._promises("targets", "upstreams"):
            for target in item.values():
                target["calendar"] = name
        self.said.append(f"everything is counted in the calendar {name}")

    def _weekday(self, key: str, value: str, text: str) -> None:
        name, _, weekday = key.rpartition(".")
        if weekday not in WEEKDAYS:
            raise ValueError(f'"{weekday}" is no weekday; write one of {", ".join(WEEKDAYS)}')
        hours = written.hours_text(written.hours(value))
        for data in self.documents:
            if name in data["calendars"]:
                _open_on(data["calendars"][name], {weekday: hours})
        self.touched[name] = text
        self.said.append(f"the calendar {name} is open on {weekday}s {hours or 'not at all'}")

    def _staff(self, _key: str, value: str, text: str) -> None:
        """Days of their own, with the public holidays the desk has now."""
        week = week_of(value)
        usual = self.latest["calendars"].get(self._staffed_now(), {"holidays": ""})
        public = () if value == ALWAYS else ("holidays", "holidays_added", "holidays_removed")
        kept = {key: item for key, item in usual.items() if key in ("time_zone", *public)}
        for data in self.documents:
            data["calendars"][_STAFF] = {**kept, **week}
        self.staffed = True
        self.touched[_STAFF] = text
        self.said.append(f"the desk is staffed {value}{', public holidays as now' if public else ''}: {REPLAYED}")

    def _staffed_now(self) -> str:
        sla = self.latest["sla"]
        return str(sla["targets"][sla["default_severity"]]["calendar"])


def _open_on(week: dict[str, Any], days: Mapping[str, str]) -> None:
    """In every period of the calendar: a change that names the same weekday no longer does."""
    week.update(days)
    for change in week.get("changes", ()):
        for day in days:
            change.pop(day, None)


def week_of(text: str) -> dict[str, str]:
    """``Mon-Fri 08:00-18:00; Sat 09:00-12:00`` by weekday; hours without days are Monday to Friday; ``24x7``."""
    if text == ALWAYS:
        return dict.fromkeys(WEEKDAYS, "00:00-24:00")
    week: dict[str, str] = {}
    for part in text.split(";"):
        match = _GROUP.fullmatch(part.strip())
        if not match:
            raise ValueError(f'"{part.strip()}" are no hours; write for example "Mon-Fri 08:00-18:00; Sat 09:00-12:00"')
        hours = written.hours_text(written.hours(match[3]))
        week.update(dict.fromkeys(_days(match[1] or "Mon", match[2] or ("" if match[1] else "Fri")), hours))
    return week


def _days(first: str, last: str) -> tuple[str, ...]:
    """Round the end of the week as well: ``Sat-Mon``."""
    begin = _weekday(first)
    length = (_weekday(last) - begin) % 7 + 1 if last else 1
    return tuple(WEEKDAYS[(begin + at) % 7] for at in range(length))


def _weekday(name: str) -> int:
    for number, weekday in enumerate(WEEKDAYS):
        if weekday.startswith(name.lower()):
            return number
    raise ValueError(f'"{name}" is no weekday; write Mon, Tue, Wed, Thu, Fri, Sat or Sun')


# ---------------------------------------------------------------- other staffing


def replayed(events: Sequence[Event], clock: Clock, usual: Calendar, staffing: Calendar) -> tuple[Event, ...]:
    """The log as far as it is about this clock, its answer given where the same working time ends in other hours.

    Unchanged where the clock has no answer, where the desk was closed when it was given, or for what is no answer of
    this desk. Later mails and answers are left out, as they belong to other clocks.
    """
    answered = clock.met_at
    if answered is None or clock.measure not in (Measure.FIRST_RESPONSE, Measure.NEXT_RESPONSE):
        return tuple(events)
    moved = answer_in(staffing, clock.started_at, answered, usual)
    kept = (item for item in events if item.at < answered or item.type not in _OF_OTHER_CLOCKS)
    answer = next(
        item for item in events if item.type is EventType.AGENT_REPLIED and max(item.at, clock.started_at) == answered
    )
    return (*kept, replace(answer, at=moved))


_OF_OTHER_CLOCKS = frozenset({EventType.AGENT_REPLIED, EventType.RECEIVED})


def answer_in(staffing: Calendar, asked: datetime, answered: datetime, usual: Calendar) -> datetime:
    """When an answer would have come that took the desk's time it took, from when it was asked for."""
    worked = calendar.elapsed(usual, asked, answered)
    if not worked or not calendar.is_open(usual, answered - _TICK):
        return answered.astimezone(UTC)
    return calendar.add(staffing, asked, worked)
