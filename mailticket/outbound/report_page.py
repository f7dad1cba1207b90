"""A report as one page that needs nothing else: no address outside, no script, the pictures inside it. Pure.

What the template ``web/report.html.j2`` may print; the words are ``report_words``', the pictures ``charts``'.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from mailticket.config import Config
from mailticket.outbound import charts, report_words, wording
from mailticket.outbound.charts import Chart
from mailticket.sla.attainment import Report, Standing


@dataclass(frozen=True, slots=True)
class Picture:
    """A data: address (RFC 2397), and the same in words."""

    source: str
    alt: str


def variables(report: Report, config: Config) -> dict[str, object]:
    """Everything the page may print, by name.

    desk      the [desk] table; period, at: the days of the report and when it was made, in the desk's zone
    verdicts  how many goals are missed; rows: ``report_words.Row`` of every objective; pictures: of all together
    budget    what the column of that name says
    small     the warning for an objective of so few tickets that they tell nothing
    sections  of each objective ``report_words.Section`` with its pictures
    """
    zone = ZoneInfo(config.desk.time_zone)
    return {
        "desk": config.desk,
        "period": report_words.period(report.since, report.until, zone),
        "at": wording.moment(report.now, zone),
        "verdicts": report_words.verdicts(report),
        "rows": report_words.rows(report),
        "budget": report_words.BUDGET,
        "small": report_words.SMALL,
        "pictures": tuple(picture(item) for item in (charts.objectives(report), charts.percentiles(report))),
        "sections": tuple(
            (report_words.section(item, place, config), tuple(_pictures(item)))
            for place, item in enumerate(report.standings, 1)
        ),
    }


def _pictures(item: Standing) -> Iterator[Picture]:
    """None of an objective that nothing matches: its section says so."""
    if not item.total.total:
        return
    yield picture(charts.weeks(item))
    yield picture(charts.hours(item))
    if item.breaches:
        yield picture(charts.causes(item))
    if len(item.by_partner) > 1:
        yield picture(charts.groups("partners", "By partner", item.by_partner))
    if len(item.by_agent) > 1:
        yield picture(charts.groups("agents", "By agent", item.by_agent))


def picture(chart: Chart) -> Picture:
    return Picture(f"data:image/svg+xml;base64,{base64.b64encode(charts.svg(chart)).decode('ascii')}", chart.alt)
