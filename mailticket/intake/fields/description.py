"""The problem in the sender's own words, when no label says it: greeting, closing and contact details left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mailticket.intake.fields import phrases
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.deeds import tells_steps
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.passages import Passage, passages

MAX_OWN = 480
MAX_FORWARDED = 280
_SHORT = 60  # no greeting and no line of a signature is longer
_LONG = 200
_ASIDE = 120  # a longer sentence tells more than how to reach somebody
_SALUTATION = 30
_CLOSING_BELOW = 40
_HEADER = re.compile(
    r"^\W{0,3}(?:From|Sent|Date|To|Cc|Subject|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet|Enviado|Para|"
    r"Asunto)\W{0,2}:\s|^-{3,}|^Begin forwarded",
    re.I,
)
_POINTS_ON = re.compile(
    r"\b(?:see below|below from|forward\w{0,4}|is attached|from our (?:customer|client)|handle|check this|"
    r"siehe unten|fyi|voir ci-dessous)\b",
    re.I,
)


def describe(own: Sequence[Line], forwarded: Sequence[Line], signature: Sequence[str]) -> Iterator[Candidate]:
    """The sender's telling sentences, those of a mail sent on after them; nothing when none are left."""
    said = _telling(body(own, signature))
    passed_on = _capped(_telling(body((line for line in forwarded if not _HEADER.match(line.text)), ())), MAX_FORWARDED)
    if passed_on:
        said = (passage for passage in said if len(passage.text) > _SHORT or not _POINTS_ON.search(passage.text))
    parts = (_capped(said, MAX_OWN if not passed_on else MAX_FORWARDED), passed_on)
    text = "\n\n".join(part for part in parts if part)
    if text:
        yield Candidate("description", text, text[:300], 0.5, "the text, no label", "own-words")


def body(lines: Iterable[Line], signature: Sequence[str]) -> Iterator[str]:
    """Lines between greeting and closing, without those of the signature."""
    names = set(signature) if len(signature) > 1 else set()
    begun = False
    for line in lines:
        text = line.text.strip()
        short = len(text) < _SHORT
        if begun and len(text) < _CLOSING_BELOW and phrases.CLOSING.match(text):
            break
        if not (short and (text in names or phrases.GREETING.match(text))):
            begun = begun or bool(line.text)
            yield line.text


def _telling(lines: Iterable[str]) -> Iterator[Passage]:
    """The first sentence that is not about contact tells the problem, even where it tells what was tried."""
    begun = False
    for passage in passages(lines):
        if (
            not passage.text
            or _about_contact(passage)
            or (begun and tells_steps(passage) and len(passage.text) < _LONG)
        ):
            continue
        begun = begun or len(passage.text) > _SALUTATION
        yield passage


def _about_contact(passage: Passage) -> bool:
    """Contact details and thanks: other fields hold them."""
    return len(passage.text) < _ASIDE and bool(phrases.ABOUT_CONTACT.search(passage.text))


def _capped(told: Iterable[Passage], limit: int) -> str:
    """Whole sentences up to ``limit`` characters, the first one always."""
    text = ""
    for passage in told:
        if text and len(text) + len(passage.text) > limit:
            break
        text = f"{text} {passage.text}".strip()
    return text
