"""How people say things in running text, as patterns: contact, time, urgency, steps. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

GREETING = re.compile(
    r"^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|team|techops|g'?day|guten (?:tag|"
    r"morgen)|hallo|"
    r"sehr geehrte|bonjour|salut|hola|buen[oa]s (?:d[ií]as|tardes)|moin|servus)\b[^.!?\n:]{0,40}[,!.:]?|"
    r"hi[^\n]{0,20})\s*$",
    re.I,
)
CLOSING = re.compile(
    r"^\s*(?:thanks?|thank you|thx|many thanks|(?:kind|best|warm)? ?regards|best wishes|best|cheers|sincerely|"
    r"yours|br|rgds|"
    r"mit freundlichen gr|viele gr|beste gr|freundliche gr|lg|mfg|vielen dank|danke|cordialement|bien [àa] vous|"
    r"merci|"
    r"saludos|gracias|un saludo|atentamente|sent from my|get outlook for|von meinem|envoyé de mon|enviado desde)"
    r"\b[^\n:]{0,40}$",
    re.I,
)
HINT = re.compile(r"\((?:for example|e\.g\.|such as)[^()\n]{0,80}\)")

# how the writer wants to be contacted; the first that matches wins
METHODS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (method, re.compile(pattern, re.I))
    for method, pattern in (
        ("email", r"\b(?:e-?mail|mail) (?:is )?(?:preferred|only|best|please|is (?:best|fine|ok|better))\b"),
        ("email", r"\be-?mail(?:.s| is| works| will) (?:fine|good|ok|okay|best|great|do)\b|^(?:just |"
                  r"please )?e-?mail(?: only| please)?[.!]?$"),
        ("phone", r"^(?:just |please )?(?:call|phone)(?: only| please)?[.!]?$|\b(?:phone|calls?)(?:.s| is| works|"
                  r" will) (?:fine|good|best|great|do)\b"),
        ("email", r"\b(?:prefer(?:ably|red)?|only|just|best) (?:by |via |to |contact |is |an? )*e-?mail\b"),
        ("email", r"\b(?:by|via) e-?mail,? (?:please|preferred|only|is)\b|\be-?mailing me is\b|"
                  r"\breply to this (?:ticket|mail|email)\b"),
        ("teams", r"\b(?:reach|contact|message|ping|call|find|get) me (?:best )?(?:on|via|by|in|through|"
                  r"over) (?:ms |microsoft )?teams\b"),
        ("teams", r"\b(?:prefer(?:ably)?|teams is|best (?:on|via)) (?:ms |microsoft )?(?:teams|best|preferred)\b"),
        ("text", r"\b(?:text|sms) me\b|\b(?:by|prefer) (?:text|sms)\b|\bsend me a text\b"),
        ("whatsapp", r"\b(?:via|by|on|per) whatsapp\b"),
        ("phone", r"\b(?:phone|calls?|telephone|mobile) (?:is |are )?(?:preferred|only|best|please|is (?:best|"
                  r"fine|better))\b"),
        ("phone", r"\bprefer(?:ably|red)? (?:by |via |to |an? )?(?:phone|calls?|telephone|be called)\b"),
        ("email", r"\b(?:by|via|per) (?:e-?)?mail\b(?! (?:address|server|from|flow|client|app))|\bdrop (?:me|"
                  r"us) (?:an? )?(?:e-?mail|line|note)\b|\bshoot me an e-?mail\b|\b(?:please |just |can |"
                  r"you can )(?:e-?mail|mail|write) (?:me|us)\b|\be-?mail me\b"),
        ("phone", r"\b(?:best|easiest|better) (?:reached |contacted )?(?:by|via|on|over) (?:the |my )?(?:phone|"
                  r"telephone|cell|mobile)\b|\b(?:call|ring|phone) (?:me|us|my|her|him|directly)\b|\bgive (?:me|"
                  r"us) a (?:call|ring|bell|buzz)\b"),
        ("phone", r"\b(?:please|somebody|someone) call\b|\bby (?:phone|telephone)\b|\bcall (?:immediately|anytime|"
                  r"back)\b"),
        ("phone", r"\bruf(?:en|t)? (?:sie )?(?:mich|uns)\b|\b(?:per|am) telefon\b|\btelefonisch\b|\brückruf\b"),
        ("phone", r"\b(?:me|nous) (?:r?appeler|joindre)\b|\bpar téléphone\b|\bme llamen\b|\bllámenme\b|"
                  r"\bllamar(?:me|nos)\b|\bpor teléfono\b"),
        ("email", r"\b(?:per|via) (?:e-?)?mail\b|\bpar (?:e-?mail|courriel|mail)\b|\bpor (?:correo|e-?mail)\b"),
    )
)  # fmt: skip

CONTACT_WORDS = re.compile(
    r"\b(?:call|calls|phone|reach|ring|bell|number|cell|mobile|contact|available|around|office|free|e-?mail|mail|"
    r"prefer\w{0,6}|teams|"
    r"text me|erreich\w{0,6}|anruf\w{0,4}|llám\w{0,6}|llam\w{0,6}|rappel\w{0,4}|joign\w{0,5}|appel\w{0,3}|tel|"
    r"best|suits?|time|hours|desk)\b",
    re.I,
)
# what is looked for when no wording above is there: a sentence about reaching somebody that names a way
ASKS_CONTACT = re.compile(
    r"\b(?:reach|contact|prefer\w{0,6}|best|get back|respond|answer|reply|get hold|either|both fine|let me know|"
    r"update me|melden|erreich\w{0,6}|"
    r"contactar\w{0,3}|contacter|joindre|kontakt\w{0,6}|antwort\w{0,4})\b",
    re.I,
)
_CLOCK = r"(?:noon|midday|\d{1,2})(?:[:.h]\d\d)?(?:\s?[ap]\.?m\b\.?|\s?[ap]\b|\s?h\b|\s?uhr)?"
_DAYS = (
    r"(?:(?:any |on |every )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun)(?:days?)?\b[\s/&,–-]{0,3}(?:and |or |to |bis )?){1,7}"
)
TIMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:{_DAYS})?(?:between|from|zwischen|von|entre|de) (?:las )?{_CLOCK} (?:and|to|until|till|und|bis|et|"
        rf"à|y|a) (?:las )?{_CLOCK}",
        rf"\b(?:{_DAYS})?(?<![\w.,/$€+(-]){_CLOCK}\s?(?:-|–|to|until|bis)\s?{_CLOCK}(?![\w/-])",
        rf"\b(?:after|before|until|till|by|nach|vor|bis|después de|antes de|après|avant) (?:las? )?(?:noon|lunch|"
        rf"{_CLOCK})(?: today)?(?:, (?:tomorrow|today) all day)?(?![\w:.,/-]\w)",
        r"\b(?:(?:weekday |early |late )?(?:mornings?|afternoons?|evenings?) (?:only|preferred|work better|"
        r"are best|is best|are better|is better|works? best))\b",
        rf"\b(?:any ?time|weekdays|weekday \w{{7,10}}) (?:after|before|between) {_CLOCK}(?: and {_CLOCK})?",
        r"\b(?:any ?time|weekdays|weekday (?:mornings?|afternoons?)|during (?:business|office|working) hours|"
        r"all day|the whole day|whole day|around the clock|round the clock|24/7|business hours|office hours)\b",
        r"\b(?:in the )?(?:late |early )?(?:mornings?|afternoons?|evenings?)\b",
        r"\b(?:plutôt )?en fin de journée\b|\b(?:le matin|l'après-midi|por las? (?:mañanas?|tardes?)|vormittags|"
        r"nachmittags)\b",
        r"\b(?:tomorrow|today) (?:morning|afternoon|evening|all day)\b",
    )
)  # fmt: skip

ZONE = re.compile(
    r"\b(?:(?i:(?:eastern|central|mountain|pacific|atlantic|uk|arizona)(?:[ -](?:standard|daylight))?[ -]time)"
    r"|(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|CET|CEST|MEZ|MESZ|GMT|BST|UTC|IST|AEST|AEDT|ACST|AWST|NZST|"
    r"NZDT|SAST|SGT|JST)(?![-+]\d)"
    r"|(?i:hora del? (?:este|centro|pac[ií]fico|monta[ñn]a|madrid|méxico)|hora peninsular|"
    r"heure de [A-Z][a-z]{3,12}))\b"
)
ZONE_LOOSE = re.compile(r"\b([A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?|[a-z]{4,12})(?: time| Zeit|er Zeit)\b")
ZONE_AFTER_TIME = re.compile(
    r"(?:\d|am|pm|noon|preferred|please|mornings|afternoons|,|\bon|\bwe.re|\bi.m)[\s,(]{1,3}(eastern|central|"
    r"mountain|pacific)\b(?! (?:district|office|valley|region|time))",
    re.I,
)
PLACE = re.compile(
    r"\b(?:(?:[Ii].m|[Ii] am|[Ww]e.re|[Ww]e are|based|located|office|sitting|here|[Ww]ir sitzen|estamos|"
    r"sommes) (?:here )?(?:in|from|at|en|à)|office,) "
    r"([A-Z][\w.]{2,20}(?: [A-Z][a-z]{2,15})?)"
)

SEVERITY = re.compile(
    r"\b(?:sev(?:erity)?|prio(?:rity)?|schweregrad|gravité|severidad|prioridad|priorität)[\s.:=#-]{0,3}(?:is |"
    r"level |of |would be |should be |as )?(?:an? )?([abc1-4])\b|\bp([1-4])\b",
    re.I,
)
SEVERITY_NAMED = re.compile(
    r"\b(?:sev(?:erity)?|prio(?:rity)?|urgency|schweregrad|priorität|priorité|prioridad)\W{0,3}(?:is |level |of |"
    r"would be |should be )?(critical|high|medium|moderate|low|urgent|"
    r"normal|minor|minimal|hoch|mittel|niedrig|haute|moyenne|basse|alta|media|baja)\b|\b(critical|high|medium|low|"
    r"normal)[ -](?:severity|priority|prio|urgency)\b",
    re.I,
)
SEVERITY_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("C", re.compile(r"\b(?:not (?:super |very |that |so |really )?urgent|(?:no|not a) (?:rush|hurry|"
                     r"big deal)|can wait|not critical|when(?:ever)? you (?:have|get) (?:a )?(?:time|chance|"
                     r"minute)|low priority|eilt nicht|sin prisa|rien d'urgent|nicht (?:dringend|eilig)|"
                     r"pas urgent|no es urgente|low[- ]prio\w{0,4})\b", re.I)),
    ("A", re.compile(r"\b(?:business[- ]critical|production (?:is )?down|critical (?:issue|outage|problem)|"
                     r"complete outage|emergency)\b", re.I)),
    ("B", re.compile(r"\b(?:urgent(?:e|ly)?|asap|as soon as possible|dringend|so schnell wie möglich|"
                     r"lo antes posible|au plus vite|high priority)\b", re.I)),
)  # fmt: skip

_PEOPLE = (
    r"(?:users?|people|persons?|employees|staff(?: members)?|colleagues|students|seats?|mailboxes|accounts|agents|"
    r"workers|kollegen|"
    r"mitarbeiter\w{0,5}|benutzer|anwender|usuarios?|personas|utilisateurs?|personnes|others|"
    r"coworkers|co-workers|team members|members|teachers|students|nurses|drivers|reps|"
    r"clerks|technicians|engineers|attorneys|lawyers|accountants|bookkeepers|managers|consultants|volunteers|"
    r"folks|kolleginnen|nutzer|leute|compañer[oa]s|"
    r"empleados|collaborateurs|collègues)"
)
_NUMBER = (
    r"(?:\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"eighteen|twenty|both|"
    r"zwei|drei|vier|fünf|sechs|acht|zehn|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|seis|ocho|diez)"
)
USERS = re.compile(
    rf"(?<![\w.,/-])({_NUMBER})(?:[ -](?:of (?:us|them|our|the)|[a-z]{{3,14}}))? {_PEOPLE}\b",
    re.I,
)
USERS_US = re.compile(r"\b(?:somos|wir sind zu|nous sommes|there are|son) (\d{1,4}|[a-zé]{3,8})\b", re.I)
ONE_USER = re.compile(
    r"\b(?:(?i:it'?s )?(?:only|just) (?:me|her|him|myself|one (?:user|person)|[A-Z][a-z]+(?= \())|"
    r"(?i:je suis seule? concernée?|seule? concernée?|nur (?:ich|ein benutzer|bei mir)|solo (?:yo|a mí)"
    r"|nobody else|(?:our|one|a) new (?:hire|employee|colleague)|(?:a|one) (?:single )?(?:user|person)|"
    r"one of (?:our|the|my) (?:users|employees|people|colleagues|staff)))\b"
)
AFFECTED = re.compile(
    rf"\b(?:affects|affected|affecting|impacts|impacting|hits|concerns|betrifft|afecta a|touche)(?: about| around|"
    rf" roughly| approximately| all| only| at least)? ({_NUMBER})\b"
    rf"|\b({_NUMBER}) (?:[a-z]+ ){{0,2}}(?:are |is |have been )?(?:affected|impacted|betroffen|afectad[oa]s|"
    rf"concernés|can.?t|cannot|can not|are unable|are locked|are stuck|get the same|have the same)\b"
    rf"|\b(?:team|group|office|department|crew|staff) of (?:about |around |roughly )?({_NUMBER})\b|\b(both|"
    rf"all {_NUMBER}) of us\b",
    re.I,
)
AND_ME = re.compile(r"\b(?:plus|and) me\b|\b(?:me|him|her) and \d", re.I)
NOT_AFFECTED = re.compile(
    r"\b(?:order(?:ed)?|licen[sc]e|upgrade|buy|purchase|downgrade|subscription|quote|credit|cancel\w{0,5})\b", re.I
)

CMP = re.compile(
    r"\bCMP(?:[\s-]{0,2}(?:customer|account|portal|kunden))?(?:[\s-]{0,2}(?:IDs?|No|Nr|number|nummer|account|"
    r"code)\b)?[\s.:=#(]{0,3}"
    r"(?:(?:is|es|ist|lautet|est|for|of|the|our|this|them|their|that|customer|client|it|should be|"
    r"will be)\s){0,4}(?:#|CMP-?)?((?:[A-Z]{1,3}-?)?\d[\dA-Z-]{2,15})\b",
    re.I,
)
SUBSCRIPTION_BEFORE = re.compile(r"\b(?:sub(?:scription|s)?|abo\w{0,8}|suscripci\w{2,4}|abonnement)\b", re.I)
NO_SUBSCRIPTION_BEFORE = re.compile(
    r"(?:request|correlation|trace|tenant|client|object|app(?:lication)?|session|activity)[\s_-]?(?:id|request)?\b",
    re.I,
)

ERROR_CUE = re.compile(
    r"\b(?:error|errors|message|messages|says?|said|saying|reads?|shows?|showing|sees?|fails with|failed with|"
    r"sit on|getting|gets?|rejected|with|displays?|telling me|prompt|"
    r"bounce[sd]?|declined|blocked|warning|fehler\w{0,8}|meldung|mensaje|affiche|dice|"
    r"stops at|back|returns?|sagt|zeigt|erreur|throws)\b[^\"“«„\n]{0,22}$"
    r"|[\"“](?:message|error|detail|description)[\"”]\s?:\s?$",
    re.I,
)
NO_ERROR_CUE = re.compile(
    r"\b(?:folder|status|library|file|mailbox|group|site|list|button|tab|named|called|policy|flow|tap|click|under|"
    r"ou|dataset|channel|report|team|job|template|subject|titled|request|product|"
    r"license|option|menu|select|choose|press|column|rule|connector|order(?:ner)?|calendar|app|record|"
    r"form)\b[^\w]{0,4}$",
    re.I,
)
QUOTED = re.compile(r"[\"“«„]\s?([^\"“”«»„\n]{6,240}(?:\n[^\"“”«»„\n]{1,160}){0,2}?)\s?[\"”»“]")
ERROR_CODE = re.compile(
    r"\b(?:AADSTS\d{4,8}(?:: [^\n.]{5,120})?|0x[0-9a-f]{6,8}|caa[0-9a-f]{5}|"
    r"[45]\d\d[ -][45]\.\d\.\d{1,3}[^\n]{0,160}|"
    r"permerror|temperror|[A-Z][a-z]+[A-Za-z]{4,40}(?:Error|Exception|Failed|Denied|NotFound|Disallowed\w{0,10}|"
    r"NotAvailable)\b(?:: [^\n\"]{5,120})?)",
)
ERROR_TOLD = re.compile(
    r"\b(?:a|the) (?:message|error)(?: that)? (?:says|saying|reads|that says) ((?:\w+ ?){3,7})|"
    r"\bit says ((?:[\w']+ ?){4,12})",
    re.I,
)

REPRODUCE = re.compile(
    r"\b(?:steps(?: to reproduce)?:|to reproduce|to see it|you can try it|to replicate|repro:|reproduce(?:d)? by|"
    r"happens when|um es nachzustellen|pour reproduire|para reproducir)",
    re.I,
)
# what people do about a problem; told in the first person or at the beginning of a sentence
DID: frozenset[str] = frozenset((
    "tried", "reset", "rebuilt", "reinstalled", "restarted", "rebooted", "checked", "cleared", "removed",
    "updated", "swapped", "bypassed", "created", "looked", "disabled", "enabled", "turned", "added", "signed",
    "ran", "changed", "verified", "tested", "resized", "pushed", "waited", "raised", "deleted", "unlinked",
    "moved", "replaced", "contacted", "reconnected", "disconnected", "opened", "switched", "enrolled", "recreated",
    "logged", "restored", "confirmed", "uninstalled", "whitelisted", "released", "bought", "repaired", "rolled",
    "renamed", "granted", "assigned", "unassigned", "revoked", "reassigned", "relicensed", "cleaned", "flushed",
    "upgraded", "downgraded", "compared", "searched", "followed", "purged", "toggled", "reinstated", "reimaged",
    "synced", "resynced", "forced", "triggered", "exported", "ruled", "cycled", "power-cycled", "re-added",
    "re-created", "désinstallé", "réinstallé", "redémarré", "essayé", "vérifié", "vidé", "supprimé", "versucht",
    "neugestartet", "geprüft", "gelöscht", "zurückgesetzt", "installiert", "deinstalliert", "probé", "borré",
    "reinicié", "reinstalé", "revisé", "cambié", "intentado", "probado", "reiniciado", "comprobado", "restablecí",
    "quité", "verifiqué",
))  # fmt: skip
# past tenses that tell what happened instead
NOT_DONE: frozenset[str] = frozenset((
    "noticed", "received", "needed", "wanted", "hoped", "expected", "wondered", "assumed", "ordered", "purchased",
    "cancelled", "canceled", "realized", "realised", "learned", "planned", "decided", "agreed", "promised",
    "missed", "required", "impacted", "affected", "attached", "locked", "blocked", "failed", "stopped", "started",
    "crashed", "expired", "billed", "charged", "invoiced", "migrated", "signed", "hired", "talked", "emailed",
    "mailed", "called", "advised", "happened", "appeared", "disappeared", "stuck", "closed", "renewed",
    "subscribed", "supposed", "interested", "confused", "concerned", "worried", "located", "based", "licensed",
    "unable", "limited", "listed", "indeed", "exceed", "succeed", "proceed", "proceeded", "experienced",
    "encountered", "suspected", "believed", "dropped", "finished", "moved",
))  # fmt: skip
_WHO = r"(?:i|we|ya|j'ai|nous avons|ich habe|wir haben|hemos|he|already|bereits|schon|déjà)"
STEPS = re.compile(
    rf"\b{_WHO}(?:[ '’](?:ve|have|has|had|also|already|just|then|even|both|first|now|hab\w{{2}}|bereits|schon|"
    rf"déjà|se|lo|la|me)){{0,3}}[ ](?:[\w-]{{2,12}} ){{0,3}}?([\w-]{{3,16}})",
    re.I,
)
STEPS_SURE = re.compile(
    r"\bso far:|\bno (?:luck|change|effect|difference|success)\b|\b(?:didn.t|did not) (?:help|"
    r"change)\b|\bsans succès\b|\bohne erfolg\b|\bsin éxito\b|"
    r"\b(?:same result|to no avail|without success|nothing helped)\b|^(?:already|tried) \w+",
    re.I,
)
TOOLS = re.compile(
    r"(?<![\w-])(?:message trace|threat explorer|fiddler|wireshark|SaRA|support and recovery assistant|"
    r"remote connectivity analy[sz]er|mx ?toolbox|process monitor|procmon|idfix|"
    r"azcopy(?: v\d+)?|graph explorer|what ?if tool|network assessment tool|traceroute|tracert|pathping|nslookup|"
    r"telnet|event viewer|dsregcmd|powershell(?: ISE)?|call quality dashboard|cqd|"
    r"call analytics|sign-in logs?|connectivity test|azure cli|kusto|log analytics|hexnode|netstat|ping|iperf|"
    r"speed ?test|synchronization service manager|"
    r"service health|header analyzer|mdmdiag\w{0,10}|fslogix tray|configuration analyzer|ediscovery tool)(?![\w-])",
    re.I,
)
ABOUT_CONTACT = re.compile(
    r"\b(?:call (?:me|us|my|her)|reach me|contact me|e-?mail me|text me|ring me|my (?:number|cell|phone|direct)|"
    r"phone is best|by e-?mail please|"
    r"prefer (?:phone|e-?mail)|cmp id|please call|e-?mail preferred|reach (?:me|us) (?:at|on|by)|"
    r"severity [abc]|sev [abc1-4]|"
    r"ll[áa]menme|me rappeler|taking over this ticket|my details|attached (?:the|is)|i.?ve attached|"
    r"anything else you need|thank you|thanks|hope you)\b",
    re.I,
)

INTRODUCES = re.compile(
    r"\b(?:(?:[Tt]his is|[Ii]t.?s|[Ii]ts|[Mm]y name is|[Mm]ein [Nn]ame ist|[Jj]e m.appelle|[Mm]e llamo|[Ss]oy|"
    r"[Hh]ier ist) ?)([A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,25})"
)
TAKES_OVER = re.compile(
    r"\b(?:tak(?:e|ing) over (?:this|the|his|her)|use my (?:details|number|e-?mail)|i.ll be (?:the|your) contact|"
    r"new contact|my details from now)\b",
    re.I,
)
MEETS = re.compile(r"\bmeetings?\b[^.\n]{0,12}$", re.I)
