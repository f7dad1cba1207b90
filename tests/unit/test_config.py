"""The configuration as values: what is read, what is refused and with which words. Files are tested in edges/."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from mailticket.config import Config, Week, is_loopback, parse
from mailticket.config_values import duration
from mailticket.errors import ConfigError

FILE = Path("/srv/desk/config.toml")
REQUIRED = """
[desk]
address = "desk@example.com"
[imap]
host = "imap.example.com"
[smtp]
host = "smtp.example.com"
"""


def read(further: str = "") -> Config:
    return parse(REQUIRED + further, FILE)


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        parse(text, FILE)
    return caught.value.problems


def problem(further: str) -> str:
    """The only problem that these further lines cause."""
    found = problems(REQUIRED + further)
    assert len(found) == 1, found
    return found[0]


def test_the_required_keys_alone_make_a_configuration_with_the_desks_defaults():
    config = read()

    assert config.imap.port == 993
    assert config.smtp.security == "starttls"
    assert config.sla.targets["A"].first_response == timedelta(hours=1)
    assert config.calendars["desk"].days[0] == ((time(6), time(20)),)


def test_a_configuration_never_changes():
    config = read()

    with pytest.raises(ValidationError):
        config.imap.port = 143


def test_every_mistake_is_reported_at_once_with_its_key():
    found = problems(
        """
        [desk]
        time_zone = "Mars/Olympus"
        [imap]
        host = "imap.example.com"
        port = "993"
        poll = "often"
        [smtp]
        host = "smtp.example.com"
        security = "none"
        hots = "smtp.example.com"
        [sla.targets.B]
        calendar = "nights"
        """
    )

    assert [line.partition(":")[0] for line in found] == [
        "desk.address",
        "desk.time_zone",
        "imap.port",
        "imap.poll",
        "smtp.security",
        "smtp.hots",
        "sla.targets.B.calendar",
    ]


def test_an_empty_file_names_the_tables_it_lacks():
    assert problems("") == ("desk: is required", "imap: is required", "smtp: is required")


def test_a_file_that_is_no_toml_says_where():
    (found,) = problems("[desk]\nname = open")

    assert found.startswith("not TOML: ")
    assert "line 2" in found


def test_the_error_names_the_file():
    with pytest.raises(ConfigError, match=r"/srv/desk/config\.toml: desk: is required"):
        parse("", FILE)


MISTAKES = {
    "an unknown key with a likely meaning": (
        '[state]\npaht = "x"',
        'state.paht: is not a key of mailticket; did you mean "path"?',
    ),
    "an unknown key that resembles none": (
        '[log]\nzzz = "x"',
        "log.zzz: is not a key of mailticket; known here are level, format",
    ),
    "an unknown key in a list of tables": (
        '[[agents]]\nname = "A"\nemail = "a@example.com"\nmail = "a@example.com"',
        'agents.mail (entry 1): is not a key of mailticket; did you mean "email"?',
    ),
    "a weekday outside a calendar": (
        '[state]\nfriday = "06:00-14:00"',
        "state.friday: hours of a weekday belong to a calendar; write the line [calendars.desk] above it",
    ),
    "an unknown table": ("[slo]", 'slo: is not a key of mailticket; did you mean "sla"?'),
    "a number that is text": (
        '[[sla.ladder]]\nat = "half"\ntell = ["team"]',
        'sla.ladder.at (entry 1): "half" is not a number; write it without quotes, as in 0.8',
    ),
    "a yes in words": (
        '[replies]\nacknowledge = "yes"',
        'replies.acknowledge: "yes" is no yes or no; write true or false, without quotes',
    ),
    "a truth value as a number": (
        "[replies]\nmax_requests = true",
        "replies.max_requests: true is not a whole number; write digits without quotes",
    ),
    "text that is a number": ("[log]\nlevel = 3", "log.level: 3 is not known; write one of"),
    "one word in place of a list": (
        '[fields]\nrequired = "phone"',
        'fields.required: "phone" is not a list; write it in brackets',
    ),
    "an unknown field": (
        '[fields]\nrequired = ["phone", "fax"]',
        'fields.required (entry 2): "fax" is not known; write one of partner_name,',
    ),
    "an unknown category": (
        '[fields.required_by_category]\nprinters = ["phone"]',
        'fields.required_by_category.printers: "printers" is not known; write one of',
    ),
    "an entry without a required key": (
        '[[agents]]\nname = "A"\nemail = "a@example.com"\n[[agents]]\nname = "B"',
        "agents.email (entry 2): is required",
    ),
    "an agent who is the desk": (
        '[[agents]]\nname = "A"\nemail = "Desk@example.com"',
        'agents.email (entry 1): "Desk@example.com" is the desk itself',
    ),
    "a name in an address": (
        '[[agents]]\nname = "A"\nemail = "A <a@example.com>"',
        'agents.email (entry 1): "A <a@example.com>" is no mail address',
    ),
    "a duration without a unit": ("[sla]\nsweep = 30", 'sla.sweep: "30" is no duration; write for example'),
    "a loop without a pause": ('[sla]\nsweep = "0s"', "sla.sweep: cannot be zero"),
    "a duration beyond all measure": (
        '[replies]\nmax_age = "999999999999d"',
        'replies.max_age: "999999999999d" is longer than ten years',
    ),
    "a size in unknown units": ('[intake]\nmax_size = "40 MiB"', 'intake.max_size: "40 MiB" is no size'),
    "a size of nothing": ('[intake]\nmax_size = "0MB"', 'intake.max_size: "0MB" is no size'),
    "a share above one": (
        '[[sla.objectives]]\nname = "first"\nshare = 80',
        "sla.objectives.share (entry 1): 80 is too large; write 1 or less",
    ),
    "hours past midnight": (
        '[calendars.x]\nmonday = "20:00-06:00"',
        'calendars.x.monday: "20:00-06:00" ends before it begins',
    ),
    "hours that do not exist": ('[calendars.x]\nmonday = "08:00-25:00"', 'calendars.x.monday: "25:00" is no time'),
    "hours that overlap": (
        '[calendars.x]\nmonday = "08:00-12:00, 11:00-17:00"',
        'calendars.x.monday: "08:00-12:00, 11:00-17:00" has spans that overlap',
    ),
    "hours after the end of the day": (
        '[calendars.x]\nmonday = "08:00-24:00, 09:00-10:00"',
        'calendars.x.monday: "08:00-24:00, 09:00-10:00" has spans that overlap',
    ),
    "a day off in words": (
        '[calendars.x]\nholidays_added = ["Christmas"]',
        'calendars.x.holidays_added (entry 1): "Christmas" is no date; write it as in 2026-12-24',
    ),
    "holidays of nowhere": ('[calendars.x]\nholidays = "usa"', 'calendars.x.holidays: "usa" is no country or state'),
    "a calendar with a reserved name": ("[calendars.24x7]", 'calendars: "24x7" always means every hour'),
    "a target in an unknown calendar": (
        '[sla.targets.B]\ncalendar = "nights"',
        'sla.targets.B.calendar: no calendar "nights" is defined; known are 24x7, desk',
    ),
    "a value in place of a table": ("[sla]\ntargets = 3", "sla.targets: 3 is no table of keys"),
}


@pytest.mark.parametrize(("further", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_key_the_value_and_the_remedy(further, expected):
    assert problem(further).startswith(expected)


def test_values_of_the_wrong_kind_for_whole_tables_are_told_and_break_nothing():
    found = problems("agents = 1\ncalendars = 2\nsla = 3\n" + REQUIRED)

    assert [line.partition(":")[0] for line in found] == ["agents", "calendars", "sla"]


def test_a_long_value_is_cut_in_its_message():
    assert len(problem(f'[log]\nlevel = "{"x" * 9999}"')) < 200


IMAP_MISTAKES = {
    "unknown security": (
        'security = "ssl"',
        'imap.security: "ssl" is not known; write one of "tls", "starttls" or "none"',
    ),
    "no such port": ("port = 70000", "imap.port: 70000 is too large; write 65535 or less"),
    "a folder without a name": ('folder = ""', "imap.folder: cannot be empty"),
    "a keyword of two words": ('keyword = "in hand"', 'imap.keyword: "in hand" is no IMAP keyword'),
    "a system flag as keyword": (r"keyword = '\Seen'", r'imap.keyword: "\Seen" is no IMAP keyword'),
    "moving mails to where they are read": (
        'processed_folder = "INBOX"',
        'imap.processed_folder: "INBOX" is the folder mail is read from',
    ),
    "taking the inbox for sent mail": (
        'sent_folder = "Inbox"',
        'imap.sent_folder: "Inbox" is imap.folder',
    ),
}


@pytest.mark.parametrize(("line", "expected"), IMAP_MISTAKES.values(), ids=IMAP_MISTAKES.keys())
def test_a_mistake_about_the_mailbox_is_told(line, expected):
    (found,) = problems(f'[imap]\n{line}\nhost = "h"\n[desk]\naddress = "a@b.example"\n[smtp]\nhost = "h"')

    assert found.startswith(expected)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.5.5.5", "::1"])
def test_a_plain_connection_is_accepted_on_loopback(host):
    text = f'[desk]\naddress = "a@b.example"\n[imap]\nhost = "{host}"\nsecurity = "none"\n[smtp]\nhost = "h"'

    assert parse(text, FILE).imap.security == "none"


@pytest.mark.parametrize("host", ["imap.example.com", "127.0.0.1.example.com", "10.0.0.1", "localhost.example.com"])
def test_a_plain_connection_is_refused_elsewhere(host):
    (found,) = problems(
        f'[desk]\naddress = "a@b.example"\n[imap]\nhost = "{host}"\nsecurity = "none"\n[smtp]\nhost = "h"'
    )

    assert found.startswith('imap.security: "none" is for a server on loopback only')
    assert not is_loopback(host)


DURATIONS = {
    "4h": timedelta(hours=4),
    "1h30m": timedelta(minutes=90),
    "1h 30m": timedelta(minutes=90),
    "90s": timedelta(seconds=90),
    "2d": timedelta(days=2),
    "0s": timedelta(0),
}


@pytest.mark.parametrize(("text", "expected"), DURATIONS.items(), ids=DURATIONS.keys())
def test_a_duration_is_read(text, expected):
    assert duration(text) == expected


@pytest.mark.parametrize("text", ["", "4", "h", "4 hours", "-4h", "1.5h", "4h!", "4H"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ValueError, match="is no duration"):
        duration(text)


SIZES = {'"40MB"': 40 * 1024**2, '"1 gb"': 1024**3, '"512KB"': 512 * 1024, '"4096"': 4096, "4096": 4096}


@pytest.mark.parametrize(("text", "expected"), SIZES.items(), ids=SIZES.keys())
def test_a_size_is_read(text, expected):
    assert read(f"[intake]\nmax_size = {text}").intake.max_size == expected


HOURS = {
    "": (),
    "06:00-20:00": ((time(6), time(20)),),
    "9:00 - 17:30": ((time(9), time(17, 30)),),
    "09:00-12:00, 13:00-17:00": ((time(9), time(12)), (time(13), time(17))),
    "09:00-12:00,12:00-17:00": ((time(9), time(12)), (time(12), time(17))),
    "00:00-24:00": ((time(0), time(0)),),
}


@pytest.mark.parametrize(("text", "expected"), HOURS.items(), ids=[key or "closed" for key in HOURS])
def test_opening_hours_are_read(text, expected):
    assert read(f'[calendars.x]\nmonday = "{text}"').calendars["x"].monday == expected


def test_changing_one_part_of_a_target_keeps_the_rest_and_the_other_targets():
    targets = read('[sla.targets.B]\nfirst_response = "3h"').sla.targets

    assert targets["B"].first_response == timedelta(hours=3)
    assert targets["B"].calendar == "desk"
    assert targets["A"] == read().sla.targets["A"]


def test_a_further_calendar_leaves_the_desks_own_as_it_is():
    calendars = read('[calendars.sydney]\ntime_zone = "Australia/Sydney"\nmonday = "08:00-17:00"').calendars

    assert calendars["sydney"].time_zone == "Australia/Sydney"
    assert calendars["desk"] == read().calendars["desk"]


def test_a_redefined_calendar_is_closed_on_the_days_it_leaves_out():
    desk = read('[calendars.desk]\nmonday = "09:00-17:00"\nholidays_added = [2026-12-24]').calendars["desk"]

    assert desk == Week(monday=((time(9), time(17)),), holidays_added=(date(2026, 12, 24),))


def test_relative_paths_start_at_the_folder_of_the_file():
    config = read('[state]\npath = "state"\n[replies]\ntemplates = "mails"')

    assert config.state.path == Path("/srv/desk/state")
    assert config.replies.templates == Path("/srv/desk/mails")


def test_absolute_paths_stay_and_empty_ones_are_none():
    config = read('password_file = ""\nca_file = "/etc/ssl/desk.pem"\n[state]\npath = "/var/lib/mailticket"')

    assert config.state.path == Path("/var/lib/mailticket")
    assert config.smtp.ca_file == Path("/etc/ssl/desk.pem")
    assert config.smtp.password_file is None


def test_addresses_are_compared_without_regard_to_case():
    config = read('[[agents]]\nname = "A"\nemail = "Ann@Example.com"')

    assert config.agent_addresses == {"ann@example.com"}
    assert config.own_addresses == {"desk@example.com"}
