"""The mails of the system tests as customers, agents and machines write them, and what a test asks of a mail of ours.

All names are invented; addresses are of reserved domains (RFC 2606).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP, default
from email.utils import format_datetime, parseaddr

DESK = "techops@desk.test"
AGENT = "Robin Hale <robin@staff.test>"
AGENT_ADDRESS = "robin@staff.test"
OPENS, CLOSES = "--- Please fill in and send back ---", "--- End of form ---"
_POLICY = SMTP.clone(max_line_length=998)  # long Message-IDs must not be encoded

INCOMPLETE = (
    "Hello,\n\nsince this morning we cannot send mail to Gmail addresses any more. Can somebody look please?\n\nLee\n"
)
COMPLETE = """\
Hello,

Partner Name: Northfold IT
Contact: Dana Whitfield
Email: dana@northfold.example
Phone: 617-555-0117
Preferred contact method: Email
Preferred time to contact: 9-12
Time zone: Pacific
Severity: B
Affected product: Exchange Online
Issue description: Since this morning all mail to orchard.example is returned.
Error messages: 550 5.4.1 Recipient address rejected: Access denied
Tenant domain: orchard.onmicrosoft.com
Customer CMP ID: 58213
Number of users impacted: 40
Steps to reproduce: send a mail to info@orchard.example
Steps taken: checked the accepted domains and the MX record

Dana
"""


def new_customer(name: str = "Lee Ortiz") -> str:
    """A mailbox nobody has used yet, so that tests can share one running desk."""
    return f"{name} <{name.partition(' ')[0].lower()}-{uuid.uuid4().hex[:8]}@customer.example>"


def address(mailbox: str) -> str:
    return parseaddr(mailbox)[1]


# ---------------------------------------------------------------- writing


def letter(sender: str, text: str, subject: str = "cannot send mail", to: str = DESK, **fields: str) -> EmailMessage:
    """A mail of a person; ``fields`` are further header fields, ``reply_to="x"`` for ``Reply-To: x``."""
    mail = EmailMessage(_POLICY)
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = f"<{uuid.uuid4().hex}@{address(sender).rpartition('@')[2]}>"
    for name, value in fields.items():
        mail[name.replace("_", "-").title()] = value
    mail.set_content(text)
    return mail


def answer(sender: str, to_mail: bytes, text: str, to: str = DESK, **fields: str) -> EmailMessage:
    """An answer as mail programs thread it (RFC 5322 §3.6.4)."""
    earlier = read(to_mail)
    references = f"{earlier['References'] or ''} {earlier['Message-ID']}".strip()
    threading = {"in_reply_to": str(earlier["Message-ID"]), "references": references}
    return letter(sender, text, f"Re: {earlier['Subject']}", to, **threading, **fields)


def absence(sender: str, to_mail: bytes) -> EmailMessage:
    mail = answer(sender, to_mail, "I am out of the office until Monday.", auto_submitted="auto-replied")
    mail.replace_header("Subject", f"Automatic reply: {read(to_mail)['Subject']}")
    return mail


def bounce(recipient: str, of: bytes) -> bytes:
    """A delivery status notification (RFC 3464) about a mail of ours, by the customer's mail server."""
    head = (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.customer.example\r\nTo: {DESK}\r\n"
        f"Subject: Undelivered Mail Returned to Sender\r\nDate: {format_datetime(datetime.now(UTC))}\r\n"
        f"Message-ID: <{uuid.uuid4().hex}@mx.customer.example>\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    )
    notice = "--b\r\nContent-Type: text/plain\r\n\r\nYour mail could not be delivered: the mailbox is full.\r\n"
    status = (
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.customer.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: 5.2.2\r\n"
        "Diagnostic-Code: smtp; 552 5.2.2 mailbox full\r\n\r\n"
    )
    original = f"Message-ID: {read(of)['Message-ID']}\r\n"
    return f"{head}{notice}{status}--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{original}\r\n--b--\r\n".encode()


# ---------------------------------------------------------------- reading


def read(octets: bytes) -> EmailMessage:
    message = BytesParser(policy=default).parsebytes(octets)
    assert isinstance(message, EmailMessage)
    return message


def plain(octets: bytes) -> str:
    part = read(octets).get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def html(octets: bytes) -> str:
    part = read(octets).get_body(("html",))
    assert part is not None
    return str(part.get_content())


def form(octets: bytes) -> list[str]:
    """The lines of the request block, one question each; empty when the mail asks nothing."""
    _, opened, rest = plain(octets).partition(OPENS)
    return [line for line in rest.partition(CLOSES)[0].splitlines() if line.strip()] if opened else []


def filled(lines: Iterable[str], answers: Mapping[str, str]) -> list[str]:
    """The lines with answers written behind their labels, as people do."""
    return [f"{line.rstrip()} {answers.get(line.partition(' (')[0].rstrip(': '), '')}".rstrip() for line in lines]
