"""Finds products in running text, as people write them; their names are ``lexicon_products``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailticket.intake.fields.lexicon_products import NAMES, OTHERS
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Passage

# words that are products only with a capital or next to what makes them one
_COMMON_WORDS = frozenset(
    words(
        "access loop stream shifts word exchange planner publisher bookings whiteboard viva teams sage slack zoom clio "
        "sap sway okta"
    )
) | {"one drive", "share point"}
_OTHERS = frozenset(name.casefold() for name in OTHERS)
_CANONICAL = {name.casefold(): name for name in (*NAMES, *OTHERS)}
_FIRST_WORDS = {
    word: max(len(name.split()) for name in _CANONICAL if name.split()[0] == word)
    for word in (name.split()[0] for name in _CANONICAL)
}
_FIRST_PARTS = frozenset(word.partition("-")[0] for word in _FIRST_WORDS)
_WORD = re.compile(r"(?<![\w@.-])[\w]+(?:[-.][\w]+)*(?![\w@]|[.-][\w.-]{0,40}@)")
_EDITION = re.compile(r"[aefg][1-7]$", re.I)  # Microsoft 365 E3, G5, A1
# another maker's product after these is where the mail comes from, not what it is about
_LEFT = frozenset(words("from leave leaving off between on-prem against von desde depuis"))
_BEFORE_TEAMS = frozenset(words("in into open use using ms microsoft my inside within through"))
_AFTER_TEAMS = frozenset(
    words(
        "wont won't app call calls meeting meetings chat chats channel channels keeps is isn't doesn't doesnt not "
        "freezes "
        "crashes cannot cant rooms phone desktop client on"
    )
)
_OF_ACCESS = frozenset(
    words("database databases db file files form forms query datei datenbank frontend backend 2016 2019")
)
_IN_ACCESS = frozenset(words("in with from an our into of using en avec mit"))
_MADE_IN_ACCESS = frozenset(
    words(
        "macro macros vba database databases query queries form forms report reports table tables datenbank makro base"
    )
)
# what a common word without its capital is a product before
_BEFORE_THINGS: dict[str, frozenset[str]] = {
    "planner": words("board boards plan plans task tasks bucket buckets tab app"),
    "bookings": words("page pages app site tab"),
    "whiteboard": words("app tab"),
    "loop": words("page pages component components workspace workspaces app"),
    "stream": words("video videos app portal"),
    "shifts": words("app tab schedule schedules"),
    "viva": words("engage insights connections learning goals"),
    "exchange": words("online server mailbox mailboxes admin"),
    "publisher": words("file files app"),
    "word": words("doc docs document documents file files"),
    "sway": words("presentation presentations"),
}
_OFFICE = frozenset(words("microsoft ms office excel word powerpoint outlook"))
# programs that are told apart from the same ones elsewhere
_PROGRAMS = frozenset(words("word excel powerpoint onenote visio project access"))
_WHERE = (
    "for the web",
    "on the web",
    "for mac",
    "for ios",
    "for android",
    "for windows",
    "online",
    "web app",
    "mobile",
)
# families with more members than anybody lists
_FAMILIES = frozenset(("azure", "viva", "dynamics 365"))
_MEMBER = re.compile(r"[A-Z][a-z]+[A-Z]?[A-Za-z]*|[A-Z]{2,4}")
_NO_MEMBER = frozenset(
    words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december since and from the on in at we our this not id "
        "billing support team credits invoice account accounts bill costs payment subscription subscriptions portal"
    )
)
# another maker's name before these says whose mail it is
_OF_PEOPLE = frozenset(
    words(
        "address addresses account accounts user users people folks blokes customers recipients recipient senders "
        "inbox domains mailboxes folder adresse adressen konto konten adresses cuentas direcciones"
    )
)
_MAKERS = frozenset(words("microsoft office from since using with when today hello team case issue problem"))
_SHORT_HEAD = 4  # characters of a product that may begin a compound
_SUBJECT = 4  # words of a subject that is little more than the product

_Words = list[tuple[str, int, int]]


def named(text: str, limit: int = 20) -> tuple[str, ...]:
    """Products in the order they are named, each once, written as the text has them; the longest name at a place.

    What is left behind ("from Google Workspace to …") comes last.
    """
    found: dict[str, str] = {}
    left: dict[str, str] = {}
    spoken = [(match[0], *match.span()) for match in _WORD.finditer(text)]
    after = 0
    for at, (word, _, _) in enumerate(spoken):
        if at < after or not (word.casefold() in _FIRST_WORDS or "-" in word):
            continue
        size, end = _product_at(spoken, at)
        name = text[spoken[at][1] : end]
        if size and not (name.casefold() in _OTHERS and _word(spoken, at + size).casefold() in _OF_PEOPLE):
            (left if _is_left(spoken, at, name) else found).setdefault(name.casefold(), name)
            after = at + size
        if len(found) >= limit:
            break
    return tuple({**found, **left}.values())


def named_in(told: Iterable[Passage]) -> tuple[str, ...]:
    """The same for sentences; words are parted at hyphens here, so "SharePoint-Bibliothek" counts, too."""
    return named(" ".join(passage.text for passage in told if not passage.words.isdisjoint(_FIRST_PARTS)))


def _is_left(spoken: _Words, at: int, name: str) -> bool:
    return name.casefold() in _OTHERS and any(word.casefold() in _LEFT for word, _, _ in spoken[max(0, at - 3) : at])


def _product_at(spoken: _Words, at: int) -> tuple[int, int]:
    """How many words from here are a product's name and where it ends; 0 for none."""
    word, start, _ = spoken[at]
    longest = _FIRST_WORDS.get(word.casefold(), 0)
    if size := _named_at(spoken, at, longest) if longest else 0:
        size += _further(spoken, at, size)
        return size, spoken[at + size - 1][2]
    head = word.partition("-")[0]
    if head == word or head.casefold() not in _CANONICAL or not head[:1].isupper() or len(head) <= _SHORT_HEAD:
        return 0, 0
    return (0, 0) if head.casefold() in _COMMON_WORDS - {"teams"} else (1, start + len(head))


