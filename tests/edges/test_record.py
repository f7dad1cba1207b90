"""The record of promises with documents in it that this version of the program cannot read."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from houses import SHORTEST, house_at

from mailticket import promises
from mailticket.config import parse
from mailticket.house import House
from mailticket.sla.configured import EVER, document, written
from mailticket.store import policies

NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)
DAY = timedelta(days=1)
BROKEN = '{"time_zone": "UTC", "calendars": {}, "sla": {"targets": {"A": {"calendar": "moon"}}}}'


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_at(tmp_path, NOW)


def text(further: str = "") -> str:
    return written(document(parse(SHORTEST + further, Path("config.toml"))))


def quicker(hours: int) -> str:
    return text(f'[sla.targets.C]\nfirst_response = "{hours}h"\n')


def test_neighbours_hold_in_the_place_of_what_cannot_be_read(house, store, caplog):
    with store.unit(NOW) as unit:
        policies.record(unit, quicker(3), EVER)
        policies.record(unit, BROKEN, NOW - 2 * DAY)
        policies.record(unit, quicker(2), NOW - DAY)

        promised = promises.policy(house, unit)
        promises.policy(house, unit)

    assert [item.number for item in promised.versions] == [1, 3]
    assert promised.at(NOW - 1.5 * DAY).terms.promises["C"].first_response == timedelta(hours=3)
    assert promised.at(NOW).terms.promises["C"].first_response == timedelta(hours=2)
    assert [item.message for item in caplog.records if "version 2 of the promises" in item.message] != []


def test_the_configuration_holds_where_nothing_on_record_can_be_read(house, store):
    with store.unit(NOW) as unit:
        policies.record(unit, BROKEN, EVER)

        promised = promises.policy(house, unit)
        differs, put = promises.differs_from_record(house, unit), promises.put_on_record(house, unit)

        assert promised.at(NOW).terms.promises["C"].first_response == timedelta(hours=4)
        assert (differs, put, promises.differs_from_record(house, unit)) == (True, True, False)


def test_what_cannot_be_read_is_named_with_its_number_until_it_is_corrected(house, store):
    with store.unit(NOW) as unit:
        policies.record(unit, text(), EVER)
        policies.record(unit, BROKEN, NOW - DAY)
        before = promises.unreadable(unit)

        promises.correct(house, unit, NOW - DAY, "damaged")

        assert [number for number, _ in before] == [2]
        assert "sla.targets.A" in before[0][1] or "moon" in before[0][1]
        assert promises.unreadable(unit) == ()


def test_the_same_promises_in_another_order_are_no_new_version(house, store):
    with store.unit(NOW) as unit:
        reordered = dict(reversed(json.loads(text()).items()))
        policies.record(unit, json.dumps(reordered, indent=1), EVER)

        assert not promises.differs_from_record(house, unit)
        assert not promises.put_on_record(house, unit)


def test_a_default_that_was_not_on_record_yet_is_no_new_version(house, store):
    with store.unit(NOW) as unit:
        former = json.loads(text())
        del former["sla"]["unmeasured_categories"]
        policies.record(unit, json.dumps(former), EVER)

        assert not promises.put_on_record(house, unit)
