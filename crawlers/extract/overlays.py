"""What lies over a page and asks for consent, or for an age: it is none of what the page says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

#: How sites name it.
_NAMES = re.compile(
    r"(?<![a-z])(cookie|gdpr|cmp|ccpa|cc|privacy|consent|age)[-_]?(banner|bar|notice|consent|container|dialog|modal|popup"
    r"|overlay|message|law|policy|wrapper|box|layer|prompt|gate|check)(?![a-z])"
    r"|(?<![a-z])(banner|notice)[-_]?cookies?(?![a-z])|role=[\"']?(alert)?dialog|aria-modal|-consent>",
    re.IGNORECASE,
)
_WORDS = ("cookie", "consent", "gdpr", "cmp", "ccpa", "dialog", "aria-modal", "privacy-", "cc-", "cc_", "age-", "age_")
_STATED = ("class", "id", "role", "aria-modal")
_TAGS = ("div", "section", "aside", "dialog", "form", "p")
#: It says less than this share of a page; what says more is the page.
_MOST = 0.4


def without_overlays(root: Any, source: str) -> None:
    """Take what asks for consent out of a page."""
    small = source.lower()
    if not any(word in small for word in _WORDS):  # much quicker than all names
        return
    over = [one for one in root.iter(*_TAGS) if _asks(one)]
    over += [one for one in root.iter("*") if one.tag.endswith("-consent")]
    most = _MOST * len(root.text_content()) if over else 0
    for one in over:
        if one.getparent() is not None and len(one.text_content()) < most:
            one.drop_tree()


def _asks(node: Any) -> bool:
    stated = [f"{name}={value}" for name, value in node.items() if name in _STATED]
    return bool(stated) and _is_named(" ".join(stated))


@lru_cache(maxsize=8192)
def _is_named(stated: str) -> bool:
    return _NAMES.search(stated) is not None
