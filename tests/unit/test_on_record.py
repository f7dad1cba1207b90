"""What is put on record says what was configured: written and read again it is the same document, to the letter."""

from __future__ import annotations

import copy
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailticket.config import parse
from mailticket.errors import UnreadableRecord
from mailticket.sla.configured import EVER, Document, OnRecord, document, policy_of, promise_the_same, read, written

FULL = """
[desk]
address = "desk@example.com"
time_zone = "America/New_York"
[imap]
host = "imap.example.com"
[smtp]
host = "smtp.example.com"

[calendars.desk]
monday = "06:00-12:00, 13:00-20:00"
sunday = "00:00-24:00"
holidays = "US-CA"
holidays_added = [2026-11-27, 2026-12-24]
holidays_removed = [2026-10-12]
special_hours = { 2026-12-31 = "06:00-12:00", 2027-01-02 = "" }
[[calendars.desk.changes]]
valid_from = 2027-03-01
monday = ""
holidays = ""
[[calendars.desk.changes]]
valid_from = 2026-12-21
valid_until = 2027-01-06
time_zone = "Europe/Berlin"
joins = ["24x7"]
special_hours = { 2026-12-25 = "10:00-11:00" }

[calendars.sun]
time_zone = "Australia/Sydney"
friday = "20:00-24:00"
joins = ["night"]

[calendars.night]
monday = "20:00-24:00"
tuesday = "00:00-06:00"

[sla]
default_severity = "B"
unmeasured_categories = ["out_of_scope", "mail_flow"]
[sla.targets.A]
first_response = "1h30m"
next_response = "45m"
resolution = "2d"
calendar = "24x7"
[sla.targets.C]
first_response = "90s"
next_response = ""
calendar = "sun"
[sla.upstreams.microsoft.A]
first_response = "1h"
calendar = "desk"
[sla.upstreams.apple.B]
first_response = "3h"
[sla.pauses]
first_response = ["information_requested"]
resolution = ["waiting", "information_requested"]
[[sla.objectives]]
name = "everything"
share = 0.95
within = "4h"
window = "30 days"
severity = ["A", "B"]
partner = ["Fabrikam"]
category = ["mail_flow"]
[[sla.objectives]]
name = "others"
channel = "upstream"
upstream = ["apple"]
[[sla.changes]]
valid_from = 2027-01-01
default_severity = "A"
targets.A = { first_response = "30m", calendar = "sun" }
targets.B = { first_response = "2h", next_response = "", calendar = "desk" }
upstreams.apple.A = { first_response = "2h", calendar = "sun" }
pauses = { resolution = [] }
[[sla.changes]]
valid_from = 2026-12-01
upstreams.microsoft.C = { first_response = "8h" }
"""


def again(item: Document) -> Document:
    return Document.model_validate_json(written(item))


def test_a_full_configuration_comes_back_as_it_was_written() -> None:
    configured = document(parse(FULL, Path("config.toml")))

    assert again(configured) == configured
    assert written(again(configured)) == written(configured)


