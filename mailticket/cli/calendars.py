"""Commands about what is promised when: which hours of a calendar count, and the record of promises."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import NoReturn
from zoneinfo import ZoneInfo

import click

from mailticket.cli import calendar_sheet
from mailticket.cli.days import Day
from mailticket.cli.queue import as_json_option
from mailticket.cli.session import DATA, Session, fail, misused, out, pass_session, reported
from mailticket.config_sla import mostly_closed
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.promises import correct, differs_from_record, planned, records
from mailticket.sla import month as calendar_days
from mailticket.sla.calendar import Calendar
from mailticket.sla.configured import EVER, OnRecord, calendars_of, document, latest, written
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


@dataclass(frozen=True, slots=True)
class _View:
    """What is shown: ``found``, of which ``on_record`` is on record. ``to_come`` are calendars that are not shown yet.

    ``remark`` stands beside what is shown, ``hint`` goes to standard error.
    """

    found: tuple[OnRecord, ...]
    on_record: tuple[OnRecord, ...] = ()
    to_come: Collection[str] = ()
    remark: str = ""
    hint: str = ""


def _view(house: House, unit: Unit | None, *, as_planned: bool) -> _View:
    remark = calendar_sheet.NOT_YET if as_planned else ""
    if unit is None:
        return _View((OnRecord(1, EVER, written(document(house.config))),), remark=remark)
    held, differs = records(house, unit), differs_from_record(house, unit)
    if not differs and policies.in_force(unit):
        return _View(held, held, hint=calendar_sheet.NOTHING_PLANNED if as_planned else "")
    to_come = planned(house, unit)
    if as_planned:
        return _View(to_come, held, remark=remark)
    return _View(held, held, calendars_of(to_come), hint=calendar_sheet.PLANNED if differs else "")


@click.command("calendar")
@click.argument("name", required=False)
@click.option("--month", type=Month(), help="Which month (default: this one).")
@click.option(
    "--planned", "as_planned", is_flag=True, help="As it will be once the daemon starts with what is configured."
)
@as_json_option
@pass_session
@reported
def calendar(session: Session, /, name: str | None, month: date | None, as_planned: bool, as_json: bool) -> None:
    """Which hours count: the days of a month in a calendar; without a name the calendars there are.

    An edited configuration counts from the next start of the daemon: until then --planned shows it.
    """
    house = session.house()
    with _reading(house) as unit:
        view = _view(house, unit, as_planned=as_planned)
    known = calendars_of(view.found)
    if name is None:
        if month is not None:
            misused(f"--month needs a calendar; there are {', '.join(known)}")
        _list(view, known, as_json)
    elif name not in known:
        _refuse(name, known, view)
    else:
        today = house.now().astimezone(ZoneInfo(house.config.desk.time_zone)).date()
        recorded = {item.valid_from: item.number for item in view.on_record}
        _show(name, _days(known[name], month or today.replace(day=1), recorded), view.remark, as_json)
    asked = {key: week for key, week in house.config.calendars.items() if as_planned and name in (None, key)}
    for line in filter(None, (view.hint, *mostly_closed(asked))):
        click.echo(f"mailticket: calendar: {line}", err=True)


def _refuse(name: str, known: Collection[str], view: _View) -> NoReturn:
    if name in view.to_come:
        misused(f'"{name}" is in the configuration alone: it takes effect when the daemon starts; --planned shows it')
    misused(f'no calendar "{name}" is known; there are {", ".join(known)}')


def _list(view: _View, known: Mapping[str, Calendar], as_json: bool) -> None:
    content = latest(view.found)
    users = {name: calendar_sheet.users(name, content) for name in known}
    if as_json:
        shape = [{"name": name, "used_by": list(words)} for name, words in users.items()]
        click.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    else:
        out.print(calendar_sheet.listing(users, view.remark))


def _days(found: Calendar, month: date, recorded: Mapping[datetime, int]) -> tuple[calendar_days.Day, ...]:
    try:
        return tuple(calendar_days.days(found, month, recorded))
    except ValueError as error:
        misused(f"{error}; write for example --month 2026-12")


def _show(name: str, lines: tuple[calendar_days.Day, ...], remark: str, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(calendar_sheet.shape(name, lines, remark), ensure_ascii=False, indent=2))
    else:
        out.print(calendar_sheet.month(name, lines, remark))


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
