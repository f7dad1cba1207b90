"""How people tell how to see a problem, what was done about it and with which tools, as patterns. Data only.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

from mailticket.intake.fields.passages import wording

REPRODUCE = wording(
    r"\b(?:steps(?: to reproduce| for (?:your )?reference)?\s?:|(?:it.s |is )?(?:easy |easily )?to reproduce|"
    r"to see it|you can try it|to "
    r"replicate|to recreate|repro\s?:|repro\w* (?:is|are) \w{3,12}\s?:|reproduced? (?:by|as|like|it|this)|"
    r"happens (?:every time|each time|always )?when|happens (?:every|each) time|happens on (?:each|every)|"
    r"(?:you )?(?:can )?(?:see|notice) "
    r"(?:it|this) (?:when|if|as soon as|by)|(?:^|just |simply )open any\b|whenever (?:i|we|any\w{0,4}|some\w{0,4}|"
    r"an?|the|one)\b|every "
    r"time (?:you|anyone|someone)\b|you can (?:test|try|check|see|reproduce|ring|call)"
    r"(?! (?:or|and|me|us|at|on|any)\b) [^.!?]{3,90}(?:: |,? (?:then|"
    r"and) you (?:will )?"
    r"(?:hear|see|get)|, then)|if you (?:call|open|click|send|try|press|dial) [^.!?]{3,70}you (?:can |will |"
    r".ll )?(?:hear|see|get)|"
    r"to (?:get|trigger|provoke|show) (?:it|this|the error),? (?:just|simply|open|click|start|send|go|press|try)|"
    r"um es nachzustellen|nachstellen|zum nachvollziehen|pour (?:le |la )?reproduire|para (?:reproducir|verlo|"
    r"replicar)|(?<!can.t )(?<!cannot )(?<!not )(?<!unable to )(?<!couldn.t )(?<!never )reproduc(?:ing|ible|e (?:it|"
    r"this))\b|"
    r"(?:can|could|may) (?:watch|see) it (?:happen|live|yourselves|yourself)|(?:can be|is easily|easily) (?:seen|"
    r"provoked|"
    r"triggered|shown) (?:by|when|if)|easy to (?:provoke|trigger|see|show)|what happens,? (?:every|each) time|"
    r"happens (?:with|on|in|for|from) (?:any|every|each)\b|(?:get|see|trigger|show) (?:it|this|the error) by "
    r"\w{2,12}ing\b|"
    r"(?:schritte|étapes|pasos)\s?:|zum (?:reproduzieren|nachstellen)|se reproduce|reproduit (?:en|quand|à)|so sieht "
    r"man|nachvollziehen lässt|(?:il suffit|suffit) (?:de |d['’])|pour (?:le|la|les) (?:voir|constater)|"
    r"(?:^|[:,] )(?:just |simply )?(?:take|pick|choose|send|forward|make|create|start) any (?!questions?|queries|other|"
    r"further|"
    r"repl|feedback|mails? to me)|basta con|basta (?:abrir|pulsar))",
    words="steps schritte étapes pasos happens notice whenever replicate recreate trigger triggered provoke provoked "
    "shown watch nachzustellen nachstellen nachvollziehen suffit basta verlo replicar",
    parts="repro|it by|this by|error by| any |see it|see this|seen by|seen when|try it|every time|you can|if you|"
    "to get |to show|so sieht|pour le|pour la",
)
STEPS_SURE = wording(
    r"\bso far:|\bno (?:luck|change|effect|difference|success|better|improvement|avail)\b|\b(?:didn.t|did not|does "
    r"not|doesn.t) (?:help|"
    r"change|fix|solve|make (?:any|a) difference)\b|\bsans (?:succès|effet|résultat)\b|\bohne (?:erfolg|wirkung|"
    r"ergebnis)\b|\bsin (?:éxito|resultado)\b|"
    r"\b(?:same (?:result|thing|error|message) (?:every|each|again|both|as|with|for)|same result|to no avail|without "
    r"success|nothing (?:helped|changed|moved)|"
    r"changed nothing|did nothing|made no difference|nichts (?:geändert|gebracht|geholfen)|(?:brachte|half|änderte)n? "
    r"(?:auch )?nichts|keine (?:besserung|"
    r"änderung|wirkung)|"
    r"hilft (?:auch )?nicht|n'a rien (?:changé|donné)|no (?:ha )?sirvi[óo]|sigue igual|no joy|no dice|no go)\b|"
    r"^(?:already|tried) \w+",
    parts=(
        "so far:|no |help|change|sans |ohne |sin |same |without success|already|tried|nothing|no avail|difference|"
        "fix|solve|nichts|"
        "keine |hilft|rien|sirvi|igual"
    ),
)
# what was done long before
FORMERLY = wording(
    r"\b(?:in the old days|years ago|back in (?:19|20)\d\d|last year|in the past|früher|autrefois|antaño)\b",
    words="days years back last past früher autrefois antaño",
)
# "restarting it helped for a day": what was done is the subject
STEPS_HELPED = wording(
    r"(?:^|[,;:.] |\b(?:and|but|only) )(?:re-?[a-z]{3,12}|restart|reboot|reset|clear|remov|add|unplug|updat|repair|"
    r"disabl|enabl|turn|switch|chang|replac|delet|swapp?|unlink|sync|logg|sign|clos|power|roll|unassign|assign)ing\b"
    r"[^.!?;]{1,80}?\b(?:helped|helps|brings|brought|fixe[sd]|cure[sd]|worked|works|made|makes|did|does|changed|"
    r"changes|"
    r"gets it|got it|solves|solved|gives|gave|clears|cleared)\b",
    parts="ing ",
    also="help|br|fix|cure|work|ma|did|does|change|get|got|solve|give|gave|clear",
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
    r"chkdsk|sfc /scannow|dism|pingplotter|winmtr|nmap|tcpdump|netmon|procexp|perfmon|repadmin|dcdiag|adsi ?edit|ldp|"
    r"(?:[A-Z]\w+ )?client analy[sz]er|diagnose blade|connection analy[sz]er|klist|setspn|certutil|ipconfig|netsh|"
    r"curl|postman|idrac|dev(?:eloper)? tools|f12 tools|"
    r"connectivity cent(?:er|re)|troubleshooter|diagnose and solve problems|asr deployment planner|sharegate|"
    r"get help app|uninstall tool|scrubber|jamf|mdatp|scubagear|dns ?checker|hotfix script)(?![\w-]|\.\w)",
    words=(
        "analyser analytics analyzer azcopy cli cqd dashboard dsregcmd explorer fiddler fslogix health hexnode "
        "idfix iperf iperf3 kusto log logs manager monitor mxtoolbox netstat nslookup pathping ping powershell procmon "
        "recovery sara speedtest telnet test tool toolbox trace traceroute tracert viewer wireshark kudu watcher "
        "psping tcpping "
        "gpresult kubectl az mfcmapi autoruns diagnostics diagnostic mdeclientanalyzer adconnectivitytool procdump "
        "get start invoke "
        "set new remove repair resolve sysinternals crystaldiskinfo chkdsk sfc dism pingplotter winmtr "
        "nmap tcpdump netmon procexp perfmon repadmin dcdiag adsi adsiedit ldp klist setspn certutil ipconfig netsh "
        "curl "
        "postman idrac tools center centre troubleshooter solve planner sharegate help scrubber jamf "
        "mdatp "
        "scubagear dns dnschecker hotfix blade"
    ),
    parts="mdmdiag",
)
# "Tools: …" within a line, "we used … tool"
TOOLS_NAMED = wording(
    r"\b(?:tools?(?: used)?|werkzeuge|outils|herramientas)\s?: ([^.;\n]{3,90})|"
    r"\b(?:we|i|have|also) used (?-i:((?:the )?[A-Z][^.;\n]{2,70}?)) ?(?:tool|blade|tester|logs?|trace|explorer|"
    r"viewer|app|utility|assistant|"
    r"portal)?(?=[.;,\n]|$)|"
    r"\b(?:looked|checked|measured|traced|analy[sz]ed|scanned|captured|monitored|diagnosed|examined|recorded|verified|"
    r"inspected|geprüft|untersucht|gemessen|vérifié|analysé|mesuré|revisado|comprobado|analizado)(?: "
    r"(?-i:[a-z'’]{1,12})){0,4}? "
    r"(?:with|using|through|via|mit|avec|con) (?:the |a |an |dem |der |le |la |el )?"
    r"(?-i:([A-Z][\w-]{2,30}(?: [A-Z][\w-]{2,20}){0,2}(?:(?:,| and|, and|,? und| et| y) [A-Z][\w-]{2,30}(?: "
    r"[A-Z][\w-]{2,20}){0,2}){0,3}))",
    words="tool tools werkzeuge outils herramientas used looked checked measured traced analyzed analysed scanned "
    "captured monitored diagnosed examined recorded verified inspected geprüft untersucht gemessen vérifié analysé "
    "mesuré revisado comprobado analizado",
)
# machines of other makers, for requests that are out of scope
_KIND = (
    r"copier|printer|server|laptop|scanner|router|switch|firewall|NAS|monitor|drucker|kopierer|multifunction|plotter|"
    r"camera|modem|"
    r"projector|imprimante|impresora|access point|tablet|desktop|workstation|dock|headset|phone|fotocopiadora|copieur|"
    r"etikettendrucker|toner"
)
_SORT = (
    r"(?:(?:label|laser|colou?r|receipt|thermal|photo|inkjet|document|big|old|wireless|wide-format|network|office) )?"
)
_MODEL = r"[A-Z]{1,9}[a-z]{0,9}-?[\w-]*\d[\w-]*"
_PLAIN_KIND = r"(?:modem|router|copier|printer|scanner|plotter|projector|terminal|fax machine)"
FEATURE = wording(
    r"\b(?:Windows|Office)(?= (?:refuses|says|is (?:un|not|asking|activ)|asks|keeps|will not|won.t|cannot|can.t|"
    r"activation|"
    r"updates?))|\b[Ss]afe (?:[Aa]ttachments|[Ll]inks)\b|\b[Kk]ey [Vv]aults?\b|\b[Ff]unction [Aa]pps?\b|"
    r"\b[Ll]ogic [Aa]pps?\b|"
    r"\b[Ss]torage [Aa]ccounts?\b|\b[Ll]itigation [Hh]old\b|\b[Rr]etention (?:[Ll]abels?|[Pp]olic(?:y|ies))\b|"
    r"\b[Ff]ocused [Ii]nbox\b|\b[Pp]ublic [Ff]olders?\b|\b[Ss]ensitivity [Ll]abels?\b|\b[Ss]ecurity [Dd]efaults\b|"
    r"\b[Aa]uto-?[Aa]ttendants?\b|\b[Cc]all [Qq]ueues?\b|"
    r"\b[Mm]anaged [Ii]dentit(?:y|ies)\b|\b[Rr]eserved [Ii]nstances?\b|\b[Nn]ew [Oo]utlook\b|\bSSO\b|"
    r"\bsingle[- ]sign[- ]?on\b|\bADFS\b|\bAD FS\b|\bAAD\b|\bpassword (?:writeback|hash sync)\b",
    words="sso single adfs ad aad password",
    parts="safe att|safe link|key vault|function app|logic app|storage account|litigation hold|retention |"
    "focused inbox|public folder|sensitivity label|security default|attendant|call queue|managed ident|"
    "reserved inst|windows |office |"
    "new outlook",
)
# "mail or Teams": how to be reached, no product
TEAMS_AS_WAY = wording(
    r"\b(?:e-?mail|mail|phone|call|text|chat|mobile|telefon|courriel|correo)\w{0,2}(?: me)?,? (?:or|and|oder|ou|o|/) "
    r"(?:ms |microsoft |via |by |on |per |par |por )*teams\b(?! (?:calls?|meetings?|channels?|app|admin|phones?|"
    r"rooms?))|"
    r"\b(?:write|text|chat|message|reach|ping)(?: or call)? (?:me |us )?(?:in|on|via|over) (?:ms )?teams\b|"
    r"\bteams,? (?:or|oder|ou|o) (?:an? |by |via |per |par |por )?(?:e-?mail|mail|phone|call|text|mobile|telefon|"
    r"courriel|"
    r"correo)\b",
    words="teams",
)
# called by what it is and no more
PLAIN_DEVICE = wording(
    rf"(?:\b[Tt]he|\b[Oo]ur|\b[Mm]y|\b[Aa]|^) (?:(?!virus|malware|"
    rf"antivirus)[a-z]{{2,12}}(?:[ /][a-z]{{2,12}})? )?{_SORT}({_PLAIN_KIND})\b|^({_PLAIN_KIND})\b",
    words="modem router copier printer scanner plotter projector terminal fax",
)
DEVICE = wording(
    r"\b(?:HP|Epson|Ricoh|Canon|Xerox|Lexmark|Kyocera|Konica(?: Minolta)?|Dell|Lenovo|Synology|QNAP|"
    r"Cisco|Meraki|Ubiquiti|UniFi|Fortinet|"
    r"Netgear|Sophos|Yealink|Logitech|Samsung|Toshiba|Acer|Asus|Panasonic|Dymo|TP-Link|WatchGuard|"
    r"Barracuda|Supermicro|HPE|Honeywell|OKI|Fujitsu|SonicWall|Draytek|Hikvision)"
    rf"(?: {_SORT}(?:{_KIND})\b| (?:{_MODEL}|[A-Z][\w-]+|\d[\w-]+)){{1,3}}|"
    # makers whose names are words or people's
    rf"\b(?:Brother|Zebra|Poly|Sharp|Star|Axis|Bosch|APC|Buffalo)(?: {_SORT}(?:{_KIND})\b| {_MODEL})|"
    # of any maker, when it is called by what it is
    rf"(?<=\b[Tt]he )[A-Z][a-z]{{2,14}} {_SORT}{_PLAIN_KIND}\b|"
    rf"(?<=\b[Oo]ur )[A-Z][a-z]{{2,14}} {_SORT}{_PLAIN_KIND}\b|(?<=\b[Mm]y )[A-Z][a-z]{{2,14}} {_SORT}{_PLAIN_KIND}\b|"
    rf"(?<=\b[Aa] )[A-Z][a-z]{{2,14}} {_SORT}{_PLAIN_KIND}\b",
    words="hp epson ricoh brother canon xerox lexmark kyocera konica zebra dell lenovo synology qnap cisco meraki "
    "ubiquiti unifi fortinet netgear "
    "sophos yealink poly logitech samsung toshiba sharp acer asus panasonic dymo star tp watchguard barracuda apc "
    "supermicro hpe honeywell oki fujitsu buffalo sonicwall draytek bosch axis hikvision modem router copier printer "
    "scanner plotter projector terminal fax",
    exact=True,
)
