"""The order of the queue: severity A at once, then by the answer that is due; what is owed nothing comes last."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from running_clock import HOUR, running_clock

from mailticket.config import parse
from mailticket.decisions import Automation, Reply
from mailticket.desk.queue import Place, place, pressing, urgency
from mailticket.model import Address, Event, EventType, Ticket, TicketStatus
from mailticket.outbound.content import Case, variables
from mailticket.outbound.render import Renderer
from mailticket.sla.clock import ClockState
from mailticket.sla.policy import Measure

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
CONFIG = parse('[desk]\naddress = "t@desk.test"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n', Path("config.toml"))
CLOCK = running_clock(NOW, "C")
MET = replace(CLOCK, state=ClockState.MET, stopped_at=NOW, met_at=NOW)
NEXT = replace(CLOCK, measure=Measure.NEXT_RESPONSE, due_at=NOW + 2 * HOUR)
SOLUTION = replace(CLOCK, measure=Measure.RESOLUTION, due_at=NOW + HOUR / 2)


def ticket(number: int, status: TicketStatus = TicketStatus.NEW) -> Ticket:
    opened = (Event(EventType.OPENED, NOW),)
    return Ticket(number, "Mail", status, None, None, Address("d@customer.example"), NOW, events=opened)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        pytest.param((CLOCK,), Place(1, NOW + HOUR), id="the first answer"),
        pytest.param((MET, NEXT), Place(1, NOW + 2 * HOUR), id="the next answer"),
        pytest.param((MET,), None, id="answered"),
        pytest.param((MET, SOLUTION), None, id="a solution is no answer"),
        pytest.param((replace(CLOCK, state=ClockState.PAUSED),), None, id="waits for the requester"),
        pytest.param((replace(CLOCK, state=ClockState.BREACHED),), Place(1, NOW + HOUR), id="overdue, still owed"),
        pytest.param((replace(CLOCK, severity="A"),), Place(0, NOW + HOUR), id="severity A"),
    ],
)
def test_a_ticket_has_a_place_while_it_is_owed_an_answer(clocks, expected):
    assert place(clocks) == expected


def test_the_pressing_clock_is_the_answer_due_first():
    assert pressing((MET, SOLUTION, NEXT)) is NEXT


def test_tickets_are_answered_in_the_order_of_their_places():
    calm = (ticket(1), (replace(CLOCK, due_at=NOW - HOUR),))
    urgent = (ticket(2), (replace(CLOCK, severity="A", due_at=NOW + HOUR),))
    soon = (ticket(3), (CLOCK,))
    waits = (ticket(4, TicketStatus.WAITING), (replace(CLOCK, state=ClockState.PAUSED),))
    answered = (ticket(5, TicketStatus.OPEN), (MET,))
    closed = (ticket(6, TicketStatus.CLOSED), (MET,))

    in_order = sorted([closed, answered, waits, soon, urgent, calm], key=urgency)

    assert [item.id for item, _ in in_order] == [2, 1, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("ahead", "severity", "category", "expected"),
    [
        pytest.param(0, "C", None, "Your request is next in line.", id="nothing ahead"),
        pytest.param(2, "C", None, "Your request is number 3 in the queue.", id="two ahead"),
        pytest.param(None, "C", None, None, id="not told"),
        pytest.param(2, "A", None, None, id="severity A is worked at once"),
        pytest.param(2, "C", "out_of_scope", None, id="out of scope waits for nobody"),
    ],
)
def test_the_acknowledgement_tells_the_place_in_the_queue(ahead, severity, category, expected):
    asked = replace(ticket(1042), severity=severity, category=category)
    reply = Reply("acknowledgement", (Address("d@customer.example"),), Automation.REPLIED)

    mail = Renderer().render("acknowledgement", variables(reply, Case(asked, NOW, CLOCK, ahead=ahead), CONFIG))

    for words in (mail.text, mail.html):
        assert ("in the queue" in words or "next in line" in words) is (expected is not None)
        assert expected is None or expected in words
