"""Where in the mail the words of a value stand: which part, and from which character to which. Reads nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailticket.model import Evidence, FieldValue, InboundMessage

FROM_HEADER = "From header"
_BETWEEN = " \t\n\xa0>*_|"  # what may stand between two words instead of the blank
_GAP = 40  # characters of it at most
_TRIES = 500  # places where the first word may stand


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
    for part, text in reversed(places) if item.source == "subject" else places:
        if span := _span(item.written.strip(), text):
            return Evidence(rule, part, *span)
    return Evidence(rule)


def _span(written: str, text: str) -> tuple[int, int] | None:
    """As it is, or with line breaks and quote marks instead of the blanks between its words."""
    at = text.find(written) if written else -1
    if at >= 0:
        return at, at + len(written)
    words = written.split()
    return _in_turn(words, text) if len(words) > 1 else None


def _in_turn(words: Sequence[str], text: str) -> tuple[int, int] | None:
    begin = -1
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
