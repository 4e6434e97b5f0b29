"""Doing an act from a page: opened store, audit, and words when it was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from core.days import now
from core.errors import HoneyguideError
from dashboard import cached, house
from dashboard.access import Refused
from dashboard.acts import Desk
from dashboard.look.marks import label
from dashboard.present import present
from stores.base import Store


def desk_of(store: Store) -> Desk:
    """The desk of whoever looks now. Raises Refused when nobody does, or not any more."""
    visitor = present()
    if visitor is None:
        raise Refused("Your session has ended; nothing was done.", remedy="Log in again.")
    return Desk(store, visitor.name, now(), visitor.role)


def do(act: Callable[[Desk], object], done: str) -> None:
    """Run an act with a desk of its own, and say on the next drawing what became of it."""
    try:
        with house.opened() as store:
            act(desk_of(store))
        cached.forget()
        st.session_state["said"] = done
    except HoneyguideError as error:
        st.session_state["said"] = str(error)


def remember_read(page: str, document_ids: Sequence[str]) -> None:
    """Leave in the audit that these posts are about to be shown on a page; each once a session.

    Raises HoneyguideError where that cannot be written: then the page must not show them.
    """
    shown: set[str] = st.session_state.setdefault("shown", set())
    fresh = [one for one in document_ids if one not in shown]
    if not fresh:
        return
    with house.opened() as store:
        desk_of(store).looked("read evidence", page, " ".join(fresh))
    shown.update(fresh)


def said() -> None:
    """Show, once, what became of the last act."""
    words = st.session_state.pop("said", None)
    if words:
        st.toast(label(words))  # it may repeat what people typed
