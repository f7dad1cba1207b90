"""What the labels of one form mean together: a label with several meanings takes the one no other label asks for.

Reads answers only by their looks; what they are worth, ``values`` says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailticket.intake.fields.answers import is_answer, tidy
from mailticket.intake.fields.bare import leading
from mailticket.intake.fields.fitting import CLEAR, SURE, fits, shows
from mailticket.intake.fields.guess import ENOUGH, guess
from mailticket.intake.fields.labelled import LONG
from mailticket.intake.fields.labels import MAX_LABEL, OTHER, meaning, plain
from mailticket.intake.fields.parts import Answer

_NAMED = 5  # words of an answer that names a product and does not tell of it
_JOINED = re.compile(r"\s*[/&,]\s*|\s+(?:and|or|und|oder|et|ou|y|o)\s+")
_SLASH = re.compile(r"\s/\s|\s?\n\s?")
# what a label of other forms may ask for all the same, when nothing else in the form does and the answer shows it
_OF_OTHERS = ("phone", "tenant_domains", "time_zone")
_ELSEWHERE = frozenset(
    [
        "fax",
        "customer",
        "client",
        "kunde",
        "cliente",
        "user",
        "guid",
        "id",
        "ip",
        "url",
        "web",
        "website",
        "page",
        "second",
        "secondary",
        "alternate",
        "alternative",
        "backup",
        "other",
        "assistant",
        "emergency",
    ]
)
_LIVES = frozenset(
    [
        "state",
        "location",
        "city",
        "country",
        "region",
        "site",
        "office",
        "ort",
        "land",
        "standort",
        "lieu",
        "ville",
        "ciudad",
        "lugar",
    ]
)


def settled(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The answers with the fields of each in the order of what speaks for them in this form."""
    answers = [part for answer in answers for whole in _lines_apart(answer) for part in _apart(whole)]
    sure = frozenset(answer.keys[0] for answer in answers if len(answer.keys) == 1 and answer.exact)
    in_form = len({answer.keys[0] for answer in answers}) >= ENOUGH
    return tuple(_settled(answer, sure, in_form=in_form) for answer in answers)


def _lines_apart(answer: Answer) -> list[Answer]:
    """ "Customer" over a name, "CMP ID 41163" and "9 people": the lines below the first may have labels of their own,
    or show how many they tell of."""
    if answer.style != "stacked" or len(answer.lines) < 2 or answer.keys[0] in LONG:
        return [answer]
    found = [part for at, line in enumerate(answer.lines[1:], 1) if (part := _own(line, answer.first + at))]
    return [answer, *found]


def _own(line: str, at: int) -> Answer | None:
    part = leading(line) if meaning(line) is None else None
    if part is None and shows("users_impacted", line.strip()) and not line.strip().isdigit():
        part = Answer(("users_impacted",), "", exact=False, style="bare", lines=[line.strip()])
    return replace(part, first=at, last=at) if part else None


def _apart(answer: Answer) -> list[Answer]:
    """ "Tenant / CMP: a.onmicrosoft.com / 41163": an answer for each part of a label that asks for several fields."""
    if len(answer.keys) < 2 or not _JOINED.search(answer.label[:MAX_LABEL]):
        return [answer]
    asked = [known.keys for part in _JOINED.split(answer.label) if (known := meaning(part)) and known.exact]
    fields = tuple(dict.fromkeys(keys[0] for keys in asked))
    if len(fields) < 2 or not LONG.isdisjoint(fields) or OTHER in fields:
        return [answer]
    given = [part.strip() for part in _SLASH.split(answer.text)]
    texts = given if len(given) == len(fields) else [answer.text] * len(fields)
    return [replace(answer, keys=(key,), lines=text.split("\n")) for key, text in zip(fields, texts, strict=True)]


def _settled(answer: Answer, sure: frozenset[str], *, in_form: bool) -> Answer:
    text = tidy(answer.text[:300]) if in_form or len(answer.keys) > 1 else ""
    if not text or not is_answer(text):
        return answer
    if len(answer.keys) > 1 and answer.exact:
        answer = replace(answer, keys=_ordered(answer.keys, text, sure))
    if not in_form or any(key != OTHER and fits(key, text) for key in answer.keys):
        return answer
    if answer.keys[0] == OTHER:
        key = _of_others(plain(answer.label).split(), text, sure)
        return replace(answer, keys=(key,), exact=False) if key else answer
    found = guess(answer.label, text, sure)
    keys = tuple(key for key in found.keys if key not in LONG and shows(key, text) >= CLEAR) if found else ()
    return replace(answer, keys=keys, exact=False) if keys else answer


def _ordered(keys: tuple[str, ...], text: str, sure: frozenset[str]) -> tuple[str, ...]:
    """First what the answer looks like, unless another label asks for it; the likelier wording at equal looks."""
    return tuple(sorted(keys, key=lambda key: (not fits(key, text), CLEAR * (key in sure) - _shown(key, text))))


def _shown(key: str, text: str) -> int:
    """Of what anything may be an answer to, no answer shows more than the label says."""
    if key == "product" and len(text.split()) > _NAMED and not shows(key, text):
        return -1
    return 0 if key in LONG else shows(key, text)


def _of_others(words: Sequence[str], text: str, sure: frozenset[str]) -> str | None:
    if not _ELSEWHERE.isdisjoint(words):
        return None
    keys = (key for key in _OF_OTHERS if key not in sure and shows(key, text) == SURE)
    return next((key for key in keys if key != "time_zone" or not _LIVES.isdisjoint(words)), None)
