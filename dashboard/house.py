"""The one place where the dashboard puts rooms together: settings, store, names of places and cards."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from core.alone import held
from core.errors import HoneyguideError, StoreAway
from core.records import Place
from core.settings import Settings
from dashboard.names import Names
from stores import open_store
from stores.base import Store

_lock = threading.Lock()
_held: dict[str, Settings] = {}


def configure(settings: Settings) -> None:
    """Say, once and before the first page, which house is shown."""
    _held["settings"] = settings


def settings() -> Settings:
    """The settings given at the start. Raises HoneyguideError when a page is drawn outside a started dashboard."""
    try:
        return _held["settings"]
    except KeyError:
        raise HoneyguideError(
            "This page belongs to a dashboard.", remedy="Start it with 'honeyguide dashboard'."
        ) from None


@contextmanager
def opened() -> Iterator[Store]:
    """The store for the drawing of one page: opened and closed in the thread that draws, as SQLite wants it.

    Raises StoreAway naming the store.
    """
    chosen = settings()
    if chosen.store == "sqlite" and not Path(chosen.home).is_dir():
        raise StoreAway(f"{chosen.home}: no such home.", remedy="Run 'honeyguide run' or 'honeyguide demo' first.")
    store = open_store(chosen.store, chosen.home)
    try:
        yield store
    finally:
        store.close()


def at_work() -> bool:
    """Whether a run is writing to this home now, so that what was read is not all counted yet."""
    return held(Path(settings().home) / "run.lock")


def lost_keys() -> str:
    """What to say at the start where posts rest and the keys that open their addresses are gone; else empty."""
    from privacy.vault import key_files

    folder = Path(settings().home) / "keys"
    if key_files(folder, "seal"):
        return ""
    try:
        with opened() as store:
            rests = next(store.every_document(1), None) is not None
    except HoneyguideError:  # the pages tell it
        return ""
    told = "there is no key, and posts rest here: no full address can be opened, and `run` will refuse. Put the key"
    return f"{folder}: {told} files back from a backup." if rests else ""


def address_of(sealed: str) -> str:
    """The full address of a post, opened with the home's key. Raises KeyMismatch; showing it is an audited act."""
    from privacy.vault import Vault

    return Vault.open(Path(settings().home) / "keys", lay=False).unseal(sealed.encode()).decode("utf-8", "replace")


def names() -> Names:
    """Names of places, signs, venues and needs; loaded once a process."""
    with _lock:
        return _names(settings().language)


@cache
def _names(language: str) -> Names:
    from nlp.gazetteer import Gazetteer  # late: takes seconds and 60 MB

    find: Callable[[str], Place] = Gazetteer.load().place
    return Names(find=find, cards=_words_of_cards(language))


def _words_of_cards(language: str) -> dict[str, str]:
    from nlp.catalog import load_cards

    try:
        cards = load_cards()
    except (HoneyguideError, OSError):  # words are a nicety: without cards the ids speak
        return {}
    venues = {card.id: card.name.get(language) or card.name.get("en", "") for card in cards.venues}
    needs = {card.id: card.name.get(language) or card.name.get("en", "") for card in cards.needs}
    return {key: word for key, word in (venues | needs).items() if word}
