"""What has left the house: with a login, digests that two people let go; on one person's own machine, all of them."""

from __future__ import annotations

from core.records import Digest
from core.settings import Settings
from privacy import leaving
from stores.base import Store


def subject_of(digest: Digest) -> str:
    """How acts and audit call a digest."""
    return leaving.subject_of(digest.week, digest.edition)


def two_people(settings: Settings) -> bool:
    """Whether the rule of two people holds: not where one person works alone, without a login."""
    return settings.dashboard.login != "none"


def left(store: Store, settings: Settings) -> list[Digest]:
    """The digests that left, newest week first; with a login nothing but public editions."""
    digests = store.digests()
    if not two_people(settings):
        return digests
    return [d for d in digests if d.edition == "public" and leaving.released(store.acts(subject_of(d)))]
