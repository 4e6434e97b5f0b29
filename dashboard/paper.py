"""A digest as the dashboard shows it: the same page, with the serif of the other pages, which Streamlit brings along.

The digest that was released names the typeface and brings none, so that it stays small in an e-mail; without it a
reader's machine takes what it has. Here it is put in as data, since a page that may fetch nothing cannot ask for it.
"""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path


def typeset(html: str) -> str:
    """The page with its typeface; unchanged where Streamlit brings none or the page has no style."""
    allowed = html.replace("style-src 'unsafe-inline'", "style-src 'unsafe-inline'; font-src data:", 1)
    return allowed.replace("<style>", f"<style>{_face()}", 1)


@cache
def _face() -> str:
    import streamlit

    folder = Path(streamlit.__file__).parent / "static" / "static" / "media"
    for file in folder.glob("SourceSerifVariable-Roman*.woff2"):
        data = base64.b64encode(file.read_bytes()).decode()
        return (
            '@font-face{font-family:"Source Serif 4";font-weight:200 900;font-style:normal;'
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return ""
