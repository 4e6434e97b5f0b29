"""Repeated records: the posts of a page nobody wrote selectors for, found because they look alike.

Elements alike in tag and class form a group; a group is scored by its share of the page's text outside links, by the
share of its members that carry a time or an author, and by how many they are.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import median
from typing import Any

from crawlers.extract.bylines import by_byline
from crawlers.extract.clues import POST, names_person
from crawlers.extract.kin import remarked, with_kin
from crawlers.extract.likeness import are_frames, are_halves, headless, heads_of, marks
from crawlers.extract.opening import is_answer
from crawlers.extract.page import Page
from crawlers.extract.regions import around_bodies
from crawlers.extract.times import place_of
from crawlers.extract.weights import Weight, is_container, of_labels, of_links, outermost, own_weights, weights_of
from crawlers.extract.widened import completed, widened

#: A group whose mean record says less than this is a menu, not a talk.
_LEAST_TEXT = 12
_LEAST_SCORE = 0.12
#: Only where members say so little on average may they be rows of a list, and not posts.
_SHORT = 60
#: What is named after many posts holds them, also where it holds but one.
_HOLDER = re.compile(r"(posts|messages|comments|replies|answers|entries)($|[-_ ])", re.IGNORECASE)
#: What is named a post, and tells author and time throughout, may hold so many times more text in links than outside.
_MOST_LINKED = 3
#: Share of the words that one of several like blocks must hold for the others to be no posts.
_MOST_SAID = 0.8
#: So many like blocks may be parts of a page, of which one holds the talk.
_FEW = 4
#: So many times at least are told by a list of what was written elsewhere.
_LISTED = 3
#: So many letters at least stand in what is no heading of a post.
_SAID = 40


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that look alike, in the order of the page."""

    members: tuple[Any, ...]
    score: float
    name: str = ""


def find_records(page: Page) -> list[Any]:
    """The elements that are the posts of a page, or none where nothing repeats enough to be sure."""
    found: list[Any] = page.once("records", lambda: _found(page))
    return found


def _found(page: Page) -> list[Any]:
    weights = weights_of(page)
    whole = max(1, weights[page.tree].text)
    regions = list(around_bodies(page.tree, weights))
    groups = [*alike(page.tree, weights), *(("", members) for members in regions if len(members) > 1)]
    judged = [Group(members, _score(key, members, weights, whole), key) for key, members in groups]
    best = max(judged, key=lambda group: (round(group.score, 3), *_preference(group)), default=None)
    if best is None or best.score < _LEAST_SCORE:
        lone = [Group(members, _score("post", members, weights, whole)) for members in regions if len(members) == 1]
        best = max(lone, key=lambda group: group.score, default=None)
    if best is None or best.score < _LEAST_SCORE:
        return []
    if len(best.members) == 1:
        best = _within(best, judged, weights) or best
        if len(best.members) == 1:
            lone = [Group(some, _score("post", some, weights, whole)) for some in regions if len(some) == 1]
            best = _answering(best, [*judged, *lone], page) or best
    else:
        best = _in_one_half(best, judged, weights) or best
    wide = widened(_whole(best.members, weights), weights)
    parts = tuple(sorted({*wide, *remarked(list(wide), weights)}, key=lambda one: weights[one].place))
    own = dict(zip(parts, own_weights(parts, weights), strict=True))
    usual = median(own[one].times for one in wide)
    found = [one for one in wide if own[one].text > 0 and not (len(wide) > 1 and _lists(own[one], usual))]
    return with_kin(completed(found, weights), weights)


def _lists(weight: Weight, usual: float) -> bool:
    """Whether a block lists what was written elsewhere: many more times than the others tell, and much of it links."""
    return weight.times >= max(_LISTED, 2 * usual) and weight.linked > 0.6 * weight.text


def _named_post(node: Any) -> bool:
    return bool(POST.search(f"{node.get('class', '')} {node.get('id', '')}"))


