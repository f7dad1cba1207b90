"""Servers for the tests: embedded ones for each test, one Dovecot for the whole run, and a certificate for them; and
the state folder of a test's own ``house``.

Where MAILTICKET_REQUIRE_SHARED is 1, a test that skips itself because ../shared is absent has failed.
"""

from __future__ import annotations

import os
import ssl
import subprocess
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from dovecot import HOST as DOVECOT_HOST
from dovecot import Dovecot, require

from mailticket.demo.servers import ImapServer, SmtpServer
from mailticket.house import House
from mailticket.store.database import Store, create

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

USER = "desk@desk.test"
PASSWORD = "embedded-secret"


@dataclass(frozen=True)
class Certificate:
    """A self-signed certificate for loopback: whoever names it as ``ca_file`` trusts the servers."""

    path: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        made.load_cert_chain(self.path, self.key)
        return made


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    require("openssl")
    folder = tmp_path_factory.mktemp("certificate")
    made = Certificate(folder / "cert.pem", folder / "key.pem")
    names = f"subjectAltName=DNS:localhost,IP:127.0.0.1,IP:{DOVECOT_HOST}"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    files = ["-addext", names, "-keyout", str(made.key), "-out", str(made.path)]
    subprocess.run([*request, *files], check=True, capture_output=True)
    return made


@pytest.fixture(scope="session")
def dovecot(certificate: Certificate) -> Iterator[Dovecot]:
    require("dovecot")
    with (
        tempfile.TemporaryDirectory(prefix="dovecot-", ignore_cleanup_errors=True) as folder,
        Dovecot(Path(folder), certificate.path, certificate.key) as server,
    ):
        yield server


@pytest.fixture
def imap_server() -> Iterator[ImapServer]:
    with ImapServer({USER: PASSWORD}, ("Archive",)) as server:
        yield server


@pytest.fixture
def smtp_server() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _shared_is_there((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _shared_is_there((yield))


def _shared_is_there(report: Report) -> Report:
    missing = report.skipped and "needs ../shared" in str(report.longrepr)
    if missing and os.environ.get("MAILTICKET_REQUIRE_SHARED") == "1":
        report.outcome = "failed"
    return report


@pytest.fixture
def store(house: House) -> Iterator[Store]:
    create(house.config.state.path)
    with closing(Store(house.config.state.path)) as opened:
        yield opened
