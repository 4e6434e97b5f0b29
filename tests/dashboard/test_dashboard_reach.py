"""Nobody is kept out: WCAG 2.2 AA in both themes, the keyboard alone, and the language that was chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from dashboard_visits import MAKASSAR, NEEDS_CHROMIUM, PAGES, Visit, served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [NEEDS_CHROMIUM, pytest.mark.full]

# Inside Streamlit's own widgets, not ours to mend: the segments of its date field are 17 pixels wide.
KNOWN = {("/evidence", "target-size", "spinbutton")}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def broken(page: Page, path: str) -> list[tuple[str, str]]:
    """The rules of WCAG that a page breaks, each with the element."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": LEVELS}}).response["violations"]
    return [
        (fault["id"], node["html"][:120])
        for fault in found
        for node in fault["nodes"]
        if not any(path == where and fault["id"] == rule and words in node["html"] for where, rule, words in KNOWN)
    ]


FOCUSABLE = """() => [...document.querySelectorAll(
    '[data-testid=stMain] :is(a[href], button, input, textarea, [tabindex="0"])')].filter(
    one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !one.closest('[aria-hidden=true], iframe'))"""


def missed_by_the_keyboard(page: Page) -> list[str]:
    """What the Tab key does not reach; groups of radio buttons are one stop, moved through by arrows (WAI-ARIA)."""
    # Numbered anew at each step: a map is drawn late, and its buttons are wanted too.
    number = f"() => ({FOCUSABLE})().map(one => one.dataset.hgAt ??= `${{window.hgNext = (window.hgNext ?? 0) + 1}}`)"
    reached: set[str] = set()
    wanted: list[str] = page.evaluate(number)
    steps = 0
    while steps < 4 * len(wanted) + 60 and not reached >= set(wanted):
        page.keyboard.press("Tab")
        wanted = page.evaluate(number)
        reached |= {page.evaluate("document.activeElement.dataset.hgAt ?? null")} - {None}
        steps += 1
    script = f"seen => ({FOCUSABLE})().filter(one => !seen.includes(one.dataset.hgAt)).map(one => one.outerHTML)"
    missed = [one[:300] for one in page.evaluate(script, sorted(reached))]
    # Charts' toolbars are Streamlit's.
    return [one for one in missed if 'role="radio"' not in one and "elementToolbar" not in one]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_of_wcag_and_the_keyboard_alone_suffices(
    browser: Browser, address: str, path: str
) -> None:
    for theme in ("dark", "light"):
        context = browser.new_context(color_scheme=theme, bypass_csp=True)
        page = Visit(context.new_page(), address).open(path).whole().page
        assert broken(page, path) == []
        if theme == "light":
            assert missed_by_the_keyboard(page) == []
        context.close()


HELD = "document.activeElement.closest('[class*=st-key-]')?.className ?? document.activeElement.tagName"


def by_keys(page: Page, selector: str) -> None:
    """Press a button or link as somebody without a mouse does."""
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")


def holds(page: Page, words: str) -> None:
    """Wait until the keyboard stands there."""
    page.wait_for_function(f"words => ({HELD}).includes(words)", arg=words)


def test_the_keyboard_stands_where_it_was_or_at_what_is_new_once_a_page_has_answered(
    browser: Browser, own_home: Path
) -> None:
    with served(own_home) as address:
        visit = Visit(browser.new_page(), address).open("/evidence").whole()
        page = visit.page
        by_keys(page, ".st-key-label-signal-0 button")
        page.get_by_role("button", name="✓ signal").wait_for()
        holds(page, "st-key-label-signal-0")
        by_keys(page, ".st-key-post-1 a")
        page.wait_for_url(re.compile(r"\?document="))
        holds(page, "H1")  # what is new is read out
        visit.whole()
        visit.open(MAKASSAR).whole()
        by_keys(page, ".st-key-triage-reviewing button")
        page.locator(".hg-note", has_text="This alarm is being looked at.").wait_for()
        holds(page, "st-key-triage-confirmed")  # the one beside it: its own is switched off now
        page.context.close()


def test_the_language_stays_over_pages_and_in_the_address(visit: Visit) -> None:
    page = visit.open("/method").page
    page.get_by_role("radio", name="Bahasa Melayu").click()
    page.locator("h1", has_text="Hantaran dengan petunjuk").wait_for()
    page.wait_for_url(re.compile("language=ms"))
    page.get_by_role("link", name="Tanda", exact=True).click()
    page.locator(".hg-sub", has_text="minggu hingga").wait_for()
    kept = visit.open("/method?language=ms").page.locator(".hg-note", has_text="Data hingga 15 November 2026")
    kept.wait_for()
