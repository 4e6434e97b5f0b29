"""Two people for anything that leaves: one asks, another approves, and only then the file is offered."""

from __future__ import annotations

import streamlit as st

from core.records import Act
from dashboard import house
from dashboard.frame import Frame, note
from dashboard.look.speech import say
from dashboard.queries.released import two_people
from dashboard.views.desk import do
from privacy.leaving import released, standing


def may_leave(frame: Frame, subject: str, key: str) -> bool:
    """Whether a thing may leave now; if not, the buttons by which two people let it."""
    if not two_people(house.settings()):
        return True
    acts = frame.store.acts(subject)
    held = [act for act in standing(acts) if act.verb == "release"]
    if released(acts):
        _take_back(frame, held[-1], key)
        return True
    askers = sorted({act.actor for act in held if act.value == "asked"})
    note(
        say("{names} asked that this may leave; another person has to approve.", names=", ".join(askers))
        if askers
        else say("Two people are needed before this leaves: one asks, another approves.")
    )
    if not frame.visitor.may("judge"):
        return False
    with st.container(horizontal=True, key=f"leaving-{key}"):
        mine = frame.visitor.name in askers
        if not mine:
            _button(say("Ask that it may leave"), subject, "asked", f"ask-{key}")
        if any(name != frame.visitor.name for name in askers):
            _button(say("Approve"), subject, "approved", f"approve-{key}")
    if held:
        _take_back(frame, held[-1], key)
    return False


def _take_back(frame: Frame, act: Act, key: str) -> None:
    """The way back, also after the approval: a digest is written anew only when it no longer leaves."""
    if frame.visitor.may("judge"):
        st.button(
            say("Take back “{act}”", act=say(act.value)),
            key=f"undo-{key}",
            type="tertiary",
            on_click=do,
            args=(lambda desk: desk.undo(act), say("Taken back.")),
        )


def _button(words: str, subject: str, value: str, key: str) -> None:
    st.button(words, key=key, on_click=do, args=(lambda desk: desk.act(subject, "release", value), say("Noted.")))
