"""Bodies taken apart: what is new, what is quoted, what is signature; nothing a form holds may go."""

from __future__ import annotations

import time

import pytest

from mailticket.intake.quoting import is_forward, split

OUTLOOK = (
    "From: Desk <desk@desk.example>\nSent: Monday, November 2, 2026 9:00 AM\nTo: Dana\nSubject: Re: Mail\n\nHello Dana"
)

INTRODUCTIONS = {
    "English": "On Tue, Nov 3, 2026 at 9:14 AM Desk <desk@desk.example> wrote:",
    "wrapped": "On Tue, Nov 3, 2026 at 9:14 AM Desk <\ndesk@desk.example> wrote:",
    "torn apart": "On Thu, 31 Mar 2016 at 11:16 Some One\n\n<\nmailto:a@b.example\n> wrote:",
    "German": "Am 03.11.2026 um 09:14 schrieb Desk <desk@desk.example>:",
    "French": "Le mar. 3 nov. 2026 \u00e0 09:14, Desk <desk@desk.example> a \u00e9crit :",
    "Spanish": "El mi\u00e9, 11 nov 2026 a las 14:31, Desk (<desk@desk.example>)\nescribi\u00f3:",
    "Italian": "Il giorno 3 nov 2026, alle ore 09:14, Desk ha scritto:",
    "Dutch": "Op 3 nov. 2026 om 09:14 heeft Desk <desk@desk.example> het volgende geschreven:",
    "Portuguese": "Em ter., 3 de nov. de 2026 \u00e0s 09:14, Desk escreveu:",
    "Swedish": "Den 3 nov. 2026 09:14 skrev Desk <desk@desk.example>:",
    "Polish": "Dnia 3 listopada 2026 09:14 Desk <desk@desk.example> napisa\u0142(a):",
    "Russian": "3.11.2026 09:14 Desk <desk@desk.example> \u043d\u0430\u043f\u0438\u0441\u0430\u043b:",
    "Vietnamese": "V\u00e0o 14:24 8 th\u00e1ng 6, 2017, Desk \u0111\u00e3 vi\u1ebft:",
    "date and address": "2026-11-03 09:14 GMT+01:00 Desk <desk@desk.example>:",
    "dashes": "---- On Tue, 03 Nov 2026 09:14:00 +0100 Desk wrote ----",
    "original message": "-----Original Message-----",
    "German original": "-----Urspr\u00fcngliche Nachricht-----",
    "Outlook": OUTLOOK,
    "Outlook in bold": OUTLOOK.replace("From:", "*From:*")
    .replace("Sent:", "*Sent:*")
    .replace("Subject:", "*Subject:*"),
    "Outlook under a ruler": f"{'_' * 32}\n{OUTLOOK}",
    "German Outlook": "Von: Desk\nGesendet: Montag, 2. November 2026 09:00\nAn: Dana\nBetreff: AW: Mail\n\nHallo",
}


@pytest.mark.parametrize("introduction", INTRODUCTIONS.values(), ids=INTRODUCTIONS.keys())
def test_what_follows_an_introduction_is_quoted(introduction: str) -> None:
    body = split(f"It works now.\n\n{introduction}\n\nold text\n")

    assert body.new == "It works now."
    assert "old text" in body.quoted


def test_answers_between_quoted_lines_stay() -> None:
    text = "On Nov 3, 2026, Desk wrote:\n> Phone number:\n555-0100\n>\n> Time zone:\nEastern\n> Desk"

    body = split(text)

    assert body.new.split() == ["555-0100", "Eastern"]
    assert "> Time zone:" in body.quoted


def test_the_unmarked_end_of_a_wrapped_quoted_line_is_quoted() -> None:
    text = f"Yes.\n> {'long ' * 14}\nand its end\n> next"

    assert split(text).new == "Yes."


def test_the_rest_of_an_address_broken_in_a_quotation_is_quoted() -> None:
    text = "Yes.\n> See https://desk.example/tickets/show\n_id=12)\n>\n> Desk"

    assert split(text).new == "Yes."


def test_an_answer_below_the_quotation_is_new() -> None:
    assert split("On Nov 3, 2026, Desk wrote:\n> Does it work?\n\nYes, it does.").new == "Yes, it does."


def test_an_answer_below_an_introduction_without_marks_is_new() -> None:
    assert (
        split("On 8 May 2026 17:34, Desk <desk@desk.example> wrote:\n\n  it should be\n  this").new
        == "  it should be\n  this"
    )


@pytest.mark.parametrize(
    "marker",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
    ],
)
def test_a_forwarded_mail_is_content(marker: str) -> None:
    text = f"Please help.\n\n{marker}\n{OUTLOOK}"

    assert split(text).new == text


def test_a_marked_forwarded_mail_loses_its_marks() -> None:
    text = "Please help.\n\nBegin forwarded message:\n\n> From: Ann\n> Subject: Locked out\n>\n> I am locked out."

    assert split(text).new.endswith("From: Ann\nSubject: Locked out\n\nI am locked out.")


def test_a_forwarding_subject_makes_a_header_block_content() -> None:
    text = f"Tenant is x.onmicrosoft.com\n\n{OUTLOOK}"

    assert split(text).new == "Tenant is x.onmicrosoft.com"
    assert split(text, forwarded=True).new == text


