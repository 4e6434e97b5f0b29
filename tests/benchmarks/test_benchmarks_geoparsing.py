"""How corpora of places are read and scored: on texts of a line, with marks of ours."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from benchmarks.geoparsing import figures, geowebnews, tud_loc
from benchmarks.places import Article, Gold, lgl, score
from core.records import Place, PlaceMention

LEEDS = (53.8, -1.55)


def _mention(start: int, end: int, point: tuple[float, float], confidence: float) -> PlaceMention:
    place = Place("x", "Leeds", "city", *point, "GB")
    return PlaceMention(start, end, "Leeds", place, "mentioned", confidence)


def test_what_may_be_found_or_not_counts_for_nothing() -> None:
    article = Article("Leeds road, Leeds", "", (Gold(12, 17, "Leeds", LEEDS),), frozenset({(0, 10)}))
    found = [_mention(0, 10, LEEDS, 0.9), _mention(12, 17, LEEDS, 0.92), _mention(6, 10, LEEDS, 0.95)]
    told = score([article], [found])
    assert (told.right, told.said, told.gold, told.near, told.judged) == (1, 2, 1, 1, 1)
    assert told.bins == {9: [1, 2]}
    assert figures("own", 1, told) == (
        "| own (1) | 0.667 | 0.500 (1 of 2) | 1.000 (1 of 1) | 1.000 (1 of 1) | 0.500 (1 of 2) | .9:0.50(2) |"
    )


def test_a_place_far_away_is_recognised_and_not_resolved() -> None:
    article = Article("Leeds", "", (Gold(0, 5, "Leeds", (0.0, 0.0)),))
    told = score([article], [[_mention(0, 5, LEEDS, 0.5)]])
    assert (told.right, told.near, told.judged, told.bins) == (1, 0, 1, {5: [0, 1]})


def test_a_corpus_of_its_form_is_read_packed_or_not(tmp_path: Path) -> None:
    path = tmp_path / "TR-News.xml"
    path.write_text(
        "<articles><article><text>In Leeds.</text><toponyms><toponym><start>3</start><end>8</end>"
        "<phrase>Leeds</phrase><gaztag geonameid='1'><lat>53.8</lat><lon>-1.55</lon></gaztag></toponym></toponyms>"
        "</article></articles>",
        encoding="utf-8",
    )
    assert lgl(path) == [Article("In Leeds.", "", (Gold(3, 8, "Leeds", LEEDS, "1"),))]


@pytest.mark.parametrize(("kind", "known", "counts"), [
    ("Literal", "7", True), ("Literal", "", False), ("Demonym", "7", False), ("Literal_Expression", "7", False),
])  # fmt: skip
def test_of_a_fine_corpus_places_that_are_known_count(tmp_path: Path, kind: str, known: str, counts: bool) -> None:
    path = tmp_path / "GWN.xml"
    path.write_text(
        f"<articles><article><text>Leeds</text><toponym><extractedName>Leeds</extractedName><type>{kind}</type>"
        f"<start>0</start><end>5</end><geonamesID>{known}</geonamesID><latitude>53.8</latitude>"
        "<longitude>-1.55</longitude></toponym></article></articles>",
        encoding="utf-8",
    )
    (article,) = geowebnews(path)
    assert [one.text for one in article.gold] == ["Leeds"] * counts
    assert (article.free == frozenset()) == counts


def test_marks_within_a_text_are_taken_out_and_their_coordinates_found(tmp_path: Path) -> None:
    path = tmp_path / "TUD-Loc2013.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("x/3-test/text1.txt", 'On <STREET>Elm Road</STREET> in <CITY role="main">Leeds</CITY>, UK')
        packed.writestr(
            "x/3-test/coordinates.csv", "docId;idx;offset;latitude;longitude;sourceId\ntext1.txt;1;0;53.8;-1.55;g"
        )
        packed.writestr("x/2-validation/text2.txt", "<CITY>Hull</CITY>")
    assert tud_loc(path) == [
        Article("On Elm Road in Leeds, UK", "", (Gold(15, 20, "Leeds", LEEDS),), frozenset({(3, 11)}))
    ]
