"""What `keep` does: say what is over its time and, when told to, forget it."""

from __future__ import annotations

from datetime import timedelta

from flows.house import House
from flows.outcome import Outcome


def keep(house: House, forget: bool) -> Outcome:
    """Preview, or carry out, the retention of the settings; counts stay for ever."""
    today, limits = house.clock().date(), house.settings.keep
    before = today - timedelta(days=limits.documents_days), today - timedelta(days=limits.findings_days)
    what = house.store.forget(*before) if forget else house.store.preview(*before)
    verb = "forgotten" if forget else "to be forgotten with --yes"
    note = (
        f"{what.documents:,} documents fetched before {what.before_documents} and "
        f"{what.findings:,} findings before {what.before_findings} {verb}; counts are kept"
    )
    if forget:
        from flows.acts import audit

        audit(house, "forget", "store", note)
    return Outcome("keep", done=what.documents + what.findings, notes=(note,))
