"""What people do about a problem, and the past tenses that tell of something else. Data only."""

from __future__ import annotations

from mailticket.intake.fields.lexicon_times import words

# told in the first person or at the beginning of a sentence
DID: frozenset[str] = words(
    "tried reset rebuilt reinstalled restarted rebooted checked cleared removed updated swapped bypassed created "
    "looked disabled enabled turned added signed ran changed verified tested resized pushed waited raised deleted "
    "unlinked replaced contacted reconnected disconnected opened switched enrolled recreated logged restored "
    "confirmed uninstalled whitelisted released repaired rolled took put gave set swap unticked ticked unplugged "
    "wiped typed asked reran redid rotated renamed granted assigned unassigned revoked reassigned relicensed "
    "cleaned flushed upgraded downgraded compared searched followed purged toggled reinstated reimaged synced "
    "resynced forced triggered exported ruled cycled power-cycled re-added re-created désinstallé réinstallé "
    "redémarré essayé vérifié vidé supprimé versucht neugestartet geprüft gelöscht zurückgesetzt installiert "
    "deinstalliert probé borré reinicié reinstalé revisé cambié intentado probado reiniciado comprobado "
    "restablecí quité verifiqué "
)

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
    "indicated highlighted provided supplied enclosed updated: covered managed trusted regarded gekauft bestellt "
    "bekommen erhalten gemerkt festgestellt gehört gefragt gesehen gewesen geworden gemeldet geschrieben gegeben "
    "gerne gestern gesamten gegen gelten gehen geht genau gebucht gelesen gedacht gehabt geben gesprochen "
    "geschickt gesagt gekommen gern eingestellten geschlossen gemacht genutzt geplant interessiert probiert "
    "passiert existiert funktioniert reagiert informiert garantiert angefangen gefunden gebeten gezahlt bezahlt "
    "reçu commandé acheté remarqué demandé constaté signalé migré payé résilié arrivé commencé cessé bloqué "
    "affiché été oublié facturé envoyé indiqué souscrit changé recibido comprado pedido sido estado tenido notado "
    "visto contratado llegado dejado pagado empezado pasado enviado solicitado cobrado olvidado podido querido "
    "que porque aunque desde donde entre sobre siempre cliente parte noche tarde café bloqueado recibí pagué "
    "compré llegué "
)
