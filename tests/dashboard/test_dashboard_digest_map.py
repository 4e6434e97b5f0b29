"""The map of a digest as a browser lays it out: as wide as it is high, on the screen and on paper."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import pytest
from dashboard_visits import NEEDS_CHROMIUM

from briefing.drawings import Mark, draw_map
from core.outlines import rings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = NEEDS_CHROMIUM

# How far the frame of the map is from the form of its drawing; what is wider shows land beyond its sea.
BESIDE = """() => {
  const map = document.querySelector('svg.map'), box = map.getBoundingClientRect(), drawn = map.viewBox.baseVal;
  return Math.abs(box.width / box.height / (drawn.width / drawn.height) - 1);
}"""


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_the_frame_of_a_digests_map_has_the_form_of_its_drawing(
    browser: Browser, medium: Literal["screen", "print"]
) -> None:
    template = files("briefing.templates").joinpath("digest.html").read_text(encoding="utf-8")
    style = re.search(r"<style>.*?</style>", template, re.DOTALL)
    assert style
    tall = [Mark(100.5, 13.7, 6, "Bangkok"), Mark(106.8, -6.2, 2, "Jakarta"), Mark(101.7, 3.1, 0)]
    page = browser.new_page(viewport={"width": 658, "height": 900})
    page.emulate_media(media=medium)
    page.set_content(f"{style[0]}<div class='front'><figure style='margin:0'>{draw_map(tall, rings(), 'Map')}</figure>")
    assert page.evaluate(BESIDE) < 0.02
    page.close()
