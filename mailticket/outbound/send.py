"""The SMTP edge: one connection that takes many mails, each delivered or a DeliveryError.

Neither writes mails nor decides when to try again. One thread per submission.
"""

from __future__ import annotations

import base64
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import NamedTuple

from mailticket import config, tls
from mailticket.errors import DeliveryError, SmtpUnavailable
from mailticket.model import OutgoingMail

# RFC 5321 §4.5.3.2.6: a client that gives up on the final reply sooner sends the mail twice
_FINAL_REPLY_SECONDS = 600.0
_GOODBYE_SECONDS = 3.0
_SHUTTING_DOWN = 421
_ENDING = (_SHUTTING_DOWN, -1)  # the latter for a reply that is no reply
# RFC 4954 §6: authentication needed, too weak, failed, encryption needed
_ABOUT_THE_SESSION = (*_ENDING, 530, 534, 535, 538)
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})\b")
_UNSUPPORTED = {"8BITMIME": "5.6.3", "SMTPUTF8": "5.6.7"}  # RFC 3463 §3.7, RFC 6531 §3.7.4
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LINE_DOT = re.compile(rb"^\.", re.MULTILINE)
_NO_ADDRESS = re.compile(r"[\x00-\x20\x7f<>]")


class Refusal(NamedTuple):
    """A recipient that was refused while others of the same mail were accepted."""

    addr: str
    code: int
    text: str


class Submission:
    """A connection ready for mails. After SmtpUnavailable it is of no more use."""

    def __init__(self, client: smtplib.SMTP, server: config.Smtp) -> None:
        self._client = client
        self._server = server

    def __enter__(self) -> Submission:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def usable(self) -> bool:
        """Whether the connection still stands, as far as this side knows."""
        return self._client.sock is not None

    def close(self) -> None:
        """QUIT and close. Raises nothing: what was taken is taken."""
        with suppress(OSError):  # nobody could use this error
            if self._client.sock is not None:
                self._client.sock.settimeout(_GOODBYE_SECONDS)
                self._client.quit()
        self._client.close()

    def send(self, mail: OutgoingMail) -> tuple[Refusal, ...]:
        """Hand over one mail; returns the recipients refused, () when all were accepted.

        Raises DeliveryError when it is not accepted for anybody, with status "uncertain" when the connection was lost
        after the last octet, so that it may have been. Raises SmtpUnavailable when the server can take no mail now.
        What goes wrong once MAIL was accepted is about this mail: one that makes servers hang up must not hold back
        the others.
        """
        octets = _wire_form(mail.octets)
        options = self._options(mail, octets)
        with _reported(self._server):
            self._from(mail.mail_from, options)
        with self._lost_over_it():
            refused = self._to(mail.rcpt_to)
        self._data(octets)
        return refused

    def ask_sender(self, sender: str) -> None:
        """Whether mail from this address ("" is the null reverse-path) would be taken; sends none."""
        with _reported(self._server):
            self._from(sender, "")
            self._client.rset()

    def _options(self, mail: OutgoingMail, octets: bytes) -> str:
        """The parameters of MAIL FROM that this mail needs (RFC 1870, 6152, 6531)."""
        addresses = (mail.mail_from, *mail.rcpt_to)
        if any(_NO_ADDRESS.search(addr) for addr in addresses) or not mail.rcpt_to or "" in mail.rcpt_to:
            raise DeliveryError(f"not an address among {addresses}", permanent=True, status="5.1.3")
        needed = {"SIZE": f"SIZE={len(octets)}"} if self._client.has_extn("size") else {}
        if not octets.isascii():
            needed["8BITMIME"] = "BODY=8BITMIME"
        if not octets.partition(b"\r\n\r\n")[0].isascii() or not "".join(addresses).isascii():
            needed["SMTPUTF8"] = "SMTPUTF8"
        for extension in needed:
            if not self._client.has_extn(extension.lower()):
                raise DeliveryError(f"the server offers no {extension}", permanent=True, status=_UNSUPPORTED[extension])
        return "".join(f" {option}" for option in needed.values())

    def _from(self, sender: str, options: str) -> None:
        if "SMTPUTF8" in options:
            self._client.command_encoding = "utf-8"
        self._require(2, self._client.docmd("MAIL", f"FROM:<{sender}>{options}"))

    def _to(self, recipients: tuple[str, ...]) -> tuple[Refusal, ...]:
        refused = []
        for addr in recipients:
            code, text = self._client.docmd("RCPT", f"TO:<{addr}>")
            if code in _ENDING:
                self._client.close()
                reason = f"{addr}: {code} {_text(text)}"
                raise DeliveryError(reason, permanent=False, status=_status(code, _text(text)))
            if code in _ABOUT_THE_SESSION:
                raise self._unavailable(code, text)
            if code // 100 != 2:
                refused.append(Refusal(addr, code, _text(text)))
        if len(refused) == len(recipients):
            raise self._refused(refused)
        return tuple(refused)

    def _data(self, octets: bytes) -> None:
        with self._lost_over_it():
            code, text = self._client.docmd("DATA")
            if code == 354:
                self._client.send(_LINE_DOT.sub(b"..", octets) + b".\r\n")
        if code == 354:
            code, text = self._final_reply()
        if code // 100 != 2:
            raise self._mail_refused(code, text)

    @contextmanager
    def _lost_over_it(self) -> Iterator[None]:
        """A connection that fails inside becomes a DeliveryError for now."""
        try:
            yield
        except OSError as error:
            self._client.close()
            reason = f"connection lost before the mail was taken: {error}"
            raise DeliveryError(reason, permanent=False, status="4.4.2") from error

    def _final_reply(self) -> tuple[int, bytes]:
        """The answer to the whole mail; without one nobody knows whether it was taken."""
        assert self._client.sock is not None
        usual = self._client.sock.gettimeout()
        self._client.sock.settimeout(max(usual or 0.0, _FINAL_REPLY_SECONDS))
        try:
            code, text = self._client.getreply()
        except OSError as error:
            self._client.close()
            reason = f"no answer after the whole mail was sent: {error}"
            raise DeliveryError(reason, permanent=False, status="uncertain") from error
        self._client.sock.settimeout(usual)
        if code == -1:
            self._client.close()
            raise DeliveryError(f"unreadable answer: {_text(text)}", permanent=False, status="uncertain")
        return code, text

    def _require(self, kind: int, reply: tuple[int, bytes]) -> None:
        code, text = reply
        if code in _ABOUT_THE_SESSION:
            raise self._unavailable(code, text)
        if code // 100 != kind:
            raise self._mail_refused(code, text)

    def _unavailable(self, code: int, text: bytes) -> SmtpUnavailable:
        self._client.close()
        return SmtpUnavailable(self._server.host, f"{code} {_text(text)}")

    def _mail_refused(self, code: int, text: bytes) -> DeliveryError:
        """The error to raise, with the connection ready for the next mail."""
        self._start_over(code)
        return DeliveryError(f"{code} {_text(text)}", permanent=code >= 500, status=_status(code, _text(text)))

    def _refused(self, refused: list[Refusal]) -> DeliveryError:
        self._start_over(refused[0].code)
        reason = "; ".join(f"{item.addr}: {item.code} {item.text}" for item in refused)
        permanent = all(item.code >= 500 for item in refused)
        return DeliveryError(reason, permanent=permanent, status=_status(refused[0].code, refused[0].text))

    def _start_over(self, code: int) -> None:
        if code == _SHUTTING_DOWN:
            self._client.close()
            return
        with suppress(OSError):  # the next mail will find the connection lost
            self._client.rset()


