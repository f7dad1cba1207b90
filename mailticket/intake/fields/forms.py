"""Answers to labels become candidates: the first field a label may mean whose value reads well. Weighs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from mailticket.intake.fields import bare, grids, labelled, phones, phrases, prose, values
from mailticket.intake.fields.answers import points_elsewhere, tidy
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.labelled import is_label
from mailticket.intake.fields.labels import OTHER, plain
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.numbered import read_numbered
from mailticket.intake.fields.own_form import read_form
from mailticket.intake.fields.parts import Answer
from mailticket.intake.fields.references import referred, with_whole_names
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone_near
from mailticket.model import FieldContent
from mailticket.vocabulary import BY_KEY

_SURE = {"line": 0.95, "cell": 0.96, "stacked": 0.88, "bare": 0.85, "form": 0.98, "numbered": 0.9}
_MISTYPED = 0.1
_REACHED_AT = frozenset(["phone", "contact_name", "email"])
_NUMBER_ALONE = 18  # characters a number has, or a name
# what a forwarded mail says about these is about somebody else
ABOUT_SENDER = frozenset(
    [
        "partner_name",
        "contact_name",
        "email",
        "phone",
        "preferred_contact_method",
        "preferred_contact_time",
        "time_zone",
    ]
)
_CONTACT_MOBILE = re.compile(r"\b(?:mob|mobile|cell|direct|handy|móvil|celular|portable)", re.I)


def text_answers(document: Document) -> tuple[Answer, ...]:
    """Labels in the sender's own text, whichever way they stand there."""
    plain_lines = untabbed(document.text)
    rows = grids.tabbed_rows(document.text)
    return (
        *read_numbered(plain_lines, document.quote),
        *labelled.read_lines(plain_lines),
        *bare.read_bare(plain_lines),
        *grids.read_rows(rows),
    )


def untabbed(lines: Sequence[Line]) -> list[Line]:
    """The lines that are no table rows; answers number the lines of this list."""
    return [line for line in lines if not grids.is_row(line.text)]


def read_forms(document: Document, answers: Sequence[Answer], context: FieldContext) -> Iterator[Candidate]:
    """Candidates from every labelled place of the mail."""
    yield from _candidates(read_form(document.form), "in the form sent back", context)
    yield from _candidates(answers, "in the text", context)
    yield from _signed(answers, document)
    for table in document.tables:
        yield from _candidates(grids.read_rows(table), "in an HTML table", context)
    quoted = labelled.read_lines(document.quote, in_quote=True)
    yield from _candidates(quoted, "in the quoted block, filled in", context, sure=0.97)
    forwarded = (
        *labelled.read_lines(document.forwarded),
        *grids.read_rows(grids.tabbed_rows(document.forwarded)),
    )
    for candidate in _candidates(forwarded, "in the forwarded mail", context, sure=0.8):
        if candidate.key not in ABOUT_SENDER:
            yield candidate


def _signed(answers: Sequence[Answer], document: Document) -> Iterator[Candidate]:
    """ "See signature" for what the readers of signatures do not look for: a zone, hours."""
    for answer in answers:
        if answer.keys[0] in _IN_SIGNATURE and points_elsewhere(answer.text):
            for line in document.signature:
                if value := _IN_SIGNATURE[answer.keys[0]](line.text[:200]):
                    yield Candidate(
                        answer.keys[0], value, line.text.strip()[:200], 0.75, "signature", "label-signature"
                    )


def asked(document: Document) -> frozenset[str]:
    """The fields whose labels stand in the quoted request, answered or not."""
    answers = (*read_form(document.form), *labelled.read_lines(document.quote, in_quote=True))
    return frozenset(answer.keys[0] for answer in answers if answer.keys[0] != OTHER)


def _candidates(
    answers: Iterable[Answer], where: str, context: FieldContext, sure: float | None = None
) -> Iterator[Candidate]:
    for answer in referred(with_whole_names(answers), context):
        text = answer.text
        if not text or answer.keys[0] == OTHER or is_label(text):
            continue
        confidence = (sure or _SURE[answer.style]) - (0 if answer.exact else _MISTYPED)
        source = f'label "{answer.label[:60]}" {where}'
        yield from _read(answer, text, Candidate("", "", text, confidence, source, f"label-{answer.style}"), context)


