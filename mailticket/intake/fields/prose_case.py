"""Which customer and whose account, in running text and subject: domains, accounts, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailticket.intake.fields import phrases, values
from mailticket.intake.fields import phrases_severity as graded
from mailticket.intake.fields import phrases_trouble as trouble
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.companies import domain_name
from mailticket.intake.fields.passages import Found, Passage, Wording
from mailticket.intake.fields.prose_severity import grade

_HYPHENS_OF_GUID = 4
_DIGITS_OF_CMP = 3
_USER_CUE = re.compile(
    r"\b(?:user(?:name)?|account|mailbox|upn|login|for|of|usuario|benutzer|postfach|cuenta|compte|konto|only|"
    r"namely|affected)\b|\($",
    re.I,
)
_NO_USER_CUE = re.compile(
    r"\b(?:reach|contact|write|mail|cc|from|reply|call|teams)\b[^.\n]{0,25}$|<$|\b(?:write to|reach|contact|"
    r"work with|talk to|deal with|notify|"
    r"call|speak to|mail|ask)\b (?:my |our |her |him |instead )?(?:colleague|coworker|boss|partner|engineer|"
    r"[A-Z])[^.\n]{0,50}$|"
    r"\b(?:message|messages|e?-?mails?|delivered|delivery|invitation) to $|\d{3}[-. ]\d{4}[,;/ ]{1,3}(?:or |and )?$|"
    r"\b(?:submitted|sent|filled (?:in|out)|completed|entered|created|opened|raised|reported|requested|logged)\b"
    r"[^@\n]{0,40}\bby:? $|"
    r"(?:^|\s)(?:from|to|cc|bcc|sender|von|an|absender|expéditeur|remitente|de|para|à|reply-to|return-path)\s?:"
    r"[^\n:]{0,50}$",
    re.I,
)
_NUMBER_BEHIND = re.compile(r"[,;/|)( ]{1,4}(?:or |und |and |tel\.? |phone |ph\.? )?\+?\(?\d{2,5}\)?[ ./-]?\d{2}")
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
_JOINS_DOMAIN = re.compile(
    r"[\s,;()]{0,3}(?:(?:and|und|et|y|&|plus|to|/|also|nach|auf|sowie|e) ){1,2}(?:the |their |our )?(?:domain |"
    r"sending domain |own "
    r"domain )?(?:is )?|[^.;@]{0,20}\b(?:also|they|we)\b[^.;@]{0,20}\b(?:on|from|under|as|use|have|own) ",
    re.I,
)
_JOINED = 70  # characters between two domains that are named together
_MISTYPED = re.compile(r"\b(?:(?:mis)?typed|wrote|not|nicht|wrong(?:ly)?|said|formerly|statt)\W{1,3}$", re.I)


def domains(told: Sequence[Passage]) -> Iterator[Found]:
    """The tenant's own domains, those said to be domains, and those joined to one of them: "a.example, also "
    "b.example"."""
    named: list[str] = []
    for passage in told:
        after = -_JOINED
        for match in _NAMED_DOMAIN.finditer(passage):
            before = passage.text[max(0, match.start() - 40) : match.start()]
            joined = 0 <= match.start() - after < _JOINED and _JOINS_DOMAIN.fullmatch(
                passage.text[after : match.start()]
            )
            own = match[0].casefold().endswith(".onmicrosoft.com")
            cued = own or joined or _DOMAIN_CUE.search(before)
            if cued and domain_name(match[0]) and not _MISTYPED.search(before):
                named.append(match[0].casefold())
                after = match.end()
    if named:
        yield Found("tenant_domains", tuple(dict.fromkeys(named)), ", ".join(named), 0.75)


def accounts(passage: Passage, context: FieldContext) -> Iterator[Found]:
    """Addresses in trouble: none to write to, none of a recipe; the writer's own when it is called an account."""
    if "@" not in passage.text:
        return
    yield from _written_to(passage, context)
    if trouble.REPRODUCE.search(passage):
        return
    named, sure = [], 0.45
    for match in values.ADDRESS.finditer(passage.text):
        before = passage.text[max(0, match.start() - 60) : match.start()]
        own = match[0].casefold() in context.own_addresses
        if own and not _OWN_ACCOUNT.search(before):
            continue
        if not own and (_NO_USER_CUE.search(before) or _NUMBER_BEHIND.match(passage.text, match.end())):
            continue
        named.append(match[0].strip("."))
        sure = 0.55 if own or _USER_CUE.search(before[-30:]) else sure
    if named:
        yield Found("user_accounts", tuple(dict.fromkeys(named)), ", ".join(named), sure)


def _written_to(passage: Passage, context: FieldContext) -> Iterator[Found]:
    """The mailbox that others' mail goes to: a guess."""
    for match in values.ADDRESS.finditer(passage.text):
        before = passage.text[max(0, match.start() - 90) : match.start()]
        if match[0].casefold() in context.own_addresses or not _OTHERS_WRITE.search(before):
            continue
        if not _ABOUT_US.search(before):
            yield Found("user_accounts", (match[0].strip("."),), match[0], 0.4)


