"""Pictures inside a mail: their octets, their size, and what they say to those who do not see them. Draws nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InlineImage:
    """A PNG shown inside a mail: what it says to those who do not see it, and its size in pixels of the screen."""

    name: str  # letters
    alt: str
    octets: bytes
    width: int
    height: int

    @property
    def content_id(self) -> str:
        """By content, so that equal ones are the same (RFC 2392); without the angle brackets."""
        return f"{self.name}.{hashlib.sha256(self.octets).hexdigest()[:24]}@mailticket"