def _further(spoken: _Words, at: int, size: int) -> int:
    """How many words behind a name belong to it: an edition, where a program runs, the member of a family."""
    name = " ".join(word for word, _, _ in spoken[at : at + size]).casefold()
    below = [word for word, _, _ in spoken[at + size : at + size + 3]]
    if name.endswith("365") and below and _EDITION.match(below[0]):
        return 1
    if name.rpartition(" ")[2] in _PROGRAMS:
        said = " ".join(below).casefold() + " "
        return next((len(where.split()) for where in _WHERE if said.startswith(f"{where} ")), 0)
    if name not in _FAMILIES:
        return 0
    ends = [end for _, _, end in spoken[at + size - 1 : at + size + 2]]
    begins = [begin for _, begin, _ in spoken[at + size : at + size + 3]]
    apart = (place for place, word in enumerate(below) if begins[place] > ends[place] + 1 or not _is_member(word))
    return next(apart, len(below))


def _is_member(word: str) -> bool:
    return bool(_MEMBER.fullmatch(word)) and word.casefold() not in _NO_MEMBER


def _with_macros(spoken: _Words, at: int) -> bool:
    """ "A macro in Access", "our queries in Access": what it is made of stands near before it."""
    if _word(spoken, at - 1).casefold() not in _IN_ACCESS or _word(spoken, at + 1)[:1].isupper():
        return False
    return any(word.casefold() in _MADE_IN_ACCESS for word, _, _ in spoken[max(0, at - 7) : at - 1])


def _word(spoken: _Words, at: int) -> str:
    return spoken[at][0] if 0 <= at < len(spoken) else ""


def _named_at(spoken: _Words, at: int, longest: int) -> int:
    """How many words from here, at most ``longest``, are a product's name; 0 for none."""
    for size in range(min(longest, len(spoken) - at), 0, -1):
        name = " ".join(word for word, _, _ in spoken[at : at + size]).casefold()
        if name in _CANONICAL and (name not in _COMMON_WORDS or _stands_alone(spoken, at)):
            return size
    return 0


def _stands_alone(spoken: _Words, at: int) -> bool:
    """A common word is a product only with a capital, and not as the end of some other name."""
    word, before, below = spoken[at][0], _word(spoken, at - 1).casefold(), _word(spoken, at + 1).casefold()
    if word.casefold() == "access":
        return before in _OFFICE or below in _OF_ACCESS or (word[0].isupper() and _with_macros(spoken, at))
    if word == "teams":
        return len(spoken) <= _SUBJECT or below in _AFTER_TEAMS or before in _BEFORE_TEAMS
    if below in _BEFORE_THINGS.get(word, ()):
        return True
    adjoins = at > 0 and spoken[at - 1][2] + 1 == spoken[at][1]
    part_of_name = adjoins and spoken[at - 1][0][:1].isupper() and before not in _MAKERS
    return word[0].isupper() and not (part_of_name and word.casefold() != "teams")
