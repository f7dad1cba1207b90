"""One value per field out of everything the readers propose. The only place where readings compete."""

from __future__ import annotations

from collections.abc import Iterable

from mailticket.intake.fields.candidate import Candidate
from mailticket.model import FieldContent, FieldValue
from mailticket.vocabulary import FIELD_KEYS

# several labels for these tell several parts of one answer (two cases in one mail)
_JOINED = frozenset({"description", "error_messages", "steps_to_reproduce", "steps_taken"})
_LABELLED = 0.8
MAX_JOINED = 4000


def weigh(candidates: Iterable[Candidate]) -> tuple[FieldValue, ...]:
    """The surest candidate of each field, the earlier one at equal confidence, in the order of the vocabulary."""
    by_key: dict[str, list[Candidate]] = {key: [] for key in FIELD_KEYS}
    for candidate in candidates:
        by_key[candidate.key].append(candidate)
    return tuple(_best(found) for found in by_key.values() if found)


def _best(found: list[Candidate]) -> FieldValue:
    best = max(found, key=lambda item: item.confidence)
    return FieldValue(best.key, _value(best, found), best.source, best.written[:MAX_JOINED], round(best.confidence, 2))


def _value(best: Candidate, found: list[Candidate]) -> FieldContent:
    if isinstance(best.value, tuple):
        alike = (item.value for item in found if item.rule == best.rule and item.confidence == best.confidence)
        return tuple(dict.fromkeys(entry for value in alike if isinstance(value, tuple) for entry in value))
    if best.key not in _JOINED or best.confidence < _LABELLED:
        return best.value
    parts = dict.fromkeys(str(item.value) for item in found if item.rule == best.rule and item.confidence >= _LABELLED)
    return "\n\n".join(parts)[:MAX_JOINED]
