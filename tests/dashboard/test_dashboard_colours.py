"""The colours hold in greyscale, for readers who see red and green alike, and on their paper."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dashboard.look.palette import DARK, LIGHT, Palette, palette, theme_options

# Linear RGB seen with deuteranopia and protanopia (Machado, Oliveira and Fernandes 2009, severity 1.0).
SEEN = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}


def linear(colour: str) -> list[float]:
    return [
        c / 12.92 if (c := v / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for v in bytes.fromhex(colour.removeprefix("#"))
    ]


def luminance(colour: str) -> float:
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eye: str) -> list[float]:
    return [sum(w * v for w, v in zip(row, linear(colour), strict=True)) for row in SEEN[eye]]


@pytest.mark.parametrize("edition", [LIGHT, DARK], ids=lambda p: p.name)
def test_honey_runs_steadily_in_greyscale(edition: Palette) -> None:
    shades = [luminance(colour) for colour in edition.honey]
    steps = [b - a for a, b in pairwise(shades)]
    assert all(step < 0 for step in steps) or all(step > 0 for step in steps)
    assert min(contrast(a, b) for a, b in pairwise(edition.honey)) > 1.15


@pytest.mark.parametrize("edition", [LIGHT, DARK], ids=lambda p: p.name)
@pytest.mark.parametrize("eye", list(SEEN))
def test_silence_is_told_from_every_grey_of_reading(edition: Palette, eye: str) -> None:
    silent = seen(edition.silent, eye)
    for grey in (edition.read_low, edition.read_high, edition.paper):
        apart = sum((a - b) ** 2 for a, b in zip(silent, seen(grey, eye), strict=True)) ** 0.5
        assert apart > 0.08, (grey, apart)


@pytest.mark.parametrize("edition", [LIGHT, DARK], ids=lambda p: p.name)
def test_every_text_has_contrast_enough_on_paper(edition: Palette) -> None:
    for text in (edition.ink, edition.second, edition.third, edition.accent, edition.silent):
        assert contrast(text, edition.paper) >= 4.5, text
    assert contrast(edition.second, edition.chip) >= 4.5
    assert contrast(edition.ink, edition.mark) >= 4.5


def test_an_unknown_theme_is_light_and_both_are_given_to_the_widgets() -> None:
    assert palette(None) is LIGHT
    assert palette("dark") is DARK
    assert theme_options()["theme.dark.backgroundColor"] == DARK.paper
