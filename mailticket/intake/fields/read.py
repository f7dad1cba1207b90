"""A mail's intake fields: the readers in their order, the weighing, the places. Decides nothing about the ticket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mailticket.intake.fields import (
    contacts,
    description,
    evidence,
    forms,
    notes,
    phrases,
    phrases_sender,
    prose,
    prose_case,
    prose_trouble,
    signed,
    terse,
    values,
)
from mailticket.intake.fields.answers import tidy, unlinked
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.document import Document, document
from mailticket.intake.fields.guess import ENOUGH
from mailticket.intake.fields.labelled import LONG, unknown_labels
from mailticket.intake.fields.labels import OTHER
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.locate import located
from mailticket.intake.fields.parts import Answer
from mailticket.intake.fields.passages import Passage, passages, sentences
from mailticket.intake.fields.severities import said_urgent, severity
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.weigh import weigh, weighed
from mailticket.model import Block, BodyText, Explanation, FieldValue, InboundMessage

_GUESS = 0.45  # what a signature says in a reply that was asked for it
_HARDER = 0.12  # how much less a forwarded mail's prose is trusted


def read_fields(message: InboundMessage, body: BodyText, context: FieldContext) -> tuple[FieldValue, ...]:
    """Every field the mail gives, one value each, in the order of the vocabulary; pure and linear in its size."""
    parts = document(message, body, context.is_reply)
    return tuple(located(item, message) for item in weigh(_candidates(message, parts, context)))


def explain_fields(message: InboundMessage, body: BodyText, context: FieldContext) -> Explanation:
    """The blocks the readers saw, everything they proposed and what became of it; costs more than reading."""
    parts = document(message, body, context.is_reply)
    considered = weighed(_candidates(message, parts, context))
    return Explanation(
        tuple(Block(kind, text) for kind, text in parts.blocks() if text.strip()),
        tuple(replace(item, field=located(item.field, message)) for item in considered),
        unknown_labels(parts.text),
    )


def _candidates(message: InboundMessage, parts: Document, context: FieldContext) -> Iterator[Candidate]:
    answers = forms.text_answers(parts)
    told = tuple(passages(_without_hints(_unlabelled(parts.text, answers))))
    passed_on = tuple(passages(unlinked(line.text) for line in parts.forwarded))
    yield from forms.read_forms(parts, answers, context)
    yield from evidence.read_evidence(message, parts, answers)
    yield from _contacts(message, parts, told, context)
    others = _without_sender(context, message, answers)
    yield from _corrected(told, answers, others)
    asked = forms.asked(parts) if context.is_reply else frozenset()
    denied = {
        answer.keys[0] for answer in answers if answer.keys[0] in _DENIED and _NONE.fullmatch(answer.text.strip())
    }
    for item in prose.read_prose(told, "in the text", others):
        if item.key not in denied and (not asked or _answers(item, asked)):
            yield item
    yield from _forwarded(passed_on, others)
    yield from prose.read_together(told, passed_on)
    yield from prose_case.read_signature(tuple(Passage(line.text) for line in parts.signature[:40]), others)
    if asked:
        yield from terse.read_terse(told, asked)
        if "product" in asked:
            yield from prose_trouble.read_asked_product(told, "in the text")
    if not context.is_reply:  # a reply would replace what the first mail said
        yield from prose_case.read_subject(parts.subject)
        yield from prose_trouble.read_product(parts.subject, (*told, *passed_on), "in the text")
        own = _outside(parts.text, answers)
        yield from description.describe(
            own, parts.forwarded, signed.lines(parts), (*told, *passed_on), several=context.several
        )


def _contacts(
    message: InboundMessage, parts: Document, told: Sequence[Passage], context: FieldContext
) -> Iterator[Candidate]:
    """In a reply From and signature only answer what was asked, or speak for who takes over the ticket."""
    taking_over = context.is_reply and any(phrases_sender.TAKES_OVER.search(passage) for passage in told)
    wanted = forms.asked(parts) if context.is_reply else frozenset()
    for item in contacts.read_contacts(message, parts, told, context):
        if not context.is_reply or (taking_over and item.key in ("contact_name", "email")):
            yield item
        elif item.key in wanted:
            yield item if item.rule in _SAID else replace(item, confidence=min(item.confidence, _GUESS))


# what a form says there is none of, its sentences do not tell either
_DENIED = frozenset({"error_messages", "tools_used", "steps_taken"})
_NONE = re.compile(
    r"(?:none|no|nothing|nil|keine?|nichts|aucune?|rien|ninguno?|nada)(?: (?:yet|so far|shown))?\W{0,2}", re.I
)
_SAID = frozenset({"introduction", "handed-over"})  # who somebody says he is, or whom to ask


def _corrected(told: Sequence[Passage], answers: Sequence[Answer], context: FieldContext) -> Iterator[Candidate]:
    """What a sentence below a form takes back: "Edit: it is 16 users now"."""
    if len({answer.keys for answer in answers}) >= ENOUGH:
        corrections = [passage for passage in told if phrases.CORRECTS.search(passage)]
        told_last = reversed(list(prose.read_prose(corrections, "in a correction", context))) if corrections else ()
        for item in told_last:
            if item.key in _CORRECTED:
                yield replace(item, confidence=_OVER_LABELS)


_CORRECTED = frozenset({"users_impacted", "severity", "cmp_id", "phone", "time_zone"})
_OVER_LABELS = 0.99


def _answers(item: Candidate, asked: frozenset[str]) -> bool:
    """A way to be reached that nobody asked for counts only when it is wished for."""
    return item.key != "preferred_contact_method" or item.key in asked or _WISHED.search(item.written) is not None


_WISHED = re.compile(
    r"\b(?:prefer\w{0,6}|please|best|rather|reach|call me|text me|only|bitte|lieber|besten|préf\w+|mejor)\b", re.I
)


def _forwarded(told: Sequence[Passage], context: FieldContext) -> Iterator[Candidate]:
    """A forwarded mail tells of the problem, not of the sender."""
    for item in prose.read_case(told, "in the forwarded mail", context):
        yield replace(item, confidence=item.confidence - _HARDER)


# ---------------------------------------------------------------- the text without its form


def _unlabelled(lines: Sequence[Line], answers: Sequence[Answer]) -> Iterator[str]:
    """The lines with labels and short answers taken off, so that a form's words are not read as prose."""
    by_line = {at: answer for answer in answers if answer.style != "cell" for at in _lines(answer)}
    for at, line in enumerate(forms.untabbed(lines)):
        answer = by_line.get(at)
        yield unlinked(line.text if answer is None or _is_sentence(answer) else _prose_of(answer, at, line.text))


