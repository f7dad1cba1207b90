"""What people do about a problem, and the past tenses that tell of something else. Data only."""

from __future__ import annotations

from mailticket.intake.fields.lexicon_times import words

# told in the first person, of somebody who helps, or at the beginning of a sentence
DID: frozenset[str] = words(
    "tried reset rebuilt reinstalled restarted rebooted checked cleared removed updated swapped bypassed created "
    "looked disabled enabled turned added signed ran changed verified tested resized pushed waited raised deleted "
    "unlinked replaced contacted reconnected disconnected opened switched enrolled recreated logged restored "
    "confirmed uninstalled whitelisted released repaired rolled took put gave set swap unticked ticked unplugged "
    "wiped asked reran redid rotated renamed granted assigned unassigned revoked reassigned relicensed "
    "cleaned flushed upgraded downgraded compared searched followed purged toggled reinstated reimaged synced "
    "resynced forced triggered exported ruled cycled power-cycled re-added re-created désinstallé réinstallé "
    "redémarré essayé vérifié vidé supprimé versucht neugestartet geprüft gelöscht zurückgesetzt installiert "
    "deinstalliert probé borré reinicié reinstalé revisé cambié intentado probado reiniciado comprobado "
    "restablecí quité verifiqué "
    "split scaled redeployed halved shortened lowered raised rebound bound paused resumed reseated unplugged "
    "calibrated discarded eliminated emptied tweaked rewrote re-ran redid refreshed requested resubmitted resent "
    "re-sent invited pinged traced captured allowed whitelisted allowlisted excluded repeated republished "
    "reconfigured patched mapped remapped remounted reconnected reprovisioned renewed extended dug monitored "
    "validated reviewed inspected examined adjusted amended relinked attempted searched unblocked unlocked "
    "kicked signed logged rebound re-added readded tethered cycled "
)

# parts of the mail itself: who filled in a form did nothing about the problem
PAPERS: frozenset[str] = words(
    "list table form questions answers attachment screenshot screenshots screen grab lines template below red blue "
    "sheet"
)

# deeds only together with one of the words behind them
NEEDS: dict[str, frozenset[str]] = {
    "put": words("back new another in it him her them into"),
    "took": words("out off away her him them it one down permission rights old traces trace"),
    "gave": words("it him her them back again permission permissions rights access full instead"),
    "made": words("new another sure rule copy test exception change changes policy group profile one"),
    "turned": words("off on down up it them again back"),
    "sent": words(
        "new again another test tests invitation invitations invite invites fresh owner them him her it link links "
        "request reset code re"
    ),
    "signed": words("out in off on back into him her them"),
    "did": words(
        "repair reset reinstall reboot restart clean factory hard scan update online quick rollback test tests "
        "everything"
    ),
    "went": words("back through into settings over admin"),
    "moved": words("slot slots port ports another different back other out old new vm"),
    "started": words("safe test it again over doing fresh trial scan repair"),
    "used": words("another different other second old new cable browser phone hotspot"),
    "set": words("hand up back it to again new them as off on manually timeout"),
    "opened": words("browser file firewall port ports case ticket incident it safe private settings inbox"),
    "created": words("new rule another test policy it again fresh profile exception mailbox ticket case rules second"),
    "added": words(
        "again back it him her them rule exception to record records site permission permissions role as the "
        "account license licence"
    ),
    "asked": words(
        "her him them microsoft vendor user users the for to provider isp customer support one our my delisting"
    ),
    "raised": words("limit limits timeout ticket case quota it to the with"),
    "requested": words("delisting reindex removal reset increase again new a the"),
    "renewed": words("secret certificate token the it"),
    "extended": words("timeout the it"),
    "got": words("rid"),
    "typed": words("again manually hand new old password"),
    "changed": words("the it password passwords my his her dns settings setting browser cable port toner back pw"),
}

# objects that make a deed something else: what is sent along, what was taken over
NO_DEED_WITH: frozenset[str] = words(
    "screenshot screenshots attachment attached attachments table books surgery hospital vacation "
    "writing bills bill paperwork cmp "
    "seats invoice below list answers contract contracts agreement lease"
)

