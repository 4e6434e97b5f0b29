"""What another member said, quoted in a post with a line that tells who: none of it are the words of who answers.

A quotation that names nobody stays: it may be pasted from elsewhere, and then no other post says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from crawlers.extract import vocabulary
from crawlers.extract.clues import QUOTE
from crawlers.extract.told_times import before_time, time_in

_HOLDS = ("blockquote", "q", "div", "table", "dd", "fieldset", "section", "aside")
#: What is a quotation by its tag, where it begins with who is quoted.
_PLAINLY = ("blockquote", "q", "fieldset", "table", "aside")
_HEADS = (
    *("a", "b", "cite", "div", "dt", "em", "font", "h4", "h5"),
    *("i", "legend", "p", "small", "span", "strong", "td", "u"),
)
_STATED = ("data-username", "data-author", "data-quote")
_LONGEST_HEAD = 120
#: Shorter names stand within other words.
_LEAST_NAME = 3
_NAMED = re.compile(
    rf"^\W*(({vocabulary.QUOTED_FROM})(?!\w)\W*\w|\S+( \S+){{0,4}} ({vocabulary.WROTE}|{vocabulary.POSTED})\W*$)",
    re.IGNORECASE,
)
#: Who is quoted with a day: "by Ana on 12 May 2026"; and what leads from a name to that day.
_SIGNED = re.compile(r"^\W*(by|von|par|por|de|da|от|door|av)\s+\S", re.IGNORECASE)
_UP_TO_TIME = re.compile(r"\W*(\b(on|at|am|um|le|el|em|il|в|op)\b)?[^\w:]*$", re.IGNORECASE)
_LABEL = re.compile(rf"^\W*({vocabulary.QUOTED})\W*$", re.IGNORECASE)
#: So much at least is said, and does not only lead elsewhere ("View post").
_WORDS = re.compile(r"(\w+\W+){3}\w")
_HINT = re.compile(rf"({vocabulary.QUOTED_FROM}|{vocabulary.WROTE}|{vocabulary.POSTED})(?!\w)", re.IGNORECASE)
_POSTED = re.compile(vocabulary.POSTED)


def quotations(holder: Any, names: Iterable[str] = ()) -> set[Any]:
    """The blocks in a body that hold what a member said who is named there, and the lines that head them.

    `names` of those who write here are known without any word for quoting.
    """
    found = {one for one in holder.iterdescendants("aside", "blockquote", "div") if _is_named(one) and _states(one)}
    if _HINT.search(_says(holder)):
        for line in holder.iterdescendants(*_HEADS):
            if _tells_who(line) and not any(one.tag in _HOLDS for one in line.iterdescendants()):
                found |= _around(line, holder) or (set() if _POSTED.search(_says(line)) else _behind(line, holder))
    for box in holder.iterdescendants(*_PLAINLY):
        found |= next((_around(one, holder) for one in box.iterdescendants(*_HEADS) if _is_signed(one)), set())
    known = {name for name in names if len(name) >= _LEAST_NAME}
    for box in holder.iterdescendants("aside", "blockquote", "div") if known else ():
        if (box.tag == "blockquote" or _is_named(box)) and _begins_with_one_of(box, known):
            found.add(box)
    labels = (one.getprevious() for one in found)
    return found | {one for one in labels if one is not None and _LABEL.match(_says(one))}


def _begins_with_one_of(box: Any, names: set[str]) -> bool:
    """Whether the first line of a quotation names a member, and more follows."""
    pieces = [text for piece in box.itertext() if (text := " ".join(piece.split()))]
    head = pieces[0] if pieces else ""
    return len(pieces) > 1 and len(head) <= _LONGEST_HEAD and any(name in head for name in names)


def _is_named(node: Any) -> bool:
    return bool(QUOTE.search(f"{node.get('class', '')} {node.get('id', '')}"))


def _states(node: Any) -> bool:
    return any(node.get(name) for name in _STATED)


def _tells_who(node: Any) -> bool:
    said = _says(node)
    if not 0 < len(said) <= _LONGEST_HEAD:
        return False
    return _NAMED.match(said) is not None or _NAMED.match(_UP_TO_TIME.sub("", before_time(said))) is not None


def _is_signed(node: Any) -> bool:
    said = _says(node)
    return len(said) <= _LONGEST_HEAD and _SIGNED.match(said) is not None and time_in(said) is not None


def _around(line: Any, holder: Any) -> set[Any]:
    """The narrowest quotation that begins with a line; nothing where it lies in none."""
    above = list(line.iterancestors())
    inner = above[: above.index(holder)]
    begun = [one for one in inner if one.tag in _HOLDS and _begins(one, _says(line))]
    box = next((one for one in begun if one.tag in _PLAINLY or _is_named(one)), None)
    if box is None:
        return set()
    within = (one for one in begun[: begun.index(box)] if _WORDS.search(_says(box)[len(_says(one)) :]))
    return {next(within, box)}


def _begins(block: Any, said: str) -> bool:
    whole = _says(block)
    head, _, rest = whole.partition(said)
    return bool(rest.strip()) and (not re.search(r"\w", head) or _LABEL.match(head) is not None)


def _behind(line: Any, holder: Any) -> set[Any]:
    """A line, and the block that follows it at once; nothing where none does."""
    while line.getparent() is not holder and _says(line.getparent()) == _says(line):
        line = line.getparent()
    one = line
    while one is not None and not re.search(r"\w", one.tail or ""):
        one = one.getnext()
        if one is not None and _says(one):
            return {line, one} if one.tag in _HOLDS else set()
    return set()


def _says(node: Any) -> str:
    return " ".join(node.text_content().split())
