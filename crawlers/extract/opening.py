"""The opening post of a thread where it stands outside the list of answers, in another dress."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from crawlers.extract.clues import BODY, NO_WORDS, names_person, tells_time
from crawlers.extract.names import named_behind_time
from crawlers.extract.page import Page
from crawlers.extract.times import about_author
from crawlers.extract.weights import CONTAINERS, Weight, weights_of

_BLOCKS = CONTAINERS - {"p"}
#: Fewer letters than this are a heading or a button, not a post.
_LEAST_TEXT = 20
_LETTERS_A_NAME = 200
#: What holds more fields to choose from than words is no post.
_LETTERS_A_FIELD = 15
#: What is called so answers something, and is no teaser of something else.
_ANSWER = re.compile(
    r"comment|review|repl(y|ies)|answer|cmt|kommentar|antwort|respuesta|reponse|risposta|komentar|balasan",
    re.IGNORECASE,
)
#: What stands about an opening post says at most so many letters more than the post, and so many times as much.
_ROOM, _TIMES = 400, 3


def opening(page: Page, records: list[Any], names: frozenset[tuple[str, str]]) -> tuple[Any, list[Any]] | None:
    """The words of the opening post, and the elements about it that tell its author and time; None without one.

    It is the largest block before the first record that bears a body's name, or that of the records' own bodies,
    and has an author and a time close by. Else it is the block with most words of its own, where these are told as the
    records tell theirs.
    """
    weights = weights_of(page)
    above = _before(page.tree, records)
    marked = [node for node in above if _may_hold(node, names, weights)]
    if marked:
        most = max(weights[node].text for node in marked)
        holder = min((one for one in marked if weights[one].text >= 0.85 * most), key=lambda one: weights[one].text)
    else:
        holder = most_prose(weights, set(above) - {outer for one in records for outer in one.iterancestors()})
    around = about(holder, page, _tell, set(above)) if holder is not None else []
    alike = bool(records) and told_alike([around, *(one.iter("*") for one in records)])
    if not (marked or alike):
        return None
    return (holder, around) if around and not _is_list(around) else None


def _is_list(around: list[Any]) -> bool:
    """Whether several elements each name somebody with a time: rows of a list of threads, and not a post's own."""
    rows = (one for one in around if any(map(_surely_names, one)) and any(map(tells_time, (one, *one))))
    return sum(1 for _ in rows) >= _SEVERAL


#: One who asked, one who changed the question, and no more.
_SEVERAL = 3


def told_alike(posts: Sequence[Iterable[Any]]) -> bool:
    """Whether the elements of all posts name somebody in one way and tell a time in one: by a class they share."""
    told = [list(nodes) for nodes in posts]
    return all(set.intersection(*(_classes(nodes, tells) for nodes in told)) for tells in (_surely_names, tells_time))


def _classes(nodes: Sequence[Any], tells: Callable[[Any], bool]) -> set[str]:
    return {name for node in nodes if tells(node) for name in node.get("class", "").split()}


def _surely_names(node: Any) -> bool:
    return names_person(node) >= 2


def is_answer(record: Any) -> bool:
    """Whether a record is called an answer, a comment or the like."""
    return bool(_ANSWER.search(f"{record.get('class', '')} {record.get('id', '')}"))


def most_prose(weights: dict[Any, Weight], known: set[Any] | None = None) -> Any:
    """The block (of those `known`) in which most words stand that are in no block within it; None where few are.

    What is said of the author beside a short post may be longer.
    """
    prose = {node: weight.text for node, weight in weights.items() if node.tag in _BLOCKS}
    for node in list(prose):
        above = next((one for one in node.iterancestors() if one in prose), None)
        if above is not None:
            prose[above] -= weights[node].text
    those = [one for one in prose if prose[one] >= _LEAST_TEXT and (known is None or one in known)]
    those = [one for one in those if not about_author(one)]
    return max(those, key=lambda node: prose[node], default=None)


def _tell(near: list[Any]) -> bool:
    return any(map(tells_time, near)) and (any(map(_surely_names, near)) or bool(named_behind_time(near)))


def _before(root: Any, records: list[Any]) -> list[Any]:
    """Elements before the first record (all, where there is none), in the order of the page."""
    known = set(records)
    found: list[Any] = []
    for node in root.iter("*"):
        if node in known:
            return found
        found.append(node)
    return found


def _may_hold(node: Any, names: frozenset[tuple[str, str]], weights: dict[Any, Weight]) -> bool:
    weight = weights.get(node)
    if weight is None or weight.text < _LEAST_TEXT or weight.linked > weight.text:
        return False
    classes = node.get("class", "")
    if any((node.tag, name) in names for name in classes.split()):
        return weight.times <= 2
    named = node.tag in CONTAINERS | {"blockquote", "pre"} and BODY.search(classes) and not NO_WORDS.search(classes)
    # Long words may name somebody; what holds a field to write in is where others answer.
    few = weight.times + weight.authors <= max(1, weight.text // _LETTERS_A_NAME)
    fields = sum(one.get("type") != "hidden" for one in node.iter("input"))
    words = bool(named) and few and node.find(".//textarea") is None and not about_author(node)
    return words and weight.text > _LETTERS_A_FIELD * fields


def about(holder: Any, page: Page, tell: Callable[[list[Any]], bool], known: set[Any] | None = None) -> list[Any]:
    """The elements about a post (of those `known`), as far out as it takes to `tell`; empty where that is too far."""
    weights, inner = weights_of(page), set(holder.iter("*"))
    most = _ROOM + _TIMES * weights[holder].text
    for above in holder.iterancestors():
        near = [node for node in above.iter("*") if node not in inner and (known is None or node in known)]
        shown = [node for node in near if node in weights]  # scripts say much, and nobody sees it
        if above is page.tree or sum(len((node.text or "").strip()) for node in shown) > most:
            return []
        if tell(shown):
            return shown
    return []
