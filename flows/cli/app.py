"""The commands, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli import books, door, line, look, sources, tags

app = typer.Typer(
    help="Reads public ads, forums and news for signs of human trafficking; says where they rise, why, and how sure.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"honeyguide {version('honeyguide')}")
        raise typer.Exit


@app.callback()
def _globals(
    home: Annotated[
        str | None, typer.Option(help="Folder of everything a run leaves (default ./honeyguide-home).")
    ] = None,
    settings: Annotated[
        str | None, typer.Option(help="Settings file (default honeyguide.toml in the home or here).")
    ] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", help="One setting, like detect.budget_per_week=2.")] = None,
    sources_: Annotated[list[str] | None, typer.Option("--sources", help="Source cards: a folder or file.")] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    door.chosen.clear()
    given = {"home": [] if home is None else [home], "settings": [] if settings is None else [settings]}
    door.chosen.update({**given, "set": set_ or [], "sources": sources_ or []})


for part in (line, tags, look, sources, books):
    part.add(app)
