"""How people say who they are and for which company they write, as patterns. Data only."""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Wording, wording

_PERSON = r"([A-ZÀ-Ý][\w'’.-]{0,20} (?:[A-Z]\. |(?:van|von|de|del|la|der|den|di|da|le) ){0,2}[A-ZÀ-Ý][\w'’-]{1,25})"
INTRODUCES = wording(
    r"\b(?:[Tt]his is|[Ii]t.?s|[Ii]ts|[Mm]y name is|[Mm]y name.s|[Nn]ame is|[Mm]ein [Nn]ame ist|[Jj]e m.appelle|"
    r"[Mm]e llamo|"
    r"[Ss]oy|(?:[Ll]es?|[Tt]e|[Ll]a) escribe|[Vv]ous écrit|[Ee]s schreibt(?: Ihnen)?|[Hh]ier ist|[Hh]ier schreibt|"
    r"[Hh]ier spricht|[Ii]ci|[Mm]i nombre es|[Hh]abla|[Yy]our contact is|"
    r"(?:[Pp]erson|[Oo]ne|[Mm]an|[Ww]oman) to (?:ask for|talk to|call|contact|reach) is|"
    r"[Cc]ontact:) "
    r"(?:(?:Dr|Mr|Mrs|Ms|Pastor|Rev|Frau|Herr|Mme|M|Sra|Sr|Dra)\b\.? )?" + _PERSON,
    words="is it its name ist appelle llamo soy escribe écrit schreibt hier ici es habla contact",
    exact=True,
)
# under a shared address: "I am Ann Lee"
I_AM = wording(
    r"\b(?:[Ii] am|[Ii].m|[Ii]ch bin|[Jj]e suis|[Yy]ou are (?:talking|speaking|writing) (?:to|with)|[Aa]sk for|"
    r"[Ff]rag(?:en|t) (?:Sie )?nach|[Dd]emandez|[Pp]regunten? por) "
    r"(?:(?:Dr|Mr|Mrs|Ms|Frau|Herrn?|Mme|Sra|Sr)\b\.? )?"
    + _PERSON
    + r"(?=$|[,;.!()–-]|\s(?:and|from|at|of|on|in|with|und|"
    r"von|et|de|y|\(|–|-|when|if|the|a|an)\b)",
    words="am i m bin suis talking speaking writing ask fragen fragt demandez pregunte pregunten",
    exact=True,
)
NO_GIVEN_NAME = words(
    "i im very happy sorry using not so really also new global microsoft still just sure aware glad on in at out away "
    "back afraid certain able unable trying getting having seeing running certified office exchange teams sharepoint "
    "azure outlook windows one your our the head senior junior chief managing local domain power user users monday "
    "tuesday wednesday thursday friday saturday sunday"
)
# "Ann Lee here", "Ann Lee from Northgate"
NAME_HERE = re.compile(
    r"^(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]allo|[Hh]ola|[Bb]onjour|[Gg]ood \w{3,9})\b[^,.!:;]{0,20}[,.!:;–-]{1,2} )?"
    + _PERSON
    + r"(?:,? (?:here|again|speaking|hier|ici|from (?=[A-Z])|von (?=[A-Z])|at (?=[A-Z])|with (?=[A-Z])|de (?=[A-Z])|"
    r"of (?=[A-Z])))"
    r"(?![\w'])"
)
INTRODUCES_LOWER = caseless(
    r"\b(?:it.?s|this is|i.?m|i am|my name is|names|soy|ich bin|je suis|hier ist) "
    r"([a-zà-ÿ'-]{2,15} [a-zà-ÿ'-]{2,20}) (?:from|at|@|over at|w/|with|of|here|von|vom|de|del|chez|aus)\b"
)
# who wrote what a program sent: "Ann Lee added a note", "Assigned: Ann Lee", "Agent note (Ann Lee, 6 Nov)"
WRITTEN_BY = re.compile(
    r"(?:^|[.;|] )"
    + _PERSON
    + r" (?:added|wrote|commented|updated|replied|noted|posted|created|opened|logged|reports?|assigned)\b"
    r"|\b(?:[Aa]ssigned(?: to)?|[Aa]gent(?: note)?|[Tt]ech(?:nician)?|[Ee]ngineer|[Oo]wner|[Rr]aised by|[Aa]uthor|"
    r"[Rr]eported by|"
    r"[Ss]ubmitted by|[Cc]reated by|[Aa]dded by|[Cc]omment by|[Nn]ote (?:by|from)|[Ss]igned|[Ff]rom)\s?[:(]?\s"
    + _PERSON
    + r"(?=$|[,;.|)–-]|\s[(|–-])"
)
# whom the answer is for, in what has no writer's name
ATTENTION = re.compile(
    r"\b(?:[Aa]ttn|ATTN|[Aa]ttention|FAO|[Zz]\.? ?(?:Hd|Hdn)|[Zz]u H[äa]nden(?: von)?|[ÀAàa] l['’]attention de|"
    r"[Aa] la atención de|[Aa]t\.?te)\.?(?: ?: ?| )(?:(?:Frau|Herrn?|Mme|M\.|Mrs?\.?|Ms\.?|Sra?\.) )?"
    + _PERSON
    + r"(?=$|[,;.|)(–-]|\s)"
)
# the same by his address
SUBMITTED = re.compile(
    r"\b(?:submitt(?:ed|er)|sent|sender|filled (?:in|out)|completed|entered|created|opened|raised|reported|requested|"
    r"logged|responded|respondent|answered|eingereicht|ausgefüllt|gesendet|envoyé|rempli|enviado|rellenado)\b"
    r"[^@\n]{0,60}?(?:\b(?:by|from|via|von|par|por)\b|:)\s?(?:[^@\n]{0,40}[<(\s])??"
    r"([\w.+'-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5})",
    re.I,
)
_NAME = (
    r"([A-ZÀ-Ý][\w'’.-]{1,24}(?: (?:&|and|und|et|y|of|de|del|la|du|des|der|the|[A-ZÀ-Ý0-9][\w'’.-]{0,24})){0,5}(?: "
    r"(?:[A-ZÀ-Ý][\w'’.-]{1,24})))"
)
# the sender's own company in a sentence: "this is Ann at …", "greetings from …", "we're …", "… here"
OUR_COMPANY: tuple[Wording, ...] = (
    wording(
        r"\b(?:[Tt]his is|(?:[Ll]es?|[Tt]e) escribe|[Vv]ous écrit|[Ii]t.?s|[Ii]ts|[Ii]ch bin|[Mm]y name is|[Ss]oy|"
        r"[Jj]e suis|[Ii] am|[Ii].m|[Hh]ier ist|"
        r"[Mm]ein [Nn]ame ist|[Mm]e llamo|[Jj]e m.appelle|[Hh]ere is|[Hh]i,?) (?:[\w'’-]{2,20},? ){1,4}"
        r"(?:from|at|of|with|for|von|von der|vom|de|du|de la|de la société|chez|bei|bei der|beim) "
        r"(?:the |der |la |l'|el |société |firma |empresa )?" + _NAME,
        words="this escribe écrit it its ich my soy je i iam hier mein me here hi",
        exact=True,
    ),
    wording(
        r"\b(?:[Gg]reetings|[Hh]ello|[Gg]rüße|[Gg]reeting|[Ss]aludos|[Bb]est wishes|[Ww]riting|work(?:ing)?|[Hh]ere|"
        r"[Ww]e|"
        r"[Ii].m|[Ii] am|schreibe|arbeite|travaille|trabajo|escribo) "
        r"(?:from|at|for|with|over at|on behalf of|aus|für|bei|de|von|pour|chez|en|para) (?:the |die |der |la )?"
        + _NAME,
        words="greetings hello grüße greeting saludos wishes writing work working here we i iam schreibe arbeite "
        "travaille trabajo escribo",
        exact=True,
    ),
    wording(
        r"\b(?:I|[Ww]e) (?:run|manage|look after|handle|support|do|take care of|administer|head|own) (?:[\w-]+ ){1,4}?"
        r"(?:at|for|of) (?:the )?" + _NAME,
        words="i we",
        exact=True,
    ),
    wording(
        r"(?:^|[.!?:;,] )(?:[Ww]e are|[Ww]e.re|[Ww]ir sind(?: die| der| das)?|[Nn]ous sommes|[Ss]omos(?: la empresa)?|"
        r"[Ii]t.?s the|"
        r"(?:[Oo]ur |[Tt]he |[Mm]y )?(?:[Cc]ompany|[Pp]artner|[Ff]irm|[Rr]eseller|[Oo]rganization) is|[Ff]irma ist|"
        r"[Oo]ur (?:company|firm),) (?:the )?" + _NAME,
        words="we weare wir nous somos it its company partner firm reseller organization firma",
        exact=True,
    ),
    wording(r"\b[Ww]e \(" + _NAME + r"\)", words="we", exact=True),
    wording(
        r"(?:^|[.!?:;,] |\bfrom |\bat )" + _NAME + r" (?:here\b|is (?:our company|the partner|our name)\b)",
        words="here is",
        exact=True,
    ),
    wording(r"\b[Oo]n behalf of (?:the |(?:our|my) \w{3,14}, )?" + _NAME, words="behalf", exact=True),
    wording(
        r"\b(?:[Ww]e.re|[Ww]e are|[Ii].m with|[Ii] am with) an? (?:[\w-]+ ){0,3}(?:\(|called |named )" + _NAME,
        words="we weare i iam",
        exact=True,
    ),
    wording(
        r"\b(?:[Nn]otre (?:société|entreprise|cabinet)|[Uu]nsere [Ff]irma|[Nn]uestra empresa)(?: est|,| ist| es)? "
        + _NAME,
        words="notre unsere nuestra",
        exact=True,
    ),
    wording(
        r"\b(?:de (?:la )?part(?:e)? de|im (?:Auftrag|Namen) (?:von|der|des)|au nom de|en nombre de|"
        r"[Tt]rabajo (?:en|para)|"
        r"[Tt]ravaille (?:chez|pour)|[Aa]rbeite (?:bei|für)(?: der)?) (?:la |el |der |die |the )?(?:société |"
        r"empresa |[Ff]irma )?" + _NAME,
        words="part parte auftrag namen nom nombre trabajo travaille arbeite",
        exact=True,
    ),
    wording(
        r"\b(?:[Oo]ur|[Mm]y|[Tt]he) (?:company|firm|business|organi[sz]ation|practice|shop|school|"
        r"church)(?: name)?(?: is|.s) "
        r"(?:called |named )?(?:the )?" + _NAME,
        parts="company|firm|business|organisation|organization|practice|shop|school|church",
        exact=True,
    ),
    wording(
        r"^(?:[Ww]ir|[Ww]e|[Nn]ous|[Nn]osotros)(?: von|, (?:die|der|das|la|el|le|the)|,| at| from| de) " + _NAME,
        words="wir we nous nosotros",
        exact=True,
    ),
)
TAKES_OVER = wording(
    r"\b(?:from (?:here|now) on,? (?:\w+ )?(?:please )?(?:deal|talk|speak|contact|reach|write|work|liaise)|"
    r"(?:deal|talk|speak|contact|reach|write|work|liaise) (?:with |to )?me (?:from (?:now|here) on|instead|going "
    r"forward|from today)|"
    r"i(?:.ve| have)? (?:taken|took) (?:this |it |the case )?over|i.?(?:ll|m| will| am) (?:be )?(?:looking after|"
    r"handling|stepping in)|"
    r"tak(?:e|ing) over (?:this|the|his|her)|use my (?:details|number|e-?mail)|i.?(?:ll be|m) (?:now )?(?:the|"
    r"your) (?:new )?contact|"
    r"(?:handed|passed|gave|given|transferred|assigned|reassigned|left|forwarded) (?:this|it|her \w+|his \w+|the "
    r"(?:case|ticket|matter|request))(?: \w+)? (?:over )?to me|(?:deal|talk|speak|contact|reach|write|work)"
    r"(?: (?:with|to))? me (?:now )?(?:rather than|instead of|not) (?:him|her|them|to)|"
    r"this (?:case |ticket |one )?is (?:now mine|mine now)|"
    r"i.?(?:m| am)? (?:covering|standing in|filling in|deputi[sz]ing|substituting) for|i inherited (?:this|the|it)|"
    r"(?:i.?m|i am|as) (?:his|her|their|the) (?:replacement|stand.?in|substitute|successor|deputy)|ich übernehme|"
    r"ich vertrete|je remplace|sustituyo a|le sustituyo|"
    r"new contact|contact from now on|ab (?:sofort|jetzt) bin ich|llevo yo (?:este|el)|je reprends (?:ce|le))\b",
    words="handed passed gave given transferred assigned reassigned left forwarded mine covering standing filling "
    "deputising deputizing substituting inherited replacement stand substitute successor deputy übernehme vertrete "
    "remplace sustituyo deal talk speak reach write work liaise taken took looking handling stepping contact details "
    "take taking "
    "use sofort jetzt llevo reprends",
)
NO_COMPANY_BEGINS = words(
    "microsoft office teams sharepoint outlook exchange azure cmp i we the it techops monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november "
    "december"
)
