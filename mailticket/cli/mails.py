"""Commands on single mails: what would be read from them, and taking one in from an MTA's pipe."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mailticket import config as configuration
from mailticket.cli import display, explaining, shapes
from mailticket.cli.queue import as_json_option
from mailticket.cli.session import DATA, TRY_AGAIN, Session, fail, out, pass_session, reported
from mailticket.config import Config
from mailticket.decisions import Outcome
from mailticket.errors import MailticketError, UnreadableMessage
from mailticket.house import House, utc_now
from mailticket.intake.worker import reader_for
from mailticket.model import MessageKey, RawMessage, Reading
from mailticket.outbound.content import number as ticket_number
from mailticket.settling import SAME_AGAIN, Arrival, Settled, settle_safely, settle_within
from mailticket.store import ledger
from mailticket.store.database import Store, create

log = logging.getLogger(__name__)

PIPE = "(ingest)"  # the ledger's name for mail that came by a pipe; its UIDs are counted by us


@click.command("parse")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@as_json_option
@click.option("--explain", is_flag=True, help="Show the blocks of the mail, every candidate, and why one won.")
@pass_session
@reported
def parse(session: Session, files: tuple[Path, ...], as_json: bool, explain: bool) -> None:
    """What would be read from these mails, by the defaults unless --config is given. Changes nothing.

    - is standard input.
    """
    config = session.config() if session.path is not None else configuration.defaults()
    unreadable: list[str] = []
    with reader_for(config, explain=explain) as reader:
        for raw, reading in reader.readings(_mails(files, unreadable)):
            shape = _shape(raw, reading, config)
            if as_json:
                click.echo(json.dumps(shape, ensure_ascii=False))
            else:
                out.print(display.parsed(shape), *explaining.sheet(shape), sep="\n")
    if unreadable:
        fail(DATA, *unreadable)


def _shape(raw: RawMessage, reading: Reading | UnreadableMessage, config: Config) -> dict[str, Any]:
    name = raw.key.mailbox
    if isinstance(reading, UnreadableMessage):
        return shapes.unparsed(name, str(reading))
    if not reading.message.headers:  # the mailbox's would become a ticket all the same: it is somebody's
        return shapes.unparsed(name, "not a mail: no header" if raw.octets else "empty file")
    explanation = {"explanation": shapes.explained(reading.explanation)} if reading.explanation else {}
    return shapes.parsed(name, reading, config) | explanation


def _mails(files: tuple[Path, ...], unreadable: list[str]) -> Iterator[RawMessage]:
    for path in files:
        try:
            octets = _octets(path)
        except OSError as error:
            unreadable.append(f"{path}: {error.strerror or error}")
        else:
            yield _raw(MessageKey(str(path), 0, 0), octets)


def _octets(path: Path) -> bytes:
    return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()


def _raw(key: MessageKey, octets: bytes) -> RawMessage:
    return RawMessage(key, utc_now(), len(octets), hashlib.sha256(octets).hexdigest(), octets)


@click.command("ingest")
@click.argument("file", default="-", type=click.Path(path_type=Path, allow_dash=True))
@pass_session
@reported
def ingest(session: Session, file: Path) -> None:
    """Takes in one mail from a file or standard input, as from the mailbox; 75 when it could not be stored."""
    try:
        octets = _octets(file)
    except OSError as error:
        fail(DATA, f"{file}: {error.strerror or error}")
    if not octets.strip():
        fail(DATA, f"{file}: holds no mail")
    try:
        ending = _take_in(session, octets)
    except MailticketError as error:  # a broken configuration too: with any other code the mail server returns the mail
        fail(TRY_AGAIN, str(error))
    except Exception as error:
        log.exception("taking in %s failed", file)
        fail(TRY_AGAIN, f"{type(error).__name__}: {error}")
    click.echo(ending)


def _take_in(session: Session, octets: bytes) -> str:
    house = session.house()
    create(house.config.state.path)
    raw = _raw(MessageKey(PIPE, 0, 0), octets)
    with reader_for(house.config) as reader:
        _, reading = next(reader.readings([raw]))
    with session.store(house) as store:
        settled = settle_safely(Arrival(raw, reading), lambda arrival: _settle_piped(house, store, arrival))
    return _ending(house, settled)


def _settle_piped(house: House, store: Store, arrival: Arrival) -> Settled:
    """One transaction, in which the mail gets the next UID of the pipe."""
    with store.unit(house.now()) as unit:
        uid = ledger.highest_uid(unit, PIPE, 0) + 1
        numbered = replace(arrival.raw, key=MessageKey(PIPE, 0, uid))
        return settle_within(house, unit, replace(arrival, raw=numbered))


def _ending(house: House, settled: Settled) -> str:
    if settled.decision.rule.startswith(SAME_AGAIN):
        where = f" as {ticket_number(house.config, settled.ticket)}" if settled.ticket else ""
        return f"already taken in{where}"
    ending = f"{settled.decision.outcome} ({settled.decision.rule})"
    named = settled.ticket is not None and settled.decision.outcome is not Outcome.IGNORED
    return f"{ticket_number(house.config, settled.ticket)}: {ending}" if named and settled.ticket else ending


COMMANDS = {"parse": parse, "ingest": ingest}
