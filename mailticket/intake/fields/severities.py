"""Names of a severity to A, B or C as the desk's guide has them. Reads an answer, not whole mails."""

from __future__ import annotations

import re

from mailticket.intake.fields.labels import plain

_NAMES: dict[str, tuple[str, ...]] = {
    "A": (
        "critical", "emergency", "highest", "top", "showstopper", "show stopper", "down", "outage", "significant",
        "blocker", "kritisch", "notfall", "critique", "bloquant", "critico", "critica", "severe", "very high", "sehr "
        "hoch",
    ),
    "B": (
        "urgent", "high", "major", "medium", "moderate", "important", "elevated", "dringend", "hoch", "mittel", "haute",
        "moyenne", "moyen", "alta", "media", "urgente", "elevee", "eleve", "moderado",
    ),
    "C": (
        "low", "minimal", "minimum", "minor", "normal", "standard", "lowest", "not urgent", "no rush", "niedrig",
        "gering",
        "normale", "basse", "faible", "baja", "bajo", "informational", "question", "planning", "routine", "non urgent",
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
_LONE = re.compile(r"(?<![\w&.'’/-])[ABC](?![\w&'’+-]|\.\w)")
_IN_MARKS = re.compile(r"[(\"“”]([ABC])[)\"“”]")
_NUMBER = re.compile(r"^(?:(?:severity|sev|level|prio|priority|prioritat|s|p)\s*)*([0-5])\b")


def severity(text: str) -> str | None:
    """A, B or C for an answer such as "Sev B", "P1", "1 - Critical", "urgent"; None when it names none."""
    letters = set(_LONE.findall(text[:200]))
    if len(letters) == 3:  # the choice as it was printed, nothing chosen
        return None
    if len(letters) == 1 and (found := _IN_MARKS.search(text[:200])):
        return found[1]
    answer = plain(text[:200])
    if found := _LETTER.search(answer):
        return found[1].upper()
    if found := _NAME.search(answer):
        return _BY_NAME.get(found[0], "C")
    if found := _NUMBER.search(answer):
        return _BY_NUMBER[found[1]]
    return None
