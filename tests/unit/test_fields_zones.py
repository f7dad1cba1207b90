"""Which zone a sentence tells: by a people, a town, a neighbour's clock, or the number that is given."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, prose_zone
from mailticket.intake.fields.passages import passages
from mailticket.intake.fields.zones import all_year, beside, zone, zone_of_number, zone_said


def where(text: str) -> object:
    told = tuple(passages([text]))
    context = FieldContext()
    found = [*(item for passage in told for item in prose_zone.zone(passage, context))]
    found += prose_zone.of_number(told, context)
    return max(found, key=lambda item: item.confidence).value if found else None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Between 12 and 14 (Norwegian time).", "Europe/Oslo"),
        ("You may ring me at any hour of the working day, South African time.", "Africa/Johannesburg"),
        ("Von 9 bis 12 Uhr finnischer Zeit erreichbar.", "Europe/Helsinki"),
        ("Entre 9 et 12 h, heure belge.", "Europe/Brussels"),
        ("Llamen de 9 a 14, hora chilena.", "America/Santiago"),
        ("Please call before noon Sofia time.", "Europe/Sofia"),
        ("Between 17:00 and 19:00 our time (Santiago).", "America/Santiago"),
        ("We keep Berlin hours, so 9 to 17.", "Europe/Berlin"),
        ("He is free from 2 to 4. (Central!)", "America/Chicago"),
        ("We're on the same clock as London, minus the summer time.", "Atlantic/Reykjavik"),
        ("I'm an hour ahead of London.", "Europe/Berlin"),
        ("We are two hours behind New York, so call after 11.", "America/Denver"),
        ("Call the desk, 715-555-0108, 7 to noon Ladysmith time.", "America/Chicago"),
        ("You can ring 503-555-0108 from 9 to 5 our time.", "America/Los_Angeles"),
    ],
)
def test_a_zone_is_told_by_people_town_neighbour_or_number(text: str, zone: str) -> None:
    assert where(text) == zone


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian customer gets an error between 9 and 10.",
        "Sofia time and again tells me that it fails.",
        "The calendar shows our meetings in Norwegian time.",
        "Lead time is 9 to 12 days, 715-555-0108.",
        "Last time we spoke after 3, 715-555-0108.",
        "We lost an hour behind the firewall.",
        "Our time is short, so call 715-555-0108.",
        "Santiago (our intern) tried it between 9 and 10.",
    ],
)
def test_peoples_persons_and_lengths_of_time_tell_no_zone(text: str) -> None:
    assert where(text) is None


def test_the_zone_of_a_number_is_known_where_its_area_has_one() -> None:
    assert zone_of_number("+17155550108 x12") == "America/Chicago"
    assert zone_of_number("+18005550123") is None
    assert zone_of_number("5550123") is None


def test_only_zones_with_a_neighbour_of_other_habits_change_by_them() -> None:
    assert all_year("America/Denver", "Mountain, no DST") == "America/Phoenix"
    assert all_year("America/New_York", "Eastern, open all year") == "America/New_York"
    assert all_year(None, "no DST") is None
    assert beside("America/Los_Angeles", -1) is None
    assert beside(None, 1) is None


def test_an_answer_may_name_a_people_too() -> None:
    assert zone("Polish time") == "Europe/Warsaw"
    assert zone_said("the whole") is None
