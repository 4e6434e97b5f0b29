"""What rose and what fell in a week, told only as far as the door lets it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import sqrt

from core.days import monday
from core.records import Count, Exposure, Place, Spike, Stream
from privacy.release import Band, Released, band

BEFORE = 8
# A fall is told at three standard deviations of an overdispersed count (variance 1.5 times the mean).
CLEAR, SPREAD = 3.0, 1.5
LOOKING = 0.7


@dataclass(frozen=True, slots=True)
class Rise:
    """An alarm of the week as it may be told. `place` is the place of its figure, `within` says it was rolled up.

    `figure` None: withheld, and with it the interval, the sparkline and the shade. `since`: the day on which an alarm
    of an earlier week was opened. `at`: the place of the alarm itself, which is never told.
    """

    topic: str
    stream: Stream
    place: str
    country: str
    within: bool
    figure: Band | None
    expected: tuple[int, int] | None
    about: Band | None
    recurrence_days: float
    parts: tuple[str, ...] = ()
    spark: tuple[Band | None, ...] = ()
    excess: float = 0.0
    since: date | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure clearly under what the weeks before lead one to expect, at a place that was read as usual."""

    topic: str
    place: str
    figure: Band
    usual: Band


@dataclass(frozen=True, slots=True)
class Back:
    """An alarm that ended in the week, after so many weeks."""

    topic: str
    place: str
    weeks: int


def open_in(spikes: Sequence[Spike], week: date) -> list[Spike]:
    """Alarms open in the week, rarest first; without those dismissed, those of news and advocacy, and
    those of earlier weeks that ended in this one: they are told as back to usual."""
    end = week + timedelta(days=6)
    kept = [
        spike
        for spike in spikes
        if spike.stream in ("posts", "orders")
        and spike.status != "dismissed"
        and spike.opened <= end
        and (spike.ended is None or spike.ended > end or spike.ended >= week <= spike.opened)
        and spike.level != "h3"
    ]
    return sorted(kept, key=lambda spike: (spike.stream != "posts", -spike.recurrence_days, spike.id))


def where_read(
    spikes: Sequence[Spike], exposure: Sequence[Exposure], places: Mapping[str, Place], week: date
) -> list[Spike]:
    """Alarms at whose place something was read in the week; one that only nobody has closed since did not rise in it.

    A district is as well read as the province or country it lies in.
    """
    end = week + timedelta(days=6)
    read = {(row.stream, row.place_id) for row in exposure if row.documents and week <= row.day <= end}
    return [spike for spike in spikes if (spike.stream, _told_by(spike, places)[0]) in read]


def _told_by(spike: Spike, places: Mapping[str, Place]) -> tuple[str, str]:
    """The place by whose figure an alarm is told, and its country: districts have no cells of their own."""
    known = places.get(spike.place_id)
    country = known.country if known else spike.place_id[:2]
    wider = (known.admin1 or country) if known and spike.level not in ("city", "admin1", "country") else spike.place_id
    return wider, country


def rises(spikes: Sequence[Spike], released: Released, places: Mapping[str, Place], week: date) -> list[Rise]:
    """The week's alarms as they may be told; two that look alike after rolling up are told once."""
    told: dict[tuple[str, str, bool], Rise] = {}
    for spike in open_in(spikes, week):
        since = spike.opened if spike.opened < week else None
        rise = replace(_rise(spike, released, places, week), since=since, at=spike.place_id)
        told.setdefault((rise.topic, rise.place, rise.within), rise)
    return list(told.values())


