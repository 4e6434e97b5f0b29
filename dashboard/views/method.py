"""Method: how it works, how sure it is, what it cannot see, and what must not be done with it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard import cached, house
from dashboard.frame import Frame, head, lead, note
from dashboard.look.marks import safe
from dashboard.look.tables import table
from dashboard.look.words import day_words
from dashboard.queries.judged import judged, sentence

_PARTS = (
    (
        "What is read",
        "Public posts, ads and pages of the sources on the Sources page, as their robots.txt allows; text only, never "
        "pictures. Phone numbers, addresses, account names and names of persons are replaced before anything rests.",
    ),
    (
        "What a sign is",
        "Rules look for wording that the labour office, police and support organisations have described, or that "
        "was tested against known outcomes. One sign means nothing: almost every job ad has one. Two distinct ones, at "
        "least one of them more than wording, make a signal. Denied, supposed and quoted mentions do not count.",
    ),
    (
        "What is counted",
        "A text reposted a hundred times counts once. News and advice pages are kept apart from ads and posts. "
        "What was read is part of the reckoning: a silent source is unknown, not zero, and a new one is no rise.",
    ),
    (
        "When an alarm is raised",
        "Each place is compared with its own past and with its neighbours. The threshold is set by a budget: so many "
        "false alarms a week, over all places and topics together. What came of the alarms is shown beside it.",
    ),
    (
        "What it cannot see",
        "What nobody writes in public, what stands on sites that refuse to be read, and texts in languages without "
        "cards. An alarm is a reason to listen. It is no evidence against a place or a person.",
    ),
    (
        "What must not be done with it",
        "Not for looking up persons, not for immigration enforcement, not for raids. Call a support organisation "
        "before anyone calls the police. Help is never made conditional on cooperation.",
    ),
)


def draw(frame: Frame) -> None:
    """The page."""
    lead("Method", "Posts bearing indicators, not confirmed cases.", "How they are found, and how sure that is.")
    left, right = st.columns([1.2, 1], gap="large")
    with left:
        for title, words in _PARTS:
            st.html(f'<h2 class="hg-head">{safe(title)}</h2><div class="hg-prose">{safe(words)}</div>')
    with right:
        _how_sure(frame)
        _what_is_kept(frame)


def _how_sure(frame: Frame) -> None:
    settings = house.settings()
    head("How sure")
    until = cached.last_day(frame.store)
    if until is None:
        note("Nothing has been read, so nothing can be said.")
        return
    st.html(
        f'<div class="hg-prose">{safe(sentence(judged(frame.store, until, settings.detect.budget_per_week)))}</div>'
    )
    st.html(table(("What", "Value"), _detection(frame.store.state("detection") or {}, settings.detect.budget_per_week)))
    note(f"Data until {day_words(until)}.")


def _detection(state: Mapping[str, object], budget: float) -> list[tuple[str, str]]:
    rows = [("Budget of false alarms a week, over everything", f"{budget:g}")]
    for key, words in (
        ("watched", "Series watched"),
        ("judged_from", "Judged from"),
        ("judged_until", "Judged until"),
        ("version", "Detector"),
        ("said", "What it said"),
    ):
        if state.get(key):
            rows.append((words, safe(str(state[key]))))
    return rows


_KEPT = (
    ("documents", "Posts kept"),
    ("readings", "Posts read"),
    ("signals", "of them bearing a signal"),
    ("undated", "undated: readable, never counted"),
    ("unplaced", "without a sure place: not on the map"),
    ("abstained", "not judged: the language or form is untested"),
    ("urgent", "in the urgent queue"),
    ("withdrawn", "gone from their site: no longer shown"),
)


def _what_is_kept(frame: Frame) -> None:
    head("What is kept")
    tallies = frame.store.tallies()
    st.html(table(("What", ">Number"), [(safe(words), f"{tallies.get(key, 0):,}") for key, words in _KEPT]))
    keep = house.settings().keep
    note(f"Posts are kept {keep.documents_days} days, findings {keep.findings_days} days, counts for ever.")
