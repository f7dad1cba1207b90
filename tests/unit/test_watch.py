"""The ladder of warnings: who is told of which step, at which hour of their own day, and once each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from mailticket.config import Agent, Config, Desk, Imap, Partner, Smtp
from mailticket.config_sla import LADDER, Sla, Step
from mailticket.decisions import Action, QueueReply, RecordEvent, Reply
from mailticket.desk.watch import Watch, next_check, overdue_notices
from mailticket.model import Address, Event, EventType, FieldValue, Ticket, TicketStatus
from mailticket.sla.clocks import clocks
from mailticket.sla.configured import from_config

OPENED = datetime(2026, 11, 23, 15, tzinfo=UTC)  # a Monday, 10:00 at the desk
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
ROBIN = Agent(name="Robin Hale", email="robin@staff.test")
KIM = Agent(name="Kim Other", email="kim@staff.test")
SUE = Agent(name="Sue Sydney", email="sue@staff.test", time_zone="Australia/Sydney")
PAT = Agent(name="Pat Lead", email="pat@staff.test", role="manager")
PARTNER = Partner(name="Fabrikam", domains=("customer.example",), csm="csm@staff.test")
EVERYBODY = (ROBIN, KIM, PAT)


def config(*agents: Agent, partners: tuple[Partner, ...] = (), ladder: tuple[Step, ...] = LADDER) -> Config:
    return Config(
        desk=Desk(address="techops@desk.test"),
        imap=Imap(host="localhost"),
        smtp=Smtp(host="localhost"),
        agents=agents,
        partners=partners,
        sla=Sla(ladder=ladder),
    )


class Case:
    """A ticket that the sweep looks at again and again; what is decided goes into its log, as the store does it."""

    def __init__(self, settings: Config, severity: str = "A", opened: datetime = OPENED, assignee: str = "") -> None:
        self.config = settings
        self.ticket = Ticket(
            1042,
            "Mail",
            TicketStatus.NEW,
            severity,
            None,
            Address("dana@customer.example", "Dana"),
            opened,
            assignee=assignee,
            events=(Event(EventType.OPENED, opened, {"severity": severity}),),
            thread=("<1@customer.example>", "<2@desk.test>"),
        )
        self.opened = opened

    def happens(self, *events: Event) -> Case:
        self.ticket = replace(self.ticket, events=(*self.ticket.events, *events))
        return self

    def watch(self, now: datetime) -> Watch:
        return Watch(self.ticket, clocks(self.ticket.events, from_config(self.config), now), self.config)

    def next_check(self, now: datetime) -> datetime | None:
        return next_check(self.watch(now), now)

    def look(self, now: datetime) -> tuple[Action, ...]:
        """One look of the sweep."""
        actions = overdue_notices(self.watch(now), now)
        self.happens(*(action.event for action in actions if isinstance(action, RecordEvent)))
        return actions

    def until(self, end: datetime, since: datetime | None = None) -> list[tuple[datetime, str, float, str]]:
        """Every mail until then, when the sweep follows its index: (at, template, step, who)."""
        told: list[tuple[datetime, str, float, str]] = []
        now = since or self.opened
        while (at := self.next_check(now)) is not None and max(at, now) < end:
            now = max(at, now) + timedelta(microseconds=1)
            told.extend((max(at, self.opened), *line) for line in lines(self.look(now)))
            assert len(told) < 100
        return told


def lines(actions: Iterable[Action]) -> list[tuple[str, float, str]]:
    """Each mail with the step of the event it follows."""
    found: list[tuple[str, float, str]] = []
    step = 0.0
    for action in actions:
        if isinstance(action, RecordEvent):
            step = float(str(action.event.data["step"]))
        elif isinstance(action, QueueReply):
            found.extend((action.reply.template, step, to.addr.partition("@")[0]) for to in action.reply.to)
    return found


def replies(actions: Iterable[Action]) -> list[Reply]:
    return [action.reply for action in actions if isinstance(action, QueueReply)]


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    """A time of November 2026 at the desk, in UTC."""
    return datetime(2026, 11, day, tzinfo=UTC) + timedelta(hours=hour + 5, minutes=minute)


ANSWERED = Event(EventType.AGENT_REPLIED, OPENED + 20 * MINUTE, {"counts": True, "why": "written"})
CLOSED = Event(EventType.CLOSED, OPENED + 20 * MINUTE)


# ---------------------------------------------------------------- the ladder


@pytest.mark.parametrize(
    ("agents", "assignee", "expected"),
    [
        pytest.param(
            EVERYBODY,
            "Kim Other",
            [
                (30, "warning", 0.5, "kim"),
                (45, "warning", 0.75, "robin"),
                (45, "warning", 0.75, "kim"),
                (60, "breach", 1.0, "robin"),
                (60, "breach", 1.0, "kim"),
                (60, "breach", 1.0, "pat"),
                (90, "breach", 1.5, "pat"),
            ],
            id="assignee, team, manager",
        ),
        pytest.param(
            (KIM, PAT),
            "",
            [
                (45, "warning", 0.75, "kim"),
                (60, "breach", 1.0, "kim"),
                (60, "breach", 1.0, "pat"),
                (90, "breach", 1.5, "pat"),
            ],
            id="nobody assigned: that step tells nobody and is told",
        ),
        pytest.param(
            (KIM,),
            "kim@staff.test",
            [
                (30, "warning", 0.5, "kim"),
                (45, "warning", 0.75, "kim"),
                (60, "breach", 1.0, "kim"),
                (90, "breach", 1.5, "kim"),
            ],
            id="without a manager the team is told of what only a manager would be",
        ),
        pytest.param(
            (PAT,), "", [(60, "breach", 1.0, "pat"), (90, "breach", 1.5, "pat")], id="a desk of one manager alone"
        ),
        pytest.param((), "", [], id="nobody at all"),
    ],
)
def test_each_step_is_told_once_to_its_readers_at_its_instant(agents, assignee, expected):
    case = Case(config(*agents), assignee=assignee)

    told = case.until(OPENED + 48 * HOUR)

    assert [(round((when - OPENED) / MINUTE), *rest) for when, *rest in told] == expected


def test_without_agents_every_step_is_written_down_all_the_same():
    case = Case(config())

    case.until(OPENED + 48 * HOUR)

    written = [event for event in case.ticket.events if event.type in (EventType.WARNED, EventType.BREACHED)]
    assert [(str(event.type), event.data["step"], event.data["told"]) for event in written] == [
        ("warned", 0.5, []),
        ("warned", 0.75, []),
        ("breached", 1.0, []),
        ("breached", 1.5, []),
    ]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        pytest.param(44, 0.5, id="only the half was passed"),
        pytest.param(45, 0.5, id="on the minute is not past it"),
        pytest.param(46, 0.75, id="past three quarters nobody is told of the half"),
        pytest.param(60, 0.75, id="due this very moment"),
        pytest.param(61, 1.0, id="past due without a warning: no warning any more"),
        pytest.param(600, 1.5, id="long past due"),
    ],
)
def test_of_the_steps_passed_at_one_look_the_highest_is_told(minutes, expected):
    case = Case(config(*EVERYBODY))

    case.look(OPENED + minutes * MINUTE)

    assert [event.data["step"] for event in case.ticket.events[1:]] == [expected]


def test_after_an_outage_the_readers_of_every_step_passed_hear_of_the_highest():
    case = Case(config(ROBIN, SUE, PAT), "C", at(6))  # the sweep looks again at noon, when it is night in Sydney

    first = lines(case.look(at(13)))
    later = case.until(at(23), at(13))

    assert sorted(first) == [("breach", 1.5, "pat"), ("breach", 1.5, "robin")]
    assert later == [(at(15), "breach", 1.5, "sue")]


def test_who_slept_through_a_warning_and_wakes_past_the_due_time_reads_of_a_breach():
    quarters = (Step(at=0.75, tell=("team",)),)
    case = Case(config(SUE, ladder=quarters), "C", at(10))

    told = case.until(at(23))

    assert told == [(at(15), "breach", 0.75, "sue")]


@pytest.mark.parametrize("event", [ANSWERED, CLOSED], ids=["answered", "closed"])
def test_nobody_is_told_once_the_clock_has_ended(event):
    case = Case(config(*EVERYBODY)).happens(event)

    assert case.next_check(OPENED + 21 * MINUTE) is None
    assert case.look(OPENED + 600 * MINUTE) == ()


def test_the_event_says_which_clock_which_step_when_it_is_due_and_who_was_told():
    case = Case(config(*EVERYBODY))

    case.look(OPENED + 61 * MINUTE)

    (event,) = case.ticket.events[1:]
    assert event.type is EventType.BREACHED
    assert event.data == {
        "measure": "first_response",
        "number": 1,
        "step": 1.0,
        "due": "2026-11-23T16:00:00+00:00",
        "told": ["robin@staff.test", "kim@staff.test", "pat@staff.test"],
    }


@pytest.mark.parametrize(
    ("event", "minutes", "expected"),
    [
        pytest.param(Event(EventType.WARNED, OPENED + 45 * MINUTE), 50, [], id="a warning of old"),
        pytest.param(Event(EventType.WARNED, OPENED + 45 * MINUTE), 61, [1.0], id="the breach after a warning of old"),
        pytest.param(Event(EventType.BREACHED, OPENED + 60 * MINUTE), 70, [], id="a breach of old"),
        pytest.param(
            Event(EventType.WARNED, OPENED + 30 * MINUTE, {"measure": "resolution", "number": 1, "step": 0.5}),
            31,
            [0.5],
            id="of another clock",
        ),
    ],
)
def test_events_of_the_time_before_there_was_a_ladder_are_understood(event, minutes, expected):
    case = Case(config(*EVERYBODY)).happens(event)

    actions = case.look(OPENED + minutes * MINUTE)

    assert [item.event.data["step"] for item in actions if isinstance(item, RecordEvent)] == expected


def test_what_a_lower_severity_moves_into_the_future_is_told_again_when_it_comes():
    case = Case(config(KIM))
    case.look(OPENED + 61 * MINUTE)
    case.happens(Event(EventType.SEVERITY_SET, OPENED + 62 * MINUTE, {"severity": "C"}))

    told = case.until(OPENED + 5 * HOUR)

    assert [(when - OPENED, step) for when, _, step, _ in told] == [(3 * HOUR, 0.75), (4 * HOUR, 1.0)]


def test_a_higher_severity_is_past_its_steps_at_once():
    case = Case(config(KIM), severity="C")
    case.happens(Event(EventType.SEVERITY_SET, OPENED + 61 * MINUTE, {"severity": "A"}))

    assert lines(case.look(OPENED + 62 * MINUTE)) == [("breach", 1.0, "kim")]


def test_who_waits_for_the_next_answer_is_told_of_that_clock_as_well():
    wrote = Event(EventType.RECEIVED, OPENED + 2 * HOUR, {"from": "dana@customer.example"})
    case = Case(config(KIM)).happens(ANSWERED, wrote)

    told = case.until(OPENED + 3 * HOUR, since=OPENED + 2 * HOUR)

    assert [(when - OPENED, step) for when, _, step, _ in told] == [(2 * HOUR + 45 * MINUTE, 0.75)]
    assert case.ticket.events[-1].data["measure"] == "next_response"


# ---------------------------------------------------------------- nights and zones


@pytest.mark.parametrize(
    ("severity", "opened", "reader", "expected"),
    [
        pytest.param("C", at(10), KIM, [(13, 23), (14, 23), (16, 23)], id="by day, at its instant"),
        pytest.param("C", at(18), KIM, [(7, 24), (8, 24), (10, 24)], id="the desk opens at six, its people at seven"),
        pytest.param("C", at(10), SUE, [(15, 23), (16, 23)], id="Sydney wakes at 15:00: of two steps the higher one"),
        pytest.param("A", at(23), KIM, [(23.75, 23), (0, 24), (0.5, 24)], id="severity A at any hour"),
    ],
)
def test_a_step_passed_while_asleep_is_told_when_the_readers_day_begins(severity, opened, reader, expected):
    case = Case(config(reader), severity, opened)

    told = case.until(opened + 24 * HOUR)

    assert [(when - at(0, day=day)) / HOUR for (when, *_), (_, day) in zip(told, expected, strict=True)] == [
        hour for hour, _ in expected
    ]


def test_by_night_a_breach_is_recorded_at_once_and_told_in_the_morning():
    week = {"first_response": "1h", "next_response": "1h", "calendar": "24x7"}
    settings = config(KIM).model_copy(update={"sla": Sla.model_validate({"targets": {"C": week}})})
    case = Case(settings, "C", at(23))

    told = case.until(at(12, day=24))

    breached = [event for event in case.ticket.events if event.type is EventType.BREACHED]
    assert [(event.at.replace(microsecond=0), event.data["told"]) for event in breached] == [
        (at(0, day=24), []),
        (at(0, 30, day=24), []),
        (at(7, day=24), ["kim@staff.test"]),
    ]
    assert breached[0].data["later"] == ["kim@staff.test"]
    assert told == [(at(7, day=24), "breach", 1.5, "kim")]


def test_who_answered_by_night_keeps_the_others_asleep_from_hearing_of_it():
    case = Case(config(SUE), "C", at(8))  # due at 12:00, when it is 04:00 in Sydney
    case.look(at(12, 1))
    case.happens(Event(EventType.AGENT_REPLIED, at(12, 30), {"counts": True, "why": "written"}))

    assert case.next_check(at(12, 31)) is None
    assert case.look(at(15, 1)) == ()


def test_a_reader_who_left_overnight_is_replaced_when_nobody_else_knows():
    case = Case(config(SUE), "C", at(8))
    case.look(at(12, 1))
    case.config = config(KIM)

    assert case.next_check(at(12, 30)) == at(12, 30)
    assert lines(case.look(at(12, 31))) == [("breach", 1.0, "kim")]
    assert case.look(at(13)) == ()


def test_empty_waking_hours_mean_any_hour():
    settings = config(KIM)
    settings = settings.model_copy(update={"sla": settings.sla.model_copy(update={"waking_hours": ()})})

    case = Case(settings, "C", at(18))

    assert [when for when, *_ in case.until(at(9, day=24))] == [at(7, day=24), at(8, day=24)]


def test_nights_of_summer_time_end_at_the_readers_own_hour():
    case = Case(
        config(KIM), "C", datetime(2026, 3, 6, 23, tzinfo=UTC)
    )  # Friday 18:00, two hours before the desk closes

    told = case.until(datetime(2026, 3, 10, tzinfo=UTC))

    assert [when for when, *_ in told][:2] == [
        datetime(2026, 3, 9, 11, tzinfo=UTC),  # Monday 7:00 in summer time; the desk reaches three quarters then
        datetime(2026, 3, 9, 12, tzinfo=UTC),
    ]


def test_waking_hours_hold_in_the_readers_zone():
    late = Step(at=0.5, tell=("team",))
    night = Sla(ladder=(late,), waking_hours=((time(12), time(13)),))
    settings = config(SUE).model_copy(update={"sla": night})

    case = Case(settings, "C", at(10))

    assert [when for when, *_ in case.until(at(23))] == [datetime(2026, 11, 24, 1, tzinfo=UTC)]


# ---------------------------------------------------------------- the mails


def test_readers_of_one_zone_share_a_mail_and_each_zone_hears_who_else_knows():
    settings = config(KIM, ROBIN, Agent(name="Ann", email="ann@staff.test", time_zone="Europe/Berlin"))

    first, second = replies(Case(settings).look(OPENED + 61 * MINUTE))

    assert [item.addr for item in first.to] == ["kim@staff.test", "robin@staff.test"]
    assert [item.addr for item in second.to] == ["ann@staff.test"]
    assert first.notice
    assert first.notice.others == ("Ann",)
    assert second.notice
    assert (second.notice.zone, second.notice.others) == (
        "Europe/Berlin",
        ("Kim Other", "Robin Hale"),
    )


def test_who_sleeps_is_named_to_those_who_are_told():
    (reply,) = replies(Case(config(KIM, SUE), "C", at(8)).look(at(12, 1)))

    assert reply.notice
    assert reply.notice.later == ("Sue Sydney",)


def test_a_reply_of_the_desks_people_reaches_the_requester_and_one_of_a_csm_the_desk():
    settings = config(PAT, partners=(PARTNER,))

    staff, csm = replies(Case(settings).look(OPENED + 91 * MINUTE))

    assert [item.addr for item in staff.to] == ["pat@staff.test"]
    assert [item.addr for item in staff.reply_to] == ["dana@customer.example", "techops@desk.test"]
    assert [item.addr for item in csm.to] == ["csm@staff.test"]
    assert [item.addr for item in csm.reply_to] == ["techops@desk.test"]
    assert staff.urgent


def test_a_csm_alone_does_not_stand_for_the_desk():
    settings = config(KIM, partners=(PARTNER,))

    told = lines(Case(settings).look(OPENED + 91 * MINUTE))

    assert told == [("breach", 1.5, "kim"), ("breach", 1.5, "csm")]


@pytest.mark.parametrize(
    ("fields", "requester", "expected"),
    [
        pytest.param({}, "dana@customer.example", "csm@staff.test", id="by domain"),
        pytest.param({}, "dana@mail.customer.example", "csm@staff.test", id="by a subdomain"),
        pytest.param({}, "dana@othercustomer.example", None, id="no domain that merely ends alike"),
        pytest.param({"partner_name": ("fabrikam ", 1.0)}, "dana@gmail.example", "csm@staff.test", id="by name"),
        pytest.param({"partner_name": ("Contoso", 1.0)}, "dana@customer.example", "other@staff.test", id="name first"),
        pytest.param({"partner_name": ("Contoso", 0.3)}, "dana@customer.example", "csm@staff.test", id="guessed last"),
        pytest.param({"partner_name": ("Contoso", 0.3)}, "dana@gmail.example", "other@staff.test", id="only guessed"),
    ],
)
def test_the_csm_is_that_of_the_tickets_partner(fields, requester, expected):
    other = Partner(name="Contoso", csm="other@staff.test")
    settings = config(partners=(PARTNER, other), ladder=(Step(at=1.5, tell=("csm",)),))
    case = Case(settings)
    values = {key: FieldValue(key, value, "text", confidence=sure) for key, (value, sure) in fields.items()}
    case.ticket = replace(case.ticket, requester=Address(requester), fields=values)

    told = [to.addr for reply in replies(case.look(OPENED + 91 * MINUTE)) for to in reply.to]

    assert told == ([expected] if expected else [])
