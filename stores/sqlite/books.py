"""The house's own books: crawl reports, dead letters, acts of people, the audit, and small states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import orjson

from core.errors import BadInput
from core.records import Act, AuditEntry, CrawlReport, DeadLetter
from stores.codec import decode, encode
from stores.sqlite.part import Part, instant

_PAGE = 500


class Books(Part):
    """Books at rest."""

    def put_report(self, report: CrawlReport) -> None:
        """The report of one crawl."""
        with self._base.writing() as connection:
            row = (report.id, report.source, instant(report.started), encode(report))
            connection.execute("INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?)", row)

    def reports(self, source: str | None = None, limit: int = 200) -> list[CrawlReport]:
        """Newest first, then by id; of one source, or of all."""
        condition, values = ("WHERE source = ?", [source]) if source is not None else ("", [])
        with self._base.reading() as connection:
            sql = f"SELECT body FROM reports {condition} ORDER BY started DESC, id LIMIT ?"
            return [decode(CrawlReport, body) for (body,) in connection.execute(sql, (*values, limit))]

    def put_dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """What could not be processed."""
        with self._base.writing() as connection:
            rows = [(letter.id, instant(letter.at), encode(letter)) for letter in letters]
            connection.executemany("INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?)", rows)

    def dead_letters(self, limit: int = 200) -> list[DeadLetter]:
        """Newest first, then by id."""
        with self._base.reading() as connection:
            rows = connection.execute("SELECT body FROM dead_letters ORDER BY at DESC, id LIMIT ?", (limit,))
            return [decode(DeadLetter, body) for (body,) in rows]

    def dead_letters_by_source(self) -> dict[str, int]:
        """How many there are of each source."""
        with self._base.reading() as connection:
            # A blob would be taken for SQLite's own binary JSON.
            sql = "SELECT json_extract(CAST(body AS TEXT), '$.source') AS of, count(*) FROM dead_letters GROUP BY of"
            return dict(connection.execute(sql).fetchall())

    def put_act(self, act: Act) -> None:
        """What a person did. Acts are never changed: a known id changes nothing."""
        with self._base.writing() as connection:
            row = (act.id, act.subject, instant(act.at), encode(act))
            connection.execute("INSERT OR IGNORE INTO acts VALUES (?, ?, ?, ?)", row)

    def acts(self, subject: str | None = None) -> list[Act]:
        """Oldest first, then by id; on one subject, or on all."""
        condition, values = ("WHERE subject = ?", [subject]) if subject is not None else ("", [])
        with self._base.reading() as connection:
            rows = connection.execute(f"SELECT body FROM acts {condition} ORDER BY at, id", values)
            return [decode(Act, body) for (body,) in rows]

    def append_audit(self, entry: AuditEntry) -> None:
        """One more link; the first is number 1. Raises BadInput when it is not the next one."""
        with self._base.writing() as connection:
            following = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM audit").fetchone()[0]
            if entry.number != following:
                raise BadInput(
                    f"{self._base.path}: audit entry {entry.number} is not the next one, which is {following}.",
                    remedy="Somebody else was quicker: read the last entry and link again.",
                )
            connection.execute("INSERT INTO audit VALUES (?, ?)", (entry.number, encode(entry)))

    def audit(self, after: int = 0) -> Iterator[AuditEntry]:
        """All entries after a number, in order."""
        while True:
            with self._base.reading() as connection:
                sql = "SELECT body FROM audit WHERE number > ? ORDER BY number LIMIT ?"
                entries = [decode(AuditEntry, body) for (body,) in connection.execute(sql, (after, _PAGE))]
            if not entries:
                return
            after = entries[-1].number
            yield from entries

    def last_audit(self) -> AuditEntry | None:
        """The newest entry."""
        with self._base.reading() as connection:
            row = connection.execute("SELECT body FROM audit ORDER BY number DESC LIMIT 1").fetchone()
        return decode(AuditEntry, row[0]) if row else None

    def state(self, key: str) -> Mapping[str, object] | None:
        """What was last kept under a key."""
        with self._base.reading() as connection:
            row = connection.execute("SELECT body FROM states WHERE key = ?", (key,)).fetchone()
        return cast(Mapping[str, object], orjson.loads(row[0])) if row else None

    def set_state(self, key: str, value: Mapping[str, object]) -> None:
        """Keep a small mapping (of what JSON knows) under a key."""
        try:
            body = orjson.dumps(dict(value))
        except TypeError as error:
            raise BadInput(f"state '{key}' cannot be written as JSON: {error}.") from error
        with self._base.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO states VALUES (?, ?)", (key, body))
