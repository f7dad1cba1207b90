"""How many separate matters one mail tells of, each with a few of its own words. One matter with many symptoms is one.

What separates them is looked for in this order: headings ("Case 1"), the same form twice, headings of any words, a
list, and words ("first … second", "another thing"; "also" when what follows is of another kind).
A number said ("two things") decides which of these is believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mailticket.intake import header_block
from mailticket.intake import issue_kind_words as tell
from mailticket.intake import issue_kinds as kinds
from mailticket.intake import issue_words as say
from mailticket.intake.quote_marks import FORWARDED

MAX_TEXT = 4_000
MAX_TITLE = 80
MOST = 6
_LISTED_ITEM = 34  # characters an item needs that tells a matter of its own without any word that says so
_TOLD_ITEM = 12  # and when something announces it
_GREETED = 160  # characters of greeting and counting
_NEAR = 60  # characters between two words in one sentence that separate the same two matters
_ANNOUNCED = 400  # characters of subject and text in which several matters are announced
_READ_PART = 600  # characters of what stands before and behind "also"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”)]?\s+(?=[\"“(A-ZÀ-Þ¿¡])|\n\s*\n")
_BREATH = re.compile(r"[.!?;%)][\"']?\s|\n\s*\n")
_LEADING = re.compile(
    r"^[\s\W]*(?:(?:first|second|third|1st|2nd)(?:ly)?(?: (?:one|off|of all|thing|issue|problem))?[,:]|"
    r"(?:completely |totally )?(?:separately|unrelated)[,:]|also[,:]|and |so )?[\s\W]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Issue:
    """One matter: ``title`` in at most 80 characters of the mail's own words, ``text`` all it says of it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A mail's text, subject and text together, each behind a line break, its words; ``count`` matters are named.

    -1 stands for "a few", 0 for none.
    """

    text: str
    whole: str
    words: frozenset[str]
    count: int

    @property
    def flat(self) -> str:
        return _flat(self.whole)


def issues(subject: str, text: str) -> tuple[str, ...]:
    """A title for each separate matter; none when there is only one."""
    return tuple(item.title for item in separate(subject, text))


def separate(subject: str, text: str) -> tuple[Issue, ...]:
    """The separate matters of a mail in their order; none when there is only one."""
    headed = subject[:300].replace(" / ", "\n")
    text = f"\n{text[:MAX_TEXT]}"
    whole = f"\n{headed}{text}"
    spoken = " ".join(set(whole.casefold().replace("’", "'").split()))
    words = frozenset(_WORD.findall(spoken))
    told = _Told(text, whole, words, _spoken(whole, words))
    found = [parts for find in _FINDERS if len(parts := find(told)) >= 2]
    if not found and len(named := _headings(told, f"\n{headed}")) >= 2:
        found = [named]
    best = _best(found, told)
    return tuple(best) if best and not _are_one(told) else ()


def _best(found: Sequence[Sequence[Issue]], told: _Told) -> Sequence[Issue]:
    """What agrees with the number said, else the surest; without any, the paragraphs when a number was said."""
    exact = next((parts for parts in found if len(parts) == told.count), None)
    if exact or found:
        return (exact or found[0])[:MOST]
    return _paragraphs(told) if told.count else ()


def _are_one(told: _Told) -> bool:
    """The sender says that all of it is one matter."""
    return bool(told.words & say.ONE_WORDS) and say.ONE.search(told.flat) is not None


def _are_apart(told: _Told) -> bool:
    return bool(told.words & say.APART_WORDS) and say.APART.search(told.flat) is not None


def _flat(text: str) -> str:
    """On one line."""
    return " ".join(text.replace("’", "'").split())


def _spoken(whole: str, words: frozenset[str]) -> int:
    """The first exact number said of matters; -1 for "a few"; 0 for none."""
    if not (words & say.COUNTED and words & say.MATTERS):
        return 0
    said = [found[1].casefold() for found in say.SPOKEN.finditer(_flat(whole))]
    return next((say.COUNTS[word] for word in said if word in say.COUNTS), -1 if said else 0)


# ---------------------------------------------------------------- what separates them


def _cases(told: _Told) -> list[Issue]:
    return _headings(told, told.text)


def _headings(told: _Told, text: str) -> list[Issue]:
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
    first = next((line for line in body.split("\n") if len(line.strip()) >= _TOLD_ITEM), "")
    return Issue(_title(named if len(named) > 2 else tells[1] if tells else first), f"{named}\n{body}")


def _forms(told: _Told) -> list[Issue]:
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


def _sections(told: _Told) -> list[Issue]:
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
            return [Issue(_title(name), each) for name, each in zip(names, told_all, strict=True)]
    return _headed_lines(text) or _ruled(text) or _about(text)


def _headed_lines(text: str) -> list[Issue]:
    """Short lines, each above a text of another kind."""
    heads = [head for head in say.HEADED.finditer(text) if not say.OF_ONE.match(head[1] or head[2] or head[3])]
    starts = [head.start() for head in heads]
    blocks = [text[begin:end].strip() for begin, end in pairwise([*starts, len(text)])]
    if not 2 <= len(blocks) <= MOST or not all(kinds.is_matter(block, plain=False) for block in blocks):
        return []
    return [Issue(_title(block), block) for block in blocks] if kinds.differ(blocks, kinds.OTHER) else []


def _ruled(text: str) -> list[Issue]:
    """Texts with a line drawn between them; what stands below the last one may be the sender."""
    blocks = [block.strip() for block in say.RULED.split(text)]
    while len(blocks) > 2 and not kinds.is_matter(blocks[-1], plain=False):
        blocks.pop()
    if not 2 <= len(blocks) <= MOST or not all(kinds.is_matter(f"\n{block}", plain=False) for block in blocks):
        return []
    return [Issue(_title(block), block) for block in blocks] if kinds.differ(blocks, kinds.OTHER) else []


def _about(text: str) -> list[Issue]:
    """ "Sign-in: … Billing: …": lines that follow each other, each of a matter it names."""
    lines = [line for line in say.ABOUT.finditer(text) if not say.OF_ONE.match(line[1])]
    parts = [line[0].strip() for line in lines]
    if not 2 <= len(parts) <= MOST or not all(map(kinds.wishes, parts)) or not kinds.differ(parts, kinds.OTHER):
        return []
    return [Issue(_title(part), part) for part in parts]


def _listed(told: _Told) -> list[Issue]:
    """The items of one list, neither steps nor labels; of bullets only when something says they are apart."""
    found = list(say.ITEM.finditer(told.text))
    for kind in (1, 3, 2):
        items = [item for item in found if item[kind]]
        if _in_order(items, kind) and _matters(items, told):
            return [Issue(_title(item[4]), item[4]) for item in items]
    return _inline(told)


def _in_order(items: Sequence[re.Match[str]], kind: int) -> bool:
    return 2 <= len(items) <= MOST and (kind == 2 or _ordered([item[kind] for item in items]))


def _ordered(names: Sequence[str]) -> bool:
    """1, 2 … or a, b … or i, ii …"""
    return any(tuple(map(str.casefold, names)) == order[: len(names)] for order in say.ORDERS)


def _matters(items: Sequence[re.Match[str]], told: _Told) -> bool:
    before = items[0].string[max(0, items[0].start() - 160) : items[0].start() + 1]
    if say.STEPS_ABOVE.search(before):
        return False
    if told.count > 0:
        counted = told.count == len(items) and all(len(item[4]) >= _TOLD_ITEM for item in items)
        return counted and (
            _are_apart(told) or not _asked(told) or kinds.differ([item[4] for item in items], kinds.SAME)
        )
    if told.count or _are_apart(told):
        form = sum(tell.LABELLED.match(item[4]) is not None for item in items) > len(items) // 2
        return not form and all(len(item[4]) >= _TOLD_ITEM for item in items)
    if any(say.CLICKS.match(item[4]) or ":" in item[4][:16] for item in items):
        return False
    long = all(len(item[4]) >= _LISTED_ITEM for item in items)
    limit = (kinds.SAME if items[0][1] else kinds.OTHER) if long else kinds.QUITE
    return all(len(item[4]) >= _TOLD_ITEM for item in items) and kinds.differ([item[4] for item in items], limit)


def _asked(told: _Told) -> bool:
    """What was counted are questions, which may all be about one matter."""
    counted = say.SPOKEN.search(told.flat)
    return counted is not None and say.ASKED.search(counted[0]) is not None


def _inline(told: _Told) -> list[Issue]:
    """ "(1) … (2) …" within a paragraph, when a number was said or they are of different kinds."""
    marks = list(say.INLINE.finditer(told.text)) if told.words & say.SECOND_MARKS else []
    if not 2 <= len(marks) <= MOST or not _ordered([mark[1] for mark in marks]):
        return []
    parts = _between([mark.end() for mark in marks], told.text)
    texts = [part.text for part in parts]
    if told.count:
        return parts if not _asked(told) or kinds.differ(texts, kinds.SAME) else []
    return parts if (all(map(kinds.wishes, texts)) and kinds.differ(texts, kinds.QUITE)) else []


def _in_words(told: _Told) -> list[Issue]:
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
    return _between(starts if turns else _apart(starts, text), told.text)


def _parts(text: str, match: re.Match[str]) -> bool:
    """It says that something else begins, or what follows is not plainly more of the same."""
    if say.PARTED.search(match[0]):
        return True
    before = text[max(0, match.start() - _READ_PART) : match.start()]
    after = text[match.end() : match.end() + _READ_PART].partition("\n\n")[0]
    return not tell.GOES_ON.match(after) and kinds.alike(before, after) <= kinds.SAME


def _of_another_kind(told: _Told, text: str) -> list[int]:
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


def _turns(told: _Told, text: str) -> list[tuple[int, int, float]]:
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


def _between(starts: Sequence[int], text: str) -> list[Issue]:
    parts = [text[begin:end] for begin, end in pairwise([*starts, len(text)])]
    return [Issue(_title(part), part) for part in map(str.strip, parts) if len(part) >= _TOLD_ITEM]


def _paragraphs(told: _Told) -> list[Issue]:
    """As many paragraphs as were counted, below the one that counts."""
    counted = say.SPOKEN.search(told.whole)
    if counted is None or counted.start() > _ANNOUNCED or say.OF_OTHERS.match(told.whole, counted.end()):
        return []
    below = told.whole[max(counted.end(), len(told.whole) - len(told.text)) :]
    wanted = max(told.count, 2)
    parts = [part for part in re.split(r"\n\s*\n", below) if len(part.split()) >= kinds.TOLD_WORDS]
    if len(parts) < wanted:
        parts = [part for part in _SENTENCE_END.split(below) if part and len(part.split()) >= kinds.TOLD_WORDS]
    if len(parts) < wanted:
        return []
    return [Issue(_title(part), part) for part in parts[:wanted]]


_FINDERS: tuple[Callable[[_Told], list[Issue]], ...] = (_cases, _forms, _sections, _listed, _in_words)


def _title(text: str) -> str:
    """The beginning of a matter on one line, its first sentence, cut at a word."""
    plain = _LEADING.sub("", text[: MAX_TITLE * 6], count=1)
    ends = (match.start() for match in _SENTENCE_END.finditer(plain) if match.start() >= _TOLD_ITEM)
    sentence = plain[: next(ends, len(plain))]
    line = " ".join(sentence.split()).rstrip(" .,;:-–—*=")
    if len(line) <= MAX_TITLE:
        return line
    return line[:MAX_TITLE].rpartition(" ")[0].rstrip(" .,;:-–—") or line[:MAX_TITLE]
