"""Commands that do what an agent does by mail: answer, close, assign, set fields."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from datetime import datetime

import click

from mailticket.cli.queue import ticket_argument
from mailticket.cli.session import DATA, Session, fail, misused, pass_session, reported
from mailticket.decisions import Action
from mailticket.desk import by_hand
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.model import FieldValue, Ticket
from mailticket.outbound.clean import one_line
from mailticket.outbound.content import number as ticket_number
from mailticket.outbound.wording import value
from mailticket.store import tickets

agent_option = click.option("--agent", help="Who does it: name or address of a configured agent.")


def _change(session: Session, house: House, number: int, act: Callable[[Ticket, datetime], Sequence[Action]]) -> bool:
    """Decides on the ticket as it stands and writes it in one transaction; False when nothing was to change."""
    with session.store(house) as store, store.unit(house.now()) as unit:
        actions = act(tickets.load(unit, number), unit.now)
        applied = tickets.apply(unit, actions, number, None, house.config.desk.first_ticket_number)
        follow_up(house, unit, number, Posting(applied.replies))
    return bool(actions)


def current_agent(house: House, written: str | None) -> str:
    """The configured agent, else whoever is logged in here."""
    if written is None:
        return getpass.getuser()
    try:
        return by_hand.known_agent(house.config, written)
    except ValueError as error:
        misused(str(error))


def tell_stranger(house: House, written: str | None, who: str) -> None:
    """Says whose deed it was where a login stands in for an agent and is none."""
    if who and written is None and who not in (item.name for item in house.config.agents):
        click.echo(f'mailticket: agent "{who}" is not among [[agents]]; --agent says who it was', err=True)


@click.command("reply")
@ticket_argument
@click.option("--message", "-m", help="The answer; without it, it is read from standard input.")
@agent_option
@pass_session
@reported
def reply(session: Session, number: int, message: str | None, agent: str | None) -> None:
    """Answers the requester in the desk's name; it counts as a response once the mail server has taken it."""
    house = session.house()
    who = current_agent(house, agent)
    text = (sys.stdin.read() if message is None else message).strip()
    if not text:
        fail(DATA, "the answer is empty; give it with --message or on standard input")
    try:
        _change(session, house, number, lambda ticket, now: by_hand.answer(ticket, who, text, now))
    except ValueError as error:
        fail(DATA, str(error))
    tell_stranger(house, agent, who)
    click.echo(f"{ticket_number(house.config, number)}: the answer waits in the outbox and counts once it is sent")


@click.command("close")
@ticket_argument
@click.option("--no-answer-needed", "reason", help="Why no answer was due, for example spam.")
@agent_option
@pass_session
@reported
def close(session: Session, number: int, reason: str | None, agent: str | None) -> None:
    """Closes a ticket. Closed without an answer it counts as a miss, unless a reason is stated."""
    stated = (reason or "").strip()
    if reason is not None and not stated:
        misused("--no-answer-needed is empty; say why no answer was due")
    house = session.house()
    who = current_agent(house, agent)
    changed = _change(session, house, number, lambda ticket, now: by_hand.close(ticket, who, stated, now))
    tell_stranger(house, agent, who)
    click.echo(f"{ticket_number(house.config, number)} {'is closed' if changed else 'was closed already'}")


@click.command("assign")
@ticket_argument
@click.argument("to", metavar="AGENT")
@agent_option
@pass_session
@reported
def assign(session: Session, number: int, to: str, agent: str | None) -> None:
    """Gives a ticket to an agent, who from now on is the one told about it."""
    house = session.house()
    assignee, who = current_agent(house, to), current_agent(house, agent)
    _change(session, house, number, lambda _ticket, now: by_hand.assign(assignee, who, now))
    tell_stranger(house, agent, who)
    click.echo(f"{ticket_number(house.config, number)} is assigned to {assignee}")


@click.command("set")
@ticket_argument
@click.argument("assignments", metavar="KEY=VALUE…", nargs=-1, required=True)
@agent_option
@pass_session
@reported
def set_fields(session: Session, number: int, assignments: tuple[str, ...], agent: str | None) -> None:
    """Sets intake fields, the severity or the category; what an agent sets, no mail overwrites.

    Values are read as those of a form are; KEY= with nothing behind it clears one.
    status=waiting lets the ticket wait for the requester, until they write or status=open says otherwise.
    """
    house = session.house()
    who = current_agent(house, agent)
    try:
        values = by_hand.parse_assignments(assignments, house.config)
    except ValueError as error:
        misused(str(error))
    same: list[FieldValue] = []

    def act(ticket: Ticket, now: datetime) -> Sequence[Action]:
        same.extend(by_hand.unchanged(ticket, values))
        return by_hand.set_fields(ticket, who, values, now)

    try:
        _change(session, house, number, act)
    except ValueError as error:
        fail(DATA, str(error))
    tell_stranger(house, agent, who)
    click.echo(f"{ticket_number(house.config, number)}: {_set_words(values, same)}")


def _set_words(values: Sequence[FieldValue], same: Sequence[FieldValue]) -> str:
    """``phone, cmp_id set; severity is B already``."""
    changed = ", ".join(item.key for item in values if item not in same)
    already = (f"{item.key} is {one_line(value(item.value), 80) or 'empty'} already" for item in same)
    return "; ".join(filter(None, (changed and f"{changed} set", *already)))


COMMANDS = {"reply": reply, "close": close, "assign": assign, "set": set_fields}
