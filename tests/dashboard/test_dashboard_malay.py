"""On a page in Malay no English is left, and the language is switched on the page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from dashboard_apps import MAKASSAR, PAGES, Shown
from streamlit.testing.v1 import AppTest

from dashboard import house
from dashboard.names import Names
from dashboard.views import digest

ENGLISH = re.compile(
    r"\b(the|of|is|are|was|were|with|from|for|this|that|and|not|nothing|no|read|post|posts|place|day|week)\b", re.I
)
# Not words of the page: what was posted, what a room wrote in English and is marked so, ids and names of sources.
OTHERS = re.compile(
    r'<div class="(?:t|x)"[^>]*>.*?</div>|<(\w+)[^>]* lang="en"[^>]*>.*?</\1>|<style>.*?</style>|<img[^>]*>'
    r"|demo-\w+|forum-pekerja|board-ph|agency-list|lokasi|kerja-kl",
    re.S,
)


def words_of(app: AppTest) -> Iterator[str]:
    """Everything a page says: our HTML without tags, labels, options, placeholders, charts and maps."""
    for one in app.get("html"):
        yield html.unescape(re.sub(r"<[^>]+>", " ", OTHERS.sub(" ", one.proto.body)))
    for kind in ("button", "download_button", "page_link", "toggle", "popover", "expander"):
        yield from (getattr(one.proto, "label", "") for one in app.get(kind))
    for kind in ("selectbox", "text_input", "text_area", "date_input", "button_group"):
        for one in app.get(kind):
            yield f"{one.proto.label} {getattr(one.proto, 'placeholder', '')}"
            yield from map(str, getattr(one, "options", ()))
    for drawn in app.get("bidi_component"):
        yield from re.findall(r'(?:aria-label|data-says|title)=\\"([^"]*)\\"', drawn.proto.json)
    for chart in app.get("vega_lite_chart"):
        yield from re.findall(r'"(?:says|title)": ?"([^"]*)"', chart.proto.spec)


FIRST = ("today",)


@pytest.mark.parametrize("page", [pytest.param(one, marks=() if one in FIRST else pytest.mark.full) for one in PAGES])
def test_on_a_page_in_malay_no_english_is_left(
    open_page: Callable[..., Shown], names: Names, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    shipped = replace(names, cards={"V_RESTAURANT": "Restaurant or kitchen", "V_AGENCY": "Online"})
    monkeypatch.setattr(house, "names", lambda: shipped)
    shown = open_page(page, "ana@x", language="ms", **(MAKASSAR if page == "place" else {}))
    assert not shown.app.exception
    said = list(words_of(shown.app))
    assert any("Data hingga 15 November 2026." in one for one in said)
    assert [(found.group(), one) for one in said if (found := ENGLISH.search(one))] == []


def test_the_language_is_switched_on_the_page_and_kept_in_the_address(open_page: Callable[..., Shown]) -> None:
    shown = open_page("method")
    assert "Posts bearing indicators, not confirmed cases." in shown.text
    shown.app.get("button_group")[-1].set_value("ms").run()
    assert "Hantaran dengan petunjuk, bukan kes yang disahkan." in shown.text
    assert "Kaedah" in shown.text
    assert [one.proto.json for one in shown.app.get("bidi_component") if "tongue" in one.proto.component_name] == [
        '"ms"'
    ]


def test_a_digest_in_another_language_than_the_page_says_so(open_page: Callable[..., Shown], monkeypatch) -> None:
    monkeypatch.setattr(digest, "language_of", lambda _html: "en")
    assert "ditulis dalam bahasa rumah ini: English" in open_page("digests", language="ms").text
    assert "the language of the house" not in open_page("digests").text


def test_the_language_of_a_digest_is_told_by_its_first_words() -> None:
    assert digest.language_of('<!doctype html>\n<html lang="ms">\n<head>') == "ms"
    assert digest.language_of("<!doctype html><h1>Three places</h1>") == ""
