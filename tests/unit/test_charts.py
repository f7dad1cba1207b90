"""Pictures of reports: decoded by a real decoder, equal for equal values, telling the same without colours or eyes."""

from __future__ import annotations

import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest
import standings
from PIL import Image

from mailticket.outbound import charts
from mailticket.outbound.charts import Chart
from mailticket.outbound.wording import percent
from mailticket.sla.attainment import Report

REPORTS = {"no objective": standings.EMPTY, "none": standings.NONE, "one": standings.ONE, "500": standings.MANY}
DRAWERS: dict[str, Callable[[Report], Chart]] = {
    "objectives": charts.objectives,
    "percentiles": charts.percentiles,
    "weeks": lambda report: charts.weeks(report.standings[0]),
    "hours": lambda report: charts.hours(report.standings[0]),
    "causes": lambda report: charts.causes(report.standings[0]),
    "partners": lambda report: charts.groups("partners", "By partner", report.standings[0].by_partner),
}
EVERY = [
    pytest.param(report, drawer, id=f"{drawer}, {report}")
    for report in REPORTS
    for drawer in DRAWERS
    if report != "no objective" or drawer in ("objectives", "percentiles")
]


def words(chart: Chart) -> str:
    """Every text of the SVG."""
    root = ET.fromstring(charts.svg(chart))
    return " | ".join(text for item in root.iter() if (text := (item.text or "").strip()))


@pytest.mark.parametrize(("report", "drawer"), EVERY)
def test_a_picture_is_a_png_of_1200_dots_that_is_not_blank(report: str, drawer: str) -> None:
    octets = charts.png(DRAWERS[drawer](REPORTS[report]))

    picture = Image.open(io.BytesIO(octets))
    picture.load()
    assert (picture.format, picture.width) == ("PNG", 1200)
    assert len(picture.convert("L").getcolors(256) or ()) > 2
    assert not {"Software", "Creation Time"} & set(picture.info)


@pytest.mark.parametrize(("report", "drawer"), EVERY)
def test_the_same_values_give_the_same_octets(report: str, drawer: str) -> None:
    first, second = (DRAWERS[drawer](REPORTS[report]) for _ in range(2))

    assert charts.png(first) == charts.png(second)
    assert charts.svg(first) == charts.svg(second)


@pytest.mark.parametrize(("report", "drawer"), EVERY)
def test_an_svg_loads_and_links_nothing(report: str, drawer: str) -> None:
    chart = DRAWERS[drawer](REPORTS[report])
    text = charts.svg(chart).decode()

    root = ET.fromstring(text)
    links = [value for item in root.iter() for key, value in item.attrib.items() if key.endswith("href")]
    assert all(link.startswith("#") for link in links)
    assert not any(item.tag.endswith(("script", "image", "foreignObject")) for item in root.iter())
    assert len(text) < 60_000


def test_a_bar_says_in_words_whether_the_goal_is_met() -> None:
    found = words(charts.objectives(standings.MANY))

    assert "92 % of 500" in found
    assert "✓ goal met" in found
    assert "✗ goal missed (few)" in found
    assert "nothing judged yet" in found


def test_a_late_bar_is_hatched_as_well_as_coloured() -> None:
    missed = standings.report(standings.standing(standings.SEVERITY_A, 10, 30))

    assert b"<pattern" in charts.svg(charts.objectives(missed))
    assert b"<pattern" not in charts.svg(charts.objectives(standings.ONE))


def test_nothing_at_all_is_said_and_no_full_share_is_shown() -> None:
    for chart in (DRAWERS[name](standings.NONE) for name in DRAWERS if name != "objectives"):
        assert "100 %" not in words(chart)

    assert "nothing judged yet" in words(charts.objectives(standings.NONE))
    assert "No tickets in this period." in words(charts.weeks(standings.NONE.standings[0]))


def test_a_long_name_out_of_a_mail_is_cut_and_read_as_no_formula() -> None:
    found = words(charts.groups("partners", "By partner", {standings.HOSTILE: standings.group(3, 1)}))

    assert '<script src="https://evil…' in found
    assert "GmbH" not in found


def test_many_groups_are_the_first_ones_and_the_rest() -> None:
    groups = {f"Partner {at:03}": standings.group(1, at) for at in reversed(range(200))}

    chart = charts.groups("partners", "By partner", groups)

    assert "Partner 199" in words(chart)
    assert "189 others" in words(chart)
    assert chart.height < 7


def test_the_causes_say_when_they_are_only_of_the_latest_misses() -> None:
    item = replace(standings.MANY.standings[0], breach_count=90)

    assert "Why targets were missed (the latest 40 of 90)" in words(charts.causes(item))


@pytest.mark.parametrize("drawer", DRAWERS)
def test_a_picture_has_words_for_those_who_do_not_see_it(drawer: str) -> None:
    chart = DRAWERS[drawer](standings.MANY)

    assert chart.alt.endswith(".")
    assert any(sign.isdigit() for sign in chart.alt)


def test_names_of_causes_are_counted() -> None:
    assert "arrived outside opening hours 10" in charts.causes(standings.MANY.standings[0]).alt


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.8, "80 %"), (0.7999, "79.9 %"), (1.0, "100 %"), (0.9996, "99.9 %"), (0.29, "29 %"), (0, "0 %")],
)
def test_a_share_is_never_rounded_up_to_its_goal(share: float, said: str) -> None:
    assert percent(share) == said


def test_no_command_pays_for_pictures_it_does_not_draw() -> None:
    code = "import sys, mailticket.cli.main, mailticket.outbound.charts; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
