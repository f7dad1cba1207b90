"""Which promises hold: the record of the state folder, or the configuration while nothing is on record yet.

The daemon records what it runs with when it starts; a changed configuration holds from then on and changes nothing
before. Joins the store with the pure terms.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from mailticket.errors import UnreadableRecord
from mailticket.house import House
from mailticket.sla.calendar import Calendar
from mailticket.sla.configured import EVER, OnRecord, document, policy_of, promise_the_same, read, written
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
    """When somebody is at the desk."""
    return policy(house, unit).at(unit.now).terms.desk_calendar


def records(house: House, unit: Unit) -> tuple[OnRecord, ...]:
    """The documents that hold, oldest first; the configuration since ever while none can be read.

    In the place of one that cannot be read its neighbours hold: no mail has to wait for a document of the past.
    """
    return _readable(policies.in_force(unit)) or (OnRecord(1, EVER, written(document(house.config))),)


def _readable(recorded: Sequence[policies.Recorded]) -> tuple[OnRecord, ...]:
    on_record = (OnRecord(item.number, item.valid_from, item.text) for item in recorded)
    return tuple(item for item in on_record if _can_be_read(item))


@lru_cache(maxsize=64)
def _can_be_read(item: OnRecord) -> bool:
    """Said once by each process, not with every mail."""
    why = _why_unreadable(item.text)
    if why:
        log.error("version %d of the promises on record cannot be read, its neighbours hold: %s", item.number, why)
    return not why


def unreadable(unit: Unit) -> tuple[tuple[int, str], ...]:
    """The number of each document in force that cannot be read, and why."""
    return tuple((item.number, why) for item in policies.in_force(unit) if (why := _why_unreadable(item.text)))


def _why_unreadable(text: str) -> str:
    try:
        read(text)
    except UnreadableRecord as error:
        return str(error)
    return ""


def put_on_record(house: House, unit: Unit) -> bool:
    """Records the configuration when it promises something else than the record; whether it did."""
    recorded = policies.in_force(unit)
    if _says_the_configuration(house, recorded):
        return False
    begin = unit.now.replace(microsecond=0)  # a mail server dates what it receives by whole seconds
    policies.record(unit, written(document(house.config)), begin if recorded else EVER)
    return True


def _says_the_configuration(house: House, recorded: Sequence[policies.Recorded]) -> bool:
    found = _readable(recorded)
    return bool(found) and promise_the_same(read(found[-1].text), read(written(document(house.config))))


def planned(house: House, unit: Unit) -> tuple[OnRecord, ...]:
    """The documents as they would stand were the daemon started now; what is on record where nothing differs."""
    found = records(house, unit)
    if not differs_from_record(house, unit):
        return found
    return (*found, OnRecord(found[-1].number + 1, unit.now.replace(microsecond=0), written(document(house.config))))


def correct(house: House, unit: Unit, since: datetime, why: str) -> int | None:
    """Puts the configuration on record as having held since then; what was recorded from then on is superseded.

    None, and nothing is written, when the record says of all that time what the configuration says.
    """
    held = _held_since(policies.in_force(unit), since)
    if held and all(_says_the_configuration(house, (item,)) for item in held):
        return None
    return policies.record(unit, written(document(house.config)), since, why)


def _held_since(recorded: Sequence[policies.Recorded], since: datetime) -> Sequence[policies.Recorded]:
    """The documents that hold at this instant or later, oldest first; before the first one the first holds."""
    begun = sum(item.valid_from <= since for item in recorded)
    return recorded[max(begun - 1, 0) :]


def differs_from_record(house: House, unit: Unit) -> bool:
    """Whether the configuration promises something that only holds once the daemon has been started with it."""
    recorded = policies.in_force(unit)
    return bool(recorded) and not _says_the_configuration(house, recorded)
