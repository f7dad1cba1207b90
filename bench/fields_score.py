"""Reads the development mails and scores fields and categories, odd and even halves apart; times both steps.

    python bench/fields_score.py [FOLDER] [--errors]     FOLDER has eml/, truth.json and score.py

The even half was read last; see goals.py for what it had before.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from mailticket.intake import quoting
from mailticket.intake.category import categorise
from mailticket.intake.context import ReadingContext
from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.parse import parse
from mailticket.intake.read import read

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "fields"
OWN = frozenset({"techops@egroup-us.com"})
KINDS = {"auto-reply": "auto_reply", "bounce": "bounce", "list": "list_mail", "spam": "spam_or_marketing"}


def predict(octets: bytes) -> dict[str, Any]:
    """What the program reads from one mail, as score.py wants it."""
    reading = read(octets, ReadingContext("TechOps", "US", OWN))
    person = "customer_reply" if reading.ticket_numbers else "new_ticket"
    fields = {item.key: list(item.value) if isinstance(item.value, tuple) else item.value for item in reading.fields}
    kind = KINDS.get(reading.classification.kind.value, person)
    return {"fields": fields, "category": reading.category, "issue_count": reading.issue_count, "kind": kind}


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("field_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def half(truth: dict[str, Any], *, odd: bool) -> dict[str, Any]:
    return {name: item for name, item in truth.items() if bool(int(re.sub(r"\D", "", name)) % 2) is odd}


def score(folder: Path, truth: dict[str, Any], *, errors: bool = False) -> dict[str, Any]:
    predictions = {name: predict((folder / "eml" / name).read_bytes()) for name in truth}
    module = scorer(folder)
    result: dict[str, Any] = module.score(truth, predictions, module.REQUIRED, errors)
    return result


def report(title: str, folder: Path, result: dict[str, Any]) -> None:
    print(f"==== {title}")
    module = scorer(folder)
    module.report(result, module.REQUIRED)


def timing(folder: Path) -> None:
    """CPU of fields and category per mail, and for a mail padded to 40 KB with lines of its own."""
    mails = [parse(path.read_bytes()) for path in sorted((folder / "eml").glob("*.eml"))]
    for title, size in (("as they are", 0), ("padded to 40 KB", 40_000)):
        cases = []
        for mail in mails:
            text = mail.text if not size else (mail.text + "\n") * (size // (len(mail.text) + 1) + 1)
            cases.append((mail, quoting.split(text[:size] if size else text)))
        start = time.process_time()
        for mail, body in cases:
            read_fields(mail, body, FieldContext(own_addresses=OWN))
            categorise(mail.subject, body.new)
        print(f"read_fields + categorise, {title}: {(time.process_time() - start) / len(cases) * 1000:.2f} ms a mail")


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    arguments.add_argument("--errors", action="store_true")
    given = arguments.parse_args()
    if not (given.folder / "truth.json").exists():
        sys.exit(f"no truth.json in {given.folder}")
    truth = json.loads((given.folder / "truth.json").read_text("utf-8"))
    report("odd", given.folder, score(given.folder, half(truth, odd=True), errors=given.errors))
    report("even", given.folder, score(given.folder, half(truth, odd=False), errors=given.errors))
    timing(given.folder)


if __name__ == "__main__":
    main()
