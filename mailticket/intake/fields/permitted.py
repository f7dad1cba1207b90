"""Questions of a form whether a way is welcome: "May we text you?" with a yes or no. Reads no other labels."""

from __future__ import annotations

import re

from mailticket.intake.fields import phrases_wishes, values
from mailticket.intake.fields.labels import plain

_MAX = 80  # characters of such a question
_ASKS = re.compile(
    r"(?:(?:may|can|could|shall|should|might) (?:we|i|someone|somebody|our \w+)\b|(?:is it |are you )?(?:ok|okay|fine|"
    r"happy|all right|open) (?:to|for us to|if we|with|for)\b|(?:do|would) you (?:want|like|prefer|accept|take)\b|"
    r"(?:durfen|konnen|sollen|mochten) (?:wir|sie)\b|peut on\b|pouvons nous\b|(?:souhaitez|voulez|preferez) vous\b|"
    r"podemos\b|(?:desea|quiere|prefiere)\b|[\w ]{3,20} (?:ok|okay|allowed|welcome|permitted|possible|wanted|requested|"
    r"erwunscht|moglich|souhaite)$)",
)
_YES = re.compile(
    r"(?:yes|yep|yeah|yup|ja|oui|si|ok|okay|sure|please|pls|of course|fine|gern\w?|claro|certainly|absolutely|x)\b"
)
_NO = re.compile(r"(?:no|nope|nein|non|please don.?t|rather not|lieber nicht)\b\W*")


def way(label: str, answer: str) -> str | None:
    """The way a yes permits, or the one named beside the answer; "" for a no, None where the label asks for none."""
    asked = plain(label[:_MAX])
    found = phrases_wishes.NAMED.search(label[:_MAX]) if _ASKS.match(asked) else None
    if found is None or _names_another(label[found.end() : _MAX], found[0]):
        return None
    said = plain(answer[:_MAX])
    if refused := _NO.match(said):
        return values.method(said[refused.end() :]) or ""
    return (values.method(said) or phrases_wishes.way_of(found[0])) if _YES.match(said) else None


def _names_another(rest: str, first: str) -> bool:
    """ "Do you prefer e-mail or phone?": a yes tells neither."""
    other = phrases_wishes.NAMED.search(rest)
    return other is not None and phrases_wishes.way_of(other[0]) != phrases_wishes.way_of(first)
