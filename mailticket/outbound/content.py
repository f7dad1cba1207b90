"""What a mail template may print: one ticket and its surroundings as cleaned words.

Pure: renders nothing, looks nothing up. Every template gets the same variables (``variables`` lists them), empty
where a mail has none, so that each one can be rendered with each of ``samples``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from mailticket.config import Config, Desk
from mailticket.decisions import Automation, Reply
from mailticket.desk.completeness import Missing, unsure
from mailticket.desk.digest import Digest, Entry, Section
from mailticket.durations import in_words
from mailticket.inline_image import InlineImage
from mailticket.model import Address, Event, EventType, FieldValue, Ticket, TicketStatus
from mailticket.outbound import clean, digested, report_mail, wording
from mailticket.sla.attainment import Report
from mailticket.sla.calendar import ALWAYS_OPEN
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure
from mailticket.vocabulary import BY_KEY, FIELDS, OUT_OF_SCOPE, SEVERITY_NAMES, IntakeField

CUSTOMER_WORDS = 2000  # characters of a customer's mail shown to agents
FIELD_WORDS = 300  # characters of one field value shown to agents
NOTE_WORDS = 500
_NOTHING = Missing()


@dataclass(frozen=True, slots=True)
class Case:
    """What a mail is about. ``ticket`` is None only for mails about no ticket (quarantine).

    ``text`` is the customer's new words, or what went wrong; ``reference`` the number of a quarantined mail or the
    address that could not be reached; ``changed`` the keys of fields a reply brought; ``desk_open`` whether somebody
    is at the desk now by its calendar; ``notes`` what of the mail could not be read; ``ahead`` how many tickets are
    answered before this one, None where that is not told; ``redirected`` whether its automatic answer is all the desk's
    rules owe it; ``digest`` what the mail of the morning tells, ``report`` what that of the month does.
    """

    ticket: Ticket | None
    now: datetime
    clock: Clock | None = None
    missing: Missing = _NOTHING
    text: str = ""
    reference: str = ""
    changed: tuple[str, ...] = ()
    desk_open: bool = True
    notes: tuple[str, ...] = ()
    ahead: int | None = None
    redirected: bool = False
    digest: Digest | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field as agents see it: label, value, where it was found, and whether it is a guess."""

    label: str
    value: str
    source: str
    guess: bool


def number(config: Config, ticket_id: int) -> str:
    """The ticket number as people write it: ``TechOps #1042``."""
    return f"{config.desk.name} #{ticket_id}"


def subject_tag(config: Config, ticket_id: int) -> str:
    """The number as it stands in subjects, where replies are recognised by it: ``[TechOps #1042]``."""
    return f"[{number(config, ticket_id)}]"


def variables(reply: Reply, case: Case, config: Config) -> dict[str, object]:
    """Everything a template may print, by name.

    desk            the [desk] table: name, organisation, address, phone, phone_note, knowledge_base_url
    number, tag     ``TechOps #1042`` and ``[TechOps #1042]``; "" without a ticket
    title           the ticket's subject without Re: and tag, one line, at most 150 characters
    greeting        the requester's name, "" when none is usable; requester: name and address, for agents
    severity        ``B (urgent)``; severity_key: ``B``; severity_stated: False when the desk's default was taken
    critical        severity A; after_hours: nobody is at the desk now; out_of_scope: category says so
    due, due_desk   when the answer is due, in the requester's and the desk's zone; "" when no promise is open
    position        the ticket's place in the queue from 1, 0 where it is not told; digest: ``digested.Words``;
                    report: ``report_mail.Words``; images: sent with the mail, ``InlineImage``
    late, left      the due time has passed; how much of it is left in counted time, in words
    measure, upstream, due_reader, used, share, assignee, others, sleepers, to_requester: see ``_notice_words``
    request         the lines asked for, ``Time zone (for example Eastern):``, in the order of ``reply.missing``
    required, helpful  labels of what is missing; rows, changed: ``Row`` of all fields, of the new ones
    understood      what was not stated clearly, as ``number of users impacted 12``; after a reply only what it brought;
                    severity_unsure: the severity was not, severity_changed: the reply named one
    issues          a title for each separate matter of the first mail, empty when there is one
    category        ``mail flow``; phone: the requester's number as read
    notes           sentences for agents only: what of the mail could not be read
    text, reference the words and the reference of the case (``Case``), cleaned; text of ``reply`` when it has one
    """
    ticket = case.ticket
    return {
        "desk": config.desk,
        "text": clean.paragraphs(reply.text) if reply.text else clean.beginning(case.text, CUSTOMER_WORDS),
        "reference": clean.one_line(case.reference),
        "notes": tuple(clean.one_line(note, NOTE_WORDS) for note in case.notes),
        "request": tuple(_question(BY_KEY[key]) for key in reply.missing),
        "required": _labels(case.missing.required),
        "helpful": _labels(case.missing.helpful),
        "severity_changed": bool(ticket and ticket.severity) and "severity" in case.changed,
        **_ticket_words(ticket, config),
        **_field_words(ticket, case.changed),
        "understood": _understood(ticket, case.changed, config) if ticket else (),
        **_due_words(case, config.desk),
        **_desk_words(case, reply.images, config),
        **_notice_words(reply, case, config.desk),
    }


