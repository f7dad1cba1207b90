"""The mail of the morning: on which days and until when it is due, what counts as overnight, its sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mailticket.config import Agent, Config, Desk, Imap, Smtp
from mailticket.config import Digest as Settings
from mailticket.desk.digest import Morning, closed_since, due_day, recipients
from mailticket.sla.calendar import BusinessCalendar

ZONE = ZoneInfo("America/New_York")
DESK = BusinessCalendar("America/New_York", (((time(6), time(20)),),) * 5 + ((), ()), "US")
INSTALLED = datetime(2026, 11, 2, 15, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def config(at: str = "07:30", *agents: Agent) -> Config:
    desk = Desk(address="techops@desk.test")
    settings = Settings.model_validate({"at": at})
    return Config(desk=desk, imap=Imap(host="localhost"), smtp=Smtp(host="localhost"), agents=agents, digest=settings)


def local(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A time of 2026 at the desk; 23 November is a Monday, the 26th Thanksgiving."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        pytest.param(local(23, 7, 29), None, None, id="a minute too early"),
        pytest.param(local(23, 7, 30), None, MONDAY, id="at its time"),
        pytest.param(local(23, 7, 30), MONDAY, None, id="once a day"),
        pytest.param(local(24, 7, 31), MONDAY, TUESDAY, id="the next day again"),
        pytest.param(local(23, 11, 59), None, MONDAY, id="made up for within the morning"),
        pytest.param(local(23, 12), None, None, id="not after noon"),
        pytest.param(local(22, 8), None, None, id="a Sunday"),
        pytest.param(local(26, 8), None, None, id="a holiday"),
        pytest.param(local(2, 11), None, None, id="the day of installation"),
        pytest.param(local(3, 7, 30), None, date(2026, 11, 3), id="the day after it"),
        pytest.param(local(9, 7, 30, month=3), None, None, id="before the installation"),
    ],
)
def test_a_digest_is_due_once_on_the_morning_of_a_day_the_desk_opens(now, last, expected):
    assert due_day(config(), Morning(DESK, INSTALLED, last, now)) == expected


@pytest.mark.parametrize(
    ("at", "now", "expected"),
    [
        pytest.param("", local(23, 8), None, id="none is wanted"),
        pytest.param("00:00", local(23, 0), MONDAY, id="at midnight"),
        pytest.param("13:00", local(23, 12, 59), None, id="an afternoon's one has its own time"),
        pytest.param("13:00", local(23, 18), MONDAY, id="and the rest of the day"),
    ],
)
def test_its_time_is_configured(at, now, expected):
    assert due_day(config(at), Morning(DESK, INSTALLED, None, now)) == expected


def test_on_the_day_summer_time_begins_it_is_due_by_the_wall_clock():
    sunday = BusinessCalendar("America/New_York", (((time(6), time(20)),),) * 7)
    installed = datetime(2026, 1, 1, tzinfo=UTC)

    due = [due_day(config(), Morning(sunday, installed, None, now)) for now in (local(8, 7, 29, 3), local(8, 7, 30, 3))]

    assert due == [None, date(2026, 3, 8)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(local(24, 7, 30), local(23, 20), id="since yesterday evening"),
        pytest.param(local(23, 7, 30), local(20, 20), id="since before the weekend"),
        pytest.param(local(27, 7, 30), local(25, 20), id="since before the holiday"),
    ],
)
def test_overnight_is_since_the_desk_last_closed(now, expected):
    assert closed_since(config(), DESK, now) == expected


def test_the_whole_team_reads_it():
    team = (Agent(name="Robin", email="robin@staff.test"), Agent(name="Pat", email="pat@staff.test", role="manager"))

    assert [item.addr for item in recipients(config("07:30", *team))] == ["robin@staff.test", "pat@staff.test"]