def _is_sentence(answer: Answer) -> bool:
    """ "Urgent - nobody can print": a word of the text, though a label elsewhere; nothing behind it answers."""
    if answer.style != "line" or answer.keys != ("severity",) or len(_WORD.findall(answer.text)) < _FEW:
        return False
    return severity(tidy(answer.text)) is None and said_urgent(answer.label, answer.text) is None


_SENTENCES = re.compile(r".{3,200}[.!?](?= +[A-ZÀ-Ý])")  # before a label, or in it
_FEW = 4  # words of a sentence
_WORD = re.compile(r"[^\W\d_]{2,}")


def _without_hints(lines: Iterable[str]) -> Iterator[str]:
    return (phrases.HINT.sub(" ", line) if "(" in line else line for line in lines)


def _lines(answer: Answer) -> range:
    return range(answer.first, answer.last + 1)


def _prose_of(answer: Answer, at: int, text: str) -> str:
    """What a labelled line holds besides its label: a telling answer whole, of a short one what is said after it."""
    if answer.keys[0] == OTHER and find_times(answer.lines[0] if answer.lines else ""):
        return text  # the label tells of what the hours are
    if at == answer.first:
        before = _SENTENCES.match(text[: text.find(answer.label) + len(answer.label)])
        text = answer.lines[0] if answer.lines and answer.style == "line" else ""
        if before and answer.keys[0] not in _TELLING:  # "It is only her. Please call me: …"
            return " ".join((before[0], *sentences(text)[1:]))
    if answer.keys[0] in _TELLING:
        return text
    first, *rest = sentences(text) or [""]
    return " ".join((*first.split(" / ")[1:], *rest))


_TELLING = LONG | {OTHER}  # answers that are prose themselves


def _outside(lines: Sequence[Line], answers: Sequence[Answer]) -> list[Line]:
    """The lines that belong to no label."""
    taken = {at for answer in answers if answer.style != "cell" for at in _lines(answer)}
    return [line for at, line in enumerate(forms.untabbed(lines)) if at not in taken]


def _without_sender(context: FieldContext, message: InboundMessage, answers: Sequence[Answer]) -> FieldContext:
    """The sender's own addresses are no accounts in trouble."""
    given = (
        found[0].casefold()
        for item in answers
        if not forms.ABOUT_SENDER.isdisjoint(item.keys)
        for found in values.ADDRESS.finditer(notes.own_part(item.text))
    )
    return replace(context, own_addresses=context.own_addresses | {message.author.key, *given})
