"""Days on the command line, and the stretch of time they name in the desk's zone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import click

from mailticket.config import Config
from mailticket.sla.window import between

_FIRST, _LAST = date(1970, 1, 1), date(9000, 12, 31)  # what calendars and clocks can count with


class Day(click.ParamType[date]):
    """A calendar day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is not a day; write for example 2026-11-01', param, ctx)
        if not _FIRST <= day <= _LAST:
            self.fail(f"{day} is not between {_FIRST} and {_LAST}", param, ctx)
        return day


def refused(config: Config, now: datetime, since: date | None, until: date | None) -> str:
    """Why these days make no period of something that has happened; "" where they do."""
    if since and until and until < since:
        return "--until is before --since"
    if since and since > now.astimezone(ZoneInfo(config.desk.time_zone)).date():
        return "--since is in the future"
    return ""


def period(config: Config, now: datetime, since: date | None, until: date | None) -> tuple[datetime, datetime]:
    """From the begin of the first day until the end of the last, not included, as days of the desk's zone.

    The first of the last day's month, and today, where one is not named.
    """
    window = between(since, until, now, config.desk.time_zone)
    return window.since, window.until
