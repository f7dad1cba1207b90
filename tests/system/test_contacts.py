"""Phone and chat contacts through the commands: logged by hand, taken from a telephone system's file, listed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk import Desk, embedded_desk
from mails import INCOMPLETE, letter, new_customer

from mailticket.store.database import create

HEADER = "type,start,wait,status,agent,case,call id\n"
GOOD = HEADER + (
    "phone,2026-01-05 09:00:00,00:01:35,ANSWERED,Robin Hale,,c1\n"
    "chat,2026-01-05T09:10:00-05:00,7,ANSWERED,22,,c2\n"
    "phone,2026-01-05 09:20:00,200,NO ANSWER,,,c3\n"
)
BROKEN = "phone,2026-01-05 09:30:00,-5,ANSWERED,,,c4\nfax,2026-01-05 09:30:00,5,ANSWERED,,4711,c5\n"
JANUARY = ("--since", "2026-01-01", "--until", "2026-01-31")


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with embedded_desk(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def desk(servers: Desk, tmp_path: Path) -> Desk:
    """Not running, and without a contact."""
    made = Desk(tmp_path, servers.mailbox, servers.smtp)
    create(tmp_path / "state")
    return made


def listed(desk: Desk, *words: str) -> list[dict[str, object]]:
    return desk.json("contact", "list", *(words or JANUARY))


# ---------------------------------------------------------------- by hand


def test_a_call_logged_by_hand_is_listed_with_its_ticket_and_agent(desk):
    desk.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))
    words = ("--waited", "95s", "--ticket", "TechOps #1001", "--agent", "robin@staff.test", "--at", "2026-01-05 14:05")

    said = desk.tell("contact", "phone", *words)

    (line,) = listed(desk)
    assert said.startswith("logged: 2026-01-05 14:05:00 EST  phone  answered")
    assert "TechOps #1001" in said
    assert line == {
        "channel": "phone",
        "at": "2026-01-05T19:05:00Z",
        "waited_seconds": 95.0,
        "answered": True,
        "agent": "Robin Hale",
        "ticket": 1001,
        "imported": False,
    }


def test_an_abandoned_chat_is_of_now_and_of_no_agent(desk):
    before = datetime.now(UTC) - timedelta(seconds=1)

    desk.tell("contact", "chat", "--waited", "130", "--abandoned")

    (line,) = listed(desk, "--since", "2026-01-01")
    assert (line["channel"], line["answered"], line["agent"], line["ticket"]) == ("chat", False, "", None)
    assert before <= datetime.fromisoformat(str(line["at"])) <= datetime.now(UTC)


def test_who_is_logged_in_and_no_agent_of_the_desk_is_told(desk):
    words = ("contact", "phone", "--waited", "5", "--at", "2026-01-05 14:05")

    by_login, named, given_up = (
        desk.ask(*words),
        desk.ask(*words, "--agent", "Robin Hale"),
        desk.ask(*words, "--abandoned"),
    )

    assert "is not among [[agents]]; --agent says who it was" in by_login.stderr
    assert by_login.exit_code == 0
    assert named.stderr == given_up.stderr == ""


def test_two_equal_calls_logged_by_hand_are_two(desk):
    for _ in range(2):
        desk.tell("contact", "phone", "--waited", "5", "--at", "2026-01-05 14:05")

    assert len(listed(desk)) == 2


def test_a_time_that_came_twice_is_logged_and_said_how(desk):
    result = desk.ask("contact", "phone", "--waited", "5", "--at", "2025-11-02 01:30")

    assert result.exit_code == 0
    assert "taken as the first, 01:30 EDT (05:30 UTC)" in result.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--waited", "5", "--ticket", "4711"), 65, "no ticket 4711"),
        (("--waited", "5", "--agent", "Nobody"), 64, 'no agent "Nobody" is configured; there are: Robin Hale'),
        (("--waited", "-5s"), 64, '--waited: "-5s" is negative'),
        (("--waited", "2d"), 64, "longer than a day"),
        (("--waited", "soon"), 64, "is no waiting time"),
        (("--waited", "5", "--at", "2100-01-01 00:00"), 64, "in the future"),
        (("--waited", "5", "--at", "yesterday"), 64, "is no date with a time of day"),
    ],
    ids=["ticket", "agent", "negative", "absurd", "no time", "future", "no moment"],
)
def test_a_contact_that_cannot_be_is_refused_in_one_line(desk, words, code, said):
    result = desk.ask("contact", "phone", *words)

    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert listed(desk, "--since", "2020-01-01") == []


@pytest.mark.parametrize("words", [("phone",), ("phone", "--waited", "5", "--ticket", "x"), ("fax",)], ids=" ".join)
def test_a_mistake_in_the_command_line_ends_with_64(desk, words):
    done = desk.run("contact", *words)

    assert (done.returncode, done.stdout) == (64, "")
    assert "Traceback" not in done.stderr


# ---------------------------------------------------------------- from a file


def test_a_file_is_taken_once_however_often_it_is_imported(desk):
    (desk.folder / "calls.csv").write_text(GOOD)

    first = desk.tell("contact", "import", str(desk.folder / "calls.csv"))
    again = desk.run("contact", "import", "-", stdin=GOOD.replace(",", ";").encode("utf-8-sig"))

    assert first == "3 taken, 0 already known, 0 refused\n"
    assert (again.returncode, again.stdout) == (0, "0 taken, 3 already known, 0 refused\n")
    assert [(line["channel"], line["waited_seconds"], line["answered"], line["agent"]) for line in listed(desk)] == [
        ("phone", 95.0, True, "Robin Hale"),
        ("chat", 7.0, True, "22"),
        ("phone", 200.0, False, ""),
    ]


def test_a_file_with_a_broken_row_is_not_taken_and_each_such_row_is_reported(desk):
    done = desk.run("contact", "import", "-", stdin=(GOOD + BROKEN).encode())

    assert done.returncode == 65
    assert done.stdout.startswith("0 taken, 0 already known, 2 refused; nothing is taken")
    assert done.stderr.splitlines() == [
        'mailticket: -: line 5: "-5" is negative',
        'mailticket: -: line 6: channel "fax" is neither phone nor chat; no ticket 4711',
        'mailticket: -: agent "22" (line 3, 1 row) is not among [[agents]]',
    ]
    assert listed(desk) == []


def test_with_skip_bad_the_good_rows_are_taken_and_the_code_is_65_all_the_same(desk):
    done = desk.run("contact", "import", "-", "--skip-bad", stdin=(GOOD + BROKEN).encode())
    mended = desk.run("contact", "import", "-", stdin=(GOOD + BROKEN.splitlines()[0].replace("-5", "5")).encode())

    assert (done.returncode, done.stdout) == (65, "3 taken, 0 already known, 2 refused\n")
    assert done.stderr.count(": line ") == 2
    assert (mended.returncode, mended.stdout) == (0, "1 taken, 3 already known, 0 refused\n")
    assert len(listed(desk)) == 4


def test_an_agent_who_is_not_configured_breaks_no_row_and_is_told_once(desk):
    more = "".join(f"chat,2026-01-06 10:{n}:00,5,ANSWERED,{name},,d{n}\n" for n, name in ((10, "22"), (11, "Lee")))

    done = desk.run("contact", "import", "-", stdin=(GOOD + more).encode())

    assert (done.returncode, done.stdout) == (0, "5 taken, 0 already known, 0 refused\n")
    assert done.stderr.splitlines() == [
        'mailticket: -: agent "22" (line 3, 2 rows) is not among [[agents]]',
        'mailticket: -: agent "Lee" (line 6, 1 row) is not among [[agents]]',
    ]


def test_a_dry_run_says_what_would_be_taken_and_changes_nothing(desk):
    done = desk.run("contact", "import", "-", "--dry-run", stdin=(GOOD + GOOD.splitlines()[1]).encode())

    assert (done.returncode, done.stdout) == (
        0,
        "3 taken, 1 already known, 0 refused; a dry run: nothing was changed\n",
    )
    assert listed(desk) == []


@pytest.mark.parametrize(
    ("words", "octets", "said"),
    [
        (("no-such.csv",), b"", "no-such.csv: No such file or directory"),
        ((".",), b"", "Is a directory"),
        (("-",), b"", "holds no table; needed are: channel"),
        (("-",), b"start,wait\n", 'found are "start", "wait"; needed are: channel'),
        (("-",), GOOD.encode("utf-16"), "UTF-16"),
    ],
    ids=["missing", "folder", "empty", "columns", "UTF-16"],
)
def test_a_file_that_is_no_such_table_ends_with_65_and_one_clear_line(desk, words, octets, said):
    done = desk.run("contact", "import", *words, stdin=octets)

    assert (done.returncode, done.stdout) == (65, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_table_without_channel_is_taken_as_the_channel_it_is_said_to_be(desk):
    text = b"start,wait,status\n2026-01-05 09:00,5,answered\n2026-01-05 09:00,5,answered\n"

    done = desk.run("contact", "import", "-", "--channel", "phone", stdin=text)

    assert done.stdout == "2 taken, 0 already known, 0 refused\n"
    assert [line["channel"] for line in listed(desk)] == ["phone", "phone"]


def test_the_help_says_with_which_code_skipped_rows_end(desk):
    assert "still ends with 65" in " ".join(desk.tell("contact", "import", "--help").split())


# ---------------------------------------------------------------- listing


def test_the_list_holds_the_days_that_are_asked_for_in_the_desks_zone(desk):
    text = HEADER + "".join(
        f"phone,2026-01-{day} {time},5,answered,,,\n"
        for day, time in (("05", "00:00"), ("05", "23:59"), ("06", "00:00"))
    )
    desk.run("contact", "import", "-", stdin=text.encode())

    shown = desk.tell("contact", "list", "--since", "2026-01-05", "--until", "2026-01-05")

    assert shown.splitlines() == [
        "2026-01-05 00:00:00 EST  phone  answered  after     5 s",
        "2026-01-05 23:59:00 EST  phone  answered  after     5 s",
    ]
    assert desk.tell("contact", "list", "--since", "2020-01-01", "--until", "2020-01-02") == "No contacts.\n"
    assert json.loads(desk.tell("contact", "list", "--since", "2020-01-01", "--until", "2020-01-02", "--json")) == []
    assert desk.ask("contact", "list", "--since", "2026-01-05", "--until", "2026-01-04").exit_code == 64
