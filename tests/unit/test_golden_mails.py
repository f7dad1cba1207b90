"""Whole mails byte for byte, as they leave: ``tests/golden/NN-name.eml``.

After a wanted change, ``MAILTICKET_GOLDEN=write python -m pytest tests/unit/test_golden_mails.py`` writes them anew;
read the difference before committing it.
"""

from __future__ import annotations

import email
import email.policy
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import standings

from mailticket import config as configuration
from mailticket.decisions import Automation, Notice, Reply
from mailticket.desk.completeness import Missing
from mailticket.desk.digest import Digest, Entry, Section
from mailticket.inline_image import InlineImage
from mailticket.intake.fields import FieldContext, read_fields
from mailticket.model import (
    Address,
    BodyText,
    Event,
    EventType,
    FieldContent,
    FieldValue,
    InboundMessage,
    Ticket,
    TicketStatus,
)
from mailticket.outbound.compose import compose, sender_of
from mailticket.outbound.content import Case, variables
from mailticket.outbound.render import Renderer
from mailticket.sla.calendar import ALWAYS_OPEN
from mailticket.sla.clock import Clock, ClockState
from mailticket.sla.policy import Measure

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
CONFIG = configuration.parse(
    '[desk]\naddress = "TechOps@desk.example"\nphone = "+1 843 555 0100"\n'
    'knowledge_base_url = "https://kb.desk.example/techops"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n',
    Path("config.toml"),
)
MORNING = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
DANA = Address("dana@customer.example", "Dana Whitfield")
AGENTS = (Address("ann@desk.example", "Ann Lee"), Address("bob@desk.example", "Müller, Bob"))
ANSWERS = ("<first@customer.example>", f"<{'PH7PR14MB' * 9}@prod.outlook.example>")
ASKED = ("phone", "preferred_contact_time", "time_zone", "tenant_domains", "cmp_id")


def found(key: str, value: FieldContent, source: str, confidence: float = 1.0) -> FieldValue:
    return FieldValue(key, value, source, confidence=confidence)


FIELDS = {
    item.key: item
    for item in (
        found("partner_name", "Fabrikam Cloud Partners", 'label "MSP" in the text'),
        found("contact_name", "Dana Whitfield", "From header", 0.4),
        found("time_zone", "America/Los_Angeles", 'label "TZ" in the text'),
        found("product", "Exchange Online", "in the text", 0.6),
        found("tenant_domains", ("fabrikam.onmicrosoft.com", "fabrikam.example"), "quoted block, filled in"),
        found("users_impacted", 35, 'label "Users" in the text'),
        found("screenshots", True, "attachment error.png"),
    )
}
TICKET = Ticket(
    id=1042,
    subject="Re: Mail does not arrive since Größe was changed",
    status=TicketStatus.NEW,
    severity="B",
    category="mail_flow",
    requester=DANA,
    opened_at=MORNING,
    fields=FIELDS,
)


def clock(start: datetime, hours: int, severity: str, used: int = 0) -> Clock:
    target = timedelta(hours=hours)
    return Clock(
        measure=Measure.FIRST_RESPONSE,
        number=1,
        started_at=start,
        due_at=start + target,
        target=target,
        used=timedelta(minutes=used),
        severity=severity,
        calendar=ALWAYS_OPEN,
        state=ClockState.RUNNING,
        begun_by="the mail server received the mail",
    )


