"""Short answers to a request without saying to what: "B, 12 people, Eastern". Only for what the request asked.

A piece between commas or line ends counts when it is nothing but a value of one asked field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import values
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone

MAX_PIECES = 60
_SURE = 0.57
_BETWEEN = re.compile(r"[,;]\s|\s(?:and|und|et|y)\s|\.(?:\s|$)")
_LETTER = re.compile(r"[\"'(]?([ABC])[\"')]?$")
_DIGITS = re.compile(r"#?(\d{1,7})$")
_LONG_NUMBER = 4  # digits an identifier has at least, and a count of users seldom


def read_terse(told: Sequence[Passage], asked: frozenset[str]) -> Iterator[Candidate]:
    """Candidates for asked fields from pieces that are a value and nothing else."""
    pieces = [
        piece.strip(" .!-*•")
        for passage in told
        if not passage.text.endswith("?")
        for piece in _BETWEEN.split(passage.text[:300])
    ]
    for piece in pieces[:MAX_PIECES]:
        for key, value in _values(piece):
            if key in asked:
                yield Candidate(key, value, piece, _SURE, "in the text, answering the request", "terse")
    if "preferred_contact_time" in asked:
        stretch = next(
            (found[0] for passage in told if len(passage.text) < _SENTENCE for found in find_times(passage.text)), None
        )
        if stretch:
            yield Candidate(
                "preferred_contact_time", stretch, stretch, 0.5, "in the text, answering the request", "terse"
            )


_SENTENCE = 90


def _values(piece: str) -> Iterator[tuple[str, str | int | tuple[str, ...]]]:
    if found := _LETTER.match(piece):
        yield "severity", found[1]
    elif found := _DIGITS.match(piece):
        yield ("cmp_id", found[1]) if len(found[1]) >= _LONG_NUMBER else ("users_impacted", int(found[1]))
    elif values.DOMAIN.fullmatch(piece):
        yield "tenant_domains", (piece.casefold(),)
    elif 0 < len(piece.split()) <= 3 and (name := zone(piece)):
        yield "time_zone", name
