"""How people word the labels that ask what is wrong, where and for whom. Data only; see ``lexicon``."""

from __future__ import annotations

# fmt: off

# field key -> language -> wordings; case, punctuation, plural s, word order and one typing error do not matter
CASE_LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "severity": {
        "en": (
            "severity", "sev", "case severity", "severity level", "sev level", "priority", "prio", "case priority",
            "pri", "priority level", "urgency", "impact level", "criticality", "ticket severity", "ticket priority",
            "impact", "business impact", "severity a b c", "priority severity",
        ),
        "de": (
            "schweregrad", "priorität", "dringlichkeit", "schwere",
        ),
        "fr": (
            "gravité", "sévérité", "priorité", "urgence", "criticité", "niveau de gravité",
        ),
        "es": (
            "severidad", "gravedad", "prioridad", "urgencia",
        ),
    },
    "product": {
        "en": (
            "product", "affected product", "product name", "prod", "service", "affected service", "service affected",
            "product affected", "product service", "product or service", "application", "affected application",
            "workload", "app", "impacted product", "impacted service", "product impacted", "system",
            "affected system", "technology", "software", "product sku", "microsoft product", "cloud service",
            "products",
        ),
        "de": (
            "produkt", "betroffenes produkt", "dienst", "betroffener dienst", "anwendung",
        ),
        "fr": (
            "produit", "produit concerné", "service concerné", "application", "produit affecté",
        ),
        "es": (
            "producto", "producto afectado", "servicio", "servicio afectado", "aplicación",
        ),
    },
    "description": {
        "en": (
            "description", "issue description", "detailed issue description", "detailed description", "issue",
            "problem", "problem description", "details", "detail", "description of issue", "description of problem",
            "what happens", "what fails", "query", "question", "request", "please describe", "describe issue",
            "describe problem", "describe the issue in detail", "issue details", "problem details", "issue summary",
            "problem statement", "case description", "what is happening", "what is wrong", "what happened",
            "what is the issue", "what is the problem", "symptom", "symptoms", "summary", "message", "comment",
            "body", "desc", "descr", "incident description", "request details", "brief description", "explanation",
            "what is not working",
        ),
        "de": (
            "beschreibung", "problembeschreibung", "fehlerbeschreibung", "problem", "anliegen", "störung",
            "detaillierte beschreibung", "beschreibung des problems", "frage",
        ),
        "fr": (
            "description", "description du problème", "problème", "demande", "détails", "incident",
            "description détaillée",
        ),
        "es": (
            "descripción", "descripción del problema", "problema", "detalle", "detalles", "incidencia", "consulta",
            "descripción detallada",
        ),
    },
    "error_messages": {
        "en": (
            "error", "errors", "error message", "error messages", "error text", "exact error message", "error code",
            "err", "error codes", "error shown", "error received", "error msg", "err msg", "any error", "exact error",
            "message shown", "ndr", "bounce message", "error details", "error(s) seen",
        ),
        "de": (
            "fehlermeldung", "fehlermeldungen", "fehler", "fehlercode", "fehlertext",
        ),
        "fr": (
            "message d'erreur", "messages d'erreur", "erreur", "code d'erreur",
        ),
        "es": (
            "mensaje de error", "mensajes de error", "error", "código de error",
        ),
    },
    "tenant_domains": {
        "en": (
            "tenant", "tenant domain", "tenant domains", "tenant name", "domain", "domains", "customer tenant",
            "client tenant", "customer tenant domain", "impacted tenant domain", "impacted customer tenant domain",
            "customer domain", "client domain", "affected tenant", "affected domain", "impacted domain",
            "impacted tenant", "customer", "client", "impacted customer", "end customer", "primary domain",
            "microsoft tenant", "o365 tenant", "onmicrosoft domain", "end customer domain", "customer tenant domains",
            "tenant domain name", "m365 tenant", "domain name", "tenant id",
        ),
        "de": (
            "mandant", "mandanten", "domäne", "domain", "betroffene domäne", "tenant-domäne", "kundendomäne", "kunde",
            "mandantendomäne", "domäne des mandanten", "betroffener mandant",
        ),
        "fr": (
            "domaine", "domaines", "locataire", "domaine du client", "tenant", "domaine concerné", "client",
            "domaine du tenant",
        ),
        "es": (
            "dominio", "dominios", "inquilino", "dominio del cliente", "tenant", "cliente", "dominio del tenant",
        ),
    },
    "cmp_id": {
        "en": (
            "cmp id", "cmp", "customer cmp id", "cmp number", "cmp #", "cmp customer id", "cmp no", "customer cmp",
            "cmp account", "cmp account id", "client cmp id", "customer cmp number", "customer id", "cmpid",
            "cmp id number", "cmp customer number", "cmp account number",
        ),
        "de": (
            "cmp nummer", "cmp kunden-id", "cmp nr", "cmp-kundennummer",
        ),
        "fr": (
            "id cmp", "identifiant cmp", "numéro cmp", "id client cmp",
        ),
        "es": (
            "id de cmp", "id cmp", "número de cmp", "id cmp del cliente",
        ),
    },
    "subscription_id": {
        "en": (
            "subscription id", "subscription", "sub id", "sub", "azure subscription id", "azure subscription",
            "azure sub", "azure sub id", "subscription guid", "subscription number", "subid", "subscriptionid",
            "subscription id if applicable", "subscription no", "license subscription id",
        ),
        "de": (
            "abonnement", "abonnement-id", "abo-id", "abonnementnummer", "abonnements-id",
        ),
        "fr": (
            "abonnement", "id d'abonnement", "identifiant d'abonnement", "id de l'abonnement",
        ),
        "es": (
            "suscripción", "id de suscripción", "id de la suscripción",
        ),
    },
    "users_impacted": {
        "en": (
            "users impacted", "number of users impacted", "number of users", "# of users", "# users", "users",
            "users affected", "affected users", "impacted users", "number of affected users", "no of users",
            "how many users", "user count", "number of users affected", "number of impacted users",
            "how many users are affected", "how many users are impacted", "count of users", "scope", "impact",
            "how many people", "how many", "headcount", "people affected", "seats affected", "how many affected",
            "amount of users", "total users",
        ),
        "de": (
            "betroffene benutzer", "anzahl betroffener benutzer", "anzahl benutzer", "betroffene anwender",
            "betroffene nutzer", "anzahl nutzer", "anzahl der betroffenen benutzer", "anzahl anwender", "anzahl user",
        ),
        "fr": (
            "utilisateurs concernés", "nombre d'utilisateurs", "nombre d'utilisateurs concernés",
            "utilisateurs impactés", "utilisateurs affectés", "nombre d'utilisateurs impactés",
        ),
        "es": (
            "usuarios afectados", "número de usuarios", "número de usuarios afectados", "cantidad de usuarios",
            "usuarios", "nº de usuarios",
        ),
    },
    "user_accounts": {
        "en": (
            "user accounts", "user account", "user accounts impacted", "user accounts affected",
            "users accounts impacted", "affected accounts", "affected account", "impacted accounts", "accounts",
            "account", "affected users", "users", "impacted users", "users affected", "users impacted", "mailbox",
            "mailboxes", "affected mailbox", "upn", "upns", "username", "usernames", "user", "user principal name",
            "affected user", "login", "user id", "accounts affected", "accounts impacted", "who is affected",
            "impacted user", "user names", "user name", "user email",
        ),
        "de": (
            "benutzerkonten", "betroffene konten", "konto", "konten", "postfach", "benutzer", "benutzerkonto",
            "betroffene benutzerkonten", "betroffenes konto", "betroffene benutzer", "betroffenes postfach",
        ),
        "fr": (
            "comptes", "comptes concernés", "compte", "compte utilisateur", "boîte aux lettres",
            "comptes utilisateurs", "utilisateur", "utilisateurs concernés", "comptes utilisateurs concernés",
        ),
        "es": (
            "cuentas", "cuentas afectadas", "cuenta", "cuentas de usuario", "usuario", "buzón", "usuarios afectados",
            "cuentas de usuario afectadas",
        ),
    },
    "steps_to_reproduce": {
        "en": (
            "steps to reproduce", "reproduction steps", "repro", "repro steps", "how to reproduce", "steps",
            "to reproduce", "how to see it", "reproduction", "steps to repro", "how can we reproduce it",
            "how to repro", "steps to recreate", "how to recreate", "reproduce",
        ),
        "de": (
            "schritte zur reproduktion", "reproduktion", "schritte", "so nachstellen", "nachstellen", "reproduzieren",
            "schritte zum nachstellen", "schritte zum reproduzieren",
        ),
        "fr": (
            "étapes pour reproduire", "étapes de reproduction", "reproduction", "comment reproduire",
            "pour reproduire",
        ),
        "es": (
            "pasos para reproducir", "cómo reproducir", "pasos", "reproducción", "pasos para reproducirlo",
        ),
    },
    "steps_taken": {
        "en": (
            "steps taken", "steps already taken", "steps taken so far", "troubleshooting steps taken",
            "troubleshooting steps", "steps taken during troubleshooting", "troubleshooting", "troubleshooting done",
            "tried", "tried so far", "already tried", "already done", "work done so far", "done so far",
            "what we did", "what we did so far", "what was tried", "what have you tried", "what we tried", "so far",
            "actions taken", "action taken", "attempted", "things tried", "attempts", "troubleshooting performed",
            "steps performed", "what has been tried", "steps tried", "troubleshooting so far", "work done",
            "what did you try", "resolution attempts", "steps attempted", "we tried", "what i tried",
            "remediation attempted", "what have you tried so far",
        ),
        "de": (
            "bisher unternommen", "bisherige schritte", "bereits unternommen", "bereits versucht", "maßnahmen",
            "bisherige maßnahmen", "unternommene schritte", "was wurde versucht", "versucht", "bisher versucht",
        ),
        "fr": (
            "étapes déjà effectuées", "actions effectuées", "déjà essayé", "actions déjà menées", "essais",
            "déjà tenté", "étapes effectuées", "tests effectués",
        ),
        "es": (
            "pasos realizados", "acciones realizadas", "ya intentado", "lo que se ha probado", "intentos",
            "pruebas realizadas", "medidas tomadas",
        ),
    },
    "tools_used": {
        "en": (
            "tools used", "tools", "tooling", "tool", "tools used for troubleshooting", "troubleshooting tools",
            "diagnostic tools", "tools used during troubleshooting", "utilities used",
        ),
        "de": (
            "werkzeuge", "verwendete werkzeuge", "verwendete tools", "hilfsmittel", "eingesetzte werkzeuge",
        ),
        "fr": (
            "outils", "outils utilisés",
        ),
        "es": (
            "herramientas", "herramientas utilizadas", "herramientas usadas",
        ),
    },
    "screenshots": {
        "en": (
            "screenshot", "screenshots", "screenshots attached", "screen shots", "screen capture", "screencap",
        ),
        "de": (
            "bildschirmfoto", "bildschirmfotos", "screenshots",
        ),
        "fr": (
            "captures d'écran", "capture d'écran",
        ),
        "es": (
            "capturas de pantalla", "captura de pantalla", "capturas",
        ),
    },
    "logs": {
        "en": (
            "log", "logs", "log extract", "logs traces", "traces", "trace", "log files", "logs or traces", "log file",
            "logs attached", "event log", "log output", "trace output",
        ),
        "de": (
            "protokolle", "protokoll", "logdateien", "logs",
        ),
        "fr": (
            "journaux", "journal", "traces",
        ),
        "es": (
            "registros", "registro", "trazas",
        ),
    },
}
