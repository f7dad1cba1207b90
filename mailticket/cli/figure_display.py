"""The report on objectives in the terminal: all of them at a glance, then the first with its groups and misses.

Builds rich renderables, prints nothing. Charts are of text: one character for each week or hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from mailticket.cli.display import moment
from mailticket.config import Config
from mailticket.config_sla import Objective
from mailticket.durations import counted
from mailticket.outbound.clean import one_line
from mailticket.outbound.content import number
from mailticket.outbound.report_words import BUDGET, budgets, goal_share, lowered, used_up, verdicts
from mailticket.outbound.wording import percent
from mailticket.sla.attainment import Attainment, Breach, Report, Standing

_LEVELS = "▁▂▃▄▅▆▇█"
_BAR = 8  # characters of a whole bar
_ROWS = 12  # groups of one kind
_WIDTHS = (3, 12, 13)  # of a miss: severity, arrival, how long it took
_NARROWEST = 20  # characters for its cause
_CAUSE = 200  # characters of a cause


def report(figures: Report, config: Config) -> RenderableType:
    if not figures.standings:
        return Text("No objective is configured.")
    parts: list[RenderableType] = [overview(figures, config)]
    parts.extend(_detail(figures.standings[0], config))
    if len(figures.standings) > 1:
        parts.append(Text("\nmailticket report --objective NAME shows another one in full.", "dim"))
    return Group(*parts)


# ---------------------------------------------------------------- all of them


def overview(figures: Report, config: Config) -> RenderableType:
    table = Table(box=None, pad_edge=False, collapse_padding=True, header_style="bold")
    for column in ("objective", "goal", "share", "", "met", "missed", "pend.", "excl.", "budget"):
        right = column in ("share", "met", "missed", "pend.", "excl.")
        table.add_column(column, justify="right" if right else "left", no_wrap=True, overflow="ellipsis")
    for item in figures.standings:
        total, wanted = item.total, item.objective
        counts = map(str, (total.met, total.missed, total.pending, total.left_out))
        share = Text("" if total.share is None else percent(total.share), _style(item))
        name = Text(one_line(wanted.name, 40))
        table.add_row(name, goal(wanted), share, bar(item), *counts, left(item))
    heading = Text(f"Objectives at {moment(figures.now, config)}", "bold").append(f": {verdicts(figures)}")
    return Group(heading, table, Text(BUDGET, "dim"))


def _style(item: Standing) -> str:
    return {None: "dim", True: "green", False: "bold red"}[item.attained]


def goal(objective: Objective) -> str:
    """``80 % in 4h``: that of a page, short enough for a column."""
    return f"{goal_share(objective)} in {counted(objective.within) if objective.within else 'target'}"


def bar(item: Standing) -> Text:
    """The share as a bar, the objective as a mark on it."""
    full = round((item.total.share or 0) * _BAR)
    mark = min(_BAR - 1, round(item.objective.share * _BAR))
    line = Text("█" * full + "·" * (_BAR - full), _style(item))
    return line[:mark] + Text("│", "bold") + line[mark + 1 :]


def left(item: Standing) -> str:
    """What is left of the budget of the whole window, as ``BUDGET`` says; the details say until when."""
    if not item.total.total:
        return "0 tickets"
    if item.total.share is None:
        return "none yet"
    misses = item.budget.expected_left
    return f"{misses} left" if misses >= 0 else f"{-misses} over"


# ---------------------------------------------------------------- one of them


def _detail(item: Standing, config: Config) -> Iterator[RenderableType]:
    first, last = moment(item.since, config), moment(item.until, config)
    yield Text(f"\n{one_line(item.objective.name)}: arrived {first} to {last}", "bold")
    if not item.total.total:
        yield Text("0 tickets: nothing matches this objective")
        return
    yield from _sentences(item)
    yield from _charts(item)
    kinds = {"severity": item.by_severity, "partner": item.by_partner, "category": item.by_category}
    for name, groups in {**kinds, "agent": item.by_agent}.items():
        if groups:
            yield _groups(name, groups)
    if item.breaches:
        yield _Misses(item, config)


def _sentences(item: Standing) -> Iterator[Text]:
    total, budget, took = item.total, item.budget, item.percentiles
    if total.share is not None:
        yield Text(f"true share with 95 % confidence: {percent(total.low)} to {percent(total.high)}")
        if total.small:
            yield Text("too few tickets to tell whether the objective is kept", "yellow")
    if item.unpaused:
        share = "" if item.unpaused.share is None else f"{percent(item.unpaused.share)}, "
        yield Text(f"if no clock ever stood still: {share}{item.unpaused.met} met, {item.unpaused.missed} missed")
    yield from map(Text, budgets(item))
    if burnt := used_up(item):
        yield Text(burnt, "bold red")
    yield Text(f"({budget.assumptions})", "dim")
    ranks = (("50 %", took.p50), ("80 %", took.p80), ("95 %", took.p95))
    yield Text(
        "took: " + ", ".join(f"{name} {counted(value) if value is not None else 'unanswered'}" for name, value in ranks)
    )
    if told := lowered(item):
        yield Text(told, "yellow")
    for reason, count in total.excluded.items():
        yield Text(f"excluded, {one_line(reason)}: {count}", "dim")


def _charts(item: Standing) -> Iterator[Text]:
    if len(item.weeks) > 1:
        yield _chart("by week", [week for _, week in item.weeks])
    yield _chart("by hour of arrival", [item.by_hour.get(f"{hour:02}", Attainment()) for hour in range(24)])


def _chart(name: str, groups: list[Attainment]) -> Text:
    """Height is the share met; a blank where nothing was judged."""
    return Text(f"{name}: ").append(sparkline(item.share for item in groups), "cyan")


def sparkline(shares: Iterable[float | None]) -> str:
    return "".join(" " if share is None else _LEVELS[min(7, int(share * 8))] for share in shares)


def _groups(name: str, groups: Mapping[str, Attainment]) -> RenderableType:
    """The first of them; how many are not shown is said."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in (name, "share", "met", "missed", "pending", "excluded"):
        table.add_column(column, justify="left" if column == name else "right")
    for key, item in list(groups.items())[:_ROWS]:
        share = "" if item.share is None else percent(item.share)
        counts = map(str, (item.met, item.missed, item.pending, item.left_out))
        table.add_row(Text(one_line(key, 60) or "unknown"), share, *counts)
    if len(groups) > _ROWS:
        table.add_row(Text(f"and {len(groups) - _ROWS} more", "dim"))
    return Padding(table, (1, 0, 0, 0))


