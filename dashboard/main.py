"""The script Streamlit runs for each page view: which pages there are, and the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import streamlit as st

from dashboard.access import ROLES, Refused, Right
from dashboard.frame import Frame, framed
from dashboard.present import present
from dashboard.views import check, corridors, digest, evidence, method, needs, place, signs, sources, today, urgent

_ICON = Path(__file__).parent / "static" / "honeycomb.svg"


def _rights() -> frozenset[str]:
    """What the top line offers; the pages ask again for themselves."""
    try:
        visitor = present()
    except Refused:
        return frozenset()
    return frozenset(ROLES[visitor.role]) if visitor else frozenset()


RIGHTS = _rights()


def _page(
    draw: Callable[[Frame], None], title: str, path: str, right: Right = "see", *, default: bool = False
) -> st.Page:
    shown: Literal["visible", "hidden"] = "visible" if right in RIGHTS else "hidden"
    return st.Page(partial(framed, draw, right), title=title, url_path=path, default=default, visibility=shown)


PAGES = [
    _page(today.draw, "Today", "today", default=True),
    _page(place.draw, "Place", "place"),
    _page(signs.draw, "Signs", "signs"),
    _page(evidence.draw, "Evidence", "evidence", "evidence"),
    _page(needs.draw, "Needs", "needs"),
    _page(corridors.draw, "Corridors", "corridors"),
    _page(urgent.draw, "Urgent", "urgent", "evidence"),
    _page(digest.draw, "Digest", "digests"),
    _page(sources.draw, "Sources", "sources", "sources"),
    _page(check.draw, "Check a text", "check"),
    _page(method.draw, "Method", "method"),
]

st.set_page_config(page_title="Honeyguide", page_icon=str(_ICON), layout="wide")
st.session_state["pages"] = {page.title: page for page in PAGES}
st.navigation(PAGES, position="top").run()
