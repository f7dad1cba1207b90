"""One written answer to the value its field holds; None when the answer is none. Knows fields, not mails."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

from mailticket.intake.fields import phones
from mailticket.intake.fields.answers import is_answer, tidy
from mailticket.intake.fields.candidate import FieldContext
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon import NOT_APPLICABLE
from mailticket.intake.fields.lexicon_counts import count_of
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import sentences
from mailticket.intake.fields.severities import severity
from mailticket.intake.fields.times import find_times
from mailticket.intake.fields.zones import zone
from mailticket.model import FieldContent

GUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I)
ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
DOMAIN = re.compile(r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}(?![\w@-])", re.I)
_WAYS = {
    word: way
    for way, words in {
        "email": "email emails mail mails correo courriel mel write written writing schriftlich schreiben mailen "
        "escrito escribirme escribame ecrit ecrire ecrivez emial",
        "phone": "ph phone call calls called telephone telefon telefonisch tel cell mobile ring anruf anrufen anrufe "
        "handy telefono appel"
        " llamada llamar llamen llamarme llameme appeler appelez ruckruf ruckrufe fone phon landline handset voice "
        "calling callback rappel",
        "teams": "teams chat", "text": "text txt sms", "whatsapp": "whatsapp", "zoom": "zoom", "webex": "webex",
    }.items()
    for word in words.split()
}  # fmt: skip
METHOD = re.compile(rf"\b(?:{'|'.join(sorted(_WAYS, key=len, reverse=True))})\b")
_ANSWERS_MAIL = re.compile(r"\breply to (?:this|the) (?:ticket|mail|email|message)\b|\be mails?\b")
_ZERO = frozenset({"zero", "nobody", "noone", "niemand", "keiner", "nadie", "null", "cero", "zéro"})
_ONE = frozenset({"one", "eins", "ein", "eine", "un", "une", "uno", "una"})
_EXACT = re.compile(
    r"\b(?:exact(?:ly)?|genau|exactement|exactamente)\W{1,4}(\d{1,6})\b", re.I
)  # beside boxes of ranges
_SOME_WORDS = 3  # a number in words has at most: "treinta y cinco"
_COUNT = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d{1,7})(?:(?![\w-])|(?=-\d{1,3}\b(?!-)|-odd\b))")
_ONLY_ME = re.compile(
    r"\b(?:just|only|nur|solo|seulement) (?:me|myself|ich|moi|yo|one user)\b(?! (?:and|plus|und|et|y)\b)|^(?:me|"
    r"myself|single user)$"
)
_ME_AND_ONE = re.compile(
    r"\b(?:me|myself|ich|moi|yo) (?:and|plus|und|et|y) (?:my |the |mein\w? |mon |ma |mi )?[^\W\d]+$|"
    r"^(?:my |the |mein\w? |mon |ma |mi )?[^\W\d]+ (?:and|plus|und|et|y) (?:me|myself|ich|moi|yo)$"
)
_SOME = r"(?:\d{1,3}|both|one|two|three|four|five|six|seven|eight|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro)"
_AND_ME = re.compile(
    r"\b(?:me|myself|i|ich|moi|yo|him|her) (?:and|plus|und|et|y) (?:(?:my|the|our|other|meine|mes|mis) ){0,2}"
    rf"(?:\w+ )?(?={_SOME}\b)|\b{_SOME} (?:\w+ ){{0,2}}(?:and|plus|und|et|y) (?:me|myself|ich|moi|yo)\b"
)
_TOTAL = re.compile(r"[^\W\d]\s?(?:[,;=:]|\b(?:so|makes?|that.?s|total|also|macht|donc)\b)\s*(\d{1,5})\W{0,3}$", re.I)
_SUMMED_UP = re.compile(
    r"\b(?:me|myself|i|ich|moi|yo) (?:and|und|et|y|plus) (?!about|some|another|the|my|our|other|both)\w{1,12} "
    r"(?:\w{1,12} ){0,4}?(\d{1,3})$|\d (?:no|sorry|actually|rather|make that|nein|non|correction|"
    r"i mean) (?:it s )?(\d{1,6})\b"
)
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|dr|herr|frau|sr|sra|mme|prof)\b\.?\s*)+", re.I)
_CMP = re.compile(r"\b(?:CMP[\s#:-]{0,3})?(?:[A-Z]{1,6}-?)?\d[\dA-Z-]{1,20}\b", re.I)


_NOT_APPLICABLE = frozenset(map(plain, NOT_APPLICABLE))


def read(key: str, text: str, context: FieldContext) -> FieldContent | None:
    """The value of field ``key`` that ``text`` answers, or None when it answers nothing usable."""
    answer = tidy(text)
    if key == "users_impacted" and (exact := _EXACT.search(text[:200])):
        return int(exact[1])
    if key == "subscription_id":
        return subscription(answer)
    if key == "partner_name":
        answer = _NO_PARTNER.sub("", answer, count=1)
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
    if plain(text) in _NOT_APPLICABLE or _NO_MATTER.match(text):
        return "n/a"
    word = text.split(maxsplit=1)[0] if text.split() else ""
    return word if len(word) >= 5 and sum(map(str.isdigit, word)) >= 2 and is_answer(text) else None


_NO_MATTER = re.compile(
    r"\W{0,3}(?:not applicable|n/?a\b|s/o\b|(?:does|do) ?n.t apply|does not apply|not relevant|no subscription|"
    r"trifft nicht zu|"
    r"(?:we|they|the customer|client|customer|he|she) (?:(?:do(?:es)? ?n[o']?t|don.t|doesn.t|do(?:es)? not|never) "
    r"(?:use|have|own|run)|ha(?:s|ve) no) (?:any |an? )?(?:azure|subscriptions?)\b|(?:kein|pas d.|sin|no) ?azure\b|"
    r"nicht (?:zutreffend|relevant)|entfällt|ne s.applique pas|non applicable|sans objet|no aplica|no procede)",
    re.I,
)


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
    found = tuple(dict.fromkeys(item[0].strip(".'-") for item in ADDRESS.finditer(text)))
    if found:
        return found[:200]
    items = [part.strip(" .-*•\t") for part in re.split(r"[,;\n]", text)]
    return tuple(filter(_may_be_account, items))[:200] or None


def _may_be_account(item: str) -> bool:
    """A login or a person's name, not what is said instead of one, and no file."""
    words = item.split()
    if item[:1].isdigit() and len(words) > 1:  # "14 people"
        return False
    if not 2 < len(item) <= 60 or len(words) > 4 or not re.search(r"[^\W\d]", item) or _NO_ACCOUNT.search(item):
        return False
    return len(words) <= 2 or all(word[:1].isupper() or not word[:1].isalpha() for word in words)


