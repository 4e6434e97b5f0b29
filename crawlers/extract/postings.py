"""The door of the extractors: a parcel and its card in, postings in clear and dead letters out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, cast
from zoneinfo import ZoneInfo

from core.cards import Source
from core.errors import BadInput
from core.ids import content_id, document_id
from core.records import DeadLetter, Kind, Parcel, Posting
from crawlers.extract.about import is_about, lists_pages, may_be_talk
from crawlers.extract.ads import ad_dates, by_ad, is_ad
from crawlers.extract.article import by_article, head_title, page_dates
from crawlers.extract.boards import is_board
from crawlers.extract.dates import DateReader, Published, has_year
from crawlers.extract.dating import dated, reader_of, with_clock, with_order
from crawlers.extract.draft import Draft
from crawlers.extract.facts import facts
from crawlers.extract.feeds import FeedEntry, entries, is_whole, looks_like_feed
from crawlers.extract.interfaces import by_interface, guessed
from crawlers.extract.letters import letters
from crawlers.extract.lone import lone
from crawlers.extract.page import Page, first_text
from crawlers.extract.quoted_lines import own_lines
from crawlers.extract.remembering import forget
from crawlers.extract.rows import by_rows
from crawlers.extract.ruled import ruled
from crawlers.extract.running import running
from crawlers.extract.selected import by_selectors
from crawlers.extract.signed import signed
from crawlers.extract.structured import ARTICLE_TYPES, structured
from crawlers.extract.talk import clues_of, talk, told_draft
from crawlers.extract.unsigned import unsigned_posts
from crawlers.links import Role
from privacy.addresses import canonical, shown

#: Share of an article's length, as structured data tells it, that must be read from the page itself.
_LEAST_SHARE_OF_ARTICLE = 0.5
#: What structured data tells is a post's text from so many characters on.
_LEAST_STATED = 80
#: By these the words of a post are read, and not an article or a feed.
_TALK = ("records", "letters", "json-ld", "microdata")
INTERFACES = ("discourse", "nodebb", "mastodon", "json")
#: A post that appears between two visits so far apart is dated to the day it was first seen (CONTRACTS, "Time").
SURE_BETWEEN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one parcel held. `gone` are ids of documents that are no longer on their site."""

    postings: tuple[Posting, ...] = ()
    letters: tuple[DeadLetter, ...] = ()
    gone: tuple[str, ...] = ()


def postings(parcel: Parcel, card: Source) -> Extracted:
    """All posts of a parcel; what cannot be read is told as a dead letter with its reason. Raises nothing."""
    role = parcel.meta.get("role", "page")
    if role == "letter":
        return Extracted(letters=(_letter(parcel, parcel.meta.get("reason", "unknown")),))
    if role == "gone":
        natives = json.loads(parcel.meta.get("natives", "[]")) or [canonical(parcel.url)]
        return Extracted(gone=tuple(document_id(card.id, native) for native in natives))
    page = Page(parcel.url, parcel.body, parcel.content_type)
    try:
        if role == "rows":
            rows, faults = by_rows(parcel, card)
            letters = tuple(_letter(parcel, fault) for fault in faults)
            return Extracted(
                tuple(_posting(draft, parcel, card, 0, role, reader_of(parcel, card)) for draft in rows), letters
            )
        role, drafts = _looked_at(page, parcel, card) if role == "page" else (role, _drafts(page, parcel, role, card))
    except BadInput as error:
        return Extracted(letters=(_letter(parcel, str(error)),))
    except Exception as error:  # the one door to a dozen readers of hostile markup: what they stumble over is told
        return Extracted(letters=(_letter(parcel, f"the page could not be read ({type(error).__name__})"),))
    finally:
        forget()
    if (not drafts and role in ("item", "thread", "page")) or (not drafts and "role" not in parcel.meta):
        return Extracted(letters=(_letter(parcel, "no post was found on the page"),))
    drafts = [replace(one, text=own_lines(one.text)) if one.by in _TALK else one for one in drafts]
    reader = with_order(reader_of(parcel, card), drafts, together=role != "feed")
    drafts = running(drafts, reader) if role == "thread" else drafts
    if any(reader.counts_from_page(date) for draft in drafts for date, _ in draft.dates):
        reader = with_clock(reader, drafts, page)
    return Extracted(tuple(_posting(draft, parcel, card, n, role, reader) for n, draft in enumerate(drafts)))


