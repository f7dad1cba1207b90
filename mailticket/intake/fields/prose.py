"""What running text says about the fields, sentence by sentence. Clear wordings only; the patterns are ``phrases``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailticket.intake.fields import phones, phrases, products, values
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.severities import severity
from mailticket.intake.fields.zones import zone_near
from mailticket.model import FieldContent

_NO_PHONE = re.compile(
    r"\b(?:fax|order|invoice|ticket|case|emergenc\w{0,4}|account|number is \$|or (?:her|him) at|case no\.?)\b[^\d]{0,12}$", re.I
)
_PHONE_CUE = re.compile(
    r"\b(?:call|ring|phone|reach|number|cell|mobile|bell|text|tel|contact|llám\w*|rappeler|appel\w*|anruf\w*|erreich\w*|under|unter|au|at|al|on)\b", re.I
)
_USER_CUE = re.compile(
    r"\b(?:user(?:name)?|account|mailbox|upn|login|for|of|usuario|benutzer|postfach|cuenta|compte|konto|only|namely|affected)\b|\($", re.I
)
_NO_USER_CUE = re.compile(r"\b(?:reach|contact|write|mail|cc|from|reply|call|teams)\b[^.\n]{0,25}$|<$", re.I)
_DOMAIN_CUE = re.compile(r"\b(?:tenant|domain|dominio|domaine|domäne|mandant)\b[^\n]{0,15}$", re.I)
_ZONE_SEARCHES = ((phrases.ZONE_AFTER_TIME, 0.6), (phrases.ZONE_LOOSE, 0.62), (phrases.PLACE, 0.5))


@dataclass(frozen=True, slots=True)
class Found:
    """A value met in a sentence; the place and rule are added by ``read_prose``."""

    key: str
    value: FieldContent
    written: str
    confidence: float


def read_prose(told: Sequence[Passage], where: str, context: FieldContext) -> Iterator[Candidate]:
    """Candidates of everything except product and description."""
    for reader in (_method, _time, _severity, _users, _errors, _steps, _tools, _domains):
        for found in reader(told):
            yield _candidate(found, where, reader.__name__)
    for passage in told:
        for read in (_phone, _accounts, _identifiers, _zone):
            for found in read(passage, context):
                yield _candidate(found, where, read.__name__)


def _candidate(found: Found, where: str, rule: str) -> Candidate:
    return Candidate(found.key, found.value, found.written[:300], found.confidence, where, f"prose{rule}")


# ---------------------------------------------------------------- how to reach the writer


def _phone(passage: Passage, context: FieldContext) -> Iterator[Found]:
    text = passage.text
    for match in phones.written(text):
        before = text[max(0, match.start() - 45) : match.start()]
        value = None if _NO_PHONE.search(before) else phones.normalised(match[0], context.region)
        if value:
            yield Found("phone", value, match[0], 0.72 if _PHONE_CUE.search(before) else 0.6)


_WAY_WORDS = frozenset(
    "email e-mail mail emails emailing e-mailing call calls phone telephone text sms teams ring bell cell mobile whatsapp reply write chat rufen "
    "telefon telefonisch rückruf rappeler appeler joindre courriel téléphone llamen llámenme llamar llamarme teléfono correo per buzz line".split()
)


def _method(told: Sequence[Passage]) -> Iterator[Found]:
    """The clearest wording anywhere; else a way named in a sentence about being reached."""
    about = [passage for passage in told if passage.words & _WAY_WORDS]
    for method, pattern in phrases.METHODS:
        if match := next((match for passage in about if (match := pattern.search(passage.text))), None):
            yield Found("preferred_contact_method", method, match[0], 0.65)
            return
    for passage in about:
        if phrases.ASKS_CONTACT.search(passage.text) and (method := values.method(passage.text[:200])):
            yield Found("preferred_contact_method", method, passage.text, 0.5)
            return


_TIME_WORD = re.compile(
    r"\d|\b(?:morning|afternoon|evening|any ?time|all day|whole day|clock|hours|noon|lunch|journée|mañana|tarde|matin|vormittag|nachmittag|weekday)", re.I
)


def _time(told: Sequence[Passage]) -> Iterator[Found]:
    timed = [
        passage
        for passage in told
        if _TIME_WORD.search(passage.text) and (phrases.CONTACT_WORDS.search(passage.text) or phrases.ZONE.search(passage.text))
    ]
    for pattern in phrases.TIMES:
        for passage in timed:
            for match in pattern.finditer(passage.text):
                if _about_contact(passage.text, match):
                    yield Found("preferred_contact_time", match[0].strip(" ,"), match[0], 0.6)
                    return


def _about_contact(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
    if phrases.MEETS.search(before):
        return False
    zoned = phrases.ZONE.match(after.lstrip(" (,")) or phrases.ZONE_AFTER_TIME.match(text[max(0, match.end() - 1) : match.end() + 25])
    return bool(zoned or phrases.CONTACT_WORDS.search(before) or phrases.CONTACT_WORDS.search(after))


def _zone(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    text = passage.text[:600]
    if (match := phrases.ZONE.search(text)) and (name := zone_near(match[0])):
        yield Found("time_zone", name, match[0], 0.68)
    for pattern, sure in _ZONE_SEARCHES:
        for match in pattern.finditer(text):
            if name := zone_near(match[1]):
                yield Found("time_zone", name, match[0], sure)
                break


# ---------------------------------------------------------------- how bad, how many


def _severity(told: Sequence[Passage]) -> Iterator[Found]:
    for passage in told:
        if match := phrases.SEVERITY.search(passage.text):
            yield Found("severity", grade(match), match[0], 0.8)
        elif (match := phrases.SEVERITY_NAMED.search(passage.text)) and (named := severity(match[1] or match[2])):
            yield Found("severity", named, match[0], 0.75)
    for letter, pattern in phrases.SEVERITY_WORDS:
        if match := next((match for passage in told if (match := pattern.search(passage.text))), None):
            yield Found("severity", letter, match[0], 0.55)
            return


def grade(match: re.Match[str]) -> str:
    """The letter in a match of ``phrases.SEVERITY``: a letter as it is, a number by its place."""
    written = match[1] or match[2]
    return {"1": "A", "2": "B", "3": "C", "4": "C"}.get(written) or written.upper()


def _users(told: Sequence[Passage]) -> Iterator[Found]:
    for passage in told:
        yield from _counted(passage.text)
    if match := next((match for passage in told if (match := phrases.ONE_USER.search(passage.text))), None):
        yield Found("users_impacted", 1, match[0], 0.55)


def _counted(text: str) -> Iterator[Found]:
    for pattern in (phrases.USERS, phrases.USERS_US):
        for match in pattern.finditer(text):
            count = values.users(match[1])
            if count is None or phrases.NOT_AFFECTED.search(text[max(0, match.start() - 45) : match.end() + 30]):
                continue
            extra = bool(phrases.AND_ME.search(text[max(0, match.start() - 12) : match.end() + 10]))
            yield Found("users_impacted", count + extra, match[0], 0.6)


# ---------------------------------------------------------------- which customer


def _domains(told: Sequence[Passage]) -> Iterator[Found]:
    named: list[str] = []
    for passage in told:
        for match in values.DOMAIN.finditer(passage.text):
            cued = _DOMAIN_CUE.search(passage.text[max(0, match.start() - 30) : match.start()])
            if cued or match[0].casefold().endswith(".onmicrosoft.com"):
                named.append(match[0].casefold())
    if named:
        yield Found("tenant_domains", tuple(dict.fromkeys(named)), ", ".join(named), 0.75)


def _accounts(passage: Passage, context: FieldContext) -> Iterator[Found]:
    if "@" not in passage.text:
        return
    named, sure = [], 0.45
    for match in values.ADDRESS.finditer(passage.text):
        before = passage.text[max(0, match.start() - 30) : match.start()]
        if match[0].casefold() in context.own_addresses or _NO_USER_CUE.search(before):
            continue
        named.append(match[0].strip("."))
        sure = 0.55 if _USER_CUE.search(before) else sure
    if named:
        yield Found("user_accounts", tuple(dict.fromkeys(named)), ", ".join(named), sure)


def _identifiers(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    text = passage.text
    if match := phrases.CMP.search(text):
        yield Found("cmp_id", match[1], match[0], 0.8)
    for match in values.GUID.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if phrases.SUBSCRIPTION_BEFORE.search(before):
            yield Found("subscription_id", match[0].lower(), match[0], 0.82)
        elif not phrases.NO_SUBSCRIPTION_BEFORE.search(before):
            yield Found("subscription_id", match[0].lower(), match[0], 0.4)


# ---------------------------------------------------------------- what goes wrong


def _errors(told: Sequence[Passage]) -> Iterator[Found]:
    text = " ".join(passage.text for passage in told)
    quoted = [" ".join(match[1].split()) for match in phrases.QUOTED.finditer(text) if _quotes_error(text, match)]
    codes = [match[0].strip(" .") for match in phrases.ERROR_CODE.finditer(text)]
    kept = list(dict.fromkeys((*quoted, *(code for code in codes if not any(code in item for item in quoted)))))[:6]
    if kept:
        yield Found("error_messages", "\n".join(kept)[:1500], kept[0], 0.65)
    elif match := phrases.ERROR_TOLD.search(text):
        yield Found("error_messages", (match[1] or match[2]).strip(), match[0], 0.5)


def _quotes_error(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    return match[1][0] not in "{[:," and bool(phrases.ERROR_CUE.search(before)) and not phrases.NO_ERROR_CUE.search(before)


def _steps(told: Sequence[Passage]) -> Iterator[Found]:
    """Whole sentences: how to see the problem, and what was done about it."""
    shown = [passage.text for passage in told if phrases.REPRODUCE.search(passage.text)]
    taken = [passage.text for passage in told if tells_steps(passage) and passage.text not in shown]
    for key, kept in (("steps_taken", taken), ("steps_to_reproduce", shown)):
        if kept:
            yield Found(key, " ".join(kept)[:1500], kept[0], 0.6)


def tells_steps(passage: Passage) -> bool:
    """Somebody did one of the things people do about a problem."""
    if phrases.STEPS_SURE.search(passage.text):
        return True
    if not passage.words & phrases.DID:
        return False
    first = next(iter(passage.text.casefold().split()), "")
    return first in phrases.DID or any(match[1].casefold() in phrases.DID for match in phrases.STEPS.finditer(passage.text))


def _tools(told: Sequence[Passage]) -> Iterator[Found]:
    named = list(dict.fromkeys(match[0] for passage in told for match in phrases.TOOLS.finditer(passage.text)))
    if named:
        yield Found("tools_used", ", ".join(named[:8]), named[0], 0.5)


def read_subject(subject: str) -> Iterator[Candidate]:
    """A severity written into the subject: "SEV A: ...", "P1 - ..."."""
    if match := phrases.SEVERITY.search(subject[:300]):
        yield Candidate("severity", grade(match), match[0], 0.75, "subject", "subject-severity")


def read_product(subject: str, told: Sequence[Passage], where: str) -> Iterator[Candidate]:
    """The product of the subject, in its longer form when the text has one; else the first of the text."""
    in_subject = products.named(subject[:300])
    in_text = products.named(" ".join(passage.text for passage in told))
    for name in in_subject[:1]:
        longer = max((item for item in in_text if plain(name) in plain(item)), key=len, default=name)
        yield Candidate("product", longer, longer, 0.62, "subject", "prose-product")
    for name in in_text[:1]:
        yield Candidate("product", name, name, 0.58, where, "prose-product")
