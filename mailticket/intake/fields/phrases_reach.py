"""How people say when and where to reach them in running text, as patterns and words. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
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
        "today",
        "week",
        "day",
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
REACHES = caseless(
    r"\b(?:call|calls|called|phoned|manned|gone by|phone|telephone|reach\w{0,4}|ring|bell|number|cell|mobile|"
    r"contact\w{0,3}|available|availability|around|"
    r"in the office|free|txt|pr[ée]f[ée]r\w{1,5}|e-?mail|mail|prefer\w{0,6}|teams|whatsapp|text|"
    r"erreich\w{0,6}|anruf\w{0,4}|anrufen|rückfragen|"
    r"ll[áa]m\w{0,6}|m[áa]r(?:car|qu)\w{0,5}|localiz\w{0,5}|rappel\w{0,4}|joign\w{0,5}|joindre|trouv\w{2,4}|"
    r"appel\w{0,4}|tel|telefon\w{0,5}|"
    r"téléphon\w{0,3}|disponib\w{0,3}|best|suits?|desk|hours|i.?m (?:here|in|on|at|up)|i am (?:here|in|on|at)|get me|"
    r"message|ping|answer|antwort\w{0,3}|melden|write|schreib\w{0,4}|écri\w{1,4}|escrib\w{1,5}|revert|time to|"
    r"mejor|mieux|besser|lieber|plutôt|ideal\w{0,2}|rückruf|\w{0,9}zeiten|horaires?|horario|open|staffed|shift|awake|"
    r"i work|we work|i leave|reachable|usually in|normally in|mostly in|at home|here|up|good|"
    r"appelez|rufen|anrufen|disponible|atiend\w{1,4}|contest\w{1,4}|have time|zeit|libre|frei|direct line|catch me|"
    r"hold of me|try me|(?:i|we) can (?:do|make|manage|meet)|works for me|try again|(?:can|could|"
    r"would) (?:\w+ ){1,5}(?:do|make|manage)|bin|stoy|estoy|suis|ask for me|beste zeit|shift|voice|talk|speak)\b"
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
    "revert",
    "try again", " do ", " make ", "time", "line", "catch", "hold of", "works", "bin",
    "estoy", "suis", "ask for", "zeit", "shift",
    "voice", "talk", "speak", "eastern", "central", "pacific", "mountain", "uhr", "please", "bitte", "heure",
    "hora", "be great", "be fine", "be perfect", "be ok", "convenient",
)  # fmt: skip
REACHES_AFTER = caseless(
    r"^[\s,)]{0,3}(?:when i.m|when i am|i.m in|i can|on \+?\d|at \+?\d|unter \+?\d|au \+?\d|al \+?\d|if that|is|are|"
    r"works?|would|suits?|suit|please|best|preferred|only|good|fine|bitte|passt|convient|me viene|"
    r"ideal|wäre|wären|geht|ginge|serait|sería|would|if you call|for (?:a )?calls?|by phone|in the office|at my desk|"
    r"i.?m (?:free|available|around|here))\b"
)
PRESENT = caseless(r"\b(?:i|me|my|we|ich|mich|je|moi|yo|uns|us)\b")
# what was or what fails then; what is due or meets then
OTHER_TIME = caseless(
    r"\b(?:since|seit|depuis|desde|last|yesterday|gestern|hier|ayer|every|jeden|each|meetings? (?:is|at|on)?|"
    r"deadline(?: is)?|takes?|took|within|lasts?|dauert|dure|tarda|expires?|renew\w{0,4}|ends?|ended|due|due on|"
    r"start|(?:re)?occur\w{0,4}|pop(?:s|ped)? up|was|were|came(?: up)?|missed (?:\w+ ){1,2}call|"
    r"started(?: at| on)?|began(?: at| on)?|stopped(?: at| on)?|"
    r"lasted|need(?:ed|s)?(?: \w+){0,3} by|happen\w{0,3}(?: \w+)?|happened(?: at| on)?|sent(?: at| on)?|"
    r"(?<!re )(?<!are )(?<!is )opens?(?: at)?|went \w+ "
    r"(?:at|on)|fine|worked(?: \w+)?|delivered|placed|migrat\w{1,4}|noticed(?: it| this)?(?: at| on)?|broke(?: at|"
    r" on)?|bis "
    r"spätestens|fin de|starts?|goes out(?: on)?|runs?|payroll|invoice|backup|closed|closing|close the books|go live|"
    r"launch\w{0,2}|"
    r"hearing|deposition|vacation|holiday|leave until|away|out of office|off|urlaub|abwesend|congés?|vacaciones|PTO|"
    r"crashe?d?|"
    r"fail(?:s|ed|ing)?|down|drops?|bounced?|returned|arrived?|received|logged|rebooted|restarted|installed|updated|"
    r"changed|"
    r"switched|moved|signed|ordered|bought|wrote|(?<!be )(?<!get )called|spoke|reported|checked|tested)\W{0,2}"
    r"(?:from |at |on |the |am |le |la |el |um |about |around |between |until |till |by |again )?$|"
    r"(?<!reach )(?<!call )\bby\s$"
)
# when the sender cannot be reached
BUSY = caseless(
    r"\b(?:busy|unavailable|not (?:in|here|there|around)|out|on (?:leave|holidays?|vacation|pto)|away|off|"
    r"on (?:the|a) (?:road|water|bus|train|plane|floor|lift|boat|roof|job|"
    r"site|flight)|(?:at|on|having) (?:my )?lunch|"
    r"in (?:a |the )?(?:meetings?|surgery|class(?:es)?|court|sessions?|lessons?|appointments?|theatre|"
    r"transit|calls?)|"
    r"with (?:\w+ )?(?:clients?|customers?|patients?|students?|pupils?|guests?|people|kunden|patienten|clients|"
    r"pacientes)|"
    r"(?:training|teaching|seeing|visiting|serving|treating) (?:\w+ ){0,2}?(?:people|clients?|customers?|patients?|"
    r"staff|"
    r"guests?|students?|users?|kids|children)|sur le (?:plancher|terrain|chantier)|auf (?:montage|der baustelle)|"
    r"driving|travell?ing|i teach|teaching|asleep|sleep|nicht (?:da|erreichbar|im büro)|unterwegs|en réunion|en "
    r"rendez-vous|en cours|en consultation|en clase|im termin|in terminen|in "
    r"besprechung\w{0,2}|en reunión|fuera|ocupad[oa]|absente?)\b[^.,;!?]{0,20}$"
)
GREETING_BEFORE = caseless(
    r"\b(?:next|same|following|previous|that|good|guten|schönen|this|happy|nice|lovely|great|enjoy(?: the| your)?|"
    r"had an?|your|black|cyber|ash|holy|easter|bonne|buen[oa]s?|diese[nsr]?|ce|cette|"
    r"esta|from|one|fri|one)(?: \w{4,6})? $|\bon a $"
)
EVENT_AFTER = caseless(
    r"^[\s-](?:habe ich frei|bin ich nicht|(?:i|she|he|we).(?:m|s|re) (?:off|out|not|away|busy|gone|teaching|"
    r"driving|travell?ing|with|"
    r"tied up|in (?:class|court|meetings?|surgery|session|training|theatre)|at (?:the other|another|an?|"
    r"my other|our other) |"
    r"on the (?:road|floor|ward|phones?|other))|(?:i|she|he|we) (?:teach|teaches|drive|drives|sleep|see|sees|"
    r"have (?:class|"
    r"meetings?)|has (?:class|meetings?))|o.clock close|close|closing|is my day off|(?:we are|we.re) closed|"
    r"meetings?|deadline|appointments?|backup|shift starts|run|batch|release|update|call with|class|payroll|invoice|"
    r"report|o.clock news|maintenance|edition|service|snapshot|job|sync)\b"
)
# "…, so after that", "…, otherwise any time" behind hours at which the sender is busy
REST_OF_IT = caseless(
    r"^,?(?: and| but)?(?: so)?,? (?:any ?time |best |call )?(?:after|before|outside|other than|except) (?:that|"
    r"then|those|this|it)\b"
)
# a name in front of a time in brackets: "before tea (10ish)"
OPENED = caseless(r"\b(?:before|after|until|till|from|around|by|during) (?:[\w'’-]+ ){1,3}\($")
# what happens at that hour: "before opening at", "vor Ladenöffnung um"
TIED = caseless(
    r"\b(?:before|after|until|till|vor|nach|bis(?: zu[rm])?|avant|après|antes de|después de|hasta)"
    r" (?:(?:the|we|our|i|my|der|dem|unsere[rm]?|meine[rm]?|la|le|el|mon|ma|de) )?(?:(?!meeting|call)[\w'’-]+ ){0,2}"
    r"(?:open\w{0,3}|clos\w{1,3}|shuts?|shutting|start\w{0,3}|begin\w{0,4}|finish\w{0,3}|leav\w{1,3}|shift|school|"
    r"class(?:es)?|work|mass|prayers?|lunch|service|milking|rounds|\w{0,12}öffnung|\w{0,12}beginn|\w{0,12}schluss|"
    r"\w{0,12}ende|feierabend|unterricht|schicht|l['’]ouverture|la fermeture|ouvr\w{2,4}|ferm\w{2,3}|abrir|cerrar|"
    r"apertura|cierre) (?:at|um|à|a las?|around|about|gegen|by) (?:las? )?$"
)
# what follows on busy hours: "in class until 1, after that until 4"
THEN = caseless(
    r"\b(?:danach|anschlie(?:ß|ss)end|hinterher|ensuite|après(?: ça| cela)?|después|luego|after (?:that|this|which)|"
    r"then|thereafter|afterwards|otherwise|ansonsten|sonst|sinon|autrement|si no|apart from that|other than that)[,:]? "
    r"(?:gerne? |also |again |wieder |by phone |call |best |free |i.m (?:free|here|in|around) )?$"
)
THEN_WITHIN = caseless(
    r"[,;] (?=(?:danach|anschlie(?:ß|ss)end|ensuite|después|luego|after (?:that|this)|then|thereafter|afterwards)\b)"
)
SINCE_THEN = caseless(
    r"\b(?:danach|anschlie(?:ß|ss)end|ensuite|después|luego|after (?:that|this)|then|thereafter|afterwards),? $"
)
SO = caseless(r"\b(?:so|therefore|also|deshalb|daher|donc|así que|por eso)(?: please| bitte)?,? $")
DENIED = caseless(
    r"\b(?:no (?:phone )?(?:calls?|ringing|calling)|(?:don.t|do not|never) (?:call|ring|phone|text|try)(?: me| us)?)"
    r"(?: please)? $"
)
LIMITS = caseless(r"^(?:before|after|until|till|during|between|on|from|at)\b")
# hours that are none to be reached, told before them
DURING = caseless(r"\b(?:not|don.t (?:call|ring|phone)|no calls) (?:during|while|when|in)\b[^;.!?]{1,60}$")
RISES = caseless(r"\b(?:get|gets|getting|am|wake|be)(?: already)? $")
AT_TABLE = caseless(r"\b(?:at|on|having|to|for)(?: my)? $")
MANNED = caseless(
    r"\b(?:some(?:one|body)|anybody|anyone|people)(?:.s| is| are| will be)(?: always)? (?:here|there|in|around|awake|"
    r"at \w+|on (?:duty|call|shift|site)|(?:at|on|by|in) (?:the|our) \w+)[,:]? $"
)
CLOCKED = caseless(
    r"\d|\b(?:noon|midday|midi|mittags?|mediod[ií]a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|eins|"
    r"zwei|drei|"
    r"vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once)\b"
)
WAS = caseless(r"\b(?:i|we|he|she|they|some(?:one|body)) (?:was|were|spent|had)\b[^.;!?]{0,50}$")
ASKED_THIS = caseless(
    r"\b(?:call|ring|phone|contact|available|free|reach|here|around|in|back)(?: (?:me|us))?(?: (?:back|still|again|"
    r"only))? this $"
)
# another person to be reached; what is then said of that person
INSTEAD = wording(
    r"\b(?:rather than|instead of|not|not with|leave) (?:me|us|him|her|them|with me)\b|"
    r"\b(?i:call|ring|phone|contact|reach|text|ask for) (?i:him|her|them)\b|"
    r"\b(?i:contact|talk to|talk with|speak to|speak with|phone|call|ring|reach|deal with|ask for|work with|liaise "
    r"with|text|"
    r"e-?mail|write to|get hold of) (?:my |our |the |Mr |Mrs |Ms |Dr )?(?:[A-Z][a-zà-ÿ]|assistant|colleague|office|"
    r"practice|manager|secretary|receptionist|deputy)",
    parts="rather than|instead of|not |leave |contact|talk|speak|phone|call|ring |reach|deal with|ask for|work with|"
    "liaise|"
    "text|mail|write to|hold of",
    also="me|us|him|her|them|my |our |the |r",
    exact=True,
)
THEIRS = caseless(
    r"\b(?:he|she|they|who)(?:.s|.re|.d|.ll| is| are| has| would| will| works?| prefers?| likes?| leaves?| starts?| "
    r"sits?| picks| answers?| can| may)\b"
)
# a day or part of a day by itself at the beginning of a sentence
SUITS_AFTER = caseless(
    r"^[\s,)]{0,2}(?:is |are |would be |will be |ist |wäre |est |serait |es |sería )?(?:the )?(?:best|fine|good|ok|"
    r"okay|works?|"
    r"suits?|please|preferred|i.?m|i am|we.?re|we are|you (?:can|may|will)|you.ll|bin ich|sind wir|je suis|estoy|de "
    r"préférence|preferably|perfect|great|ideal|bitte|passt|geht|convient|only)\b"
)
# "the night dispatcher": a part of the day that only says which
OF_BEFORE = caseless(r"\b(?:with|of|by|for|from|our|my|a|an|this) (?:the )?$")
NOUN_BEHIND = re.compile(
    r"^ (?!is |are |or |and |if |when |please|works?\b|would|before|after|at |on |between|from|to |until|till|"
    r"around|time|only|best|but|as |so |for |in |suits?\b|will|should)[a-z]{4,}"
)
SAY = caseless(
    r"\b(?:say|that is|that.s|i\.e\.|meaning|namely|das heißt|d\.h\.|es decir|ideally|preferably|sagen wir|disons|"
    r"digamos|idealerweise|am besten)[, ]{1,2}$"
)
# when somebody can be reached, told by what happens then, behind a word or a number to be reached at
OCCASION = wording(
    r"(?:\b(?:call|ring|phone|text|txt|reach|catch|get|try|find|write(?: to)?|e-?mail|free|available|here|around)"
    r"(?: (?:me|us|him|her|them|(?:the|my|our) \w+))?(?: (?:please|back|only))?|\d{4}\)?,?|\bbest(?: time)?(?: is)?|"
    r"\b(?:free|available|reachable)) (?:please |any ?time |only |but |just )?"
    r"(?P<when>(?:after|before|between|until|till|while|during|once) (?!(?:you|that|this|it|(?:i|we|they)(?! (?:open|"
    r"close|start|finish|leave|begin|shut|lock up|go (?:home|out|to bed)|head (?:home|out)|knock off)\b)|the (?:update|"
    r"change|migration|switch|reboot|call|fix|outage))\b|(?!opening|closing|starting|finishing)\w{3,12}ing "
    r"(?!time|hour)\w)"
    r"[a-zA-Z][^\d.,;:!?()\n]{2,40}(?: (?:at|by|around) \d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?\b)?)"
    r"(?=$|[.,;:!?()]| (?:pls|please)\b)",
    parts="after|before|between|until|till|while|during|once",
    also="call|ring|phone|text|txt|reach|catch|get|try|find|write|mail|free|avail|here|around|0|1|2|3|4|5|6|7|8|9|best",
)
SOON = wording(
    r"\b(?:call(?: ?back)?|ring|phone|reach|contact|text|e-?mail|get back to|write(?: to)?|talk|speak)(?: (?:me|"
    r"us|him|her|them|[a-z]+ (?:in|at) \w+))?(?: (?:back|please|again|on this)){0,2},? "
    r"(?P<when>(?:(?:later|still|sometime|early|earlier|late) )?(?:today|this week|next week)\b"
    r"|(?:by |before |at |towards )?(?:the )?(?:end|close) of (?:the )?(?:day|business|week)\b)",
    words="today week end close",
    also="call|ring|phone|reach|contact|text|mail|get back|write|talk|speak",
)
# "…, call me then": the time is the one told before
CALL_THEN = caseless(
    r"\b(?:call|ring|phone|reach|catch|try|contact|text|get|talk|speak)(?: (?:me|us|him|her|them|to me|"
    r"to us))?(?: back| again)? then\b"
)
# a lone hour that is meant: "call at 2 pm", "would 11 work"
MEANT_BEFORE = caseless(
    r"\b(?:call|ring|phone|reach|contact|catch|talk|speak|meet|available|free|try|chat|gap|slot|call ?back|ping|text|"
    r"(?:can|could|would|will) (?:\w+ ){1,5}(?:do|make|manage)|how about|what about|let.s say)"
    r"(?: (?:me|us|him|her|them|again|back|please|then|today|tomorrow|on [a-z]+day|for a call|open|with (?:me|"
    r"us))){0,3}(?: (?:at|around|about|for|from))? (?:about |around )?$"
)
MEANT_AFTER = caseless(
    r"^(?: on [a-z]+day| tomorrow| today)?(?: would| will| should)? (?:works?|suits?|is (?:good|fine|best|ok|"
    r"okay|perfect|great)|"
    r"be (?:good|fine|best|ok|okay|perfect|great|possible|convenient)|for (?:a|the|our) (?:\w+ )?(?:call|chat|"
    r"session|meeting|talk)|if (?:that|it) (?:works|suits))\b"
)
# hours that a telephone system, a page or a sign is set to tell
OF_THINGS = caseless(
    r"\b(?:auto.?attendants?|greetings?|ivr|(?:phone|voice) (?:menu|system)|voice ?mail (?:greeting|still|says)|"
    r"web ?site|web ?page|listing|"
    r"(?:call )?queues?|hunt group|call flow|call park|posted|calendars? (?:show|display)s?|sign says|"
    r"ring(?:s)? only|rout(?:e|es|ed|ing))\b"
)
# work that is to be done then
WORK_THEN = caseless(
    r"\b(?:do|run|restart|reboot|schedule|perform|install|apply|migrate|deploy|switch|move|make|change|patch|"
    r"update|cut over|"
    r"remove|disable|enable|send|start|turn)(?: \w+)? (?:it|this|that|them|these|everything|the (?!call)\w+|"
    r"our \w+|any \w+|changes?)\b[^.;!?]{0,30}$"
)
ANY_TIME = wording(
    r"\b(?:(?:at )?(?:what|which|the) (?:time|hour)|(?:um )?welche uhrzeit|die uhrzeit|à quelle heure|l.heure|la "
    r"hora)(?: you \w+)?"
    r"(?: (?:me|back))? (?:is (?:not important|unimportant|up to you|irrelevant|yours to choose)|does(?:n.t| not) "
    r"matter|"
    r"makes no difference|ist (?:mir )?egal|spielt keine rolle|n.a pas d.importance|importe peu|no importa|me da "
    r"igual)\b",
    words="time hour uhrzeit heure hora",
    also="important|up to you|irrelevant|choose|matter|difference|egal|rolle|importa|igual|importe",
)
# the sentence tells of trouble; without a word to be reached its times are the trouble's
TROUBLED = caseless(
    r"\b(?:drop(?! (?:me|us)\b)|drops|dropped|fails?|failed|failing|crash\w{0,3}|error|bounce[sd]?|broke|"
    r"stopped|outage|down|lost|slow|freezes?|"
    r"froze|stuck|cannot|can.t|couldn.t|unable|nobody|no one|rejected|disappear\w{0,3}|vanish\w{0,3}|deleted|"
    r"declined|expires?|"
    r"renews?|started|happen\w{0,3}|worked|scan|backup|payroll|deposition|meeting|invoice|charged|updated|"
    r"migrat\w{1,4}|fällt|ausgefallen|störung|geht nicht|panne|échec|erreur|falla|fallo|caíd[oa])\b"
)
DIRECT = caseless(
    r"\b(?:call|calling|ring|phone|text|txt|reach|contact|get|catch|e-?mail|write|ping|find|bell|tell|give|let|send|"
    r"drop|shoot|message|mail|update|inform|answer) (?:to )?"
    r"(?:me|us)\b|\b(?:i.m|i am|i.ll be|we.re|we are) (?:\w+ ){0,2}(?:in|at|on|up|here|there|free|around|available|"
    r"reachable|open|"
    r"awake|back|online|home)\b|\bi (?:work|leave|start|can (?:talk|be|take|do|make|manage|meet)|usually|"
    r"have time|sit|answer|prefer)\b|\bmy (?:hours|"
    r"shift|phone|cell|mobile|number|desk)\b|\b(?:please|pls|plz|bitte|merci de|por favor|available|availability|"
    r"reachable|prefer\w{0,4}|"
    r"best time|callback|suits?|works for)\b|erreich|joign|disponib|rückruf|llám|m[áa]r(?:qu|car)|localiz|appel(?:ez|"
    r"er)|rappel|mich an|melden"
)
# a stretch that says by itself what it is for
TELLING = caseless(
    r"^(?:(?:but|only|just) )?(?:not (?:before|after|until|during)|(?:am )?(?:liebsten|besten)|plutôt|mejor|"
    r"nicht (?:vor|nach)|erst ab|ab sofort|pas avant|pas après|no antes|any ?time|"
    r"whenever|any day|any hour|jederzeit|à toute heure|cualquier hora)|\b(?:only|please|preferably|bitte|nur|"
    r"uniquement)$"
)
BY_OTHERS = caseless(
    r"^(?:he|she|they|it|er|il|elle|ils|él|ella|the (?:vendor|supplier|customer|client|user|boss|carrier)|my (?:boss|"
    r"colleague|husband|wife))\b(?!.{0,6}\bi\b)"
)
# somebody else who is at hand then
AT_HAND = caseless(
    r"^(?:he|she|they|the \w+|my \w+)(?:.s|.ll be|.re| is| will be| are)(?: \w+)? (?:at (?:his|her|their|"
    r"the) desk|available|free|"
    r"around|reachable|in (?:until|till|from|between|on)|here|there|on site|contactable|back)\b"
)
PAST = caseless(r"\b(?:yesterday|gestern|ayer|since|depuis|desde|seit|last|ago|heute morgen|ce matin|esta mañana)\b")
ON_MOBILE = wording(
    r"\b(?:on|at|to|try|use|call|ring) my (?:cell|mobile)|\bauf (?:dem|meinem) (?:handy|mobil)|\bsur mon (?:portable|"
    r"mobile)|\bal (?:móvil|celular)|\b(?:cell|mobile)(?: phone)? (?:is|works|preferred|best|please)",
    words="cell mobile handy mobil portable móvil celular mobiltelefon",
)
MOBILE = caseless(r"\b(?:mobile|cell|mob|m|c|handy|mobil|móvil|portable|cel)\b")
