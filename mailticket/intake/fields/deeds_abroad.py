"""Whether a German, French or Spanish sentence tells what somebody did: an auxiliary, and the deed as a participle."""

from __future__ import annotations

import re

from mailticket.intake.fields.lexicon_deeds import DONE_ABROAD, NOT_DONE
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Passage

_GERMAN = words("habe haben hab hat")
_GERMAN_DOER = re.compile(
    r"\b(?:ich|wir|er|sie|man|kolleg\w{1,5}|chef\w{0,2}|techniker\w{0,2}|admin\w{0,12}|mann|frau|sohn|tochter|"
    r"dienstleister)"
    r"\b",
    re.I,
)
_PARTICIPLE = re.compile(
    r"\b(?:\w{0,9}ge\w{2,12}(?:t|en)|\w{3,14}iert|versucht|\w{2,10}setzt|entfernt|erneuert|überprüft|vergeben|"
    r"verglichen|verkleinert|vergrößert)\b",
    re.I,
)
_SWITCHED = re.compile(r"\b(?:aus|an|ab|stromlos|rückgängig|neu|wieder|dicht|sauber) ?gemacht\b", re.I)
_FRENCH = re.compile(
    r"\b(?:(?:j['’](?:en |y )?|l['’]|je (?:les |lui |l['’])|nous (?:les |l['’])?|on (?:les |l['’])?|il (?:l['’])?|"
    r"elle |"
    r"ils |(?:notre|mon|ma|nos) \w{2,14}(?: \w{2,14})? )(?:en |y )?(?:ai|a|avons|ont)|m['’]a)\b(.{0,160})",
    re.I,
)
_FRENCH_DEED = re.compile(r"\b(?:\w{3,14}é(?:e?s?)|refait|mis|remis|éteint|réinscrit|fait \w{3,14}er)\b", re.I)
_SPANISH = re.compile(
    r"\b(?:he|hemos|han|(?:técnico|informátic[oa]|compañer[oa]|hijo|hija|marido|mujer|jefe|jefa|él|"
    r"ella) ha)\b(.{0,160})",
    re.I,
)
_SPANISH_DEED = re.compile(r"\b(?:\w{3,14}[ai]do|puesto|vuelto a \w{3,14}|hecho)\b", re.I)
_SUBORDINATE = re.compile(r"\b(?:alors que|bien que|puisque|parce que|aunque|porque)\s{1,2}$", re.I)
# "Cerré sesión y reparé Office", "se quitaron las licencias": the past tense is in the ending
_SPANISH_DID = re.compile(
    r"\b(?:cerr|reinici|repar|borr|quit|desinstal|instal|reinstal|cambi|limpi|revis|comprob|prob|actualic|actualiz|elimin|"
    r"cre|agregu|desactiv|restablec|apagu|desconect|compar|restaur|verifiqu|verific|intent|reasign|desvincul|prohib|"
    r"desbloque)(?:é|í|amos|imos|aron|ieron)\b",
    re.I,
)
_SPANISH_PAST = re.compile(
    r"\bya (?:lo |la |los |las |se |le )?(\w{3,12}(?:amos|imos|aron|ieron|é|í))\b|\b(?:ya )?(?:lo|la|los|las)?\s?"
    r"(\w{4,13}é)\s(?:una vez|la|el|las|los|dos|todo|y|mi|de nuevo)\b",
    re.I,
)


def tells_abroad(text: str, passage: Passage) -> bool:
    found = passage.words
    if found & _GERMAN and _GERMAN_DOER.search(text) and _is_german(text):
        return True
    if found & _FRENCH_AUX and any(_deeds(_FRENCH, _FRENCH_DEED, text)):
        return True
    if found & _SPANISH_AUX and any(_deeds(_SPANISH, _SPANISH_DEED, text)):
        return True
    if any(map(passage.folded.__contains__, _SPANISH_ENDINGS)) and _SPANISH_DID.search(text):
        return True
    if "ya" not in found and "é" not in passage.folded:
        return False
    past = (next(filter(None, match.groups()), "") for match in _SPANISH_PAST.finditer(text))
    return any(word.casefold() not in NOT_DONE for word in past)


# from here on the auxiliary speaks of nothing more
_GOES_ON = re.compile(
    r"\b(?:disant|que|qu['’]|qui|mais|car|parce|alors|j['’]avais|avait|porque|aunque|pero|cuando)\b", re.I
)
_FRENCH_AUX = words("ai a avons ont")
_SPANISH_ENDINGS = ("é", "í", "amos", "imos", "aron", "ieron")
_SPANISH_AUX = words("he hemos han ha")


def _is_german(text: str) -> bool:
    done = (match[0].casefold() for match in _PARTICIPLE.finditer(text))
    return any(_may_be_deed(word) for word in done) or bool(_SWITCHED.search(text))


def _may_be_deed(word: str) -> bool:
    """ "Angekommen" is as little a deed as "gekommen"."""
    return word not in NOT_DONE and word[max(0, word.find("ge")) :] not in NOT_DONE


def _deeds(aux: re.Pattern[str], deed: re.Pattern[str], text: str) -> list[bool]:
    clauses = (clause for clause in aux.finditer(text) if not _SUBORDINATE.search(text[: clause.start()]))
    told = [match[0].casefold() for clause in clauses for match in deed.finditer(_GOES_ON.split(clause[1], 1)[0])]
    return [word in DONE_ABROAD or word not in NOT_DONE for word in told]
