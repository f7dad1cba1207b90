"""A pasted log is known as one, and its length is neither a form nor prose."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, explain_fields, read_fields
from mailticket.intake.fields.traces import cut, is_trace
from mailticket.intake.quoting import split
from mailticket.model import InboundMessage

LOG = [f"2026-11-02 12:{at:02}:11 INFO [svc] request /item?id={at} took 12 ms" for at in range(30)]
FRAMES = ["Traceback (most recent call last):", *(f'  File "job.py", line {at}, in run' for at in range(12))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-11-02 12:00:11 INFO started", True),
        ("[11/2/2026 12:00:11] started", True),
        ("12:00:11.123 started", True),
        ("    at System.Net.Http.Send(Request r)", True),
        ("ERROR 0x80070005", True),
        ("Error message: access denied", False),
        ("at nine we open (as always)", False),
        ("12 users cannot sign in", False),
    ],
)
def test_a_line_of_a_trace_begins_with_a_stamp_a_level_or_a_frame(line: str, expected: bool) -> None:
    assert is_trace(line) is expected


@pytest.mark.parametrize("trace", [LOG, FRAMES], ids=["log", "frames"])
def test_of_a_long_trace_the_beginning_and_what_tells_of_errors_stays(trace: list[str]) -> None:
    failed = "2026-11-02 12:59:59 WARN connection refused by 10.0.0.1"
    lines = ["Hello,", *trace, failed, "Severity: B"]

    kept, taken = cut(lines)

    assert kept == ["Hello,", *trace[:3], failed, "Severity: B"]
    assert taken == [*trace[3:], failed]


def test_a_short_trace_stays_whole() -> None:
    assert cut(["Hello,", *LOG[:5], "Bye"]) == (["Hello,", *LOG[:5], "Bye"], [])


def test_a_form_below_a_long_log_is_read() -> None:
    text = "Log:\n" + "\n".join(LOG * 40) + "\n\nSeverity: B\nProduct: Exchange Online\nUsers impacted: 12\n"
    message = InboundMessage("<1@x>", (), (), "Help", text)

    found = {item.key: item.value for item in read_fields(message, split(text), FieldContext())}

    assert (found["severity"], found["product"], found["users_impacted"], found["logs"]) == (
        "B",
        "Exchange Online",
        12,
        True,
    )
    blocks = {block.kind for block in explain_fields(message, split(text), FieldContext()).blocks}
    assert "log" in blocks
