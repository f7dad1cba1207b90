"""How people say things in running text, as patterns: contact, identifiers, small print. Data only, English first.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.passages import wording

GREETING = caseless(
    r"^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|team|techops|g'?day|guten (?:tag|"
    r"morgen)|hallo|"
    r"sehr geehrte|bonjour|salut|hola|buen[oa]s (?:d[ií]as|tardes)|moin|servus)\b[^.!?\n:]{0,40}[,!.:]?|"
    r"hi[^\n]{0,20})\s*$"
)
CLOSING = caseless(
    r"^\s*(?:thanks?|thank you|thx|many thanks|(?:kind|best|warm)? ?regards|best wishes|best|cheers|sincerely|"
    r"yours|br|rgds|"
    r"mit freundlichen gr|viele gr|beste gr|freundliche gr|lg|mfg|vielen dank|danke|cordialement|bien [àa] vous|"
    r"merci|"
    r"saludos|gracias|un saludo|atentamente|sent from my|get outlook for|von meinem|envoyé de mon|enviado desde)"
    r"\b[^\n:]{0,40}$"
)
HINT = re.compile(r"\((?:for example|e\.g\.|such as)[^()\n]{0,80}\)")

CORRECTS = wording(
    r"^\W{0,3}(?:edit|update|correction|erratum|ps|p\.s\.|nachtrag|korrektur|rectification|corrección|wait|"
    r"sorry)\b.{0,40}[:,–-]\s|"
    r"\b(?:please (?:correct|change|make (?:it|that))|instead of what|scrap (?:that|the)|i (?:first )?(?:wrote|typed|"
    r"put)|not what "
    r"(?:it says|i wrote)|the form says)\b",
    words="edit update correction erratum ps p nachtrag korrektur rectification corrección wait sorry please instead "
    "scrap wrote "
    "typed put form",
)
_NO_CMP = (
    r"(?!order|ticket|invoice|quote|bestell|auftrag|commande|pedido|factur|rechnung|facture|case|error|fehler|erreur|"
    r"version|build|since|until|from|call|phone|shows|gives|seit|depuis|desde|po\b|port\b|room\b|plan\b)"
)
CMP_AFTER = wording(
    r"\bCMP,? (?:we|they|it) (?:are|is|show up|appear|run|go)(?: listed| known| registered)?(?: as| under| with|"
    r" by)? (?:number |#|id "
    r"|customer )?(\d{4,8})\b|"
    r"\b(?:customer|client|account|kunden|partner)[ -]?(?:id|number|no\.?|nummer|key|code|#|"
    r"nr\.?):? #?(\d{4,8}) (?:in|on|at|with) (?:your|the) "
    r"(?:portal|system|cmp|desk|side)\b|"
    r"(?<!order )(?<!invoice )(?<!ticket )(?<!case )(?<!#)\b(\d{4,8})(?:,| ?[(–-]) ?(?:(?:that|this|which|it|das|"
    r"was|c|qui|que|eso)(?:.s| is| should be| would be| ist|.est| est| es)? )?(?:(?:the|our|their|your|his|her|"
    r"customer.?s?|client.?s?|unsere|die|notre|nuestr[oa]|el|le|l['’]?) ?){0,2}CMP\b"
    r"(?! (?:order|ticket|portal|is down|does)|[^.;)]{0,12}\d)|"
    r"\b(\d{4,8}) (?:is|ist|es|est) (?:the|our|their|your|unsere|nuestro|notre) (?:customer )?CMP|\b(?:in|at|with) "
    r"(?:the )?CMP (?:we|they|it) (?:are|is) #?(\d{4,8})\b|"
    r"\b(?:customer|client|account|kunde|cliente|number|no\.?|nr\.?|id|key|#) (?:no\.? |number |#|"
    r"id )?#?(\d{4,8})\b,? (?:[a-z]{2,6} ){0,2}"
    r"(?:in|on|at) (?:the |your |our )?CMP\b|"
    r"\bCMP\b(?![^.;!?\d]{0,60}\b(?:order|ticket|invoice|quote|po|bestellung|commande|pedido|version)"
    r"(?: (?:no|nr|number|id)\.?| #)?[\s:#]{0,3}\d)[^.;!?\d]{1,60}?\b(?:is|es|est|ist|reads|lautet|says|being|el|"
    r"nr\.?|no\.?|number)[: ] ?(?:el |la |"
    r"die |le |#|n[uú]mero |"
    r"number )?((?:[A-Z]{1,3}-)?\d{4,8})\b|"
    r"\b(?:customer|client|account|kunden|partner)[ -]?(?:id|number|no\.?|nummer|key|code|#|nr\.?) (?:is |"
    r"we have )?(?:with you(?: guys)?|"
    r"(?:in|at|from|on) (?:your|the) (?:portal|system|platform|side|records|books)|at egroup|with egroup|"
    r"bei (?:ihnen|euch)|chez vous)"
    r"[^.;!?\d]{0,16}[ #](\d{4,8})\b|\b(?:account|customer) key(?: is|:)? #?(\d{4,8})\b|"
    rf"\bCMP\b\)?(?:[ ,-]{{1,2}}{_NO_CMP}[^\W\d]['’\w]{{0,14}}\.?){{0,7}}(?:\s?\([\w ]{{2,14}}\))?\s?[:,(#]{{0,2}} ?#?"
    r"((?:[A-Z]{1,3}-)?\d{4,8})\b(?![-./%]?\d)|"
    r"\b(\d{4,8}) \(CMP\)",
    parts="cmp|customer|client|account|kunden",
    also="0|1|2|3|4|5|6|7|8|9",
)
CMP = wording(
    r"(?<!order )(?<!ticket )(?<!invoice )(?<!order no. )(?<!order number )\bCMP(?:[\s-]{0,2}(?:customer|account|"
    r"portal|kunden))?"
    r"(?:[\s-]{0,2}(?:IDs?|No|Nr|number|nummer|account|code|key|numéro|número)\b)?[\s.:=#(-]{0,3}"
    r"(?:(?:is|es|ist|lautet|est|for|of|the|our|this|them|their|that|customer|client|it|should be|el|"
    r"will be|would be|heißt|them is|here is|being|c'est|:)\s){0,4}(?:#|CMP-?)?((?:[A-Z]{1,3}-?)?\d[\dA-Z-]{2,15})\b",
    parts="cmp",
)
SUBSCRIPTION_BEFORE = caseless(r"\b(?:sub(?:scription|s)?|abo\w{0,8}|suscripci\w{2,4}|abonnement)\b")
NO_SUBSCRIPTION = wording(
    r"\b(?:subscription|abo|abonnement|suscripción)(?:[ -]?id)?\W{0,3}(?:is |ist |est |es )?"
    r"(?:does(?:n.t| not) apply|not applicable|n/?a\b|none\b|entfällt|no aplica|sans objet|not relevant)"
    r"|\bno subscription (?:id )?(?:involved|applies|here|concerned)\b",
    parts="subscription|abo|suscripción",
)
NO_SUBSCRIPTION_BEFORE = caseless(
    r"(?:request|correlation|trace|tenant|client|object|app(?:lication)?|session|activity)[\s_-]?(?:id|request)?\b"
)

BOILERPLATE = wording(
    r"\b(?:confidential|privileged (?:and|or|information|communication|material)|privileged\W*$|client privilege|"
    r"intended recipient|received (?:it|this|the message) in error|vertraulich|"
    r"confidentiel)\b",
    parts="confidential|privileged|intended recipient|it in error|this in error|message in error|"
    "vertraulich|confidentiel",
)
_ME = r"(?:me|us|her|him|them|my|our|mine|mich|uns|moi|nous|the (?:office|school|shop|warehouse|undersigned|line))"
ABOUT_CONTACT = wording(
    rf"\b(?:(?:call|calls?|ring|phone|telephone|reach|contact|e-?mail|text|txt|message|ping|sms|whatsapp|mail|catch|"
    rf"get|"
    rf"teams|find|answer|tinkle|shout|buzz|bell|line|hold of) {_ME}\b|"
    r"(?:reach|get|catch|find|contact|call|phone) (?:me|us) (?:at|on|by|under|via|through|in)|"
    r"(?<!on )(?<!from )(?<!in )(?<!to )my (?:cell|mobile|phone)\b|my (?:number|direct|extension|hours|details|desk "
    r"phone)|(?:phone|cell|e-?mail|mobile|teams|"
    r"text|"
    r"texting|a call|calling|mail|calls?|email)(?:.s| is| are| works?| or [\w-]{3,8} is) (?:the |\w{3,9}ly |just |"
    r"totally )?(?:best|fine|ok|good|"
    r"grand|preferred|perfect|better|great|easiest|quickest|okay|welcome|easier)|"
    r"(?:is|are) (?:the )?(?:quickest|best|easiest|fastest|surest)(?: way)?|(?:phone|e-?mail|mail|call|teams|"
    r"text) preferred|by (?:e-?mail|phone|mail|text|telephone)(?:,| only)? (?:please|only|is)|"
    r"prefer (?:phone|e-?mail|teams|the telephone|text|to be)|prefer(?:s|red)? (?:phone|e-?mail|teams|contact)|"
    r"best (?:to|way|reached|on|by|contact|number|time|before|after)\b|cmp id|please (?:call|phone|ring|e-?mail|"
    r"text)|e-?mail please|write (?:to )?me|correspondence (?:by|to|via|please|in)|ring it|if you must|"
    r"(?:work|deal|liaise|speak|talk) (?:directly )?(?:to|with) me|(?:respond|reply|answer) (?:to me )?in writing|"
    r"(?:generally|usually|mostly|always) at "
    r"my desk|"
    r"(?:i.m|i am|we.re|we are) (?:free|available|around|here|reachable|in (?:the office|most|on|from|until)|"
    r"at my desk|"
    r"on the road|out until|up (?:till|until|at))|free (?:on|from|after|until)|"
    r"severity [abc]|sev [abc1-4]|reply (?:to|here|by)|drop me a line|"
    r"ll[áa]m[ae]\w{0,4}|marcar(?:me|nos)|escr[íi]ban\w{0,3}|mejor por|(?:me|nous) (?:rappeler|joindre|appeler|écrire)|"
    r"m['’]appeler|appelez-moi|écrivez-moi|rappelez-moi|joignable|mieux (?:est )?(?:de|par)|erreichbar|erreichen|"
    r"rückruf|"
    r"rufen sie|anrufen|telefonisch|per mail|am (?:besten|liebsten)|taking over this ticket|"
    r"attached (?:the|is|are)|i.?ve attached|see attached|is attached|are attached|"
    r"anything else you need|thank you|thanks|hope (?:you|this|that)|reach (?:out|the)|at your (?:disposal|service))\b",
    words="call calls ring phone telephone reach reached contact e mail email text txt message ping sms whatsapp "
    "catch get teams find answer tinkle shout buzz bell line hold number cell mobile direct extension hours "
    "details texting calling prefer prefers preferred best cmp free available around here reachable severity "
    "sev reply drop rappeler joindre appeler écrire appelez écrivez rappelez joignable mieux erreichbar "
    "erreichen rückruf rufen anrufen telefonisch besten liebsten ticket attached anything thank thanks hope "
    "disposal service writing talk speak deal work liaise correspondence write must mejor escriban escríbanme quickest "
    "easiest fastest surest "
    "road desk",
    parts="llam|llám|marcar|escrib|escríb",
)
