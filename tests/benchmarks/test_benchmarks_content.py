"""Main words of saved pages: how they are counted, on pages of ours."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.main_content import Read, figures, pages, read

TEXT = " ".join(
    f"Sentence number {n} of the report tells what the council said about the old harbour." for n in range(9)
)


def test_figures_are_those_of_their_pages() -> None:
    some = [Read((1.0, 0.5), (1.0, 1.0), 0.8, 0), Read((1.0, 0.5), (0.0, 0.0), 0.6, 3)]
    assert figures("forum", some) == "| forum (2) | 0.667 | 0.500 | 0.700 | 1 (3) |"


def test_an_article_is_read_whole_and_as_no_post(tmp_path: Path) -> None:
    for folder in ("ground-truth", "html"):
        (tmp_path / folder).mkdir()
    told = {
        "url": "https://news.example/harbour",
        "_internal": {"page_type": {"primary": "article"}},
        "ground_truth": {"main_content": TEXT},
    }
    (tmp_path / "ground-truth" / "1.json").write_text(json.dumps(told), encoding="utf-8")
    (tmp_path / "ground-truth" / "2.json").write_text(json.dumps(told), encoding="utf-8")  # no page was saved
    markup = f"<html><body><article><h1>Harbour</h1><p>{TEXT}</p></article></body></html>"
    (tmp_path / "html" / "1.html.gz").write_bytes(gzip.compress(markup.encode()))
    (page,) = pages(tmp_path)
    found = read(page)
    assert page.kind == "article"
    assert found.posts == 0
    assert found.words == pytest.approx(1.0, abs=0.02)
    assert min(found.ours) > 0.95
