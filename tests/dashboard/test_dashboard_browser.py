"""The pages in a real browser: what they say, where they lead, and that nothing is asked of any outside host."""

from __future__ import annotations

import csv
import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dashboard_visits import MAKASSAR, NEEDS_CHROMIUM, PATIENCE, Visit, served

from core.records import AuditEntry
from dashboard.look.palette import LIGHT
from dashboard.look.sheet import sheet
from dashboard.look.tables import table
from stores import open_store
from stores.base import EvidenceQuery

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = NEEDS_CHROMIUM


def entries(home: Path, verb: str) -> list[AuditEntry]:
    with closing(open_store("sqlite", home)) as store:
        return [entry for entry in store.audit() if entry.verb == verb]


def test_today_says_its_sentence_draws_its_map_and_its_rows_lead_to_their_places(visit: Visit) -> None:
    outlines = visit.page.context.expect_event(
        "response", lambda answer: answer.url.endswith("/countries.svg"), timeout=PATIENCE
    )
    with outlines as answered:
        page = visit.open("/").page
    assert answered.value.status == 200
    assert page.locator("h1").inner_text().startswith("Three of 18 watched places need a look.")
    page.locator(".hg-atlas a.cell").first.wait_for()
    page.locator(".hg-days i.s").first.wait_for()
    page.locator(".hg-row").nth(2).wait_for()
    visit.whole()
    assert page.locator(".hg-row").count() == 3
    page.locator(".st-key-row-2 a").focus()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Kuala Lumpur: 22 posts").wait_for()
    page.go_back()
    page.locator(".st-key-row-1 a").click()
    page.wait_for_url(re.compile("/place\\?.*place=1622786"))
    page.locator("h1", has_text="Makassar: 33 posts").wait_for()
    visit.whole()  # a chart that is drawn anew under the pointer has no toolbar
    page.locator("[data-testid=stVegaLiteChart]").first.wait_for()
    page.locator("[data-testid=stVegaLiteChart]").first.hover()
    # Streamlit's own button would hand out a chart's figures past the audit and the release door.
    chart = page.locator(".stElementContainer:has([data-testid=stVegaLiteChart])").first
    toolbar = chart.locator("[data-testid=stElementToolbar]")
    toolbar.wait_for(state="attached")
    assert not toolbar.is_visible()
    kept = page.url.removeprefix(visit.address)
    assert "Makassar: 33 posts" in visit.open(kept).page.locator("h1").inner_text()


