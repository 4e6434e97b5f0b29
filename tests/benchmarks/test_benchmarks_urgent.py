"""What `benchmarks.urgent` and `benchmarks.ordinary_boards` count, on invented files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.ordinary_boards import posts_in
from benchmarks.urgent import FILES, Post, counted, read
from nlp.reading import Reader


def test_cries_and_others_are_counted_apart() -> None:
    posts = [Post(True, True, "en", "a"), Post(True, False, "en", "b"), Post(False, False, "ms", "c")]
    assert counted("x", posts) == "| x | 1 of 2 | 0 of 1 |"


def test_a_line_of_another_form_is_named(tmp_path: Path) -> None:
    (tmp_path / "posts.txt").write_text("# a remark\n+ en text without a bar\n", encoding="utf-8")
    with pytest.raises(ValueError, match="text without a bar"):
        list(read(tmp_path / "posts.txt", Reader.load()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_post_has_its_marks(path: Path) -> None:
    heads = [
        line.partition(" | ") for line in path.read_text(encoding="utf-8").splitlines() if line[:2] in ("+ ", "- ")
    ]
    assert len(heads) > 50
    assert all(bar and text and len(marks.split()) == 3 for marks, bar, text in heads)


def test_each_post_of_saved_boards_is_read_once(tmp_path: Path) -> None:
    told = [
        {"post_text": {"surface_form": text}}
        for text in ("The gearbox slips in third.", "ok", "The gearbox slips in third.")
    ]
    (tmp_path / "board.json").write_text(json.dumps({"gold_standard_annotation": told}), encoding="utf-8")
    assert list(posts_in([tmp_path])) == ["The gearbox slips in third."]
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="no gold documents"):
        list(posts_in([tmp_path / "empty"]))
