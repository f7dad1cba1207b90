"""To a selected IMAP folder and back: connect, TLS, log in, select, hang up; and every failure as a FetchError.

Fetches no mail. ``retry`` of the error is False when trying again cannot help before somebody has acted.
"""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from imapclient import IMAPClient, SocketTimeout

from mailticket import config, tls
from mailticket.errors import FetchError

_CONNECT_SECONDS = 15.0
_GOODBYE_SECONDS = 3.0
_FAULTS = (OSError, imaplib.IMAP4.error, ValueError)
# RFC 5530 §3: refusals that pass by themselves
_PASSING = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\]", re.IGNORECASE)
# keepalive finds a dead peer in about two minutes, also while nothing is sent
_KEEPALIVE = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 6}
# a SEARCH over more than 125,000 mails answers in one line longer than imaplib's limit of 1 MB
imaplib._MAXLINE = 20_000_000  # type: ignore[attr-defined]


@contextmanager
def reported(server: config.Imap) -> Iterator[None]:
    """Failures of the connection, the server or the library inside become a FetchError worth another try."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise FetchError(server.host, tls.distrust(server, error), retry=False) from error
    except _FAULTS as error:
        raise FetchError(server.host, one_line(error)) from error


def one_line(error: Exception) -> str:
    """The error for a person: without line breaks, never empty, never long."""
    text = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return " ".join(text.split())[:300]


def connect(server: config.Imap) -> Any:
    """An IMAPClient on a connection protected as configured, not logged in."""
    try:
        context = None if server.security == "none" else tls.context(server)
    except OSError as error:
        raise FetchError(server.host, tls.ca_problem(server, error), retry=False) from error
    timeout = server.timeout.total_seconds()
    with reported(server):
        client = IMAPClient(
            server.host.strip("[]"),
            server.port,
            ssl=server.security == "tls",
            ssl_context=context,
            timeout=SocketTimeout(min(timeout, _CONNECT_SECONDS), timeout),
        )
        try:
            _tune(client)
            if server.security == "starttls":
                client.starttls(context)
        except BaseException:
            hang_up(client)
            raise
    return client


def _tune(client: Any) -> None:
    client._imap.debug = 0  # the library formats every literal for a log: without, fetching takes a quarter of the time
    client.normalise_times = False  # else INTERNALDATE comes naive, in the zone of this machine
    connection = client.socket()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE.items():
        if hasattr(socket, name):  # not every system lets a program choose
            connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def log_in(client: Any, server: config.Imap, password: str) -> None:
    """By AUTHENTICATE PLAIN (RFC 4616), which carries any characters, else by LOGIN."""
    try:
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(server.username, password)
        else:
            client.login(server.username, password)
    except _FAULTS as error:
        reason = f"login refused for {server.username}: {one_line(error)}"
        raise FetchError(server.host, reason, retry=_passes(error)) from error


def _passes(error: Exception) -> bool:
    """Whether it was no refusal for good; the library reports a lost connection as a failed login too."""
    lost = isinstance(error, OSError) or isinstance(error.__context__, OSError | imaplib.IMAP4.abort)
    return lost or _PASSING.search(str(error)) is not None


def select(client: Any, server: config.Imap, folder: str, readonly: bool) -> dict[bytes, Any]:
    """The answer to SELECT or EXAMINE; an unknown folder's error names the folders there are."""
    with reported(server):
        try:
            selected: dict[bytes, Any] = client.select_folder(folder, readonly)
        except imaplib.IMAP4.readonly as error:
            raise FetchError(server.host, f'{server.username} may only read "{folder}"', retry=False) from error
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            raise _unselectable(server, folder, folders(client), error) from error
    if b"UIDVALIDITY" not in selected:
        raise FetchError(server.host, f'"{folder}" has no UIDVALIDITY: its mails cannot be told apart', retry=False)
    return selected


def _unselectable(server: config.Imap, folder: str, known: tuple[str, ...], error: Exception) -> FetchError:
    if folder in known or folder.upper() == "INBOX":
        return FetchError(server.host, f'"{folder}" cannot be opened: {one_line(error)}')
    return FetchError(server.host, f'no folder "{folder}"; there are: {", ".join(known[:30])}', retry=False)


def folders(client: Any) -> tuple[str, ...]:
    """The names of all folders that can be selected."""
    return tuple(name for flags, _, name in client.list_folders() if b"\\Noselect" not in flags)


def log_out(client: Any) -> None:
    """Say goodbye and close; a server that does not answer is not waited for."""
    with suppress(*_FAULTS):  # the work is done: nobody could use this error
        client.socket().settimeout(_GOODBYE_SECONDS)
        client.logout()
        return
    hang_up(client)


def hang_up(client: Any) -> None:
    """Close without a word."""
    with suppress(*_FAULTS):  # it was broken already
        client.shutdown()
