"""Whole clocks against a slow reference that lives through a ticket minute by minute; seeded, so failures repeat.

The reference knows desk hours as a row of booleans, one a minute, read off a clock on the wall: of a desk in New York,
and of random ones in zones where the clocks do something odd. What is changed while a ticket lies closed has no answer
of its own here and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from test_calendar_reference import ZONES, random_calendar

from mailticket.model import Event, EventType
from mailticket.sla.calendar import ALWAYS_OPEN, BusinessCalendar, Calendar
from mailticket.sla.clock import Clock
from mailticket.sla.clocks import clocks
from mailticket.sla.configured import EVER
from mailticket.sla.policy import Measure, Promise, SlaPolicy, Terms, Version, Waiting

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WINDOW = 3 * 1440  # minutes in which something happens
REACH = 16 * 1440  # minutes looked ahead for a due time
ZONE = ZoneInfo("America/New_York")
CLOSED_DAY = date(2026, 11, 26)
DESK = BusinessCalendar("America/New_York", (((time(6), time(20)),),) * 5 + ((), ()), added=frozenset({CLOSED_DAY}))
# a weekend on which the clocks change, a holiday, a year's end, a leap day
STARTS = [
    datetime(*day, tzinfo=UTC) for day in ((2026, 3, 6), (2026, 10, 30), (2026, 11, 25), (2026, 12, 30), (2024, 2, 28))
]
TARGETS = {"A": (60, 240), "B": (120, 480), "C": (240, 960)}  # minutes to the first response, to the resolution
MEASURES = (Measure.FIRST_RESPONSE, Measure.RESOLUTION)


def promises(desk: Calendar) -> dict[str, Promise]:
    return {
        severity: Promise(first * MINUTE, ALWAYS_OPEN if severity == "A" else desk, resolution=whole * MINUTE)
        for severity, (first, whole) in TARGETS.items()
    }


def shows_desk_hours(instant: datetime) -> bool:
    wall = instant.astimezone(ZONE)
    return wall.weekday() < 5 and 6 <= wall.hour < 20 and wall.date() != CLOSED_DAY


@dataclass(frozen=True)
class World:
    """A desk, when tickets begin, and in which minutes from then on it is open."""

    start: datetime
    open: list[bool]
    promises: dict[str, Promise]


def new_york() -> list[World]:
    rows = ([shows_desk_hours(start + number * MINUTE) for number in range(REACH + WINDOW)] for start in STARTS)
    return [World(start, row, promises(DESK)) for start, row in zip(STARTS, rows, strict=True)]


def anywhere(random: Random) -> list[World]:
    """Six desks of any hours, open for as long as the longest promise takes."""
    found: list[World] = []
    while len(found) < 6:
        zone = random.choice(tuple(ZONES))
        around = date.fromisoformat(random.choice(ZONES[zone]))
        desk, reads = random_calendar(random, around, zone)
        start = datetime(around.year, around.month, around.day, random.randrange(24), tzinfo=UTC)
        row = [reads(start + number * MINUTE) for number in range(REACH + WINDOW)]
        if sum(row[WINDOW:]) > max(whole for _, whole in TARGETS.values()):
            found.append(World(start, row, promises(desk)))
    return found


@dataclass
class Lived:
    """A clock lived through; minutes throughout. ``kept`` is how it stood when the ticket was closed."""

    measure: Measure
    open: list[bool]
    pauses: frozenset[str]
    severity: str
    used: int = 0
    due: int | None = None
    waits: set[str] = field(default_factory=set)
    end: tuple[str, int] | None = None
    kept: tuple[int, int | None] = (0, None)

    @property
    def target(self) -> int:
        return TARGETS[self.severity][MEASURES.index(self.measure)]

    def look(self, now: int) -> None:
        if self.due is None and self.used >= self.target and (not self.waits or self.used > self.target):
            self.due = now

    def live(self, minute: int) -> None:
        """While closed it is lived on as if it were not: an answer may come yet."""
        over = self.end is not None and self.end[0] in ("met", "excused")
        if not over and not self.waits and (self.severity == "A" or self.open[minute]):
            self.used += 1

    def stop(self, how: str, now: int) -> None:
        if self.end is None or (self.end[0] == "unmet" and how == "met"):
            self.kept, self.end = (self.used, self.due), (how, now)

    def wait(self, why: str, now: int) -> None:
        if why in self.pauses:
            if not self.waits and self.due == now and self.used == self.target:
                self.due = None
            self.waits.add(why)

    def happens(self, kind: str, now: int) -> None:
        response = self.measure is Measure.FIRST_RESPONSE
        endings = {"answer": "met" if response else "", "close": "unmet" if response else "met", "excuse": "excused"}
        if endings.get(kind):
            self.stop(endings[kind], now)
        elif kind == "reopen":
            self.reopen()
        elif kind in ("waiting", "information_requested"):
            self.wait(kind, now)
        elif kind in ("A", "B", "C") and kind != self.severity and self.end is None:
            self.severity, self.due = kind, None
        self.waits.discard({"resumed": "waiting", "received": "information_requested"}.get(kind, ""))

    def reopen(self) -> None:
        if self.end is None or (self.end[0] == "met" and self.measure is Measure.FIRST_RESPONSE):
            return
        self.used, self.due = self.kept
        if self.due == self.end[1] and self.used == self.target:
            self.due = None
        self.end, self.waits = None, set()

    def figures(self, now: int) -> tuple[int, int, str]:
        """Used, due and state, looking ahead with nobody waiting for anything."""
        used, due = self.kept if self.end else (self.used, self.due)
        minute = self.end[1] if self.end else now
        counted = used
        while due is None:
            if counted >= self.target:
                due = minute
            counted += self.severity == "A" or self.open[minute]
            minute += 1
        return used, due, self.state(now, due)

    def state(self, now: int, due: int) -> str:
        if self.end is None:
            return "breached" if now > due else "paused" if self.waits else "running"
        how, at = self.end
        return "excluded" if how == "excused" else "met" if how == "met" and at <= due else "breached"


EVENTS = {
    "answer": (EventType.AGENT_REPLIED, {"counts": True, "why": "to the requester"}),
    "note": (EventType.AGENT_REPLIED, {"counts": False}),
    "close": (EventType.CLOSED, {}),
    "excuse": (EventType.CLOSED, {"no_answer_needed": "spam"}),
    "reopen": (EventType.REOPENED, {}),
    "waiting": (EventType.WAITING, {}),
    "information_requested": (EventType.INFORMATION_REQUESTED, {}),
    "resumed": (EventType.RESUMED, {}),
    "received": (EventType.RECEIVED, {"from": "dana@customer.example"}),
    **{severity: (EventType.SEVERITY_SET, {"severity": severity}) for severity in "ABC"},
}
KINDS = ("answer", "note", "close", "excuse", *("reopen", "waiting", "information_requested", "resumed") * 2, *"ABC")


def story(random: Random) -> list[tuple[int, str]]:
    """What happens in which minute, without changes of a closed ticket."""
    minutes = sorted(random.sample(range(1, WINDOW), random.randint(0, 9)))
    told: list[tuple[int, str]] = []
    closed = False
    for minute in minutes:
        kind = random.choice((*KINDS, "received"))
        if closed and kind not in ("answer", "note", "close", "reopen"):
            continue
        closed = {"close": True, "excuse": True, "reopen": False}.get(kind, closed)
        told.append((minute, kind))
    return told


def as_figures(clock: Clock, start: datetime) -> tuple[int, int, str]:
    return clock.used // MINUTE, (clock.due_at - start) // MINUTE, clock.state.value


@pytest.mark.parametrize("block", range(12))
def test_a_clock_is_what_living_through_its_ticket_gives(block: int) -> None:
    worlds = new_york() if block % 2 else anywhere(Random(block))
    for number in range(block * 300, block * 300 + 300):
        random = Random(number)
        world, severity = random.choice(worlds), random.choice("ABC")
        start = world.start
        pauses = {measure: frozenset(random.sample(tuple(Waiting), random.randint(0, 2))) for measure in MEASURES}
        policy = SlaPolicy((Version(1, EVER, Terms(world.promises, "C", pauses=pauses)),))
        happened, now = story(random), random.randrange(WINDOW)
        events = [Event(EVENTS[kind][0], start + minute * MINUTE, EVENTS[kind][1]) for minute, kind in happened]
        lived = [Lived(item, world.open, frozenset(map(str, pauses[item])), severity) for item in MEASURES]
        by_minute = dict(happened)

        for minute in range(now + 1):
            for item in lived:
                item.look(minute)
                item.happens(by_minute.get(minute, ""), minute)
                item.look(minute)
                if minute < now:
                    item.live(minute)

        opened = Event(EventType.OPENED, start, {"severity": severity})
        found = {item.measure: item for item in clocks([opened, *events], policy, start + now * MINUTE)}
        for item in lived:
            told = (number, severity, happened, now, item.measure, pauses[item.measure])
            assert as_figures(found[item.measure], start) == item.figures(now), told
