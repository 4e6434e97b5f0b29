"""Class names and ids that say nothing, and how what is read without them is counted."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from benchmarks.hashed_classes import CHANGES, figures, without_classes, without_names
from benchmarks.threads import measure

MARKUP = '<p class="post odd" id="post12" data-class="post"><a href="/t?x=1#post12">a</a><b CLASS=\'post\'>b</b></p>'


def test_a_class_name_is_the_same_hash_wherever_it_stands_and_nothing_else_changes() -> None:
    told = without_classes(MARKUP)
    post = told.split('"')[1].split()[0]
    assert "odd" not in told
    assert told.count(post) == 2
    assert 'data-class="post"' in told
    assert 'id="post12"' in told


def test_an_id_keeps_its_number_and_links_to_it_lead_there_still() -> None:
    told = without_names(MARKUP)
    name = told.split('id="')[1].split('"')[0]
    assert name.endswith("12")
    assert "post12" not in told
    assert f'href="/t?x=1#{name}"' in told


def test_what_is_found_is_counted_before_and_after(tmp_path: Path) -> None:
    posts = [
        ("Ana", "2024-03-01 10:00", "Where did you see that they keep papers in the office?"),
        ("Tom", "2024-03-02 11:30", "At the farm behind the river, and nobody got them back so far."),
        ("Ira", "2024-03-04 08:15", "The same at ours, my cousin waited for two months in the end."),
    ]
    body = "".join(
        f'<div class="post"><b class="author"><a href="/user/{name}">{name}</a></b> '
        f'<span class="date">{day}</span><div class="message">{text}</div></div>'
        for name, day, text in posts
    )
    gold = [
        {
            "post_text": {"surface_form": text},
            "datetime": {"surface_form": day},
            "user": {"surface_form": name},
        }
        for name, day, text in posts
    ]
    page = {
        "url": "https://board.example/thread/1",
        "html": f"<html><body>{body}</body></html>",
        "gold_standard_annotation": gold,
    }
    (tmp_path / "one.json").write_text(json.dumps(page), encoding="utf-8")
    for change in CHANGES.values():
        told = measure(tmp_path.glob("*.json"), None, change=partial(change, salt="s"))
        assert figures("x", told) == "| x | 3 of 3 (1.000) | 3 of 3 | 3 of 3 | 0 |"
