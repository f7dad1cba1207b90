"""Where the signature of a letter begins. Careful: the filled-in lines of an intake form look like one and never go."""

from __future__ import annotations

from collections.abc import Sequence

from mailticket.intake import header_block
from mailticket.intake import quote_marks as marks
from mailticket.vocabulary import FIELDS

MAX_LINES = 20
MAX_WIDTH = 90
MAX_BLOCK = 8
MIN_POSTSCRIPT = 6  # words
MAX_LEGAL = 3  # long lines of a disclaimer
MAX_NAME, MAX_NAME_WORDS = 45, 5
MOST_FORM_WORDS = 2
MOST_ROWS = 5
_CONTACT_FIELDS = ("email", "phone")
_LABELS = frozenset(item.label.casefold() for item in FIELDS if item.key not in _CONTACT_FIELDS)
# Forms out of old systems have no colons: "USERS 7".
_FIRST_WORDS = frozenset(label.split()[0] for label in _LABELS) | {"name", "users"}


def signature_start(lines: Sequence[str]) -> int:
    """The index of the first line of the signature; the number of lines when there is none."""
    end = _last_filled(lines)
    start = _device_lines(lines, end)
    for find, foreign in ((_delimiter, MAX_LINES), (_closing, 2), (_contact_block, 2)):
        begin = find(lines, start)
        if begin < start and not _is_form(lines[begin:start], foreign):
            start = begin
            break
    return start if start < end and any(line.strip() for line in lines[:start]) else len(lines)


def postscript_start(signature: Sequence[str]) -> int:
    """The line of a signature on which a paragraph begins that the writer added below his name; its length for none."""
    for at in range(1, len(signature)):
        begins = not signature[at - 1].strip() and marks.POSTSCRIPT.match(signature[at][:MAX_WIDTH])
        if begins and len(" ".join(signature[at:]).split()) >= MIN_POSTSCRIPT:
            return at
    return len(signature)


def _last_filled(lines: Sequence[str]) -> int:
    end = len(lines)
    while end and marks.NOTHING.match(lines[end - 1]):
        end -= 1
    return end


def _device_lines(lines: Sequence[str], end: int) -> int:
    """ "Sent from my phone" and its like at the very end."""
    start = end
    for position in range(end - 1, -1, -1):
        if marks.DEVICE.match(lines[position][: MAX_WIDTH * 4]):
            start = position
        elif lines[position].strip():
            break
    return _last_filled(lines[:start])


def _delimiter(lines: Sequence[str], end: int) -> int:
    """The first "-- " (RFC 3676 §4.3), or a ruled line, with no more below it than a signature has."""
    floor = max(0, end - MAX_LINES)
    return next((at for at in range(floor, end) if marks.DELIMITER.match(lines[at]) or _rules_off(lines, at, end)), end)


def _rules_off(lines: Sequence[str], at: int, end: int) -> bool:
    """A ruled line above short lines with something to contact."""
    below = lines[at + 1 : end]
    footer = "_" in lines[at] and at and not lines[at - 1].strip()  # as mailing lists have it
    if at and not footer and abs(len(lines[at - 1].strip()) - len(lines[at].strip())) <= 3:
        return False  # it underlines a heading
    ruled = marks.RULER.match(lines[at]) is not None and not _is_table(below)
    if ruled and any(header_block.begins(lines, below_at) for below_at in range(at + 1, min(at + 3, end))):
        return False  # it stands above a mail that is passed on
    return ruled and all(len(line) <= MAX_WIDTH for line in below) and any(marks.CONTACT.search(line) for line in below)


def _is_table(lines: Sequence[str]) -> bool:
    """More rows of label and answer, with leaders or gaps between as well, than a signature has beside its numbers."""
    found = (marks.ROW.match(line[:MAX_WIDTH]) for line in lines)
    labels = {match[1].casefold() for match in found if match and not marks.CONTACT_LABEL.match(match[1])}
    return len(labels) >= MOST_ROWS


def _closing(lines: Sequence[str], end: int) -> int:
    """The last line that only closes the letter, when short lines with a name follow; legal text may stand below."""
    long = 0
    for at in range(end - 2, max(-1, end - MAX_LINES), -1):
        if len(lines[at]) > MAX_WIDTH:
            long += 1
        if long > MAX_LEGAL:
            return end
        if marks.CLOSING.match(lines[at]) and at > 0:
            return at if not long or _named_below(lines, at, end) else end
    return end


def _named_below(lines: Sequence[str], at: int, end: int) -> bool:
    below = next((line.strip() for line in lines[at + 1 : end] if line.strip()), "")
    return (
        0 < len(below) <= MAX_NAME and 1 <= len(below.split()) <= MAX_NAME_WORDS and not below.endswith((".", "?", ":"))
    )


def _contact_block(lines: Sequence[str], end: int) -> int:
    """The last paragraph, when it is short lines that begin with a name and hold contact data, and no sentence."""
    start = end
    while start and lines[start - 1].strip() and end - start <= MAX_BLOCK:
        start -= 1
    block = [line.strip() for line in lines[start:end]]
    if not start or not 3 <= len(block) <= MAX_BLOCK or not _is_name(block[0]):
        return end
    titled = block[0].endswith(".") and "," in block[0]  # "John Doe, Ph.D."
    lines_of_data = block[1:] if titled else block
    plain = all(len(line) <= MAX_WIDTH and not line.endswith((".", "?", "!", ":")) for line in lines_of_data)
    contacts = sum(bool(marks.CONTACT.search(line)) for line in block[1:])
    return start if plain and contacts else end


def _is_name(line: str) -> bool:
    words = line.strip(" ,*").split()
    return 1 < len(words) <= 5 and all(word[0].isupper() for word in words) and not any(char in line for char in ":?!@")


def _is_form(lines: Sequence[str], most_foreign: int) -> bool:
    """Lines with a label of the intake form, or too many labels that no signature has."""
    found = [match for line in lines if (match := marks.LABELLED.match(line[: MAX_WIDTH * 2]))]
    labels = [match[1].strip(" *").casefold() for match in found if match[2] != "/" and not match[1][-1:].isdigit()]
    foreign = [label for label in labels if not marks.CONTACT_LABEL.match(label)]
    if len(foreign) >= most_foreign or any(label in _LABELS for label in foreign):
        return True
    return sum(_first_word(line) in _FIRST_WORDS for line in lines) >= MOST_FORM_WORDS


def _first_word(line: str) -> str:
    return (line[:MAX_WIDTH].casefold().split() or [""])[0]
