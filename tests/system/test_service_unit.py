"""The systemd unit: what it promises the program, and how little of the machine it leaves to it."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).resolve().parents[2] / "templates" / "systemd" / "mailticket.service"
MOST_EXPOSURE = 15  # tenths; the least for a service that talks to the Internet is about 11


@pytest.fixture(scope="module")
def service() -> configparser.SectionProxy:
    """The [Service] section; of a key given several times, the last one."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(UNIT, "utf-8")
    return unit["Service"]


def test_a_wrong_configuration_is_not_retried(service):
    assert service["Restart"] == "on-failure"
    assert service["RestartPreventExitStatus"] == "78"  # EX_CONFIG of sysexits.h


def test_a_daemon_that_falls_silent_is_restarted(service):
    assert service["Type"] == "notify"
    assert service["WatchdogSec"]


def test_the_passwords_come_under_the_names_the_program_looks_for():
    text = UNIT.read_text("utf-8")

    assert "\nLoadCredential=imap-password:" in text
    assert "\nLoadCredential=smtp-password:" in text


def test_systemd_finds_hardly_any_exposure():
    if not shutil.which("systemd-analyze"):
        pytest.skip("needs systemd-analyze")

    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={MOST_EXPOSURE}", str(UNIT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-400:] + done.stderr
