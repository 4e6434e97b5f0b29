"""Floors on public corpora, which lie beside the project and are skipped where they are absent.

Lowering one takes a reason in the changelog. Without a model, so that they run in seconds (see benchmarks/places.py).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.languages import cut, declared, news_sentences
from benchmarks.places import geovirus, homes, lgl, read, score
from nlp.gazetteer import Gazetteer
from nlp.language import identify

DATA = Path(os.environ.get("HONEYGUIDE_DATA", "../shared/data"))


def present(folder: str) -> Path:
    path = DATA / folder
    if not path.is_dir():
        pytest.skip(f"reference data '{folder}' is absent")
    return path


@pytest.mark.parametrize(("name", "f1", "near", "at_home"), [("LGL", 0.71, 0.86, 0.94), ("GeoVirus", 0.87, 0.87, 0.87)])
def test_places_stay_above_their_floor(name: str, f1: float, near: float, at_home: float) -> None:
    folder = present("geoparsing")
    articles = lgl(folder / "lgl.xml.gz")[:250] if name == "LGL" else geovirus(folder / "GeoVirus.xml.gz")
    bare: list[tuple[()]] = [()] * len(articles)
    gazetteer = Gazetteer.load()
    plain = score(articles, read(articles, bare, [None] * len(articles), gazetteer))
    home = score(articles, read(articles, bare, homes(articles), gazetteer))
    precision, recall = plain.right / plain.said, plain.right / plain.gold
    assert 2 * precision * recall / (precision + recall) >= f1
    assert plain.near / plain.judged >= near
    assert home.near / home.judged >= at_home


@pytest.mark.parametrize(
    ("label", "code", "floor", "short"),
    [("my", "ms", 0.94, 0.89), ("id", "id", 0.97, 0.92), ("es-ES", "es", 0.99, 0.99)],
)
def test_news_sentences_keep_their_language(label: str, code: str, floor: float, short: float) -> None:
    texts = [text for text, language in news_sentences(present("lid_dslcc2_gold")) if language == label]
    assert sum(identify(text).code == code for text in texts) / len(texts) >= floor
    assert sum(identify(cut(text, 8)).code == code for text in texts) / len(texts) >= short


@pytest.mark.parametrize(("code", "floor"), [("ceb", 0.88), ("ilo", 0.70)])
def test_neighbours_of_tagalog_that_the_model_does_not_know_are_unknown(code: str, floor: float) -> None:
    rights = declared(present("lid_udhr"))
    lines = [cut(text, 8) for text, language in rights if language == code and len(text.split()) >= 4]
    assert sum(identify(line).code == "und" for line in lines) / len(lines) >= floor
