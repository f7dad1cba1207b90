"""Where a report goes: the terminal, JSON, a CSV table, a page, a mail, or beside what it would be under other terms.

One way for one call; computes nothing."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import click

from mailticket import monthly, reporting, supposing
from mailticket.cli import comparing, figure_display, figure_shapes, json_stream
from mailticket.cli.session import CANNOT_CREATE, fail, misused, out
from mailticket.house import House
from mailticket.outbound import report_page
from mailticket.outbound.clean import one_line
from mailticket.outbound.compose import is_usable
from mailticket.reporting import Wanted
from mailticket.sla.attainment import Report
from mailticket.store.database import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is asked for, of which desk; the index of clocks is current."""

    house: House
    store: Store
    wanted: Wanted

    @contextmanager
    def report(self) -> Iterator[Report]:
        """Its misses are told while it is open."""
        with self.store.reading(self.house.now()) as unit:
            yield reporting.report(self.house, unit, self.wanted)

    def kept(self) -> Report:
        with self.report() as figures:
            return reporting.kept(figures)


Way: TypeAlias = Callable[[Asked], None]


def chosen(options: Mapping[str, object]) -> Way:
    """The way that was asked for by an option; two at once are a mistake of usage."""
    named = [name for name in _WAYS if options.get(name)]
    if len(named) > 1:
        misused(f"{' and '.join(f'--{name}' for name in named)} exclude each other")
    return _WAYS[named[0]](options[named[0]]) if named else _terminal


def chosen_comparison(options: Mapping[str, object], assumptions: tuple[str, ...]) -> Way:
    """What if: in the terminal or as JSON."""
    for name, value in options.items():
        if value and name != "json":
            misused(f"--what-if and --{name} exclude each other")

    def show(asked: Asked) -> None:
        with asked.store.reading(asked.house.now()) as unit:
            found = supposing.compare(asked.house, unit, asked.wanted, assumptions)
        if options.get("json"):
            click.echo(json.dumps(comparing.shape(found), ensure_ascii=False, indent=2))
        else:
            out.print(comparing.shown(found, asked.house.config))

    return show


def _terminal(asked: Asked) -> None:
    with asked.report() as figures:
        out.print(figure_display.report(figures, asked.house.config))


def _json(_option: object) -> Way:
    def show(asked: Asked) -> None:
        with asked.report() as figures:
            sys.stdout.writelines(json_stream.pieces(figure_shapes.report(figures)))
        click.echo()

    return show


def _csv(_option: object) -> Way:
    def show(asked: Asked) -> None:
        with asked.report() as figures:
            csv.writer(sys.stdout).writerows(figure_shapes.table(figures))

    return show


def _html(file: object) -> Way:
    def show(asked: Asked) -> None:
        page = asked.house.renderer.page("report", report_page.variables(asked.kept(), asked.house.config))
        write(page, str(file))

    return show


def write(text: str, file: str) -> None:
    """To the file, or to standard output for ``-``."""
    if file == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(file).write_text(text, "utf-8")
    except OSError as error:
        fail(CANNOT_CREATE, f"report: {file} cannot be written: {error.strerror}")


def _mail(address: object) -> Way:
    """Queued for the daemon, which sends it."""
    recipient = str(address)
    if not is_usable(recipient):
        misused(f"{one_line(recipient)} is no mail address")

    def show(asked: Asked) -> None:
        report = asked.kept()
        images = monthly.pictures(report)
        with asked.store.unit(asked.house.now()) as unit:
            monthly.post(asked.house, unit, report, images, (recipient,))
        click.echo(f"queued to {recipient}")

    return show


_WAYS: Mapping[str, Callable[[object], Way]] = {"json": _json, "csv": _csv, "html": _html, "mail": _mail}
