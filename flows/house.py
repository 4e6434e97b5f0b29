"""The one place where the parts are put together: settings in hand, each part made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from core.access import refuse_shut
from core.alone import alone
from core.cards import Source
from core.days import Clock, now
from core.errors import SettingsError, StoreAway
from core.records import Analysis, Opinion, Passage
from core.remembered import Remembered
from core.settings import Settings

if TYPE_CHECKING:
    from crawlers.inbox import Inbox
    from flows.prepare import Preparer
    from models.classifier import Classifier
    from nlp.entities import Entities
    from nlp.gazetteer import Gazetteer
    from nlp.reading import Reader
    from privacy.vault import Vault
    from stores.base import Store

KEYS = "keys"  # the folder of keys in the home folder
# Boards carry the same ad dozens of times; registers of job orders have the same title at one place by the thousand.
REMEMBERED = 12_000_000  # characters of passages whose reading is kept: some 100 MB

type Progress = Callable[[str, int, int | None], None]


def quiet(_what: str, _done: int, _total: int | None) -> None:
    """A progress display that shows nothing."""


@dataclass
class House:
    """Settings, clock and progress display, with every other part made from them on demand.

    Raises SettingsError for a language without phrases, which only the digest at a run's end would tell otherwise.
    """

    settings: Settings
    clock: Clock = now
    progress: Progress = field(default=quiet)

    def __post_init__(self) -> None:
        from briefing.phrases import refuse_unknown

        with self._origin_told("language"):
            refuse_unknown(self.settings.language)

    @contextmanager
    def _origin_told(self, key: str) -> Iterator[None]:
        """Put the file or variable that holds a wrong setting in front of what is wrong with it."""
        try:
            yield
        except SettingsError as error:
            raise SettingsError(f"{self.settings.origin(key)}{error.message}", remedy=error.remedy) from error

    @cached_property
    def home(self) -> Path:
        """The home folder, made where it is missing. Raises StoreAway naming it where it can't be, or can't be used."""
        home = self.settings.home.expanduser().absolute()
        try:
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreAway(
                f"the home folder {home} cannot be made: {error.strerror}.", remedy="Name another with --home."
            ) from error
        refuse_shut(home)
        return home

    @cached_property
    def vault(self) -> Vault:
        from privacy.vault import Vault

        return Vault.open(self.home / KEYS, lay=not self._keys_lost())

    def _keys_lost(self) -> bool:
        """Whether there is no key, and what only keys of this home open: new ones would open nothing, and part what
        is written now from what was written before."""
        from privacy.vault import key_files

        if key_files(self.home / KEYS, "seal"):
            return False
        return any(self.crawl_state.glob("*.db")) or next(self.store.every_document(1), None) is not None

    @cached_property
    def store(self) -> Store:
        from stores import open_store

        with self._origin_told("store"):
            return open_store(self.settings.store, self.home)

    @cached_property
    def inbox(self) -> Inbox:
        from crawlers.inbox import Inbox

        self.crawl_state.mkdir(exist_ok=True, mode=0o700)
        return Inbox(self.crawl_state / "inbox.db", self.vault)

    @property
    def crawl_state(self) -> Path:
        """Where the crawler keeps its inbox and frontier."""
        return self.home / "crawl"

    @cached_property
    def sources(self) -> dict[str, tuple[Path, Source]]:
        """All source cards, by id: those of the setting `sources`, and those in the home's own `sources` folder."""
        from crawlers.catalog import load_sources

        own = self.home / "sources"
        paths = [*self.settings.sources, *([own] if own.is_dir() else [])]
        return {card.id: (path, card) for path, card in load_sources(paths)}

    @property
    def cards_folder(self) -> Path:
        """Where the cards of all sources once crawled are kept."""
        return self.crawl_state / "cards"

    @cached_property
    def cards(self) -> dict[str, Source]:
        """The card of every known source, by id: as given now or, where none is, as it was when last crawled."""
        from flows.known_cards import recalled

        return recalled(self.cards_folder) | {id_: card for id_, (_, card) in self.sources.items()}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        from nlp.gazetteer import Gazetteer

        return Gazetteer.load()

    @cached_property
    def entities(self) -> Entities:
        from nlp.entities import Entities

        return Entities.load()

    @cached_property
    def prepare(self) -> Preparer:
        """From texts as published to texts as they rest, under this home's keys."""
        return self.preparer(self.vault)

    def preparer(self, vault: Vault) -> Preparer:
        """The same under other keys."""
        from flows.prepare import Preparer

        return Preparer(self.entities, vault, self.gazetteer, self.reader.plain)

    @cached_property
    def reader(self) -> Reader:
        from nlp.reading import Reader

        return Reader.load(gazetteer=self.gazetteer)

    @cached_property
    def classifier(self) -> Classifier:
        from models.classifier import Classifier

        return Classifier.load()

    @cached_property
    def understand(self) -> Callable[[Passage], tuple[Analysis, Opinion]]:
        """What a stream's passage says, by rules and classifier; the same one again is answered from memory."""

        known: Remembered[Passage, tuple[Analysis, Opinion]] = Remembered(REMEMBERED)

        def understand(passage: Passage) -> tuple[Analysis, Opinion]:
            answer = known.get(passage)
            if answer is None:
                analysis = self.reader.read(passage, meaning="if likely")
                opinion = self.classifier.opinion(passage.title, passage.text, analysis.language, analysis.signs)
                answer = analysis, opinion
                known.put(passage, answer, len(passage.title) + len(passage.text))
            return answer

        return understand

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold this home alone. The lock dies with its holder.

        Raises Busy naming the home and the holder, KeyMismatch where the keys of what rests here are gone.
        """
        with alone(self.home / "run.lock", str(self.home), "Wait for it, or name another --home."):
            self.refuse_lost_keys()
            yield

    def refuse_lost_keys(self) -> None:
        """Raises KeyMismatch where the keys of what rests here are gone: told before anything is done."""
        from privacy.vault import Vault

        if self._keys_lost():
            Vault.open(self.home / KEYS, lay=False)
