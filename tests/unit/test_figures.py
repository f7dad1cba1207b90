"""The report on objectives as other programs and people read it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console

from mailticket.cli import figure_display, figure_shapes
from mailticket.config import parse
from mailticket.config_sla import Objective
from mailticket.sla.attainment import Attainment, Breach, Budget, Percentiles, Report, Standing

CONFIG = parse(
    '[desk]\naddress = "desk@example.com"\n[imap]\nhost = "i.example.com"\n[smtp]\nhost = "s.example.com"\n',
    Path("config.toml"),
)
NOW = datetime(2026, 11, 20, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)
EIGHT_OF_TEN = Attainment(8, 2, 1, {"spam": 3}, 0.8, 0.49, 0.94, True)
BREACH = Breach(1042, "C", "Contoso", "", "Kim", NOW, None, None, NOW, NOW, 5 * HOUR, 4 * HOUR, "never assigned")


def a_standing(total: Attainment = EIGHT_OF_TEN, **named: object) -> Standing:
    budget = Budget(2, 2, 0, 1.0, date(2026, 11, 30), 15, 3, 1, date(2026, 11, 28), "at this pace")
    empty = total.total == 0
    return Standing(
        objective=Objective(name="first response", within=4 * HOUR),
        since=datetime(2026, 11, 1, 4, tzinfo=UTC),
        until=datetime(2026, 12, 1, 5, tzinfo=UTC),
        total=total,
        unpaused=None,
        budget=budget,
        percentiles=Percentiles(HOUR, 3 * HOUR, None),
        by_severity={} if empty else {"C": total},
        by_partner={} if empty else {"=1+1": total, "Contoso": total},
        by_category={},
        by_agent={},
        by_hour={} if empty else {"09": total},
        weeks=() if empty else ((date(2026, 11, 16), total),),
        breaches=() if empty else (BREACH,),
        breach_count=total.missed,
    )


def a_report(*standings: Standing) -> Report:
    return Report(standings[0].since, standings[0].until, NOW, standings)


def printed(report: Report) -> str:
    console = Console(file=io.StringIO(), width=80)
    console.print(figure_display.report(report, CONFIG))
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_what_earlier_programs_read_is_that_of_the_first_objective():
    shape = figure_shapes.report(a_report(a_standing(), a_standing(Attainment())))

    assert shape["objective"]["within_seconds"] == 14400
    kept = {key: shape["objective"][key] for key in ("share", "met", "missed", "pending", "excluded", "attained")}
    assert kept == {"share": 0.8, "met": 8, "missed": 2, "pending": 1, "excluded": {"spam": 3}, "attained": 0.8}
    assert shape["objective"]["budget_left"] == 0
    assert (list(shape["by_partner"]), next(shape["breaches"])["ticket"]) == (["=1+1", "Contoso"], 1042)
    assert [item["tickets"] for item in shape["objectives"]] == [14, 0]
    assert shape["objectives"][0]["percentiles"] == {"p50_seconds": 3600, "p80_seconds": 10800, "p95_seconds": None}


def test_the_table_has_a_line_for_each_group_and_no_formula():
    heading, *lines = figure_shapes.table(a_report(a_standing()))

    assert [line[heading.index("group")] for line in lines] == [
        "total",
        "severity",
        "partner",
        "partner",
        "hour",
        "week",
    ]
    assert "'=1+1" in [line[heading.index("name")] for line in lines]
    assert all(len(line) == len(heading) for line in lines)


@pytest.mark.parametrize(
    "name", ["=1+1", " =1+1", "\n=1+1", "\t\n +1", "＝1+1", "　＠SUM(A1)", "－1", "\u00a0-1", "\rx"]
)
def test_no_name_becomes_a_formula_whatever_stands_before_it(name):
    item = replace(a_standing(), by_partner={name: EIGHT_OF_TEN})

    heading, *lines = figure_shapes.table(a_report(item))

    assert f"'{name}" in [line[heading.index("name")] for line in lines]


def test_a_name_with_a_sign_inside_stays_as_it_is():
    item = replace(a_standing(), by_partner={"Smith-Jones & Co": EIGHT_OF_TEN})

    assert any("Smith-Jones & Co" in line for line in figure_shapes.table(a_report(item)))


def test_the_terminal_says_what_is_left_and_until_when():
    said = " ".join(printed(a_report(a_standing())).split())

    assert "80 % in 4h 80 %" in said
    assert "1 miss left in the budget until 30 November 2026 at the present pace" in said
    assert "At this pace the budget is used up on 28 November 2026." in said
    assert "too few tickets to tell" in said
    assert "95 % unanswered" in said
    assert "2 misses, the latest 1 of them" in said
    assert "never assigned" in said


def test_a_share_just_below_its_goal_never_reads_as_reached():
    said = " ".join(printed(a_report(a_standing(Attainment(7996, 2004, share=0.7996)))).split())

    assert "79.9 %" in said
    assert "80.0" not in said
    assert "80%" not in said


def test_an_objective_that_nothing_matches_says_so():
    said = printed(a_report(a_standing(Attainment())))

    assert "0 tickets: nothing matches this objective" in said
    assert "100" not in said


def test_a_sparkline_is_blank_where_nothing_was_judged():
    assert figure_display.sparkline([0.0, None, 0.5, 1.0]) == "▁ ▅█"
