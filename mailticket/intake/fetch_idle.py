"""Waiting without polling: until the IMAP server speaks (RFC 2177), somebody calls, or time is over.

Reads no mail: whoever waited looks for what is new by a SEARCH.
"""

from __future__ import annotations

import selectors
import socket
import ssl
from contextlib import suppress
from typing import Any


class Wake:
    """An alarm that a waiting thread hears through a file descriptor; set from other threads and signal handlers."""

    def __init__(self) -> None:
        self._hears, self._calls = socket.socketpair()
        self._hears.setblocking(False)
        self._calls.setblocking(False)

    def fileno(self) -> int:
        return self._hears.fileno()

    def set(self) -> None:
        with suppress(BlockingIOError):  # full: it has been called often and not listened to yet
            self._calls.send(b"!")

    def clear(self) -> None:
        """Forget all calls so far. Clear before looking for work, so that a call in between is not lost."""
        with suppress(BlockingIOError):  # empty: that is what was wanted
            while self._hears.recv(4096):
                continue

    def wait(self, seconds: float) -> bool:
        """Whether it was called before the time was over."""
        return bool(_ready((self,), seconds))

    def close(self) -> None:
        self._hears.close()
        self._calls.close()


def idle(client: Any, seconds: float, wake: Wake | None = None) -> None:
    """Keep an IMAPClient in IDLE until the server speaks or hangs up, ``wake`` is set, or the seconds are over.

    Ending IDLE reads what came, under the connection's read timeout, so a dead peer raises there. The library's own
    ``idle_check`` is not used: it loses half lines and takes a closed connection for silence.
    """
    client.idle()
    if not _received(client):
        _ready((client.socket(), wake) if wake else (client.socket(),), seconds)
    client.idle_done()


def _ready(sources: tuple[Any, ...], seconds: float) -> list[Any]:
    with selectors.DefaultSelector() as selector:
        for source in sources:
            selector.register(source, selectors.EVENT_READ)
        return selector.select(seconds)


def _received(client: Any) -> bool:
    """Whether octets that came together with "+ idling" lie in a buffer, where no selector can see them."""
    connection = client.socket()
    if hasattr(client._imap, "_readbuf"):  # imaplib of Python 3.14 buffers by itself
        return bool(client._imap._readbuf) or (isinstance(connection, ssl.SSLSocket) and connection.pending() > 0)
    timeout = connection.gettimeout()
    connection.setblocking(False)
    try:
        return bool(client._imap.file.peek(1))
    except ssl.SSLWantReadError:
        return False
    finally:
        connection.settimeout(timeout)
