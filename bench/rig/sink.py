"""An SMTP server that takes every mail and forgets it, in a process of its own: its CPU is nobody's cost."""

from __future__ import annotations

import multiprocessing
import socketserver
from io import BufferedIOBase
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized

_HELLO = b"250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 50000000\r\n"
_ANSWERS = {b"EHLO": _HELLO, b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}


class Sink:
    """Listens on ``port`` of loopback while the context lasts."""

    def __enter__(self) -> Sink:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._taken: Synchronized[int] = context.Value("i", 0)
        self._process = context.Process(target=_serve, args=(theirs, self._taken), daemon=True)
        self._process.start()
        theirs.close()  # so that a child that dies ends the waiting
        self.port = int(ours.recv())
        return self

    def __exit__(self, *unused: object) -> None:
        self._process.terminate()
        self._process.join()

    def taken(self) -> int:
        """How many mails came since this was asked last."""
        with self._taken.get_lock():
            count, self._taken.value = self._taken.value, 0
        return count


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True


def _serve(told: Connection, taken: Synchronized[int]) -> None:
    class Conversation(socketserver.StreamRequestHandler):
        disable_nagle_algorithm = True

        def handle(self) -> None:
            self.wfile.write(b"220 sink\r\n")
            for line in self.rfile:
                command = line[:4].upper()
                self.wfile.write(_ANSWERS.get(command, b"250 OK\r\n"))
                if command == b"DATA":
                    _swallow(self.rfile)
                    with taken.get_lock():
                        taken.value += 1
                    self.wfile.write(b"250 taken\r\n")

    with _Listener(("127.0.0.1", 0), Conversation) as server:
        told.send(server.server_address[1])
        server.serve_forever()


def _swallow(lines: BufferedIOBase) -> None:
    for line in lines:
        if line == b".\r\n":
            return
