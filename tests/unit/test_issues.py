"""How many separate matters a mail tells of, each in a few of its own words."""

from __future__ import annotations

import time

import pytest

from mailticket.intake.issue_told import MAX_TITLE
from mailticket.intake.issues import issues, separate

SEVERAL = {
    "counted and numbered": ("Two unrelated things today:\n1) mail is late\n2) wrong invoice", 2),
    "cases": ("Case 1\nMail is late\n\nCase 2\nTeams is slow\n\nCase 3\nWrong bill", 3),
    "lettered headings": ("== ISSUE A ==\nMail is late.\n\n== ISSUE B ==\nTeams is slow.", 2),
    "headings in words": ("Issue one:\nMail is late.\n\nIssue two:\nTeams is slow.", 2),
    "the same form twice": (
        "Partner: Northlake\n\nProduct: Teams\nProblem: No sound in calls\nSeverity: B\n\n"
        "Product: Visio\nProblem: Two licenses too many\nSeverity: C",
        2,
    ),
    "numbered requests": (
        "Hi,\n1. Our invoice shows the wrong number of seats.\n2. Please unlock the account of our nurse.\n",
        2,
    ),
    "bullets that are apart": ("None of these are connected:\n- Reset MFA for Dan\n- Order two Copilot seats", 2),
    "letters": ("Please open separate tickets:\na) The shared mailbox is full.\nb) Lena needs Power BI Pro.", 2),
    "numbers without a mark": ("Need 2 things. 1 take Pete off the system he quit. 2 my excel says license expired", 2),
    "within a line": ("I have 2 issues (1) Outlook finds nothing (2) my OneDrive is full", 2),
    "first and second": ("First, the site is read-only.\n\nSecond, guests cannot enter.", 2),
    "the first, the second, the third": (
        "Three topics. The first: a phone is lost. The second: mails come late. And the third, less important: a "
        "license is missing.",
        3,
    ),
    "another issue": ("Mail is down since Monday.\n\nAnother issue: the invoice is wrong.", 2),
    "separately": ("Room mailboxes decline bookings.\n\nCompletely separately, please add four seats.", 2),
    "another note": ("The site is read-only again.\n\nOn a separate note, we want to cancel three seats.", 2),
    "while I have you": ("Excel says locked for editing.\n\nWhile I have you, Faye cannot log in.", 2),
    "a postscript": ("Outlook crashes on each PDF.\n\nPS: different question - what does Premium cost?", 2),
    "paragraphs that were counted": (
        "Please raise two tickets.\n\nKathy's phone gets no mail since Friday.\n\nThe room calendar shows private "
        "appointments.\n\nThanks",
        2,
    ),
    "sentences that were counted": (
        "Just two things please. Could you unblock the sender of our orders? And could you tell us what Intune costs?",
        2,
    ),
    "also of another kind": (
        "Our room mailbox declines all invitations.\n\nAlso, could you please send us a copy of the invoice of June?",
        2,
    ),
    "also, with a trouble and no wish": (
        "Please reduce our E3 seats from 20 to 15.\n\nAlso, the sync with our directory failed for two days.",
        2,
    ),
    "I also need": ("Mails to yahoo bounce since Friday. I also need the credit note for the seats of June.", 2),
    "last but not least": (
        "Please order four seats of Visio. Last but not least, Jon can't sign in with his new phone.",
        2,
    ),
    "beyond that": ("The migration batch hangs at 90 percent. Beyond that, the invoice of May is wrong.", 2),
    "the smaller thing": ("Sara is locked out of her account.\n\nA smaller thing: the footer appears twice.", 2),
    "the second, without a first": ("Sara is locked out of her account. The second thing is the wrong invoice.", 2),
    "findings": ("Finding 1 - the portal shows 64 seats.\nFinding 2 - an order never arrived.", 2),
    "a heading for each": (
        "== Guests ==\nNobody can accept our invitation to the site, sign-in is blocked.\n\n== Invoice ==\n"
        "The total of May is too high, please send a corrected one.",
        2,
    ),
    "lines above their texts": (
        "Accounting:\nThe invoice of May shows two seats too many.\n\nField team:\nSix phones fail to enrol in Intune.",
        2,
    ),
    "lines drawn between": (
        "The invoice of May shows two seats too many.\n---\nMaria is locked out of her account, MFA fails.\n",
        2,
    ),
    "roman numerals": ("Hi,\ni) our invoice shows two seats too many\nii) Maria is locked out of her account\n", 2),
    "bullets of different kinds": ("→ our invoice shows two seats too many\n→ Maria is locked out of her account\n", 2),
    "German, no word of wishing": (
        "Ich kann mich nicht mehr anmelden, das Passwort wird abgelehnt. Außerdem brauchen wir drei Lizenzen mehr.",
        2,
    ),
    "German": ("Ich habe zwei Anliegen. Erstens kommen keine Mails an. Zweitens fehlt uns eine Lizenz.", 2),
    "French": ("D'une part, OneDrive ne se synchronise plus. D'autre part, envoyez-nous la facture.", 2),
    "Spanish": ("Dos problemas: por un lado, el buzón no recibe; por otro, queremos dar de baja licencias.", 2),
}


