"""Values to columns and back: times, JSON, field values, events. Knows no table and no connection."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from mailticket.model import Attachment, Event, EventType, Evidence, FieldContent, FieldValue


def time_text(moment: datetime) -> str:
    """Fixed-width UTC ISO 8601, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def time_value(text: str) -> datetime:
    return datetime.fromisoformat(text)


def json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def content_value(text: str) -> FieldContent:
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value


def field_value(row: Mapping[str, Any]) -> FieldValue:
    return FieldValue(
        key=row["key"],
        value=content_value(row["value"]),
        source=row["source"],
        written=row["written"],
        confidence=row["confidence"],
        by=row["set_by"],
        evidence=Evidence(**json.loads(row["evidence"])) if row["evidence"] else None,
    )


def evidence_text(evidence: Evidence | None) -> str:
    return json_text(asdict(evidence)) if evidence else ""


def event_value(row: Mapping[str, Any]) -> Event:
    return Event(EventType(row["type"]), time_value(row["at"]), json.loads(row["data"]), row["message"])


def attachments_text(attachments: tuple[Attachment, ...]) -> str:
    return json_text(
        [
            {"part": item.part, "filename": item.filename, "content_type": item.content_type, "size": item.size}
            for item in attachments
        ]
    )
