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
    | {"bürozeiten", "geschäftszeiten", "tagsüber", "ganztags", "whenever"}
)
# words before a time that make it one for being reached
REACHES = re.compile(
    r"\b(?:call|calls|phone|telephone|reach\w{0,4}|ring|bell|number|cell|mobile|contact\w{0,3}|available|"
    r"availability|around|"
    r"in the office|free|txt|e-?mail|mail|prefer\w{0,6}|teams|whatsapp|text|erreich\w{0,6}|anruf\w{0,4}|anrufen|"
    r"rückfragen|"
    r"ll[áa]m\w{0,6}|marcar|localiz\w{0,5}|rappel\w{0,4}|joign\w{0,5}|joindre|appel\w{0,4}|tel|telefon\w{0,5}|"
    r"téléphon\w{0,3}|disponib\w{0,3}|best|suits?|desk|hours|i.?m (?:here|in|on|at|up)|i am (?:here|in|on|at)|get me|"
    r"message|ping|answer|antwort\w{0,3}|melden|write|schreib\w{0,4}|écri\w{1,4}|escrib\w{1,5}|revert|time to|"
    r"direct line|catch me|hold of me|try me|works for me|bin|stoy|estoy|suis|ask for me|beste zeit|shift|voice|talk|"
    r"speak)\b",
    re.I,
)
# without one of them nothing above is there; the zones count because they may stand alone beside a time
REACH_PARTS: tuple[str, ...] = (
    "call", "phone", "reach", "ring ", "bell", "number", "cell", "mobile", "contact", "try me", "avail", "around",
    "office", "free", "mail", "prefer", "teams", "whatsapp", "text", "txt", "erreich", "anruf", "anrufen",
    "rückfragen", "llam", "llám", "marcar", "localiz", "rappel", "joign", "joind", "appel", "tel", "disponib",
    "best", "suit", "desk", "hours", "m here", "m in ", "m on ", "m at ", "m up", "am here", "am in", "am on",
    "am at", "get me", "message", "ping", "answer", "antwort", "melde", "write", "schreib", "écri", "escrib",
    "revert", "time", "line", "catch", "hold of", "works", "bin", "estoy", "suis", "ask for", "zeit", "shift",
    "voice", "talk", "speak", "eastern", "central", "pacific", "mountain", "uhr", "please", "bitte", "heure",
    "hora"
)  # fmt: skip
REACHES_AFTER = re.compile(
    r"^[\s,)]{0,3}(?:is|are|works?|would|suits?|suit|please|best|preferred|only|good|fine|bitte|passt|convient|me "
    r"viene|"
    r"ideal|if you call|for (?:a )?calls?|by phone|in the office|at my desk|i.?m (?:free|available|around|here))\b",
    re.I,
)
PRESENT = re.compile(r"\b(?:i|me|my|we|ich|mich|je|moi|yo|uns|us)\b", re.I)
# what was or what fails then; what is due or meets then
OTHER_TIME = re.compile(
    r"\b(?:since|seit|depuis|desde|this|good|guten|last|yesterday|gestern|hier|ayer|every|jeden|each|meetings?|"
    r"deadline|expires?|renew\w{0,4}|ends?|due|due on|started(?: at| on)?|began(?: at| on)?|stopped(?: at| on)?|"
    r"need(?:ed|s)?"
    r"(?: \w+){0,3} by|happen\w{0,3}(?: \w+)?|happened(?: at| on)?|sent(?: at| on)?|opens?(?: at)?|open at|went \w+ "
    r"(?:at|on)|"
    r"on or|until|delivered|placed|migrat\w{1,4}|noticed|broke|friday|bis spätestens|fin de|starts?|from)\W{0,2}"
    r"(?:at |on |the |am |le |la |el |um |about |around )?$",
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
    r"(?=$|[,.;:!)]|\s(?:here|and|please|over here|coast|zone|std|standard|daylight|for me|if))"
)
ZONE = wording(
    r"\b(?:(?i:(?:eastern|central|mountain|pacific|atlantic|uk|arizona|india|india[nan]*|irish|"
    r"british)(?:[ -](?:standard|daylight))?[ -]time)"
    r"|(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|MT(?= *[,.)/]|$)|CET|CEST|MEZ|MESZ|GMT|BST|UTC|IST|AEST|AEDT|ACST|"
    r"AWST|NZST|"
    r"NZDT|SAST|SGT|JST)(?![-+]\d)"
    r"|(?i:hora del? (?:este|centro|pac[ií]fico|monta[ñn]a|madrid|méxico)|hora peninsular|"
    r"heure (?:de |d')?[A-Z][a-z]{3,12}|hours? of [A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,8})?|"
    r"(?:deutsche[rn]?|mitteleuropäische[rn]?|österreichische[rn]?|schweizer) (?:Zeit|Ortszeit)|[A-Z]{2} time))\b",
    words=(
        "acst aedt aest awst bst cdt cest cet cst ct edt est et gmt heure hora ist jst mdt mesz mez mst mt nzdt nzst "
        "pdt pst pt sast sgt time utc zeit ortszeit hour hours"
    ),
    exact=True,
)
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
    r"\b(?:(?:[Ii].m|[Ii] am|[Ww]e.re|[Ww]e are|based|located|office(?: is)?|offices are|sitting|here|[Ww]ir sitzen|"
    r"estamos|desk|"
    r"sommes|time zone as|[Gg]reetings|[Cc]heers|zone) (?:here |down |up |out |over )?(?:in|from|at|en|à|as)|office,) "
    r"([A-Z][\w.]{2,20}(?: [A-Z][a-z]{2,15})?)",
    words="am are is based estamos here located m office re sitting sitzen sommes desk best from hello greetings "
    "cheers "
    "zone",
    exact=True,
)
