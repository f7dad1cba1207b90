"""How people say who is affected without a number: "only me", "Anna, Tom and I", "nobody". Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

from mailticket.intake.fields.lexicon_counts import COUNT
from mailticket.intake.fields.passages import Wording, wording

_DISCUSSED = (
    r"(?! (?:can|could|would|will|am|do|need|had|was|spoke|talked|met|discuss\w{0,3}|wrote|agree\w?|decided|want|"
    r"wish|hope|"
    r"think|thought|looked|tried|tested|checked|went|compared)\b)"
)
_SOMEBODY = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Sister|Father|Frau|Herr|Mme|"
    r"M)\.? )?(?:[A-ZÀ-Ý][a-zà-ÿ'’-]{1,14}(?: [A-ZÀ-Ý][a-zà-ÿ'’-]{1,14})?|"
    r"(?:my|our|the|meine?|unsere?|mon|ma|notre|mi|nuestr[oa]) [\w-]{3,16}|(?:one|a) (?:other|colleague|coworker|"
    r"person))"
)
_ME = r"(?:I|me|myself|ich|mich|mir|moi|yo|mí)"
_LONE = (
    r"(?:[Oo]nly|[Jj]ust|[Mm]erely|[Nn]ur|[Ss]ólo|[Ss]olo|[Ss]olamente|[Ss]eule?s?|[Ss]eulement|[Ii]t.s|[Ii]t is|"
    r"[Tt]here.s|[Ee]s sind)"
)
ME_AND_ONE = wording(
    rf"\b{_LONE} (?:just |only |nur )?(?:{_SOMEBODY} (?:and|&|und|et|y) {_ME}|{_ME} (?:and|&|und|et|"
    rf"y) {_SOMEBODY})\b(?!,| and){_DISCUSSED}|"
    rf"\b(?:[Bb]esides|[Aa]part from|[Oo]ther than|[Aa]ußer|[Nn]eben|[Àà] part|[Aa]parte de) {_ME},? "
    rf"(?:it.s |there.s |there is )?(?:only |just |nur |noch |solo |seulement )*{_SOMEBODY}\b|"
    rf"\b(?:hits|affects|concerns|trifft|betrifft) (?:me|mich) (?:and|und) (?:one|noch) (?:more|other|eine[nr]?)\b|"
    rf"\b[Mm]y [\w-]{{3,16}} and (?:I|me|myself) (?:both|share|use|work|look|cannot|can.t|are|have|get|see|lost|run|"
    rf"read|depend)\b|"
    r"\b(?:(?:to|for|with|happens to|bei|für) (?:me|mir|mich) and (?:also )?(?:to |for |with )?|(?:[Mm]yself|"
    r"[Mm]e) and |[Bb]oth "
    r")(?:[Mm]y \w+|the (?:wife|husband|boss|other|kid|missus)|Dr\. [A-Z]\w+|Mr\.? [A-Z]\w+|Mrs?\.? [A-Z]\w+|"
    r"Ms\.? [A-Z]\w+|"
    r"[A-Z][a-z]+|(?:one|a) (?:other )?(?:colleague|coworker|user|person))(?= |[,.;]|$)(?: and I\b)?"
    r"|\b(?:[Mm]y (?:wife|husband|boss|colleague|coworker|partner|son|daughter|assistant|secretary|brother|sister|"
    r"lab partner|"
    r"manager)|[Ss]he|[Hh]e) and (?:I|me|myself)\b|(?:^|[.,;:(] )[A-Z][a-z]{2,12} and I\b"
    rf"{_DISCUSSED}"
    r"|\b(?:[Ii] and (?:my \w+|[A-Z][a-z]+)|(?:the |my )?wife.?s (?:pc |computer |laptop )?and mine|"
    r"mine and (?:my \w+|[A-Z]\w+)|"
    r"(?i:us both|we both|wir beide)|uns beide|uns beiden|nous deux|nosotros dos|"
    r"(?<!a )(?<!de )l[oa]s dos(?= (?:tenemos|no|estamos|nos|podemos|seguimos|ya|sin)\b|[.,;)]|$)|(?:meine?|"
    r"mein) \w{4,14} und ich|"
    r"(?:mon|ma) \w{4,14} et moi|mi \w{4,14} y yo|(?:ich|mir) und (?:mein|meine|meiner|meinem) \w{4,14})\b",
    words="me myself both i mine beide beiden deux dos und et y mir",
    also=" and | & | und | et | y |both|beide|deux|dos|besides|apart from|other than|außer|neben| part|aparte",
    exact=True,
)
ONE_USER = wording(
    r"\b(?:(?:[Oo]nly|[Jj]ust) (?:me|her|him|myself|mine|one (?:user|person|account|mailbox|machine|pc)|"
    r"my (?:account|mailbox|"
    r"computer|laptop|pc|login|Mac|machine|user)|this (?:user|account|one user|person)|[A-Z][a-z]+(?= \()|(?!Outlook|"
    r"Teams|Excel|Word|Share|One|Power|Exchange|Windows|Edge|"
    r"Chrome|Azure|Microsoft|Office|Intune|Mac|Android|The)[A-Z][a-z]+(?= (?:is|has|gets|sees|can|cannot)\b))|"
    r"(?i:je suis (?:le |la )?seule? |seule? concernée?|(?:le|la) seule? (?:dans ce cas|concernée?|à)|"
    r"un seul (?:utilisateur|poste|compte)|"
    r"nur (?:ich|ein benutzer|bei mir|dieser eine|sie|er|bei ihr|bei ihm|mein|eine person|mich|diese eine)|"
    r"nur ein(?:e|er|em|en)? (?:kolleg\w{1,3}|mitarbeiter\w{0,3}|benutzer\w{0,2}|anwender\w{0,2}|konto|postfach|"
    r"rechner|gerät)|"
    r"une seule (?:personne|utilisatrice)|seulement une personne|s[oó]lo una? (?:usuari[oa]|persona)|"
    r"betroffen (?:ist|bin) nur "
    r"|(?:der|die) einzige|s[oó]lo (?:me (?:afecta|pasa|ocurre|sucede) |afecta |a )?(?:yo|a m[ií]|a un|a una|"
    r"un usuario)|"
    r"this one (?:account|user|person|mailbox)|(?:it|this) (?:only|just) (?:affects|concerns|happens to|hits) (?:me|"
    r"my|one|him|her)\b|"
    r"it.s (?:only|just) (?:me|him|her)|it is (?:only|just) (?:me|him|her|one)|affects only (?:me|one|him|her)|"
    r"(?:i am|i.m) the only (?:one|person|user|employee)|the only (?:one|person|user|employee|member) (?:affected|"
    r"with|who|that)|"
    r"no ?body but me|no one but me|soy (?:el|la) únic[oa]|s[oó]lo en mi|(?:to|for|affects|with|hits) me (?:only|"
    r"alone)|mich allein|nur bei mir)"
    r"|(?i:(?:our|one|a) new (?:hire|employee|colleague)|(?:a |one )?single (?:user|person)|"
    r"one of (?:our|the|my) (?:users|employees|people|"
    r"colleagues|staff|clerks|nurses|reps|guys|girls|ladies|women|men|techs|kids|pupils|students|(?!customers|"
    r"computers|servers|printers|routers|folders|scanners|partners|"
    r"readers)[a-z]{3,12}(?:ants|"
    r"ers|ors|ists|ees|ians|gents)))"
    r"|[Jj]ust [A-Z][a-z]+(?=[.,]|$))(?!\w)",
    words="a only no but soy solo just new nobody nur one only seul seule solo sólo single einzige betroffen else",
    exact=True,
)
_PERSON = (
    r"(?:user|person|employee|colleague|co-?worker|teacher|student|nurse|doctor|lawyer|attorney|paralegal|secretary|"
    r"receptionist|manager|director|driver|clerk|technician|agent|assistant|staff member|team member|member of staff|"
    r"employee|accountant|bookkeeper|engineer|volunteer|worker|pupil|resident|guest|end user|individual|rep|owner)"
)
A_USER = wording(
    rf"(?<!of )(?<!with )(?<!each )(?<!per )\b(?:a|one) (?:user|person)\b(?! (?:for|on|with) wh|"
    rf",? who (?:then )?(?:gets|works|is fine|can)\b| (?:mailbox|account|licen|id|name|group|list|"
    rf"store|interface))|"
    rf"\b(?:problem|issue|trouble|case|ticket|error|question)s? (?:is |are )?(?:only |just )?(?:with|for|from|of|"
    rf"affects?|"
    rf"concerns?|about) (?:just |only )?(?:the )?(?:an?|one|a single) {_PERSON}\b|"
    rf"\b(?:just|only|merely) (?:the |this |that )?one {_PERSON}\b|\b(?:affects?|affecting|hits|impacts?|impacting|"
    rf"concerns?) "
    rf"(?:just |only )?(?:the )?(?:one|a single) {_PERSON}\b|(?<!of )(?<!with )\bone {_PERSON} (?:can.?t|cannot|"
    rf"is (?:un|not|affected|locked|stuck)|has (?:lost|no)|gets|keeps|lost|reports)\b|"
    r"\b(?:a|one) single (?:mailbox|account|device|laptop|machine|pc|workstation)\b",
    words="one user person single employee",
    also="a user|a person|one |single | a | an employee| an attorney| an agent| an assistant| an accountant|"
    " an engineer| an individual| an end user| an owner",
)
# "it's just my boss", "only our director", "one PC only"
_ROLE = (
    r"(?:boss|director|directrice|directeur|chefin?|manager|accountant|bookkeeper|receptionist|secretary|assistant|"
    r"wife|"
    r"husband|owner|partner|colleague|nurse|teacher|doctor|driver|clerk|principal|pastor|treasurer|ceo|cfo|intern|"
    r"kolleg(?:e|in)|mitarbeiter(?:in)?|buchhalter(?:in)?|jefe|jefa|directora?|contable|secretaria|comptable|"
    r"patronn?e?|"
    r"mother|father|daughter|son)"
)
_DEVICE = r"(?:pc|laptop|computer|machine|mailbox|account|phone|tablet|mac|device|workstation|desk|login|till)"
ONLY_ONE = wording(
    rf"\b(?:only|just|merely|nur|seule?|seulement|s[oó]lo|únicamente) (?:for |with |to |affects |bei |à |a )?"
    rf"(?:my|our|the|her|his|meine?[nrm]?|unsere?[nrm]?|notre|mon|ma|mi|nuestr[oa]|la|el|"
    rf"le) (?:[\w-]{{3,14}} )?{_ROLE}\b"
    r"(?! (?:and|und|et|y|or|&)\b)(?=\W{0,2}$|[.,;)]| (?:is|has|gets|sees|can|cannot|ist|hat|kann|est|a|no)\b)|"
    rf"\b(?:only|just) (?:happens|occurs) (?:to|for|with) (?:my|our|the|one) [\w-]{{3,18}}(?=\W{{0,2}}$|[.,;)])|"
    rf"\b(?:only|just) (?:on |for |with )?(?:the |this |that |my )?one {_DEVICE}\b(?! (?:at|per|each)\b)|"
    rf"\bone (?:single )?{_DEVICE} only\b|\b(?:only|just) on (?:the|our|"
    rf"my) (?:[\w-]{{3,14}} )?{_DEVICE}(?=\W{{0,2}}$|[.,;)])|"
    rf"^(?:a |one )(?:single )?{_ROLE}(?=\W{{0,2}}$| (?:has|sees|gets|reports) (?:it|this)\b)",
    words="only just merely nur seul seule seulement solo sólo únicamente one a",
    also="boss|direct|chef|manager|account|book|recept|secret|assist|wife|husband|owner|partner|colleague|nurse|teacher|"
    "doctor|driver|clerk|princip|pastor|treas|ceo|cfo|intern|kolleg|mitarb|buchh|jef|contab|comptab|patron|mother|"
    "father|"
    "daughter|son|happens|occurs|pc|laptop|computer|machine|mailbox|phone|tablet|mac|device|workst|desk|login|till",
)
# one person by what he does, who cannot do something: "our receptionist can't log in", "kann sich unser Wirt nicht …"
_ADDRESS = r"(?: ?[(<][^()<>\s]{2,60}@[^()<>\s]{2,60}[)>],?)"
_NAMED = r"(?:,? [A-ZÀ-Ý][\w'’-]{1,14}(?: [A-ZÀ-Ý][\w'’-]{1,14})?,?)"
A_ROLE = wording(
    r"\b(?:[Oo]ur|[Mm]y|[Tt]he|[Tt]heir|[Uu]nsere?|[Mm]eine?|[Nn]otre|[Mm]on|[Mm]a|[Nn]uestr[oa]|[Mm]i) "
    rf"(?:[\w-]{{2,14}} ){{0,2}}?(?P<role>[\w-]{{3,18}})(?:(?P<address>{_ADDRESS})|{_NAMED})? "
    r"(?:can.?t|cannot|can not|can no longer|is (?:un|not able|locked|stuck|blocked)|isn.t able|has lost|gets (?:an?|"
    r"the) "
    r"|keeps getting|kann (?:sich |seine |ihre )?(?:nicht|kein)|ne peut|n['’]arrive|no puede)"
    rf"|\bkann (?:sich )?(?:unsere?|meine?) (?P<wer>[A-ZÄÖÜ][\w-]{{3,18}})(?:(?P<adresse>{_ADDRESS})|"
    rf"{_NAMED})? nicht\b",
    words="can can't cant cannot is isn has gets keeps kann peut arrive puede",
    exact=True,
)
USER_FAILS = wording(
    r"^(?:user|employee) (?:can.?t|cannot|can not|is unable|unable|is not able|has lost|gets|reports)\b",
    parts="user can|user is |user una|user has|user gets|user rep|employee can|employee is |employee una|employee has|"
    "employee gets|employee rep",
)
# the writer is the whole company
SOLE = wording(
    r"\bone[- ](?:wo)?m[ae]n[- ](?:shop|show|band|business|operation|company|firm|office|practice|outfit|army)|"
    r"\bone[- ]person[- ]\w{4,12}|\bsole (?:trader|proprietor|practitioner|owner|user)|"
    r"\bsolo (?:practice|practitioner|operation|business)|\bi (?:work|am working) (?:alone|by myself|on my own|solo|"
    r"for myself)\b(?! on)|"
    r"\b(?:i.m|i am) (?:self-employed|a (?:freelancer?|sole)|all by myself here|alone in the (?:office|firm|shop|"
    r"business))|"
    r"\btrabajo sol[oa]\b|\bje travaille (?:toute )?seule?\b|\bich arbeite alleine?\b|\bsoy autónom[oa]\b|"
    r"\b(?:ein-?mann|ein-?frau)-?\w{4,12}|\beinzelunternehm\w{2,5}",
    words="man men woman women sole solo sola alone myself own employed freelance "
    "freelancer seul seule allein alleine autónomo autónoma",
    parts="one-pers|one pers|ein-mann|ein-frau|einmann|einfrau|einzelunternehm",
)
NOBODY_ELSE = wording(
    r"\b(?:nobody|no[- ]one|no other (?:user|person|colleague|account)s?)(?: is| are)? ?(?:else|affected)?\b(?<=else)|"
    r"\bsonst niemand\b|\bpersonne d['’]autre\b|\bnadie más\b",
    parts="else|sonst niemand|personne d|nadie más",
)
# or has what others do not have
_OTHERS = r"(?:colleague|co-?worker|other|boss|manager|teammate|neighbou?r)s?(?: [A-Z][\w.'’-]{1,14}){0,3}"
OTHERS_FINE = wording(
    r"\b(?:every(?:one|body) else|all (?:the )?others?|the others|the rest of (?:us|the (?:team|office|staff)))"
    r"(?: here| there| in the office)? (?:is|are|can|has|have (?:no|it)|sees?|works?|gets?|do not|don.t|does not|"
    r"doesn.t)\b|"
    r"\b(?:none|neither|nobody|no one) (?:of (?:my|the|our|these|those)|in the|at the|here)(?: \w{2,14}){0,3} "
    r"(?:ha(?:s|ve)|sees?|gets?|reports?) (?:it|this|that|the (?:same|problem|issue|error))\b|"
    rf"\b(?:my|the|our) {_OTHERS} (?:do(?:es)? not|don.t|doesn.t) (?:have|get|see) (?:it|this|that|the (?:same|problem|"
    r"error|issue))|"
    r"\bbei (?:allen anderen|den anderen|(?:meinen )?kolleg\w{2,5}) (?:geht|funktioniert|läuft|klappt|ist)|"
    r"\bchez (?:mes collègues|les autres)\b|\bles autres n['’]ont (?:pas|rien)|"
    r"\ba (?:mis compañer[oa]s|los demás) (?:no|les (?:va|funciona))",
    words="else others other rest none neither nobody colleague colleagues coworker coworkers worker workers boss "
    "manager "
    "managers teammate teammates neighbour neighbor collègues autres compañeros compañeras demás anderen",
    parts="no one|bei kolleg|bei meinen kolleg",
)
MINE_ONLY = wording(
    r"\b(?:only|just) (?:on|in|at|with|for) my (?!colleagues|coworkers|team|users|people|staff|clients|customers)\w|"
    r"\bonly my (?!colleagues|coworkers|team|staff|people)[\w-]{2,14}(?<!s)\b",
    words="only just",
    also=" my ",
)
_PEOPLE = (
    r"(?:users?|people|persons?|staff|accounts?|employees|customers?|benutzer\w?|anwender|personen|mitarbeiter|konten|"
    r"utilisateurs?|personnes?|comptes?|usuari[oa]s?|personas?|cuentas?)"
)
_HIT = (
    r"[\"“'‘]?(?:affected|impacted|concerned|involved|hit|betroffen|concernée?s?|touchée?s?|impactée?s?|"
    r"afectad[oa]s?|implicad[oa]s?)\b"
)
NO_USER = wording(
    rf"\b(?:no|zero|kein\w{{0,2}}|aucun\w{{0,2}}|ning[uú]n\w?) {_PEOPLE} (?:\w{{1,20}} ){{0,3}}{_HIT}|"
    rf"\b(?:nobody|no one|noone|none|niemand|personne|nadie) (?!else)(?:\w{{1,20}} ){{0,3}}{_HIT}|"
    rf"\b(?:put|count|say|write|make (?:it|that)|enter|schreiben sie|mettez|pongan)(?: (?:it|that|down|a|as|in|"
    rf"is)){{0,2}}"
    rf" [\"“]?(?:zero|0|null|zéro|cero)\b(?! [a-zà-ÿ])",
    words="affected impacted concerned involved hit betroffen concerné concernés concernée concernées touché touchés "
    "touchée touchées impacté impactés impactée impactées afectado afectados afectada afectadas implicado implicados "
    "implicada implicadas zero 0 null zéro cero",
)
# licences that were paid for and cannot be used; how many is said before them
LICENCES = wording(
    rf"(?<![\w.,/:#$€£+%-])(\d{{1,4}}|{COUNT}) (?!of )(?:[\w.'’-]{{1,14}} ){{0,5}}?(?:licen[sc]es|seats|subscriptions|"
    r"lizenzen|licencias) (?:(?:that|which|we|have|has|been|bought|ordered|purchased|paid|for|yesterday|today) ){0,6}"
    r"(?:(?:are|is|were|was|have|has|do|did|still|all|suddenly|yet|just|now|being|gone|sind|sont|están|ont) ){0,3}"
    r"(?:(?:not|n['’]t|never|don['’]t|didn['’]t|aren['’]t|haven['’]t|nicht|pas|no) (?:yet |been |being |"
    r"have )?(?:reflect|show|appear|activ|assign|work|visib|recogni|arriv|there|accept|sichtbar|aktiv|da\b|"
    r"visibles|activ|aparecen)\w{0,5}|missing|vanished|disappeared|expired|invalid|inactive|disabled|deactivated|"
    r"suspended|gone\b|verschwunden|abgelaufen|disparu|caducad[oa]s)",
    words="licenses licences seats subscriptions lizenzen licencias",
)
# "me, my wife and our bookkeeper"
ME_AND_TWO = wording(
    r"\b(?:me|myself|ich|mich|moi|yo|i), (?:my|our|the|meine?[nr]?|mon|ma|mi) [\w-]{3,16},? (?:and|&|und|et|y) "
    r"(?:my|our|the|meine?[nr]?|unsere?[nr]?|mon|ma|notre|mi|nuestr[oa]) [\w-]{3,16}\b",
    words="me myself ich mich moi yo i",
    also=" and | & | und | et | y ",
)
# what is counted, how many that is, how sure, and whether a deed with one ("moved one user") counts, too
NAMED: tuple[tuple[Wording, int, float, bool], ...] = (
    (ME_AND_ONE, 2, 0.57, True),
    (ME_AND_TWO, 3, 0.58, True),
    (ONE_USER, 1, 0.55, True),
    (ONLY_ONE, 1, 0.53, False),
    (SOLE, 1, 0.56, True),
    (OTHERS_FINE, 1, 0.56, True),
    (MINE_ONLY, 1, 0.56, True),
    (NO_USER, 0, 0.54, True),
    (A_USER, 1, 0.53, False),
    (USER_FAILS, 1, 0.53, False),
    (NOBODY_ELSE, 1, 0.5, True),
)
_NAME = r"[A-ZÀ-Ý][\w'’-]{1,14},? "
_AND = r"(?:and|und|et|y|&|plus) "
# the writer among others by name
ME_LISTED = wording(
    rf"\b(?i:me|myself|mich|mir|moi|mí|yo|ich),? ((?:{_NAME}){{1,14}}{_AND}[A-ZÀ-Ý][\w'’-]{{1,14}})"
    rf"|(?<![\w&] )\b((?:{_NAME}){{1,14}}(?:{_AND}(?:{_NAME}){{1,3}})?){_AND}(?i:I|me|myself|ich|mich|mir|moi|yo)\b"
    r"(?! (?:would|will|want|need|wish|had|was|am)\b)",
    words="me myself mich mir moi mí yo ich i",
    also=" and | und | et | y |&|plus ",
    exact=True,
)
_WHOLE_NAME = (
    r"(?:(?:[A-ZÀ-Ý]\.|Mrs?\.?|Ms\.?|Dr\.?|Prof\.?|Frau|Herr|Mme|M\.) ?){0,2}"
    r"[A-ZÀ-Ý][\w'’-]{1,14}(?: [A-ZÀ-Ý][\w'’-]{1,14})?"
)
LISTED = wording(
    rf"\b(?=[A-ZÀ-Ý])(?<![\w&] )((?:{_WHOLE_NAME}(?:,? (?:and|und|et|y|&)|,) ){{1,8}}(?:{_WHOLE_NAME}|"
    rf"(?:her|his|my|the|our) [a-z]{{4,14}})) "
    r"(?:can.?t|cannot|can not|both|all (?:have|get|see|lost)|are (?:all |both )?(?:unable|locked|affected|not|"
    r"stuck|out|down|blocked|hit|having|getting|seeing)|have (?:lost|no|the same|it|this|trouble|problems?|issues?)|"
    r"don.t|"
    r"(?:both |all )?(?:get|lost|see)\b|keep (?:getting|losing|seeing)|"
    r"können|kommen nicht|ne peuvent|no pueden|haben kein\w{0,2}|n['’]ont plus|no tienen|get the same)\b",
    words="and und et y",
    also="can't|can’t|cant|cannot|can not| both| all | are | have |don't|don’t|können|kommen nicht|peuvent|pueden|"
    "haben kein|ont plus|"
    "no tienen| get | lost | see | keep ",
    exact=True,
)
# several names behind the word for being hit
LISTED_AFTER = wording(
    r"\b(?i:affected|impacted|hit|concerned|betroffen|concernés|afectados)(?i: (?:users?|people|colleagues|staff|are|"
    r"is|sind|sont|son)){0,2}"
    rf"\s?:? ((?:{_WHOLE_NAME}(?:,? (?:and|und|et|y|&)|,) ){{1,14}}{_WHOLE_NAME})",
    words="affected impacted hit concerned betroffen concernés afectados",
    exact=True,
)
