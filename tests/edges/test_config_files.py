"""The configuration and its secrets as files: found, read, or named in the error."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailticket.config import Smtp, find, load, password
from mailticket.errors import ConfigError

MINIMAL = '[desk]\naddress = "a@b.example"\n[imap]\nhost = "h"\n[smtp]\nhost = "h"\n'


def server(password_file: Path | None = None) -> Smtp:
    return Smtp(host="smtp.example.com", password_file=password_file)


def test_a_file_is_loaded_and_its_folder_anchors_paths(tmp_path):
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL)

    assert load(file).state.path == tmp_path / "state"


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xef\xbb\xbf" + MINIMAL.encode())

    assert load(file).desk.address == "a@b.example"


@pytest.mark.parametrize("octets", [None, b'[desk]\nname = "\xff"'], ids=["absent", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, octets):
    file = tmp_path / "config.toml"
    if octets:
        file.write_bytes(octets)

    with pytest.raises(ConfigError, match=r"config\.toml: cannot be read: "):
        load(file)


def test_a_given_file_that_does_not_exist_is_told_with_the_remedy(tmp_path):
    with pytest.raises(ConfigError, match="no such file; `mailticket init` writes one"):
        find(tmp_path / "other.toml")


def test_a_password_is_the_files_content_without_its_line_end(tmp_path):
    file = tmp_path / "password"
    file.write_text(" with spaces \n")

    assert password(server(file), "smtp-password", {}) == " with spaces "


def test_a_password_comes_from_the_systemd_credential_when_no_file_is_named(tmp_path):
    (tmp_path / "smtp-password").write_text("from systemd")

    found = password(server(), "smtp-password", {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert found == "from systemd"


def test_a_password_file_is_preferred_to_the_credential(tmp_path):
    (tmp_path / "smtp-password").write_text("from systemd")
    (tmp_path / "mine").write_text("from the file")

    found = password(server(tmp_path / "mine"), "smtp-password", {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert found == "from the file"


@pytest.mark.parametrize("environment", [{}, {"CREDENTIALS_DIRECTORY": "/nonexistent"}], ids=["none", "other ones"])
def test_without_file_and_credential_there_is_no_password(environment):
    assert password(server(), "smtp-password", environment) == ""


def test_a_missing_password_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"secret: the password of smtp\.example\.com cannot be read: No such file"):
        password(server(tmp_path / "secret"), "smtp-password", {})


def test_an_empty_password_file_is_named(tmp_path):
    (tmp_path / "secret").write_text("\n")

    with pytest.raises(ConfigError, match=r"secret: is empty; write the password of smtp\.example\.com into it"):
        password(server(tmp_path / "secret"), "smtp-password", {})
