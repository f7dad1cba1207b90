"""The demonstration's correspondents: sample mails as customers, their machines and an agent would write them.

All names are invented; addresses are of reserved domains (RFC 2606).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP, default
from email.utils import format_datetime, make_msgid

DESK = "TechOps@eGroup-us.com"
AGENT = "Robin Hale <robin.hale@egroup-us.com>"
_POLICY = SMTP.clone(max_line_length=998)  # long Message-IDs must not be encoded


@dataclass(frozen=True, slots=True)
class Sample:
    """A mail to deliver, and what it is meant to show."""

    story: str
    octets: bytes


def first_mails(now: datetime) -> tuple[Sample, ...]:
    """What arrives before anybody has answered."""
    newsletter = _mail("The Cloud Weekly <news@cloudweekly.example>", "Issue 214: prices and tips", _NEWSLETTER, now)
    newsletter["List-Id"] = "<weekly.cloudweekly.example>"
    newsletter["Precedence"] = "bulk"
    complete = _mail("Dana Whitfield <dana@northfold.example>", "Mail to one domain is refused", _COMPLETE, now)
    samples = (
        Sample("a customer whose mail says everything", bytes(complete)),
        Sample(
            "a customer who leaves most of it out", _octets("Lee Ortiz <lee@harborlight.example>", *_INCOMPLETE, now)
        ),
        Sample("severity A", _octets("Sam Okafor <sam@ridgeline.example>", *_SEVERE, now)),
        Sample("a request the desk does not cover", _octets("Pat Nowak <pat@oldmill.example>", *_OUT_OF_SCOPE, now)),
        Sample("a newsletter", bytes(newsletter)),
    )
    return (*samples, Sample("the first mail once more", bytes(complete)))


def answers(acknowledgements: dict[str, bytes], now: datetime) -> tuple[Sample, ...]:
    """What comes back once the acknowledgements (by recipient) have gone out."""
    lee, dana, sam = (_parsed(acknowledgements[addr]) for addr in (_LEE, _DANA, _SAM))
    return (
        Sample("the block filled in and sent back", bytes(_filled_in(lee, now))),
        Sample("an out-of-office notice", bytes(_out_of_office(sam, now))),
        Sample("a bounce of an acknowledgement", _bounce(sam, now)),
        Sample("an agent answers, with a copy to the desk", bytes(_agent_answer(dana, now))),
    )


_LEE_ORTIZ, _SAM_OKAFOR = "Lee Ortiz <lee@harborlight.example>", "Sam Okafor <sam@ridgeline.example>"
_LEE, _DANA, _SAM = "lee@harborlight.example", "dana@northfold.example", "sam@ridgeline.example"
CUSTOMERS = (_LEE, _DANA, _SAM, "pat@oldmill.example")


def _octets(sender: str, subject: str, text: str, now: datetime) -> bytes:
    return bytes(_mail(sender, subject, text, now))


def _mail(sender: str, subject: str, text: str, now: datetime) -> EmailMessage:
    mail = EmailMessage(_POLICY)
    mail["From"] = sender
    mail["To"] = DESK
    mail["Subject"] = subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].rstrip(">"))
    mail.set_content(text)
    return mail


def _reply(sender: str, to: EmailMessage, text: str, now: datetime) -> EmailMessage:
    mail = _mail(sender, f"Re: {to['Subject']}", text, now)
    mail["In-Reply-To"] = to["Message-ID"]
    mail["References"] = f"{to['References']} {to['Message-ID']}"
    return mail


def _parsed(octets: bytes) -> EmailMessage:
    message = BytesParser(policy=default).parsebytes(octets)
    assert isinstance(message, EmailMessage)
    return message


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def _filled_in(request: EmailMessage, now: datetime) -> EmailMessage:
    """Types into the quoted block, as people do; two lines stay empty."""
    lines = [f"> {line}{_ANSWERS.get(_label(line), '')}".rstrip() for line in _lines(request)]
    text = "Hi, see below, thanks!\n\nOn Monday TechOps wrote:\n" + "\n".join(lines)
    return _reply(_LEE_ORTIZ, request, text, now)


def _lines(request: EmailMessage) -> list[str]:
    """The request's lines; a label to fill in ends with a blank for its answer."""
    return [f"{line.rstrip()} " if line.rstrip().endswith(":") else line for line in _text(request).splitlines()]