def _within(lone: Group, judged: list[Group], weights: dict[Any, Weight]) -> Group | None:
    """The posts in a block that looked like one: each with an author and a time, and most of its times are theirs."""
    (outer,) = lone.members
    found = [
        group
        for group in judged
        if group.score > 0
        and len(group.members) > 1
        and all(any(above is outer for above in one.iterancestors()) for one in group.members)
        and (all(weights[one].authors for one in group.members) or _consists_of(outer, group.members, weights))
        and (all(weights[one].times for one in group.members) or heads_of(group.members, weights))
        and all(map(_named_post, group.members))
    ]
    return max(found, key=lambda group: (group.score, len(group.members)), default=None)


def _answering(lone: Group, judged: list[Group], page: Page) -> Group | None:
    """The one answer behind a lone block, or within one that begins with another post of its own author and time."""
    (outer,) = lone.members
    alone = [group for group in judged if len(group.members) == 1 and group.score >= _LEAST_SCORE]
    found = [group for group in alone if _answers(group.members[0], outer, page)]
    return max(found, key=lambda group: group.score, default=None)


def _answers(node: Any, outer: Any, page: Page) -> bool:
    weights = weights_of(page)
    if weights[node].place >= weights[outer].end:
        return is_answer(node)
    if not any(above is outer for above in node.iterancestors()):
        return False
    opener = by_byline(page, [node])
    return opener is not None and any(above is outer for above in opener[1][0].iterancestors())


def _in_one_half(best: Group, judged: list[Group], weights: dict[Any, Weight]) -> Group | None:
    """The posts in one of few like blocks, of which it consists: the others are what they answer, or stand beside.

    Where most of the blocks are named posts, fewer within one are the parts of that post.
    """
    if len(best.members) > (2 if POST.search(best.name) else _FEW):
        return None
    least = max(2, len(best.members)) if 2 * sum(map(_named_post, best.members)) >= len(best.members) else 2
    found = [
        group
        for group in judged
        if group.score > 0
        and len(group.members) >= least
        and all(weights[one].times and weights[one].authors for one in group.members)
        and any(_consists_of(outer, group.members, weights) for outer in best.members)
    ]
    return max(found, key=lambda group: group.score, default=None)


def _consists_of(outer: Any, members: tuple[Any, ...], weights: dict[Any, Weight]) -> bool:
    inner = all(any(above is outer for above in one.iterancestors()) for one in members)
    return inner and sum(weights[one].text for one in outermost(members, weights)) >= _MOST_SAID * weights[outer].text


def _whole(members: tuple[Any, ...], weights: dict[Any, Weight]) -> tuple[Any, ...]:
    """The records themselves, where what looks alike are their parts: one part of each names its author.

    Old boards lay a post over rows of a table: author, subject and time in one, the words in the next.
    """
    parts = Counter(one.getparent() for one in members)
    named = Counter(
        one.getparent() for one in members if weights[one].authors and any(names_person(x) > 1 for x in one.iter("*"))
    )
    parted = named.keys() == parts.keys() and set(named.values()) == {1} and set(parts.values()) <= {2, 3}
    return tuple(parts) if parted else members


def _preference(group: Group) -> tuple[int, int]:
    """Among groups of one score: more members; a lone record as far in as it goes, others as far out."""
    depth = sum(1 for _ in group.members[0].iterancestors())
    return len(group.members), depth if len(group.members) == 1 else -depth


def share_of_records(page: Page) -> float:
    """Which share of a page's text outside links stands in its repeated records, all that they hold included."""
    weights = weights_of(page)
    records = find_records(page)
    return sum(weights[one].text for one in outermost(records, weights)) / max(1, weights[page.tree].text)


