"""What tells a wish or trouble, what only goes on with one, in four languages. Data only."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
# what is wanted or wrong: only what has such a word is a matter
WISHES = re.compile(
    r"\b(?:please|pls|kindly|(?:can|could|would|will|may) (?:you|we|i|someone|somebody|anyone)|"
    r"(?:we|i)(?:'d| would|'ll) (?:also )?(?:like|need|want|love|appreciate)|needs?|wants?|wish(?:es)?|how|what|"
    r"which|"
    r"why|whether|should|supposed|ought|must|request\w*|question\w*|ask(?:s|ed|ing)?|quote|send|order|reset|"
    r"down|drop\w*|late|delay\w*|dead|"
    r"too (?:high|low|many|few|much|big|small|slow|old|late)|instead|waiting|awaiting|overdue|"
    r"can(?:not|'t)|(?:is|are|was|were|do|does|did|has|have|had|could|wo|would)n't|not|never|no longer|nobody|"
    r"nothing|"
    r"none|neither|unable|missing|lost|gone|fail\w*|errors?|broken?|stuck|stop(?:s|ped)|reject\w*|refus\w*|bounc\w*|"
    r"wrong\w*|incorrect\w*|denied|block\w*|lock\w*|declin\w*|pending|expir\w*|suspend\w*|disabled|disappear\w*|"
    r"crash\w*|slow\w*|hangs?|freez\w*|twice|double|charged|problems?|issues?|trouble|complain\w*|keeps|"
    r"bitte\w*|brauch\w*|bräuchte\w*|benötig\w*|möchte\w*|könn\w*|wie|warum|welche\w*|nicht|kein\w*|fehl\w*|"
    r"falsch\w*|gesperrt|abgelehnt|merci|pouvez|pourriez|souhait\w*|voul\w*|voudr\w*|besoin|combien|pourquoi|"
    r"pas|plus|"
    r"manqu\w*|erreur|impossible|bloqu\w*|refusé\w*|por favor|pueden?|podr\w+|necesit\w*|quer\w*|quisi\w*|cuánto|"
    r"no|falta\w*|nunca|bloquead\w*|rechaz\w*)\b",
    _FLAGS,
)
# it goes on with what was told, or tells of the sender
GOES_ON = re.compile(
    r"[\s\W]*(?:(?:please )?(?:note|mind|be aware|remember|consider|see|find|attached)\b|"
    r"(?:it|its|this|that|these|those|they|them|the same|both|all of|none of|neither of|no hurry|no rush|sorry|"
    r"neither|nor|me too|so do|thank\w*|"
    r"es|das|dies\w*|sie|ich bin|ce|cela|c'est|ils|elles|esto|eso|es)\b(?! (?:shared|new|mailbox|user|customer))|"
    r"(?:i am|i'm|we are|we're|i will|i'll|we will|we'll) (?!still|unable|not|also|waiting|missing|getting|looking|"
    r"locked|need|trying))",
    _FLAGS,
)
# what the sender did, and not a matter
DID = re.compile(
    r"[\s,:]*(?:i|we|he|she|they)(?:'ve| have|'d| had)? (?:then |also |just |even |already )*"
    r"(?!(?:noticed|needed|wanted|wondered|received|experienced|stopped|failed)\b)(?:(?!\w{0,6}eed\b)\w+ed|did|"
    r"ran|went|put|set|took|made|got|sent|rebuilt)\b",
    _FLAGS,
)
LABELLED = re.compile(r"\W{0,4}[\w /.-]{2,30}(?: ?:|[ .]{2,40}:?)[ \t]")
