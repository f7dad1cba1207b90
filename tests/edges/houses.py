"""A house of the shortest configuration there is, at a given time, and what a test adds to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mailticket.config import parse
from mailticket.house import House, build

SHORTEST = '[desk]\naddress = "techops@desk.test"\n[imap]\nhost = "localhost"\n[smtp]\nhost = "localhost"\n'
ROBIN = '[[agents]]\nname = "Robin Hale"\nemail = "robin@staff.test"\n'


def house_at(folder: Path, now: datetime, further: str = "") -> House:
    return replace(build(parse(SHORTEST + further, folder / "config.toml")), now=lambda: now)
