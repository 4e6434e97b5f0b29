"""Posts in a dress of their own among posts, and within them: the question, the best answer, the expert's; what others
remarked below each. They tell who wrote them and when in elements like those of the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from crawlers.extract.clues import QUOTE, names_person, tells_author, tells_time
from crawlers.extract.regions import apart
from crawlers.extract.times import place_of, tells_writing
from crawlers.extract.weights import Weight, is_container

#: Share of the posts that must tell a name, and a time, at one place.
_USUAL = 0.7
#: So many letters say something.
_LEAST_TEXT = 20
#: So many times at most are told by one post.
_TIMES = 2
#: So many letters on average says what is a remark, and no note of who liked a post.
_REMARKED = 12


def with_kin(records: list[Any], weights: dict[Any, Weight]) -> list[Any]:
    """The records, and what else before the last of them tells its author and time where they do, in their order."""
    if not records or any(one not in weights for one in records):
        return records
    times, names = _usual(records, tells_time), _usual(records, _names)
    if not times or not names:
        return records
    known, last = set(records), weights[records[-1]].place
    inner = {node for one in records for node in one.iter("*")}
    outer = {above for one in records for above in one.iterancestors()}
    found: list[Any] = []
    for node, weight in weights.items():
        if weight.place >= last:
            break
        if node in inner or node in outer or not tells_time(node) or place_of(node) not in times:
            continue
        block = _block(node, names, outer, weights)
        if block is not None and block not in known and not any(above in known for above in block.iterancestors()):
            known.add(block)
            found.append(block)
    return sorted([*records, *found], key=lambda one: weights[one].place) if found else records


def _names(node: Any) -> bool:
    return names_person(node) > 1


def _usual(records: list[Any], tells: Callable[[Any], bool]) -> set[Any]:
    places = Counter(place for one in records for place in {place_of(x) for x in one.iter("*") if tells(x)})
    return {place for place, number in places.items() if number >= max(2, _USUAL * len(records)) and any(place[1::2])}


def _block(node: Any, names: set[Any], outer: set[Any], weights: dict[Any, Weight]) -> Any:
    """The widest block about a time that holds no record, and tells a name and words; None where none does."""
    best = None
    for one in (node, *node.iterancestors()):
        if one in outer or one not in weights or weights[one].times > _TIMES:
            break
        best = one
    if best is None or not is_container(best):
        return None
    weight, nodes = weights[best], list(best.iter("*"))
    if weight.text < _LEAST_TEXT or weight.linked > weight.text or best.find(".//textarea") is not None:
        return None
    return best if any(_names(x) and place_of(x) in names for x in nodes) else None


def remarked(records: list[Any], weights: dict[Any, Weight]) -> list[Any]:
    """What others remarked within the records: blocks with a name, a time and words, that are named so or several.

    What holds them keeps a name and a time of its own.
    """
    found: dict[Any, list[Any]] = defaultdict(list)
    for record in records:
        for place, some in _told_within(record, set(records), weights).items():
            if all(any(tells(x) for x in _besides(record, some)) for tells in (tells_time, tells_author)):
                found[place] += some
    those = {one for some in found.values() if _are_remarks(some, weights) for one in some}
    return sorted(those, key=lambda one: weights[one].place)


def _told_within(record: Any, known: set[Any], weights: dict[Any, Weight]) -> dict[Any, list[Any]]:
    """The blocks in a record, outside quotations and other records, that tell one name and time each, by place."""
    told: list[Any] = []
    skipped: set[Any] = set()
    for node in record.iterdescendants():
        quoted = node.tag == "blockquote" or QUOTE.search(node.get("class", ""))
        if node.getparent() in skipped or node in known or quoted:
            skipped.add(node)
        elif node.tag in _LISTED and node in weights and weights[node].times and weights[node].authors:
            told.append(node)
    named = _innermost([one for one in told if is_remark(one)])
    inner = _innermost(told)
    found: dict[Any, list[Any]] = defaultdict(list)
    for one in named or (apart(inner) if len(inner) > 1 else ()):
        if weights[one].times <= _TIMES and record in one.iterancestors() and tells_writing(one.iter("*")):
            for name in one.get("class", "").split() or ("",):
                found[(one.tag, name, *place_of(one)[2:])].append(one)
    return found


def _innermost(told: list[Any]) -> list[Any]:
    outer = {above for one in told for above in one.iterancestors()}
    return [one for one in told if one not in outer]


def is_remark(node: Any) -> bool:
    """Whether an element is called a remark: where posts are, all remarks are among them."""
    return bool(_REMARK.search(node.get("class", "")))


#: One word of the class of an element that is a remark, not a list of them or a part of one.
_REMARK = re.compile(r"(?:^|\s)(?:\w+-)?(?:comment|remark)(?:-?(?:item|row|entry))?(?:\s|$)", re.IGNORECASE)
_LISTED = ("li", "tr", "div", "article", "dd")


def _besides(record: Any, some: list[Any]) -> list[Any]:
    inner = {node for one in some for node in one.iter()}
    return [node for node in record.iter("*") if node not in inner]


def _are_remarks(some: list[Any], weights: dict[Any, Weight]) -> bool:
    said = sum(weights[one].text for one in some)
    beside = Counter(one.getparent() for one in some).most_common(1)[0][1] > 1
    return (beside or all(map(is_remark, some))) and said >= _REMARKED * len(some)
