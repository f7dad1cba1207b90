"""The digest of the morning: gathers what stands in it and queues the mail, once for each day. Joins store and desk.

The day is noted in the same transaction as the mail, so that a restart sends no second one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import date

from mailticket import measuring, reporting
from mailticket.decisions import Automation, Reply
from mailticket.desk.digest import (
    LONGEST,
    Digest,
    Entry,
    Morning,
    Section,
    bounds,
    closed_since,
    due_day,
    entry,
    recipients,
)
from mailticket.errors import StoreError
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.outbound import report_words
from mailticket.promises import desk_calendar
from mailticket.sla.attainment import Standing
from mailticket.store import meta, queue, tickets
from mailticket.store.database import Store, Unit
from mailticket.store.queue import Few
from mailticket.ticking import clocks_of

_LAST = "digest_of"  # the day last told
Standings = Callable[[House, Store], Iterable[Standing]]
log = logging.getLogger(__name__)


def objectives(house: House, store: Store) -> Iterable[Standing]:
    """How each objective stands in its window, as far as it has anything to judge."""
    measuring.bring_up_to_date(house, store)
    with store.reading(house.now()) as unit:
        wanted = reporting.Wanted(reporting.objectives(house, unit), breaches=0)
        figures = reporting.report(house, unit, wanted)
    return tuple(item for item in figures.standings if item.total.total)


def send_digest(house: House, store: Store, standings: Standings = objectives) -> bool:
    """Queues today's digest when it is due; whether it was. ``standings`` are asked before anything is locked."""
    with store.reading(house.now()) as unit:
        if _due(house, unit) is None:
            return False
    budget = _budget(house, store, standings)
    with store.unit(house.now()) as unit:
        day = _due(house, unit)
        if day is None:
            return False
        meta.put(unit, _LAST, day.isoformat())
        digest = Digest(day, _sections(house, unit, day), budget)
        reply = Reply("digest", recipients(house.config), Automation.GENERATED)
        follow_up(house, unit, None, Posting((reply,), digest=digest))
    return True


def _budget(house: House, store: Store, standings: Standings) -> tuple[str, ...]:
    """A digest without its figures is better than none."""
    try:
        return tuple(report_words.morning(item) for item in standings(house, store))
    except StoreError:
        raise
    except Exception:
        log.exception("the objectives' budgets for the digest could not be figured out")
        return ()


def _due(house: House, unit: Unit) -> date | None:
    if house.config.digest.at is None or not house.config.agents:
        return None
    last = meta.get(unit, _LAST)
    known = date.fromisoformat(last) if last else None
    return due_day(house.config, Morning(desk_calendar(house, unit), meta.installed_at(unit), known, unit.now))


def _sections(house: House, unit: Unit, day: date) -> tuple[Section, ...]:
    _, end = bounds(house.config, day)
    overnight = closed_since(house.config, desk_calendar(house, unit), unit.now)
    found = (
        ("Overdue", queue.due(unit, None, unit.now, LONGEST)),
        ("Due today", queue.due(unit, unit.now, end, LONGEST)),
        ("Waiting for the requester", queue.waiting(unit, LONGEST)),
        ("Unassigned", queue.unassigned(unit, LONGEST)),
        ("Came in since the desk closed", queue.opened_since(unit, overnight, LONGEST)),
    )
    entries = _entries(house, unit, {number for _, few in found for number in few.numbers})
    return tuple(_section(title, few, entries) for title, few in found)


def _section(title: str, few: Few, entries: dict[int, Entry]) -> Section:
    return Section(title, few.total, tuple(entries[number] for number in few.numbers if number in entries))


def _entries(house: House, unit: Unit, numbers: set[int]) -> dict[int, Entry]:
    """Of those that have clocks; the log names the others, which are counted all the same."""
    found = ((item, clocks_of(house, unit, item).now) for item in tickets.load_many(unit, sorted(numbers)))
    return {item.id: entry(item, running) for item, running in found if running}
