"""One value per field out of everything the readers propose. The only place where readings compete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mailticket.intake.fields.candidate import Candidate
from mailticket.model import Considered, Evidence, FieldContent, FieldValue
from mailticket.vocabulary import FIELD_KEYS

# several labels for these tell several parts of one answer (two cases in one mail)
_JOINED = frozenset({"description", "error_messages", "steps_to_reproduce", "steps_taken"})
_LABELLED = 0.75
_IN_LINES = frozenset({"label-line", "label-stacked"})  # one form has both
MAX_JOINED = 4000


def weigh(candidates: Iterable[Candidate]) -> tuple[FieldValue, ...]:
    """The surest candidate of each field, the earlier one at equal confidence, in the order of the vocabulary."""
    return tuple(_field(best, _value(best, found)) for best, found in _contests(candidates))


def weighed(candidates: Iterable[Candidate]) -> tuple[Considered, ...]:
    """Every candidate with what became of it, the surest of each field first, in the order of the vocabulary."""
    return tuple(
        Considered(_field(item, item.value), item is best, _why(item, best, found))
        for best, found in _contests(candidates)
        for item in sorted(found, key=lambda item: -item.confidence)
    )


def _contests(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Sequence[Candidate]]]:
    """The winner of each field that has one, with everything that was proposed for it."""
    by_key: dict[str, list[Candidate]] = {key: [] for key in FIELD_KEYS}
    for candidate in candidates:
        by_key[candidate.key].append(candidate)
    return ((max(found, key=lambda item: item.confidence), found) for found in by_key.values() if found)


def _field(item: Candidate, value: FieldContent) -> FieldValue:
    written, confidence = item.written[:MAX_JOINED], round(item.confidence, 2)
    return FieldValue(item.key, value, item.source, written, confidence, evidence=Evidence(item.rule))


def _value(best: Candidate, found: Sequence[Candidate]) -> FieldContent:
    parts = [item.value for item in found if item is best or _joins(item, best)]
    if isinstance(best.value, tuple):
        return tuple(dict.fromkeys(entry for value in parts if isinstance(value, tuple) for entry in value))
    return best.value if len(parts) == 1 else "\n\n".join(dict.fromkeys(map(str, parts)))[:MAX_JOINED]


def _joins(item: Candidate, best: Candidate) -> bool:
    """Whether a candidate adds to the winner instead of losing to it: further items, further labelled parts."""
    if item.rule != best.rule and not {item.rule, best.rule} <= _IN_LINES:
        return False
    if isinstance(best.value, tuple):
        return item.confidence == best.confidence
    return best.key in _JOINED and min(item.confidence, best.confidence) >= _LABELLED


def _why(item: Candidate, best: Candidate, found: Sequence[Candidate]) -> str:
    if item is best:
        rivals = [other for other in found if other is not item and not _joins(other, item)]
        tied = any(other.confidence == item.confidence for other in rivals)
        return "the only one" if not rivals else "the first of the surest" if tied else "the surest"
    if _joins(item, best):
        return "joined to the chosen one"
    return "said later" if item.confidence == best.confidence else "less sure"
