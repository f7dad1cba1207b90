"""How bad, how many, which customer, in running text: severity, users, domains, accounts, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases, values
from mailticket.intake.fields import phrases_people as people
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.passages import Found, Passage, Wording
from mailticket.intake.fields.severities import severity as named_severity

_HYPHENS_OF_GUID = 4
_USER_CUE = re.compile(
    r"\b(?:user(?:name)?|account|mailbox|upn|login|for|of|usuario|benutzer|postfach|cuenta|compte|konto|only|"
    r"namely|affected)\b|\($",
    re.I,
)
_NO_USER_CUE = re.compile(r"\b(?:reach|contact|write|mail|cc|from|reply|call|teams)\b[^.\n]{0,25}$|<$", re.I)
_NAMED_DOMAIN = Wording(
    values.DOMAIN,
    frozenset(
        {"tenant", "domain", "dominio", "domaine", "domäne", "mandant", "customer", "client", "kunde", "cliente"}
    ),
    (".onmicrosoft.com",),
)
_DOMAIN_CUE = re.compile(
    r"\b(?:tenant|domains?|dominios?|domaines?|domänen?|mandant|customer|client|kunde|cliente)\b[^\n]{0,15}$", re.I
)


def severity(told: Sequence[Passage]) -> Iterator[Found]:
    for passage in told:
        if match := phrases.SEVERITY.search(passage):
            yield Found("severity", grade(match), match[0], 0.8)
        elif (match := phrases.SEVERITY_NAMED.search(passage)) and (named := named_severity(match[1] or match[2])):
            yield Found("severity", named, match[0], 0.75)
        elif found := _lettered(passage):
            yield found
    for letter, wording in phrases.SEVERITY_WORDS:
        if match := next((match for passage in told if (match := wording.search(passage))), None):
            yield Found("severity", letter, match[0], 0.55)
            return


def _lettered(passage: Passage) -> Found | None:
    """A capital A, B or C by itself in a sentence that grades: "treat it as C", "I would say B", "Stufe C reicht"."""
    if passage.words.isdisjoint(("a", "b", "c")):
        return None
    for match in phrases.LONE_LETTER.finditer(passage.text[:400]):
        before, after = passage.text[max(0, match.start() - 45) : match.start()], passage.text[match.end() :]
        if phrases.GRADES.search(before) or (match[0] != "A" and phrases.GRADED.match(after)):
            return Found("severity", match[0], passage.text[max(0, match.start() - 30) : match.end()], 0.7)
    return None


def grade(match: re.Match[str]) -> str:
    """The letter in a match of ``phrases.SEVERITY``: a letter as it is, a number by its place."""
    written = match[1] or match[2]
    return {"1": "A", "2": "B", "3": "C", "4": "C"}.get(written) or written.upper()


def users(told: Sequence[Passage]) -> Iterator[Found]:
    for passage in told:
        yield from _counted(passage)
    if match := next((match for passage in told if (match := people.ME_AND_ONE.search(passage))), None):
        yield Found("users_impacted", 2, match[0], 0.57)
    if match := next((match for passage in told if (match := people.ONE_USER.search(passage))), None):
        yield Found("users_impacted", 1, match[0], 0.55)


def _counted(passage: Passage) -> Iterator[Found]:
    text = passage.text
    for wording, sure in ((people.USERS, 0.6), (people.USERS_US, 0.62), (people.AFFECTED, 0.61)):
        for match in wording.finditer(passage):
            count = values.users(next(filter(None, match.groups()), ""))
            before = text[max(0, match.start() - 40) : match.start()]
            if count is None or people.NOT_AFFECTED.search(before) or _is_hour(before, match[0]):
                continue
            extra = bool(people.AND_ME.search(text[max(0, match.start() - 12) : match.end() + 10]))
            yield Found("users_impacted", count + extra, match[0], sure)


def _is_hour(before: str, counted: str) -> bool:
    """ "Since about 9 we cannot print": a number after such a word is a time unless it counts somebody."""
    return people.SINCE.search(before) is not None and people.SOMEBODY.search(counted) is None


def domains(told: Sequence[Passage]) -> Iterator[Found]:
    named: list[str] = []
    for passage in told:
        for match in _NAMED_DOMAIN.finditer(passage):
            cued = _DOMAIN_CUE.search(passage.text[max(0, match.start() - 30) : match.start()])
            if cued or match[0].casefold().endswith(".onmicrosoft.com"):
                named.append(match[0].casefold())
    if named:
        yield Found("tenant_domains", tuple(dict.fromkeys(named)), ", ".join(named), 0.75)


def accounts(passage: Passage, context: FieldContext) -> Iterator[Found]:
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


def identifiers(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    text = passage.text
    if match := phrases.CMP.search(passage):
        yield Found("cmp_id", match[1], match[0], 0.8)
    elif match := phrases.CMP_AFTER.search(passage):
        yield Found("cmp_id", match[1] or match[2], match[0], 0.75)
    if match := phrases.NO_SUBSCRIPTION.search(passage):
        yield Found("subscription_id", "n/a", match[0], 0.83)
    for match in values.GUID.finditer(text) if text.count("-") >= _HYPHENS_OF_GUID else ():
        before = text[max(0, match.start() - 40) : match.start()]
        if phrases.SUBSCRIPTION_BEFORE.search(before):
            yield Found("subscription_id", match[0].lower(), match[0], 0.82)
        elif not phrases.NO_SUBSCRIPTION_BEFORE.search(before) and phrases.SUBSCRIPTION_BEFORE.search(text):
            yield Found("subscription_id", match[0].lower(), match[0], 0.4)


def read_subject(subject: str) -> Iterator[Candidate]:
    """A severity written into the subject: "SEV A: ...", "P1 - ..."."""
    if match := phrases.SEVERITY.pattern.search(subject[:300]):
        yield Candidate("severity", grade(match), match[0], 0.75, "subject", "subject-severity")
    if match := phrases.CMP.pattern.search(subject[:300]):
        yield Candidate("cmp_id", match[1], match[0], 0.7, "subject", "subject-cmp")
