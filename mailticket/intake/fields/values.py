"""One written answer to the value its field holds; None when the answer is none. Knows fields, not mails."""

from __future__ import annotations

import re
from collections.abc import Callable

from mailticket.intake.fields import phones
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon import NO_ANSWER, NOT_APPLICABLE
from mailticket.intake.fields.severities import severity
from mailticket.intake.fields.zones import zone
from mailticket.model import FieldContent

MAX_TEXT = 4000
GUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I)
ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
DOMAIN = re.compile(r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}(?![\w@-])", re.I)
_WAYS = {
    word: way
    for way, words in {
        "email": "email emails mail mails correo courriel",
        "phone": "phone call calls telephone telefon telefonisch tel cell mobile ring anruf handy telefono appel"
        " llamada llamar llamen appeler",
        "teams": "teams chat", "text": "text txt sms", "whatsapp": "whatsapp", "zoom": "zoom", "webex": "webex",
    }.items()
    for word in words.split()
}  # fmt: skip
METHOD = re.compile(rf"\b(?:{'|'.join(sorted(_WAYS, key=len, reverse=True))})\b")
_ANSWERS_MAIL = re.compile(r"\breply to (?:this|the) (?:ticket|mail|email|message)\b|\be mails?\b")
_LINKED = re.compile(r"\s?<(?:mailto:|https?:|tel:)[^<>\s]{0,300}>|\[cid:[^\]\s]{0,100}\]", re.I)
_CHECKED = re.compile(r"(?:\[\s?[xX✓✔*]\s?\]|\([xX✓✔]\)|[☒☑✅✔●◉⦿])\s*([^\[\]()☒☑☐✅✔●◉⦿○◯⚪\n]{1,80})")
_ANY_BOX = re.compile(r"\[[\sxX✓✔*_]?\]|\([\sxX✓✔]\)|[☐☒☑✅●◉⦿○◯⚪]")
_PLACEHOLDER = re.compile(
    r"^(?:\[[^\[\]]{2,60}\]|<[a-z][^<>@]{2,50}>|\{[^{}]{2,60}\})\s*"
)  # what a template says to write here
_NUMBER_WORDS = {
    word: value
    for value, words in enumerate(
        (
            "zero", "one,eins,ein,un,une,uno,una", "two,zwei,deux,dos,both", "three,drei,trois,tres",
            "four,vier,quatre,cuatro", "five,funf,cinq,cinco", "six,sechs,seis", "seven,sieben,sept,siete",
            "eight,acht,huit,ocho", "nine,neun,neuf,nueve", "ten,zehn,dix,diez", "eleven,elf,onze,once",
            "twelve,zwolf,douze,doce,dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty,zwanzig,vingt,veinte",
        )
    )
    for word in words.split(",")
}  # fmt: skip
_COUNT = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\w-])")
_ONLY_ME = re.compile(
    r"\b(?:just|only|nur|solo|seulement) (?:me|myself|ich|moi|yo|one user)\b|^(?:me|myself|single user)$"
)
_AND_ME = re.compile(r"\b(?:(?:me|myself|him|her) (?:and|plus)|(?:and|plus) (?:me|myself))\b")
_SUMMED_UP = re.compile(
    r"\b(?:me|myself|i|ich|moi|yo) (?:and|und|et|y|plus) (?!about|some|another)\w{1,12} "
    r"(?:\w{1,12} ){0,4}?(\d{1,3})$|\d (?:no|sorry|actually|rather|make that|nein|non|correction|"
    r"i mean) (?:it s )?(\d{1,6})\b"
)
_ME_AND_ONE = re.compile(r"\b(?:me|myself|ich|moi|yo) (?:and|und|et|y|plus) \w")
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|dr|herr|frau|sr|sra|mme|prof)\b\.?\s*)+", re.I)
_CMP = re.compile(r"\b(?:CMP[\s#:-]{0,3})?(?:[A-Z]{1,6}-?)?\d[\dA-Z-]{1,20}\b", re.I)


def unlinked(text: str) -> str:
    """Text without the link targets and picture marks mail programs write into it."""
    return _LINKED.sub("", text) if "<" in text or "[" in text else text


def tidy(text: str) -> str:
    """An answer without link targets, emphasis, surrounding quotes and hint left standing; chosen boxes only."""
    text = unlinked(text[:MAX_TEXT]).replace("**", "").strip().strip("*_").strip()
    if len(text) > 1 and text[0] in "\"'“‘«„" and text[-1] in "\"'”’»“":
        text = text[1:-1].strip()
    if not _ANY_BOX.search(text):
        return _PLACEHOLDER.sub("", text, count=1).strip() if text[:1] in "[<{" else text
    return ", ".join(chosen.strip(" .,;") for chosen in _CHECKED.findall(text))


def is_answer(text: str) -> bool:
    """False for blanks, dashes, question marks and the ways of saying "I do not know"."""
    return plain(text) not in _NO_ANSWER and not _PUT_OFF.match(text.strip())


_NO_ANSWER = frozenset(map(plain, NO_ANSWER))
_NOT_APPLICABLE = frozenset(map(plain, NOT_APPLICABLE))
_PUT_OFF = re.compile(
    r"(?:unknown|tbd|tbc|not known|no idea|not sure|don'?t know|dont know|i don.t (?:know|have)|we don.t (?:know|"
    r"have)|n/a)\b"
    r"[\s,;:(.-]",
    re.I,
)


