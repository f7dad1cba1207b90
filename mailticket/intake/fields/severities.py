"""Names of a severity to A, B or C as the desk's guide has them. Reads an answer, not whole mails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailticket.intake.fields.labels import plain

_NAMES: dict[str, tuple[str, ...]] = {
    "A": (
        "critical", "urgent critical", "emergency", "highest", "top", "showstopper", "show stopper", "down", "outage",
        "significant", "blocker",
        "work stopped", "work has stopped", "cannot work", "can t work", "business down", "complete standstill",
        "stillstand",
        "kritisch", "notfall", "critique", "bloquant", "critico", "critica", "severe", "very high", "sehr hoch",
    ),
    "B": (
        "urgent", "high", "major", "medium", "moderate", "important", "elevated", "dringend", "hoch", "mittel", "haute",
        "moyenne", "moyen", "alta", "media", "urgente", "elevee", "eleve", "moderado", "slowed", "impaired",
        "degraded", "mid", "middling", "middle", "average", "eingeschrankt", "moderee", "modere",
    ),
    "C": (
        "low", "minimal", "minimum", "minor", "normal", "standard", "lowest", "not urgent", "no rush", "niedrig",
        "gering",
        "tief", "live with", "can wait", "annoying", "no hurry", "not critical", "cosmetic", "trivial", "small",
        "nice to have",
        "hat zeit", "leicht", "mineure", "menor", "peu urgent", "pas urgent", "no urge", "normale", "basse", "faible",
        "baja", "bajo", "informational", "question", "planning", "routine", "non urgent",
    ),
}  # fmt: skip
_BY_NAME = {name: severity for severity, names in _NAMES.items() for name in names}
_BY_NUMBER = {"0": "A", "1": "A", "2": "B", "3": "C", "4": "C", "5": "C"}
_NAME = re.compile(
    rf"\b(?:not (?:so |very |that |really |at all )?urgent|nicht (?:so )?(?:dringend|eilig)|"
    rf"{'|'.join(sorted(_BY_NAME, key=len, reverse=True))})\b"
)
_LETTER = re.compile(
    r"^(?:(?:severity|sev|level|prio|priority|class|schweregrad|gravite|severidad|"
    r"case)\s*)*([abc])\b"
)
_NAMED_LETTER = re.compile(r"\b(?:severity|sev|level|prio|priority|schweregrad|gravite|severidad)\s([abc])\b")
_SAID = re.compile(r"\b(?:say|call it|make it|rather|lieber|eher|plutot|mejor|so|then) (?:an? )?([abc])\b")
_LONE = re.compile(r"(?<![\w&.'’/-])[ABC](?![\w&'’+-]|\.\w)")
_IN_MARKS = re.compile(r"[(\"“”]([ABC])[)\"“”]")
_POINTED = re.compile(r"(?:<-{1,3}|←|-{1,3}>|→|=>)\s{0,3}\"?([ABCabc])\b\W{0,3}$")
_FROM_LOWEST = re.compile(
    r"\b1\W{0,4}(?:is |being |ist )?\W{0,2}(?:low|lowest|least|minor|minimal|not urgent|niedrig|faible|bajo)", re.I
)
_OF_A_SCALE = re.compile(r"\b([1-9])\b")
_NUMBER = re.compile(r"^(?:(?:severity|sev|level|prio|priority|prioritat|s|p)\s*)*([0-5])\b")
_ARTICLE = re.compile(r"(?<![\w&.'’/-])A \w")
_IS_IT = re.compile(r"^(?:is|does|est|ist|eilt|es|urgent\w?|dringend|eilig|emergency|rush|hurry)\b.{0,40}", re.I)
_NO = frozenset(["no", "nope", "nah", "nein", "non", "not", "nicht", "pas", "kein", "keine"])
_YES = frozenset(["yes", "yep", "yeah", "ja", "oui", "si", "very", "sehr", "tres", "muy"])


def from_lowest(label: str, text: str) -> str | None:
    """The severity of a number on a scale whose label says that 1 is the lowest: "Priority (1=low, 5=high)"."""
    answer = _OF_A_SCALE.match(text.strip())
    if not answer or not _FROM_LOWEST.search(label):
        return None
    share = int(answer[1]) / max(map(int, _OF_A_SCALE.findall(label)))
    return "A" if share >= _TOP else "B" if share > _LOW else "C"


_TOP, _LOW = 0.8, 0.45  # shares of the scale


def said_urgent(label: str, text: str) -> str | None:
    """The severity of a yes or no to "Is it urgent?"; None for another question or answer."""
    first = (plain(text[:60]).split() or [""])[0]
    if not _IS_IT.match(label):
        return None
    return "C" if first in _NO else "B" if first in _YES else None


def names_severity(text: str) -> bool:
    """The text is the name of a severity and nothing else."""
    return plain(text[:60]) in _BY_NAME


def lone_letter(text: str) -> Iterator[tuple[str, int, int]]:
    """Letters from A to C that stand alone in a text, with their places; no article."""
    for found in _LONE.finditer(text):
        if found[0] != "A" or not _ARTICLE.match(text, found.start()):
            yield found[0], found.start(), found.end()


def severity(text: str) -> str | None:
    """A, B or C for an answer such as "Sev B", "P1", "1 - Critical", "urgent"; None when it names none."""
    letters = set(_LONE.findall(text[:200]))
    marked = set(_IN_MARKS.findall(text[:200]))
    if len(letters) == 3 and len(marked) != 1:  # the choice as it was printed, nothing chosen unless pointed at
        pointed = _POINTED.search(text[:200])
        return pointed[1].upper() if pointed else None
    if len(marked) == 1 and len(letters) in (1, 3):
        return str(marked.pop())
    answer = plain(text[:200])
    if found := _SAID.search(answer) or _LETTER.search(answer) or _NAMED_LETTER.search(answer):
        return found[1].upper()
    if len(letters) == 1 and (letters <= {"B", "C"} or not _ARTICLE.search(text[:200])):
        return str(letters.pop())
    named = _NAME.search(answer)
    number = _NUMBER.search(answer)
    name = _BY_NAME.get(named[0], "C") if named else None
    if number and (name is None or {name, _BY_NUMBER[number[1]]} != {"A", "C"}):  # some count from the lowest
        return _BY_NUMBER[number[1]]
    return name
