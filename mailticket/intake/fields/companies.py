"""Which words are the name of the sender's company: legal forms, business words, likeness to the mail domain. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields import phrases_sender
from mailticket.intake.fields.candidate import Candidate
from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.zones import zone_near
from mailticket.model import Address

_WEBMAIL = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail|msn|webmail|"
    r"t-online|orange|mail)\."
)
_LEGAL = re.compile(
    r"(?<![\w.])(?:(?i:inc|incorporated|llc|llp|pllc|ltd|limited|gmbh|mbh|kgaa|corp|corporation|pty|pvt|plc|sarl|eurl|"
    r"sasu|scop|s\.?l\.?u|s\.?l|s\.?a\.?u|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|s\.?c|p\.?c|kft|oyj?|d\.o\.o|b\.?v|n\.?v|"
    r"e\. ?k|e\. ?v|e\. ?u|l\.?p\.?a|s\. de r\.l|sp\. z o\.o|& co|c\.v|ehf|s\.r\.o|spol\. s r\.o|uab|eood|a\.ş|lda|"
    r"ltda|sdn\.? bhd|bhd|sprl|bvba|scrl|k\.k|s\.n\.c|gbr|s\.? ?à\.? ?r\.?l|ulc)|AG|KG|OHG|UG|SE|AB|AS|ASA|A/S|ApS|OÜ|"
    r"SIA|OOD|eG|eK|eV|PA|hf|a\.s|k\.s|CIC|DAC|KK|GK|Co)"
    r"(?![\w-])\.?"
)
_BUSINESS_WORD = re.compile(
    r"\b(?:it|solutions|services|group|technolog(?:y|ies)|tech|consulting|systems|partners|networks?|digital|"
    r"managed|associates|clinic|"
    r"school|bank|holdings?|industries|engineering|management|company|realty|msp|cloud|foundation|"
    r"logistics|networks?|networking|computers?|computing|data|software|security|telecom|hosting|dental|veterinary|"
    r"medical|"
    r"hospital|pharmacy|law|legal|attorneys|farms?|bakery|plumbing|heating|roofing|drywall|electric|construction|"
    r"builders|"
    r"contractors?|architects?|surveyors?|surveying|library|trust|church|parish|orthopedics|insurance|assurance|"
    r"freight|"
    r"marine|supply|studios?|design|hotels?|inns?|restaurants?|café|brewery|winery|academy|college|university|museum|"
    r"press|publishing|media|county|village of|city of|town of|society|club|spa|salon|labs?|laboratories|energy|solar|"
    r"motors?|transport|trucking|shipping|foods?|laundry|wholesale|trading|manufacturing|accountants|advisors|capital|"
    r"financial|credit union|printing|handels\w{0,14}|systemhaus|kanzlei|praxis|verlag|werke|stadtwerke|bau|"
    r"\w{3,12}bau|"
    r"autohaus|cabinet|atelier|clinique|mairie|imprimerie|informatique|conseil|clínica|grupo|taller|despacho|seguros|"
    r"servicios|soluciones|transportes|bodegas|colegio|ayuntamiento)\b",
    re.I,
)
_ROLE_WORD = re.compile(
    r"\b(?:manager|engineer|director|lead|controller|accountant|officer|administrator|admin|technician|specialist|"
    r"consultant|analyst|president|"
    r"owner|ceo|cfo|cto|coo|head of|assistant|coordinator|partner,|operations|accounts payable|she/her|"
    r"he/him|mcse|secretary|treasurer|principal|teacher|professor|head|chief|founder|partner$|supervisor|developer|"
    r"intern|"
    r"support|help ?desk|service desk|dispatch|receptionist|bookkeeper|buyer|clerk|nurse|dds|cpa|esq|phd|"
    r"leiter\w{0,2}|leitung|geschäftsführer\w{0,2}|büroleitung|assistenz|sachbearbeiter\w{0,2}|inhaber\w{0,2}|"
    r"techniker\w{0,2}|"
    r"directeur|directrice|responsable|gérante?|comptable|assistante?|directora?|gerente|administradora?|encargad[oa]|"
    r"hr|human resources|finance|marketing|sales|purchasing|procurement|reception|logistics dept|department|dept|"
    r"cloud delivery|delivery|tier \d|level \d|noc|office)\b",
    re.I,
)
_NO_COMPANY = re.compile(
    r"[@\d]|https?:|www\.|\.(?:example|com|net|org|onmicrosoft)\b|\w:(?:\s|$)|\bconfidential|\bphone\b|\btel\b|"
    r"\bfax\b|\bmobile\b|\bstreet\b|\bsent from\b|\?",
    re.I,
)
_JOINED_PARTS = re.compile(r"\s(?:[|•@*/~–—-]|::)\s")
_BETWEEN = re.compile(r"[,;:()|]|(?<=[.!?])(?<!\b[SMF]t\.)(?<!\bDr\.)(?<!\bSte\.)\s")
BELONGS = re.compile(rf"(?:{_BUSINESS_WORD.pattern}|{_LEGAL.pattern})", re.I)
_CLAUSE = re.compile(r"(?:we|i|this|it|here)(?: (?:are|am|is)|['’](?:re|m|s)) ", re.I)
_PAREN = re.compile(r"\w \(")
_STATE = re.compile(r", [A-Z]{2}$")  # "Boulder, CO" is a place
_LIKELY = 2.0
_SMALL = 2


def best(texts: Sequence[str], author: Address) -> tuple[str, float] | None:
    """The text most like a company's name with a confidence, or None when none is likely one."""
    rated = [(value, text) for text in texts if (value := rate(text, author)) >= _LIKELY]
    if not rated:
        return None
    value, text = max(rated, key=lambda item: item[0])
    return without_place(text.strip(" ,")), min(0.5 + 0.05 * value, 0.75)