_OTHERS_WRITE = re.compile(
    r"\b(?:customers?|clients?|people|famil(?:y|ies)|ships?|parents|patients|suppliers?|members|guests|anyone|"
    r"everybody|"
    r"everyone|mails?|messages?|e-?mails?|orders|faxes|invoices|bookings|any \w{2,12}|a (?:test|manifest|message|mail)|"
    r"kunden|clientes)\b[^.?!;]{0,60}\b(?:to|an|à|a) $",
    re.I,
)
_ABOUT_US = re.compile(
    r"\b(?:please|kindly|reply|replies|answers?|questions?|updates?|contact|me|cc|copy|bitte|you can|your|from)\b", re.I
)
_OWN_ACCOUNT = re.compile(
    r"\b(?:my (?:own )?(?:account|login|user(?:name)?|mailbox)|mi (?:cuenta|usuario|buzón)|mein(?:e|em)? (?:konto|"
    r"postfach|benutzer|"
    r"account|login)|mon (?:compte|identifiant|login))\W{0,3}(?:is|es|ist|est|lautet|:)?\W{0,3}$",
    re.I,
)


def identifiers(passage: Passage, _context: FieldContext) -> Iterator[Found]:
    text = passage.text
    if (match := phrases.CMP.search(passage)) and _is_identifier(match[1]):
        yield Found("cmp_id", match[1], match[0], 0.8)
    elif match := phrases.CMP_AFTER.search(passage):
        yield Found("cmp_id", next(filter(None, match.groups()), ""), match[0], 0.75)
    elif number := _near_cmp(passage):
        yield Found("cmp_id", number, number, 0.5)
    if match := phrases.NO_SUBSCRIPTION.search(passage):
        yield Found("subscription_id", "n/a", match[0], 0.83)
    for match in values.GUID.finditer(text) if text.count("-") >= _HYPHENS_OF_GUID else ():
        before = text[max(0, match.start() - 40) : match.start()]
        if phrases.SUBSCRIPTION_BEFORE.search(before):
            yield Found("subscription_id", match[0].lower(), match[0], 0.82)
        elif not phrases.NO_SUBSCRIPTION_BEFORE.search(before) and phrases.SUBSCRIPTION_BEFORE.search(text):
            yield Found("subscription_id", match[0].lower(), match[0], 0.4)


def _near_cmp(passage: Passage) -> str | None:
    """The only number of its kind that is said to be the one in CMP, whatever else is said between."""
    if "cmp" not in passage.words:
        return None
    named = _CMP_WORD.search(passage.text)
    behind = passage.text[named.start() : _CMP_REACHES] if named else ""
    numbers = [match for match in _CMP_NUMBER.finditer(behind) if not _OF_OTHERS.search(behind[: match.start()])]
    said = len(numbers) == 1 and _IDENTIFIES.search(behind[: numbers[0].start()])
    return numbers[0][1] if said else None


_CMP_REACHES = 400  # characters of a sentence
_CMP_WORD = re.compile(r"\bcmp\b", re.I)
_IDENTIFIES = re.compile(
    r"\b(?:ids?|identifier|number|no|nr|nummer|numéro|número|account|customer|client|reference|ref|record|listed|known|"
    r"registered|filed|under|as|is|are|be|kunde\w{0,6}|konto|compte|cuenta)\b[^;!?]{0,60}$|[(#]\s?$",
    re.I,
)
_CMP_NUMBER = re.compile(
    r"(?<![\w.+:/€$£-])(?<!since )(?<!at )(?<!of )(?<!until )(?<!from )(?<!for )(?<!about )"
    r"(?!(?:19|20)\d\d\b)(\d{4,7})(?![\w%:/]|[.,-]\d|\s\d)"
    r"(?! (?!in\b|on\b|at\b|and\b|if\b|for\b|please\b|i\b|we\b|but\b|or\b|there\b|by\b|with\b|und\b|et\b|y\b)[a-zà-ÿ])"
)
_OF_OTHERS = re.compile(
    r"\b(?:order|invoice|ticket|case|po|bill|quote|error|event|port|build|kb|code|room|box|ext\w{0,6}|phone|call|fax|"
    r"tel|"
    r"rechnung|bestellung|facture|factura|commande)\b[^,;]{0,14}$",
    re.I,
)


def subscriptions(told: Sequence[Passage]) -> Iterator[Found]:
    """A GUID at the head of a line, when the line before ended on the word subscription."""
    for above, passage in pairwise(told):
        if passage.text.count("-") < _HYPHENS_OF_GUID or not phrases.SUBSCRIPTION_BEFORE.search(above.text[-40:]):
            continue
        match = values.GUID.search(passage.text)
        if match and not phrases.NO_SUBSCRIPTION_BEFORE.search(
            passage.text[max(0, match.start() - 40) : match.start()]
        ):
            yield Found("subscription_id", match[0].lower(), match[0], 0.6)


def _is_identifier(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _DIGITS_OF_CMP


def read_signature(told: Sequence[Passage], context: FieldContext) -> Iterator[Candidate]:
    """What is unmistakable even below the writer's name: "CMP 4711", a tenant's own domain."""
    for passage in told:
        for found in identifiers(passage, context):
            if found.key == "cmp_id":
                yield Candidate(found.key, found.value, found.written, 0.6, "signature", "signature-cmp")
    named = [
        match[0].casefold()
        for passage in told
        if ".onmicrosoft.com" in passage.folded
        for match in values.DOMAIN.finditer(passage.text)
        if match[0].casefold().endswith(".onmicrosoft.com")
    ]
    if named:
        kept = tuple(dict.fromkeys(named))
        yield Candidate("tenant_domains", kept, ", ".join(kept), 0.6, "signature", "signature-domain")


def read_subject(subject: str) -> Iterator[Candidate]:
    """A severity written into the subject: "SEV A: ...", "P1 - ..."."""
    if match := graded.SEVERITY.pattern.search(subject[:300]):
        yield Candidate("severity", grade(match), match[0], 0.75, "subject", "subject-severity")
    if match := phrases.CMP.pattern.search(subject[:300]):
        yield Candidate("cmp_id", match[1], match[0], 0.7, "subject", "subject-cmp")
