"""An invented house for the dashboard's tests: real cities, invented sources, posts, spikes and silence."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import h3
from dashboard_books import LAST, SIGNS, SOURCES, books, spike_of

from core.ids import content_id
from core.records import (
    Document,
    Finding,
    NeedMention,
    Place,
    Reading,
    SeriesPoint,
    Sign,
)
from stores.base import Analysed, Store

DAYS = 200
HOSTILE = (
    "<script>document.title='owned'</script><img src=http://outside.example/x.png onerror=alert(1)> "
    '[click](http://outside.example/) ![x](http://outside.example/y.png) **bold** =HYPERLINK("http://outside.example") '
    "$$\\frac{1}{2}$$ :material/home: \u202egnirts desrever\u202c [PHONE:7f3a0c11] housing given, pay later"
)

CITIES = {
    "1622786": ("Makassar", -5.1477, 119.4327, "ID", "38", "South Sulawesi"),
    "1735161": ("Kuala Lumpur", 3.1412, 101.6865, "MY", "14", "Kuala Lumpur"),
    "1633419": ("Padang", -0.9492, 100.3543, "ID", "24", "West Sumatra"),
    "1625822": ("Surabaya", -7.2492, 112.7508, "ID", "08", "East Java"),
    "1609350": ("Bangkok", 13.754, 100.5014, "TH", "40", "Bangkok"),
    "1701668": ("Manila", 14.6042, 120.9822, "PH", "NCR", "Metro Manila"),
    "1821306": ("Phnom Penh", 11.5625, 104.916, "KH", "22", "Phnom Penh"),
    "1717512": ("Cebu City", 10.3167, 123.8907, "PH", "07", "Central Visayas"),
    "1214520": ("Medan", 3.5833, 98.6667, "ID", "26", "North Sumatra"),
    "1735634": ("Kuching", 1.55, 110.3333, "MY", "11", "Sarawak"),
    "1581130": ("Hanoi", 21.0245, 105.8412, "VN", "44", "Hanoi"),
    "1566083": ("Ho Chi Minh City", 10.823, 106.6296, "VN", "20", "Ho Chi Minh"),
}
COUNTRIES = {
    "ID": "Indonesia",
    "MY": "Malaysia",
    "TH": "Thailand",
    "PH": "Philippines",
    "KH": "Cambodia",
    "VN": "Vietnam",
}
PLANTED = {"1622786": 30, "1735161": 19, "1701668": 14}
VENUES = ("V_RESTAURANT", "V_AGENCY", "V_DOMESTIC")
TEXTS = (
    "Kerja restoran di {city}, tinggal di dalam, wanita sahaja 18 hingga 25. Gaji dibayar selepas tiga bulan. "
    "Hubungi [PHONE:7f3a0c11]",
    "My cousin works in a bar near the port of {city}. They hold her wages and she cannot leave the room above it at "
    "night. Who can help?",
    "Waitress wanted, meals and room given, identity card is kept by the boss. [HANDLE:c02e91aa]",
)


def find(place_id: str) -> Place:
    """The invented gazetteer: twelve real cities and their countries."""
    if place_id in COUNTRIES:
        return Place(place_id, COUNTRIES[place_id], "country", 0, 0, place_id)
    name, latitude, longitude, country, admin1, admin1_name = CITIES[place_id]
    return Place(place_id, name, "city", latitude, longitude, country, admin1, admin1_name)


@dataclass
class Writer:
    """Writes invented documents with their readings and findings through the Store alone."""

    store: Store
    random: random.Random

    def post(
        self, city: str, day: date, source: str, text: str, *, signal: bool, title: str = "", urgent: bool = False
    ) -> str:
        number = self.random.getrandbits(64)
        key = content_id("invented", str(number))
        _, latitude, longitude, country, _, _ = CITIES[city]
        at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        document = Document(
            id=key,
            source=source,
            kind="ad",
            sealed_url="",
            shown_url=f"https://{source}.example/{number % 997}",
            title=title,
            text=text,
            language="en",
            edition=key,
            fetched_at=at,
            first_seen=at,
            published_at=at,
            date_source="feed",
            day=day,
            group_id=key,
        )
        cell = h3.latlng_to_cell(latitude, longitude, 5)
        chosen = self.random.sample(SIGNS, 2) if signal else []
        venue = self.random.choice(VENUES)
        signs = tuple(
            Sign(sign, "1", "B", 5 + 14 * i, 17 + 14 * i, text[5 + 14 * i : 17 + 14 * i], "cue", 1, 0.9)
            for i, sign in enumerate(chosen)
        )
        reading = Reading(
            document_id=key,
            group_id=key,
            source=source,
            stream="posts",
            version="1.0",
            language="en",
            voice="advertiser",
            probability=0.91 if signal else 0.04,
            signal=signal,
            abstained=None,
            exploitation="labour" if signal else "none",
            urgent=urgent,
            reasons=(f"urgent: danger by meaning, 0.93 ('{text[:60]}')",) if urgent else (),
            day=day,
            first_seen=at,
            city_id=city,
            admin1_id=None,
            country=country,
            h3=cell,
            confidence=0.9,
            signs=signs,
            needs=(NeedMention("S_SHELTER", 0, 4, "cue"),) if urgent else (),
        )
        topics = (
            ["signal:any", "exploitation:labour", *(f"sign:{s}" for s in chosen), f"venue:{venue}"] if signal else []
        )
        findings = tuple(
            Finding(
                id=content_id(key, topic),
                document_id=key,
                group_id=key,
                source=source,
                stream="posts",
                topic=topic,
                version="1.0",
                grade="B",
                exploitation="labour",
                voice="advertiser",
                field="text",
                start=5,
                end=17,
                quote=text[5:17],
                rule="cue",
                score_before=1,
                score=0.9,
                day=day,
                first_seen=at,
                city_id=city,
                admin1_id=None,
                country=country,
                h3=cell,
                countable=True,
            )
            for topic in topics
        )
        self.documents.append(document)
        self.analysed.append(Analysed(key, "1.0", reading, findings))
        return key

    def __post_init__(self) -> None:
        self.documents: list[Document] = []
        self.analysed: list[Analysed] = []

    def flush(self) -> None:
        self.store.put_documents(self.documents)
        self.store.replace_findings(self.analysed)
        for groups in list(self.store.groups_to_count(10_000)):
            found = self.store.findings_of_groups(groups)
            self.store.set_counted(groups, [f.id for f in found if f.countable])
        self.documents, self.analysed = [], []


def invent(store: Store, days: int = DAYS) -> None:
    """Fill an empty store: twelve cities, five sources (one falls silent), three planted rises, one hostile post."""
    chance = random.Random(7)
    writer = Writer(store, chance)
    weekly: dict[tuple[str, date], int] = {}
    for back in range(days - 1, -1, -1):
        day = LAST - timedelta(days=back)
        for at, city in enumerate(CITIES):
            for which, source in enumerate(SOURCES):
                if source == "forum-pekerja" and back < 5:
                    continue
                if city == "1821306" and back < 7:
                    continue
                for _ in range(1 + (at + which + back) % 2 if at < 6 else (at + back) % 2):
                    signal = chance.random() < 0.06
                    text = TEXTS[chance.randrange(3)].format(city=CITIES[city][0]) if signal else "Looking for a cook."
                    writer.post(city, day, source, text, signal=signal)
                    weekly[city, day] = weekly.get((city, day), 0) + signal
    for city, extra in PLANTED.items():
        for n in range(extra):
            day = LAST - timedelta(days=n % 6)
            writer.post(city, day, SOURCES[n % 2 * 3], TEXTS[n % 3].format(city=CITIES[city][0]), signal=True)
            weekly[city, day] = weekly.get((city, day), 0) + 1
    writer.post(
        "1622786", LAST, "lokasi", HOSTILE, signal=True, title="<b onclick=alert(1)>Title</b> {{7*7}}", urgent=True
    )
    writer.flush()
    store.put_series(_points(weekly, days))
    spikes = [spike_of(city, n, extra) for n, (city, extra) in enumerate(PLANTED.items())]
    store.put_spikes(spikes, LAST - timedelta(days=30), LAST)
    books(store)


def _points(weekly: dict[tuple[str, date], int], days: int) -> Iterator[SeriesPoint]:
    for city in CITIES:
        for back in range(days - 1, -1, -1):
            day = LAST - timedelta(days=back)
            observed = weekly.get((city, day), 0)
            if city == "1821306" and back < 7:
                yield SeriesPoint("posts", "signal:any", "city", city, day, observed, None, None, None, None)
                continue
            mean = 0.42 + 0.06 * math.sin(back / 30)
            yield SeriesPoint("posts", "signal:any", "city", city, day, observed, mean, 0.0, mean + 1.1, 0.5)
