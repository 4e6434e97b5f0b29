"""Sources and indicators: what cards there are, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.door import open_house


def add(app: typer.Typer) -> None:
    """Hang these commands into the application."""
    source = typer.Typer(help="Source cards: list them, check them.", no_args_is_help=True)
    source.command("list")(source_list)
    source.command("check")(source_check)
    app.add_typer(source, name="source")
    indicator = typer.Typer(help="Indicator, venue and need cards: list them, check them.", no_args_is_help=True)
    indicator.command("list")(indicator_list)
    indicator.command("check")(indicator_check)
    app.add_typer(indicator, name="indicator")


def source_list() -> None:
    """One line a source: id, kind, status, name."""
    for _, card in open_house(progress=False).sources.values():
        print(f"{card.id:28} {card.kind:10} {card.status:11} {card.name}")


def source_check(
    card: Annotated[Path, typer.Argument(help="A card, or a folder of cards.")],
    offline: Annotated[bool, typer.Option("--offline", help="Look at the card alone, ask no site.")] = False,
) -> None:
    """Say what would be collected and what would be refused."""
    from crawlers.catalog import load_sources
    from crawlers.check import check

    house = open_house(progress=False)
    faults = 0
    for path, source in load_sources([card]):
        report = check(source, base=path.parent, settings=house.settings.crawl, online=not offline)
        faults += not report.good
        print(f"{source.id}: {'in order' if report.good else 'WRONG'}")
        for sentence in report.sentences:
            print(f"  {sentence}")
    raise typer.Exit(1 if faults else 0)


def indicator_list() -> None:
    """One line a card: id, grade, languages."""
    from nlp.catalog import load_cards

    cards = load_cards()
    for indicator in cards.indicators:
        print(f"{indicator.id:34} {indicator.grade}  {' '.join(indicator.cues)}")
    for id_, cues in [(one.id, one.cues) for one in cards.venues] + [(one.id, one.cues) for one in cards.needs]:
        print(f"{id_:34} -  {' '.join(cues)}")


def indicator_check(
    folder: Annotated[Path | None, typer.Argument(help="Folder of cards (default: the shipped ones).")] = None,
) -> None:
    """Run every card's own must and must_not sentences; name every fault."""
    from nlp.check import check

    faults = check(folder)
    for fault in faults:
        print(fault)
    print("every card proves itself" if not faults else f"{len(faults)} faults")
    raise typer.Exit(1 if faults else 0)
