"""The ``mailticket`` command: the group, its options, and the commands of the other modules gathered."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mailticket.cli import by_hand, mails, operations, queue, service
from mailticket.cli.session import USAGE, Session


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", "path", type=click.Path(path_type=Path), metavar="FILE", help="The configuration file.")
@click.version_option(package_name="mailticket")
@click.pass_context
def cli(context: click.Context, path: Path | None) -> None:
    """Turns a support desk's mailbox into tickets, asks for what is missing, and keeps honest clocks."""
    context.obj = Session(path)


for module in (service, mails, queue, by_hand, operations):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Runs a command; mistakes in the command line end with 64 as in sysexits.h."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
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
