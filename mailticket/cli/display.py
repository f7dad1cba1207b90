"""What a person reads in the terminal: the queue, a ticket, a clock. Builds rich renderables, prints nothing.

Words out of mails are shown as plain text: ``Text`` and ``escape`` keep rich from reading markup in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mailticket.cli import event_words
from mailticket.cli.event_words import clock_name
from mailticket.config import Config
from mailticket.decisions import Direction
from mailticket.desk.completeness import missing
from mailticket.desk.queue import pressing, urgency
from mailticket.durations import brief, in_words, to_the_second
from mailticket.model import Event, EventType, Ticket, TicketStatus
from mailticket.outbound.clean import one_line
from mailticket.outbound.content import number
from mailticket.outbound.wording import value
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.clocks import CONSIDERED
from mailticket.vocabulary import BY_KEY, FIELDS

_STATE_STYLE = {
    ClockState.RUNNING: "yellow",
    ClockState.PAUSED: "cyan",
    ClockState.MET: "green",
    ClockState.BREACHED: "bold red",
    ClockState.EXCLUDED: "dim",
}
_SEVERITY_STYLE = {"A": "bold red", "B": "yellow"}
_ARROWS = {Direction.INBOUND: "→", Direction.OUTBOUND: "←", Direction.INTERNAL: "·"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ticket with everything ``show`` prints about it."""

    ticket: Ticket
    clocks: Sequence[Clock]
    messages: Sequence[Mapping[str, Any]]
    config: Config


def moment(at: datetime, config: Config) -> str:
    """In the desk's zone, with its name."""
    return at.astimezone(ZoneInfo(config.desk.time_zone)).strftime("%a %d %b %H:%M:%S %Z")


# ---------------------------------------------------------------- the queue


def queue(found: Sequence[tuple[Ticket, Sequence[Clock]]], config: Config, now: datetime) -> RenderableType:
    if not found:
        return Text("No tickets.")
    table = Table(box=None, pad_edge=False, header_style="bold", collapse_padding=True, expand=True)
    for name, width in (("number", 8), ("sev", 3), ("status", 7), ("answer due", 14), ("lacks", 5)):
        table.add_column(name, no_wrap=True, width=width)
    table.add_column("requester", no_wrap=True, overflow="ellipsis", ratio=2)
    table.add_column("subject", no_wrap=True, overflow="ellipsis", ratio=3)
    for ticket, clocks in sorted(found, key=urgency):
        table.add_row(*_queue_line(ticket, pressing(clocks) if clocks else None, config, now))
    return table


def _queue_line(ticket: Ticket, clock: Clock | None, config: Config, now: datetime) -> tuple[RenderableType, ...]:
    lacks = missing(ticket.fields, ticket.category, config.fields).required
    severity = clock.severity if clock else ticket.severity or ""
    return (
        f"#{ticket.id}",
        Text(severity, _SEVERITY_STYLE.get(severity, "")),
        Text(ticket.status, "dim" if ticket.status is TicketStatus.CLOSED else ""),
        _countdown(clock, now),
        str(len(lacks) or ""),
        Text(one_line(ticket.requester.addr, 60)),
        Text(one_line(ticket.subject, 120)),
    )


def _countdown(clock: Clock | None, now: datetime) -> Text:
    """How much is left or how late it is, in time on the wall."""
    if clock is None:
        return Text("no clock", "bold red")
    style = _STATE_STYLE[clock.state]
    if clock.stopped_at is not None:
        return Text(clock.state, style)
    if clock.state is ClockState.PAUSED:
        return Text("stands still", style)
    if now > clock.due_at:
        return Text(f"{brief(now - clock.due_at)} late", style)
    return Text(f"in {brief(clock.due_at - now)}", style)


# ---------------------------------------------------------------- one ticket


def whole_ticket(sheet: Sheet) -> RenderableType:
    return Group(*_head(sheet), *_fields(sheet), *_messages(sheet), *_events(sheet))


def _head(sheet: Sheet) -> Iterable[RenderableType]:
    ticket, config = sheet.ticket, sheet.config
    severity = sheet.clocks[0].severity if sheet.clocks else ticket.severity or config.sla.default_severity
    yield Text(f"{number(config, ticket.id)}  {one_line(ticket.subject, 200)}", "bold")
    stated = "" if ticket.severity else " (not stated)"
    about = f"{ticket.status}, severity {severity}{stated}, {ticket.category or 'no category'}"
    yield Text(f"{about}, from {one_line(ticket.requester.addr)}, opened {moment(ticket.opened_at, config)}")
    yield from (_clock_line(clock, config) for clock in sheet.clocks)
    yield from _without_clocks(sheet.clocks)
    yield from _waiting(ticket, config)
    if ticket.assignee:
        yield Text(f"assigned to {ticket.assignee}")
    for at, title in enumerate(ticket.issues, 1):
        yield Text(f"issue {at}: {one_line(title)}")


def _without_clocks(clocks: Sequence[Clock]) -> Iterable[RenderableType]:
    if not clocks:
        yield Text("no clock can be made of its events; the log says why", "bold red")


def _waiting(ticket: Ticket, config: Config) -> Iterable[RenderableType]:
    begun = [item for item in ticket.events if item.type is EventType.WAITING]
    if begun and ticket.status is TicketStatus.WAITING:
        by = f", set by {one_line(str(begun[-1].data.get('by', '')))}" if begun[-1].data.get("by") else ""
        yield Text(f"waits for the requester since {moment(begun[-1].at, config)}{by}", "cyan")


