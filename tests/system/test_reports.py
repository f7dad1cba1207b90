"""Reports people look at, through the command: the page, what if, and the mail of the month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from desk import Desk, Tables, embedded_desk
from mails import COMPLETE, INCOMPLETE, letter, new_customer

SOON: Tables = {"sla.targets.C": {"first_response": "30m", "calendar": "24x7"}}
HOSTILE = COMPLETE.replace("Northfold IT", "Northfold <b onclick=alert(1)>& Sons</b>")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Three tickets: one answered, one open, one of a partner with an odd name."""
    with embedded_desk(tmp_path_factory.mktemp("reports"), SOON) as made:
        for text in (INCOMPLETE, INCOMPLETE, HOSTILE):
            made.run("ingest", stdin=bytes(letter(new_customer(), text)))
        made.tell("reply", "1001", "--message", "It works again.", "--agent", "Robin Hale")
        made.run("run", "--once")
        yield made


def test_the_page_is_written_to_a_file_and_to_standard_output(desk: Desk) -> None:
    file = desk.folder / "report.html"

    desk.tell("report", "--html", str(file))
    printed = desk.tell("report", "--html", "-", "--objective", "first response")

    HTMLParser().feed(file.read_text("utf-8"))
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "TechOps: how the desk keeps its objectives" in printed
    assert "severity A" not in printed
    assert "<b onclick" not in printed


def test_how_many_goals_are_kept_is_told_of_as_many_as_are_listed(desk: Desk) -> None:
    """Of eight, one answer is judged by two objectives; a third has a ticket that is still in time."""
    told = "2 of 8 goals met, 1 not judged yet, 5 had nothing to measure"
    answered = [item["name"] for item in desk.json("report")["objectives"] if item["attained"] is not None]

    assert answered == ["first response", "severity C"]
    assert told in " ".join(desk.tell("report").split())
    assert f"<strong>{told}.</strong>" in desk.tell("report", "--html", "-")


def test_the_budget_is_told_in_the_same_words_in_the_table_the_detail_and_on_the_page(desk: Desk) -> None:
    budget = desk.json("report")["objectives"][0]["budget"]
    terminal = " ".join(desk.tell("report", "--objective", "first response").split())
    page = desk.tell("report", "--html", "-", "--objective", "first response")
    legend = "Budget: misses still allowed until the window ends, at the present pace; over: too many already."

    now = f"{budget['left']} misses left in the budget now ({budget['allowed']} allowed of 1 judged, 0 used"
    assert f"{budget['expected_left']} left " in terminal
    for shown in (terminal, page):
        assert legend in shown
        assert now in shown
        assert f"({budget['expected_allowed']} allowed of {budget['expected']} expected, 0 used)" in shown


def test_groups_stand_in_the_same_order_whatever_shows_them(desk: Desk) -> None:
    """The two of severity C make the larger group, and come second all the same."""
    shape, page = desk.json("report"), desk.tell("report", "--html", "-", "--objective", "first response")
    table = [line.split(",") for line in desk.tell("report", "--csv").splitlines()]
    terminal = [line.split()[0] for line in desk.tell("report").splitlines() if line[:2] in ("A ", "B ", "C ")]

    assert list(shape["by_severity"]) == ["B", "C"] == terminal
    assert list(shape["objectives"][0]["by_severity"]) == ["B", "C"]
    assert [name for _, _, _, group, name, *_ in table if group == "severity"][:2] == ["B", "C"]
    assert re.findall(r'<th scope="row">(B|C)</th>', page) == ["B", "C"]
    assert list(shape["by_partner"]) == ["", "Northfold <b onclick=alert(1)>& Sons</b>"]


def test_a_page_that_cannot_be_written_is_one_line(desk: Desk) -> None:
    file = desk.folder / "no such folder" / "report.html"

    result = desk.ask("report", "--html", str(file))

    assert result.exit_code == 73
    assert result.stderr == f"mailticket: report: {file} cannot be written: No such file or directory\n"


def test_two_ways_at_once_are_a_mistake(desk: Desk) -> None:
    result = desk.ask("report", "--html", "-", "--json")

    assert result.exit_code == 64
    assert result.stderr == "mailticket: report: --json and --html exclude each other\n"


# ---------------------------------------------------------------- what if


def test_what_if_shows_both_shares_and_the_difference(desk: Desk) -> None:
    before = (desk.folder / "state" / "mailticket.db").read_bytes()

    found = desk.json("report", "--what-if", "A=1m", "--what-if", "B=1s", "--what-if", "C=1s")
    own = next(item for item in found["objectives"] if item["name"] == "own targets")

    assert len(found["assumptions"]) == 3
    assert (own["really"]["missed"], own["what_if"]["missed"]) == (0, 3)
    assert own["difference"] == {"met": -1, "missed": 3, "pending": -2}
    assert (desk.folder / "state" / "mailticket.db").read_bytes() == before


def test_what_if_in_the_terminal_says_what_is_assumed(desk: Desk) -> None:
    told = " ".join(desk.tell("report", "--what-if", "hours=Mon-Fri 08:00-18:00", "--what-if", "calendar=24x7").split())

    assert "the desk is staffed Mon-Fri 08:00-18:00, public holidays as now" in told
    assert "everything is counted in the calendar 24x7" in told
    assert "first response" in told


def test_what_if_names_the_time_that_was_measured_and_the_time_supposed(desk: Desk) -> None:
    told = desk.tell("report", "--what-if", "C=10m").splitlines()
    shape = desk.json("report", "--what-if", "C=10m")["objectives"]

    rows = [" ".join(line.split()) for line in told]
    assert "objective goal as measured supposed in time late" in rows
    assert "severity C 80 % 4h: 100 % of 1 10m: 100 % of 1 0 0" in rows
    assert "severity B 80 % 2h: nothing judged 2h: nothing judged 0 0" in rows
    (changed,) = (item for item in shape if item["name"] == "severity C")
    assert (changed["within_seconds"], changed["supposed_within_seconds"]) == (4 * 3600, 600)


def test_a_bad_assumption_is_one_line(desk: Desk) -> None:
    result = desk.ask("report", "--what-if", "calendar=moon")

    assert result.exit_code == 64
    assert result.stderr == (
        'mailticket: report: --what-if "calendar=moon": no calendar "moon" is defined; known are 24x7, desk\n'
    )


# ---------------------------------------------------------------- by mail


def test_a_report_is_mailed_to_whom_it_is_asked_for(desk: Desk) -> None:
    told = desk.tell("report", "--mail", "lead@staff.test", "--since", "2026-01-01")
    desk.run("run", "--once")

    (mail,) = desk.sent_to("lead@staff.test")
    assert told == "queued to lead@staff.test\n"
    assert b"multipart/related" in mail.octets
    assert b"Content-ID: <objectives." in mail.octets


def test_what_is_no_address_is_one_line(desk: Desk) -> None:
    result = desk.ask("report", "--mail", "lead")

    assert (result.exit_code, result.stderr) == (64, "mailticket: report: lead is no mail address\n")
