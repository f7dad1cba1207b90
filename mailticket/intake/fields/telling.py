"""How much a sentence tells about the problem, by its words. Weighs one sentence; what is kept is decided elsewhere."""

from __future__ import annotations

import re

from mailticket.intake.fields import phrases
from mailticket.intake.fields.lexicon_telling import (
    ACTIONS,
    COURTESY,
    DENIALS,
    FAMILY,
    ONLY_DETAILS,
    PAST,
    REQUEST,
    SINCE,
    STRONG,
    TOPICS,
    TROUBLE,
    WHEN,
)
from mailticket.intake.fields.passages import Passage
from mailticket.intake.fields.phrases_severity import CAN_WAIT, NO_HASTE

_ATTACHED = 75  # a longer sentence tells more than what is attached
_ASIDE = 120  # a longer sentence tells more than how to reach somebody
_LONG = 200
_READ = 600  # characters of a sentence that say what it is
_LONGEST = 400  # no such sentence is longer
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?:\b(?:at|on|is|me|us|under|unter|au|al|tel|phone|cell|mobile|direct|desk|line|call|ring|by)|"
    r"[:(])\.?\s\+?\(?\d{1,5}\)?"
    r"[\s./-]{1,3}\d[\d\s./()-]{5,16}\d|^\W*\+?\(?\d{2,5}\)?[\s./-]{1,3}\d[\d\s./()-]{5,16}\d",
    re.I,
)
_NOT = re.compile(
    r"n['’]t\b|\b(?:no longer|any ?more|not able|ne (?:\w+ )?\w+ plus|ya no|went (?:away|missing|dead|blank|dark)|"
    r"(?:throw|kick|log|sign|lock)\w{0,4} (?:me|us|him|her|them|people|everyone|users) (?:all )?(?:out|off)|"
    r"\d+ ?(?:hours?|hrs?|minutes?|mins?|days?) (?:off|early|late|earlier|later|ahead|behind|wrong)|"
    r"go(?:es|ing)? (?:in)?to (?:the )?(?:quarantine|junk|spam))\b"
)
# a "not" or "no" of no trouble
_NO_TROUBLE = re.compile(
    r"\bnot (?:only|sure|urgent|just|with|a big deal|too|very|really|that|in a hurry|rush)\b|\bno (?:rush|hurry|panic|"
    r"problem|subscription|"
    r"idea|stress|big deal|worries|need|deadline)\b|\bnothing (?:to do with|urgent|else|special)\b|n['’]t (?:mind|"
    r"worry|"
    r"hesitate|know|rush|hurry)\b|\b(?:don['’]?t|do not|rather not) (?:call|phone|ring|contact|write|mail|text|"
    r"reply)\b|"
    r"\bnicht (?:nur|eilig|dringend|sicher)\b|\bpas (?:urgent|pressé|de problème|grave)\b|"
    r"\bno (?:es )?(?:urgente|grave|corre|solo|sólo)\b"
)
_DETAILS = re.compile(
    r"\b(?:cmp|tenant|mandant\w{0,2}|locataire|inquilino|domain|domaine|dominio|subscription|customer|client|kunde)\b"
    r"[^.?!]{0,40}(?:\d{4}|\w\.\w{3})"
)
_SHOWN = re.compile(
    r"^(?:to see it|to reproduce|steps|repro\b|nachstellen|pour reproduire|para reproducir)|^\s*at [\w.]+\(|"
    r"^[\w.]{3,60}(?:Exception|Error):",
    re.I,
)
_INTRODUCES = re.compile(
    r"^.{0,40}\bhere (?:from|at)\b|^\W*(?:this is|it.s|my name is|i.m|i am|ich bin|je suis|"
    r"soy) (?:[\w.'’-]+ ){1,4}(?:from|at|with|of|in "
    r"the|von|de|du|chez)\b|^we (?:look after|manage|support)\b|\bhere\.$",
    re.I,
)
# what was said before, by another way
_FURTHER_TO = re.compile(
    r"^\W{0,3}(?:i (?:write|am writing)|further to|following|with reference to|referring to|as discussed|nach unserem|"
    r"suite à|tras)\b[^.]{0,60}\b(?:calls?|telephone|phone|conversation|chat|letter|telefonat|gespräch|appel|"
    r"llamada)\b",
    re.I,
)
# that an identifier is not at hand
_NOT_AT_HAND = re.compile(
    r"\bcmp\b[^.?!]{0,60}\b(?:find|found|have|know|idea|clue|there is|there isn|nicht|pas|sé|tengo|encuentro)\b|"
    r"\b(?:find|found|have|know|idea|clue|looked|searched|kenne|habe|trouve|tengo|encuentro)\b[^.?!]{0,60}\bcmp\b"
)
_ASKED_LOOSELY = re.compile(
    r"\b(?:look (?:at|into) (?:this|it)|please (?:help|advise|assist)|check this|make sense of this|do the needful|"
    r"look into "
    r"the matter|your help|can you help)\b",
    re.I,
)
_HARMLESS = re.compile(
    r"\b(?:nothing is broken|not a break|no outage|works? (?:fine|great|all right)|neither is|end of the world|"
    r"nobody is "
    r"dying|not on fire|is done and)\b"
)
_POINTS_ON = re.compile(
    r"\b(?:see (?:below|the (?:mail|chain|thread|form))|below from|forward\w{0,4}|is attached|attached is|"
    r"from (?:one of )?"
    r"our (?:customer|client)s?|handle|check this|take (?:this|over)|pass\w{0,3} (?:this|it)|over to you|siehe unten|"
    r"fyi|"
    r"voir ci-dessous|relais|please assist|need a hand|open this for us)\b",
    re.I,
)
_BEGINS = re.compile(
    r"\b(?:anyway|here is the thing|here.s the thing|my question is|our question is|the issue is|the problem is|"
    r"what happens is|so here goes|this is about)\b[^.]{0,30}[.:,]?$",
    re.I,
)
_POLITE = re.compile(
    r"\b(?:please|kindly|(?:would|could|can|will) (?:you|we|somebody|someone)|(?:grateful|thankful|glad|appreciate it|"
    r"appreciated|"
    r"great|nice|good) if|i.d like (?:to|you)|we.d like (?:to|you)|bitte|veuillez|pouvez-vous|pourriez-vous|por favor|"
    r"pueden|"
    r"podrían)\b"
)
_LETTERHEAD = re.compile(r"\s\|\s|^\W*[A-Z][\w&.,'’-]*(?: (?:[A-Z&][\w&.,'’-]*|of|and|de|und|der)){1,7}$")


