"""Compressed RTF to text: charsets, links, what Outlook makes of HTML; patterns of the library that must not match."""

from __future__ import annotations

import struct
import time

import compressed_rtf
import pytest

from mailticket.intake.rtf import text_of


def uncompressed(rtf: str) -> bytes:
    """The form of MS-OXRTFCP §2.1.3.1.1 that holds its octets as they are."""
    octets = rtf.encode("latin-1")
    return struct.pack("<II4sI", len(octets) + 12, len(octets), b"MELA", 0) + octets


FONTS = r"{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset204\fprq2 Arial Cyr;}{\f2\fnil\fcharset128 Mincho{\*\falt x};}}"


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        pytest.param(r"Gr\'f6\'dfe\par {\b two}\tab x", "Größe\ntwo\tx", id="paragraphs and Western characters"),
        pytest.param(r"a \u8211? b \u-10179?\u-8704?", "a – b 😀", id="Unicode, also beyond the first plane"),
        pytest.param(r"\f1\'ef\'f0\'e8\'e2\'e5\'f2", "привет", id="a font of another charset"),
        pytest.param(r"{\f2\'93\'fa\'96\'7b}", "日本", id="characters of two octets"),
        pytest.param(
            r'see {\field{\*\fldinst{HYPERLINK "http://x.example"}}{\fldrslt the page}} now',
            "see the page now",
            id="a link keeps its words",
        ),
        pytest.param(
            r"\fromhtml1{\*\htmltag64 <p>}Hello{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 you{\*\htmltag72 </p>}",
            "Hello\xa0you",
            id="HTML within RTF",
        ),
    ],
)
def test_text_is_read_out_of_rtf(rtf: str, text: str) -> None:
    assert text_of(uncompressed(rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}\uc1 {rtf}}}")) == text


def test_compressed_rtf_is_read() -> None:
    octets = compressed_rtf.compress(b"{\\rtf1 " + b"mail does not arrive\\par\n" * 200 + b"}")

    assert len(octets) < 2000
    assert text_of(octets) == "mail does not arrive\n" * 200


@pytest.mark.parametrize(
    "octets",
    [b"", b"\0" * 16, b"\xff" * 40, uncompressed("x")[:-8], uncompressed("x" * 1_000_000)],
    ids=["empty", "zeros", "junk", "cut", "too long"],
)
def test_what_is_no_compressed_rtf_raises_or_is_empty(octets: bytes) -> None:
    try:
        found = text_of(octets)
    except Exception:
        found = ""

    assert found == ""


@pytest.mark.parametrize(
    "piece",
    ["{\\field{\\*\\fldinst{", '{\\field{\\*\\fldinst{HYPERLINK ""', "{\\fonttbl", "\\f1\\fcharset204 ", "{", "\\'41"],
)
def test_no_rtf_takes_long(piece: str) -> None:
    rtf = f"{{\\rtf1{{\\fonttbl{piece * (990_000 // len(piece))}"
    begin = time.process_time()

    text_of(uncompressed(rtf))

    assert time.process_time() - begin < 3
