"""Article pages: the main text by trafilatura, the date by what the page's head and body state."""

from __future__ import annotations

from core.errors import BadInput
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page

#: Under so many characters there is no article, only a heading or a cookie notice.
SHORTEST = 40


def by_article(page: Page) -> Draft | None:
    """The article of a page, or None where there is none. Raises BadInput for a page the reader cannot digest."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(page.tree, url=page.url, fast=True, with_metadata=True, include_comments=False)
    except (RecursionError, ValueError, TypeError, AttributeError) as error:
        raise BadInput(f"the page cannot be read: {type(error).__name__}") from error
    if found is None or isinstance(found, dict) or not found.text or len(found.text) < SHORTEST:
        return None
    dates = published_dates(page)
    return Draft(
        text=found.text.strip(),
        title=(found.title or "").strip(),
        author=(found.author or "").strip(),
        dates=dates,
        by="article",
    )


def published_dates(page: Page) -> tuple[tuple[str, str], ...]:
    """The publication date of a page as htmldate finds it (original, not of the last change)."""
    from htmldate import find_date

    try:
        found = find_date(page.text, original_date=True, extensive_search=True, url=page.url)
    except (RecursionError, ValueError, TypeError, AttributeError):
        return ()
    return ((found, "page"),) if found else ()
