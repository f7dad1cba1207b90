"""A report as a mail: what the templates ``mail/report`` may print, and its pictures as images inside the mail. Pure.

Outlook for Windows shows mails with Word: no SVG, no data: addresses, and widths it must be told in attributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.config_sla import OBJECTIVES
from mailticket.inline_image import InlineImage
from mailticket.outbound import charts, report_words, wording
from mailticket.outbound.charts import Chart
from mailticket.outbound.report_words import Row
from mailticket.sla.attainment import Attainment, Budget, Percentiles, Report, Standing

_DOTS = 80  # pixels of the screen an inch: 600 for a chart's whole width
_CAUSES = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The whole mail. ``verdicts`` says how many goals are missed; ``causes`` are of the first objective, ``of_latest``
    says of how many of its misses where not of all."""

    period: str = ""
    at: str = ""
    rows: tuple[Row, ...] = ()
    verdicts: str = ""
    causes: tuple[tuple[str, int], ...] = ()
    of_latest: str = ""
    small: str = report_words.SMALL


def words(report: Report | None, config: Config) -> Words:
    """Of a mail that is no report: nothing."""
    if report is None:
        return Words()
    zone = ZoneInfo(config.desk.time_zone)
    return Words(
        report_words.period(report.since, report.until, zone),
        wording.moment(report.now, zone),
        report_words.rows(report),
        report_words.verdicts(report),
        report_words.causes(report.standings[0])[:_CAUSES] if report.standings else (),
        report_words.of_latest(report.standings[0]) if report.standings else "",
    )


def images(report: Report) -> tuple[InlineImage, ...]:
    """The pictures of all objectives, and of the first one week by week, where there is anything to see."""
    return tuple(
        InlineImage(chart.name, chart.alt, charts.png(chart), round(charts.WIDTH * _DOTS), round(chart.height * _DOTS))
        for chart in _charts(report)
    )


def _charts(report: Report) -> Iterator[Chart]:
    if not any(item.total.total for item in report.standings):
        return
    first = report.standings[0]
    yield charts.objectives(report)
    if first.total.total:
        yield charts.weeks(first)
        yield charts.hours(first)
    if first.breaches:
        yield charts.causes(first)


def sample(now: datetime) -> Report:
    """An invented report for ``mailticket check``."""
    since, day = now - timedelta(days=31), date(2026, 11, 30)
    total = Attainment(1, 1, 0, {}, 0.5, 0.09, 0.9, small=True)
    budget = Budget(0, 1, -1, 2.5, day, 2, 0, -1, None, "a sample")
    item = Standing(
        objective=OBJECTIVES[0],
        since=since,
        until=now,
        total=total,
        unpaused=None,
        budget=budget,
        percentiles=Percentiles(None, None, None),
        by_severity={"C": total},
        by_partner={},
        by_category={},
        by_agent={},
        by_hour={},
        weeks=(),
        breaches=(),
        breach_count=1,
    )
    return Report(since, now, now, (item,))
