"""Delivery reports: RFC 3464 groups and the Message-ID of the mail they are about. Judges nothing."""

from __future__ import annotations

import re

from mailticket.intake.characters import decoded, one_line
from mailticket.intake.tree import fields_of
from mailticket.model import DeliveryStatus

MAX_RECIPIENTS = 200
MAX_REPORT = 200_000
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,40})[ \t]*:[ \t]*(.*)")
_ID_LINE = re.compile(r"^[> \t]{0,20}message-id[ \t]*:\s{0,5}(<[^<>\s]{1,900}>)", re.IGNORECASE | re.MULTILINE)


def delivery_status(reports: list[str], returned: list[bytes]) -> tuple[DeliveryStatus, ...]:
    """One entry for each per-recipient group (RFC 3464 §2.3) of the report parts."""
    original = original_message_id(returned)
    groups = [group for report in reports for group in _groups(report[:MAX_REPORT])]
    found = (
        _status(group, original) for group in groups if "final-recipient" in group or "original-recipient" in group
    )
    return tuple(found)[:MAX_RECIPIENTS]


def failed_recipients(values: tuple[str, ...], returned: list[bytes], text: str) -> tuple[DeliveryStatus, ...]:
    """Entries made from X-Failed-Recipients, which mailers without RFC 3464 reports (Exim) write instead."""
    addresses = [item.strip() for value in values for item in value.split(",") if item.strip()]
    original = original_message_id(returned) or _quoted_id(text)
    return tuple(DeliveryStatus(one_line(item), "failed", "5.0.0", "", original) for item in addresses[:MAX_RECIPIENTS])


def original_message_id(returned: list[bytes]) -> str:
    """The Message-ID in the first returned mail or header section that has one."""
    for octets in returned:
        value = one_line(str(fields_of(octets).get("message-id", "")))
        if value:
            return value
        if quoted := _quoted_id(decoded(octets[:64_000], "utf-8")):
            return quoted
    return ""


def _quoted_id(text: str) -> str:
    found = _ID_LINE.search(text[:MAX_REPORT])
    return found[1] if found else ""


def _groups(report: str) -> list[dict[str, str]]:
    """Blank lines part the groups; a field goes on in lines that begin with a blank (RFC 3464 §2.1)."""
    groups: list[dict[str, str]] = [{}]
    last = ""
    for line in report.split("\n"):
        if not line.strip():
            groups.append({})
        elif line[0] in " \t" and last in groups[-1]:
            groups[-1][last] = f"{groups[-1][last]} {line.strip()}"[:2000]
        elif match := _FIELD.match(line[:2000]):
            last = match[1].lower()
            groups[-1].setdefault(last, match[2].strip())
    return groups


def _status(group: dict[str, str], original: str) -> DeliveryStatus:
    recipient = group.get("final-recipient") or group.get("original-recipient", "")
    return DeliveryStatus(
        final_recipient=_typed(recipient).strip("<>"),
        action=one_line(group.get("action", "")).lower().partition(" ")[0],
        status=one_line(group.get("status", "")).partition(" ")[0],
        diagnostic_code=_typed(group.get("diagnostic-code", "")),
        original_message_id=original,
    )


def _typed(value: str) -> str:
    """The value without its type ("rfc822; user@example.org")."""
    kind, separator, rest = value.partition(";")
    return one_line(rest if separator and " " not in kind.strip() else value)