def _clock_line(clock: Clock, config: Config) -> Text:
    line = Text(f"{clock_name(clock)} ")
    line.append(clock.state, _STATE_STYLE[clock.state])
    line.append(f", due {moment(clock.due_at, config)}")
    if clock.met_at:
        line.append(f", given {moment(clock.met_at, config)}" + (f" by {clock.by}" if clock.by else ""))
    return line.append(
        f", {in_words(clock.used)} of {in_words(clock.target)} used" + (f": {clock.why}" if clock.why else "")
    )


def _fields(sheet: Sheet) -> Iterable[RenderableType]:
    fields = sheet.ticket.fields
    table = Table(box=None, pad_edge=False, show_header=False)
    for item in (item for item in FIELDS if item.key in fields):
        found = fields[item.key]
        guess = " (a guess)" if found.is_unsure else ""
        words = Text(one_line(value(found.value), 500))
        table.add_row(item.label, words, Text(found.source + guess, "dim"))
    yield Text("\nFields", "bold")
    yield Padding(table, (0, 0, 0, 2))
    lacks = missing(fields, sheet.ticket.category, sheet.config.fields).required
    if lacks:
        yield Text("  missing: " + ", ".join(BY_KEY[key].label for key in lacks), "yellow")


def _messages(sheet: Sheet) -> Iterable[RenderableType]:
    yield Text("\nMessages", "bold")
    for row in sheet.messages:
        recipients = ", ".join(json.loads(row["recipients"]))
        arrow = _ARROWS[Direction(row["direction"])]
        yield Text(f"  {arrow} {moment(row['at'], sheet.config)}  {one_line(row['sender'])} to {one_line(recipients)}")
        yield Text(f"    {one_line(row['subject'])}", "dim")
        yield Padding(Text(row["new_text"].strip()), (0, 0, 0, 4))


def _events(sheet: Sheet) -> Iterable[RenderableType]:
    yield Text("\nEvents", "bold")
    yield _log(event_words.told(sheet.ticket, sheet.clocks, sheet.config), sheet.config)


def _log(told: Iterable[tuple[Event, str]], config: Config) -> RenderableType:
    """Each sentence beside its time, also where it takes several lines."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for item, words in told:
        table.add_row(Text(f"  {moment(item.at, config)}"), Text(words))
    return table


# ---------------------------------------------------------------- one clock


def explanation(
    ticket: Ticket, clocks: Sequence[Clock], config: Config, never_paused: Sequence[Clock] = ()
) -> RenderableType:
    """Every interval of every clock, what it would be had it never stood still, and the events all is computed from."""
    twins = {(twin.measure, twin.number): twin for twin in never_paused}
    parts = (
        part for clock in clocks for part in _explained(ticket, clock, config, twins.get((clock.measure, clock.number)))
    )
    told = [pair for pair in event_words.told(ticket, clocks, config) if pair[0].type in CONSIDERED]
    heading = Text("Events the clocks are computed from", "bold")
    return Group(*parts, *_without_clocks(clocks), heading, _log(told, config))


def _explained(ticket: Ticket, clock: Clock, config: Config, twin: Clock | None) -> Iterable[RenderableType]:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("from", "until", "counted", "why"):
        table.add_column(name, no_wrap=name != "why", min_width=18 if name == "why" else None)
    for interval in clock.intervals:
        counted = to_the_second(interval.end - interval.begin) if interval.counts else ""
        style = "" if interval.counts else "dim"
        table.add_row(moment(interval.begin, config), moment(interval.end, config), counted, interval.why, style=style)
    heading = Text(f"{number(config, ticket.id)}: {clock_name(clock)} within {in_words(clock.target)}, ", "bold")
    heading.append(f"started {moment(clock.started_at, config)}: {clock.begun_by}")
    terms = Text(f"targets of version {clock.version}", "dim")
    yield from (heading, table, _clock_line(clock, config))
    if twin:
        yield Text("had it never stood still: ", "dim").append_text(_clock_line(twin, config))
    yield from (terms, Text(""))


# ---------------------------------------------------------------- parse


def parsed(shape: Mapping[str, Any]) -> RenderableType:
    """What was read from one mail, as ``shapes.parsed`` gives it."""
    heading = Text(f"{shape['file']}: {shape.get('error') or shape['kind']}", "bold")
    answer = "an answer would go out" if shape["answer"] else "no answer would go out"
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for key, content in shape["fields"].items():
        guess = " (a guess)" if key in shape["guesses"] else ""
        words = value(tuple(content) if isinstance(content, list) else content)
        table.add_row(BY_KEY[key].label, Text(one_line(words, 500)), Text(shape["sources"].get(key, "") + guess, "dim"))
    count, category = shape["issue_count"], (shape["category"] or "no category").replace("_", " ")
    about = f"  {category}, {count} issue{'s' * (count != 1)}; {answer}: {shape['why']}"
    matters = [Text(f"  issue {at}: {one_line(title)}") for at, title in enumerate(shape["issues"], 1)]
    lacks = ", ".join(BY_KEY[key].label for key in shape["missing"])
    warnings = (*([f"missing: {lacks}"] if lacks else []), *shape["notes"])
    lines = (Text(f"  {one_line(warning, 500)}", "yellow") for warning in warnings)
    return Group(heading, Text(about), *matters, Padding(table, (0, 0, 0, 2)), *lines)
