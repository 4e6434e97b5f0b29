"""Commands that answer about a text or a page and keep nothing."""

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
    app.command()(tag)
    app.command()(extract)


def tag(
    file: Annotated[str, typer.Argument(help="JSON Lines or plain lines; - or nothing: standard input.")] = "-",
) -> None:
    """Tag each line: language, voice, signs, venues, needs, places. Keeps nothing."""
    from flows.tag import tag as tag_lines

    house = open_house(progress=False)
    faults = 0
    with _lines(file) as lines:
        for answer in tag_lines(house, lines):
            faults += "error" in answer
            print(json.dumps(answer, ensure_ascii=False))
    raise typer.Exit(3 if faults else 0)


def _lines(file: str):  # type: ignore[no-untyped-def]
    if file == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return sys.stdin
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"{file}: {'it is a folder' if path.is_dir() else 'no such file'}.")
    return path.open(encoding="utf-8", errors="replace")


def extract(
    page: Annotated[
        str,
        typer.Argument(metavar="FILE_OR_URL", help="A saved page (also packed), an address, or -."),
    ],
    url: Annotated[str | None, typer.Option(help="The address a saved page came from.")] = None,
    card: Annotated[Path | None, typer.Option(help="The source card whose selectors to use.")] = None,
) -> None:
    """Print the documents found on one page as JSON Lines, as they would rest. Keeps nothing."""
    from flows.extracting import extract_page

    for line in extract_page(open_house(progress=False), page, url, card):
        print(json.dumps(line, ensure_ascii=False))
