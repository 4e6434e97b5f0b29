"""The first page's facts: what needs a look, how many false alarms to expect, what was not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.records import Cluster, Contribution, Level, Spike, Stream
from dashboard.look.speech import later, say
from dashboard.look.words import capital, counted, listed, number, rarity, short_day
from dashboard.names import Names
from dashboard.queries.judged import Judged, judged
from dashboard.queries.nesting import nested
from dashboard.queries.period import Period, last_day, streams, week_to
from dashboard.queries.reading import WhatWasRead, documents_read, unseen_places, what_was_read
from dashboard.queries.uncertain import Doubted, doubted, neighbours
from dashboard.queries.weeks import Week, weeks_of
from stores.base import Store

SPARK_WEEKS = 26
WATCHED: tuple[Level, ...] = ("country", "admin1", "city")
EARLIER_DAYS = 91
MOST_EARLIER = 5
_SHARE_ALOUD = 2  # how many venues or signs a row names


@dataclass(frozen=True, slots=True)
class Row:
    """One spike as a row: place and what in words, and the weeks behind it."""

    spike: Spike
    place: str
    what: str
    meta: str
    tag: str
    weeks: tuple[Week, ...]
    around: bool = False  # a wider place, whose alarm stands below that of a place within it
    unread: bool = False  # nothing was read there in the period: the alarm is open for want of anything that ends it


@dataclass(frozen=True, slots=True)
class Today:
    """The first page of one day. `unseen` names places of which nothing could be said; `earlier`: the
    latest of the `ended` alarms of the quarter. `learning`: where nothing is
    `judged`, it is because the detector still learns what is usual."""

    period: Period
    watched: int
    rows: tuple[Row, ...]
    false_alarms: float
    read: WhatWasRead
    documents: int
    unseen: tuple[str, ...]
    earlier: tuple[Row, ...] = ()
    ended: int = 0
    judged: bool = True
    learning: bool = False
    noun: str = "posts"
    doubted: tuple[Doubted, ...] = ()
    neighbours: tuple[Cluster, ...] = ()
    rate: Judged | None = None


def today(store: Store, names: Names, budget_per_week: float, day: date | None = None) -> Today | None:
    """The first page for `day` (default: the last day judged). None when nothing was ever read."""
    until = day or last_day(store)
    if until is None:
        return None
    period = week_to(until)
    alarms = open_spikes(store, period)
    spikes = nested(names, alarms)
    ended = earlier_spikes(store, period)
    state = store.state("detection")
    read = _read(store, period, alarms)
    return Today(
        period=period,
        watched=watched_places(store, until),
        rows=tuple(
            replace(row(store, names, spike, until), around=around, unread=_series_place(spike) not in read)
            for spike, around in spikes
        ),
        false_alarms=budget_per_week * period.days / 7,
        read=what_was_read(store, until),
        documents=documents_read(store, period),
        unseen=tuple(names.called("city", place) for place, _ in unseen_places(store, "city", until)),
        judged=bool(spikes) or bool((state or {}).get("judged_until")),
        learning=state is not None,
        noun=noun(streams(store.exposure("country", since=period.since, until=period.until))),
        doubted=doubted(store, period),
        neighbours=neighbours(store, period, alarms),
        rate=judged(store, until, budget_per_week) if (state or {}).get("judged_until") else None,
        earlier=tuple(row(store, names, spike, spike.peak) for spike in ended[:MOST_EARLIER]),
        ended=len(ended),
    )


def open_spikes(store: Store, period: Period) -> list[Spike]:
    """Spikes open at some time in the period and not dismissed, rarest first."""
    found = store.spikes(since=period.since, until=period.until)
    return [s for s in found if s.status != "dismissed" and s.opened <= period.until and _last(s) >= period.since]


def _read(store: Store, period: Period, alarms: Sequence[Spike]) -> set[tuple[Level, Stream, str]]:
    """Of the places and streams of these alarms those of which the period brought anything."""
    asked = {(spike.level, spike.stream) for spike in alarms}
    return {
        (level, stream, place)
        for level, stream in asked
        for place, n in store.documents_by_place(level, stream=stream, since=period.since, until=period.until).items()
        if n
    }


def _series_place(spike: Spike) -> tuple[Level, Stream, str]:
    return spike.level, spike.stream, spike.place_id


def earlier_spikes(store: Store, period: Period, days: int = EARLIER_DAYS) -> list[Spike]:
    """Spikes of the quarter before that have ended, latest first; dismissed ones are left out."""
    found = store.spikes(since=period.since - timedelta(days=days), until=period.since)
    ended = [s for s in found if s.ended is not None and s.ended < period.since and s.status != "dismissed"]
    return sorted(ended, key=lambda spike: (spike.peak, spike.id), reverse=True)


def _last(spike: Spike) -> date:
    return spike.ended or date.max


def watched_places(store: Store, until: date) -> int:
    """Cities, provinces and countries read in the last thirteen weeks; the digest counts them in the same way."""
    since = until - timedelta(days=90)
    return sum(len(store.documents_by_place(level, since=since, until=until)) for level in WATCHED)


def row(store: Store, names: Names, spike: Spike, until: date) -> Row:
    """A spike in words, with its last half year."""
    weeks = weeks_of(store, spike.stream, spike.topic, spike.level, spike.place_id, until, SPARK_WEEKS)
    return Row(
        spike=spike,
        place=names.full(spike.level, spike.place_id),
        what=what(names, spike),
        meta=f"{counted_days(spike)} · {by_chance(spike)} · {counted(len(spike.sources), 'source')}",
        tag=tag(spike, until),
        weeks=tuple(weeks),
    )


def counted_days(spike: Spike) -> str:
    """ "posts of 18 Nov to 24 Nov": the days of the row's number, which may be weeks ago."""
    first = spike.peak - timedelta(days=spike.window - 1)
    if first == spike.peak:
        return say("posts of {days}", days=short_day(first))
    return say("posts of {days}", days=say("{first} to {last}", first=short_day(first), last=short_day(spike.peak)))


