"""Commands of the operator's first day and every day: init, check, run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_IROTH, S_IWOTH

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mailticket import config as configuration
from mailticket import logs, once
from mailticket.cli.session import (
    DATA,
    TRY_AGAIN,
    UNAVAILABLE,
    Session,
    err,
    exit_code,
    fail,
    misused,
    pass_session,
    reported,
)
from mailticket.config import password
from mailticket.config_sla import mostly_closed
from mailticket.decisions import Action, OpenTicket, QueueReply, RecordEvent, SetFields, SetStatus
from mailticket.errors import DeliveryError, MailticketError
from mailticket.house import House, build
from mailticket.intake.fetch import open_session
from mailticket.loops import report
from mailticket.model import EventType, RawMessage
from mailticket.outbound import content, report_mail, report_page, send
from mailticket.outbound.clean import one_line
from mailticket.promises import differs_from_record, unreadable
from mailticket.settling import Settled
from mailticket.shipped import example_configuration
from mailticket.sla.configured import unknown_in_objectives
from mailticket.store import policies
from mailticket.store.database import Store, create

# ---------------------------------------------------------------- init


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False))
@pass_session
@reported
def init(session: Session, folder: Path) -> None:
    """Writes config.toml from the example and creates the database."""
    if session.path is not None:
        misused("--config says nothing here; name the folder as an argument, as in: mailticket init /srv/desk")
    target = folder / "config.toml"
    if target.exists():
        fail(DATA, f"{target} exists already and is left as it is")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(example_configuration().read_text("utf-8"), "utf-8")
    except OSError as error:
        fail(DATA, f"{target}: cannot be written: {error.strerror or error}")
    state = configuration.load(target).state.path
    create(state)
    click.echo(f"{target} written; fill in [desk], [imap], [smtp] and [[agents]], then run: mailticket check")
    click.echo(f"{state} created")


# ---------------------------------------------------------------- check


@click.command("check")
@pass_session
@reported
def check(session: Session) -> None:
    """Configuration, mailbox, SMTP login, database, promises, templates: one line each; fails when any fails."""
    path = configuration.find(session.path)
    house = build(configuration.load(path))
    click.echo(f"ok    configuration  {path}")
    checks: tuple[tuple[str, Callable[[House], str]], ...] = (
        ("imap", _check_imap),
        ("smtp", _check_smtp),
        ("database", _check_database),
        ("promises", _check_promises),
        ("objectives", _check_objectives),
        ("templates", _check_templates),
    )
    codes = [_checked(name, probe, house) for name, probe in checks]
    if exposed := "; ".join(_exposed_passwords(house)):
        click.echo(f"warn  passwords      {exposed}")
    for line in mostly_closed(house.config.calendars):
        click.echo(f"warn  calendars      calendar {line}")
    if not house.config.agents:
        click.echo("warn  agents         none are configured: nobody is told of new tickets")
    sys.exit(max(codes))


class _Doubt(MailticketError):
    """Nothing fails, and yet the operator should know."""


def _checked(name: str, probe: Callable[[House], str], house: House) -> int:
    try:
        click.echo(f"ok    {name:<13}  {probe(house)}")
    except _Doubt as doubt:
        click.echo(f"warn  {name:<13}  {doubt}")
    except DeliveryError as error:
        click.echo(f"FAIL  {name:<13}  {error}")
        return UNAVAILABLE
    except MailticketError as error:
        click.echo(f"FAIL  {name:<13}  {str(error).removeprefix(f'{name} ')}")
        return exit_code(error)
    return 0


def _check_imap(house: House) -> str:
    server = house.config.imap
    secret = password(server, "imap-password")
    with open_session(server, secret, server.folder, readonly=True) as session:
        mails, sent = len(session.uids()), session.sent_folder()
    line = f"{server.username} on {server.host}, {server.folder} holds {mails} mail{'s' * (mails != 1)}"
    if server.sent_folder:
        open_session(server, secret, server.sent_folder, readonly=True).close()
        return f"{line}, {server.sent_folder} is watched"
    hint = f'; agents who answer from this mailbox are seen with imap.sent_folder = "{sent}"' if sent else ""
    return line + hint


def _check_smtp(house: House) -> str:
    return send.probe(house.config.smtp, password(house.config.smtp, "smtp-password"))


def _exposed_passwords(house: House) -> Iterator[str]:
    """A group may be meant; everybody is not. A file that cannot be looked at is told by the login."""
    for path in dict.fromkeys((house.config.imap.password_file, house.config.smtp.password_file)):
        with suppress(OSError):
            mode = S_IMODE(path.stat().st_mode) if path else 0
            if mode & (S_IROTH | S_IWOTH):
                yield f"{path} is open to everybody on this machine (mode {mode:04o}); chmod 600 keeps it to its owner"


def _check_database(house: House) -> str:
    create(house.config.state.path)
    store = Store(house.config.state.path)
    try:
        verdict = store.quick_check()
    finally:
        store.close()
    if verdict != "ok":
        raise MailticketError(f"{house.config.state.path}: the database is damaged: {verdict}")
    return f"{house.config.state.path} is sound"


def _check_promises(house: House) -> str:
    """Only the daemon's start puts a changed configuration on record: until then the former promises hold."""
    store = Store(house.config.state.path)
    try:
        with store.reading(house.now()) as unit:
            recorded, differs = policies.in_force(unit), differs_from_record(house, unit)
            damaged = unreadable(unit)
    finally:
        store.close()
    if not recorded:
        return "none on record yet; the configuration's hold from the first start of the daemon"
    if damaged:
        told = "; ".join(f"version {number} on record cannot be read: {why}" for number, why in damaged)
        raise MailticketError(f"{told}; its neighbours hold in its place until `mailticket policy correct` replaces it")
    number = recorded[-1].number
    if differs:
        raise _Doubt(f"the configuration differs from version {number}: it holds from the next start of the daemon")
    return f"version {number} on record is what the configuration says"


