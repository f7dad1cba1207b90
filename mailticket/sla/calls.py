"""Phone and chat contacts in the form of measured clocks, so that they are judged by the same rules. Pure.

A contact's clock runs around the clock from its begin; one that was given up has ended without an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import numpy as np

from mailticket.sla.judging import ABANDONED_IN_TIME, LINES, Measured
from mailticket.sla.measured import Stand, ticks
from mailticket.sla.policy import SlaPolicy

_MILLISECOND = 1000  # microseconds


def measured(
    contacts: Iterable[tuple[datetime, float, bool, str]], policy: SlaPolicy, zone: str, now: datetime
) -> Measured:
    """Contacts as (begin, seconds waited to the millisecond, answered, agent)."""
    codes = {"": 0, ABANDONED_IN_TIME: 1}
    rows = [
        (ticks(at), round(waited * 1000) * _MILLISECOND, answered, codes.setdefault(agent, len(codes)))
        for at, waited, answered, agent in contacts
    ]
    lines = np.zeros(len(rows), dtype=LINES)
    if rows:
        arrived, waited, answered, agent = np.array(rows, dtype=np.int64).T
        lines["arrived"], lines["used"], lines["reached"], lines["agent"] = arrived, waited, arrived + waited, agent
        lines["stand"] = np.where(answered, Stand.ANSWERED, Stand.UNANSWERED)
        lines["reason"] = np.where(answered, 0, codes[ABANDONED_IN_TIME])
    return Measured(lines, tuple(codes), policy, zone, now)
