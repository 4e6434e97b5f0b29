"""Long tables: found by name, narrowed and turned a page at a time; all of it stands in the address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.frame import note
from dashboard.look.speech import say
from dashboard.queries.sources import SourceHealth
from dashboard.views.links import follow, keep

PAGE = 50  # rows of a page; a table that is no longer has neither filter nor pages
LONGEST = 80  # letters of a name that is looked for


def narrowed(rows: Sequence[SourceHealth]) -> tuple[SourceHealth, ...]:
    """The sources asked for by name and by whether they want attention."""
    if len(rows) <= PAGE:
        return tuple(rows)
    by_hand = bool(st.session_state.pop("finding-by-hand", False))
    follow("find", lambda asked: (asked or "")[:LONGEST], by_hand=by_hand)
    follow("attention", lambda asked: asked == "true", by_hand=by_hand)
    with st.container(horizontal=True, key="finding", vertical_alignment="bottom"):
        find = st.text_input(say("Find a source"), key="find", max_chars=LONGEST, on_change=_first)
        troubled = st.toggle(say("Only those that want attention"), key="attention", on_change=_first)
    keep("find", find or None)
    keep("attention", "true" if troubled else None)
    words = (find or "").casefold().split()
    return tuple(
        row for row in rows if (row.alarms or not troubled) and all(one in row.source.casefold() for one in words)
    )


def turned(rows: Sequence[SourceHealth]) -> tuple[SourceHealth, ...]:
    """The page of them that the address asks for, the nearest there is."""
    last = max(0, (len(rows) - 1) // PAGE)
    asked = st.query_params.get("page", "1")
    page = min(last, max(0, int(asked) - 1)) if asked.isascii() and asked.isdigit() else 0
    return tuple(rows[page * PAGE : (page + 1) * PAGE])


def turning(rows: Sequence[SourceHealth], shown: Sequence[SourceHealth]) -> None:
    """The buttons below, and which rows are shown; nothing where all are."""
    if len(rows) <= PAGE:
        return
    first = rows.index(shown[0])
    page = first // PAGE
    with st.container(horizontal=True, key="paging"):
        st.button(say("Previous"), key="previous", disabled=page == 0, on_click=_turn, args=(page,))
        more = first + PAGE < len(rows)
        st.button(say("Next"), key="next", disabled=not more, on_click=_turn, args=(page + 2,))
    told = {"first": f"{first + 1:,}", "last": f"{first + len(shown):,}", "n": f"{len(rows):,}"}
    note(say("{first} to {last} of {n}; those that want attention stand first.", **told))


def _turn(page: int) -> None:
    st.session_state["finding-by-hand"] = True
    keep("page", str(page) if page > 1 else None)


def _first() -> None:
    st.session_state["finding-by-hand"] = True
    keep("page", None)
