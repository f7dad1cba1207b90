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

CORRECTS = wording(
    r"^\W{0,3}(?:edit|update|correction|erratum|ps|p\.s\.|nachtrag|korrektur|rectification|corrección|wait|"
    r"sorry)\b.{0,40}[:,–-]\s|"
    r"\b(?:please (?:correct|change|make (?:it|that))|instead of what|scrap (?:that|the)|i (?:first )?(?:wrote|typed|"
    r"put)|not what "
    r"(?:it says|i wrote)|the form says)\b",
    words="edit update correction erratum ps p nachtrag korrektur rectification corrección wait sorry please instead "
    "scrap wrote "
    "typed put form",
)
SEVERITY = wording(
    r"\b(?:sev(?:erity)?|prio(?:rity)?|schweregrad|gravité|severidad|prioridad|priorität)[\s.:=#-]{0,3}(?:is |"
    r"level |of |would be |should be |as )?(?:an? )?([abc1-4])\b|"
    r"(?<!\bID )(?<!\bAD )(?<!Defender )(?<!Premium )(?<!Endpoint )(?<!365 )(?<!Azure )(?<!Entra )\bp([1-4])\b(?! "
    r"(?:licen|plan|seat))",
    words="p1 p2 p3 p4",
    parts="sev|prio|urgency|schweregrad|gravité",
)
_GRADE = (
    r"top|highest|lowest|critical|high|medium|moderate|low|urgent|normal|minor|minimal|hoch|mittel|niedrig|haute|"
    r"moyenne|basse|faible|"
    r"alta|media|"
    r"baja|kritisch|hohe|mittlere|niedrige"
)
SEVERITY_NAMED = wording(
    rf"\b(?:sev(?:erity)?|prio(?:rity)?|urgency|schweregrad|priorität|dringlichkeit|priorité|gravité|prioridad|"
    rf"severidad)\W{{0,3}}"
    rf"(?:is |level |of |would be |should be |ist |est |es |as |to )?({_GRADE})\b"
    rf"|\b({_GRADE})[ -](?:severity|priority|prio|urgency|priorität|dringlichkeit|priorité|gravité)\b"
    rf"|\b(?:call|rate|treat|say|consider|mark|file|log|grade|class) (?:it |this |that |them )?(?:as )?(?:an? )?"
    rf"(critical|high|medium|moderate|low|minor)\b(?! (?:time|risk|number|quality|volume))",
    parts="sev|prio|urgency|schweregrad|gravité|dringlichkeit|call |rate |treat |say |consider|mark |file |log |grade |"
    "class ",
    also="critical|high|medium|moderate|low|urgent|normal|mino|minim|hoch|hoh|mittel|mittl|niedrig|haute|moyenne|basse|faible|"
    "alta|media|baja|kritisch|top",
)
LONE_LETTER = re.compile(
    r"(?<![\w&.'’/-])(?:B|C|A(?=\s*(?:$|[,.;:!?)–—-]|because|since|please|as |for now|for us|weil|bitte|parce|car |"
    r"porque)))(?![\w&'’/+#-]|\.\w)"
)
GRADES = re.compile(
    r"\b(?:sev\w{0,6}|prio\w{0,6}|urgen\w{1,4}|level|stufe|niveau|nivel|grad|gravit\w{1,4}|dringlich\w{0,4}|"
    r"schwere\w{0,4}|"
    r"importan\w{1,3}|klasse|class|rank|kategorie|category|catégorie|categoría|letter|buchstabe)\b[^.!?\n]{0,32}$"
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
    r"^[\"”')]{0,2}\s(?:for (?:severity|priority|urgency)|is (?:fine|ok|enough|right|sufficient|good)|"
    r"would (?:be (?:enough|fine|ok|right)|do)|"
    r"please\b|will do|reicht|genügt|suffit|basta|for (?:1|2|"
    r"both|all)|"
    r"severity|priority|level|should do|works|i guess|i think|i suppose|i.d (?:say|think)|i would (?:say|think)|"
    r"probably|in my (?:opinion|view)|from (?:my|our) side|"
    r"if you ask me|for me|for us|denke ich|würde ich sagen|je pense|creo|diría)\b",
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
            r"sin prisa|rien d'urgent|nicht (?:dringend|eilig)|pas urgent|no es urgente|low[- ]prio\w{0,4}|"
            r"(?:not|no|not an|isn.t an|hardly an|kein|keine|pas une|pas d.|no es una) (?:emergency|notfall|urgence|"
            r"emergencia)|"
            r"(?:not|isn.t|nothing) (?:\w{2,7} )?pressing|no urgency|low urgency|(?:not|neither is|"
            r"nothing is) on fire|hat keine eile|"
            r"(?:es )?eilt (?:nicht|gar nicht)|ça ne presse pas|rien ne presse|no es urgente|no me urge|"
            r"whenever you can|"
            r"at your (?:own )?(?:pace|leisure|convenience))\b",
            parts="emergency|notfall|urgence|pressing|urgency|on fire|presse|urge|whenever|at your|rush|hurry|deal|"
            "can wait|critical|when you|low prio|low-prio|lowest|minor|prisa|time-critical|suits|take your|hat "
            "zeit|eil|"
            "dringend",
        ),
    ),
    (
        "A",
        wording(
            r"\b(?:business[- ]critical|production (?:is )?down|(?<!not )(?:as|is|it.s|very|really|"
            r"absolutely) critical|"
            r"kritisch|critique|critical (?:issue|outage|problem)|complete outage|"
            r"(?<!non-)(?<!no )(?<!an )emergency(?! (?:line|number|contact|room|services?|exit|phone))|(?:an|genuine|"
            r"real|true) "
            r"emergency(?! (?:line|number|contact|room|services?)))\b",
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
    r"\bCMP,? (?:we|they|it) (?:are|is|show up|appear|run|go)(?: listed| known| registered)?(?: as| under| with|"
    r" by)? (?:number |#|id "
    r"|customer )?(\d{4,8})\b|"
    r"\b(?:customer|client|account|kunden|partner)[ -]?(?:id|number|no\.?|nummer|key|code|#|"
    r"nr\.?):? #?(\d{4,8}) (?:in|on|at|with) (?:your|the) "
    r"(?:portal|system|cmp|desk|side)\b|"
    r"\bCMP \([\w ]{2,14}\):? #?(\d{4,8})\b|"
    r"\b(\d{4,8}) (?:is|ist|es|est) (?:the|our|their|your|unsere|nuestro|notre) (?:customer )?CMP|\b(?:in|at|with) "
    r"(?:the )?CMP (?:we|they|it) (?:are|is) #?(\d{4,8})\b|"
    r"\b(?:customer|client|account|kunde|cliente|number|no\.?|nr\.?|id|key|#) (?:no\.? |number |#|"
    r"id )?#?(\d{4,8})\b,? (?:[a-z]{2,6} ){0,2}"
    r"(?:in|on|at) (?:the |your |our )?CMP\b|"
    r"\bCMP\b(?![^.;!?\d]{0,60}\b(?:order|ticket|invoice|quote|po|bestellung|commande|pedido|version)"
    r"(?: (?:no|nr|number|id)\.?| #)?[\s:#]{0,3}\d)[^.;!?\d]{1,60}?\b(?:is|es|est|ist|reads|lautet|says|being|el|"
    r"nr\.?|no\.?|number)[: ] ?(?:el |la |"
    r"die |le |#|n[uú]mero |"
    r"number )?((?:[A-Z]{1,3}-)?\d{4,8})\b|"
    r"\b(?:customer|client|account|kunden|partner)[ -]?(?:id|number|no\.?|nummer|key|code|#|nr\.?) (?:is |"
    r"we have )?(?:with you(?: guys)?|"
    r"(?:in|at|from|on) (?:your|the) (?:portal|system|platform|side|records|books)|at egroup|with egroup|"
    r"bei (?:ihnen|euch)|chez vous)"
    r"[^.;!?\d]{0,16}[ #](\d{4,8})\b|\b(?:account|customer) key(?: is|:)? #?(\d{4,8})\b",
    parts="cmp|customer|client|account|kunden",
    also="0|1|2|3|4|5|6|7|8|9",
)
CMP = wording(
    r"(?<!order )(?<!ticket )(?<!invoice )(?<!order no. )(?<!order number )\bCMP(?:[\s-]{0,2}(?:customer|account|"
    r"portal|kunden))?"
    r"(?:[\s-]{0,2}(?:IDs?|No|Nr|number|nummer|account|code|key|numéro|número)\b)?[\s.:=#(-]{0,3}"
    r"(?:(?:is|es|ist|lautet|est|for|of|the|our|this|them|their|that|customer|client|it|should be|el|"
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

BOILERPLATE = wording(
    r"\b(?:confidential|privileged (?:and|or|information|communication|material)|privileged\W*$|client privilege|"
    r"intended recipient|received (?:it|this|the message) in error|vertraulich|"
    r"confidentiel)\b",
    parts="confidential|privileged|intended recipient|in error|vertraulich|confidentiel",
)
_ME = r"(?:me|us|her|him|them|my|our|mine|mich|uns|moi|nous|the (?:office|school|shop|warehouse|undersigned|line))"
ABOUT_CONTACT = wording(
    rf"\b(?:(?:call|calls?|ring|phone|telephone|reach|contact|e-?mail|text|txt|message|ping|sms|whatsapp|mail|catch|"
    rf"get|"
    rf"teams|find|answer|tinkle|shout|buzz|bell|line|hold of) {_ME}\b|"
    r"(?:reach|get|catch|find|contact|call|phone) (?:me|us) (?:at|on|by|under|via|through|in)|"
    r"my (?:number|cell|mobile|phone|direct|extension|hours|details|desk phone)|(?:phone|cell|e-?mail|mobile|teams|"
    r"text|"
    r"texting|a call|calling|mail|calls?|email)(?:.s| is| are| works?| or [\w-]{3,8} is) (?:the |\w{3,9}ly |just |"
    r"totally )?(?:best|fine|ok|good|"
    r"grand|preferred|perfect|better|great|easiest|quickest|okay|welcome|easier)|"
    r"(?:is|are) (?:the )?(?:quickest|best|easiest|fastest|surest)(?: way)?|(?:phone|e-?mail|mail|call|teams|"
    r"text) preferred|by (?:e-?mail|phone|mail|text|telephone)(?:,| only)? (?:please|only|is)|"
    r"prefer (?:phone|e-?mail|teams|the telephone|text|to be)|prefer(?:s|red)? (?:phone|e-?mail|teams|contact)|"
    r"best (?:to|way|reached|on|by|contact|number|time|before|after)\b|cmp id|please (?:call|phone|ring|e-?mail|"
    r"text)|e-?mail please|write (?:to )?me|correspondence|ring it|if you must|"
    r"(?:i.m|i am|we.re|we are) (?:free|available|around|here|reachable|in (?:the office|most|on|from|until)|"
    r"at my desk|"
    r"on the road|out until|up (?:till|until|at))|free (?:on|from|after|until)|"
    r"severity [abc]|sev [abc1-4]|reply (?:to|here|by)|drop me a line|"
    r"ll[áa]m[ae]\w{0,4}|marcar(?:me|nos)|escr[íi]ban\w{0,3}|mejor por|(?:me|nous) (?:rappeler|joindre|appeler|écrire)|"
    r"m['’]appeler|appelez-moi|écrivez-moi|rappelez-moi|joignable|mieux (?:est )?(?:de|par)|erreichbar|erreichen|"
    r"rückruf|"
    r"rufen sie|anrufen|telefonisch|per mail|am (?:besten|liebsten)|taking over this ticket|"
    r"attached (?:the|is|are)|i.?ve attached|see attached|is attached|are attached|"
    r"anything else you need|thank you|thanks|hope (?:you|this|that)|reach (?:out|the)|at your (?:disposal|service))\b",
    words="call calls ring phone telephone reach reached contact e mail email text txt message ping sms whatsapp "
    "catch get teams find answer tinkle shout buzz bell line hold number cell mobile direct extension hours "
    "details texting calling prefer prefers preferred best cmp free available around here reachable severity "
    "sev reply drop rappeler joindre appeler écrire appelez écrivez rappelez joignable mieux erreichbar "
    "erreichen rückruf rufen anrufen telefonisch besten liebsten ticket attached anything thank thanks hope "
    "disposal service correspondence write must mejor escriban escríbanme quickest easiest fastest surest "
    "road desk",
    parts="llam|llám|marcar|escrib|escríb",
)
