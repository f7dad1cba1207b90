"""How commands end: a mistake of usage is one line and 64; a reader that goes early is no failure."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from desk import Desk, embedded_desk, environment

from mailticket.cli.main import cli


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with embedded_desk(tmp_path_factory.mktemp("desk")) as made:
        made.run("run", "--once")
        yield made


MISTAKES = [
    ("tickts", "no such command 'tickts'"),
    ("--foo", "no such option '--foo'"),
    ("demo --foo", "demo: no such option '--foo'"),
    ("init a b", "init: got unexpected extra argument (b)"),
    ("init", "init: --config says nothing here; name the folder as an argument, as in: mailticket init /srv/desk"),
    ("check x", "check: got unexpected extra argument (x)"),
    ("run --twice", "run: no such option '--twice'"),
    ("parse", "parse: missing argument 'FILE…'"),
    ("ingest a b", "ingest: got unexpected extra argument (b)"),
    ("tickets --status gone", "tickets: invalid value for '--status': 'gone' is not one of"),
    ("tickets --limit 0", "tickets: invalid value for '--limit': 0 is not in the range x>=1"),
    ("show", "show: missing argument 'ID'"),
    ("show abc", """show: invalid value for 'ID': "abc" is not a ticket number; write for example 1042"""),
    ("explain --foo 1", "explain: no such option '--foo'"),
    (
        "report --since yesterday",
        """report: invalid value for '--since': "yesterday" is not a day; write for example""",
    ),
    ("report --since 2026-01-05 --until 2026-01-04", "report: --until is before --since"),
    ("report --until 9999-12-31", "report: invalid value for '--until': 9999-12-31 is not between 1970-01-01 and"),
    ("report --since 0001-01-01", "report: invalid value for '--since': 0001-01-01 is not between 1970-01-01 and"),
    ("report --since 8999-01-01", "report: --since is in the future"),
    ("contact list --until 9999-12-31", "contact list: invalid value for '--until': 9999-12-31 is not between"),
    ("contact list --since 8999-01-01", "contact list: --since is in the future"),
    ("report --html", "report: option '--html' requires an argument"),
    ("report --breaches few", """report: invalid value for '--breaches': "few" is neither a number nor "all\""""),
    ("report --objective moon", 'report: no objective is called "moon"; there are: '),
    ("report --csv --json", "report: --json and --csv exclude each other"),
    ("report --what-if moon=1", 'report: --what-if "moon=1": nothing is called "moon"'),
    ("calendar desk --month 2026-13", """calendar: invalid value for '--month': "2026-13" is not a month; write for"""),
    ("calendar desk --month 9999-12", "calendar: "),
    ("calendar moon", 'calendar: no calendar "moon" is known; there are desk, 24x7'),
    ("calendar --month 2026-12", "calendar: --month needs a calendar; there are desk, 24x7"),
    ("policy mend", "policy: no such command 'mend'"),
    ("policy correct --since 2026-01-01", "policy correct: missing option '--because'"),
    ("policy correct --since 2026-01-01 --because=", "policy correct: --because is empty; say why the record was"),
    ("reply", "reply: missing argument 'ID'"),
    ("reply 1 --agent nobody", "reply: "),
    ("close x", "close: invalid value for 'ID'"),
    ("close 1 --no-answer-needed=", "close: --no-answer-needed is empty; say why no answer was due"),
    ("set 1 phone=abc", 'set: phone: "abc" cannot be read as phone number (with country code)'),
    ("set 1 time_zone=Mars", 'set: time_zone: "Mars" cannot be read as time zone'),
    ("assign 1 Robin --agent nobody", "assign: "),
    ("assign 1", "assign: missing argument 'AGENT'"),
    ("set 1", "set: missing argument 'KEY=VALUE…'"),
    ("set 1 severity", 'set: "severity" is not key=value'),
    ("contact fax", "contact: no such command 'fax'"),
    ("contact phone", "contact phone: missing option '--waited'"),
    ("contact phone --waited long", 'contact phone: --waited: "long" is no waiting time'),
    ("contact chat --waited 5 --at soon", "contact chat: --at: "),
    ("contact import", "contact import: missing argument 'FILE|-'"),
    ("contact list --since 2026-01-05 --until 2026-01-04", "contact list: --until is before --since"),
    ("outbox --foo", "outbox: no such option '--foo'"),
    ("reconcile x", "reconcile: got unexpected extra argument (x)"),
    ("quarantine --foo", "quarantine: no such option '--foo'"),
]


@pytest.mark.parametrize(("words", "told"), MISTAKES, ids=[words for words, _ in MISTAKES])
def test_a_mistake_of_usage_is_one_line_that_names_the_command(desk: Desk, words: str, told: str) -> None:
    refused = desk.ask(*words.split())

    assert refused.exit_code == 64
    assert refused.stderr.startswith(f"mailticket: {told}")
    assert refused.stderr.count("\n") == 1
    assert refused.stdout == ""


def test_every_command_has_a_mistake_in_the_table() -> None:
    commands = {words.split()[0] for words, _ in MISTAKES}

    assert commands >= set(cli.list_commands(cli.make_context("mailticket", ["check"])))


def test_no_command_at_all_shows_which_there_are() -> None:
    alone = CliRunner().invoke(cli, [], prog_name="mailticket")

    assert alone.exit_code == 64
    assert alone.stderr.startswith("Usage: mailticket")


# ---------------------------------------------------------------- a pipe that closes


@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "--version",
        "contact --help",
        "check",
        "tickets",
        "tickets --json",
        "show 1",
        "report",
        "report --json",
        "report --csv",
        "report --html -",
        "calendar",
        "calendar desk",
        "calendar desk --json",
        "policy",
        "contact list --json",
        "outbox",
        "reconcile",
        "quarantine",
        "run --once --dry-run",
        "parse password",
        "moon",
    ],
)
def test_a_reader_that_is_gone_ends_a_command_quietly(desk: Desk, words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        desk.command(*words.split()),
        cwd=desk.folder,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    told = done.stderr.decode()

    assert done.returncode in {"show 1": (0, 65), "moon": (64,)}.get(words, (0,))
    assert "Traceback" not in told
    assert "Broken pipe" not in told


def test_an_error_that_nobody_reads_ends_quietly_too(desk: Desk) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        desk.command("moon"), cwd=desk.folder, env=environment(), stdout=writing, stderr=writing, check=False
    )
    os.close(writing)

    assert done.returncode == 0


def test_a_standard_output_that_was_never_open_is_no_failure(desk: Desk, tmp_path: Path) -> None:
    command = " ".join(desk.command("tickets"))

    done = subprocess.run(
        ["sh", "-c", f"{command} >&-"], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
