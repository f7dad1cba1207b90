"""Commands about phone and chat contacts: logging one, taking in a telephone system's table, listing them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import click

from mailticket.cli import shapes
from mailticket.cli.by_hand import current_agent, tell_stranger
from mailticket.cli.days import Day, period, refused
from mailticket.cli.queue import TicketNumber, as_json_option
from mailticket.cli.session import DATA, Session, fail, misused, pass_session, reported
from mailticket.config import Config
from mailticket.contact_csv import Note, Stranger, text_lines
from mailticket.contact_import import Taken, Told, Wish, take
from mailticket.contacts import Channel, Contact, check_begin, moment, waiting_time
from mailticket.errors import NoSuchTicket, UnusableTable
from mailticket.house import House
from mailticket.outbound.clean import one_line
from mailticket.outbound.content import number as ticket_number
from mailticket.store import contacts, tickets


@click.group("contact")
def contact_group() -> None:
    """Phone and chat contacts, so that their waiting times can be measured."""


# ---------------------------------------------------------------- by hand


def _logging(channel: Channel, words: str) -> click.Command:
    @contact_group.command(str(channel), help=f"Logs {words} by hand.")
    @click.option("--waited", required=True, help="Until answered or given up: 95, 95s, 2m or 1:35.")
    @click.option("--ticket", "number", metavar="ID", type=TicketNumber(), help="The ticket it was about.")
    @click.option("--agent", help="Who answered: name or address of a configured agent (default: who is logged in).")
    @click.option(
        "--at", help="When it began, as '2026-11-24 14:05' in the desk's zone or with an offset (default: now)."
    )
    @click.option("--abandoned", is_flag=True, help="Given up before anybody answered.")
    @pass_session
    @reported
    def log_contact(session: Session, /, **options: Any) -> None:
        _log_by_hand(session.house(), session, channel, options)

    return log_contact


_logging(Channel.PHONE, "a call")
_logging(Channel.CHAT, "a chat")


def _log_by_hand(house: House, session: Session, channel: Channel, options: dict[str, Any]) -> None:
    waited = _waited(options["waited"])
    agent = "" if options["abandoned"] and options["agent"] is None else current_agent(house, options["agent"])
    at = _begin(house, options["at"])
    contact = Contact(channel, at, waited, not options["abandoned"], agent, options["number"])
    with session.store(house) as store, store.unit(house.now()) as unit:
        if contact.ticket is not None and not tickets.exists(unit, contact.ticket):
            raise NoSuchTicket(contact.ticket)
        contacts.add(unit, contact)
    tell_stranger(house, options["agent"], agent)
    click.echo(f"logged: {_line(contact, house.config)}")


def _waited(written: str) -> timedelta:
    try:
        return waiting_time(written)
    except ValueError as error:
        misused(f"--waited: {error}")


def _begin(house: House, written: str | None) -> datetime:
    now = house.now()
    if written is None:
        return now
    try:
        taken = moment(written, ZoneInfo(house.config.desk.time_zone))
        at = check_begin(taken, now, written)
    except ValueError as error:
        misused(f"--at: {error}")
    if taken.note:
        click.echo(f"mailticket: --at: {taken.note}", err=True)
    return at


# ---------------------------------------------------------------- from a file


@contact_group.command("import")
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--skip-bad", is_flag=True, help="Take the good rows although others are broken; still ends with 65.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken and change nothing.")
@click.option(
    "--channel",
    type=click.Choice([str(item) for item in Channel]),
    help="Of rows that name none, as from a telephone system.",
)
@click.option("--time-format", default="", metavar="FORMAT", help="For example '%m/%d/%Y %I:%M %p' (strptime).")
@pass_session
@reported
def import_contacts(session: Session, /, file: Path, **options: Any) -> None:
    """Takes in a telephone system's CSV file, or standard input.

    Columns are known by their header, in any order: channel (phone or chat), start (or date and time), waited, answered
    (or abandoned, status), and if there are agent, ticket, id. Times without an offset are of the desk's zone. The same
    file again doubles nothing.

    Each broken row is reported on standard error with its line and reason. If there is one, nothing is taken and the
    exit code is 65; with --skip-bad the good rows are taken and the exit code is 65 too. An agent who is not among
    [[agents]] breaks no row; each is told once.
    """
    house = session.house()
    channel = options.pop("channel")
    wish = Wish(channel=Channel(channel) if channel else None, **options)
    with session.store(house) as store, _opened(file) as stream:
        try:
            done = take(house, store, text_lines(stream), wish, partial(_tell, file))
        except UnusableTable as error:
            fail(DATA, f"{file}: {error}")
    click.echo(_summary(done, wish))
    if done.refused:
        sys.exit(DATA)


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        fail(DATA, f"{file}: {error.strerror or error}")
    with stream:
        yield stream


def _tell(file: Path, item: Told) -> None:
    where = f"{'lines' if '-' in item.lines else 'line'} {item.lines}"
    match item:
        case Stranger():
            rows = f"{item.rows} row{'s' * (item.rows != 1)}"
            whom = f'agent "{item.name}" ({where}, {rows}) is' if item.name else f"more agents ({where}, {rows}) are"
            words = f"{whom} not among [[agents]]"
        case Note():
            words = f"{where}: note: {item.text}"
        case _:
            words = f"{where}: {item.reason}"
    click.echo(f"mailticket: {file}: {words}", err=True)


def _summary(done: Taken, wish: Wish) -> str:
    figures = f"{done.taken} taken, {done.known} already known, {done.refused} refused"
    if done.refused and not wish.skip_bad:
        return f"{figures}; nothing is taken while rows are refused: mend them, or use --skip-bad"
    return f"{figures}; a dry run: nothing was changed" if wish.dry_run else figures


# ---------------------------------------------------------------- listing


@contact_group.command("list")
@click.option("--since", type=Day(), help="First day, in the desk's time zone (default: the first of this month).")
@click.option("--until", type=Day(), help="Last day, included (default: today).")
@as_json_option
@pass_session
@reported
def list_contacts(session: Session, since: date | None, until: date | None, as_json: bool) -> None:
    """Contacts by when they began, oldest first."""
    house = session.house()
    if mistake := refused(house.config, house.now(), since, until):
        misused(mistake)
    begin, end = period(house.config, house.now(), since, until)
    with session.store(house) as store, store.reading(house.now()) as unit:
        found = contacts.listing(unit, begin, end)
        for line in _json_lines(found) if as_json else _lines(found, house.config):
            click.echo(line)


def _json_lines(found: Iterator[Contact]) -> Iterator[str]:
    """One JSON list, written as it is read: there may be very many."""
    shown = (json.dumps(shapes.contact(contact), ensure_ascii=False) for contact in found)
    line = f"[\n  {next(shown, '')}"
    for following in shown:
        yield f"{line},"
        line = f"  {following}"
    yield f"{line}\n]"


def _lines(found: Iterator[Contact], config: Config) -> Iterator[str]:
    count = 0
    for contact in found:
        count += 1
        yield _line(contact, config)
    if not count:
        yield "No contacts."


def _line(contact: Contact, config: Config) -> str:
    at = contact.at.astimezone(ZoneInfo(config.desk.time_zone))
    outcome = "answered" if contact.answered else "abandoned"
    head = f"{at:%Y-%m-%d %H:%M:%S %Z}  {contact.channel:5}  {outcome:9} after {_seconds(contact.waited):>7}"
    about = ticket_number(config, contact.ticket) if contact.ticket is not None else ""
    return "  ".join(filter(None, (head, one_line(contact.agent, 60), about)))


def _seconds(waited: timedelta) -> str:
    return f"{waited.total_seconds():g} s" if waited < timedelta(hours=1) else str(waited)


COMMANDS = {"contact": contact_group}
