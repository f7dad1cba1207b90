"""The quick question each wording asks before its pattern must never keep the pattern from matching."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from mailticket.intake import fields, issue_words
from mailticket.intake.caseless import Caseless, caseless
from mailticket.intake.fields import phrases_grades, phrases_sender, phrases_severity, phrases_wishes
from mailticket.intake.fields.passages import Passage, Wording

MODULES = [
    importlib.import_module(f"{fields.__name__}.{found.name}")
    for found in pkgutil.iter_modules(fields.__path__)
    if found.name.startswith("phrases")
]
NAMED = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Wording)
}
LISTED = {
    f"{name} {at}": item if isinstance(item, Wording) else item[1]
    for name, listed in (
        ("SEVERITY_WORDS", phrases_severity.SEVERITY_WORDS),
        ("ANSWERED", phrases_grades.ANSWERED),
        ("COMPARED", phrases_wishes.COMPARED),
        ("OUR_COMPANY", phrases_sender.OUR_COMPANY),
    )
    for at, item in enumerate(listed)
}
WORDINGS = NAMED | LISTED
SENTENCES = (
    "Our contact for this is Rita Olsen, her cell is 404-555-0112.",
    "The 20 licences are not showing.",
    "SSO asks twice since the weekend.",
    "Please contact my colleague Anna Berg", "checked with Message Trace", "It says Access denied", "no subscription",
    "Our company is called Harbor Clinic", "I will ask our accountant and get back to you",
    "E-mail is preferred, please.", "E-mail's fine.", "Email only please", "Just call", "A call is best.",
    "Calls will do.", "I prefer by e-mail.", "best contact is an email", "By e-mail, please.", "Emailing me is fine.",
    "Just reply to this ticket.", "Ping me on Teams", "Reach me best via Microsoft Teams", "Preferably MS Teams",
    "Text me", "send me a text", "by SMS", "via WhatsApp", "Phone is preferred", "Mobile is better",
    "I'd prefer to be called", "prefer a telephone", "Drop me a line", "Can write me", "per mail", "e-mail me",
    "Easiest reached on my cell", "Ring me", "Give us a buzz", "Somebody call", "by telephone", "call back",
    "Rufen Sie mich an", "Rückruf bitte", "am Telefon", "telefonisch", "ruft uns", "me rappeler", "nous joindre",
    "par téléphone", "que me llamen", "Llámenme", "llamarnos", "por teléfono", "par courriel", "por correo",
    "Mon-Fri between 9am and 5pm", "von 8 bis 17 Uhr", "entre 9h et 17h", "de las 9 a las 5", "9am-5pm", "9 to 5",
    "8:30 until noon", "after lunch today", "before noon", "until 4pm, tomorrow all day", "antes de las 12",
    "afternoons only", "late mornings work better", "any time after 9", "anytime before noon", "weekdays after 3",
    "anytime", "24/7", "all day", "during business hours", "around the clock", "weekday mornings", "in the evening",
    "en fin de journée", "l'après-midi", "por las tardes", "vormittags", "tomorrow all day", "today afternoon",
    "Eastern time", "US Pacific Standard Time", "3pm CET", "hora del centro", "heure de Paris", "Arizona-time",
    "Berlin time", "Pariser Zeit", "at 9, Eastern", "we're Mountain", "I'm in Denver", "we are here at Boston",
    "We’re based in Chicago", "office, London", "Wir sitzen in Berlin", "estamos en Madrid", "please reach out",
    "preferably", "get back to us", "both fine", "kontaktieren", "Antworten bitte", "Sev A", "severity: 2", "prio1",
    "Priority is high", "P1", "gravité 2", "Schweregrad hoch", "critical severity", "high-priority",
    "not super urgent", "no rush", "not a big deal", "when you get a chance", "whenever you have time", "eilt nicht",
    "sin prisa", "low-prio", "nicht eilig", "business-critical", "production is down", "complete outage", "emergency",
    "urgente", "ASAP", "so schnell wie möglich", "au plus vite", "12 users", "both managers", "three of our nurses",
    "fünf Mitarbeiterinnen", "20 team members", "eighteen co-workers", "somos 12", "there are four", "only me",
    "It's just Anna (", "nur bei mir", "solo a mí", "nobody else", "our new hire", "a single user", "one of my people",
    "seule concernée", "affects about 12", "hits all six", "4 are stuck", "twelve can't", "10 get the same",
    "happens to me and to Stu", "41163 is our CMP ID", "subscription doesn't apply", "the Epson TM-T88 jams",
    "This mail is confidential.", "a team of about 9", "all five of us", "betrifft 3", "CMP ID 41163",
    "CMP-Kunden Nr. 4711",
    "the message says we are not allowed in", "it says you can not do this here", "To reproduce: open it",
    "it happens when I open it", "pour reproduire", "I have already tried", "J'ai redémarré", "wir haben schon geprüft",
    "So far: nothing", "no luck", "it didn't help", "to no avail", "Already rebooted", "sin éxito", "message trace",
    "MXToolbox", "mx toolbox", "sign-in logs", "speedtest", "what-if tool", "whatif tool", "MDMDiagReport", "Azure CLI",
    "hit are Anna Berg, Ben and Carla", "please raise it from B to A", "What is severity B?",
    "Anna, Ben and Carla can't sign in", "Tools: ldp", "we used Kudu",
    "we both see it", "call it medium", "rate this low", "customer 40118 in CMP", "our CMP is listed as 40118", "It "
    "says no",
    "it is easy to reproduce", "to get it, just click", "you can ring it and listen, then you hear it", "best to "
    "e-mail me",
    "escríbanme", "the Zebra label printer", "not an emergency", "eilt nicht", "nicht pressing", "no urgency",
    "A phone call is pointless.", "We are an hour ahead of London.", "I am Ann Lee.", "Our time zone is Hawaii.",
    "Edit: it is 16 users now", "please make it severity B", "taking over this ticket", "use my number",
    "one user cannot log in", "User cannot log in",
    "a one-man band", "everyone else is fine", "none of my colleagues has this",
    "only my page", "no users are affected", "nobody is affected",
    "put down zero", "me, Rhea and Ella", "Ann, Bo and I",
    "Re-adding him helped for a day", "Restarting it made no difference",
    "Graph answers you cannot do this", "it tells me you can not do this", "It can wait.", "Whenever you have time.",
    "Error ABC", "we looked at it with Kudu", "You get it by calling us", "Any file: take any file", "Pasos: abrir",
    "none of my colleagues have it", "Anna, Ben and I see it", "The hotline number is 3", "reads 0x80070005",
    "I'll be your contact", "my details from now",
    "Contact my colleague rather than me", "please talk to Dora about it", "phone the office",
    "call me after the service",
    "404-555-0112 before tea ends at 5 pls", "free between lessons", "Write rather than call", "ring, not mail",
    "lieber schreiben als anrufen", "un appel plutôt que par mail", "I prefer a call to an e-mail",
    "rather than call, mail me", "I would appreciate a text", "I take calls until 4", "we would like an e-mail please",
    "a call would be nice if you called me", "glad if somebody phoned me", "writing is easier", "better off calling",
    "we are on the west coast", "at what time does not matter",
    "let's do this over Teams", "book a call",
    "This is Ann at Harbor Clinic", "I'm Ann from Harbor Clinic", "Hi, Ann from Harbor Clinic",
    "Its Ann of Harbor Clinic", "Je suis Ann de Harbor Clinic", "Le escribe Ann de Harbor Clinic",
    "Greetings from Harbor Clinic",
    "We look after mail for Harbor Clinic", "We are Harbor Clinic", "Our firm, Harbor Clinic", "We (Harbor Clinic)",
    "Harbor Clinic here", "On behalf of Harbor Clinic", "I'm with a small firm called Harbor Clinic",
    "Unsere Firma ist Harbor Clinic", "im Auftrag der Harbor Clinic", "de la part de Harbor Clinic",
    "The company's called Harbor Clinic", "Our businesses called Harbor Clinic", "Wir von Harbor Clinic",
    "call me later today", "let's talk on Thursday", "I'm better on the phone", "it has to be by mail",
    "mail or Teams is fine",
    "in the old days we used a fax",
    "me, my wife and our bookkeeper",
    "your second level of urgency", "so moderate for me", "our clerk cannot log in", "Time zone: ours is Berlin",
    "urgent, though it is no emergency", "it cannot wait", "next week is fine", "nobody can work", "it's just my boss",
    "Please write to me", "and mail us", "reply to me", "I'll be your contact", "my details from now",
    "Our receptionist cannot log in", "Our nurse can't print", "Notre comptable ne peut rien ouvrir",
    "My clerk isn't able to", "Der Chef sagt: seither kann sich unser Wirt (wirt@x.example) nicht anmelden",
    "My boss is unable", "Our cook has lost it", "Our clerk gets an error", "Notre juriste n'arrive pas",
    "Nuestra jefa no puede entrar", "the plain old office printer", "Time zone is Mountain", "timezone: ET",
    "TZ Hawaii", "Zeitzone ist Berlin", "fuseau Paris", "zona horaria Madrid", "Their clerk keeps getting it",
    "huso Madrid",
)  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=WORDINGS.keys())
def test_a_sentence_that_matches_has_what_the_wording_asks_for_first(wording: Wording) -> None:
    matching = [text for text in SENTENCES if wording.pattern.search(text)]

    passed = [text for text in matching if wording.may_match(Passage(text))]

    assert matching
    assert passed == matching


def _caseless_of(value: object) -> Iterator[Caseless]:
    if isinstance(value, Caseless):
        yield value
    elif isinstance(value, Wording):
        yield from _caseless_of(value.pattern)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _caseless_of(item)


CASELESS = [
    found for module in (*MODULES, issue_words) for value in vars(module).values() for found in _caseless_of(value)
]


def test_a_caseless_pattern_finds_in_every_sentence_what_the_ignorecase_flag_finds() -> None:
    texts = [form for text in SENTENCES for form in (text, text.upper(), f"Hi, {text.title()}. Also İ {text}")]

    differing = [
        (item.pattern.pattern, text)
        for item in CASELESS
        for text in texts
        if [found.span() for found in item.finditer(text)] != [found.span() for found in item.pattern.finditer(text)]
    ]

    assert len(CASELESS) > 150
    assert differing == []


def test_a_caseless_pattern_goes_on_where_case_counts_after_all() -> None:
    named = caseless(r"\bused (?-i:([A-Z]\w+))")

    found = named.search("used it, and then USED Kudu")

    assert found is not None
    assert (found[0], found.start()) == ("USED Kudu", 18)
