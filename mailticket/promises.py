"""Which promises hold: the record of the state folder, or the configuration while nothing is on record yet.

The daemon records what it runs with when it starts; a changed configuration holds from then on and changes nothing
before. Joins the store with the pure terms.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from mailticket.house import House
from mailticket.sla.calendar import Calendar
from mailticket.sla.configured import EVER, OnRecord, document, policy_of, written
from mailticket.sla.policy import SlaPolicy
from mailticket.store import policies
from mailticket.store.database import Unit

# what reading a log or a document as something it is not can raise; never an error of the database
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
log = logging.getLogger(__name__)


def policy(house: House, unit: Unit) -> SlaPolicy:
    """The promises in force, each since when it holds."""
    return policy_of(records(house, unit))


def desk_calendar(house: House, unit: Unit) -> Calendar:
    """When somebody is at the desk: the configuration says it where the record cannot be read."""
    try:
        promised = policy(house, unit)
    except UNREADABLE as error:
        log.error("the record of promises cannot be read; the configuration's hours are taken: %s", error)
        promised = policy_of((_configured(house),))
    terms = promised.at(unit.now).terms
    return terms.promises[terms.default_severity].calendar


def records(house: House, unit: Unit) -> tuple[OnRecord, ...]:
    """The documents that hold, oldest first; the configuration since ever while there are none."""
    recorded = policies.in_force(unit)
    return _on_record(recorded) or (_configured(house),)


def _configured(house: House) -> OnRecord:
    return OnRecord(1, EVER, written(document(house.config)))


def _on_record(recorded: Sequence[policies.Recorded]) -> tuple[OnRecord, ...]:
    return tuple(OnRecord(item.number, item.valid_from, item.text) for item in recorded)


def put_on_record(house: House, unit: Unit) -> bool:
    """Records the configuration when it promises something else than the record; whether it did."""
    text = written(document(house.config))
    recorded = policies.in_force(unit)
    if recorded and recorded[-1].text == text:
        return False
    begin = unit.now.replace(microsecond=0)  # a mail server dates what it receives by whole seconds
    policies.record(unit, text, begin if recorded else EVER)
    return True


def correct(house: House, unit: Unit, since: datetime, why: str) -> int:
    """Puts the configuration on record as having held since then; what was recorded from then on is superseded."""
    return policies.record(unit, written(document(house.config)), since, why)


def differs_from_record(house: House, unit: Unit) -> bool:
    """Whether the configuration promises something that only holds once the daemon has been started with it."""
    recorded = policies.in_force(unit)
    return bool(recorded) and recorded[-1].text != written(document(house.config))
