"""The report of the month against a real database: sent once whatever restarts, with pictures any program shows."""

from __future__ import annotations

import email
import email.policy
import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest
from houses import house_at
from PIL import Image

from mailticket import monthly
from mailticket.decisions import OpenTicket, RecordEvent
from mailticket.house import House
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address, Event, EventType
from mailticket.monthly import send_monthly
from mailticket.promises import put_on_record
from mailticket.store import meta, tickets
from mailticket.store.database import Store

INSTALLED = datetime(2026, 9, 2, 15, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 13, 14, tzinfo=UTC)
MORNING = datetime(2026, 11, 2, 13, tzinfo=UTC)  # a Monday, 08:00 at the desk
HOUR = timedelta(hours=1)
MONTHLY = '[reports]\nmonthly_to = ["lead@desk.test", "board@desk.test"]\n'


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_at(tmp_path, MORNING, MONTHLY)


@pytest.fixture
def store(house: House, store: Store) -> Store:
    """Installed in September, with four tickets of October."""
    with store.unit(INSTALLED) as unit:
        meta.installed_at(unit)
    for at, hours in enumerate((1, 2, 9, None)):
        add(house, store, OCTOBER + at * 24 * HOUR, hours)
    return store


def add(house: House, store: Store, received: datetime, hours: int | None) -> None:
    requester = Address("dana@customer.example", "Dana")
    answer = Event(EventType.AGENT_REPLIED, received + (hours or 0) * HOUR, {"counts": True, "agent": "Robin Hale"})
    actions = (
        OpenTicket("Mail", requester, received, frozenset({requester.key}), None, "C"),
        RecordEvent(Event(EventType.OPENED, received, {"severity": "C"})),
        *((RecordEvent(answer),) if hours else ()),
    )
    with store.unit(MORNING) as unit:
        applied = tickets.apply(unit, actions, None, None, 1001)
        follow_up(house, unit, applied.ticket, Posting(()))


def reports(store: Store) -> list[EmailMessage]:
    with store.reading(MORNING) as unit:
        rows = unit.rows("select octets from outbox where template = 'report' order by id")
    found = [email.message_from_bytes(bytes(row["octets"]), policy=email.policy.default) for row in rows]
    assert all(isinstance(item, EmailMessage) for item in found)
    return found  # type: ignore[return-value]


def test_it_is_sent_once_a_month_also_after_a_restart(house: House, store: Store) -> None:
    assert send_monthly(house, store)
    again = Store(house.config.state.path)

    assert not send_monthly(house, again)
    assert not send_monthly(replace(house, now=lambda: MORNING + 24 * HOUR), again)
    assert send_monthly(replace(house, now=lambda: datetime(2026, 12, 1, 13, tzinfo=UTC)), again)
    assert [str(item["Subject"]) for item in reports(again)] == [
        "TechOps: objectives, 1 to 31 October 2026, 2 of 8 goals missed, 6 had nothing to measure",
        "TechOps: objectives, 1 to 30 November 2026, 8 had nothing to measure",
    ]
    again.close()


def test_goals_edited_since_are_asked_of_no_month_before(house: House, store: Store) -> None:
    with store.unit(INSTALLED) as unit:
        put_on_record(house, unit)
    none = house.config.sla.model_copy(update={"objectives": ()})
    edited = replace(house, config=house.config.model_copy(update={"sla": none}))
    with store.unit(MORNING) as unit:
        put_on_record(edited, unit)

    send_monthly(edited, store)

    assert "2 of 8 goals missed" in str(reports(store)[0]["Subject"])


def test_its_parts_are_text_and_html_with_the_pictures_it_shows(house: House, store: Store) -> None:
    send_monthly(house, store)

    (mail,) = reports(store)
    plain, related = mail.iter_parts()
    html, *images = related.iter_parts()
    assert [mail.get_content_type(), plain.get_content_type()] == ["multipart/alternative", "text/plain"]
    assert [related.get_content_type(), related.get_param("type")] == ["multipart/related", "text/html"]
    shown = re.findall(r'src="cid:([^"]+)"', html.get_content())
    assert shown
    assert shown == [str(item["Content-ID"]).strip("<>") for item in images]
    for item in images:
        picture = Image.open(io.BytesIO(item.get_content()))
        picture.load()
        assert (picture.format, picture.width) == ("PNG", 1200)
        assert item.get_content_disposition() == "inline"
    assert "2 misses over the budget until 31 October 2026." in " ".join(plain.get_content().split())
    assert str(mail["To"]) == "lead@desk.test, board@desk.test"
    assert mail.defects == related.defects == []


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_nothing_in_it_is_lost_on_outlook(house: House, store: Store) -> None:
    send_monthly(house, store)
    body = reports(store)[0].get_body(("html",))
    assert body is not None

    text = body.get_content()
    tags = Tags(text).found

    for image in (attrs for tag, attrs in tags if tag == "img"):
        assert image["width"] == "600"
        assert str(image["height"]).isdecimal()
        assert image["alt"]
    assert all(attrs.get("scope") for tag, attrs in tags if tag == "th")
    assert not {"svg", "script", "style", "link", "figure"} & {tag for tag, _ in tags}
    assert not re.search(r"display:\s*(flex|grid)|float:|position:|url\(|http", text)


def test_pictures_that_cannot_be_drawn_are_left_out() -> None:
    assert monthly.pictures(object()) == ()  # type: ignore[arg-type]
