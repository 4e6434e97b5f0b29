"""Two people for anything that leaves: one asks, another approves, and only then the file is offered."""

from __future__ import annotations

import streamlit as st

from core.errors import BadInput
from core.records import Act, Digest
from dashboard import house
from dashboard.acts import EVER, Desk
from dashboard.frame import Frame, note
from dashboard.look.speech import say
from dashboard.queries.released import subject_of, two_people
from dashboard.views.desk import do
from privacy.leaving import released, standing


def may_leave(frame: Frame, subject: str, key: str, digest: Digest | None = None) -> bool:
    """Whether a thing may leave now; if not, the buttons by which two people let it.

    A `digest` may be written anew between: who asked before has not seen what now would leave.
    """
    if not two_people(house.settings()):
        return True
    acts = frame.store.acts(subject)
    held = [act for act in standing(acts) if act.verb == "release"]
    if released(acts):
        _take_back(frame, held[-1], key)
        return True
    since = digest.made_at if digest else EVER
    askers = sorted({act.actor for act in held if act.value == "asked" and act.at >= since})
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
            _button(frame, say("Ask that it may leave"), subject, "asked", f"ask-{key}", digest)
        if any(name != frame.visitor.name for name in askers):
            _button(frame, say("Approve"), subject, "approved", f"approve-{key}", digest)
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
            args=(lambda desk: desk.undo(act, seen=frame.seen), say("Taken back.")),
        )


def _button(frame: Frame, words: str, subject: str, value: str, key: str, digest: Digest | None) -> None:
    st.button(
        words,
        key=key,
        on_click=do,
        args=(lambda desk: _let(desk, subject, value, frame.seen, digest), say("Noted.")),
    )


def _let(desk: Desk, subject: str, value: str, seen: int | None, digest: Digest | None) -> None:
    """Ask or approve. Raises BadInput for a digest that was written anew after it was shown."""
    if digest and not any(subject_of(one) == subject and one.made_at == digest.made_at for one in desk.store.digests()):
        raise BadInput("This digest was written anew after the page was drawn; nothing was done.", remedy="Look again.")
    desk.act(subject, "release", value, seen=seen, since=digest.made_at if digest else EVER)
