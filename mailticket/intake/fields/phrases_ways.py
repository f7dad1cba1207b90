"""How people ask to be written to, called or left alone, as patterns and whole phrases. Data only, English first.

Patterns named for what stands before a mention end where it begins; those for after it begin where it ends.
"""

from __future__ import annotations

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.passages import Wording, wording

REFUSED = caseless(
    r"\b(?:don.?t|do not|not by|not via|never|no|rather than|instead of|without|hard to catch|can.?t take|"
    r"cannot take|"
    r"(?:never|rarely|seldom|hardly) (?:check|read|answer|see|look at)|no need to|avoid|kein\w{0,2}|nicht|"
    r"bitte nicht|"
    r"pas|pas de|sin|no me|nie)\s(?:(?!(?:so|but|please|pls|just|and)\b)[\w']+\s){0,2}(?:the\s)?$|\bthan\s(?:to\s)?$"
)
RESORT = caseless(
    r"\b(?:otherwise|if (?:you )?(?:must|insist|need\w{0,2}|needed)(?! (?:any|more|some|further|to know|info|"
    r"details))|should you need|else|if necessary|emergenc\w{1,4}|"
    r"sonst|notfalls|im notfall|zur not|sinon|au besoin|si no|si hace falta|en caso)\b[^.,;]{0,25}$"
)
RESORT_AFTER = caseless(
    r"^\W{0,2}(?:if (?:you )?(?:must|insist|need)|for emergencies|in emergencies|is (?:also |an? )?(?:ok|okay|fine) "
    r"too|(?:is )?also|in an emergency|only in|im notfall|if (?:that|it).s easier|if that is easier)"
)
PREFERS = caseless(
    r"\b(?:prefer\w{0,6}|best|easiest|only|just|rather|ideally|favou?rite|use|have to|need to|must|can (?:some|"
    r"any)(?:one|body)|"
    r"(?:could|would|will|have) (?:some|any)(?:one|body)|feel free|you may|you could|welcome to|appreciate|"
    r"keep (?:it|this) (?:to|on|by)|live in|pueden?|vous pouvez|puede|quickest|fastest|am liebsten|am besten|lieber|"
    r"bevorzug\w{0,3}|vorzugsweise|gern\w?|nur|plutôt|préf[éè]r\w{1,4}|de préférence|mieux|uniquement|prefier\w{1,2}|"
    r"mejor|preferentemente|sólo|solo|please|bitte|merci de|por favor|kindly|best way|get hold|reach|contact|revert|"
    r"respond|"
    r"rückfragen|joignable|erreich\w{0,6}|i (?:\w+ )?(?:check|read|see|answer|watch|monitor|look at)|get (?:me|"
    r"back)|answers?|antwort\w{0,3}|llegar|contactar\w{0,3}|"
    r"shoot|ping|drop|send|give (?:me|us)|would you|could you|you can|können sie)\b[^.!?]{0,38}$"
)
STRONG = caseless(
    r"\b(?:prefer\w{0,6}|best|easiest|only|rather|quickest|am liebsten|am besten|plutôt|préf[éè]r\w{1,4}|préfère|"
    r"prefier\w{1,2}|mejor|nur|honestly|ideally)\b[^.!?,;]{0,30}$"
)
GOOD = caseless(
    r"^(?:[.']s)?(?: (?:answer|reply|response|note|message|update|contact|antwort|réponse|respuesta)s?)?\s?"
    r"(?:\(\w+\)\s)?(?:(?:(?:is|are|will|would|does|do|ist|est|es|.s|should be) (?:(?:totally|absolutely|perfectly|"
    r"completely|just|really|quite|usually|definitely|certainly|völlig|"
    r"tout à fait|perfectamente) )?)(?:it\b|be\b|do\b|"
    r"best|fine|ok\w{0,2}|okay|"
    r"good|great|better|quicker|faster|easier|easiest|finest|enough|simplest|am besten|perfect|preferred|only|the "
    r"(?:best|way|go|one|ticket|safest|surest|simplest|quickest|easiest|winner|best bet|preferred)|"
    r"mejor|le plus|le mieux|always|also|all right|alright)|works?\b|ok\b|okay|fine\b|preferred|please|only\b|best\b|"
    r"suits?\b|first\b|bitte|genügt|reicht|suffit|por favor|s'il|svp|s.v.p|me back)"
)
BEST_AFTER = caseless(
    r"^[^.!?,;]{0,24}\b(?:preferred|best|easiest|quicker|quickest|faster|better|finest|am besten|le plus simple|"
    r"le mieux|mejor|the best)\b"
)
OBJECT = caseless(
    r"^[\s-](?:any (?:time|hrs?|hours?|day)|me|us|my|her|him|directly|moi|nous|mich|uns|back|anytime|any time|"
    r"immediately|at|on|an e-?mail|between|after|before|chat|message)\b|^\s?[(+:]?\s?[\d(+]"
)
OTHER_MATTER = caseless(
    r"\b(?:send|sending|receive|receiving|read|open|opens?|get|gets|lost?|missing|all|her|his|their|external|"
    r"incoming|outgoing|the|an?|this|that|these|our|your|in|from|of|customer.?s|old|new|voice)\s(?:\w+\s)?$"
)
# asks for a way, not only politely for something
ASKS = caseless(
    r"\b(?:prefer\w{0,6}|best|easiest|only|reach|contact|revert|respond|reply|answer|use|get (?:back|hold|me)|shoot|"
    r"ping|drop|send me|"
    r"give (?:me|us)|rather|ideally|back|keep (?:it|this)|am liebsten|am besten|lieber|bevorzug\w{0,3}|"
    r"erreich\w{0,6}|antwort\w{0,3}|"
    r"joignable|préf[éè]r\w{1,4}|plutôt|mejor|prefier\w{1,2}|contactar\w{0,3})\b[^.!?]{0,38}$"
)
CALLS_SOMETHING = caseless(
    r"^\s(?:the|a|an|our|this|that|it|its)\s(?!shop|office|desk|cell|mobile|number|line|front|store|warehouse|house|"
    r"clinic|school|hotel|main|direct|duty|on-call|technician)\w+"
)
# a device on which something shows or fails, unless somebody is to be reached there
LOCATED = caseless(
    r"\b(?:on|in|from|with|to|auf|sur|en|dans) (?:my|the|his|her|our|a|their|meinem|mon|mi|el) (?:\w+ )?$"
)
REACHED_BEFORE = caseless(
    r"\b(?:me|us|reach\w*|catch|contact|best|prefer\w*|available|call|ring|phone|dial|text|use|try|erreich\w*|"
    r"joi\w*|mich|nous|llam\w*|localiz\w*|i.m|i am|i have|answer|get|only)\b"
)
UNREAD = caseless(r"^[^.!?]{0,20}\b(?:not|never|nobody|un(?:read|monitored)|nicht|pas|no)\b")
# an earlier mail
OF_BEFORE = caseless(r"\b(?:my|your|the|our) (?:first|last|previous|earlier|original|second|other|old)\s$")
ABOUT_ME = caseless(
    r"\b(?:will do|would do|me|us|mich|uns|moi|nous|contact\w{0,4}|reach\w{0,4}|prefer\w{0,6}|best|please|bitte|"
    r"easiest|joignable|préf[éè]r\w{1,4}|pueden|puede|"
    r"erreich\w{0,6}|llám\w{1,5}|ok|fine|works|suffit|genügt|reicht|rückfragen|por favor|finest|get back|enough|"
    r"quicker|answer|antwort\w{0,2}|respond|reply|available|desk|i'm|i’m|i am|line|direct)\b"
)
BARE = caseless(
    r"^\W*(?:just |please |only |by |via |per |par |por )*[\w-]+(?: (?:message|call|chat))?(?:\s?(?:or|/|oder|ou|o|"
    r"and)\s?[\w-]+)?(?: please| only| bitte| preferred)?\W*$"
)
# the way that does not work is the problem, not a wish
TROUBLE = caseless(
    r"\b(?:can.?t|can ?not|couldn.?t|could not|unable to|not able to|fail\w{0,3} to|tr(?:y|ies|ied|ying) to|"
    r"no(?:body| one) can)\s(?:even\s)?(?:send|receive|get|open|read|make|take)\s(?:\w+\s){0,2}$"
)
ALLOWS = caseless(
    r"\b(?:you (?:can|may|could|might)|(?:free|best|better|easiest|ok|okay|fine|welcome|hesitate|quicker|good|sure|"
    r"safe) to|(?:some|any)(?:one|body)(?: (?:can|to|could))?)\s$"
)
WHEN_AFTER = caseless(
    r"^\s(?:within|then|after|before|between|during|any|when\w{0,4}|tomorrow|today|on|at|around|from|until|till|back|"
    r"asap|first|as|early|late)\b"
)
BY_OTHERS = caseless(
    r"\b(?:his|her|their|customers?|clients?|people|users?|they|he|she|callers?|who|patients?|nobody|no one|vendor|"
    r"partners?|everyone|them)\s(?:(?!please|bitte)\w+\s)?$"
)
HARDLY_AFTER = caseless(
    r"^[^.,;!?]{0,20}\b(?:kaum|selten|schlecht|schwer|hardly|rarely|seldom|peu|rarement|casi nunca|nicht|don.t work|"
    r"doesn.t work|no good|do not work|does not work|is not|isn.t|no funciona)\b"
)
# the mention is of a thing that works or fails
FAILS_AFTER = caseless(
    r"^\s(?:(?:are|is|was|were|just|keeps?|still|also|sometimes|always) )?(?:not\b|n.t|drop\w{0,4}|fail\w{0,3}|never|"
    r"don.t|do not|"
    r"does(?:n.t| not)|isn.t|aren.t|won.t|cannot|can.t|crash\w{0,3}|slow|down\b|broken|dead|cut\b|bounc\w{1,3}|"
    r"disappear\w{0,3}|"
    r"sent|from|that|which|who|to (?!me\b|us\b|my\b|this\b|our\b|the same|mich\b)|land\w{0,3}|arriv\w{1,3}|goes|she|"
    r"he\b|they|we\b|of\b|in\b|stopp\w{1,3}|freez\w{1,3}|get\b|gets\b|come\b|hear|came|went|stuck|signature|flow|"
    r"app\b|client\b|admin|system|queue|licen[sc]e|number\b|policy|rooms?\b|channels?\b|addresses\b|account)"
)
AS_YOU_LIKE = caseless(
    r"\b(?:whichever|either (?:is|works|way|one)|as you (?:like|prefer|wish)|up to you|your choice|no preference|"
    r"both (?:are )?"
    r"(?:fine|ok|work)|egal|wie sie (?:möchten|wollen)|comme vous (?:voulez|préférez)|como (?:prefieran|quieran))\b"
)
OPPOSED = caseless(r"\b(?:but|except|only|although|aber|mais|pero)\b")
SOUNDS_LIKE_CALL = caseless(r"(?:would|so|i(?:.d)?|we|could|to|they|can|may)\s$|\b(?:name|what) \w{0,5}\s?$")
# what the sender promises, thanks for or reports, before a mention of a way
NOT_ASKED = caseless(
    r"\b(?:thanks?|thank you|thx|sorry) (?:\w+ ){0,2}for (?:\w+ ){0,2}$|\b(?:i|we)(?:.ll| will|.m going to|"
    r" am going to| can| could| plan to| would)(?: also| then| gladly)? (?:send|forward|share|deliver|provide|"
    r"submit)\b[^.;!?]{0,40}$|\b(?:i|we)(?:.ll| will|.m going to| am going to) (?:\w+ )?$|"
    r"\b(?:told|said|says|saying|asks|asking|asked|instructed|tells|telling|wants) (?:me |us |him |her |them |"
    r"you |users? )?to (?:\w+ )?$|"
    r"\b(?:set up|setting up|configure|enable|activate|restore|migrate|fix|reset)(?: (?:the|an?|my|our|her|his|"
    r"their))?\s$"
)
# a number at which somebody is reached
REACHED = caseless(
    r"\b(?:i.m|i am|reach(?:ed)?|get|contact|find|catch|me|nous|us|moi|erreich\w{0,4}|joignable|joindre|meld\w{1,3}|"
    r"localiz\w{1,4})\b[^.!?]{0,70}\s(?:on|at|under|unter|au|al|en el)\s(?:the |my |our )?[^\d]{0,24}$"
)
ALSO_REACHED = caseless(r"\b(?:him|her|them|he|she|they|his|their)\b[^.!?]{0,30}$")

