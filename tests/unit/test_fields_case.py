"""Running text about a problem: who has it, how bad it is, its messages, how to see it, what was done, what to do."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.quoting import split
from mailticket.model import Address, AttachedMessage, Attachment, FieldContent, InboundMessage

NEW = FieldContext(own_addresses=frozenset({"desk@desk.example"}))
JANE = Address("jane@x.example", "Jane Roe")


def told(sentence: str, attached: tuple[AttachedMessage, ...] = ()) -> dict[str, FieldContent]:
    text = f"Hello,\n\nit is broken since this morning and nobody knows why it is so.\n\n{sentence}\n\nThanks\nJ.\n"
    message = InboundMessage("<1@x>", (JANE,), (), "Help", text, attached=attached)
    return {item.key: item.value for item in read_fields(message, split(text), NEW)}


@pytest.mark.parametrize(
    ("sentence", "users"),
    [
        ("It hits the coordinators (me, Rhea and Ella).", 3),
        ("Rhea, Ella, Joan and I cannot open it.", 4),
        ("Three colleagues and I have lost access.", 4),
        ("It's me plus my 2 skippers.", 3),
        ("Two doctors and three nurses cannot log in.", 5),
        ("Eleven (11) of them are standing by.", 11),
        ("Bei uns dreien im Büro fehlt der Knopf.", 3),
        ("38 are through, 3 sit at 95%.", 3),
        ("Nine accounts so far.", 9),
        ("The three apprentices who began today have no mailbox.", 3),
        ("Total affected: 16 all told.", 16),
        ("It's only my page, I'm a one-woman shop.", 1),
        ("My boss does not have this, nor do the two girls at the front.", 1),
        ("Everyone else is fine.", 1),
        ("Of the 40 mailboxes in the batch, 7 end as failed.", 7),
        ("The rota is wrong for all 17 servers and bartenders.", 17),
        ("It is only her. Don't ring her, ring me: 404-555-0132, I'm in.", 1),
        ("The 12 licenses are still not showing.", 12),
        ("The 8 seats we bought have disappeared.", 8),
        ("Nobody is affected yet.", 0),
        ("We count 9 volunteers who see the blank page.", 9),
        ("About thirty folk use it daily.", 30),
        ("The joiners (six so far) are turned away at the sign-in.", 6),
        ("Our nurses (12) cannot open it.", 12),
        ("Our coordinators (currently 5) cannot sign in.", 5),
        ("Me n two other chaps cannot log in.", 3),
        ("Betroffen sind 7 Aushilfskräfte.", 7),
        ("Betroffen sind 5 Kaufleute im Verkauf.", 5),
        ("Only Rhea and I look after it.", 2),
        ("It's just Ben and me in the shop.", 2),
        ("Nur Frau Kern und ich nutzen es.", 2),
        ("Besides me only Jorge works with it.", 2),
        ("My sister and I share it.", 2),
        ("I work alone.", 1),
        ("Trabajo sola en mi despacho.", 1),
        ("I am the only one in the firm.", 1),
        ("It's just my boss.", 1),
        ("Only on the reception PC.", 1),
        ("We imported 40 new accounts and none of them got a licence.", 40),
        ("Wir haben 90 neue Schülerkonten angelegt, und keines davon hat eine Lizenz.", 90),
        ("14 computers will lock?", 14),
        ("Five desks at the front are dead.", 5),
        ("Please migrate our 20 mailboxes.", 20),
        ("Eight at our end.", 8),
        ("9 affected so far", 9),
        ("I count five so far.", 5),
        ("A couple of us have it.", 2),
        ("Me, my wife and our bookkeeper cannot open it.", 3),
    ],
)
def test_who_has_it_is_told_without_a_number_and_its_noun(sentence: str, users: int) -> None:
    assert told(sentence)["users_impacted"] == users


@pytest.mark.parametrize(
    "sentence",
    [
        "I reassigned the licence to one user.",
        "Lo veo igual en las dos salas.",
        "All three are for the same customer.",
        "Three of the seven session hosts are unavailable.",
        "Two proxy servers are down.",
        "We have 30 licenses, none of them new.",
        "None of our users can print.",
        "We count 60 employees in two towns.",
        "The invoices (12) are wrong.",
        "Rhea and I spoke about it.",
        "It went away for the one user for whom we set it by hand.",
        "It takes two of us to lift it.",
        "I talked to two of your agents.",
        "It worked for 9 people.",
        "The limit is 300 users.",
    ],
)
def test_those_it_works_for_and_those_of_a_deed_are_not_counted(sentence: str) -> None:
    assert "users_impacted" not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("No panic over it.", "C"),
        ("None of them urgent.", "C"),
        ("Es eilt also nicht.", "C"),
        ("Ce n'est pas grave.", "C"),
        ("No es grave, pero es incómodo.", "C"),
        ("It is of middling importance.", "B"),
        ("They can work, slowly, so B.", "B"),
        ("Close it by the 30th; a B, I suppose.", "B"),
        ("Not A but B.", "B"),
        ("Severity two, please.", "B"),
        ("=== CASE 1 (sev B) ===", "B"),
        ("Please raise it from B to A.", "A"),
        ("You may lower this to a C.", "C"),
        ("Moderate impact, people have a way around it.", "B"),
        ("Severity-wise, I would call it low.", "C"),
        ("Critical! The whole plant is offline.", "A"),
        ("Urgent - the scanners of the front office stopped.", "B"),
        ("I would rate this matter as moderate in severity.", "B"),
        ("It is rather low in priority.", "C"),
        ("Please classify the case as high.", "B"),
        ("Treat it as your second level of urgency rather than the highest.", "B"),
        ("File it under the lowest of your three levels.", "C"),
        ("Bitte mit Ihrer zweithöchsten Stufe.", "B"),
        ("Le niveau le plus bas suffit.", "C"),
        ("Nobody is hurt, so moderate for me.", "B"),
        ("From our side: low.", "C"),
        ("Pour nous, moyen.", "B"),
        ("The impact is moderate.", "B"),
        ("The first one is B, the other C.", "B"),
        ("Das ist B.", "B"),
        ("B, because there is a way around.", "B"),
        ("I would give it a B.", "B"),
        ("Details: CMP 4711, no subscription, B, reach me by Teams.", "B"),
        ("On your scale of A to C, how bad?\n\nC", "C"),
    ],
)
def test_a_grade_is_a_denial_of_haste_or_a_letter_that_concludes(sentence: str, severity: str) -> None:
    assert told(sentence)["severity"] == severity


@pytest.mark.parametrize(
    "sentence",
    [
        "Which plan has P1 or P2 in it?",
        "Severity A takes an hour, B two and C four, we read.",
        'The alert said "Severity: High, 3 entities".',
        "We are an urgent care clinic and the fax is fine.",
        "The emergency access account needs a new key.",
        "What is a severity A?",
    ],
)
def test_grades_that_are_explained_quoted_or_parts_of_names_grade_nothing(sentence: str) -> None:
    assert "severity" not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Not during the lunch rush.",
        "Option B is fine too.",
        "The C drive is full.",
        "Block B, unit 3.",
        "Columns A, B, and D are empty.",
        "The second level of the menu is empty.",
        "He is your second level technician.",
        "The volume is too low for me.",
        "Disk space is low.",
    ],
)
def test_letters_that_name_things_and_busy_hours_are_no_grade(sentence: str) -> None:
    assert "severity" not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "error"),
    [
        ("Ils reçoivent « Cette page a changé ses paramètres d'accès ».", "Cette page a changé ses paramètres d'accès"),
        ('The mailbox "isn\'t available".', "isn't available"),
        ("The queue says 'not registered' now.", "not registered"),
        ("The log has AccountSynchronizationInvalidCredentials twice.", "AccountSynchronizationInvalidCredentials"),
        ("Setup ends with 0-2054.", "0-2054"),
        ("Teams closes with error CAA50021.", "CAA50021"),
        ("AADSTS90033 A transient error has occurred.", "AADSTS90033 A transient error has occurred"),
        ("It bounces with 550 5.7.520, message blocked. Ring Ann.", "550 5.7.520, message blocked"),
        ("It tells me you cannot access this right now.", "you cannot access this right now"),
    ],
)
def test_messages_end_where_the_program_ends_to_speak(sentence: str, error: str) -> None:
    assert told(sentence)["error_messages"] == error


@pytest.mark.parametrize(
    "sentence",
    ['He says he only changed "the DNS stuff".', 'My boss said "not before Monday".', "They end on 2026-10-31."],
)
def test_what_somebody_says_and_dates_are_no_messages(sentence: str) -> None:
    assert "error_messages" not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "On any of these Macs: open the portal, hit Check status, wait for the bar.",
        "You open the page in a private window and pick any service, then it goes white.",
        "As for reproducing: stay connected without touching the mouse.",
        "I open any agreement, choose Edit, change a word, press save, and it offers a copy.",
        "If you copy the file to any desktop and open it, it is gone.",
        "Outlook öffnen, auf Suchen klicken.",
        "Il suffit d'ouvrir le fichier et de cliquer sur Enregistrer.",
    ],
)
def test_a_row_of_things_to_do_shows_the_problem(sentence: str) -> None:
    assert told(sentence)["steps_to_reproduce"] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Please add two licences and remove the old one.",
        "Open a ticket and add us to it.",
        "I can open it and read it but not save it.",
        "To add a comment, log in to the portal.",
    ],
)
def test_wishes_and_complaints_show_no_problem(sentence: str) -> None:
    assert "steps_to_reproduce" not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Re-registering the app helped one of them for a day.",
        "What we did ourselves: another cable and a test with the phone.",
        "I had a second pair of eyes go through the mappings.",
        "Elijah restarted the computer.",
        "Cerré sesión y reparé Office; nada.",
        "Se quitaron y volvieron a asignar las licencias.",
    ],
)
def test_a_deed_may_be_the_subject_or_under_a_heading(sentence: str) -> None:
    assert told(sentence)["steps_taken"] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "It started when my nephew moved our website.",
        "He reckons he only changed the DNS a bit.",
        "You cannot write until it is re-enabled.",
        "I opened a case with you in May.",
        "On a reçu un avis, mais j'avais confirmé le renouvellement.",
        "Wir haben acht Lizenzen bestellt, es sind fünf angekommen.",
        "J'ai commandé jeudi passé 7 licences.",
        "In the old days we used a different program.",
        "I've looked everywhere on our bills for that number.",
    ],
)
def test_causes_and_what_happened_before_are_no_steps(sentence: str) -> None:
    assert "steps_taken" not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Our CMP reference 50338 may help.", "50338"),
        ("You'll find them in the CMP under 50338.", "50338"),
        ("Im CMP läuft der Kunde unter 50338.", "50338"),
    ],
)
def test_a_number_a_few_words_behind_cmp_is_the_customer(sentence: str, number: str) -> None:
    assert told(sentence)["cmp_id"] == number


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("Use account 50772 (our CMP ID).", "50772"), ("Customer 99812, which is our CMP number, has it.", "99812")],
)
def test_a_number_is_said_to_be_the_customers_behind_it(sentence: str, number: str) -> None:
    assert told(sentence)["cmp_id"] == number


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Their CMP number, if I read my notes well, 61409.", "61409"),
        ("CMP number six one four oh nine, I mean 61409.", "61409"),
    ],
)
def test_the_only_number_behind_cmp_is_the_customer(sentence: str, number: str) -> None:
    assert told(sentence)["cmp_id"] == number


@pytest.mark.parametrize(
    "sentence", ["The CMP portal shows invoice 44120.", "In the CMP I ordered 20 on the 1st of 2026."]
)
def test_other_numbers_behind_cmp_are_no_customers(sentence: str) -> None:
    assert "cmp_id" not in told(sentence)


def test_an_address_that_others_write_to_is_an_account_in_trouble() -> None:
    assert told("Mail that customers send to orders@shop.example is lost.")["user_accounts"] == ("orders@shop.example",)


@pytest.mark.parametrize(
    "sentence",
    ["Please send any message to ann@shop.example.", "Send your mails to ann@shop.example.",
     "Updates by mail to ann@shop.example."],
)  # fmt: skip
def test_an_address_we_shall_write_to_is_no_account_in_trouble(sentence: str) -> None:
    assert "user_accounts" not in told(sentence)


def test_a_guid_below_the_word_subscription_is_one() -> None:
    read = told("It could not be paid for subscription\nPay-As-You-Go (5b1e6d90-3c7f-4a02-9be8-60f4d217ca30).")

    assert read["subscription_id"] == "5b1e6d90-3c7f-4a02-9be8-60f4d217ca30"


def test_what_is_told_beside_a_product_is_read_for_itself() -> None:
    read = told(
        "Product: Exchange Online, tenant harbor.onmicrosoft.com, CMP 4711\n"
        "Users affected: 2 (ann@h.example, bo@h.example)"
    )

    assert read["product"] == "Exchange Online"
    assert read["tenant_domains"] == ("harbor.onmicrosoft.com",)
    assert read["user_accounts"] == ("ann@h.example", "bo@h.example")


def test_an_order_in_cmp_is_no_customer() -> None:
    assert "cmp_id" not in told("Our CMP order 50338 is late.")


@pytest.mark.parametrize(
    ("sentence", "product"),
    [
        ("The Verizon modem has a red light.", "Verizon modem"),
        ("Excel for the web shows nothing.", "Excel for the web"),
        ("Azure Blob Storage is unreachable.", "Azure Blob Storage"),
        ("A query in Access that feeds our labels is empty.", "Access"),
        ("Safe Attachments holds every PDF.", "Safe Attachments"),
        ("Since the update PowerBI shows no data.", "PowerBI"),
        ("It comes from Azure Billing <azure-noreply@notices.example>.", "Azure"),
        ("Windows refuses to activate.", "Windows"),
    ],
)
def test_products_go_on_as_far_as_their_names_do(sentence: str, product: str) -> None:
    assert told(sentence)["product"] == product


@pytest.mark.parametrize(
    "sentence",
    ["Brother Lamar passed in August.", "Gmail people get it.", "Ring 404-555-0132 if Teams is down for you."],
)
def test_people_and_ways_to_be_reached_are_no_products(sentence: str) -> None:
    assert "product" not in told(sentence)


def test_the_login_of_somebody_else_is_no_address_to_write_to() -> None:
    found = told("Ring me: 404-555-0132, I'm here until 5. His login is bo@x.example.")

    assert (found["email"], found["user_accounts"]) == ("jane@x.example", ("bo@x.example",))


@pytest.mark.parametrize(
    "sentence",
    ["What counts as a step to reproduce it here?", "Any day you can call or write, whichever suits: 404-555-0132."],
)
def test_questions_and_ways_to_be_reached_show_no_problem(sentence: str) -> None:
    assert "steps_to_reproduce" not in told(sentence)


def test_urgent_is_no_less_for_being_no_emergency() -> None:
    assert told("It is urgent, though not yet an emergency.")["severity"] == "B"


def test_an_address_with_a_phone_number_behind_it_is_a_contact() -> None:
    assert "user_accounts" not in told("She is the head nurse, ann@y.example, 07700 900377.")


def test_a_tool_is_what_somebody_looked_with() -> None:
    assert told("We looked at it with the Connectivity Center and PingPlotter.")["tools_used"] == (
        "Connectivity Center and PingPlotter"
    )


def test_what_an_attached_mail_carries_is_evidence() -> None:
    picture = Attachment("2", "hours.png", "image/png", 40_000, "")

    found = told("See the attached mail.", (AttachedMessage(JANE, "wrong hours", "They are wrong.", (picture,)),))

    assert found["screenshots"] is True


def test_what_is_asked_for_is_described_and_what_can_wait_is_not() -> None:
    description = told("Kindly refund the second charge and confirm it. No panic over it.")["description"]

    assert "refund the second charge" in str(description)
    assert "panic" not in str(description)


def test_an_enumeration_is_no_first_name() -> None:
    assert told('First: nobody can print, it says "Printer not found".')["error_messages"] == "Printer not found"
