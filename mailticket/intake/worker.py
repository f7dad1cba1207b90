"""Reading in a child process with limits on time and memory: a hostile mail kills the child, never the daemon.

A stuck regular expression or a parser gone quadratic cannot be interrupted from another thread; a process can.
pebble's pool replaces a killed child by itself; the next mail is read by a new one.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, TimeoutError
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from mailticket.config import Config, Intake
from mailticket.errors import UnreadableMessage
from mailticket.intake.context import ReadingContext
from mailticket.model import RawMessage, Reading

AHEAD = 8  # mails handed to the child before their turn, so that reading overlaps storing
HEAD = 1024 * 1024  # of a mail over intake.max_size, what is looked at


class Reader:
    """A child process that reads mails, one after the other."""

    def __init__(self, context: ReadingContext, limits: Intake) -> None:
        self._context, self._limits = context, limits
        self._pool = ProcessPool(
            max_workers=1,
            initializer=_limit_memory,
            initargs=[limits.read_memory],
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def readings(self, mails: Iterable[RawMessage]) -> Iterator[tuple[RawMessage, Reading | UnreadableMessage]]:
        """Each mail with what it says, in the given order, or with why it could not be read."""
        waiting: deque[tuple[RawMessage, Future[Reading]]] = deque()
        for raw in mails:
            waiting.append((raw, self._submit(raw)))
            if len(waiting) > AHEAD:
                yield self._outcome(*waiting.popleft())
        while waiting:
            yield self._outcome(*waiting.popleft())

    def read(self, raw: RawMessage) -> Reading:
        """What one mail says; raises UnreadableMessage."""
        result = self._outcome(raw, self._submit(raw))[1]
        if isinstance(result, UnreadableMessage):
            raise result
        return result

    def _submit(self, raw: RawMessage) -> Future[Reading]:
        source = raw.octets if raw.octets is not None else raw.path
        arguments = [source, self._context, self._limits.max_size]
        future: Future[Reading] = self._pool.schedule(
            _read_in_child, args=arguments, timeout=self._limits.read_timeout.total_seconds()
        )
        return future

    def _outcome(self, raw: RawMessage, future: Future[Reading]) -> tuple[RawMessage, Reading | UnreadableMessage]:
        """Any exception out of the child is a fault in reading this one mail, and is named as such."""
        try:
            return raw, self._second_try(raw, future)
        except TimeoutError:
            seconds = self._limits.read_timeout.total_seconds()
            return raw, UnreadableMessage(f"reading it took longer than {seconds:g} seconds (intake.read_timeout)")
        except MemoryError:
            return raw, UnreadableMessage("reading it needed more memory than intake.read_memory allows")
        except ProcessExpired as error:
            return raw, UnreadableMessage(f"the reading process died over it twice (exit code {error.exitcode})")
        except CancelledError:
            raise
        except Exception as error:
            return raw, UnreadableMessage(f"reading it failed: {type(error).__name__}: {error}")

    def _second_try(self, raw: RawMessage, future: Future[Reading]) -> Reading:
        """A child can die of something else than this mail (the system's OOM killer): only the second death counts."""
        try:
            return future.result()
        except ProcessExpired:
            return self._submit(raw).result()


def reader_for(config: Config) -> Reader:
    """A reader that knows this desk and keeps to its limits."""
    desk = config.desk
    return Reader(ReadingContext(desk.name, desk.region, config.own_addresses), config.intake)


def _limit_memory(octets: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (octets, octets))


def _read_in_child(source: bytes | Path, context: ReadingContext, max_size: int) -> Reading:
    from mailticket.intake.read import read  # noqa: PLC0415  all the readers' wordings, which only the child needs

    if isinstance(source, bytes):
        return read(source[:max_size], context, truncated=len(source) > max_size)
    size = source.stat().st_size
    with source.open("rb") as file:
        return read(file.read(size if size <= max_size else HEAD), context, truncated=size > max_size)
