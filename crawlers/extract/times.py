"""The times that a post tells: which of the dates in and about it is the one it was written on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any

from crawlers.extract.clues import ABOUT_AUTHOR, JOINED_DATE, OTHER_DATE, has_clock, own_text, stamps, tells_time
from crawlers.extract.dates import is_while


def usual_places(outer: list[list[Any]]) -> frozenset[Any]:
    """Where in most records a time stands: a date elsewhere is one that somebody wrote about."""
    places = Counter(place for nodes in outer for place in {place_of(one) for one in nodes if tells_time(one)})
    enough = max(0.7 * len(outer), 0.95 * max(places.values(), default=0))
    return frozenset(place for place, number in places.items() if number >= enough)


def common_places(outer: list[list[Any]], usual: frozenset[Any]) -> frozenset[Any]:
    """Where all of several posts tell the same minute, while at another place each tells another than the one before:
    it is none of writing, but that on which their one author joined."""
    if len(usual) < 2 or len(outer) < _SEVERAL:
        return frozenset()
    pairs = list(pairwise(_told_at(nodes, usual) for nodes in outer))
    same = {place for place in usual if all(_same_minute(one, other, place) for one, other in pairs)}
    apart = {place for place in usual if all(_at(one, place) != _at(other, place) for one, other in pairs)}
    return frozenset(same if apart else ())


#: So many posts at least show it.
_SEVERAL = 3


def _told_at(nodes: list[Any], usual: frozenset[Any]) -> list[tuple[Any, list[str]]]:
    return [(place, stamps(one)) for one in nodes if tells_time(one) and (place := place_of(one)) in usual]


def _same_minute(one: list[tuple[Any, list[str]]], other: list[tuple[Any, list[str]]], place: Any) -> bool:
    told = _at(one, place)
    return told == _at(other, place) and any(has_clock(text) for texts in told for text in texts)


def _at(told: list[tuple[Any, list[str]]], place: Any) -> list[list[str]]:
    return [text for where, text in told if where == place]


def place_of(node: Any) -> tuple[str, str, str, str]:
    """Where an element stands, told by what it shares with its like in other posts."""
    above = node.getparent()
    return (
        node.tag,
        _numberless(node.get("class", "")),
        above.tag if above is not None else "",
        _numberless(above.get("class", "")) if above is not None else "",
    )


@lru_cache(maxsize=4096)
def _numberless(classes: str) -> str:
    return _SHADE.sub("", classes)


#: What tells one post from the next in a class: its number, or its shade.
_SHADE = re.compile(r"\d+|(?<![^\s])(odd|even|alt|light|dark)(?=\s|$)|(?<=[a-z_-])(odd|even|light|dark)(?=\s|$)")


def dates_of(record: Any, outside: list[Any], usual: frozenset[Any], common: frozenset[Any] = frozenset()) -> list[str]:
    """Dates of a record, the likeliest first.

    Of writing, outside the author's block, not what all have in `common`, where most records have one (`usual`), a day
    rather than a while ago, machine-readable, with a clock.
    """
    found: list[tuple[tuple[bool, ...], int, int, str]] = []
    for place, node in enumerate(outside):
        if not tells_time(node):
            continue
        label = _label(node)
        if JOINED_DATE.search(label):
            continue
        other = bool(OTHER_DATE.search(label))
        about = place_of(node) in common or about_author(node, record)
        stray = bool(usual) and not any(place_of(one) in usual for one in _with_what_tells_it(node))
        machine = (
            node.tag == "time" or "datetime" in node.attrib or node.get("itemprop") in ("datePublished", "dateCreated")
        )
        for order, text in enumerate(stamps(node)):
            rank = (other, about, stray, is_while(text), not machine, not has_clock(text))
            found.append((rank, place, order, text))
    return [text for *_, text in sorted(found)]


def _with_what_tells_it(node: Any) -> tuple[Any, ...]:
    """An element that tells a time, and the one about it where that tells no other."""
    above = node.getparent()
    return (node, above) if above is not None and tells_time(above) else (node,)


def tells_writing(nodes: Iterable[Any]) -> bool:
    """Whether any of some elements tells a time that is not a day of joining."""
    return any(tells_time(node) and not JOINED_DATE.search(_label(node)) and stamps(node) for node in nodes)


def _label(node: Any) -> str:
    """The words a date stands among: its own, those just before it, and those after it in the same sentence."""
    before, above = node.getprevious(), node.getparent()
    words = [_whole(node), node.get("class", "").replace("-", " "), node.get("title", "")]
    words += [above.get("class", "").replace("-", " ")] if above is not None else []
    if before is None:
        words += [(above.text or "")[-60:]] if above is not None else []
    elif isinstance(before.tag, str) and not tells_time(before):
        words += [" ".join(before.text_content().split())[-40:], (before.tail or "")[-60:]]
    words.append(re.split(r"[.;|·(\n]", (node.tail or "").strip())[0][:30])
    return " ".join(words)


def _whole(node: Any) -> str:
    """What an element says in all, where that is little: a label may stand within it."""
    whole = " ".join(node.text_content().split())
    return whole if len(whole) < _LABELLED else own_text(node)


#: So many letters at most stand in an element that is a label with its date.
_LABELLED = 60


def about_author(node: Any, record: Any = None) -> bool:
    """Whether an element of a record (of a page, where none is given) stands in a block that tells of the author."""
    for one in (node, *node.iterancestors()):
        if one is record:
            return False
        if ABOUT_AUTHOR.search(one.get("class", "")):
            return True
    return False
