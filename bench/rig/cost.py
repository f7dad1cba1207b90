"""What running a command costs, with all the processes it starts: wall time, CPU, memory. Linux only."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK_EVERY = 0.25  # seconds between looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds from start to end, CPU seconds of user and system, and octets of memory.

    ``peak`` is the most that all processes had in use together at any look; pages they share are counted once (PSS).
    """

    wall: float
    cpu: float
    peak: int


def run(command: Sequence[str], log: Path) -> Cost:
    """Runs it to its end; what it prints goes to ``log``. Raises SystemExit with the end of that when it fails."""
    with log.open("wb") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output)
        peak = _watched(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


def _watched(process: int) -> int:
    """The most memory in use at once, looked at until the first of them has ended."""
    peak = 0
    handle = os.pidfd_open(process)
    try:
        while not select.select([handle], [], [], _LOOK_EVERY)[0]:
            peak = max(peak, sum(_in_use(member) for member in _family(process)))
    finally:
        os.close(handle)
    return peak


def _family(process: int) -> list[int]:
    try:
        children = [
            int(child)
            for path in Path(f"/proc/{process}/task").glob("*/children")
            for child in path.read_text().split()
        ]
    except OSError:  # it has ended meanwhile
        return []
    return [process, *(member for child in children for member in _family(child))]


def _in_use(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended meanwhile
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
