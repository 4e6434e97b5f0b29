"""What every store refuses before it writes."""

from __future__ import annotations

from core.errors import BadInput
from stores.base import Analysed


def check(analysed: Analysed) -> None:
    """A document has one reading, of one group. Raises BadInput naming document and field."""
    reading = analysed.reading
    if reading.document_id != analysed.document_id:
        raise BadInput(f"document {analysed.document_id}: its reading names document {reading.document_id}.")
    for finding in analysed.findings:
        if (finding.document_id, finding.group_id) != (reading.document_id, reading.group_id):
            raise BadInput(f"document {analysed.document_id}: finding {finding.id} names another document or group.")
    if len({finding.id for finding in analysed.findings}) < len(analysed.findings):
        raise BadInput(f"document {analysed.document_id}: two findings have the same id.")
