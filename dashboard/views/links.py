"""Deep links: what a page is about stands in its address, so that an address can be kept and sent."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast, get_args
from urllib.parse import urlencode

import streamlit as st

from core.records import Level, Spike, Stream
from dashboard import house
from dashboard.look.marks import label, safe
from dashboard.look.speech import spoken
from dashboard.queries.period import week_to
from dashboard.queries.place import Key

_LEVELS: tuple[str, ...] = get_args(Level.__value__)
_STREAMS: tuple[str, ...] = get_args(Stream.__value__)
EARLIEST, LATEST = 1900, 2200  # of the years an address may name: pages reckon a year back and weeks on


def of_spike(spike: Spike) -> dict[str, str]:
    """The address of a spike's place page on the day of its height: the days whose posts its number counts."""
    return of_series(spike.level, spike.place_id, spike.stream, spike.topic, spike.peak)


def of_series(level: str, place_id: str, stream: str, topic: str, until: date) -> dict[str, str]:
    """The address of one series' page."""
    return {"level": level, "place": place_id, "stream": stream, "topic": topic, "until": until.isoformat()}


def key_from(parameters: Mapping[str, Any], last: date) -> Key | None:
    """What an address asks for; None without a place or with a level, stream or day there is not."""
    level, stream = parameters.get("level", "city"), parameters.get("stream", "posts")
    place_id = parameters.get("place")
    if not place_id or level not in _LEVELS or stream not in _STREAMS:
        return None
    until = day_from(parameters, last)
    if until is None:
        return None
    topic = parameters.get("topic", "signal:any")
    return Key(cast(Level, level), place_id, cast(Stream, stream), topic, week_to(until))


def day_from(parameters: Mapping[str, Any], last: date) -> date | None:
    """The day an address asks for, `last` when it asks for none, None when it is no day that weeks can lie around."""
    try:
        day = date.fromisoformat(parameters["until"]) if "until" in parameters else last
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST else None


def keep(key: str, value: str | None) -> None:
    """Let a choice stand in the address under its key; None takes it away."""
    st.session_state[f"kept-{key}"] = value
    if value is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != value:
        st.query_params[key] = value


def follow(key: str, read: Callable[[str | None], object], *, by_hand: bool) -> None:
    """Let a widget begin with what the address says, and follow it where back or forward has changed it since `keep`.

    `by_hand`: a widget of the page was changed just now; the browser's address may then be a step behind.
    """
    asked, kept = st.query_params.get(key), st.session_state.get(f"kept-{key}")
    if key not in st.session_state or (asked != kept and not by_hand):
        st.session_state[key] = read(asked)


def anchor(words: str, query: Mapping[str, str], page: str = "place") -> str:
    """A link within a table to the page of a series (or of a corridor), in the language that is spoken."""
    return f'<a href="{html.escape(to(page, query))}" target="_self">{safe(words)}</a>'


def to(page: str, query: Mapping[str, str]) -> str:
    """The address of a page about something, in the language that is spoken."""
    return f"/{page}?{urlencode(in_language(query))}"


def in_language(query: Mapping[str, str]) -> dict[str, str]:
    """An address with the language that is spoken."""
    return {**query, **_spoken()}


def _spoken() -> dict[str, str]:
    """The language for an address, where it is not the house's own."""
    return {} if spoken() == house.settings().language else {"language": spoken()}


def over_row(words: str, page: str, query: Mapping[str, str]) -> None:
    """A link that lies over its whole row; `words` say to screen readers where it leads."""
    st.page_link(st.session_state["pages"][page], label=label(words), query_params=in_language(query))
