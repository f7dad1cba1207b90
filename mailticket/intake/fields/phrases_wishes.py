"""Frames in which people wish for a way to be reached: compared, asked for, beside a number. Data only, "
"English first.

``first`` is the way that is wished for, ``second`` the one that is turned down.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.passages import Wording, wording

# way -> its verbs and nouns in every form that occurs in a wish
_FORMS = {
    "phone": r"(?:phone|telephone|voice|quick|short) calls?|call ?-?backs?|call(?:ed|s|ing)?|phone[ds]?|phoning|"
    r"telephon(?:e[ds]?|ing)|ring(?:s|ing)?|rang|rung|talk(?:ing)?|speak(?:ing)?|anruf(?:en|e|t|s)?|angerufen|"
    r"telefon(?:ieren|at|isch|ate)?|rückrufe?s?|(?:m['’]|me )?r?appel(?:er|ez|é)?(?:-moi)?|téléphon(?:e|er|ez)|"
    r"llamad?(?:a|as|r|rme|rnos)|ll[áa]m(?:en|e)(?:me|nos)?|marcar(?:me|nos)?|hablar",
    "email": r"e-?mail(?:ed|s|ing)?|mail(?:ed|s|ing)?|writ(?:e|es|ing|ten)|wrote|schreiben|schreibt|geschrieben|"
    "schriftlich|"
    r"écri(?:re|t|ture|vez)(?:-moi)?|courriels?|escribir(?:me|nos)?|escrito|correos?",
    "text": r"text(?:ed|s|ing)?(?: messages?)?|txts?|sms|textos?",
    "teams": r"(?:ms |microsoft )?teams(?: (?:call|chat|message|meeting|slot|session|invite)s?)?",
    "whatsapp": r"whatsapps?",
}  # fmt: skip
_ORDER = ("teams", "whatsapp", "text", "phone", "email")  # a Teams call is no phone call
_ANY = "|".join(_FORMS[way] for way in _ORDER)
NAMED = caseless(rf"\b(?:{_ANY})\b")
_WAY_OF = tuple((way, re.compile(_FORMS[way], re.I)) for way in _ORDER)
_PARTS = (
    "call|phon|ring|rang|rung|talk|speak|ruf|telefon|appel|llam|llám|marcar|hablar|mail|writ|wrote|schr|écri|"
    "courriel|escri|"
    "correo|text|txt|sms|teams|whatsapp"
)
_LITTLE = (
    r"(?:by|via|a|an|to|on|the|me|us|with|per|par|por|zu|de|over|be|being|up|get|getting|send|sending|your|any|in|"
    r"quick|pick|un|une|una|am|dem|lange|long|lots|ein|einen|einer|zum|making|doing)"
)
_ENDS = (
    r"(?=$|\s?[.,;:!?)–-]| (?:tonight|this \w{6,9}|later|early|anytime|at|on|back|to my|"
    r"to this|from|between|before|after|until|when\w{0,4}|once|please|pls|"
    r"instead|first|or|as|asap|immediately|from (?!the app|an)|to (?:discuss|talk|go)|by|this|next|"
    r"about|so|then|rather|any|tomorrow|today|with|best|now|unter|au|al|wenn|quand|cuando)\b)"
)

COMPARED: tuple[Wording, ...] = (
    wording(
        rf"\b(?P<first>{_ANY})\b(?:['’]s)?(?: (?!and\b|or\b|is\b|was\b)[\w'’-]+){{0,4}},? (?:rather than|"
        rf"instead of|sooner "
        rf"than|(?:better|more|"
        rf"easier) than|not|and not|but not|never|over|before you|statt|anstatt|als|nicht|plutôt que|et non|"
        rf"au lieu de|en vez "
        rf"de|más que|no)"
        rf"(?: {_LITTLE}){{0,3}} (?:d['’]|m['’])?(?P<second>{_ANY})\b",
        parts="rather than|instead of| than| not| never| over|before you|statt| als| nicht|plutôt que|et non|au lieu|"
        "en vez|más que| no ",
        also=_PARTS,
    ),
    wording(
        rf"\b(?:prefer(?:red|s)?|préfère|prefiero)(?: {_LITTLE}){{0,3}} (?P<first>{_ANY})\b(?: [\w'’-]+){{0,2}} "
        rf"(?:to|over|before|à|a|que)(?: "
        rf"{_LITTLE}){{0,2}} "
        rf"(?P<second>{_ANY})\b",
        parts="prefer|préfère|prefiero",
        also=" to | over | before | à | a | que ",
    ),
    wording(
        rf"\b(?:rather than|instead of|statt|anstatt|plutôt que(?: de)?|au lieu de|en vez de)(?: [\w'’]+){{0,2}}? "
        rf"(?:d['’]|m['’])?"
        rf"(?P<second>{_ANY})\b[^.!?;]{{0,40}}?\b(?P<first>{_ANY})\b",
        parts="rather than|instead of|statt|plutôt que|au lieu|en vez",
        also=_PARTS,
    ),
)
_WANTS = (
    r"appreciate|(?:would|.d) (?:like|love|want)|like|love|want|welcome|grateful for|thankful for|(?:happy|fine|"
    r"okay|ok|good) (?:with|about|for)|up for|open to|glad "
    r"of|needs?|request(?:ing|s|ed)?|expects?|"
    r"expecting|wait(?:ing)? for|await(?:ing)?|hop(?:e|ing) for|look(?:ing)? forward to|happy to (?:take|get|have)|"
    r"take|takes|"
    r"freue mich (?:über|auf)|hätte gerne?|bitte um|wünsche|erwarte|attends|aimerais|souhaite|espero|agradecer[íi]a"
)
WANTED = wording(
    rf"\b(?:{_WANTS}) (?:a|an|your|some|any|only|einen?|ihren?|une?|votre|una?|su) (?:(?!new\b|phone number|teams|"
    rf"whatsapp|ms\b|microsoft|sales)[\w-]+ "
    rf")??(?P<first>{_ANY})"
    rf"{_ENDS}|\b(?:i|we|she|he|they)(?:.ll)?(?: (?:can|will|only|usually|always|do|gladly|happily)){{0,2}} (?:take|"
    rf"takes|accept|answer|"
    rf"answers) (?P<also>calls|the phone|phone calls|texts|my phone|her phone|his phone){_ENDS}",
    parts="appreciat|like|love|want|welcome|grateful|thankful|happy|fine |ok |okay |good |up for|open "
    "to|need|request|glad|expect|wait|hope for|hoping|forward to|take|accept|answer|"
    "freue|hätte|bitte|"
    "wünsche|erwarte|attends|aimerais|souhaite|espero|agradecer",
    also=_PARTS,
)
# "I'd rather somebody called me", "it would be best if you wrote to me"
BY_YOU = wording(
    rf"\b(?:rather|sooner|prefer\w{{0,3}}|like|love|appreciate|glad|grateful|happy|better|best|easier|easiest|nice|"
    rf"great|"
    rf"helpful)\b"
    rf"[^.!?;]{{0,25}}?\b(?:some(?:one|body)|you|any(?:one|body)|an? (?!teams|phone|quick|short|brief|video|"
    rf"whatsapp|return)[a-z]{{4,12}}|they)(?: (?:could|would|can|just|"
    rf"simply))? "
    rf"(?P<first>{_ANY})(?: (?:to )?(?:me|us|her|him|them|back)\b|(?=[.,;]|$))",
    parts="rather|sooner|prefer|like|love|appreciate|glad|grateful|happy|better|best|eas|nice|great|helpful",
    also=_PARTS,
)
# "writing is easier for me", "you're best off writing", "put it in an e-mail"
JUDGED = wording(
    rf"(?<!for )\b(?P<first>{_ANY})(?: first| back)?(?:.s)? (?:is|works?|would be|will be|suits|goes|ist|geht|wäre|"
    rf"est|es|sería|"
    rf"serait) (?:\w+ )?"
    rf"(?:easier|better|quicker|faster|best|simpler|easiest|quickest|fastest|safer|safest|ideal|einfacher|schneller|"
    rf"besser|"
    rf"plus simple|mieux|mejor|más fácil|kind|nice|lovely|appreciated|welcome|plenty|simplest|preferred|the only "
    rf"(?:way|thing|option)|"
    rf"(?:what|all) (?:i|we) [a-z]+|how (?:i|we) [a-z]+)\b|\b(?:an? )?(?P<third>{_ANY}) it is\b|\b(?:best|"
    rf"better) off "
    rf"(?P<also>writing|mailing|e-?mailing|calling|"
    rf"ringing|phoning|texting|"
    rf"talking|speaking)\b",
    parts="kind|nice|lovely|appreciated|welcome|plenty|simplest|preferred|the only|what i|what we| all i| all we|how i|"
    "how we| it is|easier|better|"
    "quicker|faster|best|simpler|easiest|safe|ideal|einfacher|schneller|besser|plus simple|"
    "mieux|mejor|más f",
    also=_PARTS,
)
# "let's do this over Teams", "book a call"
TOGETHER = wording(
    rf"\b(?:let.s|let us|can we|could we|we (?:can|could)|shall we|do (?:this|it)|sort (?:this|it)(?: "
    rf"out)?)\b[^.!?;]{{0,25}}?\b(?:over|via|on|by|"
    rf"through) (?:the |a )?(?P<first>{_ANY})\b|\b(?:book|schedule|set up|arrange|propose|suggest|send)(?: me| us)? "
    rf"an? (?:(?:quick|short) )?"
    rf"(?P<also>teams \w+(?: for)?|(?:phone |video )?call){_ENDS}",
    parts="let.s|let us|let's|let’s|can we|could we|we can|we could|shall we|do this|do it|sort |book|schedule|set "
    "up|arrange|propose|suggest|"
    "send",
    also=_PARTS,
)
# an order to write, at the beginning of a clause
WRITE = wording(
    r"(?:^|[,;:–(&-] |\b(?:so|please|pls|just|better|rather|then|or|and|can|could|kindly) )(?P<first>write|e-?mail|"
    r"mail|reply|respond)"
    r" (?:back )?(?:(?:only |just )?to )?(?:me\b|us\b|(?:this|the same|the above|my|our) (?:e-?mail )?"
    r"(?:address|mailbox|inbox|account|e-?mail)\b)",
    words="write email mail reply respond e",
)
# an order to dial somebody, at the beginning of a clause: "for details call Ann", "if you could ring the shop"
ORDERED = wording(
    r"(?:^|[,;:–(-] |\b(?i:please|pls|so|just|then|better|best|kindly|you (?:can|could|may|might|should|would)|info|"
    r"information|details|questions?|anything|needed|necessary|free to|hesitate to|someone|somebody|anyone|anybody)"
    r"(?: (?:just|also|please|always|simply))? )"
    r"(?P<first>(?i:call|ring|phone|telephone|text)) "
    r"(?:(?i:me|us|him|her|them|my|our)\b(?! (?:apps?|flows?|api)\b)|(?i:the) (?!(?:api|functions?|cmdlet|"
    r"script|endpoint|method|flow|command|service|customers?|"
    r"clients?|vendor|meeting|whole|same)\b)[a-z]{3,}\b|"
    r"(?!Microsoft|Teams|Power|Graph|Exchange|Out|Get|Set|New)(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-zà-ÿ]{1,14}\b)",
    words="call ring phone telephone text",
    exact=True,
)
# before a number: an order to dial it, whoever is to be reached there
DIALLED = caseless(
    r"(?:^|[,;:()–-]\s|\b(?:or|and|then|so|please|pls|just|can|could|bitte|kindly|also|better|best to|easiest to|"
    r"free to|me|nous|pueden|vous pouvez)\s)"
    r"(?P<first>call|ring|phone(?!\s\(?$)|telephone|dial|text|txt|whatsapp|llamen|llame|marquen|marque|appelez|"
    r"composez|rufen sie|wählen sie)\b(?! (?:queue|forward|flow|centre|center|"
    r"handling))[^.!?;:\d]{0,60}"
    r"[\s(+]$"
)
DIALLED_ANYWHERE = caseless(
    r"(?<!to )(?<!we )(?<!they )(?<!\bi )\b(?P<first>call|ring|text|txt|dial)(?: (?:me|us|him|her))?(?: back)?(?: "
    r"(?:on|at|under))? \(?$"
)
SPOKEN = caseless(r"\b(?:ask for|talk|speak|chat|discuss|sprechen|parler|hablar)\b")
# behind a number: what to do with it, and nothing more
AFTER_NUMBER = caseless(
    r"^\)?[,;:–-]?\s(?:please |pls |just |by |for )?\(?(?P<first>call|text|txt|sms|whatsapp|ring|phone|voice|cell|"
    r"mobile)"
    r"(?: ?(?:or|/|and|&) ?(?P<also>call|text|txt|sms|whatsapp|ring|phone|mail|e-?mail))?"
    r"(?=$|\s?[.,;!)]| (?:me|us|please|pls|only|any|anytime|between|before|after|from|until|till|at|b4)\b)"
)
# behind a number: another way that is as good
OR_AFTER_NUMBER = caseless(
    r"^\)?,? (?:or|oder|ou|o|and|und|et|y) (?:also |else |alternatively )?(?:by |via |on |over |per |through |par |"
    r"por |me on |use )?(?:ms |microsoft )?(?P<first>teams|whatsapp|text|sms|e-?mail|mail)\b(?! (?:admin|rooms?|app)\b)"
)
# a piece between commas that is a way and nothing else, beside a number or an address
ALONE = caseless(
    r"\W{0,3}(?:by |via |per |on |contact:? |pref(?:ers?|erably|erred)?:? |(?:the )?best(?: is| by)?:? )?(?:the )?"
    r"(?P<first>phone|call|text|sms|e-?mail|mail|(?:ms |microsoft )?teams|whatsapp)"
    r"(?: (?:is )?(?:please|pls|preferred|only|better|best|ok|first|works(?: best)?|fine))?\W{0,3}"
)
# a conversation, which is one by phone where no other way is named
TALK = wording(
    r"\b(?:let.s|let us|(?:can|could|may|shall) (?:we|i)(?: please| just| maybe)?) (?P<first>talk|"
    r"speak)\b(?! (?:about|of) )"
    r"|\b(?:want|like|love|have|prefer|rather|easier|best|better|quicker|happy|free|available|hoping)"
    r"(?: just)?(?: to)? (?P<also>talk|speak)(?= (?:to|with) (?:some(?:one|body)|a|an|one of|your?|any(?:one|"
    r"body)|the)\b|"
    r" (?:at|on|after|before|between|from|today|tomorrow|now|first|about this|about it)\b|[.,;!]|$)",
    words="talk speak",
)
# a way with the words that make it where the sender is, or how it has to go
ON_IT = wording(
    r"\b(?:i|we|she|he)(?:.m|.re|.s| am| are| is|.ll be| will be| can be)(?: \w+){0,2} (?:on|over|by|"
    r"via) (?:the |my |our )?"
    rf"(?P<first>phone|teams|e-?mail|whatsapp|text)(?= (?:all|from|until|till|after|before|most|between|every|during|"
    rf"whenever|today|tomorrow|at)\b|\s?[.,;:!)]|$)"
    rf"|\b(?:has|have|needs?|ought) to be (?:by|via|over|on|per) (?:the )?(?P<also>{_ANY})\b"
    r"|\b(?:have|need|want|like) to (?P<third>phone|telephone|call)(?=[.,;!]|$| (?:me|us|instead)\b)"
    r"|\b(?:can|could|shall) (?:we|you) do (?:this |it )?(?:on |over |via |by |a )?(?P<fourth>teams(?: call|"
    r" chat| meeting)?|"
    r"phone call|call|phone|e-?mail)(?= (?:at|on|tomorrow|today|after|before|between|around|from|this|next)\b|"
    r"[.,;?!]|$)"
    r"|\b(?:walk|talk|go|run|work|step)(?:ed|s|ing)? (?:\w+ ){0,3}through (?:\w+ ){0,3}(?:by|over|on|"
    r"via) (?:the )?(?P<fifth>phone|"
    r"teams)\b",
    parts="phone|teams|mail|whatsapp|text|call",
    also=" on | over | by | via | per | to be | to phone| to tele| to call| do ",
)
# before a number that is given as where to reach somebody, without a word of dialling
REACHED_BY = caseless(
    r"\b(?:contact(?:ed|ing)?|reach(?:ed|ing)?|get hold of|get back to|catch|find)\s(?:me|us|him|her|them|somebody|"
    r"someone)\b[^.!?\d]{0,40}[:,(–-]\s?\(?\+?$|"
    r"\bon (?:my|our|her|his) (?:\w+ )?(?:mobile|cell|phone|line|landline|number|extension|ext|handset)"
    r"(?: (?:at|is))?[\s,:(–-]{1,3}\+?$"
)
# behind a number: when to dial it
TIMED_NUMBER = caseless(
    r"^\)?[,;:–-]?\s\(?(?:any ?time|any day|(?:between|before|after|until|till|from) (?:\d|noon|lunch|[a-z]+day|"
    r"one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve)|mornings?\b|afternoons?\b|evenings?\b|weekdays?\b|"
    r"(?:mon|tues?|wed|thurs?|fri)(?:days?|nesdays?|s?days?)?\b|\d{1,2}(?::\d\d)? ?(?:[ap]m\b|[-–] ?\d|to \d))"
)
# what follows the one is a wish, what follows the other only a reason
CONCLUDES = caseless(
    r"\b(?:but|aber|mais|pero|though) (?:honestly|really|frankly|actually|i.d (?:prefer|rather)|i prefer|better|"
    r"best|lieber)\b|"
    r" so (?!far|that|much|many|long|it|they|he|she|the |our )|\b(?:daher|deshalb|deswegen|also bitte|donc|"
    r"así que|por eso|hence|therefore)\b"
)
REASONS = caseless(
    r"\b(?:because|cause|cos|coz|since|as (?:i|we|my|our)|weil|da ich|denn|car|parce que|porque|ya que)\b"
)


def way_of(form: str) -> str:
    """The way a verb or noun stands for."""
    return next((way for way, forms in _WAY_OF if forms.search(form)), "phone")
