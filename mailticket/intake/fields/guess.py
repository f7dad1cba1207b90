"""What a label nobody listed asks for, inside a form: its words vote, and the answer must look like it.

Only for labels between known ones: in running text every colon would make a label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from functools import cache, lru_cache

from mailticket.intake.fields import answers, phones, values
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import OTHER, Meaning, intended, meaning, plain, without_hint
from mailticket.intake.fields.lexicon_cues import CUES
from mailticket.intake.fields.severities import severity
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone

MAX_WORDS = 12
_SHORT = 8  # words a short answer has at most
_VOTES = 2  # a field needs
ENOUGH = 4  # different fields asked for before labels make a form
SHOWN = 2  # of them fields whose answers show what they are
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{4,}[.!?]\s+[A-Z]|[^\W\d_]{2,}[.!?]\s+[A-Z]\S{0,20}\s+\S{1,20}\s+\S")
_UNNAMED = FieldContext()


def guess(label: str, answer: str, taken: frozenset[str] = frozenset()) -> Meaning | None:
    """The fields this unknown label may mean by its words, else the one its answer looks like; None for neither.

    Fields that are ``taken`` have a label of their own.
    """
    answer = answers.tidy(answer[:300])
    if not answers.is_answer(answer):
        return None
    voted = votes(label)
    fitting = tuple(key for key, _ in voted if key not in taken and fits(key, answer))
    if fitting:
        return Meaning(fitting, exact=False)
    shaped = (
        next((key for key, looks in _ALONE.items() if key not in taken and looks(answer)), None) if not voted else None
    )
    return Meaning((shaped,), exact=False) if shaped else None


def asked_by(label: str, answer: str) -> str | None:
    """The field a label asks for whose answer looks like one; None for a label that tells nothing to us."""
    answer = answers.tidy(answer[:300])
    known = meaning(label)
    keys = known.keys if known else tuple(key for key, _ in votes(label))
    return next((key for key in keys if key != OTHER and fits(key, answer)), None) if answer else None


@lru_cache(maxsize=4096)
def votes(label: str) -> tuple[tuple[str, int], ...]:
    """Fields with the votes the label's words give them, most votes first; none for a label that is a sentence.

    A hint in parentheses is asked only when the words before it tell nothing.
    """
    return _counted(without_hint(label[:120])) or (_counted(label[:120]) if "(" in label else ())


def _counted(label: str) -> tuple[tuple[str, int], ...]:
    words = plain(label).split()
    if not 0 < len(words) <= MAX_WORDS or _SENTENCE_ENDS.search(label):
        return ()
    counted: dict[str, int] = {}
    for word in dict.fromkeys(words):
        for key, weight in _voters(word) or _voters(intended(word)):
            counted[key] = counted.get(key, 0) + weight
    kept = ((key, count) for key, count in counted.items() if count >= _VOTES)
    return tuple(sorted(kept, key=lambda item: -item[1]))


def is_form(keys: Set[str]) -> bool:
    """Whether labels for these fields, with answers that look like ones for them, prove a form."""
    return len(keys) >= ENOUGH and len(keys & _FITS.keys()) >= SHOWN


def fits(key: str, answer: str) -> bool:
    """Whether this may be an answer to the field."""
    return key not in _FITS or _FITS[key](answer)


def _voters(word: str) -> tuple[tuple[str, int], ...]:
    whole, stems = _index()
    begins = (stems.get(word[:size], ()) for size in range(3, len(word) + 1))
    return (*whole.get(word, ()), *(vote for votes in begins for vote in votes))


_Votes = dict[str, tuple[tuple[str, int], ...]]


@cache
def _index() -> tuple[_Votes, _Votes]:
    whole: _Votes = {}
    stems: _Votes = {}
    for key, by_weight in CUES.items():
        for weight, words in by_weight.items():
            for word in words.split():
                table = stems if word.endswith("*") else whole
                cue = word.rstrip("*")
                table[cue] = (*table.get(cue, ()), (key, weight))
    return whole, stems


# ---------------------------------------------------------------- how answers look


def _few(text: str, most: int = _SHORT) -> bool:
    return len(text.split()) <= most


def _is_time(text: str) -> bool:
    return bool(find_times(text[:200])) or bool(_VAGUE_TIME.search(text))


_VAGUE_TIME = re.compile(r"\b(?:whenever|any|always|jederzeit|immer|toujours|siempre|flexible|egal|asap)\b", re.I)
_LETTER = re.compile(r"^\W{0,3}(?:sev(?:erity)?\s?)?[ABC]\W{0,3}(?:$|[-–—(,:=])")
_MOSTLY_METHOD = re.compile(r"^(?:[\w'-]+ ){0,2}[\w'-]+(?: (?:or|oder|ou|o|and|und|et|y|/) [\w'-]+)?$", re.I)

_FITS: dict[str, Callable[[str], bool]] = {
    "severity": lambda text: _few(text, 12) and severity(text) is not None,
    "users_impacted": lambda text: _few(text, 14) and values.users(text) is not None,
    "phone": lambda text: phones.number(text, "US") is not None,
    "email": lambda text: values.address(text, _UNNAMED) is not None,
    "preferred_contact_method": lambda text: _few(text, 14) and bool(values.METHOD.search(plain(text))),
    "preferred_contact_time": lambda text: _few(text, 20) and _is_time(text),
    "time_zone": lambda text: _few(text, 12) and zone(text) is not None,
    "tenant_domains": lambda text: values.domains(text) is not None,
    "cmp_id": lambda text: values.cmp(text) is not None and not values.GUID.search(text),
    "subscription_id": lambda text: values.subscription(text) is not None,
    "contact_name": lambda text: _few(text, 12) and values.person(text) is not None,
    "partner_name": lambda text: _few(text, 12),
    "product": lambda text: _few(text, 14),
    "user_accounts": lambda text: "@" in text,
}
# what an answer alone tells, under a label that tells nothing
_ALONE: dict[str, Callable[[str], bool]] = {
    "severity": lambda text: bool(_LETTER.match(text)),
    "time_zone": lambda text: _few(text, 4) and zone(text) is not None,
    "preferred_contact_method": lambda text: (
        bool(_MOSTLY_METHOD.match(plain(text))) and bool(values.METHOD.fullmatch(plain(text).split()[0]))
    ),
    "preferred_contact_time": lambda text: any(len(found[0]) >= 0.6 * len(text) for found in find_times(text[:200])),
    "subscription_id": lambda text: bool(values.GUID.fullmatch(text.strip())),
}
