"""The figures of a report as pictures, PNG and SVG. Computes none of them; the same values give the same octets.

The only home of matplotlib, which is loaded when the first picture is drawn: through its object interface, because
pyplot keeps global figures. Colours are Okabe and Ito's, and never alone: a hatch, a mark or a word says the same.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from mailticket.durations import in_words
from mailticket.outbound import charts_marks as marks
from mailticket.outbound import report_words, wording
from mailticket.sla.attainment import Attainment, Report, Standing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 7.5  # inches; shown 600 pixels wide, where a text of 11.5 points is 13 pixels high
DOTS = 160  # an inch of PNG: two for each pixel of the 600, sharp on dense screens
MOST_GROUPS = 12
_EMPTY = 1.0  # inches of a picture that says there is nothing to see
_AXIS_TIMES = {
    "30 s": 30,
    "1 min": 60,
    "2 min": 120,
    "5 min": 300,
    "10 min": 600,
    "30 min": 1800,
    "1 h": 3600,
    "2 h": 7200,
    "4 h": 14400,
    "8 h": 28800,
    "1 d": 86400,
    "2 d": 2 * 86400,
    "4 d": 4 * 86400,
    "8 d": 8 * 86400,
    "16 d": 16 * 86400,
    "32 d": 32 * 86400,
}

Draw: TypeAlias = "Callable[[Figure], None]"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture to be drawn: its name (letters), what it says to those who do not see it, its height in inches."""

    name: str
    alt: str
    height: float
    draw: Draw


def png(chart: Chart) -> bytes:
    return _drawn(chart, "png", {"Software": None})


def svg(chart: Chart) -> bytes:
    return _drawn(chart, "svg", {"Date": None, "Creator": None, "Format": None, "Type": None})


def _drawn(chart: Chart, form: Literal["png", "svg"], metadata: dict[str, Any]) -> bytes:
    from matplotlib import style  # noqa: PLC0415  half a second that only those pay who want a picture
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    octets = io.BytesIO()
    with style.context(["default", {**marks.STYLE, "svg.hashsalt": chart.name}]), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a sign the font lacks is drawn as a box
        figure = Figure(figsize=(WIDTH, chart.height), dpi=DOTS, layout="constrained")
        FigureCanvasAgg(figure)
        chart.draw(figure)
        figure.savefig(octets, format=form, metadata=metadata)
    return octets.getvalue()


# ---------------------------------------------------------------- every objective against its goal


def objectives(report: Report) -> Chart:
    """A bar for each objective, where its goal is, and between what bounds the true share lies."""
    standings = report.standings
    said = "; ".join(f"{marks.name(item.objective.name)} {_against_goal(item)}" for item in standings)
    return Chart(
        "objectives",
        f"Share in time of every objective against its goal: {said or 'no objectives'}.",
        1.3 + 0.62 * len(standings) if standings else _EMPTY,
        lambda figure: _draw_objectives(figure, standings),
    )


def _against_goal(item: Standing) -> str:
    goal = f"goal {wording.percent(item.objective.share)}"
    if item.total.share is None:
        return f"nothing judged yet, {goal}"
    verdict = "met" if item.attained else "missed"
    return f"{wording.percent(item.total.share)} of {item.total.judged}, {goal} {verdict}"


def _draw_objectives(figure: Figure, standings: Sequence[Standing]) -> None:
    axes = figure.subplots()
    axes.set_title("Share in time, against the goal")
    if not standings:
        marks.say_nothing(axes, "No objectives.")
        return
    for row, item in enumerate(standings):
        _share_bar(axes, row, item.total, attained=item.attained)
        goal = item.objective.share
        axes.plot([goal, goal], [row - 0.42, row + 0.42], color=marks.INK, linewidth=3, solid_capstyle="butt")
    marks.rows(axes, [marks.name(item.objective.name) for item in standings])
    for row, item in enumerate(standings):
        axes.text(1.03, row, _verdict(item), va="center", linespacing=1.25)
    marks.share_axis(axes)
    axes.set_xlabel("thick mark: goal; thin line: where the true share lies, with 95 % confidence", color=marks.PALE)


def _verdict(item: Standing) -> str:
    if item.total.share is None:
        return "nothing judged yet"
    sign = "✓ goal met" if item.attained else "✗ goal missed"
    return f"{wording.percent(item.total.share)} of {item.total.judged}\n{sign}{' (few)' if item.total.small else ''}"


def _share_bar(axes: Axes, row: int, group: Attainment, *, attained: bool | None) -> None:
    """Hatched when it misses its goal, as well as of another colour."""
    if group.share is None:
        return
    missed = attained is False
    axes.barh(row, group.share, 0.6, color=marks.MISSED if missed else marks.MET, hatch=marks.HATCH if missed else None)
    for width, colour in ((3.2, "white"), (1.4, marks.INK)):  # seen on the bar and beside it
        axes.plot([group.low, group.high], [row, row], color=colour, linewidth=width, marker="|", markersize=7)


# ---------------------------------------------------------------- partners, or any other groups


