"""The posts behind the numbers of a place: of any week of its year, of any day, as many as were counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from core.ids import content_id
from core.records import Spike
from dashboard import house
from dashboard.frame import Frame, empty, head, note
from dashboard.look.speech import later, say
from dashboard.look.words import counted as counted_of
from dashboard.look.words import day_words, short_day
from dashboard.queries.behind import Counted, by_day, counted, kept
from dashboard.queries.period import Period, week_to
from dashboard.queries.place import Key, PlacePage, Post
from dashboard.queries.weeks import Week
from dashboard.views.desk import remember_read
from dashboard.views.exports import LEFT_OUT, evidence_csv, offer
from dashboard.views.leaving import may_leave
from dashboard.views.links import anchor, keep
from dashboard.views.posts import post_html

MOST_POSTS = 12
_ALARM = "alarm"
KEPT = later("{n} of {all} counted posts are still kept; the others have expired or were withdrawn.")


def series_of(key: Key) -> str:
    """A series in one word, for the keys of its widgets: what was chosen at one place is not kept for the next."""
    return content_id(key.level, key.place_id, key.stream, key.topic, key.period.until.isoformat())[:12]


def chosen_on_chart(chart: str, week: str) -> None:
    """Open the week whose point on the year was pressed; pressed again, the latest one."""
    state: Any = st.session_state[chart]
    points = state.selection.get("week") or [{}]
    st.session_state[week] = points[0].get("day")


def draw_posts(frame: Frame, page: PlacePage) -> None:
    """The posts of the chosen days with their reasons, and their ids as a file; nothing for who may not see posts."""
    if not frame.visitor.may("evidence"):
        return
    head(say("Read the posts"))
    series = series_of(page.key)
    days = week_to(_week(page.weeks, page.key.period.until, f"week-{series}"))
    found = counted(frame.store, page.key, days)
    days = _days(days, by_day(found), f"day-{series}-{days.until}", page.spike)
    found = tuple(one for one in found if days.since <= one.day <= days.until)
    if not found:
        empty(say("No post of these seven days is counted in this series."))
        return
    list_counted(frame, found, f"{series}-{days.since}-{days.until}")
    export_counted(frame, found)


def _week(weeks: Sequence[Week], until: date, key: str) -> date:
    """Which week: by the chart, by this list, or by `week` in the address."""
    seen = {week.ends.isoformat(): week.observed for week in reversed(weeks) if week.observed}
    options = list(dict.fromkeys([until.isoformat(), *seen]))
    asked = st.session_state.get(key) or st.query_params.get("week")
    st.session_state[key] = asked if asked in options else options[0]
    chosen = st.selectbox(
        say("Week"),
        options,
        format_func=lambda one: say(
            "week to {day} · {n}", day=day_words(date.fromisoformat(one)), n=f"{seen.get(one) or 0:,}"
        ),
        key=key,
    )
    keep("week", chosen if chosen != options[0] else None)
    return date.fromisoformat(chosen)


def _days(week: Period, numbers: dict[date, int], key: str, spike: Spike | None) -> Period:
    """Those days of the week whose posts are shown: one, all, or at first those that an alarm speaks of."""
    words = {day.isoformat(): f"{short_day(day)} · {n}" for day, n in numbers.items()}
    periods = {one: Period(day, day) for one, day in zip(words, numbers, strict=True)}
    if spike is not None and spike.peak == week.until and spike.window < week.days:
        periods[_ALARM] = Period(week.until - timedelta(days=spike.window - 1), week.until)
        said = say("the alarm’s {days} · {n}", days=counted_of(spike.window, "day"), n=spike.observed)
        words = {_ALARM: said, **words}
    if len(words) < 2:
        keep("day", None)
        return week
    asked = st.query_params.get("day", _ALARM)
    if key not in st.session_state and asked in words:
        st.session_state[key] = asked
    chosen = st.pills(say("Day"), list(words), format_func=words.__getitem__, key=key, label_visibility="collapsed")
    keep("day", None if chosen == _ALARM else chosen)
    return periods.get(chosen or "", week)


def list_counted(frame: Frame, found: Sequence[Counted], key: str) -> None:
    """A dozen of the posts, and a dozen more each time they are asked for; the audit is told first."""
    most = int(st.session_state.get(f"most-{key}", MOST_POSTS))
    asked = found[:most]
    posts = kept(frame.store, [one.document_id for one in asked])
    remember_read("place", [post.document.id for post in posts])
    st.html("".join(post_html(post, frame.names) + _why(post) for post in posts))
    if len(posts) < len(asked):
        note(say(KEPT, n=len(posts), all=len(asked)))
    if len(found) > most:
        left = len(found) - most
        st.button(say("Show more ({n} left)", n=left), key=f"more-{key}", on_click=_more, args=(key, most))


def _why(post: Post) -> str:
    """A link to the post with its rules, their versions and scores."""
    return f'<div class="hg-why">{anchor(say("Why?"), {"document": post.document.id}, "evidence")}</div>'


def _more(key: str, most: int) -> None:
    st.session_state[f"most-{key}"] = most + MOST_POSTS


def export_counted(frame: Frame, found: Sequence[Counted]) -> None:
    """Ids and hosts of all posts of the chosen days, once they may leave; urgent posts leave by no list."""
    ids = [one.document_id for one in found]
    subject = f"evidence {content_id('evidence', *ids)}"
    if not may_leave(frame, subject, "behind"):
        return

    def make() -> str:
        with house.opened() as store:  # another thread than the page's
            return evidence_csv(kept(store, ids))

    offer(
        frame,
        say("Ids and hosts of these posts (CSV)"),
        "posts-of-place.csv",
        "text/csv",
        subject,
        f"{len(ids)} posts",
        make,
        right="evidence",
        by_two=True,
    )
    note(say(LEFT_OUT))
