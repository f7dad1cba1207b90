"""How many people a problem concerns, in running text: which number counts them, and who is named instead.

Numbers of licences, machines sold, hours and whole companies are other things; they count less or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailticket.intake.fields import phrases_named as whom
from mailticket.intake.fields import phrases_people as people
from mailticket.intake.fields.deeds import tells_steps
from mailticket.intake.fields.lexicon_counts import COUNT, COUNT_WORDS, count_of
from mailticket.intake.fields.lexicon_telling import STRONG, TROUBLE
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.wholes import whole

MOST = 40  # numbers looked at in one mail
_BEFORE, _AFTER = 46, 70
_NOT_WITHIN = r"(?<![\w.,/:#$€£+%-])"
_FIGURES = r"(\d{1,3}(?:[,.]\d{3})+|\d{1,6})(?![\w%]|[.,:/]\d|-\d)"
_NUMBER = re.compile(rf"{_NOT_WITHIN}(?:{_FIGURES}|({COUNT})\b)(?:-(?:ish|odd)\b)?", re.I)
_IN_FIGURES = re.compile(rf"{_NOT_WITHIN}{_FIGURES}(?:-(?:ish|odd)\b)?()", re.I)  # where no word is a number
_COUNTED = 0.6  # how sure a number is when people stand behind it
_MACHINES = 0.47
_ONE = 0.49
_SHOWS = words(
    "prompt prompts prompting ask asks asking pops happens happening demands lock expire lose die dead offline stop"
)
_TROUBLED = ((TROUBLE | STRONG | _SHOWS) - {"can"}) | {"t"}  # "can't" is two words
_DIGIT = re.compile(r"\d")
_LOOKED_AT = 1200  # characters of a sentence
_SHARE = 5
_SHORT = 160  # characters; no line of a log joined to others is shorter
_REPEATED = re.compile(
    r"^(?:\+| ?\(\d{1,4}\)| nos?\.|,(?= of (?:our|the|my|us)\b))"
)  # "eleven (11) of them", "50+ users", "12 nos. users"
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")


def users(told: Sequence[Passage]) -> Iterator[Found]:
    looked_at = 0
    for passage in told:
        if looked_at < MOST and _may_count(passage):
            number = _IN_FIGURES if passage.words.isdisjoint(COUNT_WORDS) else _NUMBER
            matches = list(number.finditer(passage.text[:_LOOKED_AT]))
            looked_at += len(matches)
            counted = [(match, found) for match in matches if (found := _counted(passage, match))]
            yield from (found for _, found in counted)
            yield from _summed(passage.text, counted)
    for wording, count, sure, of_deeds in whom.NAMED:
        said = (named for passage in told if (named := wording.search(passage)) and _tells(passage, of_deeds))
        if first := next(said, None):
            yield Found("users_impacted", count, first[0], sure)
    yield from _by_role(told)
    yield from _listed(told)
    yield from _unlicensed(told)
    yield from whole(told)


def _summed(text: str, counted: Sequence[tuple[re.Match[str], Found]]) -> Iterator[Found]:
    """ "Two doctors and three nurses" are five people."""
    for (one, some), (other, more) in pairwise(counted):
        sure = min(some.confidence, more.confidence)
        if sure >= _COUNTED - 0.02 and people.SUMMED.fullmatch(text[one.end() : other.start()]):
            yield Found("users_impacted", _whole(some) + _whole(more), some.written, max(some.confidence, sure) + 0.02)


def _whole(found: Found) -> int:
    return found.value if isinstance(found.value, int) else 0


def _tells(passage: Passage, of_deeds: bool) -> bool:
    return of_deeds or not tells_steps(passage)


def _may_count(passage: Passage) -> bool:
    """Asked of every sentence: a number in it, and not mostly digits as in a log."""
    looked_at = passage.text[:_LOOKED_AT]
    digits = len(_DIGIT.findall(looked_at))
    if not digits:
        return not passage.words.isdisjoint(COUNT_WORDS)
    return digits * _SHARE < len(looked_at) or len(looked_at) < _SHORT


def _counted(passage: Passage, match: re.Match[str]) -> Found | None:
    """The number as a count of people, as sure as what stands around it makes it; None when it counts others."""
    before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
    after = _REPEATED.sub("", passage.text[match.end() : match.end() + _AFTER])
    count, sure = _value(match), _sureness(before, after)
    if not sure or count is None or _is_other(before, after, match[0]):
        return None
    if sure < _COUNTED and people.HOUR_OF.search(before):
        return None
    if people.OTHERS.search(before) and not people.ME_BEFORE.search(before) and people.SPARED.match(after):
        return None
    sure += _around(before, after)
    asked = people.REQUESTED.search(before)
    if (
        sure < people.SURE
        and not asked
        and passage.words.isdisjoint(_TROUBLED)
        and not people.CONCERNED.search(passage.text)
    ):
        return None
    told_of = (
        people.ALL.search(before) or people.CORRECTED.match(after) or people.ON_EACH.search(passage.text, match.end())
    )
    if not told_of and tells_steps(passage):
        return None
    extra = bool(people.ME_BEFORE.search(before) or people.ME_AFTER.match(after))
    return Found("users_impacted", count + extra, f"{match[0]}{after[:30]}".strip(), round(sure, 3))


def _value(match: re.Match[str]) -> int | None:
    if match[1]:
        return int(re.sub(r"\D", "", match[1]))
    return count_of(match[2])


def _sureness(before: str, after: str) -> float:
    """What the words behind the number are: us, people, who cannot do something, machines; 0.0 for anything else."""
    words = [match[0].casefold() for match in _TOKEN.finditer(after)][:9]
    at = next((place for place, word in enumerate(words) if word not in people.LOOSE), len(words))
    if words[at : at + 1] and words[at] in people.OF:
        if words[at + 1 : at + 2] and words[at + 1] in people.US:
            return 0.48 if people.SUPPOSED.search(before) else 0.62
        at = next((place for place in range(at + 1, min(at + 5, len(words))) if words[place] not in people.OF_WHAT), at)
    if (counted := _noun(words, at, before)) is not None:
        return counted
    if words[at : at + 1] and words[at].endswith("s") and people.ME_BEFORE.search(before) and not _is_thing(words[at]):
        return _COUNTED
    return _alone(words[at : at + 1], before, after)


def _noun(words: Sequence[str], at: int, before: str) -> float | None:
    """The first telling one of the next words; None when a word ends the count before any."""
    for place, word in enumerate(words[at : at + 4], at):
        if (sure := _named(words, at, place)) is not None:
            return sure
        if word in people.ARE and words[place + 1 : place + 2] and words[place + 1] in people.FAILS:
            return 0.58
        if _fails(words[place : place + 2]):
            return 0.58 if place > at or people.ALL.search(before) else 0.55 * _opens(before, f" {word}")
        if place == at and word in people.STUCK and people.BEGINS.search(before):
            return 0.52
        if word in people.STOPS or not word[0].isalnum():
            return None
    return None


def _named(words: Sequence[str], at: int, place: int) -> float | None:
    """A word for people or machines; session hosts are neither, "servers and cooks" carry plates."""
    word = words[place]
    if word in people.HOSTS and place > at and words[place - 1] in people.OF_MACHINES:
        return 0.0
    if word in people.MACHINES or word.endswith(people.MACHINES_COMPOUND):
        return _MACHINES
    joined = word in people.THINGS and not people.AND.isdisjoint(words[place + 1 : place + 2])
    who = is_people(word) or (place > at and word in people.WHO)
    return _COUNTED if who or (joined and any(map(is_people, words[place + 2 : place + 3]))) else None


def _fails(words: Sequence[str]) -> bool:
    return words[0] in people.FAILS or words[0].endswith(("n't", "n’t")) or tuple(words) in people.HAVE_LOST


def _alone(below: Sequence[str], before: str, after: str) -> float:
    """A number without a noun: corrected, summed up ("so 5."), or all of a place ("alle 18 im Büro")."""
    ended = not below or below[0] in people.ENDS
    if people.CORRECTED.match(after) or people.ALL_TOLD.match(after) or _opens(before, after):
        return 0.56
    if people.US_BEFORE.search(before) and (ended or _goes_on(below)):
        return 0.58
    if people.NONE_OF.search(before) or people.TEAM.search(before):
        return _COUNTED if people.NONE_OF.search(before) else 0.55
    if people.IN_BRACKETS.match(after) and (inside := people.BRACKETED.search(before)):
        return 0.57 * is_people(inside[1].casefold())
    if ended and (people.CONCLUDES.search(before) or people.NUMBER_IS.search(before)):
        return 0.56
    of_a_place = bool(below) and below[0] in people.WHERE and not people.ABOUT.match(after)
    return 0.57 if of_a_place and people.ALL.search(before) else 0.0


def _opens(before: str, after: str) -> bool:
    """A line that begins with the number: "Eight at our end.", "9 affected so far"."""
    return _begins(before) and bool(people.AT_OUR_END.match(after))


def _begins(before: str) -> bool:
    return not before.strip(" (•*-–")


def _goes_on(below: Sequence[str]) -> bool:
    """After "us three" comes what they do or where they are, no noun."""
    return below[0] in people.WHERE or _fails(below)


def _is_thing(word: str) -> bool:
    return word in people.THINGS or word in people.MACHINES


def is_people(word: str) -> bool:
    """A word for people in the plural: a known one, or one formed like "dispatchers" that is no known thing."""
    known = word in people.PEOPLE or word.endswith(people.PEOPLE_COMPOUND)
    return known or (word not in people.THINGS and bool(people.PEOPLE_ENDING.match(word)))


def _is_other(before: str, after: str, number: str) -> bool:
    if number[:4].casefold() in ("both", "beid") and not _both(after):
        return True
    if (
        people.WORKS_FOR.search(before)
        or people.BOUGHT.search(before)
        or people.SEATS.match(after)
        or people.WITHDRAWN.search(before)
    ):
        return True
    return number.isdigit() and bool(people.NAME_OF.search(before))


def _both(after: str) -> bool:
    """ "Both" counts people only when they follow at once."""
    words = [match[0].casefold() for match in _TOKEN.finditer(after)][:3]
    return any(is_people(word) or word in people.US for word in words)


def _around(before: str, after: str) -> float:
    """How much surer the words around make it: affected, corrected, summed up; less for the size of a company."""
    sure = 0.0
    if people.CORRECTED.match(after) or people.CORRECTS.search(before):
        sure += 0.1
    if people.CONCLUDES.search(before):
        sure += 0.05
    if people.ALL.search(before) or people.CONCERNED.search(before) or people.CONCERNED.search(after[:50]):
        sure += 0.03
    if people.SO_FAR.match(after):
        sure += 0.05
    if people.SOLVED.search(after) or people.STARTS.search(after):
        sure -= 0.12
    return sure + _set_apart(before, after)


def _set_apart(before: str, after: str) -> float:
    """Surer for "only two", less sure for the size of a firm and for the others of it."""
    sure = 0.06 if people.ONLY.search(before) else 0.0
    counts_itself = people.WE_COUNT.search(before) and people.ON_PAYROLL.match(after)
    if counts_itself or people.SIZE.search(before) or people.SIZE_AFTER.match(after):
        sure -= 0.11
    if people.OTHERS.search(before) and not people.ME_BEFORE.search(before):
        sure -= 0.12
    return sure


def _listed(told: Sequence[Passage]) -> Iterator[Found]:
    """People named one after the other: some who cannot do something, or the writer with others."""
    for passage in told:
        if match := whom.LISTED.search(passage) or whom.LISTED_AFTER.search(passage):
            yield Found("users_impacted", _names(match[1]), match[0], 0.54)
        elif (match := whom.ME_LISTED.search(passage)) and (others := _names(match[1] or match[2])) > 1:
            yield Found("users_impacted", others + 1, match[0], 0.58)


def _by_role(told: Sequence[Passage]) -> Iterator[Found]:
    """One person by what he does: a word for people in the singular, or one with an address behind it."""
    for passage in told:
        if (match := whom.A_ROLE.search(passage)) and not tells_steps(passage):
            role = (match["role"] or match["wer"]).casefold()
            if match["address"] or match["adresse"] or (not role.endswith("s") and is_people(f"{role}s")):
                yield Found("users_impacted", 1, match[0], _ONE)
                return


def _unlicensed(told: Sequence[Passage]) -> Iterator[Found]:
    """ "The 20 licences are not showing" leaves as many people without."""
    for passage in told:
        if match := whom.LICENCES.search(passage):
            count = int(match[1]) if match[1].isdigit() else count_of(match[1])
            if count:
                yield Found("users_impacted", count, match[0], _MACHINES)


def _names(text: str) -> int:
    return sum(map(bool, map(str.strip, _BETWEEN_NAMES.split(text))))


_BETWEEN_NAMES = re.compile(r",|&|\b(?:and|und|et|y|plus)\b")
