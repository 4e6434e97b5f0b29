"""Method: how it works, how sure it is, what it cannot see, and what must not be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from dashboard import cached, house
from dashboard.frame import Frame, head, lead, note
from dashboard.look.marks import safe
from dashboard.look.speech import later, say
from dashboard.look.tables import table
from dashboard.look.words import written_day
from dashboard.queries.judged import judged, sentence
from stores.base import Store

_PARTS = (
    (
        later("What is read"),
        later(
            "Public posts, ads and pages of the sources on the Sources page, as their robots.txt allows; text only, "
            "never pictures. Phone numbers, addresses, account names and names of persons are replaced before anything "
            "rests."
        ),
    ),
    (
        later("What a sign is"),
        later(
            "Rules look for wording that the labour office, police and support organisations have described, or that "
            "was tested against known outcomes. One sign means nothing: almost every job ad has one. Two distinct "
            "ones, at least one of them more than wording, make a signal. Denied, supposed and quoted mentions do not "
            "count."
        ),
    ),
    (
        later("What is counted"),
        later(
            "A text reposted a hundred times counts once. News and advice pages are kept apart from ads and posts. "
            "What was read is part of the reckoning: a silent source is unknown, not zero, and a new one is no rise."
        ),
    ),
    (
        later("When an alarm is raised"),
        later(
            "Each place is compared with its own past and with its neighbours. The threshold is set by a budget: so "
            "many false alarms a week, over all places and topics together. What came of the alarms is shown beside it."
        ),
    ),
    (
        later("What it cannot see"),
        later(
            "What nobody writes in public, what stands on sites that refuse to be read, and texts in languages without "
            "cards. An alarm is a reason to listen. It is no evidence against a place or a person."
        ),
    ),
    (
        later("What must not be done with it"),
        later(
            "Not for looking up persons, not for immigration enforcement, not for raids. Call a support organisation "
            "before anyone calls the police. Help is never made conditional on cooperation."
        ),
    ),
)


def draw(frame: Frame) -> None:
    """The page."""
    rest = say("How they are found, and how sure that is.")
    lead(say("Method"), say("Posts bearing indicators, not confirmed cases."), rest)
    left, right = st.columns([1.2, 1], gap="large")
    with left:
        for title, words in _PARTS:
            st.html(f'<h2 class="hg-head">{safe(say(title))}</h2><div class="hg-prose">{safe(say(words))}</div>')
    with right:
        _how_sure(frame)
        _what_is_kept(frame)


def _how_sure(frame: Frame) -> None:
    settings = house.settings()
    head(say("How sure"))
    until = cached.last_day(frame.store)
    if until is None:
        note(say("Nothing has been read, so nothing can be said."))
        return
    state = frame.store.state("detection") or {}
    said = how_often_wrong(frame.store, until, settings.detect.budget_per_week, state)
    st.html(f'<div class="hg-prose">{safe(said)}</div>')
    st.html(
        table(
            (say("What"), ">" + say("Value")),
            _detection(state, settings.detect.budget_per_week),
        )
    )


def how_often_wrong(store: Store, until: date, budget: float, state: Mapping[str, object]) -> str:
    """The rate realised beside the one promised; before anything was judged "no alarm" would pass for a quiet time."""
    if state.get("judged_until"):
        return sentence(judged(store, until, budget))
    if state:
        return say("Nothing has been judged yet: the detector is still learning what is usual.")
    return say("Nothing has been judged yet: “honeyguide detect” does.")


def _detection(state: Mapping[str, object], budget: float) -> list[tuple[str, str]]:
    rows = [(safe(say("Budget of false alarms a week, over everything")), f"{budget:g}")]
    for key, words in (
        ("watched", later("Series watched")),
        ("judged_from", later("Judged from")),
        ("judged_until", later("Judged until")),
        ("version", later("Detector")),
    ):
        if state.get(key):
            rows.append((safe(say(words)), safe(_in_words(state[key]))))
    return rows


def _in_words(value: object) -> str:
    """A day as it is said elsewhere, a number with its thousands apart, anything else as it stands."""
    return f"{value:,}" if isinstance(value, int) else written_day(str(value))


_KEPT = (
    ("documents", later("Posts kept")),
    ("readings", later("Posts read")),
    ("signals", later("of them bearing a signal")),
    ("undated", later("undated: readable, never counted")),
    ("unplaced", later("without a sure place: not on the map")),
    ("abstained", later("not judged: the language or form is untested")),
    ("urgent", later("in the urgent queue")),
    ("withdrawn", later("gone from their site: no longer shown")),
)


def _what_is_kept(frame: Frame) -> None:
    head(say("What is kept"))
    tallies = frame.store.tallies()
    st.html(
        table(
            (say("What"), ">" + say("Number")), [(safe(say(words)), f"{tallies.get(key, 0):,}") for key, words in _KEPT]
        )
    )
    keep = house.settings().keep
    note(
        say(
            "Posts are kept {posts} days, findings {findings} days, counts for ever.",
            posts=keep.documents_days,
            findings=keep.findings_days,
        )
    )
