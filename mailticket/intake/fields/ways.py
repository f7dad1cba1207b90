"""Which way somebody wants to be reached, weighed over the sentences that name ways. Reads prose, no forms.

A way speaks for itself by how it stands: preferred, asked for, good enough, only as a last resort, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phones
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.times import find_times

_LONGEST = 400  # characters of a sentence that are looked at
_BEFORE, _AFTER = 42, 30
_ENOUGH = 1.2
_SECOND = 0.7
_BY_NUMBER = 1.3
_ALSO = 1.0  # how much less the second way may weigh

_WORDS = {
    "email": "email emails e-mail e-mails mail mails emailing mailing courriel courriels correo écrivez écrire "
    "escribir escríbanme escribirme written write writing schreiben schreibt mailen",
    "phone": "call calls phone telephone ring calling cell mobile bell buzz voice telefon telefonisch tel telefono "
    "teléfono téléphone anruf anrufen rufen ruft handy appeler m'appeler m’appeler appelez rappeler rappelez appel "
    "téléphoner llamar "
    "llamada "
    "llamen llámenme llame llamarme llamarnos marcar rückruf fon durchwahl landline telephoning phoning llámeme "
    "móvil portable",
    "teams": "teams", "text": "text txt sms texts", "whatsapp": "whatsapp",
}  # fmt: skip
_WAYS = {word: way for way, words in _WORDS.items() for word in words.split()}
_WAY = re.compile(
    rf"(?<![\w@.-])(?:{'|'.join(sorted(map(re.escape, _WAYS), key=len, reverse=True))})(?![\w@]|-(?!moi|nous|me\b|"
    rf"vous)\w)",
    re.I,
)
WAY_WORDS = frozenset(part for word in _WAYS for part in re.findall(r"[^\W_]+", word))

_REFUSED = re.compile(
    r"\b(?:don.?t|do not|not by|not via|never|no|rather than|instead of|without|hard to catch|can.?t take|cannot take|"
    r"avoid|kein\w{0,2}|nicht|bitte nicht|pas|pas de|sin|no me|nie)\s(?:[\w']+\s){0,2}(?:the\s)?$|\bthan\s(?:to\s)?$",
    re.I,
)
_RESORT = re.compile(
    r"\b(?:otherwise|if (?:you )?(?:must|insist|need\w{0,2}|needed)|should you need|else|if necessary|emergenc\w{1,4}|"
    r"sonst|notfalls|im notfall|zur not|sinon|au besoin|si no|si hace falta|en caso)\b[^.,;]{0,25}$",
    re.I,
)
_RESORT_AFTER = re.compile(
    r"^\W{0,2}(?:if (?:you )?(?:must|insist|need)|for emergencies|in emergencies|is (?:also |an? )?(?:ok|okay|fine) "
    r"too|"
    r"(?:is )?also|in an emergency|only in|im notfall|if (?:that|it).s easier|if that is easier)",
    re.I,
)
_PREFERS = re.compile(
    r"\b(?:prefer\w{0,6}|best|easiest|only|just|rather|ideally|favou?rite|keep (?:it|this) (?:to|on|by)|live in|"
    r"pueden?|vous pouvez|puede|quickest|fastest|am liebsten|am besten|"
    r"lieber|"
    r"bevorzug\w{0,3}|vorzugsweise|gern\w?|nur|plutôt|préf[éè]r\w{1,4}|de préférence|mieux|uniquement|prefier\w{1,2}|"
    r"mejor|"
    r"preferentemente|sólo|solo|please|bitte|merci de|por favor|kindly|best way|get hold|reach|contact|revert|respond|"
    r"rückfragen|joignable|erreich\w{0,6}|get (?:me|back)|answers?|antwort\w{0,3}|llegar|contactar\w{0,3}|"
    r"shoot|ping|drop|send|give (?:me|us)|would you|could you|you can|können sie)\b[^.!?]{0,38}$",
    re.I,
)
_STRONG = re.compile(
    r"\b(?:prefer\w{0,6}|best|easiest|only|rather|quickest|am liebsten|am besten|plutôt|préf[éè]r\w{1,4}|préfère|"
    r"prefier\w{1,2}|"
    r"mejor|nur|honestly|ideally)\b[^.!?,;]{0,30}$",
    re.I,
)
_GOOD = re.compile(
    r"^(?:[.']s)?\s?(?:\(\w+\)\s)?(?:(?:(?:is|are|will|would|does|do|ist|est|es|.s|should be) )(?:it\b|be\b|do\b|"
    r"best|fine|ok\w{0,2}|okay|"
    r"good|great|better|quicker|faster|easier|easiest|finest|enough|simplest|am besten|perfect|preferred|only|the "
    r"best|the way|"
    r"mejor|le plus|le mieux|always|also|all right|alright)|works?\b|ok\b|okay|fine\b|preferred|please|only\b|best\b|"
    r"suits?\b|first\b|"
    r"bitte|genügt|reicht|suffit|por favor|s'il|svp|s.v.p|me back)",
    re.I,
)
_BEST_AFTER = re.compile(
    r"^[^.!?,;]{0,24}\b(?:preferred|best|easiest|quicker|quickest|faster|better|finest|only|am besten|le plus simple|"
    r"le mieux|mejor|the best)\b",
    re.I,
)
_OBJECT = re.compile(
    r"^[\s-](?:me|us|my|her|him|directly|moi|nous|mich|uns|back|anytime|any time|immediately|at|on|an e-?mail|"
    r"between|after|before|chat|"
    r"message)\b|^\s?[(+:]?\s?[\d(+]",
    re.I,
)
_OTHER_MATTER = re.compile(
    r"\b(?:send|sending|receive|receiving|read|open|opens?|get|gets|lost?|missing|all|her|his|their|external|incoming|"
    r"outgoing|the|an?|this|that|these|our|your|in|from|of|customer.?s|old|new|voice)\s(?:\w+\s)?$",
    re.I,
)
_ABOUT_ME = re.compile(
    r"\b(?:me|us|mich|uns|moi|nous|contact\w{0,4}|reach\w{0,4}|prefer\w{0,6}|best|please|bitte|easiest|joignable|"
    r"préf[éè]r\w{1,4}|pueden|puede|"
    r"erreich\w{0,6}|llám\w{1,5}|ok|fine|works|suffit|genügt|reicht|rückfragen|por favor|finest|get back|enough|"
    r"quicker|"
    r"answer|antwort\w{0,2}|respond|reply|available|desk|i'm|i’m|i am|line|direct)\b",
    re.I,
)
_BARE = re.compile(
    r"^\W*(?:just |please |only |by |via |per |par |por )*[\w-]+(?:\s?(?:or|/|oder|ou|o|and)\s?[\w-]+)?(?: please| "
    r"only| bitte| preferred)?\W*$",
    re.I,
)
# the way that does not work is the problem, not a wish
_TROUBLE = re.compile(
    r"\b(?:can.?t|can ?not|couldn.?t|could not|unable to|not able to|fail\w{0,3} to|tr(?:y|ies|ied|ying) to|"
    r"no(?:body| one) can)\s(?:even\s)?(?:send|receive|get|open|read|make|take)\s(?:\w+\s){0,2}$",
    re.I,
)
_SOUNDS_LIKE_CALL = re.compile(r"(?:would|so|i(?:.d)?|we|could|to|they|can|may)\s$|\b(?:name|what) \w{0,5}\s?$", re.I)
_SIGNED = re.compile(r"\b(?:on|at|unter|al|au)\s(?:my (?:cell|mobile|direct line) )?[^a-z]{0,3}$", re.I)


def method(told: Sequence[Passage]) -> Iterator[Found]:
    """The way that is asked for most clearly, with a second one said to be as good; nothing without a clear one."""
    rated: dict[str, float] = {}
    written: dict[str, str] = {}
    for passage in told:
        for way, value in _rated(passage.text[:_LONGEST], passage):
            if value > rated.get(way, -9):
                rated[way], written[way] = value, passage.text
    likely = sorted((way for way, value in rated.items() if value >= _SECOND), key=lambda way: -rated[way])
    if likely and rated[likely[0]] >= _ENOUGH:
        best = likely[0]
        also = [way for way in likely[1:2] if rated[way] >= rated[best] - _ALSO and written[way] == written[best]]
        yield Found("preferred_contact_method", " or ".join((best, *also)), written[best], 0.65)


def _rated(text: str, passage: Passage) -> Iterator[tuple[str, float]]:
    if _reached_by_number(text):
        yield "phone", _BY_NUMBER
    if passage.words.isdisjoint(WAY_WORDS):
        return
    base = 0.6 if _ABOUT_ME.search(text) else -0.4
    base += 2.0 * (len(text) < 60 and bool(_BARE.match(text)))
    base += 0.8 * (base < 2 and bool(find_times(text) or _ZONED.search(text)))
    end, last = -1, -9.0
    for found in _WAY.finditer(text):
        before, after = text[max(0, found.start() - _BEFORE) : found.start()], text[found.end() : found.end() + _AFTER]
        value = base + _weight(found[0].casefold(), before, after)
        if end >= 0 and _OR.fullmatch(text[end : found.start()]):
            value = max(value, last - 0.5)  # "by phone or e-mail"
        end, last = found.end(), value
        yield _WAYS[found[0].casefold()], value


def _reached_by_number(text: str) -> bool:
    """ "You can catch me on 312-555-0147": a number to be reached at, although no way is named."""
    if not any(letter.isdigit() for letter in text):
        return False
    return any(_REACHED.search(text[max(0, found.start() - 40) : found.start()]) for found in phones.written(text))


def _weight(word: str, before: str, after: str) -> float:
    """How clearly this mention asks for its way."""
    if _REFUSED.search(before) or _TROUBLE.search(before):
        return -5.0
    asked = _PREFERS.search(before)
    value = 1.6 * bool(asked) + 1.2 * bool(_STRONG.search(before)) + 1.4 * bool(_GOOD.match(after))
    value += 1.2 * bool(_BEST_AFTER.match(after))
    value += 1.6 * (word in _VERBS and bool(_OBJECT.match(after)))
    value += 0.8 * (not before.strip() or before.rstrip()[-1:] in ",;:/–-")
    value += 1.0 * (
        re.search(r"\b(?:by|via|per|par|por|on|over|am|le|les)\s(?:the\s|my\s|ms\s|microsoft\s)?$", before, re.I)
        is not None
    )
    if _RESORT.search(before) or _RESORT_AFTER.match(after):
        value -= 1.8
    if word in _VAGUE and _OTHER_MATTER.search(before) and not asked:
        value -= 2.0
    if word in ("call", "calls") and _SOUNDS_LIKE_CALL.search(before) and not _OBJECT.match(after):
        value -= 2.0
    return value


_VERBS = words(
    "call ring phone text txt sms email e-mail mail write ping rufen ruft anrufen llamen llámenme llame llamarme "
    "llamarnos marcar "
    "appeler "
    "appelez rappeler rappelez écrivez escribir escríbanme telephone calling emailing mailing whatsapp schreiben"
)
_OR = re.compile(r"\s?(?:,|/|or|oder|ou|o|and|und|et|y)\s?(?:by |via |per |on |a )?", re.I)
_ZONED = re.compile(r"\b(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|[ECMP][SD]?T|CET|MEZ|GMT|BST|IST)\b")
_VAGUE = words("email emails e-mail e-mails mail mails phone teams cell mobile text calls")


_REACHED = re.compile(
    r"\b(?:line|number|cell|mobile|durchwahl|nummer)\s(?:is|ist|:)\s$|"
    r"\b(?:i.m|i am|reach(?:ed)?|get|contact|find|catch|me|erreich\w{0,4}|joignable|localiz\w{1,4})\b[^.!?\d]{0,22}\s"
    r"(?:on|at|under|unter|au|al|en el)\s[^\d]{0,4}$",
    re.I,
)
