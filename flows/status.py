"""The state of a home, for a person or a machine."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import StoreAway
from core.plurals import counted
from core.silence import MOST_VISITS
from crawlers.refusals import refusals
from flows.health import silences, troubles
from flows.house import House
from flows.outcome import one_line
from stores import shown

type State = Mapping[str, object]


def status(house: House) -> State:
    """What is kept, what waits, what the last visits brought, and what the last detection judged.

    "silent" are the sources that are, "wrong" what wants a person.
    With the store away, what waits in the inbox and why the store is away ("store_away").
    """
    house.refuse_lost_keys()
    waiting: dict[str, object] = {
        "home": str(house.home),
        "store": shown(house.settings.store),
        "waiting_in_inbox": house.inbox.size(),
        "refused_by_reason": refusals(house.crawl_state),
    }
    try:
        return {**waiting, **_kept(house)}
    except StoreAway as error:
        return {**waiting, "store_away": str(error)}


def _kept(house: House) -> State:
    last = {report.source: report for report in reversed(house.store.reports(limit=MOST_VISITS))}
    silent = silences(house)
    return {
        "kept": house.store.tallies(),
        "dead_letters": house.store.dead_letters_by_source(),
        "detection": house.store.state("detection"),
        "sources": {
            source: {
                "last_visit": report.ended,
                "parcels": report.parcels,
                "refused": report.refused,
                "alarms": report.alarms,
            }
            for source, report in sorted(last.items())
        },
        "silent": silent,
        "wrong": troubles(house, silent, last),
    }


def told(state: State) -> str:
    """The state as lines."""
    lines = [f"home {state['home']}, store {state['store']}", _waiting(state)]
    if "store_away" in state:
        return "\n".join([*lines, f"the store is away: {state['store_away']}"])
    kept, sources = state["kept"], state["sources"]
    assert isinstance(kept, Mapping)
    assert isinstance(sources, Mapping)
    lines += [f"{number:>10,} {name.replace('_', ' ')}" for name, number in kept.items()]
    detection = state.get("detection")
    lines += [f"detection: {detection['said']}"] if isinstance(detection, Mapping) and "said" in detection else []
    for source, seen in sources.items():
        alarms = f"  ALARM: {one_line('; '.join(seen['alarms']))}" if seen["alarms"] else ""
        lines.append(
            f"{source}: {counted(seen['parcels'], 'parcel')} on {seen['last_visit']:%Y-%m-%d %H:%M}, "
            f"{seen['refused']} refused{alarms}"
        )
    reasons = state["refused_by_reason"]
    assert isinstance(reasons, Mapping)
    lines += [
        f"{counted(number, f'address of {source}', f'addresses of {source}')} not fetched: {reason}"
        for source, found in reasons.items()
        for reason, number in found.items()
    ]
    letters = state["dead_letters"]
    assert isinstance(letters, Mapping)
    lines += [
        f"{counted(number, 'dead letter')} from {source} (see `honeyguide letters`)"
        for source, number in letters.items()
    ]
    silent, wrong = state.get("silent", {}), state.get("wrong", ())
    assert isinstance(silent, Mapping)
    assert isinstance(wrong, tuple)
    lines += [f"silent: {source} since {since}" for source, since in silent.items()]
    lines += [f"WRONG  {one_line(said)}" for said in wrong]
    return "\n".join(lines)


def _waiting(state: State) -> str:
    waiting = state["waiting_in_inbox"]
    assert isinstance(waiting, int)
    return f"{counted(waiting, 'parcel waits', 'parcels wait')} in the inbox"