def test_what_a_change_does_not_name_is_not_named_on_record_either() -> None:
    passing, for_good = again(document(parse(FULL, Path("config.toml")))).calendars["desk"].changes

    assert set(passing.changed) == {"time_zone", "joins", "special_hours"}
    assert set(for_good.changed) == {"monday", "holidays"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('address = "desk@example.com"', 'address = "techops@example.com"'),
        ('host = "smtp.example.com"', 'host = "mail.example.com"'),
        ('[sla]\n', '[sla]\nsweep = "5s"\nwaking_hours = "08:00-09:00"\n'),
        ('"1h30m"', '"90m"'),
        ('[sla.pauses]', '[[sla.ladder]]\nat = 0.3\ntell = ["team"]\n[sla.pauses]'),
    ],
    ids=["address", "server", "watching", "the same time in other words", "ladder"],
)  # fmt: skip
def test_what_no_figure_depends_on_makes_no_new_version(before: str, after: str) -> None:
    changed = FULL.replace(before, after, 1)

    assert changed != FULL
    assert written(document(parse(changed, Path("c.toml")))) == written(document(parse(FULL, Path("c.toml"))))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"06:00-12:00, 13:00-20:00"', '"06:00-12:00, 13:00-19:59"'),
        ("2026-10-12", "2026-10-13"),
        ('"1h30m"', '"5401s"'),
        ("valid_until = 2027-01-06", "valid_until = 2027-01-07"),
        ('holidays = ""\n', ""),
        ("pauses = { resolution = [] }", 'pauses = { resolution = ["waiting"] }'),
        ('time_zone = "America/New_York"', 'time_zone = "America/Chicago"'),
        ("share = 0.95", "share = 0.951"),
    ],
    ids=["hours", "holiday", "target", "end of a change", "a key of a change", "pauses", "zone", "objective"],
)
def test_what_a_figure_depends_on_makes_one(before: str, after: str) -> None:
    changed = FULL.replace(before, after, 1)

    assert changed != FULL
    assert written(document(parse(changed, Path("c.toml")))) != written(document(parse(FULL, Path("c.toml"))))


def test_tables_in_another_order_promise_the_same() -> None:
    ordered = document(parse(FULL, Path("c.toml")))
    otherwise = ordered.model_copy(update={"calendars": dict(reversed(ordered.calendars.items()))})

    assert written(otherwise) != written(ordered)
    assert promise_the_same(read(written(otherwise)), ordered)
    assert not promise_the_same(read(written(otherwise)), document(parse(FULL.replace("90s", "91s"), Path("c.toml"))))


# ---------------------------------------------------------------- what other versions of this program recorded

CONFIGURED = json.loads(written(document(parse(FULL, Path("c.toml")))))


def recorded(*place: str | int, **changes: Any) -> str:
    """The full document with the table at this place changed; None takes a key away."""
    data = copy.deepcopy(CONFIGURED)
    table = data
    for part in place:
        table = table[part]
    table.update(changes)
    for key in [key for key, value in changes.items() if value is None]:
        del table[key]
    return json.dumps(data)


@pytest.mark.parametrize(
    "place",
    [
        (),
        ("calendars", "desk"),
        ("calendars", "desk", "changes", 0),
        ("sla",),
        ("sla", "targets", "A"),
        ("sla", "upstreams", "apple", "B"),
        ("sla", "pauses"),
        ("sla", "objectives", 0),
        ("sla", "changes", 1, "targets", "A"),
    ],
    ids=str,
)
def test_a_key_of_another_version_is_left_out(place: tuple[str | int, ...]) -> None:
    assert promise_the_same(read(recorded(*place, tide="high")), document(parse(FULL, Path("c.toml"))))


def test_a_key_that_was_not_recorded_yet_has_its_default() -> None:
    assert read(recorded("sla", unmeasured_categories=None)).sla.unmeasured_categories == ("out_of_scope",)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Invalid JSON"),
        ("[]", "is no table"),
        (recorded("sla", "targets", D={"first_response": "1h", "calendar": "desk"}), "sla.targets.D"),
        (recorded("sla", "targets", "A", calendar="moon"), 'sla.targets.A.calendar: no calendar "moon"'),
        (recorded("calendars", "night", joins=["night"]), "night"),
        (recorded("calendars", "night", holidays="QQ"), "no public holidays are known"),
        (recorded("calendars", "night", time_zone="Mars/Olympus"), "calendars.night.time_zone"),
    ],
    ids=["no text", "a list", "severity", "calendar", "joins itself", "holidays", "zone"],
)
def test_what_cannot_be_kept_cannot_be_read_and_says_why(text: str, why: str) -> None:
    with pytest.raises(UnreadableRecord, match=re.escape(why)):
        read(text)


# ---------------------------------------------------------------- any configuration

