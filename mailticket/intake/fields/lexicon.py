"""Every word list about labels and empty answers in one place. Data only: the matching rules are in ``labels``.

One wording may stand under several fields; the first whose value reads well gets it, in the order of ``LABELS``.
"""

from __future__ import annotations

from mailticket.intake.fields.lexicon_case import CASE_LABELS
from mailticket.intake.fields.lexicon_sender import SENDER_LABELS

# fmt: off

LABELS: dict[str, dict[str, tuple[str, ...]]] = SENDER_LABELS | CASE_LABELS

# labels that end the value above them and mean nothing to us
OTHER_LABELS: tuple[str, ...] = (
    "attachment", "attachments", "fax", "date", "subject", "from", "to", "cc", "sent", "address", "website", "web",
    "ticket", "ticket number", "source", "status", "notes", "note", "order", "order number", "quote", "po number",
    "reference", "ref", "case", "case number", "title", "job title", "role", "position", "city", "country", "state",
    "zip", "tenant guid", "csm", "asset", "device", "serial number", "os", "browser", "version", "location",
    "department", "expected result", "form",
)

# words that carry nothing in a label
FILLERS: frozenset[str] = frozenset((
    "your", "the", "our", "a", "an", "my", "of", "for", "is", "are", "be", "in", "on", "to", "please", "enter",
    "provide", "exact", "full", "current", "and", "or", "if", "applicable", "any", "so", "der", "die", "das", "des",
    "den", "ihr", "ihre", "le", "la", "les", "l", "de", "du", "d", "votre", "vos", "el", "los", "las", "su", "sus",
    "del", "y", "o", "et", "und", "bitte",
))

# whole answers that say there is no answer yet
NO_ANSWER: frozenset[str] = frozenset((
    "", "tbd", "tba", "tbc", "to be determined", "to be confirmed", "unknown", "not known", "unsure", "not sure",
    "no idea", "dont know", "do not know", "i dont know", "not yet known", "dunno", "none", "nil", "null", "na",
    "n a", "not applicable", "not available", "no", "pending", "later", "will follow", "follows", "to follow",
    "see below", "see above", "as above", "below", "above", "see attached", "see attachment", "attached", "ask",
    "idk", "x", "xx", "xxx", "yes", "same", "not provided", "no clue", "unclear", "not determined", "dont have it",
    "dont have one", "we dont know", "cant find it", "not found", "keine", "keiner", "keines", "unbekannt",
    "weiß nicht", "weiss nicht", "entfällt", "siehe unten", "nicht bekannt", "nein", "folgt", "keine angabe", "aucun",
    "aucune", "inconnu", "inconnue", "sans objet", "néant", "je ne sais pas", "voir ci dessous", "ninguno", "ninguna",
    "desconocido", "no sé", "no se", "no aplica", "sin datos", "ver abajo", "pendiente", "à définir",
))

# whole answers that say a subscription does not come into it
NOT_APPLICABLE: frozenset[str] = frozenset((
    "na", "n a", "not applicable", "none", "no subscription", "does not apply", "not relevant", "nicht zutreffend",
    "entfällt", "keine", "keines", "sans objet", "non applicable", "aucun", "no aplica", "ninguna", "ninguno",
))
