"""What is mended in the elements of a page before anything is read from them."""

from __future__ import annotations

import re
from typing import Any

from crawlers.extract.overlays import without_overlays

SILENT = frozenset(
    "script style template noscript svg math object embed iframe button select textarea".split()  # noqa: SIM905
)


def mend(root: Any, text: str) -> None:
    """Show what scripts would show, lower ordinals, take out what lies over the page, name what has no class."""
    if "<noscript" in text:
        _unveil(root)
    if "<sup" in text:
        _lower(root)
    without_overlays(root, text)
    for node in root.iter("*") if _OWN_TAG.search(text) else ():
        if "-" in node.tag and not node.get("class"):
            node.set("class", node.tag)  # a name that a site made up tells as much as a class


_OWN_TAG = re.compile(r"</[a-z]+-")

#: Fewer letters than this ask the reader to switch scripts on, and are not a page.
_LEAST_UNVEILED = 120


def _unveil(root: Any) -> None:
    """What stands there for readers without scripts becomes part of the page where it says more than all the rest."""
    most = sum(len(one.text_content().strip()) for one in root.iter("noscript"))
    if most < _LEAST_UNVEILED:
        return
    aside = {one for one in root.iter(*SILENT) if one.tag != "noscript"}
    said = {"noscript": 0, "": 0}
    where: dict[Any, str] = {}
    for node in root.iter("*"):
        above = node.getparent()
        where[node] = "noscript" if node.tag == "noscript" else where.get(above, "")
        if node not in aside:
            said[where[node]] += len((node.text or "").strip())
        said[where.get(above, "")] += len((node.tail or "").strip())
        if said[""] > most:
            return
    if said["noscript"] > said[""]:
        for node in root.iter("noscript"):
            node.tag = "div"


def _lower(root: Any) -> None:
    """The raised end of a number that counts ("18<sup>th</sup>") becomes one word with it, as in a date it must be."""
    for node in list(root.iter("sup")):
        before, above = node.getprevious(), node.getparent()
        ahead = (above.text if before is None else before.tail) or ""
        if ahead[-1:].isdigit() and not len(node) and _ORDINAL.match(node.text or ""):
            node.drop_tag()


_ORDINAL = re.compile(r"(st|nd|rd|th|er|re|e|o|a|º|ª)$", re.IGNORECASE)
