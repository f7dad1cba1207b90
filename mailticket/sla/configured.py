"""Configuration to calendars and terms: what is written becomes what clocks compute with. Pure.

A document is the part of a configuration that clocks depend on. Each one on record holds from its instant until the
next one's, so that editing the configuration changes nothing that lies before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Any
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.config_problems import in_words
from mailticket.config_section import Section
from mailticket.config_sla import (
    ALWAYS,
    ChangedHours,
    ChangedTargets,
    Hours,
    Objective,
    Pauses,
    Sla,
    Target,
    UpstreamTarget,
    Week,
    validated_joins,
)
from mailticket.errors import ConfigError, UnreadableRecord
from mailticket.sla.calendar import ALWAYS_OPEN, BusinessCalendar, Calendar, Joint, add, in_succession
from mailticket.sla.policy import Measure, Promise, SlaPolicy, Terms, Version, Waiting

EVER = datetime(1970, 1, 1, tzinfo=UTC)
_SOME_DAY = datetime(2001, 1, 1, tzinfo=UTC)  # any: it is asked of a week that is the same for ever


class Document(Section):
    """What the figures of a ticket depend on, as configured."""

    time_zone: str
    calendars: dict[str, Week]
    sla: Sla


def document(config: Config) -> Document:
    return Document(time_zone=config.desk.time_zone, calendars=config.calendars, sla=config.sla)


_DEPENDED_ON: Any = {
    "time_zone": True,
    "calendars": True,
    "sla": {"default_severity", "targets", "upstreams", "pauses", "unmeasured_categories", "changes", "objectives"},
}


def written(item: Document) -> str:
    """The document as text for the record."""
    return item.model_dump_json(include=_DEPENDED_ON)


@lru_cache(maxsize=64)
def read(text: str) -> Document:
    """A document on record, whichever version of this program wrote it: keys it does not know are left out.

    Raises UnreadableRecord where no clock could be computed with the rest.
    """
    try:
        found = Document.model_validate_json(text, extra="ignore")
        validated_joins(found.calendars)
        _refuse_missing_calendars(found)
    except ValueError as error:
        raise UnreadableRecord(in_words(error, Document)) from error
    return found


def _refuse_missing_calendars(content: Document) -> None:
    known = {ALWAYS, *content.calendars}
    for name in sorted(content.calendars):
        _calendar(name, content)
    for place, name in content.sla.calendars_named():
        if name not in known:
            raise ValueError(f'sla.{".".join(map(str, place))}: no calendar "{name}" is defined')


def promise_the_same(one: Document, other: Document) -> bool:
    """Whether all that figures depend on is the same, in whatever order and with whatever defaults it was written."""
    return one.model_dump(include=_DEPENDED_ON) == other.model_dump(include=_DEPENDED_ON)


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A document as it was recorded: which number, and since when it holds."""

    number: int
    valid_from: datetime
    text: str


@lru_cache(maxsize=16)
def policy_of(records: tuple[OnRecord, ...]) -> SlaPolicy:
    """The promises of these documents one after another, oldest first."""
    documents = [(item.number, item.valid_from, read(item.text)) for item in records]
    calendars = _through_time([(valid_from, content) for _, valid_from, content in documents])
    versions: list[Version] = []
    ends = [*(valid_from for _, valid_from, _ in documents[1:]), None]
    for (number, valid_from, content), end in zip(documents, ends, strict=True):
        versions.extend(_versions(number, valid_from, end, content, calendars))
    return SlaPolicy(tuple(versions))


def latest(records: Sequence[OnRecord]) -> Document:
    """What the newest document says."""
    return read(records[-1].text)


def from_config(config: Config) -> SlaPolicy:
    """The policy a configuration describes as if it had always held; raises ConfigError for calendars that cannot."""
    problems = tuple(_impossible(config))
    if problems:
        raise ConfigError("configuration", problems)
    return policy_of((OnRecord(1, EVER, written(document(config))),))


def _impossible(config: Config) -> Iterable[str]:
    content = document(config)
    longest = _longest_targets(config.sla)
    for name in sorted(config.calendars):
        try:
            _refuse_unreachable(name, content, longest.get(name))
        except ValueError as error:
            yield f"calendars.{name}: {error}"


