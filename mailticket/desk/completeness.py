"""What a ticket still lacks: required and helpful fields, by category. Says nothing about how to ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mailticket.config import Fields
from mailticket.model import FieldContent, FieldValue
from mailticket.vocabulary import FIELD_KEYS, OUT_OF_SCOPE


@dataclass(frozen=True, slots=True)
class Missing:
    """Field keys without a usable value, in the desk's order: only ``required`` ones cause a request."""

    required: tuple[str, ...] = ()
    helpful: tuple[str, ...] = ()


def missing(fields: Mapping[str, FieldValue], category: str | None, policy: Fields) -> Missing:
    """Which fields have no usable value yet; a request out of scope lacks nothing.

    A count of 0 and a subscription that is "not applicable" are values.
    """
    if category == OUT_OF_SCOPE:
        return Missing()
    needed = required(category, policy)
    absent = tuple(key for key in FIELD_KEYS if key not in fields or not is_usable(fields[key].value))
    return Missing(
        required=tuple(key for key in absent if key in needed),
        helpful=tuple(key for key in absent if key not in needed),
    )


def unsure(fields: Mapping[str, FieldValue], policy: Fields) -> tuple[str, ...]:
    """The fields whose value a mail did not state clearly and the requester should see, in the desk's order."""
    return tuple(key for key in FIELD_KEYS if key in policy.confirmed and key in fields and fields[key].is_unsure)


def required(category: str | None, policy: Fields) -> frozenset[str]:
    """The keys a ticket of this category must have: for every ticket, for technical ones, for this category."""
    if category is None:
        return frozenset(policy.required)
    technical = policy.required_technical if category in policy.technical_categories else ()
    return frozenset((*policy.required, *technical, *policy.required_by_category.get(category, ())))


def is_usable(value: FieldContent) -> bool:
    """Blank text, an empty list and an absent attachment are no values; the number 0 is one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return True
    return bool(value.strip()) if isinstance(value, str) else any(item.strip() for item in value)
