"""The mailboxes of the system tests: how the configuration names each, and a second client beside the daemon."""

from __future__ import annotations

import ssl
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Protocol

from conftest import PASSWORD, USER, Certificate
from dovecot import PASSWORD as DOVECOT_PASSWORD
from dovecot import Dovecot
from imapclient import IMAPClient

from mailticket.demo.servers import ImapServer, Stored


class Mailbox(Protocol):
    """Some server's mailbox: how the configuration names it, and a second client that acts beside the daemon."""

    settings: dict[str, object]
    password: str

    def deliver(self, octets: bytes, folder: str = "INBOX", received_at: datetime | None = None) -> int: ...

    def stored(self, folder: str = "INBOX") -> list[Stored]: ...


class EmbeddedMailbox:
    def __init__(self, server: ImapServer) -> None:
        self.server, self.password = server, PASSWORD
        self.settings = {"host": server.host, "port": server.port, "security": "none", "username": USER}

    def deliver(self, octets: bytes, folder: str = "INBOX", received_at: datetime | None = None) -> int:
        return self.server.deliver(USER, octets, folder, received_at)

    def stored(self, folder: str = "INBOX") -> list[Stored]:
        return self.server.messages(USER, folder)


class DovecotMailbox:
    """A new user of the test run's Dovecot, over TLS with its own certificate."""

    def __init__(self, server: Dovecot, certificate: Certificate) -> None:
        self.server, self.certificate, self.password = server, certificate, DOVECOT_PASSWORD
        user = f"user-{uuid.uuid4().hex}"
        self.settings = {"host": server.host, "port": server.imaps, "username": user, "ca_file": str(certificate.path)}

    @contextmanager
    def client(self) -> Iterator[IMAPClient]:
        context = ssl.create_default_context(cafile=str(self.certificate.path))
        with IMAPClient(self.server.host, self.server.imaps, ssl_context=context) as client:
            client.login(self.settings["username"], self.password)
            yield client

    def deliver(self, octets: bytes, folder: str = "INBOX", received_at: datetime | None = None) -> int:
        with self.client() as client:
            answer = client.append(folder, octets, msg_time=received_at or datetime.now(UTC))
        return int(answer.partition(b"]")[0].rpartition(b" ")[2])  # [APPENDUID <uidvalidity> <uid>], RFC 4315

    def stored(self, folder: str = "INBOX") -> list[Stored]:
        with self.client() as client:
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search(), ["FLAGS", "BODY.PEEK[]"])
        flags = {uid: frozenset(flag.decode() for flag in item[b"FLAGS"]) for uid, item in found.items()}
        return [Stored(uid, flags[uid], item[b"BODY[]"]) for uid, item in sorted(found.items())]
