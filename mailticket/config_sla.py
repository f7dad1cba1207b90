"""The tables about time: opening hours, targets, objectives, and whom to tell when a target is near. Data, no rules.

Defaults are the desk's published guide. What is written for a day to come ("changes") leaves earlier days as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any, Literal

from pydantic import field_validator, model_validator

from mailticket import config_values as written
from mailticket.config_problems import raise_all
from mailticket.config_section import Change, Section

# ---------------------------------------------------------------- opening hours


class Hours(Section):
    """Opening hours by weekday in the zone, a missing day is closed; ``joins`` opens with other calendars as well."""

    time_zone: written.OptionalZone = None
    monday: written.Hours = ()
    tuesday: written.Hours = ()
    wednesday: written.Hours = ()
    thursday: written.Hours = ()
    friday: written.Hours = ()
    saturday: written.Hours = ()
    sunday: written.Hours = ()
    holidays: written.HolidayRegion = ""
    holidays_added: tuple[date, ...] = ()
    holidays_removed: tuple[date, ...] = ()
    special_hours: dict[date, written.Hours] = {}
    joins: tuple[written.Text, ...] = ()

    @property
    def days(self) -> tuple[tuple[written.Span, ...], ...]:
        """Monday first, as ``date.weekday()`` counts."""
        return (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday)


class ChangedHours(Change, Hours):
    """What is different from ``valid_from`` on: for good, or until the end of ``valid_until``."""

    valid_from: date
    valid_until: date | None = None

    @model_validator(mode="after")
    def _ends_after_its_begin(self) -> ChangedHours:
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError(f"valid_until {self.valid_until} is before valid_from {self.valid_from}")
        return self


class Week(Hours):
    changes: tuple[ChangedHours, ...] = ()

    @field_validator("changes")
    @classmethod
    def _follow_one_another(cls, changes: tuple[ChangedHours, ...]) -> tuple[ChangedHours, ...]:
        raise_all(_overlaps(changes))
        return tuple(sorted(changes, key=lambda change: change.valid_from))


def _overlaps(changes: tuple[ChangedHours, ...]) -> Iterable[tuple[tuple[int | str, ...], str]]:
    """Of two that hold on one day nobody could say which counts."""
    in_order = sorted(enumerate(changes), key=lambda item: item[1].valid_from)
    for (_, before), (number, after) in pairwise(in_order):
        if before.valid_until is not None and after.valid_from <= before.valid_until:
            yield (
                (number, "valid_from"),
                f"{after.valid_from} lies within the change that holds until {before.valid_until}",
            )
        elif after.valid_from == before.valid_from:
            yield (number, "valid_from"), f"another change begins on {after.valid_from} as well; make them one"


ALWAYS = "24x7"
_DESK_DAY = ((time(6), time(20)),)
DESK_WEEK = Week(
    monday=_DESK_DAY, tuesday=_DESK_DAY, wednesday=_DESK_DAY, thursday=_DESK_DAY, friday=_DESK_DAY, holidays="US"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def desk_week(given: Any) -> Any:
    """The desk's calendar as written; one that names no weekday keeps the default hours and what else it leaves out."""
    if isinstance(given, dict) and not any(day in given for day in WEEKDAYS):
        return {**dict(DESK_WEEK), **given}
    return given


def mostly_closed(calendars: Mapping[str, Week]) -> Iterator[str]:
    """Each calendar that is closed on most days from Monday to Friday, in words: a day left out is a closed one."""
    for name, week in calendars.items():
        closed = [day for day, spans in zip(WEEKDAYS[:5], week.days, strict=False) if not spans]
        if len(closed) > _SOME_DAYS and not week.joins:
            yield f"{name}: closed on {', '.join(closed)}"


_SOME_DAYS = 2

# ---------------------------------------------------------------- targets

Waiting = Literal["waiting", "information_requested"]


class Target(Section):
    """Within what time a person answers a ticket of this severity, counted in which calendar.

    ``next_response`` is the time for each later mail of the requester, as long as the first when it is not named.
    """

    first_response: written.SomeTime
    next_response: written.OptionalTime = None
    resolution: written.OptionalTime = None
    calendar: written.Text

    @model_validator(mode="before")
    @classmethod
    def _next_as_the_first(cls, data: Any) -> Any:
        if isinstance(data, dict) and "first_response" in data:
            return {"next_response": data["first_response"], **data}
        return data


def _target(hours: int, calendar: str) -> Target:
    return Target(first_response=timedelta(hours=hours), calendar=calendar)


TARGETS = {"A": _target(1, ALWAYS), "B": _target(2, "desk"), "C": _target(4, "desk")}


class UpstreamTarget(Section):
    """Within what time another service desk gives its first response to a ticket handed to it."""

    first_response: written.SomeTime
    calendar: written.Text = ALWAYS


def _upstream(a: int, b: int, c: int) -> dict[str, UpstreamTarget]:
    hours = {"A": a, "B": b, "C": c}
    return {key: UpstreamTarget(first_response=timedelta(hours=value)) for key, value in hours.items()}


