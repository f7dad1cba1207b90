"""Which way somebody wants to be reached, weighed over the sentences that name ways. Reads prose, no forms.

A way speaks for itself by how it stands: preferred, asked for, good enough, only as a last resort, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.caseless import caseless
from mailticket.intake.fields import phrases_reach, phrases_wishes, wishes
from mailticket.intake.fields import phrases_ways as phrases
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Found, Passage
from mailticket.intake.fields.times import find_times

_LONGEST = 400  # characters of a sentence that are looked at
_SHORT = 60
_BEFORE, _AFTER = 42, 30
_ENOUGH = 1.2
_SECOND = 0.7
_BY_PHRASE = 2.2
_REASON = 1.5  # how much less a way in a reason counts
_GUESSED, _LEFT, _TURNED = 0.55, 0.5, -3.5
_OF_VENDOR = re.compile(r"\b(?:users?|customers?|clients?|they|he|she|people|said|says|told)\b", re.I)
_ALSO = 1.0  # how much less the second way may weigh

_WORDS = {
    "email": "email emails e-mail e-mails mail mails emailing mailing courriel courriels correo écrivez écrire "
    "escribir escríbanme escribirme written write schreiben schreibt mailen courrier",
    "phone": "call calls phone telephone ring calling cell mobile bell buzz voice telefon telefonisch tel telefono "
    "teléfono téléphone anruf anrufen rufen ruft handy appeler m'appeler m’appeler appelez rappeler rappelez appel "
    "téléphoner llamar llamada llamen llámenme llame llamarme llamarnos marcar rückruf fon durchwahl landline "
    "telephoning phoning llámeme móvil portable callback",
    "teams": "teams", "text": "text txt sms texts texting", "whatsapp": "whatsapp",
}  # fmt: skip
_WAYS = {word: way for way, words in _WORDS.items() for word in words.split()}
_WAY = caseless(
    rf"(?<![\w@.-])(?:{'|'.join(sorted(map(re.escape, _WAYS), key=len, reverse=True))})(?![\w@]|-(?!moi|nous|me\b|"
    rf"vous)\w)(?:(?<=[Tt]eams)(?: (?:call|meeting|chat|session|message)s?\b)|(?<=[Tt]ext) messages?\b)?"
)
WAY_WORDS = frozenset(part for word in _WAYS for part in re.findall(r"[^\W_]+", word))
_VERBS = words(
    "call ring phone text txt sms email e-mail mail write ping rufen ruft anrufen llamen llámenme llame llamarme "
    "llamarnos marcar appeler appelez rappeler rappelez écrivez escribir escríbanme telephone calling emailing "
    "mailing whatsapp schreiben"
)
_VAGUE = words("email emails e-mail e-mails mail mails phone teams cell mobile text calls")
_OR = re.compile(r"\s?(?:,|/|or|oder|ou|o|and|und|et|y)\s?(?:by |via |per |on |a |an )?", re.I)
_BY = re.compile(r"\b(?:by|via|per|par|por|on|over|am|le|les)\s(?:the\s|my\s|ms\s|microsoft\s)?$", re.I)
_ZONED = re.compile(r"\b(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|[ECMP][SD]?T|CET|MEZ|GMT|BST|IST)\b")


def method(told: Sequence[Passage]) -> Iterator[Found]:
    """The way that is asked for most clearly, with a second one said to be as good; nothing without a clear one."""
    rated: dict[str, float] = {}
    written: dict[str, str] = {}
    for passage in told:
        for way, value in _rated(passage.beginning(_LONGEST)):
            if value > rated.get(way, -9):
                rated[way], written[way] = value, passage.text
    likely = sorted((way for way, value in rated.items() if value >= _SECOND), key=lambda way: -rated[way])
    if likely and rated[likely[0]] >= _ENOUGH:
        best = likely[0]
        also = [way for way in likely[1:2] if rated[way] >= rated[best] - _ALSO and written[way] == written[best]]
        yield Found("preferred_contact_method", " or ".join((best, *also)), written[best], 0.65)
    elif all(value < _SECOND for value in rated.values()):
        refused = next((passage for passage in told if _cannot_call(passage)), None)
        if refused:
            yield Found("preferred_contact_method", "email", refused.text[:_LONGEST], _LEFT)
        elif rated.get("phone", 0.0) > _TURNED:
            yield from _by_number(told)


def _cannot_call(passage: Passage) -> bool:
    """No use to ring, so that the answer to the mail is what is left."""
    found = phrases.NO_CALLS.search(passage.beginning(_LONGEST))
    return found is not None and not _OF_VENDOR.search(passage.text[: found.start()][-_BEFORE:])


def _by_number(told: Sequence[Passage]) -> Iterator[Found]:
    """Nobody names a way, but a sentence that asks to be reached, or the one behind it, gives a number."""
    for before, passage in zip((None, *told), told, strict=False):
        text = passage.text[:_LONGEST]
        if not _DIGIT.search(text):
            continue
        asked = _GIVES.search(text) or (before and wishes.ASKS_CONTACT.search(before.text[-_LONGEST:]))
        if asked and wishes.gives_number(text):
            yield Found("preferred_contact_method", "phone", text, _GUESSED)
            return


def _rated(passage: Passage) -> Iterator[tuple[str, float]]:
    framed = list(wishes.wished(passage))
    if _cannot_call(passage):
        framed.append(("phone", wishes.TURNED_DOWN))
    refused = {way for way, value in framed if value == wishes.TURNED_DOWN}
    mentioned = () if passage.words.isdisjoint(WAY_WORDS) else _mentioned(passage.text)
    yield from ((way, value) for way, value in (*framed, *_by_phrase(passage), *mentioned) if way not in refused)


# ---------------------------------------------------------------- ways not named


def _by_phrase(passage: Passage) -> Iterator[tuple[str, float]]:
    for way, wording in phrases.IDIOMS:
        found = wording.search(passage)
        if (
            found and "ticket number" not in passage.folded and not _unread(passage.text, found)
        ):  # what our own request says of replying
            before = passage.text[max(0, found.start() - _BEFORE) : found.start()]
            refused = (
                phrases.REFUSED.search(before) or phrases.TROUBLE.search(before) or phrases.BY_OTHERS.search(before)
            )
            resort = phrases.RESORT.search(before) or phrases.RESORT_AFTER.match(passage.text[found.end() :][:_AFTER])
            yield way, -5.0 if refused else _BY_PHRASE - 1.6 * bool(resort)


def _unread(text: str, found: re.Match[str]) -> bool:
    """ "Replies to this address are not read"."""
    return bool(phrases.UNREAD.match(text[found.end() : found.end() + _AFTER]))


# ---------------------------------------------------------------- ways named


def _mentioned(text: str) -> Iterator[tuple[str, float]]:
    base = _base(text)
    wish = _wish(text)
    way, end, last = "", -1, -9.0
    for found in _WAY.finditer(text):
        before, after = text[max(0, found.start() - _BEFORE) : found.start()], text[found.end() : found.end() + _AFTER]
        value = base + _weight(found[0].casefold(), before, after) - _REASON * (not wish[0] <= found.start() < wish[1])
        if end >= 0 and _OR.fullmatch(text[end : found.start()]):
            value, back = max(value, last - 0.5), value - 0.2  # "by phone or e-mail", "Teams or mail is perfect"
            if back > last:
                yield way, back
        way, end, last = _WAYS[found[0].casefold().split()[0]], found.end(), value
        yield way, value


def _wish(text: str) -> tuple[int, int]:
    """Where the wish of a sentence stands: behind "so", before "because"; the whole sentence without them."""
    concludes = phrases_wishes.CONCLUDES.search(text)
    start = concludes.end() if concludes and phrases_wishes.NAMED.search(text, concludes.end()) else 0
    reasons = phrases_wishes.REASONS.search(text, start)
    return start, reasons.start() if reasons and _WAY.search(text, start, reasons.start()) else len(text)


def _base(text: str) -> float:
    """What the sentence as a whole says for the ways in it."""
    if text[:1] == "\N{BALLOT BOX}":
        return -9.0
    direct = phrases_reach.DIRECT.search(text)
    base = 0.6 if direct or phrases.ABOUT_ME.search(text) else -0.4
    if len(text) < _SHORT:
        bare = bool(phrases.BARE.match(text))
        base = base + 2.0 if bare else max(base, 0.2 if not phrases.OPPOSED.search(text) else -0.4)
    if base < 2 and (find_times(text) or _ZONED.search(text)):
        base += 0.8
    if phrases.AS_YOU_LIKE.search(text):
        base += 1.2
    if phrases_reach.BY_OTHERS.match(text) and not (phrases_reach.PRESENT.search(text) or _PLEADS.search(text)):
        base -= 4.0
    return base - 1.2 * bool(not direct and phrases_reach.TROUBLED.search(text))


def _weight(word: str, before: str, after: str) -> float:
    """How clearly this mention asks for its way."""
    if phrases.REFUSED.search(before) or phrases.TROUBLE.search(before) or phrases.NOT_ASKED.search(before):
        return -5.0
    good, asked = bool(phrases.GOOD.match(after)), bool(phrases.PREFERS.search(before))
    settled = good or bool(phrases.ASKS.search(before))
    value = 1.6 * asked + 1.2 * bool(phrases.STRONG.search(before)) + 1.4 * good
    value += 1.2 * bool(phrases.BEST_AFTER.match(after))
    value += 1.6 * (word in _VERBS and bool(phrases.OBJECT.match(after)))
    value += 0.8 * (not before.strip() or before.rstrip()[-1:] in ",;:/–-")
    value += 1.0 * bool(_BY.search(before))
    return value - _against(word, before, after, settled=settled)


def _against(word: str, before: str, after: str, *, settled: bool) -> float:
    """What tells that the mention is a last resort, a thing, a name, or what others do."""
    if word in _VAGUE and phrases.LOCATED.search(before) and not phrases.REACHED_BEFORE.search(before):
        return 4.0
    value = 1.8 * bool(phrases.RESORT.search(before) or phrases.RESORT_AFTER.match(after))
    value += 2.0 * bool(not settled and word in _VAGUE and phrases.OTHER_MATTER.search(before))
    value += 2.0 * bool(not settled and phrases.FAILS_AFTER.match(after))
    value += 3.0 * bool(phrases.HARDLY_AFTER.match(after))
    value += 3.0 * bool(phrases.BY_OTHERS.search(before) or phrases.OF_BEFORE.search(before))
    if word == "teams" and before.endswith("to ") and not settled:
        value += 2.0  # what is moved or ported there
    if word in _VERBS and phrases.CALLS_SOMETHING.match(after):
        value += 2.0
    if _WAYS[word.split(maxsplit=1)[0]] == "email" and _WRITTEN.match(after):
        value += 2.5  # "to write this"
    if word == "phone" and before.strip(" -*•")[-1:] in (",", ";", "") and _NUMBER.match(after):
        value += 2.4  # "phone 404-555-0132" is a label
    if word in ("call", "calls") and phrases.SOUNDS_LIKE_CALL.search(before):
        asked_for = phrases.OBJECT.match(after) or phrases.WHEN_AFTER.match(after) or phrases.ALLOWS.search(before)
        value += 2.0 * (not asked_for)
    return value


_PLEADS = re.compile(r"\b(?:please|pls|plz|bitte|por favor|kindly)\b", re.I)
_GIVES = re.compile(
    r"\b(?:reach|contact|catch|find|get|try|help)\s(?:me|us)\b|\b(?:i.m|i am|i.ll be|we.re|we are|"
    r"we.ll be) (?:\w+ ){0,2}"
    r"(?:in|at|on|up|here|free|around|available|reachable|open|back|home)\b",
    re.I,
)
_WRITTEN = re.compile(r"^\s(?:this|these|it|you|dies|ceci)\b", re.I)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"^\W{0,3}(?:is |no\.? )?[+(]?\d")
