"""Sources and indicators: what cards there are, and what is wrong with them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from core.errors import UsageError
from flows.cli.door import open_house


def add(app: typer.Typer) -> None:
    """Hang these commands into the application."""
    source = typer.Typer(help="Source cards: list them, check them.", no_args_is_help=True)
    source.command("list")(source_list)
    source.command("check")(source_check)
    source.command("new")(source_new)
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
    """Say what would be collected and what would be refused; a good answer takes the mark `unverified` away."""
    from crawlers.catalog import load_sources
    from crawlers.check import check, clear_mark

    house = open_house(progress=False)
    faults = 0
    for path, source in load_sources([card]):
        outcome = check(
            source, base=path.parent, settings=house.settings.crawl, online=not offline, data=house.settings.data
        )
        faults += not outcome.good
        print(f"{source.id}: {'in order' if outcome.good else 'WRONG'}")
        for sentence in outcome.sentences:
            print(f"  {sentence}")
        if outcome.good and not offline and clear_mark(path):
            print("  The mark 'unverified' is taken off the card.")
    raise typer.Exit(1 if faults else 0)


def source_new(
    url: Annotated[str, typer.Argument(help="A page of the site: a list of posts, a forum, a feed.")],
    into: Annotated[Path, typer.Option(help="Folder for the card.")] = Path("my-sources"),
) -> None:
    """Look at a site, propose a card, show ten documents as they would rest, and write card and golden page."""
    from crawlers.scaffold import propose
    from flows.extracting import as_they_would_rest

    house = open_house(progress=False)
    proposal = propose(url, house.settings.crawl)
    for sentence in proposal.sentences:
        print(sentence, file=sys.stderr)
    for line in as_they_would_rest(house, proposal.samples, None):
        print(json.dumps(line, ensure_ascii=False))
    for path in write_card(into, proposal.card, proposal.golden):
        print(f"written: {path}", file=sys.stderr)
    raise typer.Exit(0 if proposal.good else 1)


def write_card(into: Path, card: str, golden: str | None) -> list[Path]:
    """Write a proposed card, and its golden page beside it; never over a card that is there already."""
    name = next(line.split(":", 1)[1].strip() for line in card.splitlines() if line.startswith("id:"))
    path = into / f"{name}.yml"
    if path.exists():
        raise UsageError(f"{path}: there is a card already.", remedy="Name another folder with --into.")
    into.mkdir(parents=True, exist_ok=True)
    path.write_text(card, encoding="utf-8")
    if golden is None:
        return [path]
    page = into / f"{name}.golden.html"
    page.write_text(golden, encoding="utf-8")
    return [path, page]


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