UPSTREAMS = {"ingram": _upstream(4, 4, 4), "microsoft": _upstream(1, 2, 4)}


class Pauses(Section):
    """For what waiting each clock stands still: an agent's "waiting", or an automatic request for information."""

    first_response: tuple[Waiting, ...] = ()
    next_response: tuple[Waiting, ...] = ()
    upstream_response: tuple[Waiting, ...] = ()
    resolution: tuple[Waiting, ...] = ("waiting",)


# ---------------------------------------------------------------- objectives


class Objective(Section):
    """This ``share`` of what ``measure`` counts is reached ``within`` a time, or within each ticket's own target."""

    name: written.Text
    channel: Literal["ticket", "upstream", "phone", "chat"] = "ticket"
    measure: Literal["first_response", "next_response", "resolution"] = "first_response"
    share: written.Share = 0.80
    within: written.OptionalTime = None
    window: Literal["week", "month", "30 days"] = "month"
    severity: tuple[written.Severity, ...] = ()
    partner: tuple[written.Text, ...] = ()
    category: tuple[written.CategoryKey, ...] = ()
    upstream: tuple[written.Text, ...] = ()

    @model_validator(mode="after")
    def _calls_have_no_target_of_their_own(self) -> Objective:
        if self.channel in ("phone", "chat"):
            if self.within is None:
                raise ValueError(f'a {self.channel} contact has no target of its own; write within, as in "120s"')
            if self.severity or self.partner or self.category or self.measure != "first_response":
                raise ValueError(f"a {self.channel} contact has a waiting time and an agent, nothing else to choose by")
        return self

    @model_validator(mode="after")
    def _upstream_desks_owe_a_first_response(self) -> Objective:
        if self.upstream and self.channel != "upstream":
            raise ValueError('only the channel "upstream" can be chosen by upstream')
        if self.channel == "upstream" and self.measure != "first_response":
            raise ValueError(f"an upstream desk promises a first response, no {self.measure}")
        return self


_HOUR = timedelta(hours=1)


def _severity_objective(severity: str, hours: int) -> Objective:
    return Objective(name=f"severity {severity}", within=hours * _HOUR, severity=(severity,))


OBJECTIVES = (
    Objective(name="first response", within=4 * _HOUR),
    _severity_objective("A", 1),
    _severity_objective("B", 2),
    _severity_objective("C", 4),
    Objective(name="phone", channel="phone", within=timedelta(seconds=120)),
    Objective(name="chat", channel="chat", within=timedelta(seconds=120)),
    Objective(name="Ingram", channel="upstream", within=4 * _HOUR, upstream=("ingram",)),
    Objective(name="Microsoft", channel="upstream", upstream=("microsoft",)),
)


# ---------------------------------------------------------------- whom to tell


class Step(Section):
    """From this share of a target's time on, these are told, once."""

    at: written.Above0
    tell: tuple[Literal["assignee", "team", "manager", "csm"], ...]


LADDER = (
    Step(at=0.5, tell=("assignee",)),
    Step(at=0.75, tell=("team",)),
    Step(at=1.0, tell=("team", "manager")),
    Step(at=1.5, tell=("manager", "csm")),
)


# ---------------------------------------------------------------- the whole


class ChangedTarget(Change):
    """A later response that was promised as fast as the first one stays so; one with a time of its own keeps that."""

    first_response: written.SomeTime | None = None
    next_response: written.OptionalTime = None
    resolution: written.OptionalTime = None
    calendar: written.Text | None = None

    def of(self, target: Target) -> Target:
        together = target.next_response == target.first_response and "first_response" in self.changed
        follows = {"next_response": self.first_response} if together else {}
        return target.model_copy(update={**follows, **self.changed})


class ChangedUpstreamTarget(Change):
    first_response: written.SomeTime | None = None
    calendar: written.Text | None = None

    def of(self, target: UpstreamTarget | None) -> UpstreamTarget:
        return target.model_copy(update=self.changed) if target else UpstreamTarget.model_validate(self.changed)


class ChangedPauses(Change, Pauses):
    """The clocks that are named; the others stand still for what they did before."""


class ChangedTargets(Section):
    """Targets that hold for tickets received from ``valid_from`` on; what is not named stays."""

    valid_from: date
    default_severity: written.Severity | None = None
    targets: dict[written.Severity, ChangedTarget] = {}
    upstreams: dict[str, dict[written.Severity, ChangedUpstreamTarget]] = {}
    pauses: ChangedPauses | None = None

    def of_upstreams(self) -> Iterable[tuple[str, str, ChangedUpstreamTarget]]:
        for name, targets in self.upstreams.items():
            for severity, target in targets.items():
                yield name, severity, target


