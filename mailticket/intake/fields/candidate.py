"""What a reader proposes: one possible value of one field, with the evidence for it. Chooses nothing."""

from __future__ import annotations

from dataclasses import dataclass

from mailticket.model import FieldContent


@dataclass(frozen=True, slots=True)
class FieldContext:
    """What the mail itself does not say: the region of national phone numbers (ISO 3166), our own addresses
    (casefolded), whether the mail answers within a ticket, whether it tells several matters, and whether its layout
    sets those apart."""

    region: str = "US"
    own_addresses: frozenset[str] = frozenset()
    is_reply: bool = False
    several: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible value. ``source`` is for people ('label "Phone" in the text'), ``rule`` names the reader's rule.

    ``confidence`` runs from 0 to 1: a label from 0.8, clear prose 0.6 to 0.8, a guess below 0.5.
    """

    key: str
    value: FieldContent
    written: str
    confidence: float
    source: str
    rule: str
