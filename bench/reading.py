"""CPU of reading one mail once it is parsed: kinds of about 40 KB, and what doubling the text costs.

    python bench/reading.py [--check] [--profile KIND]

Prints milliseconds of process time for quoting, fields and category, best of several; parsing apart. With --check the
exit code is 1 when a mail costs more than LIMIT or a doubling more than RATIO and NOISE: for a machine left alone.
"""

from __future__ import annotations

import argparse
import cProfile
import email.message
import pstats
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from mailticket.intake.category import categorise
from mailticket.intake.fields import FieldContext, read_fields
from mailticket.intake.issues import separate
from mailticket.intake.parse import parse
from mailticket.intake.quoting import is_forward, split
from mailticket.model import InboundMessage

OWN = frozenset({"desk@desk.example"})
ROUNDS = 9
LIMIT, LIMIT_OF_FORM = 6.0, 2.0  # milliseconds a mail
RATIO, NOISE = 2.2, 0.6  # on two shared cores a ratio moved by up to 0.6 between runs, once by 0.9
SIZES = (62_500, 125_000, 250_000, 500_000, 1_000_000)  # characters of text
TOLD = (
    "the user cannot open Outlook since this morning and gets an error when signing in to the portal with the account "
    "of the admin please call before noon"
)
FORM = (
    ("Company", "Harbor Clinic"),
    ("Contact", "Jane Roe"),
    ("Email", "jane@harbor.example"),
    ("Phone", "404-555-0132"),
    ("Preferred contact", "phone, 9am-5pm Eastern"),
    ("CMP ID", "41163"),
    ("Tenant", "harbor.onmicrosoft.com"),
    ("Severity", "B"),
    ("Product", "Exchange Online"),
    ("Users impacted", "12"),
    ("Issue description", "Nobody in the office gets mail from outside since this morning."),
    ("Error messages", "550 5.7.1 relay access denied"),
    ("Steps taken", "Restarted Outlook, checked the message trace."),
)


# ---------------------------------------------------------------- the mails


def prose(size: int) -> str:
    chosen = random.Random(1)
    words = TOLD.split()
    lines = [" ".join(chosen.choice(words) for _ in range(14)) for _ in range(size // 75 + 1)]
    return "\n".join(lines)[:size]


def sentences(size: int) -> str:
    """Paragraphs of four sentences: each is looked at by itself, so this costs more than words without end."""
    chosen = random.Random(1)
    words = TOLD.split()
    made = (
        " ".join(chosen.choice(words) for _ in range(chosen.randint(8, 16))).capitalize() + "." for _ in range(size)
    )
    paragraphs, length = [], 0
    while length < size:
        paragraphs.append(" ".join(next(made) for _ in range(4)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:size]


def thread(size: int) -> str:
    """A letter above the mails it answers, which make up most of a long mail."""
    quoted = "\n".join(f"> {line}" for line in sentences(size - 1_000).split("\n"))
    return f"{sentences(900)}\n\nOn Tue, Nov 10, 2026 at 9:14 AM Jane Roe <jane@harbor.example> wrote:\n{quoted}"


def log(size: int) -> str:
    line = "2026-11-0{} 12:{:02}:11 INFO [svc-{}] request /api/v1/item?id={} took {} ms status=200"
    lines = (line.format(at % 9 + 1, at % 60, at, at, at * 7 % 900) for at in range(size // 85 + 1))
    return ("Hi, see the log:\n" + "\n".join(lines))[:size]


def form() -> str:
    return "Hello,\n\n" + "\n".join(f"{label}: {answer}" for label, answer in FORM) + "\n\nThanks,\nJane Roe\n"


def with_html(text: str) -> bytes:
    mail = envelope(text)
    lines = (f"<p class=MsoNormal><span style='font-size:11.0pt'>{line}</span></p>" for line in text.splitlines())
    mail.add_alternative(f"<html><body>{''.join(lines)}</body></html>", subtype="html")
    return mail.as_bytes()


def with_picture(text: str) -> bytes:
    mail = envelope(text)
    mail.add_attachment(random.Random(2).randbytes(28_000), maintype="image", subtype="png", filename="a.png")
    return mail.as_bytes()


def envelope(text: str) -> email.message.EmailMessage:
    mail = email.message.EmailMessage()
    mail["From"], mail["To"] = "Jane Roe <jane@harbor.example>", "desk@desk.example"
    mail["Subject"], mail["Message-ID"] = "Outlook broken", "<a@harbor.example>"
    mail.set_content(text)
    return mail


KINDS: dict[str, Callable[[], bytes]] = {
    "prose": lambda: envelope(prose(36_000)).as_bytes(),
    "sentences": lambda: envelope(sentences(38_000)).as_bytes(),
    "letter over a thread": lambda: envelope(thread(38_000)).as_bytes(),
    "log": lambda: envelope(log(38_000)).as_bytes(),
    "text and HTML": lambda: with_html(prose(19_000)),
    "text and picture": lambda: with_picture(prose(1_500)),
    "form": lambda: envelope(form()).as_bytes(),
}


# ---------------------------------------------------------------- the measurement


def stations(message: InboundMessage) -> dict[str, Callable[[], object]]:
    body = split(message.text)
    return {
        "quoting": lambda: split(message.text, forwarded=is_forward(message.subject)),
        "fields": lambda: read_fields(message, body, FieldContext("US", OWN)),
        "category": lambda: (categorise(message.subject, body.new), separate(message.subject, body.new)),
    }


def cost(work: Callable[[], object]) -> float:
    """The best of several rounds, in milliseconds of process time."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def whole(text: str) -> float:
    return sum(map(cost, stations(parse(envelope(text).as_bytes())).values()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--profile", choices=KINDS)
    given = arguments.parse_args()
    if given.profile:
        profile(parse(KINDS[given.profile]()))
        return
    over = [*show_kinds(), *show_doubling()]
    print(*over, sep="\n")
    if given.check and over:
        sys.exit(1)


def show_kinds() -> list[str]:
    """One line for each kind of mail; returns what costs too much."""
    print(f"{'ms a mail':22}{'bytes':>8}{'quoting':>9}{'fields':>9}{'category':>9}{'in all':>9}{'parsing':>9}")
    over = []
    for kind, make in KINDS.items():
        octets = make()
        found = [cost(work) for work in stations(parse(octets)).values()]
        parsing = cost(partial(parse, octets))
        print(f"{kind:22}{len(octets):8}", *(f"{value:8.2f}" for value in (*found, sum(found), parsing)))
        if sum(found) > (LIMIT_OF_FORM if kind == "form" else LIMIT):
            over.append(f"over: {kind} takes {sum(found):.1f} ms")
    return over


def doublings(text: Callable[[int], str]) -> list[float]:
    """How many times as much each doubling of the text costs."""
    return growth([whole(text(size)) for size in SIZES])


def growth(costs: list[float]) -> list[float]:
    return [after / before for before, after in pairwise(costs)]


def show_doubling() -> list[str]:
    over = []
    for kind, text in (("prose", prose), ("log", log)):
        costs = [whole(text(size)) for size in SIZES]
        ratios = growth(costs)
        shown = "  ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"doubling {kind} up to {SIZES[-1]:,} characters: {shown}   ({costs[0]:.1f} to {costs[-1]:.1f} ms)")
        over += [f"over: doubling {kind} takes {ratio:.2f} times" for ratio in ratios if ratio > RATIO + NOISE]
    return over


def profile(message: InboundMessage) -> None:
    profiler = cProfile.Profile()
    for work in stations(message).values():
        work()  # what is remembered between mails is filled
        profiler.enable()
        for _ in range(20):
            work()
        profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
