"""By what elements of a page are like one another, and what stands before each of those that are."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from crawlers.extract.clues import tells_time
from crawlers.extract.times import place_of
from crawlers.extract.weights import Weight


def marks(node: Any) -> list[Any]:
    """By what an element is like others: each class, the letters of its id, its item type, else its parent."""
    found: list[Any] = [*_classes(node.get("class", ""))]
    stem = _NUMBER.sub("#", node.get("id", ""))
    found += [f"id {stem}"] if "#" in stem else []
    found += [f"type {node.get('itemtype')}"] if node.get("itemtype") else []
    above = node.getparent()
    if not found and above is not None:
        found.append(above)
        if node.tag not in _PARTS:
            found += [f"in {above.tag} {name}" for name in _classes(above.get("class", "")) or ("",)]
    return list(dict.fromkeys(found))  # some bear one class twice


#: Rows and cells of like tables are parts of many things.
_PARTS = ("tr", "td", "tbody")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def _classes(names: str) -> tuple[str, ...]:
    return tuple(_NUMBER.sub("#", name) for name in names.split())


def steady(node: Any) -> list[Any]:
    """The marks of an element without those by which the software tells even posts from odd, read from unread."""
    stems = (_CHANGING.sub("", mark) if isinstance(mark, str) else mark for mark in marks(node))
    return [mark for mark in stems if mark != "" and not str(mark).endswith("#")]


_CHANGING = re.compile(
    r"(^|[-_]|(?<=[a-z])(?=[A-Z]))(?i:odd|even|first|last|alt|online|offline|new|unread|active|own|starter)((?=[-_A-Z])|$)"
)


def heads_of(members: tuple[Any, ...], weights: dict[Any, Weight]) -> dict[Any, Any]:
    """For each member the element just before it, where nearly all have such a one that tells a time: else empty."""
    known = set(members)
    before = {one: _previous(one) for one in members}
    found = {
        one: head
        for one, head in before.items()
        if head is not None and head not in known and head in weights and 0 < weights[head].times <= 2
    }
    others = list(found.values())[1:] or list(found.values())  # the first may be named after the topic
    alike = len({(head.tag, frozenset(steady(head))) for head in others}) == 1
    return found if alike and len(found) > 0.8 * len(members) else {}


def _previous(node: Any) -> Any:
    """The element just before one, or before the row whose only cell it is."""
    above = node.getparent()
    return above.getprevious() if above is not None and above.tag == "tr" and len(above) == 1 else node.getprevious()


def are_halves(members: tuple[Any, ...], weights: dict[Any, Weight]) -> bool:
    """Whether the members lie two (or three …) to a parent throughout: then the parents are the records."""
    if len(members) == 2 and len({frozenset(steady(one)) for one in members}) == 2:
        return not all(weights[one].times and weights[one].authors for one in members)  # two cells of one post
    parents = Counter(one.getparent() for one in members)
    counts = set(parents.values())
    if all(weights[one].times == 1 for one in members) and set.intersection(*map(_time_places, members)):
        return False  # each tells its own time, all in one place
    return len(parents) > 1 and len(counts) == 1 and counts.pop() > 1


def headless(members: tuple[Any, ...], weights: dict[Any, Weight]) -> tuple[Any, ...]:
    """Rows without the first, where it alone tells neither author nor time: it heads their columns."""
    if len(members) < 3 or members[0].tag != "tr" or weights[members[0]].times or weights[members[0]].authors:
        return members
    return members[1:] if all(weights[one].times for one in members[1:]) else members


def are_frames(others: set[Any], told: tuple[Any, ...], weights: dict[Any, Weight]) -> bool:
    """Whether the others are frames of a page in the dress of its posts: they tell no time where posts tell theirs."""
    if any(weights[one].linked > weights[one].text for one in told):
        return False  # lists
    places = set.intersection(*(_time_places(one) for one in told))
    if not all(weights[one].authors for one in told):  # then they have not even a place for one
        return bool(places) and not any(place_of(x) in places for one in others for x in one.iter("*"))
    return all(not weights[one].times or (bool(places) and not places & _time_places(one)) for one in others)


def _time_places(record: Any) -> set[Any]:
    return {place_of(one) for one in record.iter("*") if tells_time(one)}
