"""Characters that nobody sees: they turn the direction of the text around them, hide in it, or steer a terminal."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


def without_unseen(text: str) -> str:
    """A text for people to read: tabs and line feeds stay."""
    return _UNSEEN.sub("", text)
