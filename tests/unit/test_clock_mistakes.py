"""Mistakes that other desks' clocks are known for, a test each, as a mail goes: decided, recorded, measured."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailticket.config import Agent, Config, Desk, Imap, Smtp
from mailticket.config_sla import ChangedHours, Sla, Target, Week
from mailticket.decisions import QueueReply, RecordEvent
from mailticket.desk import by_hand
from mailticket.desk.decide import decide
from mailticket.desk.match import Match
from mailticket.desk.situation import Situation
from mailticket.model import (
    Address,
    BodyText,
    Classification,
    Event,
    EventType,
    InboundMessage,
    MessageKind,
    Reading,
    Ticket,
    TicketStatus,
)
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.clocks import clocks
from mailticket.sla.configured import EVER, Document, OnRecord, document, from_config, policy_of, written
from mailticket.sla.policy import Measure

HOUR = timedelta(hours=1)
ZONE = ZoneInfo("America/New_York")
DANA, COLLEAGUE, AGENT = "dana@customer.example", "lee@customer.example", "robin@staff.test"
MICROSOFT, DESK = "case@microsoft.example", "techops@desk.test"
PERSON = Classification(MessageKind.PERSON, "no mark of a machine", answerable=True)
MACHINE = Classification(MessageKind.AUTO_REPLY, "Auto-Submitted", answerable=False, answer_rule="Auto-Submitted")
CONFIG = Config(
    desk=Desk(address=DESK),
    imap=Imap(host="localhost"),
    smtp=Smtp(host="localhost"),
    agents=(Agent(name="Robin Hale", email=AGENT),),
)
POLICY = from_config(CONFIG)


def at(hour: int, minute: int = 0, day: int = 18, month: int = 11) -> datetime:
    """A time of 2026 on the desk's clock; 18 November is a Wednesday."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def opened(when: datetime, severity: str = "C") -> Event:
    return Event(EventType.OPENED, when, {"severity": severity})


TICKET = Ticket(1042, "Mail", TicketStatus.OPEN, "C", "mail_flow", Address(DANA), at(9), participants=frozenset({DANA}))


def mail(sender: str, to: str, classification: Classification = PERSON, *, trusted: bool = True) -> list[Event]:
    """What is recorded of a mail on the ticket at 10:00."""
    message = InboundMessage("<2@x.example>", (Address(sender),), (Address(to),), "Re: Mail", "text")
    match = Match(TICKET, "References name a mail of this ticket", trusted)
    decision = decide(Situation(Reading(message, classification, BodyText("text")), match, at(10), at(10), CONFIG))
    return [action.event for action in decision.actions if isinstance(action, RecordEvent)]


def after(*events: Event, now: datetime | None = None) -> Clock:
    return clocks([opened(at(9)), *events], POLICY, now or at(12))[0]


def due(received: datetime, severity: str = "C") -> datetime:
    return clocks([opened(received, severity)], POLICY, received)[0].due_at


# ---------------------------------------------------------------- what is no response


@pytest.mark.parametrize(
    ("sender", "to", "classification", "trusted"),
    [
        pytest.param(DANA, DESK, PERSON, True, id="the customer's own mail"),
        pytest.param(DANA, DESK, MACHINE, True, id="the customer's automatic reply"),
        pytest.param(COLLEAGUE, DANA, PERSON, True, id="a colleague of the customer to the customer"),
        pytest.param(COLLEAGUE, DESK, PERSON, False, id="a stranger"),
        pytest.param(MICROSOFT, DANA, PERSON, True, id="the upstream desk to the customer"),
        pytest.param(AGENT, MICROSOFT, PERSON, True, id="an agent's mail to the upstream desk"),
        pytest.param(AGENT, DESK, PERSON, True, id="an agent's note to the desk"),
        pytest.param(AGENT, DANA, MACHINE, True, id="an agent's out-of-office reply"),
    ],
)
def test_it_does_not_count_as_the_first_response(
    sender: str, to: str, classification: Classification, trusted: bool
) -> None:
    clock = after(*mail(sender, to, classification, trusted=trusted))

    assert (clock.state, clock.met_at, clock.due_at) == (ClockState.RUNNING, None, at(13))


def test_an_agents_mail_to_the_requester_does_count() -> None:
    clock = after(*mail(AGENT, DANA))

    assert (clock.state, clock.met_at, clock.by) == (ClockState.MET, at(10), "Robin Hale")


@pytest.mark.parametrize("type_", [EventType.ACKNOWLEDGED, EventType.INFORMATION_REQUESTED, EventType.HANDED_OFF])
def test_what_the_program_sends_by_itself_does_not_count(type_: EventType) -> None:
    clock = after(Event(type_, at(9, 1), {"upstream": "microsoft"}))

    assert (clock.state, clock.due_at) == (ClockState.RUNNING, at(13))


def test_an_answer_that_was_only_queued_does_not_count() -> None:
    actions = by_hand.answer(TICKET, "Robin Hale", "It works again.", at(10))
    recorded = [action.event for action in actions if isinstance(action, RecordEvent)]
    (queued,) = [action.reply for action in actions if isinstance(action, QueueReply)]

    assert after(*recorded).state is ClockState.RUNNING
    assert after(*queued.sent_events).state is ClockState.MET


