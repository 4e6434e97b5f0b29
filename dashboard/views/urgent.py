"""Urgent: posts that tell of present danger or of a minor, with the country's referral path. There is no export."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import house
from dashboard.acts import URGENT, Desk
from dashboard.frame import Frame, lead, note
from dashboard.look.marks import safe
from dashboard.look.speech import later, say
from dashboard.look.words import capital, number
from dashboard.queries.urgent import Case, queue, referral_path, why
from dashboard.views.desk import do, remember_read, said
from dashboard.views.posts import post_html

SHOWN = 10
_KINDS = {
    "present danger": later("present danger"),
    "asks to be fetched": later("asks to be fetched"),
    "held, and waits to be freed": later("held, and waits to be freed"),
    "a minor": later("a minor"),
    "despair": later("despair"),
    "danger by meaning": later("danger by the sense of a sentence"),
}


def draw(frame: Frame) -> None:
    """The page."""
    said()
    cases = queue(frame.store)
    if not cases:
        rest = say("Posts that tell of present danger or of a minor come here to be read by a person.")
        lead(say("Urgent"), say("No post waits here."), rest)
    else:
        one, many = later("{n} post waits to be read by a person."), later("{n} posts wait to be read by a person.")
        first = capital(say(one if len(cases) == 1 else many, n=number(len(cases))))
        lead(say("Urgent"), first, say("Newest first; one by one."))
    everything = st.toggle(say("Also those referred or closed"), key="closed")
    shown = (queue(frame.store, closed=True) if everything else cases)[:SHOWN]
    remember_read("urgent", [case.post.document.id for case in shown])
    for at, case in enumerate(shown):
        _case(frame, case, at)
    note(say("These posts cannot be exported in bulk. Reading them is remembered by the audit."))


def _case(frame: Frame, case: Case, at: int) -> None:
    document = case.post.document
    with st.container(key=f"urgent-{at}"):
        st.html(post_html(case.post, frame.names, 3000))
        _why(case)
        _path(frame, case.post.reading.country)
        with st.container(horizontal=True, key=f"urgent-acts-{at}"):
            for value in URGENT:
                st.button(
                    capital(say(value)),
                    key=f"urgent-{value}-{at}",
                    type="primary" if case.state == value else "secondary",
                    disabled=case.state == value,
                    on_click=do,
                    args=(_act(document.id, value, frame.seen), f"{capital(say(value))}."),
                )
        if case.state:
            note(say("{state} by {name}.", state=capital(say(case.state)), name=case.by))


def _why(case: Case) -> None:
    """Why the post is here, with the words that say so."""
    told = [
        say(_KINDS.get(one.kind, one.kind))
        + (f" ({say('chance {n}', n=one.chance)})" if one.chance else "")
        + (f": “{one.words}”" if one.words else "")
        for one in why(case.post.reading.reasons)
    ]
    if told:
        st.html(
            f'<div class="hg-note" dir="auto">{safe(say("Why it is here: {reasons}", reasons="; ".join(told)))}</div>'
        )


def _act(document_id: str, value: str, seen: int | None) -> Callable[[Desk], object]:
    return lambda desk: desk.act(document_id, "urgent", value, seen=seen)


def _path(frame: Frame, country: str | None) -> None:
    words = referral_path(house.settings(), country)
    name = frame.names.country(country) or say("this post’s country, which is not known")
    if words is None:
        words = later(
            "No referral path is written for {country}. The operator writes one in the home folder, under “referral”."
        )
        note(say(words, country=name))
        return
    above = say("{country}: who to call, in this order", country=name)
    st.html(f'<div class="hg-path"><b>{safe(above)}</b>\n{safe(words)}</div>')
