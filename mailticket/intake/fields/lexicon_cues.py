"""Single words that tell what an unknown label in a form asks for. Data only; ``guess`` lets them vote.

A word with * counts with every ending. The number is the weight of one vote.
"""

from __future__ import annotations

from mailticket.intake.fields.lexicon_times import words

# fmt: off

CUES: dict[str, dict[int, str]] = {
    "partner_name": {
        3: "congregation* parish* church* hospital* ward collectivite* negocio* club* charity charities commune* "
        "mairie* klinik* clinic* partner* reseller* msp company companies firma firmen* firm unternehmen* "
        "entreprise* societe* empresa* "
           "organi* systemhaus business* compania* praxis kanzlei verein association socio revendeur* csp supplier* "
           "provider* outfit employer* arbeitgeber* auftraggeber* verband betrieb dienstleister* structure "
           "etablissement* proveedor* fournisseur* prestataire* integrator* dealer* entity institution* "
           "municipal* hotel* school* college* practice behorde* gemeinde* agency agencies behalf corporation",
        2: "billing customer who wer qui quien team trading house hotel where arbeiten",
        1: "name nom nombre our account origin your we are sind client work shop store legal",
    },
    "contact_name": {
        3: "secretar* employee* speaking truly ruckfrag* gestellt colleague mitarbeiter* empleado* employe melden "
        "prepared technician* engineer* requester* requestor* caller* submitter* reporter* interlocut* "
        "ansprechpartner* "
           "sachbearbeiter* bearbeiter* responsable persona person submitted raised raising opened reported requested "
           "lead agent melder* meldende* kontaktperson* demandeur* solicitante owner consultant coordinat* "
           "koordinator* handler filed filled filling written signed sender* absender* author operator* deputy admin "
           "administrator* charge speak manager* technik* zustandig* signataire encargad* attention attn",
        2: "name contact nom nombre kontakt contacto vorname nachname handled who wer qui quien ask talk man woman "
           "tech deal named avisa llama",
        1: "your tech our us issue it call",
    },
    "email": {
        3: "email mail mails mailen mailadresse* mailaddress* mailid courriel* correo* mel reply emailadresse "
        "inbox electronic write schreib* escrib* ecri*",
        2: "writing box electronic post contact kontakt contacto answer* send update* kontaktadresse respond* notif*",
        1: "address adresse direccion where digital go",
    },
    "phone": {
        3: "phone* telephone* tel telefon* telefono mobile* mob cell* handy* movil celular* portable dial rufnummer* "
           "ruckruf* callback* durchwahl* fon telno tfno telf ph landline extension fest* numero ring call* anruf* "
           "llam* appel* phoning ringing digits",
        2: "number nummer line direct direkt contact kontakt contacto whatsapp whats",
        1: "reach* daytime desk where get hold back",
    },
    "preferred_contact_method": {
        3: "ruckmeldung* respuesta channel* kanal* canal medium mode method* methode* media via per par by means "
        "moyen medio weg kontaktweg "
           "communication* kommunikation* liebsten how comm correspond* lieber prefier* favourite favorite",
        2: "reach contact* kontakt* contacter contactar joindre erreich* antwort* respond* prefer* bevorzug* way best "
           "wie comment como update* reply answer like better use talk get",
        1: "be write writing call calling",
    },
    "preferred_contact_time": {
        3: "tage dias jours when wann quand cuando hour* heure* hora* horaire* horario* slot* window* availab* "
        "verfugbar* zeitfenster* "
           "erreichbar* joignable* disponib* plage* creneau* sprechzeit* uhrzeit* schedule* working opening times "
           "reachable timing* free suit* burozeit* passt around ideal",
        2: "time zeit* best reach which desk office between catch days",
        1: "contact* call kontakt* on at in busy good encuentran before after",
    },
    "time_zone": {
        3: "zone* tz zona fuseau zeitzone* timezone* huso utc gmt clock*",
        2: "local time times where ort city region country state located location based uhrzeit land heure hora",
        1: "we in office",
    },
    "severity": {
        3: "notfall* urgence* dringend* tier ampel sever* sev priorit* prio urgen* critical* criticity stufe "
        "niveau level* nivel dringlich* schwere* gravit* "
           "importan* rank* class klasse bad eilig* wichtig* grad grade grave schlimm* emergency hurry rush rating "
           "soon pain category kategorie categorie categoria",
        2: "impact* business how asked wie kind type code letter abc weight",
        1: "must can still fault defect",
    },
    "product": {
        3: "outil herramienta gadget product* produkt* produit* service* servicio* dienst* workload* app "
        "application* anwendung* aplicacion* "
           "platform* plattform* plataforma program* programm* programa logiciel* software* system* component* area "
           "cloud technology feature* portal",
        2: "thing topic about betrifft concerne concern* trata",
        1: "affected which betroffen* afectado* microsoft ms what where broken",
    },
    "description": {
        3: "happen* wrong issue* problem* symptom* trouble* fault* story beschreib* storung* fehlerbild* detail* "
           "sucede pasa passe matter* describe description* descripcion* anliegen* sachverhalt* incident* incidencia* "
           "demande* consulta* request* concern summary situation vorfall* los going summarise summarize observ* "
           "panne* averia* playing bother gist nutshell falla failure failing broken seen version gives",
        2: "wish* wunsch* souhait* deseo* ask what whats",
        1: "was que qu is tell us explain happening up need",
    },
    "error_messages": {
        3: "aviso* error* fehler* fehlermeldung* erreur* message* meldung* mensaje* wortlaut code* bounce* ndr "
           "warning* says said dice popup",
        2: "screen text texto texte shown exact display* steht anzeige",
    },
    "tenant_domains": {
        3: "tenant* domain* domaine* dominio* mandant* inquilino* locataire* domane* onmicrosoft",
        1: "customer* client* kunde* cliente* end m365 365 cloud",
    },
    "cmp_id": {6: "cmp* cmpid"},
    "subscription_id": {4: "subscription* sub subs abo abonnement* suscripcion* subid guid subscr"},
    "users_impacted": {
        3: "headcount heads count many viele combien cuantos cuantas wieviel* anzahl nombre* cantidad numero humans",
        2: "users people seats staff persons personen persones personnes personas mitarbeiter* benutzer* anwender* "
           "nutzer* usuarios utilisateur* employees pupils students colleagues kollegen affected impacted betroffen* "
           "afectad* concerne* touche* number down scope devices victims children kids teachers nurses workers "
           "customers clients patients machines computers radius locked cut affects hit suffer* size trifft afecta "
           "kinder schuler* eleves enfants alumnos ninos blast",
        1: "who wer qui quien",
    },
    "user_accounts": {
        3: "upn* account* mailbox* konto* konten compte* cuenta* postfach* postfacher buzon* boite* login* username* "
           "identit* who exactly user* usuari* utilisat* benutzer* owner raumkonto testkonto example* ejemplo* "
           "exemple* beispiel* sample* copping",
        1: "affected names addresses betroffen* their which log ids",
    },
    "steps_to_reproduce": {
        4: "repro* replicat* recreat* nachstell* nachvollzieh* happen happens see show nachmachen provoke trigger "
           "repeat* stellt demo auftritt auftreten tritt voir",
        1: "do this make break recipe weg obtenir how get when steps way schritte pasos etapes ve error there like",
    },
    "steps_taken": {
        4: "probamos probo cleared tried try attempt* troubleshoot* versucht unternommen massnahm* massnahmen "
        "mesure* pruebas hechas essay* "
           "probado intent* gemacht done actions acciones already bereits schon deja hicimos measures remed* "
           "workaround* tests tente* fait effectue* realizad* checked fixes fixing fix ausprobiert getan did changed "
           "hecho effort* efforts ruled homework",
        2: "avons haben have",
        1: "steps so far bisher what we wir nous",
    },
    "tools_used": {2: "mit with", 5: "tool* werkzeug* hilfsmittel* outil* herramienta* utilit* software-tools used "
    "instrument* kit"},
    "screenshots": {5: "screenshot* grabs capture* picture* pic pics bildschirm* pantallazo* image* snip* foto*"},
    "logs": {5: "log logs trace* protokoll* journa* registro* traza* mitschnitt*"},
}

# how orders begin: what one must do to see a problem
COMMANDS: frozenset[str] = words(
    "open reset sign start go click log connect send create add push post run press select choose type enter try "
    "launch call stop wait change share upload join begin close restart install write you just any "
    "offnen anmelden starten klicken ouvrir cliquer lancer abrir pulsar iniciar"
)

# of the words in a label, those that make of it something else than one of ours
# words of a label that ask when something happened or is due, not when to be reached
HAPPENED: frozenset[str] = words(
    "reported report start starts started starting begin began begins since noticed happen happened happens occur "
    "occurred occurs occurrence incident outage downtime detected observed first last seen logged log created opened "
    "submitted received sent raised wanted needed need required due deadline by until eta restored resolved ended end "
    "finish finished down date issue problem error failure backup maintenance deployment migration cutover live golive "
    "launch change rollout renewal expires expiry payroll event arrival shipped delivery delivered installed purchased "
    "hired meeting system server device tenant seit beginn begonnen aufgetreten gemeldet bemerkt störung ausfall "
    "depuis début survenu constaté panne signalé desde inicio ocurrió ocurrido detectado reportado"
)
NOT_OURS: frozenset[str] = words(
    "order bestell* invoice fax lease renewal due deadline date asset serial budget price cost"
)
