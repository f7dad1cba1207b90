"""Calendars and the record of promises as people and programs read them. Builds values, prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import time, timedelta
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from mailticket.cli.display import moment
from mailticket.cli.shapes import moment as utc
from mailticket.config import Config
from mailticket.durations import hours
from mailticket.outbound.clean import one_line
from mailticket.sla.configured import EVER, Document
from mailticket.sla.month import Day
from mailticket.store.policies import Recorded

DIFFERS = "The configuration differs from the record: it holds from the next start of the daemon."
PLANNED = "the configuration differs from the record: it holds from the next start of the daemon; --planned shows it"
NOTHING_PLANNED = "nothing is planned: the configuration says what is on record"
NOT_YET = "from the configuration, not yet on record"
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


# ---------------------------------------------------------------- who uses which


def users(name: str, content: Document) -> tuple[str, ...]:
    """Who counts in this calendar: severities, upstream desks, and calendars that join it."""
    own = [f"severity {key}" for key, target in content.sla.targets.items() if target.calendar == name]
    others = [
        f"{upstream} {key}"
        for upstream, targets in content.sla.upstreams.items()
        for key, target in targets.items()
        if target.calendar == name
    ]
    planned = [
        f"severity {key} from {change.valid_from}"
        for change in content.sla.changes
        for key, target in change.targets.items()
        if target.calendar == name
    ]
    joining = [f"joined by {other}" for other, week in content.calendars.items() if name in week.joins]
    return (*own, *planned, *others, *joining)


def listing(found: Mapping[str, Sequence[str]], remark: str = "") -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("calendar", no_wrap=True)
    table.add_column("used by")
    for name, words in found.items():
        table.add_row(Text(name), Text(", ".join(words) or "nobody"))
    return Group(*_remarked(remark), table)


def _remarked(remark: str) -> tuple[RenderableType, ...]:
    return (Text(remark, "yellow"),) if remark else ()


# ---------------------------------------------------------------- a month


def month(name: str, lines: Sequence[Day], remark: str = "") -> RenderableType:
    zones = ", ".join(dict.fromkeys(line.zone for line in lines))
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in ("date", "weekday", "open"):
        table.add_column()
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for line in lines:
        style = "" if line.spans else "dim"
        table.add_row(
            f"{line.day}",
            f"{line.day:%a}",
            Text(spans(line)),
            hours(line.hours),
            Text(notes(line)),
            style=style,
        )
    total = sum((line.hours for line in lines), timedelta(0))
    heading = Text(f"{name}, {lines[0].day:%B %Y}, times in {zones}", "bold")
    return Group(heading, *_remarked(remark), table, Text(f"{hours(total)} hours count", "bold"))


def spans(line: Day) -> str:
    return ", ".join(f"{begin:%H:%M}-{_end(end)}" for begin, end in line.spans) or "closed"


def _end(end: time) -> str:
    return "24:00" if end == time(0) else f"{end:%H:%M}"


def notes(line: Day) -> str:
    shift: tuple[str, ...] = ()
    if line.shift:
        way = "forward" if line.shift > timedelta(0) else "back"
        shift = (f"clocks go {way} {hours(abs(line.shift))}",)
    return ", ".join((*line.why, *shift))


def shape(name: str, lines: Sequence[Day], remark: str = "") -> dict[str, Any]:
    """What ``mailticket calendar NAME --json`` prints; ``planned`` is true for what is not on record yet."""
    total = sum((line.hours for line in lines), timedelta(0))
    return {
        "calendar": name,
        "month": f"{lines[0].day:%Y-%m}",
        "planned": bool(remark),
        "days": [_day_shape(line) for line in lines],
        "seconds": int(total.total_seconds()),
    }


def _day_shape(line: Day) -> dict[str, Any]:
    return {
        "date": line.day.isoformat(),
        "weekday": f"{line.day:%A}".lower(),
        "time_zone": line.zone,
        "open": [[f"{begin:%H:%M}", _end(end)] for begin, end in line.spans],
        "seconds": int(line.hours.total_seconds()),
        "clock_shift_seconds": int(line.shift.total_seconds()),
        "why": list(line.why),
    }


# ---------------------------------------------------------------- the record


def record(recorded: Iterable[Recorded], config: Config) -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("version", "holds since", "recorded", "why"):
        table.add_column(name, no_wrap=name != "why")
    for item in recorded:
        since = "ever" if item.valid_from <= EVER else moment(item.valid_from, config)
        style = "dim" if item.superseded_by else ""
        table.add_row(str(item.number), since, moment(item.recorded_at, config), Text(_why(item)), style=style)
    return table if table.row_count else Text("Nothing is on record yet: the daemon records what it starts with.")


def _why(item: Recorded) -> str:
    superseded = f"superseded by version {item.superseded_by}" if item.superseded_by else ""
    return "; ".join(filter(None, (one_line(item.why, 300) or "as configured", superseded)))


def version_shape(item: Recorded) -> dict[str, Any]:
    return {
        "version": item.number,
        "valid_from": None if item.valid_from <= EVER else utc(item.valid_from),
        "recorded_at": utc(item.recorded_at),
        "why": item.why or None,
        "superseded_by": item.superseded_by,
    }
