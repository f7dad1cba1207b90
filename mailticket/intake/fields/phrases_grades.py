"""How bad by a place on a scale or by a grade without the word severity: "your second level", "moderate for us".

Data only, English first. Every pattern is anchored on words and bounded, so that it takes linear time.
"""

from __future__ import annotations

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.lexicon_times import words
from mailticket.intake.fields.passages import Wording, wording

_PLACE = (
    r"(second[- ](?:highest|lowest|worst)|first|second|third|top|highest|worst|middle|medium|mid|lowest|least|bottom|"
    r"last)"
)
_LEVEL = r"(?:levels?|class(?:es)?|degrees?|grades?|tiers?|ranks?|categor(?:y|ies)|steps?|bands?)"
_URGENCY = r"(?:urgency|severity|priority|importance|gravity|seriousness)"
_NO_HELPERS = r"(?! (?:of )?(?:support|team|engineer|line|people|technician|help|staff|desk))"
# "your second level of urgency", "the middle one of your three grades"
PLACED = wording(
    rf"\byour {_PLACE} {_LEVEL}\b(?=\s?[.,;:!?)]|$| (?:please|is|would|will|fits|applies|seems|i )){_NO_HELPERS}|"
    rf"\b{_PLACE} {_LEVEL} of {_URGENCY}|"
    rf"\b{_PLACE} (?:one )?(?:of|in|on) (?:your|the|those|these) (?:three|3) (?:{_LEVEL}|letters)|"
    rf"\b(?:scale|classification|levels|grades|classes|severities)\b[^.!?]{{0,40}}\b{_PLACE} one\b|"
    rf"\b(second[- ](?:highest|lowest|worst)) (?:{_LEVEL}|{_URGENCY})\b|"
    r"\b(zweithöchste|höchste|oberste|erste|zweite|mittlere|dritte|unterste|niedrigste|geringste)[rn]? "
    r"(?:stufe|dringlichkeit\w{0,7}|priorität\w{0,7}|schwere\w{0,5})\b|"
    r"\b(premier|deuxième|second|troisième|dernier) (?:niveau|degré) (?:d['’]urgence|de (?:gravité|priorité))|"
    r"\b(?:niveau|degré|priorité|gravité) (?:le |la )?(plus (?:bas|basse|faible|haute?|élevée?)|intermédiaire|"
    r"moyenn?e?)\b|"
    r"\b(primer|segundo|tercer) (?:nivel|grado) de (?:urgencia|prioridad|gravedad)|"
    r"\bnivel (?:de \w{5,10} )?(más (?:alto|bajo)|intermedio|medio)\b",
    words="first second third top highest worst middle medium mid lowest least bottom last zweithöchste zweithöchsten "
    "höchste höchsten oberste obersten erste ersten zweite zweiten mittlere mittleren dritte dritten unterste "
    "untersten "
    "niedrigste niedrigsten geringste geringsten premier deuxième troisième dernier plus intermédiaire moyen moyenne "
    "primer segundo tercer más intermedio medio",
    also="level|class|degree|grade|tier|rank|categor|step|band|letter|scale|classification|severit|urgency|"
    "stufe|dringlichkeit|priorit|schwere|niveau|degré|gravité|nivel|grado",
)
BY_PLACE: dict[str, str] = {
    **dict.fromkeys(words("first top highest worst höchste oberste erste premier primer"), "A"),
    **dict.fromkeys(("plus haut", "plus haute", "plus élevé", "plus élevée", "más alto"), "A"),
    **dict.fromkeys(
        words("third lowest least bottom last dritte unterste niedrigste geringste troisième dernier"), "C"
    ),
    **dict.fromkeys(("plus bas", "plus basse", "plus faible", "más bajo", "tercer"), "C"),
}  # all others stand in the middle
# "rather than the highest"
NOT_PLACED = caseless(
    r"\b(?:not|than|nicht|pas|no|instead of|statt)(?: (?:the|your|in|on|als|die|le|la|el|su)){0,2}\s$"
)

_GRADE = (
    r"(critical|high|medium|moderate|low|minor|middling|kritisch|hoch|mittel|niedrig|gering|moyenn?e?|faible|élevée?|"
    r"media|baja|alta)"
)
_MINE = (
    r"(?:for (?:me|us|our part)|(?:from|on) (?:my|our) (?:side|end|point|part|view)|"
    r"(?:in|by) (?:my|our|your) (?:view|opinion|book|eyes|terms|scale|standards))"
)
_MINE_ABROAD = (
    r"(?:für (?:mich|uns)|aus (?:meiner|unserer) sicht|pour (?:moi|nous)|de notre (?:côté|point de vue)|para (?:mí|"
    r"nosotros))"
)
_LEADS = r"(?:^|[,;:(–-] ?|\b(?:so|hence|thus|but|therefore|rather|only|just|say|then|it.s|this is|it is|that.s) )"
# a grade and for whom it is one, or the impact that has it
GRADED_ALONE = wording(
    rf"{_LEADS}(?:rather |only |just |an? |probably |fairly ){{0,2}}{_GRADE},? {_MINE}\b|"
    rf"\b(?:{_MINE}|{_MINE_ABROAD})\s?[,:]? (?:(?:it|this|that|das|es|c['’]est)(?: is|.s| ist)? )?"
    rf"(?:rather |only |just |eher |plutôt |más bien |an? ){{0,2}}{_GRADE}(?=\W{{0,3}}$|[.,;!)])|"
    rf"{_LEADS}(?:rather|probably|fairly|i.d say|i would say|let.s say) {_GRADE}(?=\W{{0,3}}$|[.,;!)])|"
    rf"\bimpact:? (?:(?:\w{{2,12}} ){{0,3}}(?:is|be|as) (?:rather |only |just |quite )?)?{_GRADE}(?=\W{{0,3}}$|"
    rf"[.,;!)])|"
    rf"^(?:rather |a )?{_GRADE}(?: one)?,? (?:please|i (?:think|guess|suppose)|bitte)\b|"
    r"\b(significant) (?:business |operational )?impact\b",
    words="critical high medium moderate low minor middling kritisch hoch mittel niedrig gering moyen moyenne faible "
    "élevé significant élevée media baja alta",
    also="for me|for us|for our|from |on my|on our|in my|in our|in your|by our|by your|für |sicht|pour |notre|para |"
    "impact|rather|probably|fairly|say |please|bitte|think|guess|suppose",
)