def unknown_in_objectives(config: Config) -> Iterable[str]:
    """One line for each name in an objective that nothing else in the configuration knows: perhaps it is misspelt."""
    partners = [partner.name for partner in config.partners]
    upstreams = {*config.sla.upstreams, *(name for change in config.sla.changes for name in change.upstreams)}
    for item in config.sla.objectives:
        for name in item.partner:
            if name not in partners:
                yield f'"{item.name}" chooses the partner "{name}", whom no [[partners]] table names'
        for name in item.upstream:
            if name not in upstreams:
                yield f'"{item.name}" chooses the upstream desk "{name}", for which there are no targets'
        yield from _never_measured(item, config.sla)


def _never_measured(item: Objective, sla: Sla) -> Iterable[str]:
    """What an objective counts although no ticket has such a clock."""
    resolved = any(own.resolution for own in sla.targets.values())
    planned = any(own.resolution for change in sla.changes for own in change.targets.values())
    if item.measure == "resolution" and not (resolved or planned):
        yield f'"{item.name}" measures the resolution, for which no severity has a target'
    if item.category and set(item.category) <= set(sla.unmeasured_categories):
        yield f'"{item.name}" chooses {", ".join(item.category)}, which sla.unmeasured_categories leaves out'


def _longest_targets(sla: Sla) -> dict[str, timedelta]:
    """By calendar the longest time that is promised in it, now or by a change."""
    longest: dict[str, timedelta] = {}
    for held in accumulate(sla.changes, _changed, initial=sla):
        for own in held.targets.values():
            for time_promised in filter(None, (own.first_response, own.next_response, own.resolution)):
                longest[own.calendar] = max(longest.get(own.calendar, time_promised), time_promised)
        for theirs in (item for desk in held.upstreams.values() for item in desk.values()):
            longest[theirs.calendar] = max(longest.get(theirs.calendar, theirs.first_response), theirs.first_response)
    return longest


def _refuse_unreachable(name: str, content: Document, longest: timedelta | None) -> None:
    """ValueError for a calendar in which what it is to count would never be due.

    What lies before its changes may be closed, and so may be days within them: in the end it opens again.
    """
    calendar, in_the_end = _calendar(name, content), _in_the_end(name, content)
    if longest is None:
        return
    if not in_the_end.ever_opens:
        raise ValueError(f"has no opening hours{' after its last change' * bool(content.calendars[name].changes)}")
    zone = ZoneInfo(content.calendars[name].time_zone or content.time_zone)
    begins = [_midnight(begin, zone) for begin, _ in _periods(content.calendars[name]) if begin]
    for begin, counted in ((_SOME_DAY, in_the_end), *((begin, calendar) for begin in begins)):
        try:
            add(counted, begin, longest)
        except ValueError as error:
            raise ValueError(f"opens too seldom for a target of {_in_words(longest)}") from error


def _in_words(amount: timedelta) -> str:
    return f"{amount // timedelta(hours=1)}h" if amount >= timedelta(hours=1) else f"{amount // timedelta(seconds=1)}s"


def _in_the_end(name: str, content: Document) -> Calendar:
    """The week when every change has come or gone. Single days open nothing for good: they are left out."""
    if name == ALWAYS:
        return ALWAYS_OPEN
    *_, (_, hours) = _periods(content.calendars[name])
    own = BusinessCalendar(hours.time_zone or content.time_zone, hours.days)
    joined = tuple(_in_the_end(other, content) for other in hours.joins)
    return Joint((own, *joined)) if joined else own


# ---------------------------------------------------------------- calendars


def calendars_of(records: Sequence[OnRecord]) -> dict[str, Calendar]:
    """Every calendar by name, as its hours were and will be."""
    return _through_time([(item.valid_from, read(item.text)) for item in records])


def _through_time(documents: Sequence[tuple[datetime, Document]]) -> dict[str, Calendar]:
    names = {name for _, content in documents for name in content.calendars}
    calendars = {
        name: in_succession((begin, _calendar(name, item)) for begin, item in documents if name in item.calendars)
        for name in sorted(names)
    }
    return {**calendars, ALWAYS: ALWAYS_OPEN}


