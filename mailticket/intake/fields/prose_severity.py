"""How bad a problem is, in running text and in answers that use no letter. Names of grades are ``severities``'s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailticket.intake.fields import phrases_grades as graded_else
from mailticket.intake.fields import phrases_severity as graded
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.severities import severity as named_severity

_LETTERS = ("a", "b", "c")
_BY_WORDS = 0.55
_ALL = frozenset(
    ("all", "both", "none", "neither", "nothing", "everything", "alles", "beide", "keines", "tout", "rien", "todo")
)
_READ = 600  # characters of a sentence that may call itself urgent
_FIGURE = re.compile(r"\d|@")  # other facts stand beside it
_SHORT = 12  # characters of an answer that is a letter


def severity(told: Sequence[Passage]) -> Iterator[Found]:
    yield from _answered(told)
    told = [_in_own_words(passage) for passage in told if not graded.EXPLAINED.search(passage)]
    for passage in told:
        if found := _graded(passage) or _lettered(passage) or _among_facts(passage):
            yield found
    if found := _in_words(told):
        yield found


def of_several(told: Sequence[Passage]) -> Iterator[Found]:
    """Of several matters the worst grade; no rush grades nothing that is not said of all of them."""
    grades = [(found, passage) for passage in told for found in severity((passage,))]
    kept = [
        found
        for found, passage in grades
        if found.value != "C" or found.confidence > _BY_WORDS or not passage.words.isdisjoint(_ALL)
    ]
    worst = min(kept, key=lambda found: (str(found.value), -found.confidence), default=None)
    if worst:
        yield worst


def said_of_haste(text: str) -> str | None:
    """The severity of an answer such as "whenever you get to it" or "nobody can work"; None for another."""
    said = Passage(text[:200])
    if found := _in_words([said]):
        return str(found.value)
    return next((letter for letter, wording in graded_else.ANSWERED if wording.search(said)), None)


def _graded(passage: Passage) -> Found | None:
    if match := graded.REGRADED.search(passage):
        return Found("severity", _letter(match[1]), match[0], 0.85)
    if match := graded.SEVERITY.search(passage):
        return Found("severity", grade(match), match[0], 0.8)
    if found := _placed(passage):
        return found
    for wording, sure in ((graded.SEVERITY_NAMED, 0.75), (graded_else.GRADED_ALONE, 0.6)):
        match = wording.search(passage)
        if match and (named := named_severity(next(filter(None, match.groups()), ""))):
            return Found("severity", named, match[0], sure)
    return None


def _placed(passage: Passage) -> Found | None:
    """A place on the desk's scale; the one it is compared with is none."""
    for match in graded_else.PLACED.finditer(passage):
        if not graded_else.NOT_PLACED.search(passage.text[: match.start()]):
            place = next(filter(None, match.groups()), "").casefold()
            return Found("severity", graded_else.BY_PLACE.get(place, "B"), match[0], 0.72)
    return None


def _in_words(told: Sequence[Passage]) -> Found | None:
    calm = [passage for passage in told if not graded.STILL_URGENT.search(passage.beginning(_READ))]
    for letter, wording in graded.SEVERITY_WORDS:
        said = told if letter == "B" else calm
        if match := next((match for passage in said if (match := wording.search(passage))), None):
            return Found("severity", letter, match[0], _BY_WORDS)
    return None


def _answered(told: Sequence[Passage]) -> Iterator[Found]:
    """ "How bad is it, A to C?" and under it nothing but the letter."""
    for question, answer in pairwise(told):
        letter = answer.text.strip(" *_.,!\"'()") if len(answer.text) < _SHORT else ""
        if letter.casefold() in _LETTERS and graded_else.WANTS_GRADE.search(question.text[-100:]):
            yield Found("severity", letter.upper(), answer.text, 0.82)


def _in_own_words(passage: Passage) -> Passage:
    """The sentence without what it quotes from somebody else or from a screen."""
    text = passage.text
    if '"' not in text and "“" not in text:
        return passage
    said = [found for found in graded.QUOTED.finditer(text) if graded.QUOTED_BY.search(text[: found.start()])]
    for found in reversed(said):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return Passage(text) if said else passage


def _lettered(passage: Passage) -> Found | None:
    """A capital A, B or C by itself in a sentence that grades: "treat it as C", "I would say B", "Stufe C reicht"."""
    if passage.words.isdisjoint(_LETTERS):
        return None
    for match in graded.LONE_LETTER.finditer(passage.text[:400]):
        before, after = passage.text[max(0, match.start() - 45) : match.start()], passage.text[match.end() :]
        if not graded.CALLED.search(before) and _grades(before, after, match[0]):
            return Found("severity", match[0], passage.text[max(0, match.start() - 30) : match.end()], 0.7)
    return None


def _grades(before: str, after: str, letter: str) -> bool:
    if graded.GRADES.search(before) or (letter != "A" and graded.GRADED.match(after)):
        return True
    if not before.strip(" (\"'*") and graded.BEGINS_LETTERED.match(after):
        return True
    if not graded.ENDS.match(after):
        return False
    return bool(graded.CONCLUDES.search(before) or graded.IS_LETTERED.search(before))


def _among_facts(passage: Passage) -> Found | None:
    """The only letter of a line of facts, between commas or strokes: a guess."""
    if passage.words.isdisjoint(_LETTERS):
        return None
    letters = list(graded.LONE_LETTER.finditer(passage.text[:400]))
    if len(letters) != 1 or not graded_else.OF_FACTS.search(passage.text) or not _FIGURE.search(passage.text):
        return None
    before, after = passage.text[: letters[0].start()], passage.text[letters[0].end() :]
    stands = graded_else.AMONG_FACTS.search(before[-3:]) and graded_else.FACTS_GO_ON.match(after)
    if not stands or graded_else.OTHER_NEAR.search(before[-30:]):
        return None
    return Found("severity", letters[0][0], passage.text[max(0, len(before) - 30) :][:60], 0.46)


def grade(match: re.Match[str]) -> str:
    """The letter in a match of ``graded.SEVERITY``: a letter as it is, a number by its place."""
    return _letter(match[1] or match[2])


def _letter(written: str) -> str:
    return _BY_NUMBER.get(written.casefold()) or written.upper()


_BY_NUMBER = {"1": "A", "2": "B", "3": "C", "4": "C", "one": "A", "two": "B", "three": "C", "four": "C"}
