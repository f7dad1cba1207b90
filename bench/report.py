"""What a report over very many tickets costs, a clock, an event of a long ticket, and the sweep over open tickets.

    python bench/report.py [--tickets 1000000] [--open 100000] [--rounds 3] [--seed 1] [--folder DIR]

The tickets are of the two years before now, with their events: opened, acknowledged, assigned, answered, closed, some
never answered, some waiting, some handed to an upstream desk. ``--folder`` keeps the state for another run, else it is
made in a temporary folder and lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing import Process
from pathlib import Path

from mailticket import measuring
from mailticket.config import load
from mailticket.decisions import OpenTicket, RecordEvent
from mailticket.house import House, build
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address, Event, EventType
from mailticket.pipeline import check_clocks
from mailticket.promises import policy
from mailticket.sla.clocks import clocks
from mailticket.store import measurements, tickets
from mailticket.store.codec import json_text, time_text
from mailticket.store.database import Store, create

MINUTE = timedelta(minutes=1)
YEARS = timedelta(days=730)
PARTNERS = [f"Partner {number}" for number in range(400)]
AGENTS = [f"Agent {number}" for number in range(40)]
CATEGORIES = ["mail_flow", "access_account", "billing_invoicing", "out_of_scope", "service_availability"]
CONFIG = """
[desk]
name = "Desk"
address = "desk@desk.test"
time_zone = "America/New_York"
[state]
path = "state"
[imap]
host = "127.0.0.1"
security = "none"
username = "desk"
password_file = "password"
[smtp]
host = "127.0.0.1"
security = "none"
"""
GOALS = {"report": 2.0, "peak": 300.0, "clock": 50.0, "sweep": 0.2, "miss": 250.0, "event": 10.0}


def history(dice: random.Random, opened: datetime, now: datetime) -> Iterator[tuple[str, datetime, dict[str, object]]]:
    """The events of one ticket until now."""
    category, severity = dice.choice(CATEGORIES), dice.choice("AABBBCCCCC")
    yield "opened", opened, {"severity": severity, "category": category}
    yield "acknowledged", opened + MINUTE, {}
    agent, at = dice.choice(AGENTS), opened + dice.randrange(1, 300) * MINUTE
    if dice.random() < 0.02 and now - opened > timedelta(days=30):
        yield "closed", at, {"agent": agent}
        return
    yield "assigned", at, {"agent": agent, "by": "Lead"}
    if dice.random() < 0.05:
        yield "handed_off", at + MINUTE, {"upstream": "microsoft", "severity": severity}
        yield "upstream_replied", at + 90 * MINUTE, {"upstream": "microsoft", "counts": True, "why": "to us"}
    at += dice.randrange(1, 120) * MINUTE
    yield "agent_replied", at, {"agent": agent, "counts": True, "why": "to the requester"}
    yield "closed", at + timedelta(days=1), {"agent": agent}


def fill(store: Store, count: int, dice: random.Random, now: datetime) -> None:
    """Tickets with their events, straight into the tables, without an index of clocks."""
    begin, step = now - YEARS, YEARS / count
    with store.unit(now, durable=False) as unit:
        first = 1 + (unit.value("select max(id) from ticket") or 0)
        for start in range(first, first + count, 50_000):
            numbers = range(start, min(start + 50_000, first + count))
            opened = {number: begin + (number - first) * step for number in numbers}
            logs = {
                number: [event for event in history(dice, at, now) if event[1] <= now] for number, at in opened.items()
            }
            unit.write_each(
                "insert into ticket (id, subject, status, severity, category, requester, requester_name, opened_at)"
                " values (?, 'a matter', ?, ?, ?, 'a@b.test', '', ?)",
                (
                    (
                        number,
                        "closed" if log[-1][0] == "closed" else "open",
                        log[0][2]["severity"],
                        log[0][2]["category"],
                        time_text(opened[number]),
                    )
                    for number, log in logs.items()
                ),
            )
            unit.write_each(
                "insert into field (ticket_id, key, value, written, source, confidence, set_by)"
                " values (?, 'partner_name', ?, '', 'body', 1.0, 'requester')",
                ((number, json_text(dice.choice(PARTNERS))) for number in numbers),
            )
            unit.write_each(
                "insert into event (ticket_id, type, at, recorded_at, data) values (?, ?, ?, ?, ?)",
                (
                    (number, kind, time_text(at), time_text(at), json_text(data))
                    for number, log in logs.items()
                    for kind, at, data in log
                ),
            )


def made(folder: Path, count: int, seed: int) -> House:
    """A state folder with this many tickets, all measured; one that is there already is used."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(CONFIG)
    (folder / "password").write_text("x")
    house = build(load(folder / "config.toml"))
    if not (folder / "state" / "mailticket.db").exists():
        builder = Process(target=make, args=(house, folder / "state", count, seed))
        builder.start()  # a process of its own: the peak of one that starts another counts as the other's as well
        builder.join()
    return house


def make(house: House, state: Path, count: int, seed: int) -> None:
    create(state)
    store = Store(state)
    fill(store, count, random.Random(seed), house.now())
    begun = time.perf_counter()
    measuring.make_again(house, store)
    print(f"the index of {count:,} tickets made from their logs in {time.perf_counter() - begun:.0f} s")
    store.close()


