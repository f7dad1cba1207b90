"""How people say how many are affected: numbers, words for people, and what makes a number another one's. Data only.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.lexicon_counts import COUNT_WORDS
from mailticket.intake.fields.lexicon_times import words

SURE = 0.5  # below it a number needs trouble in its sentence

PEOPLE: frozenset[str] = words(
    "ppl peeps user users people persons person employees staff colleagues students agents workers others coworkers "
    "co-workers "
    "pupils children guests paralegals nurses reps clerks technicians attorneys folks women men ladies girls guys "
    "temps "
    "residents patients interns faculty staffers admins administrators heads hygienists vets techs volunteers "
    "contractors "
    "drivers ladys boys crew apprentices colleges kids sales salespeople salesmen assistants receptionists executives "
    "captains mechanics cashiers bakers stylists cooks chefs pilots tutors "
    "accountants lawyers engineers doctors dentists officers trainees freelancers hires associates specialists "
    "kollegen kolleginnen mitarbeiter mitarbeitern mitarbeitende mitarbeiterinnen benutzer benutzern anwender "
    "anwendern "
    "nutzer nutzern nutzerinnen leute leuten personen lehrkräfte lehrer arbeitsplätze arbeitsplätzen plätze azubis "
    "schüler "
    "schülerinnen angestellte angestellten gäste mann fahrer "
    "usuarios usuarias personas compañeros compañeras empleados empleadas trabajadores clientes alumnos alumnas "
    "profesores "
    "puestos utilisateurs utilisatrices personnes invités postes élèves salariés vendeurs collaborateurs collègues "
    "employés agents "
    # as they are called where they work
    "trustees partners surgeons midwives personnel professionals secretaries analysts aides fellows hosts juniors "
    "seniors owners parents surveyors subscribers delegates inspectors auditors cleaners porters carers wardens "
    "ärzte ärztinnen anwälte anwältinnen pfleger pflegekräfte schwestern verkäufer monteure praktikanten studenten "
    "disponenten berater beraterinnen sachbearbeiter sachbearbeiterinnen sekretärinnen arbeitskollegen "
    "avocats médecins infirmières secrétaires commerciaux comptables enseignants enseignantes professeurs chauffeurs "
    "techniciens assistantes étudiants ouvriers conseillers stagiaires juristes "
    "médicos abogados abogadas enfermeras maestros contables comerciales administrativos administrativas técnicos "
    "conductores vendedores asesores docentes estudiantes operarios "
    # several of them, by those who do not decline
    "user person colleague employee student teacher agent nurse worker lawyer doctor usuario persona utilisateur "
    "personne "
    # informal ones
    "folk lads lasses chaps bods newcomers joiners starters leavers seasonals"
)
PEOPLE_ENDING = re.compile(
    r"[a-zé-]{2,14}(?:chers|cians|gists|nists|tants|ctors|tors|pers|vers|lers|gers|ners|kers|ters|ders|yees|ists|"
    r"sors|iers|"
    r"eers|ians|mates|men|women|itects|gents)$"
)
PEOPLE_COMPOUND = ("kräfte", "kräften", "leute", "leuten")  # how "Aushilfskräfte" end
THINGS: frozenset[str] = words(
    "numbers letters orders folders computers printers routers servers errors monitors characters parameters filters "
    "papers "
    "posters meters centimeters registers headers boosters adapters newsletters banners scanners trackers workbooks "
    "tickers "
    "quarters semesters chapters factors vectors connectors directors' selectors drivers' containers controllers "
    "copiers "
    "photocopiers carriers barriers suppliers' counters clusters centers centres parters transfers partners' vouchers "
    "layers users' offers dealers' mailers chargers speakers readers borders others' identifiers tiers carriers "
    "stickers "
    "trailers boilers couriers' watchers workers' documents rollers switchers beepers mirrors processors sensors "
    "projectors "
    "ordinateurs serveurs erreurs routeurs committees degrees guarantees reactors trackers lists charters helpers' "
    "handlers listeners providers"
)
MACHINES: frozenset[str] = words(
    "members mitglieder mitgliedern membres miembros mailboxes accounts pcs computers laptops notebooks machines "
    "devices workstations macs mac tablets phones "
    "postfächer konten rechnern geräten desks seats tills terminals logins ipads iphones chromebooks handsets kiosks "
    "stations "
    "inboxes geräte rechner ordinateurs ordenadores equipos buzones boîtes comptes cuentas portátiles"
)
MACHINES_COMPOUND = ("konten", "postfächer", "postfächern", "rechner", "rechnern", "geräte", "geräten")
# hosts of these are machines
HOSTS: frozenset[str] = words("hosts host agents servers")
OF_MACHINES: frozenset[str] = words("session virtual vm rd rds avd hyper-v esxi docker proxy mail dns backup pool")
AND: frozenset[str] = words("and & und et y plus")
WHO: frozenset[str] = words("who whose")
LOOSE: frozenset[str] = words("or so odd other others' more further different weitere autres otros und mehr of-the")
OF: frozenset[str] = words("of out von sur de from aus d' entre")
US: frozenset[str] = words("us them uns ihnen nous eux nosotros ellos ours")
OF_WHAT: frozenset[str] = words("of the our their my his her your los las nuestros les nos unseren unserer all") | {
    *COUNT_WORDS, *map(str, range(1, 400)),
}  # fmt: skip
FAILS: frozenset[str] = words(
    "cant cannot unable affected impacted hit stuck locked betroffen concernés touchés afectados lost complain "
    "complaining "
    "reporting n'ont"
)
ARE: frozenset[str] = words("are is sind sont están were")
HAVE_LOST: frozenset[tuple[str, str]] = frozenset(
    (have, lost)
    for have in ("have", "has", "haben", "ont", "tienen", "get", "see")
    for lost in ("no", "lost", "the", "nothing", "kein", "keine", "keinen", "perdu")
) | {("can", "not"), ("can", "no"), ("ne", "peuvent"), ("no", "pueden"), ("can", "neither")}
STUCK: frozenset[str] = words(
    "sit sits hang hangs remain remains stay stays fail failed end ended freeze crash bounce keep still stuck "
    "waiting hängen bleiben restent siguen"
)
BEGINS = caseless(r"(?:^|[.;:,(–-]\s{0,2}|\b(?:other|last|remaining|and|but|only|the) )$")
STOPS: frozenset[str] = words(
    "for in at on with from and or to per is are was were the a an since by until before after minutes hours days "
    "weeks "
    "months years times am pm uhr heures horas euros dollars percent prozent und oder et ou y o für im am um seit mit"
)
ENDS: frozenset[str] = words(". , ; ! ) ?") | {"in", "at", "who", "all", "now", "for", "please", "far"}
WHERE: frozenset[str] = words(
    ". , ; ! ) in im at am on who do have of aus beim des du en del à de auf have are is à l'atelier"
)
US_BEFORE = caseless(r"\b(?:us|uns|we|wir|nous|nosotr[oa]s|them|ihnen|eux|ellos)\s$")
ABOUT = caseless(
    r" (?:are|is|have) (?:for|about|at|from|of|one|separate|unrelated|nothing|different|independent|the same|low|not "
    r"urgent|urgent)\b"
)
# behind these stand those who have no problem
WORKS_FOR = caseless(
    r"\b(?:(?:nor|neither) (?:do|does|did|of|have|has|are|is|can)|(?:work(?:s|ed)?|fine|ok|okay|good|goes|geht|"
    r"funktioniert|"
    r"marche|"
    r"fonctionne|funciona|va bien)(?: fine| well| perfectly| normally| gut)? (?:for|on|with|at|bei|chez|con|pour|para|"
    r"a))"
    r"(?: (?:the|our|my|other|her|his|their|den|meinen|unseren|mes|nos|los|mis|all|these|those)){0,3}\s$"
)
# behind these stand the rest; behind a number of them, that they have nothing to complain of
OTHERS = caseless(
    r"\b(?:others?|else|remaining|rest of(?: the| us| our)?|otr[oa]s|demás|restantes|ander\w{1,2}|übrigen|restlichen|"
    r"autres),?(?: about| around| roughly| some| the| etwa| rund| unos| environ)?\s$"
)
SPARED = caseless(
    r"^[^.;:!?]{0,48}?\b(?:fine|normal\w{0,4}|ok|okay|unaffected|no (?:issues?|problems?|trouble)|not affected|"
    r"as usual|"
    r"(?<!not )works?(?! for)|(?<!not )working|sign in|log in|ha(?:s|ve) it|see it|can(?! ?n.t| ?not| only)|"
    r"bien|gut|problemlos|ohne probleme|sans problème|sin problemas?|siguen|marchent?)\b"
)
ONLY = caseless(
    r"\b(?:only|just|merely|nur|lediglich|bloß|seulement|uniquement|que|s[oó]lo|solamente|únicamente)"
    r"(?: the| these| those| our| about| los| las| die| les)?\s$"
)
# "none of those five can …"
NONE_OF = caseless(
    r"\b(?:none|neither|not one|keine[rs]?|aucune?|ningun[oa]) (?:of |von |de(?:s)? )?(?:the|those|these|our|my|us|den|"
    r"diesen|unseren|ces|nos|los|las|estos)\s$"
)
# "if 10 of them are seasonal"
SUPPOSED = caseless(r"\b(?:if|whether|wenn|falls|ob|si)\s(?:about |only |just |say )?$")
# "12 PCs … and it stops on all of them"
ON_EACH = re.compile(
    r"\bnone of (?:them|these|those)\b|\bnot (?:a single )?one of (?:them|these)\b|\bkeine[rs]? davon\b|\baucune? n|"
    r"\bningun[oa]\b|\b(?:on|for|with) (?:all|each|every one|both|any|none) of (?:them|these|those)\b"
)
SO_FAR = re.compile(
    r"(?: [\w'’-]{2,14}){1,3},? (?:so far|up to now|until now|at present|at the moment|right now|currently|bisher|"
    r"bislang|"
    r"derzeit|jusqu['’]ici|pour l['’]instant|hasta ahora|por ahora)\b"
)
# "please move the 12 accounts"; a deed is told in the past
REQUESTED = caseless(
    r"\b(?:move|migrate|convert|transfer|switch|onboard|moving|migrating|converting|transferring|switching|verschieben|"
    r"umstellen|migrer|passer|transférer|migrar|pasar|mover)(?: (?:all|the|our|my|these|those|about|over|alle|die|"
    r"unsere|les|"
    r"nos|los|las|of)){0,3}\s$"
)
# "eight at our end"
AT_OUR_END = caseless(
    r" (?:(?:at|on) (?:our|my) (?:end|side)\b|(?:are |is |have been )?(?:affected|impacted|concerned|betroffen|touchés|"
    r"concernés|afectados)\b|(?:here|on the (?:ward|floor|team)|in (?:accounting|accounts|sales|payroll|production|"
    r"dispatch|"
    r"finance|hr))(?=\W{0,2}$|,))"
)
ALL = caseless(
    r"\b(?:all|alle|allen|tous les|toutes les|todos los|todas las|all (?:the|our|my|of the)|affects?|affecting|"
    r"affected|impacts?|hits|"
    r"concerns|betrifft|betroffen(?: sind| ist|:)?|sind|afecta a|touche|it.s|it is|sind zu|somos|sommes|ist|we are|"
    r"we.re|wir sind|"
    r"on est|on est à)(?: (?:une?|eine?|a|about|around|roughly|only|just|the|our|these|those|etwa|rund|ungefähr|nur|"
    r"approximately|"
    r"environ|seulement|unos|sólo|zu|à|all)){0,2}\s$"
)
CONCERNED = re.compile(
    r"\b(?:affect\w{0,3}|impact\w{0,3}|hits?|concern\w{0,2}|betroffen\w{0,2}|betrifft|afecta\w{0,3}|touch[ée]\w{0,3}|"
    r"concern[ée]\w{0,2}|"
    r"have (?:it|this|the same)|same (?:problem|issue|thing|error)|in all|in total|altogether|all told|insgesamt|"
    r"en tout|problem|nobody else|"
    r"none of (?:them|these|those)|not (?:a single )?one of (?:them|these|those)|root cause|"
    r"keine[rs]? davon|aucune? (?:d['’]eux |d['’]elles )?n['’]|ningun[oa] (?:de \w{3,6} )?(?:ha|recib|tien|pued|"
    r"func)\w{0,5})"
)
CONCLUDES = caseless(
    r"\b(?:somos|nous sommes|wir sind(?: zu)?|we are|we.re|so|makes|total|in all|altogether|damit|also|donc|en total|"
    r"insgesamt|zusammen|call it|let.s say|i count|everyone,|everybody,)(?: (?:une?|eine?|it.s|its|it|that.s|"
    r"is|of|that makes|about|ungefähr|around|roughly|only|just|now|say|let.s|we.re|we are|far|mal|etwa)){0,3}\s$|"
    r"\b(?:so|total),? $"
)
CORRECTED = caseless(r"(?: \w{2,12})?,? (?:and |und |et )?(?:(?:not|nicht|pas) (?:\d|only|just|nur|\w{3,8}\b)|no \d)")
CORRECTS = caseless(
    r"\b(?:now|actually|rather|make that|correct\w{0,4}(?: to)?|inzwischen|mittlerweile|ya(?: son)?|son ya|meanwhile|"
    r"by now|it is|it.s|"
    r"sorry|no|i count)[,:]? (?:already |about )?$(?<!ly )|\b(?:no|sorry|oops|nein|non|pardon|wait|perdón),? (?:wait|"
    r"sorry|make it|doch)?,? ?$"
)
WITHDRAWN = caseless(
    r"\b(?:(?:talk|speak|spoke|chatt|talked|spoken|said|wrote|written)\w{0,3} (?:to|with)|have told|told|i asked|"
    r"takes?|took|"
    r"needs?|limit (?:is|of)|maximum (?:is|of)|not|nicht|instead of|statt|rather than|first (?:wrote|said)|no|pas|"
    r"i (?:wrote|said|had said|had written)|"
    r"(?<!more )(?<!less )(?<!fewer )than|one in|"
    r"(?:ticket|case|incident) #?\d{3,8}[^.]{0,30}|any of|every|jede[rn]?|each|ticket|case|order|invoice|version|"
    r"page|room|building|floor|step|option|point|level|"
    r"tier|plan|"
    r"error|code|waves?|batch|line|row|item|no\.|nr\.|#|out of|at least since|within|in)(?: (?:about|the|than|"
    r"\d{1,3} (?:and|or)))?\s$"
)
BOUGHT = caseless(
    r"\b(?:order(?:ed)?|licen[sc]es?|upgrade|buy|purchase\w?|downgrade|subscription|quote|credit|cancel\w{0,5}|"
    r"bought|renewal|"
    r"renew|charged|billed|reservations?|add(?!-)|seats?|pay(?:ing)? for|lizenzen|commander|acheter|comprar|kaufen|"
    r"bestellt)\b(?:(?!\b(?:and|but|und|et|y)\b)[^.;:\d]){0,38}$"
)
SEATS = caseless(
    r"(?: [\w.'’-]{1,14}){1,3} (?:was|were|are|is)? ?(?:purchased|ordered|bought|paid for|reserved)\b|"
    r"(?: [\w.'’-]{1,14}){0,4} (?:licen[sc]es?|seats(?! (?:are )?(?:affected|impacted|hit))|subscriptions|lizenzen|"
    r"licences|licencias|abos|abonnements|"
    r"invoices|"
    r"minutes|hours|days|weeks|months|years|tage|stunden|wochen|jours|heures|días|horas|times|mal|fois|veces)\b"
)
NAME_OF = re.compile(
    r"(?:\b(?i:Windows|iOS|macOS|Android|Outlook|Version|Office|build|page|room|floor|grade|year|class|age|aged)|"
    r"\b(?:Microsoft|Office|Windows|Dynamics|Plan|Project|Visio|Server|Exchange|SharePoint|Version|iOS|macOS|"
    r"Surface|Sage|"
    r"Outlook|Suite|Unit|Room|Floor|Building|Box|PO|Nov|Oct|Dec|November|October|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Q)|\b[A-Z]{1,3}) $"
)
HOUR_OF = caseless(
    r"\b(?:since|from|at|until|till|after|before|by|between|seit|ab|bis|um|depuis|dès|vers|desde|hasta|"
    r"a las)(?: about| around| "
    r"roughly| etwa| environ| unas| las)?\s$"
)
ME_BEFORE = caseless(
    r"\bnot (?:only|just) (?:me|mine),? (?:but )?(?:also )?(?:my |our )?$|\b(?:me|myself|ich|mich|moi|yo|i|"
    r"mine) (?:and|or|plus|und|et|y|oder|ou|o|n|'n'?|&|\+) (?:(?:also|the|my|our|meine|les|"
    r"mes|mis|for|"
    r"to|other|for the|to the) ){0,2}$"
)
ME_AFTER = caseless(
    r"(?: (?!are|is|were|was|affected|cannot|can)[\w'’-]{2,14}){1,3},? (?:plus|and|und|et|y|&|\+) (?:(?:me|myself|ich|"
    r"moi|"
    r"yo)\b|"
    r"I (?:can.?t|cannot|can no|can not|are|both|all|depend|have (?:lost|no|the|been)|get|see|use|share|work|lost|lose|"
    r"do not|don.t)\b)"
)
TEAM = caseless(
    r"\b(?:team|group|office|department|crew|party|class|shop|branch|unit|practice) of (?:about |around |roughly |"
    r"just |only )?$"
)
# "two doctors and three nurses"
SUMMED = caseless(r" (?:\w{2,14} ){0,2}\w{2,16},? (?:and|plus|&|und|et|y) (?:the |our |my |another )?")
NUMBER_IS = caseless(
    r"^\W{0,3}(?:users?|people|staff|affected|impacted|betroffen\w{0,2}|personen|usuarios|utilisateurs|nos?\. of users|"
    r"number of (?:users|people))(?: affected| impacted)?\s?[:=–-]?\s$|^\W{0,3}the number is $|"
    r"\b(?:(?:number|count|anzahl|nombre|número)(?: (?:of|d['’]|de|der) ?\w{4,12})?(?: (?:affected|impacted|concerned|"
    r"concernés|afectados))|(?:number|count) of (?:users|people|staff|employees)|headcount|total)"
    r"(?:[:=]| is| are| was| would be| should be| ist| wäre| est| es){1,2} (?:about |around |roughly |approximately "
    r")?$"
)
# how many it is in brackets behind who: the newcomers (eight so far)
BRACKETED = caseless(r"\b([a-zà-ÿ-]{3,18}) \((?:currently |now |so far |about |around |some |all |at least )?$")
IN_BRACKETS = caseless(r"(?:\)| (?:so far|of them|in all|in total|at the moment|right now|now|today|bisher|en tout)\))")
ALL_TOLD = caseless(r" (?:all told|in all|in total|altogether|insgesamt|en tout|en total)\b")
SIZE = caseless(
    r"\b(?:with|employs?|has|have|had|we (?:run|employ)|wir haben|nous avons|tenemos|"
    r"(?:company|firm|business|school|office|practice|team|staff|department|shop|clinic|charity) of|"
    r"of (?:about|roughly|the))\s(?:about |some |roughly |around |etwa |rund |zu )?$|"
    r"\b(?:payroll|pay|wages|training|workshop|meeting|event|webinar|course|class|onboarding|room|space)"
    r"(?: \w{2,9}){0,2} for (?:all |about |our |the )?$|"
    r"\b(?:invoice|bill|statement|quote|rechnung|facture|factura)\b[^.;:]{0,30}$"
)
# "we are 30 in the firm", "25 people on Business Basic"
SIZE_AFTER = caseless(
    r"^(?: \w{2,14}){0,2} (?:(?:in|at|en|dans|im) (?:the |our |la |el |total |notre |unser\w{0,2} |this )?(?:firm|"
    r"company|business|office|"
    r"practice|school|team|group|organi[sz]ation|department|charity|gestoría|empresa|oficina|despacho|entreprise|"
    r"société|"
    r"cabinet|bureau|büro|firma|betrieb|kanzlei|praxis|unternehmen|all)\b|on (?:an? |the |our )?(?:business|"
    r"enterprise|premium|"
    r"standard|basic|plan|page|line|[eaf][1-5]\b|m365|office 365|microsoft 365|exchange online)|will (?:be|need|move|"
    r"get|have|join|start|attend)\b|(?:higher|more|less|fewer) than)"
)
# "we count 40 employees" is the size of a firm
WE_COUNT = caseless(r"\bwe count (?:about |some |roughly |around )?$")
ON_PAYROLL = caseless(
    r" (?:\w{2,12} )?(?:employees|staff|people|heads|lawyers|colleagues|employed)\b(?! (?:who|that|with|affected|hit))"
)
SOLVED = caseless(
    r"\b(?:solved|resolved|fixed|last (?:week|month|year)(?!['’])|back then|is fine|are fine|works? for)\b"
)
STARTS = caseless(r"^(?: \w{2,14}){1,3} (?:starts?|starting|join|joining|coming|more come)\b")
