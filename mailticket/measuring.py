"""Keeps the index of clocks in step with the log: a ticket's lines with its events, all of them when the ground moves.

Joins the store with the pure clocks. A report that finds the index resting on other promises, or on none, makes it
again; meanwhile whatever the daemon writes is right already.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from typing import TypeAlias

from mailticket.desk.partners import partner_known
from mailticket.house import House
from mailticket.model import Address, FieldValue, Ticket
from mailticket.promises import UNREADABLE, policy, records
from mailticket.sla.clock import Clock
from mailticket.sla.measured import Facts, Line, lines
from mailticket.sla.policy import SlaPolicy
from mailticket.store import measurements
from mailticket.store.database import Store, Unit

log = logging.getLogger(__name__)

PUBLIC_HOLIDAYS = version("holidays")
_AT_A_TIME = 1000  # tickets in one transaction: the daemon never waits long for its turn


def measure(house: House, unit: Unit, ticket: Ticket, found: Sequence[Clock]) -> None:
    """Writes the lines of one ticket anew, in the transaction that changed it.

    ``found`` are its clocks as they stand at the end of its log.
    """
    promised = policy(house, unit)
    for facts in measurements.facts(unit, ticket.id, ticket.id, naming(house), {ticket.id: ticket.events}):
        measurements.replace(unit, facts.ticket, _lines(facts, promised, found))


def naming(house: House) -> measurements.Called:
    """What the partner of a ticket is called in the figures: as configured where it is known, else as it was named.

    Remembers what it has found: many tickets come from few partners.
    """
    partners = house.config.partners

    @cache
    def called(name: str | None, sure: bool, domain: str) -> str:
        named = None if name is None else FieldValue("partner_name", name, "", confidence=1.0 if sure else 0.0)
        known = partner_known(named, Address(f"@{domain}"), partners)
        return known.name if known else name or ""

    def of(named: FieldValue | None, requester: Address) -> str:
        name, sure = (None, False) if named is None else (str(named.value), not named.is_guess)
        return called(name, sure, requester.domain) if partners else name or ""

    return of


def _lines(facts: Facts, promised: SlaPolicy, found: Sequence[Clock] = ()) -> tuple[Line, ...]:
    """None where the log makes no clock: one such ticket must not keep all others from the report."""
    try:
        return tuple(lines(facts, promised, found))
    except UNREADABLE as error:
        log.warning("ticket %d is in no figures: %s", facts.ticket, error, extra={"ticket": facts.ticket})
        return ()


def is_current(house: House, unit: Unit) -> bool:
    """Whether every ticket has its lines, under the promises that hold."""
    return measurements.rests_on(unit, basis(house, unit))


def basis(house: House, unit: Unit, public_holidays: str = PUBLIC_HOLIDAYS) -> str:
    """Everything beside the log that lines depend on; public holidays are what the installed library says."""
    documents = ((item.number, item.valid_from.isoformat(), item.text) for item in records(house, unit))
    partners = tuple((item.name, item.domains) for item in house.config.partners)
    return measurements.basis(documents, partners, public_holidays)


def confirm(house: House, unit: Unit) -> None:
    """Every ticket is known to have its lines under the promises that hold now."""
    measurements.note_basis(unit, basis(house, unit))


Progress: TypeAlias = Callable[[int, int], None]  # how many of how many steps are done


def _unheard(_done: int, _all: int) -> None:
    """Nobody waits for it."""


def bring_up_to_date(house: House, store: Store, progress: Progress = _unheard) -> None:
    """Makes the index again where it is missing or rests on promises that hold no more."""
    with store.reading(house.now()) as unit:
        current = is_current(house, unit)
    if not current:
        make_again(house, store, progress)


def make_again(house: House, store: Store, progress: Progress = _unheard) -> None:
    """Every line from the log.

    Each step is a transaction of its own, so that mails are taken in meanwhile; the index counts as whole at the end.
    """
    with store.reading(house.now()) as unit:
        steps = measurements.ranges(unit, _AT_A_TIME)
        resting_on = basis(house, unit)
    called = naming(house)
    for done, (first, last) in enumerate(steps, 1):
        with store.unit(house.now(), durable=False) as unit:
            promised, code = policy(house, unit), measurements.Labels(unit)
            for facts in measurements.facts(unit, first, last, called):
                measurements.replace(unit, facts.ticket, _lines(facts, promised), code)
        progress(done, len(steps))
    with store.unit(house.now()) as unit:
        measurements.note_basis(unit, resting_on)
