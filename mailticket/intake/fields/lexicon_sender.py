"""How people word the labels that ask who they are and how to reach them. Data only; see ``lexicon``."""

from __future__ import annotations

# fmt: off

# field key -> language -> wordings; case, punctuation, plural s, word order and one typing error do not matter
SENDER_LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "partner_name": {
        "en": (
            "partner", "partner name", "partner company", "partner company name", "company", "company name", "co",
            "organization", "organisation", "organization name", "business", "business name", "msp", "msp name",
            "reseller", "reseller name", "firm", "from company", "practice", "agency",
        ),
        "de": (
            "firma", "firmenname", "unternehmen", "partnername", "organisation",
        ),
        "fr": (
            "société", "entreprise", "nom de la société", "nom de l'entreprise", "partenaire", "raison sociale",
        ),
        "es": (
            "empresa", "nombre de la empresa", "compañía", "socio", "razón social",
        ),
    },
    "contact_name": {
        "en": (
            "contact", "contact name", "contact person", "name", "full name", "first last name", "partner contact",
            "partner contact name", "partner contact first last name", "contact first last name", "requester",
            "requestor", "requested by", "submitted by", "reported by", "reporter", "caller", "technician", "tech",
            "engineer", "primary contact", "main contact", "point of contact", "poc", "who", "user name of requester",
            "raised by",
        ),
        "de": (
            "ansprechpartner", "ansprechpartnerin", "kontakt", "kontaktperson", "name", "vor und nachname",
        ),
        "fr": (
            "nom", "contact", "nom du contact", "personne à contacter", "interlocuteur", "prénom et nom",
        ),
        "es": (
            "nombre", "contacto", "nombre del contacto", "persona de contacto", "nombre y apellidos",
            "nombre completo",
        ),
    },
    "email": {
        "en": (
            "email", "e-mail", "mail", "email address", "e-mail address", "mail id", "email id", "contact email",
            "tech email", "tech e-mail", "reply to email", "your email", "partner email", "contact e-mail",
        ),
        "de": (
            "e-mail-adresse", "mailadresse", "mail-adresse", "emailadresse",
        ),
        "fr": (
            "courriel", "adresse e-mail", "adresse mail", "adresse électronique", "mél",
        ),
        "es": (
            "correo", "correo electrónico", "dirección de correo",
        ),
    },
    "phone": {
        "en": (
            "phone", "phone number", "phone #", "telephone", "telephone number", "tel", "tel no", "cell",
            "cell phone", "mobile", "mobile number", "mobile phone", "mob", "ph", "contact number", "contact no",
            "contact phone", "direct", "direct line", "direct dial", "tech phone", "call back number",
            "callback number", "callback", "office phone", "best number", "best phone number", "number to call",
            "partner phone", "phone no", "work phone", "desk phone",
        ),
        "de": (
            "telefon", "telefonnummer", "rufnummer", "handy", "mobil", "durchwahl", "rückrufnummer", "tel nr",
        ),
        "fr": (
            "téléphone", "numéro de téléphone", "tél", "portable", "mobile", "n° de téléphone",
        ),
        "es": (
            "teléfono", "número de teléfono", "móvil", "celular", "tel",
        ),
    },
    "preferred_contact_method": {
        "en": (
            "preferred contact method", "preferred method of contact", "preferred contact", "contact method",
            "preferred", "contact preference", "contact pref", "contact by", "contact via", "contact me by",
            "contact me via", "reach me by", "reach me via", "reach me at", "mode of contact", "method of contact",
            "best way to reach me", "best way to contact", "best contact method", "how to contact", "how to reach me",
            "how should we contact you", "preferred method", "preferred channel", "pref contact",
            "pref contact method", "contact", "reply by", "reply via", "best way to reach you",
            "communication preference", "preferred communication", "contact channel", "method",
        ),
        "de": (
            "kontakt bevorzugt", "bevorzugter kontakt", "bevorzugte kontaktart", "kontaktart",
            "bevorzugter kontaktweg", "kontaktweg", "kontakt per", "bevorzugte kontaktmethode", "kontakt",
        ),
        "fr": (
            "moyen de contact", "contact préféré", "moyen de contact préféré", "mode de contact", "me contacter par",
            "méthode de contact", "méthode de contact préférée", "mode de contact préféré",
        ),
        "es": (
            "método de contacto", "medio de contacto", "contacto preferido", "forma de contacto",
            "método de contacto preferido", "medio de contacto preferido",
        ),
    },
    "preferred_contact_time": {
        "en": (
            "preferred contact time", "preferred time to contact", "preferred time", "preferred time of contact",
            "preferred times", "best time", "best time to contact", "best time to call", "best time to reach", "time",
            "times", "when", "contact time", "contact hours", "availability", "available", "available times", "hours",
            "hrs", "window", "contact window", "convenient time", "when to call", "when to contact", "call window",
            "time to contact", "best times", "time to call", "preferred hours", "time window", "pref time",
            "best time to reach me", "when to reach",
        ),
        "de": (
            "erreichbar", "erreichbarkeit", "beste zeit", "bevorzugte zeit", "kontaktzeit", "zeiten",
            "bevorzugte uhrzeit", "bevorzugte kontaktzeit",
        ),
        "fr": (
            "disponibilité", "disponibilités", "horaires", "horaire préféré", "heure de contact", "joignable",
            "heure préférée", "plage horaire", "créneau",
        ),
        "es": (
            "horario", "horario preferido", "hora preferida", "horario de contacto", "disponibilidad", "mejor hora",
            "hora de contacto",
        ),
    },
    "time_zone": {
        "en": (
            "time zone", "timezone", "tz", "zone", "local time zone", "time zone of contact",
        ),
        "de": (
            "zeitzone",
        ),
        "fr": (
            "fuseau horaire", "fuseau",
        ),
        "es": (
            "zona horaria", "huso horario",
        ),
    },
}
