"""What every page stands in: the style sheet, the store opened for its drawing, and worded states when that fails."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from core.errors import HoneyguideError, StoreAway
from dashboard import cached, house
from dashboard.access import Refused, Right, Visitor
from dashboard.look.marks import safe
from dashboard.look.palette import Palette, palette
from dashboard.look.sheet import sheet
from dashboard.look.speech import languages, later, named, say, speak, spoken
from dashboard.look.words import counted, day_words, listed
from dashboard.names import Names
from dashboard.present import present
from stores.base import Store


@dataclass(frozen=True)
class Frame:
    """What a page is handed: the store, open while it is drawn, names, and the colours of the reader's theme.

    `seen`: the newest link of the audit before anything was drawn; acts of others after it were not seen here.
    """

    store: Store
    names: Names
    palette: Palette
    visitor: Visitor
    seen: int | None = None


def framed(draw: Callable[[Frame], None], right: Right) -> None:
    """Draw one page for whoever may see it; a store that is away, or a fault, becomes a sentence, not a trace."""
    speak(chosen_language())
    # A link from a page to itself changes what is drawn, and Streamlit leaves the browser's address as it was: the way
    # back would lead out of the house, and a reload to another page. Told anew, it is put there once.
    st.query_params.from_dict(st.query_params.to_dict())
    colours = palette(st.context.theme.type)
    st.html(sheet(colours))
    try:
        visitor = admitted(right)
        if visitor is None:
            return
        with house.opened() as store:
            newest = store.last_audit()
            draw(Frame(store, house.names(), colours, visitor, newest.number if newest else 0))
            _standing(store)
        _who(visitor)
        _languages()
    except StoreAway as error:
        trouble(
            say("The store does not answer."), str(error), say("Nothing is lost; this page comes back with the store.")
        )
    except HoneyguideError as error:
        trouble(say("This page cannot be shown."), str(error), "")
    except Exception as error:  # the one broad except of this door; Streamlit's own control flow passes
        if type(error).__module__.startswith("streamlit"):
            raise
        # The way, without the words of the error: they may quote what somebody typed or wrote.
        way = "".join(traceback.format_tb(error.__traceback__))
        logging.getLogger("dashboard").error("a page could not be drawn: %s\n%s", type(error).__name__, way)
        reason = say("{fault}; the log of the dashboard says more.", fault=type(error).__name__)
        trouble(say("This page could not be drawn."), reason, "")


ROLES_IN_WORDS = (later("reader"), later("analyst"), later("engineer"), later("admin"))


def chosen_language() -> str:
    """The reader's choice, which stands in the address too; else the setting of the house."""
    asked = st.session_state.get("language") or st.query_params.get("language") or st.session_state.get("spoken")
    chosen = str(asked) if asked in languages() else house.settings().language
    st.session_state["spoken"] = chosen  # a switch of pages forgets what its widgets held
    return chosen


def _languages() -> None:
    """The switch, below every page; the address keeps a choice that is not the house's own."""
    st.session_state.setdefault("language", spoken())
    with st.container(key="languages"):
        st.segmented_control(
            say("Language"),
            languages(),
            format_func=named,
            key="language",
            required=True,
            label_visibility="collapsed",
        )
    _tongue()(key="tongue", data=spoken())
    if spoken() != house.settings().language:
        st.query_params["language"] = spoken()
    else:
        st.query_params.pop("language", None)


@cache
def _tongue() -> Any:
    """Tells the browser in which language the page is, or a screen reader would read Malay as English; and gives the
    keyboard's focus back."""
    script = files("dashboard.look").joinpath("focus.js").read_text(encoding="utf-8")
    return st.components.v2.component("tongue", js=script, isolate_styles=False)


def admitted(right: Right) -> Visitor | None:
    """The visitor, if they may see the page; otherwise None, and the page says what is to be done."""
    try:
        visitor = present()
    except Refused as error:
        closed(say("You may not enter."), str(error))
        _logout(say("Log in as somebody else"))
        return None
    if visitor is None:
        ended = house.settings().dashboard.login == "proxy" or bool(st.user.is_logged_in)
        if ended:
            closed(say("Your session has ended."), say("Nothing that you kept is lost. Log in again to go on."))
        else:
            closed(
                say("Log in to read on."), say("Honeyguide shows where posts bearing signs of human trafficking rise.")
            )
        if house.settings().dashboard.login == "openid":
            st.button(say("Log in"), type="primary", key="login", on_click=st.login)
        return None
    if not visitor.may(right):
        rest = say("You are here as {role}. Ask an administrator for more.", role=say(visitor.role))
        closed(say("This page is not for your role."), rest)
        _who(visitor)
        return None
    return visitor


def _standing(store: Store) -> None:
    """Below every page: what data it rests on, until when, which sources were silent, and whether more is coming."""
    if house.at_work():
        note(say("A run is at work: numbers of the last days may still grow."))
    until = cached.last_day(store)
    if until is None:
        return
    silent = [
        say("{source} (since {day})", source=source, day=day_words(since, year=False))
        for source, since in cached.silences(store, until)
    ]
    said = say("Silent: {sources}.", sources=listed(silent, most=8)) if silent else say("No source was silent.")
    note(f"{say('Data until {day}.', day=day_words(until))} {said}")


def _who(visitor: Visitor) -> None:
    """Below the page, where there is a login: who looks, in which role, and the way out."""
    if house.settings().dashboard.login == "none":
        return
    note(f"{visitor.name} · {say(visitor.role)}")
    if visitor.role == "admin":
        note(say("Roles are read from the settings when the dashboard starts: give or take one, then start it anew."))
    _logout(say("Log out"))


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
    st.button(say("Try again"), key="again")


def lead(above: str, first: str, rest: str) -> None:
    """The page's first sentence in serif, with a small line above it. All three are plain text."""
    st.html(
        f'<div><div class="hg-sub">{safe(above)}</div><h1 class="hg-lead"><b>{safe(first)}</b> {safe(rest)}</h1></div>'
    )


def nothing_yet(store: Store) -> tuple[str, str]:
    """What a page says, in two parts, where no day can be shown: nothing was brought, or a run stopped half way."""
    kept = store.tallies()
    if not kept["documents"]:
        return say("Nothing has been read yet."), ""
    if waiting := max(0, kept["documents"] - kept["readings"]):
        rest = say(
            "Waiting to be analysed: {posts}. “honeyguide run” goes on where it stopped.",
            posts=counted(waiting, "post"),
        )
    else:
        posts = counted(kept["documents"], "post")
        rest = say("None of what was read has a day and a place: {posts}.", posts=posts)
    return say("Nothing can be shown yet."), rest


def head(text: str) -> None:
    """A section's heading."""
    st.html(f'<h2 class="hg-head">{safe(text)}</h2>')


def note(text: str) -> None:
    """A small line of explanation."""
    st.html(f'<div class="hg-note">{safe(text)}</div>')


def empty(text: str) -> None:
    """What stands where there is nothing to show."""
    st.html(f'<div class="hg-empty">{safe(text)}</div>')