ZONES = st.sampled_from(["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SECONDS = st.integers(1, 10 * 86400).map(lambda number: timedelta(seconds=number))


def _spans(minutes: list[int]) -> tuple[tuple[time, time], ...]:
    """Every second number begins a span; 1440 is 24:00."""
    walls = [time(number // 60 % 24, number % 60) for number in sorted(minutes)]
    return tuple(zip(walls[::2], walls[1::2], strict=False))


HOURS = st.lists(st.integers(0, 1440), max_size=6, unique=True).map(_spans)
HOLIDAYS = st.sampled_from(["", "US", "DE-BY", "AU-NSW"])
TABLE: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(WEEKDAYS, HOURS),
    "time_zone": ZONES,
    "holidays": HOLIDAYS,
    "holidays_added": st.lists(DAYS, max_size=3).map(tuple),
    "holidays_removed": st.lists(DAYS, max_size=3).map(tuple),
    "special_hours": st.dictionaries(DAYS, HOURS, max_size=3),
}
PARTS = st.fixed_dictionaries({}, optional=TABLE)


@st.composite
def weeks(draw: st.DrawFn) -> dict[str, Any]:
    """Changes hold from a day on: for good, or until a day before the next one begins."""
    days = sorted(draw(st.lists(DAYS, max_size=6, unique=True)))
    changes = [
        {
            **draw(PARTS),
            "valid_from": begin,
            **({"valid_until": draw(st.dates(begin, end))} if draw(st.booleans()) else {}),
        }
        for begin, end in zip(days[::2], days[1::2], strict=False)
    ]
    return {**draw(PARTS), "joins": draw(st.sampled_from([(), ("24x7",)])), "changes": draw(st.permutations(changes))}


def targets(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    target = st.fixed_dictionaries(
        {"first_response": SECONDS, "calendar": st.sampled_from([*names, "24x7"])},
        optional={"next_response": st.none() | SECONDS, "resolution": st.none() | SECONDS},
    )
    return st.dictionaries(st.sampled_from("ABC"), target)


def upstreams(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    target = st.fixed_dictionaries({"first_response": SECONDS, "calendar": st.sampled_from([*names, "24x7"])})
    return st.dictionaries(
        st.sampled_from(["microsoft", "apple"]), st.dictionaries(st.sampled_from("ABC"), target, max_size=2)
    )


WAITINGS = st.lists(st.sampled_from(["waiting", "information_requested"]), unique=True).map(tuple)
PAUSES = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("first_response", "next_response", "upstream_response", "resolution"), WAITINGS)
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    calendars = {"desk": draw(weeks()), **draw(st.dictionaries(st.sampled_from(["night", "süd"]), weeks(), max_size=2))}
    names = sorted(calendars)
    changes = [
        {
            "valid_from": day,
            "targets": draw(targets(names)),
            "upstreams": draw(upstreams(names)),
            "default_severity": draw(st.none() | st.sampled_from("ABC")),
            "pauses": draw(st.none() | PAUSES),
        }
        for day in draw(st.lists(DAYS, max_size=3, unique=True))
    ]
    sla = {"targets": draw(targets(names)), "upstreams": draw(upstreams(names)), "pauses": draw(PAUSES)}
    return Document.model_validate(
        {"time_zone": draw(ZONES), "calendars": calendars, "sla": {**sla, "changes": changes}}
    )


@settings(deadline=None, max_examples=150)
@given(documents())
def test_any_document_comes_back_as_it_was_written(configured: Document) -> None:
    assert again(configured) == configured
    assert written(again(configured)) == written(configured)


@settings(deadline=None, max_examples=40)
@given(documents(), st.integers(0, 4 * 365 * 24))
def test_any_document_promises_what_its_last_change_before_an_instant_says(configured: Document, hours: int) -> None:
    received = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    version = policy_of((OnRecord(1, EVER, written(configured)),)).at(received)

    held = configured.sla.targets
    for change in configured.sla.changes:
        begin = datetime.combine(change.valid_from, time(0), ZoneInfo(configured.time_zone))
        held = {**held, **change.targets} if begin <= received else held

    assert {name: promise.first_response for name, promise in version.terms.promises.items()} == {
        name: target.first_response for name, target in held.items()
    }