def groups(name: str, title: str, found: Mapping[str, Attainment]) -> Chart:
    """Tickets of each group in time, late and waiting; the first groups as given, the rest as one."""
    ranked = list(found.items())
    kept = ranked if len(ranked) <= MOST_GROUPS else ranked[: MOST_GROUPS - 1]
    rows = [(marks.name(key) or "not known", (item.met, item.missed, item.pending)) for key, item in kept]
    if len(kept) < len(ranked):
        rest = [item for _, item in ranked[len(kept) :]]
        sums = (sum(item.met for item in rest), sum(item.missed for item in rest), sum(item.pending for item in rest))
        rows.append((f"{len(rest)} others", sums))
    said = "; ".join(f"{key} {met} in time, {missed} late" for key, (met, missed, _) in rows)
    height = 1.6 + 0.42 * len(rows) if rows else _EMPTY
    return Chart(name, f"{title}: {said or 'none'}.", height, lambda figure: _draw_groups(figure, title, rows))


def _draw_groups(figure: Figure, title: str, rows: Sequence[tuple[str, tuple[int, int, int]]]) -> None:
    axes = figure.subplots()
    axes.set_title(title)
    if not rows:
        marks.say_nothing(axes, "No tickets in this period.")
        return
    for row, (_, counts) in enumerate(rows):
        marks.stack(axes, row, counts)
        met, missed, _pending = counts
        marks.beside(axes, sum(counts), row, f"{met} of {met + missed}")
    marks.rows(axes, [name for name, _ in rows])
    axes.set_xlim(0, max(1, *(sum(counts) for _, counts in rows)) * 1.14)
    marks.counted(axes, "x")
    marks.legend(figure)


# ---------------------------------------------------------------- week by week


def weeks(item: Standing) -> Chart:
    """The share of each week against the goal, above how many tickets it is of."""
    told = [(day, week) for day, week in item.weeks if week.share is not None]
    said = "; ".join(
        f"from {day.day} {day:%b} {wording.percent(week.share or 0.0)} of {week.judged}" for day, week in told
    )
    goal = wording.percent(item.objective.share)
    alt = f"{marks.name(item.objective.name)} week by week, goal {goal}: {said or 'none'}."
    return Chart(
        "weeks",
        alt,
        4.4 if any(week.total for _, week in item.weeks) else _EMPTY,
        lambda figure: _draw_weeks(figure, item),
    )


def _draw_weeks(figure: Figure, item: Standing) -> None:
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[2, 1])
    upper.set_title(f"Week by week: {marks.name(item.objective.name)}")
    if not any(week.total for _, week in item.weeks):
        lower.remove()
        marks.say_nothing(upper, "No tickets in this period.")
        return
    known = [(at, week) for at, (_, week) in enumerate(item.weeks) if week.share is not None]
    for at, week in known:
        upper.plot([at, at], [week.low, week.high], color=marks.PALE, linewidth=1.2, marker="_", markersize=7)
    shares = [math.nan if week.share is None else week.share for _, week in item.weeks]
    upper.plot(range(len(shares)), shares, color=marks.MET, linewidth=2, marker="o", markersize=6)
    goal = item.objective.share
    upper.axhline(goal, color=marks.INK, linewidth=1.6, linestyle="--")
    upper.text(1.01, goal, f"goal\n{wording.percent(goal)}", transform=upper.get_yaxis_transform(), va="center")
    marks.share_axis(upper, "y")
    for at, (_, week) in enumerate(item.weeks):
        marks.stack(lower, at, (week.met, week.missed, week.pending), upright=True)
    marks.thinned(lower, [f"{day.day} {day:%b}" for day, _ in item.weeks])
    lower.set_xlim(-0.7, max(len(item.weeks) - 0.3, 0.7))
    marks.counted(lower, "y")
    lower.set_xlabel("week from")
    marks.legend(figure)


# ---------------------------------------------------------------- hour by hour


def hours(item: Standing) -> Chart:
    """What arrived in each hour of the day, and how much of it was answered in time."""
    said = "; ".join(
        f"{hour} h {group.met} in time, {group.missed} late" for hour, group in sorted(item.by_hour.items())
    )
    alt = f"{marks.name(item.objective.name)} by the hour of arrival: {said or 'none'}."
    return Chart(
        "hours",
        alt,
        3.4 if any(group.total for group in item.by_hour.values()) else _EMPTY,
        lambda figure: _draw_hours(figure, item),
    )


def _draw_hours(figure: Figure, item: Standing) -> None:
    axes = figure.subplots()
    axes.set_title(f"By hour of arrival: {marks.name(item.objective.name)}")
    if not any(group.total for group in item.by_hour.values()):
        marks.say_nothing(axes, "No tickets in this period.")
        return
    for hour, group in item.by_hour.items():
        marks.stack(axes, int(hour), (group.met, group.missed, group.pending), upright=True)
    axes.set_xlim(-0.7, 23.7)
    axes.set_xticks(range(0, 24, 3), [f"{hour:02}:00" for hour in range(0, 24, 3)])
    marks.counted(axes, "y")
    marks.legend(figure)


