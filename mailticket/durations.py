"""Lengths of time as people read them: in words, at a glance, in hours. Knows nothing of clocks or calendars.

A day of counted time is no day of the calendar, so what is counted is told in hours however long it is.
"""

from __future__ import annotations

from datetime import timedelta

_SECOND = timedelta(seconds=1)
_FEW_SECONDS = 180  # below it a time is told in seconds: calls are a matter of them


def in_words(amount: timedelta) -> str:
    """``35 seconds``, ``190 hours 46 minutes``: rounded down, and negative ones are none."""
    seconds = max(amount, timedelta(0)) // _SECOND
    if seconds < _FEW_SECONDS:
        return f"{seconds} second{'s' * (seconds != 1)}"
    counts = ((seconds // 3600, "hour"), (seconds // 60 % 60, "minute"))
    return " ".join(f"{count} {unit}{'s' * (count != 1)}" for count, unit in counts if count)


def brief(amount: timedelta) -> str:
    """``1d 2h``, ``3h 05m``, ``12m``: two units are enough for a glance."""
    minutes = amount // timedelta(minutes=1)
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days}d {hours}h"
    return f"{hours}h {minutes % 60:02}m" if hours else f"{minutes}m"


def counted(amount: timedelta) -> str:
    """``35s``, ``12m``, ``4h``, ``190h 46m``: rounded down."""
    seconds = amount // _SECOND
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if seconds < _FEW_SECONDS:
        return f"{seconds}s"
    if not hours:
        return f"{minutes}m"
    return f"{hours}h {minutes:02}m" if minutes else f"{hours}h"


def to_the_second(amount: timedelta) -> str:
    """``0:00:20``, ``14:00:00``: one form for a column in which seconds matter."""
    seconds = amount // _SECOND
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def hours(amount: timedelta) -> str:
    """``14:00``, and ``0:00:20`` where seconds are left."""
    return to_the_second(amount).removesuffix(":00")
