"""Matters set apart by headings: numbered ones, the same form again, short lines, rules. Finds no lists."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from mailticket.intake import header_block
from mailticket.intake import issue_kinds as kinds
from mailticket.intake import issue_words as say
from mailticket.intake.issue_told import MOST, TOLD_ITEM, Issue, Told, title
from mailticket.intake.quote_marks import FORWARDED


def cases(told: Told) -> list[Issue]:
    return headings(told, told.text)


def headings(told: Told, text: str) -> list[Issue]:
    """ "Case 1 … Case 2": numbered or lettered headings that begin with the first."""
    if told.words.isdisjoint(say.SECOND_MARKS):
        return []
    seen: dict[str, re.Match[str]] = {}
    first = say.HEADING.search(text)
    if first and say.STEPS_ABOVE.search(text[max(0, first.start() - 160) : first.start() + 1]):
        return []
    for match in say.HEADING.finditer(text):
        seen.setdefault(say.NUMERALS.get(match[1].casefold(), match[1].casefold()), match)
    names = list(seen)
    if len(names) < 2 or names not in (list("123456")[: len(names)], list("abcdef")[: len(names)]):
        return []
    starts = [match.start() for match in seen.values()]
    spans = pairwise([*starts, len(text)])
    return [
        _headed(text[match.start(2) : min(match.end(2), end)], text[begin:end])
        for match, (begin, end) in zip(seen.values(), spans, strict=True)
    ]


def _headed(heading: str, block: str) -> Issue:
    """Titled by the heading, else by the line that tells the problem, else by the first line."""
    named = heading.strip(" \t:.–—-=*+#)(]")
    body = block.partition("\n")[2].partition("\n")[2]
    tells = say.TELLS.search(f"\n{body}")
    first = next((line for line in body.split("\n") if len(line.strip()) >= TOLD_ITEM), "")
    return Issue(title(named if len(named) > 2 else tells[1] if tells else first), f"{named}\n{body}")


def forms(told: Told) -> list[Issue]:
    """The same labels again and again, two of them at least: one form for each matter."""
    if len(lines := list(say.REPEATED.finditer(told.text))) < 4:
        return []
    text = _own(told.text)
    lines = [line for line in lines if line.end() <= len(text)]
    times = Counter(match[1].casefold() for match in lines)
    again = [label for label, count in times.items() if count >= 2]
    if len(again) < 2 or len({times[label] for label in again}) != 1 or not set(again) & say.TELLING:
        return []
    starts = [match.start() for match in lines if match[1].casefold() == again[0]]
    blocks = [text[begin:end] for begin, end in pairwise([*starts, len(text)])]
    return [_headed("", f"\n\n{block.strip()}") for block in blocks]


def _own(text: str) -> str:
    """The text above a forwarded mail, which may hold a form of its own."""
    lines = text.split("\n")
    ends = (at for at, line in enumerate(lines) if FORWARDED.match(line[:400]) or header_block.begins(lines, at))
    end = next(ends, len(lines))
    return "\n".join(lines[:end])


def sections(told: Told) -> list[Issue]:
    """ "== Guests == … == Invoice ==": headings of one shape without a number, each with a matter below."""
    text = _own(told.text)
    found = list(say.SECTION.finditer(text))
    for kind in (1, 2, 4, 5):
        heads = [head for head in found if head[kind] and (kind < 4 or not say.OF_ONE.match(head[kind]))]
        if not 2 <= len(heads) <= MOST or (kind < 4 and len({head[kind].casefold() for head in heads}) > 1):
            continue
        names = [head[3] if kind < 4 else head[kind] for head in heads]
        ends = [*(head.start() for head in heads[1:]), len(text)]
        blocks = [text[head.end() : end] for head, end in zip(heads, ends, strict=True)]
        told_all = [f"{name}\n{block}" for name, block in zip(names, blocks, strict=True)]
        limit = 1.0 if kind == 1 else kinds.APART if kind == 2 else kinds.OTHER
        if all(kinds.is_matter(each, plain=kind == 1) for each in told_all) and kinds.differ(told_all, limit):
            return [Issue(title(name), each) for name, each in zip(names, told_all, strict=True)]
    return _headed_lines(text) or _ruled(text) or _about(text)


def _headed_lines(text: str) -> list[Issue]:
    """Short lines, each above a text of another kind."""
    heads = [head for head in say.HEADED.finditer(text) if not say.OF_ONE.match(head[1] or head[2] or head[3])]
    starts = [head.start() for head in heads]
    blocks = [text[begin:end].strip() for begin, end in pairwise([*starts, len(text)])]
    if not 2 <= len(blocks) <= MOST or not all(kinds.is_matter(block, plain=False) for block in blocks):
        return []
    return [Issue(title(block), block) for block in blocks] if kinds.differ(blocks, kinds.OTHER) else []


def _ruled(text: str) -> list[Issue]:
    """Texts with a line drawn between them; what stands below the last one may be the sender."""
    blocks = [block.strip() for block in say.RULED.split(text)]
    while len(blocks) > 2 and not kinds.is_matter(blocks[-1], plain=False):
        blocks.pop()
    if not 2 <= len(blocks) <= MOST or not all(kinds.is_matter(f"\n{block}", plain=False) for block in blocks):
        return []
    return [Issue(title(block), block) for block in blocks] if kinds.differ(blocks, kinds.OTHER) else []


def _about(text: str) -> list[Issue]:
    """ "Sign-in: … Billing: …": lines that follow each other, each of a matter it names."""
    lines = [line for line in say.ABOUT.finditer(text) if not say.OF_ONE.match(line[1])]
    parts = [line[0].strip() for line in lines]
    if not 2 <= len(parts) <= MOST or not all(map(kinds.wishes, parts)) or not kinds.differ(parts, kinds.OTHER):
        return []
    return [Issue(title(part), part) for part in parts]