# a letter by itself between other facts: "CMP 4711, B, mornings"
AMONG_FACTS = caseless(r"(?:^|[,;/|(·])\s?$")
FACTS_GO_ON = caseless(r"^\s?[,;/|)·.]")
OF_FACTS = caseless(
    r"\b(?:cmp|tenant|onmicrosoft|phone|teams|e-?mail|outlook|exchange|sharepoint|users?|people|persons?|reach|call|"
    r"text|subscription)\b"
)
OTHER_NEAR = caseless(
    r"(?:\b[\w.]{1,2}|\b(?:vitamin|hepatitis|plan|option|class|columns?|rows?|room)s?\b[^,;]{0,12})[,;/|]\s?$"
)
# a question that wants a grade, right before the answer
WANTS_GRADE = caseless(
    r"\b(?:severity|sev|priority|urgen\w{1,4}|bad|serious|severe|critical|grade|rating|scale|level|"
    r"schwere\w{0,5}|dringlich\w{0,4}|stufe|gravité|urgence|gravedad|prioridad)\b[^.!\n]{0,60}[?:]\W{0,3}$"
)
# what answers "How urgent?" though it would say nothing in a letter
ANSWERED: tuple[tuple[str, Wording], ...] = (
    (
        "B",
        wording(
            r"\b(?:can.?t|cannot|can not|should not|must not) wait\b|\b(?:slow(?:ed|s|ing|ly)?|hinders?|hampers?|"
            r"hindered|partly|partially|partial|workaround|annoy\w{0,3} but|within the week)\b|"
            r"(?:^|\b(?:by|until|till|before|needed|bis|avant|para|antes de)(?: the end of)? )"
            r"(?:soon|this week|today|tomorrow|diese woche|heute|morgen|bald|cette semaine|aujourd.hui|bientôt|esta "
            r"semana|"
            r"hoy|pronto)(?=\W{0,3}$| (?:please|if possible|bitte))",
            parts="wait|slow|hinder|hamper|part|workaround|annoy|soon|week|today|tomorrow|woche|heute|morgen|bald|semaine|"
            "aujourd|bientôt|semana|hoy|pronto",
        ),
    ),
    (
        "C",
        wording(
            r"\bwhenever\b|\bwhen you (?:get|find|can|have)\b|\b(?:next|in a|this|in the next|in \w{3,5}) "
            r"(?:week|month|days|weeks)s? (?:is|are|would be|will be|works?)\b|\bno (?:time )?limit|\bsome ?day\b|"
            r"\bat (?:your|our) leisure\b|\b(?:keine|ohne) eile\b|\bwenn (?:sie |es |ihr |mal ){1,2}(?:zeit|passt|"
            r"dazu)|"
            r"\bquand vous (?:pourrez|pouvez|aurez|voulez)|\bsans urgence|\bcuando (?:pueda|puedan|tengan?|quieran?)|"
            r"\bsin prisas?\b",
            parts="whenever|when you|week|month|days|limit|some day|someday|leisure|eile|wenn |quand vous|sans urg|"
            "cuando|sin pris",
        ),
    ),
    (
        "A",
        wording(
            r"\b(?:nobody|no one|no-one|none of us|everyone|everybody|all of us|us all)\b[^.!?]{0,20}?"
            r"\b(?:can (?:work|do anything|bill|sell|print)|can.?t|cannot|stands? still|stopped|idle|stuck|"
            r"locked out)\b|"
            r"\bwe (?:can.?t|cannot) (?:work|do anything|trade|operate|bill|sell)\b|\bdead in the water\b|"
            r"\bstandstill\b|\b(?:everything|business|production|the (?:shop|office|firm|practice)|"
            r"all) (?:is |has )?(?:down|stopped|closed|stands still|at a stop)\b|"
            r"\bwork (?:is |has )?(?:stopped|impossible)\b|\bniemand kann\b|\bkeiner kann\b|\balles steht\b|"
            r"\bpersonne ne peut\b|\bnadie puede\b|\bparad[oa]s\b",
            parts="nobody|no one|no-one|none of|we |everyone|everybody|all |dead in|standstill|everything|business|"
            "production|the shop|the office|the firm|the practice|work |niemand|keiner|alles "
            "steht|personne|nadie|parad",
        ),
    ),
)
