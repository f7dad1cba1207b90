"""Which partner a ticket is of, and who looks after that partner. Pure; who is told what is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from mailticket.config import Partner
from mailticket.model import Ticket


def partner_of(ticket: Ticket, partners: Iterable[Partner]) -> Partner | None:
    """The partner the requester named, else the one whose domain they write from; a guessed name counts last."""
    known = tuple(partners)
    named, guessed = _named(ticket, known)
    by_domain = next((item for item in known if _writes_from(ticket.requester.domain, item)), None)
    return (None if guessed else named) or by_domain or named


def _named(ticket: Ticket, partners: tuple[Partner, ...]) -> tuple[Partner | None, bool]:
    """The partner of the field, and whether its value is a mere guess."""
    found = ticket.fields.get("partner_name")
    if found is None:
        return None, False
    wanted = _comparable(str(found.value))
    return next((item for item in partners if _comparable(item.name) == wanted), None), found.is_guess


def _comparable(name: str) -> str:
    return " ".join(name.casefold().split())


def _writes_from(domain: str, partner: Partner) -> bool:
    """A subdomain belongs to whom the domain belongs to."""
    own = (item.casefold().lstrip("@") for item in partner.domains)
    return any(domain == item or domain.endswith(f".{item}") for item in own)