def _question(item: IntakeField) -> str:
    """One line of the request block; the reader of replies knows exactly this form again."""
    return f"{item.label} ({item.hint}):" if item.hint else f"{item.label}:"


def _labels(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(BY_KEY[key].label for key in keys)


def _ticket_words(ticket: Ticket | None, config: Config) -> dict[str, object]:
    severity = (ticket and ticket.severity) or config.sla.default_severity
    tag = subject_tag(config, ticket.id) if ticket else ""
    return {
        "number": number(config, ticket.id) if ticket else "",
        "tag": tag,
        "title": clean.title(ticket.subject, tag) if ticket else "",
        "severity": SEVERITY_NAMES[severity],
        "severity_key": severity,
        "severity_stated": bool(ticket and ticket.severity),
        "severity_unsure": ticket is not None and "severity" in unsure(ticket.fields, config.fields),
        "critical": severity == "A",
        "category": (ticket.category or "").replace("_", " ") if ticket else "",
        "out_of_scope": ticket is not None and ticket.category == OUT_OF_SCOPE,
        "requester": _mailbox(ticket.requester) if ticket else "",
        "issues": tuple(clean.one_line(title, 80) for title in ticket.issues) if ticket else (),
    }


def _mailbox(address: Address) -> str:
    name = clean.one_line(address.name, 80)
    addr = clean.one_line(address.addr)
    return f"{name} ({addr})" if name else addr


def _field_words(ticket: Ticket | None, changed: tuple[str, ...]) -> dict[str, object]:
    fields = dict(ticket.fields) if ticket else {}
    ordered = [(item, fields[item.key]) for item in FIELDS if item.key in fields]
    return {
        "greeting": _greeting(ticket, fields.get("contact_name")) if ticket else "",
        "phone": _written(fields["phone"], 60) if "phone" in fields else "",
        "rows": tuple(_row(item, found) for item, found in ordered),
        "changed": tuple(_row(item, found) for item, found in ordered if item.key in changed),
    }


def _understood(ticket: Ticket, changed: tuple[str, ...], config: Config) -> tuple[str, ...]:
    """Without a colon, so that it is no answer to a label when somebody quotes it."""
    keys = (key for key in unsure(ticket.fields, config.fields) if not changed or key in changed)
    return tuple(
        f"{_in_a_sentence(BY_KEY[key].label)} {_told_back(ticket.fields[key])}" for key in keys if key != "severity"
    )


def _in_a_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]


def _told_back(found: FieldValue) -> str:
    return wording.zone(str(found.value)) if found.key == "time_zone" else _written(found, 80)


def _greeting(ticket: Ticket, contact: FieldValue | None) -> str:
    """A name that was given counts before the From header; ``Last, First`` is turned round."""
    given = str(contact.value) if contact and not contact.is_guess else ""
    name = clean.person_name(given) or clean.person_name(ticket.requester.name)
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and first else name


@lru_cache(256)  # a ticket's first two mails print the same fields
def _row(item: IntakeField, found: FieldValue) -> Row:
    return Row(item.label, _written(found, FIELD_WORDS), clean.one_line(found.source, 80), found.is_unsure)


def _written(found: FieldValue, limit: int) -> str:
    return clean.one_line(wording.value(found.value), limit)


def _due_words(case: Case, desk: Desk) -> dict[str, object]:
    clock = case.clock
    if clock is None or case.redirected or clock.state in (ClockState.MET, ClockState.EXCLUDED):
        return {"due": "", "due_desk": "", "late": False, "left": ""}
    asked = case.ticket.fields.get("time_zone") if case.ticket else None
    zone = wording.zone_or(asked.value if asked else "", desk.time_zone)
    return {
        "due": wording.moment(clock.due_at, zone),
        "due_desk": wording.moment(clock.due_at, wording.zone_or(desk.time_zone, desk.time_zone)),
        "late": clock.due_at <= case.now,
        "left": in_words(clock.target - clock.used),
    }


