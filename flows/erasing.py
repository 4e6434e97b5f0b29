"""Erasure at the wish of the person concerned: what would go, and the act itself, remembered by the audit."""

from __future__ import annotations

from flows import acts, steps
from flows.house import House
from privacy.erase import Receipt, Wanted, receipt


def found(house: House, wanted: Wanted) -> tuple[str, ...]:
    """Ids of the documents that an erasure would take, each once."""
    by_id = [document.id for document in house.store.documents(wanted.document_ids)]
    by_contact = house.store.documents_with_contact((*wanted.pseudonyms, *wanted.handles))
    return tuple(dict.fromkeys([*by_id, *by_contact]))


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
