"""A report beside what it would be under other terms, for the terminal and for other programs. Counts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from mailticket.cli import figure_shapes
from mailticket.cli.display import moment
from mailticket.cli.shapes import moment as written_moment
from mailticket.config import Config
from mailticket.outbound.clean import one_line
from mailticket.outbound.report_words import goal
from mailticket.outbound.wording import percent
from mailticket.sla.attainment import Attainment, Standing
from mailticket.supposing import Comparison


def shown(found: Comparison, config: Config) -> RenderableType:
    """Each objective really and under the assumptions, and how many tickets more or fewer are in time."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("objective", "really", "what if", "in time", "late"):
        table.add_column(column, justify="left" if column == "objective" else "right")
    for really, supposed in _pairs(found):
        changed = supposed.total.met - really.total.met, supposed.total.missed - really.total.missed
        style = "green" if changed[0] > 0 else "red" if changed[1] > 0 else ""
        name = Text(f"{one_line(really.objective.name, 40)}: ").append(goal(supposed.objective), "dim")
        table.add_row(name, _share(really.total), _share(supposed.total), *(Text(_signed(n), style) for n in changed))
    heading = Text(f"What if, at {moment(found.really.now, config)}", "bold")
    return Group(heading, *(Text(f"- {sentence}", "dim") for sentence in found.said), table)


def _pairs(found: Comparison) -> Iterator[tuple[Standing, Standing]]:
    return zip(found.really.standings, found.supposed.standings, strict=True)


def _share(group: Attainment) -> str:
    return "nothing judged" if group.share is None else f"{percent(group.share)} of {group.judged}"


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
    within = supposed.objective.within
    return {
        "name": really.objective.name,
        "share": really.objective.share,
        "supposed_within_seconds": None if within is None else int(within.total_seconds()),
        "since": written_moment(really.since),
        "until": written_moment(really.until),
        "really": figure_shapes.attainment(really.total),
        "what_if": figure_shapes.attainment(supposed.total),
        "difference": {
            name: getattr(supposed.total, name) - getattr(really.total, name) for name in ("met", "missed", "pending")
        },
    }
