"""Short answers to a request without saying to what: "B, 12 people, Eastern". Only for what the request asked.

A piece between commas or line ends counts when it is nothing but a value of one asked field; sentences count for what
only an asked field can mean. What is promised or asked back answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases, phrases_reach, values
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.passages import Passage, wording
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone, zone_near

MAX_PIECES = 60
_SURE, _LIKELY, _TIMED = 0.57, 0.63, 0.5
_BETWEEN = re.compile(r"[,;]\s|\s(?:and|und|et|y)\s|\.(?:\s|$)")
_LETTER = re.compile(
    r"[\"'(]?([ABC])[\"')]?(?:\s(?:i (?:guess|think|suppose|would say|reckon|d say)|please|probably|maybe|is (?:fine|"
    r"ok|enough)|"
    r"for now|bitte|denke ich|würde ich sagen|je pense|s.il vous plaît|creo|por favor)\b.{0,20})?$",
    re.I,
)
_DIGITS = re.compile(r"#?(\d{1,7})$")
_LONG_NUMBER = 4  # digits an identifier has at least, and a count of users seldom
_SENTENCE = 90
_REACHING_SENTENCE = 220
_NUMBER = (
    r"(\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|deux|trois|"
    r"quatre|dos|tres)"
)
_SUM = wording(
    rf"\b(?:so(?: it.?s)?|that.?s|makes|in total|altogether|insgesamt|also|damit|somit|en tout|donc|en total)(?: "
    rf"about| around| roughly| ungefähr| etwa| rund| environ| unos|"
    rf" only| just)? {_NUMBER}(?: (?:people|persons|users|of us|in all|in total|total|personen|leute|benutzer|"
    rf"personnes|"
    r"personas|usuarios)\b|\s?[.,;)]|$)|"
    rf"\b{_NUMBER} (?:of us|in total|altogether|insgesamt|en tout|en total)\b",
    words="so thats that s makes total altogether insgesamt also damit somit tout donc us",
)
_GRADED = wording(
    r"\b(?:severity|sev|level|prio(?:rity)?|put(?: it)?(?: down)?(?: as| at)?(?: an?)?|(?:call|make|say|rate|treat|"
    r"consider) (?:it |this )?"
    r"(?:as )?(?:an? )?|(?:it|that|this).?s (?:an? )|mit|als|gravité|schweregrad|"
    r"severidad)\s?[\"'(]?([ABC])[\"')]?(?=\s*(?:$|[.,;:!?)–-]|"
    r"(?:is|please|for|i|because|since|nobody|no|as|would|angeben|bitte|probably|meanwhile|at|level)\b))",
    words="severity sev level prio priority put call make say rate treat consider it s its that this mit als gravité "
    "schweregrad "
    "severidad",
)
_CMP_NUMBER = re.compile(r"(?<![\d.+-])(\d{4,7})(?!\d|[.-]\d|\s\d)")
_ZONED = re.compile(r"\(([A-Z][^()]{1,30})\)|\b([A-ZÄÖÜ]\w{2,14} (?:time|Zeit|Ortszeit))\b")
_STEPS = wording(
    r"^\W{0,3}(?:to (?:get|see|reproduce|trigger|repeat|replicate|recreate|provoke|cause|make) (?:it|this|that|the)\b|"
    r"(?:just|simply|you (?:just|only)(?: have to| need to)?) (?:open|go|click|start|try|send|hit|press|sign)\b|zum "
    r"nachstellen|um (?:es|das) "
    r"(?:zu sehen|nachzustellen)|pour (?:le |la )?(?:voir|reproduire)|para (?:verlo|reproducirlo|replicarlo))",
    words="to just simply you zum um pour para",
)
_PROMISED = wording(
    r"\b(?:will|.ll|going to|have to|must|need to|muss|werde|dois|tengo que)\s(?:\w+\s){0,3}?(?:send|ask|check|look|"
    r"find|dig|request|"
    r"get back|let you know|follow|come back|fragen|nachschauen|nachsehen|nachreichen|demander|vérifier|preguntar|"
    r"mirar)\b|"
    r"\bnext week\b|\bno (?:idea|clue)\b|\bkeine ahnung\b|\bdon.?t (?:know|have)\b|\bich nach\b",
    parts="send|ask|check|look|find|dig|request|get back|let you|follow|come back|fragen|nach|demander|vérifier|"
    "preguntar|mirar|"
    "next week|idea|clue|ahnung|know|have",
)
_GREETING = re.compile(r"^(?:good )?(?:morning|afternoon|evening)(?: \w+)?$", re.I)


def read_terse(told: Sequence[Passage], asked: frozenset[str]) -> Iterator[Candidate]:
    """Candidates for asked fields from pieces that are a value and nothing else, and from telling sentences."""
    answering = [passage for passage in told if not passage.text.endswith("?") and not _PROMISED.search(passage)]
    pieces = [piece.strip(" .!-*•") for passage in answering for piece in _BETWEEN.split(passage.text[:300])]
    for at, piece in enumerate(pieces[:MAX_PIECES]):
        for key, value in _values(piece, first=at == 0):
            if key in asked:
                yield _candidate(key, value, piece, _SURE)
    for passage in answering:
        for key, value in _told(passage):
            if key in asked:
                yield _candidate(key, value, passage.text[:200], _LIKELY)
    if "preferred_contact_time" in asked and (stretch := _time(answering)):
        yield _candidate("preferred_contact_time", stretch, stretch, _TIMED)


def _candidate(key: str, value: str | int | tuple[str, ...], written: str, sure: float) -> Candidate:
    return Candidate(key, value, written, sure, "in the text, answering the request", "terse")


def _values(piece: str, *, first: bool) -> Iterator[tuple[str, str | int | tuple[str, ...]]]:
    if found := _LETTER.match(piece):
        yield "severity", found[1].upper()
    elif found := _DIGITS.match(piece):
        yield ("cmp_id", found[1]) if len(found[1]) >= _LONG_NUMBER else ("users_impacted", int(found[1]))
    elif values.DOMAIN.fullmatch(piece):
        yield "tenant_domains", (piece.casefold(),)
    elif 0 < len(piece.split()) <= 3 and (name := zone(piece)):
        yield "time_zone", name
    elif first and _is_name(piece):
        yield "contact_name", piece


def _is_name(piece: str) -> bool:
    words = piece.split()
    shaped = 2 <= len(words) <= 3 and all(word[:1].isupper() and word[1:2].islower() for word in words)
    return shaped and not phrases.GREETING.match(piece) and values.person(piece) == piece


def _told(passage: Passage) -> Iterator[tuple[str, str | int]]:
    if found := _SUM.search(passage):
        count = values.users(next(filter(None, found.groups()), ""))
        if count is not None:
            yield "users_impacted", count
    if (found := _GRADED.search(passage)) and "B" not in passage.text[found.end() : found.end() + 6]:
        yield "severity", found[1].upper()
    if "cmp" in passage.words and len(numbers := _CMP_NUMBER.findall(passage.text[:400])) == 1:
        yield "cmp_id", numbers[0]
    if (found := _ZONED.search(passage.text[:400])) and (name := zone_near(found[1] or found[2])):
        yield "time_zone", name
    if _STEPS.search(passage):
        yield "steps_to_reproduce", passage.text


def _time(told: Sequence[Passage]) -> str | None:
    """The first stretch of a sentence about being reached, else of a short one; "Morning!" is none."""
    timed = [
        (phrases_reach.REACHES.search(passage.text) is not None, passage.text, found[0])
        for passage in told
        if len(passage.text) < _REACHING_SENTENCE and not _GREETING.match(passage.text.strip(" .,!"))
        for found in find_times(passage.text)
    ]
    about = next((stretch for reaches, _, stretch in timed if reaches), None)
    return about or next((stretch for _, text, stretch in timed if len(text) < _SENTENCE), None)
