"""The user of the operating system: the actor on localhost without login."""

from __future__ import annotations

import getpass


def user() -> str:
    """Their name, or "unknown"."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
