"""Commands that show: the queue, one ticket, and why a clock stands where it stands."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from mailticket.cli import display, shapes
from mailticket.cli.session import Session, out, pass_session, reported
from mailticket.desk.queue import urgency
from mailticket.house import House
from mailticket.model import Ticket, TicketStatus
from mailticket.sla.clock import Clock
from mailticket.store import messages, queue, tickets
from mailticket.store.database import Unit
from mailticket.ticking import clocks_of, never_paused

MOST = 200  # lines of the queue at a terminal
as_json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")


class TicketNumber(click.ParamType[int]):
    """``1042``, ``#1042`` or ``"TechOps #1042"``."""

    name = "id"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        digits = str(value).rpartition("#")[2].strip()
        if not digits.isdecimal():
            self.fail(f'"{value}" is not a ticket number; write for example 1042', param, ctx)
        return int(digits)


ticket_argument = click.argument("number", metavar="ID", type=TicketNumber())


@click.command("tickets")
@click.option("--status", type=click.Choice([str(item) for item in TicketStatus]), help="Only tickets of this status.")
@click.option("--all", "everything", is_flag=True, help="Closed tickets as well, and as many as there are.")
@click.option("--limit", type=click.IntRange(1), help=f"At most so many (default {MOST}; with --json all).")
@as_json_option
@pass_session
@reported
def list_tickets(session: Session, status: str | None, everything: bool, limit: int | None, as_json: bool) -> None:
    """The open tickets, what to answer next first; with --json all tickets."""
    house = session.house()
    statuses = (TicketStatus(status),) if status else tuple(TicketStatus) if everything or as_json else queue.OPEN
    with session.store(house) as store, store.reading(house.now()) as unit:
        there_are = queue.count(unit, statuses)
        most = limit or (there_are if everything or as_json else MOST)
        found = _all_with_clocks(house, unit, queue.numbers(unit, statuses, most))
    if as_json:
        lines = [shapes.ticket_line(ticket, running, house.config) for ticket, running in sorted(found, key=urgency)]
        click.echo(json.dumps(lines, ensure_ascii=False, indent=2))
        return
    out.print(display.queue(found, house.config, house.now()))
    if there_are > len(found):
        out.print(f"{there_are - len(found)} more; --all or --limit N shows them", style="dim")


def _all_with_clocks(house: House, unit: Unit, numbers: Sequence[int]) -> list[tuple[Ticket, tuple[Clock, ...]]]:
    return [(item, clocks_of(house, unit, item).now) for item in tickets.load_many(unit, numbers)]


def _with_clocks(house: House, unit: Unit, number: int) -> tuple[Ticket, tuple[Clock, ...]]:
    ticket = tickets.load(unit, number)
    return ticket, clocks_of(house, unit, ticket).now


@click.command("show")
@ticket_argument
@as_json_option
@pass_session
@reported
def show(session: Session, number: int, as_json: bool) -> None:
    """One ticket with its fields, messages, clock and events."""
    house = session.house()
    with session.store(house) as store, store.reading(house.now()) as unit:
        ticket, running = _with_clocks(house, unit, number)
        rows = messages.of_ticket(unit, number)
    if as_json:
        line = shapes.ticket_line(ticket, running, house.config)
        click.echo(json.dumps(shapes.whole_ticket(line, rows, ticket.events), ensure_ascii=False, indent=2))
    else:
        out.print(display.whole_ticket(display.Sheet(ticket, running, rows, house.config)))


@click.command("explain")
@ticket_argument
@as_json_option
@pass_session
@reported
def explain(session: Session, number: int, as_json: bool) -> None:
    """Every stretch of a ticket's clock, and which event began and ended it."""
    house = session.house()
    with session.store(house) as store, store.reading(house.now()) as unit:
        ticket, running = _with_clocks(house, unit, number)
        twins = never_paused(house, unit, ticket, running)
    if as_json:
        click.echo(json.dumps(shapes.explanation(ticket, running, house.config, twins), ensure_ascii=False, indent=2))
    else:
        out.print(display.explanation(ticket, running, house.config, twins))


COMMANDS = {"tickets": list_tickets, "show": show, "explain": explain}
