"""Posts told by their bodies: each block named after the words of a post, with all around it that is no other's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from crawlers.extract.clues import is_body
from crawlers.extract.times import tells_writing
from crawlers.extract.weights import CONTAINERS, Weight, is_container, outermost

_HOLDERS = CONTAINERS | {"blockquote", "span"}
#: About a lone body there may stand so many letters before an author and a time are met.
_ROOM = 400


def around_bodies(root: Any, weights: dict[Any, Weight]) -> Iterator[tuple[Any, ...]]:
    """For each name of a body: the widest blocks that hold one such body each, in the order of the page.

    Boards that lay out their posts in tables name the words of a post, and nothing that holds the post. A lone body
    has around it what it takes to meet an author and a time.
    """
    bodies: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for node in root.iter(*_HOLDERS):
        for name in _bodies_in(node.get("class", "")):
            if node in weights and weights[node].text:
                bodies[node.tag, name].append(node)
    for nodes in bodies.values():
        inner = outermost(nodes, weights)
        found = [_alone(inner[0], weights)] if len(inner) == 1 else apart(inner)
        if all(one is not None and one.tag in CONTAINERS for one in found):
            yield tuple(found)


@lru_cache(maxsize=4096)
def _bodies_in(classes: str) -> tuple[str, ...]:
    """The names of bodies among some classes, without their numbers; some bear one twice."""
    return tuple(re.sub(r"\d+", "", name) for name in dict.fromkeys(classes.split()) if is_body(name))


def apart(bodies: list[Any]) -> list[Any]:
    """For each element the widest block about it that holds no other of them, and may be a record."""
    shared: dict[Any, int] = defaultdict(int)
    for body in bodies:
        for above in body.iterancestors():
            shared[above] += 1
    found = []
    for body in bodies:
        widest = body
        for above in body.iterancestors():
            if shared[above] > 1:
                break
            if is_container(above):  # a list of answers with but one is none
                widest = above
        found.append(widest)
    return found


def _alone(body: Any, weights: dict[Any, Weight]) -> Any:
    for above in body.iterancestors():
        if above not in weights or weights[above].text > weights[body].text + _ROOM:
            return None
        if weights[above].times and weights[above].authors and tells_writing(above.iter("*")):
            return above  # a day of joining is no time of a post
    return None
