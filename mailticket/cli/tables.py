"""Tables of the operator's commands: outbox and quarantine. Builds rich renderables, prints nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from mailticket.cli.display import moment
from mailticket.config import Config
from mailticket.outbound.clean import one_line
from mailticket.store.codec import time_value

_STATE_STYLE = {"failed": "bold red", "queued": "yellow", "sending": "yellow", "sent": "green"}


def outbox_table(rows: Sequence[Mapping[str, Any]], config: Config, now: datetime) -> RenderableType:
    if not rows:
        return Text("The outbox is empty.")
    return Group(*(line for row in rows for line in _outbox_lines(row, config, now)))


def _outbox_lines(row: Mapping[str, Any], config: Config, now: datetime) -> Iterator[Text]:
    """A line for the mail, one for what it is, and one for what went wrong."""
    head = Text(f"{row['id']:>5}  ")
    head.append(row["state"], _STATE_STYLE[row["state"]])
    head.append(f"  {row['template'].replace('_', ' ')} to {one_line(', '.join(json.loads(row['rcpt_to'])), 200)}")
    yield head
    yield Text(f"       {one_line(row['subject'], 200)}", "dim")
    attempts = row["attempts"]
    tries = f"tried {attempts} time{'s' * (attempts != 1)}" if attempts else ""
    if line := ", ".join(filter(None, (tries, _next_try(row, config, now), one_line(row["last_error"], 300)))):
        yield Text(f"       {line}", "dim")


def _next_try(row: Mapping[str, Any], config: Config, now: datetime) -> str:
    if not row["next_attempt_at"]:
        return ""
    at = time_value(row["next_attempt_at"])
    return "next try due now" if at <= now else f"next try {moment(at, config)}"


def quarantine_table(rows: Sequence[Mapping[str, Any]]) -> RenderableType:
    if not rows:
        return Text("The quarantine is empty.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "mailbox", "uid", "received", "octets", "reason"):
        table.add_column(name, no_wrap=name != "reason")
    for row in rows:
        table.add_row(
            str(row["id"]),
            Text(one_line(row["mailbox"])),
            str(row["uid"]),
            row["received_at"][:19] + "Z",
            str(row["size"]),
            Text(one_line(row["reason"], 300)),
        )
    return table
