"""How people say how many are affected: numbers, words for people, and what makes a number another one's. Data only.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.lexicon_times import words

SURE = 0.5  # below it a number needs trouble in its sentence

_UNITS = (
    "two zwei deux dos", "three drei trois tres", "four vier quatre cuatro", "five fünf cinq cinco",
    "six sechs seis", "seven sieben sept siete", "eight acht huit ocho", "nine neun neuf nueve", "ten zehn dix diez",
    "eleven elf onze once", "twelve zwölf douze doce dozen dutzend douzaine docena", "thirteen dreizehn treize trece",
    "fourteen vierzehn quatorze catorce", "fifteen fünfzehn quinze quince quinzaine", "sixteen sechzehn seize "
    "dieciséis",
    "seventeen siebzehn diecisiete", "eighteen achtzehn dieciocho", "nineteen neunzehn diecinueve",
    "twenty zwanzig vingt veinte vingtaine",
)  # fmt: skip
COUNT_WORDS: dict[str, int] = {word: value for value, said in enumerate(_UNITS, 2) for word in said.split()} | {
    "both": 2, "beide": 2, "beiden": 2, "two dozen": 24, "half a dozen": 6, "a couple": 2, "dizaine": 10, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "hundert": 100,
    "zweien": 2, "dreien": 3, "vieren": 4, "fünfen": 5, "sechsen": 6,
    "a hundred": 100, "one hundred": 100, "two hundred": 200, "three hundred": 300, "four hundred": 400,
    "five hundred": 500,
    "dreißig": 30, "vierzig": 40, "fünfzig": 50, "trente": 30, "trentaine": 30, "quarante": 40, "cinquante": 50,
    "cinquantaine": 50, "centaine": 100, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "decena": 10, "veintena": 20,
    "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "twenty-five": 25, "thirty-five": 35,
}  # fmt: skip
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
    "employés agents"
)
PEOPLE_ENDING = re.compile(
    r"[a-zé-]{2,14}(?:chers|cians|gists|nists|tants|ctors|tors|pers|vers|lers|gers|ners|kers|ters|ders|yees|ists|"
    r"sors|iers|"
    r"eers|ians|mates|men|women|itects|gents)$"
)
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
    "reactors trackers lists charters helpers' handlers listeners providers"
)
MACHINES: frozenset[str] = words(
    "members mitglieder mitgliedern membres miembros mailboxes accounts pcs computers laptops notebooks machines "
    "devices workstations macs mac tablets phones "
    "postfächer "
    "geräte rechner ordinateurs ordenadores equipos buzones boîtes"
)
WHO: frozenset[str] = words("who whose")
LOOSE: frozenset[str] = words("or so odd other others' more further different weitere autres otros und mehr of-the")
OF: frozenset[str] = words("of out von sur de from aus d' entre")
US: frozenset[str] = words("us them uns ihnen nous eux nosotros ellos ours")
OF_WHAT: frozenset[str] = words("of the our their my his her your los las nuestros les nos unseren unserer all") | {
    *COUNT_WORDS, *map(str, range(1, 400)),
}  # fmt: skip
FAILS: frozenset[str] = words(
    "cant cannot unable affected impacted stuck locked betroffen concernés touchés afectados lost complain complaining "
    "reporting n'ont"
)
ARE: frozenset[str] = words("are is sind sont están were")
HAVE_LOST: frozenset[tuple[str, str]] = frozenset(
    (have, lost)
    for have in ("have", "has", "haben", "ont", "tienen", "get", "see")
    for lost in ("no", "lost", "the", "nothing", "kein", "keine", "keinen", "perdu")
) | {("can", "not"), ("can", "no"), ("ne", "peuvent"), ("no", "pueden"), ("can", "neither")}
STUCK: frozenset[str] = words(
    "sit sits hang hangs remain remains stay stays fail failed freeze crash bounce keep still stuck waiting hängen "
    "bleiben restent siguen"
)
BEGINS = caseless(r"(?:^|[.;:,(–-]\s{0,2}|\b(?:other|last|remaining|and|but|only|the) )$")
STOPS: frozenset[str] = words(
    "for in at on with from and or to per is are was were the a an since by until before after minutes hours days "
    "weeks "
    "months years times am pm uhr heures horas euros dollars percent prozent und oder et ou y o für im am um seit mit"
)
ENDS: frozenset[str] = words(". , ; ! ) ?") | {"in", "at", "who", "all", "now", "for", "please"}
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
    r"\b(?:(?:nor|neither) (?:do|does|did|of|have|has|are|is|can)|(?:works?|fine|ok|okay|good|goes|geht|funktioniert|"
    r"marche|"
    r"fonctionne|funciona|va bien)(?: fine| well| perfectly| normally| gut)? (?:for|on|with|at|bei|chez|con|pour|para|"
    r"a))"
    r"(?: (?:the|our|my|other|her|his|their|den|meinen|unseren|mes|nos|los|mis|all|these|those)){0,3}\s$"
)
SO_FAR = caseless(
    r"(?: [\w'’-]{2,14}){1,3},? (?:so far|up to now|until now|at present|at the moment|right now|currently|bisher|"
    r"bislang|"
    r"derzeit|jusqu['’]ici|pour l['’]instant|hasta ahora|por ahora)\b"
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
CONCERNED = caseless(
    r"\b(?:affect\w{0,3}|impact\w{0,3}|hits|concern\w{0,2}|betroffen\w{0,2}|betrifft|afecta\w{0,3}|touch[ée]\w{0,3}|"
    r"concern[ée]\w{0,2}|"
    r"have (?:it|this|the same)|same (?:problem|issue|thing|error)|in all|problem|nobody else)\b"
)
CONCLUDES = caseless(
    r"\b(?:somos|nous sommes|wir sind(?: zu)?|we are|we.re|so|makes|total|in all|altogether|damit|also|donc|en total|"
    r"insgesamt|zusammen|call it|let.s say)(?: (?:une?|eine?|it.s|its|it|that.s|"
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
    r"\b(?:not|nicht|instead of|statt|rather than|first (?:wrote|said)|no|pas|i (?:wrote|said|had said|had written)|"
    r"than|one in|"
    r"(?:ticket|case|incident) #?\d{3,8}[^.]{0,30}|any of|every|jede[rn]?|each|ticket|case|order|invoice|version|"
    r"page|room|building|floor|step|option|point|level|"
    r"tier|plan|"
    r"error|code|waves?|batch|line|row|item|no\.|nr\.|#|out of|at least since|within|in)(?: (?:about|the|than|"
    r"\d{1,3} (?:and|or)))?\s$"
)
BOUGHT = caseless(
    r"\b(?:order(?:ed)?|licen[sc]es?|upgrade|buy|purchase\w?|downgrade|subscription|quote|credit|cancel\w{0,5}|"
    r"bought|renewal|"
    r"renew|charged|billed|add(?!-)|seats?|pay(?:ing)? for|lizenzen|commander|acheter|comprar|kaufen|"
    r"bestellt)\b(?:(?!\b(?:and|but|und|et|y)\b)[^.;:\d]){0,38}$"
)
SEATS = caseless(
    r"(?: [\w.'’-]{1,14}){0,4} (?:licen[sc]es?|seats|subscriptions|lizenzen|licences|licencias|abos|abonnements|"
    r"invoices|"
    r"minutes|hours|days|weeks|months|years|tage|stunden|wochen|jours|heures|días|horas|times|mal|fois|veces)\b"
)
NAME_OF = re.compile(
    r"(?:\b(?:Microsoft|Office|Windows|Dynamics|Plan|Project|Visio|Server|Exchange|SharePoint|Version|iOS|macOS|"
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
    r"mine) (?:and|or|plus|und|et|y|oder|ou|o|&|\+) (?:(?:also|the|my|our|meine|les|"
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
    r"\b(?:(?:number|count|anzahl|nombre|número)(?: (?:of|d['’]|de|der) ?\w{4,12})?(?: (?:affected|impacted|concerned|"
    r"concernés|afectados))|(?:number|count) of (?:users|people|staff|employees)|headcount|total)"
    r"(?:[:=]| is| are| was| would be| should be| ist| wäre| est| es){1,2} (?:about |around |roughly |approximately "
    r")?$"
)
ALL_TOLD = caseless(r" (?:all told|in all|in total|altogether|insgesamt|en tout|en total)\b")
SIZE = caseless(
    r"\b(?:with|employs?|we (?:have|run|employ)|wir haben|nous avons|tenemos|company of|firm of|"
    r"business of|school of|of (?:about|roughly|the))\s(?:about |some |roughly |around |etwa |rund |zu )?$"
)
SOLVED = caseless(
    r"\b(?:solved|resolved|fixed|last (?:week|month|year)(?!['’])|back then|is fine|are fine|works? for)\b"
)
STARTS = caseless(r"^(?: \w{2,14}){1,3} (?:starts?|starting|join|joining|coming|more come)\b")