_NO_ACCOUNT = re.compile(
    r"\b(?:all|every\w{0,4}|any|none|nobody|attach\w{0,3}|later|list|below|above|pasted|yes|no|alle\w?|tous|toutes|"
    r"todos|"
    r"todas|jeder|everyone|multiple|several|various|services?|group|systems?|solutions?)\b|\.(?:txt|log|csv|json|har|"
    r"png|zip|"
    r"pdf)$|:$",
    re.I,
)


def users(text: str) -> int | None:
    """How many: digits, a number word, "just me"; "me and 2 others" counts the writer."""
    text = text[:200].replace("+", " plus ").replace("&", " and ")
    answer = plain(text)
    if found := _TOTAL.search(text) or _SUMMED_UP.search(answer):
        return int(next(filter(None, found.groups())))
    if _ONLY_ME.search(answer) or _ONLY_ONE.match(text):
        return 2 if _ME_AND_ONE.search(answer) else 1
    extra = 1 if _AND_ME.search(answer) else 0
    if found := _COUNT.search(text):
        return int(found[1].replace(",", "")) + extra
    if _ME_AND_ONE.search(answer):
        return 2
    word = 0 if _NONE_YET.match(answer) else _in_words(text)
    return None if word is None else word + extra * bool(word)


_ONLY_ONE = re.compile(
    r"(?:(?:[A-ZÀ-Ý][\w.'’-]{1,16} ){1,3}only|(?:only|just) [A-ZÀ-Ý][\w.'’-]{1,16}(?: [A-ZÀ-Ý][\w'’-]{1,16})?)\W{0,2}$"
)
_NONE_YET = re.compile(r"(?:none|no (?:one|user|person|people|staff|employee)s?|kein\w{0,2}|aucun\w?|ningun\w?)\b")


