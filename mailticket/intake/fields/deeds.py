"""Which sentences tell what somebody did about a problem: headings, lists below them, who did which deed.

English is read word by word, other languages by their auxiliaries (``deeds_abroad``). Reads no labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases, products
from mailticket.intake.fields import phrases_trouble as trouble
from mailticket.intake.fields.deeds_abroad import tells_abroad
from mailticket.intake.fields.lexicon_deeds import (
    BETWEEN,
    COWORKERS,
    DID,
    HEADS,
    NEEDS,
    NO_DEED_WITH,
    NOT_DONE,
    NOT_THEIRS,
    OBJECTS,
    OURS,
    PAPERS,
    SAYS,
    THEIRS,
    WANTED,
)
from mailticket.intake.fields.passages import Passage

_LONGEST = 600
_HEADING = 60  # characters a heading has at most
_WORDS = 3  # that an answer below a heading has more of
_LISTED = 10  # points of a list below its heading
_FAR = 60  # words between a doer and a further deed
_FOLLOWING = 8  # words after a deed that may tell what was done
_POINT = re.compile(r"^\W{0,3}(?:[*•●▪◦·–—>+-]|\(?[\da-h]{1,2}[.)])\s*\S")
_HEADED = re.compile(
    r"^[\W\d]{0,4}(?:(?:here(?:.s| is) )?(?:what|things|all) (?:\w{1,12} ){0,3}?(?:i|we|you)(?:['’]ve|['’]d)? "
    r"(?:\w{1,9} ){0,3}?(?:did|tried|done|checked|attempted)\b(?: [\w'’]{1,12}){0,4}?|"
    r"(?:did|done|tried|attempts?|attempted|steps|troubleshooting|checked|my attempts|our attempts|things (?:we|i)"
    r"(?:['’]ve)? tried|already (?:done|tried|ruled out|checked|attempted)|so far|actions|ruled out|until now|to date|"
    r"(?:was|alles,? was) (?:wir|ich)\b|versucht|ausprobiert|getan|unternommen|bisher(?:ige schritte)?|"
    r"schon (?:versucht|"
    r"gemacht)|bereits (?:versucht|gemacht|erledigt)|ce (?:que|qu.on a) |essayé|déjà (?:fait|essayé|tenté)|(?:lo que )?"
    r"(?:ya )?(?:hemos |he )?(?:probado|intentado|hecho)|hasta ahora)(?: [\w'’]{1,12}){0,5}?)\s?(?::|\bwere\b|\bwas\b|"
    r"-\s|$)|\bmy attempts\b",
    re.I,
)
_DONE_TO_IT = re.compile(
    r"\b(?:was|were|been|wurden?|a été|ont été) (?:also |already |bereits |schon |neu |déjà )?(?:reset|restarted|"
    r"reinstalled|rebooted|swapped|replaced|unplugged|rebuilt|repaired|recreated|rolled back|flushed|power-cycled|"
    r"cleared|checked|tried|tested|verified|re-?created|re-?assigned|re-?imaged|gestartet|zurückgesetzt|geprüft|"
    r"installiert|"
    r"réinitialisée?s?|redémarrée?s?|réinstallée?s?|vérifiée?s?)\b",
    re.I,
)
_HAD_THEM = re.compile(
    r"^(?:have|had) (?:also |already )?(?:tried|rebooted|restarted|reset|checked|cleared)\b|\bhad (?:them|him|her|"
    r"one of "
    r"them|one|the users?|everybody|everyone|the customer)\s\w+|"
    r"\bhad (?:an?|the|our|my|some\w{0,4}) (?:[\w-]+ ){1,6}?(?:go|look|check|restart|try|run|reset|reboot|clear|test|"
    r"sign|"
    r"log|delete|remove|reinstall|verify)\b|\bbeen through (?:an?|the|all|every|his|her|their|my|our)\b",
    re.I,
)
_LEARNING = re.compile(
    r"\b(?:we|i)\s(?:have already\b|(?:clean|restart|reset|reboot|change|check|test|try|make|delete|proved to|prove)\b"
    r".{0,60}\balready\b|proved (?:to|with)|(?:also )?(?:relaunched|made new))",
    re.I,
)
_ASKS = re.compile(
    r"^\W{0,3}(?:please|pls|kindly|can|could|would|will|is|are|do|does|did you|how|what(?!['’ ](?:i|we))|when|where|"
    r"why|"
    r"which|können|könnt|kann|bitte|wie|was (?:ist|kostet)|pouvez|pourriez|peut|est-ce|comment|merci de|puede\w?|"
    r"podrían|"
    r"pueden|cómo|qué|¿)\b",
    re.I,
)
_FORM_LINE = re.compile(r"^\w{3,16} \w{3,16}:\s")
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[,;:&()]")
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"\W{0,4}[\w-]+[.@/\\][\w]")  # an address begins the line
_FIRST = re.compile(r"[^\W\d_][\w-]*")
_AGAIN = re.compile(r"re-?[a-z]{3,}ed$")


def told_steps(told: Sequence[Passage]) -> frozenset[int]:
    """The places of the sentences that tell steps taken; below a heading for them the points of a list, else the "
    "next."""
    found: set[int] = set()
    points, heading = 0, -1
    for at, passage in enumerate(told):
        is_point = bool(_POINT.match(passage.text))
        if (points and is_point) or (heading == at - 1 >= 0 and len(passage.words) > _WORDS):
            found.update((at, at - 1) if heading == at - 1 else (at,))
            points = points - 1 if is_point else 0
        elif is_heading(passage.text):
            points, heading = _LISTED, at
        else:
            points = 0
            if tells_steps(passage):
                found.add(at)
                points = _LISTED if passage.text.endswith(":") else 0
    return frozenset(found)


