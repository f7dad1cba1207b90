"""A throw-away Dovecot 2.3 for tests: high ports, a folder of its own, gone afterwards. Any user name logs in."""

from __future__ import annotations

import grp
import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

# on 127.0.0.1 client and server have the same address, which counts as secured: plain passwords would be accepted
HOST = "127.0.0.2"
PASSWORD = "dovecot-secret"

_CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = {host}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%u
mail_uid = {user}
mail_gid = {group}
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Archive {{
    auto = create
    special_use = \\Archive
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


class Dovecot:
    """Runs while the context lasts; ``imap`` is the port for STARTTLS, ``imaps`` the one for TLS."""

    def __init__(self, folder: Path, certificate: Path, key: Path) -> None:
        self.host = HOST
        self.imap, self.imaps = _free_port(), _free_port()
        self._folder = folder
        self._account = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self._write(certificate, key)

    def __enter__(self) -> Dovecot:
        program = shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", os.defpath))
        assert program is not None
        # without -F it goes into the background once it listens: nothing to wait for (but it would keep a pipe open)
        with (self._folder / "start.log").open("w") as output:
            command = [*self._as_account(), program, "-c", str(self._configuration)]
            started = subprocess.run(command, check=False, stdout=output, stderr=output)
        assert started.returncode == 0, (self._folder / "start.log").read_text() + self.log()
        return self

    def __exit__(self, *unused: object) -> None:
        process = int((self._folder / "run" / "master.pid").read_text())
        handle = os.pidfd_open(process)
        try:
            os.kill(process, signal.SIGTERM)
            select.select([handle], [], [], 10)
        finally:
            os.close(handle)

    def log(self) -> str:
        path = self._folder / "dovecot.log"
        return path.read_text() if path.exists() else ""

    def _write(self, certificate: Path, key: Path) -> None:
        (self._folder / "run").mkdir()
        (self._folder / "mail").mkdir()
        own_certificate, own_key = (Path(shutil.copy(path, self._folder)) for path in (certificate, key))
        self._configuration = self._folder / "dovecot.conf"
        self._configuration.write_text(
            _CONFIGURATION.format(
                folder=self._folder,
                host=HOST,
                user=self._account.pw_name,
                group=self._group(),
                certificate=own_certificate,
                key=own_key,
                password=PASSWORD,
                imap=self.imap,
                imaps=self.imaps,
            )
        )
        if os.getuid() == 0:
            for path in (self._folder, *self._folder.rglob("*")):
                os.chown(path, self._account.pw_uid, self._account.pw_gid)

    def _group(self) -> str:
        return grp.getgrgid(self._account.pw_gid).gr_name

    def _as_account(self) -> list[str]:
        if os.getuid() != 0:
            return []
        return ["setpriv", f"--reuid={self._account.pw_uid}", f"--regid={self._account.pw_gid}", "--clear-groups"]


def require(program: str) -> None:
    """Skip without the program, or fail where the tests were told that everything is installed."""
    if shutil.which(program, path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", os.defpath)):
        return
    reason = f"needs {program}; `make servers` installs it"
    if os.environ.get("MAILTICKET_REQUIRE_SERVERS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
