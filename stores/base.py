"""The Store: findings at rest. Its promises, which one contract suite holds every backend to.

1. What a call has written, the next call reads, from any process.
2. Every write is repeatable: the same records again change nothing. Each call is all or nothing.
3. A document with a known id and the same `edition` changes nothing; with another edition it replaces the older one
   unless its `fetched_at` is earlier. `first_seen` stays that of the first edition.
4. `replace_findings` puts and removes in one act; an older `version` than the stored one changes nothing.
5. `counts` and `exposure` are plain numbers of records (`Finding.counted`, dated `Reading`s) and agree with the
   definitions in `trends`, whatever was written in whatever order.
6. Listings come in a stated order, by pages that hold while others write.
7. Only `forget` deletes, after `preview` has said what would go. Counts outlive the findings they were made from.
8. A store that is away raises StoreAway naming the store; nothing is half written.

Versions are compared as tuples of their dotted numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.records import (
    Act,
    AuditEntry,
    Corridor,
    Count,
    CrawlReport,
    DeadLetter,
    Digest,
    Document,
    Exposure,
    Finding,
    Gap,
    Level,
    Reading,
    SeriesPoint,
    Spike,
    Stream,
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: new records, replaced older ones, and those that were there already."""

    new: int = 0
    replaced: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class CopySketch:
    """What finds copies of a document again: `folded` hashes its folded text, `bands` are those of its MinHash."""

    document_id: str
    group_id: str
    folded: str
    signature: bytes
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Analysed:
    """The outcome of analysing one document under one version, put in one act."""

    document_id: str
    version: str
    reading: Reading
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class EvidenceQuery:
    """A search over evidence. `text` is matched against redacted words; replacement tokens are not searchable.

    `gone_too`: withdrawn documents as well, for counting, never to be shown.
    """

    text: str = ""
    topic: str | None = None
    stream: Stream | None = None
    level: Level | None = None
    place_id: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    signal_only: bool = False
    urgent_only: bool = False
    gone_too: bool = False
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What retention would remove, by kind of record; dead letters go as documents do."""

    documents: int
    findings: int
    before_documents: date
    before_findings: date
    letters: int = 0


class Store(Protocol):
    """See the module's text for the promises."""

    # -- documents
    def put_documents(self, documents: Sequence[Document], sketches: Sequence[CopySketch] = ()) -> Written: ...
    def document(self, document_id: str) -> Document | None: ...
    def documents(self, ids: Sequence[str]) -> list[Document]: ...
    def every_document(self, batch: int) -> Iterator[list[Document]]:
        """All documents, withdrawn ones too, by id, in batches; safe to write between batches."""
        ...

    def editions(self, ids: Sequence[str]) -> dict[str, str]:
        """The stored edition of each known id."""
        ...

    def withdraw(self, ids: Sequence[str]) -> int:
        """Take documents gone from their site out of evidence; counts stay. Returns how many were changed."""
        ...

    def copies_of(self, folded: Sequence[str], bands: Sequence[int]) -> list[CopySketch]:
        """Sketches that share a folded hash or any band: the candidates, oldest group first."""
        ...

    def to_analyse(self, version: str, batch: int, since: date | None = None) -> Iterator[list[Document]]:
        """Documents without findings of this version, oldest id first, in batches; safe to write between batches."""
        ...

    # -- findings
    def replace_findings(self, analysed: Sequence[Analysed]) -> Written: ...
    def reading(self, document_id: str) -> Reading | None: ...
    def findings(self, document_id: str) -> list[Finding]: ...
    def groups_to_count(self, batch: int) -> Iterator[list[str]]:
        """Ids of groups whose findings changed since they were last counted."""
        ...

    def findings_of_groups(self, group_ids: Sequence[str]) -> list[Finding]: ...
    def set_counted(self, group_ids: Sequence[str], counted: Sequence[str]) -> None:
        """Mark exactly these finding ids of these groups as counted, and the groups as done."""
        ...

    # -- numbers
    def counts(
        self,
        level: Level,
        *,
        stream: Stream | None = None,
        topic: str | None = None,
        place_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        first_seen_by: date | None = None,
    ) -> list[Count]:
        """Counted findings by topic, place, source and day, ordered by those; zero rows are left out."""
        ...

    def exposure(
        self,
        level: Level,
        *,
        stream: Stream | None = None,
        place_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        first_seen_by: date | None = None,
    ) -> list[Exposure]:
        """Dated documents read, by place, source and day, ordered by those."""
        ...

    def groups_by_place(
        self, level: Level, *, stream: Stream, topic: str, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `counts` by place: for pages, which would fetch thousands of rows to add them up."""
        ...

    def documents_by_place(
        self, level: Level, *, stream: Stream | None = None, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `exposure` by place."""
        ...

    def groups_by_topic(
        self, level: Level, *, stream: Stream, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `counts` by topic, over all places of the level."""
        ...

    def evidence(self, query: EvidenceQuery) -> list[tuple[Document, Reading]]:
        """Newest day first, then by id; withdrawn documents are left out, unless asked for."""
        ...

    def findings_behind(
        self, stream: Stream, topic: str, level: Level, place_id: str, since: date, until: date
    ) -> list[Finding]:
        """All findings (of every topic) of the documents by which this series counted between two days."""
        ...

    def findings_counted(
        self, stream: Stream, topic: str, level: Level, places: Sequence[str] | None, since: date, until: date
    ) -> list[Finding]:
        """The findings by which these places (None: all of the level) counted between two days, by document and id.

        As many as the sums of `counts`, less those forgotten since.
        """
        ...

    def tallies(self) -> dict[str, int]:
        """How many of each kind of record there are, with "undated", "unplaced", "signals", "urgent", "abstained"."""
        ...

    # -- what was found
    def put_spikes(self, spikes: Sequence[Spike], judged_from: date, judged_until: date) -> None:
        """Replace the spikes of the judged days: those no longer found go unless a person has acted on them."""
        ...

    def spikes(self, *, since: date | None = None, until: date | None = None) -> list[Spike]:
        """By recurrence, rarest first, then by id; `status` as the last triage act left it."""
        ...

    def put_series(self, points: Iterable[SeriesPoint]) -> None: ...
    def series(self, stream: Stream, topic: str, level: Level, place_id: str) -> list[SeriesPoint]: ...
    def latest_points(self, level: Level, stream: Stream, topic: str, since: date, until: date) -> list[SeriesPoint]:
        """All places' points of one topic between two days, for the map."""
        ...

    def put_gaps(
        self,
        gaps: Sequence[Gap],
        corridors: Sequence[Corridor],
        gap_weeks: Collection[date] = (),
        corridor_weeks: Collection[date] = (),
    ) -> None:
        """Gaps and corridors of whole weeks: what these weeks, and those named, held of either kind before goes."""
        ...

    def gaps(self, week: date | None = None) -> list[Gap]: ...
    def corridors(self, week: date | None = None) -> list[Corridor]: ...
    def put_digest(self, digest: Digest) -> None: ...
    def digests(self) -> list[Digest]:
        """Newest week first."""
        ...

    # -- the house's own books
    def put_report(self, report: CrawlReport) -> None: ...
    def reports(self, source: str | None = None, limit: int = 200) -> list[CrawlReport]:
        """Newest first."""
        ...

    def put_dead_letters(self, letters: Sequence[DeadLetter]) -> None: ...
    def dead_letters(self, limit: int = 200) -> list[DeadLetter]:
        """Newest first."""
        ...

    def dead_letters_by_source(self) -> dict[str, int]:
        """How many there are of each source, of all that are kept."""
        ...

    def put_act(self, act: Act) -> None: ...
    def acts(self, subject: str | None = None) -> list[Act]:
        """Oldest first."""
        ...

    def append_audit(self, entry: AuditEntry) -> None:
        """Raises BadInput when `entry.number` is not the next one: somebody else was quicker, link again."""
        ...

    def audit(self, after: int = 0) -> Iterator[AuditEntry]: ...
    def last_audit(self) -> AuditEntry | None: ...
    def state(self, key: str) -> Mapping[str, object] | None: ...
    def set_state(self, key: str, value: Mapping[str, object]) -> None: ...

    # -- the end of things
    def preview(self, before_documents: date, before_findings: date) -> Forgettable: ...
    def forget(self, before_documents: date, before_findings: date) -> Forgettable: ...
    def erase(self, document_ids: Sequence[str]) -> int:
        """Erase documents, their findings and sketches for good; counts already made are kept."""
        ...

    def documents_with_contact(self, pseudonyms: Sequence[str]) -> list[str]: ...
    def close(self) -> None: ...