def _in_words(text: str) -> int | None:
    """The first number in words, "one" and nobody among them."""
    said = _LETTERS.findall(text.casefold())
    for at, word in enumerate(said):
        for size in range(_SOME_WORDS, 0, -1):
            if (count := count_of(" ".join(said[at : at + size]))) is not None:
                return count
        if word in _ZERO or word in _ONE:
            return int(word in _ONE)
    return None


_LETTERS = re.compile(r"[^\W\d_]+")


def person(text: str) -> str | None:
    """A person's name from "Dr. Ann Lee, CTO" or "Lee, Ann"; None for an address, a number or a way to answer."""
    if (inner := _MYSELF.match(text)) is not None:
        text = inner[1]
    first, _, rest = text.partition("\n")
    if rest and names_company(first) and not _NAME_BEFORE_FIRM.match(first):
        text = rest
    text = _TITLE.sub(
        "",
        re.split(
            r"[|/<(;:\n\t·]|\s{2,}|\s[-–—]\s|\s(?:at|of|from|with|bei|chez)\s(?=[A-ZÄÖÜÉ])|,?\s*\+?\(?\d{3}",
            text,
            maxsplit=1,
        )[0].strip(),
    )
    first, _, rest = (part.strip() for part in text.partition(","))
    if plain(first) in _NO_PERSON:
        return None
    if rest and " " not in first and len(rest.split()) <= 2 and not re.search(r"[a-z]{2,}\s+[a-z]{3,}", rest):
        first = f"{rest} {first}"
    words = first.split()
    named = 0 < len(words) <= 5 and len(first) <= 60 and "@" not in first and not METHOD.search(plain(first))
    named = named and plain(words[0]) not in _NO_NAME and len(first) > 1
    return first if named and not re.search(r"\d", first) and plain(first) not in _NO_PERSON else None


_NAME_BEFORE_FIRM = re.compile(r"[^\W\d_][\w'’.-]{1,20}(?: [^\W\d_][\w'’.-]{0,20}){1,2}(?:\s[-–—|]\s|,\s\S+\s)\S")
_MYSELF = re.compile(r"\W{0,2}(?:me|myself|ich|moi|yo|that.s me)\W{1,3}([A-Z][^()]{2,40})", re.I)
_NO_PERSON = frozenset(
    {"reply to this ticket", "reply", "same", "me", "this email", "us", "myself", "ich", "moi", "yo"}
)


_NO_NAME = words(
    "via by per at on in the see same please any all between from to not no yes ask our your for siehe über par voir "
    "por ver como number users company we they it this that"
)


def method(text: str) -> str | None:
    """Ways to be contacted as "email", "phone", "teams", "text", "whatsapp", at most two; None when it names none."""
    answer = _NOT_SO.sub(" ", plain(text[:200]))
    ways = dict.fromkeys(_WAYS[found[0]] for found in METHOD.finditer(answer))
    if _ANSWERS_MAIL.search(answer):
        ways = {"email": "", **ways}
    if not ways or (len(ways) == 1 and "phone" not in ways):
        ways.update(dict.fromkeys(["phone"] if next(phones.written(text[:200]), None) else []))
    return " or ".join(list(ways)[:2]) or None


# a way that is refused, or only for emergencies
_NOT_SO = re.compile(
    r"\b\w+ (?:only|nur|seulement|solo) (?:if|in|for|when|im|wenn|en|pour|si)\b.*|\b(?:no|not|not by|kein\w?|nicht|"
    r"pas de|pas "
    r"par|sin|no por) (?:e mails?|mails?|emails?|phone|calls?|teams|texts?|telefon|anruf\w?|appels?|llamadas?)\b"
)
_CMP_DIGITS = 2


def contact_time(text: str) -> str | None:
    line = text[:200].replace("\n", " ")
    if len(line) > _FEW_WORDS and len(sentences(line)) > 1:  # sentences of which one tells the time
        line = max((stretch for stretch, _, _ in find_times(line)), key=len, default=line)
    return _text(line.removesuffix(".") if line.count(".") == 1 else line)  # "9 a.m." keeps its own


