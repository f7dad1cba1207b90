"""How people say who they are and for which company they write, as patterns. Data only."""

from __future__ import annotations

import re

from mailticket.intake.fields.passages import wording

INTRODUCES = re.compile(
    r"\b(?:(?:[Tt]his is|[Ii]t.?s|[Ii]ts|[Mm]y name is|[Mm]ein [Nn]ame ist|[Jj]e m.appelle|[Mm]e llamo|[Ss]oy|"
    r"[Hh]ier ist) ?)([A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,25})"
)
_NAME = (
    r"([A-ZÀ-Ý][\w'’.-]{1,24}(?: (?:&|and|und|et|y|of|de|la|du|des|der|the|[A-ZÀ-Ý0-9][\w'’.-]{0,24})){0,5}(?: "
    r"(?:[A-ZÀ-Ý][\w'’.-]{1,24})))"
)
# the sender's own company in a sentence: "this is Ann at …", "greetings from …", "we're …", "… here"
OUR_COMPANY: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?:[Tt]his is|[Ii]t.?s|[Ii]ts|[Ii]ch bin|[Mm]y name is|[Ss]oy|[Jj]e suis|[Ii] am|[Ii].m|[Hh]ier ist|"
        r"[Mm]ein [Nn]ame ist|[Mm]e llamo|[Jj]e m.appelle|[Hh]ere is|[Hh]i,?) (?:[\w'’-]{2,20},? ){1,4}"
        r"(?:from|at|of|with|for|von|von der|vom|de|du|de la|chez|bei) (?:the |der |la |l')?" + _NAME
    ),
    re.compile(
        r"\b(?:[Gg]reetings|[Hh]ello|[Gg]rüße|[Gg]reeting|[Ss]aludos|[Bb]est wishes|[Ww]riting|work(?:ing)?|[Hh]ere|"
        r"[Ww]e|"
        r"[Ii].m|[Ii] am|schreibe|arbeite|travaille|trabajo|escribo) "
        r"(?:from|at|for|with|over at|on behalf of|aus|für|bei|de|von|pour|chez|en|para) (?:the |die |der |la )?"
        + _NAME
    ),
    re.compile(
        r"\b(?:I|[Ww]e) (?:run|manage|look after|handle|support|do|take care of|administer|head|own) (?:[\w-]+ ){1,4}?"
        r"(?:at|for|of) (?:the )?" + _NAME
    ),
    re.compile(
        r"(?:^|[.!?:;,] )(?:[Ww]e are|[Ww]e.re|[Ww]ir sind(?: die| der| das)?|[Nn]ous sommes|[Ss]omos|[Ii]t.?s the|"
        r"(?:[Oo]ur |[Tt]he |[Mm]y )?(?:[Cc]ompany|[Pp]artner|[Ff]irm|[Rr]eseller|[Oo]rganization) is|[Ff]irma ist|"
        r"[Oo]ur (?:company|firm),) (?:the )?" + _NAME
    ),
    re.compile(r"\b[Ww]e \(" + _NAME + r"\)"),
    re.compile(r"(?:^|[.!?:;,] |\bfrom |\bat )" + _NAME + r" (?:here\b|is (?:our company|the partner|our name)\b)"),
    re.compile(r"\bon behalf of (?:the )?" + _NAME),
)
TAKES_OVER = wording(
    r"\b(?:tak(?:e|ing) over (?:this|the|his|her)|use my (?:details|number|e-?mail)|i.?(?:ll be|m) (?:now )?(?:the|"
    r"your) (?:new )?contact|"
    r"new contact|contact from now on|ab (?:sofort|jetzt) bin ich|llevo yo (?:este|el)|je reprends (?:ce|le))\b",
    words="contact details take taking use sofort jetzt llevo reprends",
)
