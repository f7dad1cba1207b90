"""How people say how many are affected, as patterns. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.fields.passages import wording

_PEOPLE = (
    r"(?:users?|people|persons?|employees?|staff(?: members)?|colleagues|students|seats?|mailboxes|accounts|agents|"
    r"workers|kollegen|mitarbeiter\w{0,5}|benutzer\w{0,5}|anwender\w{0,5}|usuarios?|usuarias?|personas|personen|"
    r"utilisat\w{3,6}|"
    r"personnes|others|coworkers|co-workers|members|pupils|children|guests?|gäste\w{0,1}|invités|invitados|paralegals|"
    r"nurses|reps|clerks|technicians|attorneys|folks|kolleginnen|nutzer\w{0,5}|leute|lehrkräfte|arbeitsplätze\w{0,1}|"
    r"plätze|postes|puestos|élèves|alumnos|alumnas|salariés|vendeurs|profesores|compañer[oa]s|empleados|"
    r"collaborateurs|"
    r"collègues|women|men|ladies|girls|guys|workstations|staffers|residents|patients|partners|temps|interns|faculty|"
    r"azubis|schüler\w{0,5}|angestellte\w{0,2}|trabajadores|clientes|"
    r"[a-z]{3,12}(?:chers|cians|gists|nists|tants|ctors|tors|pers|vers|lers|gers|ners|kers|ters|yees|ists))"
)
_THINGS = (
    r"(?:numbers?|letters|orders|folders|computers|printers|routers|servers|errors|monitors|characters|"
    r"parameters|filters|papers|posters|meters|centimeters|registers|headers|boosters|adapters|newsletters|banners|"
    r"scanners|trackers|workbooks|tickers|contractors' hours|quarters|semesters|chapters|factors|vectors|connectors|"
    r"directors' )"
)
_NUMBER = (
    r"(?:\d{1,6}|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|"
    r"eighteen|twenty|both|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|dos|"
    r"tres|cuatro|"
    r"cinco|seis|siete|ocho|nueve|diez)"
)
_COUNTS = (
    "0|1|2|3|4|5|6|7|8|9|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|"
    "twenty|both|"
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|"
    "cuatro|cinco|seis|"
    "siete|ocho|nueve|diez"
)
USERS = wording(
    rf"(?<![\w.,/-])({_NUMBER}) (?:of|out of|von|sur|de) (?:the |our |their |my |los |nuestros |les |nos )?{_NUMBER} "
    rf"(?:[a-zà-ÿ-]{{3,14}} ){{0,1}}{_PEOPLE}\b"
    rf"|(?<![\w.,/-])({_NUMBER})(?:[ -](?:of (?:us|them|our|the|my|their)|[a-zà-ÿ-]{{3,14}}(?: "
    rf"[a-zà-ÿ-]{{3,14}})?))? (?!{_THINGS}\b){_PEOPLE}\b",
    parts=(
        "user|people|person|employe|staff|colleague|student|seat|mailbox|account|agent|kolleg|mitarbeiter|anwender|"
        "nutzer|usuari|"
        "others|member|pupil|child|guest|gäste|invit|paralegal|nurse|reps|clerk|technician|attorney|folks|leute|"
        "lehrk|plätze|"
        "postes|puestos|élèves|alumn|salari|vendeur|profesor|compañer|emplead|collab|women|men|ladies|girls|guys|"
        "workstation|"
        "resident|patient|partner|temps|interns|faculty|azubi|schüler|angestellt|trabajador|clientes|chers|cians|"
        "gists|nists|"
        "tants|ctors|tors|pers|vers|lers|gers|ners|kers|ters|yees|ists|workers"
    ),
    also=_COUNTS,
)
USERS_US = wording(
    r"\b(?:somos|wir sind zu|nous sommes|there are|son) (\d{1,4}|[a-zé]{3,8})\b",
    words="sommes somos son there zu",
)
ONE_USER = wording(
    r"\b(?:(?:[Oo]nly|[Jj]ust) (?:me|her|him|myself|one (?:user|person)|[A-Z][a-z]+(?= \())|"
    r"(?i:je suis seule? concernée?|seule? concernée?|nur (?:ich|ein benutzer|bei mir|dieser eine)|s[oó]lo (?:me "
    r"afecta |afecta )?(?:yo|a m[ií])"
    r"|nobody else|(?:our|one|a) new (?:hire|employee|colleague)|(?:a |one )?single (?:user|person)|(?:a|one) "
    r"(?:user|person)|[Jj]ust [A-Z][a-z]+(?=[.,]|$)|"
    r"one of (?:our|the|my) (?:users|employees|people|colleagues|staff)))\b",
    words="a just new nobody nur one only seul seule solo sólo single",
    exact=True,
)
AFFECTED = wording(
    rf"\b(?:affects|affected|affecting|impacts|impacting|hits|concerns|betrifft|afecta a|touche)(?: about| around|"
    rf" roughly| approximately| all| only| at least)? ({_NUMBER})\b"
    rf"|\b(?:betroffen sind|es betrifft|betroffen:|afecta a|afectados:?|concerne|hits|impacted are|affected are)(?: "
    rf"\w{{2,10}}){{0,3}} ({_NUMBER})\b"
    rf"|\b({_NUMBER}) (?:[a-z]+ ){{0,2}}(?:are |is |have been )?(?:affected|impacted|betroffen|afectad[oa]s|"
    rf"concernés|can.?t|cannot|can not|are unable|are locked|are stuck|get the same|have the same)\b"
    rf"|\b(?:team|group|office|department|crew|staff) of (?:about |around |roughly )?({_NUMBER})\b|\b(both|"
    rf"all {_NUMBER}) of (?:us|them)\b|\b(?:users|people|impacted|affected)[\w ]{{0,12}}(?:is|are|:|would be|will be|"
    rf"=) "
    rf"(?:about |around |roughly )?({_NUMBER})\b",
    parts="users|people|of them|of us|affect|impact|hits|concern|betr|afecta|touche|can|are unable|are locked|are "
    "stuck|the same| of ",
    also=_COUNTS,
)
ME_AND_ONE = wording(
    r"\b(?:(?:to|for|with|happens to) me and (?:also )?(?:to |for |with )?|(?:[Mm]yself|[Mm]e) and |[Bb]oth "
    r")(?:[Mm]y \w+|[A-Z][a-z]+)(?= |[,.;]|$)(?: and I\b)?",
    words="me myself both",
    exact=True,
)
AND_ME = re.compile(r"\b(?:plus|and) me\b|\b(?:me|him|her) and \d", re.I)
SINCE = re.compile(
    r"\b(?:since|from|at|until|till|after|before|seit|ab|bis|depuis|dès|desde|hasta)(?: about| around| roughly| etwa| "
    r"environ| unas| las)?\s*$",
    re.I,
)
SOMEBODY = re.compile(
    r"\b(?:users?|people|persons?|staff|employees|colleagues|accounts|mailboxes|of (?:us|them)|benutzer|leute|kollegen|"
    r"mitarbeiter|utilisateurs|personnes|usuarios|personas)\b",
    re.I,
)
NOT_AFFECTED = re.compile(
    r"\b(?:order(?:ed)?|licen[sc]e|upgrade|buy|purchase|downgrade|subscription|quote|credit|cancel\w{0,5})\b", re.I
)