def alike(root: Any, weights: dict[Any, Weight], *, of_links: bool = False) -> list[tuple[str, tuple[Any, ...]]]:
    # Rows that hold nothing but links are records of a listing, and never posts.
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for node in root.iter("*"):
        weight = weights.get(node)
        if is_container(node) and weight and (weight.text or (of_links and weight.linked)):
            for mark in marks(node):
                groups[node.tag, mark].append(node)
    found: dict[tuple[Any, ...], str] = {}
    for key, nodes in groups.items():
        members = headless(tuple(outermost(nodes, weights)), weights)
        name = str(key[1])
        if len(members) > 1 or POST.search(name):
            found[members] = _likelier(found.get(members, ""), name)
        timed = tuple(one for one in members if weights[one].times)
        told = tuple(one for one in timed if weights[one].authors) or timed
        if 1 < len(told) < len(members) and are_frames(set(members) - set(told), told, weights):
            found.setdefault(told, name)
        # Replies may lie within what they answer.
        if len(members) < len(nodes) and (POST.search(name) or _each_timed(tuple(nodes), weights)):
            found[tuple(nodes)] = _likelier(name, found.get(tuple(nodes), ""))
    return [(name, members) for members, name in found.items()]


def _likelier(one: str, other: str) -> str:
    """Of two names that the same elements bear the one that posts are called by."""
    return other if POST.search(other) and not POST.search(one) else one


def _each_timed(nodes: tuple[Any, ...], weights: dict[Any, Weight]) -> bool:
    own = own_weights(nodes, weights)
    return sum(1 <= one.times <= 2 for one in own) >= 0.9 * len(nodes)


def _score(name: str, members: tuple[Any, ...], weights: dict[Any, Weight], whole: int) -> float:
    found = own_weights(members, weights)
    count = len(found)
    times = sum(one.times > 0 for one in found) / count
    times = times if times >= 0.7 else max(times, len(heads_of(members, weights)) / count)
    authors = sum(one.authors > 0 for one in found) / count
    total = sum(one.text for one in found)
    linked = sum(one.linked for one in found)
    named = bool(POST.search(name))
    # Short posts weigh less than the links about their authors; rows that are all links are a list of threads.
    most_linked = _MOST_LINKED * total if named and times == authors == 1.0 else total
    if total / count < _LEAST_TEXT or linked > most_linked or max(times, authors) < 0.7:
        return 0.0
    if count == 1 and (times + authors < 2 or found[0].times > 6):
        return 0.0
    if count > 2 and total / count < _SHORT and not named and (of_links(found, _LEAST_TEXT) or of_labels(members)):
        return 0.0
    if count in (2, 3) and not named and any(one.times > 1 and one.linked > one.text for one in found):
        return 0.0  # a list beside the talk
    holder = count == 1 and bool(_HOLDER.search(name))
    # A block that holds many times holds several posts: the posts themselves score higher.
    crowded = median(one.times for one in found) > 8
    lone = max(one.text for one in found) > 0.95 * total and count > 1 and not (named and times == authors == 1.0)
    halves = are_halves(members, weights)
    kinds = Counter(place_of(one)[:2] for one in members)  # some share but one class with what is no post
    pure = 1.0 if named else kinds.most_common(1)[0][1] / count
    score: float = (
        (min(1.0, total / whole) ** 0.7)
        * (0.2 + times + 0.8 * authors)
        * (1 - linked / (total + linked))
        * math.log2(1 + count) ** 0.5
        * (1.3 if named else 1.0)
        * (0.7 + 0.3 * pure)
        * (0.4 if crowded else 1.0)
        * (0.3 if lone or halves or holder else 1.0)
    )
    return score


def heads(page: Page, records: list[Any]) -> dict[Any, Any]:
    """For each record the element just before it, where these tell the time of what follows: else empty."""
    weights = weights_of(page)
    found = heads_of(tuple(records), weights)
    if len(records) == 1 and weights[records[0]].times and weights[records[0]].authors:
        # What says so much before a post that tells its own time is another post.
        return {one: head for one, head in found.items() if weights[head].text < _SAID}
    return found
