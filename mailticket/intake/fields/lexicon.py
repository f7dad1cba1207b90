"""How people word the label of each intake field. Data only: the matching rules are in ``labels``.

One wording may stand under several fields; the first whose value reads well gets it, in the order of ``LABELS``.
"""

from __future__ import annotations

# field key -> language -> wordings; case, punctuation, plural s, word order and one typing error do not matter
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "partner_name": {
        "en": (
            "partner", "partner name", "partner company", "partner company name", "company", "company name", "co",
            "organization", "organisation", "organization name", "business", "business name", "msp", "msp name",
            "reseller", "reseller name", "firm", "from company", "practice", "agency",
        ),
        "de": ("firma", "firmenname", "unternehmen", "partnername", "organisation"),
        "fr": ("société", "entreprise", "nom de la société", "nom de l'entreprise", "partenaire", "raison sociale"),
        "es": ("empresa", "nombre de la empresa", "compañía", "socio", "razón social"),
    },
    "contact_name": {
        "en": (
            "contact", "contact name", "contact person", "name", "full name", "first last name", "partner contact",
            "partner contact name", "partner contact first last name", "contact first last name", "requester", "requestor",
            "requested by", "submitted by", "reported by", "reporter", "caller", "technician", "tech", "engineer",
            "primary contact", "main contact", "point of contact", "poc", "who", "user name of requester", "raised by",
        ),
        "de": ("ansprechpartner", "ansprechpartnerin", "kontakt", "kontaktperson", "name", "vor und nachname"),
        "fr": ("nom", "contact", "nom du contact", "personne à contacter", "interlocuteur", "prénom et nom"),
        "es": ("nombre", "contacto", "nombre del contacto", "persona de contacto", "nombre y apellidos", "nombre completo"),
    },
    "email": {
        "en": (
            "email", "e-mail", "mail", "email address", "e-mail address", "mail id", "email id", "contact email",
            "tech email", "tech e-mail", "reply to email", "your email", "partner email", "contact e-mail",
        ),
        "de": ("e-mail-adresse", "mailadresse", "mail-adresse", "emailadresse"),
        "fr": ("courriel", "adresse e-mail", "adresse mail", "adresse électronique", "mél"),
        "es": ("correo", "correo electrónico", "dirección de correo"),
    },
    "phone": {
        "en": (
            "phone", "phone number", "phone #", "telephone", "telephone number", "tel", "tel no", "cell", "cell phone",
            "mobile", "mobile number", "mobile phone", "mob", "ph", "contact number", "contact no", "contact phone",
            "direct", "direct line", "direct dial", "tech phone", "call back number", "callback number", "callback",
            "office phone", "best number", "best phone number", "number to call", "partner phone",
            "phone no", "work phone", "desk phone",
        ),
        "de": ("telefon", "telefonnummer", "rufnummer", "handy", "mobil", "durchwahl", "rückrufnummer", "tel nr"),
        "fr": ("téléphone", "numéro de téléphone", "tél", "portable", "mobile", "n° de téléphone"),
        "es": ("teléfono", "número de teléfono", "móvil", "celular", "tel"),
    },
    "preferred_contact_method": {
        "en": (
            "preferred contact method", "preferred method of contact", "preferred contact", "contact method", "preferred",
            "contact preference", "contact pref", "contact by", "contact via", "contact me by", "contact me via",
            "reach me by", "reach me via", "reach me at", "mode of contact", "method of contact", "best way to reach me",
            "best way to contact", "best contact method", "how to contact", "how to reach me", "how should we contact you",
            "preferred method", "preferred channel", "pref contact", "pref contact method", "contact", "reply by", "reply via",
            "best way to reach you", "communication preference", "preferred communication", "contact channel", "method",
        ),
        "de": (
            "kontakt bevorzugt", "bevorzugter kontakt", "bevorzugte kontaktart", "kontaktart", "bevorzugter kontaktweg",
            "kontaktweg", "kontakt per", "bevorzugte kontaktmethode", "kontakt",
        ),
        "fr": (
            "moyen de contact", "contact préféré", "moyen de contact préféré", "mode de contact", "me contacter par",
            "méthode de contact", "méthode de contact préférée", "mode de contact préféré",
        ),
        "es": (
            "método de contacto", "medio de contacto", "contacto preferido", "forma de contacto", "método de contacto preferido",
            "medio de contacto preferido",
        ),
    },
    "preferred_contact_time": {
        "en": (
            "preferred contact time", "preferred time to contact", "preferred time", "preferred time of contact",
            "preferred times", "best time", "best time to contact", "best time to call", "best time to reach", "time",
            "times", "when", "contact time", "contact hours", "availability", "available", "available times", "hours", "hrs",
            "window", "contact window", "convenient time", "when to call", "when to contact", "call window", "time to contact",
            "best times", "time to call", "preferred hours", "time window", "pref time", "best time to reach me", "when to reach",
        ),
        "de": ("erreichbar", "erreichbarkeit", "beste zeit", "bevorzugte zeit", "kontaktzeit", "zeiten", "bevorzugte uhrzeit",
               "bevorzugte kontaktzeit"),
        "fr": ("disponibilité", "disponibilités", "horaires", "horaire préféré", "heure de contact", "joignable",
               "heure préférée", "plage horaire", "créneau"),
        "es": ("horario", "horario preferido", "hora preferida", "horario de contacto", "disponibilidad", "mejor hora",
               "hora de contacto"),
    },
    "time_zone": {
        "en": ("time zone", "timezone", "tz", "zone", "local time zone", "time zone of contact"),
        "de": ("zeitzone",),
        "fr": ("fuseau horaire", "fuseau"),
        "es": ("zona horaria", "huso horario"),
    },
    "severity": {
        "en": (
            "severity", "sev", "case severity", "severity level", "sev level", "priority", "prio", "case priority", "pri",
            "priority level", "urgency", "impact level", "criticality", "ticket severity", "ticket priority", "impact",
            "business impact", "severity a b c", "priority severity",
        ),
        "de": ("schweregrad", "priorität", "dringlichkeit", "schwere"),
        "fr": ("gravité", "sévérité", "priorité", "urgence", "criticité", "niveau de gravité"),
        "es": ("severidad", "gravedad", "prioridad", "urgencia"),
    },
    "product": {
        "en": (
            "product", "affected product", "product name", "prod", "service", "affected service", "service affected",
            "product affected", "product service", "product or service", "application", "affected application", "workload",
            "app", "impacted product", "impacted service", "product impacted", "system", "affected system", "technology",
            "software", "product sku", "microsoft product", "cloud service", "products",
        ),
        "de": ("produkt", "betroffenes produkt", "dienst", "betroffener dienst", "anwendung"),
        "fr": ("produit", "produit concerné", "service concerné", "application", "produit affecté"),
        "es": ("producto", "producto afectado", "servicio", "servicio afectado", "aplicación"),
    },
    "description": {
        "en": (
            "description", "issue description", "detailed issue description", "detailed description", "issue", "problem",
            "problem description", "details", "detail", "description of issue", "description of problem", "what happens",
            "what fails", "query", "question", "request", "please describe", "describe issue", "describe problem",
            "describe the issue in detail", "issue details", "problem details", "issue summary", "problem statement", "case description",
            "what is happening", "what is wrong", "what happened", "what is the issue", "what is the problem", "symptom",
            "symptoms", "summary", "message", "comment", "body", "desc", "descr", "incident description", "request details",
            "brief description", "explanation", "what is not working",
        ),
        "de": ("beschreibung", "problembeschreibung", "fehlerbeschreibung", "problem", "anliegen", "störung",
               "detaillierte beschreibung", "beschreibung des problems", "frage"),
        "fr": ("description", "description du problème", "problème", "demande", "détails", "incident", "description détaillée"),
        "es": ("descripción", "descripción del problema", "problema", "detalle", "detalles", "incidencia", "consulta",
               "descripción detallada"),
    },
    "error_messages": {
        "en": (
            "error", "errors", "error message", "error messages", "error text", "exact error message", "error code", "err",
            "error codes", "error shown", "error received", "error msg", "err msg", "any error", "exact error", "message shown",
            "ndr", "bounce message", "error details", "error(s) seen",
        ),
        "de": ("fehlermeldung", "fehlermeldungen", "fehler", "fehlercode", "fehlertext"),
        "fr": ("message d'erreur", "messages d'erreur", "erreur", "code d'erreur"),
        "es": ("mensaje de error", "mensajes de error", "error", "código de error"),
    },
    "tenant_domains": {
        "en": (
            "tenant", "tenant domain", "tenant domains", "tenant name", "domain", "domains", "customer tenant", "client tenant",
            "customer tenant domain", "impacted tenant domain", "impacted customer tenant domain", "customer domain",
            "client domain", "affected tenant", "affected domain", "impacted domain", "impacted tenant", "customer", "client",
            "impacted customer", "end customer", "primary domain", "microsoft tenant", "o365 tenant", "onmicrosoft domain",
            "end customer domain", "customer tenant domains", "tenant domain name", "m365 tenant", "domain name", "tenant id",
        ),
        "de": ("mandant", "mandanten", "domäne", "domain", "betroffene domäne", "tenant-domäne", "kundendomäne", "kunde",
               "mandantendomäne", "domäne des mandanten", "betroffener mandant"),
        "fr": ("domaine", "domaines", "locataire", "domaine du client", "tenant", "domaine concerné", "client",
               "domaine du tenant"),
        "es": ("dominio", "dominios", "inquilino", "dominio del cliente", "tenant", "cliente", "dominio del tenant"),
    },
    "cmp_id": {
        "en": (
            "cmp id", "cmp", "customer cmp id", "cmp number", "cmp #", "cmp customer id", "cmp no", "customer cmp", "cmp account",
            "cmp account id", "client cmp id", "customer cmp number", "customer id", "cmpid", "cmp id number", "cmp customer number",
            "cmp account number",
        ),
        "de": ("cmp nummer", "cmp kunden-id", "cmp nr", "cmp-kundennummer"),
        "fr": ("id cmp", "identifiant cmp", "numéro cmp", "id client cmp"),
        "es": ("id de cmp", "id cmp", "número de cmp", "id cmp del cliente"),
    },
    "subscription_id": {
        "en": (
            "subscription id", "subscription", "sub id", "sub", "azure subscription id", "azure subscription", "azure sub",
            "azure sub id", "subscription guid", "subscription number", "subid", "subscriptionid", "subscription id if applicable",
            "subscription no", "license subscription id",
        ),
        "de": ("abonnement", "abonnement-id", "abo-id", "abonnementnummer", "abonnements-id"),
        "fr": ("abonnement", "id d'abonnement", "identifiant d'abonnement", "id de l'abonnement"),
        "es": ("suscripción", "id de suscripción", "id de la suscripción"),
    },
    "users_impacted": {
        "en": (
            "users impacted", "number of users impacted", "number of users", "# of users", "# users", "users", "users affected",
            "affected users", "impacted users", "number of affected users", "no of users", "how many users", "user count",
            "number of users affected", "number of impacted users", "how many users are affected", "how many users are impacted",
            "count of users", "scope", "impact", "how many people", "how many", "headcount", "people affected", "seats affected",
            "how many affected", "amount of users", "total users",
        ),
        "de": ("betroffene benutzer", "anzahl betroffener benutzer", "anzahl benutzer", "betroffene anwender",
               "betroffene nutzer", "anzahl nutzer", "anzahl der betroffenen benutzer", "anzahl anwender", "anzahl user"),
        "fr": ("utilisateurs concernés", "nombre d'utilisateurs", "nombre d'utilisateurs concernés", "utilisateurs impactés",
               "utilisateurs affectés", "nombre d'utilisateurs impactés"),
        "es": ("usuarios afectados", "número de usuarios", "número de usuarios afectados", "cantidad de usuarios", "usuarios",
               "nº de usuarios"),
    },
    "user_accounts": {
        "en": (
            "user accounts", "user account", "user accounts impacted", "user accounts affected", "users accounts impacted",
            "affected accounts", "affected account", "impacted accounts", "accounts", "account", "affected users", "users",
            "impacted users", "users affected", "users impacted", "mailbox", "mailboxes", "affected mailbox", "upn", "upns",
            "username", "usernames", "user", "user principal name", "affected user", "login", "user id", "accounts affected",
            "accounts impacted", "who is affected", "impacted user", "user names", "user name", "user email",
        ),
        "de": ("benutzerkonten", "betroffene konten", "konto", "konten", "postfach", "benutzer", "benutzerkonto",
               "betroffene benutzerkonten", "betroffenes konto", "betroffene benutzer", "betroffenes postfach"),
        "fr": ("comptes", "comptes concernés", "compte", "compte utilisateur", "boîte aux lettres", "comptes utilisateurs",
               "utilisateur", "utilisateurs concernés", "comptes utilisateurs concernés"),
        "es": ("cuentas", "cuentas afectadas", "cuenta", "cuentas de usuario", "usuario", "buzón", "usuarios afectados",
               "cuentas de usuario afectadas"),
    },
    "steps_to_reproduce": {
        "en": (
            "steps to reproduce", "reproduction steps", "repro", "repro steps", "how to reproduce", "steps", "to reproduce",
            "how to see it", "reproduction", "steps to repro", "how can we reproduce it", "how to repro", "steps to recreate",
            "how to recreate", "reproduce",
        ),
        "de": ("schritte zur reproduktion", "reproduktion", "schritte", "so nachstellen", "nachstellen", "reproduzieren",
               "schritte zum nachstellen", "schritte zum reproduzieren"),
        "fr": ("étapes pour reproduire", "étapes de reproduction", "reproduction", "comment reproduire", "pour reproduire"),
        "es": ("pasos para reproducir", "cómo reproducir", "pasos", "reproducción", "pasos para reproducirlo"),
    },
    "steps_taken": {
        "en": (
            "steps taken", "steps already taken", "steps taken so far", "troubleshooting steps taken", "troubleshooting steps",
            "steps taken during troubleshooting", "troubleshooting", "troubleshooting done", "tried", "tried so far",
            "already tried", "already done", "work done so far", "done so far", "what we did", "what we did so far",
            "what was tried", "what have you tried", "what we tried", "so far", "actions taken", "action taken", "attempted",
            "things tried", "attempts", "troubleshooting performed", "steps performed", "what has been tried", "steps tried",
            "troubleshooting so far", "work done", "what did you try", "resolution attempts", "steps attempted", "we tried",
            "what i tried", "remediation attempted", "what have you tried so far",
        ),
        "de": ("bisher unternommen", "bisherige schritte", "bereits unternommen", "bereits versucht", "maßnahmen",
               "bisherige maßnahmen", "unternommene schritte", "was wurde versucht", "versucht", "bisher versucht"),
        "fr": ("étapes déjà effectuées", "actions effectuées", "déjà essayé", "actions déjà menées", "essais", "déjà tenté",
               "étapes effectuées", "tests effectués"),
        "es": ("pasos realizados", "acciones realizadas", "ya intentado", "lo que se ha probado", "intentos", "pruebas realizadas",
               "medidas tomadas"),
    },
    "tools_used": {
        "en": ("tools used", "tools", "tooling", "tool", "tools used for troubleshooting", "troubleshooting tools",
               "diagnostic tools", "tools used during troubleshooting", "utilities used"),
        "de": ("werkzeuge", "verwendete werkzeuge", "verwendete tools", "hilfsmittel", "eingesetzte werkzeuge"),
        "fr": ("outils", "outils utilisés"),
        "es": ("herramientas", "herramientas utilizadas", "herramientas usadas"),
    },
    "screenshots": {
        "en": ("screenshot", "screenshots", "screenshots attached", "screen shots", "screen capture", "screencap"),
        "de": ("bildschirmfoto", "bildschirmfotos", "screenshots"),
        "fr": ("captures d'écran", "capture d'écran"),
        "es": ("capturas de pantalla", "captura de pantalla", "capturas"),
    },
    "logs": {
        "en": ("log", "logs", "log extract", "logs traces", "traces", "trace", "log files", "logs or traces", "log file",
               "logs attached", "event log", "log output", "trace output"),
        "de": ("protokolle", "protokoll", "logdateien", "logs"),
        "fr": ("journaux", "journal", "traces"),
        "es": ("registros", "registro", "trazas"),
    },
}

