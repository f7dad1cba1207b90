"""How people say things in running text, as patterns: contact, time, urgency, steps. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.fields.passages import Wording, wording

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

SEVERITY = wording(
    r"\b(?:sev(?:erity)?|prio(?:rity)?|schweregrad|gravité|severidad|prioridad|priorität)[\s.:=#-]{0,3}(?:is |"
    r"level |of |would be |should be |as )?(?:an? )?([abc1-4])\b|\bp([1-4])\b",
    words="p1 p2 p3 p4",
    parts="sev|prio|urgency|schweregrad|gravité",
)
SEVERITY_NAMED = wording(
    r"\b(?:sev(?:erity)?|prio(?:rity)?|urgency|schweregrad|priorität|priorité|prioridad)\W{0,3}(?:is |level |of |"
    r"would be |should be )?(critical|high|medium|moderate|low|urgent|"
    r"normal|minor|minimal|hoch|mittel|niedrig|haute|moyenne|basse|alta|media|baja)\b|\b(critical|high|medium|low|"
    r"normal)[ -](?:severity|priority|prio|urgency)\b",
    parts="sev|prio|urgency|schweregrad|gravité",
)
LONE_LETTER = re.compile(
    r"(?<![\w&.'’/-])(?:B|C|A(?=\s*(?:$|[,.;:!?)–—-]|because|since|please|as |for now|for us|weil|bitte|parce|car |"
    r"porque)))(?![\w&'’/+#-]|\.\w)"
)
GRADES = re.compile(
    r"\b(?:sev\w{0,6}|prio\w{0,6}|urgen\w{1,4}|level|stufe|niveau|nivel|grad|gravit\w{1,4}|dringlich\w{0,4}|"
    r"schwere\w{0,4}|"
    r"importan\w{1,3}|klasse|class|rank|kategorie|letter|buchstabe)\b[^.!?\n]{0,32}$"
    r"|\b(?:treat|handle|call|calling|consider|rate|file|log|mark|put|make|leave|keep|say|think|guess|rank|classify|"
    r"count|"
    r"log|open|raise|take|want|sagen|einstufen|als|setzen|mettez|mettre|disons|dirais|pongan|poner|diría|sería|"
    r"would be|should be|must be|could be|is more like|more of|this is|it is|it.s|makes|that.s)"
    r"(?: (?:it|this|that|them|both|one|is|as|an?|on|at|to|of|for|the|please|only|just|be|me|us|ce|cela|un|une|en|"
    r"como|"
    r"une?|ticket|case|issue|das|es|ein|eine|wir|ich|rather|probably|maybe|perhaps|with)){0,5}\s[\"“'(]?$",
    re.I,
)
GRADED = re.compile(
    r"^[\"”')]{0,2}\s(?:is (?:fine|ok|enough|right|sufficient|good)|would (?:be (?:enough|fine|ok|right)|do)|"
    r"please\b|will do|reicht|genügt|suffit|basta|for (?:1|2|"
    r"both|all)|"
    r"severity|priority|level|should do|works)\b",
    re.I,
)
SEVERITY_WORDS: tuple[tuple[str, Wording], ...] = (
    (
        "C",
        wording(
            r"\b(?:(?:not|isn.t|nothing|never|hardly) (?:super |very |that |so |really |too |all that )?urgent|not "
            r"time.critical|minor (?:thing|issue|problem|matter)|no corre prisa|(?:no|not a|not in a|in no) (?:\w+ "
            r")?(?:rush|hurry|"
            r"big deal)|can wait|"
            r"not critical|lowest (?:letter|level|priority|severity)|whenever it suits|take your time|keine eile|hat "
            r"zeit|when(?:ever)? you (?:have|get) (?:a )?(?:time|chance|minute)|low priority|eilt nicht|"
            r"sin prisa|rien d'urgent|nicht (?:dringend|eilig)|pas urgent|no es urgente|low[- ]prio\w{0,4})\b",
            parts="urgent|rush|hurry|deal|can wait|critical|when you|whenever|low prio|low-prio|lowest|minor|prisa|"
            "time-critical|time critical|suits|take "
            "your|hat zeit|eil|prisa|dringend",
        ),
    ),
    (
        "A",
        wording(
            r"\b(?:business[- ]critical|production (?:is )?down|(?:as|is|it.s|very|really|absolutely) critical|"
            r"kritisch|critique|critical (?:issue|outage|problem)|complete outage|"
            r"emergency)\b",
            parts="critical|production|complete outage|emergency|kritisch|critique",
        ),
    ),
    (
        "B",
        wording(
            r"\b(?:urgent(?:e|ly)?|asap|as soon as possible|dringend|so schnell wie möglich|lo antes posible|"
            r"au plus vite|high priority)\b",
            parts="urgent|asap|as soon as|dringend|so schnell|antes posible|au plus vite|high priority",
        ),
    ),
)

CMP_AFTER = wording(
    r"\b(\d{4,7}) (?:is|ist|es|est) (?:the|our|their|your|unsere|nuestro|notre) (?:customer )?CMP|\b(?:in|at|with) "
    r"(?:the )?CMP (?:we|they|it) (?:are|is) #?(\d{4,7})\b",
    parts="cmp",
)
CMP = wording(
    r"\bCMP(?:[\s-]{0,2}(?:customer|account|portal|kunden))?(?:[\s-]{0,2}(?:IDs?|No|Nr|number|nummer|account|"
    r"code|numéro|número)\b)?[\s.:=#(-]{0,3}"
    r"(?:(?:is|es|ist|lautet|est|for|of|the|our|this|them|their|that|customer|client|it|should be|"
    r"will be|would be|heißt|them is|here is|being|c'est|:)\s){0,4}(?:#|CMP-?)?((?:[A-Z]{1,3}-?)?\d[\dA-Z-]{2,15})\b",
    parts="cmp",
)
SUBSCRIPTION_BEFORE = re.compile(r"\b(?:sub(?:scription|s)?|abo\w{0,8}|suscripci\w{2,4}|abonnement)\b", re.I)
NO_SUBSCRIPTION = wording(
    r"\b(?:subscription|abo|abonnement|suscripción)(?:[ -]?id)?\W{0,3}(?:is |ist |est |es )?"
    r"(?:does(?:n.t| not) apply|not applicable|n/?a\b|none\b|entfällt|no aplica|sans objet|not relevant)"
    r"|\bno subscription (?:id )?(?:involved|applies|here|concerned)\b",
    parts="subscription|abo|suscripción",
)
NO_SUBSCRIPTION_BEFORE = re.compile(
    r"(?:request|correlation|trace|tenant|client|object|app(?:lication)?|session|activity)[\s_-]?(?:id|request)?\b",
    re.I,
)

ERROR_CUE = re.compile(
    r"\b(?:error|errors|message|messages|says?|said|saying|reads?|shows?|showing|sees?|fails with|failed with|"
    r"getting|gets?|rejected|with|displays?|prompt|"
    r"bounce[sd]?|declined|blocked|warning|fehler\w{0,8}|meldung|mensaje|affiche|dice|"
    r"back|returns?|sagt|zeigt|erreur|throws|has|answers|steht|kommt|erscheint|lautet|heißt|pone|sale|aparece|"
    r"apparaît|lit|"
    r"read)\b[^\"“«„\n]{0,22}$"
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
# words no name of a button or folder has: what stands in quotes with them is a message
ERROR_WORDS = re.compile(
    r"\b(?:can.?t|cannot|can not|couldn.?t|could not|unable|not|isn.?t|wasn.?t|doesn.?t|failed|failure|denied|error|"
    r"wrong|sorry|expired|"
    r"blocked|unavailable|invalid|rejected|refused|disabled|exceeded|limit|full|unlicensed|restricted|pending|"
    r"required|"
    r"nicht|kein\w{0,2}|abgelehnt|abgelaufen|ungültig|fehlgeschlagen|leider|gesperrt|impossible|pas|refusée?|"
    r"échou\w{1,3}|"
    r"expirée?|no se|no ha|no pudo|no está|rechazad[oa]|inválid[oa]|caducad[oa]|ya está|unexpected|missing)\b",
    re.I,
)
QUOTED = re.compile(r"[\"“«„]\s?([^\"“”«»„\n]{6,240}(?:\n[^\"“”«»„\n]{1,160}){0,2}?)\s?[\"”»“]")
ERROR_CODE = re.compile(
    r"\b(?:AADSTS\d{4,8}(?:: [^\n.]{5,120})?|0[xX][0-9a-fA-F]{6,8}|caa[0-9a-f]{5}|"
    r"HTTP (?:/\d\.\d )?[45]\d\d(?: [A-Z][A-Za-z]+){0,4}|Msg \d{3,6}|(?<=log says )\d{4,6}|(?<=with "
    r")[A-Z][a-z]+(?:Exceeded|Invalid|Required|Blocked|Expired)(?:: [^\n\".]{5,160})?|"
    r"[45]\d\d[ -][45]\.\d\.\d{1,3}[^\n\"”»]{0,160}|"
    r"permerror|temperror|[A-Z][a-z]+[A-Za-z]{4,40}(?:Error|Exception|Failed|Denied|NotFound|Disallowed\w{0,10}|"
    r"NotAvailable)\b(?:: [^\n\"]{5,120})?)",
)
# what every such code has in it; case matters, so sentences about errors seldom do
ERROR_SIGN = re.compile(
    r"AADSTS|0[xX]|caa|HTTP|Msg|log says|[45]\.\d\.|permerror|temperror|Error|Exception|Failed|Denied|NotFound|"
    r"Disallowed|NotAvailable|Exceeded|Invalid|Required|Blocked|Expired"
)
ERROR_TOLD = wording(
    r"\b(?:message|error|popup|pop-up|banner|bounce|ndr|warning|notification)(?: that| "
    r"message)? (?:says|saying|reads|that says|was|is)[: ] ?"
    r"((?:[\w'().-]+ ?){2,14})|"
    r"\b(?:i|we|he|she|they|users?) (?:just )?(?:gets?|sees?|receives?|"
    r"got):? (?:an? )?(?:error )?((?-i:[A-Z])[\w']+(?: "
    r"[\w'().-]+){1,10})|"
    r"\b((?:an? )?\d{3} error|error (?:code |number |no\.? )[\w.-]{2,20}|(?:Fehler|Fehlercode|erreur|código) "
    r"[\w-]*\d[\w-]*)\b|"
    r"\bit says ((?:[\w']+ ?){4,12})",
    parts="says|saying|reads|message is|error is|get|see|receiv|got|error|fehler|erreur|código|message was",
)

REPRODUCE = wording(
    r"\b(?:steps(?: to reproduce)?:|to reproduce|to see it|you can try it|to replicate|repro:|reproduce(?:d)? by|"
    r"happens (?:every time|each time|always )?when|happens (?:every|each) time|(?:you )?(?:can )?(?:see|notice) "
    r"(?:it|this) (?:when|if|as soon as|by)|(?:^|just |simply )open any\b|whenever (?:i|we|anyone|someone)\b|every "
    r"time (?:i|we|you|anyone|someone)\b|"
    r"um es nachzustellen|pour reproduire|para reproducir)",
    parts="steps|reprod|to see it|try it|to replicate|repro:|happens|see it|see this|notice|open any|whenever|every "
    "time|nachzustellen",
)
_WHO = (
    r"(?:i|we|ya|j'ai|nous avons|ich habe|wir haben|hemos|he|she|they|already|bereits|schon|déjà|ya|also|then|"
    r"colleague|guy|admin)"
)
STEPS = wording(
    rf"\b{_WHO}(?:[ '’](?:ve|have|has|had|also|already|just|then|even|both|first|now|hab\w{{2}}|bereits|schon|"
    rf"déjà|se|lo|la|me)){{0,3}}[ ](?:[\w-]{{2,12}} ){{0,3}}?([\w-]{{3,16}})",
    words="ai already bereits déjà he hemos i ich nous schon we wir ya she they also then colleague guy admin",
)
STEPS_SURE = wording(
    r"\bso far:|\bno (?:luck|change|effect|difference|success|better|improvement|avail)\b|\b(?:didn.t|did not|does "
    r"not|doesn.t) (?:help|"
    r"change|fix|solve|make (?:any|a) difference)\b|\bsans (?:succès|effet|résultat)\b|\bohne (?:erfolg|wirkung|"
    r"ergebnis)\b|\bsin (?:éxito|resultado)\b|"
    r"\b(?:same (?:result|thing|error|message) (?:every|each|again|both|as|with|for)|same result|to no avail|without "
    r"success|nothing (?:helped|changed|moved)|"
    r"changed nothing|did nothing|made no difference|nichts (?:geändert|gebracht|geholfen)|keine (?:besserung|"
    r"änderung|wirkung)|"
    r"hilft (?:auch )?nicht|n'a rien (?:changé|donné)|no (?:ha )?sirvi[óo]|sigue igual|same for (?:her|him|them|"
    r"me))\b|^(?:already|tried) \w+",
    parts=(
        "so far:|no |help|change|sans |ohne |sin |same |without success|already|tried|nothing|no avail|difference|"
        "fix|solve|nichts|"
        "keine |hilft|rien|sirvi|igual"
    ),
)
BOILERPLATE = wording(
    r"\b(?:confidential|privileged|intended recipient|received (?:it|this|the message) in error|vertraulich|"
    r"confidentiel)\b",
    parts="confidential|privileged|intended recipient|in error|vertraulich|confidentiel",
)
TOOLS = wording(
    r"(?<![\w-])(?:message trace|threat explorer|fiddler|wireshark|SaRA|support and recovery assistant|"
    r"remote connectivity analy[sz]er|mx ?toolbox|process monitor|procmon|idfix|"
    r"azcopy(?: v\d+)?|graph explorer|what ?if tool|network assessment tool|traceroute|tracert|pathping|nslookup|"
    r"telnet|event viewer|dsregcmd|powershell(?: ISE)?|call quality dashboard|cqd|"
    r"call analytics|sign-in logs?|connectivity test|azure cli|kusto|log analytics|hexnode|netstat|ping|iperf|"
    r"speed ?test|synchronization service manager|"
    r"service health|header analyzer|mdmdiag\w{0,10}|fslogix|configuration analyzer|ediscovery tool)(?![\w-])",
    words=(
        "analyser analytics analyzer azcopy cli cqd dashboard dsregcmd explorer fiddler fslogix health hexnode "
        "idfix iperf kusto log logs manager monitor mxtoolbox netstat nslookup pathping ping powershell procmon "
        "recovery sara speedtest telnet test tool toolbox trace traceroute tracert viewer wireshark"
    ),
    parts="mdmdiag",
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

# machines of other makers, for requests that are out of scope
DEVICE = wording(
    r"\b(?:HP|Epson|Ricoh|Brother|Canon|Xerox|Lexmark|Kyocera|Konica(?: Minolta)?|Zebra|Dell|Lenovo|Synology|QNAP|"
    r"Cisco|Meraki|Ubiquiti|UniFi|Fortinet|"
    r"Netgear|Sophos|Yealink|Poly|Logitech|Samsung|Toshiba|Sharp|Acer|Asus|Panasonic|Dymo|Star|TP-Link|WatchGuard|"
    r"Barracuda|APC|Supermicro|HPE)"
    r"(?: (?:[A-Z]{1,9}[a-z]{0,9}-?[\w-]*\d[\w-]*|[A-Z][\w-]+|\d[\w-]+|copier|printer|server|laptop|scanner|router|"
    r"switch|firewall|NAS|monitor|drucker|kopierer)){1,3}",
    words="hp epson ricoh brother canon xerox lexmark kyocera konica zebra dell lenovo synology qnap cisco meraki "
    "ubiquiti unifi fortinet netgear "
    "sophos yealink poly logitech samsung toshiba sharp acer asus panasonic dymo star tp watchguard barracuda apc "
    "supermicro hpe",
    exact=True,
)
