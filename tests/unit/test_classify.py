"""Who wrote a mail and may it be answered: RFC 3834 and the habits of machines, one vector each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailticket.intake.classify import Identity, classify
from mailticket.model import Address, Attachment, DeliveryStatus, InboundMessage, MessageKind

IDENTITY = Identity(frozenset({"desk@desk.example"}), "x-mailticket")
PERSON = InboundMessage(
    message_id="<1@client.example>",
    from_=(Address("dana@client.example", "Dana Whitlock"),),
    to=(Address("desk@desk.example"),),
    subject="Mail does not arrive",
    text="Hello, since this morning no mail arrives.",
    return_path="dana@client.example",
)


def with_headers(*headers: tuple[str, str], subject: str = PERSON.subject) -> InboundMessage:
    return replace(PERSON, headers=headers, subject=subject)


def from_(addr: str, name: str = "") -> tuple[Address, ...]:
    return (Address(addr, name),)


def test_a_person_is_answered() -> None:
    found = classify(PERSON, IDENTITY)

    assert (found.kind, found.answerable, found.answer_rule) == (MessageKind.PERSON, True, "")


@pytest.mark.parametrize(
    "value", ["no", "No", "no; x=1", "no (a person)", "(comment) no", ""], ids=lambda value: value or "empty"
)
def test_auto_submitted_no_is_a_person(value: str) -> None:
    assert classify(with_headers(("auto-submitted", value)), IDENTITY).answerable


AUTOMATIC = {
    "auto-replied": with_headers(("auto-submitted", "auto-replied")),
    "auto-generated": with_headers(("auto-submitted", "auto-generated")),
    "auto-notified with parameter": with_headers(("auto-submitted", 'auto-notified; owner-email="a@b"')),
    "with a comment": with_headers(("auto-submitted", "(rejected) Auto-Replied (x)")),
    "second field": with_headers(("auto-submitted", "no"), ("auto-submitted", "auto-replied")),
    "x-autoreply": with_headers(("x-autoreply", "yes")),
    "x-autorespond": with_headers(("x-autorespond", "Re: your mail")),
    "precedence auto_reply": with_headers(("precedence", "auto_reply")),
    "preference auto_reply": with_headers(("preference", "auto_reply")),
    "delivered to the autoresponder": with_headers(("delivered-to", "Autoresponder")),
    "mailbox rules": with_headers(("x-ms-exchange-generated-message-source", "Mailbox Rules Agent")),
    "cron": with_headers(("x-cron-env", "<SHELL=/bin/sh>")),
    "read receipt": replace(
        PERSON,
        content_type="multipart/report",
        headers=(("content-type", "multipart/report; report-type=disposition-notification"),),
    ),
    "feedback report": replace(
        PERSON,
        content_type="multipart/report",
        headers=(("content-type", "multipart/report; report-type=feedback-report"),),
    ),
    "answer to an invitation": replace(
        PERSON,
        subject="Accepted: Call",
        attachments=(Attachment("2", "", "text/calendar; method=REPLY", 1, ""),),
    ),
}


@pytest.mark.parametrize("message", AUTOMATIC.values(), ids=AUTOMATIC.keys())
def test_machines_are_recognised_by_one_mark(message: InboundMessage) -> None:
    found = classify(message, IDENTITY)

    assert (found.kind, found.answerable) == (MessageKind.AUTO_REPLY, False)
    assert found.rule


VACATIONS = (
    "Automatic reply: Your ticket",
    "Auto: Your ticket",
    "Out of Office: Your ticket",
    "Out of the office until Monday",
    "Automatische Antwort: Ihr Ticket",
    "Abwesenheitsnotiz",
    "R\u00e9ponse automatique : Re: Facture",
    "Absence du bureau : Facture",
    "Respuesta autom\u00e1tica: Factura",
    "Resposta autom\u00e1tica: Fatura",
    "Risposta automatica: Fattura",
    "Automatisch antwoord: Factuur",
    "Autosvar: Faktura",
    "Automaattinen vastaus: Lasku",
    "Automatyczna odpowied\u017a: Faktura",
    "Automatick\u00e1 odpov\u011b\u010f: Faktura",
    "\u0410\u0432\u0442\u043e\u043e\u0442\u0432\u0435\u0442: \u0441\u0447\u0435\u0442",
    "\u81ea\u52d5\u5fdc\u7b54: \u8acb\u6c42\u66f8",
    "\u81ea\u52a8\u56de\u590d: \u53d1\u7968",
)


@pytest.mark.parametrize("subject", VACATIONS)
def test_an_absence_notice_needs_a_second_sign(subject: str) -> None:
    alone = replace(PERSON, subject=subject)
    answering = replace(alone, in_reply_to=("<2@desk.example>",))

    assert classify(alone, IDENTITY).answerable
    assert classify(answering, IDENTITY).kind is MessageKind.AUTO_REPLY


@pytest.mark.parametrize(
    "sign",
    [
        replace(PERSON, return_path=""),
        with_headers(("x-auto-response-suppress", "OOF")),
        with_headers(("precedence", "bulk")),
        with_headers(("thread-topic", "Your ticket")),
    ],
    ids=["null reverse-path", "suppress", "precedence", "topic"],
)
def test_each_second_sign_counts(sign: InboundMessage) -> None:
    message = replace(sign, subject="Automatic reply: Your ticket")

    assert classify(message, IDENTITY).kind is MessageKind.AUTO_REPLY


DAEMON = from_("MAILER-DAEMON@mx.example", "Mail Delivery Subsystem")
BOUNCES = {
    "status": replace(PERSON, delivery_status=(DeliveryStatus("a@b.example", "failed", "5.1.1"),)),
    "report type": replace(
        PERSON,
        content_type="multipart/report",
        headers=(("content-type", 'multipart/report; report-type="delivery-status"'),),
    ),
    "X-Failed-Recipients": with_headers(("x-failed-recipients", "a@b.example")),
    "daemon with null path": replace(PERSON, from_=DAEMON, return_path="", subject="Mail"),
    "daemon and subject": replace(PERSON, from_=DAEMON, subject="Returned mail: see transcript for details"),
    "daemon and text": replace(PERSON, from_=DAEMON, subject="Re: hi", text="550 no such user here"),
    "null path and text": replace(PERSON, return_path="", text="Your mail could not be delivered to: <a@b.example>"),
    "opening": replace(
        PERSON,
        subject="Delivery failed",
        text="Your message could not be delivered to\na@b.example",
        from_=from_("x@y.example"),
    ),
}


@pytest.mark.parametrize("message", BOUNCES.values(), ids=BOUNCES.keys())
def test_a_bounce_is_never_answered(message: InboundMessage) -> None:
    found = classify(message, IDENTITY)

    assert (found.kind, found.answerable) == (MessageKind.BOUNCE, False)


TROUBLE = (
    "Hi,\n\nthe messages of our customer cannot be delivered, they get 550 5.1.1 user unknown, a@b.example.\n\nDana"
)
ABOUT_BOUNCES = {
    "forwarded report": replace(
        PERSON, subject="FW: Undeliverable: Offer", text="See below. Your message could not be delivered"
    ),
    "question": replace(PERSON, subject="Delivery failure since today", text=TROUBLE),
    "attached report": replace(
        PERSON,
        subject="Undeliverable mail",
        text=TROUBLE,
        attachments=(Attachment("2", "a.eml", "message/rfc822", 1, ""),),
    ),
    "quoted report": replace(
        PERSON, subject="Fwd: Delivery problem", text=f"{TROUBLE}\n\nFrom: x\nSubject: Undelivered Mail"
    ),
    "administrator": replace(PERSON, from_=from_("it@client.example", "System Administrator"), text=TROUBLE),
}


@pytest.mark.parametrize("message", ABOUT_BOUNCES.values(), ids=ABOUT_BOUNCES.keys())
def test_people_who_write_about_bounces_are_people(message: InboundMessage) -> None:
    assert classify(message, IDENTITY).answerable


@pytest.mark.parametrize("name", ["list-id", "list-post", "mailing-list", "x-mailman-version"])
def test_lists_are_recognised_by_their_fields(name: str) -> None:
    found = classify(with_headers((name, "<x.list.example>")), IDENTITY)

    assert (found.kind, found.answerable) == (MessageKind.LIST, False)


@pytest.mark.parametrize(
    "headers",
    [
        (("x-spam-flag", "YES"),),
        (("x-spam-status", "Yes, score=9"),),
        (("precedence", "bulk"), ("list-unsubscribe", "<https://x>")),
    ],
    ids=["flag", "status", "bulk with a way out"],
)
def test_spam_is_what_filters_and_senders_call_so(headers: tuple[tuple[str, str], ...]) -> None:
    assert classify(with_headers(*headers), IDENTITY).kind is MessageKind.SPAM


OFFER = "I came across your company. We help firms like yours with new leads and more meetings."


def test_an_offer_needs_a_way_out_to_be_spam() -> None:
    offer = replace(PERSON, text=OFFER)
    with_exit = replace(PERSON, text=f"{OFFER} If not interested, reply no.")

    assert classify(offer, IDENTITY).answerable
    assert classify(with_exit, IDENTITY).kind is MessageKind.SPAM


OFFERS = {
    "price and demo": "Save on backup! Only $1.10 per user. Book your demo before Friday.\nUnsubscribe",
    "discount": "Resellers like you earn 20% more margin. 30% off this week. Claim your discount. Unsubscribe here.",
    "statistics": "Did you know that 60% of MSPs overpay? Grab 15 minutes on my calendar. You get this mail because "
    "we met at a fair.",
    "result": "Partners recover 12% of their spend with us. Worth a quick chat? If you'd rather not hear from me, "
    "just say so.",
    "staff": "We have certified Azure engineers from $19/hour. Interested? If not, I won't contact you again.",
    "search engines": "I help IT companies to rank first. Shall I send the list of errors? Reply STOP to opt out.",
    "webinar": "Join our free webinar on margins. Register now, seats are limited. Update your preferences.",
    "German": "Backup ab 0,99 € pro Benutzer, 30 % Rabatt im November. Jetzt Termin buchen. Hier abmelden.",
    "a follow-up": "Just bumping this up: our agents cut ticket volume by 40%. No hard feelings if it's not for you, "
    "I will not follow up again.",
}


@pytest.mark.parametrize("text", OFFERS.values(), ids=OFFERS.keys())
def test_cold_calls_are_spam_however_they_are_worded(text: str) -> None:
    assert classify(replace(PERSON, subject="Your team", text=text), IDENTITY).kind is MessageKind.SPAM


NO_OFFERS = {
    "forwarded": replace(PERSON, subject="FW: 30% off", text=OFFERS["discount"]),
    "an answer": replace(PERSON, text=OFFERS["discount"], references=("<1@desk.example>",)),
    "a case of one's own": replace(
        PERSON,
        text=f"Our tenant x.onmicrosoft.com gets these every day, please block them:\n{OFFERS['price and demo']}",
    ),
    "newsletter button": replace(
        PERSON, text="The unsubscribe button in our newsletter fails. Do you have 20 minutes?"
    ),
    "price question": replace(PERSON, text="Is it only $8 per user? Could I book a call? Not interested in E5."),
}


@pytest.mark.parametrize("message", NO_OFFERS.values(), ids=NO_OFFERS.keys())
def test_people_who_ask_about_offers_are_people(message: InboundMessage) -> None:
    assert classify(message, IDENTITY).kind is MessageKind.PERSON


def test_our_own_mails_are_known_by_the_marker() -> None:
    assert classify(with_headers(("x-mailticket", "1042")), IDENTITY).kind is MessageKind.OWN


def test_our_own_address_with_auto_submitted_is_our_own_mail() -> None:
    message = replace(with_headers(("auto-submitted", "auto-replied")), from_=from_("Desk@Desk.example"))

    assert classify(message, IDENTITY).kind is MessageKind.OWN


UNANSWERABLE = {
    "suppress all": with_headers(("x-auto-response-suppress", "DR, All")),
    "suppress auto replies": with_headers(("x-auto-response-suppress", "AutoReply")),
    "null reverse-path": replace(PERSON, return_path=""),
    "no author": replace(PERSON, from_=()),
    "two authors": replace(PERSON, from_=(*PERSON.from_, Address("b@c.example"))),
    "author without domain": replace(PERSON, from_=from_("root")),
    "our own address": replace(PERSON, from_=from_("DESK@desk.example")),
    "noreply": replace(PERSON, from_=from_("noreply@client.example")),
    "no-reply": replace(PERSON, from_=from_("no-reply@client.example")),
    "do_not_reply": replace(PERSON, from_=from_("do_not_reply@client.example")),
    "alerts-noreply": replace(PERSON, from_=from_("alerts-noreply@client.example")),
    "postmaster": replace(PERSON, from_=from_("postmaster@client.example")),
    "owner-": replace(PERSON, from_=from_("owner-x@client.example")),
    "-request": replace(PERSON, from_=from_("x-request@client.example")),
    "list manager as sender": replace(PERSON, sender=Address("x-bounces@list.example")),
    "precedence bulk": with_headers(("precedence", "bulk")),
    "precedence junk": with_headers(("precedence", "Junk")),
    "mass mail": replace(with_headers(("list-unsubscribe", "<https://x>")), to=(Address("all@other.example"),)),
}


@pytest.mark.parametrize("message", UNANSWERABLE.values(), ids=UNANSWERABLE.keys())
def test_some_people_get_no_automatic_answer(message: InboundMessage) -> None:
    found = classify(message, IDENTITY)

    assert (found.kind, found.answerable) == (MessageKind.PERSON, False)
    assert found.answer_rule


ANSWERABLE = {
    "suppress OOF alone": with_headers(("x-auto-response-suppress", "OOF")),
    "suppress receipts alone": with_headers(("x-auto-response-suppress", "DR, RN, NRN")),
    "in Bcc alone": replace(PERSON, to=(Address("all@other.example"),)),
    "bounce address of a sending service": replace(PERSON, return_path="bounces+12-dana=x@em.client.example"),
    "no Return-Path at all": replace(PERSON, return_path=None),
    "named Norbert": replace(PERSON, from_=from_("norbert@client.example")),
    "domain with noreply": replace(PERSON, from_=from_("dana@noreply.example")),
    "same author twice": replace(PERSON, from_=(*PERSON.from_, Address("DANA@client.example"))),
    "an ordinary reply": replace(PERSON, subject="Re: [TechOps #1042] x", in_reply_to=("<2@desk.example>",)),
    "an invitation": replace(PERSON, attachments=(Attachment("2", "", "text/calendar; method=REQUEST", 1, ""),)),
}


@pytest.mark.parametrize("message", ANSWERABLE.values(), ids=ANSWERABLE.keys())
def test_ordinary_habits_do_not_silence_people(message: InboundMessage) -> None:
    assert classify(message, IDENTITY).answerable


def test_the_words_of_an_absence_notice_count_under_its_subject_only() -> None:
    words = "I am out of the office until Monday."

    assert (
        classify(replace(PERSON, subject="Automatic reply: Help", text=words), IDENTITY).kind is MessageKind.AUTO_REPLY
    )
    assert classify(replace(PERSON, text=words), IDENTITY).kind is MessageKind.PERSON
