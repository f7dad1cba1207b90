"""Matters that running text sets apart by words: "first … second", "another thing", "also". Reads no layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailticket.intake import issue_kind_words as tell
from mailticket.intake import issue_kinds as kinds
from mailticket.intake import issue_words as say
from mailticket.intake.issue_told import Issue, Told, between

_GREETED = 160  # characters of greeting and counting
_NEAR = 60  # characters between two words in one sentence that separate the same two matters
_READ_PART = 600  # characters of what stands before and behind "also"
_BREATH = re.compile(r"[.!?;%)][\"']?\s|\n\s*\n")


def in_words(told: Told) -> list[Issue]:
    """ "First … second", "another thing": each begins a matter; what stands before the second one is the first."""
    text = told.text.replace("’", "'")
    ordinals = list(say.SECOND.finditer(text)) if told.words & say.ORDINALS else []
    others = list(say.ANOTHER.finditer(text)) if told.words & say.ANOTHER_WORDS else []
    sequels = list(say.SEQUEL.finditer(text)) if told.words & say.SEQUEL_WORDS else []
    first = say.FIRST.search(text) if ordinals or others or sequels else None
    if first and not tell.DID.match(text, first.end()):
        others += [match for match in sequels if first.start() < match.start()]
    if not first and not told.count:
        ordinals = [match for match in ordinals if say.COUNTING.match(text, match.end()) or say.NAMED.search(match[0])]
    ordinals = [match for match in ordinals if not tell.DID.match(text, match.end())]
    ordinals += [match for match in others if told.count or _parts(text, match)]
    starts = sorted(match.start() for match in ordinals if told.count or _asks(text, match.end()))
    turns = [] if starts else _of_another_kind(told, text)
    starts = starts or turns
    if not starts:
        return []
    if first and first.start() < starts[0]:
        starts.insert(0, first.start())
    elif _tells(text[(begin := _after_greeting(text, starts[0])) : starts[0] + 4]):
        starts.insert(0, begin)
    found = between(starts if turns else _apart(starts, text), told.text)
    return [replace(item, apart=False) for item in found]


def _parts(text: str, match: re.Match[str]) -> bool:
    """It says that something else begins, or what follows is not plainly more of the same."""
    if say.PARTED.search(match[0]):
        return True
    before = text[max(0, match.start() - _READ_PART) : match.start()]
    after = text[match.end() : match.end() + _READ_PART].partition("\n\n")[0]
    return not tell.GOES_ON.match(after) and kinds.alike(before, after) <= kinds.SAME


def _of_another_kind(told: Told, text: str) -> list[int]:
    """ "Also, the invoice …": a wish or trouble of another category than what stands before it.

    The plainer the words set it apart, the more alike it may be.
    """
    found: list[int] = []
    begin = _after_greeting(text, _GREETED)
    for start, end, limit in _turns(told, text):
        if start <= begin:
            continue
        before = text[max(begin, start - _READ_PART) : start]
        part = text[end : end + _READ_PART].partition("\n\n")[0]
        if kinds.begins(part) and _tells(before) and _asks(text, end) and kinds.other(before, part, limit):
            found.append(start)
            begin = start
    return found


def _turns(told: Told, text: str) -> list[tuple[int, int, float]]:
    """Where another matter may begin, where its words begin, and how alike it may be."""
    marks = list(say.ALSO.finditer(text)) if told.words & say.ALSO_WORDS else []
    turns = [
        (match.start(), match.end(), kinds.APART if match[1] else kinds.QUITE if match[2] else kinds.OTHER)
        for match in marks
    ]
    marks = list(say.SECOND.finditer(text)) if told.words & say.ORDINALS else []
    marks = [match for match in marks if say.NAMED.search(match[0]) or say.COUNTING.match(text, match.end())]
    turns += [(match.start(), match.end(), kinds.APART) for match in marks]
    return sorted(turn for turn in turns if not kinds.wrapped(text, turn[0]))


def _tells(part: str) -> bool:
    """More than the sender's name stands there."""
    words = len(part.split())
    return words >= (kinds.TOLD_WORDS if "\n\n" not in part else kinds.TOLD_WORDS // 2) or (
        words >= 3 and tell.WISHES.search(part) is not None
    )


def _asks(text: str, begin: int) -> bool:
    """It goes on with a matter, not with how the sender is reached."""
    return say.ARRANGES.match(text[begin : begin + 120]) is None


def _apart(starts: Sequence[int], text: str) -> list[int]:
    """Without those that stand in the same breath as the one before."""
    kept = [starts[0]]
    for start in starts[1:]:
        if start - kept[-1] > _NEAR or _BREATH.search(text, kept[-1] + 4, start + 2):
            kept.append(start)
    return kept


def _after_greeting(text: str, before: int) -> int:
    """Where the first matter begins: behind the greeting and the sentence that counts."""
    begin = found.end() if (found := say.GREETING.match(text[:200])) else 0
    counted = say.SPOKEN.search(text, begin, before)
    if counted and (end := re.search(r"[.!:\n]\s", text[counted.end() : before])):
        begin = counted.end() + end.end()
    return begin
