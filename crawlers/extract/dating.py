"""How the dates of one page are read: its source's timezone, its language, its own clock; and which of them holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import pairwise

from core.cards import Source
from core.records import Parcel
from crawlers.catalog import known_timezone
from crawlers.extract.article import own_clock, stated_moments
from crawlers.extract.dates import DateReader, Published, day_first, has_year, is_while, own_day
from crawlers.extract.days import year_leads
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page, page_language


def reader_of(parcel: Parcel, card: Source) -> DateReader:
    """How dates of a parcel of a source are read."""
    # A page that belongs to no source has no timezone but the one it names.
    zone = known_timezone(card) if "role" not in parcel.meta else known_timezone(card) or "UTC"
    language = page_language(parcel.body)
    british = language.startswith("en-") and not language.startswith("en-us")
    first = True if language and (british or not language.startswith("en")) else None
    live = "saved" not in parcel.meta
    year_first = (language or "".join(card.languages[:1]))[:2] in ("ko", "ja", "zh", "hu")
    return DateReader(
        zone, parcel.fetched_at, card.languages, card.date_format, first, live=live, year_first=year_first
    )


def with_order(reader: DateReader, drafts: list[Draft], together: bool) -> DateReader:
    """The reader with the order in which the drafts write day, month and year; `together`: on one page."""
    likeliest = [draft.dates[0][0] for draft in drafts if draft.dates] if together else []
    texts = [date for draft in drafts for date, _ in draft.dates]
    order = day_first(texts, likeliest)
    return replace(
        reader,
        day_first=reader.day_first if order is None else order,
        year_first=reader.year_first or year_leads(texts),
    )


def with_clock(reader: DateReader, drafts: list[Draft], page: Page) -> DateReader:
    """The reader with the page's own clock, the newest moment it states in its posts or its head, and that of its first
    post."""
    texts = [date for draft in drafts for date, _ in draft.dates if not is_while(date)]
    clock, opened = _latest(own_clock(page), reader), None
    if drafts[0].dates and has_year(drafts[0].dates[0][0]) and not is_while(drafts[0].dates[0][0]):
        opened = _latest([drafts[0].dates[0][0]], reader)
    reader = replace(reader, opened=opened)
    return replace(reader, clock=clock, newest=_latest([*texts, *stated_moments(page)], reader))


def _latest(texts: list[str], reader: DateReader) -> datetime | None:
    moments = [found for text in texts if (found := reader.read(text))]
    known = [one.at or datetime.combine(one.day, time(12), UTC) for one in moments]
    return max(known, default=None, key=lambda moment: moment.timestamp())


def dated(draft: Draft, reader: DateReader) -> tuple[Published | None, str | None]:
    """The first of a draft's dates that can be read, and its source."""
    texts = [text for text, _ in draft.dates]
    bare = [_bare(text, following) for text, following in pairwise([*texts, ""])]
    for place, (text, source) in enumerate(draft.dates):
        found = (reader.read(bare[place]) if bare[place] else None) or reader.read(text)
        if found and reader.timezone is None and found.at and not found.at.utcoffset():
            others = (one for one, day in zip(texts[place + 1 :], bare[place + 1 :], strict=True) if not day)
            shown_too = (reader.read(one) for one in others if reader.may_tell_instant(one) and not is_while(one))
            beside = next((one for one in shown_too if one and one.at), None)
            return (own_day(found, beside) if beside else found), source
        if found:
            return found, source
    return None, None


def _bare(text: str, following: str) -> str:
    """The day that is told next, where this text is that day and words behind it that can be no clock; else nothing.

    A day with words about it is looked for in all languages, one after the other.
    """
    if not following or ":" in following or not text.startswith(following) or is_while(text):
        return ""
    words = text[len(following) :].split()
    plain = all(len(one) > _HALF and one.isalpha() and not one.isupper() for one in words)  # "CEST" is a zone
    return following if words and plain else ""


#: So many letters at most say which half of the day is meant.
_HALF = 2
