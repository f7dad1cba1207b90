"""What goes wrong, in running text: error messages, what was done about it, tools, the product."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases_messages as messages
from mailticket.intake.fields import phrases_trouble as trouble
from mailticket.intake.fields import products, ways
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.deeds import told_steps
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.showing import shows
from mailticket.intake.fields.telling import about_contact

_SINGLE = frozenset("'‘")
_SHORTEST = 6  # characters of a quoted message
_LONG_MESSAGE = 6  # blanks in what is quoted from a screen and no name
_DEED = 2  # blanks in what tells a deed: "Unlicensed Product" is none
_TOLD = 600  # characters of a sentence that may tell a message


def errors(told: Sequence[Passage]) -> Iterator[Found]:
    whole = told[0] if len(told) == 1 else Passage(" ".join(passage.text for passage in told))
    text = whole.text
    quotes = (*messages.QUOTED.finditer(text), *(messages.QUOTED_SINGLY.finditer(text) if _SINGLE & set(text) else ()))
    quoted = [" ".join(match[1].split()) for match in quotes if _quotes_error(text, match)]
    coded = messages.ERROR_CODE.finditer(text) if _may_have_code(text) else ()
    codes = [(match[1] or match[0]).strip(" .") for match in coded]
    kept = list(dict.fromkeys((*quoted, *(code for code in codes if not any(code in item for item in quoted)))))[:6]
    if kept:
        yield Found("error_messages", "\n".join(kept)[:1500], kept[0], 0.65)
    elif told_without := next(_unquoted(told), None):
        yield told_without


def _may_have_code(text: str) -> bool:
    has = text.__contains__
    if any(map(has, messages.ERROR_SIGNS)) or (any(map(has, messages.ERROR_ENDS)) and messages.ENDED.search(text)):
        return True
    return any(map(has, messages.NUMBERED_SIGNS)) and bool(messages.DIGIT.search(text))


def _unquoted(told: Sequence[Passage]) -> Iterator[Found]:
    """A message told in a sentence without quotes: what a program says, when it sounds like one."""
    for item in told:
        beginning = item.beginning(_TOLD)
        if match := messages.ERROR_TOLD.search(beginning):
            yield Found("error_messages", next(filter(None, match.groups()), "").strip(), match[0], 0.5)
        elif (match := messages.ERROR_SAID.search(beginning)) and messages.ERROR_WORDS.search(match[1]):
            yield Found("error_messages", match[1].strip(" ?"), match[0], 0.5)


def _quotes_error(text: str, match: re.Match[str]) -> bool:
    before, quoted = text[max(0, match.start() - 60) : match.start()], match[1]
    if len(quoted) < _SHORTEST or quoted[0] in "{[:," or messages.SAID_BY_SOMEBODY.search(before):
        return False
    if quoted[0].islower() and messages.ERROR_BEGINS.match(quoted):
        return True
    if messages.NO_ERROR_CUE.search(before):
        return False
    begins = quoted[0].isupper() or quoted[0].isdigit()
    if begins and " " in quoted and messages.ERROR_WORDS.search(quoted):
        return True
    return (begins and quoted.count(" ") >= _LONG_MESSAGE) or bool(messages.ERROR_CUE.search(before))


def steps(told: Sequence[Passage]) -> Iterator[Found]:
    """Whole sentences: how to see the problem, and what was done about it."""
    deeds = told_steps(told)
    shown = [passage.text for at, passage in enumerate(told) if shows(passage, is_deed=at in deeds)]
    done = (told[at] for at in sorted(deeds) if told[at].text not in shown)
    taken = [item.text for item in done if item.text.count(" ") >= _DEED and not trouble.FORMERLY.search(item)]
    for key, kept in (("steps_taken", taken), ("steps_to_reproduce", shown)):
        if kept:
            yield Found(key, " ".join(kept)[:1500], kept[0], 0.6)


def tools(told: Sequence[Passage]) -> Iterator[Found]:
    """Known tools, and what is called one: "Tools: …", "we used …"."""
    named = [match[0] for passage in told for match in trouble.TOOLS.finditer(passage)]
    for passage in told:
        for match in trouble.TOOLS_NAMED.finditer(passage):
            called = next(filter(None, match.groups())).strip()
            if match[1] or not products.named(called):
                named.append(called)
    kept = [name for name in dict.fromkeys(named) if not any(name in other and name != other for other in named)]
    if kept:
        yield Found("tools_used", ", ".join(kept[:8]), kept[0], 0.5)


def read_product(subject: str, told: Sequence[Passage], where: str) -> Iterator[Candidate]:
    """The product of the subject, in its longer form when the text has one; else the first of the text."""
    in_subject = products.named(subject[:300])
    in_text = products.named_in(
        passage for passage in told if not (about_contact(passage) or trouble.TEAMS_AS_WAY.search(passage))
    ) or tuple(name for name in products.named_in(told) if plain(name) != "teams")
    for name in in_subject[:1]:
        longer = max((item for item in in_text if _whole(name) in _whole(item)), key=len, default=name)
        yield Candidate("product", longer, longer, 0.62, "subject", "prose-product")
    for name in in_text[:1]:
        yield Candidate("product", name, name, 0.58, where, "prose-product")
    if not (in_subject or in_text) and (feature := _feature(subject, told)):
        yield Candidate("product", feature, feature, 0.5, where, "prose-feature")
    asked = (Passage(subject[:300]), *told)
    if device := next(filter(None, map(trouble.DEVICE.search, asked)), None):
        yield Candidate("product", device[0], device[0], 0.57, where, "prose-device")
    elif not in_subject and (device := next(filter(None, map(trouble.PLAIN_DEVICE.search, asked)), None)):
        kind = device[1] or device[2]
        yield Candidate("product", kind, kind, 0.4, where, "prose-device")


def _whole(name: str) -> str:
    return plain(name).replace("m365", "microsoft 365").replace("o365", "office 365")


def _feature(subject: str, told: Sequence[Passage]) -> str | None:
    """What is called by its technique, when no product is named."""
    found = (trouble.FEATURE.search(passage) for passage in (Passage(subject[:300]), *told))
    return next((match[0] for match in found if match), None)


def read_asked_product(told: Sequence[Passage], where: str) -> Iterator[Candidate]:
    """In an answer; Teams, which is also a way to be reached, only when nothing else is named and nobody is."""
    named = products.named_in(told)
    others = [name for name in named if plain(name) not in ("teams", "microsoft teams")]
    is_way = any(found.key and "teams" in str(found.value) for found in ways.method(told))
    for name in (others or ([] if is_way else list(named)))[:1]:
        yield Candidate("product", name, name, 0.58, where, "prose-product")
