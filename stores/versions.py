"""Versions of what made a record, compared as tuples of their dotted numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from core.errors import BadInput

_NUMBERS = re.compile(r"\d{1,12}(?:\.\d{1,12})*")


@lru_cache(maxsize=1024)
def version_key(version: str) -> str:
    """A text that sorts as the version's numbers do: 1.9 before 1.10, 1 before 1.0; what follows them weighs nothing.

    Raises BadInput when the version does not start with a number.
    """
    numbers = _NUMBERS.match(version)
    if numbers is None:
        raise BadInput(f"version '{version}' does not start with dotted numbers.", remedy="Write it like 1.4.0.")
    return ".".join(part.lstrip("0").rjust(12, "0") for part in numbers[0].split("."))
