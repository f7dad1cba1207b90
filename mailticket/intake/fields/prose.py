"""Runs the readers of running text over its sentences. What each looks for is its own module's business."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailticket.intake.fields import (
    headcount,
    numbers,
    prose_case,
    prose_reach,
    prose_severity,
    prose_trouble,
    prose_zone,
    ways,
)
from mailticket.intake.fields.candidate import Candidate, FieldContext
from mailticket.intake.fields.passages import Found, Passage, passages

_OF_THE_SENDER = (ways.method, prose_reach.time)
_OF_THE_CASE = (
    headcount.users,
    prose_case.domains,
    prose_case.subscriptions,
    prose_trouble.errors,
    prose_trouble.steps,
    prose_trouble.tools,
)
_OF_A_SENTENCE = (prose_case.accounts, prose_case.identifiers)


def read_prose(told: Sequence[Passage], where: str, context: FieldContext) -> Iterator[Candidate]:
    """Candidates of everything except product and description."""
    for reader in _OF_THE_SENDER:
        for found in reader(told):
            yield _candidate(found, where, reader.__name__)
    for found in numbers.phone(told, context):
        yield _candidate(found, where, "phone")
    for found in prose_zone.of_number(told, context):
        yield _candidate(found, where, "zone-of-number")
    for passage in told:
        for found in prose_zone.zone(passage, context):
            yield _candidate(found, where, "zone")
    yield from read_case(told, where, context)


def read_case(told: Sequence[Passage], where: str, context: FieldContext) -> Iterator[Candidate]:
    """Of these what tells the problem, not the sender."""
    for found in (prose_severity.of_several if context.apart else prose_severity.severity)(told):
        yield _candidate(found, where, "severity")
    for reader in _OF_THE_CASE:
        for found in reader(told):
            yield _candidate(found, where, reader.__name__)
    for passage in told:
        for read in _OF_A_SENTENCE:
            for found in read(passage, context):
                yield _candidate(found, where, read.__name__)


def read_reach(text: str, context: FieldContext) -> Iterator[Found]:
    """Way, time and zone out of what stands beside a number, a name or an address."""
    told = tuple(passages([text]))
    yield from ways.method(told)
    yield from prose_reach.time(told)
    for passage in told:
        yield from prose_zone.zone(passage, context)


def read_together(own: Sequence[Passage], passed_on: Sequence[Passage]) -> Iterator[Candidate]:
    """What a note and the mail under it both tell: messages and steps of both."""
    for reader in (prose_trouble.errors, prose_trouble.steps) if passed_on else ():
        above, below = list(reader(own)), list(reader(passed_on))
        for found, other in ((item, other) for item in above for other in below if item.key == other.key):
            value = f"{found.value}\n{other.value}"
            if len(value) <= _TOGETHER and found.value != other.value:
                joined = Found(found.key, value, found.written, found.confidence + 0.01)
                yield _candidate(joined, "in the note and in the forwarded mail", reader.__name__)


_TOGETHER = 400  # characters; more is no answer but the mails again


def _candidate(found: Found, where: str, rule: str) -> Candidate:
    return Candidate(found.key, found.value, found.written[:300], found.confidence, where, f"prose-{rule}")
