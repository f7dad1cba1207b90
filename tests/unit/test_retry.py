"""The waits between attempts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mailticket.outbound.retry import next_attempt, reconnect_delay

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FIVE_DAYS = timedelta(days=5)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(1, 30), (2, 60), (3, 120), (4, 300), (5, 900), (6, 1800), (7, 3600), (8, 3600), (100, 3600)],
)
def test_waits_grow_to_an_hour(failures: int, seconds: int) -> None:
    now = FIRST + timedelta(minutes=3)

    again = next_attempt(failures, now, FIRST, FIVE_DAYS)

    assert again == now + timedelta(seconds=seconds)


def test_the_last_attempt_is_at_the_deadline() -> None:
    now = FIRST + FIVE_DAYS - timedelta(minutes=10)

    again = next_attempt(120, now, FIRST, FIVE_DAYS)

    assert again == FIRST + FIVE_DAYS


@pytest.mark.parametrize("late", [timedelta(0), timedelta(seconds=1), timedelta(days=30)], ids=str)
def test_a_mail_is_given_up_after_its_time(late: timedelta) -> None:
    again = next_attempt(3, FIRST + FIVE_DAYS + late, FIRST, FIVE_DAYS)

    assert again is None


def test_every_mail_is_given_up_after_finitely_many_attempts() -> None:
    now: datetime | None = FIRST
    attempts = 0

    while now is not None:
        attempts += 1
        now = next_attempt(attempts, now, FIRST, FIVE_DAYS)

    assert 100 < attempts < 140


@pytest.mark.parametrize(
    ("failures", "jitter", "seconds"),
    [
        (1, 0.0, 1.0),
        (2, 0.0, 2.0),
        (5, 0.0, 16.0),
        (1, 1.0, 0.5),
        (10, 0.0, 300.0),
        (10, 0.5, 225.0),
        (10**6, 1.0, 150.0),
    ],
)
def test_reconnecting_backs_off_to_five_minutes(failures: int, jitter: float, seconds: float) -> None:
    assert reconnect_delay(failures, jitter) == seconds