class _Misses:
    """A line for each miss, made when it is printed: a table would hold and measure all of them first."""

    def __init__(self, item: Standing, config: Config) -> None:
        self.item, self.config = item, config

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> Iterator[Text | Segment]:
        shown, count, width = len(self.item.breaches), self.item.breach_count, 0
        yield Text(
            f"\n{count} miss{'es' * (count != 1)}{f', the latest {shown} of them' if shown < count else ''}", "bold"
        )
        for miss in self.item.breaches:
            name = _name(miss, self.config)
            if not width:  # the first is the latest, so that hardly any other number is longer
                width = max(len("ticket"), cell_len(name))
                yield Text(_cells(("ticket", "sev", "arrived", "took"), width) + "cause", "bold")
            cells = _cells((name, miss.severity, _arrived(miss, self.config), _took(miss)), width)
            yield Segment(_hanging(cells, one_line(miss.cause, _CAUSE), options.max_width))
            yield Segment.line()


def _cells(texts: tuple[str, ...], width: int) -> str:
    """Side by side, none of them cut."""
    padded = (text + " " * (size - cell_len(text)) for text, size in zip(texts, (width, *_WIDTHS), strict=True))
    return "  ".join((*padded, ""))


def _hanging(cells: str, cause: str, width: int) -> str:
    """The cause in a column of its own, on as many lines as it needs."""
    margin = cell_len(cells)
    return cells + f"\n{' ' * margin}".join(wrap(cause, max(_NARROWEST, width - margin)))


def _name(miss: Breach, config: Config) -> str:
    return number(config, miss.ticket) if miss.ticket else one_line(miss.agent, 40)


def _arrived(miss: Breach, config: Config) -> str:
    return miss.arrived.astimezone(ZoneInfo(config.desk.time_zone)).strftime("%d %b %H:%M")


def _took(miss: Breach) -> str:
    return f"{counted(miss.elapsed)} of {counted(miss.target)}"
