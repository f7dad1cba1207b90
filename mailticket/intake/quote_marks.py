"""How mail programs introduce what they quote or forward, and how people close a letter, in many languages. Data only.

Every pattern is matched against one line of at most 400 characters (introductions: 600), and none nests quantifiers.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE

# "On <date>, <name> wrote:" – the verb, with a date or an address, on a line that ends in a colon.
WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|geschrieben|(?:a )?[ée]crit|escribi[óo]|escreveu|(?:ha )?scritto|schreef|geschreven|"
    r"skrev|skrifaði|kirjoitti|napisa[łl](?:\(a\)|a)?|napisan[ay]|pisze|napsala?|nap[íi]sala?|a scris|"
    r"yazd[ıi]|[íi]rta|έγραψε|viết|написала?|написав(?:ла)?|пишет|пише)(?!\w)|كتبت?|כתבה?|写道|寫道|のメール|님이 작성",
    _FLAGS,
)
DATED = re.compile(r"\d{1,2}[:.٫]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}|[٠-٩]{1,2}:[٠-٩]{2}|@")
INTRO_START = re.compile(
    r"[>\s*]{0,9}(?:-{2,6}\s?)?(?:(?:On|Am|Le|El|Il|Op|Em|Den|Dana|Dnia|W dniu|Dne|Dňa|Pe|På|Vào|"
    r"Wiadomość|В|Пн|Вт|Ср|Чт|Пт|Сб|Вс|"
    r"في|ב)\b|\d{1,4}[-./年 ])",
    _FLAGS,
)
# "2026-11-17 16:32 GMT+01:00 Name <address>:" has no verb in any language.
DATE_AND_ADDRESS = re.compile(r"[>\s]{0,9}\d{4}-\d{2}-\d{2}\s.{0,200}<[^<>]{0,200}@[^<>]{1,200}>\s?:\s*$")
# "---- On <date> <name> wrote ----" and "---- <name> wrote ----".
DASHED_INTRO = re.compile(r"[>\s]{0,9}-{3,6}\s?.{0,300}\b(?:wrote|schrieb|a écrit|escribió)\s?-{3,6}\s*$", _FLAGS)

ORIGINAL = re.compile(
    r"[>\s*]{0,9}[-_=*]{2,60}\s{0,9}(?:original (?:message|appointment|e-?mail)|reply message|"
    r"(?:ursprüngliche|original)[- ]?nachricht|"
    r"message (?:d[’' ]?origine|original)|mensaje original|mensagem original|messaggio (?:originale|original)|"
    r"oorspronkelijk bericht|opr?indelig (?:meddelelse|besked)|oprindelig meddelelse|ursprungligt meddelande|"
    r"opprinnelig melding|alkuperäinen viesti|(?:oryginalna wiadomość|wiadomość oryginalna)|původní zpráva|"
    r"исходное сообщение|оригинальное сообщение|原始邮件|原始郵件|元のメッセージ|원본 메시지)\s{0,9}[-_=*]{0,60}\s*$",
    _FLAGS,
)
FORWARDED = re.compile(
    r"[>\s*]{0,9}(?:-{2,60}\s{0,9})?(?:begin )?(?:(?:the )?forwarded (?:message|mail|by)|"
    r"anfang der weitergeleiteten|weitergeleitete "
    r"(?:nachricht|mail)|(?:début du )?message (?:transféré|réexpédié)|mensaje reenviado|(?:início da )?mensagem "
    r"(?:encaminhada|reencaminhada)|(?:inizio )?messaggio inoltrato|(?:begin )?doorgestuurd bericht|"
    r"vidarebefordrat (?:meddelande|brev)|videresendt (?:melding|meddelelse)|przekazana wiadomość|"
    r"пересылаемое сообщение|转发的?邮件|轉寄的?郵件)\b.{0,60}$",
    _FLAGS,
)

_LABEL = r"(?:^|(?<=[\s>*\d]))\**(?:{names})\s?\**\s?:"
HEADER_KINDS = {
    "from": "From|Von|De|Da|Van|Från|Fra|Frå|Lähettäjä|Od|Nadawca|От|Від|Kimden|Feladó|Από|"
    "发件人|寄件者|差出人|보낸 사람|من",
    "date": "Sent|Date|Gesendet|Datum|Envoyé(?: le)?|Enviad[oa](?: el| em)?|Fecha|Data|Inviato|Verzonden|"
    "Skickat|Sendt|Dato|"
    "Lähetetty|Wysłano|Data|Odesláno|Отправлено|Дата|Gönderildi|"
    "发送时间|寄件日期|日時|送信日時|날짜",
    "to": "To|An|À|A|Para|Pour|Aan|Till|Til|Vastaanottaja|Do|Adresat|Komu|Кому|Kime|Címzett|"
    "收件人|收件者|宛先|받는 사람",
    "subject": "Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Aihe|Temat|Předmět|Тема|Konu|"
    "Tárgy|主题|主旨|件名|제목",
}
HEADER_LABELS = {kind: re.compile(_LABEL.format(names=names), _FLAGS) for kind, names in HEADER_KINDS.items()}
HEADER_START = re.compile(
    r"[>\s]{0,9}\W{0,3}(?:" + "|".join(HEADER_KINDS[kind] for kind in ("from", "date", "subject")) + r")\s?\**\s?:",
    _FLAGS,
)

# What a line must begin with to match FORWARDED (five characters) or HEADER_START (two): cheap to ask first.
FORWARD_BEGINS = frozenset(
    ("begin", "the f", "forwa", "anfan", "weite", "début", "messa", "mensa", "iníci", "inizi", "doorg", "vidar")
) | {"vider", "przek"}
HEADER_BEGINS = frozenset(
    name[:2].casefold() for kind in ("from", "date", "subject") for name in HEADER_KINDS[kind].split("|")
)

# An address at the end of a line, which a mail program that wraps breaks anywhere.
ENDS_IN_ADDRESS = re.compile(r"https?://[^\s<>]{1,390}$")
REST_OF_ADDRESS = re.compile(r"[^\s@]{0,200}[=&%/?_][^\s@]{0,200}$")
QUOTED = re.compile(r"\s{0,3}(?:[A-Z]{1,3})?>")
DELIMITER = re.compile(r"\s{0,3}--\s?$")
RULER = re.compile(r"\s{0,3}[-_=*~#+]{2,200}\s*$")
NOTHING = re.compile(r"[\s\-_=*~#+\u1427\u200b\u200c\u200d\u2060\ufeff|]*$")

POSTSCRIPT = re.compile(
    r"\W{0,3}(?:p\.?\s?(?:p\.?\s?)?s\b|n\.?b\b|(?:oh|and|ah)\b.{0,20}\b(?:also|another|one|there|our|the|i|we|can|could)\b|oh,|"
    r"also\b|one (?:more|other|last)|another thing|by the way|btw\b|(?:i |almost |nearly )?forgot|before i forget|"
    r"edit:|"
    r"nachtrag|ach ja|übrigens|noch (?:etwas|eine)|au fait|j.oubliais|post-?scriptum|por cierto|posdata|se me olvid)",
    re.IGNORECASE,
)
DEVICE = re.compile(
    r"[\s<(\[*_]{0,6}(?:sent (?:from|via|with|by|using)\b(?: \w| \[| <)|get \[?outlook for\b|(?:get|"
    r"download) \[?\w{2,20} for (?:ios|android)|"
    r"from my (?:iphone|ipad|android|phone|mobile)|someone from mobile|via mobile\s*$|"
    r"von meinem .{2,40}gesendet|gesendet (?:von|mit)\b|diese nachricht wurde von|outlook für (?:ios|"
    r"android) beziehen|"
    r"envoyé (?:de(?:puis)?|à partir de|avec)\b|télécharger outlook|obtenez outlook|enviado (?:desde|"
    r"do|a partir do|con)\b|obtener outlook|obter o outlook|"
    r"inviato da(?:l)?\b|ottieni outlook|verzonden (?:met|vanaf|via)\b|outlook voor (?:ios|android)|"
    r"skickat från|sendt fra|lähetetty|wysłan[eo] (?:z|ze)\b|odesláno z|отправлено (?:с|из)\b|從我的|"
    r"从我的|发自我的|iPhoneから送信)"
    r".{0,200}$",
    _FLAGS,
)
CLOSING = re.compile(
    r"\s{0,3}(?:(?:(?:with )?(?:my |our )?(?:kind(?:est)?|best|warm(?:est)?|many|with best|"
    r"with kind)\s?(?:regards|wishes|thanks)?|regards|cheers|"
    r"thanks(?: (?:so|very) much| a lot| again| in advance| and (?:kind |best )?regards|"
    r",? and best)?|thank you(?: (?:very|so) much| in advance| and (?:kind |best )?regards| again)?|many thanks|thx|"
    r"sincerely(?: yours)?|yours(?: (?:sincerely|truly|faithfully|ever))?|very truly yours|respectfully(?: (?:yours|"
    r"submitted))?|"
    r"cordially|warmly|rgds|br|v/?r|all the (?:very )?best|all best|take care|with (?:friendly|kind|best|warm) "
    r"(?:greetings|regards|wishes)|(?:friendly|kind|warm|best|season.s)? ?greetings(?: from [\w ]{2,30})?|xoxo|xx|ta|"
    r"tia|ty|"
    r"much appreciated|appreciated|have a (?:good|great|nice) (?:one|day|weekend|week|evening)|talk soon|"
    r"best regards from [\w ]{2,30}|"
    r"mit (?:freundlichen|besten|lieben|herzlichen) gr(?:ü|ue)(?:ß|ss)en|(?:freundliche|beste|liebe|"
    r"viele|herzliche|schöne|sonnige|mit)? ?gr(?:ü|ue)(?:ß|ss)e(?: (?:aus|von|vom|und|nach)(?: [\w]{2,20}){1,3})?|"
    r"mit (?:freundlichem|bestem|herzlichem|kollegialem) gru(?:ß|ss)|gru(?:ß|ss)|lg|vg|bg|mfg|vielen dank|"
    r"danke(?: (?:schön|im voraus|und (?:viele )?gr(?:ü|ue)(?:ß|ss)e))?|besten dank|"
    r"(?:bien )?cordialement|(?:très|bien) cordialement|bien à (?:vous|toi)|(?:sincères |"
    r"meilleures )?salutations(?: distinguées)?|"
    r"merci(?: d'avance| beaucoup| bien| par avance| à vous| et bonne journée)?|(?:très )?bonne (?:journée|soirée|"
    r"semaine)|"
    r"(?:un )?(?:cordial )?saludos?(?: cordiales| desde [\w ]{2,30})?|(?:muy )?atentamente|"
    r"(?:muchas )?gracias(?: de antemano| y "
    r"(?:un )?saludos?| por (?:su|la) \w{3,12})?|quedo (?:atent[oa]|a la espera|pendiente)|un abrazo|cordialmente|"
    r"atenciosamente|obrigad[oa]|cumprimentos|"
    r"(?:cordiali|distinti) saluti|saluti|grazie|met vriendelijke groeten?|"
    r"(?:vriendelijke )?groet(?:en|jes)?|mvg|bedankt|"
    r"(?:med )?(?:vänliga?|vennlig|venlig)e?\s?(?:hälsning(?:ar)?|hilsen)|mvh|pozdrawiam|"
    r"z poważaniem|s pozdravem|с уважением))"
    r"\s?[,.!–—-]{0,3}\s*$",
    _FLAGS,
)
# A line of contact data as signatures have it.
CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,60}\.|(?:https?://|www\.)\S|(?:\+?\d[\d\s().-]{6,20}\d)|"
    r"\b[\w-]{1,60}\.(?:com|net|org|example)\b",
    _FLAGS,
)
# What stands before a colon in a signature; any other label is taken for a form.
CONTACT_LABEL = re.compile(
    r"\W{0,3}(?:t(?:el(?:e(?:ph|f)one?|efon)?)?|ph(?:one)?|o(?:ffice)?|m(?:ob(?:ile?|il)?)?|"
    r"c(?:ell)?|d(?:irect)?|f(?:ax)?|e(?:-?mail)?|mail|w(?:eb(?:site)?)?|"
    r"url|http|https|skype|teams|linkedin|twitter|address|adresse|a|main|toll[- ]free|handy|mobil|"
    r"ext|hours|vat|ust-id)\.?$",
    _FLAGS,
)
LABELLED = re.compile(r"[\s*•\-]{0,6}([A-Za-zÀ-ÿ][^:\t\n]{0,50}?)\s?(?::|\t)\s*(\S?)")
# The same with any sign between label and answer: leaders, a gap, a dash.
ROW = re.compile(
    r"\W{0,6}([A-Za-zÀ-ÿ][^:=.|\t\n]{1,40}?)(?:\s?\.{2,60}\s?:?|\s{0,9}[:=|\t]|\s{3,}|\s{1,9}[-–—]{1,2}\s)\s*\w"
)
# What people write above a mail they pass on, or answer between its lines.
PASSED_ON = re.compile(
    r"\b(?:see|read|refer to|check|handle|look(?:ing)? (?:at|into)) .{0,40}(?:below|beneath|attached|"
    r"thread|forwarded)|\bbelow\b|\bin-?line\b|\bin (?:red|blue|green|bold|colou?r)\b|"
    r"\bf\.?y\.?i\b|\bforward(?:ing|ed)?\b|\bpass(?:ing|ed)? (?:this|it|on)\b|\b(?:from|by) (?:my|"
    r"our|the|a) (?:customer|client|end user|user)|"
    r"\bsiehe unten\b|\bzur info|\bweiterleit|\bci-dessous\b|\bver abajo\b",
    _FLAGS,
)
