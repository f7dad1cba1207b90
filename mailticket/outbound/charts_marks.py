"""What the pictures of a report share: colours and hatches, bars of counts, axes of shares and of whole numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from mailticket.outbound import clean, wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LONGEST_NAME = 26
MOST_TICKS = 9
INK, PALE, GRID = "#1a1a1a", "#595959", "#d9d9d9"
MET, MISSED, PENDING = "#0072b2", "#e69f00", "#c9c9c9"
HATCH = "////"
TEXT = 11.5
STYLE: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib: every machine draws the same
    "font.size": TEXT,
    "text.parse_math": False,  # a partner may be called "$100 Store"
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": PALE,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 13,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.axisbelow": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.color": INK,
    "hatch.linewidth": 0.7,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "svg.fonttype": "none",  # text stays text: small, sharp, to be searched
}


def name(text: str, limit: int = LONGEST_NAME) -> str:
    return clean.one_line(text, limit)


def say_nothing(axes: Axes, words: str) -> None:
    axes.set_axis_off()
    axes.text(0.0, 0.5, words, transform=axes.transAxes, va="center", color=PALE)


def stack(axes: Axes, at: int, counts: tuple[int, int, int], *, upright: bool = False) -> None:
    """In time, late, and still waiting: each of a look of its own."""
    begin = 0
    for count, colour, hatch in zip(counts, (MET, MISSED, PENDING), (None, HATCH, "||"), strict=True):
        look: dict[str, Any] = {"color": colour, "hatch": hatch, "edgecolor": INK, "linewidth": 0.4}
        if count and upright:
            axes.bar(at, count, 0.7, bottom=begin, **look)
        elif count:
            axes.barh(at, count, 0.7, left=begin, **look)
        begin += count


def beside(axes: Axes, end: int, row: int, words: str) -> None:
    """What a bar amounts to, a little to the right of its end."""
    axes.annotate(words, (end, row), xytext=(6, 0), textcoords="offset points", va="center")


def legend(figure: Figure) -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415

    looks = (("in time", MET, None), ("late", MISSED, HATCH), ("waiting, still in time", PENDING, "||"))
    handles = [
        Patch(facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.4, label=word) for word, colour, hatch in looks
    ]
    figure.legend(handles=handles, loc="outside lower left", ncols=3, frameon=False, fontsize=TEXT)


def rows(axes: Axes, names: Sequence[str]) -> None:
    """The first row on top."""
    axes.set_yticks(range(len(names)), list(names))
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)


def share_axis(axes: Axes, which: Literal["x", "y"] = "x") -> None:
    shares = (0, 0.25, 0.5, 0.75, 1)
    words = [wording.percent(share) for share in shares]
    if which == "x":
        axes.set_xlim(0, 1.0)
        axes.set_xticks(shares, words)
    else:
        axes.set_ylim(0, 1.04)
        axes.set_yticks(shares, words)
    axes.grid(axis=which, color=GRID)


def counted(axes: Axes, which: Literal["x", "y"]) -> None:
    """Whole tickets."""
    axes.locator_params(axis=which, integer=True, nbins=5)
    axes.grid(axis=which, color=GRID)


def thinned(axes: Axes, words: Sequence[str]) -> None:
    """Few enough labels that they do not touch, the last one always among them."""
    step = max(1, math.ceil(len(words) / MOST_TICKS))
    kept = range((len(words) - 1) % step, len(words), step)
    axes.set_xticks(list(kept), [words[at] for at in kept])
