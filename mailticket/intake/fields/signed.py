"""What the signature says of the sender: name, numbers, company, place. Finds no signature; overrides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import (
    companies,
    people,
    phones,
    phrases,
    phrases_numbers,
    phrases_reach,
    phrases_sender,
    phrases_zones,
    places,
    zones,
)
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.passages import Passage
from mailticket.model import Address

_SEGMENTS = re.compile(r"\s*(?:[|•·*–—]|::|~)\s*|,\s+|\s[-/]\s|\s@\s|\t|\s{3,}")
_INNER = re.compile(r"\(([^()]{3,50})\)")
_MAX_SIGNATURE = 14
_TAIL_LINE = 70
_LINE = 300
_MANY_WORDS = 3


def lines(document: Document) -> tuple[str, ...]:
    """The signature, else the short lines the text ends with."""
    given = [line.text.strip() for line in document.signature if line.text.strip()]
    return tuple(given[:_MAX_SIGNATURE]) or _tail(document.text)


def _tail(text_lines: Sequence[Line]) -> tuple[str, ...]:
    tail: list[str] = []
    for line in reversed(text_lines[-30:]):
        text = line.text.strip()
        if len(text) > _TAIL_LINE or (not text and len(tail) >= 2) or len(tail) >= 6:
            break
        if text:
            tail.insert(0, text)
    last = text_lines[-1].text.strip() if text_lines else ""
    return tuple(tail) or ((last[-120:],) if last else ())


def read_signature(
    signature: Sequence[str], told: Sequence[Passage], author: Address, context: FieldContext
) -> Iterator[Candidate]:
    """Candidates for contact_name, phone, partner_name and time_zone."""
    mobile = any(phrases_reach.ON_MOBILE.search(passage) for passage in told)
    yield from _phones(signature, context, mobile)
    yield from _names(signature, author)
    yield from _zones(signature, author)


# ---------------------------------------------------------------- numbers


def _phones(signature: Sequence[str], context: FieldContext, mobile: bool) -> Iterator[Candidate]:
    """Every number that is a telephone; direct ones first, the firm's last, the mobile when the text asks for it."""
    for line in signature:
        if _is_sentence(line):
            continue
        last = 0
        for found in phones.written(line[:_LINE]):
            before = _nearest(line[last : found.start()], -1)
            after = _nearest(line[found.end() : found.end() + 24], 0)
            last = found.end()
            sure = _sure(before, after, mobile)
            value = phones.normalised(found[0], context.region) if sure else None
            if value:
                yield Candidate("phone", value, found[0].strip(), sure, "signature", "signature-phone")


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?")) and len(line.split()) > _MANY_WORDS and "|" not in line


def _nearest(text: str, part: int) -> str:
    """The words beside a number that belong to it: up to the next divider."""
    return re.split(r"\s*[|•·;/]\s*|,\s|\s{3,}|\s[-–]\s", text)[part][-36:]


def _sure(before: str, after: str, mobile: bool) -> float:
    label = before if before.strip(" .:-()") else after
    if phrases_numbers.SIGNED_OTHER.search(label) or phrases_numbers.NO_PHONE.search(before):
        return 0.0
    if phrases_numbers.SIGNED_DIRECT.search(label):
        return 0.7 if mobile and phrases_reach.MOBILE.search(label) else 0.58
    return 0.53 if phrases_numbers.SIGNED_SHARED.search(label) else 0.55


# ---------------------------------------------------------------- name and company


def _names(signature: Sequence[str], author: Address) -> Iterator[Candidate]:
    kept = [line[:160] for line in signature if not phrases.CLOSING.match(line)]
    segments = [part.strip(" .") for line in kept for part in _SEGMENTS.split(line)]
    name = next((part for part in segments if _is_name(part, author)), None)
    if not name and not people.display_name(author):
        yield from _unknown_name(kept, author)
    if name:
        yield Candidate("contact_name", people.without_titles(name), name, 0.62, "signature", "signature-name")
    yield from _company(signature, kept, segments, author, name or "")


