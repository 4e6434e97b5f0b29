"""The books of the invented house: spikes, gaps, corridors, visits, a dead letter and a digest."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from core.days import monday
from core.ids import content_id
from core.records import Contribution, Corridor, CrawlReport, DeadLetter, Digest, Gap, Spike
from stores.base import Store

LAST = date(2026, 11, 15)
SOURCES = ("lokasi", "kerja-kl", "forum-pekerja", "board-ph", "agency-list")
SIGNS = (
    "RF03_ALL_EXPENSES_HOUSING",
    "ILO08_WITHHOLDING_OF_WAGES",
    "RF07_FEMALE_YOUNG_ONLY",
    "ILO07_RETENTION_OF_DOCUMENTS",
)


def books(store: Store) -> None:
    """Gaps, corridors, visits, dead letters, a digest, and what the detector said of itself."""
    store.set_state("detection", {"judged_until": str(LAST), "watched": 640, "version": "HGPQ 0.1"})
    week = monday(LAST)
    gaps = [
        Gap("S_SHELTER", "city", "1633419", week, 9, 0, 9.0, 4.8, 15.7),
        Gap("S_LEGAL", "city", "1735161", week, 12, 4, 3.0, 1.7, 4.9),
        Gap("S_SHELTER", "country", "ID", week, 9, 1, 9.0, 4.8, 15.7),
    ]
    pairs = [("1581130", "1735161", 6), ("1821306", "1609350", 3)]
    corridors = [
        Corridor(origin, end, week - timedelta(weeks=back), max(1, n - back))
        for origin, end, n in pairs
        for back in range(5)
    ]
    store.put_gaps(gaps, corridors)
    at = datetime(2026, 11, 15, 4, tzinfo=UTC)
    for number, source in enumerate(SOURCES):
        silent = source == "forum-pekerja"
        alarms = ("zero: the visit brought no document",) if silent else ()
        errors = {"timeout": 4} if silent else {}
        store.put_report(
            CrawlReport(
                content_id("visit", source), source, at, at + timedelta(minutes=3), 60, 40, number, errors, True, alarms
            )
        )
    letter = DeadLetter("l1", "lokasi", "read", "https://lokasi.example/9", "lokasi.csv, row 9: no date in 'Date'", at)
    store.put_dead_letters([letter])
    html = "<!doctype html><h1>Three places need a look</h1><script>parent.document.title='owned'</script>"
    store.put_digest(Digest(week - timedelta(weeks=1), "public", {"spikes": 3}, html, {"cards": "0.1"}, at))


def spike_of(city: str, n: int, extra: int) -> Spike:
    opened = LAST - timedelta(days=3 + 7 * (n == 1))
    return Spike(
        id=content_id("spike", city),
        stream="posts",
        topic="signal:any",
        level="city",
        place_id=city,
        opened=opened,
        peak=LAST,
        ended=None,
        window=7,
        observed=extra + 3,
        expected=3.1,
        low=0.4,
        high=6.8,
        p=1e-6,
        q=1e-4,
        recurrence_days=(1100, 425, 63)[n],
        days_open=4,
        sources=tuple(Contribution("source", s, extra // 2) for s in (SOURCES[0], SOURCES[3])),
        venues=(Contribution("venue", "V_RESTAURANT", extra - 4, 1.5),),
        signs=(Contribution("sign", SIGNS[0], extra - 5, 1.1), Contribution("sign", SIGNS[1], extra - 8, 0.9)),
        terms=(),
        also=(),
        sentence="",
        method="HGPQ",
        version="1.0",
        parameters={},
    )
