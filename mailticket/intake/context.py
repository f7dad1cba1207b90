"""What reading needs to know of the desk: small, sent to the reading process, and free of what that does not need."""

from __future__ import annotations

from dataclasses import dataclass

MARKER = "x-mailticket"  # the header by which we know our own automatic mail


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """``own_addresses`` and those of ``agents`` are compared case-folded; ``region`` is where national phone numbers
    belong.

    ``labels`` are a desk's own wordings: field key and wording. ``explain``: the reading says how it came about.
    """

    desk: str = "TechOps"
    region: str = "US"
    own_addresses: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    labels: tuple[tuple[str, str], ...] = ()
    explain: bool = False
