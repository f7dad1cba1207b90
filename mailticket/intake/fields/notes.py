"""Remarks beside an answer: the way to be reached that a note wishes for or refuses, and whose account it speaks of."""

from __future__ import annotations

import re

_NOTED = 300  # characters of an answer in which a note stands


def way_beside(key: str, text: str) -> str | None:
    """ "(no calls please)" beside an address asks for mail, "(preferred)" for what it stands beside."""
    wording, way = _WISHED.get(key, (None, None))
    return way if wording and wording.search(text[:_NOTED]) else None


# notes beside an address or a number: the other way is refused, or this one wished for
_BY_MAIL = re.compile(
    r"\b(?:no|not? by|never|don.t|do not|avoid|without|please not|kein\w{0,2}|nicht|pas d[e']|sin|no)"
    r"(?: (?:the|any|use|by|my|a|par|por|me))?\s?(?:phone|calls?\b|calling|telephone|ring|anruf\w{0,3}|telefon\w{0,3}|"
    r"appels?|appeler|téléphone|llamadas?|llamar)|\b(?:e-?mails?|mails?|writing|this) (?:only|preferred|best|please)\b|"
    r"\b(?:preferred|only this|please (?:use|write)|bevorzugt|de préférence|preferible\w{0,5})\b",
    re.I,
)
_BY_PHONE = re.compile(
    r"\b(?:no|not? by|never|don.t|do not|avoid|without|please not|kein\w{0,2}|nicht|pas d[e']|sin)"
    r"(?: (?:the|any|use|by|my|a|par|por|me))?\s?(?:e-?mails?|mails?\b|mailing|writing|courriels?|correos?)|"
    r"\b(?:call|calls|phone|voice|this) (?:only|preferred|best|please)\b|"
    r"\b(?:preferred|only this|please (?:use|call|ring|phone)|bevorzugt|de préférence|preferible\w{0,5})\b",
    re.I,
)
_WISHED = {"email": (_BY_MAIL, "email"), "phone": (_BY_PHONE, "phone")}


def own_part(text: str) -> str:
    """The text without what it says of somebody else's account: "call me. His login is a@b.example"."""
    theirs = _THEIRS.search(text)
    return text[: theirs.start()] if theirs else text


_THEIRS = re.compile(
    r"\b(?:his|her|their|the (?:affected|user.s)|affected|ihre?|seine?|son|sa|su) (?:\w{2,12} ){0,2}?"
    r"(?:login|log-in|user ?name|account|mailbox|upn|user|address|e-?mail|konto|compte|cuenta)\b",
    re.I,
)
