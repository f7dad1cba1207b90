"""Which kind of request a mail is, and how many problems it tells. Weighted words; the words are ``category_words``."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from mailticket.intake.category_words import WORDS
from mailticket.vocabulary import CATEGORIES, OUT_OF_SCOPE

MAX_TEXT = 6_000
DEFAULT = "service_availability"  # something fails and nothing says what
_SUBJECT_COUNTS = 2
_AT_MOST = 2  # how often one word counts
_CLEARLY = 4.0  # what out_of_scope needs before it may win

_ENDINGS = (  # of compounds: their last word is what they are
    "drucker", "kopierer", "rechnung", "rechnungen", "lizenz", "lizenzen", "postfach", "postfächer",
    "abonnement", "konto", "kennwort", "passwort", "verlängerung", "bestellung", "zustellung",
    "synchronisierung", "synchronisation", "migration", "server", "anmeldung", "quarantäne", "weiterleitung",
    "bereitstellung", "kontingent", "freigabe", "gutschrift",
)  # fmt: skip
_ERROR_OF_SIGN_IN = "aadsts"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SPOKEN_COUNT = re.compile(
    r"\b(two|three|four|five|couple of|few|[2-6]|zwei|drei|vier|deux|trois|quatre|dos|tres|"
    r"cuatro)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:things|issues|problems|questions|requests|topics|tickets|items|matters|points|subjects|asks|cases|favou?rs|"
    r"anliegen|probleme|"
    r"fragen|sachen|dinge|punkte|themen|fälle|problèmes|sujets|choses|demandes|problemas|asuntos|cosas|temas|"
    r"consultas|peticiones)\b",
    re.I,
)
_COUNTS = {
    "couple of": 2, "few": 3, "two": 2, "2": 2, "zwei": 2, "deux": 2, "dos": 2, "three": 3, "3": 3, "drei": 3,
    "trois": 3, "tres": 3, "four": 4, "4": 4, "vier": 4, "quatre": 4, "cuatro": 4, "five": 5, "5": 5, "6": 6,
}  # fmt: skip
_CASE = re.compile(
    r"\n[^\w\n]{0,6}(?:issue|case|problem|ticket|request|topic|item|point|fall|anliegen|thema|punkt|problème|demande|"
    r"sujet|caso|"
    r"problema|asunto)[ \t]{1,2}#?(\d|[A-D])(?![\w.])",
    re.I,
)
_FIRST = re.compile(
    r"(?:^|[.!?:]\s|\n)\s*(?:first(?:ly)?|1st|the first|erstens|zum einen|premièrement|d'abord|primero|en primer "
    r"lugar)\b",
    re.I,
)
_SECOND = re.compile(
    r"(?:^|[.!?:;]\s|\n)\s*(?:and )?(?:second(?:ly)?|2nd|the second|zweitens|zum anderen|deuxièmement|ensuite|"
    r"segundo|en segundo lugar)\b",
    re.I,
)
_ANOTHER = re.compile(
    r"(?:^|[.!?]\s|\n)\W{0,4}(?:(?:oh|ah|btw|by the way|p\.?s\.?|and|also)[,:]? )*(?:(?:a |an )?(?:separate|"
    r"different|unrelated|another)\b|"
    r"unrelated(?: to (?:this|that))?|on (?:a|another) (?:separate|different|unrelated)|also,? (?:a |an "
    r")?(?:separate|different|unrelated|another)|"
    r"(?:one|another) (?:more|other|last|final|quick|further|small)?\s?(?:thing|issue|problem|question|request|topic|"
    r"matter)|separately|completely different|"
    r"while (?:i have you|i.m at it|we.re at it|you.re at it|i am at it)|something else|on top of (?:that|this),? |"
    r"(?:und )?noch (?:etwas|eine (?:andere )?(?:sache|frage|bitte)|was anderes)|außerdem|unabhängig davon|etwas "
    r"(?:ganz )?anderes|"
    r"autre (?:chose|sujet|demande|question)|par ailleurs|sans rapport|otra (?:cosa|consulta|pregunta)|por otro lado|"
    r"aparte(?: de eso)?|además)\b",
    re.I,
)
# Without one of these words in the text its pattern above cannot match.
_COUNTED = frozenset(word.split()[0] for word in _COUNTS)
_SECOND_WORDS = frozenset(["second", "secondly", "2nd", "zweitens", "anderen", "deuxièmement", "ensuite", "segundo"])
_ANOTHER_WORDS = frozenset((
    "separate", "separately", "different", "unrelated", "another", "one", "while", "something", "top", "noch",
    "außerdem", "unabhängig", "anderes", "autre", "ailleurs", "rapport", "otra", "otro", "aparte", "además",
))  # fmt: skip
_ITEM = re.compile(
    r"(?:^|\n)[ \t]{0,6}(?:(\d)\s?[.):]|[-*•–])[ \t]{1,4}(?:point \d: "
    r")?(\S[^\n]{0,300}(?:\n[ \t]{0,8}[^\s\d*•–-][^\n]{0,200}){0,6})"
)
_STEPS_ABOVE = re.compile(
    r"\b(?:steps?|reproduce|repro|tried|try|did|done|checked|schritte|nachstellen|versucht|étapes|essayé|pasos|"
    r"probado|following error|"
    r"troubleshooting|so far|as follows|happens|log|details|answers|users|accounts|mailboxes|devices|affected|"
    r"options)\b[^\n]{0,60}\n{0,2}$",
    re.I,
)
_CLICKS = re.compile(
    r"(?:open|click|go|select|sign|log|start|choose|enter|type|press|wait|navigate|launch|create|send|restart|reboot|"
    r"cleared?|removed|"
    r"ran|reset|reinstalled|checked|tried|öffnen|klick\w*|ouvrir|cliquer|abrir|the|it)\b",
    re.I,
)
_ASKED_ITEM = 34  # characters an item needs that tells a request of its own


def categorise(subject: str, text: str) -> tuple[str, int]:
    """The likeliest key of ``vocabulary.CATEGORIES`` and the number of separate problems, at least 1."""
    subject, text = subject[:300], text[:MAX_TEXT]
    told = _words(text)
    return _category(_words(subject), told), _issues(subject, text, frozenset(told))


def _category(subject: list[str], text: list[str]) -> str:
    scores = dict.fromkeys(CATEGORIES, 0.0)
    _count(subject, scores, _SUBJECT_COUNTS)
    _count(text, scores, 1)
    if scores[OUT_OF_SCOPE] < _CLEARLY:
        scores[OUT_OF_SCOPE] = 0
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] > 0 else DEFAULT


def _words(text: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text.casefold().replace("’", "'"))]


def _plain(word: str) -> str:
    """Compounds as their last word, error codes of signing in as one word."""
    if len(word) < 9 or word in _sizes():
        return word
    if word.startswith(_ERROR_OF_SIGN_IN):
        return _ERROR_OF_SIGN_IN
    return next((ending for ending in _ENDINGS if word.endswith(ending)), word)


def _count(words: list[str], scores: dict[str, float], factor: float) -> None:
    """Add the weights of the wordings among the words; at each place the longest one counts."""
    seen: Counter[str] = Counter()
    sizes, after = _sizes(), 0
    for at, word in enumerate(words):
        if word not in sizes or at < after:
            continue
        wording, size = _longest(words[at : at + sizes[word]])
        seen[wording] += 1
        after = at + size
        if size and seen[wording] <= _AT_MOST:
            for category, weight in _weights()[wording]:
                scores[category] += weight * factor


def _longest(words: list[str]) -> tuple[str, int]:
    """The longest known wording these words begin with and its number of words; 0 for none."""
    for size in range(len(words), 0, -1):
        wording = " ".join(words[:size])
        if wording in _weights():
            return wording, size
    return "", 0


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    index: dict[str, tuple[tuple[str, float], ...]] = {}
    for category, by_weight in WORDS.items():
        for weight, wordings in by_weight.items():
            for wording in wordings:
                key = " ".join(_WORD.findall(wording.casefold()))
                index[key] = (*index.get(key, ()), (category, weight))
    return index


@cache
def _sizes() -> dict[str, int]:
    """First word of a wording -> how many words the longest wording with it has."""
    sizes: dict[str, int] = {}
    for wording in _weights():
        first, size = wording.split()[0], len(wording.split())
        sizes[first] = max(size, sizes.get(first, 0))
    return sizes


# ---------------------------------------------------------------- several problems


def issue_count(subject: str, text: str) -> int:
    """Separate problems the sender counts: "two things", "Case 1 … Case 2", first and second, "another issue"."""
    return _issues(subject, text, frozenset(_words(text)))


def _issues(subject: str, text: str, words: frozenset[str]) -> int:
    whole = f"\n{subject}\n{text}"
    cases = {found[1] for found in _CASE.finditer(whole)}
    if len(cases) >= 2:
        return len(cases)
    if (words | frozenset(_words(subject))) & _COUNTED and (counted := _spoken_count(whole)):
        return counted
    if listed := _listed(text):
        return listed
    if words & _SECOND_WORDS and _SECOND.search(text):
        return 2 if _FIRST.search(text) or re.search(r"\bSecond\s?:", text) else _another(text, words)
    return _another(text, words)


def _spoken_count(text: str) -> int:
    """The first number said of things to be done, an exact one before "a few"; 0 for none."""
    said = [found[1].casefold() for found in _SPOKEN_COUNT.finditer(text)]
    exact = next((word for word in said if word not in ("few", "couple of")), None)
    return _COUNTS[exact or said[0]] if said else 0


def _listed(text: str) -> int:
    """Items of one list that each tell a request, neither steps nor labels; 0 for no such list."""
    items = list(_ITEM.finditer(text))
    numbered = [item for item in items if item[1]]
    chosen = numbered if [item[1] for item in numbered] == [str(at) for at in range(1, len(numbered) + 1)] else []
    if not 2 <= len(chosen) <= 5 or _STEPS_ABOVE.search(text[max(0, chosen[0].start() - 160) : chosen[0].start() + 1]):
        return 0
    telling = all(
        len(item[2]) >= _ASKED_ITEM and not _CLICKS.match(item[2]) and ":" not in item[2][:16] for item in chosen
    )
    return len(chosen) if telling else 0


def _another(text: str, words: frozenset[str]) -> int:
    return 2 if words & _ANOTHER_WORDS and _ANOTHER.search(text) else 1
