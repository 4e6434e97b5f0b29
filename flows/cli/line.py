"""The main line: `run` and its steps, each by its name; the flows; the demo."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.door import handed_down, open_house, stoppable

if TYPE_CHECKING:
    from flows.house import House
    from flows.outcome import Outcome

Only = Annotated[list[str] | None, typer.Option("--source", help="Only this source; may be repeated.")]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(f"'{written}' is no day like 2026-03-31.") from error


Since = Annotated[
    date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Only documents of this day or later.")
]
AsOf = Annotated[
    date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Judge by what was known on this day.")
]
Week = Annotated[date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Any day of the week.")]

Authorised = Annotated[
    bool,
    typer.Option("--authorised", help="The edition for named recipients: names sources, withholds less."),
]


def add(app: typer.Typer) -> None:
    """Hang these commands into the application."""
    for command in (run, crawl, read, analyse, count, detect, brief, digest, keep):
        app.command()(command)
    app.command(name="flow")(flow)


def run(source: Only = None) -> None:
    """Do everything but `keep`: crawl, read, analyse, count, detect, brief."""
    house = open_house()
    with stoppable("honeyguide run"), house.locked():
        from flows import steps

        outcomes = []
        for name, step in steps.MAIN_LINE.items():
            outcomes.append(steps.crawl(house, tuple(source or ())) if name == "crawl" else step(house))
            _say(outcomes[-1])
        _found(house)
    raise typer.Exit(_code(outcomes))


def crawl(source: Only = None) -> None:
    """Bring web pages and files into the inbox."""
    from flows import steps

    _one(lambda house: steps.crawl(house, tuple(source or ())), "honeyguide crawl")


def read() -> None:
    """Read the inbox into redacted documents."""
    from flows import steps

    _one(steps.read, "honeyguide read")


def analyse(since: Since = None) -> None:
    """Find places, signs, venues and needs in documents not yet read under the present rules."""
    from flows import steps

    _one(lambda house: steps.analyse(house, since), "honeyguide analyse")


def count() -> None:
    """Choose the one finding by which each group of copies counts."""
    from flows import steps

    _one(steps.count, "honeyguide count")


def detect(as_of: AsOf = None) -> None:
    """Find what departed from its own past, under the alarm budget."""
    from flows import steps

    _one(lambda house: steps.detect(house, as_of), "honeyguide detect", found=True)


def brief(week: Week = None, authorised: Authorised = False) -> None:
    """Write the digest of a week (default: the last whole one) through the release door."""
    from flows import steps

    _one(lambda house: steps.brief(house, week, "authorised" if authorised else "public"), "honeyguide brief")


def digest(week: Week = None, authorised: Authorised = False) -> None:
    """The same as `brief`."""
    brief(week, authorised)


def keep(
    yes: Annotated[
        bool, typer.Option("--yes", help="Forget what is over its time; without it, only a preview.")
    ] = False,
    clock_is_right: Annotated[
        bool, typer.Option("--clock-is-right", help="Forget after a long silence, too: the clock did not leap.")
    ] = False,
) -> None:
    """Retention: what is over its time, and forgetting it."""
    from flows import steps

    _one(lambda house: steps.keep(house, yes, clock_is_right), "honeyguide keep")


def flow(name: Annotated[str, typer.Argument(help="daily, weekly or watch")]) -> None:
    """Run the same steps as a Prefect flow, with a server of its own."""
    house = open_house()
    from flows.prefecture import run_flow

    os.environ.update(handed_down())  # each task opens a house of its own, as on a worker
    with stoppable(f"honeyguide flow {name}"):
        outcomes = run_flow(name, house.home)
        for outcome in outcomes:
            _say(outcome)
    raise typer.Exit(_code(outcomes))


def _one(step: Callable[[House], Outcome], again: str, found: bool = False) -> None:
    house = open_house()
    with stoppable(again), house.locked():
        outcome = step(house)
        _say(outcome)
        if found:
            _found(house)
    raise typer.Exit(_code([outcome]))


def _say(outcome: Outcome) -> None:
    print("\n".join(outcome.lines()), file=sys.stderr)


def _found(house: House) -> None:
    from flows.telling import ranked

    for text in ranked(house):
        print(text)


def _code(outcomes: list[Outcome]) -> int:
    return 3 if any(outcome.letters for outcome in outcomes) else 0