def _check_objectives(house: House) -> str:
    unknown = tuple(unknown_in_objectives(house.config))
    if unknown:
        raise _Doubt("; ".join(unknown))
    count = len(house.config.sla.objectives)
    return f"{count} objective{'s' * (count != 1)}"


def _check_templates(house: House) -> str:
    for sample in content.samples(house.config):
        for name in house.renderer.names():
            house.renderer.render(name, sample)
    page = report_page.variables(report_mail.sample(house.now()), house.config)
    house.renderer.page("report", page)
    return f"{len(house.renderer.names())} mails and a page rendered"


# ---------------------------------------------------------------- run


@click.command("run")
@click.option("--once", "only_once", is_flag=True, help="Empty mailbox and outbox, warn of clocks, then end.")
@click.option("--dry-run", is_flag=True, help="Show what would be decided about waiting mail; change nothing.")
@pass_session
@reported
def run(session: Session, only_once: bool, dry_run: bool) -> None:
    """The daemon. With --once 69 means the mailbox could not be read, 75 that mails still wait to be sent.

    The digest of the morning and the report of the month are sent by the daemon alone, never with --once.
    """
    house = session.house()
    logs.set_up(house.config.log)
    if dry_run:
        _rehearse(house)
    elif only_once:
        _run_once(house)
    else:
        from mailticket import daemon  # noqa: PLC0415  the scheduler is of no use to a single run

        daemon.run(house)


def _rehearse(house: House) -> None:
    mails = once.rehearse(house, once.Audience(told=_announce))
    click.echo(f"{mails} mail{'s' * (mails != 1)}; nothing was changed")


def _announce(raw: RawMessage, settled: Settled) -> None:
    decision = settled.decision
    click.echo(f"{raw.key.mailbox} {raw.key.uid}: {decision.outcome} ({decision.rule})")
    for line in filter(None, map(_in_words, decision.actions)):
        click.echo(f"    {line}")


_TOLD = (EventType.ANSWER_WITHHELD, EventType.LINKED, EventType.AGENT_REPLIED)


def _in_words(action: Action) -> str:
    """What an action would do; "" for those that only write down what the others say."""
    match action:
        case OpenTicket():
            return f"opens a ticket for {one_line(action.requester.addr)}: {one_line(action.subject, 100)}"
        case SetFields():
            return f"reads {', '.join(item.key for item in action.values)}"
        case SetStatus():
            return f"sets the status to {action.status}"
        case QueueReply():
            reply = action.reply
            asks = f", asks for {', '.join(reply.missing)}" if reply.missing else ""
            return f"mails {reply.template} to {one_line(', '.join(item.addr for item in reply.to), 100)}{asks}"
        case RecordEvent(event=event) if event.type in _TOLD:
            return f"notes {event.type.replace('_', ' ')}: {one_line(str(event.data.get('why', '')), 100)}"
    return ""


def _run_once(house: House) -> None:
    with _progress() as audience:
        drained = once.run_once(house, audience)
    if drained.problem is not None:
        fail(UNAVAILABLE, str(drained.problem))
    if drained.waiting:
        fail(
            TRY_AGAIN,
            f"{drained.waiting} mail{'s' * (drained.waiting != 1)} still in the outbox; `mailticket outbox` says why",
        )


@contextmanager
def _progress() -> Iterator[once.Audience]:
    """A bar at a terminal when there is a backlog; log lines otherwise."""
    if not err.is_terminal:
        yield once.Audience()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task("mails", total=0)

        def expected(mails: int) -> None:
            progress.update(task, total=(progress.tasks[0].total or 0) + mails)

        def told(raw: RawMessage, settled: Settled) -> None:
            report(raw, settled)
            progress.advance(task)

        yield once.Audience(expected, told)


COMMANDS = {"init": init, "check": check, "run": run}