DAY = Case(TICKET, MORNING, clock(MORNING, 2, "B"))
NEWS = replace(
    DAY,
    missing=Missing(ASKED, ("tools_used",)),
    text="Hello,\n\n35 users get no mail. Größe > 50 GB?\n\nThanks\nDana",
    notes=("The mail holds hardly any text, and what is attached was not read (<report>.msg).",),
)
TITLES = ["Phone number: the hotline of our customer is busy since 9", "Größe of the mailbox > 50 GB"]
TO_REQUESTER = Reply("acknowledgement", (DANA,), Automation.REPLIED, ANSWERS)
TO_AGENTS = Reply("notification", AGENTS, Automation.GENERATED, ANSWERS, reply_to=(DANA,))
CASES = {
    "01-acknowledgement-complete": (TO_REQUESTER, DAY),
    "02-acknowledgement-missing": (
        replace(TO_REQUESTER, missing=ASKED),
        replace(DAY, ticket=replace(TICKET, severity=None), clock=clock(MORNING, 4, "C")),
    ),
    "03-acknowledgement-severity-a-at-night": (
        TO_REQUESTER,
        replace(DAY, ticket=replace(TICKET, severity="A"), now=NIGHT, clock=clock(NIGHT, 1, "A"), desk_open=False),
    ),
    "04-acknowledgement-out-of-scope": (
        TO_REQUESTER,
        replace(DAY, ticket=replace(TICKET, category="out_of_scope"), redirected=True),
    ),
    "16-acknowledgement-with-a-place-in-line": (TO_REQUESTER, replace(DAY, ahead=2)),
    "05-request": (replace(TO_REQUESTER, template="request", missing=ASKED[:2]), DAY),
    "06-notification": (TO_AGENTS, NEWS),
    "21-notification-out-of-scope": (
        TO_AGENTS,
        replace(NEWS, ticket=replace(TICKET, category="out_of_scope"), redirected=True),
    ),
    "13-notification-several-issues": (
        TO_AGENTS,
        replace(NEWS, ticket=replace(TICKET, events=(Event(EventType.OPENED, MORNING, {"issue_titles": TITLES}),))),
    ),
    "07-update": (replace(TO_AGENTS, template="update"), replace(NEWS, changed=("tenant_domains",))),
    "08-agent-reply": (
        replace(
            TO_REQUESTER,
            template="agent_reply",
            automation=Automation.NO,
            text="Hello Dana,\n\nthe connector is back. Please send yourself a mail and tell us if it arrives.\n\nAnn",
        ),
        DAY,
    ),
    "09-warning": (
        replace(TO_AGENTS, template="warning"),
        replace(DAY, now=MORNING + timedelta(minutes=90), clock=clock(MORNING, 2, "B", 90)),
    ),
    "10-breach": (
        replace(TO_AGENTS, template="breach"),
        replace(DAY, now=MORNING + timedelta(hours=3), clock=clock(MORNING, 2, "B", 180)),
    ),
    "14-warning-upstream": (
        replace(TO_AGENTS, template="warning", reply_to=(Address("TechOps@desk.example", "TechOps"),)),
        replace(
            DAY,
            now=MORNING + timedelta(minutes=90),
            clock=replace(clock(MORNING, 2, "B", 90), measure=Measure.UPSTREAM_RESPONSE, upstream="ingram"),
        ),
    ),
    "15-breach-of-the-next-answer-to-a-manager": (
        replace(
            TO_AGENTS,
            template="breach",
            to=AGENTS[:1],
            notice=Notice("next_response", 2, "Australia/Sydney", ("Müller, Bob", "Kim Other"), ("Pat Lead",)),
        ),
        replace(
            DAY,
            ticket=replace(TICKET, assignee="Müller, Bob"),
            now=MORNING + timedelta(hours=3),
            clock=replace(clock(MORNING, 2, "B", 180), measure=Measure.NEXT_RESPONSE, number=2),
        ),
    ),
    "17-digest": (
        Reply("digest", AGENTS, Automation.GENERATED),
        Case(
            None,
            MORNING,
            digest=Digest(
                MORNING.date(),
                (
                    Section("Overdue", 21, (Entry(replace(TICKET, assignee="Müller, Bob"), "B", MORNING),)),
                    Section("Due today"),
                    Section("Waiting for the requester", 1, (Entry(replace(TICKET, subject=""), "C", None),)),
                ),
                (
                    "first response stands at 91.7 % (goal 80 %), 3 misses left in the budget until 30 November 2026 "
                    "at the present pace",
                ),
            ),
        ),
    ),
    "18-digest-of-a-quiet-morning": (
        Reply("digest", AGENTS, Automation.GENERATED),
        Case(None, MORNING, digest=Digest(MORNING.date(), (Section("Overdue"),))),
    ),
    "19-report": (
        Reply(
            "report",
            (Address("lead@desk.example"),),
            Automation.GENERATED,
            images=(
                InlineImage("objectives", "Share in time: first response 92 % of 500.", b"\x89PNG" * 40, 600, 302),
            ),
        ),
        Case(None, standings.NOW, report=standings.MANY),
    ),
    "20-report-of-nothing": (
        Reply("report", (Address("lead@desk.example"),), Automation.GENERATED),
        Case(None, standings.NOW, report=standings.NONE),
    ),
    "11-delivery-failed": (
        replace(TO_AGENTS, template="delivery_failed"),
        replace(DAY, reference="dana@customer.example", text="550 5.1.1 no such user"),
    ),
    "12-quarantine": (
        Reply("quarantine", AGENTS, Automation.GENERATED),
        Case(None, MORNING, reference="7", text="reading took longer than 20 seconds"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mail_is_byte_for_byte_the_golden_one(name: str) -> None:
    reply, case = CASES[name]
    golden = GOLDEN / f"{name}.eml"

    rendered = Renderer().render(reply.template, variables(reply, case, CONFIG))
    octets = compose(reply, rendered, sender_of(CONFIG), case.now, f"1042.{name}").octets

    if os.environ.get("MAILTICKET_GOLDEN") == "write":
        golden.write_bytes(octets)
    assert octets.decode() == golden.read_bytes().decode()


def test_every_golden_mail_has_its_case() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.eml")) == sorted(CASES)


def _quoted_back(name: str, html: bool, answers: dict[str, str]) -> dict[str, FieldContent]:
    """The fields read from a reply that quotes this mail whole, with some lines of its request filled in."""
    mail = email.message_from_bytes((GOLDEN / f"{name}.eml").read_bytes(), policy=email.policy.default)
    bodies = (mail.get_body((kind,)) for kind in ("plain", "html"))
    plain, rich = (body.get_content().replace("\r\n", "\n") for body in bodies)
    for line, answer in answers.items():
        plain = plain.replace(f"{line} \n", f"{line} {answer}\n")
    quoted = "".join(f"> {line}\n" for line in plain.split("\n"))
    markup = f"<p>Thanks!</p><blockquote>{rich}</blockquote>" if html else ""
    message = InboundMessage("<r@customer.example>", (DANA,), (), "Re: Mail", f"Thanks!\n\n{quoted}", html=markup)
    fields = read_fields(message, BodyText("Thanks!\n", quoted=quoted), FieldContext(is_reply=True))
    return {item.key: item.value for item in fields}


@pytest.mark.parametrize("html", [False, True], ids=["text", "html"])
@pytest.mark.parametrize("name", CASES)
def test_a_mail_quoted_in_a_reply_is_not_read_as_an_answer(name: str, html: bool) -> None:
    assert _quoted_back(name, html, {}) == {}


def test_the_lines_of_the_request_that_were_filled_in_are_read_as_answers() -> None:
    answers = {"Phone number (with country code):": "+1 843 555 0123", "Customer CMP ID:": "CMP-77"}

    read = _quoted_back("02-acknowledgement-missing", False, answers)

    assert read == {"phone": "+18435550123", "cmp_id": "CMP-77"}
