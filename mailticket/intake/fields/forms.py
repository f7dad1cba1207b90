"""Answers to labels become candidates: the first field a label may mean whose value reads well. Weighs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from mailticket.intake.fields import (
    bare,
    companies,
    grids,
    headcount,
    labelled,
    notes,
    people,
    permitted,
    phones,
    phrases,
    prose,
    values,
)
from mailticket.intake.fields.answers import points_elsewhere, tidy
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.guess import ENOUGH
from mailticket.intake.fields.labelled import is_label
from mailticket.intake.fields.labels import OTHER, plain
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.numbered import read_numbered
from mailticket.intake.fields.own_form import read_form
from mailticket.intake.fields.parts import Answer
from mailticket.intake.fields.passages import passages
from mailticket.intake.fields.products import named
from mailticket.intake.fields.prose_reach import with_zone
from mailticket.intake.fields.prose_severity import said_of_haste
from mailticket.intake.fields.references import referred, with_whole_names
from mailticket.intake.fields.sections import sectioned
from mailticket.intake.fields.settled import settled
from mailticket.intake.fields.severities import from_lowest, said_urgent
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import PLACES, zone_near
from mailticket.model import FieldContent
from mailticket.vocabulary import BY_KEY

_SURE = {"line": 0.95, "cell": 0.96, "stacked": 0.88, "bare": 0.85, "form": 0.98, "numbered": 0.9}
_MISTYPED = 0.1
_REACHED_AT = frozenset(["phone", "contact_name", "email", "preferred_contact_time", "preferred_contact_method"])
_SUBJECTS = frozenset(["re", "subject", "betreff", "betrifft", "objet", "asunto", "regarding", "concerning"])
_ASKS_TO = re.compile(r"(?:call|ring|text|appele[rz]|llam\w{1,3})\b(?= (?:me|us|on|at|moi|nous|al|a)\b)", re.I)
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
_ABOUT_REACH = frozenset(["preferred_contact_method", "preferred_contact_time", "time_zone"])
_PASSED_ON = 0.4
_THEIR_GRADE = 0.66  # what the sender's own words say of it is surer
_CONTACT_MOBILE = re.compile(r"\b(?:mob|mobile|cell|direct|handy|móvil|celular|portable)", re.I)


def text_answers(document: Document) -> tuple[Answer, ...]:
    """Labels in the sender's own text, whichever way they stand there."""
    plain_lines = untabbed(document.text)
    rows = grids.tabbed_rows(document.text)
    return settled(
        (
            *read_numbered(plain_lines, document.quote),
            *sectioned(labelled.read_lines(plain_lines), plain_lines),
            *bare.read_bare(plain_lines),
            *grids.read_rows(rows),
        )
    )


def untabbed(lines: Sequence[Line]) -> list[Line]:
    """The lines that are no table rows; answers number the lines of this list."""
    return [line for line in lines if not (("\t" in line.text or line.text[:1] == "|") and grids.is_row(line.text))]


def read_forms(document: Document, answers: Sequence[Answer], context: FieldContext) -> Iterator[Candidate]:
    """Candidates from every labelled place of the mail."""
    yield from _candidates(read_form(document.form), "in the form sent back", context)
    yield from _candidates(answers, "in the text", context)
    yield from _signed(answers, document)
    yield from _titled(answers, document)
    for table in document.tables:
        yield from _candidates(settled(tuple(grids.read_rows(table))), "in an HTML table", context)
    quoted = labelled.read_lines(document.quote, in_quote=True)
    yield from _candidates(quoted, "in the quoted block, filled in", context, sure=0.97)
    forwarded = (
        *labelled.read_lines(document.forwarded),
        *grids.read_rows(grids.tabbed_rows(document.forwarded)),
    )
    for candidate in _candidates(forwarded, "in the forwarded mail", context, sure=0.8):
        if candidate.key not in ABOUT_SENDER:
            yield replace(candidate, confidence=_THEIR_GRADE) if candidate.key == "severity" else candidate
        elif candidate.key in _ABOUT_REACH:  # better than nothing, when the sender says nothing of it
            yield replace(candidate, confidence=_PASSED_ON)


def _signed(answers: Sequence[Answer], document: Document) -> Iterator[Candidate]:
    """ "See signature" for what the readers of signatures do not look for: a zone, hours."""
    for answer in answers:
        if answer.keys[0] in _IN_SIGNATURE and points_elsewhere(answer.text):
            for line in document.signature:
                if value := _IN_SIGNATURE[answer.keys[0]](line.text[:200]):
                    yield Candidate(
                        answer.keys[0], value, line.text.strip()[:200], 0.75, "signature", "label-signature"
                    )


def _titled(answers: Sequence[Answer], document: Document) -> Iterator[Candidate]:
    """ "HARBOR SCHOOLS - REQUEST FORM" over a form: whose form it is."""
    title = next((line.text.strip() for line in document.text if line.text.strip()), "")[:120]
    if len({answer.keys[0] for answer in answers}) < ENOUGH or not _FORM_WORD.search(title):
        return
    parts = [part.strip(" *_#=") for part in _TITLE_PARTS.split(title)]
    for part in parts if len(parts) > 1 else ():
        if companies.looks_named(part) and not _FORM_WORD.search(part) and not named(part):
            yield Candidate("partner_name", part, title, 0.54, "title of the form", "label-title")


