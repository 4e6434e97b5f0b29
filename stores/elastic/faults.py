"""What Elasticsearch's failures mean to a user: the address, the trouble, a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import TlsError
from elasticsearch import ApiError, ConnectionTimeout, SerializationError, TransportError
from elasticsearch import ConnectionError as NoConnection

from core.errors import StoreAway
from stores.elastic.address import KEY
from stores.elastic.causes import first_line, of_certificate, of_silence

_REMEDY = "Nothing is lost: start again when it is back."
_KEPT = "Nothing is lost: start again then."
_NOBODY = "Give setting 'store' a user, or the option 'api_key_file'."
_ROLE = "Give it a role of docs/elasticsearch.md; `honeyguide store check` tells which one it has."
# What the server says of a key that was good once.
_ENDED = {"expired": "has expired", "invalidated": "was revoked"}
# "action [a] is unauthorized for … [i], this action is granted by the index privileges [p,q]"
_LACKS = re.compile(r"action \[([^\]]+)\] is unauthorized .*privileges (\[[^\]]+\])", re.DOTALL)


@contextmanager
def told(shown: str, who: str = "") -> Iterator[None]:
    """Errors of the client come out as StoreAway naming the address, and as whom (`Address.who`) it was asked."""
    try:
        yield
    except ApiError as error:
        raise explained(shown, error.status_code, answer_of(error), who) from error
    except TlsError as error:
        said, remedy = of_certificate(error)
        raise StoreAway(f"{shown}: {said}.", remedy=remedy) from error
    except ConnectionTimeout as error:
        raise StoreAway(f"{shown}: the server did not answer in time.", remedy=_REMEDY) from error
    except (NoConnection, SerializationError) as error:
        raise StoreAway(f"{shown}: the server cannot be reached: {of_silence(error)}.", remedy=_REMEDY) from error
    except TransportError as error:
        raise StoreAway(f"{shown}: {first_line(error)}.", remedy=_REMEDY) from error


def explained(shown: str, status: int, reason: str, who: str = "") -> StoreAway:
    """An answer other than success, in plain words; never with the password or key."""
    if status == 401:
        return _unknown(shown, reason, who)
    if "cluster_block_exception" in reason and status in (403, 429):
        return StoreAway(
            f"{shown}: the server does not take writes: {reason}.",
            remedy="Free disk space on its nodes; `honeyguide store check` tells more. Nothing is half written.",
        )
    if status == 403:
        may_not = _LACKS.sub(r"\1 needs one of the privileges \2", reason.removeprefix("security_exception: "))
        return StoreAway(f"{shown}: {who or 'this user'} may not do that: {may_not}.", remedy=_ROLE)
    if status == 429:
        return StoreAway(f"{shown}: the server has more work than it can take: {reason}.", remedy=_REMEDY)
    if status == 503:
        return StoreAway(f"{shown}: part of the store is not there now: {reason}.", remedy=_REMEDY)
    return StoreAway(
        f"{shown}: the server refused ({status}): {reason}.", remedy="`honeyguide store check` tells more."
    )


def _unknown(shown: str, reason: str, who: str) -> StoreAway:
    """The server does not know who asks, or no longer."""
    if not who:
        return StoreAway(f"{shown}: the server wants to know who asks.", remedy=_NOBODY)
    if who != KEY:
        said = f"{shown}: {who} is not known, or the password is wrong."
        return StoreAway(said, remedy=f"Mend them in setting 'store'. {_KEPT}")
    ended = next((told for words, told in _ENDED.items() if words in reason), "is not known or not valid")
    remedy = f"Put another into the file of option 'api_key_file' of setting 'store'. {_KEPT}"
    return StoreAway(f"{shown}: the API key {ended}.", remedy=remedy)


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
    if not isinstance(body, dict):
        return str(body or "it says no more")[:300]
    told: Any = body.get("error", body)
    more = told.get("additional_unsuccessful_credentials", "") if isinstance(told, dict) else ""
    return f"{reason_of(told)}; {more}" if more else reason_of(told)
