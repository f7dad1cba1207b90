"""Commands that keep it running: the outbox, the ledger against the mailbox, and mails that could not be read."""

from __future__ import annotations

import json
import sys

import click

from mailticket import once
from mailticket.cli.queue import as_json_option
from mailticket.cli.session import DATA, Session, fail, out, pass_session, reported
from mailticket.cli.tables import outbox_table, quarantine_table
from mailticket.config import password
from mailticket.decisions import Outcome
from mailticket.desk.situation import Folder
from mailticket.house import House
from mailticket.intake.fetch import open_session
from mailticket.intake.worker import reader_for
from mailticket.loops import folder_name
from mailticket.model import MessageKey, RawMessage
from mailticket.outbound.content import number as ticket_number
from mailticket.settling import Arrival, settle_quarantined
from mailticket.store import codec, ledger, messages, outbox
from mailticket.store.database import Store
from mailticket.store.outbox import State

# ---------------------------------------------------------------- outbox


@click.group("outbox", invoke_without_command=True)
@click.option("--all", "everything", is_flag=True, help="Sent mails too.")
@as_json_option
@click.pass_context
def outbox_group(context: click.Context, everything: bool, as_json: bool) -> None:
    """Mails that wait to be sent or failed, and why."""
    if context.invoked_subcommand is None:
        list_outbox(context.obj, everything, as_json)


@reported
def list_outbox(session: Session, everything: bool, as_json: bool) -> None:
    house = session.house()
    states = tuple(State) if everything else (State.QUEUED, State.SENDING, State.FAILED)
    with session.store(house) as store, store.reading(house.now()) as unit:
        rows = outbox.listing(unit, *states)
    if as_json:
        shaped = [{**row, "rcpt_to": json.loads(row["rcpt_to"])} for row in rows]
        click.echo(json.dumps(shaped, ensure_ascii=False, indent=2))
    else:
        out.print(outbox_table(rows, house.config, house.now()))


@outbox_group.command("retry")
@click.argument("number", metavar="ID", type=int)
@pass_session
@reported
def retry(session: Session, number: int) -> None:
    """Tries a failed or waiting mail again now."""
    house = session.house()
    with session.store(house) as store, store.unit(house.now()) as unit:
        found = outbox.retry(unit, number)
    if not found:
        fail(DATA, f"no waiting or failed mail {number} in the outbox")
    click.echo(f"mail {number} is tried again at once")


# ---------------------------------------------------------------- reconcile


@click.command("reconcile")
@as_json_option
@pass_session
@reported
def reconcile(session: Session, as_json: bool) -> None:
    """Compares the ledger with the mailbox: every mail on the server must have its end; 65 when one has none."""
    house = session.house()
    with session.store(house) as store:
        gaps = {folder_name(house, folder): _gap(house, store, folder) for folder in once.watched(house)}
        with store.reading(house.now()) as unit:
            ends = ledger.outcomes(unit)
    if as_json:
        click.echo(json.dumps({"outcomes": ends, "unsettled": gaps}, indent=2))
    else:
        click.echo("settled: " + (", ".join(f"{mails} {outcome}" for outcome, mails in ends.items()) or "nothing yet"))
        for folder, uids in gaps.items():
            click.echo(f"{folder}: {_gap_words(uids)}")
    sys.exit(DATA if any(gaps.values()) else 0)


def _gap(house: House, store: Store, folder: Folder) -> list[int]:
    server = house.config.imap
    secret = password(server, "imap-password")
    with open_session(server, secret, folder_name(house, folder), readonly=True) as session:
        present = session.uids()
        with store.reading(house.now()) as unit:
            known = ledger.uids(unit, session.folder, session.uidvalidity)
    return [uid for uid in present if uid not in known]


def _gap_words(uids: list[int]) -> str:
    if not uids:
        return "every mail has its end"
    shown = ", ".join(map(str, uids[:20])) + (" …" if len(uids) > 20 else "")
    told = "1 mail has" if len(uids) == 1 else f"{len(uids)} mails have"
    return f"{told} no end yet: UID {shown}; `mailticket run` takes {'it' if len(uids) == 1 else 'them'} in"


# ---------------------------------------------------------------- quarantine

_NO_LONGER = "mail {} is in the quarantine no more"


@click.group("quarantine", invoke_without_command=True)
@as_json_option
@click.pass_context
def quarantine_group(context: click.Context, as_json: bool) -> None:
    """Mails that could not be read; their octets are kept whole."""
    if context.invoked_subcommand is None:
        list_quarantine(context.obj, as_json)


@reported
def list_quarantine(session: Session, as_json: bool) -> None:
    house = session.house()
    with session.store(house) as store, store.reading(house.now()) as unit:
        rows = ledger.quarantined(unit)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        out.print(quarantine_table(rows))


@quarantine_group.command("show")
@click.argument("number", metavar="ID", type=int)
@pass_session
@reported
def show_octets(session: Session, number: int) -> None:
    """Writes the raw mail to standard output."""
    house = session.house()
    with session.store(house) as store:
        sys.stdout.buffer.write(_quarantined(house, store, number).octets or b"")


@quarantine_group.command("retry")
@click.argument("number", metavar="ID", type=int)
@pass_session
@reported
def read_again(session: Session, number: int) -> None:
    """Reads a mail once more, for example with a newer mailticket; it then takes its ordinary way."""
    house = session.house()
    with session.store(house) as store:
        raw = _quarantined(house, store, number)
        with reader_for(house.config) as reader:
            reading = reader.read(raw)
        with store.unit(house.now()) as unit:
            settled = settle_quarantined(house, unit, Arrival(raw, reading, _role(house, raw)), number)
    if settled is None:
        fail(DATA, _NO_LONGER.format(number))
    ticket = f" {ticket_number(house.config, settled.ticket)}" if settled.ticket else ""
    click.echo(f"mail {number}: {settled.decision.outcome}{ticket} ({settled.decision.rule})")


@quarantine_group.command("dismiss")
@click.argument("number", metavar="ID", type=int)
@pass_session
@reported
def dismiss(session: Session, number: int) -> None:
    """Takes a mail off the list for good; its octets stay."""
    house = session.house()
    with session.store(house) as store:
        raw = _quarantined(house, store, number)
        with store.unit(house.now()) as unit:
            dismissed = ledger.claim_quarantined(unit, number)
            if dismissed:
                ledger.change_end(unit, raw.key, Outcome.IGNORED, "dismissed from the quarantine by a person", None)
    if not dismissed:
        fail(DATA, _NO_LONGER.format(number))
    click.echo(f"mail {number} is dismissed")


def _role(house: House, raw: RawMessage) -> Folder:
    return Folder.SENT if raw.key.mailbox == house.config.imap.sent_folder else Folder.INBOX


def _quarantined(house: House, store: Store, number: int) -> RawMessage:
    with store.reading(house.now()) as unit:
        row = ledger.quarantined_mail(unit, number)
        octets = messages.raw_octets(unit, row["sha256"]) if row else None
    if row is None or octets is None:
        fail(DATA, f"no mail {number} in the quarantine")
    key = MessageKey(row["mailbox"], row["uidvalidity"], row["uid"])
    return RawMessage(key, codec.time_value(row["received_at"]), row["size"], row["sha256"], octets)


COMMANDS = {"outbox": outbox_group, "reconcile": reconcile, "quarantine": quarantine_group}
