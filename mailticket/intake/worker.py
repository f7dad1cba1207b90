"""Reading in a child process with limits on time and memory: a hostile mail kills the child, never the daemon.

A stuck regular expression or a parser gone quadratic cannot be interrupted from another thread; a process can.
pebble's pool replaces a killed child by itself; the next mail is read by a new one.
"""

from __future__ import annotations

import logging
import multiprocessing
import resource
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, TimeoutError, wait
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from mailticket.config import Config, Intake
from mailticket.errors import ReadingUnavailable, UnreadableMessage
from mailticket.intake.context import ReadingContext
from mailticket.model import MessageKey, RawMessage, Reading

log = logging.getLogger(__name__)

AHEAD = 8  # mails handed to the child before their turn, so that reading overlaps storing
STARTING = 60.0  # seconds a child may take to start
HEAD = 1024 * 1024  # of a mail over intake.max_size, what is looked at


_NOTHING = RawMessage(MessageKey("", 0, 0), datetime.min.replace(tzinfo=UTC), 0, "", b"")


class Reader:
    """A child process that reads mails, one after the other."""

    def __init__(self, context: ReadingContext, limits: Intake) -> None:
        self._context, self._limits = context, limits
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=1,
            initializer=_limit_memory,
            initargs=[self._limits.read_memory],
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def readings(self, mails: Iterable[RawMessage]) -> Iterator[tuple[RawMessage, Reading | UnreadableMessage]]:
        """Each mail with what it says, in the given order, or with why it could not be read.

        Raises ReadingUnavailable when no mail can be read at present.
        """
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
        """Hands a mail to the child. A pool whose child died while it had nothing to do never works again."""
        if not self._pool.active:
            self._pool = self._new_pool()
        source = raw.octets if raw.octets is not None else raw.path
        arguments = [source, self._context, self._limits.max_size]
        timeout = self._limits.read_timeout.total_seconds()
        future: Future[Reading] = self._pool.schedule(_read_in_child, args=arguments, timeout=timeout)
        return future

    def _outcome(self, raw: RawMessage, future: Future[Reading]) -> tuple[RawMessage, Reading | UnreadableMessage]:
        """Any exception out of reading is a fault in this one mail, except that there is no process to read it."""
        try:
            return raw, self._second_try(raw, future)
        except (ReadingUnavailable, CancelledError):
            raise
        except (BrokenProcessPool, ImportError) as error:
            if not self._reads_anything():
                raise ReadingUnavailable(f"mails cannot be read: {type(error).__name__}: {error}") from error
            return raw, UnreadableMessage("the reading process died over it; it may need more than intake.read_memory")
        except Exception as error:
            return raw, UnreadableMessage(self._reason(error))

    def _reason(self, error: Exception) -> str:
        match error:
            case TimeoutError():
                seconds = self._limits.read_timeout.total_seconds()
                return f"reading it took longer than {seconds:g} seconds (intake.read_timeout)"
            case MemoryError():
                return "reading it needed more memory than intake.read_memory allows"
            case ProcessExpired():
                return f"the reading process died over it twice (exit code {error.exitcode})"
        return f"reading it failed: {type(error).__name__}: {error}"

    def _reads_anything(self) -> bool:
        """Whether a mail of nothing can be read: then it is the other mail that is at fault."""
        try:
            self._pool.stop()  # type: ignore[no-untyped-call]
            return self._await(self._submit(_NOTHING)) is not None
        except Exception as error:
            log.error("not even an empty mail can be read: %s: %s", type(error).__name__, error)
            return False

    def _second_try(self, raw: RawMessage, future: Future[Reading]) -> Reading:
        """A child can die of something else than this mail (the system's OOM killer): only the second death counts."""
        try:
            return self._await(future)
        except (ProcessExpired, BrokenProcessPool):
            return self._await(self._submit(raw))

    def _await(self, future: Future[Reading]) -> Reading:
        """pebble's limit starts when the child takes a mail up; this one ends the wait for a child that never does."""
        patience = STARTING + (AHEAD + 2) * self._limits.read_timeout.total_seconds()
        if not wait([future], timeout=patience).done:
            raise ReadingUnavailable(f"the reading process did not take up a mail within {patience:g} seconds")
        return future.result()


def reader_for(config: Config, *, explain: bool = False) -> Reader:
    """A reader that knows this desk and keeps to its limits."""
    desk = config.desk
    context = ReadingContext(
        desk.name, desk.region, config.own_addresses, config.agent_addresses, config.lexicon.wordings, explain
    )
    return Reader(context, config.intake)


def _limit_memory(octets: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (octets, octets))


def _read_in_child(source: bytes | Path, context: ReadingContext, max_size: int) -> Reading:
    from mailticket.intake.read import read  # noqa: PLC0415  all the readers' wordings, which only the child needs

    if isinstance(source, bytes):
        return read(source[:max_size], context, truncated=len(source) > max_size)
    size = source.stat().st_size
    with source.open("rb") as file:
        return read(file.read(size if size <= max_size else HEAD), context, truncated=size > max_size)