def cmp(text: str) -> str | None:
    """The identifier itself, without what is said about it; it has a digit."""
    found = next((found for found in _CMP.finditer(text[:120]) if sum(map(str.isdigit, found[0])) >= _CMP_DIGITS), None)
    return found[0].strip() if found else None


def _text(text: str) -> str | None:
    return text or None


def _line(text: str) -> str | None:
    return " ".join(text.split())[:200] or None


def _product(text: str) -> str | None:
    """Without a long remark in parentheses behind it, or the tenant and numbers told in the same breath."""
    return _line(_FURTHER.sub("", _REMARK.sub("", text)))


_FURTHER = re.compile(
    r"\s?[,;|/(·-]\s?(?:(?:our|the|on|in|for) )?(?:domain|tenant|cmp|sub(?:scription)?(?: id)?|sev(?:erity)?|"
    r"prio(?:rity)?|"
    r"\d{1,5} (?:users?|people|seats|staff)|[\w-]{2,60}\.onmicrosoft\.com)\b.*$",
    re.I | re.S,
)
_REMARK = re.compile(r"\s*\([^()]{16,200}\)\s*$")


def names_company(text: str) -> bool:
    """A legal form or a business word is in it."""
    return len(text) < _FEW_WORDS and _BUSINESS.search(text) is not None


_BUSINESS = re.compile(
    r"\b(?:inc|llc|llp|ltd|limited|gmbh|ag|kg|corp|plc|sarl|sas|s\.l|solutions|services|group|technolog(?:y|ies)|"
    r"consulting|"
    r"systems|systemhaus|partners|networks?|associates|managed|msp|company|informatique|computing)\b",
    re.I,
)


def _company(text: str) -> str | None:
    """The first line, without the town behind the name; an address or "all of us" is no company."""
    first = text.strip().partition("\n")[0]
    name, _, rest = first.rpartition(", ")
    if " " in name and "," not in name and _TOWN.fullmatch(rest) and not names_company(rest):
        first = name
    told = len(sentences(first)) > _TELLS
    return None if told or "@" in first or _NO_COMPANY.match(first) else _line(first)


_TELLS = 2  # sentences; more are about something else


# "n/a, we are the end customer, Umber Coffee"
_NO_PARTNER = re.compile(
    r"(?:(?:n/?a|none|no(?: partner)?)\b[\s,;:.()–-]{1,4})?"
    r"(?:\(?(?:we|i)(?:.re| are|.m| am) (?:an? |the )?(?:end |direct |final )?|(?:an? |the )?(?:end|direct|final) )"
    r"(?:customer|client|user)s?(?: directly| ourselves| direct)?\)?[\s,;:.–-]{1,4}(?=\w)",
    re.I,
)
_TOWN = re.compile(r"[A-ZÄÖÜÉ][\w.'’-]+(?: [A-ZÄÖÜÉ][\w.'’-]+)?(?: \([^()]{2,20}\))?|[A-Z]{2}")
_NO_COMPANY = re.compile(r"(?:all|every\w*|alle|tous|todos|my|me|us|none|yes)\b", re.I)
_FEW_WORDS = 60  # characters
_US_ZONES = ("eastern", "central", "mountain", "pacific")


def _zone(text: str) -> str | None:
    """A zone; in an answer that names none, one of the American names with a typing error."""
    found = zone(text)
    if found or len(text) > _FEW_WORDS:
        return found
    near = (get_close_matches(word, _US_ZONES, 1, 0.85) for word in plain(text).split() if len(word) > 4)
    return zone(" ".join(name for names in near for name in names))


_READERS: dict[str, Callable[[str], FieldContent | None]] = {
    "partner_name": _company,
    "contact_name": person,
    "product": _product,
    "preferred_contact_method": method,
    "preferred_contact_time": contact_time,
    "time_zone": _zone,
    "severity": severity,
    "tenant_domains": domains,
    "user_accounts": accounts,
    "users_impacted": users,
    "cmp_id": cmp,
}
