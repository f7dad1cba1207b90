"""What goes wrong, in running text: error messages, what was done about it, tools, the product."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases, products, ways
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.deeds import tells_steps
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.passages import Found, Passage

_TOLD = 800  # characters of a sentence that may tell a message


def errors(told: Sequence[Passage]) -> Iterator[Found]:
    whole = told[0] if len(told) == 1 else Passage(" ".join(passage.text for passage in told))
    text = whole.text
    quoted = [" ".join(match[1].split()) for match in phrases.QUOTED.finditer(text) if _quotes_error(text, match)]
    coded = phrases.ERROR_CODE.finditer(text) if phrases.ERROR_SIGN.search(text) else ()
    codes = [match[0].strip(" .") for match in coded]
    kept = list(dict.fromkeys((*quoted, *(code for code in codes if not any(code in item for item in quoted)))))[:6]
    if kept:
        yield Found("error_messages", "\n".join(kept)[:1500], kept[0], 0.65)
    elif match := next(filter(None, (phrases.ERROR_TOLD.search(item.beginning(_TOLD)) for item in told)), None):
        yield Found("error_messages", next(filter(None, match.groups()), "").strip(), match[0], 0.5)


def _quotes_error(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    if match[1][0] in "{[:," or phrases.NO_ERROR_CUE.search(before):
        return False
    telling = (
        (match[1][0].isupper() or match[1][0].isdigit())
        and " " in match[1]
        and bool(phrases.ERROR_WORDS.search(match[1]))
    )
    return telling or bool(phrases.ERROR_CUE.search(before))


def steps(told: Sequence[Passage]) -> Iterator[Found]:
    """Whole sentences: how to see the problem, and what was done about it."""
    shown = [passage.text for passage in told if phrases.REPRODUCE.search(passage)]
    taken = [passage.text for passage in told if tells_steps(passage) and passage.text not in shown]
    for key, kept in (("steps_taken", taken), ("steps_to_reproduce", shown)):
        if kept:
            yield Found(key, " ".join(kept)[:1500], kept[0], 0.6)


def tools(told: Sequence[Passage]) -> Iterator[Found]:
    named = list(dict.fromkeys(match[0] for passage in told for match in phrases.TOOLS.finditer(passage)))
    if named:
        yield Found("tools_used", ", ".join(named[:8]), named[0], 0.5)


def read_product(subject: str, told: Sequence[Passage], where: str) -> Iterator[Candidate]:
    """The product of the subject, in its longer form when the text has one; else the first of the text."""
    in_subject = products.named(subject[:300])
    in_text = products.named_in(told)
    for name in in_subject[:1]:
        longer = max((item for item in in_text if plain(name) in plain(item)), key=len, default=name)
        yield Candidate("product", longer, longer, 0.62, "subject", "prose-product")
    for name in in_text[:1]:
        yield Candidate("product", name, name, 0.58, where, "prose-product")
    device = next(filter(None, (phrases.DEVICE.search(passage) for passage in (Passage(subject[:300]), *told))), None)
    if device:
        yield Candidate("product", device[0], device[0], 0.57, where, "prose-device")


def read_asked_product(told: Sequence[Passage], where: str) -> Iterator[Candidate]:
    """In an answer; Teams, which is also a way to be reached, only when nothing else is named and nobody is."""
    named = products.named_in(told)
    others = [name for name in named if plain(name) not in ("teams", "microsoft teams")]
    is_way = any(found.key and "teams" in str(found.value) for found in ways.method(told))
    for name in (others or ([] if is_way else list(named)))[:1]:
        yield Candidate("product", name, name, 0.58, where, "prose-product")
