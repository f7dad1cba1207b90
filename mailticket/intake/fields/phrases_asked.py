"""How people answer a question in a sentence: patterns that count only for a field that was asked for. Data only."""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.lexicon_counts import COUNT
from mailticket.intake.fields.passages import wording

_NUMBER = rf"(\d{{1,6}}|zero|one|{COUNT})"
# no number of people: of hours, of money, of versions
_NO_UNIT = (
    r"(?!\s?(?:[ap]\.?m\b|o.?clock|h\b|min|hour|day|week|month|year|uhr|tag|heure|jour|hora|d[ií]a|%|[:.,/-]\d|[€$£]|"
    r"gb|mb))"
)
_PEOPLE = (
    r"(?:people|persons?|users?|staff|seats?|colleagues|employees|of us|guys|folks|personen|leute|benutzer|personnes|"
    r"personas|usuarios|utilisateurs|clerks|nurses|drivers|agents|teachers|workers|members|students|pupils|tablets?|machines?|computers?|laptops?|devices?|mailboxes|accounts?)"
)
SUM = wording(
    rf"\b(?:so(?: it.?s)?|that.?s|makes|in total|altogether|insgesamt|also|damit|somit|en tout|donc|en total)(?: "
    rf"about| around| roughly| ungefähr| etwa| rund| environ| unos| only| just)? {_NUMBER}(?: (?:people|persons|users|"
    rf"of us|in all|in total|total|personen|leute|benutzer|personnes|personas|usuarios)\b|\s?[.,;)]|$)|"
    rf"\b{_NUMBER}(?: \w{{2,12}})? (?:of us|in total|altogether|all told|insgesamt|en tout|en total)\b",
    words="so thats that s makes total altogether told insgesamt also damit somit tout donc us",
)
# "put down zero", "say 15", "the headcount is 18", "it is now 26 tablets", "we counted 12 so far"
COUNTED = wording(
    rf"\b(?:put (?:me |us |it )?(?:down )?(?:for |as |at )?|call it|count(?:ed)?(?: about)?|make (?:it|that)|write|"
    rf"head ?count (?:is|of)|number (?:is|of \w+ is)|anzahl ist|nombre est de|eintragen|mettez|pongan?) "
    rf"(?:about |around |roughly |now )?{_NUMBER}\b{_NO_UNIT}|"
    rf"^\W{{0,3}}(?:say|i.?d say|maybe|probably|about|around|roughly|circa|etwa|environ|unos) {_NUMBER}\b{_NO_UNIT}"
    rf"(?=\s{_PEOPLE}|\W{{0,3}}$)|"
    rf"\b(?:is|are|.s|which is|ist|sind|sont|son)(?: now| about| around| roughly| only| just| all| jetzt| etwa){{0,2}} "
    rf"{_NUMBER}(?: (?!to\b|and\b|or\b)\w{{3,12}})? {_PEOPLE}\b|"
    rf"\b(?:used|shared|needed|staffed|manned|seen|reported) by (?:about |around |some )?{_NUMBER}(?: "
    rf"\w{{3,12}})? {_PEOPLE}\b|"
    rf"\b(?:we are|we.re|wir sind(?: zu)?|nous sommes|on est|somos) {_NUMBER}\b{_NO_UNIT}",
    words="put call count counted make write head headcount number anzahl nombre eintragen mettez ponga say d maybe "
    "probably about around roughly circa etwa environ unos is are s ist sind sont son we wir nous on somos",
)
NOBODY = wording(
    r"\b(?:nobody|no[- ]one|no users?|none|niemand|kein\w? (?:benutzer|nutzer)|personne|aucun utilisateur|nadie|"
    r"ningún usuario)\b.{0,30}\b(?:affected|impacted|hit|concerned|yet|so far|betroffen|touch\w+|concern\w+|impact\w+|"
    r"afectad\w+)\b",
    parts="nobody|no one|no-one|no user|none|niemand|kein|personne|aucun|nadie|ningún",
)
WITH_ME = wording(
    r"\b(?:me|myself|ich|moi|yo) (?:and|plus|\+|&|und|et|y) [^.;!?]{2,50}|"
    r"\b(?:my|the|mein\w?|mon|ma|mi) \w{2,14} (?:and|plus|und|et|y) (?:me|myself|i|ich|moi|yo)\b",
    words="me myself ich moi yo i",
)
ONLY_MINE = wording(
    r"\b(?:only|just|nur|seulement|uniquement|solo) (?:my|mine|mein\w?|mon|ma|mi)\b(?: own)? ?(?:mailbox|account|pc|"
    r"computer|laptop|machine|phone|tablet|login|inbox|postfach|konto|rechner|compte|boîte|poste|buzón|cuenta|equipo)?",
    words="only just nur seulement uniquement solo",
)
GRADED = wording(
    r"\b(?:severity|sev|level|prio(?:rity)?|put(?: (?:it|me|us))?(?: down)?(?: as| at| for)?(?: an?)?|(?:call|make|say|"
    r"rate|treat|consider) (?:it |this )?(?:as )?(?:an? )?|(?:it|that|this).?s (?:an? )|mit|als|gravité|schweregrad|"
    r"severidad|go (?:with|for)|stick with|settle (?:on|for)|choose|pick|take|leave it at|therefore|hence|so|then|"
    r"würde(?: ich)?|plutôt|eher|diría que|sería|serait|(?:is|are) at)\s?(?:an? )?[\"'(]?([ABC])[\"')]?"
    r"(?=\s*(?:$|[.,;:!?)–-]|(?:is|please|for|i|because|since|nobody|no|as|would|angeben|bitte|probably|meanwhile|at|"
    r"level|sagen|then|now|on|and|but|from|until|till|again|today|right|immediately|in)\b))",
    words="severity sev level prio priority put call make say rate treat consider it s its that this mit als gravité "
    "schweregrad severidad go stick settle choose pick take leave therefore hence so then würde plutôt eher diría "
    "sería "
    "serait is are",
)
# "the middle one, whatever its letter"
PLACED = wording(
    r"\b(lowest|least|bottom|smallest|middle|medium|mid|centre|center|highest|top|worst|most (?:urgent|serious|severe))"
    r"(?:[- ](?:one|level|letter|setting|option|grade|category|tier|value|rank|severity|priority|of (?:the )?three|"
    r"available|possible|you have)\b|\W{0,3}$)",
    parts="lowest|least|bottom|smallest|middle|medium|mid|cent|highest|top|worst|most ",
)
# a letter of something else
NO_GRADE_BEFORE = caseless(
    r"\b(?:plan|option|site|block|wing|room|building|gebäude|bâtiment|edificio|gate|dock|class|tier|type|appendix|point|"
    r"part|step|line|vitamin|model|phase|bus|unit|team|group|hall|zone|track|shift|side|cart|drive|mr|ms|dr)\s$"
)
NO_GRADE_AFTER = re.compile(
    r"^(?:\s(?:drive|wing|team|side|shift|block|to|and|or|und|oder|et|ou|y|o)\b|[:#+\\/&]|\.\s[A-Z])"
)
STEPS = wording(
    r"^\W{0,3}(?:to (?:get|see|reproduce|trigger|repeat|replicate|recreate|provoke|cause|make) (?:it|this|that|the|"
    r"there)\b|"
    r"(?:just|simply|you (?:just|only)(?: have to| need to)?) (?:open|go|click|start|try|send|hit|press|sign)\b|zum "
    r"nachstellen|um (?:es|das) (?:zu sehen|nachzustellen)|pour (?:le |la )?(?:voir|reproduire)|para (?:verlo|"
    r"reproducirlo|replicarlo))|"
    r"\b(?:you|we|they|one|man|on) (?:open|go to|click|start|launch|log in|sign in|choose|pick|press|type|öffnet|"
    r"klickt|"
    r"startet|ouvre|clique|lance)\b.{4,200}(?:\bthen\b|\band then\b|\bdann\b|\bpuis\b|\bluego\b|->|→|>)",
    words="to just simply you zum um pour para we they one man on",
)
TOOLS = wording(
    r"\b(?:looked(?: at| into)?|checked|tested|traced|examined|analy[sz]ed|watched|measured|scanned|verified|monitored|"
    r"captured|diagnosed|geprüft|analysé|vérifié|comprobado|revisado)(?: (?:it|this|that|them|everything|things))?"
    r"(?: all)? (?:with|using|by means of|mit|avec|con)(?: the| our| dem| der| le| la| el)? "
    r"([A-Z][\w.+-]*(?:,? (?:and (?:the )?|und |et |y )?(?:[A-Z][\w.+-]*|[a-z]{3,12}(?=[,.]|$))){0,8})",
    words="looked checked tested traced examined analyzed analysed watched measured scanned verified monitored "
    "captured diagnosed geprüft analysé vérifié comprobado revisado",
)
SAYS = wording(
    r"\b(?:(?:[Ii]t|[Ss]creen|[Mm]essage|[Pp]opup|[Pp]op-up|[Ee]rror|[Ww]ording|[Oo]utlook|[Tt]eams|[Ww]indow|[Bb]ox) "
    r"(?:just |only |now )?(?:says?|reads?|shows?)|(?:[Mm]essage|[Ww]ording|[Ee]rror)(?: text)? is)(?: that)?:? "
    r"([A-Z][^\n]{5,200})$",
    words="says say reads read is shows show",
    exact=True,
)
UNSUBSCRIBED = wording(
    r"\b(?:no|not? (?:an?|any)|without an?|kein\w?|pas d.|aucun|ningun\w?|sin)(?: \w+)? (?:subscriptions?|abo\w{0,8}|"
    r"suscripci\w+)\b(?! id)",
    parts="subscription|abo|suscripci",
)
COMPANY = wording(
    r"\b(?:[Ff]irm|[Cc]ompany|[Bb]usiness|[Oo]rgani[sz]ation|[Ee]mployer|[Oo]utfit|[Pp]artner|[Ff]irma|[Ss]ociété|"
    r"[Ee]mpresa)\b[^.:;,]{0,30}? (?:is|.s|ist|est|es|called|named|heißt|heisst)(?: called| named)? "
    r"(?:the )?([A-Z][\w&'’.-]*(?: (?:&|and|of|und|et|y|de|[A-Z0-9][\w&'’.-]*)){0,5})|"
    r"\b(?:file|put|list|find|know|have|book) us (?:down )?(?:under|as) "
    r"([A-Z][\w&'’.-]*(?: (?:&|and|of|[A-Z0-9][\w&'’.-]*)){0,5})|"
    r"^(?:[Ww]e.re|[Ww]e are|[Ww]ir sind|[Nn]ous sommes|[Ss]omos) ([A-Z][\w&'’.-]*(?: (?:&|and|of|[A-Z0-9]"
    r"[\w&'’.-]*)){1,5})",
    words="firm company business organization organisation employer outfit partner firma société empresa us we wir "
    "nous somos",
    exact=True,
)
# "write rather than call", "a text is easiest"
WAY = wording(
    r"\b(write|writing|call|calling|ring|text|texting|e-?mail|mail|phone|teams|message) (?:me |us )?(?:rather than|"
    r"instead of|not|over|before|, ?(?:don.?t|do not|no)|please|first|works|would be|is (?:the )?(?:best|fine|ok|good|"
    r"easiest|quickest|fastest|safest))\b|"
    r"\bm.(écrire|appeler)\b|\b(écrivez|appelez)-moi\b|\b(escribirme|llamarme|escríbame|llámeme)\b|"
    r"\bmir (schreiben|mailen)\b",
    words="write writing call calling ring text texting email mail e phone teams message écrire appeler écrivez "
    "appelez "
    "escribirme llamarme escríbame llámeme mir",
)
NO_MATTER = wording(
    r"(?:\bat )?(?:\b(?:what|which|any)|(?:the |my )?)\b(?:times?|hours?|days?)(?: of (?:the )?day|"
    r" to call)? (?:is not "
    r"(?:important|critical)|isn.?t important|does ?n.?t matter|does not matter|makes no (?:difference|odds)|"
    r"is (?:all )?"
    r"(?:the same|up to you|yours to choose)|whatever)|\bno (?:preference|matter) (?:as to |on |for |about |what |"
    r"which )?(?:the )?(?:time|hour|when)s?|\b(?:die )?(?:uhrzeit|zeit) (?:ist |spielt )?(?:mir |uns )?(?:egal|keine "
    r"rolle|gleich)|\bl.heure (?:importe peu|m.est égale|n.a pas d.importance)|\bpeu importe l.heure|\b(?:la hora )?"
    r"(?:da igual|no importa)(?: la hora)?",
    parts="time|hour|day|preference|zeit|heure|hora|da igual|no importa",
)
PROMISED = wording(
    r"\b(?:will|.ll|going to|have to|must|need to|muss|werde|dois|tengo que)\s(?:\w+\s){0,3}?(?:send|ask|check|look|"
    r"find|dig|request|get back|let you know|follow|come back|count|fragen|nachschauen|nachsehen|nachreichen|demander|"
    r"vérifier|preguntar|mirar)\b|"
    r"\bnext week\b|\bno (?:idea|clue)\b|\bkeine ahnung\b|\bdon.?t (?:know|have)\b|\bich nach\b",
    parts="send|ask|check|look|find|dig|request|get back|let you|follow|come back|count|fragen|nach|demander|vérifier|"
    "preguntar|mirar|next week|idea|clue|ahnung|know|have",
)