# labels that end the value above them and mean nothing to us
OTHER_LABELS: tuple[str, ...] = (
    "attachment", "attachments", "fax", "date", "subject", "from", "to", "cc", "sent", "address", "website", "web", "ticket",
    "ticket number", "source", "status", "notes", "note", "order", "order number", "quote", "po number", "reference", "ref",
    "case", "case number", "title", "job title", "role", "position", "city", "country", "state", "zip", "tenant guid", "csm",
    "asset", "device", "serial number", "os", "browser", "version", "location", "department", "expected result", "form",
)  # fmt: skip

# words that carry nothing in a label
FILLERS: frozenset[str] = frozenset(
    "your the our a an my of for is are be in on to please enter provide exact full current and or if applicable any so "
    "der die das des den ihr ihre le la les l de du d votre vos el los las su sus del y o et und bitte".split()
)

# whole answers that say there is no answer yet
NO_ANSWER: frozenset[str] = frozenset(
    (
        "", "tbd", "tba", "tbc", "to be determined", "to be confirmed", "unknown", "not known", "unsure", "not sure", "no idea",
        "dont know", "do not know", "i dont know", "not yet known", "dunno", "none", "nil", "null", "na", "n a", "not applicable",
        "not available", "no", "pending", "later", "will follow", "follows", "to follow", "see below", "see above", "as above",
        "below", "above", "see attached", "see attachment", "attached", "ask", "idk", "x", "xx", "xxx", "yes", "same", "not provided",
        "no clue", "unclear", "not determined", "dont have it", "dont have one", "we dont know", "cant find it", "not found",
        "keine", "keiner", "keines", "unbekannt", "weiß nicht", "weiss nicht", "entfällt", "siehe unten", "nicht bekannt", "nein",
        "folgt", "keine angabe", "aucun", "aucune", "inconnu", "inconnue", "sans objet", "néant", "je ne sais pas", "voir ci dessous",
        "ninguno", "ninguna", "desconocido", "no sé", "no se", "no aplica", "sin datos", "ver abajo", "pendiente", "à définir",
    )
)  # fmt: skip

NOT_APPLICABLE: frozenset[str] = frozenset(
    (
        "na", "n a", "not applicable", "none", "no subscription", "does not apply", "not relevant", "nicht zutreffend", "entfällt",
        "keine", "keines", "sans objet", "non applicable", "aucun", "no aplica", "ninguna", "ninguno",
    )
)  # fmt: skip
