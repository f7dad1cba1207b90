"""Words of sentences that tell a problem or a request, and of those that tell something else. Data only."""

from __future__ import annotations

from mailticket.intake.fields.lexicon_times import words

# fmt: off

TROUBLE: frozenset[str] = words(
    "not nothing nobody none never cannot cant wont doesnt isnt aint dont wouldnt couldnt havent error errors fails "
    "failed failing fail failure broken broke breaks stops stopped stuck missing lost loses lose gone disappeared "
    "disappears "
    "vanished vanishes empty slow slowly sluggish late delayed wrong crash crashes crashed freeze freezes froze frozen "
    "hang hangs blocked blocks locked rejected bounce bounces bounced refused refuses declined denied declines expired "
    "unable down outage drop drops dropped dropping timeout loop duplicated duplicate twice double disabled "
    "deactivated unavailable quarantine quarantined garbled grey gray greyed greys keeps keep weird trouble problem "
    "issue "
    "problems issues unlicensed unusable impossible incorrect unexpectedly wiped hacked phishing spam spammed "
    "overcharged charged billed flapping looping rejects ignores ignored throttled suspended lapsed terminated ended "
    "readonly unresponsive forever hogged black blank closes quits quit dies died corrupt corrupted scam stale "
    "swallowed mixed "
    "unlicenced logs throws recycles lands pending sits stays still fall prevented hijacked compromised bug "
    "kein keine keinen keiner keines nicht nichts niemand niemanden fehler fehlt fehlen weg verschwunden langsam "
    "hängt stürzt "
    "abgelehnt gesperrt blockiert unzustellbar falsch defekt friert schreibgeschützt unmöglich leer doppelt störung "
    "ausgefallen bleibt verloren "
    "pas plus aucun aucune rien erreur refuse refusé bloqué bloquée bloquent plein perdu perdue impossible reviennent "
    "revient panne échoue lent lente disparu lecture personne "
    "no nada ninguno ninguna error falla fallan parada parado atascada caído lento lenta perdido perdimos rebota "
    "rebotan bloqueado bloqueada nadie imposible desaparecido regresa duplicado"
)
# what only a problem says
STRONG: frozenset[str] = words(
    "cannot cant wont unable fails failed failing stopped stops stuck disappeared vanished lost crashes freezes "
    "bounces "
    "bounced rejected blocked error refuses missing nobody none can couldn longer anymore gone down outage drops held "
    "broken comes nicht kein keine verschickt plus refuse peut peuvent puede pueden ningún llega llegan"
)
REQUEST: frozenset[str] = words(
    "need needs want wants like how what which whether cost costs price quote add remove cancel refund credit reset "
    "restore increase reduce change order buy question questions advise set please could upgrade downgrade renew "
    "convert "
    "kindly turn reissue resend transfer move enable create should wondering help looking hoping moving migrating "
    "trying "
    "möchten möchte brauchen brauche bitte können wollen welche wieviel kosten frage wie "
    "voudrions voudrais pouvez pourriez besoin combien quelle quel "
    "queremos necesitamos pueden podrían cuánto cuesta quisiera"
)
# what a desk is asked to do
ACTIONS: frozenset[str] = words(
    "restore refund credit cancel move transfer add remove reset increase reduce change order reissue resend enable "
    "disable create delete unblock unlock release renew convert upgrade downgrade swap assign correct fix undo revert "
    "stornieren gutschreiben kündigen verschieben ändern hinzufügen entfernen freischalten zurücksetzen rembourser "
    "annuler "
    "rétablir débloquer transférer supprimer ajouter reembolsar cancelar restaurar desbloquear transferir añadir "
    "eliminar"
)
SINCE: frozenset[str] = words("since seit depuis desde whenever suddenly overnight")
WHEN: frozenset[str] = words(
    "yesterday today morning week monday tuesday wednesday thursday friday saturday sunday now every always again "
    "gestern heute hier ayer hoy jedes immer chaque cada when"
)
TOPICS: frozenset[str] = words(
    "outlook teams sharepoint onedrive excel word powerpoint onenote exchange intune azure entra defender copilot "
    "planner "
    "visio project dynamics power bi automate windows office autopilot purview loop forms bookings authenticator mfa "
    "vpn "
    "dkim spf dmarc gdap migration batch connector calendar calendars mailbox mailboxes inbox invoice invoices bill "
    "bills "
    "statement order license licenses licence licences subscription seats plan plans price file files folder library "
    "site "
    "mail mails email emails message messages meeting meetings call calls printer server website domain backup sync "
    "sign-in login password account accounts kalender postfach rechnung lizenz lizenzen datei dateien boîte facture "
    "licence abonnement fichier fichiers correo buzón factura licencia licencias archivo migración"
)
# long ago, or of somebody else
PAST: frozenset[str] = words(
    "remember ago 2017 2018 2019 2020 2021 2022 2023 2024 spring retired brilliant saga"
)
FAMILY: frozenset[str] = words("grandchildren son husband nephew wife daughter grandson")
# trouble only without the words that take it back ("not urgent")
DENIALS: frozenset[str] = words("not no nothing nobody none never pas nicht nichts nada")
COURTESY: frozenset[str] = words(
    "thanks thank thx hope trust regards greetings sorry welcome morning afternoon merci danke gracias saludos bonjour "
    "hallo buenos buenas estimados notice finds"
)
ONLY_DETAILS: frozenset[str] = words(
    "severity sev priority prio urgency category schweregrad stufe gravité "
    "severidad rush hurry urgent emergency"
)
