"""Writing in bulk: whole chunks, what is told 429 again, anything else told by name."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import batched
from typing import Any

import orjson
from elasticsearch import ApiError

from core.errors import BadInput
from stores.elastic.connection import Connection
from stores.elastic.faults import answer_of, reason_of

_CHUNK_BYTES, _CHUNK_ROWS = 4_000_000, 2000  # of one bulk request: big enough to be fast, small against a 512 MB heap
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.0)  # seconds after each 429: about 25 in all

type Op = tuple[str, str, str, dict[str, Any] | None]  # "index" or "delete", alias, id, source
type Row = tuple[Op, bytes, bytes]  # with its lines of a bulk request


class Bulk(Connection):
    """What is written, many records at a time."""

    def bulk(
        self,
        ops: Sequence[Op],
        *,
        aliased: bool = True,
        written: list[int] | None = None,
        between: Callable[[], None] | None = None,
    ) -> None:
        """Write all of these, each chunk until none of it is told 429. Raises BadInput for a record refused by name.

        `aliased`: write through aliases only, so that no index comes to be by a slip. `written`: one number, raised by
        what the server is known to have taken, also when the rest fails. `between`: called after each request.
        """
        for chunk in _chunks(ops):
            self._write(chunk, aliased, written if written is not None else [0], between or (lambda: None))

    def patiently[T](self, write: Callable[[], T]) -> T:
        """One small write, again as long as it is told 429. Errors come out as the client's own."""
        for pause in _PAUSES:
            try:
                return write()
            except ApiError as error:
                if error.status_code != 429 or "cluster_block_exception" in answer_of(error):
                    raise
                time.sleep(pause)
        return write()

    def _write(self, rows: list[Row], aliased: bool, written: list[int], between: Callable[[], None]) -> None:
        size = len(rows)
        for pause in _PAUSES:
            left: list[Row] = []
            for part in batched(rows, size):
                left += self._send(list(part), aliased, written)
                between()
            rows = left
            if not rows:
                return
            size = max(1, size // 2)  # a request may be too big for a server that has little room left
            time.sleep(pause)
        raise self.refusal(429, f"{len(rows)} records were refused {len(_PAUSES)} times")

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
        return self.refusal(entry["status"], reason)


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