def _desk_words(case: Case, images: tuple[InlineImage, ...], config: Config) -> dict[str, object]:
    """What is true of the whole desk: whether it is closed, how long its queue is, what its morning brings."""
    today = case.now.astimezone(ZoneInfo(config.desk.time_zone)).date()
    return {
        "after_hours": not case.desk_open,
        "position": 0 if case.ahead is None else case.ahead + 1,
        "redirected": case.redirected,
        "digest": digested.words(case.digest, config, today),
        "report": report_mail.words(case.report, config),
        "images": images,
    }


def _notice_words(reply: Reply, case: Case, desk: Desk) -> dict[str, object]:
    """What a warning or a breach says.

    measure         which promise a notice is about: ``first_response``, ``next_response``, ``upstream_response`` or
                    ``resolution``; upstream: the desk that gave it; due_reader: when it is due, in the reader's zone
    used, share     ``1 hour 30 minutes of 2 hours``, ``75%``; assignee: who has the ticket, "" for nobody
    others, sleepers  names of who was told as well, and of who hears of it when their day begins
    to_requester    a plain Reply to this mail reaches the requester
    """
    clock, notice = case.clock, reply.notice
    zone = wording.zone_or(notice.zone if notice else "", desk.time_zone)
    return {
        "measure": clock.measure.value if clock else "",
        "upstream": clean.one_line(clock.upstream, 80) if clock else "",
        "due_reader": wording.moment(clock.due_at, zone) if clock else "",
        "used": f"{in_words(clock.used)} of {in_words(clock.target)}" if clock else "",
        "share": f"{clock.used / clock.target:.0%}" if clock else "",
        "assignee": clean.one_line(case.ticket.assignee, 80) if case.ticket else "",
        "others": tuple(clean.one_line(name, 80) for name in notice.others) if notice else (),
        "sleepers": tuple(clean.one_line(name, 80) for name in notice.later) if notice else (),
        "to_requester": bool(case.ticket and case.ticket.requester.key in {item.key for item in reply.reply_to}),
    }


# ---------------------------------------------------------------- for `mailticket check`


def samples(config: Config) -> tuple[dict[str, object], ...]:
    """Variables of invented cases that together reach every branch of the shipped templates."""
    now = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
    keys = tuple(item.key for item in FIELDS)
    asked = Reply("sample", (), Automation.REPLIED, missing=keys)
    plain = Reply("sample", (), Automation.REPLIED)
    cases = (
        (plain, replace(_sample_case(now, "A", desk_open=True), notes=("Some parts of the mail were not read.",))),
        (asked, _sample_case(now, None, desk_open=False)),
        (plain, Case(None, now, text="The mail is nested too deeply.", reference="7")),
        (plain, Case(None, now, digest=_sample_digest(now))),
        (replace(plain, images=(InlineImage("sample", "A sample.", b"", 600, 300),)), _sample_report(now)),
    )
    return tuple(variables(reply, case, config) for reply, case in cases)


def _sample_report(now: datetime) -> Case:
    return Case(None, now, report=report_mail.sample(now))


def _sample_digest(now: datetime) -> Digest:
    case = _sample_case(now, "A", desk_open=True)
    entries = (Entry(case.ticket, "A", now),) if case.ticket else ()
    sections = (Section("Overdue", 2, entries), Section("Due today", 1, entries))
    return Digest(now.date(), sections, ("first response stands at 90%",))


def _sample_case(now: datetime, severity: str | None, *, desk_open: bool) -> Case:
    fields = {
        "contact_name": FieldValue("contact_name", "Dana Whitfield", "From header", confidence=0.4),
        "users_impacted": FieldValue("users_impacted", 12, "in the text", confidence=0.6),
    }
    ticket = Ticket(
        id=1042,
        subject="Mail does not arrive",
        status=TicketStatus.NEW,
        severity=severity,
        category="mail_flow" if severity else OUT_OF_SCOPE,
        requester=Address("dana@customer.example", "Dana Whitfield"),
        opened_at=now,
        fields=fields,
        events=(Event(EventType.OPENED, now, {"issue_titles": ["Mail does not arrive", "A wrong invoice"]}),),
    )
    hour = timedelta(hours=1)
    due = now + hour if severity else now - hour
    clock = Clock(
        measure=Measure.FIRST_RESPONSE,
        number=1,
        started_at=now - hour,
        due_at=due,
        target=2 * hour,
        used=hour,
        severity=severity or "C",
        calendar=ALWAYS_OPEN,
        state=ClockState.RUNNING,
        begun_by="a sample",
    )
    missing = Missing(("cmp_id",), ("tools_used",)) if severity else Missing()
    return Case(
        ticket, now, clock, missing, "Mail to us is refused.", "dana@customer.example", tuple(fields), desk_open
    )
