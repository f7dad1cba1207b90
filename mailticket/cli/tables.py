"""Tables of the operator's commands: outbox and quarantine. Builds rich renderables, prints nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from mailticket.cli.display import moment
from mailticket.config import Config
from mailticket.outbound.clean import one_line
from mailticket.store.codec import time_value

_STATE_STYLE = {"failed": "bold red", "queued": "yellow", "sending": "yellow", "sent": "green"}


def outbox_table(rows: Sequence[Mapping[str, Any]], config: Config) -> RenderableType:
    if not rows:
        return Text("The outbox is empty.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "ticket", "state", "tries", "next try", "to", "subject", "last error"):
        table.add_column(name, no_wrap=name not in ("subject", "last error"), overflow="ellipsis")
    for row in rows:
        table.add_row(
            str(row["id"]),
            str(row["ticket_id"] or ""),
            Text(row["state"], _STATE_STYLE[row["state"]]),
            str(row["attempts"]),
            moment(time_value(row["next_attempt_at"]), config) if row["next_attempt_at"] else "",
            Text(one_line(", ".join(json.loads(row["rcpt_to"])), 40)),
            Text(one_line(row["subject"], 60)),
            Text(one_line(row["last_error"], 200)),
        )
    return table


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
