"""Records as JSON and back: generic over the typed, frozen dataclasses of `core.records`, for every backend.

Instants are written in UTC, days as ISO dates, bytes as base64, tuples as lists; floats that JSON cannot hold as
"inf", "-inf", "nan". A field that a stored record lacks takes its default; one that is no longer known is dropped.
`Mapping[str, object]` is left as the JSON it is: tuples in it come back as lists, dates as texts.
"""

from __future__ import annotations

import types
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from math import isfinite
from typing import Any, Literal, TypeAliasType, Union, cast, get_args, get_origin, get_type_hints

import orjson

from core.errors import BadInput

type Convert = Callable[[Any], Any]


def encode(record: object) -> bytes:
    """One record as JSON. Raises BadInput for what JSON cannot hold (half characters, naive instants)."""
    try:
        return orjson.dumps(plain(record), default=_other)
    except (TypeError, ValueError) as error:
        name = getattr(record, "id", None) or getattr(record, "document_id", "")
        raise BadInput(f"{type(record).__name__} {name} cannot be written as JSON: {error}.") from error


def decode[T](form: type[T], raw: bytes | str) -> T:
    """One record from its JSON."""
    return build(form, orjson.loads(raw))


def plain(record: object) -> dict[str, Any]:
    """One record as a mapping of what JSON knows, and dates (which `orjson` writes)."""
    form: Any = type(record)
    return cast(dict[str, Any], _to_mapping(form)(record))


def build[T](form: type[T], mapping: Mapping[str, Any]) -> T:
    """One record from a mapping, the reverse of `plain` after JSON."""
    kind: Any = form
    return cast(T, _from_mapping(kind)(mapping))


def _other(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} has no place in JSON")


@cache
def _to_mapping(form: type) -> Convert:
    hints = get_type_hints(form)
    names = [entry.name for entry in fields(form)]
    converts = [(name, convert) for name in names if (convert := _writer(hints[name])) is not None]

    def write(record: object) -> dict[str, Any]:
        mapping = {name: getattr(record, name) for name in names}
        for name, convert in converts:
            mapping[name] = convert(mapping[name])
        return mapping

    return write


@cache
def _from_mapping(form: type) -> Convert:
    hints = get_type_hints(form)
    converts = [(entry.name, _reader(hints[entry.name])) for entry in fields(form)]
    optional = {e.name for e in fields(form) if e.default is not MISSING or e.default_factory is not MISSING}

    def read(mapping: Mapping[str, Any]) -> object:
        values: dict[str, Any] = {}
        for name, convert in converts:
            if name in mapping:
                value = mapping[name]
                values[name] = value if convert is None else convert(value)
            elif name not in optional:
                raise BadInput(f"a stored {form.__name__} lacks its field '{name}'.")
        return form(**values)

    return read


def _writer(kind: Any) -> Convert | None:
    """What makes a value of this kind writable; None: it is so already."""
    return _converter(kind, {datetime: _utc, bytes: _base64, float: _writable_float}, _to_mapping, list)


def _reader(kind: Any) -> Convert | None:
    """What makes a value of this kind out of JSON; None: it is so already."""
    readers: dict[Any, Convert] = {
        datetime: datetime.fromisoformat,
        date: date.fromisoformat,
        bytes: b64decode,
        float: _read_float,
    }
    return _converter(kind, readers, _from_mapping, tuple)


def _converter(kind: Any, leaves: dict[Any, Convert], records: Callable[[type], Convert], row: type) -> Convert | None:
    if isinstance(kind, TypeAliasType):
        return _converter(kind.__value__, leaves, records, row)
    if kind in leaves:
        return leaves[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        return records(kind)
    origin, args = get_origin(kind), get_args(kind)
    if kind in (str, int, bool, date, object, type(None)) or origin is Literal:
        return None
    if origin in (Union, types.UnionType):
        return _or_none([_converter(arg, leaves, records, row) for arg in args if arg is not type(None)], kind)
    if origin is tuple:
        return _items(args, [_converter(a, leaves, records, row) for a in args if a is not Ellipsis], row)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _values(_converter(args[1], leaves, records, row))
    raise TypeError(f"the codec knows no way to keep a field of type {kind}")


def _or_none(inner: list[Convert | None], kind: object) -> Convert | None:
    if len(inner) != 1:
        raise TypeError(f"the codec keeps 'X | None' but no other union: {kind}")
    convert = inner[0]
    return None if convert is None else lambda value: None if value is None else convert(value)


def _items(args: tuple[Any, ...], inner: list[Convert | None], row: type) -> Convert:
    if Ellipsis in args:
        convert = inner[0]
        return row if convert is None else lambda values: row(map(convert, values))
    return lambda values: row(v if c is None else c(v) for c, v in zip(inner, values, strict=True))


def _values(convert: Convert | None) -> Convert:
    return dict if convert is None else lambda mapping: {key: convert(value) for key, value in mapping.items()}


def _utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"the instant {value.isoformat()} has no timezone")
    return value.astimezone(UTC)


def _base64(value: bytes) -> str:
    return b64encode(value).decode()


def _writable_float(value: float) -> float | str:
    return value if isfinite(value) else repr(float(value))


def _read_float(value: float | str) -> float:
    return float(value)