def test_the_map_is_walked_by_arrow_keys_moved_by_its_buttons_and_opens_what_is_pressed(visit: Visit) -> None:
    page = visit.open("/").whole().page  # a bar to scroll by, which a longer page gets, fits the map anew
    page.locator(".hg-atlas a").first.wait_for()
    assert page.locator('.hg-atlas a[tabindex="0"]').count() == 1
    before = page.locator(".hg-atlas svg").get_attribute("viewBox")
    page.locator('.hg-atlas a[tabindex="0"]').focus()
    said = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        for _ in range(4):
            page.keyboard.press(key)
            said.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
            assert page.locator(".hg-atlas .says").inner_text() in said
    assert len(said) > 3
    page.get_by_role("button", name="Closer").click()
    assert page.locator(".hg-atlas svg").get_attribute("viewBox") != before
    page.get_by_role("button", name="The whole map").click()
    assert page.locator(".hg-atlas svg").get_attribute("viewBox") == before
    box = page.locator(".hg-atlas svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 280, steps=4)
    page.mouse.up()
    east = [float((view or "").split()[0]) for view in (before, page.locator(".hg-atlas svg").get_attribute("viewBox"))]
    assert east[1] > east[0]
    page.get_by_role("button", name="The whole map").click()
    page.locator('.hg-atlas a[aria-label^="Makassar"]').press("Enter")
    page.locator("h1", has_text="Makassar and around").wait_for()
    page.go_back()
    page.locator('.hg-atlas a[aria-label^="Surabaya"]').click()
    page.locator("h1", has_text="Surabaya and around").wait_for()


def is_plain_text(page: Page) -> None:
    """The hostile post of the invented house stands there as it was written, and runs nothing."""
    page.locator(".hg-ev", has_text="[click](http://outside.example/)").wait_for()
    post = page.locator(".hg-ev", has_text="[click](http://outside.example/)")
    said = post.inner_text()
    for raw in ("<script>", "<img src=", "**bold**", "=HYPERLINK(", ":material/home:", "<b onclick=alert(1)>", "$$"):
        assert raw in said
    assert "\u202e" not in said
    assert post.locator("a, img, script, b").count() == 0
    assert "owned" not in page.title()
    assert post.locator(".hg-chip").inner_text() == "phone·7f3a"


def test_an_alarm_is_judged_and_taken_back_over_its_posts_which_are_plain_text(visit: Visit) -> None:
    page = visit.open(MAKASSAR).page
    is_plain_text(page)
    page.get_by_text("Nobody has looked at this alarm yet.").wait_for()
    page.get_by_role("button", name="Worth a look", exact=True).click()
    page.get_by_text("This alarm was found worth a look.").wait_for()
    page.get_by_role("button", name="Take back “triage”").click()
    page.get_by_text("Nobody has looked at this alarm yet.").wait_for()


def test_a_post_behind_an_alarm_opens_into_its_rules_and_their_versions(visit: Visit) -> None:
    page = visit.open(MAKASSAR).page
    page.locator(".hg-why a", has_text="Why?").first.click()
    page.wait_for_url(re.compile(r"/evidence\?document="))
    page.locator("table", has_text="Version").wait_for()
    page.go_back()
    page.locator(".hg-why a").first.wait_for()


def test_the_urgent_queue_is_plain_text_in_the_dark_too_and_its_reading_is_remembered(
    visit: Visit, lived_in: Path
) -> None:
    visit.page.emulate_media(color_scheme="dark")
    page = visit.open("/urgent").page
    is_plain_text(page)
    paper = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--hg-paper')")
    assert paper.strip() == "#191714"
    assert page.locator("h1").inner_text().startswith("One post waits to be read by a person.")
    assert [entry.detail for entry in entries(lived_in, "read evidence") if entry.subject == "urgent"]


def test_posts_are_listed_searched_explained_and_handed_out_and_the_audit_holds_it(
    visit: Visit, lived_in: Path
) -> None:
    page = visit.open("/evidence").page
    page.locator(".hg-ev").first.wait_for()
    assert [entry.detail for entry in entries(lived_in, "read evidence") if entry.subject == "evidence"]
    with page.expect_download(timeout=PATIENCE) as taken:
        page.get_by_role("button", name="Ids and hosts of this page (CSV)").click()
    rows = list(csv.DictReader(Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert set(rows[0]) == {"document_id", "source", "host", "day", "language"}
    (told,) = [entry.detail for entry in entries(lived_in, "export")]
    with closing(open_store("sqlite", lived_in)) as store:
        urgent = {document.id for document, _ in store.evidence(EvidenceQuery(urgent_only=True))}
    assert told == f"{len(rows)} posts"
    assert urgent
    assert not urgent & {row["document_id"] for row in rows}
    page.get_by_label("Words").fill("cousin port")
    page.get_by_label("Words").press("Enter")
    page.wait_for_url(re.compile("q=cousin"))
    page.locator(".hg-ev", has_text="Kerja restoran").first.wait_for(state="detached")
    page.get_by_role("link", name="Why?").first.click()
    page.get_by_text("This post bears a signal.").wait_for()
    page.locator("table", has_text="Version").wait_for()
    page.wait_for_url(re.compile(r"\?document="))
    page.go_back()
    page.wait_for_url(re.compile(r"\?q=cousin"))


@pytest.mark.parametrize("path", ["/place", "/corridors"])
def test_what_a_page_opens_within_itself_stands_in_the_address(visit: Visit, path: str) -> None:
    """So that back leads to the list, and a reload to what was open."""
    page = visit.open(path).whole().page
    row = page.locator("[class*=st-key-row-] a").first
    asked = str(row.get_attribute("href"))
    row.click()
    page.wait_for_url(f"**/{asked}")
    opened = visit.whole().page.locator("h1.hg-lead").inner_text()
    page.reload()
    assert visit.whole().page.locator("h1.hg-lead").inner_text() == opened
    page.go_back()
    page.wait_for_url(f"**{path}")


@pytest.mark.full
def test_an_address_that_names_no_place_is_met_with_words(visit: Visit) -> None:
    assert "No place is chosen" in visit.open("/place?level=moon&place=1").text()


@pytest.mark.full
def test_an_unknown_place_is_met_with_words(visit: Visit) -> None:
    assert "No place “99” is known." in visit.open("/place?level=city&place=99").text()


def test_a_digest_is_paper_and_runs_nothing(visit: Visit) -> None:
    page = visit.open("/digests").page
    page.frame_locator("iframe").get_by_text("Three places need a look").wait_for()
    assert page.title() != "owned"


def test_a_pasted_ad_is_read_and_marked(visit: Visit) -> None:
    page = visit.open("/check").page
    page.get_by_label("The text").fill(
        "Waitress wanted abroad. We keep your passport until the debt is paid. Call 0812 3456 7890"
    )
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator("h2", has_text="warning signs: be careful").wait_for()
    page.locator("mark", has_text=re.compile("^keep your passport$")).wait_for()
    assert "3456" not in page.locator(".hg-ev").inner_text()


@pytest.mark.full
def test_a_store_that_goes_away_and_returns_is_met_with_words(
    browser: Browser, invented_home: Path, tmp_path: Path
) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    shutil.copytree(invented_home, home)
    with served(home) as address:
        context = browser.new_context()
        one = Visit(context.new_page(), address).open("/").whole()
        home.rename(away)
        assert "The store does not answer." in one.open("/sources").page.locator("h1").inner_text()
        away.rename(home)
        one.page.get_by_role("button", name="Try again").click()
        one.page.locator("h1", has_text="Five sources are read.").wait_for()
        context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_long_word_breaks_and_a_table_of_short_ones_stays_as_it_is(browser: Browser, width: int) -> None:
    """Words of alarms, notes of analysts and reasons of dead letters hold words as long as texts have them."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    rows = [("Kuala Lumpur", "Donaudampfschifffahrtsgesellschaft" * 12, "12"), ("Klang", "wages held back", "3")]
    row = '<div class="hg-row"><div></div><div><div class="hg-what">' + "x" * 400 + "</div></div></div>"
    page.set_content(sheet(LIGHT) + table(("Where", "Words", ">Posts"), rows) + row)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('.hg-scroll')].every(one => one.scrollWidth <= one.clientWidth)"
    )
    if width == 1440:
        tall = page.evaluate("document.querySelectorAll('td')[3].getClientRects()[0].height")
        assert tall < 60, "a short name is broken into letters"
    page.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_no_mark_of_the_map_lies_below_its_buttons(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open("/").whole().page
    page.locator(".hg-atlas a.cell").first.wait_for()
    below = """() => { const b = document.querySelector('.hg-atlas .buttons').getBoundingClientRect();
        return [...document.querySelectorAll('.hg-atlas a.cell')].map(one => one.getBoundingClientRect())
            .filter(a => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).length }"""
    assert page.evaluate(below) == 0
