"""Keys of the API: shown once when made, kept as a hash in the store's state, and a limit of requests a minute."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Mapping

from core.days import now
from core.errors import BadInput, HoneyguideError
from dashboard import acts, house
from dashboard.access import OF_KEYS, Visitor
from stores.base import Store

_STATE = "dashboard_keys"
_MOST_ASKERS = 10_000
_lock = threading.Lock()
_asked: OrderedDict[str, deque[float]] = OrderedDict()


def make(store: Store, name: str, actor: str, purpose: str = "aggregates") -> str:
    """A new key under a name, as text that is never shown again; it opens aggregates or metrics, not both.

    Raises BadInput for a name that is taken, or a purpose there is not.
    """
    if purpose not in OF_KEYS:
        raise BadInput(f"A key opens {' or '.join(OF_KEYS)}, not '{purpose}'.")
    kept = dict(store.state(_STATE) or {})
    if not name.strip() or name in kept:
        raise BadInput(f"The key name '{name}' is taken or empty.", remedy="Choose another, or drop that key first.")
    key = f"hg_{secrets.token_urlsafe(32)}"
    acts.Desk(store, actor, now()).looked("key made", name, purpose)
    store.set_state(_STATE, kept | {name: {"hash": _hash(key), "for": purpose}})
    return key


def drop(store: Store, name: str, actor: str) -> None:
    """Forget a key. Raises BadInput when there is none of that name."""
    kept = dict(store.state(_STATE) or {})
    if kept.pop(name, None) is None:
        raise BadInput(f"There is no key named '{name}'.")
    acts.Desk(store, actor, now()).looked("key dropped", name, "")
    store.set_state(_STATE, kept)


def holder(key: str) -> Visitor | None:
    """Who holds a key, in the narrow role that it was made for; None for a key there is not."""
    try:
        with house.opened() as store:
            kept = store.state(_STATE) or {}
    except HoneyguideError:
        return None
    wanted = _hash(key)
    for name, one in kept.items():
        found = one if isinstance(one, Mapping) else {"hash": one}  # keys of older homes are the hash alone
        if secrets.compare_digest(str(found["hash"]), wanted):
            return Visitor(f"key {name}", f"{found.get('for', 'aggregates')} key")
    return None


def too_often(asker: str, most: int, at: float | None = None) -> bool:
    """Whether an asker has used up its requests of the last minute; each call that is not refused counts as one."""
    at = time.monotonic() if at is None else at
    with _lock:
        times = _asked.setdefault(asker, deque())
        _asked.move_to_end(asker)
        while len(_asked) > _MOST_ASKERS:
            _asked.popitem(last=False)
        while times and times[0] <= at - 60:
            times.popleft()
        if len(times) >= most:
            return True
        times.append(at)
        return False


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
