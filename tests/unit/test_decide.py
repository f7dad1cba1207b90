"""Decisions: who is answered and with what, who is told, and what is only written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailticket.config import Agent, Config, Desk, Imap, Replies, Smtp
from mailticket.decisions import (
    AddMessage,
    AddParticipants,
    Decision,
    Direction,
    OpenTicket,
    Outcome,
    QueueReply,
    RecordEvent,
    SetFields,
    SetStatus,
)
from mailticket.desk.decide import decide
from mailticket.desk.match import Match
from mailticket.desk.opening import withheld
from mailticket.desk.situation import Folder, Situation
from mailticket.model import (
    Address,
    BodyText,
    Classification,
    DeliveryStatus,
    Event,
    EventType,
    FieldValue,
    InboundMessage,
    MessageKind,
    Reading,
    Ticket,
    TicketStatus,
)
from mailticket.vocabulary import OUT_OF_SCOPE, REQUIRED

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
DANA, AGENT, DESK = "dana@customer.example", "robin@staff.test", "techops@desk.test"
PERSON = Classification(MessageKind.PERSON, "no mark of a machine", answerable=True)
ASKED = Event(EventType.INFORMATION_REQUESTED, NOW)
COMPLETE = tuple(FieldValue(key, 3 if key == "users_impacted" else "C", "label") for key in REQUIRED)


def config(**replies: object) -> Config:
    agents = (Agent(name="Robin Hale", email=AGENT),)
    desk, imap, smtp = Desk(address=DESK), Imap(host="localhost"), Smtp(host="localhost")
    return Config(desk=desk, imap=imap, smtp=smtp, agents=agents, replies=Replies(**replies))


def kind(of: MessageKind) -> Classification:
    return Classification(of, f"rule of {of}", answerable=False, answer_rule=f"rule of {of}")


def situation(sender: str = DANA, to: str = DESK, fields: tuple[FieldValue, ...] = (), **more: object) -> Situation:
    message = InboundMessage("<2@x.example>", (Address(sender),), (Address(to),), "Mail", "text", references=("<1@x>",))
    reading = Reading(message, PERSON, BodyText("text"), fields=fields, opening_fields=fields)
    given = {"match": Match(None, "no earlier mail is referred to"), "config": config(), "received_at": NOW}
    return Situation(reading=reading, now=NOW, **{**given, **more})


def known_as(base: Situation, classification: Classification, **message: object) -> Situation:
    reading = replace(base.reading, message=replace(base.message, **message), classification=classification)
    return replace(base, reading=reading)


def ticket(status: TicketStatus = TicketStatus.NEW, *events: Event, fields: tuple[FieldValue, ...] = ()) -> Ticket:
    known = {item.key: item for item in fields}
    people = frozenset({DANA})
    return Ticket(
        1042, "Mail", status, None, None, Address(DANA), NOW, participants=people, fields=known, events=events
    )


def on(subject: Ticket, *, trusted: bool = True) -> Match:
    return Match(subject, "References name a mail of this ticket", trusted)


def test_the_customer_whose_mail_an_agent_passes_on_is_the_requester_and_gets_no_automatic_answer() -> None:
    customer = Address("jane@harbor.example", "Jane Roe")
    base = situation(AGENT)

    decision = decide(replace(base, reading=replace(base.reading, passed_on_for=customer)))

    opened = next(item for item in decision.actions if isinstance(item, OpenTicket))
    assert opened.requester == customer
    assert customer.key in opened.participants
    assert AGENT not in opened.participants
    notices = [item.reply for item in decision.actions if isinstance(item, QueueReply)]
    assert [item.template for item in notices] == ["notification"]
    assert notices[0].reply_to[0] == customer


def mails(decision: Decision) -> dict[str, tuple[str, ...]]:
    """Template and recipients of every mail that would go out."""
    replies = [action.reply for action in decision.actions if isinstance(action, QueueReply)]
    return {reply.template: tuple(item.addr for item in reply.to) for reply in replies}


def events(decision: Decision) -> list[EventType]:
    return [action.event.type for action in decision.actions if isinstance(action, RecordEvent)]


def promised(decision: Decision) -> list[EventType]:
    """The events that become true with the mails that would go out."""
    replies = [action.reply for action in decision.actions if isinstance(action, QueueReply)]
    return [event.type for reply in replies for event in reply.events]


# ---------------------------------------------------------------- a first mail


def test_a_first_mail_opens_a_ticket_is_acknowledged_and_told_to_the_agents():
    decision = decide(situation())

    assert decision.outcome is Outcome.TICKET
    assert mails(decision) == {"acknowledgement": (DANA,), "notification": (AGENT,)}
    assert events(decision) == [EventType.OPENED]
    assert promised(decision) == [EventType.ACKNOWLEDGED, EventType.INFORMATION_REQUESTED]


def test_the_matters_of_a_first_mail_are_recorded_with_its_ticket() -> None:
    base = situation()
    titles = ("Mail is late", "A wrong invoice")

    decision = decide(replace(base, reading=replace(base.reading, issues=titles)))

    opened = next(item.event for item in decision.actions if isinstance(item, RecordEvent))
    assert (opened.data["issues"], opened.data["issue_titles"]) == (2, list(titles))
    assert ticket(TicketStatus.NEW, opened).issues == titles


@pytest.mark.parametrize(
    ("fields", "category", "asked"),
    [
        pytest.param((), None, REQUIRED, id="nothing said: all that is required"),
        pytest.param(COMPLETE, None, (), id="all said"),
        pytest.param(COMPLETE[1:], None, REQUIRED[:1], id="one missing"),
        pytest.param((), OUT_OF_SCOPE, (), id="out of scope"),
    ],
)
def test_the_acknowledgement_asks_for_what_is_missing(fields, category, asked):
    base = situation(fields=fields)

    decision = decide(replace(base, reading=replace(base.reading, category=category)))

    (reply,) = [
        action.reply
        for action in decision.actions
        if isinstance(action, QueueReply) and action.reply.template == "acknowledgement"
    ]
    assert reply.missing == asked
    assert (EventType.INFORMATION_REQUESTED in promised(decision)) is bool(asked)


@pytest.mark.parametrize(
    ("confidence", "severity"), [(1.0, "A"), (0.5, "A"), (0.4, None)], ids=["said", "likely", "guessed"]
)
def test_a_guessed_severity_starts_no_clock_of_its_own(confidence, severity):
    decision = decide(situation(fields=(FieldValue("severity", "A", "words", confidence=confidence),)))

    (opened,) = [action for action in decision.actions if isinstance(action, OpenTicket)]
    assert opened.severity == severity


def test_mail_older_than_the_installation_is_known_but_neither_answered_nor_told():
    decision = decide(situation(older=True))

    assert mails(decision) == {}
    assert EventType.IMPORTED in events(decision)
    assert next(item for item in decision.actions if isinstance(item, OpenTicket)).status is TicketStatus.CLOSED


def test_a_ticket_that_was_only_named_is_linked():
    decision = decide(situation(match=Match(None, "names a ticket of others", points_at=7)))

    assert EventType.LINKED in events(decision)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        pytest.param({"config": config(acknowledge=False)}, "switched off", id="switched off"),
        pytest.param({"received_at": NOW - timedelta(hours=25)}, "max_age", id="too old"),
        pytest.param({"acknowledged": ("mail",) * 3, "topic": "mail"}, "same_subject", id="the subject repeats"),
        pytest.param({"acknowledged": ("mail",) * 3, "topic": "other"}, "", id="another subject"),
        pytest.param({"acknowledged": tuple(map(str, range(60)))}, "per_sender", id="too many from one sender"),
        pytest.param({"acknowledged": tuple(map(str, range(59)))}, "", id="not too many yet"),
        pytest.param({"received_at": NOW - timedelta(hours=24)}, "", id="just young enough"),
    ],
)
def test_an_acknowledgement_is_withheld_for_a_stated_reason(change, word):
    why = withheld(situation(**change))

    assert (word in why) if word else why == ""


def test_who_must_not_be_answered_gets_a_ticket_all_the_same():
    unanswerable = replace(PERSON, answerable=False, answer_rule="sender that nobody reads")

    decision = decide(known_as(situation(), unanswerable))

    assert decision.outcome is Outcome.TICKET
    assert mails(decision) == {"notification": (AGENT,)}
    assert EventType.ANSWER_WITHHELD in events(decision)


def test_the_desks_own_people_get_a_ticket_but_no_acknowledgement():
    decision = decide(situation(AGENT))

    (why,) = [
        action.event.data["why"]
        for action in decision.actions
        if isinstance(action, RecordEvent) and action.event.type is EventType.ANSWER_WITHHELD
    ]
    assert why == "written by the desk's own people"
    assert mails(decision) == {"notification": (AGENT,)}


# ---------------------------------------------------------------- mail on a ticket


SAID = (FieldValue("cmp_id", "58213", "label"),)


@pytest.mark.parametrize(
    ("history", "fields", "asks"),
    [
        pytest.param((ASKED,), SAID, True, id="answered something: asked once more"),
        pytest.param((ASKED, ASKED), SAID, False, id="never a third time"),
        pytest.param((ASKED,), (), False, id="a mere thank you"),
        pytest.param((), SAID, False, id="never asked before"),
        pytest.param((ASKED,), COMPLETE, False, id="nothing missing any more"),
    ],
)
def test_what_is_missing_is_asked_for_once_more(history, fields, asks):
    decision = decide(situation(fields=fields, match=on(ticket(TicketStatus.NEW, *history))))

    assert ("request" in mails(decision)) is asks
    assert (EventType.INFORMATION_REQUESTED in promised(decision)) is asks
    assert mails(decision)["update"] == (AGENT,)


def test_a_stale_answer_is_not_met_with_a_request():
    stale = NOW - timedelta(hours=25)

    decision = decide(situation(fields=SAID, match=on(ticket(TicketStatus.NEW, ASKED)), received_at=stale))

    assert mails(decision) == {"update": (AGENT,)}


def test_an_answer_that_must_not_be_answered_is_not_met_with_a_request():
    unanswerable = replace(PERSON, answerable=False, answer_rule="sender that nobody reads")

    decision = decide(known_as(situation(fields=SAID, match=on(ticket(TicketStatus.NEW, ASKED))), unanswerable))

    assert mails(decision) == {"update": (AGENT,)}


@pytest.mark.parametrize("status", list(TicketStatus))
@pytest.mark.parametrize(
    ("sender", "to", "event"),
    [
        (DANA, DESK, EventType.RECEIVED),
        (AGENT, DANA, EventType.AGENT_REPLIED),
        (AGENT, DESK, EventType.AGENT_NOTED),
    ],
    ids=["requester", "agent", "note"],
)
def test_older_mail_on_a_ticket_is_history_without_any_effect(sender, to, event, status):
    decision = decide(situation(sender, to, SAID, match=on(ticket(status, ASKED)), older=True))

    assert [type(action) for action in decision.actions] == [AddMessage, RecordEvent]
    assert events(decision) == [event]


@pytest.mark.parametrize("of", [MessageKind.BOUNCE, MessageKind.LIST, MessageKind.SPAM, MessageKind.AUTO_REPLY])
def test_nobody_is_told_of_an_older_mail_of_a_machine(of):
    decision = decide(known_as(situation(match=on(ticket()), older=True), kind(of)))

    assert mails(decision) == {}


@pytest.mark.parametrize(
    ("status", "event", "becomes"),
    [
        (TicketStatus.CLOSED, EventType.REOPENED, TicketStatus.OPEN),
        (TicketStatus.WAITING, EventType.RESUMED, TicketStatus.OPEN),
        (TicketStatus.NEW, None, None),
        (TicketStatus.OPEN, None, None),
    ],
)
def test_an_answer_wakes_a_sleeping_ticket(status, event, becomes):
    decision = decide(situation(match=on(ticket(status))))

    assert [item.status for item in decision.actions if isinstance(item, SetStatus)] == ([becomes] if becomes else [])
    assert event is None or event in events(decision)


def test_a_stranger_on_the_thread_is_heard_but_sets_nothing():
    stranger = situation("mallory@else.example", fields=SAID, match=on(ticket(TicketStatus.NEW, ASKED), trusted=False))

    decision = decide(stranger)

    assert not any(isinstance(action, SetFields | AddParticipants) for action in decision.actions)
    assert "request" not in mails(decision)
    assert any(isinstance(action, AddMessage) for action in decision.actions)


@pytest.mark.parametrize(
    ("known", "said", "taken"),
    [
        pytest.param(None, FieldValue("cmp_id", "2", "label"), True, id="new"),
        pytest.param(
            None, FieldValue("cmp_id", "2", "words", confidence=0.3), True, id="a guess is better than nothing"
        ),
        pytest.param(FieldValue("cmp_id", "1", "label"), FieldValue("cmp_id", "2", "label"), True, id="corrected"),
        pytest.param(FieldValue("cmp_id", "1", "label"), FieldValue("cmp_id", "1", "label"), False, id="the same"),
        pytest.param(
            FieldValue("cmp_id", "1", "label"), FieldValue("cmp_id", "2", "words", confidence=0.4), False, id="a guess"
        ),
        pytest.param(
            FieldValue("cmp_id", "1", "words", confidence=0.4), FieldValue("cmp_id", "1", "label"), True, id="confirmed"
        ),
        pytest.param(
            FieldValue("cmp_id", "1", "words", confidence=0.4),
            FieldValue("cmp_id", "1", "words", confidence=0.45),
            False,
            id="guessed again",
        ),
        pytest.param(
            FieldValue("cmp_id", "1", "hand", by="agent"), FieldValue("cmp_id", "2", "label"), False, id="an agent's"
        ),
    ],
)
def test_a_value_is_taken_when_it_is_news(known, said, taken):
    subject = ticket(fields=(known,) if known else ())

    decision = decide(situation(fields=(said,), match=on(subject)))

    assert any(isinstance(action, SetFields) for action in decision.actions) is taken


# ---------------------------------------------------------------- the desk's own people


@pytest.mark.parametrize("folder", list(Folder))
@pytest.mark.parametrize(
    ("sender", "to", "counts"),
    [(AGENT, DANA, True), (AGENT, DESK, False), (AGENT, "support@upstream.example", False), (DESK, DANA, True)],
    ids=["to the requester", "to the desk", "to others", "in the desk's name"],
)
def test_only_what_an_agent_writes_to_the_requester_is_a_response(sender, to, counts, folder):
    decision = decide(situation(sender, to, match=on(ticket()), folder=folder))

    (event,) = [action.event for action in decision.actions if isinstance(action, RecordEvent)]
    (message,) = [action for action in decision.actions if isinstance(action, AddMessage)]
    assert (event.type is EventType.AGENT_REPLIED, event.data["counts"]) == (counts, counts)
    assert message.direction is (Direction.OUTBOUND if counts else Direction.INTERNAL)
    assert mails(decision) == {}


@pytest.mark.parametrize(
    ("to", "cc", "text", "counts"),
    [
        pytest.param(
            "support@upstream.example", DANA, "Please take this case.", False, id="handed off, requester in copy"
        ),
        pytest.param(DESK, DANA, "Hello Dana, it is solved.", True, id="to the desk, requester in copy"),
        pytest.param("boss@" + DANA.partition("@")[2], DANA, "It is solved.", True, id="to their colleague"),
        pytest.param(DANA, "support@upstream.example", "It is solved.", True, id="to the requester, others in copy"),
        pytest.param(DANA, DESK, "> Invoice is wrong.\n>\n> Dana\n", False, id="nothing but the quoted mail"),
        pytest.param(DANA, DESK, "Done.\n\n> Invoice is wrong.\n", True, id="a word above the quoted mail"),
    ],
)
def test_a_copy_of_what_is_written_to_others_and_an_empty_answer_are_no_response(to, cc, text, counts):
    base = situation(AGENT, match=on(ticket()))
    mail = known_as(base, PERSON, to=(Address(to),), cc=(Address(cc),), text=text)

    (event,) = [action.event for action in decide(mail).actions if isinstance(action, RecordEvent)]

    assert (event.type is EventType.AGENT_REPLIED, event.data["counts"]) == (counts, counts)


def test_an_answer_to_the_address_a_requester_gave_is_a_response_too():
    subject = ticket(fields=(FieldValue("email", "Dana.Private@home.example", "label"),))

    decision = decide(situation(AGENT, "dana.private@home.example", match=on(subject)))

    assert events(decision) == [EventType.AGENT_REPLIED]


@pytest.mark.parametrize("sender", [DANA, "mallory@else.example"], ids=["the requester", "a stranger"])
def test_what_others_wrote_is_no_response_though_it_lies_in_the_sent_folder(sender):
    decision = decide(situation(sender, DANA, match=on(ticket()), folder=Folder.SENT))

    assert (decision.outcome, decision.actions) == (Outcome.IGNORED, ())
    assert "not written by the desk's own people" in decision.rule


def test_who_wrote_a_mail_was_not_reached_by_it():
    both = known_as(situation(AGENT, DESK, match=on(ticket())), PERSON, from_=(Address(AGENT), Address(DANA)))

    decision = decide(both)

    assert events(decision) == [EventType.AGENT_NOTED]


# ---------------------------------------------------------------- machines


@pytest.mark.parametrize("folder", list(Folder))
@pytest.mark.parametrize("of", [item for item in MessageKind if item is not MessageKind.PERSON])
@pytest.mark.parametrize("subject", [None, ticket(TicketStatus.CLOSED, ASKED)], ids=["no ticket", "on a ticket"])
def test_a_machine_is_never_answered_and_wakes_nothing(of, subject, folder):
    matched = on(subject) if subject else Match(None, "no earlier mail is referred to")

    decision = decide(known_as(situation(fields=SAID, match=matched, folder=folder), kind(of)))

    assert all(DANA not in recipients for recipients in mails(decision).values())
    assert not any(isinstance(action, SetStatus | SetFields | OpenTicket) for action in decision.actions)
    assert EventType.AGENT_REPLIED not in events(decision)


@pytest.mark.parametrize(
    ("action", "event", "told"),
    [
        ("failed", EventType.DELIVERY_FAILED, {"delivery_failed": (AGENT,)}),
        ("", EventType.DELIVERY_FAILED, {"delivery_failed": (AGENT,)}),
        ("delayed", EventType.AUTO_REPLY_RECEIVED, {}),
        ("delivered", EventType.AUTO_REPLY_RECEIVED, {}),
    ],
    ids=["failed", "unstated", "delayed", "delivered"],
)
def test_a_failed_delivery_is_told_to_agents_and_a_delay_only_written_down(action, event, told):
    status = DeliveryStatus(DANA, action, "5.2.2", "mailbox full")
    bounce = known_as(situation(match=on(ticket())), kind(MessageKind.BOUNCE), delivery_status=(status,))

    decision = decide(bounce)

    assert decision.outcome is Outcome.BOUNCE
    assert events(decision) == [event]
    assert mails(decision) == told


@pytest.mark.parametrize(
    ("about", "recipient", "told"),
    [
        pytest.param("acknowledgement", DANA, True, id="acknowledgement"),
        pytest.param("request", DANA, True, id="request"),
        pytest.param("agent_reply", DANA, True, id="an agent's reply"),
        pytest.param("agent_reply", AGENT, True, id="a reply to a requester who is an agent"),
        pytest.param("notification", AGENT, False, id="notification"),
        pytest.param("update", "robin@xn--bcher-kva.example", False, id="another spelling of the agent's address"),
        pytest.param("delivery_failed", AGENT, False, id="the notice itself"),
        pytest.param("", DANA, True, id="an agent's own mail"),
        pytest.param("", AGENT, False, id="a mail to an agent that lost its Message-ID"),
    ],
)
def test_a_lost_notice_to_agents_is_written_down_and_told_to_nobody(about, recipient, told):
    status = DeliveryStatus(recipient, "failed", "5.2.2", "mailbox full")
    bounce = situation(match=on(ticket()), about=about)

    decision = decide(known_as(bounce, kind(MessageKind.BOUNCE), delivery_status=(status,)))

    assert events(decision) == [EventType.DELIVERY_FAILED]
    assert mails(decision) == ({"delivery_failed": (AGENT,)} if told else {})


@pytest.mark.parametrize("of", [MessageKind.LIST, MessageKind.SPAM])
def test_a_participants_mail_by_a_list_or_past_a_filter_is_kept_and_told_to_the_agents(of):
    decision = decide(known_as(situation(match=on(ticket(TicketStatus.CLOSED, ASKED))), kind(of)))

    (message,) = [action for action in decision.actions if isinstance(action, AddMessage)]
    assert (decision.outcome, message.kind) == (Outcome.REPLY, of)
    assert events(decision) == [EventType.RECEIVED]
    assert mails(decision) == {"update": (AGENT,)}


@pytest.mark.parametrize("notes", [(), ("The mail is encrypted: nobody here can read it.",)], ids=["whole", "unread"])
@pytest.mark.parametrize(
    ("known", "of", "event"),
    [
        (False, MessageKind.PERSON, EventType.OPENED),
        (True, MessageKind.PERSON, EventType.RECEIVED),
        (True, MessageKind.LIST, EventType.RECEIVED),
    ],
)
def test_the_event_of_a_mail_keeps_what_of_it_was_not_read(known, of, event, notes):
    base = situation(match=on(ticket())) if known else situation()
    base = base if of is MessageKind.PERSON else known_as(base, kind(of))

    decision = decide(replace(base, reading=replace(base.reading, notes=notes)))

    (found,) = [item.event for item in decision.actions if isinstance(item, RecordEvent) and item.event.type is event]
    assert found.data.get("notes", []) == list(notes)


@pytest.mark.parametrize("of", [MessageKind.LIST, MessageKind.SPAM])
def test_a_strangers_mail_by_a_list_or_past_a_filter_is_ignored(of):
    decision = decide(known_as(situation(match=on(ticket(), trusted=False)), kind(of)))

    assert (decision.outcome, decision.actions) == (Outcome.IGNORED, ())


@pytest.mark.parametrize("sender", [AGENT, DESK])
def test_a_notice_that_comes_back_by_a_list_causes_no_other(sender):
    decision = decide(known_as(situation(sender, match=on(ticket())), kind(MessageKind.LIST)))

    assert events(decision) == [EventType.RECEIVED]
    assert mails(decision) == {}


def test_a_bounce_that_belongs_to_no_ticket_is_told_to_nobody():
    decision = decide(known_as(situation(), kind(MessageKind.BOUNCE)))

    assert (decision.outcome, decision.actions) == (Outcome.BOUNCE, ())
