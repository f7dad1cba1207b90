"""The SMTP edge against an embedded submission server that fails as told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from conftest import Certificate

from mailticket.config import Smtp
from mailticket.demo.servers import DROP, DROP_AFTER_ACCEPT, SmtpServer
from mailticket.errors import DeliveryError, SmtpUnavailable
from mailticket.model import OutgoingMail
from mailticket.outbound.send import Submission, open_submission, probe

DESK = "desk@desk.test"
ANN, BOB = "ann@customer.test", "bob@customer.test"
OCTETS = b"From: desk@desk.test\r\nSubject: hello\r\n\r\n.a dot\r\n..two\r\nend\r\n"


def outgoing(
    *rcpt_to: str, mail_from: str = DESK, octets: bytes = OCTETS, message_id: str = "<1@desk.test>"
) -> OutgoingMail:
    return OutgoingMail(message_id, mail_from, rcpt_to or (ANN,), octets)


def plain(server: SmtpServer, **more: object) -> Smtp:
    return Smtp(host=server.host, port=server.port, security="none", **more)


@pytest.fixture
def submission(smtp_server: SmtpServer) -> Iterator[Submission]:
    with open_submission(plain(smtp_server), "") as opened:
        yield opened


# ---------------------------------------------------------------- accepted


def test_a_mail_arrives_with_its_envelope_octet_for_octet(smtp_server: SmtpServer, submission: Submission) -> None:
    refused = submission.send(outgoing(ANN, BOB))

    (mail,) = smtp_server.wait_for(1)
    assert refused == ()
    assert (mail.mail_from, mail.rcpt_tos, mail.octets) == (DESK, (ANN, BOB), OCTETS)


def test_many_mails_go_over_one_connection(smtp_server: SmtpServer, submission: Submission) -> None:
    for number in range(20):
        submission.send(outgoing(message_id=f"<{number}@desk.test>"))

    assert len(smtp_server.mails) == 20


def test_the_null_reverse_path_is_sent_as_such(smtp_server: SmtpServer, submission: Submission) -> None:
    submission.send(outgoing(mail_from=""))

    assert smtp_server.mails[0].mail_from == ""


@pytest.mark.parametrize("octets", [b"Subject: x\n\na\nb", b"Subject: x\r\r\na\rb\n"], ids=["LF", "CR"])
def test_every_line_ends_with_crlf(smtp_server: SmtpServer, submission: Submission, octets: bytes) -> None:
    submission.send(outgoing(octets=octets))

    assert smtp_server.mails[0].octets == b"Subject: x\r\n\r\na\r\nb\r\n"


def test_a_hidden_end_of_data_smuggles_no_second_mail(smtp_server: SmtpServer, submission: Submission) -> None:
    submission.send(outgoing(octets=b"Subject: x\r\n\r\na\n.\nMAIL FROM:<evil@x.test>\r.\r\nb\r\n"))

    (mail,) = smtp_server.mails
    assert mail.octets.endswith(b"a\r\n.\r\nMAIL FROM:<evil@x.test>\r\n.\r\nb\r\n")


def test_eight_bit_text_and_international_addresses_are_announced(
    smtp_server: SmtpServer, submission: Submission
) -> None:
    submission.send(outgoing("jörg@kunde.test", octets="Subject: Grüße\r\n\r\nÄ\r\n".encode()))

    (mail,) = smtp_server.mails
    assert mail.rcpt_tos == ("jörg@kunde.test",)
    assert mail.octets == "Subject: Grüße\r\n\r\nÄ\r\n".encode()


# ---------------------------------------------------------------- login and encryption


def protected(server: SmtpServer, certificate: Certificate, security: str) -> Smtp:
    settings = {"port": server.port, "username": DESK, "ca_file": certificate.path, "security": security}
    return Smtp(host=server.host, **settings)


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("password", ["secret", "Grüße"])
def test_a_mail_goes_out_over_tls_after_login(certificate: Certificate, security: str, password: str) -> None:
    with SmtpServer({DESK: password}, certificate.context(), implicit=security == "tls") as server:
        with open_submission(protected(server, certificate, security), password) as submission:
            submission.send(outgoing())

        (mail,) = server.wait_for(1)
    assert (mail.user, mail.tls) == (DESK, True)


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("password", ["wrong", "fälsch"])
def test_a_wrong_password_says_who_was_refused(certificate: Certificate, security: str, password: str) -> None:
    with (
        SmtpServer({DESK: "secret"}, certificate.context(), implicit=security == "tls") as server,
        pytest.raises(SmtpUnavailable, match=rf"login refused for {DESK}: 535 5\.7\.8"),
    ):
        open_submission(protected(server, certificate, security), password)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_untrusted_certificate_is_refused_with_the_remedy(certificate: Certificate, security: str) -> None:
    with SmtpServer(tls=certificate.context(), implicit=security == "tls") as server:
        settings = protected(server, certificate, security).model_copy(update={"ca_file": None})

        with pytest.raises(SmtpUnavailable, match="not trusted: self-signed certificate; ca_file can name"):
            open_submission(settings, "")


def test_nothing_is_sent_in_clear_text_when_starttls_is_missing(smtp_server: SmtpServer) -> None:
    settings = Smtp(host=smtp_server.host, port=smtp_server.port, security="starttls", username=DESK)

    with pytest.raises(SmtpUnavailable, match="STARTTLS extension not supported"):
        open_submission(settings, "secret")


def test_a_server_that_demands_a_login_is_not_a_problem_of_the_mail() -> None:
    with (
        SmtpServer({DESK: "secret"}) as server,
        open_submission(plain(server), "") as submission,
        pytest.raises(SmtpUnavailable, match="530"),
    ):
        submission.send(outgoing())


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA", "END"])
@pytest.mark.parametrize(
    ("reply", "permanent", "status"),
    [
        ("451 4.3.0 later", False, "4.3.0"),
        ("450 busy", False, "450"),
        ("550 5.7.1 not from you", True, "5.7.1"),
        ("554 no, see 5.1.1", True, "554"),
        ("552-5.3.4 much\r\n552 5.3.4 too big", True, "5.3.4"),
    ],
)
def test_a_refusal_is_told_and_the_next_mail_goes_out(
    smtp_server: SmtpServer, submission: Submission, stage: str, reply: str, permanent: bool, status: str
) -> None:
    smtp_server.fail(stage, reply)

    with pytest.raises(DeliveryError) as caught:
        submission.send(outgoing())
    submission.send(outgoing(BOB))

    assert (caught.value.permanent, caught.value.status) == (permanent, status)
    assert reply[:3] in caught.value.reason
    assert "\n" not in caught.value.reason
    assert [mail.rcpt_tos for mail in smtp_server.mails] == [(BOB,)]


def test_recipients_refused_among_others_are_returned(smtp_server: SmtpServer, submission: Submission) -> None:
    smtp_server.fail("RCPT", "550 5.1.1 nobody here")

    refused = submission.send(outgoing(ANN, BOB))

    assert refused == ((ANN, 550, "5.1.1 nobody here"),)
    assert smtp_server.mails[0].rcpt_tos == (BOB,)


@pytest.mark.parametrize(
    ("replies", "permanent"),
    [
        (("550 5.1.1 no", "550 5.1.1 no"), True),
        (("550 5.1.1 no", "450 4.2.1 later"), False),
        (("450 4.2.1 later", "550 5.1.1 no"), False),
    ],
    ids=["all for good", "last for now", "first for now"],
)
def test_a_mail_nobody_can_get_is_permanent_only_when_all_refusals_are(
    smtp_server: SmtpServer, submission: Submission, replies: tuple[str, ...], permanent: bool
) -> None:
    smtp_server.fail("RCPT", *replies)

    with pytest.raises(DeliveryError, match=f"{ANN}: .*; {BOB}: ") as caught:
        submission.send(outgoing(ANN, BOB))

    assert caught.value.permanent is permanent
    assert smtp_server.mails == []


@pytest.mark.parametrize(
    "addr", ["", "a b@x.test", "a@x.test>\r\nRCPT TO:<b@x.test", "<a@x.test>", "a@x.test\n", "a\x00@x.test"]
)
def test_what_is_no_address_never_reaches_the_server(
    smtp_server: SmtpServer, submission: Submission, addr: str
) -> None:
    with pytest.raises(DeliveryError) as caught:
        submission.send(outgoing(addr))

    assert (caught.value.permanent, caught.value.status) == (True, "5.1.3")
    assert smtp_server.mails == []


# ---------------------------------------------------------------- connections that break


@pytest.mark.parametrize("reply", [DROP, "421 4.3.2 shutting down"])
def test_a_server_that_goes_away_before_the_mail_is_unavailable(
    smtp_server: SmtpServer, submission: Submission, reply: str
) -> None:
    smtp_server.fail("MAIL", reply)

    with pytest.raises(SmtpUnavailable):
        submission.send(outgoing())
    with pytest.raises(SmtpUnavailable):
        submission.send(outgoing())

    assert smtp_server.mails == []


@pytest.mark.parametrize(
    ("reply", "status"),
    [(DROP, "4.4.2"), ("421 4.7.0 not for this one", "4.7.0"), ("what?", "-1")],
    ids=["dropped", "421", "no reply"],
)
def test_a_recipient_that_costs_the_connection_is_about_this_mail(
    smtp_server: SmtpServer, submission: Submission, reply: str, status: str
) -> None:
    smtp_server.fail("RCPT", "", reply)

    with pytest.raises(DeliveryError) as caught:
        submission.send(outgoing(ANN, BOB))

    assert (caught.value.permanent, caught.value.status) == (False, status)
    assert not submission.usable
    assert smtp_server.mails == []


def test_a_login_demanded_at_the_recipient_is_not_a_problem_of_the_mail(
    smtp_server: SmtpServer, submission: Submission
) -> None:
    smtp_server.fail("RCPT", "530 5.7.0 Authentication required")

    with pytest.raises(SmtpUnavailable, match="530"):
        submission.send(outgoing())


def test_a_connection_lost_at_data_is_about_this_mail(smtp_server: SmtpServer, submission: Submission) -> None:
    smtp_server.fail("DATA", DROP)

    with pytest.raises(DeliveryError) as caught:
        submission.send(outgoing())
    with pytest.raises(SmtpUnavailable):
        submission.send(outgoing())

    assert (caught.value.permanent, caught.value.status) == (False, "4.4.2")


@pytest.mark.parametrize(("failure", "taken"), [(DROP, 0), (DROP_AFTER_ACCEPT, 1)])
def test_a_connection_lost_after_the_whole_mail_leaves_it_uncertain(
    smtp_server: SmtpServer, submission: Submission, failure: str, taken: int
) -> None:
    smtp_server.fail("END", failure)

    with pytest.raises(DeliveryError, match="no answer after the whole mail") as caught:
        submission.send(outgoing())

    assert (caught.value.permanent, caught.value.status) == (False, "uncertain")
    assert len(smtp_server.mails) == taken


def test_a_server_shutting_down_after_the_mail_has_not_taken_it(
    smtp_server: SmtpServer, submission: Submission
) -> None:
    smtp_server.fail("END", "421 4.3.2 shutting down")

    with pytest.raises(DeliveryError) as caught:
        submission.send(outgoing())
    with pytest.raises(SmtpUnavailable):
        submission.send(outgoing())

    assert (caught.value.permanent, caught.value.status) == (False, "4.3.2")


def test_a_server_that_is_away_is_unavailable() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as nobody:
        port = nobody.getsockname()[1]

    with pytest.raises(SmtpUnavailable, match="Connection refused"):
        open_submission(Smtp(host="127.0.0.1", port=port, security="none"), "")


@contextmanager
def speaking(script: Callable[[socket.socket], None]) -> Iterator[Smtp]:
    """The settings for a server that does what the script says with its one client."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                script(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield Smtp(host="127.0.0.1", port=listener.getsockname()[1], security="none", timeout="1s")
        thread.join(10)


