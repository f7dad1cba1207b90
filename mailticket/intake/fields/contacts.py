"""Who wrote: From header, signature lines, introductions. Proposes name, address, phone, company; overrides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import companies, phones, phrases, phrases_sender, values
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.locate import FROM_HEADER
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.zones import zone_near
from mailticket.model import Address, InboundMessage

_ROBOT = re.compile(
    r"\b(?:psa|helpdesk|help desk|support|service ?desk|portal|gateway|monitoring|alerts?|noreply|no.?reply|"
    r"tickets?|notification\w{0,3}|scanner|"
    r"system|form|mailer|info|admin|office|team|billing|autotask|connectwise|se[ck]r[eé]tariat|reception|recepción|"
    r"accueil|"
    r"front ?desk|kontakt|contact|buchhaltung|accounting|accounts|compta|verwaltung|sales|noc|automation|runbook|via|"
    r"lycée|école|collège|school|schule|gymnasium|verein|gmbh|llc|inc|ltd)\b",
    re.I,
)
_PREFERRED_PHONE = re.compile(r"\b(?:direct|mobile|cell|mob|m|d|handy|mobil)\b[\s.:]{0,3}$", re.I)
_OTHER_PHONE = re.compile(r"\b(?:fax|f|emergenc\w{0,4}|hotline|toll.?free)\b[^\d]{0,20}$", re.I)
_SEGMENTS = re.compile(r"\s*[|•·*–]\s*|,\s+|\s-\s|\s@\s|\t")
_INNER = re.compile(r"\(([^()]{3,50})\)")
_MAX_SIGNATURE = 12
_TAIL_LINE = 70


def read_contacts(
    message: InboundMessage, document: Document, told: Sequence[Passage], context: FieldContext
) -> Iterator[Candidate]:
    """Candidates for contact_name, email, phone and partner_name."""
    yield from _header(message, context)
    lines = signature_lines(document)
    yield from _signature_phone(lines, context)
    yield from _signature_names(lines, message.author)
    yield from _introduction(told, message.author)
    yield from companies.named_like_domain(told, message.author)


# ---------------------------------------------------------------- headers


def _header(message: InboundMessage, context: FieldContext) -> Iterator[Candidate]:
    author = message.author
    if author.addr and author.key not in context.own_addresses:
        yield Candidate("email", author.addr, author.addr, 0.7, FROM_HEADER, "from-address")
    name = display_name(author)
    if name:
        yield Candidate("contact_name", name, author.name, 0.6, FROM_HEADER, "from-name")
    elif author.name.isalpha() and not _ROBOT.search(author.name):
        yield Candidate("contact_name", author.name, author.name, 0.5, FROM_HEADER, "from-name")


def display_name(author: Address) -> str | None:
    """A person's name from the display name; None for programs, functions and single words."""
    name = re.split(r"[(\[|]", author.name[:120], maxsplit=1)[0].strip(" '\"")
    if not name or _ROBOT.search(name) or "@" in name:
        return None
    person = values.person(name)
    return person if person and len(person.split()) >= 2 else None


def _introduction(told: Sequence[Passage], author: Address) -> Iterator[Candidate]:
    own = author.addr.partition("@")[0].casefold()
    if not author.name and own.isalpha() and any(own in passage.words for passage in told):
        yield Candidate("contact_name", own, own, 0.5, "name of the address, in the text", "introduction")
    for passage in told[:6]:
        if found := phrases_sender.INTRODUCES.search(passage.text, 0, 600):
            yield Candidate("contact_name", found[1], found[0], 0.58, "in the text", "introduction")
        for pattern in phrases_sender.OUR_COMPANY:
            if (found := pattern.search(passage.text, 0, 600)) and _may_be_company(found[1]):
                yield Candidate("partner_name", found[1].strip(" .,"), found[0], 0.56, "in the text", "introduction")


