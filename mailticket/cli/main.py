"""The ``mailticket`` command: its options, where each command lives, and how every one of them ends.

A mistake of usage is one line on standard error and ends with 64. Who reads the output through ``head`` has read
enough when the pipe closes: that is no failure and ends quietly with 0.

A command's module is loaded when it is called, so that a mail server's pipe, or the child process that reads mails,
does not load the whole program.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click
from click.exceptions import NoArgsIsHelpError

USAGE = 64  # sysexits.h
INTERRUPTED = 130  # 128 + SIGINT, as shells count

# command → module of this package; the command there has the same name, with _ for what Python keeps to itself
_PLACES = {
    "demo": "demonstration",
    "init": "service",
    "check": "service",
    "run": "service",
    "parse": "mails",
    "ingest": "mails",
    "tickets": "queue",
    "show": "queue",
    "explain": "queue",
    "report": "figures",
    "calendar": "calendars",
    "policy": "calendars",
    "reply": "by_hand",
    "close": "by_hand",
    "assign": "by_hand",
    "set": "by_hand",
    "contact": "contact",
    "outbox": "operations",
    "reconcile": "operations",
    "quarantine": "operations",
}


class ReaderGone(Exception):
    """Nobody reads the output any more. No OSError, because click ends with 1 for those of a pipe."""


@contextmanager
def _noticing_a_closed_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


class Commands(click.Group):
    """The commands by name, each loaded on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _PLACES:
            return None
        module = importlib.import_module(f"mailticket.cli.{_PLACES[cmd_name]}")
        commands: dict[str, click.Command] = module.COMMANDS
        return commands[cmd_name]

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _noticing_a_closed_pipe():  # --help and --version print here
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _noticing_a_closed_pipe():
            try:
                return super().invoke(ctx)
            except click.UsageError as error:
                error.ctx = error.ctx or _called(ctx)
                raise

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Runs a command and ends the process with its exit code."""
        try:
            code = self._ended(*args, **extra)
            _flush(sys.stdout)  # here, where a closed pipe can still be told from a failure
        except (ReaderGone, BrokenPipeError):
            code = 0
            _write_nowhere()
        sys.exit(code)

    def _ended(self, *args: Any, **extra: Any) -> int:
        try:
            return super().main(*args, **{**extra, "standalone_mode": False}) or 0
        except NoArgsIsHelpError as error:
            error.show()
            return USAGE
        except click.ClickException as error:
            click.echo(_one_line(error), err=True)
            return USAGE
        except (click.Abort, KeyboardInterrupt):
            return INTERRUPTED


def _one_line(error: click.ClickException) -> str:
    """``mailticket: COMMAND: what is wrong``, in the words of every other error."""
    words = " ".join(error.format_message().split()).removesuffix(".")
    parts = ("mailticket", _command(getattr(error, "ctx", None)), words[:1].lower() + words[1:])
    return ": ".join(filter(None, parts))


def _called(context: click.Context) -> click.Context:
    """For a mistake that click ties to no command, such as an option without its value."""
    name = context.invoked_subcommand
    return click.Context(click.Command(name), parent=context, info_name=name) if name else context


def _command(context: click.Context | None) -> str:
    """The command as it was called (``contact list``); "" where none was reached."""
    names: list[str] = []
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(names)


def _flush(stream: TextIO | None) -> None:
    """None is what Python has for a standard output that was closed from the start."""
    if stream is not None:
        stream.flush()


def _write_nowhere() -> None:
    """What is still buffered must not fail once more when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", "path", type=click.Path(path_type=Path), metavar="FILE", help="The configuration file.")
@click.version_option(package_name="mailticket", prog_name="mailticket")
@click.pass_context
def cli(context: click.Context, path: Path | None) -> None:
    """Turns a support desk's mailbox into tickets, asks for what is missing, and keeps honest clocks."""
    from mailticket.cli.session import Session  # noqa: PLC0415  see the module's first lines

    context.obj = Session(path)


def main() -> None:
    """The program's entry point."""
    cli.main(prog_name="mailticket")
