"""Waiting times and moments as a person or a telephone system writes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailticket.contacts import Moment, check_begin, moment, waiting_time

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0", 0),
        ("95", 95),
        ("95.5", 95.5),
        ("95,5", 95.5),
        ("95s", 95),
        (" 2m ", 120),
        ("1m35s", 95),
        ("1:35", 95),
        ("00:01:35", 95),
        ("00:01:35.250", 95.25),
        ("95:00", 5700),
        ("24:00:00", 86400),
        ("120.0001", 120.001),
        ("1:59.9999", 120),
    ],
)
def test_a_waiting_time_is_read_to_the_millisecond_and_never_made_shorter(written, seconds):
    assert waiting_time(written) == timedelta(seconds=seconds)


def test_a_bare_number_counts_the_unit_of_its_column():
    assert waiting_time("95000", timedelta(milliseconds=1)) == waiting_time("95")
    assert waiting_time("1:35", timedelta(milliseconds=1)) == waiting_time("95")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "is no waiting time"),
        ("-", "is no waiting time"),
        ("soon", "is no waiting time"),
        ("-5s", "is negative"),
        ("−5", "is negative"),
        ("1,500", "is no waiting time"),
        ("1:75", "more than 59"),
        ("1:75:00", "more than 59"),
        ("86401", "longer than a day"),
        ("25:00:00", "longer than a day"),
        ("9" * 12, "longer than a day"),
        ("11y", "is no waiting time"),
        ("٣", "is no waiting time"),
        ("1:5", "is no waiting time"),
    ],
)
def test_what_is_no_waiting_time_is_refused_with_its_reason(written, reason):
    with pytest.raises(ValueError, match=reason):
        waiting_time(written)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-11-24 14:05", "2026-11-24T19:05:00"),
        ("2026-11-24T14:05:33", "2026-11-24T19:05:33"),
        ("2026/11/24 9:05:33.5", "2026-11-24T14:05:33.500000"),
        ("2026-07-01 14:05", "2026-07-01T18:05:00"),
        ("2026-11-24T14:05:33Z", "2026-11-24T14:05:33"),
        ("2026-11-24T14:05:33.1234567Z", "2026-11-24T14:05:33.123456"),
        ("2026-11-24 14:05 UTC", "2026-11-24T14:05:00"),
        ("2026-11-24 14:05+01:00", "2026-11-24T13:05:00"),
        ("2026-11-24 14:05 -0500", "2026-11-24T19:05:00"),
        ("2026-11-24 14:05 EST", "2026-11-24T19:05:00"),
        ("2026-11-24 2:05 PM", "2026-11-24T19:05:00"),
        ("2026-11-24 12:05 am", "2026-11-24T05:05:00"),
        ("2026-11-01 01:30 EST", "2026-11-01T06:30:00"),
        ("2026-11-01 01:30 EDT", "2026-11-01T05:30:00"),
    ],
)
def test_a_moment_is_of_its_offset_or_else_of_the_desks_zone(written, utc):
    taken = moment(written, NEW_YORK)

    assert (taken.at, taken.note) == (datetime.fromisoformat(utc).replace(tzinfo=UTC), "")


@pytest.mark.parametrize(
    ("written", "utc", "said"),
    [
        ("2026-11-01 01:30", "2026-11-01T05:30:00", "came twice .* taken as the first, 01:30 EDT"),
        ("2026-03-08 02:30", "2026-03-08T07:30:00", "was skipped .* taken as 03:30 EDT"),
    ],
    ids=["twice", "never"],
)
def test_a_wall_time_that_came_twice_or_never_is_taken_and_said_how(written, utc, said):
    taken = moment(written, NEW_YORK)

    assert taken.at == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert re.search(said, taken.note)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "is no date with a time"),
        ("2026-11-24", "is no date with a time"),
        ("14:05", "is no date with a time"),
        ("11/24/2026 14:05", "is no date with a time"),
        ("2026-11-31 14:05", "day"),
        ("2026-11-24 24:05", "hour"),
        ("2026-11-24 14:05 PM", "no AM or PM"),
        ("2026-11-24 14:05 CET", "CET is not in force in America/New_York"),
        ("2026-11-24 14:05 EDT", "EDT is not in force"),
        ("0001-01-01 00:00", "before 2000"),
        ("2026-11-24 14:05+99:00", "offset"),
    ],
)
def test_what_is_no_moment_is_refused_with_its_reason(written, reason):
    with pytest.raises(ValueError, match=reason):
        check_begin(moment(written, NEW_YORK), NOW, written)


def test_a_contact_begins_neither_in_the_future_nor_at_the_zero_of_a_clock():
    assert check_begin(Moment(NOW), NOW, "") == NOW
    for at, reason in ((NOW + timedelta(seconds=1), "in the future"), (datetime(1970, 1, 1, tzinfo=UTC), "before")):
        with pytest.raises(ValueError, match=reason):
            check_begin(Moment(at), NOW, "")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2027-01-01 10:00", '"2027-01-01 10:00" (America/New_York) is in the future'),
        ("2027-01-01 10:00+01:00", '"2027-01-01 10:00+01:00" is in the future'),
    ],
)
def test_a_begin_that_cannot_be_is_told_as_it_was_written_with_the_zone_it_was_read_in(written, told):
    with pytest.raises(ValueError) as caught:
        check_begin(moment(written, NEW_YORK), NOW, written)

    assert str(caught.value) == told
