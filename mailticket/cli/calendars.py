"""Commands about what is promised when: which hours of a calendar count, and the record of promises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import click

from mailticket.cli import calendar_sheet
from mailticket.cli.days import Day
from mailticket.cli.queue import as_json_option
from mailticket.cli.session import DATA, Session, fail, misused, out, pass_session, reported
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.promises import correct, differs_from_record, records
from mailticket.sla import month as calendar_days
from mailticket.sla.calendar import Calendar
from mailticket.sla.configured import OnRecord, calendars_of, document, latest, written
from mailticket.store import policies, tickets
from mailticket.store.database import Store, Unit, exists


class Month(click.ParamType[date]):
    """A calendar month as YYYY-MM; its value is its first day."""

    name = "month"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            if not re.fullmatch(r"\d{4}-\d\d", str(value)):
                raise ValueError
            return date.fromisoformat(f"{value}-01")
        except ValueError:
            self.fail(f'"{value}" is not a month; write for example 2026-12', param, ctx)


@contextmanager
def _reading(house: House) -> Iterator[Unit | None]:
    """The database, or None where there is none yet: the configuration alone says what counts then."""
    if not exists(house.config.state.path):
        yield None
        return
    store = Store(house.config.state.path)
    try:
        with store.reading(house.now()) as unit:
            yield unit
    finally:
        store.close()


def _on_record(house: House, unit: Unit | None) -> tuple[OnRecord, ...]:
    if unit is not None:
        return records(house, unit)
    return (OnRecord(1, datetime(1970, 1, 1, tzinfo=UTC), written(document(house.config))),)


@click.command("calendar")
@click.argument("name", required=False)
@click.option("--month", type=Month(), help="Which month (default: this one).")
@as_json_option
@pass_session
@reported
def calendar(session: Session, name: str | None, month: date | None, as_json: bool) -> None:
    """Which hours count: the days of a month in a calendar; without a name the calendars there are."""
    house = session.house()
    with _reading(house) as unit:
        found = _on_record(house, unit)
        differs = unit is not None and differs_from_record(house, unit)
    known = calendars_of(found)
    if name is None:
        if month is not None:
            misused(f"--month needs a calendar; there are {', '.join(known)}")
        _list(found, known, as_json)
    elif name not in known:
        misused(f'no calendar "{name}" is known; there are {", ".join(known)}')
    else:
        today = house.now().astimezone(ZoneInfo(house.config.desk.time_zone)).date()
        recorded = {item.valid_from: item.number for item in found}
        _show(name, _days(known[name], month or today.replace(day=1), recorded), as_json)
    if differs and not as_json:
        out.print(calendar_sheet.DIFFERS, style="yellow")


def _list(found: tuple[OnRecord, ...], known: Mapping[str, Calendar], as_json: bool) -> None:
    content = latest(found)
    users = {name: calendar_sheet.users(name, content) for name in known}
    if as_json:
        shape = [{"name": name, "used_by": list(words)} for name, words in users.items()]
        click.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    else:
        out.print(calendar_sheet.listing(users))


def _days(found: Calendar, month: date, recorded: Mapping[datetime, int]) -> tuple[calendar_days.Day, ...]:
    try:
        return tuple(calendar_days.days(found, month, recorded))
    except ValueError as error:
        misused(f"{error}; write for example --month 2026-12")


def _show(name: str, lines: tuple[calendar_days.Day, ...], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(calendar_sheet.shape(name, lines), ensure_ascii=False, indent=2))
    else:
        out.print(calendar_sheet.month(name, lines))


# ---------------------------------------------------------------- the record of promises


@click.group("policy", invoke_without_command=True)
@as_json_option
@click.pass_context
@reported
def policy(context: click.Context, as_json: bool) -> None:
    """What was promised since when: every recorded version of the targets and calendars."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    house = session.house()
    with session.store(house) as store, store.reading(house.now()) as unit:
        recorded = policies.history(unit)
        differs = differs_from_record(house, unit)
    if as_json:
        shape = {"versions": [calendar_sheet.version_shape(item) for item in recorded], "differs": differs}
        click.echo(json.dumps(shape, ensure_ascii=False, indent=2))
        return
    out.print(calendar_sheet.record(recorded, house.config))
    if differs:
        out.print(calendar_sheet.DIFFERS, style="yellow")


@policy.command("correct")
@click.option("--since", type=Day(), required=True, help="First day from which it held, in the desk's time zone.")
@click.option("--because", "why", required=True, metavar="TEXT", help="Why the record was wrong; it is kept.")
@pass_session
@reported
def correct_record(session: Session, since: date, why: str) -> None:
    """Puts the present configuration on record as having held since a day; later versions are superseded.

    Where the record says the same of all that time already there is nothing to correct, and nothing is written.
    """
    house = session.house()
    begin = datetime.combine(since, time(0), ZoneInfo(house.config.desk.time_zone)).astimezone(UTC)
    if not why.strip():
        misused("--because is empty; say why the record was wrong")
    if begin > house.now():
        fail(DATA, f"policy correct: {since} is still to come; write it as a change in the configuration instead")
    with session.store(house) as store, store.unit(house.now()) as unit:
        number = correct(house, unit, begin, why.strip())
        still_open = tickets.unanswered(unit) if number is not None else ()
        for ticket in still_open:
            follow_up(house, unit, ticket, Posting(()))
    if number is None:
        click.echo(f"nothing to correct: what is on record since {since} is what the configuration says")
        return
    click.echo(
        f"version {number} holds since {since}: every ticket received from then on is judged by it, closed ones too; "
        f"the clocks of open tickets ({len(still_open)}) follow it"
    )


COMMANDS = {"calendar": calendar, "policy": policy}
