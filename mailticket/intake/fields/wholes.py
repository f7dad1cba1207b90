"""A whole office in trouble: "we are 14 here" and "nobody can log in" make 14. The size alone counts nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailticket.intake.fields.lexicon_counts import count_of
from mailticket.intake.fields.passages import Found, Passage, wording

_SURE = 0.57
_N = r"(\d{1,3}(?:,\d{3})?|\d{1,5}|[^\W\d_]{3,16}(?:-[^\W\d_]{3,5})?)"  # a figure, or a word that may be a number
_ABOUT = (
    r"(?:about |around |roughly |some |only |just |etwa |rund |ungefähr |environ |unos |unas |a |an |all |zu ){0,2}"
)
_GROUP = (
    r"(?:firm|company|business|office|practice|school|team|staff|department|shop|clinic|charity|agency|studio|"
    r"workforce|"
    r"site|branch|bureau|outfit|surgery|nonprofit|library|factory|plant|warehouse|parish|church|council|crew)"
)
SIZE = wording(
    rf"\b(?:we.re|we are|we have|there are|there.s|we employ|we number|wir sind|wir haben|nous sommes|on est|somos|"
    rf"tenemos|hay) "
    rf"{_ABOUT}(?:(?:[\w-]{{1,14}} ){{0,3}}{_GROUP} (?:of|with) {_ABOUT})?{_N}"
    r"(?![\w%]|-\w|[.,:/-]\d| ?(?:licen|seats?|minutes|hours|days|weeks|months|years|tickets?|servers?|"
    r"sites?|offices?))|"
    rf"\b{_GROUP} (?:of|with|has|employs) {_ABOUT}{_N}(?![\w%]|[.,:/-]\d)|"
    rf"\b{_N}[- ](?:person|man|people|user|seat|strong|employee|member|attorney|lawyer|doctor)"
    rf"(?: \w{{2,14}}){{0,2}} {_GROUP}\b",
    words="we there wir nous on somos tenemos hay",
    parts="of |with |has |employs |person|-man|people|user|seat|strong|employee|member|attorney|lawyer|doctor",
)
_FAILS = (
    r"(?:can.?t|cannot|can|could|is|are|was|were|has|have|gets?|got|sees?|lost|loses?|complain\w{0,4}|affected|stuck|"
    r"down|"
    r"unable|locked|kann|können|hat|haben|peut|arrive|puede|pueden|tiene|sin)"
)
ALL = wording(
    rf"\b(?:none|all|each|every one|every single one) of us\b|\bus all\b|\bwe all (?=have|get|see|are|lost)|"
    rf"\bwe.re all\b|"
    rf"\b(?:everyone|everybody|no ?body|no[- ]one|not a single (?:person|user|one))(?! else)(?: (?:here|of us|at all|"
    rf"in the "
    rf"\w{{2,14}}|at the \w{{2,14}})){{0,2}}(?: \w{{2,12}}){{0,1}} {_FAILS}\b|"
    rf"\b(?:the |our )?(?:whole|entire|complete) {_GROUP}\b|"
    rf"\b(?:for|hits|affects|affecting|hitting|concerns|impacts|impacting|affected|it.s|is|"
    rf"now) (?:absolutely )?(?:everyone|everybody|all of us|"
    rf"all users|all staff|the lot of us)\b(?! else)|"
    rf"\b(?:our|the) {_GROUP} (?:has been|is|are|was) (?:without|cut off|offline|down|dead|at a standstill|unable|"
    rf"locked)|"
    r"\bkeiner (?:von uns|kann|hat)|\bniemand (?:kann|hat|kommt)|\balle (?:sind )?betroffen|\bwir alle\b|"
    r"\bpersonne ne\b|"
    r"\bnous tous\b|\btout le (?:monde|bureau|cabinet)|\bnadie (?:puede|tiene|recibe)|\btodos (?:nosotros|estamos)|"
    r"\btod[oa] (?:el|la) (?:oficina|empresa|equipo)",
    words="us everyone everybody nobody none whole entire complete all each keiner niemand alle wir personne nous tout "
    "nadie todos toda todo single without cut offline down dead standstill unable locked",
    parts="no one|no-one",
)
# "our office cannot send"
GROUP_FAILS = wording(
    rf"\b(?:our|the|my|a|an) (?:[\w-]{{2,14}} ){{0,2}}{_GROUP}(?: of [\w-]{{1,12}})? (?:cannot|can.?t|can no longer|"
    rf"is without|has lost|has no)\b",
    parts="cannot |can't |can’t |cant |can no longer|is without|has lost|has no",
    also="firm|company|business|office|practice|school|team|staff|department|shop|clinic|charity|agency|studio|workforce|"
    "site|branch|bureau|outfit|surgery|nonprofit|library|factory|plant|warehouse|parish|church|council|crew",
)


def whole(told: Sequence[Passage]) -> Iterator[Found]:
    """The size of a group that is said to be in trouble as a whole, when only one size is told."""
    if not any(ALL.search(passage) or GROUP_FAILS.search(passage) for passage in told):
        return
    sizes = [(match, count) for passage in told for match in SIZE.finditer(passage) if (count := _count(match))]
    if len({count for _, count in sizes}) == 1:
        match, count = sizes[0]
        yield Found("users_impacted", count, match[0], _SURE)


def _count(match: re.Match[str]) -> int | None:
    said = next(filter(None, match.groups()))
    return int(said.replace(",", "")) if said[0].isdigit() else count_of(said)