def without_name(text: str, name: str, display: str) -> str:
    """ "Ann Lee, Northgate Inc." without who stands before the firm: the name, or what begins as the sender's does."""
    before, comma, rest = text.partition(f"{name},") if name else (text, "", "")
    if comma and rest.strip():
        return rest.strip()
    first, comma, rest = before.partition(", ")
    given = plain(first).split()
    called = plain(display).split()
    return rest.strip() if comma and called and given[:1] == called[:1] and len(given) <= _SMALL else text


def without_place(text: str) -> str:
    """ "Nordlicht GmbH, Husum" without the town behind the legal form."""
    found = next(reversed([*_LEGAL.finditer(text)]), None)
    rest = text[found.end() :] if found else ""
    return text[: found.end()] if found and re.match(r"\s?[,–-]\s?[^,]{2,40}$", rest) else text


def rate(text: str, author: Address) -> float:
    """0 and less for what is no company; a legal form, a business word and likeness to the mail domain count."""
    legal = bool(_LEGAL.search(text))
    if not 3 <= len(text) <= 70 or not text[0].isalnum() or _NO_COMPANY.search(text) or len(text.split()) > 7:
        return 0.0
    if _is_sentence(text):
        return 0.0
    alike = like_domain(text, author.domain)
    if (text[0].islower() and not (alike and len(text.split()) <= 4)) or (text.endswith((".", "!")) and not legal):
        return 0.0
    for_it = 2.0 * legal + 1.0 * bool(_BUSINESS_WORD.search(text)) + 3.0 * alike
    against = 2.0 * bool(_ROLE_WORD.search(text)) + 1.5 * ("," in text and not legal)
    return (
        for_it
        - against
        - 2.0 * bool(_JOINED_PARTS.search(text))
        - 2.0 * bool(_PAREN.search(text) or _STATE.search(text))
    )


def names_role(text: str) -> bool:
    """ "Senior Partner", "Office Manager"."""
    return bool(_ROLE_WORD.search(text))


def names_business(text: str) -> bool:
    return bool(_BUSINESS_WORD.search(text) or _LEGAL.search(text))


def _is_sentence(text: str) -> bool:
    """Two small words that join nothing, among words with capitals: a name has none."""
    if _CLAUSE.match(text):
        return True
    words = _LEGAL.sub("", text).split()
    small = sum(word[:1].islower() and word.casefold() not in _CONNECTING for word in words)
    return small >= _SMALL and small < len(words)


def beside_name(parts: Sequence[str], name: str) -> str | None:
    """The first part under or beside the name that may be a company by its looks alone; None without a name above."""
    seen = False
    for part in parts:
        text = part.strip(" .,|")
        if seen and text != name and looks_named(text):
            return text
        seen = seen or (bool(name) and text == name)
    return None


_PLACE = re.compile(r", [A-Z]{2}\b|\b(?:suite|floor|box|straße|strasse|rue|calle)\b", re.I)
_CONNECTING = frozenset(["&", "and", "of", "the", "de", "la", "du", "des", "der", "und", "y", "et", "for"])


def looks_named(text: str) -> bool:
    """Two to six words, each with a capital unless it connects; no role, place, number or address."""
    words = text.split()
    if not 2 <= len(words) <= 6 or len(text) > 60 or _NO_COMPANY.search(text) or _ROLE_WORD.search(text):
        return False
    capital = all(word[:1].isupper() or word.casefold() in _CONNECTING for word in words)
    return capital and not _PLACE.search(text) and "," not in text and ":" not in text


