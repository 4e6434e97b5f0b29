"""One sign over all places, opened: the countries that its number is made of, their towns, and the posts themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from core.ids import content_id
from core.records import Stream
from dashboard.frame import Frame, empty, head, lead, note
from dashboard.look.marks import safe
from dashboard.look.speech import say
from dashboard.look.tables import table
from dashboard.look.words import about, capital
from dashboard.queries.period import Period
from dashboard.queries.signs import TopicRow, by_country, counted_anywhere
from dashboard.views import links
from dashboard.views.behind import KEPT, export_counted, list_counted
from dashboard.views.exports import offer_released

MOST_TOWNS = 8  # named beside a country


def of_topic(topic: str, period: Period) -> dict[str, str]:
    """The address of a sign over all places."""
    return {"topic": topic, "until": period.until.isoformat()}


def asked_for(parameters: Mapping[str, str], found: Mapping[str, Sequence[TopicRow]]) -> TopicRow | None:
    """The sign that an address names, if it was seen or expected in these days."""
    return next((row for rows in found.values() for row in rows if row.topic == parameters.get("topic")), None)


def draw_sign(frame: Frame, row: TopicRow, stream: Stream, period: Period) -> None:
    """The page of one sign."""
    lead(f"{say('Signs')} › {frame.names.topic(row.topic)}", *_sentence(frame, row))
    left, right = st.columns([1, 1.25], gap="large")
    with left:
        head(say("Where it was counted"))
        _countries(frame, row.topic, stream, period)
    if frame.visitor.may("evidence"):
        with right:
            _posts(frame, row, stream, period)
    offer_released(frame, [row.topic.partition(":")[0]])


def _sentence(frame: Frame, row: TopicRow) -> tuple[str, str]:
    told = {"n": f"{row.seen.observed:,}", "posts": frame.names.posts(row.topic, row.seen.observed)}
    rest = say("Quiet over all places can still hide a rise at one of them.")
    if row.seen.expected is None:
        return capital(say("{n} {posts} in seven days, over all places.", **told)), rest
    expected = about(row.seen.expected)
    return capital(say("{n} {posts} in seven days over all places, {expected} expected.", **told, expected=expected)), (
        say("A sum over all places is no alarm; those are told place by place, on Today.")
        if row.seen.observed > row.seen.expected
        else rest
    )


def _countries(frame: Frame, topic: str, stream: Stream, period: Period) -> None:
    """Countries that add up to the sign's number, each with its towns: all of them lead to their own series."""
    found = by_country(frame.store, frame.names, stream, topic, period)
    if not found:
        empty(say("None was seen in these days."))
        return
    rows = (
        (
            links.anchor(
                frame.names.country(one.place_id),
                links.of_series("country", one.place_id, stream, topic, period.until),
            ),
            f"{one.groups:,}",
            town_links(frame, one.towns[:MOST_TOWNS], stream, topic, period) + _further(len(one.towns)),
        )
        for one in found
    )
    st.html(table((say("Country"), ">" + say("Posts"), say("Most at")), rows))


def town_links(frame: Frame, towns: Sequence[tuple[str, int]], stream: Stream, topic: str, period: Period) -> str:
    """Towns with their numbers, each a link to its own series."""
    return ", ".join(
        links.anchor(
            f"{frame.names.called('city', town)} {groups:,}",
            links.of_series("city", town, stream, topic, period.until),
        )
        for town, groups in towns
    )


def _further(towns: int) -> str:
    return safe(" " + say("and {n} more towns", n=towns - MOST_TOWNS)) if towns > MOST_TOWNS else ""


def _posts(frame: Frame, row: TopicRow, stream: Stream, period: Period) -> None:
    head(say("Read the posts"))
    found = counted_anywhere(frame.store, stream, row.topic, period)
    if not found:
        empty(say("No post of these seven days is counted in this series."))
        return
    list_counted(frame, found, f"sign-{content_id(row.topic, period.until.isoformat())[:12]}")
    if len(found) < row.seen.observed:
        note(say(KEPT, n=len(found), all=row.seen.observed))
    export_counted(frame, found)