def open_submission(server: config.Smtp, password: str) -> Submission:
    """Connect, protect the connection and log in (when there is a user name); raises SmtpUnavailable."""
    try:
        context = tls.context(server)
    except OSError as error:
        raise SmtpUnavailable(server.host, tls.ca_problem(server, error)) from error
    with _reported(server):
        client = _connect(server, context)
        try:
            _protect_and_log_in(client, server, context, password)
        except BaseException:
            client.close()
            raise
    return Submission(client, server)


def probe(server: config.Smtp, password: str) -> str:
    """One line on what works: connection, login, and the sender of automatic mails; sends nothing.

    Raises SmtpUnavailable, or DeliveryError when mail from that sender would be refused.
    """
    sender = server.automatic_sender.strip("<>")
    with open_submission(server, password) as submission:
        submission.ask_sender(sender)
    who = f"logged in as {server.username}" if server.username else "without login"
    return f"{server.host}:{server.port} ({server.security}), {who}, takes mail from <{sender}>"


def _connect(server: config.Smtp, context: ssl.SSLContext) -> smtplib.SMTP:
    host, timeout = server.host.strip("[]"), server.timeout.total_seconds()
    # a name given here spares the library a look-up in the DNS, which can take many seconds
    if server.security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(host, server.port, "localhost", timeout=timeout, context=context)
    else:
        client = smtplib.SMTP(host, server.port, "localhost", timeout=timeout)
    assert client.sock is not None
    client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.local_hostname = _address_literal(client.sock)
    return client


def _address_literal(connection: socket.socket) -> str:
    """How a client without a certain name says EHLO (RFC 5321 §4.1.3)."""
    address = connection.getsockname()[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _protect_and_log_in(client: smtplib.SMTP, server: config.Smtp, context: ssl.SSLContext, password: str) -> None:
    if server.security == "starttls":
        client.starttls(context=context)
    client.ehlo_or_helo_if_needed()  # after STARTTLS the server has forgotten the first (RFC 3207 §4.2)
    if not server.username:
        return
    try:
        _log_in(client, server.username, password)
    except smtplib.SMTPResponseException as error:
        reason = f"login refused for {server.username}: {error.smtp_code} {_text(error.smtp_error)}"
        raise SmtpUnavailable(server.host, reason) from error


def _log_in(client: smtplib.SMTP, username: str, password: str) -> None:
    """smtplib knows the mechanisms, but only ASCII; PLAIN carries UTF-8 (RFC 4616)."""
    if (username + password).isascii():
        client.login(username, password)
        return
    response = base64.b64encode(f"\0{username}\0{password}".encode()).decode()
    code, text = client.docmd("AUTH", f"PLAIN {response}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, text)


@contextmanager
def _reported(server: config.Smtp) -> Iterator[None]:
    """A connection that fails inside becomes SmtpUnavailable."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise SmtpUnavailable(server.host, tls.distrust(server, error)) from error
    except smtplib.SMTPResponseException as error:
        raise SmtpUnavailable(server.host, f"{error.smtp_code} {_text(error.smtp_error)}") from error
    except OSError as error:
        raise SmtpUnavailable(server.host, _text(error.strerror or str(error))) from error


def _wire_form(octets: bytes) -> bytes:
    """RFC 5321 §2.3.8: CRLF and nothing else ends a line, and the last one is ended too."""
    lines = _LINE_END.sub(b"\r\n", octets)
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


def _text(reply: bytes | str) -> str:
    """A server's words in one line of reasonable length."""
    text = reply if isinstance(reply, str) else reply.decode("utf-8", "replace")
    return " ".join(text.split())[:300]


def _status(code: int, text: str) -> str:
    """The enhanced status code (RFC 3463, RFC 2034) in the reply, else the reply code."""
    match = _ENHANCED.match(text)
    return match[1] if match else str(code)
