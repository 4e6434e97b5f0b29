"""What is told on Today beside the alarms and apart from them: uncertain rises, and clusters of neighbours."""

from __future__ import annotations

import streamlit as st

from core.records import Cluster
from dashboard.frame import Frame, head, note
from dashboard.look.marks import safe
from dashboard.look.speech import say
from dashboard.look.words import counted, listed, rarity, short, short_day
from dashboard.queries.today import Today
from dashboard.queries.uncertain import Doubted
from dashboard.views import links


def draw_apart(frame: Frame, page: Today) -> None:
    """The section; nothing where there is nothing of the kind."""
    if not page.doubted and not page.neighbours:
        return
    with st.container(key="apart"):
        _told(frame, page)


def _told(frame: Frame, page: Today) -> None:
    head(say("Worth knowing, but no alarm"))
    for cluster in page.neighbours:
        st.html(_row(_places(frame, cluster), frame.names.topic(cluster.topic), _of_cluster(cluster), *_sums(cluster)))
    for at, rise in enumerate(page.doubted):
        place = frame.names.full(rise.level, rise.place_id)
        with st.container(key=f"row-doubted-{at}"):
            st.html(_row(place, frame.names.topic(rise.topic), _of_rise(rise), *_sums(rise)))
            what = frame.names.topic(rise.topic)
            words = say("{place}, {what}: {n} posts", place=place, what=what, n=rise.observed)
            query = links.of_series(rise.level, rise.place_id, rise.stream, rise.topic, rise.day)
            links.over_row(words, "place", query)
    note(
        say(
            "An uncertain rise is shown by new sources alone, read for less than four weeks. A cluster is neighbouring "
            "cities that rose together, none of them enough by itself. Neither counts towards the alarm budget."
        )
    )


def _places(frame: Frame, cluster: Cluster) -> str:
    return listed([frame.names.called("city", place) for place in cluster.places])


def _of_cluster(cluster: Cluster) -> str:
    return say(
        "cluster · {days} to {day} · so high a one came {rarity}",
        days=counted(cluster.window, "day"),
        day=short_day(cluster.day),
        rarity=rarity(cluster.recurrence_days),
    )


def _of_rise(rise: Doubted) -> str:
    words = say("uncertain: only new sources show it")
    return f"{words} · {short_day(rise.day)} · {counted(rise.sources, 'source')}"


def _sums(one: Doubted | Cluster) -> tuple[int, float]:
    return one.observed, one.expected


def _row(place: str, what: str, meta: str, observed: int, expected: float) -> str:
    beside = safe(say("expected {n}", n=short(expected)))
    return (
        f'<div class="hg-row two quiet"><div><div class="hg-place">{safe(place)}</div>'
        f'<div class="hg-what">{safe(what)}</div><div class="hg-meta">{safe(meta)}</div></div>'
        f'<div class="hg-num"><b>{observed:,}</b><span>{beside}</span></div></div>'
    )
