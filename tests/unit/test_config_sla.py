"""The tables about time: what is refused and with which words, and what planned changes promise on which day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailticket.config import Config, parse
from mailticket.errors import ConfigError
from mailticket.sla.calendar import elapsed
from mailticket.sla.configured import (
    EVER,
    OnRecord,
    calendars_of,
    document,
    from_config,
    unknown_in_objectives,
    written,
)
from mailticket.sla.policy import Measure, Terms, Waiting

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ZONE = ZoneInfo("America/New_York")
REQUIRED = """
[desk]
address = "desk@example.com"
time_zone = "America/New_York"
[imap]
host = "imap.example.com"
[smtp]
host = "smtp.example.com"
"""
OBJECTIVE = '[[sla.objectives]]\nname = "one"\n'
CHANGE = "[[sla.changes]]\nvalid_from = 2026-12-01\n"
HOURS = "[calendars.x]\nmonday = '08:00-12:00'\n[[calendars.x.changes]]\nvalid_from = 2026-12-01\n"
IN_X = '[sla.targets.A]\ncalendar = "x"\n'
STEP = '[[sla.ladder]]\ntell = ["team"]\n'


def read(further: str) -> Config:
    return parse(REQUIRED + further, Path("config.toml"))


MISTAKES = {
    "two changes of targets on one day": (
        CHANGE + CHANGE,
        "sla.changes.valid_from (entry 2): another change begins on 2026-12-01 as well; make them one",
    ),
    "a change of targets without a day": (
        '[[sla.changes]]\ndefault_severity = "A"',
        "sla.changes.valid_from (entry 1): is required",
    ),
    "a change of targets that ends": (
        CHANGE + "valid_until = 2026-12-05",
        "sla.changes.valid_until (entry 1): is not a key of mailticket; known here are valid_from,",
    ),
    "a day in words": ('[[sla.changes]]\nvalid_from = "soon"', 'sla.changes.valid_from (entry 1): "soon" is no date'),
    "a change of a severity there is not": (
        CHANGE + 'targets.D = {first_response = "1h", calendar = "desk"}',
        'sla.changes.targets.D (entry 1): "D" is not known; write one of A, B, C',
    ),
    "a change to an unknown calendar": (
        CHANGE + 'targets.B = {first_response = "1h", calendar = "nights"}',
        'sla.changes.targets.B.calendar (entry 1): no calendar "nights" is defined; known are 24x7, desk',
    ),
    "a planned promise of a new upstream desk without a time": (
        CHANGE + 'upstreams.apple.A = {calendar = "desk"}',
        "sla.changes.upstreams.apple.A.first_response (entry 1): is required: nothing is promised before",
    ),
    "a planned target of no time": (
        CHANGE + 'targets.A = {first_response = ""}',
        "sla.changes.targets.A.first_response (entry 1): ",
    ),
    "an upstream target in an unknown calendar": (
        '[sla.upstreams.microsoft.A]\nfirst_response = "1h"\ncalendar = "nights"',
        'sla.upstreams.microsoft.A.calendar: no calendar "nights" is defined; known are 24x7, desk',
    ),
    "a changed upstream target in an unknown calendar": (
        CHANGE + 'upstreams.apple.A = {first_response = "1h", calendar = "nights"}',
        'sla.changes.upstreams.apple.A.calendar (entry 1): no calendar "nights" is defined; known are 24x7, desk',
    ),
    "hours that end before they begin to hold": (
        HOURS + "valid_until = 2026-11-30",
        "calendars.x.changes (entry 1): valid_until 2026-11-30 is before valid_from 2026-12-01",
    ),
    "changes of hours that overlap by a day": (
        HOURS + "valid_until = 2026-12-31\n[[calendars.x.changes]]\nvalid_from = 2026-12-31",
        "calendars.x.changes.valid_from (entry 2): 2026-12-31 lies within the change that holds until 2026-12-31",
    ),
    "two changes of hours on one day": (
        HOURS + "[[calendars.x.changes]]\nvalid_from = 2026-12-01",
        "calendars.x.changes.valid_from (entry 2): another change begins on 2026-12-01 as well; make them one",
    ),
    "changes of hours that overlap, the later one written first": (
        HOURS + "[[calendars.x.changes]]\nvalid_from = 2026-11-01\nvalid_until = 2026-12-01",
        "calendars.x.changes.valid_from (entry 1): 2026-12-01 lies within the change that holds until 2026-12-01",
    ),
    "a join nobody defined": (
        "[calendars.x]\njoins = ['moon']",
        'calendars.x.joins: no calendar "moon" is defined; known are 24x7, desk, x',
    ),
    "a change to a join nobody defined": (HOURS + "joins = ['moon']", 'calendars.x.joins: no calendar "moon"'),
    "a calendar that joins itself": ("[calendars.x]\njoins = ['x']", 'calendars.x.joins: "x" joins calendars itself'),
    "a join of joins": (
        "[calendars.x]\njoins = ['y']\n[calendars.y]\njoins = ['desk']",
        'calendars.x.joins: "y" joins calendars itself; name those it joins instead',
    ),
    "a join of what joins later": (
        HOURS + "joins = ['desk']\n[calendars.y]\njoins = ['x']",
        'calendars.y.joins: "x" joins calendars itself; name those it joins instead',
    ),
    "an unknown zone": (
        "[calendars.x]\ntime_zone = 'Mars/Olympus'",
        'calendars.x.time_zone: "Mars/Olympus" is no known',
    ),
    "an unknown zone from a day on": (
        HOURS + "time_zone = 'Mars/Olympus'",
        'calendars.x.changes.time_zone (entry 1): "Mars/Olympus" is no known time zone',
    ),
    "a country without known holidays": (
        "[calendars.x]\nholidays = 'QQ'",
        'calendars.x: no public holidays are known for "QQ"; write for example "US" or "DE-BY"',
    ),
    "a state without known holidays": (
        "[calendars.x]\nholidays = 'US-QQ'",
        "calendars.x: no public holidays are known",
    ),
    "a country without known holidays from a day on": (
        HOURS + "holidays = 'QQ'",
        'calendars.x: no public holidays are known for "QQ"',
    ),
    "a target in a calendar that never opens": (
        '[sla.targets.A]\ncalendar = "x"\n[calendars.x]',
        "calendars.x: has no opening hours",
    ),
    "a target in a calendar of single days": (
        IN_X + "[calendars.x]\nspecial_hours = { 2026-12-24 = '08:00-12:00' }",
        "calendars.x: has no opening hours",
    ),
    "a change that closes for good": (
        IN_X + HOURS + "monday = ''",
        "calendars.x: has no opening hours after its last change",
    ),
    "a change that closes until the end of the calendar": (
        IN_X + HOURS + "valid_until = 9999-12-31\nmonday = ''",
        "calendars.x: has no opening hours after its last change",
    ),
    "a change that closes for a life": (
        IN_X + HOURS + "valid_until = 2090-12-31\nmonday = ''",
        "calendars.x: opens too seldom for a target of 1h",
    ),
    "a join that closes for good": (
        IN_X.replace('"x"', '"y"') + HOURS + "monday = ''\n[calendars.y]\njoins = ['x']",
        "calendars.y: has no opening hours",
    ),
    "a target longer than the hours of a life": (
        IN_X + "resolution = '5000h'\n[calendars.x]\nmonday = '08:00-08:30'",
        "calendars.x: opens too seldom for a target of 5000h",
    ),
    "a planned target in a calendar that never opens": (
        CHANGE + 'targets.B = {first_response = "1h", calendar = "x"}\n[calendars.x]',
        "calendars.x: has no opening hours",
    ),
    "objectives of one name": (
        OBJECTIVE + OBJECTIVE,
        'sla.objectives.name (entry 2): another objective is called "one" as well',
    ),
    "a call without a time": (
        OBJECTIVE + 'channel = "phone"',
        "sla.objectives (entry 1): a phone contact has no target of its own; write within",
    ),
    "a call with a severity": (
        OBJECTIVE + 'channel = "phone"\nwithin = "1m"\nseverity = ["A"]',
        "sla.objectives (entry 1): a phone contact has a waiting time and an agent, nothing else to choose by",
    ),
    "a chat that is resolved": (
        OBJECTIVE + 'channel = "chat"\nwithin = "1m"\nmeasure = "resolution"',
        "sla.objectives (entry 1): a chat contact has a waiting time and an agent",
    ),
    "tickets by upstream": (
        OBJECTIVE + 'upstream = ["microsoft"]',
        'sla.objectives (entry 1): only the channel "upstream" can be chosen by upstream',
    ),
    "an upstream desk's resolution": (
        OBJECTIVE + 'channel = "upstream"\nmeasure = "resolution"',
        "sla.objectives (entry 1): an upstream desk promises a first response, no resolution",
    ),
    "an objective within no time": (OBJECTIVE + 'within = "0s"', "sla.objectives.within (entry 1): cannot be zero"),
    "a step at the start": (STEP + "at = 0", "sla.ladder.at (entry 1): 0 is too small; write a number above 0"),
    "a step before the start": (
        STEP + "at = -0.5",
        "sla.ladder.at (entry 1): -0.5 is too small; write a number above 0",
    ),
    "two steps at one share": (
        STEP + "at = 0.5\n" + STEP + "at = 0.5",
        "sla.ladder.at (entry 2): another step is at 0.5 as well; make them one",
    ),
    "a pause for nothing known": (
        '[sla.pauses]\nresolution = ["sleeping"]',
        'sla.pauses.resolution (entry 1): "sleeping" is not known; write one of "waiting"',
    ),
}


@pytest.mark.parametrize(("further", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_about_time_is_one_line_with_its_key(further: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        from_config(read(further))

    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith(told)
    assert "\n" not in caught.value.problems[0]


# ---------------------------------------------------------------- names in objectives

PARTNERS = '[[partners]]\nname = "Fabrikam"\n'
PLANNED_DESK = CHANGE + "upstreams.apple.A = { first_response = '1h' }\n"
OF_UPSTREAM = OBJECTIVE + 'channel = "upstream"\n'


@pytest.mark.parametrize(
    ("further", "told"),
    [
        pytest.param("", [], id="the default objectives"),
        pytest.param(PARTNERS + OBJECTIVE + 'partner = ["Fabrikam"]', [], id="a partner"),
        pytest.param(
            PARTNERS + OBJECTIVE + 'partner = ["Fabrikam", "Fabricam"]',
            ['"one" chooses the partner "Fabricam", whom no [[partners]] table names'],
            id="a misspelt partner",
        ),
        pytest.param(OF_UPSTREAM + 'upstream = ["ingram"]', [], id="an upstream desk"),
        pytest.param(PLANNED_DESK + OF_UPSTREAM + 'upstream = ["apple"]', [], id="a planned upstream desk"),
        pytest.param(
            OF_UPSTREAM + 'upstream = ["ingrma"]',
            ['"one" chooses the upstream desk "ingrma", for which there are no targets'],
            id="a misspelt upstream desk",
        ),
        pytest.param(
            OBJECTIVE + 'measure = "resolution"',
            ['"one" measures the resolution, for which no severity has a target'],
            id="a measure without a target",
        ),
        pytest.param(
            OBJECTIVE + 'category = ["out_of_scope"]',
            ['"one" chooses out_of_scope, which sla.unmeasured_categories leaves out'],
            id="what is never measured",
        ),
    ],
)
def test_a_name_that_an_objective_alone_knows_is_told(further: str, told: list[str]) -> None:
    assert list(unknown_in_objectives(read(further))) == told


# ---------------------------------------------------------------- planned changes of targets

PLANNED = """
[[sla.changes]]
valid_from = 2027-01-01
default_severity = "B"
[sla.changes.targets.C]
first_response = "1h"
calendar = "24x7"
[[sla.changes]]
valid_from = 2026-12-01
[sla.changes.targets.C]
first_response = "3h"
calendar = "desk"
[sla.changes.upstreams.apple.A]
first_response = "2h"
[sla.changes.pauses]
resolution = []
"""


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE).astimezone(UTC)  # type: ignore[misc,arg-type]  # year, month, day, hour …


@pytest.mark.parametrize(
    ("received", "hours", "default", "apple"),
    [
        pytest.param(local(2026, 11, 30, 23, 59), 4, "C", None, id="the evening before"),
        pytest.param(local(2026, 12, 1), 3, "C", 2, id="from midnight of the desk's zone on"),
        pytest.param(local(2026, 12, 31, 23, 59), 3, "C", 2, id="until the next change"),
        pytest.param(local(2027, 1, 1), 1, "B", 2, id="what is not named again stays as changed"),
    ],
)
def test_targets_change_for_what_is_received_from_the_day_on(
    received: datetime, hours: int, default: str, apple: int | None
) -> None:
    terms = from_config(read(PLANNED)).at(received).terms

    promised = terms.promise("A", "apple")
    assert terms.promises["C"].first_response == hours * HOUR
    assert terms.promises["A"].first_response == HOUR
    assert terms.default_severity == default
    assert (promised and promised.first_response) == (apple and apple * HOUR)


FULL_TERMS = """
[sla.targets.B]
first_response = "2h"
next_response = "8h"
resolution = "3d"
[sla.upstreams.apple]
A = { first_response = "6h", calendar = "desk" }
[sla.pauses]
first_response = ["waiting"]
"""


def changed_terms(further: str) -> Terms:
    return from_config(read(FULL_TERMS + CHANGE + further)).at(local(2026, 12, 1)).terms


@pytest.mark.parametrize(
    ("further", "first", "following", "resolution"),
    [
        pytest.param("first_response = '1h'", HOUR, 8 * HOUR, 3 * DAY, id="the first response alone"),
        pytest.param("resolution = '1d'", 2 * HOUR, 8 * HOUR, DAY, id="the resolution alone"),
        pytest.param("next_response = ''", 2 * HOUR, None, 3 * DAY, id="later responses are no longer measured"),
        pytest.param("resolution = ''", 2 * HOUR, 8 * HOUR, None, id="the resolution is no longer measured"),
        pytest.param("calendar = '24x7'", 2 * HOUR, 8 * HOUR, 3 * DAY, id="the calendar alone"),
    ],
)
def test_a_planned_target_keeps_what_it_does_not_name(
    further: str, first: timedelta, following: timedelta | None, resolution: timedelta | None
) -> None:
    changed = changed_terms(f"[sla.changes.targets.B]\n{further}").promises["B"]

    assert (changed.first_response, changed.next_response, changed.resolution) == (first, following, resolution)


def test_later_responses_promised_as_fast_as_the_first_follow_it() -> None:
    changed = changed_terms("[sla.changes.targets.C]\nfirst_response = '3h'").promises["C"]

    assert (changed.first_response, changed.next_response) == (3 * HOUR, 3 * HOUR)


def test_a_planned_promise_of_an_upstream_desk_keeps_its_calendar() -> None:
    before = changed_terms("").promise("A", "apple")
    after = changed_terms("upstreams.apple.A = { first_response = '2h' }").promise("A", "apple")

    assert before is not None
    assert after is not None
    assert (after.first_response, after.calendar) == (2 * HOUR, before.calendar)


def test_planned_pauses_keep_those_of_other_clocks() -> None:
    pauses = changed_terms("pauses = { next_response = ['waiting'] }").pauses

    assert {measure: set(pauses[measure]) for measure in Measure} == {
        Measure.FIRST_RESPONSE: {Waiting.AGENT_WAITS},
        Measure.NEXT_RESPONSE: {Waiting.AGENT_WAITS},
        Measure.UPSTREAM_RESPONSE: set(),
        Measure.RESOLUTION: {Waiting.AGENT_WAITS},
    }


# ---------------------------------------------------------------- planned changes of hours

OPENING = """
[calendars.x]
monday = "08:00-12:00"
tuesday = "08:00-12:00"
"""
DURING = OPENING + "[[calendars.x.changes]]\nvalid_from = 2026-12-07\nvalid_until = 2026-12-08\n"
FOR_GOOD = OPENING + "[[calendars.x.changes]]\nvalid_from = 2026-12-08\n"
CHANGED_HOURS = {
    "a week before a passing change": (DURING + "monday = ''", date(2026, 11, 30), 4),
    "the first day of it": (DURING + "monday = ''", date(2026, 12, 7), 0),
    "the last day of it": (DURING + "tuesday = '08:00-09:00'", date(2026, 12, 8), 1),
    "a key that it does not name": (DURING + "monday = ''", date(2026, 12, 8), 4),
    "the week after it": (DURING + "monday = ''\ntuesday = ''", date(2026, 12, 14), 4),
    "the day before one for good": (FOR_GOOD + "monday = ''\ntuesday = ''", date(2026, 12, 7), 4),
    "the day of it": (FOR_GOOD + "tuesday = '08:00-09:00'", date(2026, 12, 8), 1),
    "a year after it": (FOR_GOOD + "monday = '08:00-10:00'", date(2027, 12, 6), 2),
    "after a passing one within one for good": (
        FOR_GOOD + "monday = '08:00-10:00'\n[[calendars.x.changes]]\nvalid_from = 2026-12-14\n"
        "valid_until = 2026-12-14\nmonday = '08:00-09:00'",
        date(2026, 12, 21),
        2,
    ),
    "one that begins when another ends": (
        DURING + "monday = ''\n[[calendars.x.changes]]\nvalid_from = 2026-12-09\nmonday = '08:00-11:00'",
        date(2026, 12, 14),
        3,
    ),
    "a zone of its own": (DURING + "time_zone = 'Europe/Berlin'\nmonday = '00:00-24:00'", date(2026, 12, 7), 18),
    "a join of its own": (DURING + "joins = ['desk']", date(2026, 12, 7), 14),
    "a holiday of its own": (DURING + "holidays_added = [2026-12-08]", date(2026, 12, 8), 0),
}


@pytest.mark.parametrize(("further", "day", "hours"), CHANGED_HOURS.values(), ids=CHANGED_HOURS.keys())
def test_hours_change_on_the_days_that_are_written(further: str, day: date, hours: int) -> None:
    calendar = calendars_of((OnRecord(1, EVER, written(document(read(further)))),))["x"]
    midnight = local(day.year, day.month, day.day)

    assert elapsed(calendar, midnight, midnight + DAY) == hours * HOUR


# ---------------------------------------------------------------- the desk's own calendar

EXAMPLE_OF_A_CHANGE = """
[[calendars.desk.changes]]
valid_from = 2027-07-01
valid_until = 2027-08-31
friday = "06:00-14:00"
"""


def open_on(further: str, day: date) -> timedelta:
    calendar = calendars_of((OnRecord(1, EVER, written(document(read(further)))),))["desk"]
    midnight = local(day.year, day.month, day.day)
    return elapsed(calendar, midnight, midnight + DAY)


@pytest.mark.parametrize(
    ("further", "day", "hours"),
    [
        pytest.param(EXAMPLE_OF_A_CHANGE, date(2027, 6, 25), 14, id="before a change"),
        pytest.param(EXAMPLE_OF_A_CHANGE, date(2027, 7, 2), 8, id="within it"),
        pytest.param(EXAMPLE_OF_A_CHANGE, date(2027, 7, 1), 14, id="a day it does not name"),
        pytest.param("[calendars.desk]\nholidays_added = [2026-12-24]", date(2026, 12, 24), 0, id="a holiday added"),
        pytest.param("[calendars.desk]\nholidays_added = [2026-12-24]", date(2026, 12, 25), 0, id="those there were"),
        pytest.param("[calendars.desk]\nholidays_added = [2026-12-24]", date(2026, 12, 23), 14, id="a day beside it"),
        pytest.param("[calendars.desk]\nholidays = ''", date(2026, 12, 25), 14, id="no holidays"),
        pytest.param("[calendars.desk]\nmonday = '08:00-12:00'", date(2026, 12, 1), 0, id="a weekday replaces all"),
    ],
)
def test_the_desk_keeps_its_default_hours_until_a_weekday_is_written(further: str, day: date, hours: int) -> None:
    assert open_on(further, day) == hours * HOUR


@pytest.mark.parametrize(
    "further",
    [
        pytest.param(IN_X + HOURS + "valid_until = 2026-12-31\nmonday = ''", id="for a month"),
        pytest.param(IN_X + HOURS.replace("'08:00-12:00'", "''") + "monday = '08:00-12:00'", id="until it opens"),
        pytest.param(IN_X + HOURS + "monday = ''\njoins = ['24x7']", id="what it joins opens"),
        pytest.param("[calendars.x]\nspecial_hours = { 2026-12-24 = '08:00-12:00' }", id="nothing is counted in it"),
    ],
)
def test_a_calendar_may_be_closed_as_long_as_it_opens_in_the_end(further: str) -> None:
    assert from_config(read(further)).versions
