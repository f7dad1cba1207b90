"""Every word list about labels and empty answers in one place. Data only: the matching rules are in ``labels``.

One wording may stand under several fields; the first whose value reads well gets it, in the order of ``LABELS``.
"""

from __future__ import annotations

from mailticket.intake.fields.lexicon_case import CASE_LABELS
from mailticket.intake.fields.lexicon_scope import SCOPE_LABELS
from mailticket.intake.fields.lexicon_sender import SENDER_LABELS
from mailticket.intake.fields.lexicon_work import WORK_LABELS

# fmt: off

LABELS: dict[str, dict[str, tuple[str, ...]]] = SENDER_LABELS | CASE_LABELS | SCOPE_LABELS | WORK_LABELS

# labels that end the value above them and mean nothing to us
OTHER_LABELS: tuple[str, ...] = (
    "attachment", "attachments", "fax", "re", "regarding", "concerning", "date", "subject", "from", "to", "cc",
    "sent", "address", "website", "web",
    "ticket", "ticket number", "source", "status", "notes", "note", "order", "order number", "quote", "po number",
    "reference", "ref", "case", "case number", "title", "job title", "role", "position", "city", "country", "state",
    "zip", "tenant guid", "csm", "asset", "device", "serial number", "os", "browser", "version", "location",
    "department", "expected result", "form", "extension", "ext", "date submitted", "submitted", "submitted on",
    "submitted at", "opened", "opened on", "number", "account manager", "sla", "contract", "agreement", "time logged",
    "time logged so far", "labels", "key", "issue type", "environment", "assignee", "assigned to", "assignment group",
    "resolution", "workaround", "supervisor approval", "request type", "type of request", "type", "ref msg",
    "incident date", "previous incident", "prev incident", "previous ticket", "related ticket", "our po",
    "your order", "po", "order no", "your order number", "quantity", "qty", "quantity ordered", "quantity received",
    "invoice", "invoice number", "enclosed", "enclosure", "files", "file", "upload", "upload file", "upload a file",
    "attached", "anything attached", "street", "alternate phone", "alternative phone", "secondary phone",
    "second phone", "other phone", "secondary contact", "backup contact", "second contact", "alternate contact",
    "approver", "approved by", "site", "customer contact", "customer contact name", "end user", "end user name",
    "end user phone", "end user email", "customer phone", "customer email", "customer name", "client name",
    "client contact", "end user contact", "customer address", "client email", "client phone", "created", "created by",
    "updated", "updated by", "due", "due date", "origin", "response", "submission id", "form id", "ip address",
    "user agent", "language", "work order", "project", "queue", "group", "category", "subcategory", "sub category",
    "channel id", "ticket id", "incident number", "incident id", "case id", "our reference", "your reference",
    "our ref", "your ref", "our ticket", "internal ticket", "msp ticket", "partner ticket", "psa ticket", "building",
    "room", "floor", "desk", "serial", "model", "hostname", "computer", "machine", "pc name", "warranty", "server",
    "plan", "price", "budget", "deadline", "needed by", "rechnungsnummer", "bestellnummer", "bestell nr",
    "auftragsnummer", "datum", "betreff", "anlage", "anlagen", "anhang", "anhänge", "dateien", "datei", "standort",
    "abteilung", "ort", "straße", "adresse", "aktenzeichen", "ticketnummer", "ihr zeichen", "unser zeichen",
    "kostenstelle", "raum", "pièce jointe", "pièces jointes", "objet", "service demandeur", "référence",
    "numéro de ticket", "commande", "numéro de commande", "facture", "lieu", "ville", "adjunto", "adjuntos", "anexo",
    "anexos", "asunto", "fecha", "dirección", "referencia", "pedido", "número de pedido", "factura", "ciudad",
    "departamento", "web form", "page", "url", "time submitted", "date opened", "time opened", "date of incident",
    "when did it start", "start time", "started", "since when", "first seen", "first noticed", "began", "frequency",
    "how often", "seit wann", "depuis quand", "desde cuándo", "expected", "expected behavior", "expected behaviour",
    "desired outcome", "outcome", "impact description",
)

