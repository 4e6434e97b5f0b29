"""The script Streamlit runs for each page view: which pages there are, and the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.frame import Frame, framed
from dashboard.views import check, corridors, digest, evidence, method, needs, place, signs, sources, today, urgent

_ICON = Path(__file__).parent / "static" / "honeycomb.svg"


def _page(draw: Callable[[Frame], None], title: str, path: str, *, default: bool = False) -> st.Page:
    return st.Page(partial(framed, draw), title=title, url_path=path, default=default)


PAGES = [
    _page(today.draw, "Today", "today", default=True),
    _page(place.draw, "Place", "place"),
    _page(signs.draw, "Signs", "signs"),
    _page(evidence.draw, "Evidence", "evidence"),
    _page(needs.draw, "Needs", "needs"),
    _page(corridors.draw, "Corridors", "corridors"),
    _page(urgent.draw, "Urgent", "urgent"),
    _page(digest.draw, "Digest", "digests"),
    _page(sources.draw, "Sources", "sources"),
    _page(check.draw, "Check a text", "check"),
    _page(method.draw, "Method", "method"),
]

st.set_page_config(page_title="Honeyguide", page_icon=str(_ICON), layout="wide")
st.session_state["pages"] = {page.title: page for page in PAGES}
st.navigation(PAGES, position="top").run()
