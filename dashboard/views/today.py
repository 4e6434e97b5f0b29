"""Today: one sentence, the honeycomb, where to look first, what was read."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from core.records import Spike
from dashboard import cached, house
from dashboard.frame import Frame, empty, head, lead, note, nothing_yet
from dashboard.look.drawings import sparkline
from dashboard.look.marks import safe
from dashboard.look.palette import Palette
from dashboard.look.speech import later, say, spoken
from dashboard.look.words import amount, capital, counted, day_words, number, short, weekday
from dashboard.queries import today as facts
from dashboard.queries.judged import sentence
from dashboard.views import links
from dashboard.views.apart import draw_apart
from dashboard.views.exports import offer_released
from dashboard.views.honeycomb import draw_honeycomb
from dashboard.views.reading import draw_reading


def draw(frame: Frame) -> None:
    """The page. `?until=2026-11-15` shows an earlier day."""
    last = cached.last_day(frame.store)
    day = links.day_from(st.query_params, last) if last else None
    page = cached.first_page(frame.store, frame.names, house.settings().detect.budget_per_week, day, spoken())
    if page is None:
        run = say("Run “honeyguide run” with a source card, or “honeyguide demo”.")
        first, rest = nothing_yet(frame.store)
        lead("", first, rest or run)
        return
    above = say(
        "Week to {weekday} {day} · {documents} {noun} read · {sources}",
        weekday=weekday(page.period.until),
        day=day_words(page.period.until),
        documents=f"{page.documents:,}",
        noun=page.noun,
        sources=_sources(page.read.of_the_week, len(page.read.sources)),
    )
    lead(above, *facts.lead(page, [row.source for row in page.read.silent]))
    _urgent(frame)
    with st.container(key="front"):
        left, right = st.columns([1.08, 1], gap="large")
    with right:
        _rows(frame, page)
        _earlier(frame, page)
    with left:
        draw_honeycomb(frame, page)
        draw_reading(page.read, frame.palette)
        draw_apart(frame, page)
    offer_released(frame, ["signal", "exploitation", "family"])


def _sources(read: int, known: int) -> str:
    """The sources that brought the posts, of all that are known: a silent one brought none of them."""
    if read == known:
        return counted(read, "source")
    return say("{n} of {sources}", n=number(read), sources=counted(known, "source"))


def _urgent(frame: Frame) -> None:
    """A line that leads to the urgent queue while anybody waits there."""
    waiting = cached.urgent(frame.store) if frame.visitor.may("evidence") else 0
    if waiting:
        one, many = later("{n} post waits to be read as urgent"), later("{n} posts wait to be read as urgent")
        words = capital(say(one if waiting == 1 else many, n=number(waiting)))
        with st.container(key="waiting"):
            st.page_link(st.session_state["pages"]["urgent"], label=words)


def _rows(frame: Frame, page: facts.Today) -> None:
    head(say("Where to look first"))
    if not page.rows and not page.judged:
        still = say("Nothing has been judged yet: the detector is still learning what is usual.")
        empty(still if page.learning else say("Nothing has been judged yet: “honeyguide detect” does."))
        return
    if not page.rows:
        empty(say("No alarm is open. Quiet is a result too: what was read stands below."))
        return
    shown = 0
    for at, row in enumerate(page.rows, 1):
        shown += not row.around
        with st.container(key=f"row-{at}"):
            st.html(row_html(None if row.around else shown, row, frame.palette))
            words = say(
                "{place}: {n} posts, {expected} expected",
                place=row.place,
                n=row.spike.observed,
                expected=amount(row.spike.expected),
            )
            links.over_row(words, "place", links.of_spike(row.spike))
    note(
        say(
            "Posts, copies counted once. In brackets: what to expect, nine times in ten. "
            "The line: the last 26 weeks; the dot: the week that holds most days of the number. "
            "By chance: so seldom over everything watched."
        )
    )
    if page.rate is not None:
        note(sentence(page.rate))


def between(spike: Spike) -> str:
    """The interval of what was expected: whole numbers, with a decimal where the upper end is small."""
    return f"{spike.low:.0f}–{spike.high:.0f}" if spike.high >= 1 else f"{short(spike.low)}–{short(spike.high)}"


def _earlier(frame: Frame, page: facts.Today) -> None:
    """Alarms of the last quarter that have ended, each on the day of its height."""
    if not page.earlier:
        return
    with st.container(key="earlier"):
        head(say("Alarms of the last quarter"))
        for at, row in enumerate(page.earlier, 1):
            with st.container(key=f"row-earlier-{at}"):
                st.html(row_html(at, row, frame.palette))
                words = say(
                    "{place}, {day}: {n} posts", place=row.place, day=day_words(row.spike.peak), n=row.spike.observed
                )
                links.over_row(words, "place", links.of_spike(row.spike))
        if page.ended > len(page.earlier):
            note(say("The latest {n} of {all} that have ended.", n=number(len(page.earlier)), all=number(page.ended)))


def _line(row: facts.Row, palette: Palette) -> str:
    """The weeks of a row; the dot stands on the one that holds most days of the row's number, which may be weeks ago.

    The day of its height alone may be the first of a quiet week, whose few posts would then pass for the number.
    """
    middle = row.spike.peak - timedelta(days=row.spike.window // 2)
    at = next((at for at, week in enumerate(row.weeks) if week.ends >= middle), None)
    return sparkline([week.step() for week in row.weeks], palette, dot=at)


def row_html(number: int | None, row: facts.Row, palette: Palette) -> str:
    """One spike as a row of HTML; everything that is text is escaped. A wider place stands below, without a number."""
    spike = row.spike
    place = say("all of {place}", place=row.place) if row.around else row.place
    quiet = "" if row.tag == say("new") else " q"
    unread = f"{say('nothing was read there in these seven days')} · " if row.unread else ""
    return (
        f'<div class="hg-row{" in" if row.around else ""}"><div class="hg-n">{number or ""}</div><div>'
        f'<div class="hg-place">{safe(place)}<span class="hg-tag{quiet}">{safe(row.tag)}</span></div>'
        f'<div class="hg-what">{safe(row.what)}</div><div class="hg-meta">{safe(unread + row.meta)}</div></div>'
        f'<div class="hg-spark">{_line(row, palette)}</div>'
        f'<div class="hg-num"><b>{spike.observed:,}</b>'
        f"<span>{safe(say('expected {n}', n=short(spike.expected)))} <i>({safe(between(spike))})</i></span></div></div>"
    )