FIRST_NAMES: tuple[str, ...] = (
    "first name", "given name", "forename", "first", "contact first", "contact first name", "vorname", "prénom",
    "nombre de pila",
    "primer nombre",
)
LAST_NAMES: tuple[str, ...] = (
    "last name", "surname", "family name", "last", "contact last", "contact last name", "nachname", "familienname",
    "nom de famille", "apellido", "apellidos",
)

# words that carry nothing in a label
FILLERS: frozenset[str] = frozenset((
    "your", "the", "our", "a", "an", "my", "of", "for", "is", "are", "be", "in", "on", "to", "please", "enter",
    "provide", "exact", "full", "current", "and", "or", "if", "applicable", "any", "so", "der", "die", "das", "des",
    "den", "ihr", "ihre", "le", "la", "les", "l", "de", "du", "d", "votre", "vos", "el", "los", "las", "su", "sus",
    "del", "y", "o", "et", "und", "bitte", "u", "known", "required", "optional", "give", "us", "this", "mandatory",
    "at", "approx", "approximate", "approximately", "their", "mon", "ma", "notre", "nos", "mi", "tu", "mein", "meine",
    "unser", "unsere", "too",
))

# how words of labels are shortened, or always misspelled
ABBREVIATIONS: dict[str, str] = {
    short: word
    for word, shorts in {
        "number": "no nr num nbr nb", "preferred": "pref prefd prefer pfd", "domain": "dom", "user": "usr enduser",
        "account": "acct acc", "tenant": "tnt tenent", "customer": "cust custmr cstmr", "service": "svc srvc",
        "message": "msg mesg", "description": "descr dscr descrip discription", "subscription": "subscr subs subscrip",
        "phone": "fone phon", "name": "nm", "contact": "ctct cntct", "organization": "org orga", "affected": "effected",
        "people": "ppl", "impacted": "impactd", "troubleshooting": "tshoot tshooting trouble-shooting", "zone": "zne",
        "company": "comp cmpny", "telephone": "teleph telno telefone", "reproduce": "reproduse",
        "problem": "prob prblm",
        "time": "tme tiem", "good": "gud gd", "cmp": "cpm cmpid", "tried": "tryed", "error": "err",
        "product": "prd prdct",
    }.items()
    for short in shorts.split()
}  # fmt: skip

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
    "desconocido", "noch offen", "offen", "wird nachgereicht", "nicht vorhanden", "not to hand", "later today",
    "no answer",
    "empty", "vide", "leer", "vacío", "blank", "question mark", "not yet", "none yet", "not yet created", "nothing",
    "à préciser", "à confirmer", "à compléter", "por definir", "por confirmar", "no lo sé", "no lo tengo", "k a",
    "answer", "answers", "your answer", "response", "value", "entry", "entries", "your entry", "input", "content",
    "eintrag", "eingabe", "inhalt", "saisie", "valeur", "contenu", "dato", "contenido", "antwort", "angabe",
    "angaben", "wert", "réponse",
    "respuesta",
    "valor", "same as above", "ditto", "see signature", "see my signature", "optional", "choose", "please select",
    "select",
    "bitte wählen", "please choose", "nobody knows", "dont have", "dont hav it", "no sabemos", "aucune idée", "no sé",
    "no se", "no aplica", "sin datos", "ver abajo", "non", "oui", "ja", "sí", "nope", "nada", "pendiente", "à définir",
))

# whole answers that say a subscription does not come into it
NOT_APPLICABLE: frozenset[str] = frozenset((
    "na", "n a", "not applicable", "none", "no subscription", "does not apply", "not relevant", "nicht zutreffend",
    "entfällt", "keine", "keines", "sans objet", "non applicable", "aucun", "no aplica", "ninguna", "ninguno", "s o",
    "doesnt apply", "not relevant here", "no azure", "trifft nicht zu", "no procede", "entf", "keins", "aucune",
))
