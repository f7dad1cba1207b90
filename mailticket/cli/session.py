"""What commands share: the configuration, the house, the store, and errors as one line with an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

import click
from rich.console import Console

from mailticket import config as configuration
from mailticket.config import Config
from mailticket.errors import (
    BadAssumption,
    ConfigError,
    FetchError,
    IncompleteInstallation,
    LoopEnded,
    MailticketError,
    NoSuchTicket,
    ReadingUnavailable,
    SmtpUnavailable,
    StateLocked,
    StoreError,
    TemplateError,
    UnreadableMessage,
)
from mailticket.house import House, build
from mailticket.store.database import Store

P = ParamSpec("P")
R = TypeVar("R")

# sysexits.h
DATA, UNAVAILABLE, CANNOT_CREATE, TRY_AGAIN, CONFIGURATION = 65, 69, 73, 75, 78

_CODES: tuple[tuple[type[MailticketError], int], ...] = (
    (ConfigError, CONFIGURATION),
    (TemplateError, CONFIGURATION),
    (IncompleteInstallation, CONFIGURATION),
    (NoSuchTicket, DATA),
    (UnreadableMessage, DATA),
    (StateLocked, TRY_AGAIN),
    (LoopEnded, TRY_AGAIN),
    (ReadingUnavailable, TRY_AGAIN),
    (StoreError, TRY_AGAIN),
    (FetchError, UNAVAILABLE),
    (SmtpUnavailable, UNAVAILABLE),
)


class Terminal(Console):
    """Leaves a closed pipe to ``cli.main``, which ends every command in the same way."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


out = Terminal(highlight=False)
err = Terminal(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Session:
    """One invocation: which configuration file was asked for."""

    path: Path | None

    def config(self) -> Config:
        return configuration.load(configuration.find(self.path))

    def house(self) -> House:
        return build(self.config())

    @contextmanager
    def store(self, house: House) -> Iterator[Store]:
        """The database, which must exist."""
        store = Store(house.config.state.path)
        try:
            yield store
        finally:
            store.close()


pass_session = click.make_pass_decorator(Session)


def fail(code: int, *lines: str) -> NoReturn:
    """One line for each problem on standard error, then the exit code."""
    for line in lines:
        click.echo(f"mailticket: {line}", err=True)
    sys.exit(code)


def misused(what: str) -> NoReturn:
    """A mistake in the command line that only the command itself can see; ``cli.main`` tells it like any other."""
    raise click.UsageError(what, click.get_current_context(silent=True))


def exit_code(error: MailticketError) -> int:
    return next((code for kind, code in _CODES if isinstance(error, kind)), DATA)


def reported(command: Callable[P, R]) -> Callable[P, R]:
    """Turns the program's errors into one line each and an exit code of sysexits.h."""

    @wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ConfigError as error:
            fail(CONFIGURATION, *(f"{error.source}: {problem}" for problem in error.problems))
        except BadAssumption as error:
            misused(str(error))
        except MailticketError as error:
            fail(exit_code(error), str(error))

    return wrapper
