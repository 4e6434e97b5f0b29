"""What was read: sources by days, grey against the usual, silence in the one warm red.

Plain HTML: a chart library for these squares cost the first view a second of its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.frame import empty, head
from dashboard.look.drawings import square
from dashboard.look.marks import safe
from dashboard.look.palette import Palette
from dashboard.look.speech import later, say
from dashboard.look.words import amount, short_day
from dashboard.queries.reading import SourceDays, WhatWasRead
from dashboard.queries.sources import silent_words

MOST_SOURCES = 14
LOW, HIGH = 0.3, 1.6  # of the usual: the ends of the scale of greys
_AS_USUAL = later("{n} further sources were read as usual")
_LABELLED = 7  # days from one label below the squares to the next


def draw_reading(read: WhatWasRead, palette: Palette) -> None:
    """The squares with their legend. Silent sources always stand among them, then those that bring most."""
    head(say("What was read"))
    if not read.sources:
        empty(say("No source brought anything in these weeks."))
        return
    shown = sorted(read.sources, key=lambda row: not row.silent)[:MOST_SOURCES]
    st.html(squares(read, [row for row in read.sources if row in shown]))
    left = len(read.sources) - len(shown)
    unshown = sum(row.silent for row in read.sources) - sum(row.silent for row in shown)
    further = later("{n} further sources, {silent} of them silent") if unshown else _AS_USUAL
    more = " · " + say(further, n=left, silent=unshown) if left else ""
    usual, silent = say("posts read against the usual"), say("silent: unknown, not zero") + more
    st.html(
        f'<div class="hg-legend"><span class="pair">{square(palette.read_low)}{square(palette.read_high)} {safe(usual)}'
        f'</span><span class="gap"></span><span class="pair">{square(palette.silent)} {safe(silent)}</span></div>'
    )


def squares(read: WhatWasRead, rows: Sequence[SourceDays]) -> str:
    """A line of squares for each source, its name before it; each square says its day and numbers when pointed at."""
    lines = "".join(
        f'<span>{safe(row.source)}</span><div class="hg-days" role="img" aria-label="{safe(_told(read, row))}">'
        f"{_line(read, row)}</div>"
        for row in rows
    )
    days = f'<span></span><div class="hg-days" aria-hidden="true">{_days(read.days)}</div>'
    return f'<div class="hg-read">{lines}{days}</div>'


def _line(read: WhatWasRead, row: SourceDays) -> str:
    silent = sum(row.since is not None and day >= row.since for day in read.days)
    ends = len(row.documents) - silent
    return "".join(
        f'<i title="{safe(_says(row, day, documents))}"'
        f"{' class=s' if at >= ends else f' style=--s:{_share(row, documents)}%'}></i>"
        for at, (day, documents) in enumerate(zip(read.days, row.documents, strict=True))
    )


def _share(row: SourceDays, documents: int) -> int:
    """How far along the scale of greys a day stands, in percent."""
    share = documents / row.usual if row.usual else 0.0
    return round(100 * min(1.0, max(0.0, (share - LOW) / (HIGH - LOW))))


def _says(row: SourceDays, day: date, documents: int) -> str:
    return say("{day}: {n} posts, {usual} usual", day=short_day(day), n=documents, usual=amount(row.usual))


def _told(read: WhatWasRead, row: SourceDays) -> str:
    """The line in words, for those who cannot see it."""
    total = say("{n} posts in {days} days, {usual} a day usual", n=sum(row.documents), days=len(read.days),
                usual=amount(row.usual))  # fmt: skip
    return f"{total}; {silent_words(row.since)}" if row.since else total


def _days(days: Sequence[date]) -> str:
    """Every seventh day below its square, the last one always."""
    return "".join(
        f'<em style="grid-column:{max(1, at - 4)}/{at + 2}">{safe(short_day(day))}</em>'
        for at, day in enumerate(days)
        if (len(days) - 1 - at) % _LABELLED == 0
    )
