"""Which finding a group counts by: one per group, stream and topic, that of its first post."""

from __future__ import annotations

from collections.abc import Sequence

from core.records import Finding


def choose(findings: Sequence[Finding]) -> list[str]:
    """Ids of the findings to be counted: one per (group, stream, topic), earliest day, then first seen, then document.

    Only countable, dated findings can count. The answer does not depend on the order of `findings`, and is sorted.
    """
    best: dict[tuple[str, str, str], tuple[tuple[object, ...], str]] = {}
    for finding in findings:
        if not finding.countable or finding.day is None:
            continue
        series = (finding.group_id, finding.stream, finding.topic)
        rank = (finding.day, finding.first_seen, finding.document_id, finding.id)
        known = best.get(series)
        if known is None or rank < known[0]:
            best[series] = (rank, finding.id)
    return sorted(finding_id for _, finding_id in best.values())
