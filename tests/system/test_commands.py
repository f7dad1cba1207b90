"""The commands beside the daemon: what they do, what they print for programs, and with which code they end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, embedded_desk, environment
from mails import COMPLETE, INCOMPLETE, address, letter, new_customer, plain, read


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Not running, with a few tickets; shared, so each test takes a ticket of its own."""
    with embedded_desk(tmp_path_factory.mktemp("desk")) as made:
        for _ in range(8):
            made.deliver(letter(new_customer(), INCOMPLETE))
        made.run("run", "--once")
        yield made


@pytest.fixture(scope="module")
def unused(desk: Desk) -> Iterator[tuple[str, int]]:
    """Customers and their tickets."""
    return iter([(ticket["requester"], ticket["id"]) for ticket in desk.json("tickets")])


# ---------------------------------------------------------------- ingest


def test_a_mail_from_standard_input_becomes_a_ticket_and_the_same_again_none(desk):
    mail = bytes(letter(new_customer(), INCOMPLETE))

    first, again = desk.run("ingest", stdin=mail), desk.run("ingest", "-", stdin=mail)

    assert (first.returncode, again.returncode) == (0, 0)
    assert re.match(r"TechOps #\d+: ticket \(", first.stdout)
    assert again.stdout == f"already taken in as {first.stdout.partition(':')[0]}\n"


def test_a_mail_from_a_file_becomes_a_ticket(desk):
    customer = new_customer()
    (desk.folder / "mail.eml").write_bytes(bytes(letter(customer, INCOMPLETE)))

    done = desk.run("ingest", "mail.eml")

    assert done.returncode == 0, done.stderr
    assert address(customer) in [ticket["requester"] for ticket in desk.json("tickets")]
    assert len(desk.queued_to(customer)) == 1


@pytest.mark.parametrize("words", [("ingest", "no-such-file"), ("ingest", "-")], ids=["missing", "empty"])
def test_nothing_to_take_in_ends_with_65(desk, words):
    done = desk.run(*words)

    assert (done.returncode, done.stdout) == (65, "")


def test_a_broken_configuration_does_not_make_the_mail_server_return_the_mail(desk, tmp_path):
    broken = Desk(tmp_path, desk.mailbox, desk.smtp, {"smtp": {"per_minute": "many"}})

    done = broken.run("ingest", stdin=bytes(letter(new_customer(), INCOMPLETE)))

    assert (done.returncode, done.stdout) == (75, "")
    assert "smtp.per_minute" in done.stderr


# ---------------------------------------------------------------- parse


