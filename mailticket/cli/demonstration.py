"""The demo command, apart from the others because it alone needs mail servers of its own."""

from __future__ import annotations

import sys

import click

from mailticket.cli.session import out, reported
from mailticket.demo import show


@click.command("demo")
@click.option("--once", "only_once", is_flag=True, help="End when all mails are processed.")
@reported
def demo(only_once: bool) -> None:
    """Needs nothing: servers on loopback, sample customers, the real daemon, and an account of what happened."""
    sys.exit(show.run(out, stay=not only_once))


COMMANDS = {"demo": demo}
