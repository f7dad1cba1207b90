"""The page of a report: whole by itself, well formed, and harmless whatever stood in a mail."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import standings

from mailticket import config as configuration
from mailticket.outbound import report_page, report_words
from mailticket.outbound.render import Renderer
from mailticket.sla.attainment import Report, Standing

CONFIG = configuration.parse(
    '[desk]\naddress = "TechOps@desk.example"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n', Path("config.toml")
)
REPORTS = {"no objective": standings.EMPTY, "none": standings.NONE, "one": standings.ONE, "500": standings.MANY}
VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """Tags with their attributes, the words, and what was not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        self.unbalanced += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(report: Report) -> str:
    return Renderer().page("report", report_page.variables(report, CONFIG))


@pytest.fixture(scope="module")
def many() -> Page:
    return Page(page(standings.MANY))


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_is_balanced_and_loads_nothing_from_outside(name: str) -> None:
    text = page(REPORTS[name])

    found = Page(text)
    addresses = [value for _, attrs in found.tags for key, value in attrs.items() if key in ("src", "href", "action")]
    style = "".join(re.findall(r"<style>.*?</style>", text, re.S))
    assert found.unbalanced == []
    assert all(address.startswith(("data:image/svg+xml;base64,", "#")) for address in addresses)
    assert "url(" not in style
    assert "@import" not in style
    assert not {"script", "iframe", "object", "embed", "link", "form"} & {tag for tag, _ in found.tags}
    assert not [key for _, attrs in found.tags for key in attrs if key.startswith("on")]


def test_ids_are_given_once_and_every_reference_has_its_target(many: Page) -> None:
    ids = [attrs["id"] for _, attrs in many.tags if "id" in attrs]
    wanted = [attrs["href"][1:] for attrs in many.named("a")]
    wanted += [attrs["aria-labelledby"] for _, attrs in many.tags if "aria-labelledby" in attrs]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


def test_every_heading_of_a_table_has_its_scope_and_every_picture_its_words(many: Page) -> None:
    assert many.named("th")
    assert all(attrs.get("scope") in ("col", "row") for attrs in many.named("th"))
    assert many.named("img")
    assert all(attrs["alt"].endswith(".") for attrs in many.named("img"))
    assert "TechOps: objectives, 1 to 31 October 2026" in many.text
    assert many.named("html") == [{"lang": "en"}]


def test_the_pictures_are_whole_drawings(many: Page) -> None:
    for attrs in many.named("img"):
        octets = base64.b64decode(attrs["src"].partition(",")[2], validate=True)
        assert ET.fromstring(octets).tag == "{http://www.w3.org/2000/svg}svg"


def test_words_out_of_mails_are_words(many: Page) -> None:
    assert many.named("script") == []
    assert '<script src="https://evil.example/x.js">' in many.text
    assert "\x1b" not in many.text
    assert "\u202e" not in many.text


def test_every_objective_has_its_share_its_budget_and_its_warning(many: Page) -> None:
    assert "80 % within 4 hours" in many.text
    assert "60 misses left in the budget until 31 October 2026." in many.text
    assert "4 misses over the budget until 31 October 2026." in many.text
    assert report_words.SMALL in many.text
    assert "If no clock ever stood still: 91.8 %, 459 in time and 41 late." in many.text
    assert "Left out, out of scope: redirected by rule: 3." in many.text


def test_every_miss_is_listed_with_its_cause(many: Page) -> None:
    assert "TechOps #1012" in many.text
    assert "arrived outside opening hours" in many.text
    assert "5 hours of 4 hours" in many.text


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (standings.EMPTY, ""),
        (standings.NONE, "1 had nothing to measure"),
        (standings.ONE, "every goal met"),
        (standings.MANY, "1 of 4 goals missed, 1 had nothing to measure"),
        (standings.report(standings.standing(standings.FIRST, 0, 0, 2)), "1 not judged yet"),
        (
            standings.report(standings.standing(standings.FIRST, 1, 0), standings.standing(standings.PHONE, 0, 0, 2)),
            "1 of 2 goals met, 1 not judged yet",
        ),
    ],
)
def test_every_objective_is_told_as_missed_met_or_unjudged(report: Report, said: str) -> None:
    assert report_words.verdicts(report) == said


