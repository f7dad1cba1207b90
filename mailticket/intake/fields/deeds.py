"""Whether a sentence tells what somebody did about a problem: words of repair, and who did it. Reads no labels."""

from __future__ import annotations

import re

from mailticket.intake.fields import phrases
from mailticket.intake.fields.lexicon_deeds import DID, NOT_DONE
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Passage

_LONGEST = 600
_PARTICIPLE = re.compile(
    r"\b(?:ich|wir|hab(?:e|en)|er|sie|kollege|kollegin)\b.{0,160}?\b((?:\w{0,9}ge\w{2,12}(?:t|en)|\w{3,14}iert|"
    r"versucht|\w{2,10}setzt))\b",
    re.I,
)
_FRENCH = re.compile(
    r"\b(?:j[’']ai|ai|nous avons|avons|on a|il a|elle a|ils ont|(?:notre|mon|ma|nos) \w+(?: \w+)? "
    r"a)\s(?:\w{2,10}\s){0,2}?(\w{3,14}é)(?:e?s?)\b",
    re.I,
)
_SPANISH = re.compile(
    r"\bya (?:lo |la |los |las |se )?(\w{3,12}(?:amos|imos|aron|ieron))\b|\b(?:(?:ya )?(?:lo |la |los |las |"
    r"se )?(?:he|hemos|han|ha))\s(\w{3,14}[ai]do)\b|\b(?:ya )?(?:lo|la|los|"
    r"las)?\s?(\w{4,13}[ée])\s(?:una vez|la|el|las|los|dos|todo|y)\b",
    re.I,
)
_HEADED = re.compile(
    r"^[\W\d]{0,4}(?:(?:what )?(?:i|we|you)(?:'ve|’ve| have)? (?:already )?(?:did|tried|done)|(?:did|done|tried|"
    r"attempts?|attempted|steps|"
    r"troubleshooting|checked|my attempts(?: were)?|things (?:we|i)(?:'ve)? tried|already (?:done|tried)|so far|"
    r"actions|versucht|"
    r"ausprobiert|getan|unternommen|essayé|déjà (?:fait|essayé)|probado|intentado|hecho)"
    r"(?: (?:so far|already|by us|haben wir|habe ich|wurde|bisher|bereits|schon|were|was|included?|"
    r"are)){0,3})\s?(?::|were|was|-\s)|\bmy attempts\b",
    re.I,
)
_HAD_THEM = re.compile(
    r"^(?:have|had) (?:also |already )?(?:tried|rebooted|restarted|reset|checked|cleared)\b|\bhad (?:them|him|her|"
    r"the users?|everybody|everyone|the customer)\s\w+|\bbeen through an?\b",
    re.I,
)
_STILL_LEARNING = re.compile(
    r"\b(?:we|i)\s(?:have already\b|(?:clean|restart|reset|reboot|change|check|test|try|make|delete|proved to|"
    r"prove)\b.{0,60}\balready\b|"
    r"proved (?:to|with)|(?:also )?(?:relaunched|made new))",
    re.I,
)


def tells_steps(passage: Passage) -> bool:
    """Somebody did one of the things people do about a problem; the small print of a mail tells of nobody."""
    return _tells(passage) and not phrases.BOILERPLATE.search(passage)


def _tells(passage: Passage) -> bool:
    text = passage.text[:_LONGEST]
    if phrases.STEPS_SURE.search(passage) or (not passage.words.isdisjoint(_HEADS) and _is_told(text)):
        return True
    first = text.partition(" ")[0]
    if _is_deed(first.casefold()) and not first.isupper():
        return True
    return _in_english(passage) or _elsewhere(text, passage)


_HEADS = words(
    "did done tried attempt attempts attempted steps troubleshooting checked actions versucht ausprobiert getan "
    "unternommen "
    "essayé fait probado intentado hecho had been already proved relaunched far made bisher bereits schon things"
)


def _is_told(text: str) -> bool:
    return bool(_HEADED.search(text) or _HAD_THEM.search(text) or _STILL_LEARNING.search(text))


def _in_english(passage: Passage) -> bool:
    """Not what was done long before the problem: "since we set …"."""
    return any(
        _is_deed(match[1].casefold()) and not passage.folded[: match.start()].endswith("since ")
        for match in phrases.STEPS.finditer(passage)
    )


def _elsewhere(text: str, passage: Passage) -> bool:
    """German, French and Spanish say who acted with an auxiliary, and the deed as a participle."""
    words = passage.words
    if words & _GERMAN and any(match[1].casefold() not in NOT_DONE for match in _PARTICIPLE.finditer(text)):
        return True
    if "é" not in passage.folded and "do" not in passage.folded and "ya" not in words:
        return False
    found = [match[1] for match in _FRENCH.finditer(text)] + [
        next(filter(None, match.groups()), "") for match in _SPANISH.finditer(text)
    ]
    return any(word.casefold() not in NOT_DONE for word in found)


_GERMAN = words("habe haben hab hat")


def _is_deed(word: str) -> bool:
    """A known verb of repair, or a past tense that does not merely tell what happened."""
    word = word.removeprefix("re-").strip(".,:;")
    return word in DID or (word.endswith("ed") and len(word) > 5 and word not in NOT_DONE)
