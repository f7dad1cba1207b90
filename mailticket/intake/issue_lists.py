"""Matters that are the items of a list: lines with a mark, or numbers within a paragraph. Reads no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailticket.intake import issue_kind_words as tell
from mailticket.intake import issue_kinds as kinds
from mailticket.intake import issue_words as say
from mailticket.intake.issue_told import MOST, TOLD_ITEM, Issue, Told, are_apart, between, title

_LISTED_ITEM = 34  # characters an item needs that tells a matter of its own without any word that says so


def listed(told: Told) -> list[Issue]:
    """The items of one list, neither steps nor labels; of bullets only when something says they are apart."""
    found = list(say.ITEM.finditer(told.text))
    for kind in (1, 3, 2):
        items = [item for item in found if item[kind]]
        if _in_order(items, kind) and _matters(items, told):
            return [Issue(title(item[4]), item[4]) for item in items]
    return _inline(told)


def _in_order(items: Sequence[re.Match[str]], kind: int) -> bool:
    return 2 <= len(items) <= MOST and (kind == 2 or _ordered([item[kind] for item in items]))


def _ordered(names: Sequence[str]) -> bool:
    """1, 2 … or a, b … or i, ii …"""
    return any(tuple(map(str.casefold, names)) == order[: len(names)] for order in say.ORDERS)


def _matters(items: Sequence[re.Match[str]], told: Told) -> bool:
    before = items[0].string[max(0, items[0].start() - 160) : items[0].start() + 1]
    if say.STEPS_ABOVE.search(before):
        return False
    if told.count > 0:
        counted = told.count == len(items) and all(len(item[4]) >= TOLD_ITEM for item in items)
        return counted and (
            are_apart(told) or not _asked(told) or kinds.differ([item[4] for item in items], kinds.SAME)
        )
    if told.count or are_apart(told):
        form = sum(tell.LABELLED.match(item[4]) is not None for item in items) > len(items) // 2
        return not form and all(len(item[4]) >= TOLD_ITEM for item in items)
    if any(say.CLICKS.match(item[4]) or ":" in item[4][:16] for item in items):
        return False
    long = all(len(item[4]) >= _LISTED_ITEM for item in items)
    limit = (kinds.SAME if items[0][1] else kinds.OTHER) if long else kinds.QUITE
    return all(len(item[4]) >= TOLD_ITEM for item in items) and kinds.differ([item[4] for item in items], limit)


def _asked(told: Told) -> bool:
    """What was counted are questions, which may all be about one matter."""
    counted = say.SPOKEN.search(told.flat)
    return counted is not None and say.ASKED.search(counted[0]) is not None


def _inline(told: Told) -> list[Issue]:
    """ "(1) … (2) …" within a paragraph, when a number was said or they are of different kinds; "1 … 2 …" when as many
    were said."""
    marks = list(say.INLINE.finditer(told.text)) if told.words & say.SECOND_MARKS else []
    bare = list(say.BARE.finditer(told.text)) if told.count > 0 and not marks else []
    marks = marks or (bare if len(bare) == told.count else [])
    if not 2 <= len(marks) <= MOST or not _ordered([mark[1] for mark in marks]):
        return []
    parts = between([mark.end() for mark in marks], told.text)
    texts = [part.text for part in parts]
    if told.count:
        return parts if not _asked(told) or kinds.differ(texts, kinds.SAME) else []
    return parts if (all(map(kinds.wishes, texts)) and kinds.differ(texts, kinds.QUITE)) else []
