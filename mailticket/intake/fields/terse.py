"""Short answers to a request without saying to what: "B, 12 people, Eastern". Only for what the request asked.

A piece between commas or line ends counts when it is nothing but a value of one asked field; sentences count for what
only an asked field can mean. What is promised or asked back answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import headcount, phones, phrases, phrases_reach, phrases_zones, prose_reach, values
from mailticket.intake.fields.asked import lone_grade, told_in
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon_counts import COUNT
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.phrases_asked import PROMISED
from mailticket.intake.fields.phrases_people import MACHINES
from mailticket.intake.fields.severities import names_severity, severity
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone
from mailticket.model import FieldContent

MAX_PIECES = 60
_SURE, _LIKELY, _TIMED = 0.57, 0.63, 0.5
_BETWEEN = re.compile(r"[,;:]\s|\s[–—-]\s|\s(?:and|und|et|y)\s|\.(?:\s|$)")
_LETTER = re.compile(
    r"[\"'(]?([ABC])[\"')]?(?:\s(?:i (?:guess|think|suppose|would say|reckon|d say)|please|probably|maybe|is (?:fine|"
    r"ok|enough)|"
    r"for now|bitte|denke ich|würde ich sagen|je pense|s.il vous plaît|creo|por favor)\b.{0,20})?$",
    re.I,
)
_DIGITS = re.compile(r"#?(\d{1,7})$")
_POINT = re.compile(r"^\s{0,4}\(?[\da-hA-H][.)]\s+(?=\S)")  # "b. sixty" answers the second question
_LONG_NUMBER = 4  # digits an identifier has at least, and a count of users seldom
_REACHING_SENTENCE = 220
_CLAUSE = re.compile(r"[,;:]\s|\s[–—]\s|\.(?:\s|$)")
_LETTERS = re.compile(r"[^\W\d_]")
_FEW_LETTERS = 8
_ABOUT = (
    r"(?:(?:it.s|its|that.s|it is|that is|is|are|we are|we.re|now|so|still|all|only|just|exactly|around|about|"
    r"roughly|approx\w{0,10}\.?|"
    r"circa|ca\.?|some|maybe|probably|say|i.d say|i think|i guess|at least|at most|up to|over|more than|nearly|"
    r"almost|close to|"
    r"currently|altogether|in total|etwa|rund|ungefähr|nur|environ|à peu près|unos|unas|sólo|solo|~|a|the) ?){0,4}"
)
_COUNTED = re.compile(
    rf"(?:{_ABOUT})(\d{{1,5}}|\d{{1,3}}(?:,\d{{3}})|{COUNT}|one|zero|no)(?:\+|[- ]?ish|[- ]odd| or so)?"
    r"(?: (?:affected|impacted|different|other|more|active|of our|of the|of my|end|remote|office))?"
    r"(?: ([^\W\d_][\w-]{2,15}|of us|of them)(?: (?:are |is |were )?(?:affected|impacted|hit|in total|in all|"
    r"altogether|total|right now|"
    r"now|so far|at the moment|currently|or so|at most|at least|i think|i guess|as of now|today|only|here|out|"
    r"down))?)?$",
    re.I,
)
# what stands for its user
_THEIRS = (MACHINES - {"phones", "tablets"}) | {
    "user",
    "person",
    "people",
    "employee",
    "account",
    "mailbox",
    "colleague",
}
_APPROXIMATE = re.compile(
    r"(?:(?:about|around|roughly|approx\w{0,10}\.?|circa|maybe|probably|say|i.d say|at least|over|nearly|almost|etwa|"
    r"rund|"
    r"ungefähr|environ|unos|unas|only|just|it.s|we are|we.re|all) ){1,3}(?:\d{1,5}|(?:\d{1,3},\d{3}))$",
    re.I,
)
_OR = re.compile(r"\s(?:or|oder|ou|o|and|und|et|y)\s|/")
_GREETING = re.compile(
    r"^(?:(?:good )?(?:morning|afternoon|evening)(?: \w+)?|(?:guten?|schönen) (?:morgen|tag|abend|nachmittag)"
    r"(?: [\w.]+){0,3}|buen[oa]s? (?:días|tardes|noches)|bon(?:jour| matin|soir))$",
    re.I,
)


def read_terse(told: Sequence[Passage], asked: frozenset[str]) -> Iterator[Candidate]:
    """Candidates for asked fields from pieces that are a value and nothing else, and from telling sentences."""
    answering = [
        Passage(_POINT.sub("", passage.text, count=1)) if _POINT.match(passage.text) else passage
        for passage in told
        if not passage.text.endswith("?") and not PROMISED.search(passage)
    ]
    pieces = [(piece.strip(" .!-*•"), passage) for passage in answering for piece in _BETWEEN.split(passage.text[:300])]
    for at, (piece, passage) in enumerate(pieces[:MAX_PIECES]):
        for key, value in _values(piece, first=at == 0):
            if key in asked and not (key == "users_impacted" and _of_span(piece, passage.text)):
                yield _candidate(key, value, piece, _SURE - 0.01 * (key == "users_impacted" and _of_things(piece)))
    for passage in answering:
        for key, value in told_in(passage, asked):
            yield _candidate(key, value, passage.text[:200], _LIKELY)
    if "severity" in asked and (grade := lone_grade(answering)):
        yield _candidate("severity", *grade, _TIMED)
    if "preferred_contact_time" in asked and (stretch := _time(answering)):
        yield _candidate("preferred_contact_time", stretch, stretch, _TIMED)


def _candidate(key: str, value: FieldContent, written: str, sure: float) -> Candidate:
    return Candidate(key, value, written, sure, "in the text, answering the request", "terse")


def _values(piece: str, *, first: bool) -> Iterator[tuple[str, FieldContent]]:
    if grade := _grade(piece):
        yield "severity", grade
    elif found := _DIGITS.match(piece):
        yield ("cmp_id", found[1]) if len(found[1]) >= _LONG_NUMBER else ("users_impacted", int(found[1]))
    elif (counted := _count(piece)) is not None:
        yield "users_impacted", counted
    elif way := _way(piece):
        yield "preferred_contact_method", way
    elif values.DOMAIN.fullmatch(piece):
        yield "tenant_domains", (piece.casefold(),)
    elif 0 < len(piece.split()) <= 3 and (name := zone(piece)):
        yield "time_zone", name
    elif first and _is_name(piece):
        yield "contact_name", piece


def _count(piece: str) -> int | None:
    """ "Roughly 250", "sixty", "zero users right now", "90 accounts": a number of people or what they have."""
    found = _COUNTED.match(piece)
    if found is None:
        return None
    said, noun = found[1].casefold(), (found[2] or "").casefold()
    if noun:
        known = noun in ("of us", "of them") or headcount.is_people(noun) or noun in _THEIRS
        return values.users(said) if known else None
    spelt = not said[0].isdigit() and said not in ("one", "no", "both")
    return values.users(said) if spelt or _APPROXIMATE.match(piece) else None


def _of_span(piece: str, text: str) -> bool:
    """ "Between nine and eleven": no number of its own."""
    return " " not in piece and text.partition(piece)[0].endswith((" and ", " und ", " et ", " y "))


def _of_things(piece: str) -> bool:
    """ "4 mailboxes, one user": people count before what they have."""
    return not MACHINES.isdisjoint(piece.casefold().split())


def _grade(piece: str) -> str | None:
    """Nothing but a letter, or the name of a severity and a doubt: "medium I suppose", "fairly urgent"."""
    if letter := _LETTER.match(piece):
        return letter[1].upper()
    bare = _DOUBT.sub(" ", piece)
    return severity(piece) if 0 < len(bare.split()) <= 2 and names_severity(bare) else None


_DOUBT = re.compile(
    r"\b(?:i (?:guess|think|suppose|would say|.?d say|reckon)|probably|maybe|perhaps|for us|please|at most|rather|"
    r"fairly|"
    r"quite|pretty|priority|prio|eher|wohl|plutôt|más bien|so|then|it.?s|just|only)\b",
    re.I,
)


def _way(piece: str) -> str | None:
    """A number with what to do with it, or ways alone: "914 555 0165 call or txt"."""
    number = next(phones.written(piece), None)
    rest = f"{piece[: number.start()]} {piece[number.end() :]}" if number else piece
    words = [word.strip(" .,()-") for word in _OR.split(rest.strip(" .,()-:"))]
    return values.method(rest) if all(values.METHOD.fullmatch(plain(word)) for word in words) else None


def _is_name(piece: str) -> bool:
    words = piece.split()
    shaped = 2 <= len(words) <= 3 and all(word[:1].isupper() and word[1:2].islower() for word in words)
    return shaped and not phrases.GREETING.match(piece) and values.person(piece) == piece


def _time(told: Sequence[Passage]) -> str | None:
    """A stretch that is most of its clause, "Morning!" is none; else what may be a time to be reached."""
    short = [passage for passage in told if len(passage.text) < _REACHING_SENTENCE]
    clauses = (clause.strip(" .!-*•()") for passage in short for clause in _CLAUSE.split(passage.text))
    whole = (_whole(clause) for clause in clauses if not _GREETING.match(clause))
    return next(filter(None, whole), None) or next((str(item.value) for item in prose_reach.time(short, least=1)), None)


def _whole(clause: str) -> str | None:
    """The time of a clause that tells hardly anything else."""
    for stretch, start, end in find_times(clause):
        rest = clause[:start] + clause[end:]
        if phrases_zones.ZONE.pattern.search(rest) or len(_LETTERS.findall(rest)) <= _FEW_LETTERS:
            return stretch if not phrases_reach.OTHER_TIME.search(clause[:start]) else None
    return None
