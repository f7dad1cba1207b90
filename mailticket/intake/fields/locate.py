"""Where in the mail the words of a value stand: which part, and from which character to which. Reads nothing new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailticket.model import Evidence, FieldValue, InboundMessage

FROM_HEADER = "From header"
_BETWEEN = " \t\n\xa0>*_|"  # what may stand between two words instead of the blank
_GAP = 40  # characters of it at most
_TRIES = 500  # places where the first word may stand
_LABEL = re.compile(r'label "([^"]{1,80})')


def located(item: FieldValue, message: InboundMessage) -> FieldValue:
    """The value with the place of its words in its evidence; with the rule alone when they stand nowhere."""
    rule = item.evidence.rule if item.evidence else ""
    return replace(item, evidence=_place(item, message, rule))


def _place(item: FieldValue, message: InboundMessage, rule: str) -> Evidence:
    if item.source == FROM_HEADER:
        return Evidence(rule, "from")
    if item.source.startswith("attachment "):
        named = item.source.removeprefix("attachment ")
        part = next((part.part for part in message.attachments if named in (part.filename, part.part)), "")
        return Evidence(rule, f"attachment {part}")
    places = [("text", message.text), ("subject", message.subject)]
    label = _LABEL.match(item.source)
    for part, text in reversed(places) if item.source == "subject" else places:
        after = max(0, text.find(label[1])) if label else 0
        if span := _span(item.written.strip(), text, after) or _span(item.written.strip(), text, 0):
            return Evidence(rule, part, *span)
    return Evidence(rule)


def _span(written: str, text: str, start: int) -> tuple[int, int] | None:
    """As whole words, or with line breaks and quote marks instead of the blanks between them."""
    at = text.find(written, start) if written else -1
    for _ in range(_TRIES):
        if at < 0:
            break
        if not _within_word(text, at, at + len(written)):
            return at, at + len(written)
        at = text.find(written, at + 1)
    words = written.split()
    return _in_turn(words, text, start) if len(words) > 1 else None


def _within_word(text: str, begin: int, end: int) -> bool:
    """ "B" is not the first letter of "Best"."""
    cut_before = text[begin : begin + 1].isalnum() and text[begin - 1 : begin].isalnum()
    return cut_before or (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum())


def _in_turn(words: Sequence[str], text: str, start: int) -> tuple[int, int] | None:
    begin = start - 1
    for _ in range(_TRIES):
        begin = text.find(words[0], begin + 1)
        if begin < 0:
            break
        if end := _end_of(words, text, begin):
            return begin, end
    return None


def _end_of(words: Sequence[str], text: str, begin: int) -> int:
    """Where the words end that begin here and follow each other; 0 when they do not."""
    end = begin + len(words[0])
    for word in words[1:]:
        at = text.find(word, end, end + _GAP + len(word))
        if at < 0 or text[end:at].strip(_BETWEEN):
            return 0
        end = at + len(word)
    return end