def _company(
    signature: Sequence[str], kept: Sequence[str], segments: Sequence[str], author: Address, name: str
) -> Iterator[Candidate]:
    shown = people.display_name(author) or ""
    whole = [companies.without_name(line.strip(), name, shown) for line in signature if len(line) <= _TAIL_LINE]
    inner = [part for line in kept for part in _INNER.findall(line)]
    bare = [_INNER.sub("", text).strip() for text in segments if "(" in text]
    whole.sort(key=lambda line: "|" in line)  # of equals the part of a divided line comes first
    parted = next((at for at, line in enumerate(whole) if "|" in line), len(whole))
    texts = (*whole[:parted], *segments, *bare, *whole[parted:], *inner)
    found = companies.best([text for text in texts if text != name], author)
    placed = companies.beside_name([part for line in kept for part in (line, *_SEGMENTS.split(line))], name)
    if found:
        yield Candidate("partner_name", found[0], found[0], found[1], "signature", "signature-company")
    elif placed:
        yield Candidate("partner_name", placed, placed, 0.52, "signature", "signature-place")


def _unknown_name(signature: Sequence[str], author: Address) -> Iterator[Candidate]:
    """Under a mail from a shared address: who it is assigned to, or the first line that is a name and no company."""
    for line in signature[:6]:
        if found := phrases_sender.WRITTEN_BY.search(line):
            name = next(filter(None, found.groups()))
            yield Candidate("contact_name", name, line, 0.57, "signature", "signature-label")
            return
    for line in signature[:2]:
        text = _SEGMENTS.split(line)[0].strip(" ,.")
        if people.looks_personal(text) and companies.rate(text, author) <= 0 and not companies.names_role(text):
            yield Candidate(
                "contact_name", people.without_titles(text), line, 0.55, "signature", "signature-first-line"
            )
            return


def _is_name(text: str, author: Address) -> bool:
    """Two to four capitalised words, one of them in the author's display name or address."""
    text = people.without_titles(text)
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(word[:1].isupper() for word in words) or re.search(r"[\d@:]", text):
        return False
    local = plain(author.addr.partition("@")[0])
    shown = people.display_name(author)
    if shown is None and (people.ROBOT.search(text) or companies.rate(text, author) > 0):
        return False  # the name of the firm, which the address bears too
    known = set(plain(author.name).split()) | set(local.split())
    parts = plain(text).split()
    last = plain(shown).split()[-1] if shown else ""
    if len(last) > 2 and parts[-1] not in plain(shown or "").split() and parts[-1] not in local.split():
        return False  # shares a first name or the name of the firm only
    return bool(known & set(parts)) or any(len(part) >= 3 and part in local.replace(" ", "") for part in parts)


# ---------------------------------------------------------------- zone


def _zones(signature: Sequence[str], author: Address) -> Iterator[Candidate]:
    """A zone that is named; else the place under the name, as city and state or behind a postcode."""
    signature = [line for line in signature if not _is_sentence(line) or phrases.CLOSING.match(line)]
    for line in signature:
        text = line[:160]
        text = phrases_zones.STATE.sub("Connecticut", text) if " CT" in text else text
        named = phrases_zones.ZONE.pattern.search(text) or phrases_zones.ZONE_SIGNED.search(text)
        name = zones.zone_near(named[0]) if named else None
        if name:
            yield Candidate("time_zone", name, text, 0.57, "signature", "signature-zone")
            return
    for line in signature:
        told = phrases_zones.PLACE.pattern.search(line[:120])
        place = zones.zone_near(told[1]) if told else None
        place = place or places.zone_of_address(line[:120]) if companies.rate(line.strip(), author) <= 0 else None
        if place:
            yield Candidate("time_zone", place, line, 0.48, "signature", "signature-place")
            return
