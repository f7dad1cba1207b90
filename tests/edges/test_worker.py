"""Reading in a child process: limits hold, and the death of the child costs at most the mail it died over."""

from __future__ import annotations

import hashlib
import multiprocessing
from datetime import UTC, datetime

from mailticket.config import Intake
from mailticket.intake.context import ReadingContext
from mailticket.intake.worker import Reader
from mailticket.model import MessageKey, RawMessage

MAIL = b"From: Dana <dana@customer.example>\r\nTo: desk@desk.example\r\nSubject: Outlook\r\n\r\nIt does not start.\r\n"


def raw(octets: bytes) -> RawMessage:
    key = MessageKey("INBOX", 1, 1)
    return RawMessage(key, datetime(2026, 11, 23, tzinfo=UTC), len(octets), hashlib.sha256(octets).hexdigest(), octets)


def test_a_child_that_dies_while_it_has_nothing_to_do_is_replaced():
    with Reader(ReadingContext(), Intake()) as reader:
        reader.read(raw(MAIL))
        for child in multiprocessing.active_children():
            child.kill()
            child.join()

        readings = list(reader.readings([raw(MAIL), raw(MAIL)]))

    assert [reading.message.subject for _, reading in readings] == ["Outlook", "Outlook"]


def test_mails_come_back_in_their_order():
    mails = [raw(MAIL.replace(b"Outlook", b"number %d" % number)) for number in range(20)]

    with Reader(ReadingContext(), Intake()) as reader:
        subjects = [reading.message.subject for _, reading in reader.readings(mails)]

    assert subjects == [f"number {number}" for number in range(20)]