def is_heading(text: str) -> bool:
    """ "What we tried so far:", and nothing else."""
    likely = len(text) < _HEADING and not HEADS.isdisjoint(_WORD.findall(text.casefold()))
    found = _HEADED.search(text) if likely else None
    return found is not None and not text[found.end() :].strip(" :*_?-")


def tells_steps(passage: Passage) -> bool:
    """Somebody did one of the things people do about a problem; the small print of a mail tells of nobody."""
    if passage.is_deed is None:
        passage.is_deed = _tells_steps(passage)
    return passage.is_deed


def _tells_steps(passage: Passage) -> bool:
    if not passage.words.isdisjoint(PAPERS) and _ABOUT_THE_MAIL.search(passage.text[:_LONGEST]):
        return False
    text = passage.text[:_LONGEST]
    if not text or _asks(text) or phrases.BOILERPLATE.search(passage):
        return False
    beginning = passage.beginning(_LONGEST)
    if (
        trouble.STEPS_SURE.search(beginning)
        or trouble.STEPS_HELPED.search(beginning)
        or (not passage.words.isdisjoint(HEADS) and _is_told(text))
    ):
        return True
    return (_may_be_english(passage) and _in_english(text)) or tells_abroad(text, passage)


def _asks(text: str) -> bool:
    return bool(_ASKS.match(text)) or bool(_FORM_LINE.match(text))


_ABOUT_THE_MAIL = re.compile(
    r"\b(?:turned|put|filled|copied|pasted|added|attached|uploaded|typed|answered|completed)\b.{0,40}\b(?:list|table|"
    r"form|"
    r"questions?|answers?|attachment|screen(?:shots?| grab)|lines?|template|below|red|blue|sheet)\b",
    re.I,
)


def _is_told(text: str) -> bool:
    return bool(_HEADED.search(text) or _HAD_THEM.search(text) or _DONE_TO_IT.search(text) or _LEARNING.search(text))


# ---------------------------------------------------------------- who did what, in English


def _in_english(text: str) -> bool:
    """A deed behind its doer, at the beginning, or in a row of deeds without one."""
    words = [match[0].casefold().replace("’", "'") for match in _TOKEN.finditer(text)]
    if not words:
        return False
    if _begins_with_deed(words, text) or any(
        _done_by(words, at) for at, word in enumerate(words) if word.partition("'")[0] in _DOERS
    ):
        return True
    if (named := _NAMED_DID.match(text)) and not products.named(named[1]):
        return True
    return any(
        _done_again(words, at) for at, word in enumerate(words) if word[:2] == "re" and _AGAIN.match(word)
    ) or _rows(words)


