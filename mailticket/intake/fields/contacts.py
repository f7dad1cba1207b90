"""Who wrote: From header, signature, introductions. Brings their readers together; overrides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailticket.intake.fields import companies, people, signed
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.locate import FROM_HEADER
from mailticket.intake.fields.passages import Passage
from mailticket.model import InboundMessage


def read_contacts(
    message: InboundMessage, document: Document, told: Sequence[Passage], context: FieldContext
) -> Iterator[Candidate]:
    """Candidates for contact_name, email, phone, partner_name and time_zone."""
    author = message.author
    yield from _header(message, context)
    yield from signed.read_signature(signed.lines(document), told, author, context)
    yield from people.introduced(told, author)
    yield from people.written_by(document.text, author)
    yield from companies.introduced(told)
    yield from companies.named_like_domain(told, author)


def _header(message: InboundMessage, context: FieldContext) -> Iterator[Candidate]:
    author = message.author
    if author.addr and author.key not in context.own_addresses:
        yield Candidate("email", author.addr, author.addr, 0.7, FROM_HEADER, "from-address")
    name = people.display_name(author)
    if name:
        yield Candidate("contact_name", name, author.name, 0.6, FROM_HEADER, "from-name")
    elif author.name.isalpha() and not people.ROBOT.search(author.name):
        yield Candidate("contact_name", author.name, author.name, 0.5, FROM_HEADER, "from-name")
