"""How many separate matters one mail tells of, each with a few of its own words. One matter with many symptoms is one.

What separates them is looked for in this order: headings ("Case 1"), the same form twice, mails passed on, headings of
any words, a list, and words ("first … second", "another thing"; "also" when what follows is of another kind).
A number said ("two things") decides which of these is believed. Where nothing is set apart, learned weights say
whether a paragraph or point is about something else than what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mailticket.intake import issue_kinds as kinds
from mailticket.intake import issue_words as say
from mailticket.intake.issue_forwards import forwards
from mailticket.intake.issue_headings import cases, forms, headings, sections
from mailticket.intake.issue_lists import listed
from mailticket.intake.issue_model import turned
from mailticket.intake.issue_told import MOST, SENTENCE_END, Issue, Told, are_one, headed, read, title
from mailticket.intake.issue_turns import in_words

_LAST = 200  # characters of a matter in which it is said to be somebody else's
_ANNOUNCED = 400  # characters of subject and text in which several matters are announced
_FINDERS: tuple[Callable[[Told], list[Issue]], ...] = (cases, forms, forwards, sections, listed, in_words)


def issues(subject: str, text: str) -> tuple[str, ...]:
    """A title for each separate matter; none when there is only one."""
    return tuple(item.title for item in separate(subject, text))


def separate(subject: str, text: str, *, answers: bool = False) -> tuple[Issue, ...]:
    """The separate matters of a mail in their order; none when there is only one.

    A mail that ``answers`` goes from one thing asked to the next: there only layout and words set matters apart.
    """
    told = read(subject, text)
    if are_one(told):
        return ()
    found = set_apart(told) or (() if answers else tuple(turned(told)[:MOST]))
    ours = tuple(item for item in found if not _is_others(item.text))
    return ours if len(ours) > 1 else ()


def _is_others(text: str) -> bool:
    """It ends on whose it is, and asks for nothing."""
    return say.NOT_OURS.search(text[-_LAST:]) is not None and say.ASKS_FOR.search(text) is None


def set_apart(told: Told) -> tuple[Issue, ...]:
    """The matters that layout or words set apart; none when neither does."""
    found = [parts for find in _FINDERS if len(parts := find(told)) >= 2]
    if not found and len(named := headings(told, f"\n{headed(told.subject)}")) >= 2:
        found = [named]
    return tuple(_best(found, told))


def _best(found: Sequence[Sequence[Issue]], told: Told) -> Sequence[Issue]:
    """What agrees with the number said, else the surest; without any, the paragraphs when a number was said."""
    exact = next((parts for parts in found if len(parts) == told.count), None)
    if exact or found:
        return (exact or found[0])[:MOST]
    return _paragraphs(told) if told.count else ()


def _paragraphs(told: Told) -> list[Issue]:
    """As many paragraphs as were counted, below the one that counts."""
    counted = say.SPOKEN.search(told.whole)
    if counted is None or counted.start() > _ANNOUNCED or say.OF_OTHERS.match(told.whole, counted.end()):
        return []
    below = told.whole[max(counted.end(), len(told.whole) - len(told.text)) :]
    wanted = max(told.count, 2)
    parts = [part for part in re.split(r"\n\s*\n", below) if len(part.split()) >= kinds.TOLD_WORDS]
    if len(parts) < wanted:
        parts = [part for part in SENTENCE_END.split(below) if part and len(part.split()) >= kinds.TOLD_WORDS]
    if len(parts) < wanted:
        return []
    return [Issue(title(part), part) for part in parts[:wanted]]