def _drafts(page: Page, parcel: Parcel, role: str, card: Source) -> list[Draft]:
    if card.kind in INTERFACES:
        return by_interface(page, card)
    if role == "feed":
        return [_entry_draft(entry) for entry in entries(page) if is_whole(entry) and (entry.text or entry.title)]
    drafts = by_selectors(page, cast("Role", role), card)
    if role in ("thread", "list"):
        drafts = drafts or max(talk(page), letters(page), signed(page), ruled(page), key=clues_of)
        if role == "thread":  # a thread of one post repeats nothing
            drafts = drafts or unsigned_posts(page) or lone(page)
        if not drafts and role == "thread":
            drafts = [_completed(draft, page, parcel.meta, reader_of(parcel, card)) for draft in _single(page)]
        return _opened(drafts, page, card) if role == "thread" and "thread" not in parcel.meta else drafts
    ad = _tells_ad(page, parcel, card)
    found = drafts or _single(page, ad=ad)
    return [_completed(draft, page, parcel.meta, reader_of(parcel, card), ad=ad) for draft in found]


def _tells_ad(page: Page, parcel: Parcel, card: Source) -> bool:
    """Whether a page is one ad's: it stands behind a listing, or tells so itself where nobody said what it is."""
    if "role" not in parcel.meta:
        return is_ad(page)
    return card.document_kind == "ad" or (card.kind == "listing" and card.document_kind != "article")


def _looked_at(page: Page, parcel: Parcel, card: Source) -> tuple[str, list[Draft]]:
    """A page of which nobody said what it is: told by what is found on it."""
    if parcel.body.lstrip()[:1] in (b"{", b"["):
        return "thread", by_interface(page, card) if card.kind in INTERFACES else guessed(page)
    if looks_like_feed(page):
        return "feed", _drafts(page, parcel, "feed", card)
    if card.selectors.text or card.selectors.item:
        role = "thread" if card.selectors.item else "item"
        if drafts := _drafts(page, parcel, role, card):
            return role, drafts
    if may_be_talk(page) and (found := _talk(page)) is not None:
        role, drafts = found
        return role, _opened(drafts, page, card)
    if articles := _drafts(page, parcel, "item", card):
        return "item", articles
    return "thread", _opened(talk(page), page, card)


def _talk(page: Page) -> tuple[str, list[Draft]] | None:
    """The posts that a page is about, none where it lists a board's threads; None where it is about something else."""
    for drafts in sorted((talk(page), letters(page), signed(page), ruled(page)), key=clues_of, reverse=True):
        if is_about(drafts, page):
            return "thread", drafts
    if is_board(page) and lists_pages(page):
        return "list", []
    alone = unsigned_posts(page) or lone(page)
    return ("thread", alone) if alone else None


def _opened(drafts: list[Draft], page: Page, card: Source) -> list[Draft]:
    """The first post of a thread bears the thread's title, which stands outside it."""
    if not drafts or drafts[0].title:
        return drafts
    title = first_text(page.tree, card.selectors.title) or _heading(page)
    return [replace(drafts[0], title=title), *drafts[1:]]


def _entry_draft(entry: FeedEntry) -> Draft:
    return Draft(
        text=entry.text,
        title=entry.title,
        author=entry.author,
        dates=((entry.date, "feed"),) if entry.date else (),
        own_id="" if entry.url else entry.native_id,
        url=entry.url,
        by="feed",
    )


def _single(page: Page, *, ad: bool = False) -> list[Draft]:
    """The one post of an item page without selectors: as its structured data tells it, else as an ad or an article.

    The text of an article is read from the page, which keeps its paragraphs, unless much of it is not there. What an
    article describes beside itself (products it compares, questions) is no post of its own, nor a question by nobody.
    """
    told = [one for one in structured(page) if one.type not in ("Comment", "Answer")]
    told = [one for one in told if one.author or one.type != "Question"]
    articles = [one for one in told if one.type in ARTICLE_TYPES]
    stated = next((one for one in articles or told if len(one.text) > _LEAST_STATED), None)
    shown = by_ad(page) if ad and not articles else None
    if shown and (stated is None or len(shown.text) >= len(stated.text)):
        return [replace(shown, title=stated.title if stated else "")]
    if stated and stated.type not in ARTICLE_TYPES:
        return [replace(told_draft(stated), local_id="")]
    article = by_article(page)
    if stated and (article is None or len(article.text) < _LEAST_SHARE_OF_ARTICLE * len(stated.text)):
        return [replace(told_draft(stated), local_id="")]
    return [article] if article else []


