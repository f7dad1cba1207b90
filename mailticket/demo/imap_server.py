"""An IMAP server inside this process: in memory, on loopback and a free port. Nothing is kept when it stops."""

from __future__ import annotations

import asyncio
import ssl
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.mailbox import MailboxData
from pymap.backend.mailbox import MailboxDataInterface
from pymap.concurrent import Event
from pymap.imap import IMAPServer
from pymap.imap.state import ConnectionState
from pymap.parsing.command.select import IdleCommand
from pymap.parsing.message import AppendMessage
from pymap.parsing.response import UntaggedResponse
from pymap.parsing.specials import FetchRequirement
from pymap.parsing.specials.flag import Flag, Wildcard
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from mailticket.demo.loop import HOST, ServerLoop


@dataclass(frozen=True, slots=True)
class Stored:
    """A mail as it lies in a folder."""

    uid: int
    flags: frozenset[str]
    octets: bytes


class ImapServer:
    """An IMAP server with these users (name to password), each with an INBOX and the given folders.

    With ``tls`` it offers STARTTLS and demands it, or speaks TLS from the start when ``implicit``.
    """

    def __init__(
        self,
        users: Mapping[str, str],
        folders: Sequence[str] = (),
        tls: ssl.SSLContext | None = None,
        implicit: bool = False,
    ) -> None:
        self._users = users
        self._folders = folders
        self._tls = tls
        self._implicit = implicit
        self.host = HOST
        self.port = 0

    def __enter__(self) -> ImapServer:
        _permit_keywords()
        _announce_in_idle()
        self._loop = ServerLoop("imap-server")
        self._loop.run(self._start())
        return self

    def __exit__(self, *unused: object) -> None:
        self._loop.run(self._stop())
        self._loop.close()

    def deliver(
        self,
        user: str,
        octets: bytes,
        folder: str = "INBOX",
        received_at: datetime | None = None,
        flags: Sequence[str] = (),
    ) -> int:
        """Put a mail into the folder, as arrived at that time (default: now); returns its UID."""
        mail = AppendMessage(octets, received_at or datetime.now(UTC), frozenset(Flag(flag) for flag in flags))
        return self._loop.run(self._append(user, folder, mail))

    def messages(self, user: str, folder: str = "INBOX") -> list[Stored]:
        """What lies in the folder, by UID."""
        return self._loop.run(self._stored(user, folder))

    async def _start(self) -> None:
        starttls = self._tls if not self._implicit else None
        self._login = Login(_imap_config(starttls))
        for user, password in self._users.items():
            await self._identity(user).set(UserMetadata(self._login.config, user, password=password))
            async with self._identity(user).new_session() as session:
                for folder in self._folders:
                    await session.mailbox_set.add_mailbox(folder)
        reader = ProxyProtocolReader(self._login.config.proxy_protocol)
        answer = reader.get_callback(IMAPServer(self._login, self._login.config))
        self._server = await asyncio.start_server(answer, HOST, 0, ssl=self._tls if self._implicit else None)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        self._server.close()

    async def _append(self, user: str, folder: str, mail: AppendMessage) -> int:
        async with self._identity(user).new_session() as session:
            appended, _ = await session.append_messages(folder, [mail])
        return min(appended.uids)

    async def _stored(self, user: str, folder: str) -> list[Stored]:
        found = []
        async with self._identity(user).new_session() as session:
            mailbox = await session.mailbox_set.get_mailbox(folder)
            async for message in mailbox.messages():
                content = await message.load_content(FetchRequirement.CONTENT)
                flags = frozenset(map(str, message.permanent_flags))
                found.append(Stored(message.uid, flags, bytes(content)))
        return sorted(found, key=lambda mail: mail.uid)

    def _identity(self, user: str) -> Identity:
        return Identity(user, self._login, None, frozenset())


def _imap_config(tls: ssl.SSLContext | None) -> Config:
    """Passwords are compared as they are: hashing would cost more than all the rest of a session."""
    nothing = Namespace(passlib_cfg=None, proxy_protocol=None, inherited_sockets=None)
    made = Config(
        nothing,
        host=HOST,
        port=0,
        demo_data=False,
        demo_user="-",
        demo_password="-",  # noqa: S106 - no such user is made
        ssl_context=tls,
        tls_enabled=tls is not None,
        hash_context=Cleartext(),
        invalid_user_sleep=0.0,
    )
    made.apply_context()
    return made


_system_flags: Any = MailboxDataInterface.permanent_flags


def _permit_keywords() -> None:
    """The server drops keywords without a word, as it allows system flags only; real servers take them."""
    permitted = property(lambda mailbox: _system_flags.fget(mailbox) | {Wildcard})
    MailboxData.permanent_flags = permitted  # type: ignore[method-assign, assignment]


_wait_for_news: Any = ConnectionState.receive_updates


def _announce_in_idle() -> None:
    """In IDLE the server tells only what comes while it waits; real servers tell what came just before as well."""

    async def receive_updates(state: ConnectionState, command: IdleCommand, done: Event) -> Iterable[UntaggedResponse]:
        selected = await state.session.check_mailbox(state.selected)
        state._selected, news = selected.fork(command)
        return list(news) or await _wait_for_news(state, command, done)

    ConnectionState.receive_updates = receive_updates  # type: ignore[method-assign, assignment]