# ---------------------------------------------------------------- how long answers took

_RANKS = (("p50", "half", "o", marks.MET), ("p80", "80 %", "s", "#009e73"), ("p95", "95 %", "D", marks.MISSED))


def percentiles(report: Report) -> Chart:
    """Within what time half, four fifths and nearly all were answered, on an axis from seconds to weeks."""
    standings = [item for item in report.standings if item.total.judged or item.total.pending]
    said = "; ".join(f"{marks.name(item.objective.name)} {_ranks_said(item)}" for item in standings)
    return Chart(
        "percentiles",
        f"Time within which half, 80 % and 95 % were answered: {said or 'none'}.",
        1.7 + 0.5 * len(standings) if standings else _EMPTY,
        lambda figure: _draw_percentiles(figure, standings),
    )


def _ranks_said(item: Standing) -> str:
    found = ((word, getattr(item.percentiles, key)) for key, word, _, _ in _RANKS)
    return ", ".join(f"{word} {'not answered' if value is None else in_words(value)}" for word, value in found)


def _draw_percentiles(figure: Figure, standings: Sequence[Standing]) -> None:
    axes = figure.subplots()
    axes.set_title("How long answers took")
    if not standings:
        marks.say_nothing(axes, "Nothing arrived in this period.")
        return
    longest = max(_times(standings), default=3600.0)
    for key, word, marker, colour in _RANKS:
        for row, item in enumerate(standings):
            _rank(axes, row, getattr(item.percentiles, key), (longest, marker, colour))
        axes.plot([], [], marker, color=colour, markeredgecolor=marks.INK, markersize=9, label=f"{word} within")
    for row, item in enumerate(standings):
        if item.objective.within:
            goal = _seconds(item.objective.within)
            axes.plot([goal, goal], [row - 0.36, row + 0.36], color=marks.INK, linewidth=3, solid_capstyle="butt")
    axes.plot([], [], "|", color=marks.INK, markersize=12, markeredgewidth=3, label="goal")
    if any(getattr(item.percentiles, key) is None for item in standings for key, *_ in _RANKS):
        axes.plot([], [], "o", color="white", markeredgecolor=marks.INK, markersize=9, label="hollow: not answered")
    axes.set_xscale("log")
    shortest = min(_times(standings), default=60.0) / 1.6
    axes.set_xlim(shortest, longest * 1.8)
    words = [word for word, at in _AXIS_TIMES.items() if shortest <= at <= longest * 1.2]
    kept = words[:: math.ceil(len(words) / marks.MOST_TICKS) or 1]
    axes.set_xticks([_AXIS_TIMES[word] for word in kept], kept)
    axes.minorticks_off()
    axes.grid(axis="x", color=marks.GRID)
    marks.rows(axes, [marks.name(item.objective.name) for item in standings])
    figure.legend(loc="outside lower left", ncols=5, frameon=False, fontsize=10.5, handletextpad=0.1, columnspacing=1)


def _times(standings: Iterable[Standing]) -> Iterator[float]:
    """Every time the picture shows, goals included, in seconds."""
    for item in standings:
        ranks = (getattr(item.percentiles, key) for key, *_ in _RANKS)
        yield from (_seconds(value) for value in (*ranks, item.objective.within) if value is not None)


def _rank(axes: Axes, row: int, value: timedelta | None, look: tuple[float, str, str]) -> None:
    """A mark on the axis; one with no answer yet lies beyond its end, hollow."""
    longest, marker, colour = look
    at = longest * 1.55 if value is None else _seconds(value)
    face = "white" if value is None else colour
    axes.plot([at], [row], marker, color=face, markeredgecolor=marks.INK, markersize=9, zorder=3)


def _seconds(value: timedelta) -> float:
    return max(value.total_seconds(), 25.0)


# ---------------------------------------------------------------- why targets were missed


def causes(item: Standing) -> Chart:
    """How many misses had which likeliest cause."""
    ranked = report_words.causes(item)[:MOST_GROUPS]
    title = "Why targets were missed" + report_words.of_latest(item)
    said = "; ".join(f"{marks.name(cause, 60)} {count}" for cause, count in ranked)
    height = 1.2 + 0.45 * len(ranked) if ranked else _EMPTY
    return Chart(
        "causes", f"{title}: {said or 'none was'}.", height, lambda figure: _draw_causes(figure, title, ranked)
    )


def _draw_causes(figure: Figure, title: str, ranked: Sequence[tuple[str, int]]) -> None:
    axes = figure.subplots()
    axes.set_title(title)
    if not ranked:
        marks.say_nothing(axes, "None was.")
        return
    axes.barh(range(len(ranked)), [count for _, count in ranked], 0.6, color=marks.MISSED, hatch=marks.HATCH)
    for row, (_, count) in enumerate(ranked):
        marks.beside(axes, count, row, str(count))
    marks.rows(axes, [marks.name(cause, 40) or "not known" for cause, _ in ranked])
    axes.set_xlim(0, ranked[0][1] * 1.12)
    marks.counted(axes, "x")
