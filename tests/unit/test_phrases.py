"""The quick question each wording asks before its pattern must never keep the pattern from matching."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import phrases, phrases_people, phrases_reach, phrases_sender, phrases_trouble
from mailticket.intake.fields.passages import Passage, Wording

NAMED = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (phrases, phrases_people, phrases_reach, phrases_sender, phrases_trouble)
    for name, value in vars(module).items()
    if isinstance(value, Wording)
}
LISTED = {
    f"{name} {at}": item if isinstance(item, Wording) else item[1]
    for name, listed in (("SEVERITY_WORDS", phrases.SEVERITY_WORDS),)
    for at, item in enumerate(listed)
}
WORDINGS = NAMED | LISTED
SENTENCES = (
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
    "Anna, Ben and Carla can't sign in", "Tools: ldp", "we used Kudu",
    "we both see it", "call it medium", "rate this low", "customer 40118 in CMP", "our CMP is listed as 40118", "It "
    "says no",
    "it is easy to reproduce", "to get it, just click", "you can ring it and listen, then you hear it", "best to "
    "e-mail me",
    "escríbanme", "the Zebra label printer", "not an emergency", "eilt nicht", "nicht pressing", "no urgency",
    "Edit: it is 16 users now", "please make it severity B", "taking over this ticket", "use my number",
    "I'll be your contact", "my details from now",
)  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS.values(), ids=WORDINGS.keys())
def test_a_sentence_that_matches_has_what_the_wording_asks_for_first(wording: Wording) -> None:
    matching = [text for text in SENTENCES if wording.pattern.search(text)]

    passed = [text for text in matching if wording.may_match(Passage(text))]

    assert matching
    assert passed == matching
