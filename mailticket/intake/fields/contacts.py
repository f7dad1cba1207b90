"""Who wrote: From header, signature, introductions. Brings their readers together; overrides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailticket.intake.fields import companies, people, phrases_sender, signed
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.locate import FROM_HEADER
from mailticket.intake.fields.passages import Passage
from mailticket.model import Address, InboundMessage


def read_contacts(
    message: InboundMessage, document: Document, told: Sequence[Passage], context: FieldContext
) -> Iterator[Candidate]:
    """Candidates for contact_name, email, phone, partner_name and time_zone."""
    author = message.author
    yield from _header(message, context)
    yield from signed.read_signature(signed.lines(document), told, author, context)
    yield from people.introduced(told, author)
    yield from people.written_by(document.text, author)
    yield from _submitted(document, author)
    yield from companies.introduced(told)
    yield from companies.named_like_domain(told, author)


def _submitted(document: Document, author: Address) -> Iterator[Candidate]:
    """The address of who filled in what a program sent: "Submitted 5:02 PM by ann@firm.example"."""
    if people.display_name(author):
        return
    for line in document.text:
        if "@" in line.text and (found := phrases_sender.SUBMITTED.search(line.text[:300])):
            yield Candidate("email", found[1], found[0], 0.74, "in the text", "submitted-by")


def _header(message: InboundMessage, context: FieldContext) -> Iterator[Candidate]:
    author = message.author
    if author.addr and author.key not in context.own_addresses:
        yield Candidate("email", author.addr, author.addr, 0.7, FROM_HEADER, "from-address")
    name = people.display_name(author)
    if name:
        yield Candidate("contact_name", name, author.name, 0.6, FROM_HEADER, "from-name")
    elif author.name.isalpha() and not people.ROBOT.search(author.name):
        yield Candidate("contact_name", author.name, author.name, 0.5, FROM_HEADER, "from-name")