# ---------------------------------------------------------------- calendars


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        pytest.param(at(19, day=20), at(9, day=23), id="the weekend counted"),
        pytest.param(at(19, day=25), at(9, day=27), id="Thanksgiving counted"),
        pytest.param(at(19, day=30, month=10), at(9, day=2), id="the night in which the clocks go back"),
        pytest.param(at(19, day=6, month=3), at(9, day=9, month=3), id="the night in which they go forward"),
        pytest.param(at(23, 59), at(10, day=19), id="due at midnight, when nobody is there"),
    ],
)
def test_hours_in_which_the_desk_is_closed_do_not_count(received: datetime, expected: datetime) -> None:
    assert due(received) == expected


def test_severity_a_runs_through_the_night_of_the_change_in_real_hours() -> None:
    received = at(0, 30, day=1)

    assert due(received, "A") == received + HOUR


def test_a_holiday_on_which_the_desk_worked_counts() -> None:
    desk = CONFIG.calendars["desk"].model_copy(update={"holidays_removed": (date(2026, 11, 26),)})
    policy = from_config(CONFIG.model_copy(update={"calendars": {"desk": desk}}))

    assert clocks([opened(at(8, day=26))], policy, at(8, day=26))[0].due_at == at(12, day=26)


# ---------------------------------------------------------------- pauses


def test_a_status_does_not_stop_the_first_response() -> None:
    waiting = after(Event(EventType.WAITING, at(9, 30)), now=at(14))

    assert (waiting.state, waiting.due_at) == (ClockState.BREACHED, at(13))


def test_a_resolution_that_waits_for_the_requester_stands_still_and_is_not_due() -> None:
    targets = {**CONFIG.sla.targets, "C": Target(first_response=4 * HOUR, resolution=8 * HOUR, calendar="desk")}
    policy = from_config(CONFIG.model_copy(update={"sla": Sla(targets=targets)}))
    log = [opened(at(9)), Event(EventType.WAITING, at(10)), Event(EventType.CLOSED, at(19, day=20))]

    found = {item.measure: item for item in clocks(log, policy, at(20, day=20))}[Measure.RESOLUTION]

    assert (found.state, found.used) == (ClockState.MET, HOUR)


# ---------------------------------------------------------------- history


def test_a_changed_calendar_or_target_rewrites_no_history() -> None:
    short = Week(monday=((time(9), time(12)),), tuesday=((time(9), time(12)),))
    changed = Document(
        time_zone="America/New_York",
        calendars={"desk": short},
        sla=Sla(targets={**CONFIG.sla.targets, "C": Target(first_response=HOUR, calendar="desk")}),
    )
    before = OnRecord(1, EVER, written(document(CONFIG)))
    policy = policy_of((before, OnRecord(2, at(22), written(changed))))
    log = [opened(at(9)), Event(EventType.AGENT_REPLIED, at(12), {"counts": True, "why": "to the requester"})]

    was = clocks(log, policy_of((before,)), at(12, day=30))[0]
    now = clocks(log, policy, at(12, day=30))[0]
    later = clocks([opened(at(10, day=23))], policy, at(10, day=23))[0]

    assert (now.state, now.used, now.due_at, now.version) == (was.state, was.used, was.due_at, 1)
    assert (later.target, later.due_at, later.version) == (HOUR, at(11, day=23), 2)


def test_a_planned_change_of_hours_leaves_the_days_before_and_after_it() -> None:
    change = ChangedHours(
        valid_from=date(2026, 11, 18), valid_until=date(2026, 11, 18), wednesday=((time(6), time(10)),)
    )
    desk = CONFIG.calendars["desk"].model_copy(update={"changes": (change,)})
    config = CONFIG.model_copy(update={"calendars": {"desk": desk}})
    policy = from_config(config)

    days = {day: clocks([opened(at(9, day=day))], policy, at(9, day=day))[0].due_at for day in (10, 18, 25)}

    assert days == {10: at(13, day=10), 18: at(9, day=19), 25: at(13, day=25)}
    assert Document.model_validate_json(written(document(config))).calendars == config.calendars


def test_a_category_set_after_the_fact_takes_no_miss_out_of_the_figures() -> None:
    acknowledged = Event(EventType.ACKNOWLEDGED, at(9, 1))
    hidden = after(acknowledged, Event(EventType.CATEGORY_SET, at(16), {"category": "out_of_scope"}), now=at(17))

    assert hidden.state is ClockState.BREACHED


def test_a_redirected_ticket_is_left_out_until_it_gets_a_category_that_is_measured() -> None:
    start = Event(EventType.OPENED, at(9), {"severity": "C", "category": "out_of_scope"})
    redirected = [start, Event(EventType.ACKNOWLEDGED, at(9, 1))]
    corrected = Event(EventType.CATEGORY_SET, at(11), {"category": "mail_flow"})

    left_out = clocks(redirected, POLICY, at(12))[0]
    measured = clocks([*redirected, corrected], POLICY, at(12))[0]

    assert (left_out.state, left_out.why) == (ClockState.EXCLUDED, "out of scope: redirected by rule")
    assert (measured.state, measured.used, measured.due_at) == (ClockState.RUNNING, 3 * HOUR, at(13))


def test_a_severity_without_a_target_of_its_own_breaks_no_clock() -> None:
    targets = {**CONFIG.sla.targets, "C": Target(first_response=4 * HOUR, resolution=8 * HOUR, calendar="desk")}
    policy = from_config(CONFIG.model_copy(update={"sla": Sla(targets=targets)}))
    raised = [opened(at(9)), Event(EventType.SEVERITY_SET, at(10), {"severity": "B"})]
    lowered = [*raised, Event(EventType.SEVERITY_SET, at(11), {"severity": "C"})]

    assert [item.measure for item in clocks(raised, policy, at(12))] == [Measure.FIRST_RESPONSE]
    assert clocks(lowered, policy, at(12))[-1].used == 3 * HOUR