def _completed(draft: Draft, page: Page, meta: Mapping[str, str], reader: DateReader, *, ad: bool = False) -> Draft:
    """Fill what an extractor left open from the page's structured data, its head, and the feed that led here."""
    title, dates, author, place = draft.title, list(draft.dates), draft.author, draft.place
    if draft.by != "selectors" or not dates:
        for one in structured(page):
            dates += [(one.date, one.by)] if one.date and one.type != "Comment" else []
            author, place, title = author or one.author, place or one.place, title or one.title
    if meta.get("entry_date"):
        dates.append((meta["entry_date"], "feed"))
    if not any(reader.read(text) for text, _ in dates):
        dates += _ad_dates(page, meta) if ad else page_dates(page)
    if ad:
        place = place or next(iter(facts(page)["place"]), "")
        title = title or next(iter(facts(page)["title"]), "") or head_title(page)
    if not title:
        title = meta.get("entry_title", "") or _heading(page)
    return replace(draft, title=title, dates=tuple(dates), author=author, place=place)


def _ad_dates(page: Page, meta: Mapping[str, str]) -> list[tuple[str, str]]:
    """When an ad was put up; on a page that was saved once nobody knows what "yesterday" or "4 May" meant."""
    told = ad_dates(page)
    return [one for one in told if has_year(one[0])] if "saved" in meta else told


def _heading(page: Page) -> str:
    return first_text(page.tree, "h1") or first_text(page.tree, "title")


def _posting(draft: Draft, parcel: Parcel, card: Source, position: int, role: str, reader: DateReader) -> Posting:
    native, url = _identity(draft, parcel, role)
    first_seen, since = _seen(parcel, native or canonical(url))
    found, date_source = dated(draft, reader)
    # A visit "before" that lies after: the clock was set back between them, and nobody knows how long that was.
    if found is None and since is not None and timedelta(0) <= first_seen - since <= SURE_BETWEEN:
        found, date_source = Published(first_seen.astimezone(ZoneInfo(reader.timezone or "UTC")).date()), "first_seen"
    return Posting(
        source=card.id,
        url=url,
        kind=_kind(card, draft, role, position, parcel.meta),
        title=draft.title,
        text=draft.text,
        fetched_at=parcel.fetched_at,
        native_id=native,
        author=draft.author or None,
        published_at=found.at if found else None,
        published_day=found.day if found else None,
        date_source=date_source,
        place_claim=draft.place or None,
        country_claim=draft.country or None,
        language=draft.language or None,
        thread=_thread(parcel) if role == "thread" else None,
        by=draft.by,
        first_seen=first_seen,
    )


def _identity(draft: Draft, parcel: Parcel, role: str) -> tuple[str | None, str]:
    """The id of a post within its source (None: its canonical address), and the address to show for it."""
    if role in ("item", "feed", "rows"):
        # A page that moved keeps the id it had at its old address.
        return draft.own_id or parcel.meta.get("home") or None, draft.url or parcel.url
    home = _thread(parcel) if role == "thread" else parcel.source
    if draft.own_id:
        native = draft.own_id
    elif draft.local_id:
        native = f"{home}#{draft.local_id}"
    elif draft.url and role == "list":
        return None, draft.url
    else:
        # Without any id of its own a post is known by its words: edited, it counts as another.
        stated = next((date for date, _ in draft.dates if re.search(r"\d{4}", date)), "")
        native = content_id("post", home, draft.author, draft.title, draft.text, stated)
    anchor = f"#{draft.local_id}" if draft.local_id else ""
    return native, draft.url or parcel.url + anchor


def _thread(parcel: Parcel) -> str:
    return canonical(parcel.meta.get("thread") or parcel.meta.get("home") or parcel.url)


def _seen(parcel: Parcel, native: str) -> tuple[datetime, datetime | None]:
    """When this post was first seen, and the visit before, as the frontier noted it."""
    known = json.loads(parcel.meta.get("seen", "{}")).get(native)
    first, since = known or (parcel.meta.get("first_seen"), parcel.meta.get("previous_visit"))
    return (
        datetime.fromisoformat(first) if first else parcel.fetched_at,
        datetime.fromisoformat(since) if since else None,
    )


def _kind(card: Source, draft: Draft, role: str, position: int, meta: Mapping[str, str]) -> Kind:
    if "role" not in meta and draft.by in ("article", "ad"):
        return "ad" if draft.by == "ad" else "article"
    if role == "thread" and (position > 0 or meta.get("thread")):
        return "reply"
    kinds: dict[str, Literal["ad", "post", "article"]] = {"ad": "ad", "post": "post", "article": "article"}
    return kinds[card.document_kind]


def _letter(parcel: Parcel, reason: str) -> DeadLetter:
    where = parcel.meta.get("file") or shown(parcel.url)
    identity = content_id("letter", parcel.source, "read", parcel.url, reason)
    return DeadLetter(identity, parcel.source, "read", where, reason, parcel.fetched_at)
