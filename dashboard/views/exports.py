"""Files a page hands out: evidence leaves as ids and hosts, aggregates as the figures that have passed the door.

The audit comes before the file: it is written when the button is pressed; where it cannot be, nothing is handed out.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

import streamlit as st

from briefing import exports as of_digest
from core.days import now
from core.records import Digest, Place
from dashboard import house
from dashboard.access import Refused, Right, Visitor, anew
from dashboard.acts import Desk
from dashboard.frame import Frame, note
from dashboard.look.speech import later, say
from dashboard.look.words import day_words
from dashboard.queries.place import Post
from dashboard.queries.released import left, subject_of, two_people
from dashboard.views.posts import host
from privacy.leaving import released

PAIR = ("week", "origin", "destination", "low", "high")
LEFT_OUT = later("Urgent posts, and those that have expired or were withdrawn, are left out of the list.")
ALL_KINDS = ("signal", "exploitation", "family", "sign", "venue", "need")


def cell(value: object) -> str:
    """A value for CSV; text that begins like a formula gets a quote before it, a number stays one."""
    return of_digest.quoted(value) if isinstance(value, str) else str(value)


def csv_of(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV file (RFC 4180) as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def evidence_csv(posts: Iterable[Post]) -> str:
    """Ids, sources and hosts of posts: no words, no contacts, no full addresses. Urgent posts leave by no list."""
    return csv_of(
        ("document_id", "source", "host", "day", "language"),
        (
            (p.document.id, p.document.source, host(p.document.shown_url), p.document.day or "", p.document.language)
            for p in posts
            if not p.reading.urgent
        ),
    )


def offer(
    frame: Frame,
    label: str,
    file: str,
    mime: str,
    subject: str,
    detail: str,
    make: Callable[[], str],
    *,
    right: Right = "see",
    by_two: bool = False,
) -> None:
    """A button for a file. When it is pressed rights are asked anew, the audit is told, then the file is made."""
    st.download_button(
        label,
        data=lambda: _marked(mime) + handed_out(frame.visitor, subject, detail, make, right=right, by_two=by_two),
        file_name=file,
        mime=mime,
        key=f"export-{file.partition('.')[0]}",
        on_click="ignore",
    )


def _marked(mime: str) -> bytes:
    """The mark by which spreadsheets know UTF-8: without it they garble the names of towns."""
    return codecs.BOM_UTF8 if mime == "text/csv" else b""


def handed_out(
    drawn_for: Visitor,
    subject: str,
    detail: str,
    make: Callable[[], str],
    *,
    right: Right = "see",
    by_two: bool = False,
) -> bytes:
    """The file, once the audit holds that it was handed out.

    A page may have stood open for hours, so session, role and the word of two people (`by_two`) are asked as they
    are now. Raises Refused for any of them, or what kept the audit from being written.
    """
    settings = house.settings()
    visitor = anew(drawn_for, settings.dashboard, right, now())
    with house.opened() as store:  # another thread than the page's
        if by_two and two_people(settings) and not released(store.acts(subject)):
            raise Refused("It was taken back that this may leave; nothing was handed out.", remedy="Ask again.")
        Desk(store, visitor.name, now(), visitor.role).looked("export", subject, detail)
    return make().encode()


def offer_released(frame: Frame, kinds: Sequence[str], places: Sequence[str] = ()) -> None:
    """The figures of the latest digest that left, for topics of these kinds: no other count leaves by a list.

    With `places` those of a place and of the wider ones that hold it, where any was released.
    """
    digest = next((d for d in left(frame.store, house.settings()) if d.edition == "public"), None)
    if digest is None:
        note(say("Lists of counts leave with the digest, once one is released."))
        return
    if places and not _released(digest, kinds, places):
        note(say("The latest digest released no figure of this place or of one around it."))
        return
    name = f"figures-{'-'.join((*(places[:1] or kinds), str(digest.week)))}.csv"
    offer(
        frame,
        say("Released figures, week of {day} (CSV)", day=day_words(digest.week)),
        name,
        "text/csv",
        subject_of(digest),
        name,
        lambda: released_csv(frame, digest, kinds, places),
        by_two=True,
    )


def released_csv(frame: Frame, digest: Digest, kinds: Sequence[str], places: Sequence[str] = ()) -> str:
    """What a digest released of topics of these kinds, or the corridors it released."""
    if "corridor" in kinds:
        pairs, more = _rows(digest, "corridors"), _more_pairs(digest)
        if not pairs and more != "no":  # an empty table would pass for a week in which no pair was named
            pairs = [dict.fromkeys(("origin", "destination", "low", "high"), "")]
        named = _places(frame, [{"place": p[end]} for p in pairs for end in ("origin", "destination")])
        return csv_of(
            (*PAIR, "origin_name", "destination_name", "week_ends", "edition", "k", "others_withheld"),
            (
                (
                    *(digest.week, p["origin"], p["destination"], p["low"], p["high"]),
                    *(named[str(p[end])].name if str(p[end]) in named else "" for end in ("origin", "destination")),
                    *(digest.week + timedelta(days=6), digest.edition, digest.figures.get("k", ""), more),
                )
                for p in pairs
            ),
        )
    rows = _released(digest, kinds, places)
    part = replace(digest, figures={**digest.figures, "released": rows})
    return of_digest.to_csv(part, _places(frame, rows), house.settings().language)


def released_geojson(frame: Frame, digest: Digest) -> str:
    """What a digest released of any topic but corridors, for maps."""
    return of_digest.to_geojson(digest, _places(frame, _rows(digest, "released")), house.settings().language)


def _more_pairs(digest: Digest) -> str:
    """Whether the digest kept further pairs back; digests of old do not say."""
    said = digest.figures.get("corridors_withheld")
    return "unknown" if said is None else "yes" if said else "no"


def _released(digest: Digest, kinds: Sequence[str], places: Sequence[str]) -> list[dict[str, object]]:
    rows = [row for row in _rows(digest, "released") if str(row["topic"]).partition(":")[0] in kinds]
    return [row for row in rows if not places or str(row["place"]) in places]


def _rows(digest: Digest, key: str) -> list[dict[str, object]]:
    rows = digest.figures.get(key, ())
    return [dict(row) for row in rows] if isinstance(rows, (list, tuple)) else []


def _places(frame: Frame, rows: Iterable[dict[str, object]]) -> dict[str, Place]:
    found = {str(row["place"]): frame.names.place("city", str(row["place"])) for row in rows}
    return {key: place for key, place in found.items() if place is not None}
