"""When the report of a month is due, decided without a machine."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mailticket import config as configuration
from mailticket.config import Config
from mailticket.desk.digest import Morning
from mailticket.desk.monthly import due_month, last_day
from mailticket.sla.configured import from_config

INSTALLED = datetime(2026, 3, 10, tzinfo=UTC)
OCTOBER = date(2026, 10, 1)


def config(more: str = '[reports]\nmonthly_to = ["lead@desk.example"]\n') -> Config:
    text = '[desk]\naddress = "d@desk.example"\n[imap]\nhost = "i"\n[smtp]\nhost = "s"\n' + more
    return configuration.parse(text, Path("config.toml"))


def due(now: str, last: date | None = None, installed: datetime = INSTALLED, desk: Config | None = None) -> date | None:
    desk = desk or config()
    calendar = from_config(desk).at(INSTALLED).terms.promises["C"].calendar
    return due_month(desk, Morning(calendar, installed, last, datetime.fromisoformat(now)))


@pytest.mark.parametrize(
    ("now", "month"),
    [
        ("2026-11-01T15:00-05:00", None),  # a Sunday
        ("2026-11-02T07:29-05:00", None),
        ("2026-11-02T07:30-05:00", OCTOBER),  # the first Monday, at the hour of the digest
        ("2026-11-02T23:59-05:00", OCTOBER),
        ("2026-11-05T12:00-05:00", OCTOBER),  # made up for
        ("2026-11-09T07:29-05:00", OCTOBER),
        ("2026-11-09T07:30-05:00", None),  # but not for ever
        ("2026-11-24T12:00-05:00", None),
        ("2027-01-01T12:00-05:00", None),  # New Year
        ("2027-01-04T07:30-05:00", date(2026, 12, 1)),  # the first day it opens, of the year before
    ],
)
def test_it_is_due_on_the_first_day_of_the_month_that_the_desk_opens(now: str, month: date | None) -> None:
    assert due(now) == month


def test_a_month_is_reported_once() -> None:
    assert due("2026-11-02T08:00-05:00", last=OCTOBER) is None
    assert due("2026-12-01T08:00-05:00", last=OCTOBER) == date(2026, 11, 1)


def test_a_month_before_the_installation_is_not_reported() -> None:
    assert due("2026-11-02T08:00-05:00", installed=datetime(2026, 11, 1, 12, tzinfo=UTC)) is None
    assert due("2026-11-02T08:00-05:00", installed=datetime(2026, 10, 31, 12, tzinfo=UTC)) == OCTOBER


def test_nobody_is_told_where_no_address_is_configured() -> None:
    assert due("2026-11-02T08:00-05:00", desk=config("")) is None


def test_without_a_digest_it_goes_at_half_past_seven() -> None:
    quiet = config('[digest]\nat = ""\n[reports]\nmonthly_to = ["lead@desk.example"]\n')

    assert due("2026-11-02T07:29-05:00", desk=quiet) is None
    assert due("2026-11-02T07:30-05:00", desk=quiet) == OCTOBER


@pytest.mark.parametrize(("first", "last"), [((2026, 2), 28), ((2028, 2), 29), ((2026, 12), 31), ((2026, 11), 30)])
def test_a_month_ends_on_its_last_day(first: tuple[int, int], last: int) -> None:
    assert last_day(date(*first, 1)) == date(*first, last)
