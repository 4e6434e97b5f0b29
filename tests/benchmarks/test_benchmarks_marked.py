"""Posts with marks of what should be covered."""

from __future__ import annotations

from pathlib import Path

from benchmarks.marked_posts import lines_of, twice, unmarked
from benchmarks.shared import head, lines, row
from nlp.gazetteer import Gazetteer


def test_marks_are_taken_out_and_told_by_kind() -> None:
    text, gold = unmarked("Ask {Ana Lopez} in |Leeds|, <p:07700 900 100> or «AB12»")
    assert text == "Ask Ana Lopez in Leeds, 07700 900 100 or AB12"
    assert [(text[start:end], kind) for start, end, kind in gold] == [
        ("Ana Lopez", "persons"), ("Leeds", "stays"), ("07700 900 100", "phones"), ("AB12", "numbers"),
    ]  # fmt: skip


def test_a_second_redaction_is_counted_where_it_changes_a_post() -> None:
    posts = [("My name is Maria Lopez and I work in a hotel.", []), ("Two rooms to let.", [])]
    assert twice(posts, [(), ()], Gazetteer.load()) == 0


def test_remarks_and_empty_lines_are_no_lines_and_both_halves_make_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "posts.txt"
    path.write_text("# a remark\n#\n\none\n#two is a tag\nthree\n", encoding="utf-8")
    assert lines(path) == ["one", "#two is a tag", "three"]
    assert sorted(lines_of(path, "A") + lines_of(path, "B")) == sorted(lines(path))


def test_a_table_has_as_many_rules_as_columns() -> None:
    assert head(["a", "b"]) == "| a | b |\n|---|---|"
    assert row(["x", 1]) == "| x | 1 |"
