"""Which words are a person's name: display names, introductions, names in brackets. Programs and firms are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import companies, phrases_numbers, phrases_sender, values
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.products import named
from mailticket.intake.fields.zones import PLACES
from mailticket.model import Address

ROBOT = re.compile(
    r"\b(?:psa|helpdesk|help desk|support|service ?desk|portal|gateway|monitoring|alerts?|noreply|no.?reply|"
    r"tickets?|notification\w{0,3}|scanner|shared|mailbox|postfach|buzón|inbox|forms?|website|bot|duty|dispatch|desk|"
    r"mailer|"
    r"system|info|admin|office|team|billing|autotask|connectwise|se[ck]r[eé]tariat|reception|recepción|"
    r"accueil|empfang|zentrale|"
    r"front ?desk|kontakt|contact|buchhaltung|accounting|accounts|compta\w{0,6}|verwaltung|sales|noc|automation|"
    r"runbook|via|"
    r"clerk-\w{1,10}|of|the|and|"
    r"lycée|école|collège|school|schule|gymnasium|verein|gmbh|llc|inc|ltd)\b|&",
    re.I,
)
_BETWEEN = re.compile(r"\s?[(|/]\s?|,\s|\)|\s[-–—]\s|\s(?:at|of|from|with|bei|von|chez|de)\s(?=[A-ZÄÖÜÉ])")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{4,50})[)\]]")
_TITLES_BEFORE = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|prof|herr|frau|mme|sra?|mag|dipl|ing|rev|rabbi|pastor|maître)\b\.?-?\s?){1,3}(?=[A-ZÀ-Ý])",
    re.I,
)
_TITLES_AFTER = re.compile(
    r",?\s(?:esq|cpa|mcse|rn|bsn|phd|md|dds|dmd|dvm|jd|mba|pmp|cissp|p\.?e|ii|iii|jr|sr|m\.?a|m\.?sc|b\.?sc|"
    r"dipl\S{0,8})\.?"
    r"(?=$|[\s,])",
    re.I,
)
_BEGINNING = 600  # characters of a sentence in which somebody introduces himself
_FIRST = 6  # sentences
_LINES = 20
_SENTENCE = 300


def display_name(author: Address) -> str | None:
    """A person's name from the display name; None for programs, functions, firms and single words."""
    whole = author.name[:120]
    name = re.split(r"[(\[|]", whole, maxsplit=1)[0].strip(" '\"")
    if not name or ROBOT.search(name) or "@" in name or _is_firm(name, author) or _is_role(name, author):
        inner = _BRACKETS.search(whole)
        return inner[1] if inner and looks_personal(inner[1]) else None
    person = values.person(name)
    return person if person and len(person.split()) >= 2 else None


def _is_firm(name: str, author: Address) -> bool:
    """The name spells the mail domain and no part of it is in front of the @."""
    local = plain(author.addr.partition("@")[0]).replace(" ", "")
    if _bears_own_name(name, author):
        return False
    return companies.like_domain(name, author.domain) and not any(
        part[:4] in local for part in plain(name).split() if len(part) > 2
    )


def _is_role(name: str, author: Address) -> bool:
    """ "Build Engineer" at infra@…; "Karen Head" at khead@… has the word for her name."""
    local = plain(author.addr.partition("@")[0]).replace(" ", "")
    return companies.names_role(name) and not any(part in local for part in plain(name).split() if len(part) > 2)


def person_and_firm(text: str) -> tuple[str, str] | None:
    """Both out of "Ann Lee (Oak & Elm Group)", "Ann Lee, Oak Events" or "Northgate IT / Ann Lee", in any order."""
    parts = [part.strip(" .()") for part in _BETWEEN.split(text[:200].partition("\n")[0])][:_PARTS]
    if len(parts) < 2 or not all(parts[:2]):
        return None
    firms = [_is_business(part) for part in parts]
    if not firms[0] and any(firms) and looks_personal(parts[0]):
        return parts[0], parts[firms.index(True)]
    return (parts[1], parts[0]) if firms[:2] == [True, False] and looks_personal(parts[1]) else None


_PARTS = 4  # "Ann Lee, Lead, Messaging, Northgate Ltd"


def _is_business(text: str) -> bool:
    words = text.split()
    joined = any(word in ("&", "and", "und", "et", "y", "+") for word in words[1:-1])
    shortened = any(word.isupper() and 2 <= len(word) <= 4 for word in words[1:])
    named = companies.names_business(text) or joined or shortened
    return named and companies.looks_named(text)