def test_the_page_of_nothing_says_so() -> None:
    none, empty = Page(page(standings.NONE)).text, Page(page(standings.EMPTY)).text

    assert "Nothing has arrived." in none
    assert "100 %" not in none
    assert "No objective is configured." in empty


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2026-10-01T04:00Z", "2026-11-01T04:00Z", "1 to 31 October 2026"),
        ("2026-10-01T04:00Z", "2026-10-02T04:00Z", "1 October 2026"),
        ("2026-09-28T04:00Z", "2026-10-05T04:00Z", "28 September to 4 October 2026"),
        ("2025-12-29T05:00Z", "2026-01-05T05:00Z", "29 December 2025 to 4 January 2026"),
    ],
)
def test_a_period_is_told_by_its_local_days(since: str, until: str, said: str) -> None:

    begin, end = datetime.fromisoformat(since), datetime.fromisoformat(until)

    assert report_words.period(begin, end, ZoneInfo("America/New_York")) == said


@pytest.mark.parametrize(
    ("cause", "counted"),
    [
        ("answered 2 hours late", "answered late"),
        ("answered 1 hour 6 minutes late", "answered late"),
        ("answered 45 seconds late", "answered late"),
        ("given up after 3 minutes", "given up"),
        ("never assigned", "never assigned"),
        ("severity raised when 80 % was used", "severity raised"),
    ],
)
def test_causes_are_counted_without_how_long_it_took(cause: str, counted: str) -> None:
    item = replace(standings.MANY.standings[0], breaches=(standings.breach(1, cause),))

    assert report_words.causes(item) == ((counted, 1),)


def spent(judged: int, missed: int, share: float = 0.8, **of: object) -> Standing:
    item = standings.standing(standings.FIRST.model_copy(update={"share": share}), judged - missed, missed)
    return replace(item, budget=replace(item.budget, **of))


def test_what_is_left_of_an_objective_is_one_figure_in_the_digest_and_on_the_page():
    told = [
        report_words.morning(item)
        for item in (
            spent(1200, 100, left=140, expected_left=3),
            spent(4, 2, left=-2, expected_left=-1),
            spent(10000, 1, 0.9995, left=4, expected_left=1),
            spent(0, 0),
        )
    ]

    assert told == [
        "first response stands at 91.6 % (goal 80 %), 3 misses left in the budget until 31 October 2026",
        "first response stands at 50 % (goal 80 %), 1 miss over the budget until 31 October 2026",
        "first response stands at 99.9 % (goal 99.95 %), 1 miss left in the budget until 31 October 2026",
        "first response has nothing judged yet (goal 80 %)",
    ]
    assert report_words.budget(spent(1200, 100, left=140, expected_left=3)) == (
        "3 misses left in the budget until 31 October 2026."
    )


@pytest.mark.parametrize(("final", "pace"), [(False, " at the present pace"), (True, "")])
def test_the_budget_now_and_that_of_the_window_are_told_in_the_same_words(final, pace):
    item = spent(100, 10, expected=200, expected_allowed=40, expected_left=30, final=final)

    assert list(report_words.budgets(item)) == [
        "10 misses left in the budget now (20 allowed of 100 judged, 10 used, at 0.50 times the allowed rate)",
        f"30 misses left in the budget until 31 October 2026{pace} (40 allowed of 200 expected, 10 used)",
    ]


def test_the_budget_of_a_window_that_is_over_is_told_once():
    assert list(report_words.budgets(spent(100, 30, final=True))) == [
        "10 misses over the budget until 31 October 2026 (20 allowed of 100 judged, 30 used, at 1.50 times the allowed "
        "rate)"
    ]


@pytest.mark.parametrize(
    ("allowed", "told"),
    [(50, "At this pace the budget is used up on 20 October 2026."), (5, "The budget was used up on 20 October 2026.")],
)
def test_a_budget_that_is_used_up_already_is_not_foretold(allowed, told):
    assert report_words.used_up(spent(100, 10, expected_allowed=allowed, missed_on=date(2026, 10, 20))) == told
