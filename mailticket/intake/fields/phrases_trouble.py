"""How people tell errors, how to see them, what was done and with which tools, as patterns. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.fields.passages import wording

ERROR_CUE = re.compile(
    r"\b(?:error|errors|message|messages|says?|said|saying|reads?|shows?|showing|sees?|fails with|failed with|"
    r"getting|gets?|rejected|with|displays?|prompt|"
    r"bounce[sd]?|declined|blocked|warning|fehler\w{0,8}|meldung|mensaje|affiche|dice|"
    r"back|returns?|sagt|zeigt|erreur|throws|has|answers|steht|kommt|erscheint|lautet|heißt|pone|sale|aparece|"
    r"apparaît|lit|bandeau|leiste|balken|banner|bar|pop-?up|hinweis|text|hear|hears|tells|told|dialog\w{0,3}|screen|"
    r"notice|"
    r"one is|error is|message is|ends in|ends at|mensagem|ventana|fenêtre|fenster|statut|"
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
    r"wrong|sorry|expired|locked|"
    r"blocked|unavailable|invalid|rejected|refused|disabled|exceeded|limit|full|unlicensed|restricted|pending|"
    r"required|incorrect|trouble|having|don.t|won.t|aren.t|haven.t|hasn.t|didn.t|must|need to|try again|no longer|"
    r"contact (?:your|"
    r"the)|went|interrupted|"
    r"ended|conflict|declined|insuffisant\w?|désactivée?|introuvable|deaktiv\w{2,6}|insuficiente|desactivad[oa]|"
    r"nicht|kein\w{0,2}|abgelehnt|abgelaufen|ungültig|fehlgeschlagen|leider|gesperrt|impossible|pas|refusée?|"
    r"échou\w{1,3}|"
    r"expirée?|no se|no ha|no pudo|no está|rechazad[oa]|inválid[oa]|caducad[oa]|ya está|unexpected|missing)\b",
    re.I,
)
QUOTED = re.compile(r"[\"“«„]\s?([^\"“”«»„\n]{1,240}(?:\n[^\"“”«»„\n]{1,160}){0,2}?)\s?[\"”»“]")
QUOTED_SINGLY = re.compile(r"(?<![\w])['‘]([A-ZÄÖÜÉÈ](?:[^'‘’\n\"“”]|(?<=\w)['’](?=\w)){5,180})['’](?!\w)")
ERROR_CODE = re.compile(
    r"\b(?:AADSTS\d{4,8}(?:: [^\n.]{5,120})?|(?:AAD|SSPR)[A-Z0-9]{0,5}_\d{3,5}(?:\s?: [^\n.\"”]{5,120})?|"
    r"0[xX][0-9a-fA-F]{6,8}|"
    r"caa[0-9a-f]{5}|"
    r"HTTP (?:/\d\.\d )?[45]\d\d(?: [A-Z][A-Za-z]+){0,4}|Msg \d{3,6}|(?<=log says )\d{4,6}|(?<=with "
    r")[A-Z][a-z]+(?:Exceeded|Invalid|Required|Blocked|Expired)(?:: [^\n\".]{5,160})?|"
    r"[45]\d\d[ -][45]\.\d\.\d{1,3}[^\n\"”»]{0,160}|"
    r"permerror|temperror|(?:NET::)?ERR_[A-Z_]{4,40}|"
    r"(?:[A-Z0-9]{2,20}_){1,5}(?:FAILED|ERROR|EXCEPTION|DENIED|TIMEOUT|INVALID|EXPIRED|REFUSED|UNREACHABLE|FOUND)|"
    r"fail(?:ed|ure)? \([a-z][^()\n]{5,80}\)|"
    r"(?:Forbidden|Unauthorized|Bad Gateway|Bad Request|Not Found|Service Unavailable|Gateway Time-?out|"
    r"Internal Server Error|"
    r"Too Many Requests),? \(?(?:HTTP |error )?[45]\d\d\)?|[45]\d\d(?: -)? (?:Forbidden|Unauthorized|Bad Gateway|"
    r"Bad Request|"
    r"Not Found|Service Unavailable|Gateway Time-?out|Internal Server Error|Too Many Requests)|"
    r"(?:[a-z]\w{0,20}\.){0,6}[A-Z]\w{3,60}(?:Error|Exception|Failed|Denied|NotFound|Disallowed\w{0,10}|NotAvailable|"
    r"Timeout|"
    r"Exceeded)\b(?:: (?:(?!\sat\s)[^\n\"”]){5,120})?)",
)
# what every such code has in it; case matters, so sentences about errors seldom do
ERROR_SIGN = re.compile(
    r"AADSTS|0[xX]|caa|HTTP|Msg|log says|[45]\.\d\.|permerror|temperror|Error|Exception|Failed|Denied|NotFound|"
    r"Disallowed|NotAvailable|Exceeded|Invalid|Required|Blocked|Expired|Timeout|ERR_|_FAILED|_ERROR|_DENIED|_INVALID|"
    r"fail(?:ed|ure)? \(|AADB|SSPR_|Forbidden|Unauthorized|Bad Gateway|Bad Request|Not Found|Unavailable|Time-?out|"
    r"Server Error|Too Many"
)
# a message told without quotes, by something that is no person
ERROR_SAID = wording(
    r"(?:^|[,;.!?] (?:and |but )?|\b(?:it|screen|page|error|message|popup|pop-up|app|program|portal|window|outlook|"
    r"teams|word|"
    r"excel|onedrive|browser|computer|phone|tablet|display|box|bar|banner|which|that|and|system|site) (?:just |only |"
    r"now |always |then "
    r"|still |keeps? )?)(?:says?|saying|sayin|reads|dice|dit|sagt|pone|meldet)(?: that|:)? ((?:[\w'’?/-]+ ?){2,10}?)"
    r"(?= but\b| and\b| when\b| though\b| tho\b|[,.;!]|\?\?|$)",
    words="says say saying sayin reads dice dit sagt pone meldet",
)
ERROR_TOLD = wording(
    r"\b(?:message|error|popup|pop-up|banner|bounce|ndr|warning|notification)(?: that| "
    r"message)? (?:says|saying|reads|that says|was|is)[: ] ?"
    r"((?:[\w'().-]+ ?){2,14})|"
    r"\b(?:i|we|he|she|they|users?) (?:just )?(?:gets?|sees?|receives?|"
    r"got):? (?:an? )?(?:error )?((?-i:[A-Z])[\w']+(?: "
    r"[\w'().-]+){1,10})|"
    r"\b(?:error|message|fehler|fehlermeldung|meldung|erreur|mensaje)\s?: ?((?:[\w'’().-]+,? ?){2,14})|"
    r"\bwith (?:the |an? )?(?:text|message|error|note|hint|words) (?-i:([A-Z][\w'’]+(?: [\w'’().-]+){1,12}))|"
    r"\b((?:an? )?\d{3} error|error (?:code |number |no\.? )[\w.-]{2,20}|error \d{3,8}|(?:Fehler|Fehlercode|erreur|"
    r"código) "
    r"[\w-]*\d[\w-]*)\b",
    parts="says|saying|reads|message is|error is|get|see|receiv|got|error|fehler|erreur|código|message was|"
    "message:|message :|meldung:|mensaje:|with the text|with the message|with the error|with a |with an |with "
    "text|with error",
)

REPRODUCE = wording(
    r"\b(?:steps(?: to reproduce| for (?:your )?reference)?\s?:|(?:it.s |is )?(?:easy |easily )?to reproduce|"
    r"to see it|you can try it|to "
    r"replicate|to recreate|repro\s?:|repro\w* (?:is|are) \w{3,12}\s?:|reproduced? (?:by|as|like|it|this)|"
    r"happens (?:every time|each time|always )?when|happens (?:every|each) time|happens on (?:each|every)|"
    r"(?:you )?(?:can )?(?:see|notice) "
    r"(?:it|this) (?:when|if|as soon as|by)|(?:^|just |simply )open any\b|whenever (?:i|we|anyone|someone)\b|every "
    r"time (?:you|anyone|someone)\b|you can (?:test|try|check|see|reproduce|ring|call) [^.!?]{3,90}(?:: |,? (?:then|"
    r"and) you (?:will )?"
    r"(?:hear|see|get)|, then)|if you (?:call|open|click|send|try|press|dial) [^.!?]{3,70}you (?:can |will |"
    r".ll )?(?:hear|see|get)|"
    r"to (?:get|trigger|provoke|show) (?:it|this|the error),? (?:just|simply|open|click|start|send|go|press|try)|"
    r"um es nachzustellen|nachstellen|zum nachvollziehen|pour (?:le |la )?reproduire|para (?:reproducir|verlo|"
    r"replicar))",
    parts="steps|repro|to see it|try it|to replicate|to recreate|happens|see it|see this|notice|open any|whenever|"
    "every time|nachzustellen|nachstellen|nachvollziehen|you can|if you|to get it|trigger|provoke|to show|para "
    "verlo|para "
    "replicar",
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
    r"hilft (?:auch )?nicht|n'a rien (?:changé|donné)|no (?:ha )?sirvi[óo]|sigue igual|no joy|no dice|no go)\b|"
    r"^(?:already|tried) \w+",
    parts=(
        "so far:|no |help|change|sans |ohne |sin |same |without success|already|tried|nothing|no avail|difference|"
        "fix|solve|nichts|"
        "keine |hilft|rien|sirvi|igual"
    ),
)
TOOLS = wording(
    r"(?<![\w-])(?:message trace|threat explorer|fiddler|wireshark|SaRA|(?:microsoft )?support and recovery assistant|"
    r"remote connectivity analy[sz]er|mx ?toolbox|process monitor|process explorer|procmon|procdump|idfix|kudu|"
    r"network watcher|"
    r"azcopy(?: v\d+)?|graph explorer|what ?if tool|network assessment tool|traceroute|tracert|pathping|nslookup|"
    r"psping|tcpping|"
    r"telnet|event viewer|dsregcmd|powershell(?: ISE)?|call quality dashboard|cqd|gpresult|kubectl|az cli|mfcmapi|"
    r"autoruns|"
    r"call analytics|sign-in logs?|sign-in diagnostics?|connectivity test|azure cli|kusto|log analytics|hexnode|"
    r"netstat|ping|iperf3?|"
    r"speed ?test|synchronization service manager|gateway diagnostics|mdeclientanalyzer|adconnectivitytool|"
    r"azure monitor|resource explorer|"
    r"service health|(?:message )?header analy[sz]er|mdmdiag\w{0,10}|fslogix|configuration analy[sz]er|ediscovery tool|"
    r"(?:get|test|start|invoke|set|new|remove|repair|resolve)-[A-Z][A-Za-z]{5,40}|sysinternals|crystaldiskinfo|"
    r"chkdsk|sfc /scannow|dism)(?![\w-]|\.\w)",
    words=(
        "analyser analytics analyzer azcopy cli cqd dashboard dsregcmd explorer fiddler fslogix health hexnode "
        "idfix iperf iperf3 kusto log logs manager monitor mxtoolbox netstat nslookup pathping ping powershell procmon "
        "recovery sara speedtest telnet test tool toolbox trace traceroute tracert viewer wireshark kudu watcher "
        "psping tcpping "
        "gpresult kubectl az mfcmapi autoruns diagnostics diagnostic mdeclientanalyzer adconnectivitytool procdump "
        "get start invoke "
        "set new remove repair resolve sysinternals crystaldiskinfo chkdsk sfc dism"
    ),
    parts="mdmdiag",
)
# "Tools: …" within a line, "we used … tool"
TOOLS_NAMED = wording(
    r"\b(?:tools?(?: used)?|werkzeuge|outils|herramientas)\s?: ([^.;\n]{3,90})|"
    r"\b(?:we|i|have|also) used (?-i:((?:the )?[A-Z][^.;\n]{2,70}?)) ?(?:tool|blade|tester|logs?|trace|explorer|"
    r"viewer|app|utility|assistant|"
    r"portal)?(?=[.;,\n]|$)",
    words="tool tools werkzeuge outils herramientas used",
)
# machines of other makers, for requests that are out of scope
_KIND = (
    r"copier|printer|server|laptop|scanner|router|switch|firewall|NAS|monitor|drucker|kopierer|multifunction|plotter|"
    r"camera|"
    r"projector|imprimante|impresora|access point|tablet|desktop|workstation|dock|headset|phone|fotocopiadora|copieur|"
    r"etikettendrucker|toner"
)
DEVICE = wording(
    r"\b(?:HP|Epson|Ricoh|Brother|Canon|Xerox|Lexmark|Kyocera|Konica(?: Minolta)?|Zebra|Dell|Lenovo|Synology|QNAP|"
    r"Cisco|Meraki|Ubiquiti|UniFi|Fortinet|"
    r"Netgear|Sophos|Yealink|Poly|Logitech|Samsung|Toshiba|Sharp|Acer|Asus|Panasonic|Dymo|Star|TP-Link|WatchGuard|"
    r"Barracuda|APC|Supermicro|HPE|Honeywell|OKI|Fujitsu|Buffalo|SonicWall|Draytek|Bosch|Axis|Hikvision)"
    rf"(?: (?:(?:label|laser|colou?r|receipt|thermal|photo|inkjet|document|big|old|wireless|wide-format|network|"
    rf"office) )?(?:{_KIND})\b|"
    r" (?:[A-Z]{1,9}[a-z]{0,9}-?[\w-]*\d[\w-]*|[A-Z][\w-]+|\d[\w-]+)){1,3}",
    words="hp epson ricoh brother canon xerox lexmark kyocera konica zebra dell lenovo synology qnap cisco meraki "
    "ubiquiti unifi fortinet netgear "
    "sophos yealink poly logitech samsung toshiba sharp acer asus panasonic dymo star tp watchguard barracuda apc "
    "supermicro hpe honeywell oki fujitsu buffalo sonicwall draytek bosch axis hikvision",
    exact=True,
)
