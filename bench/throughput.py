"""Mails through Dovecot to tickets and acknowledgements with ``run --once``, beside a bare loop, in turns.

    python bench/throughput.py [--mails 500] [--rounds 3] [--seed 1] [--quick]

Both start as a process of their own on a full mailbox and end when it is empty; the time is from start to end, imports
included. mailticket sends two mails for each (an acknowledgement or request, and the agent's notification), the bare
loop one. Only the ratio of one run means something: absolute speeds swing with the machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections.abc import Callable, Iterable, Sequence

from rig import cost, servers, states
from rig.cost import Cost
from rig.mails import generate
from rig.servers import Servers
from sqlite_utils import Database


def bare(rig: Servers, mails: Sequence[bytes], name: str) -> Cost:
    database = rig.folder / f"{name}.db"
    with rig.mailbox(name, mails):
        spent = cost.run(rig.bare_loop(name, database), rig.folder / f"{name}.log")
    assert Database(database)["mail"].count == rig.sink.taken() == len(mails)
    database.unlink()
    return spent


def full(rig: Servers, mails: Sequence[bytes], name: str) -> Cost:
    with rig.mailbox(name, mails), states.fresh(rig.folder / name) as state:
        spent = cost.run(rig.mailticket(name, state), rig.folder / f"{name}.log")
        assert states.tickets(state) == len(mails)
        assert rig.sink.taken() == 2 * len(mails)
    return spent


def line(title: str, runs: Sequence[Cost], mails: int) -> str:
    speeds = [mails / spent.wall for spent in runs]
    cpu = statistics.median(spent.cpu for spent in runs) / mails * 1000
    peak = max(spent.peak for spent in runs) / 1e6
    return f"{title:<12}{statistics.median(speeds):>9.1f}{min(speeds):>9.1f}{cpu:>17.1f}{peak:>11.0f}"


def report(bare_runs: Sequence[Cost], full_runs: Sequence[Cost], mails: int) -> None:
    print("             mails/s  slowest  CPU ms per mail  peak in MB")
    print(line("bare loop", bare_runs, mails))
    print(line("mailticket", full_runs, mails))
    medians, fastest = (_ratio(bare_runs, full_runs, choose) for choose in (statistics.median, min))
    rounds = " ".join(f"{a.wall / b.wall:.2f}" for a, b in zip(bare_runs, full_runs, strict=True))
    print(
        f"mailticket reaches {medians:.2f} of the bare loop's speed (fastest rounds {fastest:.2f}; each round {rounds})"
    )


def _ratio(bare_runs: Sequence[Cost], full_runs: Sequence[Cost], choose: Callable[[Iterable[float]], float]) -> float:
    return choose(one.wall for one in bare_runs) / choose(one.wall for one in full_runs)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--mails", type=int, default=500)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--quick", action="store_true", help="100 mails, one round")
    given = arguments.parse_args()
    count, rounds = (100, 1) if given.quick else (given.mails, given.rounds)
    mails = generate(count, given.seed)
    mean = sum(map(len, mails)) / count / 1024
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before"
    print(f"{count} mails of {mean:.1f} KB on average, {rounds} rounds, {load}", flush=True)
    with servers.servers() as rig:
        pairs = [(bare(rig, mails, f"bare{turn}"), full(rig, mails, f"full{turn}")) for turn in range(rounds)]
    report([pair[0] for pair in pairs], [pair[1] for pair in pairs], count)


if __name__ == "__main__":
    main()
