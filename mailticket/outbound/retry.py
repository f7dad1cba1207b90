"""When to try again: mails of the outbox, and connections. Pure; sends nothing and waits for nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

# RFC 5321 §4.5.4.1 wants 30 minutes between tries in the long run and allows a few quick ones before
_DELAYS = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 120, 300, 900, 1800))
_LATER = timedelta(hours=1)
_FIRST_RECONNECT = 0.5
_LONGEST_RECONNECT = 300.0


def next_attempt(failures: int, now: datetime, first_at: datetime, give_up_after: timedelta) -> datetime | None:
    """When to send a mail again after ``failures`` (at least 1) failed attempts; None to give it up.

    The waits are 30 s, 1, 2, 5, 15 and 30 min, then an hour. The mail was first tried at ``first_at``; one last
    attempt is made when ``give_up_after`` is over.
    """
    deadline = first_at + give_up_after
    if now >= deadline:
        return None
    delay = _DELAYS[failures - 1] if failures <= len(_DELAYS) else _LATER
    return min(now + delay, deadline)


def reconnect_delay(failures: int, jitter: float) -> float:
    """Seconds to wait before connecting again: doubles from 1 s to 300 s with each failure, at least 1.

    ``jitter`` in 0..1 takes up to half of it away, so that many clients do not come back at the same moment.
    """
    longest = min(_LONGEST_RECONNECT, _FIRST_RECONNECT * 2.0 ** min(failures, 12))
    return longest * (1 - jitter / 2)
