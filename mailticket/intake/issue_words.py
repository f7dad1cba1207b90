"""How people announce, number and separate the matters of one mail, in four languages. Data only.

Every pattern is bounded and is asked for only when one of its words stands in the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless

# what is counted
MATTERS = frozenset((
    "things", "issues", "problems", "questions", "requests", "topics", "tickets", "items", "matters", "points",
    "subjects", "asks", "cases", "favors", "favours", "bits", "queries", "incidents", "errands", "jobs", "ones",
    "anliegen", "probleme", "fragen", "sachen", "dinge", "punkte", "themen", "fälle", "bitten", "störungen",
    "problèmes", "sujets", "choses", "demandes", "soucis", "problemas", "asuntos", "cosas", "temas", "consultas",
    "peticiones", "solicitudes", "dudas", "casos", "puntos",
))  # fmt: skip
_QUICK = ("quick", "easy", "small", "short")  # the only "ones" that are matters
_MATTERS = "(?:" + "|".join(sorted(MATTERS - {"ones"})) + "|" + "|".join(f"(?<={word} )ones" for word in _QUICK) + ")"
# "three separate things": the number said of what is to be done
SPOKEN = caseless(
    r"\b(two|three|four|five|six|couple of|couple|few|several|[2-6]|zwei|drei|vier|fünf|ein paar|mehrere|deux|trois|"
    r"quatre|cinq|plusieurs|dos|tres|cuatro|cinco|varios|varias|un par de)\s+"
    rf"(?:(?!of\b|for\b|to\b|the\b)[\w-]+\s+){{0,2}}?{_MATTERS}\b(?! (?:ago|old|days))"
)
COUNTS = {
    "two": 2, "2": 2, "zwei": 2, "deux": 2, "dos": 2, "three": 3, "3": 3, "drei": 3, "trois": 3, "tres": 3,
    "four": 4, "4": 4, "vier": 4, "quatre": 4, "cuatro": 4, "five": 5, "5": 5, "fünf": 5, "cinq": 5, "cinco": 5,
    "six": 6, "6": 6,
}  # fmt: skip
COUNTED = frozenset(
    ("couple", "few", "several", "paar", "mehrere", "plusieurs", "varios", "varias", "par", *COUNTS)
)  # one of them stands in everything SPOKEN finds
ASKED = caseless(r"(?:questions?|fragen|preguntas|dudas)$")  # may all be about one matter
# "none of it is connected": several matters, their number left to a list
APART = caseless(
    r"\b(?:their|its|his|an?) own (?:matter|issue|request|thing|topic|story|case|ticket|problem)\b|"
    r"\b(?:my|our|the|this|today's|monday|weekly|usual|short|little|to-?do) list (?:for|of the|today)\b|"
    r"\b(?:open|raise|create|log|file) (?:the )?(?:tickets|cases)\b|"
    rf"\bun(?:related|connected) {_MATTERS}|\b(?:none|neither|nothing|not)\b.{{0,40}}\b(?:related|connected|"
    rf"in common)"
    r"(?! to (?!each|one))|\bnothing to do with (?:each|one)\b|\b(?:all|are|these|they) (?:are )?(?:un|in)"
    r"(?:related|connected|dependent)\b"
    rf"|\b(?:separate|independent|different|unrelated) (?:\w+ )?{_MATTERS}|\bindependent of (?:each|one)\b|"
    r"\b(?:split|separate) (?:them|these|those|this|it|as|up|into)\b|\bplease split\b|"
    r"\b(?:ticket|case) (?:for )?each\b|\b(?:own|separate) (?:ticket|case)|\b(?:tickets?|cases?) per\b|"
    r"\bas many (?:tickets|cases)\b|\blaundry list\b|\bgot a list\b|\blist of (?:things|issues|requests|problems|"
    r"items|topics)\b|"
    r"\b(?:saved|saving|collected|gathered|batched|bundled) (?:these|those|them|a few|some|up)\b|"
    r"\bthe following (?:came up|points|matters|requests|issues|problems|topics)\b|"
    rf"\b(?:verschiedene|getrennte|unabhängige|mehrere) {_MATTERS}|\bnichts miteinander\b|"
    rf"\b{_MATTERS} (?:différent|distinct|indépendant|séparé|diferent|distint|separad|independiente)\w{{0,3}}\b|"
    r"\bsans rapport\b|\bsin relación\b"
)
APART_WORDS = frozenset((
    "unrelated", "unconnected", "related", "connected", "common", "nothing", "independent", "separate", "different",
    "split", "each", "own", "per", "many", "laundry", "list", "saved", "saving", "collected", "gathered",
    "batched", "bundled",
    "following", "tickets", "cases", "unabhängige", "getrennte", "verschiedene", "mehrere", "nichts",
    "rapport", "relación",
    *(f"{stem}{end}" for stem in ("différent", "distinct", "indépendant", "séparé") for end in ("s", "es")),
    *(f"{stem}{end}" for stem in ("diferente", "independiente") for end in ("s",)),
    "distintos", "distintas", "separados", "separadas",
))  # fmt: skip
# several symptoms of one matter
ONE = caseless(
    r"\b(?:same|common|single|one|underlying) (?:\w+ )?(?:root )?cause\b|\b(?:same|one) and the same\b|\bone and the "
    r"same\b|\b(?:all|both|probably|think|guess|sure) (?:it is |it's |is |are )?(?:all )?(?:one|the same|a single) "
    r"(?:thing|issue|problem|fault|matter|error|story)\b"
    r"|\b(?:it's|it is|this is|that's|as|really) (?:all |just |only |really )?(?:one|a single|the same) "
    r"(?:\w+ )?(?:case|issue|problem|fault|matter|request|topic|ticket|incident|project)\b"
    r"|\b(?:one|a single|same) (?:issue|problem|fault|cause|incident|ticket),? (?:but )?(?:many|several|multiple|"
    r"different|various) (?:symptoms|effects|signs)\b|\bone (?:consolidated|combined|single) (?:answer|reply|quote)\b"
    r"|\b(?:dieselbe|gleiche|eine|gemeinsame) ursache\b|\b(?:hängt|hängen) (?:\w+ )?zusammen\b|\bein und dasselbe\b"
    r"|\b(?:même|seule|unique) (?:cause|origine|problème)\b|\b(?:misma|única|sola) (?:causa|raíz)\b"
)
ONE_WORDS = frozenset((
    "same", "cause", "single", "one", "ursache", "zusammen", "dasselbe", "même", "seule", "unique", "misma", "única",
    "sola",
))  # fmt: skip

_HEADS = (
    r"(?:issue|case|problem|ticket|request|topic|item|point|matter|incident|finding|task|action|concern|"
    r"job|subject|thing|fault|query|inquiry|enquiry|wish|"
    r"fall|anliegen|thema|punkt|störung|anfrage|auftrag|aufgabe|problème|demande|sujet|incident|"
    r"caso|problema|asunto|tema|solicitud|consulta|incidencia|petición)"
)
# "== Request 2 ==", "Case B: sync", "Issue #1 -" at the beginning of a line
HEADING = caseless(
    rf"(?:\n|(?<=[.!?] ))[^\w\n]{{0,8}}{_HEADS}[ \t]{{1,2}}(?:#|no\.? ?|nr\.? ?|n° ?)?(\d|[A-F]|one|two|three|"
    rf"four)(?!\w|\.\d|'s)"
    r"[ \t]{0,3}([^\n]{0,200})"
)
# without the second there are no two headings or marks
SECOND_MARKS = frozenset(("2", "b", "ii", "two", "no2", "nr2"))
NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4"}
# the line of a block that tells what it is about
TELLS = caseless(
    r"\n[^\w\n]{0,6}(?:problem|issue|description|desc|summary|details?|request|question|what|wish|subject|title|"
    r"fehler|beschreibung|fehlerbild|anliegen|betreff|problème|description|demande|objet|problema|descripción|asunto|"
    r"solicitud)\b[^\w\n]{1,30}([^\n]{4,200}(?:\n[ \t]{2,30}[^\n]{2,200}|\n[a-z][^\n:]{2,200}){0,3})"
)
# a word that by itself sets apart
PARTED = caseless(
    r"separate|unrelated|different|unrelat|not (?:related|connected)|nothing to do|else|aside|apart|independent|"
    r"unabhängig|anderes?|rapport|rien à voir|otr[oa]|aparte"
)
# labels of which a form has one: standing twice they begin a second form
REPEATED = caseless(
    r"\n[^\w\n]{0,6}(product|problem|issue|description|severity|sev|error|users|users impacted|priority|tried|"
    r"tenant|produkt|beschreibung|fehler|priorität|produit|problème|description|gravité|erreur|producto|problema|"
    r"descripción|gravedad)[ \t]{0,20}[.:=][^\n]{1,200}"
)
_PAUSE = r"[.!?:;\n](?:(?<!\n)[\"'”)]?\s|(?<=\n))[\s\W]{0,6}(?:(?:and|so|then|oh|also|hi|hello|well|und|et|y)[,:]? )?"
FIRST = caseless(
    rf"{_PAUSE}(?:first(?:ly)?(?: (?:off|of all|one|up|thing|issue|problem|question|topic|matter|case|is))?|1st|"
    r"(?:the|my|our) first|(?:\w{3,14} )?number one|no\.? 1|#1|issue one|problem one|erstens|zum einen|zunächst|"
    r"als erstes|"
    r"premièrement|d'abord|d'une part|tout d'abord|primero|en primer lugar|por un lado|por una parte|"
    r"(?:the )?one (?:is|concerns)|one:)(?!\w| (?:time|day|name|thing in the morning|line|level|floor|class|response|"
    r"contact|attempt|noticed|thing in\b)|[,:]? (?:(?:many|a big|my|our|let me|i want to|just) )?(?:thank|thx|apolog|"
    r"sorry|"
    r"merci|danke|gracias))"
)
_KIND = r"(?:thing|issue|problem|question|request|topic|matter|point|ticket|item|subject|favou?r|case|ask|one(?=[,:]))"
_OTHER = (
    r"(?:second(?:ly)?(?: (?:one|up|thing|issue|problem|question|topic|matter|case|is))?|2nd|(?:the|my|our) "
    rf"(?:(?:second|third|fourth)(?: {_KIND})?|other {_KIND})|other {_KIND}(?=[,:])|(?:two|three|four)(?=:)|"
    r"third(?:ly)?|fourth(?:ly)?|3rd|4th|(?:\w{3,14} )?number (?:two|three|four)|no\.? [23]|#[2-4]|(?:issue|"
    r"problem) (?:two|three)|"
    r"zweitens|drittens|viertens|zum anderen|zum zweiten|als (?:zweites|drittes|nächstes)|deuxièmement|troisièmement|"
    r"d'autre part|segundo|tercero|en segundo lugar|en tercer lugar|por otro(?: lado)?|por otra parte)"
)
SECOND = caseless(rf"{_PAUSE}{_OTHER}(?!\w| (?:time|day|name|line|level|floor|class|attempt|monitor|try))")
_NO_MATTER = (
    r"(?! (?:to (?:know|add|note|mention|consider|try)|i (?:noticed|saw|tried|found|should)|we (?:noticed|tried)))"
)
ANOTHER = caseless(
    r"[.!?\n–—-](?:(?<=[.!?])[\"'”)]?\s|(?<=\n)|(?<=\s[-–—])\s)"
    r"\W{0,4}(?:(?:oh|ah|btw|by the way|p\.?s\.?|and|also|then|plus|ok|next|besides)[,:]? )*"
    rf"(?:(?:a |an |the |one )?(?:(?:completely|totally|entirely|quite|wholly) )?(?:separate|different|unrelated|"
    rf"another)"
    rf"(?: (?:note|deal|{_KIND})| (?:\w+ )?{_KIND}|[,:;]| from\b| to\b|\s[-–—])|unrelated(?: but)?\b(?! \w)|"
    r"on (?:a|an|another)(?: (?:completely|totally|entirely))? ?(?:separate|different|unrelated|other)? ?"
    r"(?:note|topic|subject|matter|front|issue)\b|"
    rf"(?:one|another|a) (?:more|other|last|final|further|second|third|next)(?: {_KIND})?[,:.;?]|"
    rf"(?:one (?:more|other|last|final|further|more quick|more small)|another) {_KIND}\b{_NO_MATTER}|"
    rf"(?:a|the|one|my) (?:(?:much|far) )?(?:small(?:er)?|minor|lesser|less(?:er)? \w+|easier|quick|tiny|"
    rf"little) {_KIND}"
    rf"(?=(?: too| as well| on top)?[,:.(])|(?:completely |totally |entirely )?separately|completely different|"
    rf"(?:last|final|"
    rf"next)(?: {_KIND}\b|:)|"
    r"while (?:i have you|i.ve got you|i.m at it|we.re at it|you.re at it|i am at it|we are at it|i.m here|"
    r"i am writing|i.m writing|i write|you are at it|you.re (?:there|looking|in there))|since i.m writing|"
    r"before i forget|(?:now )?(?:to )?something (?:else|different)[,:.]|"
    r"not (?:related|connected)(?: to (?:this|that|the above|it))?[,:;]|"
    r"nothing to do with (?:this|that|the above|it)|(?:apart|aside|besides|independent) from (?:this|that|these|it)|"
    r"different (?:customer|client|subject|story)|"
    r"new (?:topic|subject|matter)[,:.]|"
    r"noch (?:etwas|eine (?:andere )?(?:sache|frage|bitte)|was anderes|ein (?:anderes )?(?:thema|anliegen|punkt))|"
    r"(?:ein |eine )?(?:weiteres|weitere|anderes|andere) (?:thema|anliegen|frage|punkt|bitte|sache|problem)|"
    r"unabhängig davon|davon unabhängig|etwas (?:ganz )?anderes|ganz anderes thema|"
    r"(?:une |un )?autre (?:chose|sujet|demande|question|point|souci|problème)|sans rapport|"
    r"rien à voir|(?:una |un )?otr[oa] (?:cosa|consulta|pregunta|tema|asunto|problema)|por otro lado|"
    r"aparte(?: de eso)?|cambiando de tema)(?!\w)"
)
# goes on after a first one
SEQUEL_WORDS = frozenset((
    "next", "then", "danach", "ensuite", "puis", "luego", "lastly", "finally", "last", "schliesslich", "zuletzt",
    "enfin", "finalmente", "último",
))  # fmt: skip
SEQUEL = caseless(
    rf"{_PAUSE}(?:(?:next|then|danach|ensuite|puis|luego)[,:]|"
    r"(?:lastly|finally|last,|schließlich|zuletzt|enfin|finalmente|por último)[,:]?)\s"
)
ORDINALS = frozenset((
    "d'autre", "second", "secondly", "2nd", "third", "thirdly", "other", "two", "three", "2", "3", "zweitens",
    "anderen", "zweiten", "zweites", "nächstes", "deuxièmement", "autre", "segundo", "otro", "otra", "tercero",
))  # fmt: skip
ANOTHER_WORDS = frozenset((
    "separate", "separately", "different", "unrelated", "another", "one", "while", "writing", "forget",
    "something", "apart", "aside", "top", "other", "note", "topic", "nothing", "related", "connected", "new", "then",
    "last",
    "final", "lastly", "smaller", "small", "minor", "lesser", "less", "easier", "quick", "tiny", "little",
    "next", "noch", "weiteres", "weitere", "andere", "unabhängig", "anderes", "autre", "rapport", "voir",
    "otra", "otro", "aparte", "tema",
))  # fmt: skip
# what a second ordinal needs to count without a first one
COUNTING = caseless(r"\s*[,:]|\s(?:is that|is about|concerns|can wait|regards|isn't|is less|has to do) ?")
NAMED = caseless(rf"\b(?:{_KIND}|other|ly)$")
# what may as well go on with the first matter: it counts when it is of another kind; what stands in a group sets it
# apart by itself
ALSO = caseless(
    r"[.!?);,\n–—-](?:(?<=[.!?)])[\"'”)]?\s|(?<=\n)|(?<=;)\s|(?<=\s[-–—])\s|"
    r"(?<=,)\s(?=(?:and|plus) (?:separately|(?:i|we) (?:also|need|would)|please|can|could)\b))"
    r"\W{0,4}(?:(?:oh|ah|and|btw|by the way|then|well|ok|hi|hello|now)[,:]? )*"
    r"(?:(p\.?p?\.?s\b\.?|last but not least|as an aside|by the by|in passing|incidentally|"
    r"(?:beyond|apart from|aside from|besides|as well as|other than|next to|on top of|in addition to) "
    r"(?:that|this|the above|which)|what else|then (?:on|about|for|at|with|there)\b|(?:and )?then there(?:'s|"
    r" is| are)|"
    r"at the same time|separately|(?:now )?(?:back )?to (?:something|another|our|my|a)\b|"
    r"(?:that|which) reminds me|(?:i )?(?:almost|nearly) forgot|(?:i |we )?forgot|not to forget|n\.?b\b\.?|"
    r"addendum|in other news|"
    r"changing (?:the )?(?:subject|topic)|moving on|switching|next up|to finish|independent(?:ly)?|unrelatedly|"
    r"(?:for|at|in|with) (?:another|a different|the other|our other|a second|"
    r"one of our other)|(?:with|in) regards? to|as regards|when it comes to|speaking of|talking of|what about|"
    r"how about|"
    r"part two|hinzu kommt|daneben|zum thema|zur|sinon|autrement|j'en profite|aprovecho|por cierto|"
    r"(?:on|re|regarding|concerning|as (?:for|to)|about) (?:the|our|my|\w+ing)\b|nebenbei|übrigens|abgesehen davon|"
    r"nicht zuletzt|zu guter letzt|hors de cela|à part cela|au passage|aparte de eso|de paso)|"
    r"also|in addition|additionally|furthermore|moreover|further(?=,)|besides|plus|then|next(?! to)|lastly|"
    r"finally|last(?=,)|"
    r"likewise|meanwhile|btw|by the way|"
    r"(and(?= (?:(?:could|can|would) you|please|(?:i|we) need|our|my|the|a|an|what|how|why)\b))|"
    r"(?=(?:i|we|there|he|she|one|you|they|j'ai|nous|ich|wir)(?:'s|'ve|'d| is| are| have| has|"
    r" would)? (?:(?:\w+ )?(?:also|auch|aussi)|further)\b|"
    r"(?:could|can|would|will) (?:you|we|i|someone|somebody) (?:please )?also\b|please also\b|"
    r"[^.!?\n]{12,200} (?:as well|too|auch noch|également|también)[.?!])|"
    r"außerdem|zusätzlich|ferner|weiterhin|zudem|des weiteren|darüber hinaus|dann(?= (?:noch|brauch|wär|hätt))|"
    r"en outre|par ailleurs|de plus|aussi|enfin|et(?= (?:pourriez|pouvez|nous|il))|"
    r"además|también|asimismo|por último|y(?= (?:podrían|pueden|necesit|quer)))(?=[\s,:;–—-]|(?<=[.\s]))[\s,:;–—-]*"
)
ALSO_WORDS = frozenset((
    "also", "addition", "additionally", "furthermore", "further", "moreover", "ps", "p", "pps", "besides", "top",
    "beyond", "apart", "aside", "passing", "incidentally", "plus", "then", "next", "last", "lastly", "finally",
    "likewise", "meanwhile", "btw", "way", "and", "too", "well", "regarding", "concerning", "about", "as",
    "on", "re", "time", "separately", "to",
    "ausserdem", "zusätzlich", "ferner", "weiterhin", "zudem", "weiteren", "darüber", "dann", "auch", "nebenbei",
    "übrigens", "abgesehen", "zuletzt", "letzt", "outre", "ailleurs", "aussi", "enfin", "également", "et", "cela",
    "además", "también", "asimismo", "último", "y", "aparte", "paso",
))  # fmt: skip
# "two tickets about this were closed": a number of others
OF_OTHERS = caseless(
    r"[\s,]*(?:\w+ ){0,2}?(?:open|opened|closed|about th|already|were|was|have been|pending|from|ago|last|before|"
    r"in the past|earlier|we tried|i tried|tried)\b"
)
TELLING = frozenset((
    "problem", "issue", "description", "produkt", "beschreibung", "fehler", "problème", "problema", "descripción",
    "product", "produit", "producto",
))  # fmt: skip
# "one last thing: call before noon" asks for nothing
ARRANGES = caseless(
    r"[\s\W]*(?:(?:[\w']+ ){0,4}?(?:thing|note|point)[,:]? ?)?(?:(?:please|you can|just|kindly|the|my|i am|i'm|"
    r"we are|i will be|"
    r"i'll be|best|it is|it's|that|is) )*(?:call|ring|phone|text|reach|contact|e-?mail me|write|reply|answer|"
    r"number|extension|out (?:on|of|until)|available|away|severity|(?:(?:not )?urgent|no rush|"
    r"no hurry)(?![^.\n]{0,30}:)|thanks|thank)\b"
)
STEPS_ABOVE = caseless(
    r"\b(?:steps?|reproduce|repro|tried|try|did|done|checked|schritte|nachstellen|versucht|étapes|essayé|pasos|"
    r"probado|following error|troubleshooting|so far|as follows|happens|log|details|answers|users|accounts|mailboxes|"
    r"devices|affected|options|symptoms|times|twice|mal|fois|veces|timeline|wishes|examples|requirements|"
    r"since then|result|consequence|attempts)\b[^\n]{0,60}\n{0,2}$"
)
CLICKS = caseless(
    r"(?:open|click|go|select|sign|log|start|choose|enter|type|press|wait|navigate|launch|create|send|restart|reboot|"
    r"\w{3,}ed (?!in\b)|cleared?|removed|ran|reset|reinstalled|checked|tried|öffnen|klick\w*|ouvrir|cliquer|"
    r"abrir|the|it)\b"
)
_MARK = (
    r"(?:(?:no\.? ?|nr\.? ?|n° ?|ad ?|#)?[(\[#]?{digit}(?:st|nd|rd|th|\uFE0F?\u20E3)?[ \t]?"
    r"(?:[.):\]/–—-]{{1,2}}|(?<=#\d)|(?<=\u20E3))(?:[ \t]{{1,4}}|(?<=[.)/])(?=[^\W\d]))|"
    r"{bullet}[ \t]{{1,4}}|[(\[]?{letter}[ \t]?(?:[).:/\]]|[-–—](?= ))[ \t]{{1,4}})"
)
_BULLET = r"(?:[-*•–—·+o~‣▪●○◦■□→►➤»✓✔☐★]{1,2}|[-=]>|\[[ x]?\])"
ITEM = caseless(
    r"\n[ \t]{0,6}"
    + _MARK.format(digit=r"(\d)", bullet=f"({_BULLET})", letter=r"([a-f]|i{1,3}|iv)")
    + r"(?:point \d: )?(\S[^\n]{0,300}(?:\n[ \t]{0,8}(?!"
    + _MARK.format(digit=r"\d", bullet=_BULLET, letter=r"(?:[a-f]|i{1,3}|iv)")
    + r")[^\s][^\n]{0,200}){0,6})"
)
ORDERS = (tuple("123456"), tuple("abcdef"), ("i", "ii", "iii", "iv"))
INLINE = caseless(r"[\s:](?:\(|#|no\.? ?|nr\.? ?)?([1-6a-f]|i{1,3})(?:[).:]|(?<=#\d)) (?=\w)")
# told of by the way, and nothing to be done about by the desk, unless it asks for something all the same
NOT_OURS = caseless(
    r"\b(?:forget (?:it|that|about (?:it|that))|ignore (?:it|that|this one)|"
    r"(?:is|are|.s|.re) already (?:on|dealing with|working on|looking at|looking into|taking care of) it|"
    r"that.s for (?:our|my|the) (?:reseller|vendor|supplier|provider|landlord|isp|carrier|manufacturer)|is not for you|"
    r"not your (?:problem|job|concern)|you need do nothing|nothing for you to do|"
    r"no action (?:needed|required) (?:from you|on your)|kümmert sich (?:schon|bereits) jemand|"
    r"hat sich (?:schon |bereits )?erledigt|ya está resuelto|déjà réglé|s.en occupe)\b"
)
ASKS_FOR = caseless(
    r"\b(?:please|pls|kindly|(?:can|could|would|will) (?:you|somebody|someone)|we need|i need|bitte|merci de|por "
    r"favor)\b"
)
# the same without any mark
BARE = re.compile(r"(?:[.:;!?]\s|\n)([1-6]) (?=[^\W\d])")
GREETING = caseless(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:tag|morgen)|sehr geehrte|"
    r"bonjour|bonsoir|hola|buen[oa]s)\b(?:(?: [\w'.-]{1,20}){0,4}[,.!:])?\s"
)
# a heading that names its part: of the kind that a mail has once for each matter, of the people concerned, of any words
SECTION = caseless(
    r"\n[ \t]{0,3}(?:(?:(heading|topic|theme|headline|issue|problem|request|matter|thema|anliegen|sujet|"
    r"problème|demande|"
    r"tema|asunto|problema|solicitud)|(client|customer|user|end customer|site|tenant|company|kunde|kundin|mandant|"
    r"cliente|usuario|utilisateur))[ \t]?:[ \t]?([^\n]{2,300})|"
    r"(?:={2,6}|-{2,6}|\*{1,3}|_{1,3}|~{2,6}|>{2,4}|\[)[ \t]?([^\W_][^\n=~*_\]]{1,50}?):?[ \t]?"
    r"(?:={2,6}|-{2,6}|\*{1,3}|_{1,3}|~{2,6}|<{2,4}|\]):?[ \t]?(?=\n)|#{1,4} ([^\n]{2,50})(?=\n))"
)
# lines that part one text from the next
RULED = re.compile(r"\n[ \t]{0,3}(?:[-=_~+#]{3,60}|[*]{2,60}|(?:[-*+][ \t]?){3,10}|[—–]{1,40})[ \t]{0,3}(?=\n)")
# a short line above its text: underlined, in capitals or with a colon
HEADED = re.compile(
    r"\n[ \t]{0,3}(?:([A-ZÀ-Þ][^\n:.!?]{2,45})\n[=~_-]{3,60}|([A-ZÀ-Þ][A-ZÀ-Þ0-9 /&-]{3,45}):?|"
    r"([A-ZÀ-Þ][^\n:,.!?]{2,45}):)[ \t]?(?=\n[^\n])"
)
# "Billing: the invoice shows …": what a line is about
ABOUT = re.compile(r"\n[ \t]{0,3}(?:[-*•] ?)?([A-ZÀ-Þ][\w/& -]{2,30})[ \t]?(?::| [-–—])[ \t]([^\n]{20,600})")
# headings of the parts of one matter
OF_ONE = caseless(
    r"\W*(?:problem|issue|description|background|context|summary|overview|steps?|repro\w*|expected|actual|"
    r"result|impact|"
    r"what|when|where|who|how|why|contact|environment|details?|request|question|error|severity|priority|timeline|"
    r"history|notes?|attach\w*|users?|tried|troubleshooting|logs?|status|solution|goal|so far|kontakt|beschreibung|"
    r"fehler|schritte|étapes|contexte|pasos|contacto|contact|about|info\w*|product|tenant|regards)\b"
)
