"""Which partner a ticket is of, and who looks after that partner. Pure; who is told what is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from mailticket.config import Partner
from mailticket.model import Address, FieldValue, Ticket


def partner_of(ticket: Ticket, partners: Iterable[Partner]) -> Partner | None:
    """The partner the requester named, else the one whose domain they write from; a guessed name counts last."""
    return partner_known(ticket.fields.get("partner_name"), ticket.requester, partners)


def partner_known(named: FieldValue | None, requester: Address, partners: Iterable[Partner]) -> Partner | None:
    """The same by the field and the requester alone."""
    known = tuple(partners)
    found = _named(str(named.value), known) if named else None
    by_domain = next((item for item in known if _writes_from(requester.domain, item)), None)
    return (None if named and named.is_guess else found) or by_domain or found


def _named(name: str, partners: tuple[Partner, ...]) -> Partner | None:
    wanted = _comparable(name)
    return next((item for item in partners if _comparable(item.name) == wanted), None)


def _comparable(name: str) -> str:
    return " ".join(name.casefold().split())


def _writes_from(domain: str, partner: Partner) -> bool:
    """A subdomain belongs to whom the domain belongs to."""
    own = (item.casefold().lstrip("@") for item in partner.domains)
    return any(domain == item or domain.endswith(f".{item}") for item in own)
