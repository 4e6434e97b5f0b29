"""Floors of the reading on reference data; skipped by name where the data is not there.

Lower one only with a reason.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import os
import re
import time
from functools import cache
from pathlib import Path

import pytest
import yaml

from core.records import Passage
from nlp.evaluate import labelled, quiet, score
from nlp.reading import Reader

DATA = Path(os.environ.get("HONEYGUIDE_DATA", Path(__file__).parents[3] / "shared" / "data"))
LABELLED = DATA / "labelled_passages" / "passages_dev.jsonl"
FLOORS = {"case_f1": 0.95, "signs_f1": 0.80, "voice": 0.90, "venues_f1": 0.80, "needs_f1": 0.70}
OF_TAG = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text("utf-8"))
PARTS = {"cases": "case_f1", "signs": "signs_f1", "voice": "voice", "venues": "venues_f1", "needs": "needs_f1"}


def needs(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"reference data {path.parent.name}/{path.name} is not here")


@cache
def reader() -> Reader:
    return Reader.load()


def rows(path: Path) -> list[dict[str, str]]:
    needs(path)
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.TextIOWrapper(gzip.open(path), "utf-8")))


@cache
def summary() -> dict[str, float]:
    return score(labelled(LABELLED), reader().read).summary()


@cache
def by_meaning() -> dict[str, float]:
    return score(labelled(LABELLED), lambda passage: reader().read(passage, meaning="always")).summary()


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_the_labelled_passages_are_read_at_least_this_well(part: str) -> None:
    needs(LABELLED)
    assert summary()[part] >= FLOORS[part]


@pytest.mark.full
@pytest.mark.parametrize("part", PARTS)
def test_the_labelled_passages_are_read_by_meaning_at_least_this_well(part: str) -> None:
    needs(LABELLED)
    assert by_meaning()[PARTS[part]] >= OF_TAG[f"labelled_{part}"]["all"]["floor"]


def test_at_most_one_ordinary_classified_in_a_hundred_is_a_signal() -> None:
    ads = rows(DATA / "locanto_ireland_jobs" / "ads_dev.csv.gz")
    share, loud = quiet([Passage(ad["desc"], ad["title"], "en", "ad") for ad in ads[::4]], reader().read)
    assert share <= 0.01, [passage.title for passage, _ in loud]


def test_at_most_one_ordinary_job_ad_in_a_hundred_is_a_signal() -> None:
    ads = [ad for ad in rows(DATA / "job_ads_emscad" / "sample_dev.csv.gz") if ad["fraudulent"] in ("0", "f", "False")]
    passages = [Passage(f"{ad['description']}\n{ad['requirements']}", ad["title"], "en", "ad") for ad in ads]
    assert quiet(passages, reader().read)[0] <= 0.01


def test_at_most_one_official_paragraph_in_a_hundred_about_forced_labour_is_a_signal() -> None:
    path = DATA / "usdol_comply_chain_multilingual" / "paragraphs.jsonl.gz"
    needs(path)
    found = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    share, _ = quiet([Passage(row["text"], language=row["lang"]) for row in found[::2]], reader().read)
    assert share <= 0.01


def test_at_most_one_passage_of_local_news_in_a_hundred_is_a_signal() -> None:
    path = DATA / "geoparsing" / "lgl.xml.gz"
    needs(path)
    raw = gzip.decompress(path.read_bytes()).decode()
    texts = [
        html.unescape(re.sub(r"<!\[CDATA\[|\]\]>", "", text)) for text in re.findall(r"<text>(.*?)</text>", raw, re.S)
    ]
    words = [text.split() for text in texts[::3]]
    passages = [Passage(" ".join(w[i : i + 110]), language="en") for w in words for i in range(0, len(w), 110)]
    assert quiet(passages, reader().read)[0] <= 0.01


def test_three_hundred_documents_are_read_in_a_second_of_one_core() -> None:
    ads = rows(DATA / "locanto_ireland_jobs" / "ads_dev.csv.gz")[:300]
    passages = [Passage(ad["desc"][:1000], ad["title"], "en", "ad") for ad in ads]
    reader().read(passages[0])
    began = time.process_time()
    for passage in passages:
        reader().read(passage)
    assert len(passages) / (time.process_time() - began) >= 300
