"""Running text as sentences with their words: each reader looks only where its words stand. Cuts, never judges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailticket.intake.caseless import Caseless, caseless
from mailticket.model import FieldContent

MAX_PROSE = 3_000
_FEW = 8  # sentences that are asked one by one
SOFT_BREAK_FROM = 56  # a shorter line was ended by its writer, not by the mail program

_END = re.compile(r"[.!?][\"”»)]?(\s+)(?=[\"“«(]?[^\W_])")
_WORD = re.compile(r"\w+")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Mme|Hr|Fr|Ste?|Mt|Ft|nos?|No|nr|Nr|approx|ca|vs|[Rr]ef|Rep|[Ss]ev|[Pp]rio|e\.g|i\.e|z\.B|bzw|ext|Ext)\.$|^\(?\d{1,2}\.$"
)
_HALF_DAY = re.compile(r"\b[ap]\.m\.$", re.I)
_ZONE = re.compile(r"(?:Eastern|Central|Mountain|Pacific|Atlantic|[A-Z]{2,4}\b|US\b|UK\b)")
_POINT = re.compile(r"(?:[*•●▪◦·–—-]|\(?\d[.)])\s+\S")
_TITLE = 50  # characters of a title between rules
_OF_MAILS = re.compile(r"message|nachricht|reply|antwort|mensaje|forward|weiterge|begin|end\b|pgp|line", re.I)
_RULE = re.compile(r"^\W{0,4}(?:[-=_*~#]{3,}|##-)")


class Passage:
    """One sentence in one line; ``folded`` is it without case. What patterns need first is cheap to ask here.

    ``is_deed`` and ``is_contact`` are what ``deeds`` and ``telling`` found in it, once asked: several readers want to
    know. So are the beginnings kept.
    ``needs`` is what wordings need of all sentences it was read with; a part of it, which may end in a word, has none.
    """

    __slots__ = ("_beginnings", "_words", "folded", "is_contact", "is_deed", "needs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.needs: Needs | None = None
        self.folded = text.casefold()
        self.is_deed: bool | None = None
        self.is_contact: bool | None = None
        self._words: frozenset[str] | None = None
        self._beginnings: dict[int, Passage] = {}

    def beginning(self, size: int) -> Passage:
        if len(self.text) <= size:
            return self
        if size not in self._beginnings:
            self._beginnings[size] = Passage(self.text[:size])
        return self._beginnings[size]

    @property
    def words(self) -> frozenset[str]:
        """The words without case; hyphens and apostrophes part them."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self.folded.replace("_", " ")))
        return self._words


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A pattern, and what it cannot match without, which costs far less to ask than the pattern does.

    A sentence needs one of ``words`` or, anywhere in it, one of ``parts``; and one of ``also``, where that is given.
    """

    pattern: re.Pattern[str] | Caseless
    words: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def may_match(self, passage: Passage) -> bool:
        need = self if passage.needs is None else passage.needs[self]
        if need is None:
            return False
        if not need.words or passage.words.isdisjoint(need.words):
            for part in need.parts:
                if part in passage.folded:
                    break
            else:
                return False
        return not need.also or any(map(passage.folded.__contains__, need.also))

    def search(self, passage: Passage) -> re.Match[str] | None:
        return self.pattern.search(passage.text) if self.may_match(passage) else None

    def finditer(self, passage: Passage) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(passage.text) if self.may_match(passage) else iter(())


class Needs(dict[Wording, Wording | None]):
    """What each wording needs of a whole text: only the words and parts that stand there, None when it cannot match.

    Most have none of theirs in a mail, which is asked once and not for each sentence.
    """

    def __init__(self, told: Iterable[Passage]) -> None:
        self.folded = "\n".join([passage.folded for passage in told])
        self.words = frozenset(_WORD.findall(self.folded.replace("_", " ")))

    def __missing__(self, asked: Wording) -> Wording | None:
        words = asked.words & self.words
        parts = tuple(filter(self.folded.__contains__, asked.parts))
        also = tuple(filter(self.folded.__contains__, asked.also))
        lacks = not (words or parts) or (asked.also and not also)
        self[asked] = None if lacks else Wording(asked.pattern, words, parts, also)
        return self[asked]


def wording(pattern: str, words: str = "", parts: str = "", also: str = "", *, exact: bool = False) -> Wording:
    """Written shortly: ``words`` between blanks, ``parts`` and ``also`` between bars; case counts when ``exact``."""
    return Wording(
        re.compile(pattern) if exact else caseless(pattern),
        frozenset(words.split()),
        tuple(filter(None, parts.split("|"))),
        tuple(filter(None, also.split("|"))),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A value a reader met in a sentence; where that was, ``prose`` adds."""

    key: str
    value: FieldContent
    written: str
    confidence: float


def passages(lines: Iterable[str]) -> list[Passage]:
    """The sentences of the first ``MAX_PROSE`` characters; lines broken by a mail program are joined, points of
    a list are not."""
    told = [Passage(text) for joined in _joined(lines) for text in sentences(joined)]
    if len(told) > _FEW:
        needs = Needs(told)
        for passage in told:
            passage.needs = needs
    return told


def sentences(text: str) -> list[str]:
    """Sentences of flowing text: they end at . ! ? before a space and a letter or digit, not at "Dr." or "no."."""
    found: list[str] = []
    for part in filter(None, map(str.strip, _cut(text))):
        if found and found[-1].endswith(".") and _goes_on(found[-1][-9:], part):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def _cut(text: str) -> Iterator[str]:
    begin = 0
    for end in _END.finditer(text):
        yield text[begin : end.start(1)]
        begin = end.end()
    yield text[begin:]


def _goes_on(end: str, part: str) -> bool:
    return bool(_ABBREVIATED.search(end)) or (bool(_HALF_DAY.search(end)) and bool(_ZONE.match(part)))


def _joined(lines: Iterable[str]) -> Iterator[str]:
    whole: list[str] = []
    open_line, length = False, 0
    for line in lines:
        text = line.strip()
        length += len(text)
        if length > MAX_PROSE:
            yield " ".join(whole)
            whole = [text[: max(0, MAX_PROSE - length + len(text))]]
            break
        if text and _RULE.match(text):
            text = _titled(text)
        told = bool(text)
        if told and (not open_line or _POINT.match(text)):
            yield " ".join(whole)
            whole = []
        if told:
            whole.append(text)
        open_line = told and len(line) >= SOFT_BREAK_FROM
    yield " ".join(whole)


def _titled(rule: str) -> str:
    """The title in a line of rules ("=== CASE A (sev B) ==="); "" for one without, or one that parts mails."""
    title = rule.strip("-=_*~# ")
    return title if 0 < len(title) < _TITLE and " " in title and not _OF_MAILS.search(title) else ""
