"""The colours, by role, in a light and a dark edition. One hue means one thing: honey is *more than expected*."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #RRGGBB. `honey` runs from "as expected" to "far above"; `silent` is for a silent source only."""

    name: str
    paper: str
    panel: str
    rule: str
    ink: str
    second: str
    third: str
    honey: tuple[str, ...]
    accent: str
    band: str
    line: str
    silent: str
    mark: str
    chip: str
    bar: str
    tick: str
    read_low: str
    read_high: str
    empty: str
    sea: str
    land: str
    border: str


LIGHT = Palette(
    name="light",
    paper="#FFFDF8",
    panel="#F6F0E3",
    rule="#E4DAC8",
    ink="#2A2622",
    second="#6A6257",
    third="#7A7061",
    honey=("#F7EBCB", "#F0D795", "#E6BC55", "#D79A22", "#B8750F", "#8F5200", "#5F3300"),
    accent="#8F5200",
    band="#EFE6D3",
    line="#B9A67F",
    silent="#B4533C",
    mark="#F6DE9F",
    chip="#E9E2D3",
    bar="#D79A22",
    tick="#5F3300",
    read_low="#EAE4D6",
    read_high="#8A8272",
    empty="#968C7A",
    sea="#EEF1F0",
    land="#FBF8F1",
    border="#D8CFBE",
)

DARK = Palette(
    name="dark",
    paper="#191714",
    panel="#24211C",
    rule="#3B362E",
    ink="#EDE6DA",
    second="#B3A998",
    third="#9A907F",
    honey=("#3A3223", "#5A4722", "#835F1C", "#B07F1E", "#D79A22", "#EDBE58", "#FBE3A4"),
    accent="#EDBE58",
    band="#2F2A21",
    line="#7E6F50",
    silent="#DE7A60",
    mark="#6B4E12",
    chip="#37322A",
    bar="#B07F1E",
    tick="#FBE3A4",
    read_low="#2C2822",
    read_high="#6F6757",
    empty="#7A7061",
    sea="#15181A",
    land="#201E1B",
    border="#454039",
)


def palette(theme: str | None) -> Palette:
    """The edition for a browser's theme, "light" or "dark"; light where it is not known."""
    return DARK if theme == "dark" else LIGHT


def theme_options() -> dict[str, object]:
    """Both editions as options of Streamlit's own theme, so that its widgets agree with our marks."""
    options: dict[str, object] = {
        "theme.font": "sans-serif",
        "theme.headingFont": "serif",
        "theme.baseRadius": "0.35rem",
        "theme.baseFontSize": 15,
        "theme.showWidgetBorder": True,
    }
    for edition in (LIGHT, DARK):
        options |= {
            f"theme.{edition.name}.primaryColor": edition.accent,
            f"theme.{edition.name}.backgroundColor": edition.paper,
            f"theme.{edition.name}.secondaryBackgroundColor": edition.panel,
            f"theme.{edition.name}.textColor": edition.ink,
            f"theme.{edition.name}.borderColor": edition.rule,
            f"theme.{edition.name}.linkColor": edition.accent,
        }
    return options
