"""Several answers on one line: "MT / sev B / 3 users", "Ph: 12 // TZ: CT", "Firm: A; Tech: B". A line for each of them.

Cuts at the signs between them and finds the labels before the pieces; what a piece is worth, its readers say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields.fitting import SURE, shows
from mailticket.intake.fields.guess import asked_by, guess
from mailticket.intake.fields.labels import may_begin, meaning
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import split_label
from mailticket.vocabulary import BY_KEY

_POINTS = {" // ": 3, " / ": 4}  # pieces between such slashes that make a line a list
_BETWEEN = (" | ", " · ", " • ", " -- ", " – ", " — ", "; ", ", ")
_LABELS = 4  # labels with colons that make a line a list
_COLON = re.compile(r"\s{0,3}[^\W\d_][\w #/.'’&-]{0,40}?(?:\([^()]{1,40}\))?\s?[:=]\s?(?=\S)")
_MAX_PIECES = 60
_WRAPPED_FROM = 56
_MISTYPED_FROM = 5  # letters of a label in which a typing error is forgiven
_WITHOUT_LABEL = frozenset({"preferred_contact_method", "time_zone", "phone"})
_CHOICES = re.compile(r"\([^()]{0,80} / [^()]{0,80}\)")
_OPEN = (":", "/", ",")  # how a line ends that goes on below


def unfolded(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, each list between slashes as a line for every piece; shorter ones beside it only when labelled."""
    slashed = [text for text, _, _ in lines if "/ " in text]
    sign = next((sign for sign in _POINTS if any(_is_list(text, sign) for text in slashed)), None)
    if sign is not None:
        return tuple(piece for line in _rejoined(lines, sign) for piece in _pieces(line, sign))
    signed = (text for text, _, _ in lines if ":" in text or "=" in text)
    dense = [text for text in signed if text.count(":") + text.count("=") >= _LABELS]
    between = next((sign for sign in _BETWEEN if any(_is_dense(text, sign) for text in dense)), None)
    return lines if between is None else tuple(piece for line in lines for piece in _parted(line, between))


def _is_dense(text: str, sign: str) -> bool:
    return text.count(sign) >= _LABELS - 1 and _labels(text.split(sign)) >= _LABELS


def _labels(pieces: Sequence[str]) -> int:
    """How many pieces begin with a label and a colon."""
    return sum(_COLON.match(piece) is not None for piece in pieces)


def _parted(line: Line, sign: str) -> Iterator[Line]:
    """A line for each label; what has none stays with the piece before it."""
    pieces = line.text.split(sign)[:_MAX_PIECES]
    if _labels(pieces) < 2:
        yield line
        return
    whole: list[str] = []
    for piece in pieces:
        if whole and not _COLON.match(piece):
            whole[-1] += sign + piece
        else:
            whole.append(piece)
    for piece in whole:
        yield from (Line(piece.strip(), line.depth), Line("", line.depth))


def _is_list(text: str, sign: str) -> bool:
    return text.count(sign) >= _POINTS[sign] - 1 and not _CHOICES.search(text)


def _rejoined(lines: Sequence[Line], sign: str) -> Iterator[Line]:
    """The lines, those with slashes together with what the mail program broke off them."""
    open_line: Line | None = None
    for line in lines:
        if open_line and _goes_on(open_line.text, line.text, sign):
            open_line = Line(f"{open_line.text} {line.text.strip()}", line.depth)
            continue
        if open_line:
            yield open_line
        open_line = line if sign in line.text else None
        if open_line is None:
            yield line
    if open_line:
        yield open_line


def _goes_on(above: str, text: str, sign: str) -> bool:
    open_end = (len(above) >= _WRAPPED_FROM and sign not in text) or above.rstrip().endswith(_OPEN)
    return open_end and bool(text.strip()) and _labelled(text.split(sign, 1)[0]) is None


def _pieces(line: Line, sign: str) -> Iterator[Line]:
    pieces = [piece.strip() for piece in line.text.split(sign)[:_MAX_PIECES]]
    labelled = [_labelled(piece) or _shown(piece) for piece in pieces]
    if len(pieces) < 2 or not (_is_list(line.text, sign) or all(labelled)):
        yield line
        return
    for piece, found in zip(pieces, labelled, strict=True):
        yield Line(piece, line.depth) if not found else Line(f"{found[0]}: {found[1]}", line.depth, found[0])
        yield Line("", line.depth)


def _shown(piece: str) -> tuple[str, str] | None:
    """A piece that needs no label, with ours: a way to be reached, a zone, a number."""
    found = guess("", piece)
    key = found.keys[0] if found and shows(found.keys[0], piece) == SURE else ""
    return (BY_KEY[key].label, piece) if key in _WITHOUT_LABEL else None


def _labelled(piece: str) -> tuple[str, str] | None:
    """The label a piece begins with, with a colon or without one, and the rest."""
    if found := split_label(piece):
        return found[0], found[2]
    words = piece.split()
    if not words or (not may_begin(words[0]) and len(words[0]) < _MISTYPED_FROM):
        return None
    for size in (2, 1):
        label, answer = " ".join(words[:size]), " ".join(words[size:])
        known = meaning(label) if answer else None
        if known and (known.exact or len(words[0]) >= _MISTYPED_FROM) and asked_by(label, answer):
            return label, answer
    return None
