"""What people write before and after a number to say whose it is and whether to dial it, as patterns. Data only.

"Before" patterns end where the number begins, "after" patterns begin where it ends; both are bounded.
"""

from __future__ import annotations

import re

from mailticket.intake.caseless import caseless
from mailticket.intake.fields.passages import wording

# numbers of papers, machines and registers, never dialled
NO_PHONE = caseless(
    r"\b(?:fax\w{0,3}|telefax|telecopie|télécopie|order|po|pon|invoice|inv|ticket|case|account|acct|bestellung|auftrag|"
    r"rechnung|rechnungsnummer|kundennummer|facture|factura|pedido|commande|serial|version|v|build|firmware|id|ids|ip|"
    r"from ip|tracking|quote|contract|vertrag|policy|licen[cs]e|cmp|siret|siren|rcs|tva|vat|hrb|hra|ust-?id\w{0,3}|"
    r"ust-?idnr|steuernummer|iban|bic|nif|cif|abn|acn|ein|uid|correlation|company|companies|registered|registration|"
    r"reg|charity|eori|request|confirmation|reference|ref|incident|"
    r"sr|po box|part|model|sku|article|artikel|asset|tag|imei|mac|kb)"
    r"(?: (?:no|nr|number|num|numéro|número|nummer|code|card|ending)\b)?[.:#°º\s-]{0,4}(?:(?:is|was|ist|est|es|from|"
    r"of|are|"
    r"de|com|in|[A-Z]{2,3})\s)?[#(]?$"
)
# a number given for the worst case, or of the whole firm
LAST_RESORT = caseless(
    r"\b(?:emergenc\w{0,4}|notf[aä]ll\w{0,2}|urgences?|emergencias?|hotline|box office|main (?:office|line|number)|"
    r"main|"
    r"backup|zentrale|standard|centralita|switchboard|reception|front desk|empfang|accueil|recepción|sekretariat|"
    r"secrétariat|toll.?free|24x7|24/7|24h|service desk|help ?desk|nurses? station)\b[^\d]{0,18}$"
)
# the writer's own number, asked to be dialled
OWN_BEFORE = caseless(
    r"\b(?:my|mine|me|meine?|mi|mon|ma|moi|mich|mir|nous|uns|i.m|i am|us|i|ich|je|cell|mobile|mob|direct\w{0,2}|handy|"
    r"mobil|"
    r"móvil|celular|portable|durchwahl|call|ring|dial|txt|text|reach|rappeler|llám\w{0,6}|llam\w{0,6}|márqu\w{0,6}|"
    r"marcar\w{0,3}|appel\w{0,4}|anruf\w{0,3}|rückruf|erreich\w{0,4}|joign\w{0,5}|joindre|use|better|best|"
    r"prefer\w{0,4}|"
    r"whatsapp|callback|cb|bell|buzz|shout|have me)\b[^.!?\d]{0,32}$"
)
CUED = caseless(
    r"\b(?:call|ring|phone|reach|number|cell|mobile|bell|text|tel|telephone|contact|rappeler|appel\w*|anruf\w*|fon|ph|"
    r"erreich\w*|under|unter|au|at|al|on|telefon\w*|teléfono|téléphone|line|direct|whatsapp|voice|dial|marcar|handy|"
    r"móvil|"
    r"joign\w*|rufen|nummer|número|numéro|use|cb|call ?back|rückruf|llám\w*|márqu\w*)\b"
)
# somebody else's
OTHERS_BEFORE = caseless(
    r"\b(?:his|her|their|him|them|whose|she|he|they|son|sa|leur|seine?|ihre?|su|client.?s|customer.?s|vendor.?s?|"
    r"supplier.?s?|provider.?s?|carrier|isp|landlord|manager|bank|insurer|reseller|printer people|copier people|"
    r"microsoft(?: \w+){0,2}|phoning you|called you|calling you|caller id|instead|support|company|courier|distributor|"
    r"predecessor|used to be|old|former|previous|port|"
    r"ported|porting|between|forwards?|colleague|kolleg\w{1,3}|collègue|compañer[oa]|assistant|calling for|"
    r"assigned? to|forward(?:ed|ing)? to|routed? to|boss|chef|engineer|"
    r"attendant|"
    r"queue|number of|main|shared|their number|our (?:old|main|published|customer|public)(?: \w+)?)\b[^.!?;\d]{0,30}$|"
    r"\b(?:from|to)\s$"
)
THIRD_PERSON = caseless(
    r"\b(?:his|her|their|him|them|she|he|they|whose|office manager|said to|told (?:me|us) to)\b[^.!?;\d]{0,24}$"
)
ASKED_FOR_OTHER = caseless(
    r"\b(?:call|ring|phone|text|contact|reach|telephone) (?:her|him|them)\b(?: (?:directly|direct|back|please|"
    r"instead))?[^.!?\d]{0,14}$"
)
# "call him, not us: his cell is": somebody else's number, given to be dialled
ASKED_THEIRS = re.compile(
    r"(?:\b(?<!n.t )(?<!not )(?<!never )(?i:call|ring|phone|text|telephone|contact|reach|talk to|talk with|"
    r"speak to|speak with|ask for) "
    r"(?:(?i:him|her|them)\b|(?:my|our|the|Mr|Mrs|Ms|Dr)\b\.? \w+|[A-Z]\w+)|"
    r"\b(?i:he|she) (?:prefers?|likes?|would (?:like|prefer)|needs?|wants?|takes?)\b)[^.!?\d]{1,60}?"
    r"\b(?i:his|her|their) (?:[a-z]{2,10} ){0,2}"
    r"(?:cell|mobile|number|phone|line|extension|desk|direct|landline|tel|handy)(?:.s| is)?[\s:(+]{1,3}$"
)
THEIR_NUMBER = caseless(
    r"\b(?:his|her|their) (?:[a-z]{2,10} ){0,2}(?:cell|mobile|number|phone|line|extension|desk|direct|landline|tel|"
    r"handy)(?:.s| is)?[\s:(+]{1,3}$"
)
# of whom no more is told than what he did
NEARBY_PERSON = caseless(
    r"\b(?:neighbou?r|friend|brother|sister|cousin|uncle|nephew|niece|electrician|accountant|lawyer|handyman|"
    r"installer|plumber|it (?:man|guy)|nachbar\w{0,2}|freund\w{0,2}|voisine?|ami|vecin[oa]|amig[oa])\b[^.!?;\d]{0,40}$"
)
TOLD_OF_AFTER = caseless(r"^\)?,? (?:he|she|they|who) (?!(?:prefers?|is the one|can|will|would|has|answers)\b)\w+")
PERSON_BEFORE = re.compile(r"(?:^|[\s(,])[A-Z][a-zà-ÿ]{2,14}(?:'s|’s)?(?: [A-Z][a-zà-ÿ]{2,18})?,? ?\($")
REFUSED_BEFORE = caseless(
    r"\b(?:don.?t|do not|not|never|instead of|no longer|rather than|other than|nicht|pas|"
    r"kein\w{0,2})\b[^.!?,;:\d]{0,24}$"
)
REFUSED_AFTER = caseless(
    r"^[\s,)(–-]{0,4}(?:in (?:his|her|their|my|our|the) (?:old )?(?:footer|signature)|is (?:always )?(?:busy|dead|"
    r"down|broken|gone|disconnected|not|no longer|being|ringing|out of|"
    r"for|our main)|isn.t|no longer|does(?:n.t| not)|just rings|"
    r"rings|"
    r"hangs up|goes (?:to|nowhere)|fails?|cannot|can.t|won.t|drops?|used to|was|to \+?\(?\d|if you (?:want|need) "
    r"(?:him|her|them)|if you want to|from|sent|said|told|but (?:he|she|they)|they|ist (?:besetzt|tot)|the (?:front|"
    r"main|office|"
    r"general|switchboard|reception|shop)|(?:main|office|fax)(?=\s?(?:$|[).,;]))|hat|ne (?:répond|marche)|"
    r"no (?:contesta|funciona))"
)
# of the whole place: better than none
SHARED_AFTER = caseless(
    r"^[\s,)(–-]{0,4}is (?:the|our) (?:front|main|office|general|switch\w*|reception|shop|store|desk|house)\b"
)
OWN_AFTER = caseless(
    r"^[\s,)(–-]{0,4}(?:is (?:my|me|best|mine|the (?:best|one|direct))|gets? me|reaches me|works|(?:is )?best|"
    r"preferred|"
    r"direct\b|cell\b|mobile\b|mob\b|ist (?:meine|am besten)|me trouve|es mi|please|bitte|my\b|will (?:get|reach) me|"
    r"is where|finds me)"
)
# "… gets me", "… (best)": a number said to be the way
REACHES_ME = caseless(
    r"^[\s,;)(–-]{0,4}(?:gets? me|(?:try|catch|find) (?:me|it)\b|reaches me|finds me|is (?:the )?best|\(?best\b|"
    r"will (?:get|reach) me|preferred|"
    r"me trouve|and that.s how)"
)
# what a signature calls the numbers it holds, before or after them
SIGNED_DIRECT = caseless(r"\b(?:direct\w{0,2}|mobile|cell|mob|m|d|c|handy|mobil|móvil|portable|durchwahl|cel)\b")
SIGNED_OTHER = caseless(
    r"\b(?:fax\w{0,2}|telefax|télécopie|f|hrb|hra|rcs|siret|siren|tva|vat|ust-?id\w{0,3}|nif|cif|abn|ein|iban|cmp|"
    r"ticket|"
    r"case|license|lic|reg|regist\w{2,8}|handelsregister|dea|npi|emergenc\w{0,4}|hotline|toll.?free|support|service "
    r"desk|help ?desk|police|"
    r"lic\.? no|id)\b"
)
SIGNED_SHARED = caseless(
    r"\b(?:main|office|zentrale|standard|centralita|switchboard|reception|front ?desk|24h|24x7|24/7|\w{0,8}line|"
    r"general|o)\b"
)
# the sentence names somebody else as the one to talk to
HANDS_OVER = wording(
    r"(?:^|[.!;:] |\b(?:[Pp]lease|[Kk]indly|[Bb]itte|[Mm]erci de|[Pp]or favor) )(?:[Pp]lease )?(?:[Cc]ontact|call|"
    r"phone|ring|speak (?:to|"
    r"with)|talk to|"
    r"reach out to|get in touch with|liaise with|deal with|kontaktieren sie|wenden sie sich an|contactez|contacter|"
    r"adressez-vous à|"
    r"contacten? (?:a|con)|hable con) (?:my |our |the |meine?n? |unsere?n? |mon |ma |notre |mi |"
    r"nuestr[oa] )?(?:[a-zà-ÿ]{3,14} ){0,3}"
    r"((?:[A-ZÀ-Ý][\w'’-]{1,20}) (?:[A-ZÀ-Ý][\w'’-]{1,24}))",
    words="contact call phone ring speak talk reach touch liaise deal kontaktieren wenden contactez contacter adressez "
    "contacte contacten hable",
    exact=True,
)
# "the contact for this is Ann Lee"
CONTACT_IS = wording(
    r"\b(?:[Tt]he|[Yy]our|[Oo]ur|[Bb]est|[Mm]ain) (?:point of )?contact(?: person)?"
    r"(?: (?:for (?:this|it|you|the \w{3,12})|here|on site|in this|to use))? is (?:now )?"
    r"(?:(?:my|our|the) (?:[a-zà-ÿ]{3,14} ){1,2})?([A-ZÀ-Ý][\w'’-]{1,20} [A-ZÀ-Ý][\w'’-]{1,24})",
    words="contact",
    also=" is ",
    exact=True,
)
NOT_NOW = caseless(
    r"\b(?:if|after|afterwards|thereafter|when|otherwise|unless|cc|copy|wenn|falls|sonst|danach|sinon|si|ensuite|"
    r"después|from "
    r"(?:the|monday|next)|emergency)\b"
)
