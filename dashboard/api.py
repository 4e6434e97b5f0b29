"""/api/v1: read-only, and nothing but what has passed the door out already: the digests' figures, and the state.

No second way of releasing counts exists here: asking for the same week in another cut could give a withheld one away.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi import Path as PathParameter
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

from core.errors import HoneyguideError
from dashboard import house
from dashboard.queries.period import last_day
from dashboard.queries.reading import silences, what_was_read
from dashboard.queries.released import left

MOST_DIGESTS = 100


class DigestEntry(BaseModel):
    """One digest as a line of the list."""

    week: date
    edition: Literal["public", "authorised"]
    made_at: datetime


class DigestFigures(DigestEntry):
    """One digest with its figures after release control, and the versions they were made by."""

    figures: dict[str, Any]
    versions: dict[str, str]


class Silent(BaseModel):
    """One silent source as the public digest tells it: no name, for that says which sites are watched."""

    country: str = Field(description="Where it mostly reads (ISO-2); empty where nothing of it was read")
    since: date


class State(BaseModel):
    """What data there is, until when, and how many sources were silent, where."""

    data_until: date | None
    sources: int = Field(description="Those that brought posts with a day and a place in the last eight weeks")
    silent: list[Silent] = Field(description="Of them, and of those visited in vain in the last week")
    digests: int


def make() -> FastAPI:
    """The API as an application to be mounted. No page of documentation: those ask an outside host for scripts."""
    api = FastAPI(
        title="Honeyguide",
        version="1",
        description="Released aggregates: posts bearing indicators, never confirmed cases, never persons.",
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(HTTPBearer(auto_error=False, description="A key; the gate before the API checks it"))],
    )
    api.get("/state", response_model=State, responses=_AWAY)(state)
    api.get("/digests", response_model=list[DigestEntry], responses=_AWAY)(digests)
    api.get("/digests/{week}/{edition}", response_model=DigestFigures, responses={**_AWAY, **_NONE})(digest)
    return api


_AWAY: dict[int | str, dict[str, Any]] = {
    401: {"description": "No key, or one that is not known."},
    403: {"description": "Not for this role."},
    429: {"description": "Too many requests in this minute."},
    503: {"description": "The store does not answer."},
}
_NONE: dict[int | str, dict[str, Any]] = {404: {"description": "There is no such digest."}}


def state() -> State:
    """What data there is, until when, and how many sources were silent, where."""
    try:
        with house.opened() as store:
            until = last_day(store)
            read = what_was_read(store, until) if until else None
            return State(
                data_until=until,
                sources=len(read.sources) if read else 0,
                silent=[Silent(country=one.country, since=one.since) for one in silences(store, until)],
                digests=len(left(store, house.settings())),
            )
    except HoneyguideError as error:
        raise HTTPException(503, str(error)) from error


def digests(
    limit: Annotated[int, Query(ge=1, le=MOST_DIGESTS, description="So many at most")] = 52,
    offset: Annotated[int, Query(ge=0, le=10_000, description="So many are passed over")] = 0,
) -> list[DigestEntry]:
    """The digests that left the house, newest week first, a page at a time."""
    try:
        with house.opened() as store:
            return [
                DigestEntry(week=d.week, edition=d.edition, made_at=d.made_at)
                for d in left(store, house.settings())[offset : offset + limit]
            ]
    except HoneyguideError as error:
        raise HTTPException(503, str(error)) from error


def digest(
    week: Annotated[date, PathParameter(description="The Monday that names the week")],
    edition: Literal["public", "authorised"],
) -> DigestFigures:
    """The figures of one digest, as they were released."""
    try:
        with house.opened() as store:
            found = next((d for d in left(store, house.settings()) if (d.week, d.edition) == (week, edition)), None)
    except HoneyguideError as error:
        raise HTTPException(503, str(error)) from error
    if found is None:
        raise HTTPException(404, "There is no such digest.")
    return DigestFigures(
        week=found.week,
        edition=found.edition,
        made_at=found.made_at,
        figures=plain(found.figures),
        versions=dict(found.versions),
    )


def plain(figures: Mapping[str, object]) -> dict[str, Any]:
    """Figures as JSON can hold them."""
    return {str(key): plain(value) if isinstance(value, Mapping) else value for key, value in figures.items()}
