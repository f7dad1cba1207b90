"""What a label nobody listed asks for, inside a form: its words vote, and the answer must look like it.

Only for labels between known ones: in running text every colon would make a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache

from mailticket.intake.fields import answers
from mailticket.intake.fields.fitting import CLEAR, FITS, SURE, fits, shows
from mailticket.intake.fields.labels import OTHER, Meaning, intended, meaning, plain, without_hint
from mailticket.intake.fields.lexicon_cues import CUES, HAPPENED, NOT_OURS

MAX_WORDS = 15
_VOTES = 2  # a field needs before its answer says anything
_INTENDED = 5  # letters of a word in which a typing error is thought of
_ENOUGH_TOLD = 3  # what a one-word answer cannot tell
ENOUGH = 4  # different fields asked for before labels make a form
SHOWN = 2  # of them fields whose answers show what they are
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{4,}[.!?]\s+[A-Z]|[^\W\d_]{2,}[.!?]\s+[A-Z]\S{0,20}\s+\S{1,20}\s+\S")
_LONG = frozenset({"description", "steps_to_reproduce", "steps_taken"})
# fields that may have several labels in one form
_REPEATED = frozenset({"description", "error_messages", "steps_taken", "steps_to_reproduce", "tools_used"})
# fields that an answer may show under a label that tells nothing
_ALONE = {
    "severity": SURE,
    "time_zone": SURE,
    "preferred_contact_method": SURE,
    "preferred_contact_time": SURE,
    "subscription_id": SURE,
    "tenant_domains": SURE,
    "phone": SURE,
    "user_accounts": SURE,
    "users_impacted": CLEAR,
    "product": CLEAR,
    "partner_name": CLEAR,
    "error_messages": CLEAR,
    "steps_taken": CLEAR,
    "steps_to_reproduce": CLEAR,
    "description": CLEAR,
}
_MANY = re.compile(r"[^\W\d]{3,}s\b|\b(?:who|how|qui|quien|wer|wie|combien|cu[aá]nt)", re.I)  # of a label for a number


def guess(label: str, answer: str, taken: frozenset[str] = frozenset()) -> Meaning | None:
    """The fields this unknown label may mean by its words and by what its answer looks like; None for neither.

    Fields that are ``taken`` have a label of their own.
    """
    answer = answers.tidy(answer[:300])
    if not answers.is_answer(answer) or _is_sentence(label):
        return None
    found = sorted(_likely(label, answer, taken), key=lambda item: -item[1])
    return Meaning(tuple(key for key, _ in found), exact=False) if found else None


def _likely(label: str, answer: str, taken: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Fields with what speaks for them, in label and answer together."""
    voted = dict(_all_votes(label))
    if _tells_when_it_was(label, answer, voted):
        voted.pop("preferred_contact_time", None)
        taken = taken | {"preferred_contact_time"}
    for key, count in voted.items():
        shown = shows(key, answer)
        if (key not in taken or key in _REPEATED) and _may_answer(key, answer) and (count >= _VOTES or shown >= CLEAR):
            yield key, count + shown
    least = SURE if not NOT_OURS.isdisjoint(plain(label).split()) else CLEAR
    for key, needed in _ALONE.items():
        if key in taken or key in voted or (key == "users_impacted" and answer.isdigit() and not _MANY.search(label)):
            continue
        if (shown := shows(key, answer)) >= max(needed, least):
            yield key, shown - (bool(voted) and needed < SURE)


def _tells_when_it_was(label: str, answer: str, voted: Mapping[str, int]) -> bool:
    """ "Reported at: 13:22", or one exact minute under a label that says nothing of being reached."""
    if not HAPPENED.isdisjoint(plain(label).split()) and not _OF_REACH.search(label):
        return True
    return "preferred_contact_time" not in voted and _MINUTE.fullmatch(answer.strip()) is not None


_OF_REACH = re.compile(r"call|contact|reach|phone|avail|ring|talk|erreich|joind|joign|llam|kontakt", re.I)
_MINUTE = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.I)


def _may_answer(key: str, answer: str) -> bool:
    return fits(key, answer) and not (key in _LONG and len(answer.split()) < _ENOUGH_TOLD)


def asked_by(label: str, answer: str) -> str | None:
    """The field a label asks for whose answer looks like one; None for a label that tells nothing to us."""
    answer = answers.tidy(answer[:300])
    known = meaning(label)
    keys = known.keys if known else tuple(key for key, _ in votes(label))
    return next((key for key in keys if key != OTHER and fits(key, answer)), None) if answer else None


def votes(label: str) -> tuple[tuple[str, int], ...]:
    """Fields with the votes the label's words give them, most votes first; none for a label that is a sentence."""
    return tuple(item for item in _all_votes(label) if item[1] >= _VOTES)


@lru_cache(maxsize=4096)
def _all_votes(label: str) -> tuple[tuple[str, int], ...]:
    """The same with fields that have too few. A hint in parentheses is asked when the words before tell nothing."""
    return _counted(without_hint(label[:120])) or (_counted(label[:120]) if "(" in label else ())


def _counted(label: str) -> tuple[tuple[str, int], ...]:
    words = plain(_LOG_IN.sub("login", label)).split()
    if _is_sentence(label):
        return ()
    counted: dict[str, int] = {}
    for word in dict.fromkeys(words):
        for key, weight in _voters(word) or (_voters(intended(word)) if len(word) >= _INTENDED else ()):
            counted[key] = counted.get(key, 0) + weight
    return tuple(sorted(counted.items(), key=lambda item: -item[1]))


_LOG_IN = re.compile(r"\blog[ -](?:in|on)\b", re.I)


def _is_sentence(label: str) -> bool:
    return label.count(" ") >= MAX_WORDS or _SENTENCE_ENDS.search(label) is not None


def is_form(keys: Set[str]) -> bool:
    """Whether labels for these fields, with answers that look like ones for them, prove a form."""
    return len(keys) >= ENOUGH and len(keys & FITS.keys()) >= SHOWN


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
