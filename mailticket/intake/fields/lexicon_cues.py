"""Single words that tell what an unknown label in a form asks for. Data only; ``guess`` lets them vote.

A word with * counts with every ending. The number is the weight of one vote.
"""

from __future__ import annotations

# fmt: off

CUES: dict[str, dict[int, str]] = {
    "partner_name": {
        3: "partner* reseller* msp company companies firma firmen* unternehmen* entreprise* societe* empresa* "
           "organi* systemhaus business* compania* praxis kanzlei verein association socio revendeur* csp",
        1: "name nom nombre our account origin your who",
    },
    "contact_name": {
        3: "technician* engineer* requester* requestor* caller* submitter* reporter* interlocut* ansprechpartner* "
           "sachbearbeiter* bearbeiter* responsable persona person submitted raised raising opened reported requested "
           "lead agent melder* meldende* kontaktperson* demandeur* solicitante owner consultant",
        2: "name contact nom nombre kontakt contacto vorname nachname handled",
        1: "your who wer qui quien tech our us issue",
    },
    "email": {3: "email mail* courriel* correo* mel reply emailadresse", 2: "contact kontakt contacto", 1: "address "
    "adresse direccion"},
    "phone": {
        3: "phone* telephone* tel telefon* telefono mobile* mob cell* handy* movil celular* portable dial rufnummer* "
           "ruckruf* callback* durchwahl* fon telno tfno telf ph landline extension fest* numero",
        2: "number nummer line direct direkt contact kontakt contacto",
        1: "call reach daytime desk",
    },
    "preferred_contact_method": {
        3: "channel* kanal* canal medium mode method* methode* media via per par by means moyen medio weg kontaktweg "
           "communication* kommunikation* liebsten how",
        2: "reach contact* kontakt* contacter contactar joindre erreich* antwort* respond* prefer* bevorzug* way best "
           "wie comment como update* reply answer",
    },
    "preferred_contact_time": {
        3: "when wann quand cuando hour* heure* hora* horaire* horario* slot* window* availab* verfugbar* zeitfenster* "
           "erreichbar* joignable* disponib* plage* creneau* sprechzeit* uhrzeit* schedule* working opening times "
           "reachable",
        2: "time zeit* best reach which desk office between",
        1: "contact* call kontakt*",
    },
    "time_zone": {
        3: "zone* tz zona fuseau zeitzone* timezone* huso utc gmt",
        2: "local time where ort city clock region",
    },
    "severity": {
        3: "sever* sev priorit* prio urgen* critical* criticity stufe niveau level* nivel dringlich* schwere* gravit* "
           "importan* rank* class klasse bad eilig* wichtig* grad grade",
        2: "impact* business how asked wie",
    },
    "product": {
        3: "product* produkt* produit* service* servicio* dienst* workload* app application* anwendung* aplicacion* "
           "platform* plattform* plataforma program* programm* programa logiciel* software* system* component* area "
           "cloud technology",
        1: "affected concerned which betroffen* concerne* afectado*",
    },
    "description": {
        3: "happen* wrong issue* problem* symptom* trouble* fault* story beschreib* storung* fehlerbild* detail* "
           "sucede pasa passe matter* describe description* descripcion* anliegen* sachverhalt* incident* incidencia* "
           "demande* "
           "consulta* request* concern summary situation vorfall* los going summarise summarize observ* panne* "
           "averia*",
        1: "what was que qu is tell us explain happening",
    },
    "error_messages": {
        3: "aviso* error* fehler* fehlermeldung* erreur* message* meldung* mensaje* wortlaut code* bounce* ndr "
           "warning*",
        2: "screen says text texto texte shown exact display* steht anzeige",
    },
    "tenant_domains": {
        3: "tenant* domain* domaine* dominio* mandant* inquilino* locataire* domane* onmicrosoft",
        1: "customer* client* kunde* cliente* end",
    },
    "cmp_id": {6: "cmp* cmpid"},
    "subscription_id": {4: "subscription* sub subs abo abonnement* suscripcion* subid guid"},
    "users_impacted": {
        3: "headcount heads count many viele combien cuantos cuantas wieviel* anzahl nombre* cantidad numero",
        2: "users people seats staff persons personen persones personnes personas mitarbeiter* benutzer* anwender* "
           "nutzer* usuarios utilisateur* employees pupils students colleagues kollegen affected impacted betroffen* "
           "afectad* concerne* touche* number down scope devices",
    },
    "user_accounts": {
        3: "upn* account* mailbox* konto konten compte* cuenta* postfach* postfacher buzon* boite* login* username* "
           "identit* who exactly",
        1: "affected users user names addresses betroffen* benutzer*",
    },
    "steps_to_reproduce": {
        4: "repro* replicat* recreat* nachstell* nachvollzieh* happen see show nachmachen provoke trigger",
        1: "steps how way schritte pasos etapes",
    },
    "steps_taken": {
        4: "tried try attempt* troubleshoot* versucht unternommen massnahm* massnahmen mesure* pruebas hechas essay* "
           "probado intent* gemacht done actions acciones already bereits schon deja hicimos measures remed* "
           "workaround* "
           "tests tente* fait effectue* realizad* checked fixes ausprobiert getan",
        1: "steps so far bisher what",
    },
    "tools_used": {2: "with", 5: "tool* werkzeug* hilfsmittel* outil* herramienta* utilit* software-tools"},
    "screenshots": {5: "screenshot* grabs capture* picture* pic pics bildschirm* pantallazo* image* snip* foto*"},
    "logs": {5: "log logs trace* protokoll* journa* registro* traza* mitschnitt*"},
}
