"""How people say when and where to reach them in running text, as patterns and words. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.fields.lexicon_times import ALWAYS, DAYS, LINKS, NUMBERS, PARTS_OF_DAY, words
from mailticket.intake.fields.passages import wording

# a sentence without any of them, and without a digit, tells no time
TIME_WORDS: frozenset[str] = (
    DAYS
    | PARTS_OF_DAY
    | NUMBERS
    | ALWAYS
    | (LINKS & words("any anytime hours heures bureau hora"))
    | {
        "bürozeiten",
        "geschäftszeiten",
        "whenever",
        "whenevr",
        "clock",
        "until",
        "till",
        "b4",
        "hr",
        "hasta",
        "bis",
        "sofort",
    }
)
# words before a time that make it one for being reached
REACHES = re.compile(
    r"\b(?:call|calls|phone|telephone|reach\w{0,4}|ring|bell|number|cell|mobile|contact\w{0,3}|available|"
    r"availability|around|"
    r"in the office|free|txt|pr[ée]f[ée]r\w{1,5}|e-?mail|mail|prefer\w{0,6}|teams|whatsapp|text|"
    r"erreich\w{0,6}|anruf\w{0,4}|anrufen|"
    r"rückfragen|"
    r"ll[áa]m\w{0,6}|m[áa]r(?:car|qu)\w{0,5}|localiz\w{0,5}|rappel\w{0,4}|joign\w{0,5}|joindre|trouv\w{2,4}|"
    r"appel\w{0,4}|tel|"
    r"telefon\w{0,5}|"
    r"téléphon\w{0,3}|disponib\w{0,3}|best|suits?|desk|hours|i.?m (?:here|in|on|at|up)|i am (?:here|in|on|at)|get me|"
    r"message|ping|answer|antwort\w{0,3}|melden|write|schreib\w{0,4}|écri\w{1,4}|escrib\w{1,5}|revert|time to|"
    r"mejor|mieux|besser|lieber|plutôt|ideal\w{0,2}|rückruf|\w{0,9}zeiten|horaires?|horario|open|staffed|shift|awake|"
    r"i work|we work|i leave|reachable|"
    r"usually in|normally in|mostly in|at home|here|up|good|"
    r"appelez|rufen|anrufen|disponible|atiend\w{1,4}|contest\w{1,4}|have time|zeit|libre|frei|direct line|catch me|"
    r"hold of me|try me|works for me|bin|stoy|estoy|suis|ask for me|beste zeit|shift|voice|talk|"
    r"speak)\b",
    re.I,
)
# without one of them nothing above is there; the zones count because they may stand alone beside a time
REACH_PARTS: tuple[str, ...] = (
    "call", "phone", "reach", "ring ", "bell", "number", "cell", "mobile", "contact", "try me", "avail", "around",
    "office", "free", "mail", "prefer", "teams", "whatsapp", "text", "txt", "erreich", "anruf", "anrufen",
    "rückfragen", "llam", "llám", "marcar", "localiz", "rappel", "joign", "joind", "trouv", "appel", "tel", "disponib",
    "best", "suit", "desk", "hours", "rückruf", "zeiten", "horai", "horari", "open", "staffed", "awake", "i work",
    "we work", "leave", "rufen",
    "ruft", "usually in", "normally in", "good", "atiend", "contest", "libre", "frei", "courriel", "correo", "phoning",
    "mejor", "mieux", "besser", "lieber", "plutôt", "ideal", "i'll be", "i’ll be", "we'll be", "bell", "m here",
    "m in ", "m on ", "m at ", "m up", "am here", "am in", "am on",
    "am at", "get me", "message", "ping", "answer", "antwort", "melde", "write", "schreib", "écri", "escrib",
    "revert", "time", "line", "catch", "hold of", "works", "bin", "estoy", "suis", "ask for", "zeit", "shift",
    "voice", "talk", "speak", "eastern", "central", "pacific", "mountain", "uhr", "please", "bitte", "heure",
    "hora"
)  # fmt: skip
REACHES_AFTER = re.compile(
    r"^[\s,)]{0,3}(?:when i.m|when i am|i.m in|i can|on \+?\d|at \+?\d|unter \+?\d|au \+?\d|al \+?\d|if that|is|are|"
    r"works?|would|suits?|suit|please|best|preferred|only|good|fine|bitte|passt|convient|me "
    r"viene|"
    r"ideal|wäre|wären|geht|ginge|serait|sería|would|if you call|for (?:a )?calls?|by phone|in the office|at my desk|"
    r"i.?m (?:free|available|around|here))\b",
    re.I,
)
PRESENT = re.compile(r"\b(?:i|me|my|we|ich|mich|je|moi|yo|uns|us)\b", re.I)
# what was or what fails then; what is due or meets then
OTHER_TIME = re.compile(
    r"\b(?:since|seit|depuis|desde|last|yesterday|gestern|hier|ayer|every|jeden|each|meetings? (?:is|at|on)?|"
    r"deadline(?: is)?|takes?|took|within|lasts?|dauert|dure|tarda|expires?|renew\w{0,4}|ends?|ended|due|due on|"
    r"started(?: at| on)?|began(?: at| on)?|"
    r"stopped(?: at| on)?|"
    r"lasted|need(?:ed|s)?(?: \w+){0,3} by|happen\w{0,3}(?: \w+)?|happened(?: at| on)?|sent(?: at| on)?|"
    r"opens?(?: at)?|went \w+ "
    r"(?:at|on)|fine|worked(?: \w+)?|delivered|placed|migrat\w{1,4}|noticed(?: it| this)?(?: at| on)?|broke(?: at|"
    r" on)?|bis "
    r"spätestens|fin de|starts?|goes out(?: on)?|runs?|payroll|invoice|backup|closed|closing|close the books|go live|"
    r"launch\w{0,2}|"
    r"hearing|deposition|vacation|holiday|leave until|away|out of office|off|urlaub|abwesend|congés?|vacaciones|PTO|"
    r"crashe?d?|"
    r"fail(?:s|ed|ing)?|down|drops?|bounced?|returned|arrived?|received|logged|rebooted|restarted|installed|updated|"
    r"changed|"
    r"switched|moved|signed|ordered|bought|wrote|called|spoke|reported|checked|tested)\W{0,2}"
    r"(?:from |at |on |the |am |le |la |el |um |about |around |between |until |till |by |again )?$|"
    r"(?<!reach )(?<!call )\bby\s$",
    re.I,
)
# when the sender cannot be reached
BUSY = re.compile(
    r"\b(?:busy|unavailable|not (?:in|here|there|around)|out|on (?:the|a) (?:road|water|bus|train|plane|floor|lift|"
    r"boat|roof|job|"
    r"site|flight)|in (?:a |the )?(?:meetings?|surgery|class(?:es)?|court|sessions?|lessons?|appointments?|theatre|"
    r"transit|calls?)|"
    r"driving|travell?ing|i teach|teaching|asleep|sleep|nicht (?:da|erreichbar|im büro)|unterwegs|en réunion|in "
    r"besprechung\w{0,2}|en reunión|fuera|ocupad[oa]|absente?)\b[^.,;!?]{0,20}$",
    re.I,
)
GREETING_BEFORE = re.compile(
    r"\b(?:next|same|following|previous|that|good|guten|schönen|this|happy|nice|lovely|great|enjoy(?: the| your)?|"
    r"had an?|your|bonne|buen[oa]s?|"
    r"diese[nsr]?|ce|cette|"
    r"esta|from|one|fri|on a)(?: \w{4,6})? $",
    re.I,
)
EVENT_AFTER = re.compile(
    r"^[\s-](?:habe ich frei|bin ich nicht|i.m (?:off|out|not)|is my day off|(?:we are|we.re) closed|meetings?|"
    r"deadline|appointments?|backup|shift starts|run|batch|release|update|call with|class|payroll|"
    r"invoice|"
    r"report|o.clock news|maintenance|edition|service|snapshot|job|sync)\b",
    re.I,
)
# the sentence tells of trouble; without a word to be reached its times are the trouble's
TROUBLED = re.compile(
    r"\b(?:drop|drops|dropped|fails?|failed|failing|crash\w{0,3}|error|bounce[sd]?|broke|stopped|outage|down|lost|"
    r"slow|freezes?|"
    r"froze|stuck|cannot|can.t|couldn.t|unable|nobody|no one|rejected|disappear\w{0,3}|vanish\w{0,3}|deleted|declined|"
    r"expires?|"
    r"renews?|started|happen\w{0,3}|worked|scan|backup|payroll|deposition|meeting|invoice|charged|updated|"
    r"migrat\w{1,4}|fällt|"
    r"ausgefallen|störung|geht nicht|panne|échec|erreur|falla|fallo|caíd[oa])\b",
    re.I,
)
DIRECT = re.compile(
    r"\b(?:call|calling|ring|phone|text|txt|reach|contact|get|catch|e-?mail|write|ping|find|bell|tell|give|let|send|"
    r"answer) (?:to )?"
    r"(?:me|us)\b|\b(?:i.m|i am|i.ll be|we.re|we are) (?:\w+ ){0,2}(?:in|at|on|up|here|there|free|around|available|"
    r"reachable|open|"
    r"awake|back|online|home)\b|\bi (?:work|leave|start|can (?:talk|be|take)|usually|have time|sit|answer|prefer)\b|"
    r"\bmy (?:hours|"
    r"shift|phone|cell|mobile|number|desk)\b|\b(?:please|pls|plz|bitte|merci de|por favor|available|availability|"
    r"reachable|prefer\w{0,4}|"
    r"best time|callback|suits?|works for)\b|erreich|joign|disponib|rückruf|llám|m[áa]r(?:qu|car)|localiz|appel(?:ez|"
    r"er)|rappel|"
    r"mich an|melden",
    re.I,
)
# a stretch that says by itself what it is for
TELLING = re.compile(
    r"^(?:(?:but|only|just) )?(?:not (?:before|after|until|during)|(?:am )?(?:liebsten|besten)|plutôt|mejor|"
    r"nicht (?:vor|nach)|erst ab|ab sofort|pas avant|pas après|no antes|any ?time|"
    r"whenever|any day|any hour|jederzeit|à toute heure|cualquier hora)|\b(?:only|please|preferably|bitte|nur|"
    r"uniquement)$",
    re.I,
)
BY_OTHERS = re.compile(
    r"^(?:he|she|they|it|er|il|elle|ils|él|ella|the (?:vendor|supplier|customer|client|user|boss|carrier)|my (?:boss|"
    r"colleague|husband|wife))\b(?!.{0,6}\bi\b)",
    re.I,
)
# a zone or a place in brackets, with what people write before and behind it there
BRACKETS = re.compile(
    r"\((?:(?:yes|that.s|we.re|i.m|we are|i am|all|times?|all times|in|from|my time|hora de|heure de|"
    r"local)[, ]{1,2}){0,3}(?:the )?"
    r"([A-Za-zÀ-ÿ.]{2,14}(?: [A-Za-zÀ-ÿ]{2,12})?)(?: (?:time|zone|here|office|hours|if that matters|of course|"
    r"obviously))?[.!]?\)",
    re.I,
)
PAST = re.compile(
    r"\b(?:yesterday|gestern|ayer|since|depuis|desde|seit|last|ago|heute morgen|ce matin|esta mañana)\b", re.I
)
ZONE_NAMES: frozenset[str] = words("eastern central mountain pacific")
PLACE_AFTER = re.compile(
    r"[\s,(]{1,3}(?:in |from |at |our |your |hora (?:de |del )?|heure (?:de |d')?|uhr |hours? of |of |local )?"
    r"([A-Z][\w.]{1,20}(?: [A-Z][a-z]{2,15})?|eastern|central|mountain|pacific)\b"
)
ZONE_NAMED = re.compile(
    r"(?:^|[,;(.:–-]\s|\b(?:so|in|on|is|on the|the|zone|at|it's|it’s|are|we're|we’re|I'm|I’m|also|same time(?: "
    r"zone)? as|"
    r"hora de|heure de|hour of|hours of|like|near)\s)"
    r"([Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|[Ww]est [Cc]oast|[Ee]ast [Cc]oast|ET|CT|MT|PT|AZ)"
    r"(?=$|[,.;:!)]|\s(?:hours|schedule|here|and|please|over here|coast|zone|std|standard|daylight|for me|if))"
)
ZONE = wording(
    r"\b(?:(?i:(?:eastern|central|mountain|pacific|atlantic|uk|arizona|india|india[nan]*|irish|"
    r"british)(?:[ -](?:standard|daylight))?[ -]time)"
    r"|(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::?[0-5]\d)?(?![\d:])|(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|"
    r"MT(?= *[,.)/]|$)|CET|CEST|MEZ|MESZ|GMT|BST|UTC|IST|AEST|AEDT|ACST|"
    r"AWST|NZST|"
    r"NZDT|SAST|SGT|JST)(?![-+]\d)"
    r"|(?i:hora del? (?:este|centro|pac[ií]fico|monta[ñn]a|madrid|méxico)|hora peninsular)"
    r"|hora (?:de |del )?[A-Z][a-zà-ÿ]{3,12}(?: [A-Z][a-zà-ÿ]{3,12})?|(?i:"
    r"heure (?:de |d.)?[A-ZÀ-Ý][a-zà-ÿ]{3,12}|hours? of [A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,8})?|"
    r"(?:deutsche[rn]?|mitteleuropäische[rn]?|österreichische[rn]?|schweizer) (?:Zeit|Ortszeit)|[A-Z]{2} time))(?!\w)",
    words=(
        "acst aedt aest awst bst cdt cest cet cst ct edt est et gmt heure hora ist jst mdt mesz mez mst mt nzdt nzst "
        "pdt pst pt sast sgt time utc zeit ortszeit hour hours"
    ),
    exact=True,
)
# in a signature, where a zone stands between dividers: "613-555-0139 - Eastern", "(Pacific)"
ZONE_SIGNED = re.compile(
    r"(?:^|[(|,·•/–-]\s{0,2})(?:US )?(?:Eastern|Central|Mountain|Pacific|Atlantic)(?= ?(?:$|[)|,·•/–-]))"
)
ON_MOBILE = wording(
    r"\b(?:on|at|to|try|use|call|ring) my (?:cell|mobile)|\bauf (?:dem|meinem) (?:handy|mobil)|\bsur mon (?:portable|"
    r"mobile)|"
    r"\bal (?:móvil|celular)|\b(?:cell|mobile)(?: phone)? (?:is|works|preferred|best|please)",
    words="cell mobile handy mobil portable móvil celular mobiltelefon",
)
MOBILE = re.compile(r"\b(?:mobile|cell|mob|m|c|handy|mobil|móvil|portable|cel)\b", re.I)
ZONE_LOOSE = wording(
    r"\b([A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?|[a-z]{4,12})(?: time| Zeit|er Zeit)\b",
    words="time zeit",
    exact=True,
)
ZONE_AFTER_TIME = wording(
    r"(?:\d|am|pm|noon|preferred|please|mornings|afternoons|,|\bon|\bwe.re|\bi.m)[\s,(]{1,3}(eastern|central|"
    r"mountain|pacific)\b(?! (?:district|office|valley|region|time))",
    words="central eastern mountain pacific",
)
PLACE = wording(
    r"\b(?:(?:[Ii].m here|[Ii] sit|[Ii]ch sitze|[Ii]ch bin|[Ii] live|[Ii] work|[Ww]e sit|[Ww]e work|[Bb]ased out|"
    r"working|writing|sentados|[Ii].m|[Ii] am|[Ww]e.re|[Ww]e are|based|located|office(?: is)?|offices are|sitting|"
    r"here|[Ww]ir sitzen|"
    r"[Ee]stamos|desk|"
    r"sommes|time zone as|[Gg]reetings|[Cc]heers|zone) (?:here |down |up |out |over )?(?:in|from|at|en|à|as|"
    r"of)(?: the)?|office,) "
    r"([A-Z][\w.]{1,20}(?: (?:de )?[A-ZÀ-Ý][a-zà-ÿ]{2,15})?(?:, [A-Z][\w.]{1,14}(?: [A-Z][a-z]{2,12})?)?)",
    words="am are is based estamos here located m office re sitting sitzen sommes desk sit sitze live work "
    "working writing out bin best from hello greetings "
    "cheers "
    "zone",
    exact=True,
)
