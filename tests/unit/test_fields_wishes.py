"""Frames of being reached: which way a sentence wishes for, which hours are for it, what is only told of."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, prose_reach, prose_zone, ways
from mailticket.intake.fields.passages import passages


def way(sentence: str) -> object:
    found = next(ways.method(tuple(passages([sentence]))), None)
    return found and found.value


def when(sentence: str) -> object:
    told = (*passages(["Our calendar lost its colours."]), *passages([sentence]))
    found = next(prose_reach.time(told), None)
    return found and found.value


def where(sentence: str) -> object:
    found = [item for passage in passages([sentence]) for item in prose_zone.zone(passage, FieldContext())]
    return max(found, key=lambda item: item.confidence).value if found else None


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("E-mail rather than telephone, if you please.", "email"),
        ("Telephone rather than e-mail, if you please.", "phone"),
        ("Could you write rather than ring?", "email"),
        ("Rather than call, drop it in my mail.", "email"),
        ("I prefer a phone call to e-mail.", "phone"),
        ("Phone beats mail, so call me, not by mail.", "phone"),
        ("Appelez-moi plutôt que d'écrire.", "phone"),
        ("Je préfère un courriel à un appel.", "email"),
        ("Lieber schriftlich als am Telefon.", "email"),
        ("Lieber kurz telefonieren als lange schreiben.", "phone"),
    ],
)
def test_of_two_ways_that_are_compared_the_preferred_one_is_meant(sentence: str, wished: str) -> None:
    assert way(sentence) == wished


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("I would appreciate a text when somebody starts.", "text"),
        ("She'd like a call before lunch.", "phone"),
        ("I take calls until four.", "phone"),
        ("I'd sooner you rang.", "phone"),
        ("It would be best if somebody wrote to me.", "email"),
        ("Writing is easier for me, my English is not so good.", "email"),
        ("Speaking is easier for me.", "phone"),
        ("You're best off writing, I'm rarely at my desk.", "email"),
        ("A text first would be kind.", "text"),
        ("I cannot be disturbed at work so an e-mail it is.", "email"),
        ("Let's do this over Teams.", "teams"),
        ("If you need me live, book a Teams slot.", "teams"),
        ("Email's the go.", "email"),
        ("Please put it in an e-mail.", "email"),
        ("Ich freue mich über einen Anruf.", "phone"),
        ("For details ring the bakery.", "phone"),
        ("Have a look and let Dora know; you can phone Dora at home.", "phone"),
        ("A short mail is all I ask for.", "email"),
        ("We're happy about a call, whatever the hour.", "phone"),
        ("This thread works best.", "email"),
        ("She would like to be mailed.", "email"),
        ("Keep the whole exchange by e-mail, if you can.", "email"),
        ("It has to be by phone, I left my glasses at home.", "phone"),
        ("I'm better on the phone.", "phone"),
        ("Let's talk on Thursday at 11.", "phone"),
        ("I'd love to talk to an engineer.", "phone"),
        ("We'll be on Teams all morning.", "teams"),
        ("Just reply to this.", "email"),
        ("Give my extension a try.", "phone"),
    ],
)
def test_a_way_that_is_wanted_offered_or_judged_is_wished_for(sentence: str, wished: str) -> None:
    assert way(sentence) == wished


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("Call the bakery at 404-555-0112, we're closed Mondays.", "phone"),
        ("404-555-0112, call or text", "phone or text"),
        ("Orders are waiting. 404 555 0112 call", "phone"),
        ("Please phone the head nurse, Dora Finch, 404-555-0112.", "phone"),
        ("Talk to Dora Finch, 404-555-0112.", "phone"),
        ("If you need anything call 404-555-0112.", "phone"),
        ("My extension is 204 at 404-555-0112; try me when it is quiet.", "phone"),
        ("Marquen al 404 555 0112.", "phone"),
        ("It is easiest to get hold of me, if nobody else is free: 404-555-0112.", "phone"),
        ("404-555-0112 between 9 and noon.", "phone"),
        ("My number is 404-555-0112, I'm around until five.", "phone"),
        ("Could you contact me on Friday? Number: 404-555-0112.", "phone"),
        ("Reach me at the workbench (x4417).", "phone"),
        ("Ask for the foreman at 404-555-0112.", "phone"),
    ],
)
def test_a_number_that_is_given_to_be_used_tells_the_way(sentence: str, wished: str) -> None:
    assert set(str(way(sentence)).split(" or ")) == set(wished.split(" or "))


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("I hardly look at my mail, so give me a call.", "phone"),
        ("Please call because I cannot read my mail right now.", "phone"),
        ("I'm no good on the telephone so write to me, please.", "email"),
        ("Since our phones are down, mail is the only way.", "email"),
        ("You're welcome to ring, but honestly writing is what I manage.", "email"),
        ("Bitte schreiben Sie mir, telefonisch bin ich kaum zu erreichen.", "email"),
    ],
)
def test_what_gives_the_reason_is_not_the_wish(sentence: str, wished: str) -> None:
    assert way(sentence) == wished


@pytest.mark.parametrize(
    "sentence",
    [
        "I don't want a sales call.",
        "Replies to this address are not read.",
        "My phone shows the old calendar only.",
        "The app rings on my phone only, never on the laptop.",
        "My niece lets me use hers to write this.",
        "We would like a call queue for the front desk.",
        "I talked to your colleague about the text on the invoice.",
        "He emails invoices at 5 pm and they bounce.",
        "Thanks for calling me back on Monday.",
        "I'll send the pictures by e-mail tonight.",
        "Please set up email for the new baker.",
        "The window says to call 404-555-0112.",
        "They were told to call us about it.",
    ],
)
def test_ways_that_are_refused_or_only_told_of_are_none(sentence: str) -> None:
    assert way(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("Ring me until half past five, Central.", "until half past five"),
        ("Between two and half five, Dublin time, call me.", "Between two and half five"),
        ("call before 7am or after 330", "before 7am or after 330"),
        ("Llámenme despues de las 4.", "despues de las 4"),
        ("I prefer calls late in the day, say 3:30 to 5:30.", "3:30 to 5:30"),
        ("I am reachable 9-4 Pacific.", "9-4 Pacific"),
        ("Ring before tea (10ish).", "before tea (10ish)"),
        ("I'm in class from 8.50 to 3.30 so after that is ideal.", "from 8.50 to 3.30 so after that"),
        ("Call whenever you see light, that is 2 to 6 in the afternoon.", "2 to 6 in the afternoon"),
        ("Call me after the school run.", "after the school run"),
        ("404-555-0112 before nap time ends at 2:30 pls", "before nap time ends at 2:30"),
        ("I prefer mail, at what time does not matter.", "at what time does not matter"),
        ("Call any hour this week.", "any hour this week"),
        ("Werktags von 8 bis 17 Uhr.", "Werktags von 8 bis 17 Uhr"),
        ("Could someone call this afternoon?", "afternoon"),
        ("Talk to Dora instead of me. She's in at six and gone by three.", "six and gone by three"),
        ("Would 2 pm work?", "2 pm"),
        ("Saturday is the only day I am not baking, call me then.", "Saturday"),
        ("Dora will be at her desk from 2 to 4 Eastern on any weekday.", "from 2 to 4 Eastern on any weekday"),
        ("Write to me next week please.", "next week"),
        ("Mornings are good; afternoons I teach.", "Mornings"),
        ("I can do 3 - 5 pm.", "3 - 5 pm"),
        ("Weekdays only.", "Weekdays only"),
        ("Please not during lessons, which are from ten to one; otherwise any time before six.", "any time before six"),
        ("Bis 12 Uhr bin ich im Unterricht, danach bis 15 Uhr gut erreichbar.", "danach bis 15 Uhr"),
        ("I'm in class until 1, after that until 4 you can call.", "after that until 4"),
        ("Ring the mine. Somebody is there all day and all night.", "all day and all night"),
        ("Please call him, not us. He's in court until 2 so between 3 and 4 would be great.", "between 3 and 4"),
        ("Call my cell, I get up at 3 in the night so please before noon.", "before noon"),
        ("Ein Anruf wäre mir am liebsten, und zwar vor Schulbeginn um 7:45.", "vor Schulbeginn um 7:45"),
        ("Best to ring after closing at 6pm.", "after closing at 6pm"),
        ("Please call before we open at 10.", "before we open at 10"),
        ("You'll find me at the bench from 6am.", "from 6am"),
        ("No calls before 10 please.", "No calls before 10"),
        ("We're here 7 days a week 6 to 6.", "6 to 6"),
        ("At lunch from 12 to 1; any other time until 5, please.", "any other time until 5"),
    ],
)
def test_hours_are_read_as_people_say_them(sentence: str, hours: str) -> None:
    assert hours in str(when(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "I am on Windows 23H2 and my mail works.",
        "My phone shows it 3 hrs off.",
        "Please order before the 7-day window shuts tonight.",
        "Mail is fine, ideally before Black Friday.",
        "Reply by mail, I share the telephone with the night dispatcher.",
        "I'm with customers all day, so mail me.",
        "I was on the phone with the carrier from 9 to 11 this morning.",
        "The line has been out in our office since the storm on Saturday.",
        "Tomorrow is our big day and the lists are in Excel, please.",
        "He called between 2 and 3.",
        "We are six hours ahead of the bakery, so mind that.",
        "The greeting says we are open 8 to 6.",
        "Please restart the till server between 8 and 10 pm.",
        "I missed your call at 3:20.",
        "I'm on leave through Friday.",
        "Here is a chat about the 8 kiosk seats.",
        "Somebody was here all night to mend it.",
        "I get up at 2 in the night because the alarm rings.",
        "Danach bis 16 Uhr lief alles.",
        "Vor Schulbeginn um 7:45 war noch alles da.",
        "The shop opens at 9:30 and then nothing prints.",
        "He's in surgery until 2.",
        "The service is used day and night.",
        "Please not during lessons, which are from ten to one.",
    ],
)
def test_lengths_events_and_busy_hours_are_no_time_to_be_reached(sentence: str) -> None:
    assert when(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("L'après-midi (heure de l'Est).", "America/New_York"),
        ("De 9 a 17 (hora de Montevideo).", "America/Montevideo"),
        ("From 7am to 7pm our time (West Africa).", "Africa/Lagos"),
        ("I take calls until 4 p.m. Eastern on my cell.", "America/New_York"),
        ("Ireland.", "Europe/Dublin"),
        ("Any time is good, London.", "Europe/London"),
        ("I'm on the west coast so not before 8 please.", "America/Los_Angeles"),
        ("All times Eastern.", "America/New_York"),
        ("9-6 Bangkok", "Asia/Bangkok"),
    ],
)
def test_zones_are_read_as_people_say_them(sentence: str, zone: str) -> None:
    assert where(sentence) == zone


@pytest.mark.parametrize("sentence", ["Charlotte.", "The Pacific office cannot print.", "The London mailbox is full."])
def test_people_and_things_called_like_a_place_tell_no_zone(sentence: str) -> None:
    assert where(sentence) is None
