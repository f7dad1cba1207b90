"""The problem in the sender's own words, when no label says it: the sentences that tell trouble or a request.

How much a sentence tells is ``telling``'s to say; greeting, closing and signature are left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mailticket.intake import header_block
from mailticket.intake.fields import phrases
from mailticket.intake.fields.answers import unlinked
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.deeds import told_steps
from mailticket.intake.fields.lexicon_telling import TROUBLE
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.passages import Passage, passages
from mailticket.intake.fields.telling import begins_anew, points_on, tells

MAX_OWN = 398
MAX_NOTE = 190  # of a note above a mail sent on
MAX_SEVERAL = 640  # when the mail tells of more than one problem
_SHORT = 60  # no greeting and no line of a signature is longer
_FIRST = 2  # what the first telling sentence has before the others
_ENOUGH = 3  # what a sentence must tell to be added to the first chosen ones
_CLOSING_BELOW = 40
_POINTS = frozenset(("* ", "- ", "• ", "– ", *(f"{number}{mark}" for number in range(1, 10) for mark in ".)")))
_LISTED = 3  # points that make a list
_SEARCHED = 1_000  # characters of a sentence looked at for the clause that tells
_LEAD = 30  # characters of a clause kept before the one that tells
_CLAUSE = re.compile(r"[,;:–]\s|\s(?:and|but|und|aber|et|mais|pero|y)\s")
_MARK = re.compile(r"-{3,}|begin forwarded", re.I)  # above a mail that is passed on


def describe(
    own: Sequence[Line],
    forwarded: Sequence[Line],
    signature: Sequence[str],
    read: Iterable[Passage] = (),
    *,
    several: bool = False,
) -> Iterator[Candidate]:
    """The sender's telling sentences, those of a mail sent on after them; nothing when none are left.

    More of them when the mail tells ``several`` matters. Sentences others have ``read`` are not taken apart again.
    """
    known = {passage.text: passage for passage in read}
    said = [known.get(item.text, item) for item in passages(body(own, signature))]
    below = body((line for line in forwarded if not (header_block.is_line(line.text) or _MARK.match(line.text))), ())
    passed_on = [known.get(item.text, item) for item in passages(below)]
    steps = told_steps(said)
    if passed_on:
        note = _chosen(said, steps.union(at for at in range(len(said)) if points_on(said[at])), MAX_NOTE, least=_ENOUGH)
        parts = (note, _chosen(passed_on, told_steps(passed_on), MAX_OWN - len(note)))
    else:
        is_longer = _is_listed(said, steps) or (several and len(said) >= _LISTED)
        parts = (_chosen(said, steps, MAX_SEVERAL if is_longer else MAX_OWN), "")
    text = "\n\n".join(part for part in parts if part)
    if text:
        yield Candidate("description", text, text[:300], 0.5, "the text, no label", "own-words")


def _is_listed(said: Sequence[Passage], steps: frozenset[int]) -> bool:
    """A list of what happens, none of labels or steps."""
    listed = (at for at, passage in enumerate(said) if _is_point(passage) and at not in steps)
    return sum(":" not in said[at].text[:25] for at in listed) >= _LISTED


def _is_point(passage: Passage) -> bool:
    return passage.text[:2] in _POINTS


def body(lines: Iterable[Line], signature: Sequence[str]) -> Iterator[str]:
    """Lines between greeting and closing, without those of the signature."""
    names = set(signature) if len(signature) > 1 else set()
    begun = False
    for line in lines:
        text = line.text.strip()
        short = len(text) < _SHORT
        if begun and len(text) < _CLOSING_BELOW and phrases.CLOSING.match(text):
            break
        if not (short and (text in names or phrases.GREETING.match(text))):
            begun = begun or bool(line.text)
            yield unlinked(line.text)


def _chosen(said: Sequence[Passage], steps: frozenset[int], limit: int, least: int = -9) -> str:
    """The most telling sentences that fit, in their order; the most telling one always, cut where it is too long."""
    scores = _scores(said, steps)
    kept: dict[int, str] = {}
    for at in sorted(scores, key=lambda at: -scores[at]):
        room = limit - sum(map(len, kept.values())) - len(kept)
        if scores[at] < (1 if kept else least):
            break
        if not kept:
            kept[at] = _cut(said[at].text, limit)
        elif len(said[at].text) <= room:
            kept[at] = said[at].text
    return " ".join(kept[at] for at in sorted(kept))


def _scores(said: Sequence[Passage], steps: frozenset[int]) -> dict[int, int]:
    """How much each sentence tells: more for the first that tells something, behind an opening, in a list of points."""
    scores = {at: tells(passage, at in steps) for at, passage in enumerate(said) if passage.text}
    first = next((at for at in scores if scores[at] > 1), None)
    if first is not None:
        scores[first] += _FIRST
    points = [at for at in scores if at not in steps and _is_point(said[at])]
    for at in scores:
        if at - 1 in scores and begins_anew(said[at - 1]):
            scores[at] += 1
    for at in points if len(points) >= _LISTED else ():
        scores[at] += 1
    return scores


def _cut(text: str, limit: int) -> str:
    """A sentence no longer than ``limit``, from the clause that tells most onwards."""
    if len(text) <= limit:
        return text
    text = text[:_SEARCHED]
    starts = [0, *(match.end() for match in _CLAUSE.finditer(text))]
    trouble = next((at for at in starts if Passage(text[at : at + _SHORT]).words & TROUBLE), 0)
    if trouble < limit - 2 * _SHORT:
        return text[:limit].rsplit(" ", 1)[0]
    before = max((at for at in starts if at <= max(0, trouble - _LEAD)), default=0)
    start = min(before, max(0, len(text) - limit))
    return text[start : start + limit].rsplit(" ", 1)[0]
