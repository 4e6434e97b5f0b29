"""Commands that answer about a text or a page and keep nothing."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO

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
    with _opened(file) as given:
        for answer in tag_lines(house, _lines(file, given)):
            faults += "error" in answer
            print(json.dumps(answer, ensure_ascii=False))
    raise typer.Exit(3 if faults else 0)


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"{file}: {'it is a folder' if path.is_dir() else 'no such file'}.")
    return path.open("rb")


def _lines(file: str, given: Iterable[bytes]) -> Iterator[str]:
    """Lines as UTF-8, with or without the mark in front that some editors write. The first that is none is told: its
    quotes hold signs that stand nowhere in the file."""
    name, told = "standard input" if file == "-" else file, False
    for number, line in enumerate(given, start=1):
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UsageError(f"{name}: it is UTF-16.", remedy="Save it as UTF-8.")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            if not told:
                said = f"{name}, line {number}: not UTF-8; what can't be read stands as \ufffd, here and below."
                print(f"honeyguide: {said}", file=sys.stderr)
            told = True
            yield line.decode(errors="replace")


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
