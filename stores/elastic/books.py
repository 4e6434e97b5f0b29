"""The house's own books: crawl reports, dead letters, acts of people, the audit, and small states."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

import orjson
from elasticsearch import ConflictError

from core.errors import BadInput, StoreAway
from core.records import Act, AuditEntry, CrawlReport, DeadLetter
from stores.codec import build
from stores.elastic.families import BOOKS, write_alias
from stores.elastic.faults import is_closed
from stores.elastic.lock import PATIENCE
from stores.elastic.part import Part, body_of, every, instant, term
from stores.elastic.searching import Hit

_PAGE = 500


class Books(Part):
    """Books at rest. A call that writes one record needs no lock: the server writes it whole, or not at all."""

    def put_report(self, report: CrawlReport) -> None:
        """The report of one crawl."""
        row = {"key": report.id, "source": report.source, "at": instant(report.started)}
        self._write("report", report.id, {**row, "body": body_of(report)})

    def reports(self, source: str | None = None, limit: int = 200) -> list[CrawlReport]:
        """Newest first, then by id; of one source, or of all."""
        hits = self._books("report", [{"at": "desc"}, {"key": "asc"}], limit, source=source)
        return [build(CrawlReport, hit["_source"]["body"]) for hit in hits]

    def put_dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """What could not be processed."""
        rows = {
            f"dead_letter~{x.id}": {"kind": "dead_letter", "key": x.id, "at": instant(x.at), "body": body_of(x)}
            for x in letters
        }
        if not rows:
            return
        with self._journal.writing() as change:
            change.load(BOOKS, rows)
            for key, row in rows.items():
                change.put(BOOKS, key, row)

    def dead_letters(self, limit: int = 200) -> list[DeadLetter]:
        """Newest first, then by id."""
        hits = self._books("dead_letter", [{"at": "desc"}, {"key": "asc"}], limit)
        return [build(DeadLetter, hit["_source"]["body"]) for hit in hits]

    def dead_letters_by_source(self) -> dict[str, int]:
        """How many there are of each source: all are looked at, as the body they rest in is not indexed."""
        hits = self._base.scan(BOOKS, every(term("kind", "dead_letter")), [{"key": "asc"}])
        return dict(Counter(hit["_source"]["body"]["source"] for hit in hits))

    def put_act(self, act: Act) -> None:
        """What a person did. Acts are never changed: a known id changes nothing."""
        row = {"key": act.id, "subject": act.subject, "at": instant(act.at), "body": body_of(act)}
        with suppress(Known):
            self._write("act", act.id, row, create=True)

    def acts(self, subject: str | None = None) -> list[Act]:
        """Oldest first, then by id; on one subject, or on all."""
        query = every(term("kind", "act"), term("subject", subject))
        hits = self._base.scan(BOOKS, query, [{"at": "asc"}, {"key": "asc"}])
        return [build(Act, hit["_source"]["body"]) for hit in hits]

    def append_audit(self, entry: AuditEntry) -> None:
        """One more link; the first is number 1. Raises BadInput when it is not the next one."""
        before = f"audit~{entry.number - 1:012}"
        if entry.number > 0 and (entry.number == 1 or self._base.fetch(BOOKS, [before], source=False)):
            with suppress(Known):
                row = {"number": entry.number, "body": body_of(entry)}
                self._write("audit", f"{entry.number:012}", row, create=True)
                return
        last = self.last_audit()
        raise BadInput(
            f"{self._server.shown}: audit entry {entry.number} is not the next one, "
            f"which is {last.number + 1 if last else 1}.",
            remedy="Somebody else was quicker: read the last entry and link again.",
        )

    def audit(self, after: int = 0) -> Iterator[AuditEntry]:
        """All entries after a number, in order."""
        while True:
            query = every(term("kind", "audit"), {"range": {"number": {"gt": after}}})
            hits = self._base.hits(BOOKS, query, [{"number": "asc"}], _PAGE)
            if not hits:
                return
            after = hits[-1]["_source"]["number"]
            yield from (build(AuditEntry, hit["_source"]["body"]) for hit in hits)

    def last_audit(self) -> AuditEntry | None:
        """The newest entry."""
        hits = self._books("audit", [{"number": "desc"}], 1)
        return build(AuditEntry, hits[0]["_source"]["body"]) if hits else None

    def state(self, key: str) -> Mapping[str, object] | None:
        """What was last kept under a key."""
        found = self._base.fetch(BOOKS, [f"state~{key}"])
        return cast(Mapping[str, object], found[f"state~{key}"]["_source"]["body"]) if found else None

    def set_state(self, key: str, value: Mapping[str, object]) -> None:
        """Keep a small mapping (of what JSON knows) under a key."""
        try:
            body = orjson.loads(orjson.dumps(dict(value)))
        except TypeError as error:
            raise BadInput(f"state '{key}' cannot be written as JSON: {error}.") from error
        self._write("state", key, {"key": key, "body": body})

    def _books(self, kind: str, sort: list[Any], limit: int, **equal: str | None) -> list[Hit]:
        conditions = [term(field, value) for field, value in equal.items()]
        return self._base.hits(BOOKS, every(term("kind", kind), *conditions), sort, limit)

    def _write(self, kind: str, key: str, row: dict[str, Any], *, create: bool = False) -> None:
        self._base.ensure(BOOKS)
        alias = write_alias(self._server.address.prefix, BOOKS)
        record: dict[str, Any] = {"index": alias, "id": f"{kind}~{key}", "document": {"kind": kind, **row}}
        record |= {"op_type": "create"} if create else {}
        until = time.monotonic() + PATIENCE
        while True:
            try:
                with self._server.asking() as client:
                    self._server.patiently(partial(client.index, **record, require_alias=True))
                return
            except StoreAway as error:
                if isinstance(error.__cause__, ConflictError):
                    raise Known from error
                if not is_closed(error) or time.monotonic() > until:
                    raise
                time.sleep(0.05)  # a changed mapping: the new index takes writes in a moment


class Known(Exception):
    """A record with this id is there already."""