def _label(line: str) -> str:
    return line.partition(" (")[0].rstrip(": ")


def _out_of_office(ack: EmailMessage, now: datetime) -> EmailMessage:
    mail = _reply(_SAM_OKAFOR, ack, "I am out of the office until Monday.", now)
    mail.replace_header("Subject", f"Automatic reply: {ack['Subject']}")
    mail["Auto-Submitted"] = "auto-replied"
    return mail


def _agent_answer(ack: EmailMessage, now: datetime) -> EmailMessage:
    text = "Hello Dana,\n\nthe connector was blocked; I have released it. Does mail flow again?\n\nRobin"
    mail = _reply(AGENT, ack, text, now)
    mail.replace_header("To", _DANA)
    mail["Cc"] = DESK
    return mail


def _bounce(ack: EmailMessage, now: datetime) -> bytes:
    """A delivery status notification of RFC 3464."""
    head = (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.ridgeline.example\r\nTo: {DESK}\r\n"
        f"Subject: Undelivered Mail Returned to Sender\r\nDate: {format_datetime(now)}\r\n"
        f"Message-ID: {make_msgid(domain='mx.ridgeline.example')}\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    )
    notice = "--b\r\nContent-Type: text/plain\r\n\r\nYour mail could not be delivered: the mailbox is full.\r\n"
    status = (
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.ridgeline.example\r\n\r\n"
        f"Final-Recipient: rfc822; {_SAM}\r\nAction: failed\r\nStatus: 5.2.2\r\n"
        "Diagnostic-Code: smtp; 552 5.2.2 mailbox full\r\n\r\n"
    )
    returned = f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {ack['Message-ID']}\r\n\r\n--b--\r\n"
    return (head + notice + status + returned).encode()


_ANSWERS = {
    "Partner name": "Harborlight Dental",
    "Phone number": "503-555-0142",
    "Preferred contact method": "phone",
    "Preferred time to contact": "before noon",
    "Time zone": "Pacific",
    "Case severity": "B",
    "Affected product": "Exchange Online",
    "Impacted tenant domains": "harborlight.onmicrosoft.com",
    "Number of users impacted": "12",
    "Error messages": "550 5.7.708 Service unavailable",
    "Steps to reproduce": "send any mail to a Gmail address",
}

_COMPLETE = """\
Hello,

Partner Name: Northfold IT
Contact: Dana Whitfield
Email: dana@northfold.example
Phone: 617-555-0117
Preferred contact method: Email
Preferred time to contact: 9-12
Time zone: Eastern
Severity: B
Affected product: Exchange Online
Issue description: Since this morning all mail to orchard.example is returned.
Error messages: 550 5.4.1 Recipient address rejected: Access denied
Tenant domain: orchard.onmicrosoft.com
Customer CMP ID: 58213
Subscription ID: n/a
Number of users impacted: 40
Users impacted: all
Steps to reproduce: send a mail to info@orchard.example
Steps taken: checked the accepted domains and the MX record
Tools used: message trace

Dana
"""

_INCOMPLETE = (
    "can't send mail",
    "Hi, since about 9 we cannot send mail to Gmail addresses any more. Can somebody look please?\n\nLee\n",
)

_SEVERE = (
    "URGENT: nobody can sign in",
    """\
Partner Name: Ridgeline MSP
Contact: Sam Okafor
Phone: +1 312 555 0190
Preferred contact method: phone
Preferred time to contact: any time
Time zone: Central
Severity: A - critical
Affected product: Entra ID
Issue description: All 250 users of our client are locked out since the last change of conditional access.
Error messages: AADSTS53003: Access has been blocked by Conditional Access policies
Tenant domain: ridgeclient.onmicrosoft.com
CMP ID: 77410
Number of users impacted: 250
Steps to reproduce: sign in as any user
Steps taken: tried the emergency account, which is locked as well
""",
)

_OUT_OF_SCOPE = (
    "Server in the closet beeps",
    "Our Dell server in the back room beeps and an amber light is on at drive 2. Please send somebody.\n\nPat Nowak\n",
)

_NEWSLETTER = "This week: new prices, and three tips.\n\nUnsubscribe at any time.\n"
