"""A calendar day by day: spans, real hours, nights of summer time, and why a day is unlike others."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from mailticket.config import parse
from mailticket.sla.configured import EVER, OnRecord, calendars_of, document, written
from mailticket.sla.month import Day, days

HOUR = timedelta(hours=1)
NIGHT = '[calendars.night]\ntime_zone = "Europe/Berlin"\nsunday = "00:00-06:00"\nsaturday = "22:00-24:00"\n'
DESK = '[calendars.desk]\nmonday = "06:00-20:00"\nthursday = "06:00-20:00"\nfriday = "06:00-20:00"\nholidays = "US"\n'


def text(tables: str) -> str:
    servers = '[desk]\naddress = "t@desk.test"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n'
    return written(document(parse(servers + tables, Path("config.toml"))))


def one(tables: str, name: str, day: date) -> Day:
    calendars = calendars_of((OnRecord(1, EVER, text(tables)),))
    return next(item for item in days(calendars[name], day.replace(day=1)) if item.day == day)


@pytest.mark.parametrize(
    ("tables", "day", "spans", "hours", "why"),
    [
        pytest.param("", date(2026, 11, 23), ((time(6), time(20)),), 14, (), id="an ordinary Monday"),
        pytest.param("", date(2026, 11, 24), (), 0, (), id="a closed weekday"),
        pytest.param("", date(2026, 11, 26), (), 0, ("Thanksgiving Day",), id="a holiday"),
        pytest.param(
            "holidays_added = [2026-11-27]\n", date(2026, 11, 27), (), 0, ("closed as configured",), id="a day added"
        ),
        pytest.param(
            "holidays_removed = [2026-11-26]\n",
            date(2026, 11, 26),
            ((time(6), time(20)),),
            14,
            ("Thanksgiving Day, worked",),
            id="a holiday worked",
        ),
        pytest.param(
            'special_hours = { "2026-11-26" = "09:00-12:00" }\n',
            date(2026, 11, 26),
            ((time(9), time(12)),),
            3,
            ("special hours on Thanksgiving Day",),
            id="special hours",
        ),
        pytest.param(
            'special_hours = { "2026-12-24" = "06:00-12:00" }\n',
            date(2026, 12, 24),
            ((time(6), time(12)),),
            6,
            ("special hours",),
            id="half a day",
        ),
        pytest.param(
            'joins = ["night"]\n' + NIGHT,
            date(2026, 11, 28),
            ((time(16), time(24 - 24)),),
            8,
            ("with joined calendars",),
            id="a desk in another zone is open",
        ),
        pytest.param(
            '[[calendars.desk.changes]]\nvalid_from = 2026-11-23\nmonday = "09:00-17:00"\n',
            date(2026, 11, 23),
            ((time(9), time(17)),),
            8,
            ("hours change as planned",),
            id="a planned change",
        ),
    ],
)
def test_a_day_says_when_it_is_open_how_long_and_why(tables, day, spans, hours, why):
    found = one(DESK + tables, "desk", day)

    assert (found.spans, found.hours, found.why) == (spans, hours * HOUR, why)


@pytest.mark.parametrize(
    ("day", "hours", "shift"),
    [
        (date(2026, 3, 29), 5, HOUR),
        (date(2026, 10, 25), 7, -HOUR),
        (date(2026, 11, 1), 6, timedelta(0)),
    ],
    ids=["an hour is skipped", "an hour comes twice", "an ordinary night"],
)
def test_nights_of_summer_time_count_real_hours_and_are_marked(day, hours, shift):
    found = one(NIGHT, "night", day)

    assert (found.spans, found.hours, found.shift) == (((time(0), time(6)),), hours * HOUR, shift)


def test_midnight_is_the_end_of_the_day_it_ends():
    found = one(NIGHT, "night", date(2026, 11, 7))

    assert (found.spans, found.hours) == (((time(22), time(0)),), 2 * HOUR)


def test_hours_that_a_version_on_record_changed_name_it():
    changed = datetime(2026, 11, 23, 16, tzinfo=UTC)  # 11:00 at the desk
    records = (
        OnRecord(1, EVER, text(DESK)),
        OnRecord(4, changed, text(DESK.replace('monday = "06:00-20:00"', 'monday = "06:00-12:00"'))),
    )
    calendar = calendars_of(records)["desk"]

    found = {item.day: item for item in days(calendar, date(2026, 11, 1), {item.valid_from: 4 for item in records[1:]})}

    assert found[date(2026, 11, 23)].why == ("hours of version 4 begin",)
    assert [found[date(2026, 11, day)].hours / HOUR for day in (16, 23, 30)] == [14, 6, 6]


def test_years_without_neighbours_are_refused():
    with pytest.raises(ValueError, match="9999"):
        next(days(calendars_of((OnRecord(1, EVER, text("")),))["24x7"], date(9999, 12, 1)))