OURS: frozenset[str] = words("i we i've we've ive weve i'd")
THEIRS: frozenset[str] = words("he she they")
COWORKERS: frozenset[str] = words(
    "colleague colleagues guy admin admins husband wife son daughter nephew brother sister father technician tech "
    "techs engineer engineers helpdesk boss partner user intern boy lad bloke fellow lady woman consultant"
)
SAYS: frozenset[str] = words("says said reckons claims swears thinks")
# what these did is no repair
NOT_THEIRS: dict[str, frozenset[str]] = {
    "they": words(
        "upgraded downgraded migrated changed moved switched updated gave set put took turned sent asked added ordered"
    ),
    "user": words("changed moved switched updated gave set put took turned sent asked added created"),
    "users": words("changed moved switched updated gave set put took turned sent asked added created"),
}
# between who did it and the deed
BETWEEN: frozenset[str] = words(
    "power have has had ve also already then just even both first now personally finally manually only ever "
    "meanwhile since "
    "too myself ourselves himself herself all simply quickly again twice of course so far ( ) a b c d e 1 2 "
    "3 4 , been temporarily successfully completely fully and next afterwards subsequently in turn"
)
# before it, a deed is wished for
WANTED: frozenset[str] = words(
    "need needs want wants please be not should must would could to will until unless once if"
)
# what a deed is done to
OBJECTS: frozenset[str] = words("the it them a an all my our his her their both one new another")
DONE_ABROAD: frozenset[str] = words("redémarré vidé supprimé retiré réinitialisé réinstallé reiniciado reinstalado")

# what happened, was bought, felt or planned instead
NOT_DONE: frozenset[str] = words(
    "noticed received needed wanted hoped expected wondered assumed ordered purchased cancelled canceled realized "
    "realised learned planned decided agreed promised missed required impacted affected attached locked blocked "
    "failed stopped started crashed expired billed charged invoiced migrated signed hired talked emailed mailed "
    "called advised happened appeared disappeared stuck closed renewed subscribed supposed interested confused "
    "concerned worried located based licensed unable limited listed indeed exceed succeed proceed proceeded "
    "experienced encountered suspected believed dropped finished moved filled privileged connected configured "
    "introduced integrated launched deployed joined merged acquired used linked mentioned discussed explained "
    "guessed thought figured wished enjoyed worked retired offered announced referred interrupted disrupted "
    "delayed attended prepared included forwarded pasted copied answered replied respected escalated submitted "
    "indicated highlighted provided supplied enclosed updated: powered generated covered managed trusted regarded "
    "gekauft bestellt "
    "bekommen erhalten gemerkt festgestellt gehört gefragt gesehen gewesen geworden gemeldet geschrieben gegeben "
    "gerne gestern gesamten gegen gelten gehen geht genau gebucht gelesen gedacht gehabt geben gesprochen "
    "geschickt gesagt gekommen gern eingestellten geschlossen gemacht genutzt geplant interessiert probiert "
    "passiert existiert funktioniert reagiert informiert garantiert angefangen gefunden gebeten gezahlt bezahlt "
    "reçu commandé acheté remarqué demandé constaté signalé migré payé résilié arrivé commencé cessé bloqué "
    "affiché été oublié facturé envoyé indiqué souscrit changé recibido comprado pedido sido estado tenido notado "
    "visto contratado llegado dejado pagado empezado pasado enviado solicitado cobrado olvidado podido querido "
    "que porque aunque desde donde entre sobre siempre cliente parte noche tarde café bloqueado recibí pagué "
    "compré llegué "
    "automapped passé passée importiert migriert angelegt "
    "placed published picked selected chose entered "
    "related unrelated stated reported opened worked mentioned preferred managed handled owned served hosted "
    "tasked trained employed retired charged credited resolved solved fixed helped expected booked paired "
    "refused complained apologised apologized appreciated assured chatted corresponded shared declared "
    "succeeded struggled suffered survived lived stayed visited travelled counted recounted estimated skipped "
    "duplicated undersigned aforementioned advanced red need exceeded arrived appointed acquired "
    "forgotten gewohnt gekündigt geliefert gebraucht gesendet gelandet gemeinsam gewährt geehrte geehrter "
    "gemeldeten gewechselt gekostet gezeigt geöffnet gelaufen geklappt gestoppt "
    "gestiegen gefallen gegangen geblieben geholfen gebracht gegenüber gegenseitig gelegen gelegentlich "
    "gesellschaft gerät geräten geben gebühren gehört gerufen verloren umgestellt eingestellt bestätigt benötigt "
    "abonnement ordinateur perdu tombé demandée appelé téléphoné parlé travaillé aimé pensé cru débité prélevé "
    "renouvelé expiré disparu quedado perdido caído vuelto caducado dado llamado hablado trabajado renovado "
    "encontrado desaparecido avisado dicho tenido enviado facilitado cliquée société sécurité activité "
    "priorité difficulté réalité qualité identité journée année santé café côté été clé clés marché"
)

# what a heading of steps has one of
HEADS: frozenset[str] = words(
    "did done tried attempt attempts attempted steps troubleshooting checked actions versucht ausprobiert getan "
    "unternommen "
    "essayé fait probado intentado hecho had been already proved relaunched far made bisher bereits schon things "
    "ruled now date "
    "tenté gemacht was ahora bisherige our were wurde wurden été"
)
