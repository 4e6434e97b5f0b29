"""What lies over a page and asks for consent, or for an age: it is none of what the page says."""

from __future__ import annotations

import re
from typing import Any

#: How sites name it.
_NAMES = re.compile(
    r"(?<![a-z])(cookie|gdpr|cmp|ccpa|cc|privacy|consent|age)[-_]?(banner|bar|notice|consent|container|dialog|modal|popup"
    r"|overlay|message|law|policy|wrapper|box|layer|prompt|gate|check)(?![a-z])"
    r"|(?<![a-z])(banner|notice)[-_]?cookies?(?![a-z])|role=[\"']?(alert)?dialog|aria-modal|-consent>",
    re.IGNORECASE,
)
_STATED = ("class", "id", "role", "aria-modal")
_TAGS = ("div", "section", "aside", "dialog", "form", "p")
#: It says less than this share of a page; what says more is the page.
_MOST = 0.4


def without_overlays(root: Any, source: str) -> None:
    """Take what asks for consent out of a page."""
    if not _NAMES.search(source):
        return
    over = [one for one in root.iter(*_TAGS) if _asks(one)]
    over += [one for one in root.iter("*") if one.tag.endswith("-consent")]
    most = _MOST * len(root.text_content()) if over else 0
    for one in over:
        if one.getparent() is not None and len(one.text_content()) < most:
            one.drop_tree()


def _asks(node: Any) -> bool:
    stated = " ".join(f"{name}={value}" for name in _STATED if (value := node.get(name)))
    return bool(stated) and _NAMES.search(stated) is not None