# ---------------------------------------------------------------- the command


def command(folder: Path, *words: str) -> tuple[float, float]:
    """Seconds from start to end of the process, and its peak memory in MB."""
    call = [sys.executable, "-m", "mailticket", "--config", str(folder / "config.toml"), "report", *words]
    begun = time.perf_counter()
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, words
    return time.perf_counter() - begun, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def ask(folder: Path, rounds: int, *words: str) -> None:
    command(folder, *words)  # warms the caches
    taken = [command(folder, *words) for _ in range(rounds)]
    wall, peak = min(wall for wall, _ in taken), max(peak for _, peak in taken)
    line(f"report {' '.join(words)}", f"{wall:.2f} s", f"{GOALS['report']} s", wall <= GOALS["report"])
    line("  peak memory", f"{peak:.0f} MB", f"{GOALS['peak']:.0f} MB", peak <= GOALS["peak"])


def every_miss(folder: Path, since: str) -> None:
    """Each miss is told from the log of its ticket; those of the first objective stand in the document twice."""
    words = ("--json", "--since", since, "--breaches")
    call = [sys.executable, "-m", "mailticket", "--config", str(folder / "config.toml"), "report", *words, "0"]
    standings = json.loads(subprocess.check_output(call))["objectives"]
    count = sum(item["breach_count"] for item in (standings[0], *standings))
    wall, peak = command(folder, *words, "all")
    each = wall / max(count, 1) * 1e6
    line(f"report {' '.join(words)} all, {count:,} rows", f"{wall:.1f} s", "-", good=True)
    line("  each row", f"{each:.0f} µs", f"{GOALS['miss']:.0f} µs", each <= GOALS["miss"])
    line("  peak memory", f"{peak:.0f} MB", f"{GOALS['peak']:.0f} MB", peak <= GOALS["peak"])


def line(what: str, figure: str, goal: str, good: bool) -> None:
    print(f"{what:<50}{figure:>12}   goal {goal:<8}{'' if good else '  NOT REACHED'}")


# ---------------------------------------------------------------- one clock, and the sweep


def one_clock(house: House, store: Store) -> None:
    with store.reading(house.now()) as unit:
        promised = policy(house, unit)
        logs = [facts.events for facts in measurements.facts(unit, 1, 2000, measuring.naming(house))]
    clocks(logs[0], promised, house.now())
    taken = statistics.median(timed(lambda: [clocks(log, promised, house.now()) for log in logs]) for _ in range(5))
    each = taken / sum(len(clocks(log, promised, house.now())) for log in logs) * 1e6
    line("computing one clock", f"{each:.1f} µs", f"{GOALS['clock']:.0f} µs", each <= GOALS["clock"])


def sweep(house: House, store: Store, count: int) -> None:
    """Every one of this many tickets is watched, a few of them are due within the hour, none now."""
    soon = time_text(house.now() + timedelta(hours=1))
    with store.unit(house.now(), durable=False) as unit:
        unit.write("update ticket set check_at = ?, status = 'open' where id <= ?", soon, count)
    taken = statistics.median(timed(lambda: check_clocks(house, store)) for _ in range(5))
    line(f"sweep over {count:,} open tickets, none due", f"{taken * 1000:.1f} ms", "200 ms", taken <= GOALS["sweep"])


def long_ticket(house: House, store: Store) -> None:
    """What one more event costs on a ticket where requester and agent have written in turn, undone afterwards."""
    taken = {events: statistics.median(one_more(house, store, events) for _ in range(5)) for events in (300, 3000)}
    for events, seconds in taken.items():
        goal = GOALS["event"] * events / 300
        line(
            f"one event on a ticket of {events:,}", f"{seconds * 1000:.1f} ms", f"{goal:.0f} ms", seconds * 1000 <= goal
        )


def one_more(house: House, store: Store, events: int) -> float:
    begin = house.now() - (events + 1) * MINUTE
    answer = {"agent": AGENTS[0], "counts": True, "why": "to the requester"}
    turns = (
        Event(EventType.AGENT_REPLIED, begin + n * MINUTE, answer)
        if n % 2
        else Event(EventType.RECEIVED, begin + n * MINUTE)
        for n in range(1, events)
    )
    opened = Event(EventType.OPENED, begin, {"severity": "C"})
    opening = OpenTicket("a matter", Address("a@b.test"), begin, frozenset(), None, "C")
    with store.reading(house.now()) as unit:
        log = (opening, *map(RecordEvent, (opened, *turns)))
        number = tickets.apply(unit, log, None, None, 1).ticket
        follow_up(house, unit, number, Posting(()))
        return timed(lambda: follow_up(house, unit, number, Posting(())))


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--tickets", type=int, default=1_000_000)
    arguments.add_argument("--open", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--folder", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="report-") as passing:
        folder = given.folder or Path(passing)
        house = made(folder, given.tickets, given.seed)
        since = (datetime.now(UTC) - YEARS - timedelta(days=2)).date().isoformat()
        ask(folder, given.rounds, "--json")
        ask(folder, given.rounds, "--json", "--since", since)
        every_miss(folder, since)
        store = Store(folder / "state")
        one_clock(house, store)
        long_ticket(house, store)
        sweep(house, store, min(given.open, given.tickets))
        store.close()


if __name__ == "__main__":
    main()