def _read(answer: Answer, text: str, found: Candidate, context: FieldContext) -> Iterator[Candidate]:
    read = ((key, values.read(key, text, context)) for key in answer.keys if _may_be(key))
    key, value = next(((key, value) for key, value in read if value is not None), ("", ""))
    if not key:
        return
    yield _with(found, key, value, found.confidence + _preference(key, answer.label, value))
    yield from _beside(key, tidy(text), found, context)
    if key in _REACHED_AT and len(text) > _NUMBER_ALONE:
        yield from (_with(found, item.key, item.value, 0.68) for item in prose.read_reach(text[:200], context))


def _preference(key: str, label: str, value: FieldContent) -> float:
    """Between several labels for one field: which of them says more."""
    if key == "phone":
        return 0.01 * bool(_CONTACT_MOBILE.search(label))
    if key == "severity":
        return 0.01 * bool(_SEVERITY.search(label)) - 0.01 * bool(_PART_OF_PRIORITY.search(label))
    if key == "product":
        return -0.01 * (plain(str(value)) in _WIDE_PRODUCTS)
    return 0.0


_WISH = re.compile(
    r"\b(?:please|first|prefer\w{0,6}|only|best|bitte|bevorzugt|de préférence|preferible\w{0,5})\b", re.I
)
_SEVERITY = re.compile(r"\b(?:sev|schwere|gravi|sév)", re.I)
_PART_OF_PRIORITY = re.compile(r"\b(?:impact|urgency)\b", re.I)
_WIDE_PRODUCTS = frozenset(
    {"microsoft 365", "office 365", "m365", "o365", "azure", "microsoft", "microsoft azure", "office"}
)


def _may_be(key: str) -> bool:
    """Presence is proved by what is attached or pasted, never by saying so."""
    return key in BY_KEY and BY_KEY[key].kind != "presence"


def _beside(key: str, text: str, found: Candidate, context: FieldContext) -> Iterator[Candidate]:
    """What people write beside the thing asked for: times with the way to be reached, a zone with the times."""
    if key != "cmp_id" and (match := phrases.CMP.pattern.search(text[:300])):
        yield _with(found, "cmp_id", match[1], 0.75)
    if key in ("preferred_contact_method", "time_zone") and (span := _time_in(text[:200])):
        yield _with(found, "preferred_contact_time", span, 0.75)
    if key == "preferred_contact_method" and (number := phones.number(text, context.region)):
        yield _with(found, "phone", number, 0.72)
    if key in ("preferred_contact_method", "preferred_contact_time") and (name := zone_near(text)):
        yield _with(found, "time_zone", name, 0.7)
    if key == "contact_name":
        yield from _beside_name(text, found)
    if key in ("contact_name", "preferred_contact_method") and (address := values.address(text, context)):
        yield _with(found, "email", address, 0.8)
    if key in ("contact_name", "email") and (number := phones.number(text, context.region)):
        yield _with(found, "phone", number, 0.7)


def _beside_name(text: str, found: Candidate) -> Iterator[Candidate]:
    if _WISH.search(text) and (way := values.method(text)):
        yield _with(found, "preferred_contact_method", way, 0.6)
    if firm := _firm_above(text):
        yield _with(found, "partner_name", firm, 0.7)


def _firm_above(text: str) -> str | None:
    """The company of an answer that gives it on the line above the name."""
    first, _, rest = text.partition("\n")
    return first.strip() if rest and values.names_company(first) else None


def _time_in(text: str) -> str | None:
    """The longest stretch that tells hours or days."""
    return max((stretch for stretch, _, _ in find_times(text)), key=len, default=None)


_IN_SIGNATURE: dict[str, Callable[[str], str | None]] = {"time_zone": zone_near, "preferred_contact_time": _time_in}


def _with(found: Candidate, key: str, value: FieldContent, confidence: float) -> Candidate:
    return Candidate(key, value, found.written, min(confidence, 0.99), found.source, found.rule)
