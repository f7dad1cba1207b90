"""The report by mail: of the last month, once, and of any period when somebody asks. Joins store and desk.

The month is noted in the same transaction as the mail, so that a restart sends no second one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date

from mailticket import measuring, reporting
from mailticket.decisions import Automation, Reply
from mailticket.desk.digest import Morning
from mailticket.desk.monthly import due_month, last_day
from mailticket.house import House
from mailticket.inline_image import InlineImage
from mailticket.mailing import Posting, follow_up
from mailticket.model import Address
from mailticket.outbound import report_mail
from mailticket.promises import desk_calendar
from mailticket.sla.attainment import Report
from mailticket.store import meta
from mailticket.store.database import Store, Unit

_LAST = "report_of"  # the first day of the month last reported
log = logging.getLogger(__name__)


def send_monthly(house: House, store: Store) -> bool:
    """Queues the report of the last month when it is due; whether it was. Figures come before any lock."""
    if not house.config.reports.monthly_to:
        return False
    with store.reading(house.now()) as unit:
        month = _due(house, unit)
    if month is None:
        return False
    report = _report(house, store, month)
    images = pictures(report)
    with store.unit(house.now()) as unit:
        if _due(house, unit) != month:
            return False
        meta.put(unit, _LAST, month.isoformat())
        post(house, unit, report, images, house.config.reports.monthly_to)
    return True


def _due(house: House, unit: Unit) -> date | None:
    last = meta.get(unit, _LAST)
    known = date.fromisoformat(last) if last else None
    return due_month(house.config, Morning(desk_calendar(house, unit), meta.installed_at(unit), known, unit.now))


def _report(house: House, store: Store, month: date) -> Report:
    measuring.bring_up_to_date(house, store)
    with store.reading(house.now()) as unit:
        last = last_day(month)
        wanted = reporting.Wanted(reporting.objectives(house, unit, last), month, last)
        return reporting.kept(reporting.report(house, unit, wanted))


def pictures(report: Report) -> tuple[InlineImage, ...]:
    """A report without its pictures is better than none."""
    try:
        return report_mail.images(report)
    except Exception:
        log.exception("the pictures of the report could not be drawn")
        return ()


def post(house: House, unit: Unit, report: Report, images: tuple[InlineImage, ...], to: Iterable[str]) -> None:
    """Queues the report to these addresses, one mail for all."""
    reply = Reply("report", tuple(map(Address, to)), Automation.GENERATED, images=images)
    follow_up(house, unit, None, Posting((reply,), report=report))
