"""Digest: the weeks as they left the house, with a preview and the file itself."""

from __future__ import annotations

import re

import streamlit as st

from core.records import Digest
from dashboard import house
from dashboard.frame import Frame, empty, lead, note
from dashboard.look.speech import later, named, say, spoken
from dashboard.look.words import capital, day_words, number
from dashboard.queries.released import left, subject_of
from dashboard.views.desk import said
from dashboard.views.exports import ALL_KINDS, offer, released_csv, released_geojson
from dashboard.views.leaving import may_leave
from dashboard.views.links import keep

_EDITIONS = {
    "public": later("Week of {day}, public edition"),
    "authorised": later("Week of {day}, authorised edition"),
}


def draw(frame: Frame) -> None:
    """The page. `?week=2026-11-09&edition=public` opens one."""
    said()
    judges = frame.visitor.may("judge")
    digests = frame.store.digests() if judges else left(frame.store, house.settings())
    if not digests:
        first = say("No digest has been written yet.") if judges else say("No digest has been released yet.")
        lead(say("Digest"), first, say("“honeyguide digest” writes the one of the last whole week."))
        return
    one, many = later("{n} digest is kept."), later("{n} digests are kept.")
    first = capital(say(one if len(digests) == 1 else many, n=number(len(digests))))
    lead(say("Digest"), first, say("Small counts were withheld or rolled up."))
    chosen = _chosen(digests)
    if may_leave(frame, subject_of(chosen), "digest", chosen):
        file = f"honeyguide-{chosen.week}-{chosen.edition}"
        with st.container(horizontal=True, key="digest-files"):
            offer(
                frame,
                say("Download as HTML"),
                f"{file}.html",
                "text/html",
                subject_of(chosen),
                "html",
                lambda: chosen.html,
                by_two=True,
            )
            offer(
                frame,
                say("Its figures (CSV)"),
                f"{file}-figures.csv",
                "text/csv",
                subject_of(chosen),
                "figures",
                lambda: released_csv(frame, chosen, ALL_KINDS),
                by_two=True,
            )
            offer(
                frame,
                say("Its figures for maps (GeoJSON)"),
                f"{file}-map.geojson",
                "application/geo+json",
                subject_of(chosen),
                "figures for maps",
                lambda: released_geojson(frame, chosen),
                by_two=True,
            )
    if (written := language_of(chosen.html)) not in ("", spoken()):
        note(say("This digest was written in the language of the house: {language}.", language=named(written)))
    if chosen.html:
        st.iframe(f"/digest/{chosen.week}/{chosen.edition}", height=1850)  # with its map; a longer one scrolls within
    else:
        empty(say("This digest has no text."))
    versions = ", ".join(f"{name} {version}" for name, version in sorted(chosen.versions.items()))
    made = f"{day_words(chosen.made_at.date())}, {chosen.made_at:%H:%M}"
    note(say("Made {made} UTC from: {versions}.", made=made, versions=versions))


def language_of(html: str) -> str:
    """The code of the language a digest was written in; empty where it does not say."""
    found = re.search(r'<html lang="(\w+)"', html[:200])
    return found[1] if found else ""


def _chosen(digests: list[Digest]) -> Digest:
    names = {f"{digest.week}-{digest.edition}": digest for digest in digests}
    asked = f"{st.query_params.get('week', '')}-{st.query_params.get('edition', 'public')}"
    if "digest" not in st.session_state and "week" in st.query_params:
        if asked in names:
            st.session_state["digest"] = asked
        else:
            note(say("The digest that the address asks for is not here; this is the newest."))
    chosen = names[
        st.selectbox(
            say("Week"),
            list(names),
            format_func=lambda key: say(
                _EDITIONS[names[key].edition],
                day=day_words(names[key].week),
            ),
            key="digest",
        )
    ]
    newest = chosen is digests[0]
    keep("week", None if newest else chosen.week.isoformat())
    keep("edition", None if newest or chosen.edition == "public" else chosen.edition)
    return chosen