@pytest.mark.parametrize(
    ("greeting", "reason"),
    [(b"554 5.7.1 go away\r\n", "554 5.7.1 go away"), (b"", "closed"), (b"HTTP/1.1 400 Bad\r\n", "-1")],
    ids=["refused", "closed", "no SMTP"],
)
def test_a_greeting_that_is_none_makes_the_server_unavailable(greeting: bytes, reason: str) -> None:
    with (
        speaking(lambda connection: connection.sendall(greeting)) as settings,
        pytest.raises(SmtpUnavailable, match=reason),
    ):
        open_submission(settings, "")


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    with speaking(lambda connection: connection.recv(1)) as settings, pytest.raises(SmtpUnavailable, match="timed out"):
        open_submission(settings, "")


def _old_server(connection: socket.socket) -> None:
    """Knows no extension at all."""
    with connection.makefile("rwb", buffering=0) as stream:
        stream.write(b"220 old\r\n")
        while command := stream.readline():
            stream.write(b"502 what\r\n" if command.startswith(b"ehlo") else b"250 ok\r\n")


@pytest.mark.parametrize(
    ("mail", "status"),
    [
        (outgoing(octets="Subject: x\r\n\r\nÄ\r\n".encode()), "5.6.3"),
        (outgoing("jörg@kunde.test"), "5.6.7"),
    ],
    ids=["8 bit text", "international address"],
)
def test_what_the_server_cannot_carry_is_not_sent(mail: OutgoingMail, status: str) -> None:
    with (
        speaking(_old_server) as settings,
        open_submission(settings, "") as submission,
        pytest.raises(DeliveryError) as caught,
    ):
        submission.send(mail)

    assert (caught.value.permanent, caught.value.status) == (True, status)


# ---------------------------------------------------------------- probing


def test_a_probe_sends_nothing_and_says_what_works(smtp_server: SmtpServer) -> None:
    line = probe(plain(smtp_server), "")

    assert line == f"127.0.0.1:{smtp_server.port} (none), without login, takes mail from <>"
    assert smtp_server.mails == []


def test_a_probe_tells_when_the_null_reverse_path_is_refused(smtp_server: SmtpServer) -> None:
    smtp_server.fail("MAIL", "550 5.7.60 send as denied")

    with pytest.raises(DeliveryError, match=r"550 5\.7\.60"):
        probe(plain(smtp_server), "")


def test_a_probe_asks_for_the_configured_sender(smtp_server: SmtpServer) -> None:
    line = probe(plain(smtp_server, automatic_sender="noreply@desk.test"), "")

    assert line.endswith("takes mail from <noreply@desk.test>")
