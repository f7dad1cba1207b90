"""Which ticket a mail belongs to: by thread, by number and sender together, or none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailticket.desk.match import match
from mailticket.model import Address, InboundMessage, Ticket, TicketStatus

DANA, LEE, STRANGER, AGENT = "dana@customer.example", "lee@customer.example", "mallory@else.example", "robin@staff.test"
STAFF = frozenset({AGENT, "techops@desk.test"})


def ticket(number: int, requester: str = DANA, *participants: str) -> Ticket:
    opened_at = datetime(2026, 11, 23, 15, tzinfo=UTC)
    people = frozenset({requester, *participants})
    return Ticket(number, "Mail", TicketStatus.NEW, None, None, Address(requester), opened_at, participants=people)


def mail(sender: str) -> InboundMessage:
    return InboundMessage("<1@customer.example>", (Address(sender),), (), "Re: Mail", "text")


@pytest.mark.parametrize(
    ("sender", "by_thread", "by_number", "expected"),
    [
        pytest.param(DANA, ticket(1), (), (1, True, None), id="thread, the requester"),
        pytest.param("Dana@Customer.EXAMPLE", ticket(1), (), (1, True, None), id="thread, the case differs"),
        pytest.param(LEE, ticket(1, DANA, LEE), (), (1, True, None), id="thread, a participant"),
        pytest.param(AGENT, ticket(1), (), (1, True, None), id="thread, an agent"),
        pytest.param(STRANGER, ticket(1), (), (1, False, None), id="thread, a stranger may not write"),
        pytest.param(DANA, ticket(1), (ticket(2),), (1, True, None), id="the thread wins over the number"),
        pytest.param(DANA, None, (ticket(2),), (2, True, None), id="number, the requester"),
        pytest.param(AGENT, None, (ticket(2),), (2, True, None), id="number, an agent"),
        pytest.param(STRANGER, None, (ticket(2),), (None, False, 2), id="number, a stranger: only linked"),
        pytest.param(LEE, None, (ticket(2), ticket(3, LEE)), (3, True, None), id="the first number that is theirs"),
        pytest.param(STRANGER, None, (), (None, False, None), id="nothing is referred to"),
        pytest.param("", None, (ticket(2),), (None, False, 2), id="no sender at all"),
    ],
)
def test_a_mail_belongs_to(sender, by_thread, by_number, expected):
    found = match(mail(sender), by_thread, by_number, STAFF)

    assert (found.ticket.id if found.ticket else None, found.trusted, found.points_at) == expected
    assert found.rule