def _calendar(name: str, content: Document) -> Calendar:
    """One calendar of a document with its own changes; ValueError for a region without known holidays."""
    if name == ALWAYS:
        return ALWAYS_OPEN
    week = content.calendars[name]
    periods = _periods(week)
    zone = ZoneInfo(week.time_zone or content.time_zone)
    return in_succession(
        (EVER if begin is None else _midnight(begin, zone), _hours(hours, content)) for begin, hours in periods
    )


def _periods(week: Week) -> Iterable[tuple[date | None, Hours]]:
    """The hours from each day on: those of the table, then each change, and after a passing one what held before."""
    held: Hours = week
    yield None, held
    for number, change in enumerate(week.changes):
        changed = held.model_copy(update=change.changed)
        yield change.valid_from, changed
        if change.valid_until is None or change.valid_until == date.max:
            held = changed
            continue
        after = change.valid_until + timedelta(days=1)
        if not _begins(week.changes[number + 1 :], after):
            yield after, held


def _begins(changes: tuple[ChangedHours, ...], day: date) -> bool:
    return any(change.valid_from == day for change in changes)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)


def _hours(hours: Hours, content: Document) -> Calendar:
    own = BusinessCalendar(
        zone=hours.time_zone or content.time_zone,
        week=hours.days,
        region=hours.holidays,
        added=frozenset(hours.holidays_added),
        removed=frozenset(hours.holidays_removed),
        special=tuple(sorted(hours.special_hours.items())),
    )
    joined = tuple(_calendar(name, content) for name in hours.joins)
    return Joint((own, *joined)) if joined else own


# ---------------------------------------------------------------- terms


def _versions(
    number: int, begin: datetime, end: datetime | None, content: Document, calendars: Mapping[str, Calendar]
) -> Iterable[Version]:
    """The terms of one document: those that hold at its begin, then each of its changes that comes before its end."""
    sla, zone = content.sla, ZoneInfo(content.time_zone)
    held = Version(number, begin, _terms(sla, calendars))
    for change in content.sla.changes:
        since = _midnight(change.valid_from, zone)
        sla = _changed(sla, change)
        if end is not None and since >= end:
            break
        if since > begin:
            yield held
        held = Version(number, max(since, begin), _terms(sla, calendars))
    yield held


def _changed(sla: Sla, change: ChangedTargets) -> Sla:
    upstreams = {name: dict(targets) for name, targets in sla.upstreams.items()}
    for name, severity, target in change.of_upstreams():
        upstreams.setdefault(name, {})[severity] = target.of(upstreams.get(name, {}).get(severity))
    return sla.model_copy(
        update={
            "targets": {**sla.targets, **{key: item.of(sla.targets[key]) for key, item in change.targets.items()}},
            "upstreams": upstreams,
            "default_severity": change.default_severity or sla.default_severity,
            "pauses": sla.pauses.model_copy(update=change.pauses.changed) if change.pauses else sla.pauses,
        }
    )


def _terms(sla: Sla, calendars: Mapping[str, Calendar]) -> Terms:
    return Terms(
        promises={severity: _promise(target, calendars) for severity, target in sla.targets.items()},
        default_severity=sla.default_severity,
        upstreams={
            (upstream, severity): _upstream_promise(target, calendars)
            for upstream, targets in sla.upstreams.items()
            for severity, target in targets.items()
        },
        pauses=_pauses(sla.pauses),
        unmeasured=frozenset(sla.unmeasured_categories),
    )


def _promise(target: Target, calendars: Mapping[str, Calendar]) -> Promise:
    return Promise(target.first_response, calendars[target.calendar], target.next_response, target.resolution)


def _upstream_promise(target: UpstreamTarget, calendars: Mapping[str, Calendar]) -> Promise:
    return Promise(target.first_response, calendars[target.calendar])


def _pauses(pauses: Pauses) -> dict[Measure, frozenset[Waiting]]:
    return {measure: frozenset(map(Waiting, getattr(pauses, measure.value))) for measure in Measure}
