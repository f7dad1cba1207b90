"""Who or what wrote a mail, and may an automatic answer go out (RFC 3834 §2). Says which rule decided; answers nobody.

The rules run in order and the first that speaks decides. A wrong answer to a machine can loop, a missing one to a
person costs trust: marks in the header decide alone, words of subject and text only with a second sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mailticket.intake import marks, offers
from mailticket.model import Classification, InboundMessage, MessageKind

READ_TEXT = 4000
GENERATED = "auto-generated"
_COMMENT = re.compile(r"\([^()]{0,200}\)")


@dataclass(frozen=True, slots=True)
class Identity:
    """How this desk knows itself: its own addresses casefolded, and the header field its mails carry, in lower case."""

    addresses: frozenset[str]
    marker: str


def classify(message: InboundMessage, identity: Identity) -> Classification:
    """The kind of a mail with its rule; only a PERSON may be answerable, and then ``answer_rule`` is empty."""
    if rule := _own(message, identity):
        return Classification(MessageKind.OWN, rule, answerable=False, answer_rule=rule)
    for kind, judge in _JUDGES:
        if rule := judge(message):
            return Classification(kind, rule, answerable=False, answer_rule=rule)
    objection = _objection(message, identity)
    return Classification(MessageKind.PERSON, "no mark of a machine", answerable=not objection, answer_rule=objection)


def generated_only(message: InboundMessage, found: Classification) -> bool:
    """Nothing but the mark of a generator makes the mail automatic: what it says may still make it a request."""
    if found.kind is not MessageKind.AUTO_REPLY:
        return False
    return not (_responder(message) or _list(message) or _spam(message))


# ---------------------------------------------------------------- kinds


def _own(message: InboundMessage, identity: Identity) -> str:
    if message.header(identity.marker):
        return f"carries our own {identity.marker} field"
    if message.author.key in identity.addresses and automatic_value(message):
        return "from our own address and Auto-Submitted (RFC 3834 §5)"
    return ""


def _bounce(message: InboundMessage) -> str:
    """Reports that machines write. People forward such reports and ask about them, so words alone prove nothing."""
    if message.delivery_status or _report_type(message) == "delivery-status":
        return "delivery status notification (RFC 3464, RFC 6522)"
    if message.header("x-failed-recipients"):
        return "X-Failed-Recipients"
    daemon = _from_daemon(message)
    subject = bool(marks.FAILURE_SUBJECT.search(message.subject)) and not marks.FORWARDED_SUBJECT.match(message.subject)
    text = bool(marks.FAILURE_TEXT.search(_flat(message)))
    if message.return_path == "" and (daemon or subject or text):
        return "null reverse-path and a mailer daemon's name, subject or text (RFC 5321 §4.5.5)"
    if daemon and (subject or text):
        return "a mailer daemon reports a failure without RFC 3464"
    if subject and marks.FAILURE_OPENING.match(_flat(message)[:400]):
        return "subject and opening of a delivery report"
    return ""


def _automatic(message: InboundMessage) -> str:
    return _responder(message) or _generator(message)


def _generator(message: InboundMessage) -> str:
    """The marks of a machine that need not be an answer: forms, tickets and alerts carry them as well."""
    if (value := automatic_value(message)) == GENERATED:
        return f"Auto-Submitted: {value} (RFC 3834 §5)"
    return next((f"{name} field of a generator" for name in marks.GENERATOR_FIELDS if _says_so(message, name)), "")


def _responder(message: InboundMessage) -> str:
    if (value := automatic_value(message)) not in ("", GENERATED):
        return f"Auto-Submitted: {value} (RFC 3834 §5)"
    if report := _report_type(message):
        return f"machine-readable report {report} (RFC 6522)"
    for name in marks.AUTOMATIC_FIELDS:
        if _says_so(message, name):
            return f"{name} field of an automatic responder"
    for name, pattern in marks.AUTOMATIC_VALUES:
        if any(pattern.match(value) for value in message.header_all(name)):
            return f"{name} names an automatic responder"
    if _calendar_answer(message):
        return "answer of a calendar (RFC 5546 §3.2.3)"
    return _vacation(message)


def _vacation(message: InboundMessage) -> str:
    """Subjects may be typed by people, so they count only with a second sign (RFC 3834 §3.1.5)."""
    if not marks.VACATION_SUBJECT.match(message.subject):
        return ""
    topic = message.header("thread-topic")  # Exchange keeps the subject it answers here
    signs = {
        "null reverse-path": message.return_path == "",
        "X-Auto-Response-Suppress": bool(message.header("x-auto-response-suppress")),
        "Precedence": _precedence(message) in ("bulk", "junk"),
        "the words of one": bool(marks.ABSENT.search(_flat(message))),
        "a mail it answers": bool(message.in_reply_to or message.references),
        "the topic it answers": bool(topic) and message.subject.endswith(f": {topic}"),
    }
    return next((f"subject of an absence notice with {sign}" for sign, present in signs.items() if present), "")


def _list(message: InboundMessage) -> str:
    if _precedence(message) == "list":
        return "Precedence: list"
    name = next((name for name in marks.LIST_FIELDS if message.header(name)), "")
    return f"{name} field of a mailing list (RFC 2369, RFC 2919)" if name else ""


def _spam(message: InboundMessage) -> str:
    for name, pattern in marks.SPAM_VALUES:
        if any(pattern.match(value) for value in message.header_all(name)):
            return f"{name} field of a spam filter"
    if _precedence(message) in ("bulk", "junk") and message.header("list-unsubscribe"):
        return "bulk mail with List-Unsubscribe"
    if message.in_reply_to or message.references:
        return ""
    return "unsolicited offer: what is sold, an approach and a way out" if offers.is_offer(message) else ""


_JUDGES: tuple[tuple[MessageKind, Callable[[InboundMessage], str]], ...] = (
    (MessageKind.BOUNCE, _bounce),
    (MessageKind.AUTO_REPLY, _automatic),
    (MessageKind.LIST, _list),
    (MessageKind.SPAM, _spam),
)


# ---------------------------------------------------------------- may a person be answered


def _objection(message: InboundMessage, identity: Identity) -> str:
    """Why this mail of a person gets no automatic answer, or ""."""
    return next((rule for holds, rule in _objections(message, identity) if holds), "")


def _objections(message: InboundMessage, identity: Identity) -> Iterable[tuple[bool, str]]:
    suppress = {item.strip().casefold() for item in message.header("x-auto-response-suppress").split(",")}
    local = message.author.addr.rpartition("@")[0]
    yield not _usable(message), "not exactly one usable From address (RFC 3834 §2)"
    yield message.author.key in identity.addresses, "From is our own address"
    yield message.return_path == "", "null reverse-path (RFC 3834 §2)"
    yield bool(suppress & {"all", "autoreply"}), "X-Auto-Response-Suppress (MS-OXCMAIL)"
    yield _nobody_reads(local), "sender that nobody reads (RFC 3834 §2)"
    yield _through_list(message), "sent by a list manager or mailer daemon (RFC 5230 §4.6)"
    yield _precedence(message) in ("bulk", "junk"), "Precedence bulk or junk (RFC 3834 §2)"
    named = {address.key for address in (*message.to, *message.cc)} & identity.addresses
    mass = any(message.header(name) for name in marks.MASS_FIELDS)
    yield mass and not named, "mass mail that does not name us in To or Cc (RFC 3834 §2)"


def _usable(message: InboundMessage) -> bool:
    local, at, domain = message.author.addr.rpartition("@")
    return len({address.key for address in message.from_}) == 1 and bool(local and at and domain)


def _nobody_reads(local: str) -> bool:
    return any(pattern.match(local) for pattern in (marks.DAEMON, marks.UNREAD, marks.LIST_MANAGER))


def _through_list(message: InboundMessage) -> bool:
    """By Sender or Return-Path. Bounce addresses of sending services say nothing: people send through them too."""
    addresses = (message.sender.addr if message.sender else "", message.return_path or "")
    locals_ = [_local(address) for address in addresses if address]
    return any(marks.DAEMON.match(item) or marks.LIST_MANAGER.match(item) for item in locals_)


# ---------------------------------------------------------------- what a mail shows


def automatic_value(message: InboundMessage) -> str:
    """The Auto-Submitted keyword when it is not "no", without parameters and comments (RFC 3834 §5)."""
    for value in message.header_all("auto-submitted"):
        keyword = _COMMENT.sub(" ", value[:500]).partition(";")[0].strip().casefold()
        if keyword and keyword != "no":
            return keyword[:60]
    return ""


def _report_type(message: InboundMessage) -> str:
    if message.content_type != "multipart/report":
        return ""
    found = re.search(r"report-type\s{0,3}=\s{0,3}\"?([\w-]{1,60})", message.header("content-type"), re.IGNORECASE)
    return found[1].lower() if found else "of unknown type"


def _precedence(message: InboundMessage) -> str:
    return message.header("precedence").strip().casefold()


def _local(address: str) -> str:
    return address.rpartition("@")[0] or address


def _from_daemon(message: InboundMessage) -> bool:
    names = (message.author, *([message.sender] if message.sender else []))
    raw = message.header("from")
    return (
        any(marks.DAEMON.match(_local(item.addr)) or marks.DAEMON_NAME.match(item.name) for item in names)
        or marks.DAEMON_NAME.match(raw.strip("<\"' ")) is not None
    )


def _says_so(message: InboundMessage, name: str) -> bool:
    return bool(message.header(name)) and message.header(name).casefold() not in ("no", "false")


def _calendar_answer(message: InboundMessage) -> bool:
    types = [message.header("content-type"), *(item.content_type for item in message.attachments)]
    calendars = [item.casefold() for item in types if item.casefold().startswith("text/calendar")]
    if any("method=reply" in item.replace('"', "") or "method=counter" in item for item in calendars):
        return True
    return bool(calendars and marks.CALENDAR_SUBJECT.match(message.subject))


def _flat(message: InboundMessage) -> str:
    return " ".join(message.text[:READ_TEXT].split())
