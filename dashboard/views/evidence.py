"""Evidence: search the posts, open one, see why it was read so, and disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import cast

import streamlit as st

from core.ids import content_id
from core.records import Stream
from dashboard import cached, house
from dashboard.acts import LABELS, Desk, last
from dashboard.frame import Frame, empty, lead, note
from dashboard.look.words import day_words, number
from dashboard.queries.evidence import PAGE, Choices, Found, search, whole
from dashboard.queries.place import Post
from dashboard.views.desk import desk_of, do, remember_read, said
from dashboard.views.exports import evidence_csv, offer
from dashboard.views.leaving import may_leave
from dashboard.views.posts import post_html, reasons_html
from stores.base import EvidenceQuery

_STREAMS = {"posts": "ads and posts", "orders": "job orders", "news": "news", "advocacy": "help and advice pages"}


def draw(frame: Frame) -> None:
    """The page. All filters stand in the address; `?document=ID` opens one post."""
    said()
    until = cached.last_day(frame.store)
    if until is None:
        lead("Evidence", "There is no evidence yet.", "Nothing has been read.")
        return
    if "document" in st.query_params:
        _one(frame, st.query_params["document"])
        return
    lead("Evidence", "Read the posts themselves.", "Each shows the words that speak and why they were read so.")
    query = _query(cached.choices(frame.store, frame.names, until), until)
    page = int(st.session_state.get("evidence-page", 0)) if st.session_state.get("evidence-asked") == query else 0
    st.session_state["evidence-asked"] = query
    found = search(frame.store, query, page)
    if not found.posts:
        empty("No post answers to this. Widen the days, or take a filter away.")
        return
    _list(frame, found, page)
    _export(frame, found)


def _query(offered: Choices, until: date) -> EvidenceQuery:
    text = st.text_input(
        "Words", key="q", bind="query-params", max_chars=200, placeholder='all of these words; "a phrase"; begin*'
    )
    first, second, third, fourth, fifth = st.columns([1.3, 1, 1, 1, 1.2])
    topics, countries = dict(offered.topics), dict(offered.countries)
    with first:
        topic = st.selectbox("Sign, venue or need", [None, *topics], format_func=_any(topics), key="topic")
    with second:
        country = st.selectbox("Country", [None, *countries], format_func=_any(countries), key="country")
    with third:
        source = st.selectbox("Source", [None, *offered.sources], format_func=_any({}), key="source")
    with fourth:
        stream = st.selectbox("Kind", [None, *_STREAMS], format_func=_any(_STREAMS), key="stream")
    with fifth:
        days = st.date_input("Days", (until - timedelta(days=27), until), key="days", format="DD/MM/YYYY")
    only = st.toggle("Only posts that bear a signal", value=True, key="signals", bind="query-params")
    chosen = days if isinstance(days, tuple) else (days,)
    return EvidenceQuery(
        text=text or "",
        topic=topic,
        stream=cast(Stream | None, stream),
        level="country" if country else None,
        place_id=country,
        since=chosen[0] if chosen else None,
        until=chosen[1] if len(chosen) > 1 else None,
        source=source,
        signal_only=only,
    )


def _any(words: Mapping[str, str]) -> Callable[[str | None], str]:
    return lambda value: "any" if value is None else words.get(value, value)


def _list(frame: Frame, found: Found, page: int) -> None:
    remember_read("evidence", [post.document.id for post in found.posts])
    for at, post in enumerate(found.posts):
        st.html(post_html(post, frame.names, 700))
        with st.container(horizontal=True, key=f"post-{at}", vertical_alignment="center"):
            st.page_link(
                st.session_state["pages"]["Evidence"], label="Why?", query_params={"document": post.document.id}
            )
            _verdict(frame, post, at)
    with st.container(horizontal=True, key="paging"):
        st.button("Newer", key="newer", disabled=page == 0, on_click=_turn, args=(page - 1,))
        st.button("Older", key="older", disabled=not found.more, on_click=_turn, args=(page + 1,))
    note(f"Page {number(page + 1)}, up to {PAGE} posts a page, newest first. Copies are shown once.")


def _export(frame: Frame, found: Found) -> None:
    """Ids and hosts of the page, once it may leave; urgent posts never leave by a list."""
    posts = [post for post in found.posts if not post.reading.urgent]
    ids = content_id("evidence", *(post.document.id for post in posts))
    if not may_leave(frame, f"evidence {ids}", "evidence"):
        return
    offer(
        frame,
        "Ids and hosts of this page (CSV)",
        "evidence.csv",
        "text/csv",
        f"evidence {ids}",
        f"{len(posts)} posts",
        lambda: evidence_csv(posts),
    )


def _turn(page: int) -> None:
    st.session_state["evidence-page"] = page


def _verdict(frame: Frame, post: Post, at: int) -> None:
    """Agree or disagree; the answer teaches the model and moves the realised rate of false alarms."""
    given = last(frame.store.acts(post.document.id), "label")
    for label in LABELS:
        st.button(
            label,
            key=f"label-{label}-{at}",
            type="primary" if given and given.value == label else "tertiary",
            on_click=do,
            args=(_labelling(post.document.id, label), "Noted."),
        )


def _labelling(document_id: str, label: str) -> Callable[[Desk], object]:
    return lambda desk: desk.act(document_id, "label", label)


def _one(frame: Frame, document_id: str) -> None:
    found = whole(frame.store, document_id)
    if found is None:
        lead("Evidence", "This post is not kept.", "It has expired, was withdrawn by its site, or never was here.")
        return
    remember_read(document_id, [document_id])
    reading = found.post.reading
    verdict = "bears a signal" if reading.signal else "bears no signal" if reading.signal is False else "was not judged"
    day = day_words(found.post.document.day) if found.post.document.day else "undated"
    lead(f"Evidence › {day}", f"This post {verdict}.", _why(found.post))
    st.html(post_html(found.post, frame.names, 8000))
    st.html(reasons_html(found.post, frame.names))
    words = ", ".join(f"{word} ({weight:+.2f})" for word, weight in reading.words[:12])
    if words:
        note(f"What the classifier weighed: {words}")
    place = frame.names.full("city", reading.city_id) if reading.city_id else "no place"
    note(f"Counted at {place}; read by {reading.version}; language {reading.language}.")
    with st.container(horizontal=True, key="post-one", vertical_alignment="center"):
        _verdict(frame, found.post, 0)
    _address(found.post)


def _address(post: Post) -> None:
    """The full address, as text to be copied: opened only when asked for, and remembered by the audit."""
    document = post.document
    if not document.sealed_url:
        return
    if st.button("Show the full address (remembered by the audit)", key="address"):
        with house.opened() as store:  # what cannot be remembered is not shown
            desk_of(store).looked("open address", document.id, "")
        st.code(house.address_of(document.sealed_url), language=None, wrap_lines=True)


def _why(post: Post) -> str:
    if post.reading.abstained:
        return f"The reading abstained: {post.reading.abstained}."
    return _sentence("; ".join(post.reading.reasons))


def _sentence(text: str) -> str:
    """A sentence with its capital and its stop, or nothing."""
    stripped = text.strip().rstrip(".")
    return f"{stripped[:1].upper()}{stripped[1:]}." if stripped else ""
