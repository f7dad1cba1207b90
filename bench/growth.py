"""What a mail costs in a state that holds few tickets, and in one that holds many, in turns.

    python bench/growth.py [--tickets 20000] [--mails 200] [--rounds 3] [--seed 1] [--quick]

Each state is run with a single mail first: what starting and ending costs is shown apart from what a further mail
costs. All tickets are new and of the last minutes, so that every index on status, time and due date is full of them;
all mails are in the ledger of the same mailbox.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rig import cost, servers, states
from rig.cost import Cost
from rig.mails import generate
from rig.servers import Servers

FEW = 100


@dataclass(frozen=True, slots=True)
class Visit:
    """The same state run with a single mail, and then with all the others."""

    single: Cost
    full: Cost


def emptied(rig: Servers, mails: Sequence[bytes], state: Path) -> Cost:
    with rig.mailbox("desk", mails, states.tickets(state) + 1 if state.exists() else 1):
        return cost.run(rig.mailticket("desk", state), rig.folder / "growth.log")


def visit(rig: Servers, mails: Sequence[bytes], like: Path) -> Visit:
    held = states.tickets(like)
    with states.fresh(rig.folder / "visited", like) as state:
        single = emptied(rig, mails[:1], state)
        full = emptied(rig, mails[1:], state)
        assert states.tickets(state) == held + len(mails)
    return Visit(single, full)


def line(tickets: int, visits: Sequence[Visit], mails: int) -> tuple[float, float]:
    """Prints the least disturbed rounds; returns wall and CPU of a further mail in ms."""
    start = min(one.single.wall for one in visits)
    wall = (min(one.full.wall for one in visits) - start) / (mails - 2) * 1000
    cpu = (min(one.full.cpu for one in visits) - min(one.single.cpu for one in visits)) / (mails - 2) * 1000
    peak = max(one.full.peak for one in visits) / 1e6
    print(f"{tickets:>7}{start:>18.2f}{wall:>13.1f}{cpu:>17.1f}{peak:>12.0f}")
    return wall, cpu


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--tickets", type=int, default=20_000)
    arguments.add_argument("--mails", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--quick", action="store_true", help="100 mails, one round")
    given = arguments.parse_args()
    count, rounds = (100, 1) if given.quick else (given.mails, given.rounds)
    mails, many = generate(count, given.seed), given.tickets // FEW * FEW
    with servers.servers() as rig:
        few, filled = rig.folder / "few", rig.folder / "many"
        emptied(rig, generate(FEW, given.seed + 1), few)
        states.multiply(few, filled, many // FEW)
        pairs = [(visit(rig, mails, few), visit(rig, mails, filled)) for _ in range(rounds)]
    print(f"{count} mails, {rounds} rounds")
    print("tickets  start and end, s  ms per mail  CPU ms per mail  peak in MB")
    small = line(FEW, [pair[0] for pair in pairs], count)
    large = line(many, [pair[1] for pair in pairs], count)
    print(f"a mail costs {large[0] / small[0]:.2f} times as much time and {large[1] / small[1]:.2f} times as much CPU")


if __name__ == "__main__":
    main()