# ---------------------------------------------------------------- whole phrases

# way -> what people say that names no way by its word alone
IDIOMS: tuple[tuple[str, Wording], ...] = (
    (
        "email",
        wording(
            r"\b(?:drop|shoot|send|leave) (?:me|us) (?:a|one|some) (?:(?:quick|short|little) )?(?:line|lines|note|"
            r"word)\b"
            r"|\b(?:reply|replying|answer|answering|respond|responding|write back)(?: just| simply| directly| back|"
            r" straight)? (?:here\b|by return\b|(?:to|on|in|via|at) this(?=\s?[.,;!]|$)|(?:to|on|in|via|at) (?:this|"
            r"the same) (?:e-?mail|mail|message|thread|ticket|address|mailbox|note|case)\b)"
            r"|\b(?:repl(?:y|ies)|answers?|correspondence|responses?)(?: \w+){0,2} (?:to|at) this (?:e-?mail|mail|"
            r"mailbox|address)\b"
            r"|(?:^|[.,;:!] |\bplease |\bjust |\bbitte )(?:use|answer to|reply to|write to) (?:my|this) (?:\w+ "
            r"){0,2}?(?:e-?mail )?(?:address|mailbox|inbox)\b"
            r"|(?:^|[.,;:!] |\b(?:please|just|so|and|kindly) )send (?:it|this|that|them|everything|any\w*(?: \w+){0,2}|"
            r"all(?: \w+){0,2}|(?:the|your|an?) (?:\w+ ){0,2}?(?:answers?|repl(?:y|ies)|findings|responses?|questions?|"
            r"updates?|news|results?|instructions?|solution|details)) (?:here|(?:back )?to (?:this|my|the same)"
            r"(?: (?:e-?mail|mail))?(?: (?:address|inbox|mailbox|account|e-?mail|mail))?)(?=\s?[.,;!)]|$| please)"
            r"|\b(?:senden|schicken|schreiben) sie (?:\w+ ){0,4}(?:an diese (?:\w+-?)?adresse|hierher)\b"
            r"|\b(?:envoyez|envoyer)(?:-moi|-nous)? (?:\w+ ){0,3}à cette adresse\b"
            r"|\b(?:manden?|env[ií]en?)(?:me|nos|la|lo)? (?:\w+ ){0,3}a est[ae] (?:dirección|correo|cuenta|buzón)\b"
            r"|\bhit (?:the )?reply\b|\bput (?:it|this|that|everything|things?)(?: all| down)? (?:in|into|to) "
            r"(?:an? e-?mail|writing|paper)\b"
            r"|\b(?:this|the same) (?:e-?mail |mail )?(?:thread|e-?mail|address|mail|ticket|chain|conversation|"
            r"inbox) (?:is|works|will|would|suits)"
            r"(?: (?:be|do|also|just|perfectly|absolutely|totally))? (?:fine|best|ok|okay|good|enough|perfect|"
            r"great|all right|well|me|us|preferred)\b"
            r"|\bbe (?:e-?mailed|mailed|written to)\b|\bkeep (?:[\w-]+ ){1,7}(?:in|by|via|to|on|over|"
            r"through) (?:e-?mail|mail|writing)\b"
            r"|\bwrit(?:e|ing) (?:to )?me (?:to|at|on) this\b|\bin writing\b|\bwritten (?:answer|reply|response|"
            r"confirmation|repl(?:y|ies)|answers|responses)\b"
            r"|\bschriftlich\w{0,2}\b|\bauf diese (?:e-?)?(?:mail|nachricht)\b|\bschreiben sie (?:mir|uns)\b"
            r"|\br[ée]pond(?:re|ez|s)(?:-moi|-nous)?(?: simplement| directement| juste)? (?:à|sur) (?:ce|cet|cette) "
            r"(?:mail|e-?mail|message|courriel|adresse|ticket)|\bpar écrit\b|\bpar retour de (?:mail|courriel)\b"
            r"|\b[ée]criv(?:ez|ez-moi|ez-nous)(?!\w)"
            r"|\b(?:responder|respondan?|respóndan?(?:me|nos)?|contestar|contesten?|contésten?(?:me|nos)?) (?:a|en|"
            r"por) (?:este|esta|el mismo)\b|\bpor escrito\b|\bescr[ií]ban?(?:me|nos)\b",
            words="send senden schicken envoyez envoyer mande manden envíe envíen envie envien "
            "keep mailed emailed thread chain conversation email address ticket inbox hit put use line "
            "lines note word reply replying answer answering respond responding write replies "
            "answers "
            "correspondence "
            "responses writing written schriftlich schriftliche mail nachricht schreiben mir uns repondre répondre "
            "répondez "
            "repondez réponds écrit ecrivez écrivez responder responda respondan respóndame respóndanme contestar "
            "conteste "
            "contesten contésteme contéstenme contéstennos escrito escríbame escríbanme escríbanos escríbannos "
            "escribanme retour "
            "response schriftlichen",
        ),
    ),
    (
        "phone",
        wording(
            r"\b(?:give|giving) (?:me|us|him|her|them|(?:the|our|my) \w+(?: \w+)?|[A-Z]\w+) (?:a |an? )?(?:(?:quick|"
            r"short|little) )?(?:ring|bell|buzz|shout|tinkle|call|callback|call-back|holler|phone ?call)\b"
            r"|\bbe (?:called|phoned|rung|telephoned)\b|\b(?:reach\w*|get|call|ring|dial|find|try|"
            r"catch)\b[^.!?]{0,30}\b(?:ext\.?|extension|x)\s?\d{2,5}\b|\bgive (?:my|our|the|her|"
            r"his) \w+(?: \w+)? a (?:try|go|shot)\b"
            r"|\b(?:hear|to) a (?:human|real|living) (?:voice|person|being)\b|\btalk (?:me|us) through\b"
            r"|(?<!had )(?<!got )(?<!have )\b(?:someone|somebody|anyone|anybody|one of (?:you|your \w+)|a human|"
            r"an? (?:engineer|expert|technician|specialist|person|manager))(?: \w+){0,3} on the (?:phone|line)\b"
            r"|\b(?:rather|sooner|prefer to|like to|easier to|best to|better to|quicker to) (?:\w+ ){0,2}?(?:talk|"
            r"speak|chat on the phone)\b"
            r"|\b(?:hop|jump|get|go|come) on (?:a|the) (?:quick |short |brief )?(?:call|phone)\b|\bphone person\b"
            r"|\b(?:a|your|for a|the) call ?-?back\b|\bcall-?back (?:please|requested|wanted|is)\b|\b(?:use|"
            r"try|dial) (?:my|our) (?:(?:direct|main|office|work|home|desk|personal|private|own) )?(?:cell|"
            r"mobile|phone|line|landline|extension|number)\b"
            r"|\b(?:cell|mobile|handy|landline|phone)(?: phone)?(?: is| works| would be) (?:the )?(?:best|better|"
            r"easiest|preferred|quickest)\b|\bthat.?s how i.?d like to be (?:contacted|reached)\b"
            r"|\b(?:work|works|good|ok|okay|free|available|time|do|have|schedule|set up|arrange|book|up|"
            r"ready) (?:for )?an? "
            r"(?:quick |short )?(?:phone )?call\b|\bphone is the way\b|\brückruf\w{0,3}\b|\bzurück(?:zu)?rufen\b|"
            r"\bruf(?:en|t)? (?:sie )?(?:mich|uns)\b|\bdurchklingeln\b"
            r"|\b(?:m.|me |nous |de )r?appeler\b|\br?appelez(?:-moi|-nous)\b|\bcoup de (?:fil|téléphone)\b|"
            r"\bde vive voix\b"
            r"|\bll[áa]m(?:en|e|ar|ad)(?:me|nos)\b|\b(?:me|nos) (?:llamen|llame|marquen|marque|hablen)\b"
            r"|\bm[áa]r(?:quen?|car)(?:me|nos)\b|\bh[áa]blen?(?:me|nos)\b|\bd[ée]n?(?:me|nos) una llamada\b|"
            r"\buna llamada\b",
            words="ext extension x reach reachable give giving someone somebody anyone anybody human engineer expert "
            "technician specialist manager line extension number ring bell buzz shout tinkle "
            "holler phonecall called phoned rung telephoned talk speak chat hop jump phone person cell mobile handy "
            "landline contacted reached rückruf rückrufs zurückrufen "
            "zurückzurufen rufen ruft "
            "ruf durchklingeln appeler rappeler appelez rappelez fil téléphone vive llamen llame llamen llámenme "
            "llámeme llamarme "
            "llámennos llamarnos llamadme llamenme marquen marque márquenme márqueme marcarme marcarnos márquennos "
            "háblenme "
            "hablenme háblennos hablen llamada dénme denme",
            parts="a call|an call|quick call|short call|brief call|on the call|call back|call-back|call -back|callback|"
            "x0|x1|x2|x3|x4|x5|x6|x7|x8|x9",
        ),
    ),
    (
        "teams",
        wording(
            r"\b(?:let.s|happy|glad|prefer\w{0,4}|like|appreciate|want|suggest|set up|schedule|hop on|jump on|join|"
            r"need|could we|can we|"
            r"send me)\b(?: \w+){0,4}? (?:an? )?(?:ms |microsoft |quick |short )?teams(?: call| meeting| session|"
            r" chat| invite| message)\b"
            r"|\b(?:i|we) (?:basically |practically |always )?(?:live|sit|hang out) (?:in|on) (?:ms |microsoft )?"
            r"teams\b|\byou (?:can|may|could) (?:also |always )?(?:write|chat|message)(?: to)?(?: me| us)? "
            r"(?:in|on|over) teams\b"
            r"|\ba teams (?:call|meeting|session|chat)(?: is| would| works| will| suits| please)\b|\b(?:find|catch|"
            r"get|reach|ping|chat|"
            r"message) (?:me |us )?(?:on |in |over |via )(?:ms |microsoft )?teams\b|\bteams (?:chat|message|"
            r"call)s? (?:preferred|please|is|are|works?|>)",
            words="teams",
        ),
    ),
    (
        "text",
        wording(
            r"\b(?:send|shoot|drop) (?:me|us) an? (?:text|sms|txt)\b|\bbe texted\b|\b(?:texts?|sms) (?:gets?|"
            r"goes|go|comes?) through\b|\bmensaje de texto\b|\btext(?:ing|s)? (?:is|works|would be|are) "
            r"(?:great|fine|best|good|ok|better|easiest|perfect)|\benvoyez(?:-moi|-nous) un (?:sms|texto)\b",
            words="text sms txt texto texting texts texted",
        ),
    ),
)


