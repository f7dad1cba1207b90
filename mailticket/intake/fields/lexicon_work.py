"""How people word the labels that ask how to see a problem and what was done about it. Data only; see ``lexicon``."""

from __future__ import annotations

# fmt: off

# field key -> language -> wordings; case, punctuation, plural s, word order and one typing error a word do not matter
WORK_LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "steps_to_reproduce": {
        "en": (
            "steps to reproduce", "reproduction steps", "repro", "repro steps", "how to reproduce", "steps",
            "to reproduce", "how to see it", "reproduction", "steps to repro", "how can we reproduce it",
            "how to repro", "steps to recreate", "how to recreate", "reproduce", "to trigger", "how to trigger",
            "make it happen again", "how to make it happen", "how to see", "how to repeat", "to repeat",
            "replication steps", "replication", "steps to replicate", "how to replicate", "how can we see it",
            "can we see it", "how do we see it", "recreate", "to see it", "see it", "steps to see",
            "how do we reproduce it", "reproduce it", "reproducible", "repeat steps", "recreation steps",
            "how to provoke it", "trigger", "way to reproduce", "reproduced by", "how it happens", "how to get error",
            "to replicate", "steps to trigger", "steps to repeat", "when does it happen", "what triggers it",
            "repro path", "reproduce steps", "how do i see it",
        ),
        "de": (
            "schritte zur reproduktion", "reproduktion", "schritte", "so nachstellen", "nachstellen", "reproduzieren",
            "schritte zum nachstellen", "schritte zum reproduzieren", "nachvollziehen", "so tritt es auf",
            "reproduzierbarkeit", "wie nachstellen", "schritte zum nachvollziehen", "nachstellbar",
            "wie lässt es sich nachstellen", "reproduzierbar", "auslöser", "so nachvollziehen", "ablauf",
            "wie reproduzieren", "so reproduzieren", "wann tritt es auf",
        ),
        "fr": (
            "étapes pour reproduire", "étapes de reproduction", "reproduction", "comment reproduire",
            "pour reproduire", "étapes", "reproduire", "comment le reproduire", "comment reproduire le problème",
            "scénario", "étapes pour le reproduire", "comment faire", "mode opératoire", "reproduction du problème",
            "pour le reproduire", "marche à suivre",
        ),
        "es": (
            "pasos para reproducir", "cómo reproducir", "pasos", "reproducción", "pasos para reproducirlo",
            "cómo se reproduce", "cómo verlo", "para reproducir", "reproducir", "pasos para replicar",
            "cómo replicar", "cómo replicarlo", "para verlo", "cómo provocarlo", "pasos de reproducción",
            "para repetir",
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
            "remediation attempted", "what have you tried so far", "done", "already ruled out", "ruled out",
            "first line actions", "first line steps", "actions performed so far", "actions performed", "actions done",
            "actions so far", "workaround tried", "tech notes", "technician notes", "work notes",
            "work notes customer visible", "what we have done", "what has been done",
            "work notes most recent first", "internal notes", "checked already", "already checked", "checks done",
            "checks performed", "what i did", "what you tried", "what did you do about it",
            "what have you done about it", "what have you done already", "what have you done", "what has been done",
            "what was done", "what was done so far", "tests done", "tests performed", "measures taken",
            "steps already done", "steps done", "checked", "checked so far", "troubleshooting notes",
            "previous actions", "actions", "actions tried", "tried anything", "anything tried",
            "have you tried anything", "attempted fixes", "fixes tried", "fixes attempted", "diagnostics done",
            "diagnosis so far", "done already", "investigation so far", "investigation", "remediation",
            "remediation steps", "remedies tried", "steps so far", "list what has been tried", "already attempted",
            "attempted so far", "things done", "what is done", "work performed", "activities so far", "triage",
            "triage done", "triage steps", "triage notes", "our attempts", "self help", "efforts so far",
            "resolution steps", "resolution steps tried", "workarounds tried", "action log", "steps we took",
            "history", "eliminated so far",
        ),
        "de": (
            "bisher unternommen", "bisherige schritte", "bereits unternommen", "bereits versucht", "maßnahmen",
            "bisherige maßnahmen", "unternommene schritte", "was wurde versucht", "versucht", "bisher versucht",
            "schon versucht", "schon gemacht", "was wurde bereits versucht", "bisher gemacht", "bereits gemacht",
            "bereits geprüft", "unternommen", "erste maßnahmen", "lösungsversuche", "bisherige lösungsversuche",
            "getan", "was wurde unternommen", "was wurde schon versucht", "bereits getan", "bereits durchgeführt",
            "durchgeführte maßnahmen", "durchgeführte schritte", "getroffene maßnahmen",
            "was haben sie schon versucht", "was haben wir versucht", "ergriffene maßnahmen", "bereits erledigt",
            "schon probiert", "bereits probiert", "erledigt", "geprüft", "versuche", "bisherige versuche",
            "eigene lösungsversuche", "eigene maßnahmen", "bisherige tests",
        ),
        "fr": (
            "étapes déjà effectuées", "actions effectuées", "déjà essayé", "actions déjà menées", "essais",
            "déjà tenté", "étapes effectuées", "tests effectués", "essais effectués", "déjà fait",
            "ce qui a été essayé", "ce qui a été fait", "manipulations effectuées", "manipulations", "vérifications",
            "vérifications effectuées", "actions déjà réalisées", "actions réalisées", "tentatives", "mesures prises",
            "ce que nous avons essayé", "ce que nous avons fait", "dépannage effectué", "déjà vérifié",
            "actions déjà effectuées", "étapes déjà réalisées", "étapes réalisées", "démarches effectuées",
            "tests réalisés", "interventions", "actions entreprises", "dépannage",
        ),
        "es": (
            "pasos realizados", "acciones realizadas", "ya intentado", "lo que se ha probado", "intentos",
            "pruebas realizadas", "medidas tomadas", "lo que ya se hizo", "ya hecho", "qué se ha probado", "pruebas",
            "comprobaciones", "acciones tomadas", "ya probado", "qué se intentó", "intentado", "acciones",
            "qué se ha hecho", "qué se hizo", "qué hicieron", "qué se intentó", "lo que hemos probado",
            "pasos ya realizados", "pasos dados", "diagnóstico realizado",
            "pruebas hechas", "comprobado", "soluciones intentadas", "acciones previas", "pasos seguidos",
            "qué han probado",
        ),
    },
    "tools_used": {
        "en": (
            "tools used", "tools", "tooling", "tool", "tools used for troubleshooting", "troubleshooting tools",
            "diagnostic tools", "tools used during troubleshooting", "utilities used", "with which tools",
            "utilities", "diagnostics used", "diagnostic tool", "tool used", "with what tools", "which tools",
            "what tools", "instruments", "tools employed", "tooling used", "diagnostics", "diagnostic tools used",
            "software tools used", "used tools", "tools used so far", "tools we used", "tools tried", "utility used",
            "collected with", "equipment used",
        ),
        "de": (
            "werkzeuge", "verwendete werkzeuge", "verwendete tools", "hilfsmittel", "eingesetzte werkzeuge", "tools",
            "benutzte tools", "verwendete hilfsmittel", "mit welchen tools", "mit welchen werkzeugen",
            "genutzte werkzeuge", "genutzte tools", "diagnosewerkzeuge", "eingesetzte tools", "werkzeug",
            "diagnosetools",
        ),
        "fr": (
            "outils", "outils utilisés", "outils employés", "avec quels outils", "outil", "outils de diagnostic",
            "outil utilisé", "logiciels utilisés", "outillage",
        ),
        "es": (
            "herramientas", "herramientas utilizadas", "herramientas usadas", "utilidades", "con qué herramientas",
            "herramientas empleadas", "herramienta", "herramientas de diagnóstico", "utilidades usadas",
        ),
    },
    "screenshots": {
        "en": (
            "screenshot", "screenshots", "screenshots attached", "screen shots", "screen capture", "screencap",
            "screen shot", "pictures", "picture", "screenshot upload", "upload screenshot", "screenshot attached",
            "screen grabs", "photo", "photos", "any screenshots", "screen prints", "screen print", "snips",
            "screenshot or log", "screenshots logs", "any screenshots or logs",
        ),
        "de": (
            "bildschirmfoto", "bildschirmfotos", "screenshots", "bildschirmfoto angehängt", "screenshot", "bilder",
            "bildschirmaufnahme", "bild",
        ),
        "fr": (
            "captures d'écran", "capture d'écran", "capture", "captures", "captures écran", "copie d'écran",
            "copies d'écran",
        ),
        "es": (
            "capturas de pantalla", "captura de pantalla", "capturas", "captura", "pantallazo", "pantallazos",
            "imágenes", "imagen",
        ),
    },
    "logs": {
        "en": (
            "log", "logs", "log extract", "logs traces", "traces", "trace", "log files", "logs or traces", "log file",
            "logs attached", "event log", "log output", "trace output", "log bundle", "diagnostic logs",
            "logs collected", "log data", "trace files", "any logs", "logs available", "log attached",
        ),
        "de": (
            "protokolle", "protokoll", "logdateien", "logs", "log", "logfile", "logfiles", "protokolldatei",
            "protokolldateien", "mitschnitt",
        ),
        "fr": (
            "journaux", "journal", "traces", "fichiers journaux", "fichier journal", "logs", "log",
        ),
        "es": (
            "registros", "registro", "trazas", "log", "logs", "archivo de registro", "traza", "archivos de log",
        ),
    },
}
