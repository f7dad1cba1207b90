"""A report in words, for the page and the mail: sentences and cells of tables. Pure; counts nothing, draws nothing.

Words out of mails come cut to a line without controls; the templates escape them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.config_sla import Objective
from mailticket.durations import in_words
from mailticket.outbound import clean, wording
from mailticket.sla.attainment import Attainment, Breach, Report, Standing

NAME = 60  # characters of a partner's or an agent's name
SMALL = "So few tickets cannot tell whether the desk keeps this goal."
UNKNOWN = "not known"
_AMOUNT = re.compile(
    r" (?:after|for)? ?\d+ (?:day|hour|minute|second)s?(?: \d+ (?:hour|minute|second)s?)*(?= |$|,)| when \d+ % was used"
)
BUDGET = "Budget: misses still allowed until the window ends, at the present pace; over: too many already."
KINDS = ("severity", "partner", "category", "agent")


@dataclass(frozen=True, slots=True)
class Row:
    """One objective, or one group of its tickets, as cells. ``verdict`` is ``met``, ``missed`` or "" for neither."""

    name: str
    goal: str
    share: str
    met: str
    missed: str
    pending: str
    excluded: str
    verdict: str
    budget: str
    small: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A table of rows: ``partner`` and its rows."""

    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """One breach as cells."""

    name: str
    severity: str
    partner: str
    agent: str
    arrived: str
    answered: str
    took: str
    cause: str


@dataclass(frozen=True, slots=True)
class Section:
    """Everything about one objective. ``misses_told`` says how many of the misses are shown when not all are."""

    key: str
    row: Row
    period: str
    sentences: tuple[str, ...]
    groups: tuple[Group, ...]
    misses: Collection[Miss]
    misses_told: str


def rows(report: Report) -> tuple[Row, ...]:
    return tuple(objective_row(item) for item in report.standings)


def verdicts(report: Report) -> str:
    """``2 of 8 goals missed, 4 had nothing to measure``: every objective is counted, none as kept unjudged; "" of none.

    One whose tickets are all still in time is not judged yet.
    """
    found = [item.attained for item in report.standings]
    missed, unjudged = found.count(False), found.count(None)
    waiting = sum(item.attained is None and item.total.pending > 0 for item in report.standings)
    parts = [
        f"{count} {words}"
        for count, words in ((waiting, "not judged yet"), (unjudged - waiting, "had nothing to measure"))
        if count
    ]
    if unjudged < len(found):
        parts.insert(0, _kept(missed, len(found) - unjudged, len(found)))
    return ", ".join(parts)


def _kept(missed: int, judged: int, of: int) -> str:
    if missed:
        return f"{missed} of {of} goals missed"
    return "every goal met" if judged == of else f"{judged} of {of} goals met"


def period(since: datetime, until: datetime, zone: ZoneInfo) -> str:
    """``1 to 31 October 2026``: the local days, both included."""
    first = since.astimezone(zone).date()
    last = (until - timedelta(microseconds=1)).astimezone(zone).date()
    if first == last:
        return day(first)
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    begin = f"{first.day}" if same_month else f"{first.day} {first:%B}" if same_year else day(first)
    return f"{begin} to {day(last)}"


def day(value: date) -> str:
    return f"{value.day} {value:%B} {value.year}"


def at(instant: datetime, zone: ZoneInfo) -> str:
    """``2026-11-23 10:00 EST``: short, for a table, and in an order that sorts."""
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M %Z}"


def goal(objective: Objective) -> str:
    within = f"within {in_words(objective.within)}" if objective.within else "within each one's own target"
    return f"{goal_share(objective)} {within}"


def goal_share(objective: Objective) -> str:
    """To the digit, for what is rounded down could read as reached."""
    return f"{objective.share * 100:g} %"


# ---------------------------------------------------------------- an objective


def objective_row(item: Standing) -> Row:
    verdict = "" if item.attained is None else "met" if item.attained else "missed"
    small = item.total.small and item.total.share is not None
    return _row(
        clean.one_line(item.objective.name, NAME), goal(item.objective), item.total, (verdict, budget(item), small)
    )


def _row(name: str, wanted: str, group: Attainment, told: tuple[str, str, bool]) -> Row:
    verdict, left, small = told
    return Row(
        name=name,
        goal=wanted,
        share="none yet" if group.share is None else wording.percent(group.share),
        met=str(group.met),
        missed=str(group.missed),
        pending=str(group.pending),
        excluded=str(group.left_out),
        verdict=verdict,
        budget=left,
        small=small,
    )


def budget(item: Standing) -> str:
    """How many more misses the window bears, in a sentence."""
    if not item.total.total:
        return "Nothing has arrived."
    if item.total.share is None:
        return "Nothing is judged yet."
    return f"{misses_left(item)}."


def misses_left(item: Standing) -> str:
    """The one figure that every report, page, mail and digest gives: of the whole window, at the present pace."""
    spent = item.budget
    return f"{_left(spent.expected_left)} until {day(spent.left_until)}{'' if spent.final else ' at the present pace'}"


def budgets(item: Standing) -> Iterator[str]:
    """What the budget is now, of what is judged so far, and what it is of the whole window; one where they are one."""
    spent, judged = item.budget, item.total.judged
    pace = "" if spent.burn_rate is None else f", at {spent.burn_rate:.2f} times the allowed rate"
    now = f"({spent.allowed} allowed of {judged} judged, {spent.used} used{pace})"
    if spent.final and spent.expected == judged:
        yield f"{misses_left(item)} {now}"
        return
    if judged:
        yield f"{_left(spent.left)} now {now}"
    yield f"{misses_left(item)} ({spent.expected_allowed} allowed of {spent.expected} expected, {spent.used} used)"


