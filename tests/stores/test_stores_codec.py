"""The codec: every record comes back as it was, whatever it holds."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from types import UnionType
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import records
from core.errors import BadInput
from stores.base import CopySketch
from stores.codec import build, decode, encode
from stores.versions import version_key

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(-timedelta(hours=3, minutes=30))])
LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    int: st.integers(-(2**63), 2**64 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    date: st.dates(),
    datetime: st.datetimes(datetime(1970, 1, 1), timezones=ZONES),
    type(None): st.none(),
    object: st.none() | st.booleans() | st.integers(-9, 9) | st.lists(st.text("aé", max_size=3), max_size=2),
}


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type; a field of free JSON (`object`) holds JSON."""
    if isinstance(kind, TypeAliasType):
        return of_type(kind.__value__)
    origin, args = get_origin(kind), get_args(kind)
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{entry.name: of_type(hints[entry.name]) for entry in dataclasses.fields(kind)})
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, UnionType):
        return st.one_of(*map(of_type, args))
    if origin is tuple and Ellipsis in args:
        return st.lists(of_type(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of_type, args))
    assert issubclass(origin, Mapping), f"no strategy for {kind}"
    return st.dictionaries(of_type(args[0]), of_type(args[1]), max_size=2)


FORMS = [
    form for form in vars(records).values() if dataclasses.is_dataclass(form) and form.__module__ == "core.records"
]


@pytest.mark.parametrize("form", [*FORMS, CopySketch], ids=lambda form: form.__name__)
def test_every_record_comes_back_as_it_was(form: type[Any]) -> None:
    @given(of_type(form))
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def comes_back(record: Any) -> None:
        assert decode(form, encode(record)) == record

    comes_back()


def test_a_float_that_json_cannot_hold_survives() -> None:
    point = records.SeriesPoint("posts", "t", "city", "1", date(2026, 3, 2), 1, math.inf, -math.inf, math.nan, 1)
    back = decode(records.SeriesPoint, encode(point))
    assert (back.expected, back.low) == (math.inf, -math.inf)
    assert back.high is not None
    assert math.isnan(back.high)


def test_a_missing_field_takes_its_default_and_an_unknown_one_is_dropped() -> None:
    span = {"start": 1, "end": 2, "label": "GPE", "once": "known"}
    assert build(records.Span, span) == records.Span(1, 2, "GPE", "text")
    with pytest.raises(BadInput, match=r"Span lacks its field 'label'"):
        build(records.Span, {"start": 1, "end": 2})


def test_instants_are_written_in_utc() -> None:
    at = datetime.fromisoformat("2026-03-02T01:00:00+08:00")
    assert orjson.loads(encode(records.Act("1", "s", "note", "v", "a", at)))["at"] == "2026-03-01T17:00:00+00:00"


@pytest.mark.parametrize("change", [{"at": datetime(2026, 3, 2)}, {"value": "half \udc80"}, {"value": object()}])
def test_what_json_cannot_hold_is_refused_by_the_name_of_the_record(change: dict[str, Any]) -> None:
    act = records.Act("act-1", "s", "note", "v", "a", datetime(2026, 3, 2, tzinfo=UTC))
    with pytest.raises(BadInput, match="Act act-1"):
        encode(dataclasses.replace(act, **change))


versions = st.lists(st.integers(0, 10**12 - 1), min_size=1, max_size=4)


@given(versions, versions)
def test_versions_sort_as_tuples_of_their_numbers(a: list[int], b: list[int]) -> None:
    keys = [version_key(".".join(map(str, numbers))) for numbers in (a, b)]
    assert (keys[0] < keys[1]) == (tuple(a) < tuple(b))
    assert (keys[0] == keys[1]) == (a == b)