def _may_be_company(name: str) -> bool:
    first = name.split(maxsplit=1)[0].casefold()
    return first not in _NO_COMPANY_BEGINS and not zone_near(name)


_NO_COMPANY_BEGINS = words(
    "microsoft office teams sharepoint outlook exchange azure cmp i we the it techops monday tuesday wednesday "
    "thursday friday "
)


# ---------------------------------------------------------------- signature


def signature_lines(document: Document) -> tuple[str, ...]:
    """The signature, else the short lines the text ends with."""
    given = [line.text.strip() for line in document.signature if line.text.strip()]
    return tuple(given[:_MAX_SIGNATURE]) or _tail(document.text)


def _tail(lines: Sequence[Line]) -> tuple[str, ...]:
    tail: list[str] = []
    for line in reversed(lines[-30:]):
        text = line.text.strip()
        if len(text) > _TAIL_LINE or (not text and len(tail) >= 2) or len(tail) >= 6:
            break
        if text:
            tail.insert(0, text)
    last = lines[-1].text.strip() if lines else ""
    return tuple(tail) or ((last[-120:],) if last else ())


def _signature_phone(lines: Sequence[str], context: FieldContext) -> Iterator[Candidate]:
    for line in lines:
        for found in phones.written(line[:300]):
            before = line[max(0, found.start() - 30) : found.start()]
            value = None if _OTHER_PHONE.search(before) else phones.normalised(found[0], context.region)
            if value:
                sure = 0.58 if _PREFERRED_PHONE.search(before) else 0.55
                yield Candidate("phone", value, found[0].strip(), sure, "signature", "signature-phone")


def _signature_names(lines: Sequence[str], author: Address) -> Iterator[Candidate]:
    kept = [line[:160] for line in lines if not phrases.CLOSING.match(line)]
    segments = [part.strip(" .") for line in kept for part in _SEGMENTS.split(line)]
    name = next((part for part in segments if _is_name(part, author)), None)
    if not name and not display_name(author):
        yield from _unknown_name(kept, author)
    if name:
        yield Candidate("contact_name", name, name, 0.62, "signature", "signature-name")
    whole = [line.strip() for line in lines if len(line) <= _TAIL_LINE]
    inner = [part for line in kept for part in _INNER.findall(line)]
    found = companies.best([text for text in whole + segments + inner if text != name], author)
    placed = companies.beside_name([part for line in kept for part in (line, *_SEGMENTS.split(line))], name or "")
    if found:
        yield Candidate("partner_name", found[0], found[0], found[1], "signature", "signature-company")
    elif placed:
        yield Candidate("partner_name", placed, placed, 0.52, "signature", "signature-place")


def _unknown_name(lines: Sequence[str], author: Address) -> Iterator[Candidate]:
    """Under a mail from a shared address: the first line that is two or three capitalised words and no company."""
    for line in lines[:2]:
        words = line.strip(" ,.").split()
        shaped = (
            2 <= len(words) <= 3
            and ":" not in line
            and all(word[:1].isupper() and word[1:].islower() for word in words)
        )
        if shaped and companies.rate(line.strip(" ,."), author) <= 0 and not _ROBOT.search(line):
            yield Candidate("contact_name", line.strip(" ,."), line, 0.55, "signature", "signature-first-line")
            return


def _is_name(text: str, author: Address) -> bool:
    """Two to four capitalised words, one of them in the author's display name or address."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(word[:1].isupper() for word in words) or re.search(r"[\d@]", text):
        return False
    local = plain(author.addr.partition("@")[0])
    known = set(plain(author.name).split()) | set(local.split())
    parts = plain(text).split()
    shown = display_name(author)
    last = plain(shown).split()[-1] if shown else ""
    if len(last) > 2 and parts[-1] not in plain(shown or "").split() and parts[-1] not in local.split():
        return False  # shares a first name or the name of the firm only
    return bool(known & set(parts)) or any(len(part) >= 3 and part in local.replace(" ", "") for part in parts)