def tells(passage: Passage, is_step: bool = False) -> int:
    """High for trouble and requests, below one for what other fields hold: contact, identifiers, steps, thanks."""
    passage = passage.beginning(_READ)
    words, text = passage.words, passage.text
    trouble = 3 * has_trouble(passage) + bool(words & STRONG)
    asked = (
        2 * bool(words & REQUEST)
        + 3 * bool(words & ACTIONS and _POLITE.search(passage.folded))
        + 2 * (text.endswith("?") and bool(words & TOPICS))
    )
    score = 1 + (max(trouble, asked) + bool(trouble and asked)) + bool(words & TOPICS)
    score += 2 * bool(words & SINCE) or bool(words & WHEN)
    score += any(mark in text for mark in '"“«„')
    past = bool(words & PAST) or (bool(words & FAMILY) and not words & TOPICS)
    return score - 5 * is_step - 5 * about_contact(passage) - 2 * past - _beside(passage, trouble)


def has_trouble(passage: Passage) -> bool:
    """A word of trouble, or a denial that is no "not urgent"."""
    found = passage.words & TROUBLE
    if not found or found <= DENIALS:
        folded = passage.folded
        return bool(_NOT.search(folded) or found) and not _NO_TROUBLE.search(folded)
    return True


def _beside(passage: Passage, trouble: int) -> int:
    """What is to be taken off for sentences that are thanks, small print, lines of a letterhead, or details only."""
    words, text = passage.words, passage.text
    less = 4 * bool(_LETTERHEAD.search(text) or phrases.BOILERPLATE.search(passage) or _SHOWN.search(text))
    less += 3 * (len(text) < _ASIDE and bool(words & COURTESY or _ASKED_LOOSELY.search(text)))
    less += 3 * (len(text) < _LONG and bool(_INTRODUCES.search(text)))
    less += 2 * (len(text) < _ASIDE and trouble < 3 and not words & REQUEST and bool(_DETAILS.search(passage.folded)))
    less += 3 * (len(text) < _ASIDE and bool(words & ONLY_DETAILS))
    less += 4 * bool(_HARMLESS.search(passage.folded) or _FURTHER_TO.search(text))
    less += 4 * ("cmp" in words and len(text) < _LONG and bool(_NOT_AT_HAND.search(passage.folded)))
    less += 3 * (len(text) < _ASIDE and trouble < 4 and not words & TOPICS and _can_wait(passage))
    return less + 2 * (len(words) < 3)


def _can_wait(passage: Passage) -> bool:
    return bool(NO_HASTE.search(passage) or CAN_WAIT.search(passage))


def about_contact(passage: Passage) -> bool:
    """Contact details and thanks: other fields hold them."""
    if passage.is_contact is None:
        passage.is_contact = _about_contact(passage)
    return passage.is_contact


def _about_contact(passage: Passage) -> bool:
    size = len(passage.text)
    if size > _LONGEST or (size >= _ASIDE and has_trouble(passage)):
        return False
    if (match := phrases.ABOUT_CONTACT.search(passage)) and not (_BY_THE_WAY.search(match[0]) and _tells_more(passage)):
        return True
    return size < _ASIDE and _DIGIT.search(passage.text) is not None and bool(_NUMBER.search(passage.text))


_BY_THE_WAY = re.compile(r"ttached|cmp id", re.I)


def _tells_more(passage: Passage) -> bool:
    """Than what is attached or who the customer is."""
    size = len(passage.text)
    return size > _ATTACHED or (2 * size > _ATTACHED and not passage.words.isdisjoint(TOPICS))


def points_on(passage: Passage) -> bool:
    """ "See below", and nothing more."""
    return len(passage.text) <= 75 and bool(_POINTS_ON.search(passage.text))


def begins_anew(passage: Passage) -> bool:
    """After it comes what the mail is about."""
    return len(passage.text) < 60 and bool(_BEGINS.search(passage.text))
