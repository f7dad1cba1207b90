"""The IMAP edge against real servers: an embedded one and Dovecot."""

from __future__ import annotations

import hashlib
import socket
import ssl
import threading
import time
import tracemalloc
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import PASSWORD, USER, Certificate
from dovecot import PASSWORD as DOVECOT_PASSWORD
from dovecot import Dovecot
from imapclient import IMAPClient

from mailticket.config import Imap
from mailticket.demo.servers import ImapServer
from mailticket.errors import FetchError, StoreError
from mailticket.intake.fetch import Listed, MailboxSession, Wake, batches, open_session

KEYWORD = "$Mailticket"
LATE = datetime(2026, 3, 2, 9, 30, 15, tzinfo=timezone(timedelta(hours=-5)))
ONE_MB = 1024**2


def mail(number: int, size: int = 0) -> bytes:
    head = b"From: a@customer.test\r\nSubject: mail %d\r\nMessage-ID: <%d@customer.test>\r\n\r\n" % (number, number)
    line = b"%075d\r\n" % number
    return head + line * max(1, (size - len(head)) // len(line))


@dataclass
class Box:
    """One mailbox on some server: how to open it, and a second client that acts behind our back."""

    server: Imap
    password: str

    def open(self, folder: str = "INBOX", readonly: bool = False) -> MailboxSession:
        return open_session(self.server, self.password, folder, readonly)

    @contextmanager
    def other(self, folder: str = "INBOX") -> Iterator[IMAPClient]:
        with IMAPClient(self.server.host, self.server.port, ssl=False) as client:
            if self.server.security == "starttls":
                client.starttls(ssl.create_default_context(cafile=str(self.server.ca_file)))
            client.login(self.server.username, self.password)
            client.select_folder(folder)
            yield client

    def deliver(self, *mails: bytes, at: datetime | None = None) -> None:
        with self.other() as client:
            for octets in mails:
                client.append("INBOX", octets, msg_time=at)

    def stored(self, folder: str = "INBOX") -> list[tuple[bytes, frozenset[bytes]]]:
        """Octets and flags of each mail in the folder, without \\Recent."""
        with self.other(folder) as client:
            found = client.fetch(client.search(), ["FLAGS", "BODY.PEEK[]"])
        return [(item[b"BODY[]"], frozenset(item[b"FLAGS"]) - {b"\\Recent"}) for _, item in sorted(found.items())]


def embedded_box(server: ImapServer, **more: object) -> Box:
    return Box(Imap(host=server.host, port=server.port, security="none", username=USER, **more), PASSWORD)


def dovecot_box(server: Dovecot, certificate: Certificate, **more: object) -> Box:
    settings: dict[str, object] = {"port": server.imap, "security": "starttls", "ca_file": certificate.path}
    user = f"user-{uuid.uuid4().hex}"
    return Box(Imap(host=server.host, username=user, **(settings | more)), DOVECOT_PASSWORD)


@pytest.fixture(params=["embedded", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def box(request: pytest.FixtureRequest) -> Box:
    if request.param == "embedded":
        return embedded_box(request.getfixturevalue("imap_server"))
    return dovecot_box(request.getfixturevalue("dovecot"), request.getfixturevalue("certificate"))


# ---------------------------------------------------------------- connecting


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_protected_connection_opens_the_folder(dovecot: Dovecot, certificate: Certificate, security: str) -> None:
    port = dovecot.imaps if security == "tls" else dovecot.imap

    with dovecot_box(dovecot, certificate, security=security, port=port).open() as session:
        assert session.uids() == []
        assert session.uidvalidity > 0


@pytest.mark.parametrize("implicit", [True, False], ids=["tls", "starttls"])
def test_the_embedded_server_speaks_tls_too(certificate: Certificate, implicit: bool) -> None:
    with ImapServer({USER: PASSWORD}, tls=certificate.context(), implicit=implicit) as server:
        server.deliver(USER, mail(1))
        security = "tls" if implicit else "starttls"
        settings = Imap(host=server.host, port=server.port, security=security, username=USER, ca_file=certificate.path)

        with open_session(settings, PASSWORD, "INBOX") as session:
            assert len(session.uids()) == 1


def test_a_wrong_password_is_for_the_operator(box: Box) -> None:
    box.password = "wrong"

    with pytest.raises(FetchError, match=f"login refused for {box.server.username}") as caught:
        box.open()

    assert caught.value.retry is False


@pytest.mark.dovecot
def test_a_password_with_any_characters_reaches_the_server(dovecot: Dovecot, certificate: Certificate) -> None:
    box = dovecot_box(dovecot, certificate)
    box.password = 'Grüße "quoted" \\ {3}'

    with pytest.raises(FetchError, match="login refused"):
        box.open()


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_untrusted_certificate_is_refused_with_the_remedy(
    dovecot: Dovecot, certificate: Certificate, security: str
) -> None:
    port = dovecot.imaps if security == "tls" else dovecot.imap

    with pytest.raises(FetchError, match="not trusted: self-signed certificate; ca_file can name") as caught:
        dovecot_box(dovecot, certificate, security=security, port=port, ca_file=None).open()

    assert caught.value.retry is False


def test_a_certificate_for_another_host_is_refused(certificate: Certificate) -> None:
    with ImapServer({USER: PASSWORD}, tls=certificate.context(), implicit=True) as server:
        settings = Imap(host="127.1", port=server.port, username=USER, ca_file=certificate.path)

        with pytest.raises(FetchError, match=r"certificate of 127\.1 is not trusted") as caught:
            open_session(settings, PASSWORD, "INBOX")

    assert "ca_file" not in caught.value.reason


def test_an_unusable_ca_file_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.pem"

    with pytest.raises(FetchError, match=r"ca_file .*missing\.pem cannot be used: No such file") as caught:
        open_session(Imap(host="127.0.0.1", port=1, ca_file=missing), "", "INBOX")

    assert caught.value.retry is False


def test_an_unknown_folder_names_those_there_are(box: Box) -> None:
    with pytest.raises(FetchError, match=r'no folder "Support"; there are: .*Archive') as caught:
        box.open("Support")

    assert caught.value.retry is False


def test_a_server_that_is_away_is_worth_another_try() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as nobody:
        port = nobody.getsockname()[1]

    with pytest.raises(FetchError, match="Connection refused") as caught:
        open_session(Imap(host="127.0.0.1", port=port, security="none"), "", "INBOX")

    assert caught.value.retry is True


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        settings = Imap(host="127.0.0.1", port=silent.getsockname()[1], security="none", timeout="1s")

        with pytest.raises(FetchError, match="timed out") as caught:
            open_session(settings, "", "INBOX")

    assert caught.value.retry is True


@pytest.mark.dovecot
def test_the_sent_folder_is_the_one_the_server_marks(dovecot: Dovecot, certificate: Certificate) -> None:
    with dovecot_box(dovecot, certificate).open() as session:
        assert session.sent_folder() == "Sent"


def test_no_sent_folder_is_guessed(imap_server: ImapServer) -> None:
    with embedded_box(imap_server).open() as session:
        assert session.sent_folder() is None


# ---------------------------------------------------------------- listing and fetching


def test_only_greater_uids_are_listed(box: Box) -> None:
    box.deliver(mail(1), mail(2), mail(3))

    with box.open() as session:
        uids = session.uids()

        assert len(uids) == 3
        assert session.uids(above=uids[0]) == uids[1:]
        assert session.uids(above=uids[2]) == []


def test_mail_that_comes_later_is_seen_by_the_same_session(box: Box) -> None:
    with box.open() as session:
        before = session.uids()
        box.deliver(mail(1))

        after = session.uids()

    assert before == []
    assert len(after) == 1


def test_size_and_arrival_are_the_servers_in_utc(box: Box) -> None:
    box.deliver(mail(1), at=LATE)

    with box.open() as session:
        (listed,) = session.listing(session.uids())

    assert listed.size == len(mail(1))
    assert listed.received_at == LATE
    assert listed.received_at.tzinfo is UTC


def test_mails_come_in_order_with_their_octets_and_hash(box: Box, tmp_path: Path) -> None:
    mails = [mail(number) for number in range(7)]
    box.deliver(*mails)
    box.server = box.server.model_copy(update={"batch": 3})

    with box.open() as session:
        listed = session.listing(session.uids())
        fetched = list(session.messages(listed[::-1], tmp_path))

    assert [raw.octets for raw in fetched] == mails[::-1]
    assert [raw.key.uid for raw in fetched] == [item.uid for item in listed[::-1]]
    assert [raw.sha256 for raw in fetched] == [hashlib.sha256(octets).hexdigest() for octets in mails[::-1]]
    assert {raw.path for raw in fetched} == {None}
    assert {raw.key.uidvalidity for raw in fetched} == {session.uidvalidity}


def test_fetching_changes_nothing_on_the_server(box: Box, tmp_path: Path) -> None:
    box.deliver(mail(1), mail(2, 3000))

    with box.open() as session:
        list(session.messages(session.listing(session.uids()), tmp_path, spool_above=2000))

    assert [flags for _, flags in box.stored()] == [frozenset(), frozenset()]


def test_a_mail_expunged_before_the_listing_is_left_out(box: Box) -> None:
    box.deliver(mail(1), mail(2))

    with box.open() as session:
        uids = session.uids()
        expunge(box, uids[0])
        listed = session.listing(uids)

    assert [item.uid for item in listed] in ([uids[1]], uids)  # a server may still show it to an open session
    assert listed[-1].uid == uids[1]


@pytest.mark.parametrize("spool_above", [10 * ONE_MB, 10], ids=["in memory", "spooled"])
def test_a_mail_expunged_after_the_listing_does_not_hold_up_the_rest(
    box: Box, tmp_path: Path, spool_above: int
) -> None:
    box.deliver(mail(1), mail(2), mail(3))

    with box.open() as session:
        listed = session.listing(session.uids())
        expunge(box, listed[1].uid)
        fetched = list(session.messages(listed, tmp_path, spool_above))

    # a server may still have it for a session that saw it; then it is whole
    assert {raw.key.uid for raw in fetched} >= {listed[0].uid, listed[2].uid}
    assert {raw.size for raw in fetched} == {len(mail(1))}


def expunge(box: Box, uid: int) -> None:
    with box.other() as client:
        client.delete_messages([uid], silent=True)
        client.uid_expunge([uid])


@pytest.mark.parametrize("size", [2 * ONE_MB, 2 * ONE_MB + 1, 3 * ONE_MB - 1], ids=["exact", "one more", "one less"])
def test_a_large_mail_is_spooled_octet_for_octet(box: Box, tmp_path: Path, size: int) -> None:
    octets = (mail(1, size + 100) + b"\r\n")[: size - 2] + b"\r\n"
    box.deliver(octets)

    with box.open() as session:
        (raw,) = session.messages(session.listing(session.uids()), tmp_path)

    assert raw.octets is None
    assert raw.path is not None
    assert raw.path.parent == tmp_path
    assert raw.path.read_bytes() == octets
    assert (raw.size, raw.sha256) == (size, hashlib.sha256(octets).hexdigest())


def test_a_wrong_size_from_the_server_loses_nothing(box: Box, tmp_path: Path) -> None:
    octets = mail(1, 2 * ONE_MB)
    box.deliver(octets)

    with box.open() as session:
        (listed,) = session.listing(session.uids())
        small, large = (Listed(listed.uid, size, listed.received_at) for size in (ONE_MB + 1, 5 * ONE_MB))
        fetched = list(session.messages([small, large], tmp_path))

    assert [raw.path and raw.path.read_bytes() for raw in fetched] == [octets, octets]


@pytest.mark.dovecot
def test_twenty_megabytes_need_no_memory(dovecot: Dovecot, certificate: Certificate, tmp_path: Path) -> None:
    box = dovecot_box(dovecot, certificate)
    box.deliver(mail(1, 20 * ONE_MB))

    with box.open() as session:
        listed = session.listing(session.uids())
        tracemalloc.start()
        (raw,) = session.messages(listed, tmp_path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert raw.size > 19 * ONE_MB
    assert peak < 8 * ONE_MB


def test_a_spool_that_cannot_be_written_is_not_the_servers_fault(box: Box, tmp_path: Path) -> None:
    box.deliver(mail(1))

    with box.open() as session, pytest.raises(StoreError, match="missing: No such file"):
        list(session.messages(session.listing(session.uids()), tmp_path / "missing", spool_above=1))


def listed(*sizes: int) -> list[Listed]:
    return [Listed(uid, size, LATE) for uid, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((), []),
        ((1, 1, 1, 1), [3, 1]),
        ((1, 50, 1), [1, 1, 1]),
        ((50, 50), [1, 1]),
        ((10, 10), [2]),
    ],
    ids=["none", "count", "large alone", "only large", "at the limit"],
)
def test_batches_are_bounded_and_large_mails_alone(sizes: tuple[int, ...], expected: list[int]) -> None:
    made = list(batches(listed(*sizes), count=3, alone_above=10))

    assert [len(batch) for batch in made] == expected
    assert [item for batch in made for item in batch] == listed(*sizes)


def test_a_batch_holds_eight_megabytes_at_most() -> None:
    made = list(batches(listed(*[ONE_MB] * 20), count=50, alone_above=ONE_MB))

    assert [len(batch) for batch in made] == [8, 8, 4]


# ---------------------------------------------------------------- connections that break


class CuttingProxy:
    """Passes octets to and from a server, and cuts both ways after so many octets from the server."""

    def __init__(self, host: str, port: int, cut_after: int) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._target = (host, port)
        self._left = cut_after
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        client, _ = self._listener.accept()
        server = socket.create_connection(self._target)
        up = threading.Thread(target=self._up, args=(client, server), daemon=True)
        up.start()
        while self._left > 0 and (octets := server.recv(min(self._left, 65536))):
            self._left -= len(octets)
            client.sendall(octets)
        for connection in (client, server):
            with suppress(OSError):  # the other side was quicker
                connection.shutdown(socket.SHUT_RDWR)
        up.join()
        for connection in (client, server, self._listener):
            connection.close()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        try:
            while octets := client.recv(65536):
                server.sendall(octets)
        except OSError:
            return  # cut


@pytest.mark.parametrize("spool_above", [10 * ONE_MB, ONE_MB], ids=["in memory", "spooled"])
def test_a_connection_cut_within_a_mail_gives_no_part_of_it(
    imap_server: ImapServer, tmp_path: Path, spool_above: int
) -> None:
    imap_server.deliver(USER, mail(1))
    imap_server.deliver(USER, mail(2, 3 * ONE_MB))
    proxy = CuttingProxy(imap_server.host, imap_server.port, cut_after=2 * ONE_MB)
    box = embedded_box(imap_server)
    box.server = box.server.model_copy(update={"port": proxy.port, "batch": 1})

    with box.open() as session:
        mails = session.messages(session.listing(session.uids()), tmp_path, spool_above)
        first = next(mails)
        with pytest.raises(FetchError) as caught:
            next(mails)

    assert first.octets == mail(1)
    assert caught.value.retry is True
    assert list(tmp_path.iterdir()) == []


def test_a_cut_at_any_moment_is_a_fetch_error(imap_server: ImapServer, tmp_path: Path) -> None:
    imap_server.deliver(USER, mail(1))
    box = embedded_box(imap_server)
    outcomes = set()

    for cut_after in range(1, 1200, 37):
        proxy = CuttingProxy(imap_server.host, imap_server.port, cut_after)
        box.server = box.server.model_copy(update={"port": proxy.port})
        try:
            with box.open() as session:
                fetched = list(session.messages(session.listing(session.uids()), tmp_path))
            outcomes.add([raw.octets for raw in fetched] == [mail(1)])
        except FetchError as error:
            outcomes.add(error.retry)

    assert outcomes == {True}


@contextmanager
def scripted(on_idle: bytes = b"", refused: int = 0) -> Iterator[MailboxSession]:
    """A session with a server that knows just enough to be opened; asked to IDLE, it says this, and ends on DONE.

    Every mail reads "text", but the one with the UID ``refused`` is not handed over.
    """
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        serving = threading.Thread(target=_speak, args=(listener, on_idle, refused), daemon=True)
        serving.start()
        port = listener.getsockname()[1]
        with open_session(Imap(host="127.0.0.1", port=port, security="none"), "", "INBOX") as session:
            yield session
        serving.join(10)


def _speak(listener: socket.socket, on_idle: bytes, refused: int) -> None:
    answers = {
        b"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n",
        b"SELECT": b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n",
        b"LOGOUT": b"* BYE bye\r\n",
    }
    connection, _ = listener.accept()
    with connection, connection.makefile("rwb", buffering=0) as stream:
        stream.write(b"* OK hello\r\n")
        while command := stream.readline():
            tag, name = command.split()[:2]
            if name == b"IDLE":
                stream.write(on_idle)
                if not stream.readline():
                    return
                if not on_idle.endswith(b"EXISTS\r\n"):
                    return  # hang up instead of answering DONE
            if name == b"UID":
                stream.write(_hand_over(command, refused))
                continue
            stream.write(answers.get(name, b"") + tag + b" OK done\r\n")


def _hand_over(command: bytes, refused: int) -> bytes:
    """The answer to UID FETCH; with NO, as RFC 3501 §6.4.5 has it, when one of the mails cannot be fetched."""
    tag, _, _, uids, part = command.split()
    name = b"BODY[]<0>" if b"<0." in part else b"BODY[]"
    wanted = [int(uid) for uid in uids.split(b",")]
    lines = [b"* %d FETCH (UID %d %s {4}\r\ntext)\r\n" % (uid, uid, name) for uid in wanted if uid != refused]
    return b"".join(lines) + tag + (b" NO cannot be converted\r\n" if refused in wanted else b" OK done\r\n")


@pytest.mark.parametrize("spool_above", [10, 1], ids=["in memory", "spooled"])
def test_a_mail_the_server_refuses_is_told_once_and_holds_up_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, spool_above: int
) -> None:
    mails = [Listed(uid, 4, LATE) for uid in (5, 6, 7)]

    with scripted(refused=6) as session:
        looks = [[raw.key.uid for raw in session.messages(mails, tmp_path, spool_above)] for _ in range(2)]

    (record,) = caplog.records
    assert looks == [[5, 7], [5, 7]]
    assert record.levelname == "ERROR"
    assert record.message.startswith("INBOX: the server does not hand over the mail with UID 6: ")
    assert "cannot be converted" in record.message
    assert [path for path in tmp_path.iterdir() if "-6-" in path.name] == []


def test_a_server_that_hangs_up_during_idle_is_noticed() -> None:
    with scripted(b"+ idling\r\n* BYE shutting down\r\n") as session, pytest.raises(FetchError) as caught:
        session.wait(60)

    assert caught.value.retry is True


def test_news_that_come_with_the_first_word_of_idle_end_the_wait() -> None:
    with scripted(b"+ idling\r\n* 1 EXISTS\r\n") as session:
        began = time.monotonic()
        session.wait(60)
        took = time.monotonic() - began

    assert took < 10


# ---------------------------------------------------------------- marking


def test_only_mark_done_marks(box: Box) -> None:
    box.deliver(mail(1), mail(2), mail(3))

    with box.open() as session:
        uids = session.uids()
        session.mark_done(uids[:2], keyword=KEYWORD)
        unmarked = session.unmarked(KEYWORD)

    marked = frozenset({b"\\Seen", KEYWORD.encode()})
    assert [flags for _, flags in box.stored()] == [marked, marked, frozenset()]
    assert unmarked == uids[2:]


def test_marking_moves_to_a_folder_that_is_made_when_needed(box: Box) -> None:
    box.deliver(mail(1), mail(2), mail(3))

    with box.open() as session:
        uids = session.uids()
        session.mark_done(uids[:1], "Processed", KEYWORD)
        session.mark_done(uids[1:2], "Processed", KEYWORD)
        left = session.uids()

    marked = frozenset({b"\\Seen", KEYWORD.encode()})
    assert left == uids[2:]
    assert box.stored("Processed") == [(mail(1), marked), (mail(2), marked)]


def test_marking_again_or_mail_that_is_gone_is_harmless(box: Box) -> None:
    box.deliver(mail(1), mail(2))

    with box.open() as session:
        uids = session.uids()
        expunge(box, uids[0])
        session.mark_done(uids, "Processed", KEYWORD)
        session.mark_done(uids, "Processed", KEYWORD)

    assert [octets for octets, _ in box.stored("Processed")] == [mail(2)]


def test_marking_nothing_asks_nothing(box: Box) -> None:
    with box.open() as session:
        session.mark_done([], "Processed", KEYWORD)
        folders = session.folders()

    assert "Processed" not in folders


class WithoutMove:
    """An IMAPClient on a server that lacks these capabilities."""

    def __init__(self, client: IMAPClient, lacking: set[str]) -> None:
        self._client, self._lacking = client, lacking

    def __getattr__(self, name: str) -> object:
        return getattr(self._client, name)

    def has_capability(self, name: str) -> bool:
        return name not in self._lacking and bool(self._client.has_capability(name))


@pytest.mark.parametrize(
    ("lacking", "left"), [({"MOVE"}, []), ({"MOVE", "UIDPLUS"}, [frozenset({b"\\Seen", b"\\Deleted"})])]
)
def test_without_move_mails_are_copied_and_deleted(box: Box, lacking: set[str], left: list[frozenset[bytes]]) -> None:
    box.deliver(mail(1))
    with box.other() as client:
        selected = client.select_folder("INBOX")
        session = MailboxSession(WithoutMove(client, lacking), box.server, "INBOX", selected)

        session.mark_done(session.uids(), "Archive")

    assert [octets for octets, _ in box.stored("Archive")] == [mail(1)]
    assert [flags for _, flags in box.stored()] == left


def test_a_keyword_the_folder_does_not_keep_is_left_out(box: Box) -> None:
    box.deliver(mail(1), mail(2))
    with box.other() as client:
        selected = {**client.select_folder("INBOX"), b"PERMANENTFLAGS": (b"\\Seen", b"\\Deleted")}
        session = MailboxSession(client, box.server, "INBOX", selected)

        session.mark_done(session.uids()[:1], keyword=KEYWORD)

        assert session.unmarked(KEYWORD) == session.uids()[1:]
    assert [flags for _, flags in box.stored()] == [frozenset({b"\\Seen"}), frozenset()]


# ---------------------------------------------------------------- waiting


def test_new_mail_ends_the_wait(box: Box) -> None:
    with box.open() as session:
        session.uids()
        waiting = threading.Thread(target=session.wait, args=(60,))
        waiting.start()

        box.deliver(mail(1))
        waiting.join(20)

        assert not waiting.is_alive()
        assert len(session.uids()) == 1


def test_a_call_ends_the_wait(box: Box) -> None:
    with box.open() as session, closing(Wake()) as wake:
        calling = threading.Timer(0.05, wake.set)
        calling.start()

        began = time.monotonic()
        session.wait(60, wake)
        took = time.monotonic() - began

        assert took < 5
        assert session.uids() == []


def test_a_call_before_the_wait_is_heard_until_it_is_cleared() -> None:
    with closing(Wake()) as wake:
        wake.set()
        wake.set()

        assert wake.wait(0)
        assert wake.wait(0)
        wake.clear()
        assert not wake.wait(0)


def test_any_number_of_calls_never_blocks_the_caller() -> None:
    with closing(Wake()) as wake:
        for _ in range(100_000):
            wake.set()

        wake.clear()

        assert not wake.wait(0)


def test_the_wait_ends_with_its_time(box: Box) -> None:
    with box.open() as session:
        session.wait(0.05)

        assert session.uids() == []


def test_without_idle_the_wait_still_hears_the_call(box: Box) -> None:
    with box.other() as client, closing(Wake()) as wake:
        session = MailboxSession(WithoutMove(client, {"IDLE"}), box.server, "INBOX", client.select_folder("INBOX"))
        wake.set()

        session.wait(60, wake)

        assert session.uids() == []
