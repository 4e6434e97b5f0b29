"""What the docs say and what the program does agree: every command, setting and card field is told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer

from core.cards import Columns, Expectations, Indicator, NeedType, Selectors, Service, Source, Terms, VenueType
from core.settings import Section, Settings, load_settings
from flows.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def commands() -> list[str]:
    group = typer.main.get_command(app)
    names = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        names += [f"{name} {one}" for one in inner] if inner else [name]
    return names


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_on_its_page(command: str) -> None:
    assert f"honeyguide {command}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_command_that_the_docs_name_exists() -> None:
    known = {command.split()[0] for command in commands()}
    told = {
        (path.name, word)
        for path in PAGES
        for word in re.findall(
            r"(?:`|^\s{0,4}|\| ?)honeyguide ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert told
    assert {word for _, word in told} <= known


def test_the_settings_page_is_a_settings_file_with_every_key_and_its_default(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    text = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert text
    told = tomllib.loads(text.group(1))
    file = tmp_path / "honeyguide.toml"
    file.write_text(text.group(1), encoding="utf-8")
    assert load_settings(file=file)
    defaults = Settings()
    for name in Settings.model_fields:
        section = getattr(defaults, name)
        assert name in told, name
        if isinstance(section, Section):
            assert set(told[name]) == set(type(section).model_fields), name
            for key, value in told[name].items():
                default = getattr(section, key)
                if key != "contact":
                    assert value == (list(default) if isinstance(default, tuple) else default), f"{name}.{key}"


@pytest.mark.parametrize("form", [Source, Columns, Selectors, Expectations, Terms], ids=lambda form: form.__name__)
def test_every_field_of_a_source_card_is_told(form: type) -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert [name for name in form.model_fields if f"`{name}`" not in page and f"{name}:" not in page] == []


@pytest.mark.parametrize("form", [Indicator, VenueType, NeedType], ids=lambda form: form.__name__)
def test_every_field_of_an_indicator_card_is_told(form: type) -> None:
    page = (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8")
    assert [name for name in form.model_fields if f"`{name}`" not in page and f"{name}:" not in page] == []


def test_every_field_of_a_service_card_is_told() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert [name for name in Service.model_fields if f"`{name}`" not in pages] == []


def test_a_newcomer_is_told_where_the_command_stands_before_it_is_used() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert 0 < page.find("\n. .venv/bin/activate") < page.find("\nhoneyguide ")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_says_that_trafficking_was_found(path: Path) -> None:
    said = [line for line in path.read_text(encoding="utf-8").splitlines() if "trafficking found" in line.lower()]
    assert all("never" in line.lower() for line in said)
