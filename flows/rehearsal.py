"""`honeyguide demo`: the main line over an invented world, served on loopback and crawled by the real crawler."""

from __future__ import annotations

import json
import shlex
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast

from core.days import local_day
from core.errors import UsageError
from core.records import Spike
from core.settings import load_settings
from demo import cards, score, server, world
from demo.calendar import ZONE
from flows import detecting, steps
from flows.house import House
from flows.outcome import Outcome
from flows.telling import ranked

MARK = "invented-world.json"
SIZES = ("full", "small")
# A home's own file is read in place of the one in the present folder, by every command given this home.
OWN_SETTINGS = '# The invented world has stock settings: it never comes into the operator\'s store.\nstore = "sqlite"\n'


@dataclass(frozen=True, slots=True)
class DemoScore:
    """What was found of what had been planted. `home` is where the dashboard can look at it."""

    home: Path
    figures: Mapping[str, Any]
    passed: bool
    details: tuple[str, ...]


def run_demo(house: House, seed: int, size: str, changes: Mapping[str, Any] | None = None) -> DemoScore:
    """Make the world, crawl it, read it, judge it; only then is the truth looked at."""
    if size not in SIZES:
        raise UsageError(f"--size {size}: it is {' or '.join(SIZES)}.")
    started = time.monotonic()
    home = fresh_home(house.home / "demo", seed)
    invented = world.make(seed, last_day(house), cast(Literal["full", "small"], size), **(changes or {}))
    inner = inner_house(house, home)
    with inner.locked():
        outcomes = list(through(inner, invented))
    letters = sum(outcome.letters for outcome in outcomes)
    return _scored(inner, invented, time.monotonic() - started, letters)


def last_day(house: House) -> date:
    """The last day of the invented world: yesterday where it lies, by which its weeks are over, too."""
    return local_day(house.clock(), ZONE) - timedelta(days=1)


def inner_house(house: House, home: Path) -> House:
    """A house of the demo's own: its settings file, the cards of the invented sites, and never the operator's store."""
    budget = house.settings.detect.budget_per_week
    own = {"home": home, "store": "sqlite", "sources": [], "detect.budget_per_week": budget}
    settings = load_settings(own, home / "honeyguide.toml")
    return House(settings, clock=house.clock, progress=house.progress)


def fresh_home(home: Path, seed: int) -> Path:
    """An empty home for the demo. Raises UsageError where the folder holds something that no demo made."""
    if home.exists() and any(home.iterdir()):
        if not (home / MARK).is_file():
            raise UsageError(f"{home} holds something that no demo made.", remedy="Name another home with --home.")
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    (home / MARK).write_text(json.dumps({"seed": seed, "what": "an invented world; everything here may be deleted"}))
    (home / "honeyguide.toml").write_text(OWN_SETTINGS)
    return home


def through(house: House, invented: world.World) -> Iterator[Outcome]:
    """The main line, with the sites served for as long as the crawl lasts."""
    with serving(house, invented):
        yield steps.crawl(house)
    for name, step in steps.MAIN_LINE.items():
        if name != "crawl":
            yield step(house)


@contextmanager
def serving(house: House, invented: world.World) -> Iterator[None]:
    """Serve the sites on loopback, with a card for each in the home."""
    with server.serve(invented) as served:
        cards.write(invented, served.addresses, house.home)
        yield


def _scored(house: House, invented: world.World, seconds: float, letters: int) -> DemoScore:
    """Only here, after `detect`, is the truth looked at."""
    state, spikes = house.store.state("detection") or {}, house.store.spikes()
    budget = house.settings.detect.budget_per_week
    judged_from, judged_until = (date.fromisoformat(str(state[key])) for key in ("judged_from", "judged_until"))
    places = {spike.place_id: detecting.place_of(house, spike.level, spike.place_id) for spike in spikes}
    outcome = score.score(
        spikes, invented.truth, judged_from, judged_until, budget, places=places, behind=partial(_documents, house)
    )
    figures = {
        "documents": house.store.tallies()["documents"],
        "planted": outcome.planted,
        "found": outcome.found,
        "false_alarms": outcome.false_alarms,
        "unplanted": outcome.unplanted,
        "budget": budget,
        "limit": outcome.limit,
        "dead_letters": letters,
        "seconds": round(seconds, 1),
    }
    details = tuple(f"{outcome.details[spike.id]}: {spike.sentence}" for spike in spikes)
    return DemoScore(house.home, figures, outcome.passed, details)


def _documents(house: House, spike: Spike) -> list[str]:
    """Ids of the documents by which a spike counted, from its opening's window to its end."""
    since = spike.opened - timedelta(days=spike.window)
    found = house.store.findings_behind(
        spike.stream, spike.topic, spike.level, spike.place_id, since, spike.ended or spike.peak
    )
    return sorted({finding.document_id for finding in found})


def told(house: House, demo: DemoScore) -> str:
    """What the demo found, for a person."""
    figures, theirs = demo.figures, sum(one.startswith(("plant:", "beside:")) for one in demo.details)
    lines = [
        f"{figures['documents']:,} posts of an invented world read in {figures['seconds']:.0f} s.",
        f"{figures['found']} of {figures['planted']} planted spikes found, by {theirs} of {len(demo.details)} "
        f"alarms; {figures['false_alarms']} on traps; "
        f"{figures['unplanted']} not planted, where up to {figures['limit']} may come in the weeks judged, at a "
        f"budget of {figures['budget']:g} a week.",
        "",
        *ranked(inner_house(house, demo.home)),
        "",
        f"All of it is kept in {demo.home}; look at it: honeyguide --home {shlex.quote(str(demo.home))} dashboard",
    ]
    return "\n".join(lines)
