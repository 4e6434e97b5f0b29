"""What Elasticsearch's failures mean to a user: the address, the trouble, a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import TlsError
from elasticsearch import ApiError, ConnectionTimeout, SerializationError, TransportError
from elasticsearch import ConnectionError as NoConnection

from core.errors import StoreAway

_REMEDY = "Nothing is lost: start again when it is back."


@contextmanager
def told(shown: str) -> Iterator[None]:
    """Errors of the client come out as StoreAway naming the address."""
    try:
        yield
    except ApiError as error:
        raise explained(shown, error.status_code, answer_of(error)) from error
    except TlsError as error:
        raise StoreAway(
            f"{shown}: its certificate cannot be verified: {_first_line(error)}.",
            remedy="Give the certificate authority by the option 'ca' of setting 'store'.",
        ) from error
    except ConnectionTimeout as error:
        raise StoreAway(f"{shown}: the server did not answer in time.", remedy=_REMEDY) from error
    except (NoConnection, SerializationError) as error:
        raise StoreAway(f"{shown}: the server cannot be reached: {_first_line(error)}.", remedy=_REMEDY) from error
    except TransportError as error:
        raise StoreAway(f"{shown}: {_first_line(error)}.", remedy=_REMEDY) from error


def explained(shown: str, status: int, reason: str) -> StoreAway:
    """An answer other than success, in plain words."""
    if status == 401:
        return StoreAway(f"{shown}: user, password or API key is wrong.", remedy="Mend them in setting 'store'.")
    if "cluster_block_exception" in reason and status in (403, 429):
        return StoreAway(
            f"{shown}: the server does not take writes: {reason}.",
            remedy="Free disk space on its nodes; `honeyguide store check` tells more. Nothing is half written.",
        )
    if status == 403:
        return StoreAway(f"{shown}: this user may not do that: {reason}.", remedy="Give it the role it needs.")
    if status == 429:
        return StoreAway(f"{shown}: the server has more work than it can take: {reason}.", remedy=_REMEDY)
    if status == 503:
        return StoreAway(f"{shown}: part of the store is not there now: {reason}.", remedy=_REMEDY)
    return StoreAway(
        f"{shown}: the server refused ({status}): {reason}.", remedy="`honeyguide store check` tells more."
    )


def is_closed(error: StoreAway) -> bool:
    """Whether an index was closed to writes (and not by a full disk), as while its successor is filled."""
    cause = error.__cause__
    return isinstance(cause, ApiError) and cause.status_code == 403 and "index write (api)" in answer_of(cause)


def reason_of(error: object) -> str:
    """The innermost reason of an error as the server tells it: type and sentence."""
    cause: Any = error
    while isinstance(cause, dict) and isinstance(cause.get("caused_by"), dict):
        cause = cause["caused_by"]
    if isinstance(cause, dict):
        return f"{cause.get('type', 'error')}: {str(cause.get('reason', ''))[:300]}".rstrip(". ")
    return str(cause)[:300].rstrip(". ")


def answer_of(error: ApiError) -> str:
    """The reason in an answer other than success."""
    body: Any = error.body
    return reason_of(body.get("error", body)) if isinstance(body, dict) else str(body)[:300]


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(". ")[:300]
