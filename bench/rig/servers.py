"""A throw-away Dovecot with mailboxes filled on demand, an SMTP sink, and the desk's configuration for both.

The Dovecot is the one of the tests. Mails are put into the maildir as a delivery agent would, before anything is timed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rig.mails import DESK
from rig.sink import Sink

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from dovecot import HOST, PASSWORD, Dovecot  # noqa: E402

UIDVALIDITY = 1_700_000_000


@dataclass(frozen=True, slots=True)
class Servers:
    """Everything that is not measured. ``folder`` is the measurement's own, gone afterwards."""

    folder: Path
    dovecot: Dovecot
    sink: Sink
    authority: Path

    def bare_loop(self, user: str, database: Path) -> list[str]:
        """The command that empties the mailbox into that database."""
        script = str(ROOT / "bench" / "rig" / "bare_loop.py")
        server = [HOST, str(self.dovecot.imaps), str(self.authority), user, PASSWORD]
        return [sys.executable, script, *server, str(self.sink.port), str(database)]

    def mailticket(self, user: str, state: Path) -> list[str]:
        """The command that empties the mailbox into that state folder; one agent, no limit of the rate."""
        config = self.folder / f"{user}.toml"
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o600)
        config.write_text(
            _CONFIG.format(
                desk=DESK,
                state=state,
                imap=self.dovecot.imaps,
                user=user,
                secret=secret,
                authority=self.authority,
                smtp=self.sink.port,
                host=HOST,
            )
        )
        program = str(Path(sys.executable).with_name("mailticket"))
        return [program, "--config", str(config), "run", "--once"]

    @contextmanager
    def mailbox(self, user: str, mails: Sequence[bytes], next_uid: int = 1) -> Iterator[None]:
        """A mailbox holding these, numbered from ``next_uid``; gone afterwards."""
        box = self.folder / "dovecot" / "mail" / user
        for part in ("cur", "new", "tmp"):
            (box / part).mkdir(parents=True)
        (box / "dovecot-uidlist").write_text(f"3 V{UIDVALIDITY} N{next_uid} G{'1' * 32}\n")
        for number, octets in enumerate(mails):
            (box / "new" / f"{UIDVALIDITY + number}.M{number}.bench").write_bytes(octets)
        _hand_over(box)
        try:
            yield
        finally:
            shutil.rmtree(box)


@contextmanager
def servers() -> Iterator[Servers]:
    with tempfile.TemporaryDirectory(prefix="mailticket-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        home = folder / "dovecot"
        home.mkdir()
        certificate, key = _certificate(folder)
        with Dovecot(home, certificate, key) as dovecot, Sink() as sink:
            yield Servers(folder, dovecot, sink, certificate)


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "cert.pem", folder / "key.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    files = ["-addext", f"subjectAltName=IP:{HOST}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*request, *files], check=True, capture_output=True)
    return certificate, key


def _hand_over(box: Path) -> None:
    """Dovecot runs as nobody when it is started by root."""
    if os.getuid() == 0:
        account = pwd.getpwnam("nobody")
        for path in (box, *box.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid)


_CONFIG = """
[desk]
address = "{desk}"
[[agents]]
name = "Robin Hale"
email = "robin@desk.test"
[state]
path = "{state}"
[imap]
host = "{host}"
port = {imap}
username = "{user}"
password_file = "{secret}"
ca_file = "{authority}"
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
per_minute = 0
"""
