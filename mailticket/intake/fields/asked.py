"""What a sentence tells of a field that was asked for: "put down zero", "so B", "write rather than call".

Reads only what the request asked; answers that stand without any sentence are ``terse``'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mailticket.intake.fields import phrases_asked as phrases
from mailticket.intake.fields import values
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.guess import guess
from mailticket.intake.fields.lexicon_deeds import DID
from mailticket.intake.fields.parts import split_label
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.severities import lone_letter
from mailticket.intake.fields.zones import zone_near
from mailticket.model import FieldContent

_MAX = 400  # characters of a sentence looked at
_TOLD = tuple[str, FieldContent]
_CMP_NUMBER = re.compile(r"(?<![\d.+-])(\d{4,7})(?!\d|[.-]\d|\s\d)")
_ZONED = re.compile(r"\(([A-Z][^()]{1,30})\)|\b([A-ZÄÖÜ]\w{2,14} (?:time|Zeit|Ortszeit))\b")
_LEAD = re.compile(
    r"^\W{0,3}(?:and |und |et |y )?(?:as (?:for|to)|regarding|concerning|about|on|re|with regard to|in terms of|"
    r"bezüglich|"
    r"zu[rm]?|wegen|pour|quant (?:à|au)|concernant|en cuanto a|sobre|para)(?: the| our| my| your| der| die| das| la|"
    r" le| "
    r"el)? (?=\w)",
    re.I,
)
_CLAUSE = re.compile(r"[,;:–]\s|\s(?:and|but|und|et|y)\s")


def told_in(passage: Passage, asked: frozenset[str]) -> Iterator[_TOLD]:
    """Fields with the values this sentence answers, of those that were asked for."""
    for key, reader in _READERS.items():
        if key in asked and (value := reader(passage)) is not None:
            yield key, value
    yield from ((key, value) for key, value in _labelled(passage) if key in asked)


def _labelled(passage: Passage) -> Iterator[_TOLD]:
    """ "As for reproducing: open the calendar": a label in the middle of a letter."""
    if ":" not in passage.text[:_MAX]:
        return
    text = _LEAD.sub("", passage.text[:_MAX], count=1)
    found = split_label(text)
    label, answer = (found[0], found[2]) if found else (text.partition(":")[0], text.partition(":")[2].strip())
    known = found[1] if found else guess(label, answer) if text != passage.text[:_MAX] and answer else None
    if known is None:
        return
    read = ((key, values.read(key, answer, FieldContext())) for key in known.keys if key in _SPOKEN)
    yield from ((key, value) for key, value in read if value is not None)


_SPOKEN = frozenset(
    {"severity", "steps_to_reproduce", "steps_taken", "tools_used", "users_impacted", "cmp_id", "product"}
)


def _severity(passage: Passage) -> str | None:
    if placed := phrases.PLACED.search(passage):
        return _BY_PLACE.get(placed[1][:3].casefold(), "A")
    found = phrases.GRADED.search(passage)
    return found[1].upper() if found and "B" not in passage.text[found.end() : found.end() + 6] else None


_BY_PLACE = {
    **dict.fromkeys(("low", "lea", "bot", "sma"), "C"), **dict.fromkeys(("mid", "med", "cen"), "B")
}  # fmt: skip


def _users(passage: Passage) -> int | None:
    if phrases.NOBODY.search(passage):
        return 0
    for pattern in (phrases.SUM, phrases.COUNTED):
        if found := pattern.search(passage):
            return values.users(next(filter(None, found.groups()), ""))
    if found := phrases.WITH_ME.search(passage):
        return values.users(found[0].split(",")[0].split(" so ")[0])
    return 1 if phrases.ONLY_MINE.search(passage) else None


def _cmp(passage: Passage) -> str | None:
    numbers = _CMP_NUMBER.findall(passage.text[:_MAX]) if "cmp" in passage.words else []
    return numbers[0] if len(numbers) == 1 else None


def _zone(passage: Passage) -> str | None:
    found = _ZONED.search(passage.text[:_MAX])
    return zone_near(found[1] or found[2]) if found else None


def _steps(passage: Passage) -> str | None:
    return passage.text if phrases.STEPS.search(passage) else None


def _deeds(passage: Passage) -> str | None:
    """A clause that begins with what was done: "Nothing much, turned it off and on"."""
    clauses = [clause.split(maxsplit=1) for clause in _CLAUSE.split(passage.text[:_MAX])]
    begins = any(len(words) > 1 and words[0].casefold() in DID and words[1][:3] != "by " for words in clauses)
    return passage.text if begins else None


def _tools(passage: Passage) -> str | None:
    found = phrases.TOOLS.search(passage)
    return found[1].strip(" .,") if found else None


def _error(passage: Passage) -> str | None:
    found = phrases.SAYS.search(passage)
    return found[1].strip(' ."“”') if found else None


def _subscription(passage: Passage) -> str | None:
    return "n/a" if phrases.UNSUBSCRIBED.search(passage) else None


def _company(passage: Passage) -> str | None:
    found = phrases.COMPANY.search(passage)
    name = next(filter(None, found.groups()), "").strip(" .") if found else ""
    return name if len(name) > 2 and not zone_near(name) else None


def _way(passage: Passage) -> str | None:
    found = phrases.WAY.search(passage)
    return values.method(next(filter(None, found.groups()), "")) if found else None


def _time(passage: Passage) -> str | None:
    found = phrases.NO_MATTER.search(passage)
    return found[0].strip() if found else None


_READERS: dict[str, Callable[[Passage], FieldContent | None]] = {
    "severity": _severity,
    "users_impacted": _users,
    "cmp_id": _cmp,
    "time_zone": _zone,
    "steps_to_reproduce": _steps,
    "steps_taken": _deeds,
    "tools_used": _tools,
    "error_messages": _error,
    "subscription_id": _subscription,
    "partner_name": _company,
    "preferred_contact_method": _way,
    "preferred_contact_time": _time,
}


def lone_grade(told: Sequence[Passage]) -> tuple[str, str] | None:
    """The only letter from A to C that stands alone in what was said, with its sentence; None for several."""
    found = {letter: passage.text for passage in told for letter in _grades(passage.text[:_MAX])}
    return next(iter(found.items())) if len(found) == 1 else None


def _grades(text: str) -> Iterator[str]:
    for letter, start, end in lone_letter(text):
        before, after = text[max(0, start - 24) : start], text[end : end + 12]
        named = before.rstrip()[-1:].isalpha() and before.split()[-1][:1].isupper() and len(before.split()) > 1
        if not named and not phrases.NO_GRADE_BEFORE.search(before) and not phrases.NO_GRADE_AFTER.match(after):
            yield letter
