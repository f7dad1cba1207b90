"""Makes the worked month beside it: tickets with their events, and the figures expected of them by counting minutes.

    python tests/unit/month/generate.py

Run once; the results are kept. The count knows nothing of the program: it looks at every single minute of November 2026
on the wall clock of New York, so it is slow and plain.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/New_York")
BEGIN = datetime(2026, 11, 1, tzinfo=ZONE).astimezone(UTC)
NOW = datetime(2026, 11, 27, 12, tzinfo=ZONE).astimezone(UTC)
CLOSED = {date(2026, 11, 11), date(2026, 11, 26)}  # Veterans Day, Thanksgiving
TARGETS = {"A": 60, "B": 120, "C": 240}
COUNT = 400
MINUTES = (NOW - BEGIN) // timedelta(minutes=1)


def is_open(minute: int) -> int:
    local = (BEGIN + timedelta(minutes=minute)).astimezone(ZONE)
    return int(local.weekday() < 5 and 6 <= local.hour < 20 and local.date() not in CLOSED)


OPEN = [is_open(minute) for minute in range(MINUTES)]


def ticket(number: int, dice: random.Random) -> list[object]:
    """[number, partner, category, [[type, minute, data] …]]; minutes since midnight of 1 November."""
    arrived = dice.randrange(MINUTES)
    severity = dice.choice("AABBCCCCC")
    category = dice.choice(["mail_flow", "access_account", "billing_invoicing", "out_of_scope"])
    events: list[list[object]] = [["opened", arrived, {"severity": severity, "category": category}]]
    events.append(["acknowledged", arrived, {}])
    if severity != "A" and dice.random() < 0.15:
        events.append(["severity_set", arrived + dice.randrange(5, 200), {"severity": "A", "by": "Kim"}])
    ends = arrived + dice.choice([20, 60, 120, 240, 480, 1200, 3000]) + dice.randrange(-15, 60)
    fate = dice.random()
    if fate < 0.85:
        events.append(["assigned", dice.randrange(arrived, ends), {"agent": "Kim", "by": "Lee"}])
        events.append(["agent_replied", ends, {"agent": dice.choice(["Kim", "Lee"]), "counts": True, "why": "sent"}])
    elif fate < 0.9:
        events.append(["closed", ends, {"agent": "Kim"}])
    elif fate < 0.94:
        events.append(["closed", ends, {"agent": "Kim", "no_answer_needed": "spam"}])
    partner = dice.choice(["Contoso", "Fabrikam", "Tailspin"])
    return [number, partner, category, [event for event in events if int(str(event[1])) < MINUTES]]


def counted(events: list[list[object]]) -> dict[str, object]:
    """Minutes used until the end or now, how it ended, and when the ticket's own time was over."""
    arrived = int(str(events[0][1]))
    severity = str(events[0][2]["severity"])  # type: ignore[index]
    end = next((event for event in events if event[0] in ("agent_replied", "closed")), None)
    stop = MINUTES if end is None else int(str(end[1]))
    raised = {int(str(event[1])) for event in events if event[0] == "severity_set"}
    used, due = 0, None
    for minute in range(arrived, stop + 1):
        if minute in raised:
            severity = "A"
            due = minute if used >= TARGETS["A"] else None
        if due is None and used >= TARGETS[severity]:
            due = minute
        if minute < stop:
            used += 1 if severity == "A" else OPEN[minute]
    return {"used": used, "due": due, "stop": stop, "end": end, "severity": severity}


def verdict(found: dict[str, object], category: object, within: int | None) -> str:
    end, used, due, stop = found["end"], int(str(found["used"])), found["due"], found["stop"]
    if category == "out_of_scope":
        return "out of scope: redirected by rule"
    if end is not None and "no_answer_needed" in end[2]:  # type: ignore[index]
        return "spam"
    late = used > within if within is not None else due is not None and int(str(stop)) > int(str(due))
    if end is None:
        return "missed" if late else "pending"
    return "met" if end[0] == "agent_replied" and not late else "missed"  # type: ignore[index]


def expected(tickets: list[list[object]]) -> dict[str, object]:
    figures: dict[str, dict[str, object]] = {}
    for name, within in (("within 4 hours", 240), ("own target", None)):
        totals: dict[str, int] = {}
        severities: dict[str, dict[str, int]] = {}
        missed, ranked = [], []
        for number, _, category, events in tickets:
            found = counted(events)  # type: ignore[arg-type]
            result = verdict(found, category, within)
            totals[result] = totals.get(result, 0) + 1
            group = severities.setdefault(str(found["severity"]), {})
            group[result] = group.get(result, 0) + 1
            missed.extend([number] if result == "missed" else [])
            if result in ("met", "missed"):
                is_answered = found["end"] is not None and found["end"][0] == "agent_replied"  # type: ignore[index]
                ranked.append(int(str(found["used"])) if is_answered else 10**9)
        ranked.sort()
        ranks = [ranked[-(-percent * len(ranked) // 100) - 1] for percent in (50, 80, 95)]
        figures[name] = {
            "totals": totals,
            "by_severity": severities,
            "missed": missed,
            "percentiles_in_minutes": [None if rank == 10**9 else rank for rank in ranks],
        }
    return figures


def main() -> None:
    dice, folder = random.Random(2026), Path(__file__).parent
    tickets = [ticket(number, dice) for number in range(1, COUNT + 1)]
    (folder / "tickets.jsonl").write_text("".join(json.dumps(item, separators=(",", ":")) + "\n" for item in tickets))
    (folder / "expected.json").write_text(json.dumps(expected(tickets), indent=1) + "\n")


if __name__ == "__main__":
    main()
