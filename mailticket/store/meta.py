"""Single facts about this installation: when it was made, which policy its clocks were indexed under."""

from __future__ import annotations

from datetime import datetime

from mailticket.store import codec
from mailticket.store.database import Unit


def get(unit: Unit, key: str) -> str | None:
    value = unit.value("select value from meta where key = ?", key)
    return None if value is None else str(value)


def put(unit: Unit, key: str, value: str) -> None:
    unit.write(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value", key, value
    )


def installed_at(unit: Unit) -> datetime:
    """When this state was first used; noted at the first call. Mail older than it is nobody's question any more."""
    value = get(unit, "installed_at")
    if value is None:
        value = codec.time_text(unit.now)
        put(unit, "installed_at", value)
    return codec.time_value(value)
