"""Evidence: search the posts, open one, see why it was read so, and disagree."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from core.ids import content_id
from dashboard import cached, house
from dashboard.acts import LABELS, Desk, last
from dashboard.frame import Frame, empty, lead, note, nothing_yet
from dashboard.look.marks import safe
from dashboard.look.speech import later, say, spoken
from dashboard.look.words import day_words, number
from dashboard.queries.evidence import PAGE, Found, search, whole
from dashboard.queries.place import Post
from dashboard.views.desk import desk_of, do, remember_read, said
from dashboard.views.exports import LEFT_OUT, evidence_csv, offer
from dashboard.views.filters import query_of
from dashboard.views.leaving import may_leave
from dashboard.views.links import in_language
from dashboard.views.posts import post_html, reasons_html

_VERDICTS: dict[bool | None, str] = {
    True: later("This post bears a signal."),
    False: later("This post bears no signal."),
    None: later("This post was not judged."),
}
_ABSTAINED = later("The reading abstained: the language or form is untested.")


def draw(frame: Frame) -> None:
    """The page. All filters stand in the address; `?document=ID` opens one post."""
    said()
    until = cached.last_day(frame.store)
    if until is None:
        lead(say("Evidence"), say("There is no evidence yet."), " ".join(nothing_yet(frame.store)).strip())
        return
    if "document" in st.query_params:
        _one(frame, st.query_params["document"])
        return
    why = say("Each shows the words that speak and why they were read so.")
    lead(say("Evidence"), say("Read the posts themselves."), why)
    query = query_of(cached.choices(frame.store, frame.names, until, spoken()), until)
    page = int(st.session_state.get("evidence-page", 0)) if st.session_state.get("evidence-asked") == query else 0
    st.session_state["evidence-asked"] = query
    found = search(frame.store, query, page)
    if not found.posts:
        empty(say("No post answers to this. Widen the days, or take a filter away."))
        return
    _list(frame, found, page)
    _export(frame, found)


def _list(frame: Frame, found: Found, page: int) -> None:
    remember_read("evidence", [post.document.id for post in found.posts])
    for at, post in enumerate(found.posts):
        st.html(post_html(post, frame.names, 700))
        with st.container(horizontal=True, key=f"post-{at}", vertical_alignment="center"):
            st.page_link(
                st.session_state["pages"]["evidence"],
                label=say("Why?"),
                query_params=in_language({"document": post.document.id}),
            )
            _verdict(frame, post, at)
    with st.container(horizontal=True, key="paging"):
        st.button(say("Newer"), key="newer", disabled=page == 0, on_click=_turn, args=(page - 1,))
        st.button(say("Older"), key="older", disabled=not found.more, on_click=_turn, args=(page + 1,))
    note(
        say(
            "Page {page}, up to {most} posts a page, newest first. Copies are shown once.",
            page=number(page + 1),
            most=PAGE,
        )
    )


def _export(frame: Frame, found: Found) -> None:
    """Ids and hosts of the page, once it may leave; urgent posts never leave by a list."""
    posts = [post for post in found.posts if not post.reading.urgent]
    ids = content_id("evidence", *(post.document.id for post in posts))
    if not may_leave(frame, f"evidence {ids}", "evidence"):
        return
    offer(
        frame,
        say("Ids and hosts of this page (CSV)"),
        "evidence.csv",
        "text/csv",
        f"evidence {ids}",
        f"{len(posts)} posts",
        lambda: evidence_csv(posts),
        right="evidence",
        by_two=True,
    )
    note(say(LEFT_OUT))


def _turn(page: int) -> None:
    st.session_state["evidence-page"] = page


def _verdict(frame: Frame, post: Post, at: int) -> None:
    """Agree or disagree; the answer teaches the model and moves the realised rate of false alarms."""
    given = last(frame.store.acts(post.document.id), "label")
    for label in LABELS:
        chosen = given is not None and given.value == label
        st.button(
            f"✓ {say(label)}" if chosen else say(label),  # a colour alone is neither heard nor seen by all
            key=f"label-{label}-{at}",
            type="primary" if chosen else "tertiary",
            on_click=do,
            args=(_labelling(post.document.id, label, frame.seen), say("Noted.")),
        )


def _labelling(document_id: str, label: str, seen: int | None) -> Callable[[Desk], object]:
    return lambda desk: desk.act(document_id, "label", label, seen=seen)


def _one(frame: Frame, document_id: str) -> None:
    found = whole(frame.store, document_id)
    if found is None:
        gone = say("It has expired, was withdrawn by its site, or never was here.")
        lead(say("Evidence"), say("This post is not kept."), gone)
        return
    remember_read(document_id, [document_id])
    reading = found.post.reading
    day = day_words(found.post.document.day) if found.post.document.day else say("undated")
    lead(f"{say('Evidence')} › {day}", say(_VERDICTS[reading.signal]), say(_ABSTAINED) if reading.abstained else "")
    st.html(post_html(found.post, frame.names, 8000))
    st.html(reasons_html(found.post, frame.names))
    words = ", ".join(f"{word} ({weight:+.2f})" for word, weight in reading.words[:12])
    if words:
        note(say("What the classifier weighed: {words}", words=words))
    place = frame.names.full("city", reading.city_id) if reading.city_id else say("no place")
    told = {"place": place, "version": reading.version, "language": reading.language}
    note(say("Counted at {place}; read by {version}; language {language}.", **told))
    reasons = "; ".join([*reading.reasons, *([reading.abstained] if reading.abstained else [])])
    if reasons:
        st.html(f'<div class="hg-note" lang="en">{safe(say("The reader’s own notes:"))} {safe(reasons)}</div>')
    with st.container(horizontal=True, key="post-one", vertical_alignment="center"):
        _verdict(frame, found.post, 0)
    _address(found.post)


def _address(post: Post) -> None:
    """The full address, as text to be copied: opened only when asked for, and remembered by the audit."""
    document = post.document
    if not document.sealed_url:
        return
    if st.button(say("Show the full address (remembered by the audit)"), key="address"):
        with house.opened() as store:  # what cannot be remembered is not shown
            desk_of(store).looked("open address", document.id, "")
        st.code(house.address_of(document.sealed_url), language=None, wrap_lines=True)
