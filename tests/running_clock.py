"""A first response that runs for an hour, for what is shown of clocks."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailticket.sla.calendar import ALWAYS_OPEN
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

HOUR = timedelta(hours=1)


def running_clock(now: datetime, severity: str) -> Clock:
    return Clock(
        measure=Measure.FIRST_RESPONSE,
        number=1,
        started_at=now,
        due_at=now + HOUR,
        target=HOUR,
        used=timedelta(0),
        severity=severity,
        calendar=ALWAYS_OPEN,
        state=ClockState.RUNNING,
        begun_by="a test",
    )
