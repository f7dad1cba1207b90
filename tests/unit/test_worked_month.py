"""A month of four hundred tickets against figures that were found by counting minutes, a dozen of them by hand."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from mailticket.cli.figure_shapes import standing as shape
from mailticket.cli.json_stream import pieces
from mailticket.config import parse
from mailticket.config_sla import Objective
from mailticket.model import Event, EventType
from mailticket.sla.configured import EVER, OnRecord, document, from_config, policy_of, written
from mailticket.sla.judging import LINES, Measured, Verdict
from mailticket.sla.measured import Facts, lines
from mailticket.sla.policy import Measure, SlaPolicy
from mailticket.sla.standing import Judged, judge, standing
from mailticket.sla.window import Window

FOLDER = Path(__file__).parent / "month"
NAME = "America/New_York"
ZONE = ZoneInfo(NAME)
BEGIN = datetime(2026, 11, 1, tzinfo=ZONE).astimezone(UTC)
NOW = datetime(2026, 11, 27, 12, tzinfo=ZONE).astimezone(UTC)
MINUTE = timedelta(minutes=1)
NOVEMBER = Window(date(2026, 11, 1), date(2026, 11, 30), NAME)
OBJECTIVES = {
    "within 4 hours": Objective(name="within 4 hours", within=timedelta(hours=4)),
    "own target": Objective(name="own target"),
}
REQUIRED = """
[desk]
address = "desk@example.com"
time_zone = "America/New_York"
[imap]
host = "imap.example.com"
[smtp]
host = "smtp.example.com"
"""
EXPECTED = json.loads((FOLDER / "expected.json").read_text())


def tickets() -> list[Facts]:
    return [facts(*json.loads(line)) for line in (FOLDER / "tickets.jsonl").read_text().splitlines()]


def facts(number: int, partner: str, category: str, events: list[Any]) -> Facts:
    log = tuple(Event(EventType(kind), BEGIN + minute * MINUTE, data) for kind, minute, data in events)
    return Facts(number, partner, category, "", log)


def measured(policy: SlaPolicy) -> Measured:
    codes = {"": 0}
    packed = b"".join(
        line.packed(lambda name: codes.setdefault(name, len(codes)))
        for item in tickets()
        for line in lines(item, policy)
        if line.clock.measure is Measure.FIRST_RESPONSE
    )
    return Measured(np.frombuffer(packed, dtype=LINES), tuple(codes), policy, NAME, NOW)


@pytest.fixture(scope="module")
def month() -> dict[str, Judged]:
    found = measured(from_config(parse(REQUIRED, Path("config.toml"))))
    return {name: judge(objective, NOVEMBER, found) for name, objective in OBJECTIVES.items()}


@pytest.mark.parametrize("name", OBJECTIVES)
def test_every_count_is_as_counted_minute_by_minute(month, name):
    found = standing(month[name])

    total = {"met": found.total.met, "missed": found.total.missed, "pending": found.total.pending}
    assert {**total, **found.total.excluded} == {"pending": 0, **EXPECTED[name]["totals"]}
    assert sum(EXPECTED[name]["totals"].values()) == found.total.total == 400
    for severity, counts in EXPECTED[name]["by_severity"].items():
        group = found.by_severity[severity]
        assert (group.met, group.missed) == (counts.get("met", 0), counts.get("missed", 0))


@pytest.mark.parametrize("name", OBJECTIVES)
def test_the_same_tickets_missed(month, name):
    judged = month[name]

    missed = judged.chosen[judged.verdicts[judged.chosen] == 1]
    assert sorted(judged.measured.lines["ticket"][missed].tolist()) == EXPECTED[name]["missed"]


@pytest.mark.parametrize(
    ("number", "used", "within_4_hours", "own_target"),
    [
        pytest.param(1, 536, "missed", "missed", id="C, Fri 6th 09:06 to 18:02"),
        pytest.param(4, 141, "met", "met", id="C, Wed 4th 10:21 to 12:42"),
        pytest.param(7, 188, "met", "met", id="C, Tue 3rd 04:23 to 09:08: from 06:00"),
        pytest.param(8, 0, "met", "met", id="C, Sat 21st 17:56 to Sun 14:20"),
        pytest.param(13, 299, "missed", "missed", id="A, Sun 1st 14:19 to 19:18, 24x7"),
        pytest.param(20, 840, "missed", "missed", id="B, Mon 9th 20:31 to Veterans Day: Tuesday alone"),
        pytest.param(24, 174, "met", "missed", id="B, Tue 10th 17:06 to 21:33: until 20:00"),
        pytest.param(27, 113, "met", "missed", id="A, Mon 9th 09:36 to 11:29"),
        pytest.param(30, 209, "met", "met", id="C, Mon 2nd 16:31 to Tue 01:15: until 20:00"),
        pytest.param(33, 60, "met", "met", id="A, Thanksgiving 11:36 to 12:36: exactly at the end"),
        pytest.param(37, 1680, "missed", "missed", id="B, Thu 5th 00:41 to Sat 03:31: two whole days"),
        pytest.param(39, 0, "missed", "missed", id="C, Thu 19th, closed at night without an answer"),
        pytest.param(45, 7080, "missed", "missed", id="C, Sat 14th until now: 8 days and 6 hours of Friday"),
        pytest.param(48, 183, "met", "met", id="C, Tue 17th 16:57 to Wed 01:13: until 20:00"),
    ],
)
def test_these_are_as_worked_out_by_hand(month, number, used, within_4_hours, own_target):
    judged = month["within 4 hours"]
    (place,) = np.flatnonzero(judged.measured.lines["ticket"] == number)

    verdicts = [Verdict(month[name].verdicts[place]).name.lower() for name in OBJECTIVES]

    assert int(judged.measured.elapsed[place]) * timedelta(microseconds=1) == used * MINUTE
    assert verdicts == [within_4_hours, own_target]


@pytest.mark.parametrize("name", OBJECTIVES)
def test_the_percentiles_are_those_ranks(month, name):
    found = standing(month[name]).percentiles

    expected = [None if rank is None else rank * MINUTE for rank in EXPECTED[name]["percentiles_in_minutes"]]
    assert [found.p50, found.p80, found.p95] == expected


@pytest.mark.parametrize("name", OBJECTIVES)
def test_hours_that_change_next_month_leave_every_figure_as_it_was(month, name):
    config = parse(REQUIRED, Path("config.toml"))
    other = parse(REQUIRED + '[calendars.desk]\nmonday = "10:00-12:00"\nholidays = ""\n', Path("config.toml"))
    december = datetime(2026, 12, 1, tzinfo=ZONE).astimezone(UTC)
    changed = policy_of((OnRecord(1, EVER, written(document(config))), OnRecord(2, december, written(document(other)))))

    after = standing(judge(OBJECTIVES[name], NOVEMBER, measured(changed)))

    assert changed != from_config(config)
    assert "".join(pieces(shape(after))) == "".join(pieces(shape(standing(month[name]))))