def _left(misses: int) -> str:
    count = _counted(abs(misses), "miss", "misses")
    return f"{count} left in the budget" if misses >= 0 else f"{count} over the budget"


def used_up(item: Standing) -> str:
    """On which day the budget was or will be used up, in a sentence; "" where that is not before the window's end."""
    spent = item.budget
    if not spent.missed_on:
        return ""
    over = spent.used > spent.expected_allowed
    return f"{'The budget was' if over else 'At this pace the budget is'} used up on {day(spent.missed_on)}."


def lowered(item: Standing) -> str:
    """In a sentence; "" where there are none."""
    if not item.lowered:
        return ""
    return f"Not counted as missed: {item.lowered} past due before the severity was changed."


def morning(item: Standing) -> str:
    """An objective in one sentence of the digest."""
    name = clean.one_line(item.objective.name, NAME)
    if item.total.share is None:
        return f"{name} has nothing judged yet (goal {goal_share(item.objective)})"
    share = wording.percent(item.total.share)
    return f"{name} stands at {share} (goal {goal_share(item.objective)}), {misses_left(item)}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def section(item: Standing, place: int, config: Config) -> Section:
    zone = ZoneInfo(config.desk.time_zone)
    shown = len(item.breaches)
    return Section(
        key=f"objective-{place}",
        row=objective_row(item),
        period=period(item.since, item.until, zone),
        sentences=tuple(_sentences(item)),
        groups=tuple(_groups(item)),
        misses=_Misses(item.breaches, config),
        misses_told=f"The latest {shown} of {item.breach_count}." if shown < item.breach_count else "",
    )


def _sentences(item: Standing) -> Iterator[str]:
    total, spent, took = item.total, item.budget, item.percentiles
    if not total.total:
        return
    if total.share is not None:
        low, high = wording.percent(total.low), wording.percent(total.high)
        yield f"With 95 % confidence the true share lies between {low} and {high}."
    yield from (f"{sentence}." for sentence in budgets(item))
    if burnt := used_up(item):
        yield burnt
    yield _sentence(spent.assumptions)
    ranks = (("half", took.p50), ("80 %", took.p80), ("95 %", took.p95))
    each = (f"{name} {f'within {in_words(value)}' if value is not None else 'not yet'}" for name, value in ranks)
    yield f"Answered: {', '.join(each)}."
    if item.unpaused and item.unpaused.share is not None:
        yield (
            f"If no clock ever stood still: {wording.percent(item.unpaused.share)}, "
            f"{item.unpaused.met} in time and {item.unpaused.missed} late."
        )
    if told := lowered(item):
        yield told
    for reason, count in total.excluded.items():
        yield f"Left out, {clean.one_line(reason, 120)}: {count}."


def _sentence(words: str) -> str:
    line = clean.one_line(words, 400)
    return f"{line[:1].upper()}{line[1:]}".rstrip(".") + "."


def _groups(item: Standing) -> Iterator[Group]:
    for kind in KINDS:
        found: Mapping[str, Attainment] = getattr(item, f"by_{kind}")
        if found:
            yield Group(kind, tuple(_group_row(kind, name, group) for name, group in found.items()))


def _group_row(kind: str, name: str, group: Attainment) -> Row:
    told = name.replace("_", " ") if kind == "category" else name
    return _row(clean.one_line(told, NAME) or UNKNOWN, "", group, ("", "", False))


@dataclass(frozen=True, slots=True)
class _Misses(Collection[Miss]):
    """The cells of each breach, made when they are printed: there may be very many."""

    breaches: Collection[Breach]
    config: Config

    def __len__(self) -> int:
        return len(self.breaches)

    def __contains__(self, item: object) -> bool:
        return any(item == miss for miss in self)

    def __iter__(self) -> Iterator[Miss]:
        zone = ZoneInfo(self.config.desk.time_zone)
        return (_miss(breach, zone, self.config) for breach in self.breaches)


def _miss(item: Breach, zone: ZoneInfo, config: Config) -> Miss:
    return Miss(
        name=f"{config.desk.name} #{item.ticket}" if item.ticket else "",
        severity=item.severity,
        partner=clean.one_line(item.partner, NAME) or UNKNOWN,
        agent=clean.one_line(item.agent, NAME) or "nobody",
        arrived=at(item.arrived, zone),
        answered=at(item.answered, zone) if item.answered else "not answered",
        took=f"{in_words(item.elapsed)} of {in_words(item.target)}",
        cause=clean.one_line(item.cause, 200),
    )


def of_latest(item: Standing) -> str:
    """What a heading over causes adds where not every miss is told; "" where all are."""
    shown = len(item.breaches)
    return f" (the latest {shown} of {item.breach_count})" if shown < item.breach_count else ""


def causes(item: Standing) -> tuple[tuple[str, int], ...]:
    """How many of the misses told had which likeliest cause, the most frequent first.

    How long something took is left out, so that what happened for one reason is counted as one.
    """
    counted = Counter(_AMOUNT.sub("", clean.one_line(miss.cause, 120)) for miss in item.breaches)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
