"""The script Streamlit runs for each page view: which pages there are, and the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.frame import Frame, framed
from dashboard.views import evidence, place, today

_ICON = Path(__file__).parent / "static" / "honeycomb.svg"


def _page(draw: Callable[[Frame], None], title: str, path: str, *, default: bool = False) -> st.Page:
    return st.Page(partial(framed, draw), title=title, url_path=path, default=default)


PAGES = [
    _page(today.draw, "Today", "today", default=True),
    _page(place.draw, "Place", "place"),
    _page(evidence.draw, "Evidence", "evidence"),
]

st.set_page_config(page_title="Honeyguide", page_icon=str(_ICON), layout="wide")
st.session_state["pages"] = {page.title: page for page in PAGES}
st.navigation(PAGES, position="top").run()
