"""winmail.dat (MS-OXTNEF), the envelope that Outlook puts around attachments and body, opened. Decides nothing.

tnefparse reads single objects and blocks of properties here. Its reader of whole streams copies the rest of the stream
for every object, gives up all of it over one bad date, and believes every count.
"""

from __future__ import annotations

import mimetypes
from base64 import encodebytes
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import formataddr
from typing import SupportsIndex, TypeAlias

from tnefparse import TNEF, TNEFObject
from tnefparse import properties as tag
from tnefparse.codepage import Codepage
from tnefparse.mapi import IMESSAGE_SIG, SZMAPI_OBJECT, SZMAPI_UNICODE_STRING, TNEFMAPI_Attribute, decode_mapi
from tnefparse.util import uint32

from mailticket.intake.characters import clean, decoded, one_line
from mailticket.intake.rtf import text_of
from mailticket.intake.tree import SEALED, Part

MAX_OBJECTS = 5000
MAX_ATTACHMENTS = 200
MAX_VALUES = 20_000  # of properties, in one block and in all of them
MAX_NAME = 300  # characters of a file name
_SIGNATURE = TNEF.TNEF_SIGNATURE.to_bytes(4, "little")
_HEAD = 6  # octets before the first object: signature and key
_FRAME = 11  # octets of an object around its data
_IID = 16  # octets before the data of an object within a property: what kind it is of
_LEVELS = (TNEF.LVL_MESSAGE, TNEF.LVL_ATTACHMENT)
_ONE_TO_ONE = "latin-1"  # the library raises on wrong charsets, so octets are decoded here
_CHARSETS = {21866: "koi8-u", 28592: "iso-8859-2", 50220: "iso-2022-jp", 51932: "euc-jp", 54936: "gb18030"}
_FILE_NAMES = (tag.MAPI_ATTACH_LONG_FILENAME, tag.MAPI_ATTACH_FILENAME)
_AUTHORS = (tag.MAPI_SENT_REPRESENTING_NAME, tag.MAPI_SENDER_NAME)
_ADDRESSES = (
    tag.MAPI_SENT_REPRESENTING_SMTP_ADDRESS,
    tag.MAPI_SENDER_SMTP_ADDRESS,
    tag.MAPI_SENT_REPRESENTING_EMAIL_ADDRESS,  # may be a name known to the sender's Exchange alone
    tag.MAPI_SENDER_EMAIL_ADDRESS,
)

Properties: TypeAlias = dict[int, TNEFMAPI_Attribute]


@dataclass(slots=True)
class Winmail:
    """What a stream holds: attachments as parts, the body in the forms it has, and why some of it was not read."""

    parts: list[Part]
    plain: str = ""
    html: str = ""
    rtf: bytes = b""  # compressed
    defects: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.parts or self.plain or self.html or self.rtf)

    def text_of_rtf(self) -> str:
        """The body of a mail that has it in no other form: reading RTF costs more than all the rest."""
        try:
            return text_of(self.rtf) if self.rtf else ""
        except Exception:  # two libraries raise whatever they stumble over
            self.defects.append("its RTF text cannot be read")
            return ""


def open_winmail(octets: bytes) -> Winmail:
    """Never raises; a stream that is damaged, cut or too large is read as far as it goes."""
    stream = _read(octets)
    html_charset = _charset(_number(stream.properties.get(tag.MAPI_INTERNET_CODEPAGE)))
    return Winmail(
        [_part(item, stream) for item in stream.enclosed],
        plain=stream.text(stream.properties, tag.MAPI_BODY) or decoded(stream.body, stream.charset),
        html=_text(stream.properties.get(tag.MAPI_BODY_HTML), html_charset),
        rtf=_octets(stream.properties.get(tag.MAPI_RTF_COMPRESSED)),
        defects=stream.defects,
    )


# ---------------------------------------------------------------- the stream


class _Damaged(Exception):
    """The rest of the stream is not read; says why."""


@dataclass(slots=True)
class _Enclosed:
    """One attachment, as the pieces of the stream bring it."""

    title: bytes = b""
    octets: bytes = b""
    properties: Properties = field(default_factory=dict)


@dataclass(slots=True)
class _Stream:
    """What the objects so far have brought."""

    charset: str = ""
    subject: bytes = b""
    body: bytes = b""
    properties: Properties = field(default_factory=dict)
    enclosed: list[_Enclosed] = field(default_factory=list)
    values: int = 0
    defects: list[str] = field(default_factory=list)

    def take(self, item: TNEFObject) -> None:
        if item.level == TNEF.LVL_ATTACHMENT:
            self._enclose(item)
        elif item.name == TNEF.ATTOEMCODEPAGE:
            self.charset = _charset(uint32(item.data))
        elif item.name == TNEF.ATTSUBJECT:
            self.subject = item.data
        elif item.name == TNEF.ATTBODY:
            self.body = item.data
        elif item.name == TNEF.ATTMAPIPROPS:
            self.properties |= self._read(item.data)

    def _enclose(self, item: TNEFObject) -> None:
        """Rendering data opens an attachment, whatever follows belongs to it (MS-OXTNEF §2.1.3.3)."""
        if item.name == TNEF.ATTATTACHRENDDATA:
            if len(self.enclosed) == MAX_ATTACHMENTS:
                raise _Damaged(f"it has more than {MAX_ATTACHMENTS} attachments")
            self.enclosed.append(_Enclosed())
        elif item.name == TNEF.ATTATTACHTITLE:
            self.enclosed[-1].title = item.data
        elif item.name == TNEF.ATTATTACHDATA:
            self.enclosed[-1].octets = item.data
        elif item.name == TNEF.ATTATTACHMENT:
            self.enclosed[-1].properties |= self._read(item.data)

    def _read(self, block: bytes) -> Properties:
        """The properties of a block by their tags, as far as they can be read."""
        count, metered = uint32(block), _Metered(min(uint32(block), MAX_VALUES).to_bytes(4, "little") + block[4:])
        found = decode_mapi(metered, _ONE_TO_ONE)
        self.values += len(found)
        if self.values > MAX_VALUES:
            raise _Damaged(f"it has more than {MAX_VALUES} properties")
        if len(found) < count:
            self.defects.append("not all of its properties can be read")
        return {item.name: item for item in found}

    def text(self, properties: Properties, *names: int) -> str:
        """The first of these properties that says something."""
        return next((text for name in names if (text := _text(properties.get(name), self.charset))), "")


