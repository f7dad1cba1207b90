"""A MIME tree to body text, attachments and the machine-readable parts of a report. Interprets none of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import collapse_rfc2231_value

from mailticket.intake.characters import decoded, display_name, encoded_words, one_line
from mailticket.intake.html import html_to_text
from mailticket.intake.transfer import octets_of, unflowed
from mailticket.intake.tree import SEALED, Part, defects_of, fields_of, unsealed
from mailticket.model import Attachment

MAX_TEXT = 1_000_000
MAX_DEFECTS = 50
_STATUS = ("delivery-status", "global-delivery-status")
_RETURNED = ("rfc822", "global", "rfc822-headers", "global-headers")
_UNTYPED = ("application/octet-stream", "text/plain")  # what mail programs call a saved mail they attach


@dataclass(slots=True)
class Content:
    """What the walk collects. ``reports`` and ``returned`` are the texts of delivery reports and returned mails."""

    attachments: list[Attachment] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    returned: list[bytes] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """One stretch of body in one or both forms."""

    plain: str = ""
    html: str = ""

    @property
    def text(self) -> str:
        return self.plain if self.plain.strip() else html_to_text(self.html)


def content_of(root: Part) -> Content:
    """Text, attachments and reports of a whole mail; part numbers are those of RFC 3501 §6.4.5."""
    content = Content()
    bodies = tuple(_walk(root, "", content))
    content.text = "\n".join(filter(str.strip, (body.text for body in bodies)))
    content.html = "\n".join(filter(str.strip, (body.html for body in bodies)))
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
    name = filename_of(part)
    if kind.partition("/")[2] in _RETURNED or (name.lower().endswith(".eml") and kind in _UNTYPED):
        content.returned.append(octets)
    if _is_body(part, kind, name, number):
        yield _body(part, kind, octets, content)
    else:
        content.attachments.append(_attachment(part, number, name, octets))


def _is_body(part: Part, kind: str, name: str, number: str) -> bool:
    """Plain and HTML text that nobody named or attached; a mail of one part keeps its text even when named."""
    if part.is_multipart() or kind.startswith("multipart/"):
        return True  # a multipart without parts: its text is all there is
    if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
        return False
    return not name or (number == "1" and part.depth == 0)


def _body(part: Part, kind: str, octets: bytes, content: Content) -> Body:
    text = decoded(octets[: 4 * MAX_TEXT], _parameter(part, "charset"))
    if len(text) > MAX_TEXT:
        content.defects.append(f"body text cut at {MAX_TEXT} characters")
        text = text[:MAX_TEXT]
    if kind == "text/html":
        return Body(html=text)
    if _parameter(part, "format").lower() == "flowed":
        text = unflowed(text, delete_space=_parameter(part, "delsp").lower() == "yes")
    return Body(plain=text)


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
