"""The server below the store: searching, fetching by id, bulk writing, and the indices that are there."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import orjson
from elasticsearch import (
    ApiError,
    AuthorizationException,
    BadRequestError,
    ConnectionTimeout,
    Elasticsearch,
    NotFoundError,
)

from core.errors import BadInput, StoreAway
from stores.elastic import families
from stores.elastic.address import Address
from stores.elastic.families import FAMILIES, Family, component, family_alias, template, write_alias
from stores.elastic.faults import answer_of, explained, reason_of, told

PAGE = 2000  # records a search page; 10,000 is the server's own limit
_CHUNK_BYTES, _CHUNK_ROWS = 4_000_000, 2000  # of one bulk request: big enough to be fast, small against a 512 MB heap
_TRIES = 9  # of a bulk that is told 429: 0.05 s, doubled each time, 12 s at most: about 25 s in all
_QUIET = logging.getLogger("elastic_transport")

type Op = tuple[str, str, str, dict[str, Any] | None]  # "index" or "delete", alias, id, source
type Row = tuple[Op, bytes, bytes]  # with its lines of a bulk request
type Hit = dict[str, Any]


class Server:
    """One address, as one user. May be used from any thread."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.shown = address.shown
        _QUIET.setLevel(logging.ERROR)  # what it warns of comes out as StoreAway
        options: dict[str, Any] = {"basic_auth": (address.user, address.password)} if address.user else {}
        if address.hosts[0].startswith("https"):
            options |= {"verify_certs": True, "ca_certs": str(address.ca) if address.ca else None}
        # 429 is ours to handle: the transport would send the whole bulk again at once.
        self.client = Elasticsearch(
            list(address.hosts),
            request_timeout=address.timeout,
            max_retries=len(address.hosts) - 1,
            retry_on_status=(),
            retry_on_timeout=False,
            **{name: value for name, value in options.items() if value is not None},
        )

    @contextmanager
    def asking(self) -> Iterator[Elasticsearch]:
        """The client, its errors told as StoreAway."""
        with told(self.shown):
            yield self.client

    # -- indices
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

    def ensure(self, family: Family, month: str = "") -> None:
        """Make the index of a month where it is missing, and before the first one the family's template."""
        alias = write_alias(self.address.prefix, family, month)
        with self.asking() as client:
            if client.indices.exists_alias(name=alias):
                return
            self.install(family)
            aliases: dict[str, Any] = {alias: {}, family_alias(self.address.prefix, family): {}}
            self.create(f"{alias}.v{families.VERSION}", family, aliases)

    def create(self, index: str, family: Family, aliases: dict[str, Any]) -> None:
        """Make an index. Its mapping is given whole: a writer may not see templates, and must not rely on them."""
        parts = component(family, self.address.prefix, self.address.shards, self.address.replicas)
        with self.asking() as client:
            try:
                client.indices.create(index=index, aliases=aliases, wait_for_active_shards="1", **parts)
            except BadRequestError as error:
                if "resource_already_exists" not in str(error):
                    raise

    def versions(self) -> dict[str, int]:
        """Each index of this store, with the version of its mapping."""
        with self.asking() as client:
            found = client.options(ignore_status=404).indices.get_mapping(
                index=f"{self.address.prefix}-*", filter_path="*.mappings._meta"
            )
        return {
            index: entry["mappings"]["_meta"]["honeyguide"]
            for index, entry in found.body.items()
            if "honeyguide" in entry.get("mappings", {}).get("_meta", {})
        }

    def install(self, family: Family) -> None:
        """Put the family's templates where they are missing or older, if this user may: no stranger's index of this
        name then gets another mapping."""
        prefix, name = self.address.prefix, family_alias(self.address.prefix, family)
        with self.asking() as client:
            try:
                [entry] = client.indices.get_index_template(name=name)["index_templates"]
                if entry["index_template"].get("version", 0) >= template(family, prefix)["version"]:
                    return
            except NotFoundError:
                pass
            except AuthorizationException:
                return
            parts = component(family, prefix, self.address.shards, self.address.replicas)
            with suppress(AuthorizationException):
                client.cluster.put_component_template(name=name, template=parts)
                client.indices.put_index_template(name=name, **template(family, prefix), meta=None)

    # -- reading
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
                    raise explained(self.shown, 503, f"{lost} parts of its indices are on no node") from None
                raise

    def search(self, *families: Family, fresh: bool = True, **asked: Any) -> Any:
        """One search over all of these families, after a refresh."""
        if fresh:
            self.refresh(*families)
        with self.asking() as client:
            return client.search(
                index=self.names(families),
                ignore_unavailable=True,
                allow_no_indices=True,
                allow_partial_search_results=False,
                **asked,
            ).body

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
        with self.asking() as client:
            pit = client.open_point_in_time(index=self.names(families), keep_alive="5m", ignore_unavailable=True)["id"]
        try:
            yield pit
        finally:
            with told(self.shown):
                self.client.close_point_in_time(id=pit)

    def fetch(self, family: Family, ids: Iterable[str], **asked: Any) -> dict[str, Hit]:
        """Records by id, from whatever month, as they are this instant; unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        aliases = [write_alias(self.address.prefix, family, month) for month in self.months(family)] if wanted else []
        pairs = [(alias, i) for alias in aliases for i in wanted]
        found: dict[str, Hit] = {}
        for start in range(0, len(pairs), PAGE):
            docs = [{"_index": alias, "_id": i} for alias, i in pairs[start : start + PAGE]]
            with self.asking() as client:
                for hit in client.mget(docs=docs, **asked).body["docs"]:
                    if hit.get("found"):
                        found[hit["_id"]] = hit
                    elif "error" in hit and hit["error"]["type"] != "index_not_found_exception":
                        raise explained(self.shown, 503, reason_of(hit["error"]))
        return found

    # -- writing
    def bulk(self, ops: Sequence[Op], *, aliased: bool = True, written: list[int] | None = None) -> None:
        """Write all of these, each chunk until none of it is told 429. Raises BadInput for a record refused by name.

        `aliased`: write through aliases only, so that no index comes to be by a slip. `written`: one number, raised by
        what the server is known to have taken, also when the rest fails.
        """
        for chunk in _chunks(ops):
            self._write(chunk, aliased, written if written is not None else [0])

    def _write(self, rows: list[Row], aliased: bool, written: list[int]) -> None:
        for attempt in range(_TRIES):
            refused = self._send(rows, aliased, written)
            if not refused:
                return
            rows = refused
            time.sleep(min(12.0, 0.05 * 2**attempt))
        raise explained(self.shown, 429, f"{len(rows)} records were refused {_TRIES} times")

    def _send(self, rows: list[Row], aliased: bool, written: list[int]) -> list[Row]:
        """One request; the rows that are to be sent again."""
        lines: list[Any] = [line for _, head, body in rows for line in ((head, body) if body else (head,))]
        with self.asking() as client:
            try:
                answer = client.bulk(
                    operations=lines,
                    require_alias=aliased,
                    timeout="30s",
                    filter_path="errors,items.*.status,items.*.error",
                ).body
            except ApiError as error:
                if error.status_code == 429:
                    return rows
                if error.status_code == 400:
                    raise BadInput(f"{self.shown}: a bulk was refused: {answer_of(error)}.") from error
                raise
        if not answer["errors"]:
            written[0] += len(rows)
            return []
        again, faults = [], []
        for row, item in zip(rows, answer["items"], strict=True):
            [entry] = item.values()
            if "error" not in entry:
                written[0] += 1
            elif entry["status"] == 429 and entry["error"]["type"] != "cluster_block_exception":
                again.append(row)
            else:
                faults.append((row[0], entry))
        if faults:
            raise self._fault(*faults[0])
        return again

    def _fault(self, op: Op, entry: dict[str, Any]) -> Exception:
        reason = reason_of(entry["error"])
        if entry["status"] == 400:
            return BadInput(f"{self.shown}: record {op[2]} of {op[1]} was refused: {reason}.")
        return explained(self.shown, entry["status"], reason)

    def names(self, families: Sequence[Family]) -> str:
        """Families as the server is asked for them."""
        return ",".join(family_alias(self.address.prefix, family) for family in families)

    def drop_empty(self, family: Family) -> None:
        """Remove the months of a dated family in which nothing is left."""
        self.refresh(family)
        for month in self.months(family)[:-1]:
            alias = write_alias(self.address.prefix, family, month)
            with self.asking() as client:
                if client.count(index=alias)["count"] == 0:
                    for index in client.indices.get_alias(name=alias).body:
                        with suppress(AuthorizationException):  # a writer's empty months wait for an admin
                            client.indices.delete(index=index)

    def scrub(self, *families: Family) -> None:
        """Merge away what was deleted, so that it lies in no segment any more."""
        with self.asking() as client:
            client.indices.forcemerge(
                index=self.names(families), only_expunge_deletes=True, ignore_unavailable=True, allow_no_indices=True
            )

    def wipe(self) -> None:
        """Remove all indices and templates of this prefix: for tests."""
        with self.asking() as client:
            found = client.indices.get_alias(index=f"{self.address.prefix}-*").body
            for index in found:
                client.indices.delete(index=index)
            for family in FAMILIES:
                name = family_alias(self.address.prefix, family)
                client.options(ignore_status=404).indices.delete_index_template(name=name)
                client.options(ignore_status=404).cluster.delete_component_template(name=name)

    def close(self) -> None:
        """Close all connections."""
        self.client.close()


def _chunks(ops: Sequence[Op]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    size = 0
    for op in ops:
        kind, alias, key, source = op
        head = orjson.dumps({kind: {"_index": alias, "_id": key}})
        body = b"" if source is None else orjson.dumps(source)
        if chunk and (size + len(body) > _CHUNK_BYTES or len(chunk) == _CHUNK_ROWS):
            yield chunk
            chunk, size = [], 0
        chunk.append((op, head, body))
        size += len(body)
    if chunk:
        yield chunk


def too_long(shown: str, seconds: float) -> StoreAway:
    """Another writer did not let go."""
    return StoreAway(
        f"{shown}: another program kept the store locked for longer than {seconds:.0f} s.",
        remedy="Wait for it to end, or stop it, and start again. Nothing is half written.",
    )