class _Metered(bytes):
    """Octets that give out only so many values, none behind their end: the library asks as often as a count says."""

    given = 0

    def __getitem__(self, wanted: SupportsIndex | slice) -> bytes:  # type: ignore[override]  # it asks for slices
        self.given += 1
        if self.given > MAX_VALUES + 1 or not isinstance(wanted, slice) or wanted.start > len(self):
            raise EOFError
        return super().__getitem__(wanted)


def _read(octets: bytes) -> _Stream:
    stream = _Stream()
    try:
        for item in _objects(octets):
            stream.take(item)
    except _Damaged as problem:
        stream.defects.append(str(problem))
    except Exception as error:  # the library raises struct.error and the like on junk
        stream.defects.append(f"it is damaged ({type(error).__name__})")
    return stream


def _objects(octets: bytes) -> Iterator[TNEFObject]:
    if not octets.startswith(_SIGNATURE):
        raise _Damaged("it does not begin like one")
    at = _HEAD
    for _ in range(MAX_OBJECTS):
        if at + _FRAME > len(octets):
            return
        end = at + _FRAME + uint32(octets, at + _FRAME - 6)
        item = TNEFObject(octets[at:end])
        if item.level not in _LEVELS:
            raise _Damaged("it is damaged")
        yield item
        if end > len(octets):
            raise _Damaged("it ends early")
        at = end
    raise _Damaged(f"it has more than {MAX_OBJECTS} objects")


# ---------------------------------------------------------------- attachments


def _part(enclosed: _Enclosed, stream: _Stream) -> Part:
    """The leaf as which another mail program would have sent this attachment."""
    held = enclosed.properties.get(tag.MAPI_ATTACH_DATA_OBJ)
    inner = _octets(held)[_IID:] if held and held.attr_type == SZMAPI_OBJECT else _octets(held)
    part = Part()
    if _octets(held).startswith(IMESSAGE_SIG) and inner.startswith(_SIGNATURE):
        part["Content-Type"] = f"{SEALED}rfc822"
        part.set_payload(_letter(inner))
        return part
    name = stream.text(enclosed.properties, *_FILE_NAMES) or decoded(enclosed.title, stream.charset)
    kind, packed = mimetypes.guess_type(name)
    part["Content-Type"] = "application/octet-stream" if packed or not kind else kind
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", one_line(name)[:MAX_NAME]))
    if content_id := one_line(stream.text(enclosed.properties, tag.MAPI_ATTACH_CONTENT_ID)):
        part["Content-ID"] = f"<{content_id}>"
    part.set_payload(enclosed.octets or inner)
    return part


def _letter(octets: bytes) -> bytes:
    """A stream out of a stream as a mail of its own, with the header that is known of it."""
    stream = _read(octets)
    subject = stream.text(stream.properties, tag.MAPI_SUBJECT) or decoded(stream.subject, stream.charset)
    addresses = (one_line(stream.text(stream.properties, name)) for name in _ADDRESSES)
    address = next((found for found in addresses if "@" in found and found.isascii()), "")
    author = formataddr((one_line(stream.text(stream.properties, *_AUTHORS)), address))
    head = f"Subject: {one_line(subject)}\nFrom: {author}\nContent-Type: application/ms-tnef\n"
    return f"{head}Content-Transfer-Encoding: base64\n\n".encode() + encodebytes(octets)


# ---------------------------------------------------------------- properties


def _octets(item: TNEFMAPI_Attribute | None) -> bytes:
    """A value of any length, up to three octets longer than it was: the library keeps what fills up its last four."""
    values = item.raw_data if item and isinstance(item.raw_data, list) else []
    return b"".join(value.encode(_ONE_TO_ONE, "replace") if isinstance(value, str) else value for value in values)


def _text(item: TNEFMAPI_Attribute | None, charset: str) -> str:
    if item and item.attr_type == SZMAPI_UNICODE_STRING and isinstance(item.raw_data, list):
        return clean("".join(item.raw_data))
    return decoded(_octets(item), charset)


def _number(item: TNEFMAPI_Attribute | None) -> int:
    return int.from_bytes(item.raw_data, "little") if item and isinstance(item.raw_data, bytes) else 0


def _charset(codepage: int) -> str:
    return _CHARSETS.get(codepage) or Codepage(codepage).best_guess() or ""
