"""A posting in the making: what an extractor read, as strings, before dates, ids and kinds are settled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One post as an extractor found it. `dates` are candidates, the surest first, each with its source.

    `own_id`: an id that is unique within the whole source; `local_id`: one that is unique on its thread or page only.
    """

    text: str
    title: str = ""
    author: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    place: str = ""
    own_id: str = ""
    local_id: str = ""
    url: str = ""
    language: str = ""
    country: str = ""
    by: str = ""