def read(key: str, text: str, context: FieldContext) -> FieldContent | None:
    """The value of field ``key`` that ``text`` answers, or None when it answers nothing usable."""
    answer = tidy(text)
    if key == "subscription_id":
        return subscription(answer)
    if not is_answer(answer):
        return None
    if key == "phone":
        return phones.number(answer, context.region)
    if key == "email":
        return address(answer, context)
    return _READERS.get(key, _text)(answer)


def subscription(text: str) -> str | None:
    """A GUID, or "n/a" when it does not apply, or one other identifier with a digit in it."""
    if found := GUID.search(text):
        return found[0].lower()
    if plain(text) in _NOT_APPLICABLE or re.match(r"(?:not applicable|n/?a)\b", text, re.I):
        return "n/a"
    word = text.split(maxsplit=1)[0] if text.split() else ""
    return word if len(word) >= 5 and any(letter.isdigit() for letter in word) and is_answer(text) else None


def address(text: str, context: FieldContext) -> str | None:
    """The first addr-spec (RFC 5322 §3.4.1) that is not our own."""
    found = (item[0].strip(".'-") for item in ADDRESS.finditer(text))
    return next((item for item in found if item.casefold() not in context.own_addresses), None)


def domains(text: str) -> tuple[str, ...] | None:
    """Everything that looks like a domain name, in order, each once."""
    found = (item[0].casefold() for item in DOMAIN.finditer(text))
    return tuple(dict.fromkeys(item.removeprefix("www.") for item in found)) or None


def accounts(text: str) -> tuple[str, ...] | None:
    """Mail addresses if there are any, else the items between commas, semicolons and line ends."""
    found = dict.fromkeys(item[0].strip(".'-") for item in ADDRESS.finditer(text))
    items = tuple(found) or tuple(part.strip(" .-*•\t") for part in re.split(r"[,;\n]", text))
    kept = tuple(item for item in items if 2 < len(item) <= 80 and re.search(r"[^\W\d]", item))
    return kept[:200] or None


def users(text: str) -> int | None:
    """How many: digits, a number word, "just me"; "me and 2 others" counts the writer."""
    answer = plain(text[:200])
    if found := _SUMMED_UP.search(answer):
        return int(found[1] or found[2])
    if _ONLY_ME.search(answer):
        return 2 if _ME_AND_ONE.search(answer) else 1
    extra = 1 if _AND_ME.search(answer) else 0
    if found := _COUNT.search(text[:200]):
        return int(found[1].replace(",", "")) + extra
    word = next((word for word in answer.split() if word in _NUMBER_WORDS), None)
    return _NUMBER_WORDS[word] + extra if word else None


def person(text: str) -> str | None:
    """A person's name from "Dr. Ann Lee, CTO" or "Lee, Ann"; None for an address, a number or a way to answer."""
    text = _TITLE.sub("", re.split(r"[|/<(;\n\t]|\s[-–]\s|,?\s*\+?\(?\d{3}", text, maxsplit=1)[0].strip())
    first, _, rest = (part.strip() for part in text.partition(","))
    if plain(first) in _NO_PERSON:
        return None
    if rest and " " not in first and len(rest.split()) <= 2 and not re.search(r"[a-z]{2,}\s+[a-z]{3,}", rest):
        first = f"{rest} {first}"
    words = first.split()
    named = 0 < len(words) <= 5 and len(first) <= 60 and "@" not in first and not METHOD.fullmatch(plain(words[0]))
    return first if named and not re.search(r"\d", first) and plain(first) not in _NO_PERSON else None


_NO_PERSON = frozenset(
    {"reply to this ticket", "reply", "same", "me", "this email", "us", "myself", "ich", "moi", "yo"}
)


def method(text: str) -> str | None:
    """Ways to be contacted as "email", "phone", "teams", "text", "whatsapp", at most two; None when it names none."""
    answer = plain(text[:200])
    ways = dict.fromkeys(_WAYS[found[0]] for found in METHOD.finditer(answer))
    if _ANSWERS_MAIL.search(answer):
        ways = {"email": "", **ways}
    if not ways or (len(ways) == 1 and "phone" not in ways):
        ways.update(dict.fromkeys(["phone"] if next(phones.written(text[:200]), None) else []))
    return " or ".join(list(ways)[:2]) or None


def contact_time(text: str) -> str | None:
    return _text(text[:200].replace("\n", " "))


def cmp(text: str) -> str | None:
    """The identifier itself, without what is said about it; it has a digit."""
    found = _CMP.search(text[:120])
    return found[0].strip() if found and sum(map(str.isdigit, found[0])) > 1 else None


def _text(text: str) -> str | None:
    return text or None


def _line(text: str) -> str | None:
    return " ".join(text.split())[:200] or None


_READERS: dict[str, Callable[[str], FieldContent | None]] = {
    "partner_name": _line,
    "contact_name": person,
    "product": _line,
    "preferred_contact_method": method,
    "preferred_contact_time": contact_time,
    "time_zone": zone,
    "severity": severity,
    "tenant_domains": domains,
    "user_accounts": accounts,
    "users_impacted": users,
    "cmp_id": cmp,
}
