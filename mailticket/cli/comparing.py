"""A report beside what it would be under other terms, for the terminal and for other programs. Counts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from mailticket.cli import figure_shapes
from mailticket.cli.display import moment
from mailticket.cli.shapes import moment as written_moment
from mailticket.config import Config
from mailticket.durations import counted
from mailticket.outbound.clean import one_line
from mailticket.outbound.report_words import goal_share
from mailticket.outbound.wording import percent
from mailticket.sla.attainment import Standing
from mailticket.supposing import Comparison


def shown(found: Comparison, config: Config) -> RenderableType:
    """Each objective as measured and as supposed, each with its own time, and how many tickets change."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("objective", "goal", "as measured", "supposed", "in time", "late"):
        table.add_column(column, justify="right" if column in ("in time", "late") else "left")
    for really, supposed in _pairs(found):
        changed = supposed.total.met - really.total.met, supposed.total.missed - really.total.missed
        style = "green" if changed[0] > 0 else "red" if changed[1] > 0 else ""
        name = Text(one_line(really.objective.name, 40))
        shares = (_share(item) for item in (really, supposed))
        table.add_row(name, goal_share(really.objective), *shares, *(Text(_signed(count), style) for count in changed))
    heading = Text(f"What if, at {moment(found.really.now, config)}", "bold")
    return Group(heading, *(Text(f"- {sentence}", "dim") for sentence in found.said), table)


def _pairs(found: Comparison) -> Iterator[tuple[Standing, Standing]]:
    return zip(found.really.standings, found.supposed.standings, strict=True)


def _share(item: Standing) -> Text:
    """``1h: 82.3 % of 5063``, its time first; ``target`` for each one's own."""
    group, within = item.total, item.objective.within
    time = Text(f"{counted(within) if within else 'target'}: ", "dim")
    return time.append("nothing judged" if group.share is None else f"{percent(group.share)} of {group.judged}", "none")


def _seconds(within: timedelta | None) -> int | None:
    return None if within is None else int(within.total_seconds())


def _signed(count: int) -> str:
    return f"{count:+}" if count else "0"


def shape(found: Comparison) -> dict[str, Any]:
    """What ``mailticket report --what-if … --json`` prints; ``difference`` is what if less really, in tickets."""
    return {
        "since": written_moment(found.really.since),
        "until": written_moment(found.really.until),
        "now": written_moment(found.really.now),
        "assumptions": list(found.said),
        "objectives": [_compared(really, supposed) for really, supposed in _pairs(found)],
    }


def _compared(really: Standing, supposed: Standing) -> dict[str, Any]:
    return {
        "name": really.objective.name,
        "share": really.objective.share,
        "within_seconds": _seconds(really.objective.within),
        "supposed_within_seconds": _seconds(supposed.objective.within),
        "since": written_moment(really.since),
        "until": written_moment(really.until),
        "really": figure_shapes.attainment(really.total),
        "what_if": figure_shapes.attainment(supposed.total),
        "difference": {
            name: getattr(supposed.total, name) - getattr(really.total, name) for name in ("met", "missed", "pending")
        },
    }
