"""The header that mail programs print above a mail they pass on or quote: where it begins, and who wrote that mail.

Lines of text only; whether the mail below is a quotation or content, ``quoting`` and ``document`` say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailticket.intake.quote_marks import HEADER_KINDS
from mailticket.model import Address

MAX_LINE = 400
_REACH = 5  # lines in which a second label must follow the author's
_LABEL = r"[\s>*_]{{0,12}}(?:{names})[\s*_]{{0,3}}:[\s*_]{{0,6}}"
_FROM = re.compile(_LABEL.format(names=HEADER_KINDS["from"]) + r"(\S.{0,300})$", re.I)
_SUBJECT = re.compile(_LABEL.format(names=HEADER_KINDS["subject"]) + r"(\S.{0,300})$", re.I)
_OTHERS = "|".join(HEADER_KINDS[kind] for kind in ("date", "to", "subject"))
_OTHER = re.compile(_LABEL.format(names=_OTHERS), re.I)
_BRACKETED = re.compile(r"[<\[](?:mailto:)?([^\s<>\[\]@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})[>\]]", re.I)
_ADDRESS = re.compile(r"[\w.+'&/=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def begins(lines: Sequence[str], at: int) -> bool:
    """An author's label with at least one more label of a header close under it."""
    line = lines[at][:MAX_LINE]
    if ":" not in line[:40] or not _FROM.match(line):
        return False
    return any(_OTHER.match(below[:60]) for below in lines[at + 1 : at + _REACH])


def length(lines: Sequence[str]) -> int:
    """How many lines the header takes that begins with the first of these: up to a blank one, nine at most."""
    head = lines[:9]
    return next((at for at, line in enumerate(head) if not line.strip("> \t")), len(head))


def names_part(line: str) -> bool:
    """Begins with the label of a date, a recipient or a subject."""
    return ":" in line[:40] and _OTHER.match(line[:60]) is not None


def is_line(line: str) -> bool:
    """One line of a header: the author's or any other label of it."""
    return ":" in line[:40] and (_FROM.match(line[:MAX_LINE]) or _OTHER.match(line[:60])) is not None


def author(line: str) -> Address | None:
    """Whom the author's line names: the last address in brackets, else the only one, which must end the line."""
    found = _FROM.match(line[:MAX_LINE])
    if not found:
        return None
    text = found[1].rstrip(" *_")
    bracketed = list(_BRACKETED.finditer(text))
    if bracketed:
        address, before = bracketed[-1][1], text[: bracketed[-1].start()]
        return Address(address, before.strip(" *_\"'"))
    bare = _ADDRESS.fullmatch(text.rpartition(" ")[2]) if text.count("@") == 1 else None
    return Address(bare[0], text.rpartition(" ")[0].strip(" *_\"'(")) if bare else None


def subject(lines: Sequence[str]) -> str:
    """What the header's subject line says; "" without one."""
    found = (_SUBJECT.match(line[:MAX_LINE]) for line in lines)
    return next((match[1].strip(" *_") for match in found if match), "")
