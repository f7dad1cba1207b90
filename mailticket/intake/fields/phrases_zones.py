"""How people say in which zone or place they are, in running text and signatures. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import wording

# a zone or a place in brackets, with what people write before and behind it there
BRACKETS = caseless(
    r"\((?:(?:yes|that.s|we.re|i.m|we are|i am|all|times?|all times|in|from|my time|hora de|heure de|"
    r"local)[, ]{1,2}){0,3}(?:the )?"
    r"([A-Za-zÀ-ÿ.]{2,14}(?: [A-Za-zÀ-ÿ]{2,12})?)(?: (?:time|zone|here|office|hours|if that matters|of course|"
    r"obviously))?[.!]?\)"
)
IN_BRACKETS_ALONE = re.compile(r"\([^()]{2,40}\)[.!]?$")
ZONE_NAMES: frozenset[str] = words("eastern central mountain pacific")
PLACE_AFTER = re.compile(
    r"[\s,(]{1,3}(?:in |from |at |our |your |hora (?:de |del )?|heure (?:de |d')?|uhr |hours? of |of |local )?"
    r"([A-Z][\w.]{1,20}(?: [A-Z][a-z]{2,15})?|eastern|central|mountain|pacific)\b"
)
# "time zone is …", "TZ Hawaii": what follows the word for it
ZONE_LABEL = wording(
    r"\b(?:time[ -]?zone|tz|zeitzone|fuseau(?: horaire)?|zona horaria|huso(?: horario)?)\b(?! ?(?:setting|issue|"
    r"problem|wrong|bug|differ|field|picker))(?:\W{1,3}(?:(?:here|is|.s|should|would|will|be|as|in|of|ist|est|es|"
    r"our|my|we|i|use|the|us|on|by|default) ){0,5})(?P<zone>[A-Za-zÀ-ÿ+/_-]{2,20}(?: [A-Za-zÀ-ÿ]{2,12})?)",
    words="zone timezone tz zeitzone fuseau zona huso",
)
ZONE_NAMED = re.compile(
    r"(?:^|[,;(.:–-]\s|\b(?:so|in|on|is|times?|that.s|clocks?|on the|the|zone|at|it's|it’s|are|we're|we’re|I'm|I’m|"
    r"also|same time(?: "
    r"zone)? as|"
    r"hora de|heure de|hour of|hours of|like|near)\s)"
    r"([Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|[Ww]est [Cc]oast|[Ee]ast [Cc]oast|ET|CT|MT|PT|AZ)"
    r"(?=$|[,.;:!)]|\s(?:hours|schedule|here|and|please|over here|coast|zone|std|standard|daylight|for me|if|by the|"
    r"so|but|as|though|btw|too|also|like|at|in the|most|all|during|until|till|from|not|i (?:think|guess|believe)))"
)
ZONE = wording(
    r"\b(?:(?i:(?:eastern|central|mountain|pacific|atlantic|uk|arizona|india|india[nan]*|irish|"
    r"british)(?:[ -](?:standard|daylight))?[ -]time)"
    r"|(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::?[0-5]\d)?(?![\d:])|(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|"
    r"MT(?= *[,.)/]|$)|CET|CEST|MEZ|MESZ|GMT|BST|UTC|IST|AEST|AEDT|ACST|"
    r"AWST|NZST|"
    r"NZDT|SAST|SGT|JST)(?![-+]\d)"
    r"|(?i:hora del? (?:este|centro|pac[ií]fico|monta[ñn]a|madrid|méxico)|hora peninsular)"
    r"|hora (?:de la |de |del )?[A-Z][a-zà-ÿ]{3,12}(?: (?:de )?[A-Z][a-zà-ÿ]{3,12})?|(?i:"
    r"heure (?:de l.|du |des |de la |de |d.)?[A-ZÀ-Ý][a-zà-ÿ]{2,12}|hours? of [A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,8})?|"
    r"(?:deutsche[rn]?|mitteleuropäische[rn]?|österreichische[rn]?|schweizer) (?:Zeit|Ortszeit)|[A-Z]{2} time))(?!\w)",
    words=(
        "acst aedt aest awst bst cdt cest cet cst ct edt est et gmt heure hora ist jst mdt mesz mez mst mt nzdt nzst "
        "pdt pst pt sast sgt time utc zeit ortszeit hour hours"
    ),
    exact=True,
)
# "Hartford CT", "Stamford, CT 06901": a state behind its town, no Central time
STATE = re.compile(r"[A-Z][a-z]{3,14}(?<!day),? CT(?! time)")
COAST = wording(
    r"\b(?:i.?m|we.?re|i am|we are|here|us|live|sit|based)(?: \w+){0,2} on the ((?:west|east) coast)\b", words="coast"
)
# in a signature, where a zone stands between dividers: "613-555-0139 - Eastern", "(Pacific)"
ZONE_SIGNED = re.compile(
    r"(?:^|[(|,·•/–-]\s{0,2}|\d ?(?:[ap]\.?m\.? )?)(?:US )?(?:Eastern|Central|Mountain|Pacific|Atlantic)"
    r"(?= ?(?:$|[)|,·•/–-]))"
)
ZONE_LOOSE = wording(
    r"\b([A-ZÀ-Ý][a-zà-ÿ]{2,12}(?: [A-Z][a-z]{2,12})?|[a-zß-ÿ]{4,14})(?: (?:[Tt]ime(?! (?:off|sheets?|tracking|cards?|"
    r"clock|entr|slots?|reports?|format|stamps?))|hours(?! (?:ago|later|before|are|off|long|a|per)\b))(?! and again)|"
    r" (?:Orts)?[Zz]eit|er Zeit)\b",
    words="time zeit ortszeit hours",
    exact=True,
)
# "shows meetings in Pacific time": the zone of a machine
SHOWN_IN = caseless(
    r"\b(?:shows?|showing|showed|shown|display\w{0,3}|appear\w{0,3}|stamped|shifted|listed|logged|converted|set|stuck)"
    r" (?:\w+ ){0,3}(?:in|to|as|at|on) (?:the )?$"
)
# "heure belge", "hora chilena"
ZONE_OF = wording(
    r"\b(?:heure|hora|huso|fuseau)(?: horaire| horario)? (?:d['’]|de |del |de la |du |des )?([^\W\d_]{4,16})\b",
    words="heure hora huso fuseau",
)
# "an hour ahead of London", "two hours behind New York"
ZONE_APART = wording(
    r"\b(?P<hours>an|a|one|1|two|2|three|3) ?(?:hours?|hrs?) (?P<side>ahead of|later than|in front of|before|behind|"
    r"earlier than) "
    r"(?:the )?(?P<zone>[A-Z][\w.]{1,20}(?: [A-Z][a-zà-ÿ]{2,15})?)",
    parts="hour|hr",
    also="ahead|later than|front of|before|behind|earlier",
    exact=True,
)
# a town nobody listed, or no name at all: the zone is the one of the number given
ZONE_LOCAL = wording(
    r"\b(?:(?:our|my|local|your local)(?: local)? time\b(?! zone| is| to| and again)|"
    r"(?!Part|Full|Real|Lead|Long|Short|Some|Any|Over|Next|This|That|Last|First|Each|Every|Same|Response|Business|Run|"
    r"Down|Up|Start|End|Time|Local|Our|My|Best|Good|Call|Contact|Preferred|Christmas|Easter|Summer|Winter|Lunch|"
    r"Dinner|Tea|Standard|Daylight|Office|Work|What|Which|No|The|Universal|Coordinated)"
    r"[A-Z][a-z]{3,13}(?: [A-Z][a-z]{3,13})? time\b(?! zone| and again))",
    words="time",
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
    r"of)(?: the)?|\b(?:clocks?|time|hours) (?:as|like)(?: in)?|office,) "
    r"([A-Z][\w.]{1,20}(?: (?:de )?[A-ZÀ-Ý][a-zà-ÿ]{2,15})?(?:, [A-Z][\w.]{1,14}(?: [A-Z][a-z]{2,12})?)?)",
    words="am are is based estamos here located m office re sitting sitzen sommes desk sit sitze live work "
    "working writing out bin best from hello greetings "
    "cheers "
    "zone same clock clocks",
    exact=True,
)
ZONE_BEHIND = re.compile(
    r"^\.? ?\(?(?:(?:US |our |my )?(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|[ECMP][SD]?T|CES?T|MES?Z|GMT|"
    r"BST|IST|UTC)"
    r"(?: [Tt]ime)?)\b\)?"
)