def by_chance(spike: Spike) -> str:
    """ "by chance once in 3 years"."""
    return say("by chance {rarity}", rarity=rarity(spike.recurrence_days))


def what(names: Names, spike: Spike) -> str:
    """ "restaurants and bars — housing tied to the job, pay kept back"."""
    topic = names.topic(spike.topic)
    venues = _largest(names, spike.venues, "venue", spike.topic)
    signs = _largest(names, spike.signs, "sign", spike.topic)
    if spike.topic.startswith("signal:") and venues:
        topic, venues = listed(venues), []
    aloud = ", ".join([*venues, *signs][: _SHARE_ALOUD + 1])
    return f"{topic} — {aloud}" if aloud else topic


def _largest(names: Names, shares: Sequence[Contribution], kind: str, topic: str) -> list[str]:
    ordered = sorted(shares, key=lambda share: (-share.groups, share.value))
    topics = [share.value if ":" in share.value else f"{kind}:{share.value}" for share in ordered]
    return [names.topic(value) for value in topics if value != topic][:_SHARE_ALOUD]


_NOUNS = {
    "posts": later("posts"),
    "orders": later("job orders"),
    "news": later("news stories"),
    "advocacy": later("advice pages"),
}


def noun(read: Sequence[Stream]) -> str:
    """What the documents of these streams are called together."""
    if len(read) == 1:
        return say(_NOUNS[read[0]])
    return say("posts") if set(read) <= {"posts", "news", "advocacy"} else say("documents")


def tag(spike: Spike, until: date) -> str:
    """ "new" in its first week, then "2nd week", "3rd week", …; once it has ended, the days it lasted."""
    if spike.ended is not None:
        if spike.ended == spike.opened:
            return short_day(spike.opened)
        return say("{first} to {last}", first=short_day(spike.opened), last=short_day(spike.ended))
    week = (until - spike.opened).days // 7 + 1
    if week <= 1:
        return say("new")
    return say({2: later("2nd week"), 3: later("3rd week")}.get(week, later("{n}th week")), n=week)


_LOOK_OF = (
    later("{n} of {watched} watched places needs a look."),
    later("{n} of {watched} watched places need a look."),
)
_LOOK = (later("{n} place needs a look."), later("{n} places need a look."))


def lead(page: Today, names_of_sources: Sequence[str]) -> tuple[str, str]:
    """The page's one sentence: its first, set heavier, and the rest."""
    alarms = [row for row in page.rows if not row.unread]
    n = len({(r.spike.level, r.spike.place_id) for r in alarms if not r.around})
    if page.judged and page.read.sources and not page.documents:
        first = say("Nothing was read in these seven days, so nothing can be said.")
        return first, _unseen(page, names_of_sources)
    if not n and not page.judged:
        are = (
            later("{n} place is read, none is judged yet.")
            if page.watched == 1
            else later("{n} places are read, none is judged yet.")
        )
        first = capital(say(are, n=number(page.watched)))
        why = (
            later("The detector is still learning what is usual.")
            if page.learning
            else later("The detector has not run.")
        )
        return first, f"{say(why)} {_unseen(page, names_of_sources)}"
    if not n:
        first = say("Nothing needs a look.")
        if page.watched:
            first = say("None of {watched} watched places needs a look.", watched=number(page.watched))
        calm = say("Nothing rose beyond what the past and the amount read lead one to expect.")
        return first, f"{calm} {_unseen(page, names_of_sources)}"
    one, many = _LOOK_OF if page.watched >= n else _LOOK
    first = capital(say(one if n == 1 else many, n=number(n), watched=number(page.watched)))
    return first, f"{_false(page.false_alarms, len(alarms), n)} {_unseen(page, names_of_sources)}"


def _false(expected: float, alarms: int, places: int) -> str:
    whole = int(expected + 0.5)
    if whole >= alarms:
        words = (
            later("The budget allows {allowed} a week: this may be one.")
            if alarms == 1
            else later("The budget allows {allowed} a week: all of these may be false.")
        )
        return say(words, allowed=allowed(expected))
    if not whole:
        return say("By the alarm budget a false one among them would be rare.")
    if places < alarms:
        return say("Of {n} alarms there, expect {false} to be false.", n=number(alarms), false=number(whole))
    words = (
        later("Expect {n} of them to be a false alarm.")
        if whole == 1
        else later("Expect {n} of them to be false alarms.")
    )
    return say(words, n=number(whole))


def allowed(budget: float) -> str:
    """ "one false alarm", "2.5 false alarms"."""
    return counted(round(budget), "false alarm") if budget == round(budget) else f"{budget:g} {say('false alarms')}"


def _unseen(page: Today, silent: Sequence[str]) -> str:
    if not page.read.sources:
        return say("Nothing was read.")
    if not silent and not page.unseen:
        return say("No source was silent.")
    places = listed(list(page.unseen))
    if not silent:
        return say("Nothing was read of {places}.", places=places)
    which = f" ({listed(list(silent))})" if len(silent) <= 2 else ""
    words = later("{n} source{which} was silent") if len(silent) == 1 else later("{n} sources{which} were silent")
    said = capital(say(words, n=number(len(silent)), which=which))
    # No "so": a place can go unread while a source is silent and others that read it are not.
    if places:
        return say("{said}; nothing can be said about {places}.", said=said, places=places)
    return say("{said}: what stands there is unknown, not zero.", said=said)
