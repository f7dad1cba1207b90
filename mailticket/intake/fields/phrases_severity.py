"""How people say how bad a problem is, as patterns: letters, grades and words for haste. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.passages import Wording, wording

SEVERITY = wording(
    r"\b(?:sev(?:erity)?|prio(?:rity)?|schweregrad|gravité|severidad|prioridad|priorität)[\s.:=#-]{0,3}(?:is |"
    r"level |of |would be |should be |as )?(?:an? )?([abc1-4]|one|two|three|four)\b|"
    r"(?<!\bID )(?<!\bAD )(?<!Defender )(?<!Premium )(?<!Endpoint )(?<!365 )(?<!Azure )(?<!Entra )\bp([1-4])\b(?! "
    r"(?:licen|plan|seat))",
    words="p1 p2 p3 p4",
    parts="sev|prio|urgency|schweregrad|gravité",
)
_GRADE = (
    r"top|middling|middle|average|highest|lowest|critical|high|medium|moderate|low|urgent|normal|minor|minimal|hoch|"
    r"mittel|niedrig|haute|"
    r"moyenne|basse|faible|"
    r"alta|media|"
    r"baja|kritisch|hohe|mittlere|niedrige"
)
SEVERITY_NAMED = wording(
    rf"\b(?:sev(?:erity)?|prio(?:rity)?|urgency|schweregrad|priorität|priorité|gravité|prioridad|"
    rf"severidad)(?:[ -]wise)?"
    rf"(?:[,:]? (?:goes|is concerned|i|i.d|we|we.d|would|say|call|it|put|is|rather|probably|just|only|at|most|maybe|"
    rf"for|this|"
    rf"now|please|think|be|should|a|an|guess|me|us)){{1,7}}[,:]? ({_GRADE})\b|"
    rf"\b(?:sev(?:erity)?|prio(?:rity)?|urgency|schweregrad|priorität|dringlichkeit|priorité|gravité|prioridad|"
    rf"severidad|gravedad|urgencia)\W{{0,3}}"
    rf"(?:is |level |of |would be |should be |ist |est |es |as |to )?({_GRADE})\b"
    rf"|\b({_GRADE})(?:[ -]| (?:in|as to) )(?:severity|priority|prio|urgency|priorität|"
    rf"dringlichkeit|priorité|gravité|importance|"
    rf"wichtigkeit)\b(?! alert)|"
    rf"(?<!business )\b(critical|high|medium|moderate|low|minor|minimal|middling) impact\b|\b(middling)\b"
    rf"|\b(?:call|rate|treat|say|consider|mark|file|log|grade|class|classify|regard) "
    rf"(?:it |this |that |them |(?:this|the) (?:matter|issue|case|ticket|problem|request|incident) )?(?:as )?(?:an? )?"
    rf"(critical|high|medium|moderate|low|minor)\b(?! (?:time|risk|number|quality|volume))",
    parts="critical|high|medium|moderate|low|urgent|normal|mino|minim|hoch|hoh|mittel|mittl|niedrig|haute|moyenne|basse|"
    "faible|"
    "alta|media|baja|kritisch|top|middl|average",
    also="sev|prio|urgency|impact|importan|wichtigkeit|middling|schweregrad|gravité|gravedad|urgencia|dringlichkeit|"
    "call |rate |treat |say |consider|mark |file |log |grade |class |classify |regard ",
)
# "from B to A": the last counts
REGRADED = wording(
    r"\b(?:from|von|de) (?:an? |sev\w* |level |prio\w* |stufe )?[\"“'(]?[abc1-4p][1-4]?[\"”')]? (?:down |up )?(?:to|"
    r"auf|à|a) "
    r"(?:an? |sev\w* |level |prio\w* |stufe )?[\"“'(]?p?([abc1-4])\b(?![\w'’:-])",
    words="a b c 1 2 3 4 p1 p2 p3 p4 pa pb pc",
    also="sev|prio|urgency|change|raise|upgrade|downgrade|escalat|bump|lower|gravité|stufe|level",
)
# letters and levels that are explained, compared or asked for
EXPLAINED = wording(
    r"\b(?:p[1-4]|(?:sev(?:erity)?|prio(?:rity)?) ?[abc1-4]) ?(?:or|and|/|vs\.?|versus|oder|und|ou|et) ?(?:an? )?"
    r"(?:p[1-4]|(?:sev(?:erity)? |prio(?:rity)? )?[abc1-4])\b(?! (?:please|is fine|works))|"
    r"\ba\b.{1,40}\bb\b.{1,40}\band c\b|"
    r"^\W{0,3}(?:what|which|how|does|do|is|why|was|welche\w?|que|qué|quelle?)\b[^.]{0,120}\b(?:sev(?:erity)?|"
    r"priority|p[1-4]|urgent)\b"
    r"[^.]{0,120}\?",
    parts="sev|prio|p1|p2|p3|p4|urgent",
)
# what somebody or some program said, in its own words
QUOTED = re.compile(r"[\"“][^\"“”]{3,200}[\"”]")
QUOTED_BY = re.compile(
    r"\b(?:says?|said|shows?|reads?|saying|called|titled|alert|warning|message|mail|email|post|subject|popup|error|"
    r"labell?ed|"
    r"named|phone|banner|inside|word|button|folder|rule|channel)\b[^.!?]{0,40}$",
    re.I,
)
LONE_LETTER = re.compile(
    r"(?<![\w&.'’/-])(?:B|C|A(?=\s*(?:$|[,.;:!?)–—-]|because|since|please|as |for now|for us|weil|bitte|parce|car |"
    r"porque)))(?![\w&'’/+#-]|\.\w)"
)
GRADES = caseless(
    r"\b(?:sev\w{0,6}|prio\w{0,6}|urgen\w{1,4}|level|stufe|niveau|nivel|grad|gravit\w{1,4}|dringlich\w{0,4}|"
    r"schwere\w{0,4}|"
    r"importan\w{1,3}|grade|rating|scale|classification|einstufung|bewertung|gravedad|how bad|middle|klasse|class|"
    r"rank|kategorie|category|catégorie|categoría|letter|"
    r"buchstabe)\b[^.!?\n]{0,32}$"
    r"|\b(?:treat|handle|call|calling|consider|rate|file|log|mark|put|make|leave|keep|say|think|guess|rank|classify|"
    r"count|"
    r"give|deserves?|settle|merece|pondría\w{0,3}|vergeben|solid|certainly|surely|probably|let (?:it|this) be|"
    r"log|open|raise|take|want|sagen|einstufen|als|setzen|mettez|mettre|disons|dirai[st]|dirions|diríamos|sería|pongan|"
    r"poner|diría|sería|downgrade|upgrade|raise|lower|bump|escalate|drop|reduce|change|increase|push|move|set|assign|"
    r"request|requesting|expect|suggest|go with|going with|opt for|settle on|herabstufen|hochstufen|passer|subir|bajar|"
    r"would be|should be|must be|could be|is more like|more of|this is|it is|it.s|makes|that.s|everything is|all (?:is|"
    r"are)|meinung nach|sicht)"
    r"(?: (?:it|this|that|them|both|one|is|as|an?|on|at|to|up|down|of|for|the|please|only|just|be|me|us|ce|cela|un|"
    r"une|en|"
    r"como|"
    r"une?|ticket|case|issue|das|es|ein|eine|wir|ich|rather|probably|maybe|perhaps|with)){0,5}\s[\"“'(]?$"
)
GRADED = caseless(
    r"^[\"”')]{0,2},?\s(?:for (?:severity|priority|urgency)|is (?:fine|ok|enough|right|sufficient|good)|"
    r"would (?:be \w{2,14}|do|suit)|seems \w{2,12}|"
    r"please\b|will do|reicht|genügt|suffit|basta|for (?:1|2|both|all)|"
    r"severity|priority|level|should do|works|i guess|i think|i suppose|i.d (?:say|think)|i would (?:say|think)|"
    r"i reckon|i believe|"
    r"probably|in (?:my|our|your) (?:opinion|view|book|terms|scale)|for (?:this|that|the first|mine|ours) one|"
    r"from (?:my|our) (?:side|point|end)|on (?:my|our) (?:side|end)|"
    r"if you ask me|for me|for us|on (?:your|the) scale|at (?:most|best)|rather than|denke ich|sagen\b|"
    r"würde(?:n)? (?:ich|wir) sagen|"
    r"je pense|je dirais|creo|diría|supongo)\b"
)
# "they can work, so B."
CONCLUDES = caseless(
    r"\b(?:so|hence|therefore|thus|then|both|all|but|rather|also|daher|deshalb|beide|eher|aber|sondern|donc|plutôt|"
    r"mais|"
    r"así que|por eso|por tanto|sino|más bien|tous|todos)"
    r"(?: (?:it.s|it is|an?|the|probably|rather|only|just|more|of|say|for|me|us|ein|eine|un|une)){0,3} [\"“'(]?$"
)
# "the first one is B"
IS_LETTERED = caseless(
    r"\b(?:this|that|it|one|first|second|both|all|issue|case|ticket|problem|matter|mine|ours|everything|das|dies|es|"
    r"problem|fall|ce|esto|este)(?: (?:is|are|ist|sind|est|sont|son|es)|.s|['’]est) (?:an? |eine? |une? )?[\"“'(]?$|"
    r"^(?:c['’]est (?:un )?|es (?:una? )?)$"
)
# "B, because we can work around it"
BEGINS_LETTERED = caseless(
    r"^[\"”')]?(?:,|:| ?[–—-]{1,2}|\?| \() ?(?:because|since|as|nobody|no|we|please|but|not|weil|denn|bitte|car|"
    r"parce|porque|"
    r"i (?:think|guess|suppose)|they|for)\b"
)
ENDS = re.compile(r"^[\"”')]{0,2}\s{0,2}(?:$|[.,;:!?)–—-])")
# what else is called by a letter
CALLED = caseless(
    r"\b(?:plan|option|type|variant|point|item|question|case|building|room|step|part|tier|section|block|wing|floor|"
    r"team|"
    r"group|zone|line|drive|vitamin|model|site|tenant|server|user|customer|appendix|exhibit|office|door|gate|cart|vlan|"
    r"company|firm|batch|wave|shift|"
    r"gebäude|raum|gruppe|bâtiment|salle|edificio|sala|grupo|turno) [\"“'(]?$"
)
_NONE = (
    r"(?:no|not|nothing|never|hardly|without|zero|none(?: of (?:it|them|this|these|that|the\w{0,2}))?|neither|isn.t|"
    r"aren.t|wasn.t|doesn.t|"
    r"don.t|kein\w{0,2}|nicht|nichts|pas|rien|aucune?|jamais|sin|nada|ningun\w|ningún)"
)
_HASTE = (
    r"(?:urgent\w{0,2}|urgency|urgencia|urgence|rush(?! hour)|hurry|panic|pressure|stress|deadline(?= ?[,.;:!)]|$)|"
    r"emergency|pressing|"
    r"critical|"
    r"a priority|priorität|big deal|on fire|serious|dramatic|tragic|dringend|dringlich|eilig|eile|hektik|"
    r"schlimm|dramatisch|notfall|tragisch|stressig|grave|pressée?|presse|panique|prisa|apuro|emergencia|kritisch|"
    r"critique|cr[ií]tico)"
)
# a denial near a word for haste
NO_HASTE = wording(
    rf"(?<!why )\b{_NONE}(?!-)[ ’'](?!only|just|less|sure|longer)"
    rf"(?:(?!during|until|before|after|between|because|lunch)\w{{1,12}}[ ’']){{0,4}}?{_HASTE}\b|"
    r"\bn['’](?:est|y a) (?:pas|rien) (?:\w{1,9} |d['’]){0,3}(?:urgent|urgence|grave|pressé)|"
    r"\b(?:rien d['’]urgent|pas d['’]urgence|(?:ça |rien )ne presse)|"
    r"\bnot time.critical|\bno time pressure|\bno me urge",
    words="no not nothing never hardly without zero none neither isn aren wasn doesn don t kein keine keinen keiner "
    "keinem nicht nichts pas rien ne aucun aucune jamais sin nada ninguna ninguno ningún",
    parts="n't|n’t",
    also="urgen|urge|rush|hurry|panic|panique|pressure|stress|deadline|emergenc|pressing|press|critical|critique|"
    "priorit|"
    "big deal|on fire|serious|dramati|tragi|dringend|dringlich|eilig|eile|hektik|schlimm|notfall|grave|prisa|apuro|"
    "kritisch|crítico|critico",
)
CAN_WAIT = wording(
    r"\b(?:es )?(?:eilt|pressiert|brennt|drängt) (?:\w{2,10} ){0,3}?nicht\b|\beilig ist (?:es|das) nicht|"
    r"\b(?:hat|haben) (?:noch |etwas |genug |ja |damit ){0,2}zeit\b(?! bis (?:heute|morgen))|"
    r"\bminor (?:thing|issue|problem|matter|annoyance|nuisance|inconvenience|bug)|\bcosmetic\b(?!s)|"
    r"\b(?:can|could|may|will|should) (?:all |easily |happily |well |certainly |surely |both )?wait\b|"
    r"\bnothing (?:that|which) (?:can.?t|cannot|could not) wait|\bplenty of time|"
    r"\b(?:can|could) live with (?:it|this|that)\b|"
    r"\blowest (?:letter|level|priority|severity)|\btake your time|"
    r"\bwhen(?:ever)? (?:you|somebody|someone|anybody|anyone|it|there) (?:can|like|want|suits|ha(?:s|ve)|gets?|is)\b"
    r"(?: (?:a|some|any|the|free|spare|quiet|you|time|chance|minute|moment|convenient)){0,3}"
    r"(?=[.,;!?]|$| (?:for|to|please|(?:a)?round to))(?<! has)(?<! have)(?<! gets)(?<! get)(?<! is)(?<! want)|"
    r"\blow[- ](?:prio\w{0,4}|urgency|importance)|\bat your (?:own )?(?:pace|leisure|convenience)\b",
    words="wait minor cosmetic zeit eilt pressiert brennt drängt eilig live plenty low lowest whenever pace leisure "
    "convenience",
    parts="take your|when you|when some|when any|when it |when there",
)
# no emergency, and urgent for all that
STILL_URGENT = wording(
    r"\b(?<!not )(?<!not that )(?<!not very )(?:urgent|pressing|time.sensitive)\b[^.!?]{0,30}?\b(?:albeit|but|though|"
    r"although|if|yet|while)\b[^.!?]{0,25}?\b(?:not|no|isn.t) (?:(?:an?|the|quite|real|true|yet|exactly|really) )*"
    r"(?:emergency|critical|outage|disaster|catastrophe)",
    words="urgent pressing sensitive",
)
SEVERITY_WORDS: tuple[tuple[str, Wording], ...] = (
    ("C", NO_HASTE),
    ("C", CAN_WAIT),
    (
        "A",
        wording(
            r"^\W{0,3}(?:very |extremely |super )?(?:critical|emergency)\b(?=\s?(?:[!:–-]|$))|"
            r"\b(?:business[- ]critical|mission[- ]critical|(?:complete|total|full) (?:outage|standstill|stop)|"
            r"production (?:is )?down|(?<!not )(?:as|is|it.s|very|really|"
            r"absolutely) critical|"
            r"kritisch|critique|critical (?:issue|outage|problem)|complete outage|"
            r"(?<!non-)(?<!no )(?<!an )(?<!any )emergency(?! (?:line|number|contact|room|services?|exit|phone|only|"
            r"call|calls|access|account|accounts|department|dept|dispatch|management|plan|ward|medicine|physician|"
            r"procedure|"
            r"update|change|patch|button|vehicle|responder|response|kit|list|drill|meeting|broadcast|alert|mailbox))|"
            r"(?:an|"
            r"genuine|"
            r"real|true) "
            r"emergency(?! (?:line|number|contact|room|services?)))\b",
            parts="critical|production|outage|standstill|full stop|emergency|kritisch|critique",
        ),
    ),
    (
        "B",
        wording(
            r"(?<!calling everything )(?<!calls everything )(?<!marks everything )(?<!everything is )(?<!marked "
            r")(?<!flagged )"
            r"(?<!subject )\b(?:urgent(?:e|ly)?(?! (?:care|clinic|treatment|orders?|cases? (?:mailbox|queue)))|asap|"
            r"as soon as possible|dringend|so schnell wie möglich|lo antes posible|"
            r"au plus vite|high priority)\b",
            parts="urgent|asap|as soon as|dringend|so schnell|antes posible|au plus vite|high priority",
        ),
    ),
)
