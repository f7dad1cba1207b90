"""``config.example.toml`` and ``config.Config`` say the same: every key is explained, every stated default is true."""

from __future__ import annotations

import re
import tomllib
from datetime import time, timedelta
from inspect import isclass
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from mailticket.config import Config, parse
from mailticket.config_sla import ChangedHours, Hours

EXAMPLE = Path(__file__).resolve().parents[2] / "config.example.toml"
FILE = Path("/srv/desk/config.toml")
NAMES_PEOPLE_CHOOSE = {"calendars": ".desk", "sla.targets": ".A"}
REQUIRED = {"desk.address", "agents.name", "agents.email", "imap.host", "imap.username", "smtp.host"}


@pytest.fixture(scope="module")
def example() -> str:
    return EXAMPLE.read_text("utf-8")


def uncommented(text: str) -> str:
    """The example with every default written out: ``# key = value`` and ``# [table]`` lose their mark."""
    return re.sub(r"(?m)^# (?=[A-Za-z_.]+ = |\[)", "", text)


def with_every_example(text: str) -> str:
    """The example with its defaults and all that is shown indented: what a desk may write that has no default."""
    return uncommented(re.sub(r"(?m)^#   (?=[a-z_]+ = |\[)", "", text))


def keys(table: type[BaseModel], prefix: str = "") -> set[str]:
    """Every key below this table, dotted; tables named by people appear under the name the example uses.

    What a change repeats of the table it changes counts once.
    """
    found: set[str] = set()
    in_a_change = ".changes." in prefix
    repeated = Hours.model_fields if table is ChangedHours else {}
    for name, field in table.model_fields.items():
        key = f"{prefix}{name}"
        key += NAMES_PEOPLE_CHOOSE.get(key, "")
        if name in repeated:
            continue
        inner = next((item for item in (field.annotation, *get_args(field.annotation)) if is_table(item)), None)
        found |= keys(inner, f"{key}.") if inner and not in_a_change else {key}
    return found


def is_table(annotation: object) -> bool:
    return isclass(annotation) and issubclass(annotation, BaseModel)


def leaves(data: Any, prefix: str = "") -> set[str]:
    """Every dotted key of parsed TOML; the entries of a list of tables share their keys, an empty table is one."""
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return {key for item in data for key in leaves(item, prefix)}
    if not isinstance(data, dict) or not data:
        return {prefix}
    return {key for name, value in data.items() for key in leaves(value, f"{prefix}.{name}".lstrip("."))}


def test_the_example_is_a_valid_configuration(example):
    assert parse(example, FILE).desk.address == "support@example.com"


def test_only_what_must_be_filled_in_is_not_commented_out(example):
    tables = set(re.findall(r"(?m)^\[([\w.]+)\]$", example))

    assert leaves(tomllib.loads(example)) - tables == REQUIRED


def test_stating_every_default_changes_nothing(example):
    assert parse(uncommented(example), FILE) == parse(example, FILE)


def test_every_key_of_the_configuration_is_explained(example):
    shown = leaves(tomllib.loads(with_every_example(example)))

    assert {key for key in keys(Config) if not any(f"{item}.".startswith(f"{key}.") for item in shown)} == set()


def test_what_is_shown_as_an_example_can_be_written(example):
    config = parse(with_every_example(example), FILE)

    assert config.partners[0].csm == "casey@example.com"
    assert config.sla.changes[0].targets["C"].first_response == timedelta(hours=3)
    assert config.calendars["desk"].changes[0].changed == {"friday": ((time(6), time(14)),)}


def test_every_default_target_is_shown(example):
    shown = tomllib.loads(uncommented(example))["sla"]["targets"]

    assert set(shown) == set(parse(example, FILE).sla.targets)


def test_every_key_stands_in_a_paragraph_with_words(example):
    """Paragraphs are prose and then keys; only a table that repeats one above it may do without."""
    paragraphs = re.split(r"\n\s*\n", uncommented(example))
    explained = {key for block in paragraphs if "# " in block for key in written_keys(block)}

    assert {key for block in paragraphs for key in written_keys(block)} - explained == set()


def written_keys(block: str) -> list[str]:
    return re.findall(r"(?m)^([a-z_]+) = ", block)
