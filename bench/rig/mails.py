"""Made-up support mails, the same ones for the same seed: plain, with HTML, with attachments. Delivers nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from mailticket.house import utc_now

DESK = "desk@desk.test"
MEAN_OCTETS = 40 * 1024
_BASE64 = 78 / 57  # octets in the mail for each octet of an attachment
_PLAIN, _HTML = 0.35, 0.75  # shares: plain text alone; up to here with HTML as well; the rest with an attachment
_FILES = (("image", "png", "screenshot.png"), ("application", "pdf", "invoice.pdf"), ("application", "zip", "logs.zip"))


@dataclass(frozen=True, slots=True)
class _Draft:
    message: EmailMessage
    attachment: float  # its share of all the octets that attachments may take, unscaled; 0 for none


def generate(count: int, seed: int) -> list[bytes]:
    """``count`` mails of different senders about different things, ``MEAN_OCTETS`` each on average.

    Attachments take up what texts leave of that mean; their sizes are log-normal, as those of real ones.
    """
    chance = random.Random(seed)
    drafts = [_draft(chance, number) for number in range(count)]
    missing = MEAN_OCTETS * count - sum(len(bytes(draft.message)) for draft in drafts)
    shares = sum(draft.attachment for draft in drafts)
    for draft in drafts:
        if draft.attachment:
            _attach(draft.message, chance, int(missing * draft.attachment / shares / _BASE64))
    return [bytes(draft.message) for draft in drafts]


def _draft(chance: random.Random, number: int) -> _Draft:
    kind = chance.random()
    text = _text(chance)
    message = _headed(chance, number)
    message.set_content(text, cte="quoted-printable" if chance.random() < 0.5 else "8bit")
    if kind >= _PLAIN:
        message.add_alternative(_html(chance, text), subtype="html", cte="quoted-printable")
    return _Draft(message, chance.lognormvariate(0, 0.7) if kind >= _HTML or number == 0 else 0.0)


def _headed(chance: random.Random, number: int) -> EmailMessage:
    first, last, company = chance.choice(_FIRST), chance.choice(_LAST), chance.choice(_COMPANY)
    host = f"{company.lower()}.example"
    message = EmailMessage(SMTP)
    for hop in range(chance.randint(2, 6)):
        received = f"from mx{hop}.{host} (mx{hop}.{host} [192.0.2.{hop + 1}]) by in{hop}.desk.test with ESMTPS"
        message["Received"] = f"{received} id {chance.getrandbits(64):016x}; {format_datetime(utc_now())}"
    message["From"] = f"{first} {last} <{last.lower()}.{number}@{host}>"
    message["To"] = DESK
    message["Subject"] = f"{chance.choice(_PRODUCT)}: {_sentence(chance, 4)[:-1]} ({number})"
    message["Date"] = format_datetime(utc_now())
    message["Message-ID"] = f"<{chance.getrandbits(96):024x}.{number}@{host}>"
    return message


def _text(chance: random.Random) -> str:
    """Some say everything the desk asks for, some a part, some nothing of it."""
    lines = [f"{label}: {chance.choice(values)}" for label, values in _BLOCK]
    block = lines[: chance.choice((0, 5, len(lines), len(lines)))]
    story = [_paragraph(chance) for _ in range(chance.randint(2, 8))]
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    signature = ["Best regards,", name, f"{chance.choice(_COMPANY)} – Tel. 617-555-0{chance.randint(100, 199)}"]
    return "\n".join(["Hello,", "", *story, "", *block, "", *signature, ""])


def _html(chance: random.Random, text: str) -> str:
    """As office programs write it: a style sheet longer than the text, and a span around every line."""
    rules = [f"p.c{n} {{ margin:0cm; font-size:{n}pt; font-family:Calibri; }}" for n in range(chance.randint(20, 120))]
    lines = [f'<p class="c{n}"><span style="color:#1F49">{line}</span></p>' for n, line in enumerate(text.split("\n"))]
    return "\n".join(["<html><head><style>", *rules, "</style></head><body>", *lines, "</body></html>"])


def _attach(message: EmailMessage, chance: random.Random, size: int) -> None:
    main, sub, name = chance.choice(_FILES)
    message.add_attachment(chance.randbytes(size), maintype=main, subtype=sub, filename=name)


def _paragraph(chance: random.Random) -> str:
    return "\n".join(_sentence(chance, chance.randint(6, 14)) for _ in range(chance.randint(2, 5))) + "\n"


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS.split(), k=words)).capitalize() + "."


_FIRST = ("Dana", "Lee", "Sam", "Pat", "Robin", "Zoë", "Jörg", "Ana", "Kofi", "Mei")
_LAST = ("Whitfield", "Ortiz", "Okafor", "Nowak", "Hale", "Bauer", "Silva", "Mensah", "Lin", "Doyle")
_COMPANY = ("Northfold", "Harborlight", "Ridgeline", "Oldmill", "Bluewharf", "Stonegate", "Fernway", "Quayside")
_PRODUCT = ("Exchange Online", "Entra ID", "Teams", "SharePoint", "Intune", "Azure", "OneDrive")
_WORDS = """
since this morning users mail domain cannot sign in the after change connector returned error tenant policy license
portal shows nothing we tried again and it still fails for some accounts but not others please look at invoice
subscription renewed twice device sync group rule message trace delayed queue server certificate expired admin
"""
_BLOCK = (
    ("Partner Name", ("Northfold IT", "Harborlight Dental", "Ridgeline MSP")),
    ("Contact", ("Dana Whitfield", "Lee Ortiz")),
    ("Phone", ("617-555-0117", "+1 312 555 0190")),
    ("Preferred contact method", ("Email", "phone")),
    ("Preferred time to contact", ("9-12", "before noon", "any time")),
    ("Time zone", ("Eastern", "Pacific", "CST")),
    ("Severity", ("A", "B", "C", "C")),
    ("Affected product", _PRODUCT),
    ("Issue description", ("all mail to one domain is returned", "nobody can sign in")),
    ("Error messages", ("550 5.4.1 Recipient address rejected", "AADSTS53003")),
    ("Tenant domain", ("orchard.onmicrosoft.com", "ridgeclient.onmicrosoft.com")),
    ("Customer CMP ID", ("58213", "77410")),
    ("Number of users impacted", ("1", "12", "250")),
    ("Steps to reproduce", ("sign in as any user", "send any mail")),
    ("Steps taken", ("checked the accepted domains", "restarted")),
)
