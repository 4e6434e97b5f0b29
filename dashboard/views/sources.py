"""Sources: health, volumes, refusals, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.days import now
from dashboard import cached
from dashboard.frame import Frame, empty, head, lead, note, nothing_yet
from dashboard.look.drawings import Step, sparkline
from dashboard.look.marks import foreign, safe
from dashboard.look.palette import Palette
from dashboard.look.speech import later, say
from dashboard.look.tables import bold, table
from dashboard.look.words import capital, number, short, short_day
from dashboard.queries.sources import MOST_LETTERS, SourceHealth, reasons_of_letters, silent_words, sources
from dashboard.views.exports import csv_of, offer
from dashboard.views.finding import narrowed, turned, turning
from dashboard.views.reading import draw_reading


def draw(frame: Frame) -> None:
    """The page."""
    until = cached.last_day(frame.store)
    if until is None:
        _never_read(frame)
        return
    rows = sources(frame.store, until)
    troubled = [row for row in rows if row.alarms]
    one, many = later("{n} source is read."), later("{n} sources are read.")
    first = capital(say(one if len(rows) == 1 else many, n=number(len(rows))))
    lead(say("Sources"), first, f"{_placed(rows)} {_second(troubled)}".strip())
    _table(frame, rows)
    offer(
        frame,
        say("This table (CSV)"),
        "sources.csv",
        "text/csv",
        "sources",
        f"{len(rows)} sources",
        lambda: health_csv(rows),
        right="sources",
    )
    draw_reading(cached.what_was_read(frame.store, until), frame.palette)
    _letters(frame)


def _placed(rows: tuple[SourceHealth, ...]) -> str:
    """How many of them the other pages count: those whose posts have a day and a place."""
    placed = sum(row.days is not None for row in rows)
    if placed == len(rows):
        return ""
    words = say("{n} of them brought posts with a day and a place in the last eight weeks.", n=number(placed))
    return capital(words)


def _second(troubled: list[SourceHealth]) -> str:
    if not troubled:
        return say("All of them brought what their cards expect.")
    one, many = later("{n} of them wants attention."), later("{n} of them want attention.")
    return capital(say(one if len(troubled) == 1 else many, n=number(len(troubled))))


def _never_read(frame: Frame) -> None:
    first, rest = nothing_yet(frame.store)
    none, add = say("No source has brought anything yet."), say("Add a card, and run “honeyguide run”.")
    lead(say("Sources"), *((first, rest) if rest else (none, add)))
    rows = sources(frame.store, now().date())
    if rows:
        _table(frame, rows)
    if rows or frame.store.dead_letters(1):
        _letters(frame)


def _table(frame: Frame, rows: tuple[SourceHealth, ...]) -> None:
    """The rows asked for; a long table a page at a time."""
    found = narrowed(rows)
    shown = turned(found)
    if not shown:
        empty(say("No source answers to this."))
        return
    st.html(health_table(shown, frame.palette))
    turning(found, shown)


def health_table(rows: tuple[SourceHealth, ...], palette: Palette) -> str:
    """One row a source."""
    names = (
        *(say("Source"), say("28 days"), ">" + say("Usual a day"), say("Last visit"), ">" + say("Refused")),
        *(">" + say("Errors"), ">" + say("Dead letters"), say("Says")),
    )
    return table(names, (_row(row, palette) for row in rows))


def health_csv(rows: tuple[SourceHealth, ...]) -> str:
    """The same as a file: visits and volumes of sources, nothing that was written there."""
    return csv_of(
        ("source", "usual_a_day", "last_visit", "refused", "errors", "dead_letters", "says", "silent_since"),
        (
            (
                row.source,
                f"{row.days.usual:.1f}" if row.days else "",
                row.last.ended.isoformat() if row.last else "",
                row.refused,
                row.errors,
                row.letters,
                "; ".join(row.alarms),
                row.silent_since or "",
            )
            for row in rows
        ),
    )


def _row(row: SourceHealth, palette: Palette) -> tuple[str, ...]:
    documents = row.days.documents if row.days else ()
    visit = f"{short_day(row.last.ended.date())} {row.last.ended:%H:%M}" if row.last else say("from files")
    unfinished = f" ({say('not finished')})" if row.last and not row.last.finished else ""
    return (
        bold(row.source),
        _days(documents, palette) if documents else "",
        short(row.days.usual) if row.days else "–",
        safe(visit + unfinished),
        f"{row.refused:,}",
        f"{row.errors:,}",
        f"{row.letters:,}",
        _says(row),
    )


def _days(documents: Sequence[int], palette: Palette) -> str:
    words = say("{n} posts in {days} days", n=sum(documents), days=len(documents))
    return sparkline([Step(n) for n in documents], palette, width=110, height=28, words=words)


def _says(row: SourceHealth) -> str:
    """What is wrong; in red only where the source is silent."""
    said = [foreign(alarm) for alarm in row.last.alarms] if row.last else []
    if row.silent_since:
        said.append(safe(silent_words(row.silent_since)))
    words = "; ".join(said)
    kind = ' class="s"' if row.silent_since else ""
    return f"<b{kind}>{words}</b>" if words else safe(say("as expected"))


def _letters(frame: Frame) -> None:
    letters = frame.store.dead_letters(MOST_LETTERS)
    head(say("What could not be read"))
    if not letters:
        empty(say("Nothing: every piece that came in was read."))
        return
    rows = ((foreign(stage), foreign(reason[:300]), f"{n:,}") for stage, reason, n in reasons_of_letters(letters))
    st.html(table((say("Step"), say("Reason"), ">" + say("Times")), rows))
    if len(letters) == MOST_LETTERS:
        note(say("Reasons are those of the newest {n}.", n=number(MOST_LETTERS)))
    note(say("Dead letters keep what a thing was, where, and why; nothing of its content."))
