"""``mailticket run --once`` that is killed, as by kill -9, at a labelled point: stop_at.py CONFIG LABEL TIMES.

TIMES says at which passing of that point; one that is not reached ends with 1.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from mailticket.config import load
from mailticket.house import build
from mailticket.once import Audience, run_once


def main(config: str, label: str, times: str) -> int:
    left = int(times)

    def passed(point: str) -> None:
        nonlocal left
        if point == label:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    run_once(replace(build(load(Path(config))), passed=passed), Audience())
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