@pytest.mark.parametrize(("text", "count"), SEVERAL.values(), ids=SEVERAL.keys())
def test_separate_matters_are_counted_however_they_are_told(text: str, count: int) -> None:
    assert len(issues("Help", text)) == count


ONE = {
    "one": "Teams is down.",
    "numbered steps": "Steps:\n1. Open Outlook\n2. Wait\n3. It crashes",
    "steps to reproduce": "To reproduce:\n1. Open the calendar of somebody else.\n2. Click on any appointment there.",
    "bullets of one matter": "Since then:\n- Teams shows old addresses\n- the phone asks for the password",
    "one cause": "Three things show up that have the same root cause:\n- no sync\n- no new users\n- an old status",
    "one case": "They have three questions, it's one business case:\n1. what is the price\n2. what is the term",
    "a second time": "First the VM hung, then it restarted. Second time this month.",
    "other devices": "On another PC it works. Another user on a Mac has it too. We tried a different network.",
    "counted seats": "We ordered five seats, two of them arrived. The other three are missing.",
    "also of the same kind": "Please renew with 20 seats. Also we would like an annual term, please.",
    "a form in bullets": "Please open a separate ticket:\n- Tenant: a.onmicrosoft.com\n- Users: 15 of them",
    "two tenants": "Tenant: a.example\nUsers: 5\n\nTenant: b.example\nUsers: 9\n\nBoth lost sync.",
    "what was done": "First I rebooted the server. Second, I cleared the cache. Still slow.",
    "cases elsewhere": "We have two cases open elsewhere.\n\nThe export still stops at 40 percent.\n\nPlease escalate "
    "it today, it is urgent.",
    "more to know": "SSO to our tool fails. One more thing to know: the certificate was renewed.",
    "a note": "We ordered 8 seats for the wrong tenant. Also note that the other one has 3 licences which must stay.",
    "also did": "Mails to yahoo bounce. We also changed the SPF record of the invoice domain, without success.",
    "also more of it": "Outlook is slow. Also, it hangs when I open the calendar.",
    "times": "We asked three times:\nRequest 1 - denied, no reason\nRequest 2 - denied, wrong region\nPlease help.",
    "questions of one matter": "Two questions:\n1. What does it cost per user and month?\n2. Which licence do we need?",
    "how to be reached": "Sharing fails for guests.\n\nOne last thing: call before noon please.",
    "other people's tickets": "Two tickets about this were closed already. The calls still drop.",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_one_matter_stays_one(text: str) -> None:
    assert issues("Help", text) == ()


@pytest.mark.parametrize(
    ("subject", "text", "titles"),
    [
        pytest.param(
            "Case 1: DMARC / Case 2: seats", "Please help.", ("DMARC", "seats"), id="both halves of the subject"
        ),
        pytest.param(
            "Help",
            "Case 1\nSev: B\nDescription: Banks refuse our mails.\n\nCase 2\nSev: C\nDescription: Fewer seats.",
            ("Banks refuse our mails", "Fewer seats"),
            id="the line that tells the problem",
        ),
        pytest.param(
            "Help",
            "Hi,\n\nOutlook is slow since Monday. We use cached mode.\n\nAnother thing, Marco left and needs no seat.",
            ("Outlook is slow since Monday", "Another thing, Marco left and needs no seat"),
            id="the sentence that begins the matter",
        ),
    ],
)
def test_a_title_is_of_the_mail_s_own_words(subject: str, text: str, titles: tuple[str, ...]) -> None:
    assert issues(subject, text) == titles


def test_a_long_title_ends_at_a_word() -> None:
    first, _ = issues("", f"Two things:\n1) {'sentence ' * 20}\n2) {'another ' * 20}")

    assert first == "sentence " * 7 + "sentence"
    assert len(first) <= MAX_TITLE


def test_each_matter_keeps_its_own_text() -> None:
    first, second = separate("", "Two things:\n1) The mailbox is full. It has 50 GB.\n2) The invoice is wrong.")

    assert "50 GB" in first.text
    assert "invoice" not in first.text
    assert "invoice" in second.text


@pytest.mark.parametrize(
    "unit",
    ["\n", "two ", "Case 1\n", "1. a\n", "first ", "another ", "- item of a list\n", "Product: a\nProblem: b\n", ". "],
    ids=repr,
)
def test_hostile_texts_cost_milliseconds(unit: str) -> None:
    text = f"two things one {unit * (100_000 // len(unit))}"
    begin = time.process_time()

    issues("two things", text)

    assert time.process_time() - begin < 0.2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Puzzle number one: scans never reach us, they bounce.\n"
            "Puzzle number two: the bill for May is twice too high.",
            2,
        ),
        (
            "First: Ms. Rowe gets no code when she signs in.\n\nNext, we need copies of the bills of May.\n\n"
            "And lastly the order for two seats is still pending.",
            3,
        ),
        (
            "Nobody can open the shared folder since Monday, it says access denied.\n\n"
            "Apart from this I have a doubt about "
            "our bill, the tax is charged twice.",
            2,
        ),
        (
            "All of these have nothing to do\nwith each other:\n\n"
            "- the mailbox of the harbour gets no answers\n"
            "- we need four more phone licences\n- a laptop does not take its recovery key",
            3,
        ),
        (
            "Make as many tickets of it as you need:\n\n 1.  The room declines every meeting since Friday.\n"
            " 2.  The bill of May lacks our order number.",
            2,
        ),
        ("First I restarted it. Next, I reset the password. Nothing helped, Outlook stays closed.", 1),
    ],
    ids=[
        "numbered by a word",
        "a sequel",
        "apart from this",
        "broken over a line",
        "as many tickets",
        "steps in a row",
    ],
)
def test_matters_are_told_apart_by_more_ways_of_saying_so(text: str, count: int) -> None:
    assert max(1, len(issues("Help", text))) == count


