"""Taking over a state folder: alone, with what an earlier process left behind taken up again."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from mailticket import measuring
from mailticket.desk.watch import Watch, passed_before
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.promises import put_on_record
from mailticket.store import meta, outbox, tickets
from mailticket.store.database import Store, Unit, create, sole_daemon
from mailticket.ticking import clocks_of

log = logging.getLogger(__name__)

GIVE_WAY = 0.0005  # seconds; at Python's 5 ms the sender would wait that long for its turn after each short answer

_INDEX = "2"  # which index over the clocks this program keeps; one that an older program left is made anew


@contextmanager
def started(house: House) -> Iterator[Store]:
    """The state folder as ours alone, with what an earlier process left behind taken up again."""
    sys.setswitchinterval(GIVE_WAY)
    folder = house.config.state.path
    create(folder)
    with sole_daemon(folder):
        store = Store(folder)
        try:
            _take_over(house, store)
            yield store
        finally:
            store.close()


def _take_over(house: House, store: Store) -> None:
    with store.unit(house.now()) as unit:
        meta.installed_at(unit)
        interrupted = outbox.recover(unit)
    for left in (house.config.state.path / "spool").iterdir():
        left.unlink()  # of a mail whose fetching was interrupted: it is fetched again
    if interrupted:
        log.warning("%d mails were interrupted while being sent; they are sent again", interrupted)
    _index_clocks_anew(house, store)


def _index_clocks_anew(house: House, store: Store) -> None:
    """After a change of targets or calendars, when to look at which ticket is computed again from the events.

    Closed tickets keep their lines: what is promised from now on changes nothing for them. Where the lines did not
    rest on the promises before either, the next report makes them all again.
    """
    with store.unit(house.now()) as unit:
        was_current = measuring.is_current(house, unit) or not tickets.any_exist(unit)
        recorded = put_on_record(house, unit)
        if recorded:
            log.info("targets and calendars are on record; they hold from now on")
        upgraded = meta.get(unit, "clock_index") != _INDEX
        if recorded or upgraded:
            meta.put(unit, "clock_index", _INDEX)
            for number in tickets.unanswered(unit):
                if upgraded:
                    _take_over_steps(house, unit, number)
                follow_up(house, unit, number, Posting(()))
        if was_current:
            measuring.confirm(house, unit)


def _take_over_steps(house: House, unit: Unit, number: int) -> None:
    """Of what an older program told, the steps that had been passed by then count as told."""
    ticket = tickets.load(unit, number)
    watch = Watch(ticket, clocks_of(house, unit, ticket).now, house.config)
    tickets.apply(unit, passed_before(watch, unit.now), number, None, house.config.desk.first_ticket_number)
