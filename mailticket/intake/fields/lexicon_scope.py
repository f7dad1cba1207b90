"""How people word the labels that ask whom a problem hits: tenant, identifiers, users. Data only; see ``lexicon``."""

from __future__ import annotations

from collections.abc import Iterator

# fmt: off

# field key -> language -> wordings; case, punctuation, plural s, word order and one typing error a word do not matter
SCOPE_LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "tenant_domains": {
        "en": (
            "tenant", "tenant domain", "tenant domains", "tenant name", "domain", "domains", "customer tenant",
            "client tenant", "customer tenant domain", "impacted tenant domain", "impacted customer tenant domain",
            "customer domain", "client domain", "affected tenant", "affected domain", "impacted domain",
            "impacted tenant", "customer", "client", "impacted customer", "end customer", "primary domain",
            "microsoft tenant", "o365 tenant", "onmicrosoft domain", "end customer domain", "customer tenant domains",
            "tenant domain name", "m365 tenant", "domain name", "tenant id", "ms tenant", "client tenant domain",
            "onmicrosoft address", "microsoft domain", "tenant of client", "tenant of customer", "domain affected",
            "domain tenant", "tenant affected", "end client tenant", "end client", "end client domain",
            "end customer tenant", "tenant url", "tenant primary domain", "customer onmicrosoft com domain",
            "onmicrosoft com domain", "onmicrosoft", "onmicrosoft name", "onmicrosoft com", "directory",
            "microsoft directory", "entra tenant", "azure tenant", "office 365 tenant", "microsoft 365 tenant",
            "365 tenant", "m365 domain", "customer tenant for which", "which tenant", "which tenant is it",
            "which domain", "which customer", "email domain", "domain in question", "tenant in question",
            "tenant name domain", "customer site tenant", "client domain tenant", "tenant domains impacted",
            "customer tenant name", "microsoft tenant domain", "microsoft tenant name", "affected customer",
            "customer affected", "o365 domain", "office domain", "ms domain", "microsoft address", "tenancy",
            "customer domains tenant", "client name tenant", "affected client", "affected customer tenant",
            "affected customer domain", "impacted client", "impacted tenants domains", "domain impacted",
            "tenant impacted", "default domain", "initial domain", "other domains", "additional domains",
            "further domains", "custom domains", "verified domains", "vanity domain", "all domains", "mail domains",
        ),
        "de": (
            "mandant", "mandanten", "domäne", "domain", "betroffene domäne", "tenant-domäne", "kundendomäne", "kunde",
            "mandantendomäne", "domäne des mandanten", "betroffener mandant", "kundenmandant", "kunden tenant",
            "microsoft mandant", "mandant domäne", "domains", "domäne des kunden", "tenant des kunden",
            "mandant des kunden", "tenantname", "tenant name", "mandantenname", "endkunde", "betroffener kunde",
            "tenant domain", "betroffener tenant", "onmicrosoft domäne", "onmicrosoft adresse", "welcher mandant",
            "weitere domänen", "andere domänen", "weitere domains",
            "welcher tenant", "kundendomain", "microsoft domäne",
        ),
        "fr": (
            "domaine", "domaines", "locataire", "domaine du client", "tenant", "domaine concerné", "client",
            "domaine du tenant", "locataire du client", "domaine client", "domaine onmicrosoft", "tenant client",
            "tenant du client", "domaine microsoft", "domaines concernés", "client final", "tenant concerné",
            "nom du tenant", "locataire concerné", "quel domaine", "quel tenant", "domaine touché",
            "domaine du locataire", "espace client", "autres domaines",
        ),
        "es": (
            "dominio", "dominios", "inquilino", "dominio del cliente", "tenant", "cliente", "dominio del tenant",
            "tenant del cliente", "dominio afectado", "dominios afectados", "inquilino del cliente",
            "dominio onmicrosoft", "cliente final", "tenant afectado", "nombre del tenant", "qué dominio",
            "dominio del inquilino", "otros dominios", "dominio de microsoft", "inquilino afectado",
        ),
    },
    "cmp_id": {
        "en": (
            "cmp id", "cmp", "customer cmp id", "cmp number", "cmp #", "cmp customer id", "cmp no", "customer cmp",
            "cmp account", "cmp account id", "client cmp id", "customer cmp number", "customer id", "cmpid",
            "cmp id number", "cmp customer number", "cmp account number", "cmp reference", "cmp ref", "cmp code",
            "distributor ref", "cmp customer", "customer number cmp", "customer number", "end customer cmp id",
            "end client cmp id", "id in cmp", "number in cmp", "cmp client number", "cmp client id",
            "microsoft customer number", "cmp record", "cmp customer ref", "cmp customer account",
            "cmp customer code", "cmp portal id", "cmp id customer", "cmp number customer",
            "what is the customer's cmp id", "cmp portal number", "cmp identifier", "client number", "client id",
            "cmp key", "cloud marketplace id",
        ),
        "de": (
            "cmp nummer", "cmp kunden-id", "cmp nr", "cmp-kundennummer", "kundennummer cmp", "kundennummer",
            "cmp kennung", "cmp kunde", "kunden-id", "kunden-id cmp", "cmp-id des kunden", "cmp nummer des kunden",
            "cmp kennziffer", "kunden nummer",
        ),
        "fr": (
            "id cmp", "identifiant cmp", "numéro cmp", "id client cmp", "code cmp", "no cmp", "numéro client cmp",
            "réf cmp", "référence cmp", "numéro de client cmp", "cmp client", "numéro client", "numéro de client",
            "cmp du client", "id client", "identifiant client", "code client",
        ),
        "es": (
            "id de cmp", "id cmp", "número de cmp", "id cmp del cliente", "código cmp", "número de cliente cmp",
            "identificador cmp", "ref cmp", "referencia cmp", "número de cliente", "cmp del cliente", "id de cliente",
            "código de cliente", "nº cmp", "nº de cliente",
        ),
    },
    "subscription_id": {
        "en": (
            "subscription id", "subscription", "sub id", "sub", "azure subscription id", "azure subscription",
            "azure sub", "azure sub id", "subscription guid", "subscription number", "subid", "subscriptionid",
            "subscription id if applicable", "subscription no", "license subscription id", "subscription ref",
            "subscription reference", "which subscription", "affected subscription", "subscription affected",
            "subscription code", "microsoft subscription", "azure subscription guid", "azure subscription number",
            "subscription id guid", "sub number", "sub guid", "ms subscription id", "related subscription",
            "subscription concerned", "subscription in question", "license subscription",
        ),
        "de": (
            "abonnement", "abonnement-id", "abo-id", "abonnementnummer", "abonnements-id", "abonnement nr",
            "abo nummer", "abo", "subscription", "subscription id", "abonnement guid", "abonnementkennung",
            "azure abonnement", "betroffenes abonnement", "welches abonnement",
        ),
        "fr": (
            "abonnement", "id d'abonnement", "identifiant d'abonnement", "id de l'abonnement", "numéro d'abonnement",
            "no abonnement", "abonnement azure", "id abonnement", "abonnement concerné", "référence abonnement",
            "référence de l'abonnement",
        ),
        "es": (
            "suscripción", "id de suscripción", "id de la suscripción", "id suscripción", "suscripción azure",
            "número de suscripción", "suscripción afectada", "nº de suscripción", "identificador de suscripción",
        ),
    },
    "users_impacted": {
        "en": (
            "users impacted", "number of users impacted", "number of users", "# of users", "# users", "users",
            "users affected", "affected users", "impacted users", "number of affected users", "no of users",
            "how many users", "user count", "number of users affected", "number of impacted users",
            "how many users are affected", "how many users are impacted", "count of users", "scope", "impact",
            "how many people", "how many", "headcount", "people affected", "seats affected", "how many affected",
            "amount of users", "total users", "contacts hit", "employees affected", "staff affected",
            "people impacted", "number of people", "number of staff", "number of employees", "number affected",
            "number of people impacted", "number of people affected", "devices affected", "seats",
            "licenses affected", "number of seats", "users hit", "users down", "users out", "how many of us",
            "how many of us have it", "how many people are affected", "how many people are impacted",
            "how many have it", "people waiting", "users waiting", "head count", "number of persons",
            "persons affected", "students affected", "staff impacted", "how many are affected", "affected people",
            "affected staff", "affected employees", "affected", "impacted", "mailboxes affected", "rooms affected",
            "number hit", "quantity of users", "users concerned", "affected users count", "people hit",
            "people involved", "users involved", "number of workers", "workers affected", "teachers affected",
            "how many users have it", "how many staff", "how many employees", "how many seats", "how many mailboxes",
            "people down", "total affected", "total users affected", "total impacted", "number impacted",
            "affected count", "impact count", "user total", "impacted people", "impacted staff",
            "impacted employees", "users with problem", "number with problem", "devices impacted",
            "number of devices", "reach of problem", "size of group", "group size", "qty of users",
            "qty users", "qty affected", "impacted user count", "affected user count", "people with problem",
            "how widespread", "who many", "how many of you", "how many of you are hit", "how many on your side",
            "how many at your end", "how many of your people", "affects", "affects how many", "how many does it affect",
            "how many does it hit",
        ),
        "de": (
            "betroffene benutzer", "anzahl betroffener benutzer", "anzahl benutzer", "betroffene anwender",
            "betroffene nutzer", "anzahl nutzer", "anzahl der betroffenen benutzer", "anzahl anwender", "anzahl user",
            "anzahl personen", "betroffene personen", "betroffene user", "betroffene mitarbeiter",
            "betroffene mitarbeitende", "wie viele betroffen", "wie viele sind betroffen", "wie viele benutzer",
            "wie viele personen", "anzahl mitarbeiter", "anzahl betroffene", "anzahl betroffener",
            "anzahl der betroffenen", "anzahl betroffener personen", "anzahl betroffener user",
            "anzahl betroffener nutzer", "anzahl betroffener anwender", "benutzeranzahl", "anzahl der benutzer",
            "anzahl der nutzer", "anzahl der user", "betroffene", "nutzer", "anwender", "user", "personen",
            "betroffene arbeitsplätze", "anzahl arbeitsplätze", "umfang", "anzahl der anwender",
            "betroffene kollegen",
        ),
        "fr": (
            "utilisateurs concernés", "nombre d'utilisateurs", "nombre d'utilisateurs concernés",
            "utilisateurs impactés", "utilisateurs affectés", "nombre d'utilisateurs impactés", "nb d'utilisateurs",
            "nb utilisateurs", "nb d'usagers", "nombre d'usagers", "nombre de personnes", "personnes touchées",
            "personnes concernées", "personnes impactées", "postes concernés", "utilisateurs touchés",
            "combien d'utilisateurs", "combien de personnes", "nombre de postes", "effectif", "usagers touchés",
            "usagers concernés", "usagers", "utilisateurs", "nombre de personnes concernées",
            "nombre d'utilisateurs touchés", "nombre d'utilisateurs affectés", "nombre d'usagers touchés",
            "personnes affectées", "salariés concernés",
        ),
        "es": (
            "usuarios afectados", "número de usuarios", "número de usuarios afectados", "cantidad de usuarios",
            "usuarios", "nº de usuarios", "cuántos usuarios", "personas afectadas", "nº de afectados",
            "número de afectados", "afectados", "cantidad de afectados", "equipos afectados", "usuarios impactados",
            "cuántas personas", "número de personas", "total de usuarios", "nº de usuarios afectados",
            "cuántos afectados", "empleados afectados", "total de afectados", "número de personas afectadas",
            "alcance",
        ),
    },
    "user_accounts": {
        "en": (
            "named users", "names of users", "users by name", "user logins", "logins affected", "their accounts",
            "user accounts", "user account", "user accounts impacted", "user accounts affected",
            "users accounts impacted", "affected accounts", "affected account", "impacted accounts", "accounts",
            "account", "affected users", "users", "impacted users", "users affected", "users impacted", "mailbox",
            "mailboxes", "affected mailbox", "upn", "upns", "username", "usernames", "user", "user principal name",
            "affected user", "login", "user id", "accounts affected", "accounts impacted", "who is affected",
            "impacted user", "user names", "user name", "user email", "affected mailboxes", "their logins",
            "logins", "resource accounts", "account names", "which accounts", "which mailboxes",
            "which users", "upn list", "list accounts", "list of accounts", "user list", "list of users",
            "affected logins", "names of users", "who exactly", "accounts involved", "shared mailbox",
            "shared mailboxes", "who", "user accounts concerned", "affected upns", "impacted mailboxes",
            "email accounts", "affected user accounts", "impacted user accounts", "affected account names",
            "sign in names", "affected identities", "identities", "room mailboxes", "affected user names",
            "impacted accounts list", "which accounts are affected", "user emails", "users accounts",
            "account affected", "account impacted", "mailboxes impacted", "user logins", "user mailbox",
            "user account names", "account in question", "login names", "who is hit", "who has it",
        ),
        "de": (
            "benutzerkonten", "betroffene konten", "konto", "konten", "postfach", "benutzer", "benutzerkonto",
            "betroffene benutzerkonten", "betroffenes konto", "betroffene benutzer", "betroffenes postfach",
            "welche konten", "welche benutzer", "konten der betroffenen", "logins", "betroffene postfächer",
            "postfächer", "anmeldenamen", "anmeldename", "benutzername", "benutzernamen", "upn", "upns",
            "betroffene accounts", "accounts", "account", "konten betroffen", "betroffene logins",
            "welche postfächer", "welche accounts", "betroffener benutzer", "betroffenes benutzerkonto",
        ),
        "fr": (
            "comptes", "comptes concernés", "compte", "compte utilisateur", "boîte aux lettres",
            "comptes utilisateurs", "utilisateur", "utilisateurs concernés", "comptes utilisateurs concernés",
            "boîtes concernées", "identifiants", "comptes touchés", "quels comptes", "boîte concernée", "boîtes",
            "boîtes aux lettres", "comptes d'utilisateurs", "comptes usagers", "comptes impactés", "comptes affectés",
            "compte concerné", "comptes d'usagers", "identifiant de connexion", "boîtes touchées",
        ),
        "es": (
            "cuentas", "cuentas afectadas", "cuenta", "cuentas de usuario", "usuario", "buzón", "usuarios afectados",
            "cuentas de usuario afectadas", "buzones", "buzones afectados", "qué cuentas", "usuario afectado",
            "cuenta afectada", "buzón afectado", "cuentas involucradas", "correos afectados", "cuentas implicadas",
        ),
    },
}

_PEOPLE = (
    "users", "end users", "people", "persons", "staff", "employees", "colleagues", "teachers", "students", "agents",
    "workers", "individuals", "team members", "seats", "clients", "customers",
)
_HIT = (
    "affected", "impacted", "hit", "concerned", "involved", "down", "out", "blocked", "locked out", "unable to work",
    "who cannot work", "who can't work", "who can't log in", "who cannot log in", "with issue", "with the issue",
    "w issue", "with problem", "w problem", "with this problem", "having the issue", "having problem",
    "experiencing issue", "reporting issue", "having this", "have it", "see it", "have this", "have problem",
    "have issue", "without access", "without service", "without email",
)


def counted_people() -> Iterator[str]:
    """ "Staff who cannot work", "number of colleagues affected": whom the trouble hits, in the words of any office."""
    for people in _PEOPLE:
        for hit in _HIT:
            yield from (f"{asked} {people} {hit}" for asked in ("", "number", "how many", "total"))
    yield from ("scope of impact", "scope of issue", "extent", "extent of impact")