@pytest.mark.parametrize(
    "note", ["FYI", "Please see below from our customer.", "My answers are inline.", "Answers in red"]
)
def test_a_note_to_read_on_makes_the_mail_below_content(note: str) -> None:
    text = f"{note}\n\n{OUTLOOK}"

    assert split(text).new == text


@pytest.mark.parametrize(
    ("subject", "forward"),
    [
        ("Fwd: x", True),
        ("FW: x", True),
        ("WG: x", True),
        ("[Fwd: x]", True),
        ("Re: FW: x", False),
        ("Forward x", False),
    ],
)
def test_forwards_show_in_the_subject(subject: str, forward: bool) -> None:
    assert is_forward(subject) is forward


@pytest.mark.parametrize(
    "text",
    [
        "> only quoted",
        OUTLOOK,
        "An example:\nFrom: a@b.example\nTo: c@d.example\nDate: today\nSubject: Invoice\nOthers are like it.",
        "Interview:\n\nDate: Wednesday 3, October\nTime: 7:00\nAddress: 130 Fox St",
        "He wrote: hello\nand I answered.",
        "On Monday I tried it again.\nOn Tuesday too.",
        "  \n ",
    ],
    ids=["only a quotation", "only a header block", "example", "appointment", "no date", "days", "nothing"],
)
def test_what_is_no_reply_stays_whole(text: str) -> None:
    assert split(text).new == text.strip()


@pytest.mark.parametrize(
    "signature",
    [
        "--\nDana Whitlock\nNorthlake IT",
        "Best regards,\nDana Whitlock\n+1 404 555 0132",
        "Thanks!\n\nDana",
        "Mit freundlichen Gr\u00fc\u00dfen\nJ\u00f6rg Ackermann",
        "Merci d'avance,\nBastien",
        "Saludos,\nLuc\u00eda",
        "Sent from my iPhone",
        "Get Outlook for iOS<https://aka.ms/x>",
        "Sent from my phone\n\nGet [Outlook for Android](https://aka.ms/x)",
        "__\nusers mailing list\nusers@list.example\nhttp://list.example/info",
        "John E. Doe, Ph.D.\nPresident\njohn@client.example\nwww.client.example",
        "Gina Example\ngina@client.example\n(555) 346-9947\nwww.client.example",
        "Von meinem iPhone gesendet",
    ],
)
def test_signatures_are_set_apart(signature: str) -> None:
    body = split(f"Nothing works.\n\n{signature}\n")

    assert (body.new, body.signature) == ("Nothing works.", signature)


FORM = "Partner name: Northlake IT\nContact name: Dana Whitlock\nPhone number: 404 555 0132\nTime zone: ET\nSeverity: B"


@pytest.mark.parametrize(
    "text",
    [
        f"Hello,\n\n{FORM}",
        f"Thanks,\n{FORM}",
        f"Hello\n--\n{FORM}",
        f"Hello\n-------------\n{FORM}",
        f"Sheet 12\n{'-' * 40}\nSchool .... Larch\nAsked by .... Kim\nCall .... 404-555-0132\n"
        "Room .... 4\nTool .... Teams\nPupils .... 9",
        "Hello,\n\nTHORNBURY CLINIC\nNAME ELEANOR MARSH\nEMAIL e@clinic.example\nPHONE 07700 900142\nUSERS 7",
        "Ok.\n\nThanks",
    ],
    ids=["plain", "behind thanks", "behind a delimiter", "behind a ruler", "leaders", "capitals", "closing alone"],
)
def test_a_filled_in_form_is_no_signature(text: str) -> None:
    body = split(text)

    assert body.signature in ("", "NAME ELEANOR MARSH")
    assert body.new == text


@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        "On ",
        "On Mon 2024\n",
        "From: a\nSent: b\n",
        "> a\n",
        "On 2024 wrote:\n> a\nb\n",
        "Thanks,\n",
        "a: b\n",
        "-- \n",
    ],
    ids=repr,
)
def test_double_the_text_costs_double_the_time(unit: str) -> None:
    once, twice = (_cost(unit * (size // len(unit))) for size in (100_000, 200_000))

    assert twice <= 2.2 * once + 0.1


def _cost(text: str) -> float:
    def run() -> float:
        begin = time.process_time()
        split(text)
        return time.process_time() - begin

    return min(run() for _ in range(3))


def test_our_own_form_below_a_note_is_part_of_the_quotation_though_the_note_points_to_it():
    note = "Answers below."
    ours = (
        "From: Desk <desk@desk.example>\nSent: Monday, November 23, 2026 2:39 PM\nTo: Dana <dana@customer.example>\n"
        "Subject: [Desk #1001] Received: Licenses\n\nWe treat it as severity C.\nCall +1 617 555 0100.\n\n"
        "--- Please fill in and send back ---\nTime zone (for example Eastern): Central\n--- End of form ---\n"
    )

    body = split(f"{note}\n\n{ours}")

    assert body.new == note
    assert "Central" in body.quoted


def test_what_is_added_below_the_name_is_new_and_no_signature() -> None:
    letter = "The sync stopped.\n\nKind regards,\nLu Petty\nIT Coordinator"
    body = split(f"{letter}\n\nOh, and our scheduled refresh fails every night too.")
    assert body.new == "The sync stopped.\n\nOh, and our scheduled refresh fails every night too."
    assert body.signature == "Kind regards,\nLu Petty\nIT Coordinator"
