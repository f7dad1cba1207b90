"""The command about objectives: how many were met, what is left of each budget, and every miss with its cause."""

from __future__ import annotations

from datetime import date

import click
from rich.progress import Progress

from mailticket import measuring
from mailticket.cli.days import Day, refused
from mailticket.cli.figure_ways import Asked, Way, chosen, chosen_comparison
from mailticket.cli.queue import as_json_option
from mailticket.cli.session import Session, err, misused, reported
from mailticket.config_sla import Objective
from mailticket.house import House
from mailticket.reporting import SHOWN, Wanted, objectives
from mailticket.store.database import Store


class HowMany(click.ParamType[int]):
    """A number, or ``all`` (-1)."""

    name = "n|all"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if str(value) == "all":
            return -1
        if not str(value).isdecimal():
            self.fail(f'"{value}" is neither a number nor "all"', param, ctx)
        return int(str(value))


@click.command("report")
@click.option("--since", type=Day(), help="First day, in the desk's time zone.")
@click.option("--until", type=Day(), help="Last day, included. Without days: each objective's current window.")
@click.option("--objective", "names", multiple=True, metavar="NAME", help="Only this objective; may be given again.")
@click.option("--breaches", type=HowMany(), default=SHOWN, show_default=True, help="How many misses are told in full.")
@as_json_option
@click.option("--csv", "as_csv", is_flag=True, help="A table for other programs: a line for each objective and group.")
@click.option("--html", metavar="FILE", help="A page with charts that needs nothing else; - for standard output.")
@click.option("--mail", metavar="ADDRESS", help="Sends it there now, with charts, as the report of the month.")
@click.option(
    "--what-if",
    "assumptions",
    multiple=True,
    metavar="X=Y",
    help='Beside it under other terms: "A=30m", "calendar=24x7", "desk.monday=08:00-18:00", '
    '"hours=Mon-Fri 08:00-18:00". May be given again.',
)
@click.option("--rebuild", is_flag=True, help="Measure every ticket anew from its log first.")
@click.pass_context
def report(context: click.Context, /, rebuild: bool, assumptions: tuple[str, ...], **asked: object) -> None:
    """How the desk stands against its objectives, what is left of the budgets, and every miss."""
    ways = {
        "json": asked.pop("as_json"),
        "csv": asked.pop("as_csv"),
        "html": asked.pop("html"),
        "mail": asked.pop("mail"),
    }
    way = chosen_comparison(ways, assumptions) if assumptions else chosen(ways)
    _report(context.obj, asked, rebuild, way)


@reported
def _report(session: Session, asked: dict[str, object], rebuild: bool, way: Way) -> None:
    house = session.house()
    since, until = (day if isinstance(day := asked[name], date) else None for name in ("since", "until"))
    if mistake := refused(house.config, house.now(), since, until):
        misused(mistake)
    with session.store(house) as store:
        with store.reading(house.now()) as unit:
            held = objectives(house, unit, until)
        wanted = _wanted(held, **asked)  # type: ignore[arg-type]  # click has converted them
        _bring_up_to_date(house, store, rebuild)
        way(Asked(house, store, wanted))


def _wanted(
    held: tuple[Objective, ...], names: tuple[str, ...], since: date | None, until: date | None, breaches: int
) -> Wanted:
    known = {item.name: item for item in held}
    for name in names:
        if name not in known:
            misused(f'no objective is called "{name}"; there are: {", ".join(known) or "none"}')
    chosen: tuple[Objective, ...] = tuple(known[name] for name in names) or held
    return Wanted(chosen, since, until, None if breaches < 0 else breaches)


def _bring_up_to_date(house: House, store: Store, rebuild: bool) -> None:
    """Makes the index again where it is missing or rests on promises that hold no more; says so on standard error."""
    make = measuring.make_again if rebuild else measuring.bring_up_to_date
    with Progress(console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("measuring every ticket anew", total=None, visible=False)
        make(house, store, lambda done, of: progress.update(task, completed=done, total=of, visible=True))


COMMANDS = {"report": report}
