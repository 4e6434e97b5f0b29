"""Needs: where help is asked for and not known to be near; the directory of services."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from core.cards import Service
from core.records import Gap
from dashboard import cached, house
from dashboard.frame import Frame, empty, head, lead, note, nothing_yet
from dashboard.look.marks import safe
from dashboard.look.speech import later, say
from dashboard.look.tables import bold, table
from dashboard.look.words import day_words, listed, written_day
from dashboard.names import tongue
from dashboard.queries.needs import Gaps, directory, fitting, gaps, offered
from dashboard.queries.period import Period
from dashboard.queries.reading import documents_read
from dashboard.views import links
from dashboard.views.exports import offer_released

_LEVELS = {"city": later("Cities"), "admin1": later("Provinces"), "country": later("Countries")}

_HEADS = (
    *(later("Service"), later("Helps with"), later("Country")),
    *(later("Languages"), later("Phone"), later("Verified")),
)
MOST = 20  # gaps shown at once


def draw(frame: Frame) -> None:
    """The page."""
    until = cached.last_day(frame.store)
    if until is None:
        lead(say("Needs"), *nothing_yet(frame.store))
        return
    found = gaps(frame.store, until)
    services = directory(house.settings())
    ends = found.week and day_words(min(found.week + timedelta(days=6), until))
    above = say("Needs · four weeks to {day}", day=ends) if ends else say("Needs")
    ran = found.week is not None or frame.store.state("detection") is not None
    lead(above, *_sentence(frame, found, services, ran, *_around(frame, until)))
    level = st.segmented_control(
        say("Places"),
        list(_LEVELS),
        format_func=lambda one: say(_LEVELS[one]),
        default="city",
        key="level",
        required=True,
    )
    shown = found if level == "city" else gaps(frame.store, until, level or "city")
    if shown.rows:
        st.html(gap_table(frame, shown.rows[:MOST]))
        if len(shown.rows) > MOST:
            with st.expander(say("{n} more", n=len(shown.rows) - MOST), key="more-gaps"):
                st.html(gap_table(frame, shown.rows[MOST:]))
        note(
            say(
                "Posts of four weeks that show a need, copies counted once, against services known within reach; "
                "the place shows them week by week. In brackets: nine times in ten. "
                "Where no directory is kept, the gap is unknown."
            )
        )
    else:
        empty(say("No post of these four weeks shows a need at this level."))
    offer_released(frame, ["need"])
    _directory(frame, services)


def _around(frame: Frame, until: date) -> tuple[bool, bool]:
    """Whether any need was seen at a wider level than that of cities, and whether anything was read at all."""
    wider = any(gaps(frame.store, until, level).rows for level in ("admin1", "country"))
    return wider, documents_read(frame.store, Period(until - timedelta(days=27), until)) > 0


def _sentence(
    frame: Frame, found: Gaps, services: tuple[Service, ...], ran: bool, wider: bool, read: bool
) -> tuple[str, str]:
    """`ran`: needs were compared with services, `wider` and `read` as `_around` says."""
    bare = [gap for gap in found.rows if gap.services == 0]
    if not found.rows and not read:
        return say("Nothing was read in the last four weeks, so nothing can be said."), _of_directory(services)
    if not ran:
        return say("Needs have not been compared with services yet: “honeyguide detect” does."), ""
    if not found.rows and wider:
        first = say("Help is asked for, but in no city that the posts name for sure: see provinces and countries.")
        return first, _of_directory(services)
    if not found.rows:
        return say("No unmet need was seen in the last four weeks."), _of_directory(services)
    if not bare:
        return say("Every need that was seen has a service known in reach."), _of_directory(services)
    places = [f"{frame.names.called(gap.level, gap.place_id)} ({frame.names.need(gap.need)})" for gap in bare]
    return say("Help is asked for where none is known: {places}.", places=listed(places)), _of_directory(services)


def _of_directory(services: tuple[Service, ...]) -> str:
    if not services:
        return say("No directory of services is kept here, so whether help is near is unknown.")
    verified = sum(service.verified_on is not None for service in services)
    if verified == len(services) > 1:
        return say("The directory holds {n} services, all of them verified.", n=verified)
    return say("The directory holds {n} services, {verified} of them verified.", n=len(services), verified=verified)


def gap_table(frame: Frame, rows: tuple[Gap, ...]) -> str:
    """One row a need and place."""
    return table(
        (say("Where"), say("Need"), ">" + say("Posts"), ">" + say("Services in reach"), ">" + say("Posts a service")),
        (
            (
                links.anchor(
                    frame.names.full(gap.level, gap.place_id),
                    links.of_series(gap.level, gap.place_id, "posts", f"need:{gap.need}", gap.week + timedelta(days=6)),
                ),
                safe(frame.names.need(gap.need)),
                f"{gap.groups:,}",
                str(gap.services) if gap.services else say("none known"),
                _a_service(gap),
            )
            for gap in rows
        ),
    )


def _a_service(gap: Gap) -> str:
    """Posts for each service, with the interval; without a service there is nothing to divide by.

    The record's ratio has half a service more, so that places without any can be sorted: it is taken out again.
    """
    if not gap.services or not gap.ratio:
        return "–"
    one = gap.groups / gap.services
    low, high = (one * end / gap.ratio for end in (gap.low, gap.high))
    return f"{one:.1f} ({low:.1f}–{high:.1f})"


def _directory(frame: Frame, services: tuple[Service, ...]) -> None:
    head(say("Services"))
    if not services:
        empty(say("No directory yet. Put a card for each service under “services” in the home folder."))
        return
    needs, countries, languages = offered(services)
    one, two, three = st.columns(3)
    need = one.selectbox(
        say("Help with"), [None, *needs], format_func=lambda n: frame.names.need(n) if n else say("any"), key="need"
    )
    country = two.selectbox(
        say("Country"),
        [None, *countries],
        format_func=lambda c: frame.names.country(c) if c else say("any"),
        key="service-country",
    )
    language = three.selectbox(
        say("Language"),
        [None, *languages],
        format_func=lambda v: tongue(v) if v else say("any"),
        key="service-language",
    )
    unverified = st.toggle(say("Also those not verified (never for a person in need)"), key="unverified")
    shown = fitting(services, need=need, country=country, language=language, verified_only=not unverified)
    if not shown:
        empty(say("No service of the directory fits."))
        return
    st.html(services_html(frame, shown))


def services_html(frame: Frame, services: list[Service], *, brief: bool = False) -> str:
    """Services as a table, in brief without country and day.

    Addresses of shelters are never shown: the card's place is left out, its country stays.
    """
    columns = [0, 1, 3, 4] if brief else range(len(_HEADS))
    rows = (
        (
            bold(one.name),
            safe(", ".join(frame.names.need(need) for need in one.needs)),
            safe(frame.names.country(one.country)),
            safe(", ".join(tongue(code) for code in one.languages)),
            safe(one.phone or ""),
            safe(written_day(one.verified_on) if one.verified_on else say("not verified")),
        )
        for one in services
    )
    return table([say(_HEADS[at]) for at in columns], ([row[at] for at in columns] for row in rows))
