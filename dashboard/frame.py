"""What every page stands in: the style sheet, the store opened for its drawing, and worded states when that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.errors import HoneyguideError, StoreAway
from dashboard import house
from dashboard.look.marks import safe
from dashboard.look.palette import Palette, palette
from dashboard.look.sheet import sheet
from dashboard.names import Names
from stores.base import Store


@dataclass(frozen=True)
class Frame:
    """What a page is handed: the store, open while it is drawn, names, and the colours of the reader's theme."""

    store: Store
    names: Names
    palette: Palette


def framed(draw: Callable[[Frame], None]) -> None:
    """Draw one page; a store that is away, or a fault, becomes a sentence instead of a trace."""
    colours = palette(st.context.theme.type)
    st.html(sheet(colours))
    try:
        with house.opened() as store:
            draw(Frame(store, house.names(), colours))
    except StoreAway as error:
        trouble("The store does not answer.", str(error), "Nothing is lost; this page comes back with the store.")
    except HoneyguideError as error:
        trouble("This page cannot be shown.", str(error), "")
    except Exception as error:  # the one broad except of this door; Streamlit's own control flow passes
        if type(error).__module__.startswith("streamlit"):
            raise
        logging.getLogger("dashboard").exception("a page could not be drawn")
        trouble("This page could not be drawn.", f"{type(error).__name__}; the log of the dashboard says more.", "")


def trouble(first: str, reason: str, rest: str) -> None:
    """A worded fault: what is wrong, why, and what happens next."""
    st.html(
        f'<div role="alert"><h1 class="hg-lead"><b>{safe(first)}</b> {safe(rest)}</h1>'
        f'<div class="hg-note">{safe(reason)}</div></div>'
    )
    st.button("Try again", key="again")


def lead(above: str, first: str, rest: str) -> None:
    """The page's first sentence in serif, with a small line above it. All three are plain text."""
    st.html(
        f'<div><div class="hg-sub">{safe(above)}</div><h1 class="hg-lead"><b>{safe(first)}</b> {safe(rest)}</h1></div>'
    )


def head(text: str) -> None:
    """A section's heading."""
    st.html(f'<h2 class="hg-head">{safe(text)}</h2>')


def note(text: str) -> None:
    """A small line of explanation."""
    st.html(f'<div class="hg-note">{safe(text)}</div>')


def empty(text: str) -> None:
    """What stands where there is nothing to show."""
    st.html(f'<div class="hg-empty">{safe(text)}</div>')
