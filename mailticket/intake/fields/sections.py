"""Headings of a form that say whom the labels below them ask about: the partner, or his customer.

Under the customer's, a name, a number or an address is not the sender's; under the partner's, "Name" is the firm's
when a person has a label of its own. Only tells where such parts are and what their labels cannot mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from mailticket.intake.fields.labels import OTHER, plain
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import Answer

_HEADING = 40  # characters of the longest one
_OURS = words("partner msp reseller requester requestor submitter sender revendeur socio systemhaus dienstleister")
_THEIRS = words("customer client enduser kunde endkunde kundin cliente kunden")
_THING = words(
    "product issue problem error case incident ticket tenant technical environment subscription fault request"
)
_ANY = words(
    "end final finaler the your our details detail information info data section part company organization "
    "organisation contact angaben daten finale informations datos del du des de zum user users affected"
)
_ABOUT_PEOPLE = frozenset(
    ["partner_name", "contact_name", "email", "phone", "preferred_contact_method", "preferred_contact_time"]
)


def sectioned(answers: Sequence[Answer], lines: Sequence[Line]) -> tuple[Answer, ...]:
    """The answers, each with the fields its label can mean in the part of the form it stands in."""
    heads = dict(_headings(lines, {answer.first for answer in answers if answer.lines}))
    if not {"ours", "theirs"} & set(heads.values()):
        return tuple(answers)
    parts = {at: _part(at, heads) for at in {answer.first for answer in answers}}
    named = any(
        _is_ours(answer, parts) and answer.keys[0] == "contact_name" and not _bare(answer) for answer in answers
    )
    return tuple(_meant(answer, parts[answer.first], named=named) for answer in answers)


def _headings(lines: Sequence[Line], labelled: Set[int]) -> Iterator[tuple[int, str]]:
    """Lines that are such a heading and have a label with its answer right below."""
    for at, line in enumerate(lines):
        text = line.text.strip(" *_#=-–—:[]")
        if not 2 < len(text) < _HEADING or line.label == "" or text[-1] in ".,;!?" or at in labelled:
            continue
        below = next((under for under in range(at + 1, min(at + 4, len(lines))) if lines[under].text.strip()), at)
        if below in labelled and (kind := _kind(text)):
            yield at, kind


def _kind(text: str) -> str:
    """Whose part of the form such a heading begins; "" for no heading."""
    spoken = set(plain(text).split())
    for kind, known in (("theirs", _THEIRS), ("ours", _OURS), ("thing", _THING)):
        if spoken & known and spoken <= known | _ANY:
            return kind
    return ""


def _part(at: int, heads: dict[int, str]) -> str:
    above = [head for head in heads if head < at]
    return heads[max(above)] if above else ""


def _is_ours(answer: Answer, parts: dict[int, str]) -> bool:
    return parts[answer.first] == "ours"


def _bare(answer: Answer) -> bool:
    return plain(answer.label) in ("name", "nom", "nombre")


def _meant(answer: Answer, part: str, *, named: bool) -> Answer:
    if answer.style == "cell":
        return answer
    if part == "theirs" and answer.keys[0] in _ABOUT_PEOPLE:
        return replace(answer, keys=(OTHER,))
    if part == "ours" and named and _bare(answer):
        return replace(answer, keys=("partner_name",))
    return answer
