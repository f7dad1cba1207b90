"""What pydantic found wrong with a configuration, in plain words: one line a problem, with key, mistake and remedy.

Knows no particular key but weekdays, which the example has below a line that is commented out; whether the
file could be read at all is not its subject.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from inspect import isclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

_LONGEST_SHOWN = 60
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# pydantic's error type to a sentence; {value} is what was written, the other names are pydantic's context
_REASONS = {
    "missing": "is required",
    "string_type": '{value} is not text; write it in quotes, as in "{value}"',
    "string_too_short": "cannot be empty",
    "bool_type": "{value} is no yes or no; write true or false, without quotes",
    "int_type": "{value} is not a whole number; write digits without quotes",
    "float_type": "{value} is not a number; write it without quotes, as in 0.8",
    "greater_than": "{value} is too small; write a number above {gt:g}",
    "greater_than_equal": "{value} is too small; write {ge} or more",
    "less_than": "{value} is too large; write a number below {lt:g}",
    "less_than_equal": "{value} is too large; write {le:g} or less",
    "tuple_type": '{value} is not a list; write it in brackets, as in ["one", "two"]',
    "path_type": "{value} is not a path; write it in quotes",
    "date_type": "{value} is no date; write it as in 2026-12-24",
    "date_parsing": "{value} is no date; write it as in 2026-12-24",
    "date_from_datetime_parsing": "{value} is no date; write it as in 2026-12-24",
    "date_from_datetime_inexact": "{value} is a time; write the day alone, as in 2026-12-24",
    "model_type": "{value} is no table of keys; write its name in brackets and the keys below it",
    "dict_type": "{value} is no table of keys; write its name in brackets and the keys below it",
    "literal_error": "{value} is not known; write one of {expected}",
}


def problems(error: ValidationError, table: type[BaseModel]) -> tuple[str, ...]:
    """One line for each thing wrong, in the order of the tables; ``table`` is the model that was validated."""
    return tuple(f"{_key(item['loc'])}: {_reason(item, table)}" for item in error.errors(include_url=False))


def in_words(error: ValueError, table: type[BaseModel]) -> str:
    """Any mistake in values on one line; those pydantic found with their keys."""
    lines = problems(error, table) if isinstance(error, ValidationError) else (str(error),)
    return "; ".join(line.removeprefix(": ") for line in lines)


def raise_all(mistakes: Iterable[tuple[tuple[int | str, ...], str]]) -> None:
    """Every mistake as an error at its own place below the field being validated."""
    errors = [
        InitErrorDetails(type=PydanticCustomError("mistake", "{text}", {"text": text}), loc=place, input=None)
        for place, text in mistakes
    ]
    if errors:
        raise ValidationError.from_exception_data("configuration", errors)


def _key(location: tuple[int | str, ...]) -> str:
    """``imap.port``; an entry of a list is counted from one, as people do: ``agents.email (entry 2)``."""
    names = ".".join(str(part) for part in location if isinstance(part, str) and part != "[key]")
    entries = "".join(f" (entry {part + 1})" for part in location if isinstance(part, int))
    return names + entries


def _reason(item: ErrorDetails, table: type[BaseModel]) -> str:
    if item["type"] == "extra_forbidden":
        return _unknown(item["loc"], table)
    sentence = _REASONS.get(item["type"])
    if sentence is None:
        return item["msg"].removeprefix("Value error, ")
    return sentence.format(**{"value": _shown(item["input"]), **_context(item.get("ctx", {}))})


def _context(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value.replace("'", '"') if isinstance(value, str) else value for key, value in given.items()}


def _shown(value: object) -> str:
    """A value as TOML writes it, cut short: a whole table in a message would hide the message."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _unknown(location: tuple[int | str, ...], table: type[BaseModel]) -> str:
    if location[-1] in _WEEKDAYS:
        return "hours of a weekday belong to a calendar; write the line [calendars.desk] above it"
    known = _keys_at(location[:-1], table)
    near = difflib.get_close_matches(str(location[-1]), known, n=1)
    remedy = f'did you mean "{near[0]}"?' if near else f"known here are {', '.join(known)}"
    return f"is not a key of mailticket; {remedy}"


def _keys_at(location: Iterable[int | str], table: type[BaseModel]) -> tuple[str, ...]:
    """The keys of the table at this place; names that people choose (of calendars, severities) lead nowhere."""
    for part in location:
        field = table.model_fields.get(str(part))
        if field:
            table = next((item for item in (field.annotation, *get_args(field.annotation)) if _is_table(item)), table)
    return tuple(table.model_fields)


def _is_table(annotation: object) -> bool:
    return isclass(annotation) and issubclass(annotation, BaseModel)
