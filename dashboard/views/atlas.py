"""A map on a page, over countries that our own server draws; a mark that is pressed is handed back."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from dashboard.look.atlas import WORLD, flat
from dashboard.look.marks import safe
from dashboard.look.speech import say
from dashboard.queries.honeycomb import View


def draw_atlas(key: str, marks: str, view: View, words: str) -> dict[str, str] | None:
    """The map of these marks (`look.atlas`), fitted into a view; the query of the link that was pressed, else None."""
    data = {"drawing": _drawing(marks, words), "at": flat(view.latitude, view.longitude), "world": WORLD}
    data |= {"wide": view.wide * WORLD, "tall": view.tall * WORLD}
    pressed = _moved()(key=key, data=data, on_pressed_change=_asked).pressed
    return dict(parse_qsl(urlsplit(pressed).query)) if isinstance(pressed, str) else None


def _drawing(marks: str, words: str) -> str:
    buttons = (("closer", say("Closer"), "+"), ("farther", say("Farther"), "−"), ("whole", say("The whole map"), "⤢"))
    drawn = (
        f'<button type="button" class="{kind}" aria-label="{safe(said)}" title="{safe(said)}">{sign}</button>'
        for kind, said, sign in buttons
    )
    return (
        f'<svg role="group" aria-label="{safe(words)}"><use class="land" href="/countries.svg#land"/>{marks}</svg>'
        f'<div class="buttons">{"".join(drawn)}</div><div class="says" aria-hidden="true" hidden></div>'
    )


def _asked() -> None:
    """Streamlit hands over what was pressed only where somebody asks for it."""


@cache
def _moved() -> Any:
    script = files("dashboard.look").joinpath("atlas.js").read_text(encoding="utf-8")
    return st.components.v2.component("atlas", js=script, isolate_styles=False)
