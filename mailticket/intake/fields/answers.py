"""What somebody wrote as an answer, made plain, and whether it is an answer at all. Reads no value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.lexicon import NO_ANSWER

MAX_TEXT = 4000
_LINKED = re.compile(r"\s?<(?:mailto:|https?:|tel:)[^<>\s]{0,300}>|\[cid:[^\]\s]{0,100}\]", re.I)
_CHECKED = re.compile(r"\[\s?[xX✓✔*]\s?\]|\([xX✓✔•●◉*o]\)|[☒☑✅✔●◉⦿]")
_ANY_BOX = re.compile(r"\[\s?[xX✓✔*_]?\s?\]|\([\sxX✓✔•●◉*o]\)|[☐☒☑✅✔●◉⦿○◯⚪]")
_PLACEHOLDER = re.compile(
    r"^(?:\[[^\[\]]{2,60}\]|<[a-z][^<>@]{2,50}>|\{[^{}]{2,60}\})\s*"
)  # what a template says to write here
_HINT = re.compile(
    r"\be\.? ?g\b|\bz\. ?b\b|\b(?:your|enter|insert|please|select|choose|type|here|optional|required|"
    r"leave (?:it )?(?:empty|blank)|bitte|hier|"
    r"ihre?|"
    r"votre|choisir|su|elija|example|name|image|cid)\b|[/|…]|\.\.\.|_{2}|\bx{2,}\b",
    re.I,
)


def unlinked(text: str) -> str:
    """Text without the link targets and picture marks mail programs write into it."""
    return _LINKED.sub("", text) if "<" in text or "[" in text else text


def tidy(text: str) -> str:
    """An answer without link targets, emphasis, surrounding quotes and hint left standing; chosen boxes only."""
    text = unlinked(text[:MAX_TEXT]).replace("**", "").strip().strip("*_").strip()
    if len(text) > 1 and text[0] in "\"'“‘«„" and text[-1] in "\"'”’»“":
        text = text[1:-1].strip()
    if not _ANY_BOX.search(text):
        return _unbracketed(text) if text[:1] in "[<{" else text
    return ", ".join(_chosen(text))


def _unbracketed(text: str) -> str:
    """What stands behind a bracket, else what stands in it unless that says what to write here."""
    found = _PLACEHOLDER.match(text)
    rest = text[found.end() :].strip() if found else text
    return rest or ("" if found is None or _HINT.search(found[0]) else found[0].strip()[1:-1].strip())


def offers_choice(text: str) -> bool:
    """The answer begins with a box, ticked or not."""
    return _ANY_BOX.match(text) is not None


def _chosen(text: str) -> Iterator[str]:
    """What stands behind each ticked box, up to the next box or line end."""
    boxes = [*_ANY_BOX.finditer(text), None]
    for box, following in pairwise(boxes):
        if box and _CHECKED.match(box[0]):
            end = following.start() if following else len(text)
            yield text[box.end() : end].strip().partition("\n")[0].strip(" .,;")[:80]


def is_answer(text: str) -> bool:
    """False for blanks, dashes, question marks and the ways of saying "I do not know"."""
    if plain(text) in _NO_ANSWER or _PUT_OFF.match(text.strip()) or points_elsewhere(text):
        return False
    return len(text) > _SHORT or _NOT_HERE.search(text) is None


def points_elsewhere(text: str) -> bool:
    """A short answer that only says where the real one stands: "see signature", "siehe unten"."""
    return len(text) < _SHORT and _ELSEWHERE.match(text.strip(" ([*_.")) is not None


_NO_ANSWER = frozenset(map(plain, NO_ANSWER))

_SHORT = 60
_PUT_OFF = re.compile(
    r"\W{0,2}(?:(?:unknown|tb[dca]|not (?:known|sure|yet|to hand|available|applicable|provided|specified)|no (?:idea|"
    r"clue)|unsure|pending|awaited|awaiting|(?:i |we )?(?:do not|don.?t|dunno|didn.t) (?:know|hav|have|remember|"
    r"dispose)\w?|"
    r"(?:(?:i|we)(?: have to| must| need to| will| can| would)|will|to|would|i.ll|we.ll|i(?=.{0,50}$)|we(?=.{0,50}$)) "
    r"(?:send|follow|be (?:provided|sent|"
    r"confirmed|"
    r"defined)|share|check|confirm|ask|look|find out|get back)|(?:have|need|has|must) (?:to )?(?:ask|check|look|"
    r"find)|ask(?=.{0,45}$)|"
    r"n/a|keine ahnung|noch (?:offen|unklar|nicht|unbekannt)|wird (?:noch )?nachgereicht|nachreichen|reiche|liefere|"
    r"folgt|"
    r"weiß|weiss|muss ich|müsste ich|kenne ich|[àa] (?:définir|préciser|confirmer|compléter)|en attente|je ne|"
    r"nous ne|aucune idée|por (?:definir|confirmar|determinar)|pendiente|no (?:lo )?(?:sé|tengo|sabemos|"
    r"disponible))\b"
    r"(?:[\s,;:(.–—-]|$))",
    re.I,
)
_NOT_HERE = re.compile(
    r"\b(?:not (?:to|at) hand|not known(?: yet)?|to follow|tb[acd]|to be (?:confirmed|provided|advised)|"
    r"nicht (?:zur hand|bekannt)|folgt(?: noch)?|liegt (?:mir |uns )?nicht vor|à (?:suivre|venir|confirmer)|"
    r"por confirmar|no disponible)\W{0,3}$",
    re.I,
)
_ELSEWHERE = re.compile(
    r"(?:(?:please )?(?:see|cf|refer to|as (?:in|per|above|below|described)|same (?:as|like)|described|in|voir|cf|"
    r"siehe|s\.|"
    r"wie|ver|véase|comme)\b.{0,40}\b(?:below|above|bottom|attach\w{0,6}|signature|subject|screenshot|notes?|"
    r"remarks?|comments?|e-?mail|mail|"
    r"header|"
    r"footer|issue|description|oben|unten|anhang|anlage|signatur|betreff|dessous|dessus|joint\w?|abajo|arriba|"
    r"adjunto|firma|"
    r"asunto)\b|"
    r"(?:please )?contact \S{1,40}@\S{3,60}$|"
    r"(?:same|ditto|idem|dito|lo mismo|le même|gleiche|dieselbe|as above|see)\W{0,3}$)",
    re.I,
)