def _rise(spike: Spike, released: Released, places: Mapping[str, Place], week: date) -> Rise:
    wider, country = _told_by(spike, places)
    figure = released.at(spike.topic, wider, week, spike.stream)
    if figure is None:
        return Rise(spike.topic, spike.stream, country, country, True, None, None, None, spike.recurrence_days)
    exact = figure.place == spike.place_id
    if not exact:
        return Rise(
            spike.topic, spike.stream, figure.place, country, True, figure.band, None, None, spike.recurrence_days
        )
    usual = spike.expected * 7 / spike.window
    return Rise(
        spike.topic,
        spike.stream,
        figure.place,
        country,
        False,
        figure.band,
        (round(spike.low), round(spike.high)) if spike.window == 7 else None,
        None if spike.window == 7 else band(round(usual)),
        spike.recurrence_days,
        _parts(spike, released, week),
        tuple(_spark(spike, released, week)),
        (figure.band.low - usual) / sqrt(SPREAD * usual + 0.5),
    )


def _parts(spike: Spike, released: Released, week: date) -> tuple[str, ...]:
    """Kinds of venue and signs behind an alarm, as far as their own figures at that place may be shown."""
    topics = [f"venue:{c.value}" for c in spike.venues] + [f"sign:{c.value}" for c in spike.signs]
    topics = [topic.replace("venue:venue:", "venue:").replace("sign:sign:", "sign:") for topic in topics]
    shown = [t for t in topics if t != spike.topic and _may_show(t, spike, released, week)]
    return tuple(dict.fromkeys(shown))[:3]


def _may_show(topic: str, spike: Spike, released: Released, week: date) -> bool:
    return released.exactly(topic, spike.place_id, week, spike.stream) is not None


def _spark(spike: Spike, released: Released, week: date) -> list[Band | None]:
    weeks = [week - timedelta(weeks=n) for n in range(25, -1, -1)]
    figures = [released.exactly(spike.topic, spike.place_id, w, spike.stream) for w in weeks]
    return [figure.band if figure else None for figure in figures]


def falls(
    counts: Sequence[Count],
    exposure: Sequence[Exposure],
    released: Released,
    week: date,
    *,
    unseen: Sequence[str],
    limit: int = 4,
) -> list[Fall]:
    """Clear falls in posts, by place and topic, where as much was read as before; the clearest first."""
    read = _weekly_documents(exposure, week)
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for count in counts:
        if count.stream == "posts" and count.level in ("country", "admin1") and not count.topic.startswith("family:"):
            now = monday(count.day) == week
            if now or week - timedelta(weeks=BEFORE) <= count.day < week:
                sums[count.topic, count.place_id][0 if now else 1] += count.groups
    found: list[tuple[float, Fall]] = []
    for (topic, place), (now_groups, before_groups) in sums.items():
        figure = released.exactly(topic, place, week)
        documents, usually = read.get(place, (0, 0.0))
        if figure is None or place in unseen or not usually or documents < LOOKING * usually:
            continue
        usual = before_groups / BEFORE * documents / usually
        depth = (now_groups - usual) / sqrt(SPREAD * usual) if usual else 0.0
        if depth < -CLEAR:
            found.append((depth, Fall(topic, place, figure.band, band(round(usual)))))
    return [fall for _, fall in sorted(found, key=lambda item: item[0])][:limit]


def _weekly_documents(exposure: Sequence[Exposure], week: date) -> dict[str, tuple[int, float]]:
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in exposure:
        if row.stream == "posts" and row.level in ("country", "admin1"):
            if monday(row.day) == week:
                sums[row.place_id][0] += row.documents
            elif week - timedelta(weeks=BEFORE) <= row.day < week:
                sums[row.place_id][1] += row.documents
    return {place: (now, before / BEFORE) for place, (now, before) in sums.items()}


def back_to_usual(spikes: Sequence[Spike], released: Released, week: date) -> list[Back]:
    """Alarms that ended in the week, where the figure of the place may be shown."""
    end = week + timedelta(days=6)
    ended = [
        s for s in spikes if s.stream == "posts" and s.ended and week <= s.ended <= end and s.status != "dismissed"
    ]
    return [
        Back(spike.topic, spike.place_id, max(1, round((spike.ended - spike.opened).days / 7)))
        for spike in ended
        if spike.ended and released.exactly(spike.topic, spike.place_id, week) is not None
    ]
