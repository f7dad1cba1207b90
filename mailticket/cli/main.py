"""The ``mailticket`` command: its options and where each command lives.

A command's module is loaded when it is called, so that a mail server's pipe, or the child process that reads mails,
does not load the whole program.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

USAGE = 64  # sysexits.h

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


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", "path", type=click.Path(path_type=Path), metavar="FILE", help="The configuration file.")
@click.version_option(package_name="mailticket", prog_name="mailticket")
@click.pass_context
def cli(context: click.Context, path: Path | None) -> None:
    """Turns a support desk's mailbox into tickets, asks for what is missing, and keeps honest clocks."""
    from mailticket.cli.session import Session  # noqa: PLC0415  see the module's first lines

    context.obj = Session(path)


def main() -> None:
    """Runs a command; mistakes in the command line end with 64 as in sysexits.h."""
    try:
        sys.exit(cli.main(prog_name="mailticket", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
