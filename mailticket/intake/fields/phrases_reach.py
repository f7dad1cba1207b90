"""How people say how, when and where to reach them in running text, as patterns. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.fields.passages import Wording, wording

# how the writer wants to be contacted; the first that matches wins
METHODS: tuple[tuple[str, Wording], ...] = tuple(
    (method, wording(pattern, words))
    for method, words, pattern in (
        ("email", "email mail",
         r"\b(?:e-?mail|mail) (?:is )?(?:preferred|only|best|please|is (?:best|fine|ok|better))\b"),
        ("email", "email mail",
         r"\be-?mail(?:.s| is| works| will) (?:fine|good|ok|okay|best|great|do)\b|^(?:just |"
         r"please )?e-?mail(?: only| please)?[.!]?$"),
        ("phone", "call calls phone",
         r"^(?:just |please )?(?:call|phone)(?: only| please)?[.!]?$|\b(?:phone|calls?)(?:.s| is| works|"
         r" will) (?:fine|good|best|great|do)\b"),
        ("email", "email mail",
         r"\b(?:prefer(?:ably|red)?|only|just|best) (?:by |via |to |contact |is |an? )*e-?mail\b"),
        ("email", "email mail emailing mailing reply",
         r"\b(?:by|via) e-?mail,? (?:please|preferred|only|is)\b|\be-?mailing me is\b|"
         r"\breply to this (?:ticket|mail|email)\b"),
        ("teams", "teams",
         r"\b(?:reach|contact|message|ping|call|find|get) me (?:best )?(?:on|via|by|in|through|"
         r"over) (?:ms |microsoft )?teams\b"),
        ("teams", "teams",
         r"\b(?:prefer(?:ably)?|teams is|best (?:on|via)) (?:ms |microsoft )?(?:teams|best|preferred)\b"),
        ("text", "text sms",
         r"\b(?:text|sms) me\b|\b(?:by|prefer) (?:text|sms)\b|\bsend me a text\b"),
        ("whatsapp", "whatsapp",
         r"\b(?:via|by|on|per) whatsapp\b"),
        ("phone", "phone call calls telephone mobile",
         r"\b(?:phone|calls?|telephone|mobile) (?:is |are )?(?:preferred|only|best|please|is (?:best|"
         r"fine|better))\b"),
        ("phone", "phone call calls telephone called",
         r"\bprefer(?:ably|red)? (?:by |via |to |an? )?(?:phone|calls?|telephone|be called)\b"),
        ("email", "email mail line note write",
         r"\b(?:by|via|per) (?:e-?)?mail\b(?! (?:address|server|from|flow|client|app))|\bdrop (?:me|"
         r"us) (?:an? )?(?:e-?mail|line|note)\b|\bshoot me an e-?mail\b|\b(?:please |just |can |"
         r"you can )(?:e-?mail|mail|write) (?:me|us)\b|\be-?mail me\b"),
        ("phone", "phone telephone cell mobile call ring bell buzz",
         r"\b(?:best|easiest|better) (?:reached |contacted )?(?:by|via|on|over) (?:the |my )?(?:phone|"
         r"telephone|cell|mobile)\b|\b(?:call|ring|phone) (?:me|us|my|her|him|directly)\b|\bgive (?:me|"
         r"us) a (?:call|ring|bell|buzz)\b"),
        ("phone", "call phone telephone",
         r"\b(?:please|somebody|someone) call\b|\bby (?:phone|telephone)\b|\bcall (?:immediately|anytime|"
         r"back)\b"),
        ("phone", "ruf rufe rufen ruft telefon telefonisch rückruf",
         r"\bruf(?:en|t)? (?:sie )?(?:mich|uns)\b|\b(?:per|am) telefon\b|\btelefonisch\b|\brückruf\b"),
        ("phone", "rappeler appeler joindre téléphone llamen llámenme llamarme llamarnos teléfono",
         r"\b(?:me|nous) (?:r?appeler|joindre)\b|\bpar téléphone\b|\bme llamen\b|\bllámenme\b|"
         r"\bllamar(?:me|nos)\b|\bpor teléfono\b"),
        ("email", "email mail courriel correo",
         r"\b(?:per|via) (?:e-?)?mail\b|\bpar (?:e-?mail|courriel|mail)\b|\bpor (?:correo|e-?mail)\b"),
    )
)  # fmt: skip

CONTACT_WORDS = wording(
    r"\b(?:call|calls|phone|reach|ring|bell|number|cell|mobile|contact|available|around|office|free|e-?mail|mail|"
    r"prefer\w{0,6}|teams|"
    r"text me|erreich\w{0,6}|anruf\w{0,4}|llám\w{0,6}|llam\w{0,6}|rappel\w{0,4}|joign\w{0,5}|appel\w{0,3}|tel|"
    r"best|suits?|time|hours|desk)\b",
    words=(
        "around available bell best call calls cell contact desk email free hours mail mobile number office phone "
        "reach ring suit suits teams tel text time"
    ),
    parts="prefer|erreich|anruf|llám|llam|rappel|joign|appel",
)
# what is looked for when no wording above is there: a sentence about reaching somebody that names a way
ASKS_CONTACT = wording(
    r"\b(?:reach|contact|prefer\w{0,6}|best|get back|respond|answer|reply|get hold|either|both fine|let me know|"
    r"update me|melden|erreich\w{0,6}|"
    r"contactar\w{0,3}|contacter|joindre|kontakt\w{0,6}|antwort\w{0,4})\b",
    parts=(
        "reach|contact|prefer|best|get back|respond|answer|reply|get hold|either|both fine|let me know|update me|"
        "melden|erreich|joindre|kontakt|antwort"
    ),
)
_CLOCK = r"(?:noon|midday|\d{1,2})(?:[:.h]\d\d)?(?:\s?[ap]\.?m\b\.?|\s?[ap]\b|\s?h\b|\s?uhr)?"
_DAYS = (
    r"(?:(?:any |on |every )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun)(?:days?)?\b[\s/&,–-]{0,3}(?:and |or |to |bis )?){1,7}"
)
_DIGITS = "0|1|2|3|4|5|6|7|8|9"
_CLOCKS = f"{_DIGITS}|noon|midday"
_DAYTIMES = "morning mornings afternoon afternoons evening evenings"
TIMES: tuple[Wording, ...] = tuple(
    wording(pattern, words, parts, also)
    for words, parts, also, pattern in (
        ("between from zwischen von entre de", "", _CLOCKS,
         rf"\b(?:{_DAYS})?(?:between|from|zwischen|von|entre|de) (?:las )?{_CLOCK} (?:and|to|until|till|und|bis|et|"
         rf"à|y|a) (?:las )?{_CLOCK}"),
        ("", "-|–|to|until|bis", _DIGITS,
         rf"\b(?:{_DAYS})?(?<![\w.,/$€+(-]){_CLOCK}\s?(?:-|–|to|until|bis)\s?{_CLOCK}(?![\w/-])"),
        ("after before until till by nach vor bis después antes après avant", "", f"{_CLOCKS}|lunch",
         rf"\b(?:after|before|until|till|by|nach|vor|bis|después de|antes de|après|avant) (?:las? )?(?:noon|lunch|"
         rf"{_CLOCK})(?: today)?(?![\w:.,/-]\w)"),
        (_DAYTIMES, "", "",
         r"\b(?:(?:weekday |early |late )?(?:mornings?|afternoons?|evenings?) (?:only|preferred|work better|"
         r"are best|is best|are better|is better|works? best))\b"),
        ("any anytime weekday weekdays", "", _CLOCKS,
         rf"\b(?:any ?time|weekdays|weekday \w{{7,10}}) (?:after|before|between) {_CLOCK}(?: and {_CLOCK})?"),
        ("any anytime weekday weekdays hours day clock 24", "", "",
         r"\b(?:any ?time|weekdays|weekday (?:mornings?|afternoons?)|during (?:business|office|working) hours|"
         r"all day|the whole day|whole day|around the clock|round the clock|24/7|business hours|office hours)\b"),
        (_DAYTIMES, "", "",
         r"\b(?:in the )?(?:late |early )?(?:mornings?|afternoons?|evenings?)\b"),
        ("journée matin midi mañana mañanas tarde tardes vormittags nachmittags", "", "",
         r"\b(?:plutôt )?en fin de journée\b|\b(?:le matin|l'après-midi|por las? (?:mañanas?|tardes?)|vormittags|"
         r"nachmittags)\b"),
        ("tomorrow today", "", "",
         r"\b(?:tomorrow|today) (?:morning|afternoon|evening|all day)\b"),
    )
)  # fmt: skip

ZONE = wording(
    r"\b(?:(?i:(?:eastern|central|mountain|pacific|atlantic|uk|arizona)(?:[ -](?:standard|daylight))?[ -]time)"
    r"|(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|CET|CEST|MEZ|MESZ|GMT|BST|UTC|IST|AEST|AEDT|ACST|AWST|NZST|"
    r"NZDT|SAST|SGT|JST)(?![-+]\d)"
    r"|(?i:hora del? (?:este|centro|pac[ií]fico|monta[ñn]a|madrid|méxico)|hora peninsular|"
    r"heure de [A-Z][a-z]{3,12}))\b",
    words=(
        "acst aedt aest awst bst cdt cest cet cst ct edt est et gmt heure hora ist jst mdt mesz mez mst nzdt nzst "
        "pdt pst pt sast sgt time utc"
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
    r"\b(?:(?:[Ii].m|[Ii] am|[Ww]e.re|[Ww]e are|based|located|office|sitting|here|[Ww]ir sitzen|estamos|"
    r"sommes) (?:here )?(?:in|from|at|en|à)|office,) "
    r"([A-Z][\w.]{2,20}(?: [A-Z][a-z]{2,15})?)",
    words="am are based estamos here located m office re sitting sitzen sommes",
    exact=True,
)
MEETS = re.compile(r"\bmeetings?\b[^.\n]{0,12}$", re.I)