def like_domain(text: str, domain: str) -> bool:
    """The company's words make up the domain's name, in whatever order; webmail and short names prove nothing."""
    label = domain_name(domain)
    words = plain(text.replace("&", " and ")).split()
    compact = "".join(words)
    if len(label) < 4 or len(compact) < 4:
        return False
    if compact.startswith(label) or label.startswith(compact) or (len(label) >= 6 and compact[:6] == label[:6]):
        return True
    return len(words) >= 2 and sum(len(word) for word in words if len(word) > 2 and word in label) >= 0.8 * len(label)


def domain_name(domain: str) -> str:
    """The letters of the label before the public suffix; "" for webmail."""
    return "" if _WEBMAIL.match(domain) or "." not in domain else plain(domain.split(".")[-2]).replace(" ", "")


# ---------------------------------------------------------------- named in running text


def introduced(told: Sequence[Passage]) -> Iterator[Candidate]:
    """The company people say they are, write for or look after."""
    for passage in told[:_FIRST]:
        for wording in phrases_sender.OUR_COMPANY:
            if (found := wording.search(passage.beginning(_BEGINNING))) and _may_be_ours(found[1]):
                yield Candidate("partner_name", found[1].strip(" .,"), found[0], 0.56, "in the text", "introduction")


def _may_be_ours(name: str) -> bool:
    first = name.split(maxsplit=1)[0].casefold()
    return first not in phrases_sender.NO_COMPANY_BEGINS and not zone_near(name)


def named_like_domain(told: Sequence[Passage], author: Address) -> Iterator[Candidate]:
    """Capitalised words of the text that spell the mail domain, with the words that belong to the name."""
    label = domain_name(author.domain)
    if len(label) < 5:
        return
    spelled = [name for passage in told for name in _spelled(passage.text[:_BEGINNING], label)]
    if spelled:
        name = max(spelled, key=len)
        yield Candidate("partner_name", name, name, 0.58, "company named in the text", "like-domain")


def _spelled(text: str, label: str) -> Iterator[str]:
    for segment in _BETWEEN.split(text):
        words = segment.split()
        for at, word in enumerate(words):
            first = word.lstrip("\"“„«('*")[:1]
            if first.casefold() != label[0] and first.isascii():
                continue
            whole = plain(word) and label.startswith(plain(word)) and "@" not in word and ".." not in word
            before = words[at - 1] if at and word[:1].isupper() and _belongs_before(words[at - 1], label) else ""
            turned = at + 1 if before and len(plain(before) + plain(word)) >= _MOST_OF_IT * len(label) else 0
            if whole and (end := _spelled_until(words, at, label) or turned):
                if word[:1].isupper():
                    begin = at - bool(before)
                    yield " ".join(words[begin : _name_end(words, end)]).strip('."”“')
                elif end - at >= 2:
                    yield " ".join(words[at:end]).strip('."”“')


def _belongs_before(word: str, label: str) -> bool:
    """The domain has the words in another order: "Bäckerei Kolb" at kolbbaeckerei.example."""
    return word[:1].isupper() and len(word) > 3 and plain(word) in label


def _spelled_until(words: Sequence[str], at: int, label: str) -> int:
    """The end of the words that spell the label, or at least half of it and six letters; else 0.

    A word for "and" may be left out, and the last word may go on where a short label ends.
    """
    made, end = "", at
    while end < min(len(words), at + 6):
        longer = made + plain(words[end].replace("&", "and")).replace(" ", "")
        if end > at and words[end].casefold() in _CONNECTING and not label.startswith(longer):
            end += 1
        elif made and longer.startswith(label) and len(label) - len(made) >= 3:
            return end + 1
        elif longer == made or not label.startswith(longer):
            break
        else:
            made, end = longer, end + 1
    while end > at and words[end - 1].casefold() in _CONNECTING:
        end -= 1
    return end if made == label or len(made) >= max(6, len(label) // 2) else 0


def _name_end(words: Sequence[str], end: int) -> int:
    """The capitalised words that follow belong to the name, and so do business words."""
    last = min(len(words), end + _MORE_WORDS)
    while end < last:
        word = words[end].strip(".,")
        joins = word.casefold() in _CONNECTING and end + 1 < last and words[end + 1][:1].isupper()
        if not (word[:1].isupper() or joins or BELONGS.fullmatch(word)) or word.casefold() in _GOES_ON:
            break
        end += 1
    return end


_MOST_OF_IT = 0.8  # of the letters of the domain
_MORE_WORDS = 5
_GOES_ON = frozenset(["i", "we", "our", "is", "has", "had", "here", "ich", "wir"])
_BEGINNING = 600  # characters of a sentence in which somebody introduces himself
_FIRST = 6  # sentences
