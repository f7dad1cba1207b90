"""How people announce, number and separate the matters of one mail, in four languages. Data only.

Every pattern is bounded and is asked for only when one of its words stands in the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless

_FLAGS = re.IGNORECASE
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
# "none of it is connected": several matters, their number left to a list
APART = caseless(
    rf"\bun(?:related|connected) {_MATTERS}|\b(?:none|neither|nothing|not)\b.{{0,40}}\b(?:related|connected|in common)"
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
    "following", "unabhängige", "getrennte", "verschiedene", "mehrere", "nichts", "rapport", "relación",
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
    r"(?:issue|case|problem|ticket|request|topic|item|point|matter|incident|"
    r"fall|anliegen|thema|punkt|störung|problème|demande|sujet|caso|problema|asunto|tema|solicitud|consulta)"
)
# "== Request 2 ==", "Case B: sync", "Issue #1 -" at the beginning of a line
HEADING = caseless(
    rf"\n[^\w\n]{{0,8}}{_HEADS}[ \t]{{1,2}}(?:#|no\.? ?|nr\.? ?|n° ?)?(\d|[A-F]|one|two|three|four)(?!\w|\.\d|'s)"
    r"[ \t]{0,3}([^\n]{0,200})"
)
NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4"}
# the line of a block that tells what it is about
TELLS = caseless(
    r"\n[^\w\n]{0,6}(?:problem|issue|description|desc|summary|details?|request|question|what|wish|subject|title|"
    r"fehler|beschreibung|fehlerbild|anliegen|betreff|problème|description|demande|objet|problema|descripción|asunto|"
    r"solicitud)\b[^\w\n]{1,30}([^\n]{4,200}(?:\n[ \t]{2,30}[^\n]{2,200}|\n[a-z][^\n:]{2,200}){0,3})"
)
# labels of which a form has one: standing twice they begin a second form
REPEATED = caseless(
    r"\n[^\w\n]{0,6}(product|problem|issue|description|severity|sev|error|users|users impacted|priority|tried|"
    r"tenant|produkt|beschreibung|fehler|priorität|produit|problème|description|gravité|erreur|producto|problema|"
    r"descripción|gravedad)[ \t]{0,20}[.:=][^\n]{1,200}"
)
_PAUSE = r"(?:^|[.!?:;][\"'”)]?\s|\n)[\s\W]{0,6}(?:(?:and|so|then|oh|also|hi|hello|well|und|et|y)[,:]? )?"
FIRST = caseless(
    rf"{_PAUSE}(?:first(?:ly)?(?: (?:off|of all|one|up|thing|issue|problem|question|topic|matter|case|is))?|1st|"
    r"(?:the|my|our) first|(?:\w{3,14} )?number one|no\.? 1|#1|issue one|problem one|erstens|zum einen|zunächst|"
    r"als erstes|"
    r"premièrement|d'abord|d'une part|tout d'abord|primero|en primer lugar|por un lado|por una parte|"
    r"(?:the )?one (?:is|concerns)|one:)(?!\w| (?:time|day|name|thing in the morning|line|level|floor|class|response|"
    r"contact|attempt|noticed|thing in\b))"
)
_OTHER = (
    r"(?:second(?:ly)?(?: (?:one|up|thing|issue|problem|question|topic|matter|case|is))?|2nd|(?:the|my|our) "
    r"(?:second|third|fourth|other (?:one|thing|issue|problem|question|matter|topic|item|point))|"
    r"third(?:ly)?|fourth(?:ly)?|3rd|4th|(?:\w{3,14} )?number (?:two|three|four)|no\.? [23]|#[2-4]|(?:issue|"
    r"problem) (?:two|three)|"
    r"zweitens|drittens|viertens|zum anderen|zum zweiten|als (?:zweites|drittes|nächstes)|deuxièmement|troisièmement|"
    r"d'autre part|segundo|tercero|en segundo lugar|en tercer lugar|por otro(?: lado)?|por otra parte)"
)
SECOND = caseless(rf"{_PAUSE}{_OTHER}(?!\w| (?:time|day|name|line|level|floor|class|attempt|monitor|try))")
_KIND = r"(?:thing|issue|problem|question|request|topic|matter|point|ticket|item|subject|favou?r|case|ask|one(?=[,:]))"
_NO_MATTER = (
    r"(?! (?:to (?:know|add|note|mention|consider|try)|i (?:noticed|saw|tried|found|should)|we (?:noticed|tried)))"
)
ANOTHER = caseless(
    r"(?:^|[.!?][\"'”)]?\s|\n|\s[-–—]\s)\W{0,4}(?:(?:oh|ah|btw|by the way|p\.?s\.?|and|also|then|plus|ok|next|"
    r"besides)[,:]? )*"
    rf"(?:(?:a |an |the |one )?(?:(?:completely|totally|entirely|quite|wholly) )?(?:separate|different|unrelated|"
    rf"another)"
    rf"(?: (?:note|deal|{_KIND})| (?:\w+ )?{_KIND}|[,:;]| from\b| to\b|\s[-–—])|unrelated(?: but)?\b(?! \w)|"
    r"on (?:a|an|another)(?: (?:completely|totally|entirely))? ?(?:separate|different|unrelated|other)? ?"
    r"(?:note|topic|subject|matter|front|issue)\b|"
    rf"(?:one|another|a) (?:more|other|last|final|further|second|third|next)(?: {_KIND})?[,:.;?]|"
    rf"(?:one (?:more|other|last|final|further|more quick|more small)|another) {_KIND}\b{_NO_MATTER}|"
    rf"(?:completely |totally |entirely )?separately|completely different|(?:last|final|next)(?: {_KIND}\b|:)|"
    r"while (?:i have you|i.ve got you|i.m at it|we.re at it|you.re at it|i am at it|we are at it|i.m here|"
    r"i am writing|i.m writing|you.re (?:there|looking|in there))|since i.m writing|before i forget|something else[,:]|"
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
SEQUEL = caseless(
    rf"{_PAUSE}(?:(?:next|then|danach|ensuite|puis|luego)[,:]|"
    r"(?:lastly|finally|last,|schließlich|zuletzt|enfin|finalmente|por último)[,:]?)\s"
)
ORDINALS = frozenset((
    "d'autre", "second", "secondly", "2nd", "third", "thirdly", "other", "two", "three", "2", "3", "zweitens",
    "anderen", "zweiten", "zweites", "nächstes", "deuxièmement", "autre", "segundo", "otro", "otra", "tercero",
))  # fmt: skip
ANOTHER_WORDS = frozenset((
    "separate", "separately", "different", "unrelated", "another", "one", "while", "since", "before", "something",
    "apart", "aside", "top", "other", "note", "topic", "nothing", "related", "connected", "new", "then", "last",
    "final", "lastly",
    "next", "noch", "weiteres", "weitere", "andere", "unabhängig", "anderes", "autre", "rapport", "voir",
    "otra", "otro", "aparte", "tema",
))  # fmt: skip
# what a second ordinal needs to count without a first one
COUNTING = caseless(r"\s*[,:]|\s(?:is that|concerns) ")
NAMED = caseless(rf"\b(?:{_KIND}|other)$")
# what may as well go on with the first matter: it counts when it is of another kind
ALSO = caseless(
    r"(?:^|[.!?][\"'”)]?\s|\n)\W{0,4}(?:(?:oh|ah|and|btw)[,:]? )*(?:also|in addition|additionally|furthermore|"
    r"p\.?s\b\.?|besides|on top of (?:that|this)|then|next|lastly|finally|außerdem|zusätzlich|ferner|des weiteren|"
    r"darüber hinaus|en outre|par ailleurs|de plus|aussi|enfin|además|también|asimismo|por último)[\s,:–—-]"
)
ALSO_WORDS = frozenset((
    "also", "addition", "additionally", "furthermore", "ps", "p", "besides", "top", "then", "next", "lastly", "finally",
    "außerdem", "zusätzlich", "ferner", "weiteren", "darüber", "outre", "ailleurs", "plus", "aussi", "enfin", "además",
    "también", "asimismo", "último",
))  # fmt: skip
WISHES = caseless(
    r"\b(?:please|pls|can (?:you|we|i)|could (?:you|we|i)|would (?:you|like)|we (?:need|want|would)|"
    r"i (?:need|want|would)|i'd like|we'd like|how (?:do|can|much)|what (?:would|does|is)|which|why|need to|bitte|"
    r"können sie|wir (?:brauchen|bräuchten|möchten)|ich (?:brauche|möchte)|wie (?:viel|können)|merci|pouvez|pourriez|"
    r"nous (?:souhaitons|voulons|voudrions)|combien|por favor|pueden|podrían|necesitamos|queremos|quisiera|cuánto)\b"
)
# what the sender did, and not a matter
DID = caseless(
    r"[\s,:]*(?:i|we|he|she|they)(?:'ve| have|'d| had)? (?:then |also |just )?"
    r"(?:\w+ed|did|ran|went|put|set|took|made|got|sent|rebuilt)\b"
)
# "two tickets about this were closed": a number of others
OF_OTHERS = caseless(
    r"[\s,]*(?:\w+ ){0,2}?(?:open|opened|closed|about th|already|were|was|have been|pending|from|ago|last|before|"
    r"in the past|earlier|we tried|i tried|tried)\b"
)
LABELLED = re.compile(r"\W{0,4}[\w /.-]{2,30}(?: ?:|[ .]{2,40}:?)[ \t]")
TELLING = frozenset((
    "problem", "issue", "description", "produkt", "beschreibung", "fehler", "problème", "problema", "descripción",
    "product", "produit", "producto",
))  # fmt: skip
# "one last thing: call before noon" asks for nothing
ARRANGES = caseless(
    r"[\s\W]*(?:(?:[\w']+ ){0,4}?(?:thing|note|point)[,:]? ?)?(?:(?:please|you can|just|kindly|the|my|i am|i'm|"
    r"we are|i will be|"
    r"i'll be|best|it is|it's|that|is) )*(?:call|ring|phone|text|reach|contact|e-?mail me|write|reply|answer|"
    r"number|extension|out (?:on|of|until)|available|away|severity|urgent|not urgent|no rush|no hurry|thanks|thank)\b"
)
STEPS_ABOVE = caseless(
    r"\b(?:steps?|reproduce|repro|tried|try|did|done|checked|schritte|nachstellen|versucht|étapes|essayé|pasos|"
    r"probado|following error|troubleshooting|so far|as follows|happens|log|details|answers|users|accounts|mailboxes|"
    r"devices|affected|options|symptoms|since then|result|consequence|attempts)\b[^\n]{0,60}\n{0,2}$"
)
CLICKS = caseless(
    r"(?:open|click|go|select|sign|log|start|choose|enter|type|press|wait|navigate|launch|create|send|restart|reboot|"
    r"cleared?|removed|ran|reset|reinstalled|checked|tried|öffnen|klick\w*|ouvrir|cliquer|abrir|the|it)\b"
)
ITEM = re.compile(
    r"\n[ \t]{0,6}(?:\(?(\d)\s?[.):\]/]|([-*•–·+o])|\(?([a-f])\))[ \t]{1,4}(?:point \d: )?"
    r"(\S[^\n]{0,300}(?:\n[ \t]{0,8}(?![-*•–·+]\s|\(?\d\s?[.):]|\(?[a-f]\))[^\s][^\n]{0,200}){0,6})"
)
INLINE = re.compile(r"(?:^|[\s:])\(?([1-6a-f])[).] (?=\w)")
GREETING = caseless(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:tag|morgen)|sehr geehrte|"
    r"bonjour|bonsoir|hola|buen[oa]s)\b(?:(?: [\w'.-]{1,20}){0,4}[,.!:])?\s"
)
