"""A door before a server: a relay on loopback that can be shut, counts who knocks, and can cut what passes through."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

HOST = "127.0.0.1"


class Door:
    """Relays to the port while open; while shut, every connection is closed at once."""

    def __init__(self, port: int, *, is_open: bool = True) -> None:
        self._target = port
        self._open = is_open
        self._passing: list[socket.socket] = []
        self.knocks = 0
        self._listener = socket.create_server((HOST, 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._answer, daemon=True).start()

    def open(self) -> None:
        self._open = True

    def shut(self) -> None:
        """Shut, also for who is just passing."""
        self._open = False
        self.cut()

    def cut(self) -> None:
        while self._passing:
            _hang_up(self._passing.pop())

    def close(self) -> None:
        self.cut()
        _hang_up(self._listener)

    def _answer(self) -> None:
        with suppress(OSError):  # closed
            while True:
                outside, _ = self._listener.accept()
                self.knocks += 1
                if self._open:
                    self._let_pass(outside)
                else:
                    outside.close()

    def _let_pass(self, outside: socket.socket) -> None:
        inside = socket.create_connection((HOST, self._target))
        self._passing += [outside, inside]
        for source, sink in ((outside, inside), (inside, outside)):
            threading.Thread(target=_pump, args=(source, sink), daemon=True).start()


@contextmanager
def door(port: int, *, is_open: bool = True) -> Iterator[Door]:
    with closing(Door(port, is_open=is_open)) as made:
        yield made


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):  # cut
        while octets := source.recv(65536):
            sink.sendall(octets)
    _hang_up(sink)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):  # gone already
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
