"""How people tell messages of programs: what stands before them, their words, their codes, as patterns. Data only.

Every pattern is anchored on words and bounded, so that it takes time in proportion to the text.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.passages import wording

ERROR_CUE = caseless(
    r"\b(?:error|errors|message|messages|says?|said|saying|reads?|shows?|showing|sees?|fails with|failed with|"
    r"getting|gets?|rejected|with|displays?|prompt|"
    r"bounce[sd]?|declined|blocked|warning|fehler\w{0,8}|meldung|mensaje|affiche|dice|"
    r"back|returns?|sagt|zeigt|erreur|throws|has|answers|steht|kommt|erscheint|lautet|heißt|pone|sale|aparece|"
    r"apparaît|lit|bandeau|leiste|balken|banner|bar|pop-?up|hinweis|text|hear|hears|tells|told|dialog\w{0,3}|screen|"
    r"notice|refuses|complains|gives|gave|pops?|comes up|came up|reçoi\w{1,4}|obt\w{3,6}|recib\w{2,5}|bekomm\w{1,3}|"
    r"erhalten|erhält|"
    r"affichent|salta|"
    r"one is|error is|message is|ends in|ends at|mensagem|ventana|fenêtre|fenster|statut|"
    r"read)\b[^\"“«„\n]{0,22}$"
    r"|[\"“](?:message|error|detail|description)[\"”]\s?:\s?$"
)
NO_ERROR_CUE = caseless(
    r"\b(?:folder|status|library|file|mailbox|group|site|list|button|tab|named|called|policy|flow|tap|click|under|"
    r"ou|dataset|channel|report|team|job|template|subject|titled|request|product|"
    r"license|option|menu|select|choose|press|column|rule|connector|order(?:ner)?|calendar|app|record|"
    r"document|workbook|spreadsheet|sheet|article|video|presentation|deck|meeting|event|course|plan|task|project|page|"
    r"form)\b[^\w]{0,4}$"
)
# people say things, too
SAID_BY_SOMEBODY = caseless(
    r"\b(?:he|she|i|we|they|boss|colleague|nephew|mate|wife|husband|customer|owner|guy|man|woman|lady|gentleman|"
    r"manager|director|friend|neighbou?r|daughter|son|er|wir|chef\w{0,2}|kunde|kollege|kollegin|elle|il|jefe|"
    r"cliente)\b"
    r"(?: (?:only|just|also|then|always|later|once|even))?"
    r" (?:says?|said|told|tells|reckons?|thinks?|thought|claims?|wrote|writes|answers|answered|changed|"
    r"replied|asks|asked|"
    r"sagt|meint|schreibt|dit|dice)\b[^\"“«„\n]{0,25}$|"
    r"\b(?:changed|asked for|called|calls (?:it|this|that|them)|so-called|sogenannte\w?) (?:only |just |the )?$"
)
# words no name of a button or folder has: what stands in quotes with them is a message
ERROR_WORDS = caseless(
    r"\b(?:can.?t|cannot|can not|couldn.?t|could not|unable|not|isn.?t|wasn.?t|doesn.?t|failed|failure|denied|error|"
    r"wrong|sorry|expired|locked|"
    r"blocked|unavailable|invalid|rejected|refused|disabled|exceeded|limit|full|unlicensed|restricted|pending|"
    r"required|incorrect|trouble|having|don.t|won.t|aren.t|haven.t|hasn.t|didn.t|must|need to|try again|no longer|"
    r"contact (?:your|"
    r"the)|went|interrupted|"
    r"ended|conflict|declined|insuffisant\w?|désactivée?|introuvable|deaktiv\w{2,6}|insuficiente|desactivad[oa]|"
    r"nicht|kein\w{0,2}|abgelehnt|abgelaufen|ungültig|fehlgeschlagen|leider|gesperrt|impossible|pas|refusée?|"
    r"échou\w{1,3}|"
    r"suspended|insufficient|quota|violat\w{2,4}|not verified|out of|too (?:many|large|long|big|old)|timed out|"
    r"time-?out|no (?:permission|access|connection|network|internet|"
    r"licen[cs]e|such|longer|valid)|already|forbidden|"
    r"expirée?|no se|no ha|no pudo|no está|rechazad[oa]|inválid[oa]|caducad[oa]|ya está|unexpected|missing)\b"
)
# a piece of a message, without its beginning
ERROR_BEGINS = re.compile(
    r"(?:oops|whoops|something went)\b|(?:is|are|was|has|have|does|do)(?:n['’]?t| not| no)\b|(?:not|no|un\w{4,12}|"
    r"cannot|can['’]?t|could ?n['’]?t|"
    r"access|failed|"
    r"denied|error|invalid|"
    r"ist nicht|kein\w{0,2}|nicht|n['’]est pas|accès|no está|no se|acceso) [a-zà-ÿ]{3,}",
)
QUOTED = re.compile(r"[\"“«„]\s?([^\"“”«»„\n]{1,240}(?:\n[^\"“”«»„\n]{1,160}){0,2}?)\s?[\"”»“]")
QUOTED_SINGLY = re.compile(
    r"(?<![\w])['‘]((?:(?<=(?:says|said) .)|(?<=error .)|(?<=reads .)|(?<=message .)|(?=[A-ZÄÖÜÉÈ]))\w"
    r"(?:[^'‘’\n\"“”]|(?<=\w)['’](?=\w)){5,180})['’](?!\w)"
)
_STEM = (
    r"(?:Invalid|Error|Failed|Failure|Denied|Exceeded|NotFound|NotAvailable|NotAllowed|Timeout|Expired|Blocked|"
    r"Rejected|"
    r"Duplicate|Missing|Unauthorized|Forbidden|Conflict|Throttled|Disallowed|Unavailable|Exception)"
)
_SENTENCE = r"(?:(?![.!?]\s{1,2}[A-Z])[^\n\"”»])"  # up to where the next one begins
ERROR_CODE = re.compile(
    r"\bAADSTS\d{4,8}(?:: [^\n.]{5,120}| (?=[A-Z][a-z]{0,12} [a-z])[^\n.;\"”»]{5,120})?|"
    r"\b(?:(?:AAD|SSPR)[A-Z0-9]{0,5}_\d{3,5}(?:\s?: [^\n.\"”]{5,120})?|"
    r"0[xX][0-9a-fA-F]{6,8}|"
    r"[Cc][Aa][Aa][0-9a-fA-F]{5}|"
    r"HTTP (?:/\d\.\d )?[45]\d\d(?: [A-Z][A-Za-z]+){0,4}|Msg \d{3,6}|[Ee]vent (?:ID )?\d{3,5}(?:(?:: |, "
    r"hr=)[^\n\"”»]{5,160})?|"
    r"(?<=log says )\d{4,6}|"
    r"(?<=with )[A-Z][a-z]+(?:Exceeded|Invalid|Required|Blocked|Expired)(?:: [^\n\".]{5,160})?|"
    rf"[45]\d\d[ -][45]\.\d\.\d{{1,3}}{_SENTENCE}{{0,160}}|"
    r"(?<=[Cc]ode: )[A-Z][a-z]+(?:[A-Z][a-z]+){1,8}\b|(?<=\()[A-Z][a-z]+(?:[A-Z][a-z]+){2,8}(?=\) [A-Z][a-z])|"
    r"permerror|temperror|(?:NET::)?ERR_[A-Z_]{4,40}|"
    r"(?:[A-Z0-9]{2,20}_){1,5}(?:FAILED|FAILURE|ERROR|EXCEPTION|DENIED|TIMEOUT|INVALID|EXPIRED|REFUSED|UNREACHABLE|"
    r"FOUND)|"
    r"fail(?:ed|ure)? \([a-z][^()\n]{5,80}\)|"
    r"(?:Forbidden|Unauthorized|Bad Gateway|Bad Request|Not Found|Service Unavailable|Gateway Time-?out|"
    r"Internal Server Error|"
    r"Too Many Requests),? \(?(?:HTTP |error )?[45]\d\d\)?|[45]\d\d(?: -)? (?:Forbidden|Unauthorized|Bad Gateway|"
    r"Bad Request|"
    r"Not Found|Service Unavailable|Gateway Time-?out|Internal Server Error|Too ?Many ?Requests)|"
    r"(?:[a-z]\w{0,20}\.){0,6}[A-Z]\w{3,60}(?:Error|Exception|Failed|Denied|NotFound|Disallowed\w{0,10}|NotAvailable|"
    r"Timeout|"
    rf"Exceeded)\b(?:: (?:(?!\sat\s){_SENTENCE}){{5,120}})?|"
    rf"[A-Z][a-z]{{2,30}}(?=[A-Z][A-Za-z]{{3,60}})(?=[A-Za-z]{{0,60}}{_STEM})[A-Za-z]{{6,90}}\b(?!:)|"
    r"(?:ends?|ended|stops?|stopped|dies|died|quits?|aborts?|fails?|failed|crash(?:es|ed)?|exits?|bails out)"
    r" (?:with|at|in|on) (?:the |an? )?(?:error |code |status |exit code |result |stop code ){0,2}"
    r"([A-Z]{0,6}-?\d{4,8}(?![\w-])|(?!20\d\d-)\d{1,5}-\d{1,5})(?=[.,;:)!?]|$| (?:and|but|since|every|each|on|in|when|"
    r"for|"
    r"after)\b))",
)
# what every such code has in it; case matters, so sentences about errors seldom do
ERROR_SIGNS: tuple[str, ...] = (
    "ERR_", "_FAIL", "_ERROR", "_EXC", "_DENIED", "_TIMEOUT", "_INVALID", "_EXPIRED", "_REFUSED", "_FOUND", "_UNREACH",
    "fail (", "failed (", "failure (", "permerror", "temperror", "ode: ", ") ",
)  # fmt: skip
# these only as the end of a longer word: many a sentence begins with "Error"
ERROR_ENDS: tuple[str, ...] = (
    "Error", "Exception", "Failed", "Failure", "Denied", "NotFound", "NotAvailable", "NotAllowed", "Disallowed",
    "Exceeded", "Invalid", "Required", "Blocked", "Expired", "Timeout", "Forbidden", "Unauthorized", "Unavailable",
    "Rejected", "Duplicate", "Missing", "Conflict", "Throttled",
)  # fmt: skip
ENDED = re.compile(rf"\w(?:{'|'.join(ERROR_ENDS)})")
# the same for those with a number
NUMBERED_SIGNS: tuple[str, ...] = (
    "AAD", "SSPR", "0x", "0X", "caa", "CAA", "HTTP", "Msg ", "vent ", "log says", "4.", "5.", "Bad ", "Not Found",
    "out", "Server Error", "Too",
    "Forbidden", "Unauthorized", "Unavailable", "end", "stop", "die", "quit", "abort", "fail", "crash", "exit", "bail",
)  # fmt: skip
DIGIT = re.compile(r"\d")
# a message told without quotes, by something that is no person
ERROR_SAID = wording(
    r"(?:^|[,;.!?] (?:and |but )?|\b(?:it|screen|page|error|message|popup|pop-up|app|program|portal|window|outlook|"
    r"teams|word|"
    r"excel|onedrive|browser|computer|phone|tablet|display|box|bar|banner|note|log|graph|api|server|ndr|provider|"
    r"client|field|status|sync|wizard|setup|installer|report|link|which|that|"
    r"and|system|site) (?:just |only |"
    r"now |always |then "
    r"|still |keeps? )?)(?:says?|answers|replies|returns|tells (?:me|us|them|her|him|you)|saying|sayin|reads|dice|dit|"
    r"sagt|pone|meldet)(?: "
    r"that|:)? (?!to\b)((?:[\w'’?/-]+ ?){2,10}?)"
    r"(?= but\b| and\b| when\b| though\b| tho\b|[,.;!]|\?\?|$)",
    words="say says tells answers replies returns saying sayin reads dice dit sagt pone meldet",
)
ERROR_TOLD = wording(
    r"\b(?:message|error|popup|pop-up|banner|bounce|ndr|warning|notification)(?: that| "
    r"message)? (?:says|saying|reads|that says|was|is)[: ] ?"
    r"((?:[\w'().-]+ ?){2,14})|"
    r"\b(?:i|we|he|she|they|users?) (?:just )?(?:gets?|sees?|receives?|"
    r"got):? (?:an? )?(?:error )?((?-i:[A-Z])[\w']+(?: "
    r"[\w'().-]+){1,10})|"
    r"\b(?:error|message|fehler|fehlermeldung|meldung|erreur|mensaje)\s?: ?((?:[\w'’().-]+,? ?){2,14})|"
    r"\b(?:fehlermeldung|meldung|hinweis|message d['’]erreur|mensaje|aviso)(?: que dice)? (?-i:([A-ZÄÖÜÉ]\w+(?: "
    r"[\w'’().-]+){2,12}))|"
    r"\bwith (?:the |an? )?(?:text|message|error|note|hint|words) (?-i:([A-Z][\w'’]+(?: [\w'’().-]+){1,12}))|"
    r"\b((?:an? )?\d{3} error|error (?:code |number |no\.? )[\w.-]{2,20}|error \d{3,8}|(?:Fehler|Fehlercode|erreur|"
    r"código) "
    r"[\w-]*\d[\w-]*)\b",
    parts="says|saying|reads|message is|error is|get|see|receiv|got|error|fehler|erreur|código|message was|"
    "message:|message :|meldung|hinweis|mensaje|aviso|message d|with the text|with the message|with the error|with a |"
    "with an |with "
    "text|with error",
)
