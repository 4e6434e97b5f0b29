"""What every page stands in: the style sheet, the store opened for its drawing, and worded states when that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.errors import HoneyguideError, StoreAway
from dashboard import cached, house
from dashboard.access import Refused, Right, Visitor
from dashboard.look.marks import safe
from dashboard.look.palette import Palette, palette
from dashboard.look.sheet import sheet
from dashboard.look.words import day_words, listed
from dashboard.names import Names
from dashboard.present import present
from stores.base import Store


@dataclass(frozen=True)
class Frame:
    """What a page is handed: the store, open while it is drawn, names, and the colours of the reader's theme."""

    store: Store
    names: Names
    palette: Palette
    visitor: Visitor


def framed(draw: Callable[[Frame], None], right: Right) -> None:
    """Draw one page for whoever may see it; a store that is away, or a fault, becomes a sentence, not a trace."""
    colours = palette(st.context.theme.type)
    st.html(sheet(colours))
    try:
        visitor = admitted(right)
        if visitor is None:
            return
        with house.opened() as store:
            draw(Frame(store, house.names(), colours, visitor))
            _standing(store)
        _who(visitor)
    except StoreAway as error:
        trouble("The store does not answer.", str(error), "Nothing is lost; this page comes back with the store.")
    except HoneyguideError as error:
        trouble("This page cannot be shown.", str(error), "")
    except Exception as error:  # the one broad except of this door; Streamlit's own control flow passes
        if type(error).__module__.startswith("streamlit"):
            raise
        logging.getLogger("dashboard").exception("a page could not be drawn")
        trouble("This page could not be drawn.", f"{type(error).__name__}; the log of the dashboard says more.", "")


def admitted(right: Right) -> Visitor | None:
    """The visitor, if they may see the page; otherwise None, and the page says what is to be done."""
    try:
        visitor = present()
    except Refused as error:
        closed("You may not enter.", str(error))
        _logout("Log in as somebody else")
        return None
    if visitor is None:
        ended = house.settings().dashboard.login == "proxy" or bool(st.user.is_logged_in)
        if ended:
            closed("Your session has ended.", "Nothing that you kept is lost. Log in again to go on.")
        else:
            closed("Log in to read on.", "Honeyguide shows where posts bearing signs of human trafficking rise.")
        if house.settings().dashboard.login == "openid":
            st.button("Log in", type="primary", key="login", on_click=st.login)
        return None
    if not visitor.may(right):
        closed("This page is not for your role.", f"You are here as {visitor.role}. Ask an administrator for more.")
        _who(visitor)
        return None
    return visitor


def _standing(store: Store) -> None:
    """Below every page: what data it rests on, until when, and which sources were silent."""
    until = cached.last_day(store)
    if until is None:
        return
    silent = cached.silences(store, until)
    said = listed([f"{source} (since {day_words(since, year=False)})" for source, since in silent], most=8)
    note(f"Data until {day_words(until)}. " + (f"Silent: {said}." if silent else "No source was silent."))


def _who(visitor: Visitor) -> None:
    """Below the page, where there is a login: who looks, in which role, and the way out."""
    if house.settings().dashboard.login == "none":
        return
    note(f"{visitor.name} · {visitor.role}")
    _logout("Log out")


def _logout(words: str) -> None:
    if house.settings().dashboard.login == "openid":
        st.button(words, key="logout", type="tertiary", on_click=st.logout)


def closed(first: str, rest: str) -> None:
    """A door that stays shut, in words."""
    st.html(f'<div role="alert"><h1 class="hg-lead"><b>{safe(first)}</b> {safe(rest)}</h1></div>')


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
