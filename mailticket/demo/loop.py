"""An asyncio event loop in a thread of its own, for servers on loopback inside a program. Knows no protocol."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
HOST = "127.0.0.1"
_SECONDS = 30.0


class ServerLoop:
    """Runs coroutines for other threads until closed."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(_without_hang_ups)
        self._thread = threading.Thread(target=self._loop.run_forever, name=name, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of the coroutine, or what it raised; TimeoutError after half a minute."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_SECONDS)

    def close(self) -> None:
        """Cancel what still runs, and end the thread."""
        self.run(_cancel_others())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_SECONDS)
        self._loop.close()


async def _cancel_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_asyncgens()


def _without_hang_ups(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A client that goes away is no news for a server; everything else is reported as usual."""
    if not isinstance(context.get("exception"), ConnectionError | EOFError):
        loop.default_exception_handler(context)
