"""Erasure at the wish of the person concerned: what would go, and the act itself, remembered by the audit."""

from __future__ import annotations

from collections.abc import Iterator

from flows import acts, steps
from flows.house import House
from privacy import addresses
from privacy.erase import Receipt, Wanted, receipt

BATCH = 1000


def found(house: House, wanted: Wanted) -> tuple[str, ...]:
    """Ids of the documents that an erasure would take, each once; also of one of which only findings are left."""
    by_id = [one for one in wanted.document_ids if house.store.document(one) or house.store.reading(one)]
    by_contact = house.store.documents_with_contact((*wanted.pseudonyms, *wanted.handles))
    return tuple(dict.fromkeys([*by_id, *_at(house, frozenset(wanted.address_hashes)), *by_contact]))


def _at(house: House, hashes: frozenset[str]) -> Iterator[str]:
    """Ids of the documents of these addresses. All are opened: a post that shares its page has another id than it."""
    for documents in house.store.every_document(BATCH) if hashes else ():
        for document in documents:
            url = house.vault.unseal(document.sealed_url.encode()).decode()
            if house.vault.keyed_hash(addresses.of_post(url)) in hashes:
                yield document.id


def erase(house: House, wanted: Wanted) -> Receipt:
    """Erase them with their findings. The audit is told first: the number of the receipt, never what was asked."""
    if house.inbox.size():
        # What waits is sealed and cannot be searched; read later, it would come to rest after the erasure.
        steps.read(house)
    ids = found(house, wanted)
    proof = receipt(wanted, len(ids), house.clock(), house.vault)
    acts.audit(house, "erase", f"erasure:{proof.number}", f"{proof.kind}, {proof.documents} documents")
    if ids:
        house.store.erase(ids)
    return proof
