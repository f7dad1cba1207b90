"""Mails a machine wrote that carry a person's request: filled web forms, tickets of another desk, alerts.

RFC 3834 §5 calls them auto-generated. They answer nothing, tell of a case, and neither confirm a receipt nor say that
something is over. Such a mail opens a ticket and is never answered by a machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailticket.intake import marks
from mailticket.model import Classification, FieldValue, InboundMessage, MessageKind

OPENING = 700  # characters in which a confirmation says what it is
MOST_TEXT = 8_000  # of the text that a state is looked for in
FEWEST_FIELDS = 3
_OF_THE_CASE = frozenset(
    ("product", "tenant_domains", "cmp_id", "subscription_id", "users_impacted", "user_accounts",
     "steps_to_reproduce", "steps_taken")
)  # fmt: skip
_SAYS_NOTHING = frozenset(("email", "logs", "screenshots"))  # every mail has these, or may have
_RECEIVED = re.compile(
    r"\b(?:we|i)(?:'ve| have)? (?:just |successfully |already )?(?:received|got|logged|registered|recorded|opened|"
    r"created) (?:your|a (?:ticket|case) for you)\b"
    r"|\byour (?:[\w-]+ ){0,2}(?:request|ticket|message|e-?mail|mail|case|inquiry|enquiry|submission|report)\b(?! form)"
    r"[^.\n]{0,120}\b(?:received|registered|logged|created|opened|accepted|recorded|queued)\b"
    r"|\bthank(?:s| you) for (?:contacting|writing|reaching|getting in touch|your "
    r"(?:message|e-?mail|mail|request|inquiry|enquiry|submission|patience|interest|order|report|ticket))\b"
    r"|\b(?:automat(?:ic|ed) (?:confirmation|acknowledge?ment|response|reply)|confirmation of receipt|"
    r"receipt confirmation|acknowledge?ment of receipt)\b"
    r"|\b(?:we|i)(?:'ll| will| shall) (?:get back|respond|reply|answer you|contact you|be in touch|look into)\b"
    r"|\b(?:an?|one of our|our|the next available) (?:[\w-]+ )?(?:agents?|engineers?|technicians?|team|"
    r"representatives?|specialists?)\b.{0,40}\bwill (?:get|respond|reply|contact|be in touch|look|review|reach|answer)"
    r"|\b(?:ihre|deine|eure) (?:[\w-]+ )?(?:nachricht|anfrage|e-?mail|mail|meldung|ticket|anliegen)\b[^.\n]{0,80}"
    r"\b(?:erhalten|eingegangen|registriert|erfasst|aufgenommen|angelegt)\b"
    r"|\b(?:vielen |herzlichen )?dank für ihre (?:nachricht|anfrage|e-?mail|mail|meldung|bestellung)\b"
    r"|\b(?:eingangsbestätigung|empfangsbestätigung|accusé de réception|acuse de recibo|ontvangstbevestiging)\b"
    r"|\b(?:bien )?reçu votre\b|\bvotre (?:demande|message|courriel|ticket)\b[^.\n]{0,80}"
    r"\b(?:reçue?|enregistrée?|prise? en compte|créé)\b|\bmerci (?:de nous avoir contacté|pour votre (?:message|"
    r"demande))"
    r"|\b(?:hemos|he) recibido su\b|\bsu (?:solicitud|mensaje|consulta|correo|ticket)\b[^.\n]{0,80}"
    r"\b(?:recibid[oa]|registrad[oa]|cread[oa])\b|\bgracias por (?:contactar|escribir|su (?:mensaje|consulta|"
    r"solicitud))",
    re.IGNORECASE,
)
_ENDED = (
    r"resolved|recover(?:y|ed)|closed|cleared|solved|succeeded|restored|back to normal|"
    r"no longer (?:down|failing|active)|gelöst|behoben|geschlossen|wiederhergestellt|erledigt|résolue?|rétablie?|"
    r"clôturée?|fermée?|resuelt[oa]|cerrad[oa]|recuperad[oa]|restablecid[oa]|solucionad[oa]"
)
_OVER_SUBJECT = re.compile(
    rf"(?<!not )(?<!never )(?<!nicht )(?<!pas )\b(?:{_ENDED})\b|^\W{{0,4}}(?:ok|up)\b|\bis (?:ok|up)\b"
    r"|\b(?:backup|job|task|scan|check|replication|restore|update|sicherung|sauvegarde|copia)\b.{0,60}"
    r"\b(?:completed(?! with)|success(?:ful(?:ly)?)?|erfolgreich|réussie?|correctamente)\b",
    re.IGNORECASE,
)
_OVER_STATE = re.compile(
    r"^\W{0,4}(?:(?:alert|incident|ticket|monitor|new|current|job) )?(?:state|status|zustand|état|estado|statut)"
    rf"[ \t:.=|*]{{1,30}}(?:{_ENDED}|ok|up|success(?:ful)?|completed(?! with)|healthy|deactivated)\b",
    re.IGNORECASE | re.MULTILINE,
)


def may_request(message: InboundMessage) -> bool:
    """A mail known to be auto-generated may carry a request, by what its words say."""
    if message.in_reply_to or message.references or message.return_path == "":
        return False
    opening = f"{message.subject}\n{' '.join(message.text[:OPENING].split())}"
    if marks.VACATION_SUBJECT.match(message.subject) or marks.ABSENT.search(opening) or _RECEIVED.search(opening):
        return False
    return not (_OVER_SUBJECT.search(message.subject) or _OVER_STATE.search(message.text[:MOST_TEXT]))


def tells_a_case(fields: Iterable[FieldValue]) -> bool:
    """Several intake fields are given, one of them of the trouble itself, none a guess."""
    given = {item.key for item in fields if not item.is_guess} - _SAYS_NOTHING
    return bool(given & _OF_THE_CASE) and len(given) >= FEWEST_FIELDS


def as_request(found: Classification) -> Classification:
    """The classification of an auto-generated mail that proved to be a request."""
    rule = f"{found.rule}, but it answers nothing and tells a case"
    return Classification(MessageKind.PERSON, rule, answerable=False, answer_rule=f"{found.rule}: never answered (§2)")