def test_parse_prints_an_object_for_each_file_and_65_when_one_cannot_be_read(desk, tmp_path):
    files = [tmp_path / "complete.eml", tmp_path / "absent.eml", tmp_path / "list.eml", tmp_path / "rubbish.eml"]
    files[0].write_bytes(bytes(letter(new_customer(), COMPLETE)))
    files[2].write_bytes(bytes(letter(new_customer(), INCOMPLETE, list_id="<news.example>")))
    files[3].write_bytes(b"\0\xff\r\n" * 100)

    done = desk.run("parse", "--json", *map(str, files))

    found = {Path(line["file"]).name: line for line in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 65
    assert "absent.eml" in done.stderr
    assert list(found) == ["complete.eml", "list.eml", "rubbish.eml"]
    assert (found["complete.eml"]["kind"], found["complete.eml"]["missing"]) == ("new_ticket", [])
    assert found["complete.eml"]["fields"]["users_impacted"] == 40
    assert (found["list.eml"]["kind"], found["list.eml"]["answer"]) == ("list_mail", False)


@pytest.mark.parametrize(
    ("octets", "error"),
    [
        (b"", "empty file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a mail: no header"),
        (b"only words\nof somebody: x\n", "not a mail: no header"),
        (b"Subject: x", None),
    ],
    ids=["empty", "binary", "words", "a header alone"],
)
def test_parse_of_what_has_no_header_field_is_an_error_in_its_object(desk, octets, error):
    done = desk.run("parse", "--json", "-", stdin=octets)

    shape = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert shape.get("error") == error
    assert (shape["kind"], shape["fields"], shape["answer"]) == (None if error else "new_ticket", {}, False)


def test_what_has_no_header_field_becomes_a_ticket_all_the_same(desk):
    done = desk.run("ingest", stdin=b"only words\nof somebody: x\n")

    assert (done.returncode, "ticket" in done.stdout) == (0, True)


def test_parse_says_what_of_a_mail_was_not_read(desk, tmp_path):
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIAG")

    shown = desk.run("parse", str(mail))
    shape = json.loads(desk.run("parse", "--json", str(mail)).stdout)

    assert shape["notes"] == ["The mail is encrypted: nobody here can read it."]
    assert shape["notes"][0] in shown.stdout


def test_parse_needs_no_configuration_and_leaves_nothing_behind(desk, tmp_path):
    mail = tmp_path / "mail.eml"
    mail.write_bytes(bytes(letter(new_customer(), INCOMPLETE)))
    desk_like = Desk(tmp_path, desk.mailbox, desk.smtp)
    desk_like.config.unlink()
    before = sorted(tmp_path.iterdir())

    done = desk.run("parse", "--json", str(mail))

    assert json.loads(done.stdout)["answer"] is True
    assert sorted(tmp_path.iterdir()) == before


def test_parse_explains_which_candidate_won_and_where_its_words_stand(desk, tmp_path):
    mail = tmp_path / "mail.eml"
    mail.write_bytes(bytes(letter(new_customer(), "Severity: C\nZorblax level: 7\n\nThis is severity A, honestly.\n")))

    shown = desk.run("parse", "--explain", str(mail))
    shape = json.loads(desk.run("parse", "--explain", "--json", str(mail)).stdout)

    assert "less sure: prose-severity" in shown.stdout
    assert 'labels the lexicon does not know: "Zorblax level"' in shown.stdout
    chosen = [item for item in shape["explanation"]["considered"] if item["key"] == "severity" and item["chosen"]]
    assert [item["value"] for item in chosen] == ["C"]
    assert chosen[0]["evidence"]["rule"] == "label-line"


def test_parse_shows_lists_as_words_and_cuts_none(desk, tmp_path):
    domains = [f"{name}.onmicrosoft.com" for name in ("first", "second", "third")]
    mail = tmp_path / "mail.eml"
    mail.write_bytes(bytes(letter(new_customer(), f"Impacted tenant domains: {', '.join(domains)}\n")))

    said = "".join(desk.tell("parse", str(mail)).split())

    assert '["' not in said
    assert all(domain in said for domain in domains)


def test_parse_names_each_of_several_issues(desk, tmp_path):
    mail = tmp_path / "mail.eml"
    mail.write_bytes(bytes(letter(new_customer(), "Two things:\n1) The mailbox is full\n2) A wrong invoice came\n")))

    shape = json.loads(desk.run("parse", "--json", str(mail)).stdout)

    assert (shape["issue_count"], shape["issues"]) == (2, ["The mailbox is full", "A wrong invoice came"])
    assert "issue 2: A wrong invoice came" in desk.run("parse", str(mail)).stdout


def test_parse_knows_the_labels_of_the_configuration(desk, tmp_path):
    mail, config = tmp_path / "mail.eml", tmp_path / "config.toml"
    mail.write_bytes(bytes(letter(new_customer(), "Zorblax level: B\n")))
    own = '[lexicon]\nlabels = { severity = ["Zorblax level"] }\n'
    config.write_text((desk.folder / "config.toml").read_text("utf-8") + own, "utf-8")

    shape = json.loads(desk.run("--config", str(config), "parse", "--json", str(mail)).stdout)

    assert shape["fields"]["severity"] == "B"


def test_parse_uses_no_configuration_it_was_not_given(tmp_path):
    (tmp_path / "config.toml").write_text("of another program")
    command = [sys.executable, "-m", "mailticket", "parse", "--json", "-"]
    mail = bytes(letter(new_customer(), COMPLETE))

    done = subprocess.run(command, cwd=tmp_path, env=environment(), input=mail, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["kind"] == "new_ticket"


# ---------------------------------------------------------------- what an agent does from the shell


def test_a_reply_from_the_shell_goes_to_the_requester_and_is_the_first_response(desk, unused):
    customer, number = next(unused)

    desk.tell("reply", str(number), "--message", "It works again.", "--agent", "robin@staff.test")
    desk.run("run", "--once")

    ticket = desk.ticket(number)
    mail = next(mail for mail in desk.sent_to(customer, 2) if "It works again." in plain(mail.octets))
    assert (ticket["status"], ticket["objectives"][0]["state"]) == ("open", "met")
    assert read(mail.octets)["Auto-Submitted"] is None
    assert mail.mail_from == "techops@desk.test"
    assert ticket["messages"][0]["message_id"] in read(mail.octets)["References"]


def test_a_ticket_closed_without_an_answer_is_a_miss_unless_none_was_due(desk, unused):
    (_, missed), (_, excused) = next(unused), next(unused)

    desk.tell("close", str(missed))
    desk.tell("close", f"#{excused}", "--no-answer-needed", "spam")

    states = {number: desk.ticket(number)["objectives"][0]["state"] for number in (missed, excused)}
    assert states == {missed: "breached", excused: "excluded"}
    assert missed in [item["ticket"] for item in desk.json("report")["breaches"]]
    assert "closed already" in desk.tell("close", str(missed))


def test_only_the_agent_a_ticket_is_assigned_to_hears_of_it(desk, unused):
    _, number = next(unused)

    said = desk.tell("assign", str(number), "Robin Hale")

    assert "is assigned to Robin Hale" in said
    assert desk.ticket(number)["assignee"] == "Robin Hale"


def test_what_an_agent_sets_no_mail_overwrites(desk, unused):
    customer, number = next(unused)

    desk.tell("set", str(number), "severity=A", "users_impacted=7", "category=mail_flow", "cmp_id=58213")
    desk.run("ingest", stdin=bytes(letter(customer, "CMP ID: 11111\nSeverity: C\n", f"Re: [TechOps #{number}] x")))

    ticket = desk.ticket(number)
    assert (ticket["severity"], ticket["category"]) == ("A", "mail_flow")
    assert (ticket["fields"]["users_impacted"], ticket["fields"]["cmp_id"]) == (7, "58213")
    assert ticket["objectives"][0]["target_seconds"] == 3600


def test_what_is_set_already_is_said_and_recorded_no_second_time(desk, unused):
    _, number = next(unused)
    desk.tell("set", str(number), "severity=B", "--agent", "Robin Hale")
    before = desk.ticket(number)["events"]

    said = desk.tell("set", str(number), "severity=b", "--agent", "Robin Hale")

    assert said == f"TechOps #{number}: severity is B already\n"
    assert desk.ticket(number)["events"] == before


@pytest.mark.parametrize(
    "words", [("set", "cmp_id=58213"), ("assign", "Robin Hale"), ("reply", "-m", "Hello"), ("close",)]
)
def test_who_is_logged_in_and_no_agent_of_the_desk_is_told(desk, words):
    number = str(desk.json("tickets")[0]["id"])

    by_login, named = (desk.ask(words[0], number, *words[1:], *more) for more in ((), ("--agent", "Robin Hale")))

    assert by_login.stderr.count("\n") == 1
    assert "is not among [[agents]]; --agent says who it was" in by_login.stderr
    assert (by_login.exit_code, named.exit_code, named.stderr) == (0, 0, "")


def test_a_ticket_without_a_requester_can_be_answered_once_an_address_is_given(desk):
    taken = desk.run("ingest", stdin=b"Subject: Teams\nTo: techops@desk.test\n\nTeams is down.\n").stdout
    number = re.search(r"#(\d+)", taken)[1]

    refused = desk.ask("reply", number, "-m", "Hello")
    desk.tell("set", number, "email=jo@nobody.example")
    desk.tell("reply", number, "-m", "Hello")

    assert refused.exit_code == 65
    assert refused.stderr == (
        f"mailticket: the requester of ticket {number} is unknown; "
        f"give their address with: mailticket set {number} email=ADDRESS\n"
    )
    assert len(desk.queued_to("jo@nobody.example")) == 1


def test_explain_shows_every_stretch_of_the_clock_and_the_events_behind_it(desk, unused):
    _, number = next(unused)
    desk.tell("set", str(number), "severity=A")

    said = " ".join(desk.tell("explain", str(number)).split())

    assert f"TechOps #{number}: first response within" in said
    assert "severity not stated → A, by" in said
    assert "opened" in said


def test_show_and_explain_tell_events_in_words_and_json_keeps_the_log(desk, unused):
    customer, number = next(unused)
    desk.tell("set", str(number), "severity=B", "--agent", "Robin Hale")
    desk.tell("set", str(number), "severity=A", "--agent", "Robin Hale")
    desk.tell("reply", str(number), "--message", "It works again.", "--agent", "Robin Hale")
    desk.run("run", "--once")

    shown, explained = (" ".join(desk.tell(word, str(number)).split()) for word in ("show", "explain"))

    for said in (shown, explained):
        assert "severity B → A, by Robin Hale" in said
        assert f"answer by Robin Hale, counts as the first response: written by hand to {customer}" in said
        assert "counts True" not in said
    assert "fields set by an agent: Case severity B → A" in shown
    (answer,) = desk.events(number, "agent_replied")
    assert (answer["agent"], answer["counts"]) == ("Robin Hale", True)


def test_the_report_counts_every_ticket_once(desk):
    report = desk.json("report")

    overall = report["objective"]
    counted = overall["met"] + overall["missed"] + overall["pending"] + sum(overall["excluded"].values())
    assert counted == len(desk.json("tickets"))
    assert sum(group["pending"] for group in report["by_severity"].values()) == overall["pending"]
    assert desk.json("report", "--since", "2020-01-01", "--until", "2020-01-31")["objective"]["pending"] == 0


def test_the_help_of_run_says_that_a_single_run_sends_neither_digest_nor_report(desk):
    said = " ".join(desk.tell("run", "--help").split())

    assert "The digest of the morning and the report of the month are sent by the daemon alone" in said


def test_the_demo_shows_mails_tickets_clocks_and_how_the_desk_stands_and_ends_by_itself(tmp_path):
    command = [sys.executable, "-m", "mailticket", "demo", "--once"]

    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Subject: [TechOps #1001]" in done.stdout
    assert re.search(r"#1002 +B +new +in ", done.stdout)
    assert "first response met" in done.stdout
    assert re.search(r"first response +80 % in 4h +100 % .* 1 +0 +2 +1 ", done.stdout)


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    "words",
    [("show", "4711"), ("close", "4711"), ("quarantine", "show", "4711"), ("outbox", "retry", "4711")],
    ids=" ".join,
)
def test_what_does_not_exist_ends_with_65_and_one_clear_line(desk, words):
    result = desk.ask(*words)

    assert (result.exit_code, result.stdout) == (65, "")
    assert result.stderr.startswith("mailticket: no ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [("show", "x"), ("no-such-command",), ("tickets", "--status", "lost"), ("set", "1001", "colour=red")],
    ids=" ".join,
)
def test_a_mistake_in_the_command_line_ends_with_64(desk, words):
    done = desk.run(*words)

    assert (done.returncode, done.stdout) == (64, "")
    assert "Traceback" not in done.stderr
    assert words[-1].partition("=")[0] in done.stderr