def test_a_title_does_not_end_behind_a_courtesy() -> None:
    text = "First: Mrs. Rowe gets no code when she signs in.\n\nSecond: the bill of May is wrong, please correct it."

    assert issues("Help", text)[0].startswith("Mrs. Rowe gets no code")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Our quotes mailbox has not received a single message from outside since Friday. Customers get no "
            "bounce.\n\n"
            "The invoice of October charges us for 14 Business Basic licences, we only have nine. Please send a "
            "credit.\n",
            2,
        ),
        (
            "Hello,\n\n* mails from our bank have gone to junk since Monday\n* please order three Visio licences for "
            "the new "
            "planners\n",
            2,
        ),
        (
            "See both of these.\n\n---------- Forwarded message ---------\nFrom: Todd <todd@x.example>\nSubject: room\n"
            "To: Gloria <g@x.example>\n\nThe room declines every booking, the calendar is empty.\n\n"
            "---------- Forwarded message ---------\nFrom: Nicole <n@x.example>\nSubject: word\nTo: Gloria "
            "<g@x.example>\n\n"
            'Word says "Unlicensed product" and I need a licence or something.\n',
            2,
        ),
    ],
)
def test_matters_that_no_word_sets_apart_are_told_by_what_they_are_about(text: str, count: int) -> None:
    assert len(issues("Help", text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Since last Thursday we cannot open the encrypted mail of our insurance. We click Read the message and it "
        "says we "
        "have no permission.\n\nAll five of us have it, and only with that one sender. It used to open in Outlook.\n",
        "The sync stopped on Monday.\n\nWe restarted the server twice and cleared the cache.\n\nYou can call me on "
        "404-555-0132, I am at my desk until five Eastern.\n",
    ],
)
def test_background_deeds_and_how_to_be_reached_are_no_other_matter(text: str) -> None:
    assert not issues("Help", text)


def test_an_answer_that_goes_from_one_thing_asked_to_the_next_is_one_matter() -> None:
    text = (
        "Our quotes mailbox has not received a single message since Friday, customers get no bounce.\n\n"
        "The invoice of October charges us for 14 Business Basic licences, we only have nine. Please send a credit.\n"
    )
    assert separate("Re: Help", text)
    assert not separate("Re: Help", text, answers=True)


def test_what_is_thanked_for_and_what_is_somebody_else_s_are_no_matters() -> None:
    text = (
        "First of all thanks for the quick help last month. The whole office lost access to OneDrive this morning. "
        "Separately, the printer in the lobby is dead as well but that's for our reseller, forget it. And while I "
        "write: "
        "could you tell me how many E3 licences we have left?"
    )
    titles = issues("couple of things", text)
    assert len(titles) == 2
    assert titles[1].startswith("could you tell me") or "E3" in titles[1]


@pytest.mark.parametrize(
    "second",
    ["Please quote five Power BI Pro licences for next year. That's for our accounting team.",
     "Please set up a shared mailbox for info. No action needed from Kim."],
)  # fmt: skip
def test_whom_a_wish_is_for_does_not_drop_it(second: str) -> None:
    text = f"Two things.\n\n1. Outlook on the front desk cannot send mail since Monday.\n2. {second}\n"
    assert len(issues("Help", text)) == 2
