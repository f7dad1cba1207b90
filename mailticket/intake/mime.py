"""A MIME tree to body text, attachments and the machine-readable parts of a report. Interprets none of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import collapse_rfc2231_value
from typing import TYPE_CHECKING

from mailticket.intake.characters import decoded, display_name, encoded_words, one_line
from mailticket.intake.html import html_to_text
from mailticket.intake.transfer import octets_of, unflowed
from mailticket.intake.tree import SEALED, Part, defects_of, fields_of, unfold, unsealed
from mailticket.model import Attachment

if TYPE_CHECKING:
    from mailticket.intake.tnef import Winmail

MAX_TEXT = 1_000_000
MAX_DEFECTS = 50
TEXT_CUT = f"body text cut at {MAX_TEXT} characters"
UNOPENED = "winmail.dat could not be opened"
_STATUS = ("delivery-status", "global-delivery-status")
_RETURNED = ("rfc822", "global", "rfc822-headers", "global-headers")
_UNTYPED = ("application/octet-stream", "text/plain")  # what mail programs call a saved mail they attach
_WINMAIL = ("application/ms-tnef", "application/vnd.ms-tnef")
_WINMAIL_BEGINS = b"\x78\x9f\x3e\x22"  # whatever it is called (MS-OXTNEF §2.1.3.1)
_WINMAIL_DEPTH = 5  # no mail program nests it deeper, and each one in another is one more copy


@dataclass(slots=True)
class Content:
    """What the walk collects. ``reports`` and ``returned`` are the texts of delivery reports and returned mails."""

    attachments: list[Attachment] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    returned: list[bytes] = field(default_factory=list)
    winmails: list[Winmail] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    text: str = ""
    html: str = ""

    def take(self, bodies: Iterable[Body]) -> None:
        """Text and HTML of the mail, out of its stretches."""
        found = tuple(bodies)
        self.text = "\n".join(filter(str.strip, (body.text for body in found)))
        self.html = "\n".join(filter(str.strip, (body.html for body in found)))


@dataclass(frozen=True, slots=True)
class Body:
    """One stretch of body in one or both forms."""

    plain: str = ""
    html: str = ""

    @property
    def text(self) -> str:
        return self.plain if self.plain.strip() else html_to_text(self.html)


def content_of(root: Part) -> Content:
    """Text, attachments and reports of a whole mail; part numbers are those of RFC 3501 §6.4.5.

    What lies in winmail.dat is numbered like parts of it; its text counts where the mail has none of its own.
    """
    content = Content()
    content.take(_walk(root, "", content))
    if not content.text:
        content.take(_within(winmail, content) for winmail in content.winmails)
    content.defects += [defect for winmail in content.winmails for defect in _unopened(winmail)]
    content.defects = list(dict.fromkeys(content.defects))[:MAX_DEFECTS]
    return content


def _walk(part: Part, number: str, content: Content) -> Iterator[Body]:
    content.defects.extend(defects_of(part))
    children = part.get_payload()
    if not isinstance(children, list):
        yield from _leaf(part, number or "1", content)
        return
    prefix = f"{number}." if number else ""
    bodies = [
        body
        for position, child in enumerate(children, 1)
        if isinstance(child, Part)
        for body in _walk(child, f"{prefix}{position}", content)
    ]
    yield from (_alternative(bodies) if part.get_content_subtype() == "alternative" else bodies)


def _alternative(bodies: list[Body]) -> list[Body]:
    """The same text in several forms (RFC 2046 §5.1.4): the last of each form says it best."""
    plain = [body.plain for body in bodies if body.plain.strip()]
    html = [body.html for body in bodies if body.html.strip()]
    return [Body("\n".join(plain[-1:]), "\n".join(html[-1:]))] if plain or html else []


def _leaf(part: Part, number: str, content: Content) -> Iterator[Body]:
    kind = part.get_content_type()
    octets = octets_of(part)
    if kind.startswith(SEALED) and kind.removeprefix(SEALED) in _STATUS:
        content.reports.append(decoded(octets, "utf-8")[:MAX_TEXT])
        return
    if part.depth <= _WINMAIL_DEPTH and _is_winmail(kind, octets) and _opened(part, octets, content):
        yield from _walk(part, number, content)
        return
    name = filename_of(part)
    if kind.partition("/")[2] in _RETURNED or (name.lower().endswith(".eml") and kind in _UNTYPED):
        content.returned.append(octets)
    if _is_body(part, kind, name, number):
        yield _body(part, kind, octets, content)
    else:
        content.attachments.append(_attachment(part, number, name, octets))


def _is_winmail(kind: str, octets: bytes) -> bool:
    return kind in _WINMAIL or octets.startswith(_WINMAIL_BEGINS)


def _opened(part: Part, octets: bytes, content: Content) -> bool:
    """Put what lies in winmail.dat in its place; False when it holds nothing that can be read."""
    from mailticket.intake.tnef import open_winmail  # noqa: PLC0415  libraries that few mails need, slow to load

    winmail = open_winmail(octets)
    content.winmails.append(winmail)
    if winmail.is_empty:
        return False
    unfold(part, winmail.parts)
    return True


def _within(winmail: Winmail, content: Content) -> Body:
    if winmail.plain.strip() or winmail.html.strip():
        return Body(_cut(winmail.plain, content), _cut(winmail.html, content))
    return Body(_cut(winmail.text_of_rtf(), content))


def _unopened(winmail: Winmail) -> Iterator[str]:
    begins = UNOPENED if winmail.is_empty else f"{UNOPENED} whole"
    return (f"{begins}: {defect}" for defect in winmail.defects)


def _is_body(part: Part, kind: str, name: str, number: str) -> bool:
    """Plain and HTML text that nobody named or attached; a mail of one part keeps its text even when named."""
    if part.is_multipart() or kind.startswith("multipart/"):
        return True  # a multipart without parts: its text is all there is
    if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
        return False
    return not name or (number == "1" and part.depth == 0)


def _body(part: Part, kind: str, octets: bytes, content: Content) -> Body:
    text = _cut(decoded(octets[: 4 * MAX_TEXT], _parameter(part, "charset")), content)
    if kind == "text/html":
        return Body(html=text)
    if _parameter(part, "format").lower() == "flowed":
        text = unflowed(text, delete_space=_parameter(part, "delsp").lower() == "yes")
    return Body(plain=text)


def _cut(text: str, content: Content) -> str:
    if len(text) > MAX_TEXT:
        content.defects.append(TEXT_CUT)
    return text[:MAX_TEXT]


def _attachment(part: Part, number: str, name: str, octets: bytes) -> Attachment:
    kind = one_line(part.get_content_type())
    if kind.startswith(SEALED):
        kind = unsealed(kind)
        subject = display_name(encoded_words(str(fields_of(octets).get("subject", ""))).replace("/", "-"))
        name = name or f"{subject or 'message'}.eml"
    elif kind == "text/calendar" and (method := one_line(_parameter(part, "method"))):
        kind = f"{kind}; method={method}"  # tells an invitation from an answer to one (RFC 5546 §1.4)
    return Attachment(
        part=number,
        filename=name,
        content_type=kind,
        size=len(octets),
        sha256=hashlib.sha256(octets).hexdigest(),
        inline=part.get_content_disposition() == "inline" or (bool(part["content-id"]) and kind.startswith("image/")),
        content_id=one_line(str(part.get("content-id", ""))).strip("<>"),
    )


def filename_of(part: Part) -> str:
    """The name a part was given: RFC 2231 before RFC 2047 before plain, Content-Disposition before Content-Type."""
    for parameter, field_name in (("filename", "content-disposition"), ("name", "content-type")):
        values = [value for key, value in part.get_params([], header=field_name) if key == parameter]
        for value in sorted(values, key=lambda item: not isinstance(item, tuple)):
            if name := display_name(collapse_rfc2231_value(value)):
                return name
    return ""


def _parameter(part: Part, name: str) -> str:
    return collapse_rfc2231_value(part.get_param(name, ""))
