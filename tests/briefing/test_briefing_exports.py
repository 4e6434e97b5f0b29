"""What others take away: released figures only, and no cell that runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefing.exports import COLUMNS, quoted, to_csv, to_geojson
from core.records import Digest

type Build = Callable[..., Digest]


def test_a_table_holds_the_released_figures_and_no_other(build: Build, records: Callable[..., dict[str, Any]]) -> None:
    digest = build({"201": 33, "301": 3})
    lines = list(csv.DictReader(io.StringIO(to_csv(digest, records({})["places"]))))
    assert tuple(lines[0]) == COLUMNS
    assert {line["place_name"] for line in lines} >= {"Makassar", "Malaysia"}
    assert "Battambang" not in {line["place_name"] for line in lines}
    assert all(int(line["low"]) >= 10 for line in lines)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1", "＝1", "＠A", "\u200b=1", "\u202e=1"]
)
def test_a_cell_that_would_run_is_quoted(cell: str) -> None:
    assert quoted(cell).startswith("'")


def test_a_place_whose_name_is_a_formula_is_quoted(build: Build, records: Callable[..., dict[str, Any]]) -> None:
    places = records({})["places"]
    places["201"] = replace(places["201"], name='=HYPERLINK("x")')
    assert "\"'=HYPERLINK" in to_csv(build({"201": 33}), places)


def test_a_cell_within_a_cell_is_quoted_where_semicolons_part_cells() -> None:
    assert quoted("a site;=1+1; @x; b") == "a site;'=1+1; '@x; b"
    assert quoted("two\n-1") == "two\n'-1"
    assert quoted("Kota Bharu; Kelantan") == "Kota Bharu; Kelantan"


def test_what_turns_the_direction_of_a_text_is_left_out() -> None:
    assert quoted("Kot\u202ea\u2066 Bharu\u061c") == "Kota Bharu"


def test_a_table_says_what_its_ids_mean_what_is_counted_and_that_more_was_withheld(
    build: Build, records: Callable[..., dict[str, Any]]
) -> None:
    places, digest = records({})["places"], build({"201": 33, "301": 3})
    line = next(csv.DictReader(io.StringIO(to_csv(digest, places))))
    assert (line["week"], line["week_ends"], line["counted"]) == (
        "2026-11-09",
        "2026-11-15",
        "posts, copies counted once",
    )
    assert (line["topic_name"], line["others_withheld"]) == ("need of shelter", "yes")
    assert digest.figures["withheld"]
    nothing = replace(digest, figures=digest.figures | {"released": []})
    (only,) = csv.DictReader(io.StringIO(to_csv(nothing, places)))
    assert (only["week"], only["low"], only["others_withheld"]) == ("2026-11-09", "", "yes")
    quiet = replace(digest, figures=digest.figures | {"released": [], "withheld": False})
    assert list(csv.DictReader(io.StringIO(to_csv(quiet, places)))) == []


def test_a_map_holds_the_same_figures_each_at_the_middle_of_its_place(
    build: Build, records: Callable[..., dict[str, Any]]
) -> None:
    places, digest = records({})["places"], build({"201": 33, "301": 3})
    drawn = json.loads(to_geojson(digest, places))
    table = list(csv.DictReader(io.StringIO(to_csv(digest, places))))
    assert (drawn["type"], drawn["week"], drawn["others_withheld"]) == ("FeatureCollection", "2026-11-09", True)
    assert [{k: str(v) for k, v in one["properties"].items()} for one in drawn["features"]] == table
    points = {one["properties"]["place_name"]: one["geometry"] for one in drawn["features"]}
    assert points["Makassar"] == {"type": "Point", "coordinates": [119.43, -5.15]}  # longitude first
    assert "Battambang" not in points


def test_a_map_without_figures_says_that_some_were_withheld_and_an_unknown_place_has_no_point(build: Build) -> None:
    digest = build({"201": 33, "301": 3})
    none = replace(digest, figures=digest.figures | {"released": []})
    assert json.loads(to_geojson(none, {})) == {
        "type": "FeatureCollection",
        "week": "2026-11-09",
        "edition": digest.edition,
        "others_withheld": True,
        "features": [],
    }
    assert {one["geometry"] for one in json.loads(to_geojson(digest, {}))["features"]} == {None}