# "Elijah restarted the computer"
_NAMED_DID = re.compile(
    r"(?:\w{2,12},? )?([A-ZÀ-Ý][a-zà-ÿ'’-]{1,14}(?: [A-ZÀ-Ý][a-zà-ÿ'’-]{1,14})?)(?: has| already| then| even|"
    r" also){0,2} "
    r"(?:restarted|rebooted|reinstalled|reset|cleared|removed|re-added|tried|swapped|unplugged|replaced|disabled|"
    r"recreated|"
    r"rebuilt|repaired|deleted|reconnected|uninstalled|checked) (?:the|it|them|a|an|all|my|our|his|her|their|both|"
    r"one|another)\b"
)


def _may_be_english(passage: Passage) -> bool:
    return (
        not passage.words.isdisjoint(_DOERS)
        or "ed" in passage.folded
        or passage.folded.partition(" ")[0].strip("*-• ") in _BEGIN
    )


_BEGIN = DID | NEEDS.keys()
_DOERS = OURS | THEIRS | COWORKERS


def _begins_with_deed(words: Sequence[str], text: str) -> bool:
    start = next((at for at, word in enumerate(words[:4]) if word not in BETWEEN and word not in ",;:&()"), 0)
    followed = words[start + 1 : start + 2]
    if _NO_WORD.match(text) or not followed or followed == ["by"]:
        return False
    first = _FIRST.search(text[:40])
    return _is_deed(words, start, known=False) and not (first and first[0].isupper())


def _done_by(words: Sequence[str], at: int) -> bool:
    """The verb behind a doer, or one joined to it later in the sentence; not what was before: "since we set …"."""
    doer = words[at].partition("'")[0]
    if _is_aside(words[max(0, at - 2) : at]):
        return False
    verb = next((place for place in range(at + 1, min(at + 9, len(words))) if words[place] not in BETWEEN), None)
    if verb is None or (doer in NOT_THEIRS and words[verb] in NOT_THEIRS[doer]):
        return False
    return _is_deed(words, verb, known=doer not in OURS) or any(_joined(words, verb))


def _is_aside(before: Sequence[str]) -> bool:
    """What was before ("since we set …", "when my son moved …"), or what somebody says he did."""
    return bool(before) and (
        before[-1] in _BEFORE
        or before[-1] in SAYS
        or before[-1] == "your"
        or (before[0] in _BEFORE and before[-1] in _WHOSE)
    )


_BEFORE = frozenset(("since", "after", "when", "until", "before", "that", "if"))
_WHOSE = frozenset(("my", "our", "the", "a", "his", "her", "their", "your"))


def _joined(words: Sequence[str], verb: int) -> Iterator[bool]:
    """Known deeds behind "and", "then" or a comma."""
    for place in range(verb + 1, min(verb + _FAR, len(words))):
        if words[place - 1] in _JOINS and words[place] in DID:
            yield _is_deed(words, place, known=True)


_JOINS = frozenset(("and", "then", ",", ";", "&", "but", "also", ")", "even", "again"))


def _done_again(words: Sequence[str], at: int) -> bool:
    """ "The scanners were re-enrolled": nothing does that by itself."""
    return words[at].startswith("re-") and words[at] not in NOT_DONE and WANTED.isdisjoint(words[max(0, at - 7) : at])


def _rows(words: Sequence[str]) -> bool:
    """ "New roll in, cleaned the head, swapped the cable": two deeds with their objects and nobody named."""
    found = [
        at
        for at, word in enumerate(words[1:-1], 1)
        if words[at - 1] in _JOINS and words[at + 1] in OBJECTS and _is_deed(words, at, known=False)
    ]
    return len(found) > 1 and any(words[at] in DID for at in found)


def _is_deed(words: Sequence[str], at: int, *, known: bool) -> bool:
    """A known verb of repair; when any verb will do, a past tense that does not merely tell what happened."""
    word, after = words[at], words[at + 1 : at + 1 + _FOLLOWING]
    if word in NEEDS:
        return not NEEDS[word].isdisjoint(after) and NO_DEED_WITH.isdisjoint(after[:5]) and not _with_us(after)
    if word in DID:
        return NO_DEED_WITH.isdisjoint(after[:5])
    return not known and _is_past(word) and NO_DEED_WITH.isdisjoint(after[:5])


def _with_us(after: Sequence[str]) -> bool:
    """ "Opened a case with you": told to the desk itself, and no repair."""
    return any(tuple(after[at : at + 2]) in (("with", "you"), ("to", "you")) for at in range(len(after) - 1))


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 5 and word not in NOT_DONE
