"""What a ticket still lacks, by category and policy."""

from __future__ import annotations

import pytest

from mailticket.config import Fields
from mailticket.desk.completeness import Missing, missing
from mailticket.model import FieldContent, FieldValue
from mailticket.vocabulary import FIELD_KEYS, REQUIRED, REQUIRED_TECHNICAL

POLICY = Fields()


def given(**values: FieldContent) -> dict[str, FieldValue]:
    return {key: FieldValue(key, value, "test") for key, value in values.items()}


def test_an_empty_ticket_lacks_everything_in_the_order_of_the_vocabulary() -> None:
    found = missing({}, "billing_invoicing", POLICY)

    assert found.required == REQUIRED
    assert tuple(key for key in FIELD_KEYS if key in found.required + found.helpful) == FIELD_KEYS
    assert found.helpful == tuple(key for key in FIELD_KEYS if key not in REQUIRED)


def test_technical_categories_need_errors_and_steps() -> None:
    assert set(missing({}, "mail_flow", POLICY).required) == {*REQUIRED, *REQUIRED_TECHNICAL}


def test_a_category_may_need_fields_of_its_own() -> None:
    policy = Fields(required=("email",), required_by_category={"billing_invoicing": ("subscription_id",)})

    assert missing({}, "billing_invoicing", policy).required == ("email", "subscription_id")
    assert missing({}, "licensing_planning", policy).required == ("email",)


def test_a_request_out_of_scope_lacks_nothing() -> None:
    assert missing({}, "out_of_scope", POLICY) == Missing()


def test_without_a_category_only_what_every_ticket_needs_is_required() -> None:
    assert missing({}, None, POLICY).required == REQUIRED


@pytest.mark.parametrize(
    ("value", "present"),
    [
        pytest.param("n/a", True, id="not applicable"),
        pytest.param(0, True, id="a count of nought"),
        pytest.param(True, True, id="attached"),
        pytest.param(False, False, id="not attached"),
        pytest.param("", False, id="blank"),
        pytest.param("  ", False, id="spaces"),
        pytest.param((), False, id="empty list"),
        pytest.param(("a",), True, id="list"),
    ],
)
def test_only_a_usable_value_counts_as_present(value: FieldContent, present: bool) -> None:
    policy = Fields(required=("subscription_id",))

    assert (missing(given(subscription_id=value), None, policy).required == ()) is present
