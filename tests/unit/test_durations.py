"""Lengths of time as people read them; what is counted is told in hours however long it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mailticket.durations import brief, counted, hours, in_words, to_the_second

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (-5 * MINUTE, "0 seconds"),
        (0 * SECOND, "0 seconds"),
        (SECOND, "1 second"),
        (179 * SECOND, "179 seconds"),
        (3 * MINUTE, "3 minutes"),
        (65 * MINUTE, "1 hour 5 minutes"),
        (2 * HOUR + 59 * SECOND, "2 hours"),
        (190 * HOUR + 46 * MINUTE, "190 hours 46 minutes"),
    ],
)
def test_in_words_a_day_of_counted_time_is_told_in_hours(amount: timedelta, words: str) -> None:
    assert in_words(amount) == words


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (35 * SECOND, "35s"),
        (120 * SECOND, "120s"),
        (12 * MINUTE, "12m"),
        (4 * HOUR, "4h"),
        (4 * HOUR + 8 * MINUTE, "4h 08m"),
        (51 * HOUR, "51h"),
    ],
)
def test_counted_time_is_told_in_a_column(amount: timedelta, shown: str) -> None:
    assert counted(amount) == shown


@pytest.mark.parametrize(
    ("amount", "shown"), [(12 * MINUTE, "12m"), (3 * HOUR + 5 * MINUTE, "3h 05m"), (26 * HOUR, "1d 2h")]
)
def test_time_on_the_wall_is_told_at_a_glance(amount: timedelta, shown: str) -> None:
    assert brief(amount) == shown


@pytest.mark.parametrize(
    ("amount", "shown"), [(14 * HOUR, "14:00"), (20 * SECOND, "0:00:20"), (190 * HOUR + 65 * SECOND, "190:01:05")]
)
def test_hours_are_told_to_the_second_where_seconds_are_left(amount: timedelta, shown: str) -> None:
    assert hours(amount) == shown


def test_a_column_of_times_has_one_form() -> None:
    assert [to_the_second(amount) for amount in (0 * SECOND, 13 * SECOND, 14 * HOUR)] == [
        "0:00:00",
        "0:00:13",
        "14:00:00",
    ]