_TITLE_PARTS = re.compile(r"\s[-–—|:/]{1,2}\s|:\s")
_FORM_WORD = re.compile(
    r"\b(?:requests?|forms?|tickets?|reports?|questions?|questionnaire|sheet|intake|notice|helpdesk|incident|fault|"
    r"escalation|support|fiche|formulaire|formular|anfrage|st\w{1,3}rungsmeldung|demande|solicitud|formulario)\b",
    re.I,
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
        if _is_subject(answer, context) and sure is None and (name := next(iter(named(text[:200])), "")):
            yield Candidate("product", name, text, 0.6, f'label "{answer.label}" {where}', "label-subject")
        if text and (way := permitted.way(answer.label, text)) is not None:
            if way:
                source = f'label "{answer.label[:60]}" {where}'
                yield Candidate("preferred_contact_method", way, text, _PERMITTED, source, "label-permitted")
            if answer.keys[0] not in ("phone", "preferred_contact_time"):
                continue
        if not text or answer.keys[0] == OTHER or is_label(text):
            continue
        confidence = (sure or _SURE[answer.style]) - (0 if answer.exact else _MISTYPED)
        source = f'label "{answer.label[:60]}" {where}'
        yield from _read(answer, text, Candidate("", "", text, confidence, source, f"label-{answer.style}"), context)


_WHO = ("contact_name", "partner_name")
_OF_THE_OTHER = 0.1  # how much less sure what stands under the other's label is
# a label that says somebody wants to be called: "callback number", "when to call"
_TO_CALL = re.compile(
    r"\b(?:call(?:ing)?(?: ?-?backs?)?|ring|rückruf\w{0,6}|anruf\w{0,4}|rappel\w{0,2}|appele[rz]|llam\w{1,3})\b", re.I
)
_NOT_CALLED = re.compile(r"\b(?:on.?call|caller|called|not|don.t|or|emergenc\w{1,3})\b", re.I)
_BESIDE = 400  # characters of an answer in which more may be told of reaching somebody
_BY_LABEL, _PERMITTED = 0.55, 0.74


def _is_subject(answer: Answer, context: FieldContext) -> bool:
    """The subject of a memo or a form, which names the product; in a reply it is the old mail's."""
    return answer.keys[0] == OTHER and not context.is_reply and plain(answer.label) in _SUBJECTS


def _read(answer: Answer, text: str, found: Candidate, context: FieldContext) -> Iterator[Candidate]:
    read = ((key, _value(key, answer, text, context)) for key in answer.keys if _may_be(key))
    key, value = next(((key, value) for key, value in read if value is not None), ("", ""))
    if not key:
        return
    if key in _WHO and (both := people.person_and_firm(text)):
        yield _with(found, "contact_name", both[0], found.confidence - _OF_THE_OTHER * (key != "contact_name"))
        yield _with(found, "partner_name", both[1], found.confidence - _OF_THE_OTHER * (key != "partner_name"))
        value = both[_WHO.index(key)]
    yield _with(found, key, value, found.confidence + _preference(key, answer.label, value))
    yield from _beside(key, tidy(text), replace(found, value=value), context)
    if key == "phone" and (way := _ASKS_TO.match(answer.label)):
        yield _with(found, "preferred_contact_method", "text" if way[0].casefold() == "text" else "phone", 0.6)
    if (
        key in ("phone", "preferred_contact_time")
        and _TO_CALL.search(answer.label)
        and not _NOT_CALLED.search(answer.label)
    ):
        yield _with(found, "preferred_contact_method", "phone", _BY_LABEL)
    if key in _REACHED_AT and len(text) > _NUMBER_ALONE:
        yield from (_with(found, item.key, item.value, 0.68) for item in prose.read_reach(text[:_BESIDE], context))


def _value(key: str, answer: Answer, text: str, context: FieldContext) -> FieldContent | None:
    if key == "severity" and (grade := from_lowest(answer.label, text)):
        return grade
    value = values.read(key, text, context)
    if key == "severity" and value is None:
        return said_urgent(answer.label, text) or (
            None if plain(answer.label) in _BEGIN_SENTENCES else said_of_haste(text)
        )
    return value


def _preference(key: str, label: str, value: FieldContent) -> float:
    """Between several labels for one field: which of them says more."""
    if key == "contact_name":
        return -0.01 * bool(_CLERK.search(label))
    if key == "phone":
        return 0.01 * bool(_CONTACT_MOBILE.search(label))
    if key == "severity":
        return 0.01 * bool(_SEVERITY.search(label)) - 0.01 * bool(_PART_OF_PRIORITY.search(label))
    if key == "users_impacted":
        return -0.02 * bool(_OF_ALL.search(label) and not _OF_HIT.search(label))
    if key == "product":
        return -_OF_A_TOPIC if plain(str(value)) in _TOPICS else -0.01 * (plain(str(value)) in _WIDE_PRODUCTS)
    return 0.0


_CLERK = re.compile(r"\b(?:owner|created|opened|entered|logged|assigned|erfasst|saisi)\b", re.I)
_WISH = re.compile(
    r"\b(?:please|first|prefer\w{0,6}|only|best|bitte|bevorzugt|de préférence|preferible\w{0,5})\b", re.I
)
_SEVERITY = re.compile(r"\b(?:sev|schwere|gravi|sév)", re.I)
_BEGIN_SENTENCES = frozenset(["urgent", "emergency", "dringend", "urgente"])  # "Urgent - nobody can print"
_PART_OF_PRIORITY = re.compile(r"\b(?:impact|urgency)\b", re.I)
_OF_ALL = re.compile(r"\b(?:total|all|overall|roll|headcount|staff|size|gesamt|insgesamt|effectif|plantilla)\b", re.I)
_OF_HIT = re.compile(
    r"\b(?:affect|impact|hit|issue|problem|concern|down|out|blocked|lock|who|can|with|w/|betroff|touch|afect)", re.I
)
_OF_A_TOPIC = 0.42  # a topic of a list is less than any product named in the text
_TOPICS = frozenset(
    {"licenses", "licences", "license", "licence", "licensing", "billing", "account", "accounts", "other", "general",
     "software", "computer", "network", "internet", "support", "technical", "security", "hardware", "cloud", "files",
     "sonstiges", "lizenzen", "autre", "licencias", "facturación", "facturation", "microsoft"}
)  # fmt: skip
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
    yield from _beside_people(key, text, found)
    yield from _beside_tenant(key, text, found)
    if way := notes.way_beside(key, text):
        yield _with(found, "preferred_contact_method", way, 0.6)
    if key in ("contact_name", "preferred_contact_method") and (
        address := values.address(notes.own_part(text), context)
    ):
        yield _with(found, "email", address, 0.8)
    if key in ("contact_name", "email", "preferred_contact_time") and (number := phones.number(text, context.region)):
        yield _with(found, "phone", number, 0.7)


def _beside_people(key: str, text: str, found: Candidate) -> Iterator[Candidate]:
    if key == "user_accounts" and (count := _named_users(text)):
        yield _with(found, "users_impacted", count, 0.7)
    if key == "contact_name":
        yield from _beside_name(text, found)


def _beside_tenant(key: str, text: str, found: Candidate) -> Iterator[Candidate]:
    """Domains among which a tenant's own is, and the addresses of those who are counted."""
    if key in _SHORT_ANSWERS and ".onmicrosoft.com" in text.casefold() and (named_there := values.domains(text[:300])):
        yield _with(found, "tenant_domains", named_there, 0.7)
    if key == "users_impacted" and "@" in text and (accounts := values.accounts(text[:2000])):
        yield _with(found, "user_accounts", accounts, 0.72)


_SHORT_ANSWERS = frozenset(["product", "partner_name", "cmp_id", "subscription_id", "users_impacted", "severity"])


def _named_users(text: str) -> int | None:
    """How many "me + Kim" or "Ann Lee, one user" are."""
    told = tuple(passages([text[:200].replace(" + ", " and ").replace(" & ", " and ")]))
    found = max(headcount.users(told), key=lambda item: item.confidence, default=None)
    return found.value if found and isinstance(found.value, int) else None


def _beside_name(text: str, found: Candidate) -> Iterator[Candidate]:
    if _WISH.search(text) and (way := values.method(text)):
        yield _with(found, "preferred_contact_method", way, 0.6)
    if firm := _firm_beside(text[:300], found.value):
        yield _with(found, "partner_name", firm, 0.7 if "\n" in text else 0.56)


def _firm_beside(text: str, name: FieldContent) -> str | None:
    """The company of an answer that gives it above the name, or after it: "Ann Lee, Orchard Systems (Leeds)"."""
    first, _, rest = text.partition("\n")
    if rest and values.names_company(first):
        return first.strip()
    parts = [part.partition(" (")[0].strip() for part in _AFTER_NAME.split(text)]
    lives = [part for part in parts if plain(part) not in PLACES]
    return companies.beside_name(lives, str(name)) if parts[0].endswith(str(name)) else None


_AFTER_NAME = re.compile(r",\s|\n|\s[|/–—-]\s|\s(?:at|of|from|with|bei|von|chez|de|@)\s(?=[A-ZÄÖÜÉ])")


def _time_in(text: str) -> str | None:
    """The longest stretch that tells hours or days."""
    return max((with_zone(text, start, end) for _, start, end in find_times(text)), key=len, default=None)


_IN_SIGNATURE: dict[str, Callable[[str], str | None]] = {"time_zone": zone_near, "preferred_contact_time": _time_in}


def _with(found: Candidate, key: str, value: FieldContent, confidence: float) -> Candidate:
    return Candidate(key, value, found.written, min(confidence, 0.99), found.source, found.rule)
