"""A submission server inside this process: keeps what it takes in memory, delivers nothing, and fails as told."""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session, syntax

from mailticket.demo.loop import HOST, ServerLoop

DROP = "drop"  # hang up instead of answering
DROP_AFTER_ACCEPT = "drop after accept"  # at END: keep the mail, and hang up before saying so


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was accepted: envelope, octets, and who had logged in over what."""

    mail_from: str
    rcpt_tos: tuple[str, ...]
    octets: bytes
    user: str = ""
    tls: bool = False


class SmtpServer:
    """A submission server that keeps what it accepts and fails as told.

    With ``users`` it demands a login; with ``tls`` it offers STARTTLS (and demands it before a login), or speaks TLS
    from the start when ``implicit``.
    """

    def __init__(
        self, users: Mapping[str, str] | None = None, tls: ssl.SSLContext | None = None, implicit: bool = False
    ) -> None:
        self._users = users or {}
        self._tls = tls
        self._implicit = implicit
        self._changed = threading.Condition()
        self._mails: list[Mail] = []
        self._failures: list[tuple[str, str]] = []
        self.host = HOST
        self.port = 0

    def __enter__(self) -> SmtpServer:
        # it would log each login as deprecated and each hang-up as an exception
        logging.getLogger("mail.log").setLevel(logging.CRITICAL)
        self._loop = ServerLoop("smtp-server")
        self._loop.run(self._start())
        return self

    def __exit__(self, *unused: object) -> None:
        self._loop.run(self._stop())
        self._loop.close()

    @property
    def mails(self) -> list[Mail]:
        with self._changed:
            return list(self._mails)

    def wait_for(self, count: int, timeout: float = 10.0) -> list[Mail]:
        """All mails so far, once there are ``count``; TimeoutError when they do not come."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._mails) >= count, timeout):
                raise TimeoutError(f"{len(self._mails)} of {count} mails came within {timeout} s")
            return list(self._mails)

    def fail(self, stage: str, *replies: str) -> None:
        """Give these replies (or DROP, DROP_AFTER_ACCEPT), one each, to the next commands of that stage.

        Stages: MAIL, RCPT, DATA (the command), END (the whole mail has come). An empty reply lets one pass.
        """
        with self._changed:
            self._failures += [(stage, reply) for reply in replies]

    def planned(self, stage: str) -> str:
        """The failure that is next at this stage, "" for none; it is used up."""
        with self._changed:
            for index, (at, reply) in enumerate(self._failures):
                if at == stage:
                    del self._failures[index]
                    return reply
        return ""

    def keep(self, mail: Mail) -> None:
        with self._changed:
            self._mails.append(mail)
            self._changed.notify_all()

    async def _start(self) -> None:
        loop = asyncio.get_running_loop()
        tls = self._tls if self._implicit else None
        self._server = await loop.create_server(self._protocol, HOST, 0, ssl=tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        self._server.close()

    def _protocol(self) -> SMTP:
        return _Protocol(
            _Catcher(self, bool(self._users)),
            loop=asyncio.get_running_loop(),
            hostname="localhost",
            enable_SMTPUTF8=True,
            tls_context=None if self._implicit else self._tls,
            auth_require_tls=self._tls is not None and not self._implicit,
            authenticator=self._authenticate,
        )

    def _authenticate(self, *asked: Any) -> AuthResult:
        data = asked[-1]  # after server, session, envelope and mechanism
        assert isinstance(data, LoginPassword)
        user, password = data.login.decode(), data.password.decode()
        # "handled" would mean that the answer was given already: the client would wait for it for ever
        return AuthResult(success=self._users.get(user) == password, handled=False, auth_data=user)


class _Catcher:
    """What the protocol asks at each stage."""

    def __init__(self, owner: SmtpServer, demands_login: bool) -> None:
        self._owner = owner
        self._demands_login = demands_login

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        # the library's own check warns of passwords in clear text even where TLS began before SMTP
        if self._demands_login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if failure := await self._failure("MAIL", server):
            return failure
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802
        self,
        server: SMTP,
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        if failure := await self._failure("RCPT", server):
            return failure
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        planned = self._owner.planned("END")
        if planned and planned != DROP_AFTER_ACCEPT:
            return await _failing(planned, server)
        assert isinstance(envelope.content, bytes)
        user = session.auth_data if session.authenticated else ""
        over_tls = _transport(server).get_extra_info("sslcontext") is not None
        mail_from = "" if envelope.mail_from in (None, "<>") else envelope.mail_from
        self._owner.keep(Mail(mail_from, tuple(envelope.rcpt_tos), envelope.content, str(user), over_tls))
        return await _failing(DROP, server) if planned else "250 2.0.0 taken"

    async def _failure(self, stage: str, server: SMTP) -> str:
        planned = self._owner.planned(stage)
        return await _failing(planned, server) if planned else ""


class _Protocol(SMTP):
    """Lets the DATA command itself fail, which the library asks no handler about."""

    @syntax("DATA")
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        planned = self.event_handler._owner.planned("DATA")
        if planned:
            await self.push(await _failing(planned, self))
        else:
            await super().smtp_DATA(arg)


async def _failing(planned: str, server: SMTP) -> str:
    """The reply to give; for DROP the connection is gone before anybody could read it."""
    if planned != DROP:
        return planned
    _transport(server).abort()
    await asyncio.sleep(0)  # here the loop ends the conversation
    return "421 4.3.2 closed"


def _transport(server: SMTP) -> asyncio.Transport:
    assert isinstance(server.transport, asyncio.Transport)
    return server.transport