def _bears_own_name(name: str, author: Address) -> bool:
    """The firm has the surname: a given name that is no part of the domain stands before it."""
    first, _, last = plain(name.replace("-", "")).partition(" ")
    label = companies.domain_name(author.domain)
    owner = bool(last) and " " not in last and len(last) > 2 and last in label and first not in label
    return owner and not companies.names_business(name) and not companies.names_role(name)


def looks_personal(text: str) -> bool:
    """Two to four capitalised words, an initial among them or not; no function, no number."""
    words = without_titles(text).split()
    shaped = 2 <= len(words) <= 4 and all(_capitalised(word) for word in words) and words[0][:2] not in ("I'", "I’")
    return shaped and not ROBOT.search(text) and not re.search(r"[\d@:/&]", text)


def _capitalised(word: str) -> bool:
    """ "Ann", "McKay", the initial "J."; no word all in capitals."""
    return word[:1].isupper() and (not word.isupper() or len(word.strip(".")) <= 2)


def without_titles(text: str) -> str:
    """A name without title and degrees: "Prof. Ann Lee, CPA" is Ann Lee."""
    return _TITLES_AFTER.sub("", _TITLES_BEFORE.sub("", text)).strip(" ,")


# ---------------------------------------------------------------- who says so in running text


def introduced(told: Sequence[Passage], author: Address) -> Iterator[Candidate]:
    """Names people give themselves: "this is …", "… here"; and whom they ask to contact instead."""
    own = author.addr.partition("@")[0].casefold()
    if not author.name and own.isalpha() and any(own in passage.words for passage in told):
        yield Candidate("contact_name", own, own, 0.5, "name of the address, in the text", "introduction")
    for passage in told[:_FIRST]:
        if found := _introduction(passage.beginning(_BEGINNING), author):
            yield Candidate("contact_name", found[1], found[0], 0.58, "in the text", "introduction")
        if other := handed_over(passage):
            yield Candidate("contact_name", other, passage.text[:200], 0.66, "in the text", "handed-over")


def written_by(text: Sequence[Line], author: Address) -> Iterator[Candidate]:
    """Who is said to have written what a program sent."""
    if display_name(author):
        return
    for line in text[:_LINES]:
        if found := phrases_sender.WRITTEN_BY.search(line.text[:_BEGINNING]):
            name = str(next(filter(None, found.groups())))
            yield Candidate("contact_name", name, found[0], 0.57, "in the text", "written-by")
    for at, line in enumerate(text[:_LINES]):
        found = phrases_sender.ATTENTION.search(line.text[-_BEGINNING:])
        if found and (at or found.start()) and looks_personal(found[1]):  # at the beginning it names who is written to
            yield Candidate("contact_name", without_titles(found[1]), found[0], 0.52, "in the text", "attention")


def handed_over(passage: Passage) -> str | None:
    """Whom the sentence asks to contact instead of the writer, now and not only in some case."""
    beginning = passage.beginning(_SENTENCE)
    found = phrases_numbers.HANDS_OVER.search(beginning) or phrases_numbers.CONTACT_IS.search(beginning)
    if found is None or phrases_numbers.NOT_NOW.search(passage.text) or ROBOT.search(found[1]) or named(found[1], 1):
        return None
    return found[1]


def _introduction(beginning: Passage, author: Address) -> re.Match[str] | None:
    given = phrases_sender.INTRODUCES.search(beginning) or phrases_sender.NAME_HERE.search(beginning.text)
    if given is None and display_name(author) is None and (said := phrases_sender.I_AM.search(beginning)):
        given = said if _is_person(said[1]) else None
    lower = None if given else phrases_sender.INTRODUCES_LOWER.search(beginning.text)
    return lower if lower and _related(lower[1], author) else given


def _is_person(name: str) -> bool:
    """No function, product, place or state of mind with capitals."""
    other = companies.names_role(name) or companies.names_business(name) or named(name) or PLACES.get(plain(name))
    return looks_personal(name) and not other and plain(name).split()[0] not in phrases_sender.NO_GIVEN_NAME


def _related(name: str, author: Address) -> bool:
    """A part of the name is in the address, so that "its late again" introduces nobody."""
    local = plain(author.addr.partition("@")[0] + " " + author.name).replace(" ", "")
    return any(len(part) >= 3 and part in local for part in plain(name).split())
