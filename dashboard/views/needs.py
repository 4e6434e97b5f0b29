"""Needs: where help is asked for and not known to be near; the directory of services."""

from __future__ import annotations

import streamlit as st

from core.cards import Service
from core.records import Gap
from dashboard import cached, house
from dashboard.frame import Frame, empty, head, lead, note
from dashboard.look.marks import safe
from dashboard.look.tables import bold, table
from dashboard.look.words import day_words, listed
from dashboard.queries.needs import Gaps, directory, fitting, gaps, offered
from dashboard.views.exports import offer_released

_LEVELS = {"city": "Cities", "admin1": "Provinces", "country": "Countries"}


def draw(frame: Frame) -> None:
    """The page."""
    until = cached.last_day(frame.store)
    if until is None:
        lead("Needs", "Nothing has been read yet.", "")
        return
    found = gaps(frame.store, until)
    services = directory(house.settings())
    week = f" · week of {day_words(found.week)}" if found.week else ""
    lead(f"Needs{week}", *_sentence(frame, found, services))
    level = st.segmented_control(
        "Places", list(_LEVELS), format_func=_LEVELS.__getitem__, default="city", key="level", required=True
    )
    shown = found if level == "city" else gaps(frame.store, until, level or "city")
    if shown.rows:
        st.html(gap_table(frame, shown.rows))
        note(
            "Posts that show a need, copies counted once, against services known within reach. "
            "Where no directory is kept, the gap is unknown."
        )
    else:
        empty("No post of the latest week shows a need at this level.")
    offer_released(frame, ["need"])
    _directory(frame, services)


def _sentence(frame: Frame, found: Gaps, services: tuple[Service, ...]) -> tuple[str, str]:
    bare = [gap for gap in found.rows if gap.services == 0]
    if not found.rows:
        return "No unmet need was seen in the latest week.", _of_directory(services)
    if not bare:
        return "Every need that was seen has a service known in reach.", _of_directory(services)
    places = [f"{frame.names.called(gap.level, gap.place_id)} ({frame.names.need(gap.need)})" for gap in bare]
    return f"Help is asked for where none is known: {listed(places)}.", _of_directory(services)


def _of_directory(services: tuple[Service, ...]) -> str:
    if not services:
        return "No directory of services is kept here, so whether help is near is unknown."
    verified = sum(service.verified_on is not None for service in services)
    return f"The directory holds {len(services)} services, {verified} of them verified."


def gap_table(frame: Frame, rows: tuple[Gap, ...]) -> str:
    """One row a need and place."""
    return table(
        ("Where", "Need", ">Posts", ">Services in reach", ">Posts a service"),
        (
            (
                bold(frame.names.full(gap.level, gap.place_id)),
                safe(frame.names.need(gap.need)),
                f"{gap.groups:,}",
                str(gap.services) if gap.services else "none known",
                f"{gap.ratio:.1f} ({gap.low:.1f}–{gap.high:.1f})",
            )
            for gap in rows[:60]
        ),
    )


def _directory(frame: Frame, services: tuple[Service, ...]) -> None:
    head("Services")
    if not services:
        empty("No directory yet. Put a card for each service under “services” in the home folder.")
        return
    needs, countries, languages = offered(services)
    one, two, three = st.columns(3)
    need = one.selectbox(
        "Help with", [None, *needs], format_func=lambda n: frame.names.need(n) if n else "any", key="need"
    )
    country = two.selectbox(
        "Country",
        [None, *countries],
        format_func=lambda c: frame.names.country(c) if c else "any",
        key="service-country",
    )
    language = three.selectbox("Language", [None, *languages], format_func=lambda v: v or "any", key="service-language")
    unverified = st.toggle("Also those not verified (never for a person in need)", key="unverified")
    shown = fitting(services, need=need, country=country, language=language, verified_only=not unverified)
    if not shown:
        empty("No service of the directory fits.")
        return
    st.html(services_html(frame, shown))


def services_html(frame: Frame, services: list[Service]) -> str:
    """Services as a table. Addresses of shelters are never shown: the card's place is left out, its country stays."""
    return table(
        ("Service", "Helps with", "Country", "Languages", "Phone", "Verified"),
        (
            (
                bold(one.name),
                safe(", ".join(frame.names.need(need) for need in one.needs)),
                safe(frame.names.country(one.country)),
                safe(", ".join(one.languages)),
                safe(one.phone or ""),
                safe(one.verified_on or "not verified"),
            )
            for one in services
        ),
    )
