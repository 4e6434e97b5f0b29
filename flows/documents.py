"""From Postings in clear to Documents at rest: known editions are passed over, copies find their group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.cards import Source
from core.days import local_day
from core.ids import content_id, document_id
from core.records import Document, Posting
from flows.house import House
from flows.prepare import Prepared, Raw, resting_claim
from nlp import copies
from privacy import addresses
from stores.base import CopySketch, Written


@dataclass(frozen=True, slots=True)
class Known:
    """A posting with its ids, before it is read."""

    id: str
    edition: str
    posting: Posting
    card: Source


def keep_postings(house: House, pairs: Sequence[tuple[Posting, Source]]) -> Written:
    """Redact and store postings; those whose edition rests already are only counted."""
    known = list({one.id: one for one in (_identify(house, *pair) for pair in pairs)}.values())
    resting = house.store.editions([one.id for one in known])
    fresh = [one for one in known if resting.get(one.id) != one.edition]
    if not fresh:
        return Written(same=len(pairs))
    raws = [_raw(one) for one in fresh]
    documents = [_document(house, one, ready) for one, ready in zip(fresh, house.prepare(raws), strict=True)]
    grouped, sketches = _group(house, documents, {one.id: one.card for one in fresh})
    written = house.store.put_documents(grouped, sketches)
    return Written(written.new, written.replaced, written.same + len(pairs) - len(fresh))


def _identify(house: House, posting: Posting, card: Source) -> Known:
    native = posting.native_id or addresses.canonical(posting.url)
    # Keyed, so that a guessed text cannot be confirmed from the hash alone.
    edition = house.vault.keyed_hash(
        "\x1f".join(
            [posting.title, posting.text, str(posting.published_at or posting.published_day), str(posting.place_claim)]
        )
    )
    return Known(document_id(card.id, native), edition, posting, card)


def _raw(one: Known) -> Raw:
    hint = one.posting.language or (one.card.languages[0] if len(one.card.languages) == 1 else None)
    country = one.posting.country_claim or one.card.country
    return Raw(one.posting.title, one.posting.text, country, hint, one.posting.author)


def _document(house: House, one: Known, ready: Prepared) -> Document:
    posting, vault = one.posting, house.vault
    day = posting.published_day
    if day is None and posting.published_at is not None:
        day = local_day(posting.published_at, timezone_of(one.card))
    country = posting.country_claim or one.card.country
    author = vault.pseudonym("author", f"{one.card.id}\x1f{posting.author}") if posting.author else None
    return Document(
        id=one.id,
        source=one.card.id,
        kind=posting.kind,
        sealed_url=vault.seal(posting.url.encode()).decode(),
        shown_url=addresses.shown(posting.url),
        title=ready.title.text,
        text=ready.text.text,
        language=ready.language,
        edition=one.edition,
        fetched_at=posting.fetched_at,
        first_seen=posting.first_seen or posting.fetched_at,
        published_at=posting.published_at,
        date_source=posting.date_source,
        day=day,
        group_id=one.id,
        author=author,
        contacts=ready.contacts,
        entities=ready.entities,
        place_claim=resting_claim(posting.place_claim, vault, ready.language, country),
        country_claim=country,
        thread=content_id("thread", one.card.id, posting.thread) if posting.thread else None,
    )


def timezone_of(card: Source) -> str:
    """The timezone in which a source's days are reckoned."""
    from crawlers.catalog import timezone_of as zone

    return zone(card)


class _Book:
    """Sketches at hand, found by what they share with another."""

    def __init__(self, sketches: Sequence[CopySketch]) -> None:
        self._by_key: dict[str | int, list[CopySketch]] = defaultdict(list)
        for sketch in sketches:
            self.add(sketch)

    def add(self, sketch: CopySketch) -> None:
        keys: list[str | int] = [sketch.folded, *sketch.bands]
        for key in keys:
            self._by_key[key].append(sketch)

    def near(self, folded: str, bands: Sequence[int]) -> list[CopySketch]:
        """Those that share the folded hash or a band, each once, oldest first."""
        keys: list[str | int] = [folded, *bands]
        return list({one.document_id: one for key in keys for one in self._by_key.get(key, ())}.values())


def _group(
    house: House, documents: Sequence[Document], cards: dict[str, Source]
) -> tuple[list[Document], list[CopySketch]]:
    """Give each document the group of its oldest copy, among those at rest and those of this batch."""
    own = {doc.id: copies.sketch(doc.id, f"{doc.title}\n{doc.text}") for doc in documents if cards[doc.id].grouping}
    folded = [one.folded for one in own.values()]
    book = _Book(house.store.copies_of(folded, [band for one in own.values() for band in one.bands]))
    grouped: list[Document] = []
    sketches: list[CopySketch] = []
    for doc in documents:
        mine = own.get(doc.id)
        if mine is None:
            grouped.append(doc)
            continue
        group_id = copies.group(mine, book.near(mine.folded, mine.bands)) or doc.id
        sketch = CopySketch(doc.id, group_id, mine.folded, mine.signature, tuple(mine.bands))
        book.add(sketch)
        grouped.append(replace(doc, group_id=group_id))
        sketches.append(sketch)
    return grouped, sketches
