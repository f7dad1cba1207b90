"""Unsolicited offers written like a person's mail: something sold, a call to act and a way out, all three at once.

Each of them alone is found in honest mails, so one proves nothing; nor is a mail an offer that tells a case of its own.
"""

from __future__ import annotations

import re

from mailticket.intake import marks
from mailticket.model import InboundMessage

LONGEST = 2500  # characters: what people did ask for, newsletters and shops, is longer
_FLAGS = re.IGNORECASE
_AUDIENCE = (
    r"(?:msps?|mssps?|csps?|partners?|resellers?|distributors?|providers?|companies|businesses|firms|agencies|"
    r"(?:it |support |service )?(?:teams?|desks?|departments?|leaders?)|help ?desks?|organi[sz]ations|shops|"
    r"startups|smbs?|smes?|clients|customers|brands|owners)"
)
_MONEY = r"(?:[$€£]\s?\d|\d[\d.,]*\s?(?:usd|eur|gbp|dollars?|euros?|[$€£]))"
_SOLD = re.compile(
    r"\b(?:we|our (?:team|agency|platform|ai|agents|software|tool|solution|experts)|i)(?:'ve| have)? "
    r"(?:help(?:ed|s)?|speciali[sz]e|offer|provide|work(?:ed)? with|boost(?:ed)?|doubled|tripled|cut|saved?|build|"
    r"deliver|guarantee|generate)\b.{0,80}"
    r"\b(?:leads?|meetings?|appointments?|revenue|sales|rank|traffic|outreach|costs?|pipeline|roi|growth|margins?|"
    r"websites?|hires|candidates|developers|staffing|partners like|teams? like|"
    rf"{_AUDIENCE})\b"
    rf"|\b{_AUDIENCE} (?:just )?like (?:you(?:rs|r company)?|us)\b"
    rf"|\b\d{{1,3}}\s?(?:%|percent) of (?:all )?(?:the )?{_AUDIENCE}"
    r"|\b(?:cut|save|reduce|boost|increase|grow|double|slash|lower|trim)s?\b.{0,60}\bby (?:up to )?\d{1,3}\s?%"
    r"|\b(?:resolves?|recovers?|finds?|detects?|blocks?|automates?|eliminates?|handles?|stops?|saves?|frees?)\b"
    r".{0,40}\b\d{1,3}\s?(?:%|percent)|\bai (?:agents?|assistants?)\b.{0,60}\d{1,3}\s?%"
    r"|\b\d{1,3}\s?% (?:off\b|(?:\w+ )?(?:margin|discount|commission|rabatt|de (?:réduction|remise|descuento)))"
    r"|\b(?:money|revenue|margin|[$€£]\s?\d[\d.,]*\w?(?: a (?:month|year))?) on the table\b"
    rf"|\b(?:from|for|starting at|only|just|ab|nur|desde|à partir de) (?:only |just )?{_MONEY}.{{0,20}}"
    r"(?:\b(?:per|a|an|pro|par|por) |/ ?)(?:user|seat|mailbox|month|hour|device|endpoint|benutzer|monat|"
    r"utilisateur|mois|usuario|mes)"
    r"|\b(?:\d{1,2}|one|two|three|six) (?:months?|weeks?|seats?|users?) (?:are )?(?:for )?free\b"
    r"|\bfirst (?:\d{1,3}|month|year|\w+ months) (?:\w+ )?(?:are |is )?(?:free|on us)\b"
    r"|\bblack friday|\bcyber monday|\b(?:introductory|launch|promo(?:tional)?) (?:price|pricing|offer|rate)"
    r"|\bprotects? .{0,80}\b(?:of |for )?(?:all )?your (?:customers?|clients?|users|tenants?|data)\b"
    r"|\b(?:mehr|neue) (?:kunden|leads|anfragen)\b|\bneukunden|\bplus de (?:clients|prospects)\b|\bmás (?:clientes|"
    r"ventas)\b|\bkostenlos(?:e|er|es)? (?:erstgespräch|demo|beratung|test)|\bessai gratuit\b|\bprueba gratuita\b"
    r"|\b(?:qualified|new|more) (?:leads|meetings|appointments)\b|\bdone[- ]for[- ]you\b|\bguest posts?\b|"
    r"\bbacklinks?\b|\bwhite[- ]?label(?:led|ed)?\b|\brecurring revenue\b|\bfree (?:live )?webinar\b|"
    r"\bjoin (?:us|our) .{0,40}\bwebinar\b"
    r"|\b(?:attendees?|contacts?|e-?mail|decision[- ]makers?|users?) lists? (?:of|for|from)\b"
    r"|\b(?:offshore|dedicated|certified|vetted|remote) (?:\w+ )?(?:engineers|developers|technicians|talent|staff)\b"
    r"|\bseo (?:services|audit|package)|\blead generation\b",
    _FLAGS,
)
_APPROACH = re.compile(
    r"\b(?:came across|stumbled (?:up)?on|found|noticed|was looking at|visited) (?:your|you\b)"
    r"|\b(?:came across|noticed) [A-Z]\w+"
    r"|\b(?:impressive|congrats|congratulations|love what you|impressed by)\b|\bquick question\b|\bhow are you "
    r"(?:handling|managing)\b|\bdid you know\b|\b(?:still|tired of) \w+ing\b.{0,60}\?"
    r"|\b(?:right|best) person (?:to|is|for)\b|\bgrab (?:a |my )?(?:\d+ minutes|\w+ minutes|time|coffee|slot|spot)\b"
    r"|\b(?:book|schedule|reserve|claim|get|see|request|pick|choose|grab|find) (?:a|an|your|my|our) "
    r"(?:[\w-]+ ){0,3}(?:call|demo|slot|spot|time|seat|meeting|chat|walk-?through|discount|offer|trial|assessment|"
    r"audit|quote|price|deal)\b"
    r"|\bmy (?:calendar|calendly)\b|\bcalendly\.com\b|\b(?:shall|can|may|should|could) i (?:send|share|show)\b|"
    r"\bmind if i\b|\binterested\s?\?|\b(?:register|sign up|enroll?) (?:now|here|today|free)\b|"
    r"\bsave your (?:seat|spot)\b|\bbumping (?:this|my)\b|\bcircling back\b|\bsee it (?:live|in action)\b|"
    r"\bwould you be (?:open|interested|available|willing)\b|\bfollowing up on my (?:last|previous|earlier)\b"
    r"|\b(?:do|would) you have (?:\w+ ){0,3}(?:minutes|time)\b|\b(?:open to|available for|interested in|up for|"
    r"have time for|worth|hop on|jump on) (?:a |an )?(?:[\w-]+[- ]){0,3}(?:call|chat|demo|meeting|conversation)\b"
    r"|\b(?:10|15|20|30|fifteen|twenty|thirty)[- ]?min(?:ute)?s? (?:call|chat|demo|this week|next week|of your time)"
    r"|\b(?:kurzes|unverbindliches) (?:gespräch|telefonat)\b|\btermin (?:buchen|vereinbaren|sichern)\b"
    r"|\bcourt (?:appel|échange)\b|\bréserve[rz] (?:une|votre) (?:démo|place)|\bbreve llamada\b|"
    r"\breserv[ae] (?:una|su) "
    r"(?:demo|llamada)"
    r"|\blimited[- ]time\b|\bspecial (?:offer|discount|price)|\bfree (?:quote|audit|trial|consultation|assessment)\b"
    r"|\b(?:ends|expires|before|until|only till|offer valid) (?:on )?(?:friday|sunday|monday|midnight|tomorrow|"
    r"november \d|december \d)\b.{0,40}\b(?:free|off|pricing|price)",
    _FLAGS,
)
_WAY_OUT = re.compile(
    r"\bunsubscribe\b|\bopt[- ]?out\b|\bif (?:you.re |you are |you )?(?:not|no longer) interested\b|"
    r"\bnot interested\s?\?|"
    r"\bno longer (?:wish|want) to (?:receive|hear)\b"
    r"|\b(?:remove|take) you (?:from|off)\b|\bto stop receiving\b"
    r"|\breply (?:with )?\W{0,2}(?:no|stop|remove)\b|\bif (?:this|it) (?:is not|isn.t) (?:relevant|"
    r"for you|of interest|a (?:fit|priority))|\b(?:won.t|will not|never|not) (?:write|e-?mail|contact|bother|"
    r"follow up|reach out|message) (?:to )?(?:you )?again\b|\bleave you alone\b|\blet me know if (?:it.s )?not\b|"
    r"\byou (?:are )?(?:receive|receiving|got|get) this (?:e-?mail |mail |message )?because\b|\bclose (?:your|"
    r"the) file\b"
    r"|\b(?:rather|prefer) not (?:to )?(?:hear|receive|get)\b|\bno hard feelings\b|\bjust say so\b|"
    r"\b(?:update|change|e-?mail) (?:your )?(?:e-?mail )?preferences\b|\bview (?:this (?:e-?mail|message) )?in "
    r"(?:your |a )?browser\b|\bnot the right (?:person|time|fit|contact)\b"
    r"|\bkein interesse\b|\babmelden\b|\babbestellen\b|\bausgetragen\b|\baustragen\b|\bdésabonner\b|"
    r"\bdésinscri\w{2,4}\b|\bdarse de baja\b|\bdarme de baja\b|\bno (?:me|le|os) interesa\b|\bleave the list\b|"
    r"\bmanage (?:your )?preferences\b",
    _FLAGS,
)
_OWN_CASE = re.compile(
    r"\bonmicrosoft\.com\b|\bcmp\b|\b(?:my|our) (?:own )?(?:tenant|mailbox|outlook|teams|invoice|order|licen[sc]es?|"
    r"subscription|admin|account|users|client|customer|staff)\b(?! (?:success|team|manager|executive|say))|"
    r"\berror (?:code|message)|\bscreenshot",
    _FLAGS,
)


def is_offer(message: InboundMessage) -> bool:
    """An offer nobody asked for. Forwarded ones are not: people ask about them."""
    if marks.FORWARDED_SUBJECT.match(message.subject) or len(message.text) > LONGEST:
        return False
    text = " ".join(f"{message.subject}\n{message.text}".split())
    if not (_WAY_OUT.search(text) or message.header("list-unsubscribe")):
        return False
    return bool(_SOLD.search(text) and _APPROACH.search(text) and not _OWN_CASE.search(text))
