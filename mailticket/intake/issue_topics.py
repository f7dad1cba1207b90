"""What a sentence is about, by its words: mail, files, licences … Finer than categories; data and one question."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

# topic -> its words; with * their beginnings
_TOPICS = {
    "mail": "mail mails e-mail email emails mailbox* inbox outlook exchange smtp imap junk spam bounce* ndr deliver* "
    "message* attachment* forward* owa dkim spf dmarc quarantin* alias distribution recipient* sender* postfach "
    "nachricht* courriel* correo* buzon* newsletter signature",
    "calendar": "calendar* meeting* invit* booking* appointment* kalender* termin* besprechung* calendrier agenda "
    "reunion*",
    "voice": "teams channel* chat* call calls calling voicemail phone phones number numbers queue attendant dial* ring "
    "rings headset* telefon* anruf* rufnummer* appel* llamada*",
    "files": "onedrive sharepoint file files folder* library libraries sync* share shared sharing site sites storage "
    "link links document* version* datei* ordner fichier* dossier* archivo* carpeta*",
    "programs": "excel word powerpoint onenote macro* workbook* spreadsheet* add-in* addin* template* visio project "
    "access",
    "identity": "password* sign-in signin login* log-in mfa authenticator 2fa locked sso saml entra conditional "
    "aadsts* "
    "passkey* credential* account accounts kennwort* passwort* anmeld* connexion contrasena*",
    "licences": "licence* license* licensing seat seats subscription* plan plans e1 e3 e5 f1 f3 upgrad* downgrad* "
    "add-on* "
    "trial lizenz* abonnement* licencia* suscripcion* premium standard basic",
    "billing": "invoice* bill bills billed billing charg* credit* refund* payment* card price* pricing quote* cost "
    "costs "
    "paid rechnung* gutschrift* angebot facture* devis prix factura* precio* vat tax",
    "devices": "intune device* laptop* ipad* iphone* tablet* bitlocker autopilot enrol* complian* windows printer* "
    "pc pcs "
    "mac macs computer* gerat* rechner appareil* equipo* kiosk",
    "people": "hire hires joiner* leaver* left offboard* onboard* convert* quit resigned retired employee* "
    "mitarbeiter*",
    "reports": "powerbi bi report reports dashboard* refresh* dataset* flow flows automate copilot",
    "azure": "vm vms azure vpn gateway sql backup* restor* aks avd server servers database*",
    "domains": "domain* dns cname txt registrar record* website",
    "security": "phish* breach* compromis* virus defender alert* encrypt* retention ediscovery hold audit purview "
    "hacked "
    "malware",
    "orders": "cmp portal order orders ordered pending renew*",
}  # fmt: skip
_SHORTEST, _LONGEST = 3, 10  # letters of a beginning


def topics(words: Iterable[str]) -> tuple[int, ...]:
    """How often the words name each topic, in a fixed order; words as ``category.words`` has them."""
    found = [0] * len(_TOPICS)
    for word in words:
        if (topic := _topic(word)) is not None:
            found[topic] += 1
    return tuple(found)


@lru_cache(maxsize=4096)
def _topic(word: str) -> int | None:
    whole, beginnings = _index()
    heads = (word[:size] for size in range(_SHORTEST, min(len(word), _LONGEST) + 1))
    return whole.get(word) if word in whole else next((beginnings[head] for head in heads if head in beginnings), None)


@cache
def _index() -> tuple[dict[str, int], dict[str, int]]:
    whole: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    for at, listed in enumerate(_TOPICS.values()):
        for word in listed.split():
            (beginnings if word.endswith("*") else whole)[word.rstrip("*")] = at
    return whole, beginnings
