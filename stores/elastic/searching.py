"""Reading from the server: searches after a refresh, points in time, records by id."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from elasticsearch import ApiError, ConnectionTimeout, Elasticsearch, NotFoundError, TransportError

from core.errors import StoreAway
from stores.elastic.connection import Connection
from stores.elastic.families import Family, family_alias, write_alias
from stores.elastic.faults import reason_of

PAGE = 2000  # records a search page; 10,000 is the server's own limit
_GONE = "index_not_found_exception"  # a month that was removed between its naming and its reading
_PAUSE = 0.02  # seconds before asking again
_PATIENCE = 10.0  # seconds that a new index may take to have its parts, on a busy server

type Hit = dict[str, Any]


class Searching(Connection):
    """What is asked of the indices of a store."""

    def months(self, family: Family) -> list[str]:
        """The months of a dated family that are there ("2026.03"), in order; of another family [""] or nothing."""
        alias = family_alias(self.address.prefix, family)
        with self.asking() as client:
            try:
                found = client.indices.get_alias(index=f"{alias}-*", expand_wildcards="open").body
            except NotFoundError:
                return []
        known = {name for entry in found.values() for name in entry["aliases"] if name.startswith(f"{alias}-")}
        months = sorted(name.removeprefix(f"{alias}-") for name in known)
        return months if family.dated else ["" for _ in months]

    def refresh(self, *families: Family) -> None:
        """Make what was written findable."""
        names = self.names(families)
        with self.asking() as client:
            try:
                client.indices.refresh(index=names, ignore_unavailable=True, allow_no_indices=True)
            except ConnectionTimeout:
                # A refresh waits for parts that are not there; which is another trouble than a slow server.
                lost = client.cluster.health(index=f"{self.address.prefix}-*")["unassigned_primary_shards"]
                if lost:
                    raise self.refusal(503, f"{lost} parts of its indices are on no node") from None
                raise

    def search(self, *families: Family, fresh: bool = True, **asked: Any) -> Any:
        """One search over all of these families, after a refresh."""
        if fresh:
            self.refresh(*families)
        asked |= {"ignore_unavailable": True, "allow_no_indices": True, "allow_partial_search_results": False}
        return self._read(lambda client: client.search(index=self.names(families), **asked).body)

    def _read[T](self, question: Callable[[Elasticsearch], T]) -> T:
        """Ask, and again while part of the store is not there, but not for ever.

        An index that an upgrade switched away between its naming and its reading has a successor by then; one that
        another process has just made has its parts in a moment, and the next that it makes soon after.
        """
        until = time.monotonic() + self._patience()
        with self.asking() as client:
            while True:
                try:
                    return question(client)
                except (ApiError, StoreAway) as error:
                    away = isinstance(error, StoreAway) or error.status_code == 503
                    if not away or time.monotonic() > until:
                        raise
                self._await_parts(client)

    def _patience(self) -> float:
        return min(_PATIENCE, self.address.timeout)

    def _await_parts(self, client: Elasticsearch) -> None:
        """Wait until every index is there to be read; whether it is, the next question tells."""
        patience = f"{self._patience():.0f}s"
        time.sleep(_PAUSE)
        with suppress(ApiError, TransportError):
            client.cluster.health(index=f"{self.address.prefix}-*", wait_for_status="yellow", timeout=patience)

    def hits(self, family: Family, query: dict[str, Any], sort: list[Any], size: int, **asked: Any) -> list[Hit]:
        """The first records of a query."""
        if size <= 0:
            return []
        if size > 10_000:
            found: list[Hit] = []
            for hit in self.scan(family, query, sort, **asked):
                found.append(hit)
                if len(found) == size:
                    break
            return found
        asked = {"track_total_hits": False, **asked}
        answer = self.search(family, query=query, sort=sort, size=size, **asked)
        return list(answer["hits"]["hits"])

    def count(self, family: Family, query: dict[str, Any]) -> int:
        """How many records a query finds."""
        answer = self.search(family, query=query, size=0, track_total_hits=True)
        return int(answer["hits"]["total"]["value"])

    def scan(self, family: Family, query: dict[str, Any], sort: list[Any], **asked: Any) -> Iterator[Hit]:
        """All records of a query, in order, as they stood at the beginning."""
        with self.view(family) as pit:
            after: list[Any] | None = None
            while True:
                more: dict[str, Any] = {"search_after": after} if after else {}
                with self.asking() as client:
                    page: list[Hit] = client.search(
                        pit={"id": pit, "keep_alive": "5m"},
                        query=query,
                        sort=[*sort, {"_shard_doc": "asc"}],
                        size=PAGE,
                        track_total_hits=False,
                        allow_partial_search_results=False,
                        **more,
                        **asked,
                    ).body["hits"]["hits"]
                yield from page
                if len(page) < PAGE:
                    return
                after = page[-1]["sort"]

    @contextmanager
    def view(self, *families: Family) -> Iterator[str]:
        """A point in time over these families: what is written after it is not seen in it."""
        self.refresh(*families)
        asked: dict[str, Any] = {"index": self.names(families), "keep_alive": "5m", "ignore_unavailable": True}
        pit = self._read(lambda client: client.open_point_in_time(**asked)["id"])
        try:
            yield pit
        finally:
            with self.telling():
                self.client.close_point_in_time(id=pit)

    def fetch(self, family: Family, ids: Iterable[str], **asked: Any) -> dict[str, Hit]:
        """Records by id, from whatever month, as they are this instant; unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        aliases = [write_alias(self.address.prefix, family, month) for month in self.months(family)] if wanted else []
        pairs = [(alias, i) for alias in aliases for i in wanted]
        found: dict[str, Hit] = {}
        for start in range(0, len(pairs), PAGE):
            docs = [{"_index": alias, "_id": i} for alias, i in pairs[start : start + PAGE]]
            found |= self._fetched(docs, asked)
        return found

    def _fetched(self, docs: list[Hit], asked: dict[str, Any]) -> dict[str, Hit]:
        def get(client: Elasticsearch) -> dict[str, Hit]:
            hits = client.mget(docs=docs, **asked).body["docs"]
            for error in (hit["error"] for hit in hits if "error" in hit):
                if error["type"] != _GONE:
                    raise self.refusal(503, reason_of(error))
            return {hit["_id"]: hit for hit in hits if hit.get("found")}

        return self._read(get)