# the telephone is of no use to the writer, whatever else is
NO_CALLS = wording(
    r"(?:^|[,;:] |\b(?:so|please|and|but) )(?:please )?no (?:phone(?: ?calls?)?|calls?|calling|telephone|ringing)"
    r"(?: (?:please|pls|thanks|at all))?(?=\s?[.,;!)]|$)"
    r"|\b(?:can.?t|cannot|can not|unable to|not able to) (?:take|answer|make|hear|receive) (?:phone )?calls\b"
    r"(?! (?:in|from|through|via|on|with) )"
    r"|\b(?:an? )?(?:phone ?calls?|calls?|calling|phoning|ringing|telephoning) (?:me |us )?(?:(?:is|are|would be) "
    r"(?:\w+ )?(?:pointless|useless|no use|no good|hopeless|futile|not an option|impossible|out of the question|"
    r"a waste)|"
    r"makes? no sense|won.t (?:help|work|do)|will not (?:help|work|do))\b"
    r"|\b(?:no (?:point|use|sense)(?: in)?) (?:calling|phoning|ringing)(?: me| us)?\b(?! (?:the|them|him|her)\b)",
    words="calls call calling phoning ringing telephoning telephone phone",
    also="no |can|unable|not able|pointless|useless|hopeless|futile|option|impossible|question|waste|won|will not",
)