class Sla(Section):
    default_severity: written.Severity = "C"
    sweep: written.SomeTime = timedelta(seconds=30)
    targets: dict[written.Severity, Target] = TARGETS
    upstreams: dict[str, dict[written.Severity, UpstreamTarget]] = UPSTREAMS
    pauses: Pauses = Pauses()
    unmeasured_categories: tuple[written.CategoryKey, ...] = ("out_of_scope",)
    objectives: tuple[Objective, ...] = OBJECTIVES
    ladder: tuple[Step, ...] = LADDER
    waking_hours: written.Hours = ((time(7), time(21)),)
    changes: tuple[ChangedTargets, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _keep_other_defaults(cls, data: Any) -> Any:
        """A desk that changes one target keeps the others."""
        if not isinstance(data, dict):
            return data
        merged = dict(data)
        if isinstance(data.get("targets"), dict):
            merged["targets"] = with_others(data["targets"], TARGETS)
        if isinstance(data.get("upstreams"), dict):
            merged["upstreams"] = {**UPSTREAMS, **data["upstreams"]}
        return merged

    @field_validator("objectives")
    @classmethod
    def _have_names_of_their_own(cls, objectives: tuple[Objective, ...]) -> tuple[Objective, ...]:
        names = [item.name for item in objectives]
        raise_all(
            ((number, "name"), f'another objective is called "{name}" as well')
            for number, name in enumerate(names)
            if name in names[:number]
        )
        return objectives

    @field_validator("ladder")
    @classmethod
    def _steps_are_apart(cls, ladder: tuple[Step, ...]) -> tuple[Step, ...]:
        """Of two at the same share only the first would ever be told."""
        shares = [step.at for step in ladder]
        raise_all(
            ((number, "at"), f"another step is at {share:g} as well; make them one")
            for number, share in enumerate(shares)
            if share in shares[:number]
        )
        return ladder

    @field_validator("changes")
    @classmethod
    def _changes_follow_one_another(cls, changes: tuple[ChangedTargets, ...]) -> tuple[ChangedTargets, ...]:
        days = [item.valid_from for item in changes]
        raise_all(
            ((number, "valid_from"), f"another change begins on {day} as well; make them one")
            for number, day in enumerate(days)
            if day in days[:number]
        )
        return tuple(sorted(changes, key=lambda change: change.valid_from))

    @model_validator(mode="after")
    def _new_upstream_targets_have_a_time(self) -> Sla:
        known = {(name, severity) for name, targets in self.upstreams.items() for severity in targets}
        mistakes = []
        for number, change in enumerate(self.changes):
            for name, severity, target in change.of_upstreams():
                if (name, severity) not in known and target.first_response is None:
                    place = ("changes", number, "upstreams", name, severity, "first_response")
                    mistakes.append((place, "is required: nothing is promised before this change"))
                known.add((name, severity))
        raise_all(mistakes)
        return self

    def calendars_named(self) -> Iterable[tuple[tuple[str | int, ...], str]]:
        """Where a calendar is named, and which."""
        yield from _named_in(("targets",), self.targets)
        for upstream, targets in self.upstreams.items():
            yield from _named_in(("upstreams", upstream), targets)
        for number, change in enumerate(self.changes):
            yield from _named_in(("changes", number, "targets"), change.targets)
            for upstream, changed in change.upstreams.items():
                yield from _named_in(("changes", number, "upstreams", upstream), changed)


def _named_in(
    place: tuple[str | int, ...], targets: Mapping[str, Target | UpstreamTarget | ChangedTarget | ChangedUpstreamTarget]
) -> Iterable[tuple[tuple[str | int, ...], str]]:
    for severity, target in targets.items():
        if target.calendar is not None:
            yield (*place, severity, "calendar"), target.calendar


def with_others(given: dict[str, Any], defaults: Mapping[str, Target]) -> dict[str, Any]:
    """The targets as written, completed by the defaults: keys within one severity, and severities not named."""
    changed = {
        severity: {**_stated(defaults[severity], target), **target}
        for severity, target in given.items()
        if severity in defaults and isinstance(target, dict)
    }
    return {**defaults, **given, **changed}


def _stated(default: Target, given: dict[str, Any]) -> dict[str, Any]:
    """The default's values, without the time of a next response where another first one is written."""
    kept = dict(default)
    if "first_response" in given:
        kept.pop("next_response")
    return kept


def validated_joins(calendars: Mapping[str, Week]) -> None:
    """Every calendar a calendar joins is defined, and none joins itself in the end."""
    raise_all(_bad_joins(calendars))


def _bad_joins(calendars: Mapping[str, Week]) -> Iterable[tuple[tuple[int | str, ...], str]]:
    known = (ALWAYS, *calendars)
    for name, week in calendars.items():
        for joined in _ever_joined(week):
            if joined not in known:
                yield (name, "joins"), f'no calendar "{joined}" is defined; known are {", ".join(known)}'
            elif joined != ALWAYS and (joined == name or _ever_joined(calendars[joined])):
                yield (name, "joins"), f'"{joined}" joins calendars itself; name those it joins instead'


def _ever_joined(week: Week) -> tuple[str, ...]:
    """By the table itself or by one of its changes."""
    return (*week.joins, *(item for change in week.changes for item in change.joins))
