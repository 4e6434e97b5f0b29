"""An opening post told by its byline: who wrote it and when stand together, and what follows is the post.

Many pages give such a post no element of its own: its paragraphs lie beside its byline, among buttons, or in the very
element that holds the answers too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crawlers.extract import vocabulary
from crawlers.extract.clues import OTHER_DATE, is_aside, names_person, own_text, tells_time
from crawlers.extract.draft import Draft
from crawlers.extract.names import author_of, named_behind_time
from crawlers.extract.page import Page, text_of
from crawlers.extract.times import dates_of, place_of, tells_writing
from crawlers.extract.weights import Weight, weights_of

#: A name stands at most so many elements above its time, and both say at most so many letters.
_CLOSE, _LONGEST = 3, 200
#: So many elements up from a byline lies what holds it and the words.
_FAR = 4
#: Fewer letters than this are a heading or a button, not a post.
_LEAST_TEXT = 20
_LEAST_WORDS = 5
_WORD, _SENTENCE = re.compile(r"[^\W\d_]+"), re.compile(r"[.!?。！？…]\W*$")
#: So many bylines with words of their own are rows of a list.
_SEVERAL = 3
#: A name stands so many labelled lines above its time at most.
_LABELS, _LONGEST_NAME = 3, 60
_LABEL = re.compile(vocabulary.NAME_LABEL, re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def by_byline(page: Page, records: list[Any]) -> tuple[Draft, list[Any]] | None:
    """The post that stands between a byline and the first record, and the elements of its byline; None without one."""
    weights = weights_of(page)
    before = _before(page.tree, records)
    found = [(told, line) for line in _bylines(before, weights) if (told := _after(line, before, weights))]
    if not 0 < len(found) < _SEVERAL:
        return None
    text, line = max(found, key=lambda one: len(one[0]))
    around = list(line.iter("*"))
    author, dates = author_of(line, around) or _labelled(line), dates_of(line, around, frozenset())
    if not author or not dates:
        return None
    draft = Draft(
        text=text, author=author, dates=tuple((date, "records") for date in dates[:8]), local_id="opening", by="records"
    )
    return draft, around


def _before(root: Any, records: list[Any]) -> dict[Any, None]:
    """The elements before the first record that hold none, in the order of the page."""
    known = set(records)
    outer = {above for one in records for above in one.iterancestors()}
    found: dict[Any, None] = {}
    for node in root.iter("*"):
        if node in known:
            break
        if node not in outer:
            found[node] = None
    return found


def _bylines(before: dict[Any, None], weights: dict[Any, Weight]) -> Iterator[Any]:
    """The smallest elements that tell a time of writing and name somebody, each once."""
    seen: set[Any] = set()
    for node in before:
        if node not in weights or not tells_time(node) or OTHER_DATE.search(own_text(node)):
            continue
        line = _byline(node, before, weights)
        if line is not None and not seen.intersection((line, *line.iterancestors())):
            seen.add(line)
            yield line


def _byline(time: Any, before: dict[Any, None], weights: dict[Any, Weight]) -> Any:
    for n, one in enumerate((time, *time.iterancestors())):
        if n > _CLOSE or one not in before or weights[one].text + weights[one].linked > _LONGEST:
            return None
        nodes = list(one.iter("*"))
        if not tells_writing(nodes):
            continue
        if any(names_person(x) >= 2 for x in nodes) or named_behind_time(nodes) or _labelled(one):
            return one
    return None


def _labelled(line: Any) -> str:
    """The name that stands behind its label in a byline, or in one of the lines of its dress just above it."""
    above = [one for one in line.itersiblings(preceding=True) if place_of(one) == place_of(line)]
    for one in (line, *above[:_LABELS]):
        label, name, *_ = (*filter(None, (str(piece).strip(" \n:：") for piece in one.itertext())), "", "")
        if _LABEL.fullmatch(label) and name:
            return name.split(" (")[0] if len(name) <= _LONGEST_NAME else ""
    return ""


def _after(line: Any, before: dict[Any, None], weights: dict[Any, Weight]) -> str:
    """What is said after a byline, as near to it as words stand."""
    for n, one in enumerate((line, *line.iterancestors())):
        above = one.getparent()
        if n >= _FAR or above is None or above.tag in ("html", "body"):
            return ""
        parts = [(one.tail or "").strip()]
        for node in _following(one, before):
            if node in weights and not _no_words(node, weights):
                parts.append(text_of(node, drop=lambda x: x in weights and _no_words(x, weights)))
            parts.append((node.tail or "").strip())
        text = "\n".join(part for part in parts if part)
        if len(text) >= _LEAST_TEXT and any(map(_is_prose, text.split("\n"))):
            return text
    return ""


def _following(one: Any, before: dict[Any, None]) -> Iterator[Any]:
    """What stands beside an element until the first record, also where it lies in the element that holds that."""
    for node in one.itersiblings():
        if node in before:
            yield node
            continue
        inner = next(iter(node), None)
        if inner is not None and inner in before:
            yield inner
            yield from _following(inner, before)
        return


def _is_prose(line: str) -> bool:
    """Whether a line says something: entries of menus are shorter, and end in no full stop."""
    words = len(_WORD.findall(line))
    return words >= _LEAST_WORDS or (words > 1 and bool(_SENTENCE.search(line)))


def _no_words(node: Any, weights: dict[Any, Weight]) -> bool:
    """Whether an element is none of a post's words: a heading, a form, buttons, ways to elsewhere."""
    if node.tag in (*_HEADINGS, "form", "footer", "label") or is_aside(node):
        return True
    weight = weights[node]
    return node.tag not in ("a", "p", "span") and weight.linked > weight.text
