"""A telephone system's table: its columns under other names, its rows as contacts, and each broken row by its line."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailticket import contact_csv
from mailticket.contact_csv import MOST_STRANGERS, Note, Problem, Stranger, Terms, read, text_lines
from mailticket.contacts import Channel, Contact
from mailticket.errors import UnusableTable

TERMS = Terms(
    ZoneInfo("America/New_York"),
    datetime(2026, 11, 24, 17, tzinfo=UTC),
    lambda number: number == 1042,
    {"robin hale": "Robin Hale", "robin@staff.test": "Robin Hale"},
)
AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
CALL = Contact(Channel.PHONE, AT, timedelta(seconds=95), True, "Robin Hale", 1042, f"phone {AT.isoformat()} c1")
HEADER = "channel,start,waited,answered,agent,ticket,id\n"
ROW = "phone,2026-11-24 09:05,95,yes,Robin Hale,1042,c1\n"


def table(text: str | bytes, terms: Terms = TERMS) -> list[contact_csv.Read]:
    octets = text if isinstance(text, bytes) else text.encode()
    return list(read(text_lines(io.BytesIO(octets)), terms))


def row(**cells: str) -> str:
    usual = dict(zip(HEADER.strip().split(","), ROW.strip().split(","), strict=True))
    return ",".join((usual | cells).values()) + "\n"


# ---------------------------------------------------------------- the table and its header


@pytest.mark.parametrize(
    "text",
    [
        HEADER + ROW,
        (HEADER + ROW).replace(",", ";"),
        (HEADER + ROW).replace(",", "\t"),
        (HEADER + ROW).replace("\n", "\r\n"),
        (HEADER + ROW).replace("\n", "\r"),
        HEADER + ROW.strip(),
        b"\xef\xbb\xbf" + (HEADER + ROW).encode(),
        "sep=;\n" + (HEADER + ROW).replace(",", ";"),
        "\n\n" + HEADER + "\n" + ROW + "\n,,,,,,\n",
        HEADER + '"phone", "2026-11-24 09:05", "95", "yes", "Robin Hale", "TechOps #1042", "c1"\n',
        HEADER.strip() + ",notes\n" + ROW.strip() + ',"a note, of\ntwo lines"\n',
        HEADER + ROW.strip() + ",,\n",
        "id,Ticket No.,AGENT,Disposition,Ring Time (s),Start-Time,Queue Type\n"
        "c1,#1042,robin@staff.test,ANSWERED,00:01:35,2026-11-24T14:05:00Z,Voice\n",
        "CallID;Case;ExtensionUser;Abandoned;WaitTime;Date;Time;Media\n"
        "c1;1042;Robin Hale;no;1:35;2026-11-24;9:05 AM;call\n",
        "Call Date,Time,wait_ms,Was Answered,Agent Name,Ticket,Unique ID,Channel\n"
        "2026-11-24 00:00:00,09:05:00,95000,TRUE,Robin Hale,1042,c1,Phone\n",
        "Start Time (UTC),Wait (min),Status,User,Ticket ID,ID,Type\n"
        "2026-11-24 14:05,1m35s,Completed,Robin Hale,1042,c1,tel\n",
    ],
    ids=[
        *("commas", "semicolons", "tabs", "CRLF", "CR", "no last line end", "BOM", "sep=", "empty lines", "quoted"),
        *("a line end in a cell", "more delimiters", "other names", "date and time", "date with midnight", "UTC"),
    ],
)
def test_the_same_call_is_read_from_every_way_of_writing_it(text):
    assert table(text) == [CALL]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_are_read_in_utf_8_and_in_cp1252(encoding):
    found = table((HEADER + row(agent="Jörg Peña’s")).encode(encoding))

    assert [item.agent for item in found if isinstance(item, Contact)] == ["Jörg Peña’s"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no table; needed are: channel"),
        ("\n;;;\n", "holds no table"),
        ("start,waited,answered\n", r'no column for channel .*--channel.*; found are "start", "waited", "answered"'),
        ("channel,begin\n", "no column for waited and answered"),
        ("a\tb\n", 'no column for .* and start and .*"a", "b"; needed are: '),
        (HEADER.encode("utf-16"), "UTF-16"),
        ("x" * 1_000_001, "line 1 is longer"),
    ],
    ids=["empty", "delimiters", "no channel", "two lack", "none", "UTF-16", "endless line"],
)
def test_a_table_without_what_is_needed_says_what_was_found_and_what_is_needed(text, said):
    with pytest.raises(UnusableTable, match=said):
        table(text)


def test_of_two_columns_that_fit_it_is_said_which_is_not_read():
    found = table("channel,start,ring time,queue time,answered\nphone,2026-11-24 09:05,3,95,yes\n")

    assert found[0] == Note("1", '"ring time" is not read: "queue time" is')
    assert [item.waited for item in found[1:]] == [CALL.waited]


def test_a_table_or_a_row_without_channel_is_of_the_channel_it_is_told():
    terms = replace(TERMS, channel=Channel.CHAT)

    found = table("start,waited,answered\n2026-11-24 09:05,95,yes\n", terms) + table(HEADER + row(channel=""), terms)

    assert [item.channel for item in found] == [Channel.CHAT, Channel.CHAT]


def test_dates_of_another_form_are_read_as_told():
    terms = replace(TERMS, time_format="%m/%d/%Y %I:%M %p")

    found = table(HEADER + row(start="11/24/2026 9:05 AM") + row(start="24/11/2026 9:05 AM"), terms)

    assert found[0] == CALL
    assert found[1] == Problem("3", '"24/11/2026 9:05 AM" is not of the form %m/%d/%Y %I:%M %p')


# ---------------------------------------------------------------- rows


@pytest.mark.parametrize(
    ("column", "cell", "answered"),
    [
        ("answered", "Yes", True),
        ("answered", "0", False),
        ("answered", "no answer", False),
        ("abandoned", "yes", False),
        ("abandoned", "FALSE", True),
        ("abandoned", "answered", True),
        ("disposition", "NO ANSWER", False),
        ("disposition", "ANSWERED", True),
        ("call status", "Missed", False),
    ],
)
def test_whether_a_call_was_answered_is_told_by_a_word_or_by_the_columns_question(column, cell, answered):
    found = table(HEADER.replace("answered", column) + row(answered=cell))

    assert [item.answered for item in found] == [answered]


@pytest.mark.parametrize(
    ("text", "lines", "said"),
    [
        (row(channel="fax"), "2", 'channel "fax" is neither phone nor chat'),
        (row(channel=""), "2", "neither phone nor chat"),
        (row(start=""), "2", "no start time"),
        (row(start="2026-11-24"), "2", "no date with a time of day"),
        (row(start="11/24/2026 09:05"), "2", "no date with a time of day"),
        (row(start="2026-11-24 12:06"), "2", "in the future"),
        (row(start="1970-01-01 00:00"), "2", "before 2000"),
        (row(waited=""), "2", "no waiting time"),
        (row(waited="-5"), "2", "negative"),
        (row(waited="90000"), "2", "longer than a day"),
        (row(answered=""), "2", "neither answered nor abandoned"),
        (row(answered="perhaps"), "2", "neither answered nor abandoned"),
        (row(ticket="4711"), "2", "no ticket 4711"),
        (row(ticket="soon"), "2", '"soon" is not a ticket number'),
        (row(id="1.79555E+12"), "2", "rounded by a spreadsheet"),
        (row(id="x" * 201), "2", "longer than 200"),
        ("phone,2026-11-24\n", "2", "has 2 cells where the header has 7"),
        (ROW.strip() + ",more\n", "2", "has 8 cells where the header has 7"),
        ("\n" + row(waited="-5"), "3", "negative"),
        (row(agent='"Robin'), "2", "never closed"),
        (row(agent='"Robin') + ROW, "2-3", "never closed"),
        (row(agent='"Robin"x'), "2", "cannot be read as CSV"),
    ],
)
def test_a_broken_row_is_refused_by_its_line_with_the_reason(text, lines, said):
    (found,) = table(HEADER + text)

    assert isinstance(found, Problem)
    assert found.lines == lines
    assert said in found.reason


def test_every_reason_of_a_row_is_told_at_once_and_the_rows_around_it_are_read():
    found = table(HEADER + ROW + row(channel="fax", waited="-5", ticket="77") + row(id="c2"))

    assert [type(item) for item in found] == [Contact, Problem, Contact]
    assert found[1].reason == 'channel "fax" is neither phone nor chat; "-5" is negative; no ticket 77'


def test_a_wall_time_that_came_twice_is_taken_and_noted_with_its_line():
    note, contact = table(HEADER + row(start="2026-11-01 01:30"))

    assert (note.lines, contact.at) == ("2", datetime(2026, 11, 1, 5, 30, tzinfo=UTC))
    assert "taken as the first" in note.text


def test_a_clock_a_little_ahead_of_ours_is_borne():
    (found,) = table(HEADER + row(start="2026-11-24 12:04"))

    assert isinstance(found, Contact)


# ---------------------------------------------------------------- the same call again


def test_a_call_is_the_same_however_its_row_is_written_and_another_when_an_id_is_used_anew():
    same = table(HEADER + row(start="2026-11-24T14:05:00Z", waited="1:35", ticket=""))
    other = table(HEADER + row(start="2026-11-23 09:05") + row(channel="chat"))

    assert same[0].source == CALL.source
    assert len({CALL.source, *(item.source for item in other)}) == 3


def test_equal_calls_without_an_id_are_told_apart_and_known_again_in_another_table():
    twice = [item.source for item in table(HEADER + row(id="") * 2)]
    again = [item.source for item in table(HEADER + row(id="", waited="7") + row(id="", waited="1:35") * 2)]

    assert len(set(twice)) == 2
    assert again[1:] == twice


def test_a_table_is_read_as_it_comes():
    def endless():
        yield HEADER
        while True:
            yield ROW

    reading = read(endless(), TERMS)

    assert [next(reading) for _ in range(3)] == [CALL] * 3


def test_who_is_no_configured_agent_is_told_once_with_the_first_line_and_how_many_rows():
    names = ("robin hale", "Avery Moss", "", "avery moss", "22")

    found = table(HEADER + "".join(row(agent=name) for name in names))

    assert found[-2:] == [Stranger("Avery Moss", "3", 2), Stranger("22", "6", 1)]
    assert sum(isinstance(item, Contact) for item in found) == len(names)


def test_nobody_is_unknown_to_a_desk_without_agents():
    found = table(HEADER + row(agent="22"), replace(TERMS, agents={}))

    assert [type(item) for item in found] == [Contact]


def test_a_column_full_of_other_things_than_agents_is_told_in_few_lines():
    found = table(HEADER + "".join(row(agent=f"+1 555 {n:04}") for n in range(3 * MOST_STRANGERS)))

    told = [item for item in found if isinstance(item, Stranger)]
    assert len(told) == MOST_STRANGERS + 1
    assert told[-1] == Stranger("", f"{MOST_STRANGERS + 2}", 2 * MOST_STRANGERS)
